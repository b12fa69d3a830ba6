#include "linter/parse/content_kind.h"

#include <algorithm>
#include <array>
#include <utility>

namespace soiree {
namespace {

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
  return std::equal(text.begin(), text.end(), lower_case.begin(), lower_case.end(),
                    [](char c, char lower) {
                      return (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == lower;
                    });
}

}  // namespace

std::optional<ContentKind> content_kind(std::string_view path) {
  static constexpr std::array<std::pair<std::string_view, ContentKind>, 9> kExtensions = {{
      {"md", ContentKind::markdown},
      {"markdown", ContentKind::markdown},
      {"mdx", ContentKind::markdown},
      {"mdown", ContentKind::markdown},
      {"mkd", ContentKind::markdown},
      {"tweet", ContentKind::tweet},
      {"yaml", ContentKind::yaml},
      {"yml", ContentKind::yaml},
      {"json", ContentKind::json},
  }};
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  for (const auto& [extension, kind] : kExtensions) {
    if (equals_ignoring_case(name.substr(dot + 1), extension)) return kind;
  }
  return std::nullopt;
}

}  // namespace soiree
