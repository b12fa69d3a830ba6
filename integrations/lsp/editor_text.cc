#include "integrations/lsp/editor_text.h"

#include <utility>

#include "linter/config/file_access.h"

namespace soiree {

void apply_change(std::string& text, const Json& change, PositionEncoding encoding) {
  auto piece = change.at("text").get<std::string>();
  const Json& range = value_at(change, "range");
  if (range.is_null()) {
    text = std::move(piece);
    return;
  }
  const TextRange place = range_from(range);
  const TextPositions positions(text, encoding);
  uint32_t begin = positions.offset(place.start);
  uint32_t end = positions.offset(place.end);
  if (begin > end) std::swap(begin, end);
  if (text.size() - (end - begin) + piece.size() >= kFileSizeLimit) return;
  text.replace(begin, end - begin, piece);
}

}  // namespace soiree
