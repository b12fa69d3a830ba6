#ifndef SOIREE_TESTS_LAYERS_LAYERS_H_
#define SOIREE_TESTS_LAYERS_LAYERS_H_

#include <string>
#include <string_view>
#include <vector>

namespace soiree {

/// What is wrong with a source file as seen from outside: includes against the direction of the
/// layers, third-party headers in the wrong place, too many lines, std::regex. `path` is relative
/// to the source directory. Each entry is "path:line: message".
std::vector<std::string> layer_violations(std::string_view path, std::string_view text);

}  // namespace soiree

#endif  // SOIREE_TESTS_LAYERS_LAYERS_H_
