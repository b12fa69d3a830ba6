// Any bytes as a rule of one's own: it is either refused with the reason, or it can be run over its
// examples and a post, and what it finds lies in the text.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "linter/config/job_maker.h"
#include "linter/text/utf8.h"
#include "tests/fuzz/require.h"
#include "tests/support/memory_files.h"

namespace {

constexpr std::string_view kPost =
    "---\ntitle: On utilising flour\n---\nWe bake!! \xF0\x9F\x8E\x89 Sie k\xC3\xB6nnen's, at this "
    "point in time.\n\n> Leverage the oven.\n\n[A link](https://a.example) #tag @name\n";

using soiree::require;

void check_span(soiree::SourceSpan span) {
  require(span.begin <= span.end && span.end <= kPost.size());
  require(soiree::is_character_boundary(kPost, span.begin));
  require(soiree::is_character_boundary(kPost, span.end));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  soiree::MemoryFiles files;
  files.add(".soiree/rules/one.yaml", bytes).add("posts/2026-03-01-a.md", kPost);
  files.add("posts/2026-03-02-b.md", kPost);
  soiree::ConfigCache configs(files, {});
  soiree::JobMaker jobs(configs, files.current_directory());
  const soiree::Config& config = configs.config_in("/site");
  for (const soiree::Error& error : configs.errors()) {
    require(!error.message.empty() && !error.file.empty());
    require(error.place.begin <= error.place.end && error.place.end <= size);
  }
  if (config.custom_rules.empty()) {
    require(!configs.errors().empty());
    return 0;
  }
  soiree::RunRequest request;
  for (const char* path : {"posts/2026-03-01-a.md", "posts/2026-03-02-b.md"}) {
    request.files.push_back(jobs.make(path, true).job);
  }
  request.read_file = [&](const std::string& path) { return files.read_file(path); };
  for (const soiree::Finding& finding : soiree::run(request).findings) {
    check_span(finding.range);
    for (const soiree::Note& note : finding.notes) check_span(note.range);
    for (const soiree::Fix& fix : finding.fixes) {
      for (const soiree::Edit& edit : fix.edits) check_span(edit.range);
    }
  }
  return 0;
}
