#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "linter/parse/json_reader.h"
#include "linter/text/utf8.h"

// The scalars of JSON, and what people write instead of them.
namespace soiree {
namespace {

constexpr size_t kLongestShown = 40;
constexpr size_t kLongestForeign = 2000;  // text in marks that JSON does not know

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

size_t digits(std::string_view text, size_t at) {
  const size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at - begin;
}

bool is_number(std::string_view text) {
  size_t at = text.starts_with('-') ? 1 : 0;
  const size_t whole = digits(text, at);
  if (whole == 0 || (whole > 1 && text[at] == '0')) return false;
  at += whole;
  if (at < text.size() && text[at] == '.') {
    const size_t part = digits(text, at + 1);
    if (part == 0) return false;
    at += part + 1;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const size_t power = digits(text, at);
    if (power == 0) return false;
    at += power;
  }
  return at == text.size();
}

/// What JSON has for the words of other languages; empty for any other word.
std::string_view json_word(std::string_view word) {
  struct Meaning {
    std::string_view word;
    std::string_view json;
  };
  static constexpr std::array<Meaning, 10> kMeanings = {{{"true", "true"},
                                                         {"false", "false"},
                                                         {"null", "null"},
                                                         {"yes", "true"},
                                                         {"on", "true"},
                                                         {"no", "false"},
                                                         {"off", "false"},
                                                         {"none", "null"},
                                                         {"nil", "null"},
                                                         {"undefined", "null"}}};
  for (const Meaning& meaning : kMeanings) {
    if (equal_ignoring_case(meaning.word, word)) return meaning.json;
  }
  return {};
}

std::string without_escaped_apostrophes(std::string_view text) {
  std::string plain;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 2) == "\\'") ++at;
    plain += text[at];
  }
  return plain;
}

struct Marks {
  std::string_view open;
  std::string_view close;
};

constexpr std::array<Marks, 9> kForeignMarks = {{{"'", "'"},
                                                 {"`", "`"},
                                                 {"“", "”"},
                                                 {"“", "“"},
                                                 {"”", "”"},
                                                 {"„", "“"},
                                                 {"„", "”"},
                                                 {"«", "»"},
                                                 {"‘", "’"}}};

/// What to write instead of `text`, which begins with `word`.
std::string message_for_word(std::string_view word, std::string_view text) {
  if (word == text) {
    if (const std::string_view meant = json_word(word); !meant.empty()) {
      return "JSON knows no such value. Write `" + std::string(meant) + "`.";
    }
  }
  const size_t sign = word.find_first_not_of("+-.");
  const bool numeric = sign < word.size() && is_digit(word[sign]);
  if (numeric && word.find_first_of("-:/", 1) != std::string_view::npos) {
    return "JSON takes dates and times in double quotes only. Write " + shown_json_text(text) + ".";
  }
  if (numeric && word == text) {
    return "JSON does not take this for a number. Write it as one, or " + shown_json_text(text) +
           " if it is a text.";
  }
  return "JSON takes a text in double quotes only. Write " + shown_json_text(text) + ".";
}

}  // namespace

std::string shown_json_text(std::string_view text) {
  std::string shown = "\"";
  size_t at = 0;
  while (at < text.size() && at < kLongestShown) {
    if (text[at] == '"' || text[at] == '\\') shown += '\\';
    const size_t size = decode_code_point(text, at).size;
    shown += text.substr(at, size);
    at += size;
  }
  return shown + (at < text.size() ? "…\"" : "\"");
}

bool JsonReader::read_string(MappedText* value, bool key) {
  const uint32_t begin = at_++;
  uint32_t run = at_;
  bool tab_said = false;
  const auto keep = [&](uint32_t end) {
    if (value != nullptr) value->append_verbatim(source_.substr(run, end - run), run);
  };
  for (;;) {
    while (!ended() && source_[at_] != '"' && source_[at_] != '\\' &&
           static_cast<unsigned char>(source_[at_]) >= 0x20) {
      ++at_;
    }
    if (ended() || peek('\n') || peek('\r')) {
      if (read_broken_line(begin, run, value, key)) continue;
      return !key;
    }
    if (peek('\\')) {
      keep(at_);
      read_escape(value);
      run = at_;
    } else if (!peek('"')) {
      if (peek('\t') && !tab_said) {
        say({at_, at_ + 1}, "A tab in a JSON text is written \\t.");
        tab_said = true;
      }
      ++at_;
    } else if (at_ + 1 == source_.size() || !is_word_byte(source_[at_ + 1])) {
      break;
    } else if (const uint32_t missing = missing_quote_before(begin, key); missing != 0) {
      say({begin, missing}, key ? "This key has no closing \". Add it before the colon."
                                : "This text has no closing \". Add it before the comma.");
      if (!key && is_blank(source_[missing + 1])) {
        repair({missing, missing + 1}, '"');
        repair({missing + 1, missing + 2}, ',');
      }
      at_ = missing;
      keep(at_);
      return true;
    } else if (const uint32_t end = key ? 0 : end_behind_inner_quotes(); end != 0) {
      say({at_, end + 1},
          "The text goes on after the quote that closes it. Write \\\" for a quotation mark inside "
          "a text.");
      at_ = end;
      break;
    } else {
      break;
    }
  }
  keep(at_);
  ++at_;
  return true;
}

