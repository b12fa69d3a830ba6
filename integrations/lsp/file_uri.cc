#include "integrations/lsp/file_uri.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "linter/config/paths.h"

namespace soiree {
namespace {

bool stays(char c) {
  const auto lower = static_cast<char>(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> path_from_uri(std::string_view uri) {
  constexpr std::string_view kScheme = "file://";
  if (!uri.starts_with(kScheme)) return std::nullopt;
  uri.remove_prefix(kScheme.size());
  if (uri.starts_with("localhost/")) uri.remove_prefix(std::string_view("localhost").size());
  uri = uri.substr(0, std::min(uri.find_first_of("?#"), uri.size()));
  if (!uri.starts_with('/')) return std::nullopt;
  std::string path;
  for (size_t at = 0; at < uri.size(); ++at) {
    if (uri[at] != '%') {
      path += uri[at];
      continue;
    }
    unsigned byte = 0;
    const char* begin = uri.data() + at + 1;
    if (at + 2 >= uri.size() || std::from_chars(begin, begin + 2, byte, 16).ptr != begin + 2 ||
        byte == 0) {
      return std::nullopt;
    }
    path += static_cast<char>(byte);
    at += 2;
  }
  return absolute_path("/", path);
}

std::string uri_from_path(std::string_view path) {
  std::string uri = "file://";
  for (const char c : path) {
    if (stays(c)) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

}  // namespace soiree
