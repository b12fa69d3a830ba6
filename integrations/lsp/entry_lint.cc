#include "integrations/lsp/entry_lint.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "integrations/lsp/entry_reach.h"
#include "linter/config/discovery.h"

namespace soiree {
namespace {

void move_by(Facts& facts, int64_t distance) {
  move_by(facts.place, distance);
  move_by(facts.anchor, distance);
}

void move_by(Finding& finding, int64_t distance) {
  for_each_span(finding, [&](SourceSpan& span) { move_by(span, distance); });
}

/// Calls `each` for every place of a suppression.
template <class Each>
void for_each_span(Suppression& suppression, const Each& each) {
  each(suppression.range);
  each(suppression.directive);
  each(suppression.name);
  each(suppression.removal.cut);
}

void move_by(Suppression& suppression, int64_t distance) {
  for_each_span(suppression, [&](SourceSpan& span) { move_by(span, distance); });
}

auto key_of(const Facts& facts) {
  return std::tuple(facts.place.begin, facts.place.end, facts.anchor.begin, facts.anchor.end,
                    facts.text_hash, facts.words, facts.traits, facts.language, facts.kind,
                    facts.draft, facts.has_moment, facts.moment.unix_seconds, facts.recipient,
                    facts.label.view());
}

auto key_of(const Suppression& suppression) {
  return std::tuple(suppression.directive.begin, suppression.directive.end, suppression.name.begin,
                    suppression.name.end, std::string_view(suppression.rule));
}

auto key_of(const Finding& finding) {
  return std::tuple(finding.range.begin, finding.range.end, finding.rule,
                    std::string_view(finding.message), finding.severity,
                    std::string_view(finding.post.id), std::string_view(finding.post.time));
}

/// Versions of one post for several channels have a number in common, and so have the posts of one
/// list; both count through the file.
bool same_numbers(const std::vector<Facts>& a, const std::vector<Facts>& b,
                  uint32_t Facts::*number) {
  const auto relative = [&](const std::vector<Facts>& list, const Facts& facts) {
    return facts.*number == 0 ? INT64_MIN
                              : static_cast<int64_t>(facts.*number) - list.front().*number;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const Facts& x, const Facts& y) {
    return relative(a, x) == relative(b, y);
  });
}

bool same_versions(const std::vector<Facts>& a, const std::vector<Facts>& b) {
  return same_numbers(a, b, &Facts::group) && same_numbers(a, b, &Facts::list);
}

/// What lies in `[begin, end)` of a result, moved by `distance`.
struct Part {
  std::vector<Facts> facts;
  std::vector<Finding> findings;
  std::vector<Suppression> suppressions;

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
    for (const Suppression& each : result.suppressions.entries) {
      if (each.directive.begin < begin || each.directive.begin >= end) continue;
      suppressions.push_back(each);
      move_by(suppressions.back(), distance);
    }
  }

  friend bool operator==(const Part& a, const Part& b) {
    const auto same = [](const auto& x, const auto& y) { return key_of(x) == key_of(y); };
    return same_versions(a.facts, b.facts) &&
           std::equal(a.suppressions.begin(), a.suppressions.end(), b.suppressions.begin(),
                      b.suppressions.end(), same) &&
           std::equal(a.facts.begin(), a.facts.end(), b.facts.begin(), b.facts.end(), same) &&
           std::equal(a.findings.begin(), a.findings.end(), b.findings.begin(), b.findings.end(),
                      same);
  }
};

bool cover_same(const std::vector<Suppression>& a, const std::vector<Suppression>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Suppression& x, const Suppression& y) { return x.range == y.range; });
}

/// The comments of ours in a piece cover nothing outside of it.
bool stay_inside(const std::vector<Suppression>& list, PieceSpan piece) {
  return std::all_of(list.begin(), list.end(), [&](const Suppression& each) {
    return each.range.begin >= piece.begin && each.range.end <= piece.end;
  });
}

