#ifndef SOIREE_RULES_CANNED_MESSAGE_OUTREACH_H_
#define SOIREE_RULES_CANNED_MESSAGE_OUTREACH_H_

#include <cstdint>
#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// The frame of a letter to a stranger, whatever its words: who writes, what for, what is wanted.
struct Outreach {
  /// "I'm a designer", "our platform", "this is Kim from Acme": the sender is introduced.
  bool introduces = false;
  /// "your business", "companies like yours": it names what every reader has.
  bool anybody = false;
  /// "help you", "more leads", "a free audit": what the reader is to get.
  bool promises = false;
  /// "worth a chat?", "shall I send", "interested?": a question or request that fits every reader.
  bool asks = false;
  TextSpan place;  ///< the first of them

  /// Enough for a letter to many without any stock phrase.
  bool is_letter() const { return introduces || (anybody && promises && asks); }
};

/// Reads an English direct message.
Outreach read_outreach(const Post& post);

}  // namespace soiree

#endif  // SOIREE_RULES_CANNED_MESSAGE_OUTREACH_H_
