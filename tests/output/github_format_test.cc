// Annotations are commands to GitHub's runner, made from text that strangers write: nothing in a
// post may become a command of its own, and what GitHub drops must be said elsewhere.
#include "linter/output/github_format.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "linter/output/clean_text.h"
#include "linter/output/github_summary.h"
#include "tests/support/made_report.h"
#include "tests/support/needed_tools.h"
#include "tests/support/readers.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// The annotations alone.
std::string commands(const ReportView& report) {
  const std::string text = format_github(report);
  const size_t summary = text.rfind('\n', text.size() - 2);
  return summary == std::string::npos ? "" : text.substr(0, summary + 1);
}

TEST(GithubFormat, OneFinding) {
  MadeReport report;
  LocatedFinding& found = report.add("posts/a.md", 7, Severity::warning, "50%, or so: no");
  report.add_note(found, "posts/b.md", 3, "the earlier post");
  report.view().posts = 2;
  report.view().files = 1;
  EXPECT_EQ(format_github(report.view()),
            "::warning title=soiree%3A repeated-word,file=posts/a.md,line=7,endLine=7,col=2,"
            "endColumn=5::50%25, or so: no%0Aposts/b.md:3: the earlier post\n"
            "1 warning in 2 posts (1 file)\n");
}

TEST(GithubFormat, NoColumnsOverSeveralLines) {
  MadeReport report;
  report.add("a.md", 7, Severity::error, "m").location.end = {9, 4};
  report.add("a.md", 7, Severity::error, "m").location.end = {9, 1};
  report.add("a.md", 7, Severity::error, "m").location.end = {8, 1};
  EXPECT_EQ(commands(report.view()),
            "::error title=soiree%3A repeated-word,file=a.md,line=7,endLine=9::m\n"
            "::error title=soiree%3A repeated-word,file=a.md,line=7,endLine=8::m\n"
            "::error title=soiree%3A repeated-word,file=a.md,line=7,endLine=7::m\n");
}

TEST(GithubFormat, PathsStartAtTheRepository) {
  MadeReport report;
  report.add("posts/a.md", 7, Severity::error, "m");
  report.add("/repo/b.md", 7, Severity::error, "m");
  report.add("/elsewhere/c.md", 7, Severity::error, "m");
  report.add("/link/d.md", 7, Severity::error, "m");
  report.view().current = "/repo/site";
  report.view().root = "/link";
  report.view().real_root = "/repo";
  const std::string text = format_github(report.view());
  EXPECT_NE(text.find(",file=site/posts/a.md,"), std::string::npos) << text;
  EXPECT_NE(text.find(",file=b.md,"), std::string::npos) << text;
  EXPECT_NE(text.find(",file=d.md,"), std::string::npos) << text;
  EXPECT_NE(text.find(",file=/elsewhere/c.md,"), std::string::npos) << text;
}

// GitHub drops what is beyond ten of a kind without a word.
TEST(GithubFormat, TenOfEachKindTheWorstFirstAndOfEveryFile) {
  MadeReport report;
  for (uint32_t line = 1; line <= 30; ++line) report.add("a.md", line, Severity::warning, "a");
  for (uint32_t line = 1; line <= 30; ++line) report.add("b.md", line, Severity::error, "b");
  for (uint32_t line = 1; line <= 30; ++line) report.add("c.md", line, Severity::warning, "c");
  report.add("d.md", 1, Severity::note, "d");
  const std::vector<std::string> lines = lines_of(format_github(report.view()));
  ASSERT_EQ(lines.size(), 22U);
  const auto count = [&](std::string_view begin) {
    return std::count_if(lines.begin(), lines.end(),
                         [&](const std::string& line) { return line.starts_with(begin); });
  };
  EXPECT_EQ(count("::error"), 10);
  EXPECT_EQ(count("::warning"), 10);
  EXPECT_EQ(count("::warning title=soiree%3A repeated-word,file=a.md"), 5);
  EXPECT_EQ(count("::notice"), 1);
  EXPECT_TRUE(lines[0].starts_with("::error") && lines[10].starts_with("::warning"));
  EXPECT_NE(lines[10].find("file=a.md,line=1,"), std::string::npos);
  EXPECT_NE(lines[11].find("file=c.md,line=1,"), std::string::npos);
  EXPECT_EQ(lines.back(),
            "30 errors, 60 warnings, 1 note in 0 posts (0 files); 70 more than GitHub shows as "
            "annotations");
  const std::string summary = format_github_summary(report.view());
  EXPECT_NE(summary.find("70 findings beyond"), std::string::npos);
  EXPECT_NE(summary.find("| b.md | `repeated-word` | 30 | 0 | 0 |"), std::string::npos)
      << summary.substr(0, 500);
}

