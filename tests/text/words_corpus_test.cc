// Properties that must hold for any text, checked on real posts, damaged posts and hostile input.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "linter/text/utf8.h"
#include "linter/text/words.h"
#include "tests/support/paths.h"

namespace soiree {
namespace {

/// First broken property, empty when all hold. One message a file keeps a failure readable.
std::string broken_property(std::string_view text, TextSpan block, const Segments& segments) {
  uint32_t end = block.begin;
  for (const Token& token : segments.tokens) {
    const std::string at = " at " + std::to_string(token.span.begin);
    if (token.span.empty()) return "empty token" + at;
    if (token.span.begin < end) return "tokens overlap or are not sorted" + at;
    if (!block.contains(token.span)) return "token outside the block" + at;
    if (token.kind != TokenKind::code && (!is_character_boundary(text, token.span.begin) ||
                                          !is_character_boundary(text, token.span.end))) {
      return "token cuts a character" + at;
    }
    end = token.span.end;
  }
  uint32_t next = 0;
  for (const Sentence& sentence : segments.sentences) {
    const std::string at = " at " + std::to_string(sentence.span.begin);
    if (sentence.first != next || sentence.last <= sentence.first) return "gap or overlap" + at;
    if (sentence.last > segments.tokens.size()) return "sentence past the tokens" + at;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (segments.tokens[i].sentence_start != (i == sentence.first)) return "start flag" + at;
    }
    if (sentence.span.begin != segments.tokens[sentence.first].span.begin ||
        sentence.span.end < segments.tokens[sentence.last - 1].span.end ||
        !block.contains(sentence.span)) {
      return "span of the sentence" + at;
    }
    next = sentence.last;
  }
  return next == segments.tokens.size() ? "" : "tokens without a sentence";
}

std::string check(std::string_view text, TextSpan block, const std::vector<TextSpan>& opaque) {
  Segments segments;
  segment(text, block, opaque, segments);
  return broken_property(text, block, segments);
}

/// Sorted ranges inside [0, size), some of them touching.
std::vector<TextSpan> random_ranges(uint32_t size, std::mt19937& random) {
  std::vector<TextSpan> ranges;
  for (uint32_t at = 0; at < size;) {
    const uint32_t begin = at + static_cast<uint32_t>(random() % 200);
    const uint32_t end = begin + static_cast<uint32_t>(random() % 40);
    if (end > size) break;
    ranges.push_back({begin, end});
    at = end;
  }
  return ranges;
}

// A broken span would underline half a character or crash an editor.
TEST(WordsCorpus, PropertiesHoldOnRealAndDamagedPosts) {
  const auto corpus = corpus_dir();
  if (!corpus) GTEST_SKIP() << "the corpus of real posts is not here";
  std::mt19937 random(1);  // NOLINT(cert-msc51-cpp): the same damage in every run
  size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*corpus)) {
    if (!entry.is_regular_file() || ++files % 3 != 0) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(file), {});
    const auto size = static_cast<uint32_t>(text.size());
    ASSERT_EQ(check(text, {0, size}, {}), "") << entry.path();
    const std::vector<TextSpan> opaque = random_ranges(size, random);
    ASSERT_EQ(check(text, {0, size}, opaque), "") << entry.path() << " with code";
    for (size_t i = 0; i < text.size() / 50; ++i) {
      text[random() % text.size()] = static_cast<char>(random() % 256);
    }
    ASSERT_EQ(check(text, {0, size}, opaque), "") << entry.path() << " damaged";
  }
  EXPECT_GT(files, 1000U);
}

// One rare character would stop the program for good.
TEST(WordsCorpus, EveryCodePointIsPassed) {
  std::string text;
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    text.clear();
    for (const char32_t around : {char32_t{'a'}, char32_t{'1'}, char32_t{'$'}, char32_t{' '}}) {
      append_code_point(text, value);
      append_code_point(text, around);
    }
    append_code_point(text, value);
    const auto size = static_cast<uint32_t>(text.size());
    ASSERT_EQ(check(text, {0, size}, {}), "") << static_cast<uint32_t>(value);
    if (value == 0x33FF) value = 0xABFF;    // Han and Hangul are all alike
    if (value == 0x20FFF) value = 0xDFFFF;  // and the planes above are empty or Han
    if (value == 0xE1000) break;
  }
}

// A dot with code around it on every second byte, endless handles or names: one file would hang the
// whole run. Quadratic time on 300 KB is minutes, linear time
// milliseconds.
TEST(WordsCorpus, HostileInputTakesLinearTime) {
  const std::vector<std::string> pieces = {
      "a.",       "\u02BC",  "a\u02BC", "a+",      "a@", "@a@", "@a/",      "@1-",   "#1_",
      "http://(", "www.",    ". ",      "!",       "'",  "1:",  "-",        "I.",    "a.b@",
      "\u200B",   "👩\u200D", "🇩",       "1\uFE0F", "(",  "://", "a\u00AD",  "\n \n", "e\u0301",
      "。",       ".)",      "m:",      "a.com/",  "$1", "_a",  "\xE2\x80", "%"};
  for (const std::string& piece : pieces) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    const auto size = static_cast<uint32_t>(text.size());
    std::vector<TextSpan> opaque;
    for (uint32_t at = 0; at + 8 < size; at += 8) opaque.push_back({at + 7, at + 8});
    EXPECT_EQ(check(text, {0, size}, {}), "") << piece;
    EXPECT_EQ(check("x" + text, {1, size}, opaque), "") << piece;
  }
}

}  // namespace
}  // namespace soiree
