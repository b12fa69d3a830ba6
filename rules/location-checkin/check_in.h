#ifndef SOIREE_RULES_LOCATION_CHECKIN_CHECK_IN_H_
#define SOIREE_RULES_LOCATION_CHECKIN_CHECK_IN_H_

#include <cstdint>

#include "linter/lint/phrases.h"
#include "linter/post/post.h"

namespace soiree {

/// How a post tells where its author is.
enum class CheckInSign : uint8_t {
  none,
  place_suffix,    ///< "@ Some Place"
  service_link,    ///< a link of a check-in service
  phrase,          ///< "just landed in ..."
  place_line,      ///< a line of its own: "Some Town, CA", a pin and a name
  coordinates,     ///< "52.5200, 13.4050"
  map_link,        ///< hardly anything but a map
  location_field,  ///< the schedule's entry carries a location
};

struct CheckIn {
  CheckInSign sign = CheckInSign::none;
  TextSpan place;      ///< where it is said; empty for a location field
  TextSpan also = {};  ///< where words of the author say so before a suffix; mostly empty

  explicit operator bool() const { return sign != CheckInSign::none; }
};

/// Puts the lexicon of this rule into `phrases`; find_check_in wants its matches.
LexiconId use_check_in_lexicon(PhraseIndex& phrases);

/// Is `post` a check-in? Looks at social posts, and at articles of hardly more than a line; what
/// invites somebody to a place is none, nor are answers, reposts and direct messages unless a
/// service wrote them.
CheckIn find_check_in(const Post& post, std::span<const PhraseMatch> matches);

/// The part of a short post that says where its author is: a suffix (see place_suffix.h) or "I'm at
/// Some Place" to the end of the sentence. Empty when there is none.
TextSpan find_stated_place(const Post& post);

}  // namespace soiree

#endif  // SOIREE_RULES_LOCATION_CHECKIN_CHECK_IN_H_
