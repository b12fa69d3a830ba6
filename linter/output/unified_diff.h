#ifndef SOIREE_OUTPUT_UNIFIED_DIFF_H_
#define SOIREE_OUTPUT_UNIFIED_DIFF_H_

#include <string>
#include <string_view>

namespace soiree {

/// The difference of two texts as `patch` and `git apply` read it, with three lines of context;
/// empty when there is none. Lines end at "\n" alone, as in those programs. An absolute path is
/// told without `a/` and `b/`.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_UNIFIED_DIFF_H_
