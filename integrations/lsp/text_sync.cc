#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "integrations/lsp/file_uri.h"
#include "integrations/lsp/server.h"
#include "linter/config/file_access.h"
#include "linter/output/json_append.h"

namespace soiree {

OpenDocument* Server::document_of(const Json& params) {
  const auto uri = params.at("textDocument").at("uri").get<std::string>();
  const std::optional<std::string> path = path_from_uri(uri);
  return path ? workspace_.find(*path) : nullptr;
}

void Server::did_open(const Json& params) {
  const Json& opened = params.at("textDocument");
  EditorText document;
  document.uri = opened.at("uri").get<std::string>();
  document.version = opened.at("version").get<int64_t>();
  document.text = opened.at("text").get<std::string>();
  const std::optional<std::string> path = path_from_uri(document.uri);
  if (!path || document.text.size() >= kFileSizeLimit) return;
  document.path = *path;
  workspace_.open(std::move(document));
}

void Server::did_change(const Json& params) {
  OpenDocument* open = document_of(params);
  if (open == nullptr) return;
  for (const Json& change : params.at("contentChanges")) {
    apply_change(open->document.text, change, abilities_.encoding);
  }
  open->document.version = params.at("textDocument").at("version").get<int64_t>();
  workspace_.change(*open);
}

void Server::did_save(const Json& params) {
  const OpenDocument* open = document_of(params);
  if (open == nullptr || open->kind != DocumentKind::configuration) return;
  workspace_.reload();
  disk_changed();
}

void Server::did_close(const Json& params) {
  const OpenDocument* open = document_of(params);
  if (open == nullptr) return;
  const std::string uri = open->document.uri;
  const bool shown =
      !abilities_.pull_diagnostics && (open->shown || open->kind != DocumentKind::other);
  workspace_.close(std::string(open->document.path));
  if (shown) {
    publish(uri, std::nullopt, kNoDiagnostics);
  }
}

void Server::watched_files_changed(const Json& params) {
  constexpr int kChanged = 2;
  bool reload = false;
  for (const Json& event : params.at("changes")) {
    const std::optional<std::string> path = path_from_uri(event.at("uri").get<std::string>());
    const bool made = event.at("type").get<int>() < kChanged;
    if (path && workspace_.file_changed(*path, made)) reload = true;
  }
  if (reload) workspace_.reload();
  disk_changed();
}

void Server::folders_changed(const Json& params) {
  for (const Json& folder : params.at("event").at("removed")) {
    const auto path = path_from_uri(folder.at("uri").get<std::string>());
    if (path) workspace_.remove_folder(*path);
  }
  for (const Json& folder : params.at("event").at("added")) {
    const auto path = path_from_uri(folder.at("uri").get<std::string>());
    if (path) workspace_.add_folder(*path);
  }
  disk_changed();
}

void Server::configuration_changed(const Json& /*params*/) {
  workspace_.reload();
  disk_changed();
}

void Server::disk_changed() {
  pulls_.disk_changed();
  if (pulls_.used()) refresh_ = true;
}

void Server::cancel(const Json& params) { pulls_.cancel(value_at(params, "id")); }

WorkspacePulls::Outlet Server::outlet() {
  return {[this] {
            WorkspaceTask task = workspace_.task();
            task.abilities = abilities_;
            task.rule_pages = rule_pages_;
            return task;
          },
          [this](const Json& id, const Json& result) { reply(id, message_text(result)); },
          [this](const Json& id) {
            reply_error(id, ErrorCode::request_cancelled, "cancelled by the client");
          },
          [this](const Json& token, Json value) {
            notify("$/progress", {{"token", token}, {"value", std::move(value)}});
          }};
}

void Server::publish(OpenDocument& open) {
  if (abilities_.pull_diagnostics) {
    if (open.pulled_version == open.document.version) refresh_ = true;
    return;
  }
  const bool linted = open.kind != DocumentKind::other;
  if (!linted && !open.shown) return;
  open.shown = linted;
  publish(open.document.uri, open.document.version,
          diagnostics_text(open, workspace_, abilities_, rule_pages_));
}

/// `diagnostics` is JSON; it is put into the message as it stands.
void Server::publish(std::string_view uri, std::optional<int64_t> version,
                     std::string_view diagnostics) {
  std::string message = R"({"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":)";
  message.reserve(message.size() + diagnostics.size() + uri.size() + 100);
  message.append("{\"diagnostics\":").append(diagnostics);
  append_json_text(message, ",\"uri\":", uri);
  if (version) message.append(",\"version\":").append(std::to_string(*version));
  message += "}}";
  write(message);
}

void Server::publish_configurations() {
  std::map<std::string, std::vector<Error>> errors = workspace_.configuration_errors();
  if (pulls_.used()) errors.clear();  // the client has them from there, and would show both
  std::set<std::string> broken = std::exchange(broken_configurations_, {});
  for (const auto& [path, list] : errors) broken.insert(path);
  for (const std::string& path : broken) {
    if (workspace_.find(path) != nullptr) continue;  // what is in the editor counts
    const auto found = errors.find(path);
    const std::shared_ptr<const std::string> text = workspace_.text_of(path);
    std::string list(kNoDiagnostics);
    if (found != errors.end()) {
      list =
          error_diagnostics_text(found->second, text == nullptr ? "" : *text, abilities_.encoding);
      broken_configurations_.insert(path);
    }
    publish(uri_from_path(path), std::nullopt, list);
  }
}

std::string Server::pull_diagnostics(const Json& params) {
  OpenDocument* open = document_of(params);
  if (open == nullptr) return R"({"items":[],"kind":"full"})";
  open->pulled_version = open->document.version;
  const std::string items = diagnostics_text(*open, workspace_, abilities_, rule_pages_);
  const std::string id = result_id(items, open->document.version);
  if (string_at(params, "previousResultId") == id) {
    return R"({"kind":"unchanged","resultId":")" + id + "\"}";
  }
  return "{\"items\":" + items + R"(,"kind":"full","resultId":")" + id + "\"}";
}

}  // namespace soiree
