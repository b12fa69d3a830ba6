#include "linter/cli/print_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "linter/text/source_file.h"

namespace soiree {

std::string error_text(const Error& error, const FileAccess& files) {
  std::string place = error.file;
  if (!error.file.empty() && error.place.end > 0) {
    if (const Result<std::string> bytes = files.read_file(error.file)) {
      const LineIndex lines(*bytes);
      const auto size = static_cast<uint32_t>(bytes->size());
      const LineColumn at = line_column(*bytes, lines, std::min(error.place.begin, size));
      place += fmt::format(":{}:{}", at.line, at.column);
    }
  }
  if (place.empty() || error.message.starts_with(error.file)) return error.message;
  return fmt::format("{}: {}", place, error.message);
}

void print_error(const Error& error, const FileAccess& files) {
  fmt::print(stderr, "soiree: {}\n", error_text(error, files));
}

}  // namespace soiree
