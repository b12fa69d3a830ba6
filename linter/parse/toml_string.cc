#include "linter/parse/toml_string.h"

#include <string>

#include "linter/text/utf8.h"

namespace soiree::front_matter {
namespace {

class TomlString {
 public:
  TomlString(std::string_view source, uint32_t begin, uint32_t limit, MappedText& value)
      : source_(source.substr(0, limit)), at_(begin), run_(begin), value_(value) {}

  std::optional<uint32_t> decode() {
    if (at_ >= source_.size()) return std::nullopt;
    quote_ = source_[at_];
    if (quote_ != '"' && quote_ != '\'') return std::nullopt;
    multi_line_ = quotes() >= 3;
    at_ += multi_line_ ? 3 : 1;
    if (multi_line_) at_ += line_break();
    run_ = at_;
    while (at_ < source_.size()) {
      const char c = source_[at_];
      if (c == quote_ && closes()) return at_;
      if (c == '\\' && quote_ == '"') {
        flush();
        if (!read_escape()) return std::nullopt;
        run_ = at_;
      } else if (const uint32_t width = line_break(); width != 0) {
        if (!multi_line_) return std::nullopt;
        flush();
        value_.append_decoded("\n", {at_, at_ + width});
        at_ += width;
        run_ = at_;
      } else {
        ++at_;
      }
    }
    return std::nullopt;
  }

 private:
  uint32_t quotes() const {
    uint32_t count = 0;
    while (at_ + count < source_.size() && source_[at_ + count] == quote_) ++count;
    return count;
  }
  uint32_t line_break() const {
    if (source_.substr(at_, 2) == "\r\n") return 2;
    return at_ < source_.size() && source_[at_] == '\n' ? 1 : 0;
  }
  void flush() { value_.append_verbatim(source_.substr(run_, at_ - run_), run_); }

  /// At a quote: ends the string here, or steps over quotes that belong to it.
  bool closes() {
    const uint32_t count = quotes();
    if (multi_line_ && count < 3) {
      at_ += count;
      return false;
    }
    // Up to two quotes may stand before the closing three.
    if (multi_line_) at_ += count < 5 ? count - 3 : 2;
    flush();
    at_ += multi_line_ ? 3 : 1;
    return true;
  }

  bool read_escape() {
    const uint32_t begin = at_++;
    if (at_ == source_.size()) return false;
    static constexpr std::string_view kNames = "btnfr\"\\";
    static constexpr std::string_view kMeanings = "\b\t\n\f\r\"\\";
    const char c = source_[at_];
    if (const size_t name = kNames.find(c); name != std::string_view::npos) {
      value_.append_decoded(kMeanings.substr(name, 1), {begin, ++at_});
      return true;
    }
    if (c == 'u' || c == 'U') return read_code_point(begin, c == 'u' ? 4 : 8);
    return multi_line_ && skip_folded_break();
  }

  bool read_code_point(uint32_t begin, uint32_t digits) {
    char32_t point = 0;
    ++at_;
    for (uint32_t i = 0; i < digits; ++i, ++at_) {
      if (at_ == source_.size()) return false;
      static constexpr std::string_view kDigits = "0123456789abcdef";
      const char c = source_[at_];
      const size_t digit = kDigits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
      if (digit == std::string_view::npos) return false;
      point = point * 16 + static_cast<char32_t>(digit);
    }
    std::string bytes;
    append_code_point(bytes, point);
    value_.append_decoded(bytes, {begin, at_});
    return true;
  }

  /// A backslash at the end of a line swallows all white space up to the next character.
  bool skip_folded_break() {
    bool broke = false;
    for (; at_ < source_.size(); ++at_) {
      const char c = source_[at_];
      if (c == '\n') broke = true;
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') break;
    }
    return broke;
  }

  std::string_view source_;
  uint32_t at_;
  uint32_t run_;
  MappedText& value_;
  char quote_ = '"';
  bool multi_line_ = false;
};

}  // namespace

std::optional<uint32_t> decode_toml_string(std::string_view source, uint32_t begin, uint32_t limit,
                                           MappedText& value) {
  return TomlString(source, begin, limit, value).decode();
}

}  // namespace soiree::front_matter
