#ifndef SOIREE_RULES_REPEATED_PHRASE_GRAM_GROUPING_H_
#define SOIREE_RULES_REPEATED_PHRASE_GRAM_GROUPING_H_

#include <cstdint>
#include <vector>

namespace soiree {

/// A run of words.
struct Gram {
  uint64_t hash = 0;
  uint32_t at = 0;  ///< index of its first word
};

/// Puts equal runs side by side in linear time. Comparisons, as sorting makes, would take most of
/// the time that repetitive posts take. Keeps its memory from call to call.
class GramGrouping {
 public:
  /// Groups come in the order of their first runs; a group keeps the order its runs had.
  void group(std::vector<Gram>& grams);

 private:
  void find_groups(const std::vector<Gram>& grams);

  std::vector<uint32_t> table_;   ///< group by hash
  std::vector<uint64_t> hashes_;  ///< by group
  std::vector<uint32_t> places_;  ///< by group: its size, then where its next run goes
  std::vector<uint32_t> groups_;  ///< by run
  std::vector<Gram> grouped_;
};

}  // namespace soiree

#endif  // SOIREE_RULES_REPEATED_PHRASE_GRAM_GROUPING_H_
