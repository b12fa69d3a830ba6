#include "integrations/lsp/section_run.h"

#include <optional>

#include "linter/config/paths.h"

namespace soiree {
namespace {

/// A result as the file `index` of a run.
FileResult as_file(const FileResult& result, uint32_t index) {
  FileResult copy = result;
  for (Facts& facts : copy.facts) facts.file = index;
  for (Finding& finding : copy.findings) {
    finding.file = index;
    for (Note& note : finding.notes) note.file = index;
  }
  return copy;
}

}  // namespace

void SectionRun::add(const ConfiguredJob& made, const FileResult& result) {
  const auto index = static_cast<uint32_t>(outcomes_.size());
  request_.files.push_back(made.job);
  configs_.push_back(made.config);
  outcomes_.push_back({as_file(result, index), std::nullopt});
}

SectionRun::Outcome SectionRun::finish(const std::string& root) {
  request_.feeds = configured_feeds(request_.files, configs_, root);
  RunResult result = finish_run(request_, std::move(outcomes_));
  Outcome outcome;
  outcome.findings.resize(request_.files.size());
  for (Finding& finding : result.findings) {
    outcome.findings[finding.file].push_back(std::move(finding));
  }
  for (std::string& path : result.paths) path = absolute_path(root, path);
  outcome.paths = std::make_shared<const std::vector<std::string>>(std::move(result.paths));
  return outcome;
}

}  // namespace soiree
