// What the examples of rules/sales-pitch/rule.md do not show: options, own domains, other
// languages, how a feed rule asks, and hostile texts.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "linter/lint/ruleset.h"
#include "linter/post/read_posts.h"
#include "linter/post/segment_post.h"
#include "linter/text/source_file.h"
#include "rules/sales-pitch/pitch.h"

namespace soiree {
namespace {

using OptionValues = std::map<std::string, OptionValue>;

std::vector<Finding> lint_article(const std::string& text, const OptionValues& options = {},
                                  const RuleContext& context = {}) {
  const SourceFile file("post.md", text);
  const RuleInfo* info = find_rule_info("sales-pitch");
  const Ruleset ruleset(std::vector<RuleChoice>{{info, info->severity, options}}, context);
  std::vector<Finding> findings;
  for (const Post& post : read_posts(file, {}).posts) lint_post(post, ruleset, 0, {}, findings);
  return findings;
}

Post short_post(const std::string& text, PostKind kind = PostKind::social) {
  Post post;
  post.kind = kind;
  MappedText mapped;
  mapped.append_verbatim(text, 0);
  read_plain_text(mapped, post.document);
  segment_post(post, Language::unknown);
  return post;
}

double score_of(const Post& post) {
  PhraseIndex index;
  RuleContext context;
  context.phrases = &index;
  const PitchMeter meter(context);
  return meter.measure(post, index.find(post)).score;
}

std::string repeat(const std::string& text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

const char* const kWorkshop =
    "In May I give a workshop in the old mill, and you will learn to bake three loaves in one day. "
    "Early bird tickets are only $90. The mill is the red house behind the station, the door is on "
    "the side of the river, and there is coffee from nine. Book now, there are few places left.\n";

TEST(SalesPitch, StrengthSaysHowMuchMustComeTogether) {
  const std::string text =
      "In May I give a workshop in the old mill, and you will learn to bake three loaves in one "
      "day. The mill is the red house behind the station, the door is on the side of the river, "
      "and there is coffee from nine. Tickets are $90. Book now.\n";
  EXPECT_EQ(lint_article(text).size(), 1U);
  EXPECT_TRUE(lint_article(text, {{"strength", 5.0}}).empty());
}

TEST(SalesPitch, SaysWhatWasCountedAndNotesOtherPlaces) {
  const std::vector<Finding> findings = lint_article(kWorkshop);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_NE(findings[0].message.find("call to action"), std::string::npos) << findings[0].message;
  EXPECT_NE(findings[0].message.find("words"), std::string::npos);
  EXPECT_FALSE(findings[0].notes.empty());
}

// One box of adverts does not make a pitch of a long and useful text.
TEST(SalesPitch, ALongTextCarriesAnAdvert) {
  const std::string advice =
      "Let the dough rest until it has grown by half, then fold it from all four sides and turn "
      "it. ";
  EXPECT_TRUE(lint_article(repeat(advice, 30) + "\n\n" + kWorkshop).empty());
}

TEST(SalesPitch, SellingPagesOfOwnDomainsCount) {
  const std::string text =
      "The oven saves you time and is made for your kitchen. It heats up in "
      "ten minutes and keeps its heat for an hour. The door has two panes, the stone lies on "
      "four feet, and the lamp can be changed from the front with one hand while the oven is hot. "
      "A "
      "tray of water at the bottom makes steam for the first five minutes, after which a small "
      "flap "
      "lets it out again. The thermometer is off by three degrees at most, as we saw when we put a "
      "second one beside it for a week in March and wrote down both. We tested it with rye, with "
      "wheat and with "
      "spelt, and each came out well; the table below has all the temperatures and times of forty "
      "bakes, and the drawing shows where the probe was. [See the "
      "oven](https://oven.example/pricing) "
      "or [the larger one](https://www.oven.example/shop/large).\n";
  EXPECT_TRUE(lint_article(text).empty());
  RuleContext context;
  context.self = {"oven.example"};
  EXPECT_EQ(lint_article(text, {}, context).size(), 1U);
}

TEST(SalesPitch, IsSilentInOtherLanguages) {
  const std::string frame =
      "---\ntitle: Taller\nlang: es\n---\nEn mayo doy un taller en el molino viejo. Book now! "
      "Early "
      "bird tickets are only $90. Sign up today!\n";
  EXPECT_TRUE(lint_article(frame).empty());
}

TEST(SalesPitch, MeasuresEachPostForItsFeed) {
  EXPECT_GE(score_of(short_post("Shop our new rye, 20% off today")), 1);
  EXPECT_EQ(score_of(short_post("The rye is slow today")), 0);
  EXPECT_EQ(score_of(short_post("Shop our new rye, 20% off today", PostKind::reply)), 0);
  EXPECT_EQ(score_of(short_post("Shop our new rye, 20% off today", PostKind::repost)), 0);
}

TEST(SalesPitch, ReleasesAreNews) {
  EXPECT_EQ(score_of(short_post("Doughlog v2.1 is now available")), 0);
  EXPECT_GE(score_of(short_post("Our almond cake is now available")), 1);
}

TEST(SalesPitch, ThanksAndAnswersNeedMoreThanAWeakSign) {
  EXPECT_EQ(score_of(short_post("Thanks to all who came, the cups are for sale")), 0);
  EXPECT_EQ(score_of(short_post("@kim it is for sale")), 0);
  EXPECT_GE(score_of(short_post("The old mixer is for sale")), 1);
}

// The same phrase without end, and a text of nothing but phrases.
TEST(SalesPitch, HostileTexts) {
  EXPECT_LE(lint_article(repeat("Book now! ", 20000)).size(), 1U);
  EXPECT_LE(lint_article(repeat("only $1 only ", 20000)).size(), 1U);
  EXPECT_EQ(score_of(short_post("")), 0);
  EXPECT_EQ(score_of(short_post(". . .")), 0);
}

/// An article that names Plumscope five times and links to its site as often; `last` is the last
/// link.
std::string about_plumscope(const std::string& last, int filler) {
  const std::string text =
      "We built [Plumscope](https://www.plumscope.co.uk/) for our own plums. Plumscope saves you "
      "time, "
      "and Plumscope counts [your plums](https://www.plumscope.co.uk/count). With Plumscope you "
      "see "
      "[each tree](https://www.plumscope.co.uk/trees), and we mail you what you ask Plumscope for. "
      "Your trees are on [a page](https://www.plumscope.co.uk" +
      last + ").\n\n";
  return text + repeat("The old tree stands behind the house and has been dry for years. ", filler);
}

// An article about one's own product has the way to its till; one about somebody else's has not,
// and a long guide with a box at its end is a guide.
TEST(OwnProduct, IsNamedOftenAndLeadsToItsTill) {
  const std::vector<Finding> findings = lint_article(about_plumscope("/signup", 5));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_NE(findings[0].message.find("4 links to the site of Plumscope"), std::string::npos)
      << findings[0].message;
  EXPECT_TRUE(lint_article(about_plumscope("/signup", 80)).empty());
  std::string singular = about_plumscope("/mine", 5);
  EXPECT_EQ(lint_article(singular).size(), 1U) << "the front page of the team's own product";
  singular += "I like it, I use it, and I told my aunt.";
  EXPECT_TRUE(lint_article(singular).empty()) << "I tell of their product";
}

// A page of links to a hundred thousand sites, or of as many quotations of one name, must not stop
// the hook.
TEST(OwnProduct, HostilePagesTakeLinearTime) {
  std::string links = "Book now, and you save time.\n\n";
  for (int i = 0; i < 100'000; ++i) {
    links += "[a](https://site" + std::to_string(i) + ".example/) ";
  }
  EXPECT_TRUE(lint_article(links).empty());
  const std::string names = about_plumscope("/signup", 5) +
                            repeat("Plumscope \"saves Plumscope for us and you\" again. ", 50'000);
  EXPECT_TRUE(lint_article(names).empty()) << "four links sell little of so much text";
}

TEST(ShopLinks, KnowTills) {
  const ShopLinks shops({"@kim", "Plum Bakery", "plum.example"});
  EXPECT_TRUE(shops.is_shop("https://kim.gumroad.com/l/book"));
  EXPECT_TRUE(shops.is_shop("https://www.eventbrite.co.uk/e/1"));
  EXPECT_TRUE(shops.is_shop("https://kim.us1.list-manage.com/subscribe?u=1"));
  EXPECT_TRUE(shops.is_shop("https://www.amazon.de/dp/1?tag=kim-21"));
  EXPECT_TRUE(shops.is_shop("https://other.example/?aff=7"));
  EXPECT_TRUE(shops.is_shop("plum.example/shop"));
  EXPECT_TRUE(shops.is_shop("https://www.plum.example/de/pricing?x=1"));
  EXPECT_FALSE(shops.is_shop("https://plum.example/shopping-for-flour"));
  EXPECT_FALSE(shops.is_shop("https://notplum.example/shop"));
  EXPECT_FALSE(shops.is_shop("https://example.org/shop"));
  EXPECT_FALSE(shops.is_shop("https://www.amazon.de/dp/1?stage=2"));
  EXPECT_FALSE(shops.is_shop("https://example.org/gumroad.com"));
  EXPECT_FALSE(shops.is_shop(""));
}

}  // namespace
}  // namespace soiree
