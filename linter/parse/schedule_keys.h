#ifndef SOIREE_PARSE_SCHEDULE_KEYS_H_
#define SOIREE_PARSE_SCHEDULE_KEYS_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace soiree {

/// What a key of a schedule means.
enum class KeyRole : uint8_t {
  none,
  text,       ///< holds a post's words and nothing else
  weak_text,  ///< holds a post's words in a schedule, but much else elsewhere (`content`, `body`)
  words,      ///< a part of the words inside a nested layout (`headline`, `question`)
  thread,
  title,
  id,
  moment,  ///< date and time in one
  date,
  clock,
  hour,  ///< a time of day, or the number of an hour
  minute,
  past,  ///< when it went out
  day,
  month,
  year,
  zone,
  channel,
  to,  ///< channels or a person, also beside one that says channels only
  account,
  author,
  kind,
  recipient,
  hashtags,
  link,
  media,
  location,
  status,
  draft,
  variables,
  reply,
  repost,
  defaults,
  container,         ///< holds entries, but much else elsewhere (`items`, `calendar`)
  social_container,  ///< holds posts (`posts`, `tweets`)
  direct_container,  ///< holds direct messages
  structure,         ///< groups the values of one post (`scheduling`)
  foreign,           ///< a key of files that are no schedules (`version`, `role`, `price`)
  count,
};

/// A key without case, `_`, `-`, `.`, blanks and `:`: `publish_at`, `publishAt` and `:publish-at`
/// are the same.
std::string plain_key(std::string_view key);
/// Meaning of a key given by plain_key.
KeyRole key_role(std::string_view plain);
/// True for a `status` (in plain_key form) of posts that do not go out: not ready yet, or not
/// wanted any more.
bool is_unsent_status(std::string_view plain);
/// True for the name of a network in plain_key form (`x`, `linkedin`, `mastodon` ...).
bool is_channel_name(std::string_view plain);

}  // namespace soiree

#endif  // SOIREE_PARSE_SCHEDULE_KEYS_H_
