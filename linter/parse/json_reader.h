#ifndef SOIREE_PARSE_JSON_READER_H_
#define SOIREE_PARSE_JSON_READER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/front_matter.h"
#include "linter/parse/problem.h"

namespace soiree {

/// Bytes of a JSON text that a reader of YAML would stop at, and what to put in their place.
struct JsonRepair {
  SourceSpan place;
  char with = ' ';
};

/// Reads JSON as it is meant: what strict readers refuse (comments, commas too many or too few,
/// other quotation marks, words without any) is a problem at its place, and reading goes on behind
/// it. Only what cannot be guessed ends the reading.
class JsonReader {
 public:
  /// Reads `part` of `source`. The values are added to `fields`; null when only the problems
  /// matter.
  JsonReader(std::string_view source, SourceSpan part, std::vector<Field>* fields)
      : source_(source.substr(0, part.end)), at_(part.begin), fields_(fields) {}

  /// Reads the object or list at the start of the part. False when it does not end in the part or
  /// cannot be read to its end; at() is then where reading stopped.
  bool read_root();
  /// Reads the members of an object that stand in the part without braces.
  bool read_bare_members();
  /// Reads the object or list that is all of the part. Where it ends before it is closed, that is a
  /// problem.
  void read_all();

  uint32_t at() const { return at_; }
  std::vector<Problem>& problems() { return problems_; }
  /// In the order in which they are to be made.
  const std::vector<JsonRepair>& repairs() const { return repairs_; }

 private:
  /// A file with more is no JSON; what is looked for up to the end of a line costs one each time.
  static constexpr size_t kMostProblems = 50;

  struct Open {
    uint32_t at;
    char sign;
  };

  struct Target {
    const std::string& path;  ///< of the value, dotted
    SourceSpan key_place;
    bool in_list;
  };

  /// `braces` is false for members without braces around them.
  bool read_members(const std::string& prefix, bool in_list, bool braces);
  bool read_object(const Target& target);
  bool read_list(const Target& target);
  bool read_value(const Target& target);
  bool read_key(std::string& name, SourceSpan& place);
  /// True when a value follows.
  std::optional<bool> read_colon(SourceSpan key_place);
  /// What stands between two entries, the first of which ends at `behind`.
  bool read_separator(char closing, uint32_t behind);
  void end_list_before(uint32_t item, uint32_t separator);
  bool is_key_at(uint32_t at) const;
  bool comma_is_of_text(uint32_t comma) const;
  bool starts_entry(char closing) const;
  bool is_bare_key_at(uint32_t at) const;
  /// The cursor is on a bracket that does not close the innermost object or list. True when that
  /// ends here; else the bracket is skipped.
  bool closes_outer(char sign);

  bool read_string(MappedText* value, bool key);
  uint32_t missing_quote_before(uint32_t begin, bool key) const;
  uint32_t end_behind_inner_quotes() const;
  bool read_broken_line(uint32_t begin, uint32_t& run, MappedText* value, bool key);
  void read_escape(MappedText* value);
  bool read_hex_unit(char32_t& unit);
  /// A text in marks that JSON does not know. False when `at_` is not on such a mark.
  bool read_foreign_string(MappedText* value, bool key);
  bool read_word(const Target& target);

  Field* add(const Target& target, SourceSpan place);
  void skip_blanks_and_comments();
  uint32_t line_end(uint32_t at) const;
  bool ended() const { return at_ == source_.size(); }
  bool peek(char sign) const { return !ended() && source_[at_] == sign; }
  bool take(char sign);
  void say(SourceSpan place, std::string message);
  void repair(SourceSpan place, char with) { repairs_.push_back({place, with}); }
  bool fail(std::string_view expected);
  void say_unclosed(const Open& open);
  bool fail_unclosed();

  std::string_view source_;
  uint32_t at_;
  std::vector<Field>* fields_;
  std::vector<Problem> problems_;
  std::vector<JsonRepair> repairs_;
  std::vector<Open> open_;
  std::optional<uint32_t> comma_;  ///< the separator just read
  bool separated_ = false;         ///< it was read as one of the list before
  bool root_unclosed_ = false;     ///< nothing says so yet
};

/// `text` for a message: in double quotes, and cut when it is long.
std::string shown_json_text(std::string_view text);

}  // namespace soiree

#endif  // SOIREE_PARSE_JSON_READER_H_
