#include "linter/lint/tidy_message.h"

namespace soiree {

void tidy_message(std::string& message) {
  if (!message.empty() && message.front() >= 'a' && message.front() <= 'z') {
    message.front() = static_cast<char>(message.front() - 'a' + 'A');
  }
  if (message.ends_with('.') && !message.ends_with("..")) message.pop_back();
}

}  // namespace soiree
