#include "linter/parse/toml_diagnosis.h"

#include <algorithm>
#include <string>

#include "linter/parse/dates.h"
#include "linter/parse/front_matter_parts.h"
#include "linter/parse/toml_string.h"
#include "linter/text/utf8.h"

namespace soiree::front_matter {
namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr int kDeepest = 32;       // lists in lists; the parser itself refuses what is far deeper
constexpr size_t kMostShown = 40;  // bytes of a value in a message

std::string shown(std::string_view value) {
  if (value.size() <= kMostShown) return std::string(value);
  size_t cut = kMostShown;
  while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xC0U) == 0x80) --cut;
  return std::string(value.substr(0, cut)) + "…";
}

bool starts_with_typographic_quote(std::string_view text) {
  return text.starts_with("“") || text.starts_with("”") || text.starts_with("„") ||
         text.starts_with("‘") || text.starts_with("’") || text.starts_with("«");
}

/// Reads TOML entry by entry up to the first mistake, which a reader of values finds where it is
/// made and not where the parser stops.
class Diagnosis {
 public:
  Diagnosis(std::string_view source, SourceSpan part, uint32_t stopped, std::string_view words)
      : source_(source.substr(0, part.end)), stopped_(stopped), words_(words), at_(part.begin) {}

  std::optional<Problem> run() {
    while (at_ < end() && !told_ && !known_date_) {
      const Line line = line_at(source_, at_, end());
      if (line.begin > stopped_) break;
      line_ = line;
      read_line();
    }
    if (known_date_) return std::nullopt;
    if (!told_) {
      const Line line = line_at(source_, line_begin(stopped_), end());
      say(line.begin, line.end,
          "The TOML front matter is broken here: " + std::string(words_) +
              ". Its other lines are read one by one.");
    }
    return std::move(told_);
  }

 private:
  uint32_t end() const { return static_cast<uint32_t>(source_.size()); }

  uint32_t line_begin(uint32_t at) const {
    at = std::min(at, end());
    while (at > 0 && source_[at - 1] != '\n' && source_[at - 1] != '\r') --at;
    return at;
  }

  bool stops_on(uint32_t from, uint32_t to) const { return from <= stopped_ && stopped_ <= to; }

  void say(uint32_t from, uint32_t to, std::string message) {
    if (!told_) told_ = Problem{{from, std::max(from, to)}, std::move(message), false};
  }

  void skip_blanks() {
    while (at_ < end() && is_blank(source_[at_])) ++at_;
  }

  bool at_line_end() const {
    return at_ == end() || source_[at_] == '\n' || source_[at_] == '\r' || source_[at_] == '#';
  }

  /// Blanks, line ends and comments between the items of a list.
  void skip_space() {
    while (at_ < end()) {
      if (source_[at_] == '#') {
        at_ = line_at(source_, at_, end()).end;
      } else if (is_blank(source_[at_]) || source_[at_] == '\n' || source_[at_] == '\r') {
        ++at_;
      } else {
        return;
      }
    }
  }

  void read_line() {
    skip_blanks();
    if (!at_line_end()) {
      source_[at_] == '[' ? read_header() : read_entry();
      if (told_ || known_date_) return;
    }
    at_ = line_at(source_, at_, end()).next;
  }

  void read_entry() {
    const uint32_t begin = at_;
    const std::string_view text = source_.substr(begin, line_.end - begin);
    const uint32_t length = key_length(text, '=');
    if (length == 0) {
      if (stops_on(line_.begin, line_.end)) no_equals_sign(begin, text);
      return;
    }
    key_ = text.substr(0, length);
    const bool ascii = std::all_of(key_.begin(), key_.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii && key_.find('"') == kNone && stops_on(line_.begin, line_.end)) {
      say(begin, begin + length,
          "TOML has a key with such letters in quotes only. Write \"" + shown(key_) + "\".");
      return;
    }
    at_ = begin + static_cast<uint32_t>(text.find('=', length)) + 1;
    skip_blanks();
    if (at_line_end()) {
      say(begin, begin + static_cast<uint32_t>(without_trailing_blanks(text).size()),
          "`" + shown(key_) + "` has no value. Write one behind the `=`, or delete the line.");
      return;
    }
    const uint32_t value = at_;
    read_value(0);
    if (told_ || known_date_) return;
    skip_blanks();
    if (!at_line_end()) {
      goes_on(value);
    } else if (words_.find("redefine") != kNone && stops_on(line_.begin, line_.end)) {
      say(begin, begin + length, "`" + shown(key_) + "` is set twice here. Keep one of them.");
    }
  }

