#include "rules/location-checkin/opening_hours.h"

#include <cstddef>

namespace soiree {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

}  // namespace

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
