#include "integrations/lsp/entry_lint.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "linter/config/discovery.h"

namespace soiree {
namespace {

constexpr size_t npos = std::string_view::npos;

uint32_t line_begin(std::string_view text, uint32_t at) {
  return static_cast<uint32_t>(text.substr(0, at).rfind('\n') + 1);
}

size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

bool starts_item(std::string_view rest) { return rest == "-" || rest.starts_with("- "); }

/// Counts the items of a list whose dashes are indented by `indent` in lines that hold nothing
/// else; none when a line belongs to something around the list.
std::optional<size_t> count_items(std::string_view lines, size_t indent) {
  size_t items = 0;
  while (!lines.empty()) {
    const size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const size_t depth = indent_of(line);
    if (depth == line.size() || line[depth] == '#' || depth > indent) continue;
    if (depth < indent || !starts_item(line.substr(depth))) return std::nullopt;
    ++items;
  }
  return items;
}

/// An anchor can be meant elsewhere, our own comments reach further than their entry, and fields
/// that are declared or explained ("# {name} is filled in") make templates of all texts.
bool speaks_to_others(std::string_view lines) {
  for (const char* word : {"soiree", "ariable", "laceholder", "erge"}) {
    if (lines.find(word) != npos) return true;
  }
  const size_t comment = lines.find('#');
  if (comment != npos && lines.find('{', comment) != npos) return true;
  for (size_t at = lines.find('&'); at != npos; at = lines.find('&', at + 1)) {
    const bool word = at + 1 < lines.size() && lines[at + 1] != ' ' && lines[at + 1] != '\n';
    if (word && (at == 0 || lines[at - 1] == ' ')) return true;
  }
  return false;
}

template <class Each>
void for_each_span(Finding& finding, const Each& each) {
  each(finding.range);
  each(finding.whole_post);
  for (Note& note : finding.notes) {
    each(note.range);
    each(note.whole_post);
  }
  for (Fix& fix : finding.fixes) {
    for (Edit& edit : fix.edits) each(edit.range);
  }
}

void move_by(SourceSpan& span, int64_t distance) {
  if (span == SourceSpan()) return;  // of nothing
  span.begin = static_cast<uint32_t>(span.begin + distance);
  span.end = static_cast<uint32_t>(span.end + distance);
}

void move_by(Facts& facts, int64_t distance) {
  move_by(facts.place, distance);
  move_by(facts.anchor, distance);
}

void move_by(Finding& finding, int64_t distance) {
  for_each_span(finding, [&](SourceSpan& span) { move_by(span, distance); });
}

auto key_of(const Facts& facts) {
  return std::tuple(facts.place.begin, facts.place.end, facts.anchor.begin, facts.anchor.end,
                    facts.text_hash, facts.words, facts.traits, facts.language, facts.kind,
                    facts.draft, facts.has_moment, facts.moment.unix_seconds);
}

auto key_of(const Finding& finding) {
  return std::tuple(finding.range.begin, finding.range.end, finding.rule,
                    std::string_view(finding.message), finding.severity);
}

/// Versions of one post for several channels have a number in common, which counts through the
/// file.
bool same_versions(const std::vector<Facts>& a, const std::vector<Facts>& b) {
  const auto version = [](const std::vector<Facts>& list, const Facts& facts) {
    return facts.group == 0 ? -1 : static_cast<int64_t>(facts.group) - list.front().group;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](const Facts& x, const Facts& y) { return version(a, x) == version(b, y); });
}

/// What lies in `[begin, end)` of a result, moved by `distance`.
struct Part {
  std::vector<Facts> facts;
  std::vector<Finding> findings;

  Part(const FileResult& result, uint32_t begin, uint32_t end, int64_t distance) {
    for (const Facts& each : result.facts) {
      if (each.place.begin < begin || each.place.begin >= end) continue;
      facts.push_back(each);
      move_by(facts.back(), distance);
    }
    for (const Finding& each : result.findings) {
      if (each.range.begin < begin || each.range.begin >= end) continue;
      findings.push_back(each);
      move_by(findings.back(), distance);
    }
    std::sort(findings.begin(), findings.end(),
              [](const Finding& a, const Finding& b) { return key_of(a) < key_of(b); });
  }

