// What a comment silences in a run over everything stays silenced when one file is checked.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/lint_text.h"

namespace soiree {
namespace {

/// What is said of `checked` while the other files are context; of all when it is empty.
RunResult check(const std::string& checked, const std::vector<TextFile>& files) {
  RunRequest request;
  for (const TextFile& file : files) {
    FileJob job;
    job.path = file.path;
    job.checked = checked.empty() || file.path == checked;
    job.ruleset = &default_ruleset();
    request.files.push_back(std::move(job));
  }
  request.read_file = [&](const std::string& path) -> Result<std::string> {
    return std::find_if(files.begin(), files.end(),
                        [&](const TextFile& file) { return file.path == path; })
        ->text;
  };
  return run(request);
}

std::string rules_of(const RunResult& result) {
  std::string list;
  for (const Finding& finding : result.findings) {
    if (!list.empty()) list += ' ';
    list += finding.rule;
  }
  return list;
}

const std::string kText =
    "The old mill by the river opens its doors again on the first Sunday of spring. Visitors can "
    "watch the stones turn, take a bag of flour home with them and sit down by the water. Children "
    "may sift flour themselves, if their parents do not mind the dust on their clothes.\n";

std::string article(const std::string& date, const std::string& settings = "",
                    const std::string& comment = "") {
  return "---\ntitle: The mill on " + date + "\ndate: " + date + "\n" + settings + "---\n" +
         comment + kText;
}

const std::string kSilent = "<!-- soiree-disable-file near-duplicate -- a series -->\n\n";

TEST(ContextSuppressions, ASilencedCopyIsNoneForTheEarlierPost) {
  const TextFile first{"blog/a.md", article("2026-01-01")};
  const TextFile plain{"blog/b.md", article("2026-01-02")};
  EXPECT_EQ(rules_of(check("blog/a.md", {first, plain})), "near-duplicate");
  for (const std::string& silent :
       {article("2026-01-02", "", kSilent),
        article("2026-01-02", "soiree: {disable: [near-duplicate]}\n")}) {
    const std::vector<TextFile> files = {first, {"blog/b.md", silent}};
    EXPECT_EQ(rules_of(check("", files)), "");
    const RunResult alone = check("blog/a.md", files);
    EXPECT_EQ(rules_of(alone), "");
    EXPECT_EQ(alone.silenced.size(), 1U);
    EXPECT_EQ(rules_of(check("blog/b.md", files)), "");
  }
}

TEST(ContextSuppressions, OneSilencedCopyLeavesTheOthers) {
  const RunResult result = check("blog/a.md", {{"blog/a.md", article("2026-01-01")},
                                               {"blog/b.md", article("2026-01-02", "", kSilent)},
                                               {"blog/c.md", article("2026-01-03")}});
  ASSERT_EQ(rules_of(result), "near-duplicate");
  ASSERT_EQ(result.findings[0].notes.size(), 1U);
  EXPECT_EQ(result.paths[result.findings[0].notes[0].file], "blog/c.md");
}

TEST(ContextSuppressions, AWordInTheEarlierPostSilencesNothingInTheLater) {
  const std::vector<TextFile> files = {{"blog/a.md", article("2026-01-01", "", kSilent)},
                                       {"blog/b.md", article("2026-01-02")}};
  EXPECT_EQ(rules_of(check("", files)), "unused-suppression near-duplicate");
  EXPECT_EQ(rules_of(check("blog/b.md", files)), "near-duplicate");
}

/// A month of schedules that ask, answer and thank nobody.
std::vector<TextFile> monologue(const std::string& end_of_last) {
  std::vector<TextFile> files;
  for (int day = 1; day <= 18; ++day) {
    const std::string date = "2026-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
    const std::string weekday = std::to_string(day * day) + " loaves of number " +
                                std::to_string(day * 37) + " left the oven in batch " +
                                std::to_string(day * 11) + ".";
    files.push_back({date + ".yaml", "posts:\n  - text: " + weekday + "\n    at: " + date + " " +
                                         std::to_string(8 + day % 7) + ":1" +
                                         std::to_string(day % 6) + "\n"});
  }
  files.back().text += end_of_last;
  return files;
}

TEST(ContextSuppressions, AStretchThatIsSilencedAtItsEndIsSilencedInTheMiddle) {
  const std::vector<TextFile> spoken = monologue("");
  EXPECT_EQ(rules_of(check("", spoken)), "monologue");
  EXPECT_EQ(rules_of(check("2026-03-10.yaml", spoken)), "monologue");
  const std::vector<TextFile> silent = monologue("    soiree: {disable: [monologue]}\n");
  EXPECT_EQ(rules_of(check("", silent)), "");
  EXPECT_EQ(rules_of(check("2026-03-10.yaml", silent)), "");
}

/// Which finding of a stretch is told moves with the file that is checked, for each of these rules.
TEST(ContextSuppressions, WhereTheWholeRunIsSilentEachFileIs) {
  std::vector<TextFile> files;
  for (int day = 1; day <= 28; ++day) {
    const std::string date = "2026-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
    const std::string text = day % 9 == 0 ? "What would you bake with rye from the hill?"
                                          : "Last chance: 30% off all courses with @kim, book now! "
                                            "https://shop.example.com/" +
                                                std::to_string(day);
    files.push_back(
        {date + ".yaml", "posts:\n  - text: \"" + text + "\"\n    at: " + date + " 09:00\n"});
  }
  const RunResult all = check("", files);
  for (const char* rule :
       {"promotion-share", "clockwork-cadence", "insular-mentions", "near-duplicate"}) {
    ASSERT_NE(rules_of(all).find(rule), std::string::npos) << rules_of(all);
  }
  std::vector<TextFile> silent = files;
  for (const Finding& finding : all.findings) {
    if (finding.whole_post == SourceSpan()) continue;
    silent[finding.file].text += "# soiree-disable-file " + std::string(finding.rule) + "\n";
  }
  const auto feed_rules = [](const RunResult& result) {
    std::string list;
    for (const Finding& finding : result.findings) {
      if (finding.whole_post != SourceSpan()) list += std::string(finding.rule) + ' ';
    }
    return list;
  };
  EXPECT_EQ(feed_rules(check("", silent)), "");
  for (const TextFile& file : silent)
    EXPECT_EQ(feed_rules(check(file.path, silent)), "") << file.path;
}

}  // namespace
}  // namespace soiree
