#include "rules/engagement-bait/bait_tags.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace soiree {
namespace {

constexpr size_t kLongestTag = 48;  // bytes

constexpr std::array<std::string_view, 16> kTraded = {
    "follow",   "like",     "comment", "shoutout", "subscribe", "share", "repost", "retweet",
    "unfollow", "follower", "sub",     "tag",      "fav",       "view",  "rt",     "support"};
constexpr std::array<std::string_view, 2> kJoiners = {"4", "for"};
constexpr std::array<std::string_view, 12> kEndings = {
    "", "s", "back", "backs", "ed", "team", "backteam", "always", "instantly", "time", "me", "all"};
/// Whole single-letter trades. Others of that form are names: "s4c", "f2f".
constexpr std::array<std::string_view, 14> kLetters = {"f4f",   "l4l",   "s4s",  "c4c",   "l4f",
                                                       "f4l",   "l4c",   "c4l",  "lforl", "fforf",
                                                       "sfors", "cforc", "f4fb", "l4lb"};
constexpr std::array<std::string_view, 16> kInside = {
    "followback",    "followtrain",   "teamfollow",   "autofollow",   "followparty",  "followtrick",
    "instantfollow", "gainfollowers", "tagsforlikes", "tags4likes",   "likebackteam", "commentback",
    "likesreturned", "morefollowers", "getfollowers", "followxfollow"};
constexpr std::array<std::string_view, 6> kStarts = {"gainwith", "gaintrain", "gaintrick",
                                                     "gainpost", "f4fback",   "l4lback"};
constexpr std::array<std::string_view, 6> kWhole = {"followall", "followher",      "followhim",
                                                    "likexlike", "followtofollow", "likeandfollow"};

/// Takes one of `words` off the beginning of `text`, the longest that fits; false when none does.
template <size_t size>
bool take(std::string_view& text, const std::array<std::string_view, size>& words) {
  size_t longest = 0;
  for (const std::string_view word : words) {
    if (text.starts_with(word)) longest = std::max(longest, word.size());
  }
  text.remove_prefix(longest);
  return longest > 0;
}

template <size_t size>
bool is_one_of(std::string_view text, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// "follow4follow", "LikesForLikes", "sub4subback".
bool is_exchange(std::string_view tag) {
  if (!take(tag, kTraded)) return false;
  if (tag.starts_with('s')) tag.remove_prefix(1);
  if (!take(tag, kJoiners)) return false;
  if (is_one_of(tag, std::array<std::string_view, 3>{"back", "me", "all"})) return true;
  return take(tag, kTraded) && is_one_of(tag, kEndings);
}

/// Lower case, digits that stand for letters made letters ("f0llow", "l1ke").
std::string plain_letters(std::string_view tag) {
  std::string plain;
  for (const char c : tag) {
    if (c == '_') continue;
    const bool upper = c >= 'A' && c <= 'Z';
    plain += upper ? static_cast<char>(c - 'A' + 'a') : c == '0' ? 'o' : c == '3' ? 'e' : c;
    if (c != '1') continue;
    const bool like = plain.size() > 1 && plain[plain.size() - 2] == 'l';
    plain.back() = like ? 'i' : 'l';
  }
  return plain;
}

}  // namespace

bool is_trade_tag(std::string_view tag) {
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  if (tag.size() < 3 || tag.size() > kLongestTag || !is_letter(tag.front())) return false;
  const std::string plain = plain_letters(tag);
  const std::string_view text = plain;
  if (is_one_of(text, kLetters) || is_one_of(text, kWhole) || is_exchange(text)) return true;
  const auto holds = [text](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  };
  const auto starts = [text](std::string_view part) { return text.starts_with(part); };
  return std::any_of(kInside.begin(), kInside.end(), holds) ||
         std::any_of(kStarts.begin(), kStarts.end(), starts);
}

}  // namespace soiree
