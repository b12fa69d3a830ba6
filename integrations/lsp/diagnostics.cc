#include "integrations/lsp/diagnostics.h"

#include <fmt/format.h>

#include <map>
#include <memory>

#include "integrations/lsp/file_uri.h"
#include "linter/lint/rule_info.h"

namespace soiree {
namespace {

constexpr int kUnnecessary = 1;

int severity_number(Severity severity) {
  if (severity == Severity::error) return 1;
  return severity == Severity::warning ? 2 : 3;
}

/// Positions in the files that notes are in, each file looked at once.
class NotePlaces {
 public:
  NotePlaces(const FindingsView& view, PositionEncoding encoding)
      : view_(view), encoding_(encoding) {}

  Json location(const std::string& path, SourceSpan place) {
    auto found = known_.find(path);
    if (found == known_.end()) {
      Known known;
      known.text = view_.text_of(path);
      if (known.text != nullptr) known.positions.emplace(*known.text, encoding_);
      known.uri = view_.uri_of(path);
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
  const FindingsView& view_;
  PositionEncoding encoding_;
  std::map<std::string, Known> known_;
};

}  // namespace

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

Json findings_json(const FindingsView& view, const ClientAbilities& abilities,
                   std::string_view pages) {
  Json list = Json::array();
  const TextPositions positions(view.text, abilities.encoding);
  NotePlaces notes(view, abilities.encoding);
  for (const Finding& finding : view.findings) {
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
        related.push_back({{"location", notes.location((*view.paths)[note.file], note.range)},
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

Json diagnostics_json(const OpenDocument& open, Workspace& workspace,
                      const ClientAbilities& abilities, std::string_view pages) {
  if (open.kind == DocumentKind::configuration) {
    return error_diagnostics_json(open.errors, open.document.text, abilities.encoding);
  }
  const FindingsView view = {open.document.text, open.findings, open.paths.get(),
                             [&](const std::string& path) { return workspace.text_of(path); },
                             [&](const std::string& path) {
                               const OpenDocument* other = workspace.find(path);
                               return other != nullptr ? other->document.uri : uri_from_path(path);
                             }};
  return findings_json(view, abilities, pages);
}

}  // namespace soiree
