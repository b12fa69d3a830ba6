// Output that cannot be written, in scripts and pipes: never a crash, never a success that is none.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/corpus_files.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

constexpr const char* kCommands[] = {"check --no-config a.md",
                                     "explain self-focus",
                                     "rules",
                                     "schema config",
                                     "schema findings",
                                     "config",
                                     "--help",
                                     "check --help",
                                     "--version",
                                     "init",
                                     "test-rules"};

class Streams : public testing::Test {
 protected:
  void SetUp() override {
    site_.write("a.md", "Is this the the one?\n");
    site_.write("rules/.soiree/rules/no-bang.yaml",
                "id: no-bang\nsummary: No bangs.\nseverity: note\nkind: pattern\npattern: '!!'\n"
                "examples: [{flagged: 'Bread ⟦!!⟧'}, {fine: Bread!}]\n");
  }
  ProgramResult run(const std::string& arguments, const std::string& streams) const {
    const bool own_rules = arguments == "test-rules";
    return run_shell("rm -f .soiree.yaml; '" SOIREE_BINARY "' " + arguments + " " + streams,
                     site_.path(own_rules ? "rules" : "."));
  }

  TemporaryDirectory site_;
};

TEST_F(Streams, AFullDiskIsToldByEveryCommand) {
  for (const char* command : kCommands) {
    const ProgramResult result = run(command, ">/dev/full");
    EXPECT_EQ(result.status, 2) << command << "\n" << result.errors;
    EXPECT_TRUE(result.errors.starts_with("soiree: cannot write to standard output")) << command;
    EXPECT_EQ(result.errors.find('\n'), result.errors.size() - 1) << "told once: " << command;
  }
}

TEST_F(Streams, AFullDiskIsToldInEveryFormat) {
  for (const char* format : {"text", "json", "jsonl", "github", "sarif", "gitlab", "junit",
                             "checkstyle", "rdjsonl", "markdown"}) {
    const ProgramResult result =
        run("check --no-config --fail-on never a.md --format " + std::string(format), ">/dev/full");
    EXPECT_EQ(result.status, 2) << format;
    EXPECT_NE(result.errors.find("No space left on device"), std::string::npos) << format;
  }
}

TEST_F(Streams, AClosedStandardOutputIsNoPlaceForReports) {
  for (const char* command : kCommands) {
    const ProgramResult result = run(command, ">&-");
    EXPECT_EQ(result.status, 2) << command << "\n" << result.errors;
  }
  // The number of a closed stream must not be given to the file that is fixed.
  EXPECT_EQ(run("check --no-config --fix a.md", ">&-").status, 2);
  EXPECT_EQ(run("check --no-config a.md", "").output, "No findings in 1 post (1 file)\n");
}

TEST_F(Streams, WithoutStandardErrorTheStatusStillTells) {
  for (const char* streams : {"2>&-", "2>/dev/full"}) {
    const ProgramResult result = run("check --no-config nowhere.md a.md", streams);
    EXPECT_EQ(result.status, 2) << streams;
    EXPECT_NE(result.output.find("a.md:1:9: warning"), std::string::npos) << streams;
  }
}

// What a script has written so far stays, and what it writes next follows.
TEST_F(Streams, AReportGoesWhereAnOpenFileIs) {
  std::filesystem::create_symlink("/dev/stdout", site_.path("link"));
  const std::string report = "No findings in 1 post (1 file)\n";
  for (const char* output : {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/dev/./stdout", "link",
                             "/dev/stderr 2>&1", "/dev/fd/5 5>&1"}) {
    const std::string command =
        "'" SOIREE_BINARY "' check --no-config --select self-focus a.md --output ";
    const ProgramResult result = run_shell(
        "{ echo header; " + command + output + "; echo footer; } >report.txt", site_.path());
    EXPECT_EQ(result.errors, "") << output;
    EXPECT_EQ(read_bytes(site_.path("report.txt")), "header\n" + report + "footer\n") << output;
  }
  const ProgramResult piped =
      run_shell("mkfifo pipe; cat pipe & '" SOIREE_BINARY
                "' check --no-config --select self-focus a.md --output pipe; wait; ls -l pipe",
                site_.path());
  EXPECT_TRUE(piped.output.starts_with(report + "p")) << piped.output;
  const ProgramResult closed = run("check --no-config a.md --output /dev/fd/7", "7>&-");
  EXPECT_EQ(closed.status, 2);
  EXPECT_TRUE(closed.errors.starts_with("soiree: cannot write /dev/fd/7;")) << closed.errors;
}

// A report among the posts is written anew by every run; a post is not to be lost to one.
TEST_F(Streams, OnlyReportsGiveWayToReports) {
  site_.write("posts/b.md", "Is this the the one?\n");
  std::filesystem::create_symlink("b.md", site_.path("posts/link.txt"));
  const auto status = [&](const std::string& output) {
    return run("check --no-config --select repeated-word posts --output " + output, "").status;
  };
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(status("posts/report.md --format markdown"), 1);
    EXPECT_EQ(status("posts/report.json --format json"), 1);
    EXPECT_EQ(status("a.md"), 1) << "is not checked";
  }
  EXPECT_EQ(status("posts/./b.md"), 2);
  EXPECT_EQ(status("posts/link.txt"), 2);
  EXPECT_EQ(status("posts/b.md --fix"), 2);
  EXPECT_EQ(read_bytes(site_.path("posts/b.md")), "Is this the the one?\n");
}

// An editor that pipes its text through --fix would put an empty text in its place.
TEST_F(Streams, AStandardInputThatCannotBeReadIsNoEmptyPost) {
  for (const char* arguments :
       {"", "--fix ", "--fix-dry-run ", "--format json ", "--fix --format github "}) {
    for (const char* input : {"</", "<&-"}) {
      const ProgramResult result =
          run("check --no-config --stdin-filepath a.md " + std::string(arguments), input);
      EXPECT_EQ(result.status, 2) << arguments << input;
      EXPECT_EQ(result.output, "") << arguments << input;
      EXPECT_TRUE(result.errors.starts_with("soiree: standard input cannot be read ("))
          << result.errors;
    }
  }
  const ProgramResult empty = run("check --no-config --stdin-filepath a.md", "</dev/null");
  EXPECT_EQ(empty.status, 0) << "an empty post is one";
}

// `soiree check | head -1` in a shell, and under a parent that ignores the signal as Python does.
TEST_F(Streams, AReaderThatLeavesEarlyEndsItQuietly) {
  std::string post;
  for (int i = 0; i < 20'000; ++i) post += "Is this the the one?\n\n";
  site_.write("long.md", post);
  const std::string command = "'" SOIREE_BINARY "' check --no-config long.md";
  const ProgramResult killed =
      run_shell("bash -c \"" + command + " | head -1; exit \\${PIPESTATUS[0]}\"", site_.path());
  EXPECT_EQ(killed.errors, "");
  EXPECT_EQ(killed.status, 128 + 13) << "SIGPIPE, as from any other program";
  const ProgramResult ignored = run_shell(
      "bash -c \"trap '' PIPE; " + command + " | head -1; exit \\${PIPESTATUS[0]}\"", site_.path());
  EXPECT_EQ(ignored.errors, "");
  EXPECT_EQ(ignored.status, 2);
}

}  // namespace
}  // namespace soiree
