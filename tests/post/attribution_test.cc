#include "linter/post/attribution.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "linter/post/read_posts.h"

namespace soiree {
namespace {

Post article(const std::string& text) {
  static std::vector<std::unique_ptr<SourceFile>> files;
  files.push_back(std::make_unique<SourceFile>("post.md", text));
  return std::move(read_posts(*files.back(), {}).posts.at(0));
}

bool attributed(const std::string& text) {
  const Post post = article(text);
  return post.quotations.size() == 1 && post.quotations[0].attributed;
}

std::string attribution(const std::string& text) {
  const Post post = article(text);
  return post.quotations.empty() ? "" : std::string(post.text(post.quotations[0].attribution));
}

// Each of these names a source; reporting one of them as missing would be a false alarm.
TEST(Attribution, EverySourceCounts) {
  for (const char* text :
       {"> The oven is an old friend.\n>\n> — Ilse Brandt\n",
        "> The oven is an old friend. -- Ilse Brandt\n", "> The oven is an old friend.\n> ~ ilse\n",
        "> The oven is an old friend.\n\n— Ilse Brandt\n",
        "\"The oven is an old friend of ours\" (Brandt, 2014)\n",
        "“The oven is an old friend of ours,” she said.\n",
        "As told by Ilse Brandt:\n\n> The oven is an old friend.\n",
        "See [this](https://example.org):\n\n> The oven is an old friend.\n",
        "<blockquote cite=\"https://example.org\">The oven is an old friend.</blockquote>\n",
        "<blockquote><p>The oven is an old friend.</p><footer>Ilse Brandt</footer></blockquote>\n",
        "Según el libro:\n\n> El horno es un viejo amigo.\n"}) {
    EXPECT_TRUE(attributed(text)) << text;
  }
}

// A blank line without `>` makes two block quotes of the words and their source.
TEST(Attribution, TheNextBlockQuoteMayBeTheSource) {
  EXPECT_TRUE(article("> \"The rain came late and the oven was cold.\"\n\n> Bowen, 1880\n")
                  .quotations.at(0)
                  .attributed);
  EXPECT_FALSE(article("> \"The rain came late and the oven was cold.\"\n\n> It was so.\n")
                   .quotations.at(0)
                   .attributed);
  EXPECT_FALSE(article("> \"The rain came late and the oven was cold.\"\n\n> cold and wet\n")
                   .quotations.at(0)
                   .attributed);
}

TEST(Attribution, WhatIsOursNeedsNoOtherSource) {
  const std::string promise = "> \"we answer every letter within a week, or we send a cake.\"\n\n";
  EXPECT_TRUE(attributed(promise + "That is the promise on our door.\n"));
  EXPECT_FALSE(attributed(promise + "That is our favourite of all.\n"));
  EXPECT_FALSE(attributed(promise + "That is our motto.\n"));
  EXPECT_FALSE(attributed(promise + "That is the promise on a door.\n"));
  EXPECT_FALSE(attributed(promise + "It rained. That was on our door.\n"));
}

// An image ends before the link around it does.
TEST(Attribution, ALinkWithAnImageInsideCounts) {
  std::string words;
  for (int i = 0; i < 20; ++i) words += "and so on for long ";
  EXPECT_FALSE(attributed("\"the oven is an old friend of ours\" and " + words + "\n"));
  EXPECT_TRUE(attributed("\"the oven is an old friend of ours\" and [" + words +
                         "![oven](oven.png) there](https://example.org)\n"));
}

TEST(Attribution, NobodyNearbyIsNoSource) {
  EXPECT_FALSE(attributed("It was cold.\n\n> The oven is an old friend.\n\nIt still is.\n"));
  EXPECT_FALSE(attributed("Somebody once wrote \"the oven is an old friend\" about it.\n"));
  EXPECT_FALSE(attributed("It was cold - \"the oven is an old friend\" - and late.\n"));
}

TEST(Attribution, NameIsFoundInPlace) {
  EXPECT_EQ(attribution("> The oven is old.\n>\n> — Ilse Brandt\n"), "— Ilse Brandt");
  EXPECT_EQ(attribution("\"The oven is an old friend.\" - Ilse Brandt, baker\n\nYes.\n"),
            "- Ilse Brandt, baker");
}

}  // namespace
}  // namespace soiree
