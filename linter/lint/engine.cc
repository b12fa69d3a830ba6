#include "linter/lint/engine.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <thread>
#include <tuple>

#include "linter/lint/mixed_feed.h"
#include "linter/lint/tidy_message.h"

namespace soiree {
namespace {

void report_problems(const ParsedFile& parsed, uint32_t index, const Ruleset& ruleset,
                     std::vector<Finding>& findings) {
  const ActiveRule* syntax = ruleset.find("syntax");
  if (syntax == nullptr) return;
  for (const Problem& problem : parsed.problems) {
    Finding finding;
    finding.rule = syntax->info->id;
    finding.severity = problem.note ? Severity::note : syntax->severity;
    finding.file = index;
    finding.range = problem.place;
    finding.message = problem.message;
    findings.push_back(std::move(finding));
  }
}

/// Severity of our own rules; those that are off say nothing.
void take_enabled(std::vector<Finding>&& from, const Ruleset& ruleset, std::vector<Finding>& to) {
  for (Finding& finding : from) {
    const ActiveRule* rule = ruleset.find(finding.rule);
    if (rule == nullptr) continue;
    finding.severity = rule->severity;
    to.push_back(std::move(finding));
  }
}

FileResult refuse(uint64_t size, uint32_t index, const FileJob& job) {
  FileResult result;
  const ParsedFile parsed = refuse_file(job.path, size, job.read);
  if (job.checked) report_problems(parsed, index, *job.ruleset, result.findings);
  return result;
}

void lint_one(const RunRequest& request, size_t index, FileOutcome& outcome) {
  const FileJob& job = request.files[index];
  outcome =
      lint_bytes(request.read_file(job.path), static_cast<uint32_t>(index), job, request.scopes);
}

/// Threads that are joined before what they work on goes away.
class Helpers {
 public:
  Helpers() = default;
  Helpers(const Helpers&) = delete;
  Helpers& operator=(const Helpers&) = delete;
  ~Helpers() {
    for (std::thread& thread : threads_) thread.join();
  }
  /// Starts another one. False when the system has no more to give.
  template <typename Work>
  bool add(const Work& work) {
    try {
      threads_.emplace_back(work);
      return true;
    } catch (const std::system_error&) {
      return false;
    }
  }

