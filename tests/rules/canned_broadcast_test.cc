// What the examples of rules/canned-broadcast/rule.md do not show: what a skeleton leaves out.
#include <gtest/gtest.h>

#include <string>

#include "linter/parse/document.h"
#include "linter/post/segment_post.h"
#include "rules/canned-broadcast/skeleton.h"

namespace soiree {
namespace {

Post message(const std::string& text, const std::string& recipient = "",
             Language language = Language::unknown) {
  Post post;
  post.kind = PostKind::direct_message;
  post.metadata.recipient.value = recipient;
  MappedText mapped;
  mapped.append_verbatim(text, 0);
  read_plain_text(mapped, post.document);
  segment_post(post, language);
  return post;
}

uint64_t skeleton(const std::string& text, const std::string& recipient = "",
                  Language language = Language::unknown) {
  return skeleton_of(message(text, recipient, language)).hash;
}

// Copies hide behind a name, a handle, a link; all of them are the same message.
TEST(Skeleton, NamesHandlesAndLinksDoNotMatter) {
  EXPECT_EQ(skeleton("Hi Ada Byron, see our bread at https://example.org/1 please"),
            skeleton("Hi Tom, see our bread at https://example.org/2 please"));
  EXPECT_EQ(skeleton("@ada what a loaf from Bath"), skeleton("@tom what a loaf from Wells"));
  EXPECT_EQ(skeleton("Ada, what a loaf"), skeleton("Tom, what a loaf"));
  EXPECT_EQ(skeleton("What a loaf, dear ada", "ada"), skeleton("What a loaf, dear tom", "@tom"));
  EXPECT_NE(skeleton("Hi Ada, what a loaf"), skeleton("Hi Ada, what a cake"));
}

// German nouns carry capitals; leaving them out would make all thanks the same.
TEST(Skeleton, GermanNounsAreNoNames) {
  EXPECT_NE(skeleton("Hallo Ada, danke für den Kuchen", "", Language::de),
            skeleton("Hallo Tom, danke für den Vortrag", "", Language::de));
  EXPECT_EQ(skeleton("Hallo Ada, danke für den Kuchen", "", Language::de),
            skeleton("Hallo Tom, danke für den Kuchen", "", Language::de));
}

TEST(Skeleton, RecipientIsTheOneNamedOrTheOneGreeted) {
  EXPECT_EQ(recipient_of(message("Hi there", "@Ada")), recipient_of(message("Hello", "ada")));
  EXPECT_NE(recipient_of(message("Hi Ada, bread?")), recipient_of(message("Hi Tom, bread?")));
  EXPECT_EQ(recipient_of(message("the oven is lit")), 0U);
}

}  // namespace
}  // namespace soiree
