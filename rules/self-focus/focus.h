#ifndef SOIREE_RULES_SELF_FOCUS_FOCUS_H_
#define SOIREE_RULES_SELF_FOCUS_FOCUS_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "linter/post/post.h"
#include "rules/self-focus/own_names.h"

namespace soiree {

/// A paragraph in which the author speaks of himself.
struct SelfPassage {
  double weight = 0;  ///< share of first-person words, less for short paragraphs
  TextSpan
      sentence;  ///< its first sentence with a whole first-person word, else with a part of one
  uint32_t self_words = 0;
  uint32_t words = 0;
};

/// Whom the author's own words speak of. Own words stand in headings, paragraphs and lists, outside
/// quotations and code.
struct Focus {
  uint32_t words = 0;
  uint32_t self_words = 0;    ///< first-person words and own names
  uint32_t own_names = 0;     ///< of these names
  uint32_t singular = 0;      ///< of these "I", "my" ...
  uint32_t particular = 0;    ///< of these "we moved", "our office": not everybody
  uint32_t reader_words = 0;  ///< second-person words
  uint32_t instructions = 0;  ///< sentences that tell the reader to do something
  uint32_t person_words = 0;  ///< "he", "she" ...
  uint32_t people_words = 0;  ///< "they" ...
  double self = 0;           ///< self words as weighed: "we can" counts a quarter, an own name half
  double code_share = 0;     ///< words of code among all words
  uint32_t inline_code = 0;  ///< pieces of it
  uint32_t list_words = 0;   ///< own words in lists
  uint32_t links = 0;
  uint32_t questions = 0;  ///< paragraphs and headings of their own that ask "you" something
  bool dialogue = false;   ///< somebody's answers are printed in turns
  bool self_in_title = false;
  bool teaching_title = false;
  bool matter_title = false;
  std::array<SelfPassage, 3> passages;  ///< the heaviest ones, heaviest first

  /// Weighed self words per own word.
  double density() const { return words == 0 ? 0 : self / words; }
  /// Share of `self` among all that speaks of somebody, moved by what the title says.
  double share() const;
};

/// Reads the own words of `post`, whose language must be en, es, pt, fr, de or ru.
Focus measure_focus(const Post& post, const OwnNames& names);

}  // namespace soiree

#endif  // SOIREE_RULES_SELF_FOCUS_FOCUS_H_
