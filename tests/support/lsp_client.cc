#include "tests/support/lsp_client.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <utility>

#include "integrations/lsp/server.h"

namespace soiree {
namespace {

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr std::chrono::seconds kPatience{300};  // sanitizers make everything up to ten times slower
#else
constexpr std::chrono::seconds kPatience{30};
#endif

}  // namespace

LspClient::LspClient() {
  signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (pipe(in.data()) != 0 || pipe(out.data()) != 0) std::abort();
  to_server_ = in[1];
  from_server_ = out[0];
  server_ = std::thread([this, input = in[0], output = out[1]] {
    {
      Server server(input, output, "https://rules.test");
      status_ = server.run();
    }
    close(input);
    close(output);
  });
  reader_ = std::thread([this] { read_all(); });
}

LspClient::~LspClient() {
  hang_up();
  if (server_.joinable()) server_.join();
  if (reader_.joinable()) reader_.join();
  close(from_server_);
}

void LspClient::read_all() {
  MessageStream stream(from_server_, -1);
  std::string content;
  while (stream.read(content) == ReadOutcome::message) {
    const std::lock_guard lock(mutex_);
    received_.push_back(Json::parse(content));
    arrived_.notify_all();
  }
}

LspClient::Json LspClient::start(const std::string& folder, const Json& capabilities) {
  const Json response =
      request("initialize",
              {{"processId", nullptr},
               {"rootUri", nullptr},
               {"capabilities", capabilities},
               {"workspaceFolders", Json::array({{{"uri", uri_of(folder)}, {"name", "blog"}}})}});
  notify("initialized", Json::object());
  return response["result"]["capabilities"];
}

void LspClient::send_raw(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = write(to_server_, bytes.data(), bytes.size());
    if (size <= 0) return;
    bytes.remove_prefix(static_cast<size_t>(size));
  }
}

void LspClient::send(const Json& message) {
  const std::string text = message.dump();
  send_raw("Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text);
}

void LspClient::notify(const std::string& method, const Json& params) {
  send({{"jsonrpc", "2.0"}, {"method", method}, {"params", params}});
}

LspClient::Json LspClient::request(const std::string& method, const Json& params) {
  const int id = next_id_++;
  send({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}});
  const auto response = wait_for([&](const Json& message) {
    return !message.contains("method") && message.value("id", Json()) == id;
  });
  return response.value_or(Json());
}

std::optional<LspClient::Json> LspClient::wait_for(const std::function<bool(const Json&)>& wanted) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  std::unique_lock lock(mutex_);
  for (;;) {
    for (auto at = received_.begin(); at != received_.end(); ++at) {
      if (!wanted(*at)) continue;
      Json found = std::move(*at);
      received_.erase(at);
      return found;
    }
    if (arrived_.wait_until(lock, end) == std::cv_status::timeout) return std::nullopt;
  }
}

std::optional<LspClient::Json> LspClient::next(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  arrived_.wait_for(lock, patience, [&] { return !received_.empty(); });
  if (received_.empty()) return std::nullopt;
  Json message = std::move(received_.front());
  received_.pop_front();
  return message;
}

LspClient::Json LspClient::diagnostics(const std::string& uri) {
  const auto found = wait_for([&](const Json& message) {
    return message.value("method", "") == "textDocument/publishDiagnostics" &&
           message["params"]["uri"] == uri;
  });
  return found ? (*found)["params"] : Json();
}

LspClient::Json LspClient::diagnostics_until(const std::string& uri,
                                             const std::function<bool(const Json&)>& wanted) {
  for (;;) {
    Json found = diagnostics(uri);
    if (found.is_null() || wanted(found["diagnostics"])) return found;
  }
}

void LspClient::open(const std::string& uri, const std::string& text, int version) {
  notify("textDocument/didOpen",
         {{"textDocument",
           {{"uri", uri}, {"languageId", "markdown"}, {"version", version}, {"text", text}}}});
}

void LspClient::change(const std::string& uri, const std::string& text, int version) {
  notify("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", version}}},
                                    {"contentChanges", Json::array({{{"text", text}}})}});
}

void LspClient::hang_up() {
  if (to_server_ >= 0) close(to_server_);
  to_server_ = -1;
}

int LspClient::exit_status() {
  if (server_.joinable()) server_.join();
  if (reader_.joinable()) reader_.join();
  return status_;
}

std::string uri_of(const std::string& path) { return "file://" + path; }

}  // namespace soiree
