#include "integrations/lsp/message_queue.h"

#include <utility>
#include <vector>

namespace soiree {
namespace {

/// Reading stops here until some are handled: a client that floods the server is to wait.
constexpr size_t kMostWaiting = 10000;
constexpr size_t kMostTogether = 1000;

/// The document whose text the message changes, or "".
std::string changed_document(const Json& message) {
  const std::string method = string_at(message, "method");
  if (method != "textDocument/didChange" && method != "textDocument/didClose") return {};
  return string_at(message, "params/textDocument/uri");
}

}  // namespace

void MessageQueue::read_all(MessageStream& stream) {
  std::string content;
  bool reading = true;
  std::vector<Incoming> together;
  bool malformed = false;
  while (reading) {
    const ReadOutcome outcome = stream.read(content);
    if (outcome == ReadOutcome::end) break;
    Incoming incoming;
    const bool was_malformed = std::exchange(malformed, outcome == ReadOutcome::malformed);
    if (malformed) {
      incoming.message = Json(Json::value_t::discarded);
      incoming.problem = content;
    } else {
      incoming.message = parse_message(content);
    }
    // One answer to a stretch of garbage is enough.
    if (!malformed || !was_malformed) together.push_back(std::move(incoming));
    if (together.size() < kMostTogether && stream.has_next()) continue;
    reading = put(std::exchange(together, {}));
  }
  const std::lock_guard lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

/// What came together becomes known together.
bool MessageQueue::put(std::vector<Incoming> together) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopped_ || waiting_.size() < kMostWaiting; });
  for (Incoming& incoming : together) {
    const bool cancels = string_at(incoming.message, "method") == "$/cancelRequest";
    if (cancels && cancel(value_at(incoming.message, "params/id"))) continue;
    const std::string document = changed_document(incoming.message);
    if (!document.empty()) ++changes_[document];
    waiting_.push_back(std::move(incoming));
  }
  changed_.notify_all();
  return !stopped_;
}

/// False when no such request waits: it may be one that is being worked on.
bool MessageQueue::cancel(const Json& id) {
  if (id.is_null()) return true;
  bool found = false;
  for (Incoming& incoming : waiting_) {
    if (value_at(incoming.message, "id") != id) continue;
    incoming.cancelled = true;
    found = true;
  }
  return found;
}

std::optional<Incoming> MessageQueue::take(bool wait) {
  std::unique_lock lock(mutex_);
  if (wait) changed_.wait(lock, [&] { return woken_ || ended_ || !waiting_.empty(); });
  woken_ = false;
  if (waiting_.empty()) return std::nullopt;
  Incoming incoming = std::move(waiting_.front());
  waiting_.pop_front();
  const auto counted = changes_.find(changed_document(incoming.message));
  if (counted != changes_.end() && --counted->second == 0) changes_.erase(counted);
  changed_.notify_all();
  return incoming;
}

void MessageQueue::wake() {
  const std::lock_guard lock(mutex_);
  woken_ = true;
  changed_.notify_all();
}

bool MessageQueue::empty() const {
  const std::lock_guard lock(mutex_);
  return waiting_.empty();
}

bool MessageQueue::ended() const {
  const std::lock_guard lock(mutex_);
  return ended_ && waiting_.empty();
}

bool MessageQueue::has_newer(const std::string& uri) const {
  const std::lock_guard lock(mutex_);
  return changes_.contains(uri);
}

void MessageQueue::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

}  // namespace soiree
