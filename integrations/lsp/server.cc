#include "integrations/lsp/server.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace soiree {
namespace {

bool is_id(const Json& id) { return id.is_string() || id.is_number_integer(); }

}  // namespace

Server::Server(int input, int output, std::string rule_pages)
    : stream_(input, output),
      workspace_([this] { queue_.wake(); }),
      rule_pages_(std::move(rule_pages)),
      pulls_([this] { queue_.wake(); }, workspace_, outlet()) {}

int Server::run() {
  // The thread may wait for a client that never closes its side, so nothing of ours may go before.
  std::thread reader([this] { queue_.read_all(stream_); });
  while (state_ != State::exited && !queue_.ended() && !client_gone_) {
    if (const std::optional<Incoming> incoming = queue_.take(true)) handle(*incoming);
    if (state_ == State::running && queue_.empty()) update(false);
  }
  queue_.stop();
  stream_.stop_reading();
  reader.join();
  const bool orderly = state_ == State::shut_down || (state_ == State::exited && was_shut_down_);
  return orderly ? 0 : 1;
}

void Server::handle(const Incoming& incoming) {
  const Json& message = incoming.message;
  if (message.is_discarded()) {
    const std::string problem = incoming.problem.empty() ? "this is no JSON" : incoming.problem;
    reply_error(nullptr, ErrorCode::parse_error, problem);
    return;
  }
  const bool has_id = message.is_object() && message.contains("id");
  const bool has_method = message.is_object() && message.contains("method");
  if (has_id && !has_method && (message.contains("result") || message.contains("error"))) {
    take_response(message);
    return;
  }
  if (!has_method || !message["method"].is_string() || (has_id && !is_id(message["id"]))) {
    const bool known = has_id && is_id(message["id"]);
    reply_error(known ? message["id"] : Json(), ErrorCode::invalid_request,
                "this is neither a request nor a notification");
    return;
  }
  if (has_id) {
    handle_request(message, incoming.cancelled);
  } else {
    handle_notification(message["method"].get<std::string>(), value_at(message, "params"));
  }
}

void Server::handle_request(const Json& message, bool cancelled) {
  const Json& id = message["id"];
  try {
    const auto method = message["method"].get<std::string>();
    // Before `initialize` is answered no notification counts but `exit` (LSP 3.17, Initialize
    // Request), and the exit status depends on whether `shutdown` came, not on what was said of it.
    const bool changes_state = method == "initialize" || method == "shutdown";
    if (cancelled && !changes_state) {
      throw RequestError{ErrorCode::request_cancelled, "cancelled by the client"};
    }
    if (method == "workspace/diagnostic" && state_ == State::running) {
      pulls_.add(id, value_at(message, "params"));
      publish_configurations();
    } else {
      reply(id, answer(method, value_at(message, "params")));
    }
  } catch (const RequestError& error) {
    reply_error(id, error.code, error.message);
  } catch (const Json::exception& error) {
    reply_error(id, ErrorCode::invalid_params, error.what());
  }
}

std::string Server::answer(const std::string& method, const Json& params) {
  static const std::map<std::string_view, Handler> kHandlers = {
      {"initialize", &Server::initialize},
      {"shutdown", &Server::shut_down},
      {"textDocument/codeAction", &Server::code_actions},
      {"workspace/executeCommand", &Server::execute},
      {"textDocument/hover", &Server::hover},
      {"textDocument/documentSymbol", &Server::symbols},
      {"textDocument/codeLens", &Server::code_lenses},
      {"textDocument/foldingRange", &Server::folding},
      {"textDocument/completion", &Server::complete},
  };
  if (state_ == State::shut_down) {
    throw RequestError{ErrorCode::invalid_request, "the server was shut down"};
  }
  if (state_ == State::created && method != "initialize") {
    throw RequestError{ErrorCode::server_not_initialized, "`initialize` comes first"};
  }
  if (state_ == State::running && method == "initialize") {
    throw RequestError{ErrorCode::invalid_request, "`initialize` may be sent once only"};
  }
  const bool pull = method == "textDocument/diagnostic";
  const auto handler = kHandlers.find(method);
  if (!pull && handler == kHandlers.end()) {
    throw RequestError{ErrorCode::method_not_found, "there is no method `" + method + "` here"};
  }
  if (state_ == State::running && method.starts_with("textDocument/")) update(true);
  return pull ? pull_diagnostics(params) : message_text((this->*handler->second)(params));
}

void Server::handle_notification(const std::string& method, const Json& params) {
  static const std::map<std::string_view, Listener> kListeners = {
      {"initialized", &Server::initialized},
      {"textDocument/didOpen", &Server::did_open},
      {"textDocument/didChange", &Server::did_change},
      {"textDocument/didSave", &Server::did_save},
      {"textDocument/didClose", &Server::did_close},
      {"workspace/didChangeWatchedFiles", &Server::watched_files_changed},
      {"workspace/didChangeWorkspaceFolders", &Server::folders_changed},
      {"workspace/didChangeConfiguration", &Server::configuration_changed},
      {"$/cancelRequest", &Server::cancel},
  };
  if (method == "exit") {
    was_shut_down_ = state_ == State::shut_down;
    state_ = State::exited;
    return;
  }
  if (state_ != State::running) return;
  const auto listener = kListeners.find(method);
  if (listener == kListeners.end()) return;
  try {
    (this->*listener->second)(params);
  } catch (const Json::exception& error) {
    log("`" + method + "` was not understood: " + error.what());
  }
}

void Server::update(bool everything) {
  const auto is_stale = [this](const OpenDocument& open) {
    return queue_.has_newer(open.document.uri);
  };
  const auto skip = [&](const OpenDocument& open) { return !everything && is_stale(open); };
  workspace_.update(skip, [&](OpenDocument& open) {
    if (!is_stale(open)) publish(open);
  });
  if (std::exchange(refresh_, false)) request("workspace/diagnostic/refresh", nullptr);
  if (workspace_.take_configuration_news()) publish_configurations();
  pulls_.serve();
  tell_progress();
}

void Server::send(Json message) {
  message["jsonrpc"] = "2.0";
  write(message_text(message));
}

void Server::write(std::string_view message) {
  if (!stream_.write(message)) client_gone_ = true;
}

/// `result` is JSON; it is put into the message as it stands.
void Server::reply(const Json& id, std::string_view result) {
  std::string message = "{\"id\":" + message_text(id);
  message.append(R"(,"jsonrpc":"2.0","result":)").append(result).append("}");
  write(message);
}

void Server::reply_error(const Json& id, ErrorCode code, const std::string& message) {
  send({{"id", id}, {"error", {{"code", static_cast<int>(code)}, {"message", message}}}});
}

void Server::notify(const std::string& method, Json params) {
  send({{"method", method}, {"params", std::move(params)}});
}

int64_t Server::request(const std::string& method, Json params) {
  const int64_t id = next_id_++;
  Json message = {{"id", id}, {"method", method}};
  if (!params.is_null()) message["params"] = std::move(params);
  send(std::move(message));
  return id;
}

void Server::log(const std::string& message) {
  notify("window/logMessage", {{"type", 2}, {"message", message}});
}

}  // namespace soiree