TEST(GithubFormat, FailuresOfTheRunAreErrors) {
  ReportView report;
  report.failures = {
      {"a: mistake\n::error::x", "conf,ig.yaml", {}}, {"b", "c.yaml", LineColumn{3, 5}}, {"plain"}};
  EXPECT_EQ(commands(report),
            "::error title=soiree,file=conf%2Cig.yaml::a: mistake%0A::error::x\n"
            "::error title=soiree,file=c.yaml,line=3,col=5::b\n"
            "::error title=soiree::plain\n");
}

/// What the runner takes a line for: the command's name, or nothing. (ActionCommand.cs of the
/// runner: `::name ...::` at the beginning after white space, else `##[name ...]` anywhere.)
std::string command_in(std::string line) {
  line.erase(0, std::min(line.find_first_not_of(" \t\v\f\r"), line.size()));
  if (line.starts_with("::") && line.find("::", 2) != std::string::npos) {
    return line.substr(2, line.find_first_of(" :", 2) - 2);
  }
  const size_t begin = line.find("##[");
  if (begin == std::string::npos || line.find(']', begin) == std::string::npos) return "";
  return line.substr(begin + 3, line.find_first_of(" ]", begin) - begin - 3);
}

TEST(GithubFormat, PostTextIsNeverACommand) {
  for (uint32_t seed = 1; seed <= 200; ++seed) {
    MadeReport report = hostile_report(seed, 40);
    const GithubSelection shown = select_annotations(report.view());
    const std::vector<std::string> lines = lines_of(format_github(report.view()));
    ASSERT_EQ(lines.size(), shown.shown.size() + 1);
    for (size_t i = 0; i < shown.shown.size(); ++i) {
      const Severity severity = shown.shown[i]->finding->severity;
      EXPECT_EQ(lines[i].find('\r'), std::string::npos);
      EXPECT_EQ(command_in(lines[i]),
                severity == Severity::note ? "notice" : std::string(severity_name(severity)));
    }
    EXPECT_EQ(command_in(lines.back()), "");
    for (const LocatedFinding& found : report.view().findings) {
      const std::string line = "soiree: " + github_log_text(found.finding->message);
      EXPECT_EQ(command_in(line), "") << line;
      EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos) << line;
    }
  }
}

/// What @actions/core is asked for to write the same annotation.
nlohmann::json request(const LocatedFinding& found) {
  std::string message = found.finding->message;
  for (const LocatedNote& note : found.notes) {
    message += "\n" + std::string(note.location.file) + ":1: " + std::string(note.message);
  }
  return {{"severity", severity_name(found.finding->severity)},
          {"message", clean_text(message)},
          {"properties",
           {{"title", "soiree: repeated-word"},
            {"file", clean_text(found.location.file)},
            {"startLine", found.location.start.line},
            {"endLine", found.location.end.line},
            {"startColumn", found.location.start.column},
            {"endColumn", found.location.end.column}}}};
}

