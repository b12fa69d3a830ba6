#include "integrations/lsp/diagnostics.h"

#include <fmt/format.h>

#include <map>
#include <memory>

#include "integrations/lsp/file_uri.h"
#include "linter/lint/rule_info.h"

namespace soiree {
namespace {

bool holds(const Json& list, const Json& value) {
  if (!list.is_array()) return false;
  for (const Json& each : list) {
    if (each == value) return true;
  }
  return false;
}

constexpr int kUnnecessary = 1;

int severity_number(Severity severity) {
  if (severity == Severity::error) return 1;
  return severity == Severity::warning ? 2 : 3;
}

/// The client's own preference; UTF-16 is what every client has to know.
PositionEncoding first_known_encoding(const Json& encodings) {
  if (!encodings.is_array()) return PositionEncoding::utf16;
  for (const Json& name : encodings) {
    if (name == "utf-8") return PositionEncoding::utf8;
    if (name == "utf-16") return PositionEncoding::utf16;
    if (name == "utf-32") return PositionEncoding::utf32;
  }
  return PositionEncoding::utf16;
}

/// Positions in the files that notes are in, each file looked at once.
class NotePlaces {
 public:
  NotePlaces(Workspace& workspace, PositionEncoding encoding)
      : workspace_(workspace), encoding_(encoding) {}

  Json location(const std::string& path, SourceSpan place) {
    auto found = known_.find(path);
    if (found == known_.end()) {
      Known known;
      known.text = workspace_.text_of(path);
      if (known.text != nullptr) known.positions.emplace(*known.text, encoding_);
      const OpenDocument* open = workspace_.find(path);
      known.uri = open != nullptr ? open->document.uri : uri_from_path(path);
      found = known_.emplace(path, std::move(known)).first;
    }
    const TextRange range =
        found->second.positions ? found->second.positions->range(place) : TextRange{};
    return {{"uri", found->second.uri}, {"range", range_json(range)}};
  }

 private:
  struct Known {
    std::shared_ptr<const std::string> text;
    std::optional<TextPositions> positions;
    std::string uri;
  };
  Workspace& workspace_;
  PositionEncoding encoding_;
  std::map<std::string, Known> known_;
};

}  // namespace

ClientAbilities read_abilities(const Json& params) {
  ClientAbilities abilities;
  const Json& client = value_at(params, "capabilities");
  const Json& encodings = value_at(client, "general/positionEncodings");
  abilities.encoding = first_known_encoding(encodings);
  const Json& diagnostics = value_at(client, "textDocument/publishDiagnostics");
  abilities.related_information = is_true(diagnostics, "relatedInformation");
  abilities.code_descriptions = is_true(diagnostics, "codeDescriptionSupport");
  abilities.diagnostic_data = is_true(diagnostics, "dataSupport");
  abilities.unnecessary_tag = holds(value_at(diagnostics, "tagSupport/valueSet"), kUnnecessary);
  abilities.pull_diagnostics = value_at(client, "textDocument/diagnostic").is_object() &&
                               is_true(client, "workspace/diagnostics/refreshSupport");
  abilities.watch_files = is_true(client, "workspace/didChangeWatchedFiles/dynamicRegistration");
  abilities.show_documents = is_true(client, "window/showDocument/support");
  abilities.progress = is_true(client, "window/workDoneProgress");
  abilities.markdown_hover =
      holds(value_at(client, "textDocument/hover/contentFormat"), "markdown");
  abilities.symbol_trees =
      is_true(client, "textDocument/documentSymbol/hierarchicalDocumentSymbolSupport");
  abilities.versioned_edits = is_true(client, "workspace/workspaceEdit/documentChanges");
  abilities.creates_files =
      abilities.versioned_edits &&
      holds(value_at(client, "workspace/workspaceEdit/resourceOperations"), "create");
  return abilities;
}

std::string rule_page_address(std::string_view pages, std::string_view rule) {
  if (pages.empty() || find_rule_info(rule) == nullptr) return {};
  return fmt::format("{}{}rules/{}/rule.md", pages, pages.ends_with('/') ? "" : "/", rule);
}

Json error_diagnostics_json(const std::vector<Error>& errors, std::string_view text,
                            PositionEncoding encoding) {
  Json list = Json::array();
  const TextPositions positions(text, encoding);
  for (const Error& error : errors) {
    list.push_back({{"range", range_json(positions.range(error.place))},
                    {"severity", 1},
                    {"source", "soiree"},
                    {"message", error.message}});
  }
  return list;
}

Json diagnostics_json(const OpenDocument& open, Workspace& workspace,
                      const ClientAbilities& abilities, std::string_view pages) {
  Json list = error_diagnostics_json(open.errors, open.document.text, abilities.encoding);
  const TextPositions positions(open.document.text, abilities.encoding);
  NotePlaces notes(workspace, abilities.encoding);
  for (const Finding& finding : open.findings) {
    Json diagnostic = {{"range", range_json(positions.range(finding.range))},
                       {"severity", severity_number(finding.severity)},
                       {"code", finding.rule},
                       {"source", "soiree"},
                       {"message", finding.message}};
    const std::string page = rule_page_address(pages, finding.rule);
    if (abilities.code_descriptions && !page.empty()) {
      diagnostic["codeDescription"] = {{"href", page}};
    }
    if (abilities.unnecessary_tag && finding.rule == "unused-suppression") {
      diagnostic["tags"] = {kUnnecessary};
    }
    if (abilities.related_information && !finding.notes.empty()) {
      Json& related = diagnostic["relatedInformation"];
      for (const Note& note : finding.notes) {
        related.push_back({{"location", notes.location((*open.paths)[note.file], note.range)},
                           {"message", note.message}});
      }
    }
    if (abilities.diagnostic_data) {
      diagnostic["data"] = {{"rule", finding.rule}, {"fixes", finding.fixes.size()}};
    }
    list.push_back(std::move(diagnostic));
  }
  return list;
}

}  // namespace soiree
