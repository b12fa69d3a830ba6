#include "linter/cli/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <string_view>

namespace soiree {
namespace {

/// A pipe whose ends close themselves.
class Pipe {
 public:
  Pipe() { open_ = pipe2(ends_.data(), O_CLOEXEC) == 0; }
  ~Pipe() {
    close_read();
    close_write();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  bool open() const { return open_; }
  int read_end() const { return ends_[0]; }
  int write_end() const { return ends_[1]; }
  void close_read() { close_end(ends_[0]); }
  void close_write() { close_end(ends_[1]); }

 private:
  static void close_end(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }

  std::array<int, 2> ends_ = {-1, -1};
  bool open_ = false;
};

/// Variables that would change how git reads our arguments and what it prints.
constexpr std::string_view kLeftOut[] = {
    "LC_ALL",
    "LANGUAGE",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_DIFF_OPTS",
};

/// The environment with messages in English: some of them are shown as they are, in our own.
std::vector<std::string> child_environment() {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    const std::string_view name = text.substr(0, text.find('='));
    const bool left_out =
        std::find(std::begin(kLeftOut), std::end(kLeftOut), name) != std::end(kLeftOut);
    if (!left_out) variables.emplace_back(text);
  }
  variables.emplace_back("LC_ALL=C");
  variables.emplace_back("GIT_OPTIONAL_LOCKS=0");
  return variables;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// Reads what is there; false at the end.
bool read_some(int from, std::string& to) {
  std::array<char, 65536> buffer;
  const ssize_t size = read(from, buffer.data(), buffer.size());
  if (size < 0) return errno == EINTR;
  to.append(buffer.data(), static_cast<size_t>(size));
  return size > 0;
}

/// Reads both pipes to their ends; one after the other would block a child that fills the second.
void read_both(Pipe& output, Pipe& errors, ChildResult& result) {
  std::array<pollfd, 2> ready = {{{output.read_end(), POLLIN, 0}, {errors.read_end(), POLLIN, 0}}};
  while (ready[0].fd >= 0 || ready[1].fd >= 0) {
    if (poll(ready.data(), ready.size(), -1) < 0 && errno != EINTR) return;
    if (ready[0].revents != 0 && !read_some(ready[0].fd, result.output)) ready[0].fd = -1;
    if (ready[1].revents != 0 && !read_some(ready[1].fd, result.errors)) ready[1].fd = -1;
    ready[0].revents = ready[1].revents = 0;
  }
}

}  // namespace

ChildResult run_child(const std::vector<std::string>& arguments) {
  ChildResult result;
  Pipe output;
  Pipe errors;
  if (!output.open() || !errors.open()) return result;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output.write_end(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors.write_end(), STDERR_FILENO);
  std::vector<std::string> words = arguments;
  std::vector<std::string> variables = child_environment();
  pid_t child = 0;
  const int failure = posix_spawnp(&child, words[0].c_str(), &actions, nullptr,
                                   pointers(words).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) return result;
  result.found = true;
  output.close_write();
  errors.close_write();
  read_both(output, errors, result);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) result.status = WEXITSTATUS(status);
  return result;
}

}  // namespace soiree