  friend bool operator==(const Part& a, const Part& b) {
    const auto same = [](const auto& x, const auto& y) { return key_of(x) == key_of(y); };
    return same_versions(a.facts, b.facts) &&
           std::equal(a.facts.begin(), a.facts.end(), b.facts.begin(), b.facts.end(), same) &&
           std::equal(a.findings.begin(), a.findings.end(), b.findings.begin(), b.findings.end(),
                      same);
  }
};

/// Nothing in it depends on more than one entry: times are checked against each other, comments of
/// ours hold for lines further down.
bool is_simple(const FileResult& result) {
  return result.suppressions.entries.empty() && result.suppressions.findings.empty() &&
         std::none_of(result.findings.begin(), result.findings.end(),
                      [](const Finding& finding) { return finding.rule == "syntax"; });
}

/// The entry means to the others what it meant before: a time counts for what is said of other
/// times.
bool keeps_its_place(const std::vector<Facts>& before, const std::vector<Facts>& after) {
  return same_versions(before, after) &&
         std::equal(before.begin(), before.end(), after.begin(), after.end(),
                    [](const Facts& a, const Facts& b) { return a.has_moment == b.has_moment; });
}

}  // namespace

/// The bytes `[begin, old_end)` of the last text became `[begin, new_end)`.
struct EntryLint::Change {
  size_t begin = 0;
  size_t old_end = 0;
  size_t new_end = 0;

  Change(std::string_view before, std::string_view after) {
    const size_t shorter = std::min(before.size(), after.size());
    begin = static_cast<size_t>(std::mismatch(before.begin(),
                                              before.begin() + static_cast<ptrdiff_t>(shorter),
                                              after.begin())
                                    .first -
                                before.begin());
    size_t tail = 0;
    while (tail < shorter - begin &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
      ++tail;
    }
    old_end = before.size() - tail;
    new_end = after.size() - tail;
  }
};

/// Where the lines of each entry begin, in order; empty when entries share lines.
std::vector<uint32_t> EntryLint::entry_starts(const std::vector<Facts>& facts) const {
  std::vector<uint32_t> starts;
  for (const Facts& each : facts) {
    const uint32_t begin = line_begin(text_, each.place.begin);
    if (!starts.empty() && begin < starts.back()) return {};
    if (starts.empty() || begin > starts.back()) starts.push_back(begin);
  }
  return starts;
}

bool EntryLint::is_plain_list(const std::vector<uint32_t>& starts) const {
  if (starts.size() < 2) return false;
  const std::string_view list = std::string_view(text_).substr(starts.front());
  const size_t indent = indent_of(list);
  return count_items(list, indent).has_value() &&
         std::all_of(starts.begin(), starts.end(), [&](uint32_t start) {
           const std::string_view line = std::string_view(text_).substr(start);
           return indent_of(line) == indent && line.substr(indent).starts_with("- ");
         });
}

