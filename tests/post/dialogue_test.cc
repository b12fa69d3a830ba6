#include "linter/post/dialogue.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "linter/post/read_posts.h"

namespace soiree {
namespace {

std::vector<std::string> answers(const std::string& text) {
  static std::vector<std::unique_ptr<SourceFile>> files;
  files.push_back(std::make_unique<SourceFile>("post.md", text));
  const ParsedFile parsed = read_posts(*files.back(), {});
  const Post& post = parsed.posts.at(0);
  std::vector<std::string> texts;
  for (const Quotation& quotation : post.quotations) {
    const bool answer =
        quotation.form == QuotationForm::answer || quotation.form == QuotationForm::program;
    if (answer) texts.emplace_back(post.text(quotation.text));
  }
  return texts;
}

using Texts = std::vector<std::string>;

// An interviewee's "I" would otherwise be the author's, and an interview a post without quotes.
TEST(Dialogue, AnswersOfAnInterview) {
  EXPECT_EQ(answers("**Mara:** How did it begin?\n\n**Ilse:** With a match.\n\nAnd wood.\n\n"
                    "**Mara:** And then?\n\n**Ilse:** We baked.\n\n**Mara:** Until when?\n\n"
                    "## Afterwards\n\nWe ate.\n"),
            (Texts{"With a match.\n\nAnd wood.", "We baked."}));
  EXPECT_EQ(
      answers("记者：什么时候开始？\n\n伊尔莎：早上。\n\n记者：然后呢？\n\n伊尔莎：烤面包。\n\n"
              "记者：好吃吗？\n"),
      (Texts{"早上。", "烤面包。"}));
  EXPECT_EQ(answers("Mara: How did it begin?\n\nIlse: With a match.\n"), Texts{"With a match."});
}

// Labels are common in lists and notes; none of these is a conversation.
TEST(Dialogue, LabelsAreNoSpeakers) {
  EXPECT_EQ(answers("Note: bring wood.\n\nWarning: hot.\n\nNote: bring dough?\n\nWarning: hot.\n\n"
                    "Note: eat.\n"),
            Texts{});
  EXPECT_EQ(answers("Mara: bread.\n\nIlse: wood.\n\nMara: rye.\n\nIlse: salt.\n\nMara: seeds.\n"),
            Texts{});
  EXPECT_EQ(answers("Mara: How did it begin?\n\nIt began with a match.\n"), Texts{});
}

// Nobody asks all the time of a program: its turns are still not the author's words. A remark of a
// program in a post of one's own makes no conversation of it.
TEST(Dialogue, ProgramsThatAnswer) {
  const std::string turns =
      "**Me:** It smokes.\n\n**ChatGPT:** The flue of your oven is short.\n\n**Me:** It is "
      "long.\n\n"
      "**ChatGPT:** Then it must be the wood.\n\nDry it for a year.\n\n**Me:** It is old.\n";
  EXPECT_EQ(answers(turns), (Texts{"The flue of your oven is short.",
                                   "Then it must be the wood.\n\nDry it for a year."}));
  const std::string own =
      "We lit the oven on Friday, as we always do, and it smoked all the way to the church, so "
      "that the "
      "neighbours came out and asked whether they should call somebody or bring dough.\n\n";
  EXPECT_EQ(answers(own + turns), Texts{});
  EXPECT_EQ(answers("**Claude:** How old is the wood?\n\n**Rex:** Old.\n\n**Claude:** How wet?\n\n"
                    "**Rex:** Dry.\n\n**Claude:** And the flue?\n"),
            (Texts{"Old.", "Dry."}));
}

// An author's own questions and answers are nobody else's words.
TEST(Dialogue, LettersNeedAnInterview) {
  const std::string turns =
      "Q: How did it begin?\n\nA: With a match.\n\nQ: And then?\n\nA: We baked.\n\nQ: When?\n";
  EXPECT_EQ(answers("Your questions on the oven.\n\n" + turns), Texts{});
  EXPECT_EQ(answers("An interview with our baker.\n\n" + turns),
            (Texts{"With a match.", "We baked."}));
}

}  // namespace
}  // namespace soiree
