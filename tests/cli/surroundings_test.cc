// What the terminal or the CI server around a run changes: colours and paths.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>

#include "tests/support/corpus_files.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

const std::string kSoiree = SOIREE_BINARY;
constexpr const char* kEscape = "\x1b[";

/// What `command` prints when its output is a terminal.
std::string on_a_terminal(const std::string& command, const std::string& directory) {
  int terminal = -1;
  const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
  if (child == 0) {
    const std::string line =
        "unset NO_COLOR; export TERM=xterm; cd '" + directory + "' && " + command;
    execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
    _exit(127);
  }
  std::string shown;
  std::array<char, 4096> part{};
  for (ssize_t size = 0; (size = read(terminal, part.data(), part.size())) > 0;) {
    shown.append(part.data(), static_cast<size_t>(size));
  }
  close(terminal);
  int status = 0;
  waitpid(child, &status, 0);
  return shown;
}

class Surroundings : public testing::Test {
 protected:
  Surroundings() { site_.write("a.md", "Which of the the loaves keeps longest?\n"); }

  bool has_colours(const std::string& command) const {
    const std::string shown = on_a_terminal(command, site_.path());
    EXPECT_NE(shown.find("repeated-word"), std::string::npos) << command << "\n" << shown;
    return shown.find(kEscape) != std::string::npos;
  }

  TemporaryDirectory site_;
};

TEST_F(Surroundings, ColoursAreForPeople) {
  EXPECT_TRUE(has_colours(kSoiree + " check a.md"));
  EXPECT_FALSE(has_colours(kSoiree + " check a.md | cat"));
  EXPECT_FALSE(has_colours("NO_COLOR=1 " + kSoiree + " check a.md"));
  EXPECT_FALSE(has_colours("TERM=dumb " + kSoiree + " check a.md"));
  EXPECT_FALSE(has_colours(kSoiree + " check a.md --color never"));
}

// Who asks for colours gets them, whatever the environment says: `| less -R`.
TEST_F(Surroundings, ColoursOnDemand) {
  EXPECT_TRUE(has_colours("NO_COLOR=1 " + kSoiree + " check a.md --color always | cat"));
}

// A report in a file is read by programs and kept.
TEST_F(Surroundings, NoColoursInAFile) {
  on_a_terminal(kSoiree + " check a.md --output report.txt", site_.path());
  const std::string report = read_bytes(site_.path("report.txt"));
  EXPECT_NE(report.find("repeated-word"), std::string::npos);
  EXPECT_EQ(report.find(kEscape), std::string::npos);
}

/// A shell command that leaves room for about two threads, each with a gigabyte of stack.
constexpr const char* kFewThreads = "ulimit -s 1000000 && ulimit -v 3500000 && ";

// Containers limit how many threads there may be; the machine has more cores than that.
TEST_F(Surroundings, FewerThreadsThanAskedForDo) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "sanitizers need all the addresses there are";
#endif
  if (run_shell(std::string(kFewThreads) + "true", site_.path()).status != 0) {
    GTEST_SKIP() << "the limits of this shell are fixed";
  }
  for (int i = 0; i < 400; ++i) {
    site_.write("posts/" + std::to_string(i) + ".md", "Which of the the loaves keeps longest?\n");
  }
  const std::string command = kSoiree + " check --no-config --select repeated-word posts --jobs ";
  const ProgramResult one = run_shell(command + "1", site_.path());
  const ProgramResult many = run_shell(kFewThreads + command + "50", site_.path());
  EXPECT_EQ(many.status, 1);
  EXPECT_EQ(many.errors, "");
  EXPECT_EQ(many.output, one.output);
}

// What the system refuses is told as what it is.
TEST_F(Surroundings, AnEditorThatCannotHaveThreadsIsToldSo) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "sanitizers need all the addresses there are";
#endif
  const std::string limits = "ulimit -s 1000000 && ulimit -v 900000 && ";
  if (run_shell(limits + "true", site_.path()).status != 0) {
    GTEST_SKIP() << "the limits of this shell are fixed";
  }
  const ProgramResult result = run_shell(limits + kSoiree + " lsp </dev/null", site_.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.errors.find("Resource temporarily unavailable"), std::string::npos)
      << result.errors;
  EXPECT_EQ(result.errors.find("standard output"), std::string::npos) << result.errors;
}

// On a CI server paths are those of the repository, or its annotations point nowhere.
TEST_F(Surroundings, PathsAreThoseOfTheCodeHostsRepository) {
  site_.write("work/blog/.git/HEAD", "ref: refs/heads/main\n");
  site_.write("work/blog/posts/a.md", "Which of the the loaves keeps longest?\n");
  const auto run = [&](const std::string& variables, const std::string& format,
                       const std::string& folder) {
    return run_shell("export " + variables + "; " + kSoiree + " check . --format " + format,
                     site_.path(folder))
        .output;
  };
  const std::string workspace = "GITHUB_WORKSPACE=" + site_.path("work");
  const std::string inside = run(workspace, "github", "work/blog/posts");
  EXPECT_NE(inside.find("file=posts/a.md"), std::string::npos) << inside;
  const std::string host =
      " GITHUB_SERVER_URL=https://host.example GITHUB_REPOSITORY=ann/blog GITHUB_SHA=abc";
  const std::string sarif = run(workspace + host, "sarif", "work/blog");
  EXPECT_NE(sarif.find("\"posts/a.md\""), std::string::npos) << sarif;
  const std::string gitlab =
      run("CI_PROJECT_DIR=" + site_.path("work/blog"), "gitlab", "work/blog/posts");
  EXPECT_NE(gitlab.find("\"posts/a.md\""), std::string::npos) << gitlab;
  const std::string nowhere = run("CI_PROJECT_DIR=relative", "gitlab", "work/blog/posts");
  EXPECT_NE(nowhere.find("\"a.md\""), std::string::npos) << nowhere;
}

}  // namespace
}  // namespace soiree
