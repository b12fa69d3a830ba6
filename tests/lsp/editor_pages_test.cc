// Each page is followed as a reader would, in a home of its own, and shows what the editor shows
// then.
#include <gtest/gtest.h>

#include <string>

#include "tests/lsp/editor_page.h"
#include "tests/lsp/editor_site.h"
#include "tests/support/corpus_files.h"
#include "tests/support/needed_tools.h"
#include "tests/support/run_program.h"

namespace soiree {
namespace {

/// Runs the command in a terminal of 110 columns, with the folder `home` for its home, and presses
/// `key` twice a second until the finding is on the screen, which is the answer.
ProgramResult look_at(const TemporaryDirectory& folder, const std::string& command, int lines,
                      const std::string& key) {
  folder.write("in-terminal",
               "export HOME='" + folder.path("home") +
                   "' LC_ALL=C.UTF-8\n"
                   "unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME NVIM_APPNAME EMACSLOADPATH\n"
                   "cd bakery && " +
                   with_soiree(command) + "\n");
  const std::string tmux = "tmux -S '" + folder.path("tmux") + "' -f /dev/null -u ";
  return run_shell("export LC_ALL=C.UTF-8; " + tmux + "new-session -d -x 110 -y " +
                       std::to_string(lines) + " 'sh in-terminal' && for i in $(seq 40); do " +
                       (key.empty() ? "" : tmux + "send-keys " + key + "; ") + "sleep 0.5; " +
                       tmux +
                       "capture-pane -p > shown; grep -q twice shown && break; done; cat shown; " +
                       tmux + "kill-server",
                   folder.path());
}

/// A site in a git repository, as sites are: editors look for its root.
void write_bakery(const TemporaryDirectory& folder) {
  folder.write("bakery/posts/2026-03-02-rye.md", "# Rye\n\nÜber 😀 rests in the the oven.\n");
  folder.write("home/nothing", "");
  ASSERT_EQ(run_shell("git init -q bakery", folder.path()).status, 0);
}

TEST(EditorPages, NeovimShowsWhatItsPageShows) {
  const TemporaryDirectory folder;
  if (run_shell("nvim --version && tmux -V", folder.path()).status != 0) {
    SOIREE_TOOL_MISSING("no nvim or tmux here");
  }
  write_bakery(folder);
  folder.write("home/.config/nvim/plugin/soiree.lua",
               read_bytes(source_dir() / "integrations/neovim/soiree.lua"));
  folder.write("home/.config/nvim/init.lua", paste("neovim", "lua"));
  const ProgramResult result = look_at(folder, "nvim posts/2026-03-02-rye.md", 8, "");
  // Lines below the text begin with a tilde.
  expect_page_shows("neovim", result.output.substr(0, result.output.find("~\n")));
}

TEST(EditorPages, EmacsShowsWhatItsPageShows) {
  const TemporaryDirectory folder;
  if (run_shell(std::string(kEmacsWithModes) + " && tmux -V", folder.path()).status != 0) {
    SOIREE_TOOL_MISSING("no emacs with eglot, markdown-mode and yaml-mode, or no tmux here");
  }
  write_bakery(folder);
  folder.write("home/.emacs.d/lisp/soiree.el",
               read_bytes(source_dir() / "integrations/emacs/soiree.el"));
  folder.write("home/.emacs.d/init.el", paste("emacs", "elisp"));
  const ProgramResult result = look_at(
      folder,
      // A key for what the page has one type, and no windows about the compiler's opinion of Emacs.
      "emacs -nw --eval '(progn (setq native-comp-async-report-warnings-errors nil) (menu-bar-mode "
      "-1) (global-set-key [f5] (quote flymake-show-buffer-diagnostics)))' "
      "posts/2026-03-02-rye.md",
      14, "F5");
  // Mode lines tell the version of Emacs, and empty lines nothing. Below the last mode line there
  // are messages that come and go.
  folder.write("screen", result.output);
  expect_page_shows(
      "emacs",
      run_shell(
          "tac screen | sed -e '1,/^-UU/d' | tac | grep -v -e '^-UU' | cat -s | sed -e '${/^$/d}'",
          folder.path())
          .output);
}

}  // namespace
}  // namespace soiree
