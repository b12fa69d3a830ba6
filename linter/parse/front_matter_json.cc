#include <algorithm>

#include "linter/parse/front_matter_parts.h"
#include "linter/text/utf8.h"

namespace soiree::front_matter {
namespace {

constexpr int kDeepest = 32;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

class JsonReader {
 public:
  JsonReader(std::string_view source, SourceSpan part, FrontMatter& result)
      : source_(source.substr(0, part.end)), at_(part.begin), result_(result) {}

  uint32_t at() const { return at_; }
  bool ended() const { return at_ == source_.size(); }

  bool read_members(const std::string& prefix, bool in_list, int depth, bool braces) {
    for (;;) {
      space();
      if (braces && take('}')) return true;
      if (!braces && ended()) return true;
      if (ended() || source_[at_] != '"') return fail("a key in double quotes");
      const uint32_t begin = at_;
      MappedText name;
      if (!read_string(name)) return false;
      const SourceSpan key_place{begin, at_};
      space();
      if (!take(':')) return fail("\":\" behind the key");
      std::string key = prefix;
      key += name.text();
      if (!read_value(key, key_place, in_list, depth)) return false;
      space();
      if (take(',')) continue;
      if (braces && take('}')) return true;
      if (!braces && ended()) return true;
      return fail(braces ? "\",\" or \"}\"" : "\",\"");
    }
  }

  bool read_object(const std::string& key, SourceSpan key_place, bool in_list, int depth) {
    const uint32_t begin = at_++;
    space();
    if (take('}')) {
      if (!key.empty()) add(key, key_place, {begin, at_}, in_list).kind = FieldKind::empty_table;
      return true;
    }
    if (depth > kDeepest) return fail("fewer levels of objects and lists");
    return read_members(key.empty() ? key : key + ".", in_list, depth + 1, true);
  }

 private:
  bool read_list(const std::string& key, SourceSpan key_place, int depth) {
    const uint32_t begin = at_++;
    space();
    if (take(']')) {
      add(key, key_place, {begin, at_}, false).kind = FieldKind::empty_list;
      return true;
    }
    if (depth > kDeepest) return fail("fewer levels of objects and lists");
    for (;;) {
      space();
      if (take(']')) return true;
      if (!read_value(key, key_place, true, depth + 1)) return false;
      space();
      if (take(',')) continue;
      if (take(']')) return true;
      return fail("\",\" or \"]\"");
    }
  }

  bool read_value(const std::string& key, SourceSpan key_place, bool in_list, int depth) {
    space();
    if (ended()) return fail("a value");
    const char first = source_[at_];
    if (first == '{') return read_object(key, key_place, in_list, depth);
    if (first == '[') return read_list(key, key_place, depth);
    const uint32_t begin = at_;
    if (first == '"') {
      MappedText value;
      if (!read_string(value)) return false;
      Field& field = add(key, key_place, {begin, at_}, in_list);
      field.value = std::move(value);
      field.quoted = true;
      return true;
    }
    const size_t end = std::min(source_.find_first_of(" \t\r\n,]}", at_), source_.size());
    const std::string_view word = source_.substr(at_, end - at_);
    const bool number = first == '-' || (first >= '0' && first <= '9');
    if (!number && word != "true" && word != "false" && word != "null") return fail("a value");
    at_ = static_cast<uint32_t>(end);
    Field& field = add(key, key_place, {begin, at_}, in_list);
    if (word == "null") {
      field.kind = FieldKind::null;
    } else {
      field.value.append_verbatim(word, begin);
    }
    return true;
  }

  bool read_string(MappedText& value) {
    const uint32_t begin = at_++;
    for (uint32_t run = at_;; ++at_) {
      if (ended() || source_[at_] == '\n' || source_[at_] == '\r') {
        at_ = begin;
        return fail("a closing quotation mark in the line of the opening one");
      }
      const char c = source_[at_];
      if (c != '"' && c != '\\') continue;
      value.append_verbatim(source_.substr(run, at_ - run), run);
      if (c == '"') break;
      if (!read_escape(value)) return false;
      run = at_ + 1;
    }
    ++at_;
    return true;
  }

  /// Reads the escape at the cursor and stops on its last byte.
  bool read_escape(MappedText& value) {
    const uint32_t begin = at_++;
    if (ended()) return fail("an escape");
    static constexpr std::string_view kNames = "\"\\/bfnrt";
    static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const size_t name = kNames.find(source_[at_]);
    if (name != std::string_view::npos) {
      value.append_decoded(kMeanings.substr(name, 1), {begin, at_ + 1});
      return true;
    }
    char32_t unit = 0;
    if (!read_hex_unit(unit)) {
      at_ = begin;
      return fail("an escape that JSON knows");
    }
    if (unit >= 0xD800 && unit < 0xDC00 && source_.substr(at_ + 1, 2) == "\\u") {
      const uint32_t back = at_;
      at_ += 2;
      char32_t low = 0;
      if (read_hex_unit(low) && low >= 0xDC00 && low < 0xE000) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
      } else {
        at_ = back;
      }
    }
    std::string bytes;
    append_code_point(bytes, unit);
    value.append_decoded(bytes, {begin, at_ + 1});
    return true;
  }

  /// The cursor is on the `u`; it ends on the last digit.
  bool read_hex_unit(char32_t& unit) {
    if (source_[at_] != 'u' || at_ + 4 >= source_.size()) return false;
    unit = 0;
    for (uint32_t i = 1; i <= 4; ++i) {
      const int digit = hex_value(source_[at_ + i]);
      if (digit < 0) return false;
      unit = unit * 16 + static_cast<char32_t>(digit);
    }
    at_ += 4;
    return true;
  }

  Field& add(const std::string& key, SourceSpan key_place, SourceSpan place, bool in_list) {
    Field& field = result_.fields.emplace_back();
    field.key = key;
    field.key_place = key_place;
    field.place = place;
    field.in_list = in_list;
    return field;
  }

  void space() {
    at_ =
        static_cast<uint32_t>(std::min(source_.find_first_not_of(" \t\r\n", at_), source_.size()));
  }
  bool take(char sign) {
    if (ended() || source_[at_] != sign) return false;
    ++at_;
    return true;
  }
  bool fail(std::string_view expected) {
    const Line line = line_at(source_, at_, static_cast<uint32_t>(source_.size()));
    std::string message = "The JSON front matter cannot be read from here on: expected ";
    message += expected;
    message += ".";
    result_.problems.push_back({{line.begin, line.end}, std::move(message), false});
    return false;
  }

  std::string_view source_;
  uint32_t at_;
  FrontMatter& result_;
};

// End of an object that cannot be read: its closing brace at the start of a line.
std::optional<uint32_t> end_of_broken_object(std::string_view source, uint32_t at, uint32_t limit) {
  while (at < limit) {
    const Line line = line_at(source, at, limit);
    if (line.begin < line.end && source[line.begin] == '}') return line.begin + 1;
    at = line.next;
  }
  return std::nullopt;
}

}  // namespace

std::optional<uint32_t> read_json_fields(std::string_view source, SourceSpan part, bool braces,
                                         FrontMatter& result) {
  JsonReader reader(source, part, result);
  const bool read = braces ? reader.read_object({}, {part.begin, part.begin}, false, 0)
                           : reader.read_members({}, false, 0, false);
  if (read) return reader.at();
  return end_of_broken_object(source, reader.at(), part.end);
}

}  // namespace soiree::front_matter
