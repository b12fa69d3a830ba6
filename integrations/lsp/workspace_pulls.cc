#include "integrations/lsp/workspace_pulls.h"

#include <algorithm>
#include <utility>

#include "integrations/lsp/file_uri.h"

namespace soiree {
namespace {

Json report_json(const FileReport& report, const std::string& previous) {
  const Json version = report.version ? Json(*report.version) : Json();
  Json json = {{"uri", report.uri}, {"version", version}, {"resultId", report.id}};
  if (previous == report.id) {
    json["kind"] = "unchanged";
  } else {
    json["kind"] = "full";
    json["items"] = Json::parse(report.items);
  }
  return json;
}

}  // namespace

void WorkspacePulls::add(const Json& id, const Json& params) {
  Pull pull;
  pull.id = id;
  pull.token = value_at(params, "partialResultToken");
  for (const Json& previous : params.at("previousResultIds")) {
    pull.previous[previous.at("uri").get<std::string>()] = previous.at("value").get<std::string>();
  }
  used_ = true;
  pulls_.push_back(std::move(pull));
  if (pulls_.size() == 1) start();
}

void WorkspacePulls::cancel(const Json& id) {
  const auto found =
      std::find_if(pulls_.begin(), pulls_.end(), [&](const Pull& pull) { return pull.id == id; });
  if (found == pulls_.end()) return;
  const bool first = found == pulls_.begin();
  pulls_.erase(found);
  outlet_.cancelled(id);
  if (!first) return;
  linter_.stop();
  if (!pulls_.empty()) start();
}

void WorkspacePulls::cancel_all() {
  linter_.stop();
  for (const Pull& pull : std::exchange(pulls_, {})) outlet_.cancelled(pull.id);
}

void WorkspacePulls::disk_changed() { ++changes_; }

void WorkspacePulls::start() {
  WorkspaceTask task = outlet_.task();
  task.disk_unchanged = task.abilities.watch_files && known_ == changes_;
  started_ = changes_;
  linter_.start(std::move(task));
}

void WorkspacePulls::serve() {
  if (pulls_.empty()) return;
  if (started_ != changes_) {  // what is being found may be wrong by now
    start();
    return;
  }
  WorkspaceLinter::News news = linter_.take();
  Pull& pull = pulls_.front();
  Json batch = Json::array();
  for (const FileReport& report : news.reports) add_report(pull, report, batch);
  if (news.done) add_rest(pull, batch);
  if (pull.token.is_null()) {
    for (Json& report : batch) pull.items.push_back(std::move(report));
  } else if (!batch.empty()) {
    outlet_.progress(pull.token, {{"items", std::move(batch)}});
  }
  if (!news.done) return;
  known_ = started_;
  outlet_.reply(pull.id, {{"items", std::move(pull.items)}});
  pulls_.pop_front();
  if (!pulls_.empty()) start();
}

/// A document that has been edited meanwhile is left out: the client asks for it again.
void WorkspacePulls::add_report(Pull& pull, const FileReport& report, Json& batch) const {
  if (!pull.reported.insert(report.uri).second) return;
  const auto path = path_from_uri(report.uri);
  const OpenDocument* open = path ? workspace_.find(*path) : nullptr;
  const std::optional<int64_t> version =
      open == nullptr ? std::nullopt : std::optional(open->document.version);
  if (version != report.version) return;
  const auto previous = pull.previous.find(report.uri);
  batch.push_back(report_json(report, previous == pull.previous.end() ? "" : previous->second));
}

void WorkspacePulls::add_rest(Pull& pull, Json& batch) const {
  for (const auto& [uri, value] : pull.previous) {
    const auto path = path_from_uri(uri);
    if (!path || pull.reported.contains(uri) || workspace_.find(*path) != nullptr) continue;
    batch.push_back(report_json(clean_report(uri), value));
  }
}

}  // namespace soiree