  /// `[name]`, `[[name]]`.
  void read_header() {
    if (!stops_on(line_.begin, line_.end)) return;
    const uint32_t begin = at_;
    const std::string_view text = source_.substr(begin, line_.end - begin);
    const size_t stop = std::min(text.find('#'), text.size());
    const std::string_view header = without_trailing_blanks(text.substr(0, stop));
    const std::string opening = header.starts_with("[[") ? "[[" : "[";
    const std::string closing(opening.size(), ']');
    const uint32_t header_end = begin + static_cast<uint32_t>(header.size());
    if (words_.find("redefine") != kNone) {
      say(begin, header_end,
          "`" + shown(header) + "` is set twice here. Put all its entries below the first one.");
    } else if (!header.ends_with(closing) || header.ends_with(closing + "]")) {
      say(begin, header_end,
          "The name of a table that begins with `" + opening + "` ends with `" + closing +
              "`. Write as many brackets behind it as before it.");
    }
  }

  void no_equals_sign(uint32_t begin, std::string_view text) {
    const size_t colon = text.find(':');
    const size_t equals = text.find('=');
    if (equals < colon) {
      const std::string_view name = without_trailing_blanks(text.substr(0, equals));
      const auto name_end = begin + static_cast<uint32_t>(name.size());
      if (name.empty()) {
        say(begin, begin + 1, "The key before this `=` is missing. Write one, or delete the line.");
      } else if (name.find('"') == kNone) {
        say(begin, name_end,
            "TOML has a key of several words in quotes only. Write \"" + shown(name) + "\".");
      }
      return;
    }
    std::string_view key = without_trailing_blanks(text.substr(0, std::min(colon, text.size())));
    if (colon == kNone || key.empty() || key.find_first_of(" \t\"'") != kNone) return;
    std::string_view value = text.substr(colon + 1);
    value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
    say(begin, line_.end,
        "TOML has `=` between a key and its value. Write `" + shown(key) + " = " + shown(value) +
            "`.");
  }

  /// Something stands behind a value that is complete.
  void goes_on(uint32_t value) {
    const char first = source_[value];
    const uint32_t line_end = line_at(source_, at_, end()).end;
    const std::string_view rest = without_trailing_blanks(source_.substr(at_, line_end - at_));
    if (rest == "," || rest == ";") {
      say(at_, at_ + 1, "TOML has no `" + std::string(rest) + "` behind a value. Delete it.");
    } else if (first == '"' && rest.back() != '"' && rest.find('\'') == kNone &&
               is_blank(source_[at_ - 1])) {
      say(value, at_ + static_cast<uint32_t>(rest.size()),
          "The text goes on after the quote that closes it. Put single quotes around all of it.");
    } else if (first == '"') {
      say(at_ - 1, line_end,
          "The text goes on after the quote that closes it. Write \\\" for a quotation mark inside "
          "double quotes.");
    } else if (first == '\'') {
      say(at_ - 1, line_end,
          "The text goes on after the quote that closes it. TOML has no apostrophe inside single "
          "quotes; use double quotes.");
    } else if (stops_on(line_.begin, line_end)) {
      say(at_, line_end, "The value ends before this. Put a text in quotes, or delete the rest.");
    }
  }

  void read_value(int depth) {
    const char first = source_[at_];
    if (first == '"' || first == '\'') {
      read_string();
    } else if (first == '[') {
      read_list(depth);
    } else if (first == '{') {
      read_table();
    } else {
      read_word();
    }
  }

  void read_string() {
    MappedText ignored;
    if (const auto behind = decode_toml_string(source_, at_, end(), ignored)) {
      at_ = *behind;
      return;
    }
    const uint32_t begin = at_;
    const char quote = source_[begin];
    const std::string three(3, quote);
    const bool many_lines = source_.substr(begin).starts_with(three);
    const std::string mark = many_lines ? three : std::string(1, quote);
    const uint32_t line_end = line_at(source_, begin, end()).end;
    const uint32_t limit = many_lines ? end() : line_end;
    size_t close = begin + mark.size();
    size_t bad_escape = kNone;
    while (close < limit && !source_.substr(close).starts_with(mark)) {
      if (quote == '"' && source_[close] == '\\') {
        static constexpr std::string_view kEscapes = "btnfr\"\\uUe\n\r \t";
        if (close + 1 < limit && kEscapes.find(source_[close + 1]) == kNone) {
          bad_escape = std::min(bad_escape, close);
        }
        ++close;
      }
      ++close;
    }
    if (close >= limit) {
      say(begin, line_end,
          "This text starts with " + mark + " and has no closing " + mark +
              (many_lines ? "" : " on its line") + ". Close it at the end of the text.");
    } else if (bad_escape < close) {
      const auto at = static_cast<uint32_t>(bad_escape);
      say(at, at + 1 + decode_code_point(source_, at + 1).size,
          "TOML has no such escape in double quotes. Write the backslash twice, or use single "
          "quotes.");
    } else {
      at_ = static_cast<uint32_t>(close + mark.size());
    }
  }

  void read_list(int depth) {
    const uint32_t open = at_++;
    bool comma_due = false;
    while (!told_) {
      skip_space();
      if (at_ < end() && source_[at_] == ']') {
        ++at_;
        return;
      }
      if (at_ == end() || depth == kDeepest || starts_entry()) {
        say(open, line_at(source_, open, end()).end,
            "The list that starts here with `[` is not closed. Add the missing `]` behind its last "
            "item.");
        return;
      }
      if (source_[at_] == ',') {
        if (!comma_due) {
          say(at_, at_ + 1, "There is no item before this comma. Remove the comma.");
          return;
        }
        ++at_;
        comma_due = false;
      } else if (comma_due) {
        say(at_, line_at(source_, at_, end()).end,
            "A comma is missing before this item of the list. Put one between the items.");
      } else {
        read_value(depth + 1);
        comma_due = true;
      }
    }
  }

