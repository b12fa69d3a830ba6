#include "linter/cli/standard_streams.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <iostream>
#include <system_error>

#include "linter/cli/check_command.h"
#include "linter/output/clean_text.h"

namespace soiree {

void keep_standard_streams() {
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
    if (fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
    // The lowest free number is this one. Opened so that using the stream fails as before.
    const int opened = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (opened != stream && opened >= 0) close(opened);
  }
}

void print_message(std::string_view message) {
  // Names of files and keys may hold escape sequences.
  const std::string line = fmt::format("soiree: {}\n", clean_text(message));
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void output_failed(int reason) {
  if (reason == EPIPE) return;
  const std::string why =
      reason == 0 ? "" : fmt::format(" ({})", std::generic_category().message(reason));
  print_message(fmt::format("cannot write to standard output{}; send it somewhere with room", why));
}

Result<std::string> read_standard_input() {
  std::string text;
  char buffer[65536];
  size_t size = 0;
  errno = 0;
  while ((size = std::fread(buffer, 1, sizeof(buffer), stdin)) > 0) text.append(buffer, size);
  if (std::ferror(stdin) == 0) return text;
  return Error{fmt::format("standard input cannot be read ({}); send the text of the post there",
                           std::generic_category().message(errno)),
               ""};
}

bool write_output(std::string_view text) {
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (std::fflush(stdout) == 0 && written) return true;
  output_failed(errno);
  std::clearerr(stdout);
  return false;
}

int finish_output(int status) {
  errno = 0;
  std::cout.flush();
  const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout.good();
  if (written) return status;
  output_failed(errno);
  return kExitFailure;
}

}  // namespace soiree
