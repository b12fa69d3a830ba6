#ifndef SOIREE_TESTS_SUPPORT_READERS_H_
#define SOIREE_TESTS_SUPPORT_READERS_H_

#include <string>
#include <string_view>

#include "tests/support/run_program.h"

namespace soiree {

/// True when Node.js and the packages of tests/readers are there; './dev test' fetches them.
bool have_readers();

/// Runs tests/readers/SCRIPT with these arguments, which are one shell word each.
ProgramResult run_reader(const std::string& script, const std::string& arguments);

}  // namespace soiree

#endif  // SOIREE_TESTS_SUPPORT_READERS_H_
