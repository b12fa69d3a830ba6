#include "linter/text/source_file.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "linter/text/utf8.h"

namespace soiree {
namespace {

// Lines of files with mixed line ends must tile the file: a gap would lose a finding's place.
TEST(LineIndex, LinesTileAnyText) {
  std::mt19937 random(3);  // NOLINT(cert-msc51-cpp): the same texts in every run
  const std::string_view pieces[] = {"a", "é", "\n", "\r", "\r\n", "\xFF", "😀"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (size_t i = random() % 12; i > 0; --i) text += pieces[random() % std::size(pieces)];
    const LineIndex index(text);
    uint32_t end = 0;
    for (size_t line = 0; line < index.line_count(); ++line) {
      const SourceSpan span = index.line(line);
      const SourceSpan content = index.line_content(line, text);
      ASSERT_EQ(span.begin, end);
      ASSERT_TRUE(span.contains(content));
      ASSERT_EQ(content.of(text).find_first_of("\r\n"), std::string_view::npos);
      const std::string_view ending = span.of(text).substr(content.size());
      const bool last = line + 1 == index.line_count();
      ASSERT_TRUE(last ? ending.empty() : ending == "\n" || ending == "\r" || ending == "\r\n");
      for (uint32_t at = span.begin; at < span.end; ++at) ASSERT_EQ(index.line_of(at), line);
      end = span.end;
    }
    ASSERT_EQ(end, text.size());
    ASSERT_EQ(index.line_of(end), index.line_count() - 1);
  }
}

// Line ends are looked for in pieces of the text; one that lies across two pieces is one all the
// same.
TEST(LineIndex, LineEndsAtAnyDistance) {
  for (size_t length = 1; length < 40; ++length) {
    const std::string line(length, 'x');
    const LineIndex index(line + "\r\n" + line + "\r" + line + "\n" + line);
    ASSERT_EQ(index.line_count(), 4U);
    const auto start = [&](size_t i) { return index.line(i).begin; };
    ASSERT_EQ(start(1), length + 2);
    ASSERT_EQ(start(2), 2 * length + 3);
    ASSERT_EQ(start(3), 3 * length + 4);
  }
}

// Editors jump to line and column; a wrong unit lands beside the word.
TEST(LineColumn, CountsCodePointsFromOne) {
  const std::string text = "aé😀b\r\nx\xFFy";
  const LineIndex index(text);
  EXPECT_EQ(line_column(text, index, 0), (LineColumn{1, 1}));
  EXPECT_EQ(line_column(text, index, 7), (LineColumn{1, 4}));
  EXPECT_EQ(line_column(text, index, 10), (LineColumn{2, 1}));
  EXPECT_EQ(line_column(text, index, 12), (LineColumn{2, 3}));
  EXPECT_EQ(line_column(text, index, static_cast<uint32_t>(text.size())), (LineColumn{2, 4}));
}

TEST(LineColumn, ByteOrderMarkHasNoColumn) {
  const std::string text = "\xEF\xBB\xBFword";
  const LineIndex index(text);
  EXPECT_EQ(line_column(text, index, 3), (LineColumn{1, 1}));
  EXPECT_EQ(line_column(text, index, 4), (LineColumn{1, 2}));
}

}  // namespace
}  // namespace soiree
