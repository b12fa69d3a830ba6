#include "linter/cli/print_error.h"

#include <algorithm>

#include "linter/cli/standard_streams.h"
#include "linter/text/source_file.h"

namespace soiree {

Failure failure_of(const Error& error, const FileAccess& files) {
  Failure failure{error.message, error.file};
  if (error.file.empty() || error.place.end == 0) return failure;
  if (const Result<std::string> bytes = files.read_file(error.file)) {
    const LineIndex lines(*bytes);
    const auto size = static_cast<uint32_t>(bytes->size());
    failure.place = line_column(*bytes, lines, std::min(error.place.begin, size));
  }
  return failure;
}

std::string error_text(const Error& error, const FileAccess& files) {
  return failure_text(failure_of(error, files));
}

void print_error(const Error& error, const FileAccess& files) {
  print_message(error_text(error, files));
}

}  // namespace soiree
