// Help is read by people who do not know the parser behind it.
#include <gtest/gtest.h>

#include "tests/support/paths.h"
#include "tests/support/run_program.h"

namespace soiree {
namespace {

ProgramResult run(const std::string& arguments) {
  return run_shell("'" SOIREE_BINARY "' " + arguments, source_dir());
}

TEST(Help, SaysWhatACommandTakesInPlainWords) {
  const std::string all = run("--help").output;
  for (const char* command :
       {"check", "explain", "rules", "init", "config", "schema", "test-rules", "lsp", "help"}) {
    EXPECT_NE(all.find("\n  " + std::string(command) + " "), std::string::npos) << command;
    const ProgramResult help = run(std::string(command) + " --help");
    EXPECT_EQ(help.status, 0) << command;
    EXPECT_EQ(help.errors, "") << command;
    for (const char* noise : {"TEXT", "Excludes", "REQUIRED", ":WORD", "INT"}) {
      EXPECT_EQ(help.output.find(noise), std::string::npos) << command << ": " << noise;
    }
  }
  EXPECT_NE(run("check --help").output.find("Exit status: 0 when"), std::string::npos);
}

TEST(Help, AUsageErrorSaysWhereToLook) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "`soiree --help` lists what there is"},
      {"chek", "there is no command `chek`; did you mean `check`?"},
      {"frob", "there is no command `frob`; `soiree --help` lists them"},
      {"frob --json", "there is no command `frob`; `soiree --help` lists them"},
      {"help frob", "there is no command `frob`; `soiree --help` lists them"},
      {"fixtures", "to lint that, run `soiree check fixtures`"},
      {"check --fixx", "did you mean `--fix`?"},
      {"check --quux", "`soiree check --help` lists what there is"},
      {"explain", "`soiree rules` lists them"},
      {"schema", "config, schedule or findings"},
      {"check --fix --fix-dry-run", "--fix excludes --fix-dry-run"},
      {"check --jobs 0", "1 to 256"},
  };
  for (const auto& [arguments, expected] : cases) {
    const ProgramResult result = run(arguments);
    EXPECT_EQ(result.status, 2) << arguments;
    EXPECT_EQ(result.output, "") << arguments;
    EXPECT_TRUE(result.errors.starts_with("soiree: ")) << result.errors;
    EXPECT_NE(result.errors.find(expected), std::string::npos) << result.errors;
  }
}

// What other programs call it is what people type first.
TEST(Help, IsACommandToo) {
  EXPECT_EQ(run("help").output, run("--help").output);
  EXPECT_EQ(run("help check").output, run("check --help").output);
  EXPECT_EQ(run("help").status, 0);
  EXPECT_NE(run("help").output.find("soiree check"), std::string::npos);
}

TEST(Help, AnExplainedRuleSaysWhatItsMarksAre) {
  const std::string page = run("explain repeated-word").output;
  EXPECT_TRUE(page.starts_with(
      "repeated-word (warning, post)\nThe same word stands twice in a row by mistake.\n\nOptions:\n"
      "  allow                    default none     words that may stand twice in a row\n\n"
      "# repeated-word\n"))
      << page.substr(0, 300);
  EXPECT_TRUE(page.ends_with("```\n\n⟦ and ⟧ stand around what is found.\n"));
}

// Who has the program from a package has no rules/README.md.
TEST(Help, HowToWriteRulesOfOnesOwnIsInTheProgram) {
  const std::string page = run("explain custom-rules").output;
  EXPECT_TRUE(page.starts_with("## Your own rules")) << page.substr(0, 100);
  for (const char* kind : {"kind: phrases", "kind: pattern", "kind: limit", "examples:"}) {
    EXPECT_NE(page.find(kind), std::string::npos) << kind;
  }
}

}  // namespace
}  // namespace soiree
