// Real clients: what they show is what counts.
#include <gtest/gtest.h>

#include <filesystem>
#include <initializer_list>
#include <string>

#include "tests/support/corpus_files.h"
#include "tests/support/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

/// A post and a schedule with umlauts and emoji before what is to be found.
void write_site(const TemporaryDirectory& folder) {
  folder.write(".soiree.yaml", "root: true\n");
  folder.write("posts/2026-03-02-rye.md", "# Rye\n\nÜber 😀 rests in the the oven.\n");
  const std::string twice =
      "    channel: mastodon\n    text: \"Grüße 😀 from the oven: who would like to taste our new "
      "walnut rye on Saturday morning?\"\n";
  folder.write(
      "schedule.yaml",
      "posts:\n  - time: 2026-03-02T10:00:00Z\n" + twice + "  - time: 2026-03-09T10:00:00Z\n" +
          twice +
          "  - time: 2026-03-17T12:30:00Z\n    channel: mastodon\n    text: \"Äpfel 🍎🍎 for "
          "for everybody who brings a basket, what do you bake with yours?\"\n");
}

/// The set-ups say `soiree`, as their readers will: it is found on the PATH.
std::string with_soiree(const std::string& command) {
  const std::string folder = std::filesystem::path(SOIREE_BINARY).parent_path().string();
  return "PATH='" + folder + "':\"$PATH\" " + command;
}

std::string in_source(const std::string& file) {
  return "'" + (source_dir() / file).string() + "'";
}

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
  if (run_shell("nvim --version", folder.path()).status != 0) GTEST_SKIP() << "no nvim here";
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
                   "schedule:", "7:11 near-duplicate <Grüße 😀", "10:27 repeated-word <for for>"});
}

TEST(LspEditors, NeovimsPageShowsWhatNeovimShows) {
  const TemporaryDirectory folder;
  if (run_shell("nvim --version && tmux -V", folder.path()).status != 0) {
    GTEST_SKIP() << "no nvim or tmux here";
  }
  write_site(folder);
  const std::string page = read_bytes(source_dir() / "integrations/neovim/README.md");
  const std::string fence = "```text\n";
  const size_t begin = page.find(fence) + fence.size();
  const std::string shown = page.substr(begin, page.find("```", begin) - begin);
  const std::string tmux =
      "tmux -S '" + std::filesystem::path(folder.path()).string() + "/tmux' -f /dev/null -u ";
  const ProgramResult result = run_shell(
      "export LC_ALL=C.UTF-8; " +
          with_soiree(tmux + "new-session -d -x 110 -y 8 \"nvim --clean -n -u " +
                      in_source("integrations/neovim/soiree.lua") + " posts/2026-03-02-rye.md\"") +
          " && for i in $(seq 100); do " + tmux +
          "capture-pane -p > shown; grep -q twice shown && break; sleep 0.1; done; cat shown; " +
          tmux + "kill-server",
      folder.path());
  EXPECT_TRUE(result.output.starts_with(shown)) << result.output << result.errors;
}

TEST(LspEditors, EmacsShowsAndFixes) {
  const TemporaryDirectory folder;
  const std::string emacs =
      "emacs --batch --eval \"(progn (package-initialize) (require 'eglot) (require "
      "'markdown-mode) "
      "(require 'yaml-mode))\"";
  if (run_shell(emacs, folder.path()).status != 0) {
    GTEST_SKIP() << "no emacs with eglot, markdown-mode and yaml-mode here";
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
                   "schedule:", "7:11 near-duplicate <Grüße 😀", "10:20 repeated-word <for for>"});
}

TEST(LspEditors, ATypedClientUnderstandsEverything) {
  const TemporaryDirectory folder;
  // Where `./dev test` has put it.
  const std::filesystem::path own = source_dir() / "build" / "lsp-client" / "bin" / "python3";
  const std::string python = std::filesystem::exists(own) ? "'" + own.string() + "'" : "python3";
  if (run_shell(python + " -c 'import pytest_lsp'", folder.path()).status != 0) {
    GTEST_SKIP() << "no pytest-lsp here";
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
