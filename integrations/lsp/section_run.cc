#include "integrations/lsp/section_run.h"

#include <iterator>
#include <optional>
#include <span>

#include "linter/config/paths.h"

namespace soiree {
void SectionRun::add(const ConfiguredJob& made, FileResult& result) {
  const auto index = static_cast<uint32_t>(outcomes_.size());
  request_.files.push_back(made.job);
  configs_.push_back(made.config);
  lenders_.push_back(&result);
  lent_.push_back(result.facts.size());
  FileResult file;
  file.facts = std::move(result.facts);
  file.findings = result.findings;
  file.suppressions = result.suppressions;
  file.posts = result.posts;
  file.bytes = result.bytes;
  for (Facts& facts : file.facts) facts.file = index;
  for (Finding& finding : file.findings) {
    finding.file = index;
    for (Note& note : finding.notes) note.file = index;
  }
  outcomes_.push_back({std::move(file), std::nullopt});
}

void SectionRun::give_back(std::vector<Facts> facts) {
  if (lenders_.size() == 1) {
    lenders_[0]->facts = std::move(facts);
    return;
  }
  auto next = facts.begin();
  for (size_t i = 0; i < lenders_.size(); ++i) {
    const auto end = next + static_cast<ptrdiff_t>(lent_[i]);
    for (Facts& each : std::span(next, end)) each.file = 0;
    lenders_[i]->facts.assign(std::make_move_iterator(next), std::make_move_iterator(end));
    next = end;
  }
}

SectionRun::Outcome SectionRun::finish(const std::string& root) {
  request_.feeds = configured_feeds(request_.files, configs_, root);
  RunResult result = finish_run(request_, std::move(outcomes_));
  give_back(std::move(result.facts));
  Outcome outcome;
  const auto by_file = [&](std::vector<Finding>& all) {
    std::vector<std::vector<Finding>> lists(request_.files.size());
    for (Finding& finding : all) lists[finding.file].push_back(std::move(finding));
    return lists;
  };
  outcome.findings = by_file(result.findings);
  outcome.silenced = by_file(result.silenced);
  for (std::string& path : result.paths) path = absolute_path(root, path);
  outcome.paths = std::make_shared<const std::vector<std::string>>(std::move(result.paths));
  return outcome;
}

}  // namespace soiree
