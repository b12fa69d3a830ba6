#ifndef SOIREE_TESTS_SUPPORT_NEEDED_TOOLS_H_
#define SOIREE_TESTS_SUPPORT_NEEDED_TOOLS_H_

#include <gtest/gtest.h>

#include <cstdlib>
#include <string_view>

namespace soiree {

/// True where `.ci/run` runs the tests: `./dev test` has installed everything there, so that a
/// missing editor or reader is a fault and must not pass as a skipped test.
inline bool in_ci() {
  const char* value = std::getenv("CI");
  return value != nullptr && std::string_view(value) == "true";
}

}  // namespace soiree

/// Leaves a test, or its SetUp, that lacks a tool: skipped on somebody's machine, failed in CI.
#define SOIREE_TOOL_MISSING(what)                                       \
  do {                                                                  \
    if (soiree::in_ci()) FAIL() << (what) << "; CI must not lack this"; \
    GTEST_SKIP() << (what);                                             \
  } while (false)

#endif  // SOIREE_TESTS_SUPPORT_NEEDED_TOOLS_H_
