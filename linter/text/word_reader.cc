#include "linter/text/word_reader.h"

namespace soiree {
namespace {

/// A number with more letters than this after its digits is a word ("10km", but "4chan").
constexpr uint32_t kLongestUnit = 3;

/// A word or number while it is read.
struct State {
  uint32_t begin = 0;
  uint32_t end = 0;   ///< past the last character that counts
  uint32_t next = 0;  ///< past invisible characters that follow
  uint32_t hash = hash_word("");
  uint32_t characters = 0;
  uint32_t capitals = 0;
  uint32_t dots = 0;  ///< dots between single letters ("e.g")
  bool last_is_digit = false;
  bool number = false;  ///< starts with a digit, or with a sign before one
  bool capital = false;
};

class Reader {
 public:
  Reader(std::string_view text, uint32_t stop) : text_(text.substr(0, stop)), stop_(stop) {}

  void read_plain(State& word) const;
  bool read_joiner(State& word) const;
  void read_two_byte_letters(State& word) const;
  bool read_wide_letter(State& word) const;
  void read_suffix(State& word) const;
  CodePoint point(uint32_t at) const { return code_point_at(text_, at); }

 private:
  unsigned char byte(uint32_t at) const { return static_cast<unsigned char>(text_[at]); }
  CharacterClass type(uint32_t at) const {
    return at < stop_ ? character_info(point(at).value).type : CharacterClass::other;
  }
  bool joins_dot(const State& word) const;

  std::string_view text_;
  uint32_t stop_;
};

void Reader::read_plain(State& word) const {
  uint32_t at = word.next;
  uint32_t hash = word.hash;
  uint32_t capitals = 0;
  while (at < stop_) {
    const unsigned char c = byte(at);
    if (!kPlainWordBytes[c]) break;
    hash = hash_byte(hash, kAscii.lower[c]);
    capitals += kUpperBytes[c];
    ++at;
  }
  if (at == word.next) return;
  word.characters += at - word.next;
  word.capitals += capitals;
  word.last_is_digit = kAscii.type[byte(at - 1)] == CharacterClass::digit;
  word.hash = hash;
  word.next = word.end = at;
}

bool Reader::joins_dot(const State& word) const {
  const CharacterClass after = type(word.next + 1);
  if (word.last_is_digit) return after == CharacterClass::digit;
  if (word.characters != word.dots + 1 || !is_letter(after)) return false;
  return !is_alphanumeric(type(word.next + 1 + point(word.next + 1).size));
}

bool Reader::read_joiner(State& word) const {
  if (word.end != word.next || word.next >= stop_ || word.characters == 0) return false;
  if (byte(word.next) <= ' ') return false;
  const CodePoint found = point(word.next);
  const char32_t joiner = plain_joiner(found.value);
  const CharacterClass after = type(word.next + found.size);
  bool joins = false;
  switch (joiner) {
    case '\'':
    case '-':
    case '_':
      joins = is_alphanumeric(after);
      break;
    case '.':
      joins = joins_dot(word);
      if (joins && !word.last_is_digit) ++word.dots;
      break;
    case ',':
    case ':':
    case '/':
      joins = word.number && word.last_is_digit && after == CharacterClass::digit;
      break;
    default:
      break;
  }
  if (!joins) return false;
  word.hash = hash_byte(word.hash, static_cast<unsigned char>(joiner));
  word.next += found.size;  // a letter or digit follows, so the end moves with it
  word.end = word.next;
  return true;
}

/// Letters of two bytes, as Cyrillic is made of.
void Reader::read_two_byte_letters(State& word) const {
  const auto& common = common_character_info();
  uint32_t at = word.next;
  uint32_t hash = word.hash;
  uint32_t capitals = 0;
  while (at + 1 < stop_) {
    const unsigned char first = byte(at);
    const unsigned char second = byte(at + 1);
    if (first < 0xC3 || first > 0xD3 || (second & 0xC0) != 0x80) break;
    const CharacterInfo info = common[(first & 0x1FU) << 6 | (second & 0x3FU)];
    if (!is_letter(info.type) || info.lower < 0x80 || info.lower > 0x7FF) break;
    capitals += info.type == CharacterClass::upper ? 1 : 0;
    hash = hash_byte(hash, static_cast<unsigned char>(0xC0 | (info.lower >> 6)));
    hash = hash_byte(hash, static_cast<unsigned char>(0x80 | (info.lower & 0x3F)));
    at += 2;
  }
  if (at == word.next) return;
  word.hash = hash;
  word.capitals += capitals;
  word.characters += (at - word.next) / 2;
  word.last_is_digit = false;
  word.next = word.end = at;
}

bool Reader::read_wide_letter(State& word) const {
  if (word.next >= stop_ || byte(word.next) < 128) return false;
  const uint32_t before = word.next;
  read_two_byte_letters(word);
  if (word.next != before) return true;
  const CodePoint found = point(word.next);
  if (!found.valid) return false;
  const CharacterInfo info = character_info(found.value);
  if (info.type == CharacterClass::ignorable) {
    word.next += found.size;
    return true;
  }
  const bool joiner = plain_joiner(found.value) != found.value;
  const bool letter = is_letter(info.type) && !joiner;
  const bool mark = info.type == CharacterClass::mark && word.characters > 0;
  if (!letter && !mark && info.type != CharacterClass::digit) return false;
  word.last_is_digit = info.type == CharacterClass::digit;
  if (letter || word.last_is_digit) ++word.characters;
  if (info.type == CharacterClass::upper) ++word.capitals;
  word.hash = hash_code_point(word.hash, info.lower);
  word.next += found.size;
  word.end = word.next;
  return true;
}

void Reader::read_suffix(State& word) const {
  if (word.end != word.next || word.next >= stop_) return;
  const CodePoint found = point(word.next);
  const bool unit = found.value == '%' || found.value == 0x2030 || found.value == 0xB0 ||
                    (is_currency(found.value) && found.value != '$');
  if (!unit) return;
  word.hash = hash_code_point(word.hash, found.value);
  word.next += found.size;
  word.end = word.next;
}

/// Digits and letters of a token that starts with a digit: is it a number?
bool is_number(std::string_view token) {
  uint32_t letters = 0;
  for (size_t at = 0; at < token.size();) {
    const CodePoint found = code_point_at(token, at);
    if (is_letter(character_info(found.value).type)) ++letters;
    if (letters > kLongestUnit) return false;
    at += found.size;
  }
  return true;
}

}  // namespace

Word read_word(std::string_view text, uint32_t begin, uint32_t end) {
  const Reader reader(text, end);
  State word;
  word.begin = word.end = word.next = begin;
  const CodePoint first = reader.point(begin);
  const CharacterClass first_type = character_info(first.value).type;
  word.number = first_type == CharacterClass::digit;
  if (!word.number && !is_letter(first_type)) {
    word.number = true;
    word.hash = hash_code_point(word.hash, first.value);
    word.next += first.size;
  }
  do {
    reader.read_plain(word);
  } while (reader.read_wide_letter(word) || reader.read_joiner(word));
  word.number = word.number && is_number(text.substr(word.begin, word.end - word.begin));
  if (word.number) reader.read_suffix(word);

  Word found;
  found.token.span = {begin, word.end};
  found.token.hash = word.hash;
  found.token.kind = word.number ? TokenKind::number : TokenKind::word;
  found.token.capital = first_type == CharacterClass::upper;
  found.token.all_capitals = word.capitals >= 2 && word.capitals == word.characters;
  found.next = word.next;
  found.dotted = word.dots > 0;
  return found;
}

}  // namespace soiree
