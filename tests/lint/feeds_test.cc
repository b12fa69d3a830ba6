#include "linter/lint/feeds.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "linter/text/words.h"

namespace soiree {
namespace {

Facts social_post(uint32_t file) {
  Facts post;
  post.file = file;
  post.kind = PostKind::social;
  return post;
}

std::vector<Facts> one_each(const std::vector<std::string>& paths) {
  std::vector<Facts> facts;
  for (size_t i = 0; i < paths.size(); ++i) facts.push_back(social_post(static_cast<uint32_t>(i)));
  return facts;
}

size_t feeds_of(const std::vector<std::string>& paths,
                const std::vector<FeedDefinition>& definitions) {
  const std::vector<Facts> facts = one_each(paths);
  return make_feeds(facts, paths, definitions).size();
}

// Programs for Windows write `.YAML`: such a schedule is as much on its own as another.
TEST(Feeds, AnExtensionInUpperCaseSaysTheSame) {
  EXPECT_EQ(social_section_of("social/one.YAML"), "social/one.YAML");
  EXPECT_EQ(social_section_of("social/one.Yml"), "social/one.Yml");
  EXPECT_EQ(social_section_of("social/one.JSON"), "social/one.JSON");
  EXPECT_EQ(social_section_of("social/2026-03.YAML"), "social");
  EXPECT_EQ(social_section_of("social/2026/one.TWEET"), "social/2026");
}

TEST(Feeds, OneNameInTwoConfigurationsIsTwoFeeds) {
  const std::vector<std::string> paths = {"north/a.yaml", "south/b.yaml"};
  EXPECT_EQ(feeds_of(paths, {{"news", FeedKind::social, {true, false}, ""},
                             {"news", FeedKind::social, {false, true}, ""}}),
            2U);
  EXPECT_EQ(feeds_of(paths, {{"news", FeedKind::social, {true, true}, ""}}), 1U);
}

TEST(Feeds, AFeedNamedLikeADirectoryLeavesItsPostsAlone) {
  const std::vector<std::string> paths = {"old/a.tweet", "social/b.tweet"};
  EXPECT_EQ(feeds_of(paths, {{"social", FeedKind::social, {true, false}, ""}}), 2U);
}

TEST(Feeds, AChannelIsNamedInUpperOrLowerCase) {
  const std::vector<std::string> paths = {"social/a.yaml"};
  std::vector<Facts> facts = one_each(paths);
  facts[0].channels = {hash_word("mastodon")};
  const auto posts_in = [&](const std::string& channel) {
    const std::vector<FeedDefinition> definitions = {{"f", FeedKind::social, {true}, channel}};
    return make_feeds(facts, paths, definitions).size();
  };
  EXPECT_EQ(posts_in("Mastodon"), 1U);
  EXPECT_EQ(posts_in("bluesky"), 0U);
}

}  // namespace
}  // namespace soiree
