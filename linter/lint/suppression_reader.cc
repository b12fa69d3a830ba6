#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "linter/lint/comment_removal.h"
#include "linter/lint/suppressions.h"
#include "linter/text/suggest.h"

namespace soiree {
namespace {

enum class Directive : uint8_t { next_line, line, disable, enable, file };

constexpr std::array<std::pair<std::string_view, Directive>, 5> kDirectives{{
    {"soiree-disable-next-line", Directive::next_line},
    {"soiree-disable-line", Directive::line},
    {"soiree-disable-file", Directive::file},
    {"soiree-disable", Directive::disable},
    {"soiree-enable", Directive::enable},
}};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ','; }

/// The inside of a comment: without its markers and blanks around.
SourceSpan inside(SourceSpan comment, std::string_view bytes) {
  SourceSpan span = comment;
  const std::string_view text = comment.of(bytes);
  if (text.starts_with("<!--")) {
    span.begin += 4;
    if (text.ends_with("-->")) span.end -= 3;
  } else if (text.starts_with("{/*")) {
    span.begin += 3;
    if (text.ends_with("*/}")) span.end -= 3;
  } else if (text.starts_with("#")) {
    span.begin += 1;
  }
  span.end = std::max(span.begin, span.end);
  while (!span.empty() && is_blank(bytes[span.begin])) ++span.begin;
  while (!span.empty() && is_blank(bytes[span.end - 1])) --span.end;
  return span;
}

/// Rule names of a directive; a reason after ` -- ` is not read.
std::vector<SourceSpan> names_in(SourceSpan span, std::string_view bytes) {
  std::vector<SourceSpan> names;
  uint32_t at = span.begin;
  while (at < span.end) {
    while (at < span.end && is_blank(bytes[at])) ++at;
    uint32_t end = at;
    while (end < span.end && !is_blank(bytes[end])) ++end;
    if (end == at) break;
    const SourceSpan name{at, end};
    if (name.of(bytes) == "--") break;
    names.push_back(name);
    at = end;
  }
  return names;
}

/// The comments that hold a directive, or what was meant as one, by their places.
std::vector<SourceSpan> our_comments(std::span<const Comment> comments, std::string_view bytes) {
  std::vector<SourceSpan> ours;
  for (const Comment& comment : comments) {
    if (inside(comment.place, bytes).of(bytes).starts_with("soiree-")) {
      ours.push_back(comment.place);
    }
  }
  std::sort(ours.begin(), ours.end());
  return ours;
}

class Reader {
 public:
  Reader(const SourceFile& file, uint32_t index, std::span<const Comment> comments,
         std::span<const std::string_view> known)
      : bytes_(file.bytes()),
        lines_(bytes_),
        ours_(our_comments(comments, bytes_)),
        removals_(removals_of(ours_, bytes_, lines_)),
        index_(index),
        known_(known) {}

  void read_comments() {
    for (size_t i = 0; i < ours_.size(); ++i) read(ours_[i], removals_[i]);
  }

  void disable(const DisabledRule& disabled) {
    const PlacedText& rule = disabled.rule;
    add(rule.value, rule.place, rule.place, disabled.range, {});
  }

  SuppressionList take() { return std::move(list_); }

 private:
  void read(SourceSpan comment, const CommentRemoval& removal) {
    const SourceSpan text = inside(comment, bytes_);
    uint32_t word_end = text.begin;
    while (word_end < text.end && !is_blank(bytes_[word_end])) ++word_end;
    const SourceSpan word{text.begin, word_end};
    const auto found = std::find_if(kDirectives.begin(), kDirectives.end(), [&](const auto& known) {
      return known.first == word.of(bytes_);
    });
    if (found == kDirectives.end()) {
      std::array<std::string_view, kDirectives.size()> directives;
      for (size_t i = 0; i < directives.size(); ++i) directives[i] = kDirectives[i].first;
      unknown(word, directives,
              "there is no directive `" + std::string(word.of(bytes_)) +
                  "`; write soiree-disable-next-line, soiree-disable-line, soiree-disable, "
                  "soiree-enable or soiree-disable-file");
      return;
    }
    const std::vector<SourceSpan> names = names_in({word_end, text.end}, bytes_);
    if (found->second == Directive::enable) return enable(comment, names);
    const SourceSpan range = range_of(found->second, comment);
    const size_t first = list_.entries.size();
    if (names.empty()) add({}, comment, comment, range, removal);
    for (const SourceSpan name : names) add(name.of(bytes_), comment, name, range, removal);
    if (found->second != Directive::disable) return;
    for (size_t i = first; i < list_.entries.size(); ++i) {
      const std::string& rule = list_.entries[i].rule;
      (rule.empty() ? open_for_all_ : open_[rule]).push_back(i);
    }
  }

  SourceSpan range_of(Directive directive, SourceSpan comment) {
    const auto end_of_file = static_cast<uint32_t>(bytes_.size()) + 1;
    switch (directive) {
      case Directive::file:
        return {0, end_of_file};
      case Directive::disable:
        return {comment.begin, end_of_file};
      case Directive::line:
        return {lines_.line(lines_.line_of(comment.begin)).begin,
                lines_.line(last_line(comment)).end};
      default:
        return below(comment);
    }
  }

  size_t last_line(SourceSpan comment) const {
    return lines_.line_of(comment.end > comment.begin ? comment.end - 1 : comment.end);
  }

