#ifndef SOIREE_RULES_SELF_FOCUS_VERDICT_H_
#define SOIREE_RULES_SELF_FOCUS_VERDICT_H_

#include <cstdint>

#include "linter/post/post.h"
#include "rules/self-focus/focus.h"
#include "rules/self-focus/short_post.h"

namespace soiree {

/// From where on an article is about its author; measured in rule.md's section "Why".
struct FocusLimits {
  double share = 0.55;
  double density = 0.022;
  uint32_t minimum_words = 50;
};

/// True for a language in which measure_focus() knows the words.
bool is_known_to_focus(Language language);
/// True for a social post of at most 60 words, which measure_short_focus() judges; longer ones are
/// read as articles are.
bool is_read_as_short(const Post& post);
/// True for an article, or a longer social post, that is mostly about its author.
bool is_self_focused(const Post& post, const Focus& focus, const FocusLimits& limits);
/// The same for a short post.
bool is_self_focused(const ShortFocus& focus);

}  // namespace soiree

#endif  // SOIREE_RULES_SELF_FOCUS_VERDICT_H_
