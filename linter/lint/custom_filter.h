#ifndef SOIREE_LINT_CUSTOM_FILTER_H_
#define SOIREE_LINT_CUSTOM_FILTER_H_

#include "linter/lint/custom_rule.h"

namespace soiree {

/// True when the rule looks at posts like this one.
bool applies_to(const CustomFilter& filter, const Post& post);

/// True when the rule looks at the place `span` of the post: inside a quotation that is a question
/// of PostPart::quote alone.
bool looks_at(const CustomFilter& filter, const Post& post, size_t block, TextSpan span);

/// True when `place` touches inline code or template syntax.
bool touches_code(const Post& post, TextSpan place);

/// The rule's summary as part of a sentence.
std::string clause_of(const CustomRule& rule);

/// The first sentence of the post, where a finding about the whole of it is put.
TextSpan opening_of(const Post& post);

}  // namespace soiree

#endif  // SOIREE_LINT_CUSTOM_FILTER_H_