  /// What stands below a comment: comments of ours may be stacked, and blank lines come between.
  /// Those of one stack have the same below them, which is looked for once.
  SourceSpan below(SourceSpan comment) {
    const bool hash = bytes_[comment.begin] == '#';
    const size_t first = last_line(comment) + 1;
    if (below_ && below_->hash == hash && first >= below_->first && first <= below_->line) {
      return below_->range;
    }
    const size_t line = skip_to_content(first);
    const auto size = static_cast<uint32_t>(bytes_.size());
    SourceSpan range{size, size + 1};
    if (line < lines_.line_count()) range = hash ? whole_entry(line) : lines_.line(line);
    below_ = Below{first, line, range, hash};
    return range;
  }

  /// The first line from `line` on that holds more than blanks and comments of ours.
  size_t skip_to_content(size_t line) const {
    const auto size = static_cast<uint32_t>(bytes_.size());
    uint32_t at = line < lines_.line_count() ? lines_.line(line).begin : size;
    while (at < size) {
      if (std::string_view(" \t\r\n>").find(bytes_[at]) != std::string_view::npos) {
        ++at;
        continue;
      }
      const auto ours = std::lower_bound(ours_.begin(), ours_.end(), SourceSpan{at, 0});
      if (ours == ours_.end() || ours->begin != at) return lines_.line_of(at);
      at = ours->end;
    }
    return lines_.line_count();
  }

  /// A YAML list item with all its lines when `line` starts one, else the line.
  SourceSpan whole_entry(size_t line) const {
    SourceSpan range = lines_.line(line);
    const std::string_view first = range.of(bytes_);
    const size_t indent = first.find_first_not_of(' ');
    if (indent == std::string_view::npos || !first.substr(indent).starts_with("- ")) return range;
    while (++line < lines_.line_count()) {
      const SourceSpan next = lines_.line(line);
      const size_t begin = next.of(bytes_).find_first_not_of(" \t\r\n");
      if (begin != std::string_view::npos && begin <= indent) break;
      range.end = next.end;
    }
    return range;
  }

  /// Ends the open ranges of the rules named, or of all.
  void enable(SourceSpan comment, const std::vector<SourceSpan>& names) {
    if (names.empty()) {
      for (const auto& [rule, entries] : open_) end(entries, comment.begin);
      end(open_for_all_, comment.begin);
      open_.clear();
      open_for_all_.clear();
    }
    for (const SourceSpan name : names) {
      const std::string_view rule = name.of(bytes_);
      if (!check_name(rule, name)) continue;
      if (const auto found = open_.find(rule); found != open_.end()) {
        end(found->second, comment.begin);
        open_.erase(found);
      }
      put_back(rule, comment.begin);
    }
  }

  void end(const std::vector<size_t>& entries, uint32_t at) {
    for (const size_t index : entries) list_.entries[index].range.end = at;
  }

  /// From `at` on, one entry for all rules but `rule` takes the place of the open ones: the last,
  /// which excepts no rule that an earlier one silences.
  void put_back(std::string_view rule, uint32_t at) {
    if (open_for_all_.empty()) return;
    Suppression rest = list_.entries[open_for_all_.back()];
    if (std::find(rest.but.begin(), rest.but.end(), rule) != rest.but.end()) return;
    end(open_for_all_, at);
    rest.range.begin = at;
    rest.but.emplace_back(rule);
    open_for_all_.assign(1, list_.entries.size());
    list_.entries.push_back(std::move(rest));
  }

  void add(std::string_view rule, SourceSpan directive, SourceSpan name, SourceSpan range,
           const CommentRemoval& removal) {
    if (!rule.empty() && !check_name(rule, name)) return;
    list_.entries.push_back({std::string(rule), directive, name, range});
    list_.entries.back().removal = removal;
  }

  bool check_name(std::string_view rule, SourceSpan place) {
    if (std::find(known_.begin(), known_.end(), rule) != known_.end()) return true;
    std::string message =
        "there is no rule `" + std::string(rule) + "`" + did_you_mean(rule, known_);
    unknown(place, known_, std::move(message));
    return false;
  }

  /// `known` are the words that may stand at `place`.
  void unknown(SourceSpan place, std::span<const std::string_view> known, std::string message) {
    Finding finding;
    finding.rule = "unknown-rule";
    finding.file = index_;
    finding.range = place;
    finding.message = std::move(message);
    if (const auto meant = only_closest_word(place.of(bytes_), known)) {
      // Another name silences other findings.
      finding.fixes.push_back(Fix{"Replace by `" + std::string(*meant) + "`",
                                  FixSafety::unsafe,
                                  {{place, std::string(*meant)}}});
    }
    list_.findings.push_back(std::move(finding));
  }

  struct Below {
    size_t first;  ///< the line behind the comment
    size_t line;   ///< what was found for it
    SourceSpan range;
    bool hash;
  };

  std::string_view bytes_;
  LineIndex lines_;
  std::vector<SourceSpan> ours_;          ///< sorted
  std::vector<CommentRemoval> removals_;  ///< of each
  std::optional<Below> below_;            ///< what was looked for last
  /// Entries that `soiree-enable` ends: of one rule each, and of all.
  std::map<std::string, std::vector<size_t>, std::less<>> open_;
  std::vector<size_t> open_for_all_;
  uint32_t index_;
  std::span<const std::string_view> known_;
  SuppressionList list_;
};

}  // namespace

SuppressionList read_suppressions(const SourceFile& file, uint32_t file_index,
                                  std::span<const Comment> comments,
                                  std::span<const DisabledRule> disabled,
                                  std::span<const std::string_view> known_rules) {
  const bool said = std::any_of(comments.begin(), comments.end(), [&](const Comment& comment) {
    return comment.place.of(file.bytes()).find("soiree-") != std::string_view::npos;
  });
  if (!said && disabled.empty()) return {};
  Reader reader(file, file_index, comments, known_rules);
  for (const DisabledRule& rule : disabled) reader.disable(rule);
  reader.read_comments();
  return reader.take();
}

}  // namespace soiree
