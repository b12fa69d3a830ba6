#include <optional>
#include <string>

#include "integrations/lsp/code_actions.h"
#include "integrations/lsp/file_uri.h"
#include "integrations/lsp/server.h"

namespace soiree {
namespace {

std::string_view encoding_name(PositionEncoding encoding) {
  if (encoding == PositionEncoding::utf8) return "utf-8";
  return encoding == PositionEncoding::utf16 ? "utf-16" : "utf-32";
}

}  // namespace

Json Server::initialize(const Json& params) {
  abilities_ = read_abilities(params);
  const Json& folders = value_at(params, "workspaceFolders");
  if (folders.is_array()) {
    for (const Json& folder : folders) {
      if (const auto path = path_from_uri(string_at(folder, "uri"))) workspace_.add_folder(*path);
    }
  } else if (const auto root = path_from_uri(string_at(params, "rootUri"))) {
    workspace_.add_folder(*root);
  } else if (string_at(params, "rootPath").starts_with('/')) {
    workspace_.add_folder(string_at(params, "rootPath"));
  }
  state_ = State::running;
  return {{"capabilities", capabilities()},
          {"serverInfo", {{"name", "soiree"}, {"version", SOIREE_VERSION}}}};
}

Json Server::capabilities() const {
  constexpr int kIncremental = 2;
  Json capabilities = {
      {"positionEncoding", encoding_name(abilities_.encoding)},
      {"textDocumentSync",
       {{"openClose", true}, {"change", kIncremental}, {"save", {{"includeText", false}}}}},
      {"hoverProvider", true},
      {"executeCommandProvider", {{"commands", Json::array({kOpenRule})}}},
      {"documentSymbolProvider", true},
      {"foldingRangeProvider", true},
      {"completionProvider", {{"resolveProvider", false}}},
      {"codeLensProvider", {{"resolveProvider", false}}},
      {"codeActionProvider",
       {{"codeActionKinds", {"quickfix", "source.fixAll.soiree"}}, {"resolveProvider", false}}},
      {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}},
  };
  if (abilities_.pull_diagnostics) {
    capabilities["diagnosticProvider"] = {
        {"identifier", "soiree"}, {"interFileDependencies", true}, {"workspaceDiagnostics", true}};
  }
  return capabilities;
}

Json Server::shut_down(const Json& /*params*/) {
  pulls_.cancel_all();
  state_ = State::shut_down;
  return nullptr;
}

void Server::initialized(const Json& /*params*/) {
  if (!abilities_.watch_files) return;
  Json watchers = Json::array();
  for (const char* glob : {"**/*.{md,markdown,mdx,mdown,mkd,tweet,yaml,yml,json}",
                           "**/.soiree.yaml", "**/.soiree/rules/*.yaml", "**/.gitignore"}) {
    watchers.push_back({{"globPattern", glob}});
  }
  request("client/registerCapability",
          {{"registrations",
            {{{"id", "soiree-files"},
              {"method", "workspace/didChangeWatchedFiles"},
              {"registerOptions", {{"watchers", std::move(watchers)}}}}}}});
}

}  // namespace soiree
