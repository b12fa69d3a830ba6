#ifndef SOIREE_OUTPUT_BASELINE_H_
#define SOIREE_OUTPUT_BASELINE_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "linter/output/report_view.h"
#include "linter/text/result.h"

namespace soiree {

/// Findings that were there when somebody began to use soiree, and that are not to be told again.
/// One is known by its file, its rule and the flagged text, not by its line; equal ones are
/// counted. A finding that would stand elsewhere if all of its feed were checked is known by that
/// place as well: it is the same one whichever of its posts are checked.
class Baseline {
 public:
  /// True when the run at hand would have found an entry of this file and rule again.
  using Covers = std::function<bool(const std::string& file, const std::string& rule)>;
  /// True when a file is no longer there.
  using IsGone = std::function<bool(const std::string& file)>;

  /// `directory` (absolute) is the one that the entries' paths start from.
  explicit Baseline(std::string directory) : directory_(std::move(directory)) {}

  /// Reads what `text` wrote; the Error has the place in `path`.
  static Result<Baseline> read(std::string_view text, const std::string& path,
                               std::string directory);
  /// Sorted JSON with one line for each entry, so that diffs and merges stay small.
  std::string text() const;

  void add(const ReportView& report);
  /// Takes over the entries of `old` that the run could not see.
  void keep_uncovered(const Baseline& old, const Covers& covers);

  /// Takes the known findings out of `report` and counts them, and the entries that the run covers
  /// and did not find. A finding in a renamed file is known when its old file is gone.
  void apply(ReportView& report, const Covers& covers, const IsGone& is_gone) const;

  /// Path of a finding's file as entries have it.
  std::string path_of(const ReportView& report, std::string_view file) const;
  size_t size() const;

 private:
  using Key = std::tuple<std::string, std::string, std::string>;  // file, rule, fingerprint
  using Counts = std::map<Key, uint32_t>;

  Key key_of(const ReportView& report, std::string_view file, std::string_view rule,
             std::string_view excerpt) const;
  Key key_of(const ReportView& report, const LocatedFinding& found) const;
  std::vector<Key> home_keys(const ReportView& report, const LocatedFinding& found) const;

  std::string directory_;
  Counts counts_;
};

}  // namespace soiree

#endif  // SOIREE_OUTPUT_BASELINE_H_
