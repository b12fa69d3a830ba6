#include "linter/text/mapped_text.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace soiree {
namespace {

// A finding in decoded text must cover exactly the source bytes it came from. The model keeps the
// source range of every single text byte.
TEST(MappedText, AgreesWithAByteByByteModel) {
  std::mt19937 random(5);  // NOLINT(cert-msc51-cpp): the same texts in every run
  const std::string source = "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuv";
  for (int round = 0; round < 3000; ++round) {
    MappedText text;
    std::vector<SourceSpan> model;
    std::vector<bool> plain;
    uint32_t at = 0;
    while (at + 6 < source.size()) {
      const auto size = static_cast<uint32_t>(random() % 4 + 1);
      switch (random() % 4) {
        case 0:
          text.append_decoded("&", {at, at + size});
          model.push_back({at, at + size});
          plain.push_back(false);
          break;
        case 1:
          at += size;  // markup that is not in the text
          continue;
        default:
          text.append_verbatim(std::string_view(source).substr(at, size), at);
          for (uint32_t i = 0; i < size; ++i) {
            model.push_back({at + i, at + i + 1});
            plain.push_back(true);
          }
      }
      at += size;
    }
    ASSERT_EQ(text.size(), model.size());
    for (uint32_t begin = 0; begin < text.size(); ++begin) {
      bool all_plain = true;
      for (uint32_t end = begin + 1; end <= text.size() && end < begin + 6; ++end) {
        const SourceSpan found = text.source({begin, end});
        ASSERT_EQ(found, (SourceSpan{model[begin].begin, model[end - 1].end}));
        all_plain = all_plain && plain[end - 1] &&
                    (end == begin + 1 || model[end - 1].begin == model[end - 2].end);
        ASSERT_EQ(text.verbatim({begin, end}), all_plain);
        if (all_plain) {
          ASSERT_EQ(found.of(source), text.text({begin, end}));
        }
      }
    }
  }
}

// Quotes are cut off and blocks joined; places must survive both.
TEST(MappedText, TruncateAndAppendKeepPlaces) {
  MappedText first;
  first.append_verbatim("hello", 10);
  first.append_separator("\n", 15);
  first.append_verbatim("world", 20);
  first.truncate(8);
  EXPECT_EQ(first.text(), "hello\nwo");
  EXPECT_EQ(first.source({6, 8}), (SourceSpan{20, 22}));
  MappedText second;
  second.append_verbatim("x", 3);
  second.append(first);
  EXPECT_EQ(second.text(), "xhello\nwo");
  EXPECT_EQ(second.source({7, 9}), (SourceSpan{20, 22}));
  EXPECT_EQ(second.source({6, 7}), (SourceSpan{15, 15}));
  EXPECT_FALSE(second.verbatim({6, 7}));
  second.truncate(0);
  EXPECT_TRUE(second.runs().empty());
  EXPECT_EQ(second.source({0, 0}), (SourceSpan{0, 0}));
}

// The place after the last word is where an insertion is offered.
TEST(MappedText, EmptyRangeHasAnEmptyPlace) {
  MappedText text;
  text.append_verbatim("ab", 4);
  EXPECT_EQ(text.source({1, 1}), (SourceSpan{5, 5}));
  EXPECT_EQ(text.source({2, 2}), (SourceSpan{6, 6}));
  EXPECT_FALSE(text.verbatim({1, 1}));
}

}  // namespace
}  // namespace soiree
