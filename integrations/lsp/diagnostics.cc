#include "integrations/lsp/diagnostics.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "integrations/lsp/file_uri.h"
#include "linter/lint/rule_info.h"
#include "linter/output/json_append.h"

namespace soiree {
namespace {

constexpr int kUnnecessary = 1;

uint64_t severity_number(Severity severity) {
  if (severity == Severity::error) return 1;
  return severity == Severity::warning ? 2 : 3;
}

void append_position(std::string& out, std::string_view before, TextPosition position) {
  out += before;
  append_json_number(out, "{\"character\":", position.character);
  append_json_number(out, ",\"line\":", position.line);
  out += '}';
}

void append_range(std::string& out, const TextRange& range) {
  append_position(out, "{\"end\":", range.end);
  append_position(out, ",\"start\":", range.start);
  out += '}';
}

/// Positions in the files that notes are in, each file looked at once.
class NotePlaces {
 public:
  NotePlaces(const FindingsView& view, PositionEncoding encoding)
      : view_(view), encoding_(encoding) {}

  void append_location(std::string& out, const std::string& path, SourceSpan place) {
    auto found = known_.find(path);
    if (found == known_.end()) {
      Known known;
      known.text = view_.text_of(path);
      if (known.text != nullptr) known.positions.emplace(*known.text, encoding_);
      known.uri = view_.uri_of(path);
      found = known_.emplace(path, std::move(known)).first;
    }
    out += "{\"range\":";
    append_range(out,
                 found->second.positions ? found->second.positions->range(place) : TextRange{});
    append_json_text(out, ",\"uri\":", found->second.uri);
    out += '}';
  }

 private:
  struct Known {
    std::shared_ptr<const std::string> text;
    std::optional<TextPositions> positions;
    std::string uri;
  };
  const FindingsView& view_;
  PositionEncoding encoding_;
  std::map<std::string, Known> known_;
};

/// Writes diagnostics as the JSON library writes them: keys in alphabetical order.
class DiagnosticWriter {
 public:
  DiagnosticWriter(const FindingsView& view, const ClientAbilities& abilities,
                   std::string_view pages)
      : view_(view),
        abilities_(abilities),
        pages_(pages),
        positions_(view.text, abilities.encoding),
        notes_(view, abilities.encoding) {}

  void append(std::string& out, const Finding& finding) {
    append_json_text(out, "{\"code\":", finding.rule);
    const std::string page = rule_page_address(pages_, finding.rule);
    if (abilities_.code_descriptions && !page.empty()) {
      append_json_text(out, ",\"codeDescription\":{\"href\":", page);
      out += '}';
    }
    if (abilities_.diagnostic_data) {
      append_json_number(out, ",\"data\":{\"fixes\":", finding.fixes.size());
      append_json_text(out, ",\"rule\":", finding.rule);
      out += '}';
    }
    append_json_text(out, ",\"message\":", finding.message);
    out += ",\"range\":";
    append_range(out, positions_.range(finding.range));
    if (abilities_.related_information && !finding.notes.empty()) append_related(out, finding);
    append_json_number(out, ",\"severity\":", severity_number(finding.severity));
    out += ",\"source\":\"soiree\"";
    if (abilities_.unnecessary_tag && finding.rule == "unused-suppression") {
      append_json_number(out, ",\"tags\":[", kUnnecessary);
      out += ']';
    }
    out += '}';
  }

 private:
  void append_related(std::string& out, const Finding& finding) {
    std::string_view before = ",\"relatedInformation\":[{\"location\":";
    for (const Note& note : finding.notes) {
      out += std::exchange(before, ",{\"location\":");
      notes_.append_location(out, (*view_.paths)[note.file], note.range);
      append_json_text(out, ",\"message\":", note.message);
      out += '}';
    }
    out += ']';
  }

  const FindingsView& view_;
  const ClientAbilities& abilities_;
  std::string_view pages_;
  TextPositions positions_;
  NotePlaces notes_;
};

}  // namespace

std::string rule_page_address(std::string_view pages, std::string_view rule) {
  if (pages.empty() || find_rule_info(rule) == nullptr) return {};
  return fmt::format("{}{}rules/{}/rule.md", pages, pages.ends_with('/') ? "" : "/", rule);
}

std::string error_diagnostics_text(const std::vector<Error>& errors, std::string_view text,
                                   PositionEncoding encoding) {
  Json list = Json::array();
  const TextPositions positions(text, encoding);
  for (const Error& error : errors) {
    list.push_back({{"range", range_json(positions.range(error.place))},
                    {"severity", 1},
                    {"source", "soiree"},
                    {"message", error.message}});
  }
  return message_text(list);
}

std::string findings_text(const FindingsView& view, const ClientAbilities& abilities,
                          std::string_view pages) {
  std::string list = "[";
  DiagnosticWriter writer(view, abilities, pages);
  for (const Finding& finding : view.findings) {
    if (list.size() > 1) list += ',';
    writer.append(list, finding);
  }
  list += ']';
  return list;
}

FindingsView view_of(const OpenDocument& open, Workspace& workspace,
                     const std::vector<Finding>& findings) {
  return {open.document.text, findings, open.paths.get(),
          [&workspace](const std::string& path) { return workspace.text_of(path); },
          [&workspace](const std::string& path) {
            const OpenDocument* other = workspace.find(path);
            return other != nullptr ? other->document.uri : uri_from_path(path);
          }};
}

std::string diagnostics_text(const OpenDocument& open, Workspace& workspace,
                             const ClientAbilities& abilities, std::string_view pages) {
  if (open.kind == DocumentKind::configuration) {
    return error_diagnostics_text(open.errors, open.document.text, abilities.encoding);
  }
  return findings_text(view_of(open, workspace, open.findings), abilities, pages);
}

}  // namespace soiree
