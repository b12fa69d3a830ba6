#include "linter/lint/report.h"

#include <algorithm>
#include <utility>

namespace soiree {

FindingHandle& FindingHandle::note(TextSpan place, std::string message) {
  finding_.notes.push_back({finding_.file, post_.document.text.source(place), std::move(message)});
  return *this;
}

FindingHandle& FindingHandle::worse() {
  finding_.severity = finding_.severity == Severity::note ? Severity::warning : Severity::error;
  return *this;
}

FindingHandle& FindingHandle::milder() {
  finding_.severity = finding_.severity == Severity::error ? Severity::warning : Severity::note;
  return *this;
}

FindingHandle& FindingHandle::at_most(Severity severity) {
  finding_.severity = std::min(finding_.severity, severity);
  return *this;
}

FindingHandle& FindingHandle::fix(std::string title, FixSafety safety, TextSpan place,
                                  std::string text) {
  if (!post_.document.text.verbatim(place)) return *this;
  finding_.fixes.push_back(
      {std::move(title), safety, {{post_.document.text.source(place), std::move(text)}}});
  return *this;
}

Report::Report(const Post& post, uint32_t file, std::vector<Finding>& findings)
    : post_(post), file_(file), findings_(findings) {}

void Report::set_rule(std::string_view rule, Severity severity) {
  rule_ = rule;
  severity_ = severity;
}

FindingHandle Report::add(TextSpan place, std::string message) {
  return add_at(post_.document.text.source(place), std::move(message));
}

FindingHandle Report::add(const PlacedText& value, std::string message) {
  return add_at(value.place, std::move(message));
}

FindingHandle Report::add_at(SourceSpan range, std::string message) {
  Finding finding;
  finding.rule = rule_;
  finding.severity = severity_;
  finding.file = file_;
  finding.range = range;
  finding.message = std::move(message);
  finding.post = reference_to(post_);
  findings_.push_back(std::move(finding));
  return {findings_.back(), post_};
}

PostReference reference_to(const Post& post) {
  PostReference reference;
  reference.id = post.metadata.id.value;
  reference.kind = post_kind_name(post.kind);
  reference.channel = channel_names(post);
  reference.time =
      post.metadata.moment ? format_moment(*post.metadata.moment) : post.metadata.time.value;
  return reference;
}

}  // namespace soiree
