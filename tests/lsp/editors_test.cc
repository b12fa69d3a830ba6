// Real clients: what they show is what counts.
#include <gtest/gtest.h>

#include <filesystem>
#include <initializer_list>
#include <string>

#include "tests/lsp/editor_site.h"
#include "tests/support/needed_tools.h"
#include "tests/support/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

void expect_in_order(const std::string& shown, std::initializer_list<const char*> lines) {
  size_t from = 0;
  for (const char* line : lines) {
    const size_t at = shown.find(line, from);
    EXPECT_NE(at, std::string::npos) << "missing: " << line << "\n" << shown;
    if (at != std::string::npos) from = at;
  }
}

TEST(LspEditors, NeovimShowsAndFixes) {
  const TemporaryDirectory folder;
  if (run_shell("nvim --version", folder.path()).status != 0) SOIREE_TOOL_MISSING("no nvim here");
  write_site(folder);
  const ProgramResult result = run_shell(
      with_soiree("nvim --headless --clean -n -u " + in_source("integrations/neovim/soiree.lua") +
                  " -c \"luafile " + (source_dir() / "tests/lsp/neovim.lua").string() + "\""),
      folder.path());
  // Neovim counts bytes.
  expect_in_order(result.errors,
                  {"opened:", "3:20 repeated-word <the the>", "typed:", "3:20 repeated-word",
                   "5:13 repeated-word <for for>", "undone:", "3:20 repeated-word",
                   "offered: Remove one \"the\"", "mended:", "Über 😀 rests in the oven.",
                   "schedule:", "7:11 near-duplicate <Grüße 😀", "10:27 repeated-word <for for>",
                   "oats.mdx:", "1:18 repeated-word <for for>",
                   "bread.tweet:", "1:18 repeated-word <for for>"});
}

TEST(LspEditors, EmacsShowsAndFixes) {
  const TemporaryDirectory folder;
  const std::string emacs = kEmacsWithModes;
  if (run_shell(emacs, folder.path()).status != 0) {
    SOIREE_TOOL_MISSING("no emacs with eglot, markdown-mode and yaml-mode here");
  }
  write_site(folder);
  const ProgramResult result =
      run_shell(with_soiree(emacs + " -l " + in_source("integrations/emacs/soiree.el") + " -l " +
                            in_source("tests/lsp/eglot.el")),
                folder.path());
  // Emacs counts characters.
  expect_in_order(result.errors,
                  {"opened:", "3:16 repeated-word <the the>", "typed:", "3:16 repeated-word",
                   "5:6 repeated-word <for for>", "deleted:", "3:16 repeated-word",
                   "offered: Remove one \"the\"", "mended:", "Über 😀 rests in the oven.",
                   "schedule:", "7:11 near-duplicate <Grüße 😀", "10:20 repeated-word <for for>",
                   "oats.mdx:", "1:14 repeated-word <for for>",
                   "bread.tweet:", "1:14 repeated-word <for for>"});
}

TEST(LspEditors, ATypedClientUnderstandsEverything) {
  const TemporaryDirectory folder;
  // Where `./dev test` has put it.
  const std::filesystem::path own = source_dir() / "build" / "lsp-client" / "bin" / "python3";
  const std::string python = std::filesystem::exists(own) ? "'" + own.string() + "'" : "python3";
  if (run_shell(python + " -c 'import pytest_lsp'", folder.path()).status != 0) {
    SOIREE_TOOL_MISSING("no pytest-lsp here");
  }
  folder.write("schedule.yaml",
               "posts:\n  - time: 2024-03-01T10:00:00Z\n    channel: mastodon\n"
               "    text: \"😀 Rye is in the the shed.\"\n");
  const ProgramResult result =
      run_shell(python + " '" + (source_dir() / "tests" / "lsp" / "session.py").string() +
                    "' '" SOIREE_BINARY "' .",
                folder.path());
  EXPECT_EQ(result.status, 0) << result.errors;
  // Each of these clients counts columns in its own way.
  for (const char* line :
       {"neovim [('repeated-word', 3, 26)]", "visual-studio-code [('repeated-word', 3, 24)]",
        "emacs [('repeated-word', 3, 23)]",
        "whole workspace [('WorkspaceFullDocumentDiagnosticReport', 'schedule.yaml', "
        "[('repeated-word', 3)])]",
        "asked again ['WorkspaceUnchangedDocumentDiagnosticReport']"}) {
    EXPECT_NE(result.output.find(line), std::string::npos) << line << "\n" << result.output;
  }
}

}  // namespace
}  // namespace soiree
