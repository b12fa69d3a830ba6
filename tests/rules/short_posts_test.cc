// What the examples of location-checkin, engagement-bait and bought-followers do not show:
// spellings of the hashtags, and texts made to be slow.
#include <gtest/gtest.h>

#include <string>

#include "rules/engagement-bait/bait_tags.h"
#include "rules/location-checkin/map_links.h"
#include "rules/location-checkin/place_suffix.h"
#include "tests/support/lint_text.h"

namespace soiree {
namespace {

std::string repeat(const std::string& text, size_t bytes) {
  std::string repeated;
  while (repeated.size() < bytes) repeated += text;
  return repeated;
}

TEST(TradeTags, AreKnownByTheirForm) {
  for (const char* tag :
       {"f4f", "L4L", "follow4follow", "FollowForFollow", "likes4likes", "f0llowback", "l1ke4l1ke",
        "TeamFollowBack", "sub4subback", "commentforcomment", "follow_for_follow", "gainwithxtian",
        "tagsforlikes"}) {
    EXPECT_TRUE(is_trade_tag(tag)) << tag;
  }
}

// An author whose innocent hashtag is called a trade would switch the rule off.
TEST(TradeTags, LeaveNamesAlone) {
  for (const char* tag :
       {"s4c", "f2f", "14183", "141", "likeminded", "followthesun", "fridayfeeling",
        "wontflyagainwithyou", "like", "subway", "shareholders", "forfun", "f4", ""}) {
    EXPECT_FALSE(is_trade_tag(tag)) << tag;
  }
}

TEST(PlaceSuffix, IsNoHandlePriceTimeOrCrossing) {
  for (const char* text :
       {"thanks @plum", "loaves @ $5", "tonight @ 7pm", "May 5 @ Town Hall", "meet you @ the gate",
        "head baker and engineer @ Acme", "Mill Road @ Station Road", "@ Plum fix your bread", "@ ",
        "@", "(@", "(@ )", "news@@ Refuge oven", "Ilse @ The Lane Post: Bread is back",
        "sh%@ Norman. He will do it again!", "instagram @ Plum", "Friday @ Town Hall",
        "Vivo en Miami, Florida", "Fire / Mill Road @ Main St / Station Road"}) {
    EXPECT_TRUE(find_place_suffix(text).empty()) << text;
  }
}

// Photo apps put the place last, whatever stands before it.
TEST(PlaceSuffix, StandsBehindStreetsGreetingsAndNetworks) {
  for (const char* text :
       {"The band on the street @ Downtown Lyon", "Happy Monday @ Plum Bakery", "Out @ 4Bells",
        "Add my snap @ Lyon, France", "Rye @ the LEX", "With friends (at @plumbakery)",
        "Rye #bread en Miami Beach, Florida", "Rye @ Old Mill - Lyon / \u91CC\u6602"}) {
    EXPECT_FALSE(find_place_suffix(text).empty()) << text;
  }
}

// Behind a handle only what an app wrote is a place: an answer may say "@ home" as well.
TEST(PlaceSuffix, ClosesAPostOnlyAtItsEnd) {
  const auto closes = [](std::string_view text) {
    return is_closing_suffix(text, find_place_suffix(text));
  };
  EXPECT_TRUE(closes("@ilse bread is out @ Corner Bakery\u2026"));
  EXPECT_FALSE(closes("@ilse bread is out @ Corner Bakery #rye"));
  EXPECT_FALSE(closes("@ilse bread is out @ home"));
  EXPECT_FALSE(closes("@ilse bread is out"));
}

TEST(Coordinates, AreNoVersionNumbers) {
  EXPECT_FALSE(find_coordinates("48.2082, 16.3738").empty());
  EXPECT_FALSE(find_coordinates("(-33.8688,151.2093)").empty());
  EXPECT_TRUE(find_coordinates("from 1.0001 to 2.0002").empty());
  EXPECT_TRUE(find_coordinates("1.0001, 2.0002").empty());
  EXPECT_TRUE(find_coordinates("91.0001, 22.0002").empty());
  EXPECT_TRUE(find_coordinates("48.2082,").empty());
}

// A note that shows the place of the finding once more tells nobody anything.
TEST(BoughtFollowers, EachOfferIsToldOnce) {
  const RunResult result = lint_texts(
      {{"queue.yaml",
        "posts:\n  - channel: x\n    text: We add 2k members to your channel, ask for the price.\n"
        "  - channel: x\n    text: Rye is in.\n"}});
  for (const Finding& finding : result.findings) {
    if (finding.rule != "bought-followers") continue;
    for (const Note& note : finding.notes) {
      EXPECT_GE(note.range.begin, finding.range.end);
    }
    return;
  }
  ADD_FAILURE() << "the offer is not found";
}

// A hook that hangs on one strange file is thrown out.
TEST(ShortPosts, HostileTextsTakeNoTime) {
  constexpr size_t kBytes = 200'000;
  for (const char* piece :
       {"@ A", "(@ ", "@@ ", "1.1111,", "48.2082, ", "follow all @a ", "\"like if you\" ", "tag a ",
        "buy real followers ", "in at in at ", "I'm at ", "\xE2\x80\x94 at A", "giveaway follow ",
        "Town, CA | ", "(at @a)", "# en A, B", "Dinner in ", "drinks in in in ", "LA \u2708 LA "}) {
    const std::string text = repeat(piece, kBytes);
    lint_texts({{"long.tweet", text}, {"long.md", text}});
  }
}

}  // namespace
}  // namespace soiree
