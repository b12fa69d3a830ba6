#ifndef SOIREE_TESTS_LSP_EDITOR_SITE_H_
#define SOIREE_TESTS_LSP_EDITOR_SITE_H_

#include <filesystem>
#include <string>

#include "tests/support/paths.h"
#include "tests/support/temporary_directory.h"

namespace soiree {

/// A post and a schedule with umlauts and emoji before what is to be found.
inline void write_site(const TemporaryDirectory& folder) {
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
inline std::string with_soiree(const std::string& command) {
  const std::string folder = std::filesystem::path(SOIREE_BINARY).parent_path().string();
  return "PATH='" + folder + "':\"$PATH\" " + command;
}

/// Emacs without a screen, and with all that the set-up needs; fails where that is missing.
inline constexpr const char* kEmacsWithModes =
    "emacs --batch --eval \"(progn (package-initialize) (require 'eglot) (require 'markdown-mode) "
    "(require 'yaml-mode))\"";

inline std::string in_source(const std::string& file) {
  return "'" + (source_dir() / file).string() + "'";
}

}  // namespace soiree

#endif  // SOIREE_TESTS_LSP_EDITOR_SITE_H_
