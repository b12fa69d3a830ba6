// A baseline lets a large site begin: old findings stay silent through edits around them, new ones
// do not hide behind them, and it shrinks.
#include <gtest/gtest.h>

#include "tests/support/corpus_files.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

class BaselineRun : public testing::Test {
 protected:
  ProgramResult check(const std::string& arguments, const std::string& below = ".") const {
    return run_shell("'" SOIREE_BINARY "' check --select repeated-word " + arguments,
                     site_.path(below));
  }
  void write_baseline() const {
    const ProgramResult result = check("--write-baseline .soiree-baseline.json .");
    EXPECT_EQ(result.status, 0) << result.errors;
    EXPECT_EQ(result.output, "");
  }
  std::string last_line(const ProgramResult& result) const {
    const std::string& text = result.output;
    return text.substr(text.rfind('\n', text.size() - 2) + 1);
  }

  TemporaryDirectory site_;
};

TEST_F(BaselineRun, KnowsOldFindingsWhereverTheyMove) {
  site_.write("posts/a.md", "Is this the the one?\n\nAnd the the other?\n");
  write_baseline();
  site_.write("posts/a.md", "A new line.\n\nIs this the the one?\n\nAnd the the other?\n");
  const ProgramResult result = check("--baseline .soiree-baseline.json .");
  EXPECT_EQ(result.output, "No findings in 1 post (1 file), 2 baselined\n");
  EXPECT_EQ(result.status, 0);
  const ProgramResult below = check("--baseline ../.soiree-baseline.json a.md", "posts");
  EXPECT_EQ(below.status, 0) << below.output << below.errors;
}

TEST_F(BaselineRun, OneMoreOfTheSameIsNew) {
  site_.write("a.md", "Is this the the one?\n");
  write_baseline();
  site_.write("a.md", "Is this the the one?\n\nAnd the the other?\n\nOf of course.\n");
  const ProgramResult result = check("--baseline .soiree-baseline.json .");
  EXPECT_EQ(last_line(result), "2 warnings in 1 post (1 file), 1 baselined\n");
  EXPECT_EQ(result.status, 1);
}

TEST_F(BaselineRun, SaysWhatItNoLongerNeeds) {
  site_.write("a.md", "Is this the the one?\n\nOf of course.\n");
  site_.write("b.md", "Is this the the one?\n");
  write_baseline();
  site_.write("a.md", "Is this the one?\n\nOf of course.\n");
  EXPECT_EQ(last_line(check("--baseline .soiree-baseline.json .")),
            "No findings in 2 posts (2 files), 2 baselined, 1 of the baseline no longer found\n");
  EXPECT_EQ(last_line(check("--baseline .soiree-baseline.json b.md")),
            "No findings in 1 post (1 file), 1 baselined\n")
      << "a run of one file says nothing about the others";
}

TEST_F(BaselineRun, FollowsARenamedFile) {
  site_.write("a.md", "Is this the the one?\n");
  write_baseline();
  std::filesystem::rename(site_.path("a.md"), site_.path("z.md"));
  EXPECT_EQ(last_line(check("--baseline .soiree-baseline.json .")),
            "No findings in 1 post (1 file), 1 baselined\n");
}

// Renamed, and then one other file is written by a hook: the renamed one was not looked at.
TEST_F(BaselineRun, WritingForOneFileKeepsWhatWasRenamed) {
  for (const char* name : {"1", "2", "3"}) {
    site_.write("posts/" + std::string(name) + ".md",
                "Is this the " + std::string(name) + " that we we know?\n");
  }
  write_baseline();
  std::filesystem::rename(site_.path("posts/1.md"), site_.path("posts/one.md"));
  EXPECT_EQ(check("--write-baseline .soiree-baseline.json posts/3.md").status, 0);
  EXPECT_EQ(last_line(check("--baseline .soiree-baseline.json .")),
            "No findings in 3 posts (3 files), 3 baselined\n");
  EXPECT_EQ(check("--write-baseline .soiree-baseline.json --scope feeds .").status, 0);
  EXPECT_EQ(last_line(check("--baseline .soiree-baseline.json .")),
            "No findings in 3 posts (3 files), 3 baselined\n")
      << "nor was the rule run";
  EXPECT_EQ(check("--write-baseline .soiree-baseline.json posts").errors,
            "soiree: wrote 3 findings to .soiree-baseline.json\n");
  EXPECT_EQ(read_bytes(site_.path(".soiree-baseline.json")).find("1.md"), std::string::npos)
      << "the old name is dropped where the new one was seen";
}

