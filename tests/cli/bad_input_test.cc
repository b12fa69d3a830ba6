// What people's disks hold besides posts. Each gets a word with the place and the remedy, the right
// exit code, and the rest of the run goes on.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "linter/text/utf8.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

namespace fs = std::filesystem;

/// Bytes of the huge file; less where every access is checked, which takes twenty times as long.
#if defined(__SANITIZE_ADDRESS__)
constexpr size_t kHuge = 20'000'000;
#else
constexpr size_t kHuge = 100'000'000;
#endif

class BadInput : public testing::Test {
 protected:
  void SetUp() override { site_.write("z.md", "Is this the the one?\n"); }

  ProgramResult check(const std::string& arguments, const std::string& before = "") const {
    return run_shell("timeout 300 " + before + "'" SOIREE_BINARY "' check " + arguments,
                     site_.path());
  }
  /// Runs the check; the good post must be looked at, too, and standard error be exactly `errors`.
  void expect(const std::string& arguments, int status, const std::string& errors,
              const std::string& before = "") const {
    const ProgramResult result = check(arguments, before);
    EXPECT_EQ(result.status, status);
    EXPECT_EQ(result.errors, errors);
    EXPECT_NE(result.output.find("z.md:1:9: warning [repeated-word]"), std::string::npos)
        << result.output;
  }
  /// How to run something as a user who is not root, or nothing when that is not possible.
  std::optional<std::string> as_user() const {
    if (geteuid() != 0) return "";
    const std::string user = "setpriv --reuid 12345 --regid 12345 --clear-groups ";
    chmod(site_.path().c_str(), 0755);
    const bool works = run_shell(user + "'" SOIREE_BINARY "' --version", site_.path()).status == 0;
    return works ? std::optional<std::string>(user) : std::nullopt;
  }

  TemporaryDirectory site_;
};

