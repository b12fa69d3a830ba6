#ifndef SOIREE_TESTS_SUPPORT_LINT_TEXT_H_
#define SOIREE_TESTS_SUPPORT_LINT_TEXT_H_

#include <string>
#include <utility>
#include <vector>

#include "linter/lint/engine.h"

namespace soiree {

/// A file that exists only in a test.
struct TextFile {
  std::string path;
  std::string text;
};

/// Lints the files together, with every rule at its defaults.
RunResult lint_texts(const std::vector<TextFile>& files, unsigned threads = 1);

/// The rules at their defaults.
const Ruleset& default_ruleset();

}  // namespace soiree

#endif  // SOIREE_TESTS_SUPPORT_LINT_TEXT_H_
