#ifndef SOIREE_LSP_SERVER_H_
#define SOIREE_LSP_SERVER_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "integrations/lsp/diagnostics.h"
#include "integrations/lsp/message_queue.h"
#include "integrations/lsp/message_stream.h"
#include "integrations/lsp/workspace.h"
#include "integrations/lsp/workspace_pulls.h"

namespace soiree {

/// A language server for one client. One thread reads messages, one handles them and lints, one
/// reads the posts around open ones.
class Server {
 public:
  /// `input` and `output` are file descriptors; `rule_pages` is the address that rules can be read
  /// under, or "".
  Server(int input, int output, std::string rule_pages);

  /// Serves until the client says `exit` or closes its side. Returns the exit status that the
  /// protocol asks for: 0 after `shutdown`, else 1.
  int run();

 private:
  enum class State : uint8_t { created, running, shut_down, exited };
  using Handler = Json (Server::*)(const Json& params);
  using Listener = void (Server::*)(const Json& params);

  void handle(const Incoming& incoming);
  void handle_request(const Json& message, bool cancelled);
  void handle_notification(const std::string& method, const Json& params);
  /// The result, written out.
  std::string answer(const std::string& method, const Json& params);

  // Lifecycle.
  Json initialize(const Json& params);
  Json capabilities() const;
  Json shut_down(const Json& params);
  void initialized(const Json& params);

  // Documents and files.
  void did_open(const Json& params);
  void did_change(const Json& params);
  void did_save(const Json& params);
  void did_close(const Json& params);
  void watched_files_changed(const Json& params);
  void folders_changed(const Json& params);
  void configuration_changed(const Json& params);
  void cancel(const Json& params);

  // Requests about a document.
  std::string pull_diagnostics(const Json& params);
  Json code_actions(const Json& params);
  Json execute(const Json& params);
  Json hover(const Json& params);
  Json symbols(const Json& params);
  Json code_lenses(const Json& params);
  Json folding(const Json& params);
  Json complete(const Json& params);
  static Json config_hover(OpenDocument& open, uint32_t at);

  /// The open document that the parameters name; null for one that is not open.
  OpenDocument* document_of(const Json& params);
  /// Lints what has changed and publishes it. Documents that are about to change again are left
  /// out, unless `everything` is true, and are published in no case.
  void update(bool everything);
  void publish(OpenDocument& open);
  void publish(std::string_view uri, std::optional<int64_t> version, std::string_view diagnostics);
  /// Publishes what is wrong in configurations that are in force and not open, unless the client
  /// asks for the whole workspace.
  void publish_configurations();
  /// What holds for files that are not open may be different now.
  void disk_changed();
  WorkspacePulls::Outlet outlet();
  /// Shows the client that posts are being read, as long as they are.
  void tell_progress();
  void take_response(const Json& response);

  void send(Json message);
  void write(std::string_view message);
  void reply(const Json& id, std::string_view result);
  void reply_error(const Json& id, ErrorCode code, const std::string& message);
  void notify(const std::string& method, Json params);
  int64_t request(const std::string& method, Json params);
  void log(const std::string& message);

  MessageStream stream_;
  MessageQueue queue_;
  Workspace workspace_;
  std::string rule_pages_;
  ClientAbilities abilities_;
  State state_ = State::created;
  bool was_shut_down_ = false;  ///< before `exit`
  int64_t next_id_ = 1;
  bool refresh_ = false;  ///< the client is to pull diagnostics again
  bool client_gone_ = false;
  WorkspacePulls pulls_;
  std::set<std::string> broken_configurations_;  ///< paths with diagnostics, not open

  enum class Progress : uint8_t { none, asked, shown };
  Progress progress_ = Progress::none;
  int64_t progress_id_ = 0;  ///< of the request that asked, and the token
};

}  // namespace soiree

#endif  // SOIREE_LSP_SERVER_H_
