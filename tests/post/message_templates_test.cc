// A page of message templates is not an article; its messages are what will be sent.
#include <gtest/gtest.h>

#include "linter/post/read_posts.h"

namespace soiree {
namespace {

constexpr std::string_view kPage =
    "# Outreach DM templates\n\nLead with a compliment.\n\n## Template one\n\n"
    "> Hi [Name], your rye is lovely.\n> Would you show me how?\n\n> Second of the section.\n\n"
    "## Targeting\n\n- planners\n\n## Message two\n\nHi {name}, do you bake on "
    "Sundays?\n\nThanks!\n";

TEST(MessageTemplates, EachQuoteAndEachMessageSectionIsOneMessage) {
  const SourceFile file("marketing/page.md", std::string(kPage));
  const ParsedFile parsed = read_posts(file, {});
  ASSERT_EQ(parsed.posts.size(), 3U);
  for (const Post& post : parsed.posts) {
    EXPECT_EQ(post.kind, PostKind::direct_message);
    EXPECT_TRUE(post.declares_variables);
    EXPECT_TRUE(post.quotations.empty()) << "the quote is the message, not a quotation";
  }
  EXPECT_EQ(parsed.posts[0].text(), "Hi [Name], your rye is lovely.\nWould you show me how?");
  EXPECT_EQ(parsed.posts[0].metadata.id.value, "Template one");
  EXPECT_EQ(parsed.posts[2].text(), "Hi {name}, do you bake on Sundays?\n\nThanks!");
  const SourceSpan place = parsed.posts[0].document.text.source({0, 9});
  EXPECT_EQ(file.bytes(place), "Hi [Name]");
}

TEST(MessageTemplates, AnArticleAboutTemplatesStaysAnArticle) {
  const SourceFile file("posts/why.md",
                        "# Why I stopped writing templates\n\n> Hi [Name]!\n\nNo.\n");
  const ParsedFile parsed = read_posts(file, {});
  ASSERT_EQ(parsed.posts.size(), 1U);
  EXPECT_EQ(parsed.posts[0].kind, PostKind::article);
}

// Long sections, headings and pages of code must not be read once for each of their blocks.
TEST(MessageTemplates, HostilePagesTakeLinearTime) {
  std::string page = "# Outreach DM templates\n\n## Template " + std::string(100'000, 'x') + "\n\n";
  for (int i = 0; i < 60'000; ++i) page += "Hi `a`.\n\n";
  for (int i = 0; i < 20'000; ++i) page += "> Hi `a`.\n\n.\n\n";
  const SourceFile file("marketing/page.md", page);
  const ParsedFile parsed = read_posts(file, {});
  // Behind the last quote one paragraph is left, which is a message too.
  ASSERT_EQ(parsed.posts.size(), 20'001U);
  EXPECT_EQ(parsed.posts[0].text(), "Hi a.");
  EXPECT_EQ(parsed.posts[0].document.opaque.size(), 1U);
  EXPECT_LE(parsed.posts[0].metadata.id.value.size(), 1000U);
}

}  // namespace
}  // namespace soiree
