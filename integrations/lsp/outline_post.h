#ifndef SOIREE_LSP_OUTLINE_POST_H_
#define SOIREE_LSP_OUTLINE_POST_H_

#include <string>

#include "linter/text/span.h"

namespace soiree {

/// One post of a schedule's outline. The posts that the parser gives point into a text of their
/// own, which is gone by then.
struct OutlinePost {
  std::string name;    ///< "2026-03-02 09:00 · mastodon"
  std::string title;   ///< the same for people: "Mon 2 Mar 2026 09:00 · mastodon"
  std::string detail;  ///< how the text begins
  SourceSpan place;
  SourceSpan label;  ///< where the time stands, or the beginning of the post
};

}  // namespace soiree

#endif  // SOIREE_LSP_OUTLINE_POST_H_
