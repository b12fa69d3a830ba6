#include "linter/output/report_view.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <map>
#include <memory>
#include <set>
#include <tuple>

namespace soiree {
namespace {

/// A file that findings or notes lie in, opened once.
struct OpenFile {
  explicit OpenFile(std::string content) : bytes(std::move(content)), lines(bytes) {}
  std::string bytes;
  LineIndex lines;
};

class Locator {
 public:
  Locator(const std::vector<std::string>& paths, const SourceReader& read)
      : paths_(paths), read_(read) {}

  Location location(uint32_t file, SourceSpan range) {
    const OpenFile& open = this->open(file);
    const auto size = static_cast<uint32_t>(open.bytes.size());
    range = {std::min(range.begin, size), std::min(std::max(range.begin, range.end), size)};
    return {paths_[file], range, line_column(open.bytes, open.lines, range.begin),
            line_column(open.bytes, open.lines, range.end)};
  }

  std::string excerpt(uint32_t file, SourceSpan range) {
    return std::string(range.of(open(file).bytes));
  }

  std::string source_line(uint32_t file, SourceSpan range) {
    const OpenFile& source = open(file);
    const size_t line = source.lines.line_of(range.begin);
    std::string_view text = source.lines.line_content(line, source.bytes).of(source.bytes);
    if (line == 0 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return std::string(text);
  }

  /// Files before `file` are not needed again but for notes.
  void forget_all() { open_.clear(); }

 private:
  const OpenFile& open(uint32_t file) {
    auto& slot = open_[file];
    if (slot == nullptr) {
      Result<std::string> bytes = read_(paths_[file]);
      slot = std::make_unique<OpenFile>(bytes ? std::move(*bytes) : std::string());
    }
    return *slot;
  }

  const std::vector<std::string>& paths_;
  const SourceReader& read_;
  std::map<uint32_t, std::unique_ptr<OpenFile>> open_;
};

}  // namespace

std::vector<LocatedFinding> locate(const std::vector<Finding>& findings,
                                   const std::vector<std::string>& paths,
                                   const SourceReader& read) {
  std::vector<LocatedFinding> located;
  Locator locator(paths, read);
  std::map<std::tuple<std::string_view, std::string_view, uint64_t>, uint32_t> seen;
  uint32_t last_file = UINT32_MAX;
  for (const Finding& finding : findings) {
    if (finding.file != last_file) locator.forget_all();
    last_file = finding.file;
    LocatedFinding result;
    result.finding = &finding;
    result.location = locator.location(finding.file, finding.range);
    result.excerpt = locator.excerpt(finding.file, result.location.range);
    result.source_line = locator.source_line(finding.file, result.location.range);
    for (const Note& note : finding.notes) {
      result.notes.push_back({locator.location(note.file, note.range), note.message});
    }
    for (const Fix& fix : finding.fixes) {
      std::vector<Location>& edits = result.edits.emplace_back();
      for (const Edit& edit : fix.edits) {
        edits.push_back(locator.location(finding.file, edit.range));
      }
    }
    // Place-free: rule, file, flagged bytes, and which of several equal ones it is.
    const uint64_t content = XXH3_64bits(result.excerpt.data(), result.excerpt.size());
    const uint32_t ordinal = seen[{finding.rule, paths[finding.file], content}]++;
    const std::string identity =
        fmt::format("{}\n{}\n{:016x}\n{}", finding.rule, paths[finding.file], content, ordinal);
    result.fingerprint = fmt::format("{:016x}", XXH3_64bits(identity.data(), identity.size()));
    located.push_back(std::move(result));
  }
  return located;
}

}  // namespace soiree
