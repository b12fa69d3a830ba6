#include "linter/parse/yaml_recovery.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "linter/parse/yaml_comments.h"
#include "linter/parse/yaml_diagnosis.h"
#include "linter/parse/yaml_events.h"
#include "linter/parse/yaml_interruptions.h"
#include "linter/parse/yaml_lines.h"
#include "linter/parse/yaml_units.h"

namespace soiree {
namespace {

constexpr size_t kMaxProblems = 200;  ///< a file with more is no YAML at all
constexpr int kMaxDepth = 8;          ///< levels of nesting that are searched for the broken piece
constexpr int kMaxAliasRetries = 32;
constexpr int kMaxJoins = 64;
constexpr int kMaxReparses = 6;

/// Blanks the pieces of a file that cannot be read on their own, so that what is left can be parsed
/// as one whole: anchors, merge keys and structure then need no second implementation.
class Recovery {
 public:
  Recovery(const YamlBytes& bytes, std::vector<Problem>& problems)
      : base_(bytes.clean),
        bytes_{base_, bytes.source, bytes.shift},
        problems_(problems),
        scratch_(bytes.clean) {
    collect_anchors();
  }

  YamlParse run(const YamlFailure& failure, bool all_documents) {
    const std::string_view clean = bytes_.clean;
    const size_t first = clean.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && (clean[first] == '{' || clean[first] == '[')) {
      return run_flow(failure);
    }
    remove_interruptions();
    for (const SourceSpan region : document_regions(clean)) find_in_document(region);
    const std::string with_strays = scratch_;
    for (const YamlUnit& unit : strays_) blank(unit.begin, unit.end);
    YamlParse parse = parse_scratch(all_documents);
    for (int i = 0; i < kMaxReparses && parse.failure; ++i) {
      if (!blank_entry_at(*parse.failure)) break;
      parse = parse_scratch(all_documents);
    }
    if (parse.failure) report(clean_place(*parse.failure), *parse.failure);
    if (!strays_.empty()) add_strays(parse, with_strays);
    return parse;
  }

  const std::string& scratch() const { return scratch_; }

 private:
  void blank_base(uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; ++i) {
      if (base_[i] != '\n' && base_[i] != '\r') base_[i] = ' ';
    }
  }

  /// Takes the lines out that break a list in two, and the lists that hang below no key.
  void remove_interruptions() {
    const YamlInterruptions found = find_interruptions(bytes_.clean);
    for (const YamlInterruptions::Line& line : found.lines) {
      problems_.push_back({bytes_.place(line.place.begin, line.line_end), line.message});
      blank(line.place.begin, line.place.end);
      blank_base(line.place.begin, line.place.end);
    }
    for (const YamlUnit& list : found.lists) {
      for (const YamlUnit& unit : split({list.begin, list.end})) find_in(unit, 0);
      strays_.push_back(list);
      blank_base(list.begin, list.end);
    }
    reported_strays_ = strays_.size();
  }

  YamlParse parse_scratch(bool all_documents) {
    return parse_yaml({scratch_, bytes_.source, bytes_.shift}, all_documents);
  }

  void collect_anchors() {
    const std::string_view clean = bytes_.clean;
    for (size_t at = clean.find('&'); at != std::string_view::npos; at = clean.find('&', at + 1)) {
      const auto begin = static_cast<uint32_t>(at + 1);
      const uint32_t end = word_end(clean, begin);
      if (end > begin) anchors_.insert(clean.substr(begin, end - begin));
    }
  }

  /// Why [begin, end) cannot be parsed on its own, or nothing when it can.
  std::optional<YamlFailure> check(uint32_t begin, uint32_t end) {
    const uint32_t column = begin - yaml_line_begin(bytes_.clean, begin);
    std::string text(column, ' ');
    text += bytes_.clean.substr(begin, end - begin);
    for (int i = 0; i < kMaxAliasRetries; ++i) {
      YamlParse parse = parse_yaml({text, text, 0}, true);
      if (!parse.failure) return std::nullopt;
      YamlFailure& failure = *parse.failure;
      if (failure.unknown_anchor.empty() || anchors_.count(failure.unknown_anchor) == 0) {
        failure.offset = std::clamp(failure.offset, column, column + end - begin) - column + begin;
        return std::move(failure);
      }
      // The anchor is defined elsewhere in the file; any value will do to check the rest.
      std::fill_n(text.begin() + failure.offset, failure.unknown_anchor.size() + 1, ' ');
    }
    return std::nullopt;
  }

