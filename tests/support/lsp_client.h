#ifndef SOIREE_TESTS_SUPPORT_LSP_CLIENT_H_
#define SOIREE_TESTS_SUPPORT_LSP_CLIENT_H_

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "integrations/lsp/message_stream.h"

namespace soiree {

/// A client with a server of its own in the same process, connected by pipes.
class LspClient {
 public:
  using Json = nlohmann::json;

  LspClient();
  ~LspClient();
  LspClient(const LspClient&) = delete;
  LspClient& operator=(const LspClient&) = delete;

  /// `initialize` and `initialized` with one folder and these client capabilities; returns the
  /// server's capabilities.
  Json start(const std::string& folder, const Json& capabilities = Json::object());
  void notify(const std::string& method, const Json& params);
  /// The whole response, with `result` or `error`.
  Json request(const std::string& method, const Json& params);
  /// Sends bytes as they are.
  void send_raw(std::string_view bytes);
  void send(const Json& message);

  /// The next message that `wanted` accepts, put aside ones first; nothing when there is none for
  /// half a minute. Others are put aside.
  std::optional<Json> wait_for(const std::function<bool(const Json&)>& wanted);
  /// The next message, whatever it is; nothing when there is none for so long.
  std::optional<Json> next(std::chrono::milliseconds patience);
  /// The next diagnostics of a document; null when there are none for half a minute.
  Json diagnostics(const std::string& uri);
  /// Diagnostics of a document until they satisfy `wanted`; null when they never do.
  Json diagnostics_until(const std::string& uri, const std::function<bool(const Json&)>& wanted);

  void open(const std::string& uri, const std::string& text, int version = 1);
  void change(const std::string& uri, const std::string& text, int version);
  /// Closes our side of the connection, as a client that dies does.
  void hang_up();
  /// Waits for the server to end, and for all it has said; returns its exit status.
  int exit_status();

 private:
  void read_all();

  int to_server_ = -1;
  int from_server_ = -1;
  int next_id_ = 1;
  int status_ = -1;
  std::thread server_;
  std::thread reader_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::list<Json> received_;
};

/// `file:` URI of a path without characters that need escapes.
std::string uri_of(const std::string& path);

}  // namespace soiree

#endif  // SOIREE_TESTS_SUPPORT_LSP_CLIENT_H_
