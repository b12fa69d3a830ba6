#include "integrations/lsp/client_abilities.h"

namespace soiree {
namespace {

constexpr int kUnnecessary = 1;  ///< DiagnosticTag

bool holds(const Json& list, const Json& value) {
  if (!list.is_array()) return false;
  for (const Json& each : list) {
    if (each == value) return true;
  }
  return false;
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

}  // namespace soiree
