#include "integrations/lsp/message_stream.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <optional>
#include <system_error>

namespace soiree {
namespace {

constexpr size_t kReadSize = size_t{1} << 16;
constexpr size_t kLongestHeaderLine = 1024;  // bytes
constexpr size_t kMostHeaderLines = 32;
constexpr uint64_t kLongestContent = uint64_t{1} << 28;  // bytes: 256 MiB, far above any document

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    const auto lower = [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    };
    return lower(x) == lower(y);
  });
}

/// The length that a header line gives, if it is that line.
std::optional<uint64_t> content_length(std::string_view line, bool& wrong) {
  constexpr std::string_view kName = "content-length";
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || !same_word(line.substr(0, colon), kName)) {
    return std::nullopt;
  }
  std::string_view value = line.substr(colon + 1);
  while (value.starts_with(' ') || value.starts_with('\t')) value.remove_prefix(1);
  while (value.ends_with(' ') || value.ends_with('\t')) value.remove_suffix(1);
  uint64_t length = 0;
  const char* end = value.data() + value.size();
  const auto [stop, problem] = std::from_chars(value.data(), end, length);
  wrong = value.empty() || stop != end || problem != std::errc();
  return length;
}

}  // namespace

MessageStream::MessageStream(int input, int output) : input_(input), output_(output) {
  int ends[2] = {-1, -1};
  if (::pipe(ends) == 0) {
    stop_reader_ = ends[0];
    stop_writer_ = ends[1];
  }
}

MessageStream::~MessageStream() {
  stop_reading();
  if (stop_reader_ >= 0) ::close(stop_reader_);
}

void MessageStream::stop_reading() {
  const std::lock_guard lock(write_mutex_);
  if (stop_writer_ >= 0) ::close(stop_writer_);
  stop_writer_ = -1;
}

/// Waits for input; false when reading is to end.
bool MessageStream::wait() const {
  pollfd sources[2] = {{input_, POLLIN, 0}, {stop_reader_, POLLIN, 0}};
  while (::poll(sources, 2, -1) < 0) {
    if (errno != EINTR) return false;
  }
  return sources[1].revents == 0;
}

bool MessageStream::fill() {
  if (!wait()) return false;
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const size_t before = buffer_.size();
  buffer_.resize(before + kReadSize);
  ssize_t size = 0;
  do {
    size = ::read(input_, buffer_.data() + before, kReadSize);
  } while (size < 0 && errno == EINTR);
  buffer_.resize(before + static_cast<size_t>(std::max<ssize_t>(size, 0)));
  return size > 0;
}

/// A line without its end, which is CR LF, or LF from careless clients. Lines are cut where no
/// header is that long.
bool MessageStream::read_line(std::string& line) {
  for (;;) {
    const size_t end = buffer_.find('\n', at_);
    if (end != std::string::npos || buffer_.size() - at_ > kLongestHeaderLine) {
      const size_t stop = std::min({end, buffer_.size(), at_ + kLongestHeaderLine});
      line.assign(buffer_, at_, stop - at_);
      if (line.ends_with('\r')) line.pop_back();
      at_ = stop == end ? stop + 1 : stop;
      return true;
    }
    if (!fill()) return false;
  }
}

ReadOutcome MessageStream::read(std::string& content) {
  std::optional<uint64_t> length;
  std::string line;
  bool wrong = false;
  size_t lines = 0;
  do {
    if (!read_line(line)) return ReadOutcome::end;
    if (const auto given = content_length(line, wrong)) length = given;
    if (++lines > kMostHeaderLines) wrong = true;
  } while (!line.empty() && !wrong);
  if (wrong || !length || *length > kLongestContent) {
    content = wrong ? "a header is wrong" : !length ? "Content-Length is missing" : "too long";
    return ReadOutcome::malformed;
  }
  const auto size = static_cast<size_t>(*length);
  while (buffer_.size() - at_ < size) {
    if (!fill()) return ReadOutcome::end;
  }
  content.assign(buffer_, at_, size);
  at_ += size;
  return ReadOutcome::message;
}

bool MessageStream::has_next() const {
  const std::string_view rest = std::string_view(buffer_).substr(at_);
  bool wrong = false;
  std::optional<uint64_t> length;
  size_t at = 0;
  for (size_t lines = 0; lines < kMostHeaderLines; ++lines) {
    const size_t end = rest.find('\n', at);
    if (end == std::string_view::npos) return false;
    std::string_view line = rest.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = end + 1;
    if (line.empty()) return length && !wrong && *length <= rest.size() - at;
    if (const auto given = content_length(line, wrong)) length = given;
  }
  return false;
}

bool MessageStream::write(std::string_view content) {
  std::string message = "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n";
  message.append(content);
  const std::lock_guard lock(write_mutex_);
  size_t written = 0;
  while (written < message.size()) {
    const ssize_t size = ::write(output_, message.data() + written, message.size() - written);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return false;
    written += static_cast<size_t>(size);
  }
  return true;
}

}  // namespace soiree
