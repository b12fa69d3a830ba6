// Real clients: what they show is what counts.
#include <gtest/gtest.h>

#include <string>

#include "tests/support/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

TEST(LspEditors, NeovimShowsAndFixes) {
  const TemporaryDirectory folder;
  if (run_shell("nvim --version", folder.path()).status != 0) GTEST_SKIP() << "no nvim here";
  folder.write("post.md", "# Rye\n\nÜber 😀 rests in the the oven.\n");
  const ProgramResult result =
      run_shell("SOIREE='" SOIREE_BINARY "' POST=post.md nvim --headless --clean -n -c 'luafile " +
                    (source_dir() / "tests" / "lsp" / "neovim.lua").string() + "'",
                folder.path());
  std::string shown = result.errors;
  std::erase(shown, '\r');
  EXPECT_NE(shown.find("2:20-2:27 repeated-word\n"), std::string::npos) << shown;
  EXPECT_NE(shown.find("Über 😀 rests in the oven."), std::string::npos) << shown;
}

TEST(LspEditors, EmacsShows) {
  const TemporaryDirectory folder;
  const ProgramResult there = run_shell(
      "emacs --batch --eval \"(progn (package-initialize) (require 'eglot) (require "
      "'markdown-mode))\"",
      folder.path());
  if (there.status != 0) GTEST_SKIP() << "no emacs with eglot and markdown-mode here";
  folder.write("post.md", "# Rye\n\nÜber 😀 rests in the the oven.\n");
  const ProgramResult result =
      run_shell("SOIREE='" SOIREE_BINARY "' POST=post.md emacs --batch -l '" +
                    (source_dir() / "tests" / "lsp" / "eglot.el").string() + "'",
                folder.path());
  EXPECT_NE(result.errors.find("<the the> soiree [repeated-word]"), std::string::npos)
      << result.errors;
}

TEST(LspEditors, ATypedClientUnderstandsEverything) {
  const TemporaryDirectory folder;
  if (run_shell("python3 -c 'import pytest_lsp'", folder.path()).status != 0) {
    GTEST_SKIP() << "no pytest-lsp here";
  }
  folder.write("schedule.yaml",
               "posts:\n  - time: 2024-03-01T10:00:00Z\n    channel: mastodon\n"
               "    text: \"😀 Rye is in the the shed.\"\n");
  const ProgramResult result =
      run_shell("python3 '" + (source_dir() / "tests" / "lsp" / "session.py").string() +
                    "' '" SOIREE_BINARY "' .",
                folder.path());
  EXPECT_EQ(result.status, 0) << result.errors;
  // Each of these clients counts columns in its own way.
  for (const char* line :
       {"neovim [('repeated-word', 3, 26)]", "visual-studio-code [('repeated-word', 3, 24)]",
        "emacs [('repeated-word', 3, 23)]"}) {
    EXPECT_NE(result.output.find(line), std::string::npos) << line << "\n" << result.output;
  }
}

}  // namespace
}  // namespace soiree