  void find_in_document(SourceSpan region) {
    std::vector<YamlUnit> units = split(region);
    if (units.empty()) return;
    // A list at the level of keys that follows a key with a value belongs to nothing.
    bool mapping_seen = false;
    bool stray = false;
    for (size_t i = 0; i < units.size(); ++i) {
      const YamlUnit& unit = units[i];
      if (unit.kind == YamlUnitKind::key) {
        mapping_seen = true;
        stray = !has_empty_value(bytes_.clean, unit);
      } else if (unit.kind == YamlUnitKind::item && mapping_seen && stray) {
        strays_.push_back(unit);
      }
      find_in(unit, unit.kind == YamlUnitKind::other && units.size() > 1 ? 1 : 0);
    }
  }

  std::vector<YamlUnit> split(SourceSpan region) {
    std::vector<YamlUnit> units = split_units(bytes_.clean, region);
    std::vector<YamlUnit> joined;
    for (const YamlUnit& unit : units) {
      if (unit.kind == YamlUnitKind::other && !joined.empty() && joins_ < kMaxJoins) {
        ++joins_;
        if (check(joined.back().begin, joined.back().end) &&
            !check(joined.back().begin, unit.end)) {  // a text or list that runs on at the margin
          joined.back().end = unit.end;
          continue;
        }
      }
      joined.push_back(unit);
    }
    return joined;
  }

  /// Blanks what is broken in `unit`. Returns whether anything was.
  bool find_in(const YamlUnit& unit, int depth) {
    if (problems_.size() >= kMaxProblems) {
      give_up(unit);
      return true;
    }
    std::optional<YamlFailure> failure = check(unit.begin, unit.end);
    if (unit.kind == YamlUnitKind::other && depth > 0) {
      lose(unit, failure ? *failure : YamlFailure{unit.begin, "a line without a key", {}, false});
      return true;
    }
    if (!failure) return false;
    bool found = false;
    const SourceSpan inside = unit_content(bytes_.clean, unit);
    if (!inside.empty() && depth < kMaxDepth) {
      const std::vector<YamlUnit> children = split(inside);
      const bool structured =
          children.size() > 1 || (children.size() == 1 && children[0].kind != YamlUnitKind::other);
      if (structured) {
        for (const YamlUnit& child : children) found = find_in(child, depth + 1) || found;
      }
    }
    if (!found) lose(unit, *failure);
    return true;
  }

  /// Leaves the rest of a file that is broken all over.
  void give_up(const YamlUnit& unit) {
    if (problems_.size() == kMaxProblems) {
      problems_.push_back({bytes_.place(unit.begin, yaml_line_end(bytes_.clean, unit.begin)),
                           "Too much of this file is not valid YAML; it was not read from here "
                           "on. Mend the places above first."});
    }
    blank(unit.begin, unit.end);
  }

  void lose(const YamlUnit& unit, const YamlFailure& failure) {
    report({unit.begin, unit.end}, failure);
    blank(unit.begin, unit.end);
  }

  void report(SourceSpan unit, const YamlFailure& failure) {
    if (problems_.size() >= kMaxProblems) return;
    if (failure.final) {
      const uint32_t end =
          std::min<uint32_t>(failure.offset + 1, static_cast<uint32_t>(bytes_.clean.size()));
      problems_.push_back({bytes_.place(std::min(failure.offset, end), end), failure.message});
      return;
    }
    problems_.push_back(diagnose_yaml(bytes_, unit, failure));
  }

  void report_flow(SourceSpan piece, const YamlFailure& failure) {
    if (failure.final) {
      report(piece, failure);
    } else if (problems_.size() < kMaxProblems) {
      problems_.push_back(diagnose_flow(bytes_, piece, failure));
    }
  }

  /// Overwrites all but line ends and lines that are comments (suppressions stay in force).
  void blank(uint32_t begin, uint32_t end) {
    uint32_t at = begin;
    while (at < end) {
      const uint32_t line_end = std::min(end, yaml_line_end(bytes_.clean, at));
      const size_t text = bytes_.clean.find_first_not_of(" \t", at);
      const bool comment = text < line_end && bytes_.clean[text] == '#' && at != begin;
      if (!comment) std::fill(scratch_.begin() + at, scratch_.begin() + line_end, ' ');
      at = std::max(at + 1, yaml_next_line(bytes_.clean, line_end));
    }
  }

  SourceSpan clean_place(const YamlFailure& failure) const {
    const uint32_t begin = yaml_line_begin(bytes_.clean, failure.offset);
    return {begin, std::max(begin, yaml_line_end(bytes_.clean, failure.offset))};
  }

  /// The whole still fails although its pieces do not: drops the list item or top-level key there.
  bool blank_entry_at(const YamlFailure& failure) {
    for (const SourceSpan region : document_regions(bytes_.clean)) {
      SourceSpan search = region;
      std::optional<YamlUnit> best;
      for (int depth = 0; depth < kMaxDepth; ++depth) {
        const std::vector<YamlUnit> units = split_units(scratch_, search);
        const auto found = std::find_if(units.begin(), units.end(), [&](const YamlUnit& unit) {
          return unit.begin <= failure.offset && failure.offset < unit.end;
        });
        if (found == units.end()) break;
        best = *found;
        if (found->kind == YamlUnitKind::item) break;
        search = unit_content(scratch_, *found);
        if (search.empty()) break;
      }
      if (best) {
        lose(*best, failure);
        return true;
      }
    }
    return false;
  }

