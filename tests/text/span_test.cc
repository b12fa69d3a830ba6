#include "linter/text/span.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace soiree {
namespace {

// Mixing up source and text offsets would move every finding.
static_assert(!std::is_convertible_v<SourceSpan, TextSpan>);
static_assert(!std::is_convertible_v<TextSpan, SourceSpan>);

// Suppressions and fixes ask these three questions of all pairs of spans.
TEST(Span, AgreesWithTheBytesItCovers) {
  for (uint32_t a = 0; a <= 5; ++a) {
    for (uint32_t b = a; b <= 5; ++b) {
      const TextSpan first{a, b};
      EXPECT_EQ(first.of("01234").size(), first.size());
      EXPECT_EQ(first.empty(), a == b);
      for (uint32_t c = 0; c <= 5; ++c) {
        for (uint32_t d = c; d <= 5; ++d) {
          const TextSpan second{c, d};
          EXPECT_EQ(first.contains(second), a <= c && d <= b);
          EXPECT_EQ(first.overlaps(second), second.overlaps(first));
          if (first.empty() || second.empty()) continue;
          bool shared = false;
          for (uint32_t at = 0; at < 5; ++at) shared |= first.contains(at) && second.contains(at);
          EXPECT_EQ(first.overlaps(second), shared);
        }
      }
    }
  }
}

}  // namespace
}  // namespace soiree
