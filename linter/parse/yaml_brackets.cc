#include "linter/parse/yaml_brackets.h"

#include <algorithm>
#include <string>
#include <vector>

#include "linter/parse/yaml_lines.h"

namespace soiree {
namespace {

constexpr size_t kNone = std::string_view::npos;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Reads brackets byte by byte, and knows whether a text may begin where it stands.
class Brackets {
 public:
  Brackets(std::string_view bytes, uint32_t begin, uint32_t end)
      : bytes_(bytes), begin_(begin), end_(std::min<uint32_t>(end, size_of(bytes))) {}

  std::optional<TextMistake> mistake() {
    for (at_ = begin_; at_ < end_; ++at_) {
      if (auto found = step()) return found;
      if (open_.empty()) return std::nullopt;
    }
    return not_closed();
  }

 private:
  static uint32_t size_of(std::string_view bytes) { return static_cast<uint32_t>(bytes.size()); }

  std::optional<TextMistake> step() {
    const char c = bytes_[at_];
    if (is_space(c)) return std::nullopt;
    if (c == '#' && std::string_view(" \t\r\n[{,").find(bytes_[at_ - 1]) != kNone) {
      skip_comment();
    } else if (c == '[' || c == '{') {
      open_.push_back(c);
      next_text();
    } else if (c == ']' || c == '}') {
      return close(c);
    } else if (c == ',') {
      next_text();
    } else if (c == ':' && (at_ + 1 == end_ || is_space(bytes_[at_ + 1]))) {
      return colon();
    } else if (start_) {
      return first_sign(c);
    } else if (c == '?' && plain_begin_ < end_) {
      return question_mark();
    }
    return std::nullopt;
  }

  void next_text() {
    start_ = true;
    plain_begin_ = end_;
    colons_ = 0;
  }

  std::optional<TextMistake> close(char c) {
    const char wanted = open_.back() == '[' ? ']' : '}';
    if (c != wanted) {
      return TextMistake{at_, at_ + 1,
                         std::string("This `") + c + "` stands where `" + wanted +
                             "` is due, since `" + open_.back() + "` was opened last. Write `" +
                             wanted + "`, or close that one before."};
    }
    open_.pop_back();
    start_ = false;
    plain_begin_ = end_;
    return std::nullopt;
  }

  /// YAML allows the sign here; yaml-cpp takes it for the beginning of a key.
  TextMistake question_mark() const {
    constexpr size_t kMostShown = 40;  // bytes; a longer text would hide the message
    uint32_t text_end = at_;
    while (text_end < end_ && std::string_view(",[]{}\r\n").find(bytes_[text_end]) == kNone) {
      ++text_end;
    }
    while (is_space(bytes_[text_end - 1])) --text_end;
    const std::string_view text = bytes_.substr(plain_begin_, text_end - plain_begin_);
    const bool shown = text.size() <= kMostShown && text.find('`') == kNone;
    return {plain_begin_, text_end,
            "This text has `?` in it, which breaks it off inside brackets. Put " +
                (shown ? "`" + std::string(text) + "`" : std::string("the text")) + " in quotes."};
  }

  std::optional<TextMistake> colon() {
    start_ = true;
    plain_begin_ = end_;
    if (++colons_ < 2) return std::nullopt;
    return TextMistake{at_, std::min(at_ + 2, end_),
                       "This text has `: ` in it, which YAML reads as a key and its value. Put "
                       "the text in quotes."};
  }

  std::optional<TextMistake> first_sign(char c) {
    start_ = false;
    if (c == '"' || c == '\'') {
      size_t bad_escape = 0;  // is told by who reads the text itself
      const size_t close = yaml_closing_quote(bytes_, at_, end_, bad_escape);
      if (close == kNone) {
        return TextMistake{at_, std::min(end_, yaml_line_end(bytes_, at_)),
                           std::string("This text starts with ") + c + " and has no closing " + c +
                               ". Close it at the end of the text."};
      }
      at_ = static_cast<uint32_t>(close);
    } else if (c == '@' || c == '`' || c == '%' || (c == '*' && !names_alias())) {
      return TextMistake{at_, at_ + 1,
                         "A text cannot start with " + shown_sign(c) +
                             " in YAML, where the sign has a meaning of its own. Put the text in "
                             "quotes."};
    } else if (c != '?') {
      plain_begin_ = at_;
    }
    return std::nullopt;
  }

  /// False for a glob such as `*.md`, where nothing that could be a name follows the star.
  bool names_alias() const {
    const char next = at_ + 1 < end_ ? bytes_[at_ + 1] : '\0';
    return next == '_' || (next >= '0' && next <= '9') || (next >= 'a' && next <= 'z') ||
           (next >= 'A' && next <= 'Z');
  }

  void skip_comment() {
    const uint32_t line_end = std::min(end_, yaml_line_end(bytes_, at_));
    const bool hashtag = at_ + 1 < line_end && bytes_[at_ + 1] != '#' && !is_space(bytes_[at_ + 1]);
    if (hashtag && hashtag_begin_ == end_) hashtag_begin_ = at_;
    at_ = line_end;
  }

  TextMistake not_closed() const {
    if (hashtag_begin_ < end_) {
      return {hashtag_begin_, std::min(end_, yaml_line_end(bytes_, hashtag_begin_)),
              "YAML reads the rest of the line from this `#` on as a comment, so that the `" +
                  std::string(1, bytes_[begin_]) +
                  "` before it is not closed. Put the text with `#` in quotes."};
    }
    const bool list = bytes_[begin_] == '[';
    return {begin_, std::min(end_, yaml_line_end(bytes_, begin_)),
            list ? "The list that starts here with `[` is not closed. Add the missing `]` behind "
                   "its last item, or put it in quotes if it is text."
                 : "What starts here with `{` is not closed. Add the missing `}` behind its last "
                   "entry, or put it in quotes if it is text."};
  }

  std::string_view bytes_;
  uint32_t begin_;
  uint32_t end_;
  uint32_t at_ = 0;
  std::vector<char> open_;
  bool start_ = false;             ///< a text may begin here
  uint32_t plain_begin_ = end_;    ///< of the text without quotes that we are in
  int colons_ = 0;                 ///< `: ` of the item we are in
  uint32_t hashtag_begin_ = end_;  ///< of the first comment that looks like a hashtag
};

}  // namespace

std::string shown_sign(char sign) {
  return sign == '`' ? "a backtick" : std::string("`") + sign + "`";
}

size_t yaml_closing_quote(std::string_view bytes, uint32_t begin, uint32_t end,
                          size_t& bad_escape) {
  const char quote = bytes[begin];
  for (uint32_t i = begin + 1; i < end; ++i) {
    if (quote == '"' && bytes[i] == '\\') {
      static constexpr std::string_view kEscapes = "0abt\tnvfre \"/\\N_LPxuU\r\n";
      if (i + 1 < end && kEscapes.find(bytes[i + 1]) == kNone && bad_escape == kNone) {
        bad_escape = i;
      }
      ++i;
    } else if (bytes[i] == quote) {
      if (quote == '\'' && i + 1 < end && bytes[i + 1] == '\'') {
        ++i;
        continue;
      }
      return i;
    }
  }
  return kNone;
}

std::optional<TextMistake> bracket_mistake(std::string_view bytes, uint32_t begin, uint32_t end) {
  return Brackets(bytes, begin, end).mistake();
}

}  // namespace soiree
