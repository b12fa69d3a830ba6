#ifndef SOIREE_LINT_FINDING_H_
#define SOIREE_LINT_FINDING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/rule_info.h"
#include "linter/text/span.h"

namespace soiree {

/// Replaces the bytes of `range` by `text`.
struct Edit {
  SourceSpan range;
  std::string text;
};

/// `safe` fixes keep the meaning; `unsafe` ones are applied only when asked for.
enum class FixSafety : uint8_t { safe, unsafe };

struct Fix {
  std::string title;
  FixSafety safety = FixSafety::safe;
  std::vector<Edit> edits;
};

/// Another place that belongs to a finding.
struct Note {
  uint32_t file = 0;
  SourceSpan range;
  std::string message;
  SourceSpan whole_post = {};  ///< of a feed finding: the post that `range` stands for
};

/// The post a finding is about, for people and for JSON.
struct PostReference {
  std::string id;
  std::string kind;
  std::string channel;
  std::string time;
};

/// Where a finding about several posts stands when all of them are checked.
struct Home {
  uint32_t file = 0;
  SourceSpan range;
};

struct Finding {
  std::string_view rule;
  Severity severity = Severity::warning;
  uint32_t file = 0;  ///< index into the run's list of files
  SourceSpan range;
  std::string message;
  PostReference post;
  std::vector<Note> notes;
  std::vector<Fix> fixes;
  SourceSpan whole_post = {};  ///< of a feed finding: the post that `range` stands for
  /// Posts that are not checked and would carry this instead, or a part of it each. Where all of
  /// them are silenced, there is nothing to say.
  std::vector<Home> homes = {};
};

}  // namespace soiree

#endif  // SOIREE_LINT_FINDING_H_
