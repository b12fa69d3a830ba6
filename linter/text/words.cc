#include "linter/text/words.h"

#include <algorithm>

#include "linter/text/character_class.h"
#include "linter/text/plain_word.h"
#include "linter/text/utf8.h"
#include "linter/text/word_address.h"
#include "linter/text/word_reader.h"
#include "linter/text/word_sentence.h"

namespace soiree {
namespace {

class Segmenter {
 public:
  Segmenter(std::string_view text, TextSpan block, Segments& segments)
      : text_(text),
        end_(block.end),
        stop_(block.end),
        at_(block.begin),
        token_end_(UINT32_MAX),
        first_(static_cast<uint32_t>(segments.tokens.size())),
        segments_(segments) {}

  void run_to(uint32_t stop);
  void add_code(TextSpan span);
  void finish() { close_sentence(); }
  uint32_t at() const { return at_; }

 private:
  unsigned char byte(uint32_t at) const { return static_cast<unsigned char>(text_[at]); }
  CodePoint point(uint32_t at) const { return code_point_at(text_.substr(0, stop_), at); }
  CharacterClass type(uint32_t at) const {
    if (at >= stop_) return CharacterClass::other;
    return byte(at) < 128 ? kAscii.type[byte(at)] : character_info(point(at).value).type;
  }

  void read_symbol(unsigned char first);
  void read_wide();
  void read_plain_words();
  bool read_plain_number(uint32_t begin);
  bool read_joined_word(uint32_t begin, const PlainWord& first);
  bool blank_after(uint32_t at) const { return at + 1 >= stop_ || byte(at + 1) <= ' '; }
  void read_word(uint32_t begin);
  bool may_be_address(const Word& word) const;
  bool add_if_longer(TokenKind kind, uint32_t begin, uint32_t end);
  bool is_common_han(uint32_t at) const;
  void read_ideograph(uint32_t begin, uint32_t size);
  void read_line_end();
  void read_terminators();

  uint32_t hash_folded(TextSpan span) const;
  void add(TokenKind kind, TextSpan span, uint32_t hash, bool capital = false,
           bool all_capitals = false);
  void end_sentence_before(TokenKind kind, uint32_t end);
  void close_sentence();

