#ifndef SOIREE_TESTS_BENCH_RULE_SHARES_H_
#define SOIREE_TESTS_BENCH_RULE_SHARES_H_

#include <string>
#include <string_view>
#include <vector>

namespace soiree {

/// Part of a run and the time it took.
struct Share {
  std::string_view name;
  double seconds = 0;
};

/// Lints `paths` on one thread, the engine's steps one by one with a clock around each, and returns
/// the steps in their order and after them the rules, the slowest first. What two rules share
/// counts for the one that comes first.
struct RunShares {
  std::vector<Share> steps;
  std::vector<Share> rules;

  double total() const;
};
RunShares measure_shares(const std::vector<std::string>& paths);

}  // namespace soiree

#endif  // SOIREE_TESTS_BENCH_RULE_SHARES_H_
