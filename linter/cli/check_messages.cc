#include "linter/cli/check_messages.h"

#include <fmt/format.h>

#include "linter/cli/standard_streams.h"
#include "linter/output/github_format.h"

namespace soiree {

void say(const CheckOptions& options, const std::string& text) {
  const bool github = options.format == OutputFormat::github;
  print_message(github ? github_log_text(text) : text);
}

std::string cannot_write(const std::string& path) {
  return fmt::format(
      "cannot write {}; check that its directory exists, may be written to and has room", path);
}

}  // namespace soiree