TEST_F(BadInput, PipesSocketsAndDevices) {
  ASSERT_EQ(mkfifo(site_.path("fifo.md").c_str(), 0644), 0);
  const int socket_number = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  site_.path("socket.md").copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(bind(socket_number, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  close(socket_number);
  const std::string what =
      ": this is no regular file; pass its content on standard input with --stdin-filepath\n";
  expect("fifo.md socket.md /dev/zero z.md", 2,
         "soiree: fifo.md" + what + "soiree: socket.md" + what + "soiree: /dev/zero" + what);
  expect(".", 1, "");
}

TEST_F(BadInput, WhatMayNotBeRead) {
  site_.write("secret.md", "Is this the the one?\n");
  site_.write("locked/a.md", "Is this the the one?\n");
  const auto user = as_user();
  if (!user) GTEST_SKIP() << "root reads everything, and setpriv does not work here";
  chmod(site_.path("secret.md").c_str(), 0);
  chmod(site_.path("locked").c_str(), 0);
  const std::string what = ": no permission to read this; change its permissions or leave it out\n";
  expect(".", 2, "soiree: locked" + what + "soiree: secret.md" + what, *user);
  expect("secret.md locked/a.md z.md", 2, "soiree: locked/a.md" + what + "soiree: secret.md" + what,
         *user);
  chmod(site_.path("locked").c_str(), 0755);
}

// The file opens and then cannot be read, as on a broken disk. A dry run looks at the same files.
TEST_F(BadInput, WhatCannotBeReadInEveryKindOfRun) {
  if (!fs::exists("/proc/self/mem")) GTEST_SKIP() << "no file here that opens and cannot be read";
  fs::create_symlink("/proc/self/mem", site_.path("broken.md"));
  const std::string what =
      "soiree: broken.md: cannot be read (Input/output error); check the path\n";
  expect("broken.md z.md", 2, what);
  const ProgramResult dry = check("--fix-dry-run --no-config broken.md z.md");
  EXPECT_EQ(dry.status, 2);
  EXPECT_EQ(dry.errors, what) << "told once";
  EXPECT_NE(dry.output.find("+Is this the one?"), std::string::npos) << dry.output;
  EXPECT_EQ(check("--fix --no-config broken.md z.md").status, 2);
}

TEST_F(BadInput, LinksThatLeadInCircles) {
  fs::create_directories(site_.path("d/e"));
  fs::create_directory_symlink("../..", site_.path("d/e/up"));
  fs::create_symlink("loop.md", site_.path("loop.md"));
  expect(".", 1, "soiree: loop.md: skipped, a symbolic link that leads nowhere\n");
  expect("loop.md z.md", 2,
         "soiree: loop.md: this symbolic link leads back to itself; remove or repair the link\n");
}

// A name could clear the screen.
TEST_F(BadInput, NamesWithEscapeSequencesStayText) {
  fs::create_symlink("nowhere", site_.path("a\x1B[2J.md"));
  expect(".", 1, "soiree: a\uFFFD[2J.md: skipped, a symbolic link that leads nowhere\n");
}

TEST_F(BadInput, DirectoriesDeeperThanAPathCanName) {
  const ProgramResult made = run_shell(
      "n=$(printf '%0200d' 0); for i in $(seq 30); do mkdir $n && cd -P $n; done", site_.path());
  ASSERT_EQ(made.status, 0) << made.errors;
  const ProgramResult result = check(".");
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(std::count(result.errors.begin(), result.errors.end(), '\n'), 1) << result.errors;
  EXPECT_TRUE(result.errors.ends_with(
      ": this path is too long for the system; start in a directory further down\n"));
  EXPECT_NE(result.output.find("z.md:1:9"), std::string::npos);
}

TEST_F(BadInput, BytesThatAreNoText) {
  std::string picture = "\x89PNG\r\n\x1A\n";
  for (int i = 0; i < 500; ++i) picture += static_cast<char>(i * 37);
  site_.write("binary.md", picture);
  site_.write("empty.md", "");
  site_.write("latin.md", "Ein Caf\xE9.\n");
  site_.write("nul.md", std::string_view("One\0two\n", 8));
  site_.write("utf16.md", std::string_view("\xFF\xFEI\0s\0 \0", 8));
  const ProgramResult result = check("--color never .");
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.errors, "");
  for (const char* line :
       {"binary.md:1:1: error [syntax] This is a binary file, not text; give it another extension",
        "latin.md:1:8: error [syntax] Byte 0xE9 is not valid UTF-8",
        "nul.md:1:4: note [syntax] The file has a NUL byte here; save it again as UTF-8 text",
        "utf16.md:1:1: error [syntax]", "z.md:1:9: warning", "(6 files)"}) {
    EXPECT_NE(result.output.find(line), std::string::npos) << line << "\n" << result.output;
  }
  EXPECT_EQ(result.output.find("empty.md"), std::string::npos);
}

TEST_F(BadInput, AHundredMegabytes) {
  site_.write("huge.md", "");
  fs::resize_file(site_.path("huge.md"), kHuge);
  const ProgramResult result = check("--color never .");
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.output.find("huge.md:1:1: error [syntax]"), std::string::npos) << result.output;
  EXPECT_NE(result.output.find("largest-file"), std::string::npos) << result.output;
  // Who wants it read has it read.
  site_.write(".soiree.yaml", "largest-file: 200 MiB\n");
  std::string text;
  while (text.size() < kHuge) text += "A paragraph like any other, of no great length.\n\n";
  site_.write("huge.md", text + "Is this of of importance?\n");
  const ProgramResult read = check("--color never --scope posts --select repeated-word .");
  EXPECT_EQ(read.status, 1) << read.errors;
  EXPECT_NE(read.output.find("\"of of\""), std::string::npos) << read.output;
}

TEST_F(BadInput, NamesThatAreNotUtf8InEveryFormat) {
  site_.write("caf\xE9.md", "Is this the the one?\n");
  for (const char* name : {"text", "json", "jsonl", "github", "sarif", "gitlab", "junit",
                           "checkstyle", "rdjsonl", "markdown"}) {
    const std::string format = name;
    const ProgramResult result = check("--no-config --format " + format + " .");
    EXPECT_EQ(result.status, 1) << format;
    EXPECT_EQ(find_invalid_utf8(result.output), std::string_view::npos) << format;
    if (format == "json" || format == "sarif" || format == "gitlab") {
      EXPECT_TRUE(nlohmann::json::accept(result.output)) << format;
    }
  }
  EXPECT_EQ(check("--no-config --fix .").status, 0) << "it is found again under its name";
}

}  // namespace
}  // namespace soiree
