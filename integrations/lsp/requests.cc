#include <algorithm>
#include <string>
#include <string_view>

#include "integrations/lsp/code_actions.h"
#include "integrations/lsp/post_numbers.h"
#include "integrations/lsp/schedule_outline.h"
#include "integrations/lsp/server.h"

namespace soiree {
namespace {

/// A rule's page without its front matter and its examples, which are long.
std::string page_text(const RuleInfo& rule) {
  std::string_view page = rule.doc;
  if (page.starts_with("---\n")) {
    const size_t end = page.find("\n---\n", 3);
    if (end != std::string_view::npos) page.remove_prefix(end + 5);
  }
  page = page.substr(0, page.find("\n## Examples"));
  while (page.starts_with('\n')) page.remove_prefix(1);
  while (page.ends_with('\n')) page.remove_suffix(1);
  if (page.empty()) return std::string(rule.summary);
  return std::string(page);
}

}  // namespace

Json Server::code_actions(const Json& params) {
  const OpenDocument* open = document_of(params);
  if (open == nullptr) return nullptr;
  return code_actions_json(*open, workspace_, params, abilities_, rule_pages_);
}

Json Server::execute(const Json& params) {
  const Json& arguments = value_at(params, "arguments");
  const bool named = arguments.is_array() && !arguments.empty() && arguments[0].is_string();
  if (string_at(params, "command") != kOpenRule || !named) return nullptr;
  const std::string page = rule_page_address(rule_pages_, arguments[0].get<std::string>());
  if (!page.empty() && abilities_.show_documents) {
    request("window/showDocument", {{"uri", page}, {"external", true}});
  }
  return nullptr;
}

Json Server::hover(const Json& params) {
  OpenDocument* open = document_of(params);
  if (open == nullptr || open->kind == DocumentKind::other) return nullptr;
  const TextPositions positions(open->document.text, abilities_.encoding);
  const uint32_t at = positions.offset(position_from(params.at("position")));
  if (open->kind == DocumentKind::configuration) return config_hover(*open, at);
  // The shortest finding around the place is what the reader points at.
  const Finding* best = nullptr;
  for (const Finding& finding : open->findings) {
    const bool around = finding.range.begin <= at && at <= finding.range.end;
    if (around && (best == nullptr || finding.range.size() < best->range.size())) best = &finding;
  }
  if (best == nullptr) return numbers_hover(*open, at, abilities_);
  const ActiveRule* rule = open->made.job.ruleset->find(best->rule);
  if (rule == nullptr) return nullptr;
  return {{"contents",
           {{"kind", abilities_.markdown_hover ? "markdown" : "plaintext"},
            {"value", page_text(*rule->info)}}},
          {"range", range_json(positions.range(best->range))}};
}

Json Server::symbols(const Json& params) {
  OpenDocument* open = document_of(params);
  return open == nullptr ? Json() : symbols_json(*open, abilities_);
}

Json Server::code_lenses(const Json& params) {
  OpenDocument* open = document_of(params);
  return open == nullptr ? Json() : code_lenses_json(*open, abilities_);
}

Json Server::folding(const Json& params) {
  OpenDocument* open = document_of(params);
  return open == nullptr ? Json() : folding_json(*open, abilities_);
}

/// A token may be used once the client has agreed to it; short readings are over by then.
void Server::tell_progress() {
  const bool scanning = workspace_.scanning();
  if (scanning && progress_ == Progress::none && abilities_.progress) {
    progress_ = Progress::asked;
    progress_id_ = request("window/workDoneProgress/create", {{"token", next_id_}});
  } else if (!scanning && progress_ == Progress::shown) {
    progress_ = Progress::none;
    notify("$/progress", {{"token", progress_id_}, {"value", {{"kind", "end"}}}});
  }
}

void Server::take_response(const Json& response) {
  if (progress_ != Progress::asked || response["id"] != progress_id_) return;
  progress_ = Progress::none;
  if (response.contains("error")) {
    abilities_.progress = false;
  } else if (workspace_.scanning()) {
    progress_ = Progress::shown;
    notify("$/progress", {{"token", progress_id_},
                          {"value", {{"kind", "begin"}, {"title", "soiree reads your posts"}}}});
  }
}

}  // namespace soiree
