#include "linter/parse/yaml_scalar.h"

#include <algorithm>
#include <string>

#include "linter/text/utf8.h"

namespace soiree {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\n' || c == '\r'; }

/// Decodes one scalar and compares what it gets with the parser's value while it goes: `at` is how
/// much of the value has been matched, and `ok` turns false at the first difference.
class Mapper {
 public:
  Mapper(const YamlBytes& bytes, std::string_view value) : bytes_(bytes), value_(value) {}

  ScalarReading map(uint32_t begin) {
    ScalarReading reading;
    text_.reserve(value_.size(), 0);
    cursor_ = begin;
    header_end_ = begin;
    const char first = begin < size() ? bytes_.clean[begin] : '\0';
    switch (first) {
      case '\'':
        reading.style = YamlStyle::single_quoted;
        quoted('\'');
        break;
      case '"':
        reading.style = YamlStyle::double_quoted;
        quoted('"');
        break;
      case '|':
        reading.style = YamlStyle::literal;
        block(false);
        break;
      case '>':
        reading.style = YamlStyle::folded;
        block(true);
        break;
      default:
        reading.style = YamlStyle::plain;
        plain();
    }
    reading.closed = closed_;
    reading.exact = ok_ && at_ == value_.size();
    reading.place = bytes_.place(begin, std::max(begin, cursor_));
    reading.header_end = bytes_.shift + header_end_;
    if (reading.exact) {
      reading.text = std::move(text_);
    } else {
      if (reading.style == YamlStyle::plain) {
        const size_t line_end = bytes_.clean.find_first_of("\r\n", begin);
        cursor_ = line_end == std::string_view::npos ? size() : static_cast<uint32_t>(line_end);
        reading.place = bytes_.place(begin, cursor_);
      }
      reading.text.append_decoded(value_, reading.place);
    }
    return reading;
  }

 private:
  uint32_t size() const { return static_cast<uint32_t>(bytes_.clean.size()); }
  char at(uint32_t offset) const { return offset < size() ? bytes_.clean[offset] : '\0'; }

  bool matches(std::string_view piece) {
    if (value_.substr(at_, piece.size()) != piece) {
      ok_ = false;
      return false;
    }
    at_ += piece.size();
    return true;
  }

  void verbatim(uint32_t begin, uint32_t end) {
    const std::string_view piece = bytes_.clean.substr(begin, end - begin);
    if (!ok_ || !matches(piece)) return;
    if (bytes_.untouched() || bytes_.source.substr(begin, end - begin) == piece) {
      text_.append_verbatim(piece, bytes_.shift + begin);
      return;
    }
    for (uint32_t i = begin; i < end;) {
      const bool same = bytes_.source[i] == bytes_.clean[i];
      const uint32_t next = bytes_.run_end(i, end);
      const std::string_view run = bytes_.clean.substr(i, next - i);
      if (same) {
        text_.append_verbatim(run, bytes_.shift + i);
      } else {
        text_.append_decoded(run, bytes_.place(bytes_.character_begin(i), next));
      }
      i = next;
    }
  }

  void decoded(std::string_view piece, uint32_t begin, uint32_t end) {
    if (!ok_ || !matches(piece)) return;
    text_.append_decoded(piece,
                         bytes_.place(bytes_.character_begin(begin), bytes_.character_begin(end)));
  }

  /// Line end at `offset`: its length, 0 when there is none.
  uint32_t break_size(uint32_t offset) const {
    if (at(offset) == '\n') return 1;
    if (at(offset) == '\r' && offset < size()) return at(offset + 1) == '\n' ? 2 : 1;
    return 0;
  }

  /// Skips blanks and line ends from `offset`; counts the line ends.
  uint32_t skip_white(uint32_t offset, uint32_t& breaks) const {
    breaks = 0;
    while (offset < size()) {
      if (is_blank(at(offset))) {
        ++offset;
      } else if (const uint32_t length = break_size(offset)) {
        offset += length;
        ++breaks;
      } else {
        break;
      }
    }
    return offset;
  }

  static std::string folded(uint32_t breaks) {
    return breaks == 1 ? std::string(" ") : std::string(breaks - 1, '\n');
  }