 private:
  std::vector<std::thread> threads_;
};

/// Lints the files at `indices`, on as many threads as asked for, or as there are.
void lint_some(const RunRequest& request, const std::vector<size_t>& indices,
               std::vector<FileOutcome>& outcomes) {
  std::atomic<size_t> next{0};
  const auto work = [&] {
    for (size_t i = next++; i < indices.size(); i = next++) {
      lint_one(request, indices[i], outcomes[indices[i]]);
    }
  };
  const size_t wanted =
      std::min<size_t>(request.threads > 0 ? request.threads - 1 : 0, indices.size() / 8);
  Helpers helpers;
  size_t started = 0;
  while (started < wanted && helpers.add(work)) ++started;
  work();
}

bool in_some_feed(const Facts& facts) {
  return facts.kind != PostKind::article || facts.has_moment;
}

/// Checked files first; of the others only those whose feed has a checked post.
void lint_all(const RunRequest& request, std::vector<FileOutcome>& outcomes) {
  std::vector<size_t> checked;
  std::vector<size_t> context;
  for (size_t i = 0; i < outcomes.size(); ++i) {
    (request.files[i].checked ? checked : context).push_back(i);
  }
  lint_some(request, checked, outcomes);
  if (context.empty()) return;
  std::set<std::string_view> keys;
  for (const size_t i : checked) {
    const std::vector<Facts>& facts = outcomes[i].result.facts;
    if (std::none_of(facts.begin(), facts.end(), in_some_feed)) continue;
    const std::span<const std::string> own = feed_keys(request.files[i]);
    keys.insert(own.begin(), own.end());
  }
  std::erase_if(context, [&](size_t i) {
    const std::span<const std::string> own = feed_keys(request.files[i]);
    return std::none_of(own.begin(), own.end(),
                        [&](const std::string& key) { return keys.contains(key); });
  });
  lint_some(request, context, outcomes);
}

/// Whether a suppression where they would stand silences the homes of findings: in the order of the
/// findings and their homes.
std::vector<bool> silenced_homes(const std::vector<Finding>& findings,
                                 std::vector<FileOutcome>& outcomes) {
  std::map<uint32_t, std::vector<size_t>> by_file;
  std::vector<RulePlace> places;
  for (const Finding& finding : findings) {
    for (const Home& home : finding.homes) {
      by_file[home.file].push_back(places.size());
      places.push_back({finding.rule, home.range.begin});
    }
  }
  std::vector<bool> all(places.size());
  for (const auto& [file, indices] : by_file) {
    std::vector<RulePlace> own;
    for (const size_t i : indices) own.push_back(places[i]);
    const std::vector<bool> silenced = silenced_places(outcomes[file].result.suppressions, own);
    for (size_t i = 0; i < indices.size(); ++i) all[indices[i]] = silenced[i];
  }
  return all;
}

/// Takes the notes on a home out, unless none would be left.
void drop_note(Finding& finding, const Home& home) {
  const auto is_there = [&](const Note& note) {
    return note.file == home.file && note.range == home.range;
  };
  const auto there = std::count_if(finding.notes.begin(), finding.notes.end(), is_there);
  if (static_cast<size_t>(there) < finding.notes.size()) std::erase_if(finding.notes, is_there);
}

/// Takes out of the feeds' findings those that would stand in files of context, where all of their
/// homes are silenced: whoever checks everything does not see them either. Returns them.
std::vector<Finding> take_silenced_at_home(std::vector<Finding>& findings,
                                           std::vector<FileOutcome>& outcomes) {
  const std::vector<bool> silenced = silenced_homes(findings, outcomes);
  std::vector<Finding> taken;
  size_t next = 0;
  std::erase_if(findings, [&](Finding& finding) {
    std::vector<Home> left;
    const std::vector<Home> homes = std::move(finding.homes);
    for (const Home& home : homes) {
      if (!silenced[next++]) left.push_back(home);
    }
    const bool gone = !homes.empty() && left.empty();
    if (gone) {
      taken.push_back(std::move(finding));
      return true;
    }
    for (size_t i = 0; i < homes.size() && left.size() < homes.size(); ++i) {
      if (silenced[next - homes.size() + i]) drop_note(finding, homes[i]);
    }
    finding.homes = std::move(left);
    return false;
  });
  return taken;
}

void lint_feeds(const RunRequest& request, std::vector<FileOutcome>& outcomes, RunResult& result,
                std::vector<std::vector<Finding>>& by_file) {
  std::vector<Facts>& facts = result.facts;
  size_t count = 0;
  for (const FileOutcome& outcome : outcomes) count += outcome.result.facts.size();
  facts.reserve(count);
  for (FileOutcome& outcome : outcomes) {
    std::move(outcome.result.facts.begin(), outcome.result.facts.end(), std::back_inserter(facts));
    outcome.result.facts = {};
  }
  std::vector<const Ruleset*> rulesets;
  for (const FileJob& job : request.files) rulesets.push_back(job.ruleset);
  std::vector<Finding> findings;
  for (const Feed& feed : make_feeds(facts, result.paths, request.feeds)) {
    lint_mixed_feed(feed, facts, rulesets, findings);
  }
  result.silenced = take_silenced_at_home(findings, outcomes);
  for (Finding& finding : findings) by_file[finding.file].push_back(std::move(finding));
}

/// The rules that a run with `scopes` runs.
std::vector<std::string_view> rules_of(const Ruleset& ruleset, RuleScopes scopes) {
  std::vector<std::string_view> ran;
  const auto add = [&](std::span<const ActiveRule> rules) {
    for (const ActiveRule& rule : rules) ran.push_back(rule.info->id);
  };
  add(ruleset.meta_rules());
  if (scopes.post_rules) add(ruleset.post_rules());
  if (scopes.feed_rules && scopes.whole_feeds) add(ruleset.feed_rules());
  std::erase(ran, kUnusedSuppression);  // judged when all others are
  return ran;
}

/// Where something could not be read that may hold a post: what is wrong inside a post that was
/// read takes none of its text away.
std::vector<uint32_t> unread_places(const ParsedFile& parsed) {
  std::vector<SourceSpan> posts;
  for (const Post& post : parsed.posts) posts.push_back(post.place);
  std::sort(posts.begin(), posts.end());
  std::vector<uint32_t> unread;
  size_t next = 0;
  uint32_t past_posts = 0;                          // of those that begin before the problem
  for (const Problem& problem : parsed.problems) {  // sorted
    const uint32_t at = problem.place.begin;
    while (next < posts.size() && posts[next].begin <= at) {
      past_posts = std::max(past_posts, posts[next++].end);
    }
    if (!problem.note && at >= past_posts) unread.push_back(at);
  }
  return unread;
}

}  // namespace

std::span<const std::string> feed_keys(const FileJob& job) {
  if (job.feeds.empty()) return {&job.section, 1};
  return job.feeds;
}

FileResult lint_file(const SourceFile& file, uint32_t index, const FileJob& job,
                     RuleScopes scopes) {
  FileResult result;
  result.bytes = file.bytes().size();
  const ParsedFile parsed = read_posts(file, job.read);
  result.posts = parsed.posts.size();
  scopes.post_rules = scopes.post_rules && job.checked;
  for (const Post& post : parsed.posts) {
    Facts facts = lint_post(post, *job.ruleset, index, scopes, result.findings);
    facts.checked = job.checked;
    result.facts.push_back(std::move(facts));
  }
  result.suppressions = read_suppressions(file, index, parsed.comments, parsed.disabled_rules,
                                          job.ruleset->known_rules());
  if (!job.checked) return result;
  report_problems(parsed, index, *job.ruleset, result.findings);
  result.suppressions.unread = unread_places(parsed);
  take_enabled(std::move(result.suppressions.findings), *job.ruleset, result.findings);
  return result;
}

FileOutcome lint_bytes(Result<std::string> bytes, uint32_t index, const FileJob& job,
                       RuleScopes scopes) {
  FileOutcome outcome;
  const uint64_t size = bytes ? bytes->size() : bytes.error().size;
  if (size > job.read.largest) {
    outcome.result = refuse(size, index, job);
  } else if (!bytes) {
    outcome.error = bytes.error();
  } else {
    const SourceFile file(job.path, std::move(*bytes));
    outcome.result = lint_file(file, index, job, scopes);
  }
  return outcome;
}

std::vector<Finding> settle_suppressions(const FileJob& job, uint32_t index, RuleScopes scopes,
                                         SuppressionList& list, std::vector<Finding>& findings) {
  if (list.entries.empty()) return {};
  std::vector<Finding> silenced = apply_suppressions(list, findings);
  const bool whole_run = scopes.post_rules && scopes.feed_rules && scopes.whole_feeds;
  std::vector<Finding> unused =
      unused_suppressions(list, index, rules_of(*job.ruleset, scopes), whole_run);
  std::vector<Finding> permitted = apply_suppressions(list, unused);
  if (whole_run) {
    std::vector<Finding> more = unused_suppressions(list, index, {&kUnusedSuppression, 1}, false);
    std::move(more.begin(), more.end(), std::back_inserter(unused));
  }
  take_enabled(std::move(permitted), *job.ruleset, silenced);
  take_enabled(std::move(unused), *job.ruleset, findings);
  return silenced;
}

RunResult run(const RunRequest& request) {
  std::vector<FileOutcome> outcomes(request.files.size());
  lint_all(request, outcomes);
  RunResult result = finish_run(request, std::move(outcomes));
  result.facts = {};
  return result;
}

RunResult finish_run(const RunRequest& request, std::vector<FileOutcome> outcomes) {
  RunResult result;
  std::vector<std::vector<Finding>> by_file(outcomes.size());
  for (size_t i = 0; i < outcomes.size(); ++i) {
    result.paths.push_back(request.files[i].path);
    if (outcomes[i].error) {
      result.errors.push_back(*outcomes[i].error);
      continue;
    }
    by_file[i] = std::move(outcomes[i].result.findings);
    if (!request.files[i].checked) continue;
    ++result.files;
    result.posts += outcomes[i].result.posts;
    result.bytes += outcomes[i].result.bytes;
  }
  if (request.scopes.feed_rules) lint_feeds(request, outcomes, result, by_file);
  for (size_t i = 0; i < outcomes.size(); ++i) {
    if (!request.files[i].checked) continue;
    std::vector<Finding>& findings = by_file[i];
    std::vector<Finding> silenced =
        settle_suppressions(request.files[i], static_cast<uint32_t>(i), request.scopes,
                            outcomes[i].result.suppressions, findings);
    std::move(silenced.begin(), silenced.end(), std::back_inserter(result.silenced));
    std::move(findings.begin(), findings.end(), std::back_inserter(result.findings));
    findings = {};
  }
  for (Finding& finding : result.findings) tidy_message(finding.message);
  const auto order = [&](const Finding& finding) {
    return std::tuple(std::string_view(result.paths[finding.file]), finding.range, finding.rule,
                      std::string_view(finding.message));
  };
  std::stable_sort(result.findings.begin(), result.findings.end(),
                   [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
  // Two posts on two channels meet in two feeds; saying so once is enough.
  const auto repeated =
      std::unique(result.findings.begin(), result.findings.end(),
                  [&](const Finding& a, const Finding& b) { return order(a) == order(b); });
  result.findings.erase(repeated, result.findings.end());
  return result;
}

}  // namespace soiree
