#include "integrations/lsp/text_position.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

namespace soiree {
namespace {

std::string repeated(std::string_view piece, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += piece;
  return text;
}

// A position in a long line that is off by a mark's width would edit another word.
TEST(TextPosition, LongLinesAreCountedInTheClientsUnits) {
  constexpr uint32_t kTimes = 3000;
  const std::string long_line = repeated("aé😀", kTimes);  // 7 bytes each
  const std::string text = "x\r\n" + long_line + "\r\n" + long_line + "\r\ny";
  for (const auto& [encoding, units] :
       {std::pair(PositionEncoding::utf8, 7U), std::pair(PositionEncoding::utf16, 4U),
        std::pair(PositionEncoding::utf32, 3U)}) {
    const TextPositions positions(text, encoding);
    for (uint32_t line = 1; line <= 2; ++line) {
      const uint32_t begin = line == 1 ? 3 : 5 + 7 * kTimes;
      for (uint32_t i = 0; i <= kTimes; ++i) {
        const TextPosition place{line, units * i};
        ASSERT_EQ(positions.position(begin + 7 * i), place) << i;
        ASSERT_EQ(positions.offset(place), begin + 7 * i) << i;
      }
      const TextPosition end{line, units * kTimes};
      EXPECT_EQ(positions.position(begin + 7 * kTimes + 1), end) << "between CR and LF";
      EXPECT_EQ(positions.offset({line, units * kTimes + 9}), begin + 7 * kTimes);
    }
    EXPECT_EQ(positions.position(static_cast<uint32_t>(text.size())), (TextPosition{3, 1}));
  }
}

TEST(TextPosition, OneLineStaysLinear) {
  constexpr uint32_t kMany = 40'000;
  const std::string text = repeated(std::string(98, 'a') + "é", kMany);
  const TextPositions positions(text, PositionEncoding::utf16);
  for (uint32_t i = 0; i < kMany; ++i) {
    ASSERT_EQ(positions.position(100 * i).character, 99 * i);
    ASSERT_EQ(positions.offset({0, 99 * i}), 100 * i);
  }
}

}  // namespace
}  // namespace soiree
