#include "integrations/lsp/code_actions.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "integrations/lsp/file_uri.h"
#include "integrations/lsp/silence.h"
#include "integrations/lsp/silence_in_configuration.h"
#include "linter/lint/apply_fixes.h"

namespace soiree {
namespace {

constexpr std::string_view kQuickFix = "quickfix";
constexpr std::string_view kFixAll = "source.fixAll.soiree";

/// A kind is asked for by its own name or by what its name starts with: `source` for
/// `source.fixAll`.
bool is_wanted(const Json& only, std::string_view kind) {
  if (!only.is_array()) return true;
  return std::any_of(only.begin(), only.end(), [&](const Json& wanted) {
    if (!wanted.is_string()) return false;
    const auto& name = wanted.get_ref<const std::string&>();
    return name.empty() || kind == name ||
           (kind.starts_with(name) && kind.substr(name.size()).starts_with('.'));
  });
}

class Maker {
 public:
  Maker(const OpenDocument& open, const ClientAbilities& abilities)
      : open_(open), abilities_(abilities), positions_(open.document.text, abilities.encoding) {}

  uint32_t offset(TextPosition position) const { return positions_.offset(position); }

  Json action(std::string_view title, std::string_view kind, const std::vector<Edit>& edits) const {
    return {{"title", title}, {"kind", kind}, {"edit", workspace_edit(edits)}};
  }

 private:
  Json workspace_edit(const std::vector<Edit>& edits) const {
    Json list = Json::array();
    for (const Edit& edit : edits) {
      list.push_back({{"range", range_json(positions_.range(edit.range))}, {"newText", edit.text}});
    }
    if (!abilities_.versioned_edits) return {{"changes", {{open_.document.uri, list}}}};
    Json document = {
        {"textDocument", {{"uri", open_.document.uri}, {"version", open_.document.version}}},
        {"edits", list}};
    return {{"documentChanges", Json::array({std::move(document)})}};
  }

  const OpenDocument& open_;
  const ClientAbilities& abilities_;
  TextPositions positions_;
};

/// Edits of the configuration that silence a rule for the document, each made once for all findings
/// of the rule.
class ConfigurationActions {
 public:
  ConfigurationActions(const OpenDocument& open, Workspace& workspace,
                       const ClientAbilities& abilities)
      : open_(open), workspace_(workspace), abilities_(abilities) {}

  /// Null when there is no such edit, or none that the client can apply.
  const Json& silence(const std::string& rule) {
    const auto [found, added] = made_.emplace(rule, Json());
    if (added) found->second = make(rule);
    return found->second;
  }

 private:
  Json make(const std::string& rule) {
    const auto change =
        silence_in_configuration(open_.setup->root, workspace_.open_texts(), open_.path, rule);
    if (!change || (change->create && !abilities_.creates_files)) return nullptr;
    return {{"title", "Silence " + rule + " in configuration"},
            {"kind", kQuickFix},
            {"edit", workspace_edit(*change)}};
  }

  Json workspace_edit(const ConfigurationEdit& change) {
    const OpenDocument* open = workspace_.find(change.path);
    const std::string uri = open != nullptr ? open->document.uri : uri_from_path(change.path);
    const TextPositions positions(change.text, abilities_.encoding);
    Json list = Json::array();
    list.push_back(
        {{"range", range_json(positions.range(change.edit.range))}, {"newText", change.edit.text}});
    if (!abilities_.versioned_edits) return {{"changes", {{uri, list}}}};
    Json changes = Json::array();
    if (change.create) {
      changes.push_back(
          {{"kind", "create"}, {"uri", uri}, {"options", {{"ignoreIfExists", true}}}});
    }
    const Json version = open != nullptr ? Json(open->document.version) : Json();
    changes.push_back({{"textDocument", {{"uri", uri}, {"version", version}}}, {"edits", list}});
    return {{"documentChanges", std::move(changes)}};
  }