  void plain() {
    const std::string_view rest = bytes_.clean.substr(cursor_, value_.size());
    if (rest == value_ && value_.find('\n') == std::string_view::npos) {
      verbatim(cursor_, cursor_ + static_cast<uint32_t>(value_.size()));
      cursor_ += static_cast<uint32_t>(value_.size());
      return;
    }
    while (ok_ && at_ < value_.size() && cursor_ < size()) {
      uint32_t breaks = 0;
      uint32_t end = skip_white(cursor_, breaks);
      if (breaks > 0) {
        decoded(folded(breaks), cursor_, end);
      } else {
        const auto most = static_cast<uint32_t>(
            std::min<size_t>(size(), end + (value_.size() - std::min(at_, value_.size()))));
        while (end < most && !is_blank(at(end)) && !is_break(at(end))) ++end;
        verbatim(cursor_, end);
      }
      cursor_ = end;
    }
  }

  void quoted(char quote) {
    ++cursor_;
    const std::string_view stops = quote == '"' ? "\"\\\n\r" : "'\n\r";
    while (true) {
      const size_t found = bytes_.clean.find_first_of(stops, cursor_);
      if (found == std::string_view::npos) {
        verbatim(cursor_, size());
        cursor_ = size();
        closed_ = false;
        return;
      }
      const auto stop = static_cast<uint32_t>(found);
      if (is_break(at(stop))) {
        fold_at(stop);
      } else if (at(stop) == '\\') {
        verbatim(cursor_, stop);
        escape(stop);
      } else if (quote == '\'' && at(stop + 1) == '\'') {
        verbatim(cursor_, stop);
        decoded("'", stop, stop + 2);
        cursor_ = stop + 2;
      } else {
        verbatim(cursor_, stop);
        cursor_ = stop + 1;
        return;
      }
    }
  }

  void fold_at(uint32_t line_end) {
    uint32_t text_end = line_end;
    while (text_end > cursor_ && is_blank(at(text_end - 1))) --text_end;
    verbatim(cursor_, text_end);
    uint32_t breaks = 0;
    const uint32_t next = skip_white(line_end, breaks);
    decoded(folded(breaks), text_end, next);
    cursor_ = next;
  }

  /// The escape whose backslash stands at `begin`.
  void escape(uint32_t begin) {
    if (const uint32_t length = break_size(begin + 1)) {  // joins two lines without a blank
      uint32_t breaks = 0;
      const uint32_t next = skip_white(begin + 1 + length, breaks);
      if (breaks > 0) decoded(std::string(breaks, '\n'), begin, next);
      cursor_ = next;
      return;
    }
    std::string piece;
    uint32_t length = 2;
    switch (at(begin + 1)) {
      case '0':
        piece.push_back('\0');
        break;
      case 'a':
        piece = "\a";
        break;
      case 'b':
        piece = "\b";
        break;
      case 't':
      case '\t':
        piece = "\t";
        break;
      case 'n':
        piece = "\n";
        break;
      case 'v':
        piece = "\v";
        break;
      case 'f':
        piece = "\f";
        break;
      case 'r':
        piece = "\r";
        break;
      case 'e':
        piece = "\x1B";
        break;
      case 'N':
        piece = "\xC2\x85";
        break;
      case '_':
        piece = "\xC2\xA0";
        break;
      case 'L':
        piece = "\xE2\x80\xA8";
        break;
      case 'P':
        piece = "\xE2\x80\xA9";
        break;
      case 'x':
        length = numeric(begin, 2, piece);
        break;
      case 'u':
        length = numeric(begin, 4, piece);
        break;
      case 'U':
        length = numeric(begin, 8, piece);
        break;
      default:
        piece = bytes_.clean.substr(std::min(begin + 1, size()), 1);
    }
    const uint32_t end = std::min(begin + length, size());
    if (at(begin + 1) == 'u' && !bytes_.untouched() && surrogates(begin)) return;
    decoded(piece, begin, end);
    cursor_ = end;
  }