bool EntryLint::lint_entry(const std::string& text, const FileJob& job, FileResult& result) const {
  const Change change(text_, text);
  const std::vector<uint32_t> starts = entry_starts(result.facts);
  if (starts.size() < 2 || !is_simple(result)) return false;
  const auto after = std::upper_bound(starts.begin(), starts.end(), change.begin);
  if (after == starts.begin()) return false;
  const bool last = after == starts.end();
  const Region old{*(after - 1), last ? static_cast<uint32_t>(text_.size()) : *after};
  const int64_t growth =
      static_cast<int64_t>(change.new_end) - static_cast<int64_t>(change.old_end);
  const auto new_end = static_cast<uint32_t>(old.end + growth);

  const std::string_view before = text_;
  const std::string_view now = text;
  const std::string_view old_lines = before.substr(old.begin, old.end - old.begin);
  const std::string_view new_lines = now.substr(old.begin, new_end - old.begin);
  const size_t indent = indent_of(before.substr(starts.front()));
  const bool inside = change.begin >= old.begin + indent + 2 && change.old_end <= old.end &&
                      new_lines.ends_with('\n') && old_lines.ends_with('\n');
  if (!inside || speaks_to_others(old_lines) || speaks_to_others(new_lines)) return false;
  const auto items = count_items(new_lines, indent);
  if (!items || items != count_items(old_lines, indent)) return false;

  // A neighbour behind the entry shows whether it ends where it did.
  const Region next =
      last ? Region{*(after - 2), old.begin}
           : Region{old.end, after + 1 == starts.end() ? static_cast<uint32_t>(before.size())
                                                       : *(after + 1)};
  const std::string_view head = before.substr(0, starts.front());
  const std::string_view next_lines = before.substr(next.begin, next.end - next.begin);
  const auto small = [&](std::string_view lines) {
    std::string made(head);
    made.append(last ? next_lines : lines).append(last ? lines : next_lines);
    return lint_bytes(std::move(made), 0, job, {}).result;
  };
  const FileResult small_old = small(old_lines);
  FileResult small_new = small(new_lines);
  if (!is_simple(small_old) || !is_simple(small_new)) return false;
  const auto begin = static_cast<uint32_t>(head.size() + (last ? next_lines.size() : 0));
  const auto size = [](std::string_view lines) { return static_cast<uint32_t>(lines.size()); };
  const int64_t distance = static_cast<int64_t>(old.begin) - begin;
  const Part was(result, old.begin, old.end, 0);
  Part is(small_new, begin, begin + size(new_lines), distance);
  if (!(was == Part(small_old, begin, begin + size(old_lines), distance))) return false;
  if (!keeps_its_place(was.facts, is.facts)) return false;

  const uint32_t beside = last ? size(head) : begin + size(old_lines);
  const uint32_t beside_now = last ? size(head) : begin + size(new_lines);
  const Part neighbour(result, next.begin, next.end, 0);
  const auto there = [&](const FileResult& from, uint32_t at) {
    return Part(from, at, at + size(next_lines), static_cast<int64_t>(next.begin) - at);
  };
  if (!(neighbour == there(small_old, beside) && neighbour == there(small_new, beside_now))) {
    return false;
  }

  const auto first = std::find_if(result.facts.begin(), result.facts.end(),
                                  [&](const Facts& each) { return each.place.begin >= old.begin; });
  for (size_t i = 0; i < is.facts.size(); ++i) is.facts[i].group = was.facts[i].group;
  std::move(is.facts.begin(), is.facts.end(), first);
  for (auto each = first + static_cast<ptrdiff_t>(is.facts.size()); each != result.facts.end();
       ++each) {
    move_by(*each, growth);
  }
  std::erase_if(result.findings, [&](const Finding& finding) {
    return finding.range.begin >= old.begin && finding.range.begin < old.end;
  });
  for (Finding& finding : result.findings) {
    if (finding.range.begin >= old.end) move_by(finding, growth);
  }
  std::move(is.findings.begin(), is.findings.end(), std::back_inserter(result.findings));
  result.bytes = text.size();
  return true;
}

void EntryLint::lint(const std::string& text, const FileJob& job, FileResult& result) {
  const bool long_schedule = text.size() >= smallest_ && text.size() <= job.read.largest &&
                             content_kind(job.path) == ContentKind::yaml;
  if (known_ && long_schedule && plain_ && lint_entry(text, job, result)) {
    ++short_cuts_;
    text_ = text;
    return;
  }
  result = lint_bytes(text, 0, job, {}).result;
  known_ = long_schedule;
  text_ = long_schedule ? text : std::string();
  plain_ = known_ && is_plain_list(entry_starts(result.facts));
}

}  // namespace soiree