TEST_F(BaselineRun, OnlyWhatWasLookedForIsNoLongerFound) {
  site_.write("posts/a.md", "Is this the the one?\n");
  site_.write("posts/b.md", "Fine.\n");
  site_.write("notes/c.md", "Fine.\n");
  write_baseline();
  std::filesystem::remove(site_.path("posts/a.md"));
  const auto told = [&](const std::string& arguments) {
    return last_line(check("--baseline .soiree-baseline.json " + arguments));
  };
  EXPECT_EQ(told("posts/b.md"), "No findings in 1 post (1 file)\n");
  EXPECT_EQ(told("notes"), "No findings in 1 post (1 file)\n");
  EXPECT_EQ(told("--ignore repeated-word posts"), "No findings in 1 post (1 file)\n");
  EXPECT_EQ(told("--scope feeds posts"), "No findings in 1 post (1 file)\n");
  EXPECT_EQ(told("posts"), "No findings in 1 post (1 file), 1 of the baseline no longer found\n");
}

TEST_F(BaselineRun, WritingForOneFileKeepsTheOthers) {
  site_.write("a.md", "Is this the the one?\n");
  site_.write("b.md", "Is this the the one?\n");
  write_baseline();
  const std::string before = read_bytes(site_.path(".soiree-baseline.json"));
  EXPECT_EQ(check("--write-baseline .soiree-baseline.json a.md").status, 0);
  EXPECT_EQ(read_bytes(site_.path(".soiree-baseline.json")), before);
  EXPECT_EQ(before,
            "{\n  \"version\": 1,\n  \"findings\": [\n"
            "    {\"file\": \"a.md\", \"rule\": \"repeated-word\", \"fingerprint\": "
            "\"b7dda25157d11282\", \"count\": 1},\n"
            "    {\"file\": \"b.md\", \"rule\": \"repeated-word\", \"fingerprint\": "
            "\"b7dda25157d11282\", \"count\": 1}\n  ]\n}\n");
}

TEST_F(BaselineRun, ABrokenOneIsAnError) {
  site_.write("a.md", "Is this the the one?\n");
  const auto error = [&](std::string_view text) {
    site_.write(".soiree-baseline.json", text);
    const ProgramResult result = check("--baseline .soiree-baseline.json .");
    EXPECT_EQ(result.status, 2) << text;
    EXPECT_EQ(result.output, "");
    EXPECT_TRUE(result.errors.starts_with("soiree: .soiree-baseline.json")) << result.errors;
    return result.errors;
  };
  EXPECT_TRUE(error("{\n<<<<<<< HEAD\n").starts_with("soiree: .soiree-baseline.json:2:1: "));
  error("");
  error("[]");
  error("{\"version\": 2, \"findings\": []}");
  error("{\"version\": 1, \"findings\": {}}");
  error("{\"version\": 1, \"findings\": [{\"file\": \"a.md\"}]}");
  error("{\"version\": 1, \"findings\": [7]}");
  error(
      "{\"version\": 1, \"findings\": [{\"file\": \"a\", \"rule\": \"b\", \"fingerprint\": \"c\", "
      "\"count\": -1}]}");
  EXPECT_EQ(check("--write-baseline .soiree-baseline.json .").status, 2)
      << "nobody's work is overwritten";
  EXPECT_EQ(
      check("--baseline nowhere.json .").errors,
      "soiree: nowhere.json: there is no baseline; --write-baseline nowhere.json writes one\n");
}

/// The finding about two posts stands on the later one, or on the one that is checked alone.
class BaselineOfAFeed : public BaselineRun {
 protected:
  void SetUp() override {
    std::string text = "The old mill by the river opens its doors again on the first Sunday of";
    text += " spring. Visitors can watch the stones turn, take a bag of flour home with them and";
    text += " sit down by the water. Children may sift flour themselves, if their parents do not";
    text += " mind the dust on their clothes.\n";
    site_.write("a.md", "---\ntitle: One\ndate: 2026-01-01\n---\n" + text);
    site_.write("b.md", "---\ntitle: Two\ndate: 2026-01-02\n---\n" + text);
  }
  std::string run(const std::string& arguments) const {
    const ProgramResult result = run_shell(
        "'" SOIREE_BINARY "' check --select near-duplicate " + arguments, site_.path("."));
    return result.output.empty() ? result.errors : last_line(result);
  }
};

TEST_F(BaselineOfAFeed, HoldsForEachOfItsPosts) {
  EXPECT_EQ(run("--write-baseline known.json ."), "soiree: wrote 1 finding to known.json\n");
  for (const std::string file : {"a.md", "b.md"}) {
    EXPECT_EQ(run("--baseline known.json " + file),
              "No findings in 1 post (1 file), 1 baselined\n");
  }
}

TEST_F(BaselineOfAFeed, IsTheSameWhicheverPostWasChecked) {
  EXPECT_EQ(run("--write-baseline all.json ."), "soiree: wrote 1 finding to all.json\n");
  EXPECT_EQ(run("--write-baseline one.json a.md"), "soiree: wrote 1 finding to one.json\n");
  EXPECT_EQ(read_bytes(site_.path("one.json")), read_bytes(site_.path("all.json")));
  EXPECT_EQ(run("--write-baseline all.json a.md"), "soiree: wrote 1 finding to all.json\n");
  EXPECT_EQ(read_bytes(site_.path("one.json")), read_bytes(site_.path("all.json")));
}

}  // namespace
}  // namespace soiree