  uint32_t numeric(uint32_t begin, uint32_t digits, std::string& piece) {
    uint32_t code = 0;
    for (uint32_t i = begin + 2; i < begin + 2 + digits; ++i) {
      const char c = at(i);
      const char lower = static_cast<char>(c | 0x20);
      if (c >= '0' && c <= '9') {
        code = code * 16 + static_cast<uint32_t>(c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        code = code * 16 + static_cast<uint32_t>(lower - 'a' + 10);
      } else {
        ok_ = false;
      }
    }
    append_code_point(piece, static_cast<char32_t>(code));
    return 2 + digits;
  }

  /// A pair of escaped surrogates, which the parser saw as two replacement characters.
  bool surrogates(uint32_t begin) {
    const uint32_t high = unicode_escape(bytes_.source, begin);
    const uint32_t low = unicode_escape(bytes_.source, begin + 6);
    if (high < 0xD800 || high > 0xDBFF || low < 0xDC00 || low > 0xDFFF) return false;
    matches(kReplacement);
    matches(kReplacement);
    std::string piece;
    append_code_point(piece,
                      static_cast<char32_t>(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)));
    if (ok_) text_.append_decoded(piece, bytes_.place(begin, begin + 12));
    cursor_ = begin + 12;
    return true;
  }

  uint32_t line_end(uint32_t offset) const {
    const size_t found = bytes_.clean.find_first_of("\r\n", offset);
    return found == std::string_view::npos ? size() : static_cast<uint32_t>(found);
  }

  /// Columns that the parser took for indentation: what the first line with text has in the source
  /// and no longer has in the value. This spares knowing the parent's indentation.
  uint32_t block_indent(uint32_t first_line) const {
    uint32_t breaks = 0;
    const size_t text = value_.find_first_not_of('\n');
    if (text == std::string_view::npos) return UINT32_MAX;
    uint32_t line = first_line;
    while (line < size()) {
      uint32_t start = line;
      while (at(start) == ' ') ++start;
      if (break_size(start) == 0) {
        const size_t kept = value_.find_first_not_of(' ', text);
        const auto blanks =
            static_cast<uint32_t>((kept == std::string_view::npos ? value_.size() : kept) - text);
        return start - line >= blanks ? start - line - blanks : 0;
      }
      line = start + break_size(start);
      if (++breaks > value_.size()) break;
    }
    return UINT32_MAX;
  }

  void block(bool fold) {
    header_end_ = line_end(cursor_);
    uint32_t line = header_end_ + break_size(header_end_);
    cursor_ = header_end_;
    if (value_.empty()) return;
    const uint32_t indent = block_indent(line);
    while (ok_ && at_ < value_.size()) {
      uint32_t start = line;
      while (start - line < indent && at(start) == ' ') ++start;
      const uint32_t end = line_end(start);
      verbatim(start, end);
      cursor_ = end;
      if (at_ >= value_.size()) return;
      const bool had_text = start < end;
      line = end + break_size(end);
      if (fold && had_text && value_.find_first_not_of('\n', at_) != std::string_view::npos) {
        line = fold_block(end, line, indent);
        if (!ok_) return;
        continue;
      }
      line_break(end, line);
      if (line == end && at_ < value_.size()) ok_ = false;  // the file ends before the value does
    }
  }

  void line_break(uint32_t end, uint32_t next) {
    if (next == end + 1 && at(end) == '\n') {
      verbatim(end, next);
    } else {
      decoded("\n", end, next);
    }
    cursor_ = next;
  }

  /// Line ends between two lines with text of a folded scalar. Returns the start of the next line
  /// with text.
  uint32_t fold_block(uint32_t end, uint32_t next_line, uint32_t indent) {
    uint32_t breaks = 1;
    uint32_t line = next_line;
    uint32_t start = line;
    while (line < size()) {
      start = line;
      while (start - line < indent && at(start) == ' ') ++start;
      const uint32_t length = break_size(start);
      if (length == 0) break;
      line = start + length;
      ++breaks;
    }
    const size_t kept = std::min(value_.find_first_not_of('\n', at_), value_.size()) - at_;
    if (kept == 0) {
      decoded(" ", end, start);
      if (breaks != 1) ok_ = false;
    } else if (kept == breaks || kept + 1 == breaks) {
      decoded(std::string(kept, '\n'), end, start);
    } else {
      ok_ = false;
    }
    return line;
  }

  const YamlBytes& bytes_;
  std::string_view value_;
  MappedText text_;
  size_t at_ = 0;
  uint32_t cursor_ = 0;
  uint32_t header_end_ = 0;
  bool ok_ = true;
  bool closed_ = true;
};

}  // namespace

ScalarReading map_scalar(const YamlBytes& bytes, uint32_t begin, std::string_view value) {
  return Mapper(bytes, value).map(begin);
}

}  // namespace soiree
