#ifndef SOIREE_RULES_SELF_FOCUS_SHORT_WORDS_H_
#define SOIREE_RULES_SELF_FOCUS_SHORT_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <span>

#include "linter/text/words.h"

namespace soiree {

/// What a word or phrase of a short post does there; bits.
enum ShortUse : uint32_t {
  kSocial = 1,         ///< thanks, congratulates, credits, gives away
  kOmitted = 2,        ///< at the start of a sentence: its "I" is left out
  kEverybody = 4,      ///< after "we": everybody is meant
  kCredits = 8,        ///< before a name: credits it
  kInvites = 16,       ///< asks the reader to come, look or buy
  kThird = 32,         ///< he, her, their
  kPhrase = 64,        ///< may begin a phrase
  kFrames = 128,       ///< after "I": what follows is said about something else, "I think"
  kOneself = 256,      ///< after such a verb: it is about the author after all, "I think I"
  kElated = 512,       ///< after "we are": the company speaks of itself, "we are proud"
  kFellows = 1024,     ///< after "with": people, though without a name
  kFrameState = 2048,  ///< after "I'm": what follows is about something else, "I'm told"
  kFrameNoun = 4096,   ///< after "my": the author's word on something else, "my guess"
  kCommon = 8192,      ///< after "our" or "my": what the readers share, "our schools"
  kBetween = 16384,    ///< may stand between "I" and such a verb: "I don't think"
  kVerb = 32768,       ///< after a gerund: it is what the sentence speaks about
  kNewsVerb = 65536,   ///< after "we": news of a product, "we fixed the crash"
  kGeneral = 131072    ///< after "finally" and "home": no "I" was left out
};

/// Uses of the word `hash` by itself, and kPhrase.
uint32_t short_uses(uint32_t hash);
/// Uses of the phrases that begin at `tokens[index]`.
uint32_t phrase_uses(std::span<const Token> tokens, size_t index);

}  // namespace soiree

#endif  // SOIREE_RULES_SELF_FOCUS_SHORT_WORDS_H_
