#include "linter/parse/post_meta.h"

#include <gtest/gtest.h>

#include <string>

namespace soiree {
namespace {

std::string list(const std::vector<PlacedText>& texts) {
  std::string joined;
  for (const PlacedText& text : texts) joined += text.value + "|";
  return joined;
}

PostMeta read(std::string_view source, std::string_view path = "post.md") {
  return read_post_meta(read_front_matter(source, path), path);
}

// Rules that skip drafts, foreign languages or suppressed posts depend on these.
TEST(PostMeta, ReadsWhatAPostSaysAboutItself) {
  const std::string source =
      "---\nTitle: A post\ndescription: \"What it is\"\nauthors: [Ann, Bo]\ntags: x, y z\n"
      "category: news\nlang: pt-BR\nlocation: Lisbon\nstatus: Draft\nmedia:\n- twitter\n- a.jpg\n"
      "soiree:\n  disable: [self-focus]\ndate: 2023-10-05 10:00\ntimezone: +02:00\n---\nText\n";
  const PostMeta meta = read(source);
  EXPECT_EQ(meta.title.value, "A post");
  EXPECT_EQ(meta.title.place.of(source), "A post");
  EXPECT_EQ(meta.description.place.of(source), "\"What it is\"");
  EXPECT_EQ(list(meta.authors), "Ann|Bo|");
  EXPECT_EQ(list(meta.tags), "x|y z|news|");
  EXPECT_EQ(meta.tags[1].place.of(source), "y z");
  EXPECT_EQ(meta.language.value, "pt-BR");
  EXPECT_EQ(meta.location.value, "Lisbon");
  EXPECT_TRUE(meta.draft);
  EXPECT_EQ(list(meta.channels), "twitter|");
  EXPECT_EQ(list(meta.disabled_rules), "self-focus|");
  ASSERT_TRUE(meta.moment.has_value());
  EXPECT_EQ(meta.moment->utc_offset_seconds, 7200);
  EXPECT_TRUE(meta.moment->has_clock_time);
  EXPECT_EQ(meta.date.place.of(source), "2023-10-05 10:00");
  EXPECT_TRUE(meta.problems.empty());
}

TEST(PostMeta, WhereTheMomentComesFrom) {
  EXPECT_TRUE(read("---\ntitle: A\npublished: 2023-10-05\n---\n").moment_from_front_matter);
  const PostMeta draft = read("---\ntitle: A\npublished: false\n---\n", "2023-10-05-a.md");
  EXPECT_TRUE(draft.draft);
  EXPECT_TRUE(draft.moment.has_value());
  EXPECT_FALSE(draft.moment_from_front_matter);
  EXPECT_TRUE(draft.problems.empty());
  EXPECT_TRUE(read("+++\npath = \"2023/10/05/a\"\ntitle = \"A\"\n+++\n").moment.has_value());
  EXPECT_FALSE(read("---\ntitle: A\n---\n").moment.has_value());
  EXPECT_EQ(read("---\ndate: 2023-10-05\ncreated: 2020-01-01\n---\n").moment,
            parse_moment("2023-10-05"));
  EXPECT_TRUE(read("---\ntitle: A\ndate: '{{ date }}'\n---\n").problems.empty());
}

// Eleventy and Quarto document these words, and Obsidian links to the note of a day: an error would
// block the commit.
TEST(PostMeta, DateWordsAndLinksToDailyNotes) {
  for (const std::string word : {"Last Modified", "Created", "git Last Modified", "git Created",
                                 "today", "now", "last-modified"}) {
    const PostMeta meta = read("---\ntitle: A\ndate: " + word + "\n---\n");
    EXPECT_TRUE(meta.problems.empty()) << word;
    EXPECT_FALSE(meta.moment.has_value()) << word;
  }
  for (const std::string note : {"[[2024-05-12]]", "[[2024-05-12|that Sunday]]"}) {
    const PostMeta meta = read("---\ntitle: A\ndate: \"" + note + "\"\n---\n");
    EXPECT_TRUE(meta.problems.empty()) << note;
    EXPECT_EQ(meta.moment, parse_moment("2024-05-12")) << note;
  }
  EXPECT_EQ(read("---\ndate: nowadays\n---\n").problems.size(), 1U);
  EXPECT_EQ(read("---\ndate: \"[[Sunday]]\"\n---\n").problems.size(), 1U);
}

// A date nobody can read silently takes the post out of its feed: the author has to hear it.
TEST(PostMeta, TellsWhatItCannotRead) {
  const std::string source =
      "---\ndate: sometime\ntimezone: Mars/Olympus\nsoiree:\n  off: true\n---\n";
  const PostMeta meta = read(source, "2023-10-05-a.md");
  ASSERT_EQ(meta.problems.size(), 3U);
  EXPECT_EQ(meta.problems[0].place.of(source), "Mars/Olympus");
  EXPECT_EQ(meta.problems[1].place.of(source), "sometime");
  EXPECT_EQ(meta.problems[2].place.of(source), "off");
  EXPECT_TRUE(meta.moment.has_value());
}

// One post per file is a schedule as well: without its time no rule about the feed sees it.
TEST(PostMeta, PostsWithChannelsHaveTheKeysOfSchedules) {
  for (const char* key : {"at", "scheduled_at", "publish_at", "sendAt", "post_at"}) {
    const PostMeta meta = read(std::string("---\nchannel: mastodon\n") + key +
                               ": 2026-03-02 09:00\ntimezone: +01:00\n---\nText\n");
    EXPECT_EQ(meta.moment, parse_moment("2026-03-02 09:00", {}, "+01:00")) << key;
    EXPECT_TRUE(meta.moment_from_front_matter);
    EXPECT_EQ(meta.date.value, "2026-03-02 09:00");
  }
  EXPECT_FALSE(read("---\ntitle: A\nat: 2026-03-02 09:00\n---\n").moment);
  EXPECT_EQ(read("---\nchannel: x\nsend_date: 2026-03-02\ntime: 9am\n---\n").moment,
            parse_moment("2026-03-02", "9am"));
  const PostMeta broken = read("---\nchannel: x\nat: 2026-02-31 09:00\n---\nText\n");
  ASSERT_EQ(broken.problems.size(), 1U);
  EXPECT_EQ(broken.problems[0].message.find("The time \"2026-02-31 09:00\""), 0U);
  const auto kind = [](const char* line) {
    return read(std::string("---\nchannel: x\n") + line + "\n---\nText\n").kind;
  };
  EXPECT_EQ(kind("kind: reply"), ScheduleKind::reply);
  EXPECT_EQ(kind("in_reply_to: https://example.org/1"), ScheduleKind::reply);
  EXPECT_EQ(kind("kind: repost"), ScheduleKind::repost);
  EXPECT_EQ(kind("type: dm"), ScheduleKind::direct_message);
  EXPECT_EQ(kind("type: photo"), ScheduleKind::post);
  EXPECT_EQ(read("---\nto: x\nkind: dm\nrecipient: '@ana'\n---\n").recipient.value, "@ana");
  EXPECT_TRUE(read("---\nchannel: x\nstatus: cancelled\n---\n").draft);
  EXPECT_FALSE(read("---\ntitle: A\nstatus: archived\n---\n").draft);
}

TEST(PostMeta, ProseFields) {
  const FrontMatter front_matter = read_front_matter(
      "---\ntitle: A\nurl: b\nseo:\n  title: C\ntags: [d]\nsummary: E\n---\n", "post.md");
  std::string keys;
  for (const Field* field : prose_fields(front_matter)) keys += field->key + "|";
  EXPECT_EQ(keys, "title|seo.title|summary|");
}

}  // namespace
}  // namespace soiree
