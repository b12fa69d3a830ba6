#ifndef SOIREE_RULES_SELF_FOCUS_OWN_NAMES_H_
#define SOIREE_RULES_SELF_FOCUS_OWN_NAMES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "linter/text/words.h"

namespace soiree {

/// The names, handles and domains that the configuration lists as the author's own, ready to be
/// found in a text.
class OwnNames {
 public:
  explicit OwnNames(const std::vector<std::string>& names);

  bool empty() const { return names_.empty(); }
  /// Number of tokens of the own name that starts at `tokens[index]`, 0 when none does. A name
  /// written with a capital ("Plausible") is found with a capital only; a handle also without "@".
  size_t match(std::span<const Token> tokens, size_t index) const {
    const uint32_t hash = tokens[index].hash;
    if (((first_words_ >> (hash & 63U)) & 1U) == 0) return 0;
    return longest_match(tokens, index);
  }

 private:
  struct Name {
    std::vector<uint32_t> hashes;
    bool capital = false;
  };
  void add(const std::string& name);
  size_t longest_match(std::span<const Token> tokens, size_t index) const;

  std::vector<Name> names_;
  uint64_t first_words_ = 0;  ///< one bit per first hash: most tokens are refused by it
};

}  // namespace soiree

#endif  // SOIREE_RULES_SELF_FOCUS_OWN_NAMES_H_
