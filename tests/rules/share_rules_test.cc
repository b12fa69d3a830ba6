// Calendars as people keep them: each must be told what is wrong with it, once, and nothing else.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/lint_text.h"

namespace soiree {
namespace {

constexpr std::array<std::string_view, 5> kRules = {"checkin-share", "monologue", "promotion-share",
                                                    "quote-share", "self-focus-share"};

/// "rule:file" for each finding of the five rules.
std::vector<std::string> said(const RunResult& result) {
  std::vector<std::string> all;
  for (const Finding& finding : result.findings) {
    if (std::find(kRules.begin(), kRules.end(), finding.rule) == kRules.end()) continue;
    all.push_back(std::string(finding.rule) + ":" + result.paths[finding.file]);
  }
  return all;
}

using Texts = std::vector<std::string>;

/// `count` posts, the texts in turn, one every `days` days from 2 January 2026 on.
std::string schedule(const Texts& texts, size_t count, size_t days) {
  constexpr std::array kMonthDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  std::string yaml = "posts:\n";
  size_t month = 0;
  size_t day = 2;
  for (size_t i = 0; i < count; ++i) {
    const auto two = [](size_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    yaml += "  - date: 2026-" + two(month + 1) + "-" + two(day) + " " + two(8 + i * 5 % 9) + ":" +
            two(i * 17 % 60) + "\n    text: \"Day " + std::to_string(i) + ": " +
            texts[i % texts.size()] + "\"\n";
    for (day += days; day > static_cast<size_t>(kMonthDays[month]); ++month) {
      day -= static_cast<size_t>(kMonthDays[month]);
    }
  }
  return yaml;
}

std::vector<std::string> said_of(const Texts& texts, size_t count, size_t days) {
  return said(lint_texts({{"social/posts.yaml", schedule(texts, count, days)}}));
}

using Said = std::vector<std::string>;

TEST(ShareRules, ABakeryThatLivesWithItsNeighbours) {
  EXPECT_EQ(said_of({"the rye is in, and it is darker than last year's.",
                     "which loaf should come back in May?",
                     "thanks to the school kitchen for forty hands on Friday.",
                     "spelt dough wants less water than most recipes say.",
                     "our new box is out: order now and save 20%! https://shop.example.com/box",
                     "a village in the north shares one oven: https://paper.example.org/oven"},
                    36, 2),
            Said{});
}

TEST(ShareRules, AnAgencyQueueOfOffers) {
  EXPECT_EQ(said_of({"last chance: 30% off all our courses, book now! https://shop.example.com/1",
                     "the rye is in, and it is darker than last year's. Have you tried it?",
                     "sign up today and get the first loaf free! https://shop.example.com/club"},
                    40, 1),
            Said{"promotion-share:social/posts.yaml"});
}

TEST(ShareRules, ANewsletterThatAnnouncesItsIssues) {
  EXPECT_EQ(said_of({"issue 12 is out: three mills in Wales, and a letter by Ada Wren. "
                     "https://letter.example.com/12",
                     "issue 13 is out: what a reader found in a flour sack. "
                     "https://letter.example.com/13"},
                    11, 7),
            Said{});
}

TEST(ShareRules, AConferenceAccount) {
  EXPECT_EQ(said_of({"@ada will speak about dough that listens.",
                     "the call for papers is open until Sunday, submit your talk.",
                     "thanks to our sponsors, who pay for the coffee.",
                     "the hall opens at nine, the first talk begins at ten.",
                     "tickets are on sale now: https://tickets.example.com",
                     "Ada Wren on stage: how flour remembers the field."},
                    48, 1),
            Said{});
}

TEST(ShareRules, AQuoteAccountHearsItOnce) {
  EXPECT_EQ(said_of({"“A warm oven has no strangers around it.” - Ilse Brandt",
                     "“Nobody bakes the loaf alone, not even at night.” - Paul Oduya",
                     "“Flour remembers the field, the baker and the rain.” - Ada Wren",
                     "“Who counts the grains will never eat the bread.” - Ilse Brandt"},
                    4, 1),
            Said{})
      << "too few posts";
  Texts quotations;
  for (int i = 0; i < 60; ++i) {
    quotations.push_back("“The loaf number " + std::to_string(i) +
                         " forgives the baker who was late.” - " +
                         (i % 2 == 0 ? "Ilse Brandt" : "Paul Oduya"));
  }
  EXPECT_EQ(said_of(quotations, 60, 1), Said{"quote-share:social/posts.yaml"});
}

TEST(ShareRules, ADiaryOfWhereabouts) {
  EXPECT_EQ(said_of({"second breakfast @ Corner Bakery", "sunset @ North Pier",
                     "lunch @ Old Bridge Inn", "does anybody know a quiet place in Bath?"},
                    24, 1),
            Said{"checkin-share:social/posts.yaml"});
}

std::string tweet(const std::string& text) { return text + "\n"; }

/// One file a post; of these only `checked` are checked, as in a hook.
RunResult hook(const std::vector<TextFile>& files, std::string_view checked) {
  RunRequest request;
  for (const TextFile& file : files) {
    FileJob job;
    job.path = file.path;
    job.checked = file.path.find(checked) != std::string::npos;
    job.ruleset = &default_ruleset();
    job.section = "social/";
    request.files.push_back(std::move(job));
  }
  request.read_file = [&](const std::string& path) -> Result<std::string> {
    for (const TextFile& file : files) {
      if (file.path == path) return file.text;
    }
    return std::string();
  };
  return run(request);
}

TEST(ShareRules, AHookSpeaksOfTheChangedPostOnlyWhenItContributes) {
  std::vector<TextFile> files;
  for (int i = 10; i < 24; ++i) {
    const bool quote = i == 12 || i == 15 || i == 18 || i == 19 || i == 21;
    files.push_back(
        {"social/2603" + std::to_string(i) + "-0900-post.tweet",
         tweet(quote ? "“The loaf number " + std::to_string(i) +
                           " forgives the baker who was late.” - Ilse Brandt"
                     : "The rye of field " + std::to_string(i) + " is in, who wants some?")});
  }
  const auto of_quotes = [&](std::string_view checked) {
    Said all = said(hook(files, checked));
    std::erase_if(all, [](const std::string& line) { return !line.starts_with("quote-share"); });
    return all;
  };
  EXPECT_EQ(of_quotes("260321"), Said{"quote-share:social/260321-0900-post.tweet"});
  EXPECT_EQ(of_quotes("260315"), Said{"quote-share:social/260315-0900-post.tweet"});
  EXPECT_EQ(of_quotes("260322"), Said{});
}

TEST(ShareRules, AReleaseBlogIsLeftInPeace) {
  std::vector<TextFile> files;
  for (int i = 10; i < 28; ++i) {
    const std::string number = std::to_string(i);
    files.push_back(
        {"blog/2025-" + std::string(i % 2 == 0 ? "03" : "09") + "-" + number + "-release.md",
         "---\ntitle: Mill control 2." + number + "\ndate: 2025-" + (i % 2 == 0 ? "03" : "09") +
             "-" + number + "\n---\nMill control 2." + number +
             " is available. We have repaired a fault in the code that reads the speed "
             "of stone " +
             number +
             ". Everybody who runs an older version should update. "
             "[Download](https://mill.example.com/2." +
             number + ")\n"});
  }
  EXPECT_EQ(said(lint_texts(files)), Said{});
}

TEST(ShareRules, EngagementWithoutWordsBreaksAMonologue) {
  std::string yaml =
      schedule({"the rye is in.", "the mill is closed.", "the bench is dry again."}, 14, 2);
  EXPECT_EQ(said(lint_texts({{"social/posts.yaml", yaml}})), Said{"monologue:social/posts.yaml"});
  for (const std::string_view entry :
       {"  - date: 2026-01-16 10:00\n    follow: \"@kim\"\n",
        "  - date: 2026-01-16 10:00\n    like: https://social.example.com/@kim/1\n",
        "  - date: 2026-01-16 10:00\n    kind: repost\n    repost: "
        "https://social.example.com/@kim/1\n",
        "  - date: 2026-01-16 10:00\n    text: Rye or wheat\n    poll: [rye, wheat]\n"}) {
    EXPECT_EQ(said(lint_texts({{"social/posts.yaml", yaml + std::string(entry)}})), Said{})
        << entry;
  }
  EXPECT_EQ(
      said(lint_texts(
          {{"social/posts.yaml",
            yaml + "  - date: 2026-01-16 10:00\n    text: The rye is out.\n    like: 12\n"}})),
      Said{"monologue:social/posts.yaml"})
      << "a counter is no turn to anybody";
}

}  // namespace
}  // namespace soiree
