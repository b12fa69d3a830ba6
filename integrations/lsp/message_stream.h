#ifndef SOIREE_LSP_MESSAGE_STREAM_H_
#define SOIREE_LSP_MESSAGE_STREAM_H_

#include <mutex>
#include <string>
#include <string_view>

namespace soiree {

/// What reading a message came to.
enum class ReadOutcome { message, malformed, end };

/// Messages of the Language Server Protocol's base protocol over two file descriptors: header
/// lines, a blank line, so many bytes of content. Reading is for one thread, writing for any.
class MessageStream {
 public:
  MessageStream(int input, int output) : input_(input), output_(output) {}

  /// Waits for the next message and puts its content into `content`. `malformed`: the header or the
  /// length is wrong; `content` then says how, and the stream goes on behind what could be told.
  /// `end`: the client closed its side, also in the middle of a message.
  ReadOutcome read(std::string& content);
  /// Writes one message whole; false when the client is gone.
  bool write(std::string_view content);

 private:
  bool fill();
  bool read_line(std::string& line);

  int input_;
  int output_;
  std::string buffer_;  ///< read and not yet used, from `at_` on
  size_t at_ = 0;
  std::mutex write_mutex_;
};

}  // namespace soiree

#endif  // SOIREE_LSP_MESSAGE_STREAM_H_
