#include "linter/post/quotations.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "linter/post/read_posts.h"
#include "linter/post/segment_post.h"

namespace soiree {
namespace {

Post article(const std::string& text) {
  static std::vector<std::unique_ptr<SourceFile>> files;
  files.push_back(std::make_unique<SourceFile>("post.md", text));
  return std::move(read_posts(*files.back(), {}).posts.at(0));
}

Post social(const std::string& text) {
  Post post;
  post.kind = PostKind::social;
  MappedText mapped;
  mapped.append_verbatim(text, 0);
  read_plain_text(mapped, post.document);
  segment_post(post, Language::unknown);
  return post;
}

std::vector<std::string> quoted(const Post& post) {
  std::vector<std::string> texts;
  for (const Quotation& quotation : post.quotations) texts.emplace_back(post.text(quotation.text));
  return texts;
}

using Texts = std::vector<std::string>;

// Without these, quotations would count as the author's own words in every rule.
TEST(Quotations, BlocksAndMarksAreFound) {
  EXPECT_EQ(quoted(article("Text.\n\n> The oven is old.\n")), Texts{"The oven is old."});
  EXPECT_EQ(quoted(article("Text.\n\n<blockquote>The oven is old.</blockquote>\n")),
            Texts{"The oven is old."});
  EXPECT_EQ(quoted(article("The \"old\" oven and the “very old” one.\n")),
            (Texts{"old", "very old"}));
  EXPECT_EQ(quoted(article("A <q>small fire</q> is enough.\n")), Texts{"small fire"});
}

TEST(Quotations, MarksAroundMarkupAndAcrossLines) {
  EXPECT_EQ(quoted(article("She said \"the *old*\n[oven](https://example.org) is hot\" twice.\n")),
            Texts{"the old\noven is hot"});
  EXPECT_EQ(quoted(article("Set `name=\"old oven\"` in it.\n")), Texts{});
}

// Posts that were moved from WordPress have the mark on a line of its own.
TEST(Quotations, MarkOnALineOfItsOwn) {
  EXPECT_EQ(quoted(article("Text.\n\n>\nThe oven is old.\nIt is warm.\n>\nYes.\n\nMine.\n")),
            (Texts{"The oven is old.\nIt is warm.", "Yes."}));
  EXPECT_EQ(quoted(article("Text.\n\n>\n\nThe oven is old.\n")), Texts{});
  EXPECT_EQ(quoted(article("Text.\n\n> Old.\n\nThe oven.\n")), Texts{"Old."});
}

// A quotation of several paragraphs opens each of them and closes only the last.
TEST(Quotations, QuotationOverSeveralParagraphs) {
  EXPECT_EQ(quoted(article("“The oven is old and has many cracks.\n\n“But it is warm.”\n\nYes.\n")),
            (Texts{"The oven is old and has many cracks.", "But it is warm."}));
}

// Speech without marks is no less somebody else's.
TEST(Quotations, SpeechAfterNameAndColon) {
  EXPECT_EQ(quoted(article("Ada Lovelace said: The engine weaves patterns of algebra. I agree.\n")),
            Texts{"The engine weaves patterns of algebra."});
  EXPECT_EQ(quoted(article("As Ada once wrote:\n\nIt weaves. It has no wish to.\n\nMine.\n")),
            Texts{"It weaves. It has no wish to."});
  EXPECT_TRUE(article("Ada said: It weaves patterns of algebra.\n").quotations.at(0).attributed);
}

TEST(Quotations, ColonsThatNobodySpeaks) {
  for (const char* text :
       {"I said: The engine weaves patterns today.\n", "The manual says: The engine is hot now.\n",
        "It says: The engine is too hot now.\n", "Ada said: yes.\n",
        "Ada: The engine is hot now.\n",
        "Ada wrote:\n\n```\nx\n```\n\nThat is a program of one line.\n",
        "Ada wrote:\n\n- This is a list of all her notes.\n"}) {
    EXPECT_EQ(quoted(article(text)), Texts{}) << text;
  }
  EXPECT_EQ(quoted(article("Ada said: \"It weaves patterns.\"\n")), Texts{"It weaves patterns."});
}

// <blockquote> with blank lines inside becomes Markdown; what follows it is the author's again.
TEST(Quotations, HtmlQuoteEndsWhereItsTagDoes) {
  EXPECT_EQ(quoted(article("<blockquote>One.\n\nTwo is last.</blockquote>\n\nMine.\n")),
            Texts{"One.\n\nTwo is last."});
}

// Boxes of the author's own must not make a post look stuffed with quotes.
TEST(Quotations, CalloutsAreNone) {
  for (const char* box : {"> [!NOTE]\n> Closed in August.\n", "> **Note:** closed in August.\n",
                          "> Update (3 May): closed in August.\n",
                          "> **Tip** bring your own dough.\n", "> ⚠️ Closed in August.\n",
                          "> 💡 Bring your own dough.\n", "> Closed in August.\n{: .notice--info}\n",
                          "<blockquote class=\"callout warning\">Closed in August.</blockquote>\n",
                          "> This page has affiliate links; we earn a commission.\n",
                          "> Originally published in the village paper.\n",
                          "> Hinweis: im August zu.\n", "> Dica: traga a sua massa.\n",
                          "> 注意：八月关闭。\n", "> Hello [Name], the oven is closed.\n"}) {
    EXPECT_EQ(quoted(article(std::string("Text.\n\n") + box)), Texts{}) << box;
  }
  EXPECT_EQ(quoted(article("> Noteworthy are the cracks.\n")), Texts{"Noteworthy are the cracks."});
  EXPECT_EQ(quoted(article("> The oven is old.\n{: .text-center}\n")), Texts{"The oven is old."});
  EXPECT_EQ(quoted(article("> The commission met by the oven.\n")),
            Texts{"The commission met by the oven."});
}

// No list has every label; what is set in bold before a colon names the box.
TEST(Quotations, BoxesWithLabelsOfTheirOwnAreNone) {
  for (const char* box : {"**Note for Mac users:** it closes.",
                          "Note that it closes in August.",
                          "*Note that* it closes.",
                          "**Technical note:** it closes.",
                          "**Security note**: it closes.",
                          "**Side note:** it closes.",
                          "**A note on safety:** it is hot.",
                          "Ed. note: it closes.",
                          "**Did you know?** It closes.",
                          "**Fun fact:** it closes.",
                          "**FYI:** it closes.",
                          "**Remember:** it closes.",
                          "**Content Warning:** it is hot.",
                          "**Requirements**\n>\n> - an oven",
                          "**Recap:** it closes.",
                          "**In short:** it closes.",
                          "**What you need:** an oven.",
                          "**Next steps:** bake.",
                          "**What You Need:** an oven.",
                          "**Theorem 1.** Ovens are hot.",
                          "**Erratum:** it closes.",
                          "**Answer:** it closes.",
                          "**Step 1:** bake.",
                          "TL;DR Keep the oven on.",
                          "__Pro Tip:__ it closes."}) {
    EXPECT_EQ(quoted(article(std::string("Text.\n\n> ") + box + "\n")), Texts{}) << box;
  }
  for (const char* quote :
       {"**Ada:** It weaves.", "**Ada Lovelace:** It weaves.", "**Tomás de Lima:** It weaves.",
        "**The Doctor:** It weaves.", "**Old woman:** It weaves.\n>\n> **Young man:** No.",
        "**Ada said:** It weaves.", "**Ada, the baker:** It weaves.", "**Dear Ada,** it weaves.",
        "**Ada Lovelace**\n> It weaves.", "**Interviewer:** Does it weave?",
        "**Bread is patience.** It weaves.", "**Remember the fire.** It weaves.",
        "**How did you come to ovens?** By the fire.", "*What you need:* an oven.",
        "**John 3.** It weaves.", "**張三：** It weaves.", "The **note:** it weaves.",
        "Notable ovens weave."}) {
    EXPECT_EQ(quoted(article(std::string("Text.\n\n> ") + quote + "\n")).size(), 1U) << quote;
  }
}

// Obsidian, docsify and Microsoft Learn write more than one word into the type of a callout.
TEST(Quotations, CalloutsWithMetadataAreNone) {
  for (const char* type : {"tip|right", "IMPORTANT|style:flat", "my_type", "Jinja2", "a__b",
                           "div class=\"nextstepaction\"", "my type", "\u6CE8\u610F"}) {
    const Post post = article(std::string("Text.\n\n> [!") + type + "] Closed in August.\n");
    EXPECT_EQ(quoted(post), Texts{}) << type;
    EXPECT_EQ(post.document.unmapped_blocks, 0U) << type;
    EXPECT_EQ(post.text().find("[!"), std::string_view::npos) << type;
  }
  EXPECT_EQ(quoted(article("> [!Quote|right] Old.\n")).size(), 1U);
  EXPECT_EQ(quoted(article("> [! ] Old.\n")).size(), 1U);
  EXPECT_EQ(quoted(article("> [!a *b* c] Old.\n")).size(), 1U);
}

TEST(Quotations, OwnEarlierWordsAreNone) {
  for (const char* lead :
       {"As I wrote last year:", "From our announcement:", "We have always said:",
        "My first post began like this.", "Como escribí hace un año:", "Aus meinem Beitrag:"}) {
    EXPECT_EQ(quoted(article(std::string(lead) + "\n\n> The oven is old.\n")), Texts{}) << lead;
  }
  for (const char* lead :
       {"When I wrote to her, she replied:", "I love what she wrote:", "My neighbour wrote:"}) {
    EXPECT_EQ(quoted(article(std::string(lead) + "\n\n> The oven is old.\n")),
              Texts{"The oven is old."})
        << lead;
  }
}

TEST(Quotations, RepostsOfShortPosts) {
  EXPECT_EQ(quoted(social("So true RT @ilse: the oven is on")), Texts{"the oven is on"});
  EXPECT_EQ(social("Look at that oven #repost @ilse").quotations.size(), 1U);
  EXPECT_EQ(social("Repost from @ilse: the oven is on").quotations.size(), 1U);
  EXPECT_EQ(quoted(social("The fire teaches you to wait. - Ilse Brandt #friday")),
            Texts{"The fire teaches you to wait. "});
  EXPECT_EQ(quoted(social("START @home is a club")), Texts{});
  EXPECT_EQ(quoted(social("We bake at four - bring dough")), Texts{});
}

// Exports put every text into marks; an author of such a file was told to leave his own words out.
TEST(Quotations, MarksAroundAWholePostMayBeAnExports) {
  EXPECT_EQ(quoted(social("\"We have tickets for the open night on Thursday!\"")), Texts{});
  EXPECT_EQ(quoted(social("\"Make sure you see the old oven on Saturday, 8 May!")), Texts{});
  EXPECT_EQ(quoted(social("\"Does anyone want the old tins?\"")), Texts{});
  EXPECT_EQ(quoted(social("\"Bread is patience.\"")), Texts{"Bread is patience."});
  EXPECT_EQ(quoted(social("\"I bake, so I am.\"")), Texts{"I bake, so I am."});
  EXPECT_EQ(quoted(social("\"We are what we bake.\" - Ada")), Texts{"We are what we bake."});
  EXPECT_EQ(quoted(social("\"@ada: We bake what we are.\"")), Texts{"@ada: We bake what we are."});
  EXPECT_EQ(quoted(social("\"Bread is made of time and of nothing else, and\u2026")),
            Texts{"Bread is made of time and of nothing else, and\u2026"});
  EXPECT_EQ(quoted(social("\u201CBread is made of time and of nothing else'. Ada")),
            Texts{"Bread is made of time and of nothing else'. Ada"});
}

TEST(Quotations, TokensAndWordsMatchTheText) {
  const Post post = article("Title text.\n\n> The oven is old.\n>\n> — Ilse Brandt\n");
  ASSERT_EQ(post.quotations.size(), 1U);
  const Quotation& quotation = post.quotations[0];
  EXPECT_EQ(quotation.words, 4U);
  EXPECT_EQ(post.text(post.tokens()[quotation.first_token].span), "The");
  EXPECT_EQ(post.text(post.tokens()[quotation.last_token - 1].span), "Brandt");
}

// Deep nesting and thousands of quotes must not cost quadratic time.
TEST(Quotations, HostileQuotes) {
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "> **note** \"a b c d e f\" - x\n\n";
  EXPECT_FALSE(article(many).quotations.empty());
  std::string endless;
  for (int i = 0; i < 40000; ++i) endless += "and \"a b c d e f\" ";
  EXPECT_EQ(article(endless).quotations.size(), 40000U);
  EXPECT_LE(article(std::string(5000, '>') + " deep").quotations.size(), 1U);
}

TEST(Quotations, HostileNestedBoxes) {
  std::string boxes;
  std::string marks;
  for (int i = 0; i < 20000; ++i) {
    boxes += "<blockquote class=\"notice\">";
    marks += "<blockquote>";
  }
  std::string plain;
  for (int i = 0; i < 20000; ++i) plain += "a quiet oven ";
  EXPECT_TRUE(article(boxes + plain).quotations.empty());
  EXPECT_TRUE(article(plain + "\n\n" + marks + "Note: " + plain).quotations.empty());
  EXPECT_TRUE(article(marks + plain + "[Name]").quotations.empty());
  EXPECT_EQ(article(marks + std::string(200, '(') + plain).quotations.size(), 1U);
  EXPECT_TRUE(article(std::string(20000, '>') + " " + plain + "[Name]").quotations.empty());
}

TEST(Quotations, HostileSpeakers) {
  std::string said;
  for (int i = 0; i < 80000; ++i) said += "Ada said: ";
  EXPECT_EQ(article(said + "the oven is an old friend").quotations.size(), 1U);
}

}  // namespace
}  // namespace soiree
