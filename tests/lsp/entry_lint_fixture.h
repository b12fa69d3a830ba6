#ifndef SOIREE_TESTS_LSP_ENTRY_LINT_FIXTURE_H_
#define SOIREE_TESTS_LSP_ENTRY_LINT_FIXTURE_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "integrations/lsp/entry_lint.h"
#include "integrations/lsp/feed_memory.h"
#include "integrations/lsp/section_run.h"
#include "linter/config/config_cache.h"
#include "linter/lint/rule_info.h"
#include "tests/support/memory_files.h"

namespace soiree {

inline std::string shown(SourceSpan span) {
  return std::to_string(span.begin) + "-" + std::to_string(span.end);
}

/// Everything about a document alone, its feeds included.
inline SectionRun::Outcome outcome_of(const ConfiguredJob& made, FileResult& result) {
  SectionRun run;
  run.add(made, result);
  return run.finish("/site");
}

/// Where everything in a document is, and its findings.
inline std::vector<std::string> described(const FileResult& result,
                                          const std::vector<Finding>& all) {
  std::vector<std::string> lines;
  for (const Facts& facts : result.facts) {
    lines.push_back("post " + shown(facts.place) + " " + shown(facts.anchor) + " " +
                    std::to_string(facts.text_hash) + " " + std::to_string(facts.traits) + " " +
                    std::to_string(facts.group) + " " + std::to_string(facts.skeleton) + " " +
                    std::string(facts.mentions.view()) + std::string(facts.label.view()));
  }
  for (const Finding& finding : all) {
    std::string line = std::string(finding.rule) + " " + shown(finding.range) + " " +
                       shown(finding.whole_post) + " " + std::to_string(int(finding.severity)) +
                       finding.message + finding.post.id + finding.post.kind +
                       finding.post.channel + finding.post.time;
    for (const Note& note : finding.notes) {
      line += " " + shown(note.range) + shown(note.whole_post) + note.message;
    }
    for (const Fix& fix : finding.fixes) {
      for (const Edit& edit : fix.edits) line += " fix " + shown(edit.range) + edit.text;
    }
    lines.push_back(line);
  }
  const size_t rest = lines.size();
  for (const Suppression& each : result.suppressions.entries) {
    lines.push_back("without " + each.rule + " " + shown(each.directive) + " " + shown(each.name) +
                    " " + shown(each.range));
  }
  std::sort(lines.begin() + static_cast<ptrdiff_t>(rest), lines.end());
  lines.push_back(std::to_string(result.posts) + " posts, " + std::to_string(result.bytes));
  return lines;
}

class EntryLintTest : public testing::Test {
 protected:
  void start(const std::string& text, const std::string& configuration = "") {
    files_.add("/site/.soiree.yaml", configuration);
    made_ = jobs_.make(text.starts_with('{') ? "posts.json" : "posts.yaml", true);
    text_ = text;
    entries_ = EntryLint(0);
    entries_.lint(text_, made_.job, result_);
    look_at_all();
  }
  void look_at_all() {
    SectionRun::Outcome outcome = outcome_of(made_, result_);
    feeds_.start(std::move(outcome.silenced.at(0)));
    findings_ = std::move(outcome.findings.at(0));
  }
  /// True when the edit was a short cut. The result is the same in any case.
  bool edit(size_t at, size_t size, const std::string& text) {
    const size_t before = entries_.short_cuts();
    text_.replace(at, size, text);
    std::optional<EntryChange> change = entries_.lint(text_, made_.job, result_);
    if (change && feeds_.follow(std::move(*change), made_, result_, "/site", findings_)) {
      ++followed_;
    } else {
      look_at_all();
    }
    FileResult whole = lint_bytes(text_, 0, made_.job, {}).result;
    const std::vector<Finding> findings = outcome_of(made_, whole).findings.at(0);
    EXPECT_EQ(described(result_, findings_), described(whole, findings)) << text_;
    const bool short_cut = entries_.short_cuts() > before;
    if (short_cut) ++short_cuts_;
    return short_cut;
  }
  bool replace(const std::string& from, const std::string& to) {
    return edit(text_.find(from), from.size(), to);
  }

  MemoryFiles files_;
  ConfigCache configs_{files_, rule_table()};
  JobMaker jobs_{configs_, "/site"};
  ConfiguredJob made_;
  EntryLint entries_{0};
  FeedMemory feeds_;
  FileResult result_;
  std::vector<Finding> findings_;
  size_t short_cuts_ = 0;  ///< edits after which an entry alone was read
  size_t followed_ = 0;    ///< edits after which not all rules looked at the feeds again
  std::string text_;
};

}  // namespace soiree

#endif  // SOIREE_TESTS_LSP_ENTRY_LINT_FIXTURE_H_
