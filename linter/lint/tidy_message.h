#ifndef SOIREE_LINT_TIDY_MESSAGE_H_
#define SOIREE_LINT_TIDY_MESSAGE_H_

#include <string>

namespace soiree {

/// One style for all messages, whoever wrote them: a capital first, no full stop at the end.
void tidy_message(std::string& message);

}  // namespace soiree

#endif  // SOIREE_LINT_TIDY_MESSAGE_H_