/// Nothing found in it depends on more than one entry, as it does where times are checked against
/// each other.
bool is_simple(const FileResult& result) {
  return result.suppressions.findings.empty() && result.suppressions.unread.empty() &&
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

/// Whether a word is no time is told where most posts of the file have one (`before` and `after`
/// are the lines of a piece, `found` its posts).
bool may_miss_time(const FileResult& result, const std::vector<Facts>& found, const FileJob& job,
                   std::string_view before, std::string_view after) {
  const auto dated = [](const Facts& facts) { return facts.has_moment; };
  return !std::all_of(found.begin(), found.end(), dated) &&
         (job.read.mapping != nullptr || has_time_key(before) || has_time_key(after)) &&
         std::any_of(result.facts.begin(), result.facts.end(), dated);
}

TextChange difference(std::string_view before, std::string_view after) {
  TextChange change;
  const size_t shorter = std::min(before.size(), after.size());
  const auto end = before.begin() + static_cast<ptrdiff_t>(shorter);
  change.begin =
      static_cast<size_t>(std::mismatch(before.begin(), end, after.begin()).first - before.begin());
  size_t tail = 0;
  while (tail < shorter - change.begin &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
    ++tail;
  }
  change.old_end = before.size() - tail;
  change.new_end = after.size() - tail;
  return change;
}

/// An edit inside one piece, with a neighbour: the one behind it shows whether the piece still ends
/// where it did, so only the last one takes the one before.
struct EntryEdit {
  std::string_view head;     ///< what stands before the first piece
  std::string_view between;  ///< and between the two
  std::string_view tail;     ///< and behind the last
  PieceSpan before;          ///< in the old text
  PieceSpan after;           ///< in the new one
  PieceSpan beside;          ///< the neighbour, in the old text
  bool last = false;
  size_t index = 0;

  int64_t growth() const { return static_cast<int64_t>(after.end) - before.end; }
  bool holds(SourceSpan place) const {
    return place.begin >= before.begin && place.begin < before.end;
  }
};

/// What our comments in other entries cover ends and begins where it did, but for the growth of the
/// edited entry: nothing ends or begins inside that, and none of its lines could end it earlier.
bool keeps_suppressions(const EntryEdit& edit, std::string_view before, std::string_view after,
                        const SchedulePieces& pieces, const FileResult& result) {
  const auto& entries = result.suppressions.entries;
  const auto is_other = [&](const Suppression& each) { return !edit.holds(each.directive); };
  if (std::none_of(entries.begin(), entries.end(), is_other)) return true;
  if (has_outer_comment(edit.before.of(before), pieces.indent()) ||
      has_outer_comment(edit.after.of(after), pieces.indent())) {
    return false;
  }
  // Comments above the entry stay what they are.
  const size_t begin = edit.before.end - below_comments(edit.before.of(before)).size();
  const auto outside = [&](uint32_t at) { return at <= begin || at >= edit.before.end; };
  // What begins with the piece covers all of an item, but one line of anything else.
  const auto begins_here = [&](const Suppression& each) {
    return each.range.begin >= edit.before.begin && each.range.begin < edit.before.end;
  };
  return std::all_of(entries.begin(), entries.end(), [&](const Suppression& each) {
    return !is_other(each) ||
           ((pieces.are_items() || !begins_here(each)) && outside(each.range.begin) &&
            outside(each.range.end) && outside(each.directive.end) && outside(each.name.begin) &&
            outside(each.name.end));
  });
}

/// Lines that are put in, or taken out, may as well be the line break above them and all but their
/// own last one: so they are behind the last line of an entry, not before the first of the next
/// one.
std::optional<TextChange> moved_up(TextChange change, std::string_view before,
                                   std::string_view after) {
  const bool put = change.begin == change.old_end;
  if (put == (change.begin == change.new_end)) return std::nullopt;
  while (change.begin > 0) {
    const char last = put ? after[change.new_end - 1] : before[change.old_end - 1];
    if (before[change.begin - 1] != last) break;
    change = {change.begin - 1, change.old_end - 1, change.new_end - 1};
    if (last == '\n') return change;
  }
  return std::nullopt;
}

/// The edit of the one piece that holds the whole change; nothing when there is none.
std::optional<EntryEdit> locate(TextChange change, std::string_view before, std::string_view after,
                                const SchedulePieces& pieces) {
  EntryEdit edit;
  edit.index = pieces.find(change, before, after);
  if (edit.index == pieces.size()) {
    if (const auto above = moved_up(change, before, after)) {
      change = *above;
      edit.index = pieces.find(change, before, after);
    }
  }
  if (edit.index == pieces.size()) return std::nullopt;
  edit.last = edit.index + 1 == pieces.size();
  edit.head = before.substr(0, pieces[0].begin);
  edit.tail = before.substr(pieces[pieces.size() - 1].end);
  edit.before = pieces[edit.index];
  edit.after = {edit.before.begin,
                static_cast<uint32_t>(edit.before.end + change.new_end - change.old_end)};
  edit.beside = pieces[edit.last ? edit.index - 1 : edit.index + 1];
  const PieceSpan between = edit.last ? PieceSpan{edit.beside.end, edit.before.begin}
                                      : PieceSpan{edit.before.end, edit.beside.begin};
  edit.between = between.of(before);
  return edit;
}

/// The entry and its neighbour by themselves, linted as any file.
class SmallSchedule {
 public:
  SmallSchedule(const EntryEdit& edit, std::string_view entry, std::string_view beside,
                const FileJob& job) {
    std::string text(edit.head);
    const auto add = [&](std::string_view piece) {
      const auto begin = static_cast<uint32_t>(text.size());
      text += piece;
      return PieceSpan{begin, static_cast<uint32_t>(text.size())};
    };
    if (edit.last) beside_ = add(beside);
    if (edit.last) text += edit.between;
    entry_ = add(entry);
    if (!edit.last) text += edit.between;
    if (!edit.last) beside_ = add(beside);
    text += edit.tail;
    result_ = lint_bytes(std::move(text), 0, job, {}).result;
  }

  bool is_simple() const { return soiree::is_simple(result_); }
  /// What was found, moved to where the lines stand in the whole text.
  Part entry(uint32_t begin) const { return part(entry_, begin); }
  Part beside(uint32_t begin) const { return part(beside_, begin); }

 private:
  Part part(PieceSpan lines, uint32_t begin) const {
    return {result_, lines.begin, lines.end, static_cast<int64_t>(begin) - lines.begin};
  }

  PieceSpan entry_;
  PieceSpan beside_;
  FileResult result_;
};

/// Puts what was found in the edited entry in the place of what was found before.
EntryChange put_entry(const EntryEdit& edit, Part found, FileResult& result) {
  EntryChange change;
  change.begin = edit.before.begin;
  change.end = edit.before.end;
  change.growth = edit.growth();
  const auto first = std::find_if(result.facts.begin(), result.facts.end(), [&](const Facts& each) {
    return each.place.begin >= edit.before.begin;
  });
  change.first = static_cast<size_t>(first - result.facts.begin());
  const auto behind = std::swap_ranges(found.facts.begin(), found.facts.end(), first);
  change.before = std::move(found.facts);
  for (auto each = behind; each != result.facts.end(); ++each) move_by(*each, change.growth);
  std::erase_if(result.findings,
                [&](const Finding& finding) { return change.holds(finding.range); });
  for (Finding& finding : result.findings) {
    if (change.precedes(finding.range)) move_by(finding, change.growth);
  }
  result.findings.insert(result.findings.end(), found.findings.begin(), found.findings.end());
  change.found = std::move(found.findings);
  const auto move_end = [&](uint32_t& at) {
    if (at >= change.end) at = static_cast<uint32_t>(at + change.growth);
  };
  std::vector<Suppression>& suppressions = result.suppressions.entries;
  std::erase_if(suppressions,
                [&](const Suppression& each) { return change.holds(each.directive); });
  for (Suppression& each : suppressions) {
    for_each_span(each, [&](SourceSpan& span) {
      move_end(span.begin);
      move_end(span.end);
    });
  }
  suppressions.insert(suppressions.end(), found.suppressions.begin(), found.suppressions.end());
  return change;
}

}  // namespace

