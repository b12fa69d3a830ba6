#ifndef SOIREE_LSP_FILE_URI_H_
#define SOIREE_LSP_FILE_URI_H_

#include <optional>
#include <string>
#include <string_view>

namespace soiree {

/// Absolute, tidied path of a `file:` URI; none for other URIs, other hosts and broken escapes.
std::optional<std::string> path_from_uri(std::string_view uri);

/// `file:` URI of an absolute path; every byte but letters, digits and `-._~/` is escaped.
std::string uri_from_path(std::string_view path);

}  // namespace soiree

#endif  // SOIREE_LSP_FILE_URI_H_
