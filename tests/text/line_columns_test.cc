#include "linter/text/line_columns.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace soiree {
namespace {

constexpr std::array<std::string_view, 9> kPieces = {
    "a", "word ", "é", "😀", "\xFF", "\xF0\x9F", "\xEF\xBB\xBF", "\u0301", "\xC3"};

/// Lines of many lengths, with bytes that are no UTF-8 in them.
std::string some_lines(uint32_t seed) {
  std::mt19937 random(seed);
  std::string text = seed % 2 == 0 ? "\xEF\xBB\xBF" : "";
  for (int line = 0; line < 4; ++line) {
    const size_t end = text.size() + (line % 2 == 0 ? 9000 : 300) + random() % 900;
    while (text.size() < end) text += kPieces[random() % kPieces.size()];
    text += line == 1 ? "\r\n" : "\n";
  }
  return text;
}

// Editors jump to the column; in a long line, too, it must be the one of the word.
TEST(LineColumns, AreTheSameInLongLines) {
  for (uint32_t seed = 0; seed < 4; ++seed) {
    const std::string text = some_lines(seed);
    const LineColumns columns(text);
    for (uint32_t offset = seed; offset <= text.size(); offset += 7) {
      ASSERT_EQ(columns.at(offset), line_column(text, columns.lines(), offset)) << offset;
    }
  }
}

TEST(LineColumns, OneLineStaysLinear) {
  constexpr uint32_t kMany = 40'000;
  std::string text;
  for (uint32_t i = 0; i < kMany; ++i) text += std::string(98, 'a') + "é";
  const LineColumns columns(text);
  for (uint32_t i = kMany; i-- > 0;) ASSERT_EQ(columns.at(100 * i).column, 99 * i + 1);
}

}  // namespace
}  // namespace soiree
