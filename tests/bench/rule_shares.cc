#include "tests/bench/rule_shares.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "linter/cli/run_plan.h"
#include "linter/config/disk_files.h"

namespace soiree {
namespace {

using Clock = std::chrono::steady_clock;

/// Adds the time between its calls to the shares named.
class Stopwatch {
 public:
  void restart() { last_ = Clock::now(); }
  void stop(Share& share) {
    const Clock::time_point now = Clock::now();
    share.seconds += std::chrono::duration<double>(now - last_).count();
    last_ = now;
  }

 private:
  Clock::time_point last_ = Clock::now();
};

/// The steps of lint_post and lint_feed. All files of a run without configuration have one ruleset.
class SteppedRun {
 public:
  explicit SteppedRun(const RunRequest& request)
      : request_(request), ruleset_(*request.files.front().ruleset) {
    for (const ActiveRule& rule : ruleset_.post_rules()) rules_.push_back({rule.info->id});
    for (const ActiveRule& rule : ruleset_.feed_rules()) rules_.push_back({rule.info->id});
  }

  RunShares run() {
    for (uint32_t i = 0; i < request_.files.size(); ++i) lint_file(i);
    lint_feeds();
    std::stable_sort(rules_.begin(), rules_.end(),
                     [](const Share& a, const Share& b) { return a.seconds > b.seconds; });
    return {{read_, parse_, phrases_, facts_, feeds_}, rules_};
  }

 private:
  void lint_file(uint32_t index) {
    const FileJob& job = request_.files[index];
    watch_.restart();
    Result<std::string> bytes = request_.read_file(job.path);
    watch_.stop(read_);
    if (!bytes) return;
    const SourceFile file(job.path, *std::move(bytes));
    const ParsedFile parsed = read_posts(file, job.read);
    watch_.stop(parse_);
    for (const Post& post : parsed.posts) lint_post(post, index);
  }

  void lint_post(const Post& post, uint32_t file) {
    watch_.restart();
    const PhraseMatches phrases = ruleset_.phrases().find(post);
    watch_.stop(phrases_);
    Report report(post, file, findings_);
    auto share = rules_.begin();
    for (const ActiveRule& rule : ruleset_.post_rules()) {
      report.set_rule(rule.info->id, rule.severity);
      watch_.restart();
      rule.check->on_post(post, phrases, report);
      watch_.stop(*share++);
    }
    watch_.restart();
    facts_of_.push_back(summarize(post, file));
    watch_.stop(facts_);
    for (const ActiveRule& rule : ruleset_.feed_rules()) {
      watch_.restart();
      rule.check->observe(post, phrases, facts_of_.back());
      watch_.stop(*share++);
    }
  }

  void lint_feeds() {
    std::vector<std::string> paths;
    for (const FileJob& job : request_.files) paths.push_back(job.path);
    watch_.restart();
    const std::vector<Feed> feeds = make_feeds(facts_of_, paths, {});
    watch_.stop(feeds_);
    FeedReport report(findings_);
    for (const Feed& feed : feeds) {
      auto share = rules_.begin() + static_cast<ptrdiff_t>(ruleset_.post_rules().size());
      for (const ActiveRule& rule : ruleset_.feed_rules()) {
        report.set_rule(rule.info->id, rule.severity);
        watch_.restart();
        rule.check->on_feed(feed, report);
        watch_.stop(*share++);
      }
    }
  }

  const RunRequest& request_;
  const Ruleset& ruleset_;
  Stopwatch watch_;
  Share read_{"(reading files)"};
  Share parse_{"(Markdown, words, quotations)"};
  Share phrases_{"(phrases of all lexicons)"};
  Share facts_{"(facts for the feeds)"};
  Share feeds_{"(sorting into feeds)"};
  std::vector<Share> rules_;  ///< post rules, then feed rules
  std::vector<Facts> facts_of_;
  std::vector<Finding> findings_;
};

}  // namespace

double RunShares::total() const {
  const auto add = [](double sum, const Share& share) { return sum + share.seconds; };
  return std::accumulate(rules.begin(), rules.end(),
                         std::accumulate(steps.begin(), steps.end(), 0.0, add), add);
}

RunShares measure_shares(const std::vector<std::string>& paths) {
  const DiskFiles files;
  ConfigOverlay overlay;
  overlay.no_config = true;
  ConfigCache configs(files, rule_table(), overlay);
  PlanOptions options;
  options.paths = paths;
  const RunPlan plan(files, configs, options);
  if (plan.request().files.empty()) return {};
  return SteppedRun(plan.request()).run();
}

}  // namespace soiree