  const OpenDocument& open_;
  Workspace& workspace_;
  const ClientAbilities& abilities_;
  std::map<std::string, Json> made_;
};

/// One edit for what differs between two texts.
Edit difference(std::string_view before, std::string_view after) {
  const auto is_middle = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
  size_t begin = 0;
  const size_t shorter = std::min(before.size(), after.size());
  while (begin < shorter && before[begin] == after[begin]) ++begin;
  while (begin > 0 && begin < before.size() && is_middle(before[begin])) --begin;
  size_t tail = 0;
  while (tail < shorter - begin &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
    ++tail;
  }
  while (tail > 0 && is_middle(before[before.size() - tail])) --tail;
  return {{static_cast<uint32_t>(begin), static_cast<uint32_t>(before.size() - tail)},
          std::string(after.substr(begin, after.size() - tail - begin))};
}

/// A selection with more findings is answered without linting for each of them.
constexpr size_t kMostLinted = 8;

void add_quick_fixes(const Maker& maker, const OpenDocument& open, const Finding& finding,
                     bool may_lint, const Json& diagnostic, bool has_page,
                     ConfigurationActions& configuration, Json& actions) {
  const auto add = [&](Json action) {
    action["diagnostics"] = Json::array({diagnostic});
    actions.push_back(std::move(action));
  };
  bool preferred = false;
  for (const Fix& fix : finding.fixes) {
    Json action = maker.action(fix.title, kQuickFix, fix.edits);
    if (fix.safety == FixSafety::safe && !std::exchange(preferred, true)) {
      action["isPreferred"] = true;
    }
    add(std::move(action));
  }
  const std::string rule(finding.rule);
  if (const auto edit = silence_here(open, finding, may_lint)) {
    add(maker.action("Silence " + rule + " here", kQuickFix, {*edit}));
  }
  if (const auto edit = silence_in_file(open, finding)) {
    add(maker.action("Silence " + rule + " in this file", kQuickFix, {*edit}));
  }
  const Json& in_configuration = configuration.silence(rule);
  if (!in_configuration.is_null()) add(in_configuration);
  if (has_page) {
    const std::string title = "Read about " + rule;
    add({{"title", title},
         {"kind", kQuickFix},
         {"command", {{"title", title}, {"command", kOpenRule}, {"arguments", {rule}}}}});
  }
}

}  // namespace

Json code_actions_json(const OpenDocument& open, Workspace& workspace, const Json& params,
                       const ClientAbilities& abilities, std::string_view pages) {
  Json actions = Json::array();
  if (open.kind != DocumentKind::posts) return actions;
  const Json& only = value_at(params, "context/only");
  const Maker maker(open, abilities);
  ConfigurationActions configuration(open, workspace, abilities);
  const TextRange range = range_from(params.at("range"));
  const uint32_t begin = maker.offset(range.start);
  const uint32_t end = maker.offset(range.end);
  std::vector<Finding> touched;
  const auto touches = [&](const Finding& finding) {
    return finding.range.begin <= end && finding.range.end >= begin;
  };
  if (is_wanted(only, kQuickFix)) {
    std::copy_if(open.findings.begin(), open.findings.end(), std::back_inserter(touched), touches);
  }
  const Json diagnostics =
      touched.empty()
          ? Json::array()
          : Json::parse(findings_text(view_of(open, workspace, touched), abilities, pages));
  for (size_t i = 0; i < touched.size(); ++i) {
    const Finding& finding = touched[i];
    const bool has_page =
        abilities.show_documents && !rule_page_address(pages, finding.rule).empty();
    add_quick_fixes(maker, open, finding, touched.size() <= kMostLinted, diagnostics.at(i),
                    has_page, configuration, actions);
  }
  if (is_wanted(only, kFixAll) && !open.findings.empty()) {
    const FixedText fixed =
        apply_fixes(open.document.text, open.findings, open.findings.front().file, false);
    if (fixed.applied > 0) {
      actions.push_back(maker.action("Apply all safe fixes of soiree", kFixAll,
                                     {difference(open.document.text, fixed.text)}));
    }
  }
  return actions;
}

}  // namespace soiree
