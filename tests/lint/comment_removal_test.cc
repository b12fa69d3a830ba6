// A fix that is called safe must leave the post as it reads.
#include "linter/lint/comment_removal.h"

#include <gtest/gtest.h>

#include <string>

#include "linter/lint/apply_fixes.h"
#include "tests/support/lint_text.h"

namespace soiree {
namespace {

std::string fixed(const std::string& text, bool unsafe_too = false) {
  const RunResult result = lint_texts({{"a.md", text}});
  return apply_fixes(text, result.findings, 0, unsafe_too).text;
}

// Two blanks at the end of a line break it.
TEST(CommentRemoval, TakesTheBlanksBeforeItAtTheEndOfALine) {
  EXPECT_EQ(fixed("Which bread. <!-- soiree-disable-line self-focus --> "
                  "<!-- soiree-disable-line flooding -->\nAnd you?\n"),
            "Which bread.\nAnd you?\n");
  EXPECT_EQ(fixed("Which bread.  <!-- soiree-disable-line self-focus -->\nAnd you?\n"),
            "Which bread.\nAnd you?\n");
  EXPECT_EQ(fixed("Which bread.  <!-- soiree-disable-line self-focus --> "
                  "<!-- Rye. -->\nAnd you?\n"),
            "Which bread.   <!-- Rye. -->\nAnd you?\n");
  EXPECT_EQ(fixed("Which <!-- soiree-disable-line self-focus --> bread?\n"), "Which  bread?\n");
}

TEST(CommentRemoval, KeepsALineBreakThatIsThere) {
  EXPECT_EQ(fixed("Which bread. <!-- soiree-disable-line self-focus -->  \nAnd you?\n"),
            "Which bread.  \nAnd you?\n");
}

TEST(CommentRemoval, IsUnsafeWhereWhatIsBeforeItBecomesMarkup) {
  for (const std::string text : {"Rye.\n--- <!-- soiree-disable-line self-focus -->\n",
                                 "# Rye # <!-- soiree-disable-line self-focus -->\n",
                                 "Rye.\\ <!-- soiree-disable-line self-focus -->\nAnd you?\n"}) {
    EXPECT_EQ(fixed(text), text);
    EXPECT_NE(fixed(text, true), text);
  }
}

TEST(CommentRemoval, KeepsListsTight) {
  const std::string comment = "<!-- soiree-disable-next-line repeated-word -->\n";
  EXPECT_EQ(fixed("- rye\n  " + comment + "- spelt\n"), "- rye\n- spelt\n");
  EXPECT_EQ(fixed("1. rye\n" + comment + "2. spelt\n"), "1. rye\n2. spelt\n");
  EXPECT_EQ(fixed("> - rye\n>   " + comment + "> - spelt\n"), "> - rye\n> - spelt\n");
  EXPECT_EQ(fixed("- rye\n  " + comment + "  " + comment + "- spelt\n"), "- rye\n- spelt\n");
  const std::string loose = "- rye\n  " + comment + "  and wheat\n";
  EXPECT_EQ(fixed(loose), loose) << "without the line it would be one paragraph";
  const std::string quoted = "- rye\n> " + comment + "- spelt\n";
  EXPECT_EQ(fixed(quoted), quoted) << "without the line it would be one list";
  EXPECT_EQ(fixed("- rye\n" + comment + "Which one?\n"), "- rye\n\nWhich one?\n");
}

TEST(CommentRemoval, KeepsParagraphsApart) {
  const std::string comment = "<!-- soiree-disable-next-line repeated-word -->\n";
  EXPECT_EQ(fixed("Which bread?\n" + comment + "And you?\n"), "Which bread?\n\nAnd you?\n");
  const std::string box = "<div>\n" + comment + "Which *bread*?\n</div>\n";
  EXPECT_EQ(fixed(box), box) << "a blank line would end the box";
}

TEST(CommentRemoval, IsUnsafeWhereTextFollowsOnItsLine) {
  for (const std::string text : {"<!-- soiree-disable-next-line self-focus --># No heading\n",
                                 "<!-- soiree-disable-next-line self-focus --> *Rye*.\n",
                                 "- <!-- soiree-disable-next-line self-focus -->\n  Rye.\n",
                                 "Rye\n\n1. <!-- soiree-disable-line self-focus -->```\n",
                                 "Rye\n1. <!-- soiree-disable-line self-focus -->\n",
                                 "Rye  \n    <!-- soiree-disable-line self-focus -->\n"}) {
    EXPECT_EQ(fixed(text), text);
    EXPECT_NE(fixed(text, true), text);
  }
}

/// Each comment that looks for the ends of its line, or the beginning of its list, would take
/// minutes.
TEST(CommentRemoval, HostileNumbersOfCommentsTakeLinearTime) {
  constexpr size_t kMany = 100'000;
  for (const std::string end : {"", "\n"}) {
    std::string text = "- rye\n";
    std::vector<SourceSpan> comments;
    for (size_t i = 0; i < kMany; ++i) {
      const auto begin = static_cast<uint32_t>(text.size());
      text += "<!-- soiree-enable -->" + end;
      comments.push_back({begin, static_cast<uint32_t>(text.size() - end.size())});
    }
    const LineIndex lines(text);
    EXPECT_EQ(removals_of(comments, text, lines).size(), kMany);
  }
}

}  // namespace
}  // namespace soiree