// `"Bread, "date": ...` and `"title: "Bread"`: the quote at the cursor opens the next text.
uint32_t JsonReader::missing_quote_before(uint32_t begin, bool key) const {
  uint32_t last = at_;
  while (last > begin + 1 && is_blank(source_[last - 1])) --last;
  --last;
  if (last <= begin || source_[last] != (key ? ':' : ',')) return 0;
  if (key) return last;
  uint32_t at = at_ + 1;
  while (at < source_.size() && (is_word_byte(source_[at]) || source_[at] == '-')) ++at;
  if (at == source_.size() || source_[at] != '"') return 0;
  ++at;
  while (at < source_.size() && is_blank(source_[at])) ++at;
  return at < source_.size() && source_[at] == ':' ? last : 0;
}

// The quote on this line that what comes behind it fits to; 0 when there is none.
uint32_t JsonReader::end_behind_inner_quotes() const {
  const uint32_t limit = line_end(at_);
  const auto next = [&](uint32_t at) {
    while (at < limit && is_blank(source_[at])) ++at;
    return at;
  };
  for (uint32_t at = at_ + 1; at < limit; ++at) {
    if (source_[at] == '\\') ++at;
    if (at >= limit || source_[at] != '"') continue;
    uint32_t behind = next(at + 1);
    if (behind == limit || source_[behind] == '}' || source_[behind] == ']') return at;
    if (source_[behind] != ',') continue;
    behind = next(behind + 1);
    if (behind == limit ||
        std::string_view("\"{[").find(source_[behind]) != std::string_view::npos) {
      return at;
    }
  }
  return 0;
}

// The cursor is at the end of a line inside a text. True when the text goes on in the next one.
bool JsonReader::read_broken_line(uint32_t begin, uint32_t& run, MappedText* value, bool key) {
  const uint32_t line = at_;
  const bool first =
      source_.substr(begin, line - begin).find_first_of("\r\n") == std::string_view::npos;
  uint32_t last = line;
  while (last > run && is_blank(source_[last - 1])) --last;
  const auto keep = [&](uint32_t end) {
    if (value != nullptr && end > run) value->append_verbatim(source_.substr(run, end - run), run);
  };
  uint32_t next = line;
  if (next < source_.size()) next += source_.substr(next, 2) == "\r\n" ? 2 : 1;
  while (next < source_.size() && is_blank(source_[next])) ++next;
  const bool goes_on = !key && next < source_.size() &&
                       std::string_view("\r\n\"{}[]").find(source_[next]) == std::string_view::npos;
  if (goes_on) {
    if (first) {
      say({begin, last},
          "A text in JSON stands on one line. Write a line break in it as \\n, and "
          "close it with \".");
    }
    keep(last);
    if (value != nullptr) value->append_decoded("\n", {last, next});
    run = next;
    at_ = next;
    return true;
  }
  if (last > run && source_[last - 1] == ',') --last;
  if (first) {
    say({begin, last}, key ? "This key has no closing \". Add it before a colon."
                           : "This text has no closing \". Add it at the end of the text.");
  }
  keep(last);
  at_ = last;
  return false;
}

void JsonReader::read_escape(MappedText* value) {
  const uint32_t begin = at_++;
  if (ended()) return;
  static constexpr std::string_view kNames = "\"\\/bfnrt";
  static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const size_t name = kNames.find(source_[at_]);
  if (name != std::string_view::npos) {
    ++at_;
    if (value != nullptr) value->append_decoded(kMeanings.substr(name, 1), {begin, at_});
    return;
  }
  char32_t unit = 0;
  if (!read_hex_unit(unit)) {
    const bool line_ends = peek('\n') || peek('\r');
    const bool apostrophe = peek('\'');
    at_ += line_ends ? 0 : decode_code_point(source_, at_).size;
    say({begin, at_}, apostrophe ? "JSON has no such escape. Write the apostrophe alone."
                                 : "JSON has no such escape. Write the backslash twice.");
    if (value != nullptr) value->append_verbatim(source_.substr(begin, at_ - begin), begin);
    return;
  }
  if (unit >= 0xD800 && unit < 0xDC00 && source_.substr(at_, 2) == "\\u") {
    const uint32_t back = at_++;
    char32_t low = 0;
    if (read_hex_unit(low) && low >= 0xDC00 && low < 0xE000) {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    } else {
      at_ = back;
    }
  }
  std::string bytes;
  append_code_point(bytes, unit);
  if (value != nullptr) value->append_decoded(bytes, {begin, at_});
}

