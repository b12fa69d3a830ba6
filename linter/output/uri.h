#ifndef SOIREE_OUTPUT_URI_H_
#define SOIREE_OUTPUT_URI_H_

#include <string>
#include <string_view>

namespace soiree {

/// `path` as it stands in an address: every byte but letters, digits, `-._~` and slashes as `%XX`.
std::string percent_encoded(std::string_view path);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_URI_H_
