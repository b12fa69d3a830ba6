#ifndef SOIREE_PARSE_PROBLEM_H_
#define SOIREE_PARSE_PROBLEM_H_

#include <string>

#include "linter/text/span.h"

namespace soiree {

/// Something malformed in a content file. It becomes a `syntax` finding; the rest of the file is
/// still read. The message says what is wrong and what to do about it, in one or two sentences.
struct Problem {
  SourceSpan place;
  std::string message;
  /// True for a remark about the file that loses nothing (a replaced byte, tables not read).
  bool note = false;
};

/// A comment in the source (`<!-- ... -->` or `# ...`), markers included. Suppressions live here.
struct Comment {
  SourceSpan place;
};

}  // namespace soiree

#endif  // SOIREE_PARSE_PROBLEM_H_