  /// Parses the lists that stand next to keys, which `with_strays` still has, as further roots.
  void add_strays(YamlParse& parse, const std::string& with_strays) {
    if (strays_.size() > reported_strays_) {
      const YamlUnit& first = strays_[reported_strays_];
      problems_.push_back({bytes_.place(first.begin, yaml_line_end(bytes_.clean, first.begin)),
                           "A list cannot follow a key and its value at the same level. Put the "
                           "list under a key of its own, such as `posts:`."});
    }
    std::string rest = with_strays;
    for (char& c : rest) c = c == '\n' || c == '\r' ? c : ' ';
    for (const YamlUnit& unit : strays_) {
      rest.replace(unit.begin, unit.end - unit.begin, with_strays, unit.begin,
                   unit.end - unit.begin);
    }
    YamlParse list = parse_yaml({rest, bytes_.source, bytes_.shift}, true);
    if (list.failure) report(clean_place(*list.failure), *list.failure);
    for (YamlNode& root : list.roots) parse.roots.push_back(std::move(root));
    for (Problem& problem : list.problems) parse.problems.push_back(std::move(problem));
    parse.extents.insert(parse.extents.end(), list.extents.begin(), list.extents.end());
    std::sort(parse.extents.begin(), parse.extents.end(),
              [](const ScalarExtent& a, const ScalarExtent& b) { return a.begin < b.begin; });
    parse.scalars += list.scalars;
    parse.inexact += list.inexact;
    for (const YamlUnit& unit : strays_) {
      scratch_.replace(unit.begin, unit.end - unit.begin, with_strays, unit.begin,
                       unit.end - unit.begin);
    }
  }

  /// JSON and other flow style: the objects of its lists, one by one.
  YamlParse run_flow(const YamlFailure& failure) {
    YamlParse result;
    YamlNode list;
    list.kind = YamlKind::sequence;
    list.place = bytes_.place(0, static_cast<uint32_t>(bytes_.clean.size()));
    const size_t before = problems_.size();
    for (const SourceSpan object : flow_objects(bytes_.clean)) {
      const std::string_view part = object.of(bytes_.clean);
      YamlParse parse = parse_yaml(
          {part, bytes_.source.substr(object.begin, object.size()), bytes_.shift + object.begin},
          true);
      if (parse.failure) {
        parse.failure->offset += object.begin;
        report_flow(object, *parse.failure);
        continue;
      }
      for (YamlNode& root : parse.roots) list.children.push_back(std::move(root));
      for (Problem& problem : parse.problems) result.problems.push_back(std::move(problem));
      result.extents.insert(result.extents.end(), parse.extents.begin(), parse.extents.end());
      result.scalars += parse.scalars;
      result.inexact += parse.inexact;
    }
    if (problems_.size() == before) {
      report_flow({0, static_cast<uint32_t>(bytes_.clean.size())}, failure);
    }
    if (!list.children.empty()) result.roots.push_back(std::move(list));
    return result;
  }

  std::string base_;  ///< the file without what interrupts its lists
  YamlBytes bytes_;
  std::vector<Problem>& problems_;
  std::string scratch_;
  std::unordered_set<std::string_view> anchors_;
  std::vector<YamlUnit> strays_;
  size_t reported_strays_ = 0;
  int joins_ = 0;
};

}  // namespace

YamlStream read_yaml_stream(std::string_view source, SourceSpan part, YamlExtent extent,
                            std::string_view mended) {
  YamlStream stream;
  std::string storage;
  YamlBytes bytes =
      clean_yaml_bytes(mended.empty() ? source : mended, part, storage, stream.problems);
  if (!mended.empty()) bytes.source = source.substr(bytes.shift, bytes.clean.size());
  const bool all = extent == YamlExtent::all_documents;
  YamlParse parse = parse_yaml(bytes, all);
  if (!parse.failure) {
    stream.comments = find_comments(bytes, parse.extents, stream.problems);
  } else {
    Recovery recovery(bytes, stream.problems);
    parse = recovery.run(*parse.failure, all);
    const YamlBytes readable{recovery.scratch(), bytes.source, bytes.shift};
    stream.comments = find_comments(readable, parse.extents, stream.problems);
  }
  stream.roots = std::move(parse.roots);
  stream.scalars = parse.scalars;
  stream.inexact = parse.inexact;
  for (Problem& problem : parse.problems) stream.problems.push_back(std::move(problem));
  std::stable_sort(stream.problems.begin(), stream.problems.end(),
                   [](const Problem& a, const Problem& b) { return a.place < b.place; });
  return stream;
}

}  // namespace soiree
