#include "linter/text/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace soiree {
namespace {

// Columns and spans of any script rest on this.
TEST(Utf8, EveryCodePointComesBack) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value == 0xD800) value = 0xE000;
    std::string bytes;
    append_code_point(bytes, value);
    const CodePoint forward = decode_code_point(bytes, 0);
    const CodePoint backward = decode_code_point_before(bytes, bytes.size());
    ASSERT_TRUE(forward.valid && backward.valid) << static_cast<uint32_t>(value);
    ASSERT_EQ(forward.value, value);
    ASSERT_EQ(backward.value, value);
    ASSERT_EQ(forward.size, bytes.size());
    ASSERT_EQ(find_invalid_utf8(bytes), std::string::npos);
  }
}

// Overlong forms and surrogates get past filters that look at bytes.
TEST(Utf8, BrokenFormsAreOneByteEach) {
  for (const std::string_view bytes :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98"}) {
    const CodePoint point = decode_code_point(bytes, 0);
    EXPECT_FALSE(point.valid);
    EXPECT_EQ(point.size, 1);
    EXPECT_EQ(point.value, 0xFFFDU);
    EXPECT_EQ(find_invalid_utf8(bytes), 0U);
  }
  EXPECT_EQ(find_invalid_utf8("eight bytes and\xFF more"), 15U);
}

TEST(Utf8, ValuesThatAreNoCharactersAreReplaced) {
  for (const char32_t value : {0xD800U, 0xDFFFU, 0x110000U}) {
    std::string bytes;
    append_code_point(bytes, value);
    EXPECT_EQ(bytes, "\uFFFD");
  }
}

// Reading forwards and backwards must cut random bytes into characters at boundaries only.
TEST(Utf8, BoundariesAgreeOnRandomBytes) {
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same bytes in every run
  const std::string_view pieces[] = {"a", "é", "中", "😀", "\x80", "\xE2", "\xF0\x9F", "\xC3"};
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    while (bytes.size() < 12) bytes += pieces[random() % std::size(pieces)];
    for (size_t at = 0; at < bytes.size();) {
      ASSERT_TRUE(is_character_boundary(bytes, at));
      const CodePoint point = decode_code_point(bytes, at);
      for (size_t inner = 1; inner < point.size; ++inner) {
        ASSERT_FALSE(is_character_boundary(bytes, at + inner));
      }
      at += point.size;
      const CodePoint before = decode_code_point_before(bytes, at);
      ASSERT_EQ(before.size, point.size);
      ASSERT_EQ(before.valid, point.valid);
    }
    ASSERT_TRUE(is_character_boundary(bytes, bytes.size()));
    ASSERT_FALSE(is_character_boundary(bytes, bytes.size() + 1));
  }
}

}  // namespace
}  // namespace soiree
