#ifndef SOIREE_CLI_CHILD_PROCESS_H_
#define SOIREE_CLI_CHILD_PROCESS_H_

#include <string>
#include <vector>

namespace soiree {

struct ChildResult {
  bool found = false;  ///< false: there is no such program
  int status = -1;     ///< exit status, -1 when a signal ended it
  std::string output;
  std::string errors;
};

/// Runs a program from the PATH without a shell and without input, with the messages of the C
/// locale and without the variables that change what git makes of our arguments, and waits for it.
ChildResult run_child(const std::vector<std::string>& arguments);

}  // namespace soiree

#endif  // SOIREE_CLI_CHILD_PROCESS_H_
