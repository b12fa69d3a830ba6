#ifndef SOIREE_LSP_MESSAGE_QUEUE_H_
#define SOIREE_LSP_MESSAGE_QUEUE_H_

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "integrations/lsp/message_stream.h"
#include "integrations/lsp/protocol.h"

namespace soiree {

/// A message as it came from the client.
struct Incoming {
  Json message;            ///< discarded when it could not be read
  std::string problem;     ///< why, when its frame was wrong
  bool cancelled = false;  ///< the client has taken the request back
};

/// Messages between the thread that reads them and the one that handles them. Those that the client
/// wrote together are put together. What is said about
/// messages further back is known before they are handled: requests taken back, newer versions.
class MessageQueue {
 public:
  /// Reads until the client closes its side.
  void read_all(MessageStream& stream);

  /// The next message. Without one, waits until there is something to do, unless `wait` is false,
  /// and returns nothing.
  std::optional<Incoming> take(bool wait);
  /// Ends a wait: there is something to do besides messages.
  void wake();
  bool empty() const;
  /// No message will come any more and all have been taken.
  bool ended() const;
  /// True when a message that waits changes or closes this document.
  bool has_newer(const std::string& uri) const;
  /// Ends reading as soon as possible, when nobody takes messages any more.
  void stop();

 private:
  bool put(std::vector<Incoming> together);
  bool cancel(const Json& id);

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Incoming> waiting_;
  std::unordered_map<std::string, size_t> changes_;  ///< waiting messages by document
  bool woken_ = false;
  bool ended_ = false;
  bool stopped_ = false;
};

}  // namespace soiree

#endif  // SOIREE_LSP_MESSAGE_QUEUE_H_