  /// True where the next entry or table begins although the list is still open.
  bool starts_entry() const {
    if (at_ != line_begin(at_)) return false;
    const Line line = line_at(source_, at_, end());
    const std::string_view text = without_trailing_blanks(line.of(source_));
    const bool table = text.size() > 2 && text[0] == '[' && text.back() == ']' &&
                       text.find_first_of("\"',") == kNone;
    return table || key_length(text, '=') != 0;
  }

  /// `{...}`, of which only the end matters here.
  void read_table() {
    const uint32_t open = at_;
    const uint32_t line_end = line_at(source_, open, end()).end;
    int depth = 0;
    while (at_ < line_end) {
      const char c = source_[at_];
      if (c == '"' || c == '\'') {
        read_string();
        if (told_) return;
        continue;
      }
      if (c == '{') ++depth;
      if (c == '=' && stops_on(line_.begin, line_end)) {
        const size_t next = source_.find_first_not_of(" \t", at_ + 1);
        if (next != kNone && (source_[next] == '}' || source_[next] == ',')) {
          say(at_, at_ + 1, "There is no value behind this `=`. Write one, or delete the key.");
          return;
        }
      }
      ++at_;
      if (c == '}' && --depth == 0) return;
    }
    if (stops_on(line_.begin, end())) {
      say(open, line_end,
          "What starts here with `{` is not closed on its line. Add the missing `}` behind its "
          "last entry.");
    }
  }

  /// Whatever has neither quotes nor brackets: true, false, numbers and dates; or a text that lacks
  /// its quotes.
  void read_word() {
    const uint32_t begin = at_;
    const uint32_t line_end = line_at(source_, begin, end()).end;
    const size_t stop = std::min<size_t>(source_.find_first_of(",]}#", begin), line_end);
    const std::string_view word = without_trailing_blanks(source_.substr(begin, stop - begin));
    at_ = begin + static_cast<uint32_t>(word.size());
    const std::string_view digits = word.substr(word.find_first_not_of("+-") == 1 ? 1 : 0);
    if (word == "true" || word == "false" || digits == "inf" || digits == "nan") return;
    const bool number = !digits.empty() && digits[0] >= '0' && digits[0] <= '9';
    if (number && (!stops_on(line_.begin, line_end) || is_surely_right(word))) return;
    if (number && told_elsewhere(word)) {
      known_date_ = true;
    } else if (number) {
      const bool date = is_date_key() || (word.size() > 4 && word[4] == '-');
      say(begin, at_,
          date ? "TOML does not take this for a date. Write it as 2026-01-31 or "
                 "2026-01-31T09:00:00+01:00, or put it in quotes."
               : "TOML does not take this for a number or a date. Put it in quotes.");
    } else if (starts_with_typographic_quote(word)) {
      say(begin, at_,
          "These quotation marks are typographic ones, which TOML does not know. Put straight "
          "quotation marks (\") around the text.");
    } else {
      not_a_value(begin, word);
    }
  }

  /// Digits without a zero before them, or a date.
  static bool is_surely_right(std::string_view word) {
    const bool whole = word.find_first_not_of("0123456789") == kNone;
    if (whole) return word.size() == 1 || word[0] != '0';
    return word.size() == 10 && word[4] == '-' && word[7] == '-' && parse_moment(word).has_value();
  }

  /// True for a date of the post itself that does not exist.
  bool told_elsewhere(std::string_view word) const { return is_date_key() && !parse_moment(word); }

  bool is_date_key() const {
    return equal_ignoring_case(key_, "date") || key_ == "publishDate" || key_ == "pubDate";
  }

  void not_a_value(uint32_t begin, std::string_view word) {
    const auto is = [word](std::string_view other) { return equal_ignoring_case(word, other); };
    if (is("yes") || is("on") || is("true")) {
      say(begin, at_, "TOML knows no such value. Write `true`.");
    } else if (is("no") || is("off") || is("false")) {
      say(begin, at_, "TOML knows no such value. Write `false`.");
    }
    if (word.empty() && at_ < end()) ++at_;
    say(begin, at_, "TOML takes a text in quotes only. Write \"" + shown(word) + "\".");
  }

  std::string_view source_;
  uint32_t stopped_;
  std::string_view words_;
  uint32_t at_;
  Line line_;
  std::string_view key_;
  std::optional<Problem> told_;
  bool known_date_ = false;
};

}  // namespace

std::optional<Problem> diagnose_toml(std::string_view source, SourceSpan part, uint32_t stopped,
                                     std::string_view description) {
  return Diagnosis(source, part, stopped, description).run();
}

}  // namespace soiree::front_matter