std::optional<EntryChange> EntryLint::lint_entry(const std::string& text, const FileJob& job,
                                                 FileResult& result) {
  const auto edit = locate(difference(text_, text), text_, text, pieces_);
  if (!edit || !is_simple(result)) return std::nullopt;
  const std::string_view before = edit->before.of(text_);
  const std::string_view after = edit->after.of(text);
  if (speaks_to_others(before) || speaks_to_others(after)) return std::nullopt;
  if (telling_keys(before) != telling_keys(after)) return std::nullopt;
  if (!keeps_suppressions(*edit, text_, text, pieces_, result)) return std::nullopt;
  const std::string_view beside = edit->beside.of(text_);
  const SmallSchedule old_entry(*edit, before, beside, job);
  const SmallSchedule new_entry(*edit, after, beside, job);
  if (!old_entry.is_simple() || !new_entry.is_simple()) return std::nullopt;

  const uint32_t begin = edit->before.begin;
  const Part was(result, begin, edit->before.end, 0);
  const Part neighbour(result, edit->beside.begin, edit->beside.end, 0);
  const Part alone = old_entry.entry(begin);
  Part found = new_entry.entry(begin);
  if (!stay_inside(was.suppressions, edit->before) ||
      !stay_inside(found.suppressions, edit->after)) {
    return std::nullopt;
  }
  const bool alone_as_in_file = was == alone && cover_same(was.suppressions, alone.suppressions) &&
                                neighbour == old_entry.beside(edit->beside.begin) &&
                                neighbour == new_entry.beside(edit->beside.begin);
  // Alone, a piece without a post may be no schedule, and then nothing is said about it.
  if (was.facts.empty() || !alone_as_in_file) return std::nullopt;
  if (!keeps_its_place(was.facts, found.facts)) return std::nullopt;
  if (may_miss_time(result, found.facts, job, before, after)) return std::nullopt;
  for (size_t i = 0; i < found.facts.size(); ++i) {
    found.facts[i].group = was.facts[i].group;
    found.facts[i].list = was.facts[i].list;
  }
  pieces_.grow(edit->index, edit->growth());
  result.bytes = text.size();
  return put_entry(*edit, std::move(found), result);
}

std::optional<EntryChange> EntryLint::lint(const std::string& text, const FileJob& job,
                                           FileResult& result) {
  const std::optional<ContentKind> kind = content_kind(job.path);
  const bool long_schedule = text.size() >= smallest_ && text.size() <= job.read.largest &&
                             (kind == ContentKind::yaml || kind == ContentKind::json);
  if (long_schedule && pieces_.size() > 1) {
    if (std::optional<EntryChange> change = lint_entry(text, job, result)) {
      ++short_cuts_;
      text_ = text;
      return change;
    }
  }
  result = lint_bytes(text, 0, job, {}).result;
  text_ = long_schedule ? text : std::string();
  pieces_ = long_schedule ? SchedulePieces(text_, result.facts) : SchedulePieces();
  return std::nullopt;
}

}  // namespace soiree
