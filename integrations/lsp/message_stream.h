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
  MessageStream(int input, int output);
  ~MessageStream();
  MessageStream(const MessageStream&) = delete;
  MessageStream& operator=(const MessageStream&) = delete;

  /// Waits for the next message and puts its content into `content`. `malformed`: the header or the
  /// length is wrong; `content` then says how, and the stream goes on behind what could be told.
  /// `end`: the client closed its side, also in the middle of a message.
  ReadOutcome read(std::string& content);
  /// True when the next `read` need not wait: a whole message has come with the one before it.
  bool has_next() const;
  /// Writes one message whole; false when the client is gone.
  bool write(std::string_view content);
  /// Ends a `read` that waits, and every later one. For any thread.
  void stop_reading();

 private:
  bool wait() const;
  bool fill();
  bool read_line(std::string& line);

  int input_;
  int output_;
  int stop_reader_ = -1;  ///< a pipe: readable when reading is to end
  int stop_writer_ = -1;
  std::string buffer_;  ///< read and not yet used, from `at_` on
  size_t at_ = 0;
  std::mutex write_mutex_;
};

}  // namespace soiree

#endif  // SOIREE_LSP_MESSAGE_STREAM_H_
