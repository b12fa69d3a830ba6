#include "rules/self-focus/check_in.h"

#include <cstddef>

namespace soiree {
namespace {

constexpr size_t kShortestPlace = 3;   // characters after "@ "
constexpr size_t kLongestPlace = 160;  // bytes

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
/// An upper-case letter, or the first byte of a letter outside ASCII.
bool may_start_name(char c) {
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
}

/// Is the rest of `text` from `begin` a place's name?
bool is_place_to_end(std::string_view text, size_t begin) {
  if (begin >= text.size() || !may_start_name(text[begin])) return false;
  const std::string_view place = text.substr(begin);
  return place.size() >= kShortestPlace && place.size() <= kLongestPlace &&
         place.find_first_of("@#") == std::string_view::npos;
}

/// Start of the check-in whose "@" stands at `at`, or npos.
size_t check_in_at(std::string_view text, size_t at) {
  size_t begin = at;
  const bool worded = begin >= 3 && text.substr(begin - 3, 3) == "at ";
  if (worded && (begin == 3 || !is_word_byte(text[begin - 4]))) begin -= 3;
  const bool bracket = begin > 0 && text[begin - 1] == '(';
  if (bracket) --begin;
  const bool blank = at + 1 < text.size() && text[at + 1] == ' ';
  const std::string_view inside = text.substr(at, bracket ? kLongestPlace : 0);
  const size_t close = inside.find(')');
  if (close != std::string_view::npos) {
    if (blank) return begin;
    const size_t in = inside.substr(0, close).find(" in ");
    if (begin + 1 < at && in != std::string_view::npos) return begin;
  }
  const bool apart = begin == 0 || !is_word_byte(text[begin - 1]);
  return blank && apart && is_place_to_end(text, at + 2) ? begin : std::string_view::npos;
}

}  // namespace

TextSpan find_check_in(std::string_view text) {
  const auto size = static_cast<uint32_t>(text.size());
  constexpr std::string_view kImAt = "I'm at ";
  constexpr std::string_view kCurlyImAt = "I\u2019m at ";
  size_t best = text.find(kImAt);
  if (best == std::string_view::npos) best = text.find(kCurlyImAt);
  for (size_t at = 0; (at = text.find('@', at)) != std::string_view::npos; ++at) {
    const size_t found = check_in_at(text, at);
    if (found == std::string_view::npos) continue;
    if (best == std::string_view::npos || found < best) best = found;
    break;
  }
  if (best == std::string_view::npos) return {};
  return {static_cast<uint32_t>(best), size};
}

bool has_hours(std::string_view text) {
  size_t at = 0;
  const auto skip_hour = [&](size_t from) {
    size_t end = from;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == from || end - from > 2) return from;
    const bool minutes = end + 2 < text.size() && text[end] == ':' && is_digit(text[end + 1]) &&
                         is_digit(text[end + 2]);
    return minutes ? end + 3 : end;
  };
  while (at < text.size()) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const bool apart = at == 0 || !is_word_byte(text[at - 1]);
    size_t end = apart ? skip_hour(at) : at;
    if (end > at) {
      if (end < text.size() && text[end] == ' ') ++end;
      size_t second = end;
      for (const std::string_view dash : {"-", "\u2013", "to"}) {
        if (text.substr(end).starts_with(dash)) second = end + dash.size();
      }
      if (second > end && second < text.size() && text[second] == ' ') ++second;
      const size_t stop = second > end ? skip_hour(second) : second;
      if (stop > second) {
        std::string_view rest = text.substr(stop);
        if (rest.starts_with(' ')) rest.remove_prefix(1);
        if (rest.starts_with("am") || rest.starts_with("pm")) return true;
        if (stop == text.size() || !is_word_byte(text[stop])) return true;
      }
    }
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  return false;
}

}  // namespace soiree
