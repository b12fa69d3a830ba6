#include "linter/cli/fix_run.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "linter/cli/write_file.h"
#include "linter/lint/apply_fixes.h"

namespace soiree {
namespace {

/// Syntax findings by file.
std::map<std::string, size_t> syntax_findings(const RunRequest& request,
                                              const std::vector<Finding>& findings) {
  std::map<std::string, size_t> counts;
  for (const Finding& finding : findings) {
    if (finding.rule == "syntax") ++counts[request.files[finding.file].path];
  }
  return counts;
}

/// What says that a comment of ours names no rule. Once corrected the comment may silence what else
/// was found, so nothing else may be fixed before.
std::vector<Finding> corrected_names(const std::vector<Finding>& findings, uint32_t file) {
  std::vector<Finding> names;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(names),
               [&](const Finding& finding) {
                 return finding.file == file && finding.rule == "unknown-rule";
               });
  return names;
}

/// A file without any write permission is one that somebody protects, even from root and from a
/// rename in its directory.
bool read_only(const std::string& path) {
  using std::filesystem::perms;
  std::error_code error;
  const perms bits = std::filesystem::status(path, error).permissions();
  const perms any_write = perms::owner_write | perms::group_write | perms::others_write;
  return !error && (bits & any_write) == perms::none;
}

}  // namespace

Result<std::string> FixedTexts::read(const std::string& path) {
  {
    const std::scoped_lock lock(mutex_);
    const auto known = texts_.find(path);
    if (known != texts_.end()) return known->second.now;
  }
  Result<std::string> text = read_(path);
  if (!text) return text;
  const std::scoped_lock lock(mutex_);
  Text& kept = texts_[path];
  kept.before = *text;
  kept.now = *text;
  return text;
}

void FixedTexts::fix_all(const RunRequest& request, const Lint& lint, bool unsafe_too,
                         size_t rounds) {
  for (size_t round = 0; round < rounds; ++round) {
    const std::vector<Finding> findings = lint(request);
    if (round > 0) take_back(request, findings);
    if (!fix_round(request, findings, unsafe_too)) return;
  }
  take_back(request, lint(request));
}

bool FixedTexts::fix_round(const RunRequest& request, const std::vector<Finding>& findings,
                           bool unsafe_too) {
  const std::map<std::string, size_t> syntax = syntax_findings(request, findings);
  std::set<uint32_t> files;
  for (const Finding& finding : findings) {
    if (!finding.fixes.empty()) files.insert(finding.file);
  }
  for (auto& [path, text] : texts_) text.last_fixes = 0;
  bool changed = false;
  for (const uint32_t file : files) {
    const std::string& path = request.files[file].path;
    const auto known = texts_.find(path);
    if (known == texts_.end() || left_alone_.contains(path)) continue;
    Text& text = known->second;
    FixedText fixed = apply_fixes(text.now, corrected_names(findings, file), file, unsafe_too);
    if (fixed.applied == 0) fixed = apply_fixes(text.now, findings, file, unsafe_too);
    if (fixed.applied == 0 || fixed.text == text.now) continue;
    text.previous = std::exchange(text.now, std::move(fixed.text));
    text.last_fixes = fixed.applied;
    text.fixes += fixed.applied;
    const auto count = syntax.find(path);
    text.syntax = count == syntax.end() ? 0 : count->second;
    changed = true;
  }
  return changed;
}

void FixedTexts::take_back(const RunRequest& request, const std::vector<Finding>& findings) {
  for (const auto& [path, count] : syntax_findings(request, findings)) {
    const auto known = texts_.find(path);
    if (known == texts_.end()) continue;
    Text& text = known->second;
    if (text.last_fixes == 0 || count <= text.syntax) continue;
    text.now = text.previous;
    text.fixes -= std::exchange(text.last_fixes, 0);
    left_alone_.insert(path);
  }
}

std::map<std::string, FixedTexts::Change> FixedTexts::changes() const {
  std::map<std::string, Change> changes;
  for (const auto& [path, text] : texts_) {
    if (text.now != text.before) changes[path] = {text.before, text.now, text.fixes};
  }
  return changes;
}

std::vector<Error> FixedTexts::write() {
  std::vector<Error> errors;
  for (auto& [path, text] : texts_) {
    if (text.now == text.before) continue;
    const Result<std::string> disk = read_(path);
    // Under another of its names the file was written already.
    if (disk && *disk == text.now) continue;
    std::string problem;
    if (!disk || *disk != text.before) {
      problem = "has changed while it was linted and was not fixed; run again";
    } else if (read_only(path)) {
      problem = "is read-only and was not fixed; allow writing to it or leave out --fix";
    } else if (!write_file(path, text.now)) {
      problem =
          "could not be written and was not fixed; check that its directory may be written to and "
          "has room";
    }
    if (problem.empty()) continue;
    errors.push_back({problem, path});
    text.now = text.before;
    text.fixes = 0;
  }
  return errors;
}

}  // namespace soiree
