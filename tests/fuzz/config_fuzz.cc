// Any bytes as a configuration: reading it, itself extended, and asking it about files never
// crashes, and every mistake is told with a message, a file and a place inside that file.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "linter/config/config_cache.h"
#include "tests/fuzz/require.h"
#include "tests/support/memory_files.h"

using soiree::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  soiree::MemoryFiles files;
  files.add(".soiree.yaml", "extends: [base.yaml]\n").add("base.yaml", bytes);
  files.add("posts/.soiree.yaml", bytes).add("posts/a.md", "A post.\n");
  soiree::ConfigCache configs(files, soiree::rule_table());
  for (const char* path : {"a.md", "posts/a.md", "posts/drafts/b.yaml"}) {
    const soiree::FileConfig found = configs.config_for(path);
    require(found.config != nullptr && found.effective != nullptr);
    require(found.effective->rules.size() == soiree::rule_table().size());
    const std::string absolute = "/site/" + std::string(path);
    const soiree::ScheduleSettings* schedule = found.config->schedule_for(absolute);
    const soiree::FeedSettings* feed = found.config->feed_for(absolute, "mastodon");
    require(schedule == nullptr || !found.config->schedules.empty());
    require(feed == nullptr || !found.config->feeds.empty());
    configs.ignore_globs("/site/posts");
  }
  for (const soiree::Error& error : configs.errors()) {
    require(!error.message.empty() && !error.file.empty());
    require(error.place.begin <= error.place.end);
    require(error.place.end <= std::string_view("extends: [base.yaml]\n").size() + size);
  }
  return 0;
}
