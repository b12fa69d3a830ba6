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

}  // namespace
}  // namespace soiree