  std::string_view text_;
  uint32_t end_;   ///< of the block
  uint32_t stop_;  ///< of the text before the next opaque range
  uint32_t at_;
  uint32_t token_end_;         ///< where a token must start to be glued to the one before
  uint32_t name_checked_ = 0;  ///< up to here no host name can start
  uint32_t first_;             ///< first token of the open sentence
  bool starts_ = true;         ///< the open sentence has no token yet
  uint32_t sentence_end_ = 0;
  SentenceEnd ended_ = SentenceEnd::none;  ///< the open sentence only waits for its emoji
  Segments& segments_;
};

/// The token is written whole: reading it right after writing single flags stalls the processor.
[[gnu::always_inline]] inline void Segmenter::add(TokenKind kind, TextSpan span, uint32_t hash,
                                                  bool capital, bool all_capitals) {
  if (ended_ != SentenceEnd::none) end_sentence_before(kind, span.end);
  const bool glued = token_end_ == span.begin;
  token_end_ = span.end;
  const bool starts = starts_;
  starts_ = false;
  segments_.tokens.push_back({span, hash, kind, capital, all_capitals, starts, glued});
}

/// An emoji after the end of a sentence still belongs to it.
void Segmenter::end_sentence_before(TokenKind kind, uint32_t end) {
  if (kind == TokenKind::emoji) {
    sentence_end_ = end;
  } else {
    close_sentence();
  }
}

void Segmenter::close_sentence() {
  const auto last = static_cast<uint32_t>(segments_.tokens.size());
  if (last > first_) {
    const uint32_t begin = segments_.tokens[first_].span.begin;
    uint32_t end = sentence_end_;
    if (ended_ == SentenceEnd::none) {
      end = past_own_brackets(text_, {begin, segments_.tokens.back().span.end}, end_);
    }
    segments_.sentences.push_back({first_, last, {begin, end}, ended_});
  }
  first_ = last;
  starts_ = true;
  ended_ = SentenceEnd::none;
}

uint32_t Segmenter::hash_folded(TextSpan span) const {
  uint32_t hash = hash_word("");
  for (uint32_t at = span.begin; at < span.end;) {
    const unsigned char c = byte(at);
    if (c < 128) {
      hash = hash_byte(hash, kAscii.lower[c]);
      ++at;
      continue;
    }
    const CodePoint found = point(at);
    const CharacterInfo info = character_info(found.value);
    if (info.type != CharacterClass::ignorable) hash = hash_code_point(hash, info.lower);
    at += found.size;
  }
  return hash;
}

void Segmenter::add_code(TextSpan span) {
  at_ = span.end;
  if (span.empty()) return;
  add(TokenKind::code, span, hash_word(span.of(text_)));
}

void Segmenter::run_to(uint32_t stop) {
  stop_ = stop;
  while (at_ < stop_) {
    const unsigned char c = byte(at_);
    if (c >= 128) {
      read_wide();
      continue;
    }
    switch (kAscii.type[c]) {
      case CharacterClass::blank:
        ++at_;
        break;
      case CharacterClass::letter:
      case CharacterClass::upper:
        read_plain_words();
        break;
      case CharacterClass::digit:
        if (!read_plain_number(at_)) read_word(at_);
        break;
      case CharacterClass::line_end:
        read_line_end();
        break;
      default:
        read_symbol(c);
    }
  }
}

bool Segmenter::add_if_longer(TokenKind kind, uint32_t begin, uint32_t end) {
  if (end <= begin) return false;
  const TextSpan covered = {begin, end};
  add(kind, covered, hash_folded(covered));
  at_ = end;
  return true;
}

void Segmenter::read_symbol(unsigned char first) {
  // A sign right after a word or number belongs to neither a handle nor a tag ("C#", "a@b").
  const bool after_word = token_end_ == at_ && segments_.tokens.back().kind != TokenKind::cjk &&
                          segments_.tokens.back().kind != TokenKind::emoji;
  switch (first) {
    case '.':
    case '!':
    case '?':
      read_terminators();
      return;
    case '@':
      if (!after_word && add_if_longer(TokenKind::mention, at_, mention_end(text_, at_, stop_))) {
        return;
      }
      break;
    case '#':
    case '*':
      if (at_ + 1 < stop_ && byte(at_ + 1) >= 128 &&
          add_if_longer(TokenKind::emoji, at_, emoji_end(text_, at_, stop_))) {
        return;
      }
      if (first == '#' && !after_word &&
          add_if_longer(TokenKind::hashtag, at_, hashtag_end(text_, at_, stop_))) {
        return;
      }
      break;
    case '\'':  // '90s
      if (token_end_ != at_ && type(at_ + 1) == CharacterClass::digit &&
          type(at_ + 2) == CharacterClass::digit && (at_ == 0 || byte(at_ - 1) <= ' ')) {
        return read_word(at_);
      }
      break;
    case '$':
      if (type(at_ + 1) == CharacterClass::digit) return read_word(at_);
      break;
    default:
      break;
  }
  ++at_;
}

/// U+5000 to U+9FFF.
bool Segmenter::is_common_han(uint32_t at) const {
  return byte(at) >= 0xE5 && byte(at) <= 0xE9 && at + 2 < stop_ && (byte(at + 1) & 0xC0) == 0x80 &&
         (byte(at + 2) & 0xC0) == 0x80;
}

void Segmenter::read_wide() {
  if (is_common_han(at_)) return read_ideograph(at_, 3);
  const unsigned char first = byte(at_);
  if (first >= 0xC3 && first <= 0xD3 && at_ + 1 < stop_ && (byte(at_ + 1) & 0xC0) == 0x80) {
    const char32_t value = (first & 0x1FU) << 6 | (byte(at_ + 1) & 0x3FU);
    if (is_letter(common_character_info()[value].type)) return read_word(at_);
  }
  const CodePoint found = point(at_);
  if (!found.valid) {
    ++at_;
    return;
  }
  switch (character_info(found.value).type) {
    case CharacterClass::letter:
    case CharacterClass::upper:
    case CharacterClass::digit:
      return read_word(at_);
    case CharacterClass::ideograph:
      return read_ideograph(at_, found.size);
    case CharacterClass::line_end:
      return read_line_end();
    case CharacterClass::ignorable:
      if (token_end_ == at_) token_end_ += found.size;
      at_ += found.size;
      return;
    case CharacterClass::other:
      break;
    case CharacterClass::blank:
    case CharacterClass::mark:
      at_ += found.size;
      return;
  }
  if (add_if_longer(TokenKind::emoji, at_, emoji_end(text_, at_, stop_))) return;
  if (is_terminator(found.value)) return read_terminators();
  if (is_currency(found.value) && type(at_ + found.size) == CharacterClass::digit) {
    return read_word(at_);
  }
  at_ += found.size;
}

void Segmenter::read_word(uint32_t begin) {
  const bool digit = type(begin) == CharacterClass::digit;
  if (digit && add_if_longer(TokenKind::emoji, begin, emoji_end(text_, begin, stop_))) return;
  const Word word = soiree::read_word(text_, begin, stop_);
  if (may_be_address(word)) {
    const uint32_t end = address_end(text_, begin, stop_, name_checked_);
    if (add_if_longer(TokenKind::url, begin, end)) return;
  }
  add(word.token.kind, word.token.span, word.token.hash, word.token.capital,
      word.token.all_capitals);
  token_end_ = at_ = word.next;
}

/// A cheap look at the bytes after a word: most words need no more.
bool Segmenter::may_be_address(const Word& word) const {
  const TextSpan span = word.token.span;
  if (span.end + 1 >= stop_ || byte(span.end + 1) <= ' ') return false;
  const unsigned char follower = byte(span.end);
  if (follower == ':') return byte(span.end + 1) == '/' || (byte(span.begin) | 0x20) == 'm';
  const bool joins = follower == '.' || follower == '@' || follower == '+' || follower == '%';
  return (joins || word.dotted) && span.begin >= name_checked_;
}

/// Reads the word at at_ and those that follow it after single blanks. Most words are ASCII letters
/// with a blank or plain punctuation after them, and the next one starts right behind the blank.
inline void Segmenter::read_plain_words() {
  uint32_t at = at_;
  do {
    const PlainWord word = read_plain_word(text_, at, stop_);
    // A dot before a blank joins nothing.
    if (word.end < stop_ && kMayJoinBytes[byte(word.end)] &&
        (byte(word.end) >= 128 || !blank_after(word.end))) {
      if (!read_joined_word(at, word)) read_word(at);
      return;
    }
    add(TokenKind::word, {at, word.end}, word.hash, word.capital, word.all_capitals);
    at = word.end;
    if (at >= stop_ || byte(at) != ' ') break;
    ++at;
  } while (at < stop_ && is_letter(kAscii.type[byte(at) & 0x7F]) && byte(at) < 128);
  at_ = at;
}

bool Segmenter::read_joined_word(uint32_t begin, const PlainWord& first) {
  const PlainWord word = join_plain_words(text_, begin, stop_, first);
  if (word.end == begin) return false;
  add(TokenKind::word, {begin, word.end}, word.hash, word.capital, word.all_capitals);
  at_ = word.end;
  return true;
}

/// "7", "2019": digits with nothing behind them that could belong to the number.
bool Segmenter::read_plain_number(uint32_t begin) {
  const PlainWord word = read_plain_word(text_, begin, stop_);
  const uint32_t at = word.end;
  if (!word.digits) return false;
  if (at < stop_) {
    const unsigned char next = byte(at);
    const bool may_join = kMayJoinBytes[next] || next == ',' || next == '/';
    if (may_join && (next >= 128 || next == '%' || !blank_after(at))) return false;
  }
  add(TokenKind::number, {begin, at}, word.hash);
  at_ = at;
  return true;
}

void Segmenter::read_ideograph(uint32_t begin, uint32_t size) {
  uint32_t hash = hash_word("");
  uint32_t at = begin;
  while (at < begin + size) hash = hash_byte(hash, byte(at++));
  // No mark starts with the lead bytes of common Han.
  while (at < stop_ && byte(at) >= 128 && (byte(at) < 0xE4 || byte(at) > 0xE9)) {
    const CodePoint found = point(at);
    const CharacterClass type = character_info(found.value).type;
    if (!found.valid || type != CharacterClass::mark) break;
    hash = hash_code_point(hash, found.value);
    at += found.size;
  }
  const TextSpan covered = {begin, at};
  add(TokenKind::cjk, covered, hash);
  at_ = at;
}

void Segmenter::read_line_end() {
  uint32_t lines = 0;
  while (at_ < stop_) {
    const unsigned char c = byte(at_);
    if (c == '\r' && at_ + 1 < stop_ && byte(at_ + 1) == '\n') ++at_;
    if (c == '\n' || c == '\r') {
      ++lines;
      ++at_;
    } else if (c == ' ' || c == '\t') {
      ++at_;
    } else if (c == 0xE2 && type(at_) == CharacterClass::line_end) {
      lines += point(at_).value == 0x2029 ? 2 : 1;
      at_ += 3;
    } else {
      break;
    }
  }
  if (lines > 1 || ended_ != SentenceEnd::none) close_sentence();
}

void Segmenter::read_terminators() {
  const auto count = static_cast<uint32_t>(segments_.tokens.size());
  const Token* last = count > first_ ? &segments_.tokens.back() : nullptr;
  const Terminator found = read_terminator(text_, {at_, stop_}, end_, last, count == first_ + 1);
  at_ = found.end;
  if (found.kind == SentenceEnd::none) return;
  sentence_end_ = at_;
  if (ended_ == SentenceEnd::none || ended_ == SentenceEnd::statement) ended_ = found.kind;
}

}  // namespace

void segment(std::string_view text, TextSpan block, std::span<const TextSpan> opaque,
             Segments& segments) {
  Segmenter segmenter(text, block, segments);
  for (const TextSpan& range : opaque) {
    const uint32_t begin = std::clamp(range.begin, segmenter.at(), block.end);
    const uint32_t end = std::clamp(range.end, begin, block.end);
    segmenter.run_to(begin);
    segmenter.add_code({begin, end});
  }
  segmenter.run_to(block.end);
  segmenter.finish();
}

}  // namespace soiree
