#ifndef SOIREE_LINT_REPORT_H_
#define SOIREE_LINT_REPORT_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/lint/finding.h"
#include "linter/post/post.h"

namespace soiree {

/// Lets a rule add to the finding it has just made.
class FindingHandle {
 public:
  FindingHandle(Finding& finding, const Post& post) : finding_(finding), post_(post) {}
  /// Another place of the same post.
  FindingHandle& note(TextSpan place, std::string message);
  /// Makes the finding one severity worse, or milder, than its rule is; an error gets no worse and
  /// a note no milder.
  FindingHandle& worse();
  FindingHandle& milder();
  /// Makes the finding no graver than `severity`: a rule's milder case.
  FindingHandle& at_most(Severity severity);
  /// Offers to replace `place` by `text`. Nothing happens when the place is not verbatim in the
  /// source: such text cannot be edited.
  FindingHandle& fix(std::string title, FixSafety safety, TextSpan place, std::string text);

 private:
  Finding& finding_;
  const Post& post_;
};

/// The only way for a rule to say something about a post. Rules name ranges of text; the places in
/// the file are found here.
class Report {
 public:
  Report(const Post& post, uint32_t file, std::vector<Finding>& findings);

  /// Starts reporting for a rule.
  void set_rule(std::string_view rule, Severity severity);
  /// A finding about the text range `place` of the post.
  FindingHandle add(TextSpan place, std::string message);
  /// A finding about a value of the post's metadata that stands in the file.
  FindingHandle add(const PlacedText& value, std::string message);

 private:
  FindingHandle add_at(SourceSpan range, std::string message);

  const Post& post_;
  uint32_t file_;
  std::vector<Finding>& findings_;
  std::string_view rule_;
  Severity severity_ = Severity::warning;
};

/// What findings say about the post they belong to.
PostReference reference_to(const Post& post);

}  // namespace soiree

#endif  // SOIREE_LINT_REPORT_H_