/// The cursor is on the `u`; it ends behind the last digit, or stays.
bool JsonReader::read_hex_unit(char32_t& unit) {
  if (source_[at_] != 'u' || at_ + 4 >= source_.size()) return false;
  unit = 0;
  for (uint32_t i = 1; i <= 4; ++i) {
    const int digit = hex_value(source_[at_ + i]);
    if (digit < 0) return false;
    unit = unit * 16 + static_cast<char32_t>(digit);
  }
  at_ += 5;
  return true;
}

bool JsonReader::read_foreign_string(MappedText* value, bool key) {
  if (ended() || std::string_view("'`\xE2\xC2").find(source_[at_]) == std::string_view::npos) {
    return false;
  }
  const std::string_view window = source_.substr(at_, kLongestForeign);
  const std::string_view line = window.substr(0, window.find_first_of("\r\n"));
  const std::string_view ends = key ? ":=" : ",]}";
  for (const Marks& marks : kForeignMarks) {
    if (!line.starts_with(marks.open)) continue;
    for (size_t close = line.find(marks.close, marks.open.size()); close != std::string_view::npos;
         close = line.find(marks.close, close + 1)) {
      size_t behind = close + marks.close.size();
      const size_t end = behind;
      while (behind < line.size() && is_blank(line[behind])) ++behind;
      const bool fits = behind == line.size() ? !key : ends.find(line[behind]) != std::string::npos;
      if (!fits) continue;
      const uint32_t begin = at_;
      const uint32_t inside = begin + static_cast<uint32_t>(marks.open.size());
      const uint32_t inside_end = begin + static_cast<uint32_t>(close);
      const std::string_view text = source_.substr(inside, inside_end - inside);
      at_ = begin + static_cast<uint32_t>(end);
      say({begin, at_}, "JSON knows straight double quotes only. Write " +
                            shown_json_text(without_escaped_apostrophes(text)) + ".");
      // YAML writes an apostrophe in single quotes twice.
      for (size_t escape = text.find("\\'"); marks.open == "'" && escape != std::string_view::npos;
           escape = text.find("\\'", escape + 2)) {
        const uint32_t backslash = inside + static_cast<uint32_t>(escape);
        repair({backslash, backslash + 1}, '\'');
      }
      if (text.find_first_of("\"\\") == std::string_view::npos) {
        repair({begin, inside}, ' ');
        repair({inside - 1, inside}, '"');
        repair({inside_end, at_}, ' ');
        repair({inside_end, inside_end + 1}, '"');
      }
      value->append_verbatim(text, inside);
      return true;
    }
  }
  return false;
}

// `March 2, 2026`: what stands behind the comma is neither an entry nor the end of the line.
bool JsonReader::comma_is_of_text(uint32_t comma) const {
  if (comma == source_.size() || source_[comma] != ',' || open_.empty()) return false;
  if (open_.back().sign == '[') return false;
  uint32_t next = comma + 1;
  while (next < source_.size() && is_blank(source_[next])) ++next;
  return next < source_.size() && is_word_byte(source_[next]) && !is_bare_key_at(next);
}

bool JsonReader::read_word(const Target& target) {
  const uint32_t begin = at_;
  const auto word_end =
      static_cast<uint32_t>(std::min(source_.find_first_of(" \t\r\n,]}", begin), source_.size()));
  const std::string_view word = source_.substr(begin, word_end - begin);
  uint32_t end = word_end;
  const bool known = word == "true" || word == "false" || word == "null" || is_number(word);
  if (!known) {
    end = static_cast<uint32_t>(std::min(source_.find_first_of("\r\n,]}", begin), source_.size()));
    while (comma_is_of_text(end)) {
      end = static_cast<uint32_t>(
          std::min(source_.find_first_of("\r\n,]}", end + 1), source_.size()));
    }
    const std::string_view line = source_.substr(begin, end - begin);
    const size_t comment = std::min({line.find(" //"), line.find(" /*"), line.find(" #")});
    end = std::min<uint32_t>(
        end, comment == std::string_view::npos ? end : begin + static_cast<uint32_t>(comment));
    while (end > begin && is_blank(source_[end - 1])) --end;
    const std::string_view text = source_.substr(begin, end - begin);
    if (text.empty() || text.front() == ':' || text.front() == '=') return fail("a value");
    say({begin, end}, message_for_word(word, text));
  }
  at_ = end;
  if (Field* field = add(target, {begin, end})) {
    if (word == "null") {
      field->kind = FieldKind::null;
    } else {
      field->value.append_verbatim(source_.substr(begin, end - begin), begin);
    }
  }
  return true;
}

}  // namespace soiree
