#include "linter/parse/schedule_path.h"

#include <gtest/gtest.h>

namespace soiree {
namespace {

TEST(SchedulePath, SpeaksOfPosts) {
  for (const char* path : {"tweets.yml", "my-toots.json", "/a/social/queue.yaml", "posts/a.yaml",
                           "scheduled-posts/a.yml", "/a/twitter/b.json", "social-media/a.yaml",
                           "content-calendar.yaml"}) {
    EXPECT_TRUE(is_post_path(path)) << path;
  }
  // A program that posts is not what it posts.
  for (const char* path : {"config.json", "/src/tweet-bot/config.json", "tweet-bot/config.json",
                           "social/a/b.json", "/a/mastodon-api/b.yml"}) {
    EXPECT_FALSE(is_post_path(path)) << path;
  }
}

// Where a checkout lies says nothing of its files.
TEST(SchedulePath, DataOfSites) {
  for (const char* path :
       {"data/news.yaml", "/site/data/news.yaml", "_data/news.yaml", "/site/_data/shop/prices.yml",
        "data/en/quotes.yml", "/site/data/pt-BR/quotes.yml"}) {
    EXPECT_TRUE(is_site_data_path(path)) << path;
  }
  for (const char* path : {"launch.yaml", "/home/kim/data/shop/launch.yaml", "/data/launch.yaml",
                           "/data/shop/launch.yaml", "data/schedule.yaml", "data/social/a.yaml"}) {
    EXPECT_FALSE(is_site_data_path(path)) << path;
  }
}

TEST(SchedulePath, Languages) {
  for (const char* path : {"en.json", "i18n/pt-BR.yml", "zh_Hant.yaml"}) {
    EXPECT_TRUE(is_language_path(path)) << path;
  }
  for (const char* path : {"share.yaml", "x.yaml", "en/share.json", "en-1.json"}) {
    EXPECT_FALSE(is_language_path(path)) << path;
  }
}

}  // namespace
}  // namespace soiree
