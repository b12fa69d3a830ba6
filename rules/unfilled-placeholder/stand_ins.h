#ifndef SOIREE_RULES_UNFILLED_PLACEHOLDER_STAND_INS_H_
#define SOIREE_RULES_UNFILLED_PLACEHOLDER_STAND_INS_H_

#include <cstdint>
#include <vector>

#include "linter/post/post.h"

namespace soiree {

enum class StandInKind : uint8_t {
  filler,      ///< a run of "lorem ipsum dolor sit amet"
  empty_name,  ///< "Hi ,", "Dear Mr. ,"
  null_name,   ///< "Hi undefined,"
  reminder,    ///< "TODO: write this section", "TKTK"
  amount,      ///< "$XX", "XX%", "HH:MM"
  sample,      ///< "Your text here", an address that says "your-link-here"
};

/// Words that hold the place of words still to be written.
struct StandIn {
  TextSpan span;
  uint32_t words = 0;
  StandInKind kind = StandInKind::filler;
};

/// Greetings before a name, in the languages of posts ("hi", "dear", "hola").
bool is_greeting(const Token& token);

/// Finds stand-ins of all kinds in a short post.
std::vector<StandIn> find_stand_ins(const Post& post);

/// Finds in an article only what no author can have meant for its readers: paragraphs and list
/// items that begin as filler text, "TKTK", and reminders to write a part of the text.
std::vector<StandIn> find_stand_ins_of_article(const Post& post);

}  // namespace soiree

#endif  // SOIREE_RULES_UNFILLED_PLACEHOLDER_STAND_INS_H_