TEST(GithubFormat, EscapesAsGitHubsOwnLibraryDoes) {
  if (!have_readers()) {
    SOIREE_TOOL_MISSING("the readers are not installed; ./dev test fetches them");
  }
  nlohmann::json requests = nlohmann::json::array();
  std::string ours;
  for (uint32_t seed = 1; seed <= 200; ++seed) {
    MadeReport report = hostile_report(seed, 25);
    for (const LocatedFinding* found : select_annotations(report.view()).shown) {
      requests.push_back(request(*found));
    }
    ours += commands(report.view());
  }
  const TemporaryDirectory scratch;
  scratch.write("requests.json", requests.dump());
  const ProgramResult theirs =
      run_reader("annotate.mjs", "'" + scratch.path("requests.json") + "'");
  ASSERT_EQ(theirs.status, 0) << theirs.errors;
  EXPECT_EQ(lines_of(ours), lines_of(theirs.output));
}

// GitHub refuses a summary of more than 1 MiB whole.
TEST(GithubSummary, StaysSmall) {
  MadeReport report;
  for (uint32_t i = 0; i < 20000; ++i) {
    report.add("posts/" + std::to_string(i) + ".md", 1, Severity::warning,
               "a message of the usual length, with a number and a word on what to do about it");
    report.view().failures.push_back({"cannot be read", "other/" + std::to_string(i) + ".md", {}});
  }
  const std::string summary = format_github_summary(report.view());
  EXPECT_LT(summary.size(), size_t{1} << 20U);
  EXPECT_GT(summary.size(), 800'000U);
  for (const char* rest : {" more problems", " more rows of files and rules", " more findings"}) {
    EXPECT_NE(summary.find(rest), std::string::npos) << rest;
  }
  for (size_t most = 0; most < 20'000; most += 1111) {
    EXPECT_LE(format_github_summary(report.view(), most).size(), most);
  }
}

TEST(GithubSummary, SaysWhatKeptTheRunFromBeingComplete) {
  ReportView report;
  report.failures = {{"unknown key `rulez`", ".soiree.yaml", LineColumn{2, 1}}};
  EXPECT_EQ(format_github_summary(report),
            "## soiree: No findings in 0 posts (0 files)\n\nNot everything could be checked:\n\n"
            "- .soiree.yaml:2:1: unknown key \\`rulez\\`\n");
}

TEST(GithubSummary, LinksTheLines) {
  MadeReport report;
  for (int i = 0; i < 11; ++i) report.add("posts/a b(1).md", 7, Severity::warning, "m");
  report.add("posts/a b(1).md", 7, Severity::note, "m").location.end = {9, 2};
  report.add("/elsewhere/c.md", 1, Severity::note, "m");
  report.view().current = report.view().root = "/repo";
  report.view().source_pages = "https://github.example/someone/site/blob/0123";
  const std::string summary = format_github_summary(report.view());
  const std::string page =
      "(https://github.example/someone/site/blob/0123/posts/a%20b%281%29.md?plain=1#L7)";
  EXPECT_NE(summary.find("| [posts/a b(1).md]" + page + " | `repeated-word` | 0 | 11 | 1 |"),
            std::string::npos)
      << summary;
  EXPECT_NE(summary.find("| [posts/a b(1).md:7]" + page + " | warning |"), std::string::npos);
  EXPECT_NE(summary.find("| /elsewhere/c.md | "), std::string::npos);
  EXPECT_TRUE(source_page(report.view(), report.view().findings[11].location).ends_with("#L7-L9"));
}

TEST(GithubSummary, LinksTheRulesWhenTheirAddressIsKnown) {
  MadeReport report;
  report.add("a.md", 1, Severity::warning, "m");
  report.view().rule_pages = "https://soiree.example/tree/v1";
  const std::string summary = format_github_summary(report.view());
  const std::string link =
      "[`repeated-word`](https://soiree.example/tree/v1/rules/repeated-word/rule.md)";
  EXPECT_NE(summary.find("| a.md | " + link + " | 0 | 1 | 0 |"), std::string::npos) << summary;
}

}  // namespace
}  // namespace soiree
