#ifndef SOIREE_PARSE_PLACED_TEXT_H_
#define SOIREE_PARSE_PLACED_TEXT_H_

#include <string>

#include "linter/text/span.h"

namespace soiree {

/// A short value and the place it was read from. The place is empty when the value stands nowhere
/// in the source.
struct PlacedText {
  std::string value;
  SourceSpan place;

  bool empty() const { return value.empty(); }
  friend bool operator==(const PlacedText&, const PlacedText&) = default;
};

/// A rule that a file's own settings (`soiree: {disable: [RULE]}`) silence, and where.
struct DisabledRule {
  PlacedText rule;
  SourceSpan range;  ///< findings that begin here
};

}  // namespace soiree

#endif  // SOIREE_PARSE_PLACED_TEXT_H_
