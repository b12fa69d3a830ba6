#include "integrations/lsp/entry_reach.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/parse/schedule_keys.h"

namespace soiree {
namespace {

constexpr size_t npos = std::string_view::npos;
constexpr size_t kLongestKey = 40;  ///< bytes before a colon that are looked at

/// "# {name} is filled in"; true also for some texts with a `#` in them.
bool may_explain_fields(std::string_view lines) {
  for (size_t at = lines.find('#'); at != npos; at = lines.find('#', at + 1)) {
    const size_t end = std::min(lines.find('\n', at), lines.size());
    if (lines.substr(at, end - at).find('{') != npos) return true;
    at = end - 1;
  }
  return false;
}

/// Calls `each` with every key, in the form of plain_key; words before a colon in a text may be
/// among them.
template <class Each>
void for_each_key(std::string_view lines, const Each& each) {
  for (size_t at = lines.find(':'); at != npos; at = lines.find(':', at + 1)) {
    std::string_view key = lines.substr(0, at);
    while (!key.empty() && std::string_view(" \"'").find(key.back()) != npos) key.remove_suffix(1);
    key.remove_prefix(key.find_last_of("\n{[,\"'") + 1);
    each(plain_key(key.substr(key.size() - std::min(key.size(), kLongestKey))));
  }
}

/// A part of 13/03/2026, 13.03.2026 or 03-13-2026, which decides in what order all such dates of
/// the file are read; true for other digits around such a sign, too, but not for 2026-03-13.
bool may_decide_date_order(std::string_view lines) {
  const auto is_digit = [&](size_t at) {
    return at < lines.size() && lines[at] >= '0' && lines[at] <= '9';
  };
  const auto digits_before = [&](size_t at) {
    size_t count = 0;
    while (count < at && is_digit(at - 1 - count)) ++count;
    return count;
  };
  for (size_t at = lines.find_first_of("/.-"); at != npos;
       at = lines.find_first_of("/.-", at + 1)) {
    bool year = true;  // behind the sign
    for (size_t i = 1; i <= 4; ++i) year = year && is_digit(at + i);
    const size_t day = digits_before(at);
    if (year && (day == 1 || day == 2)) return true;
  }
  return false;
}

/// A clock of three or four digits without quotes, "time: 1730": one decides how all of its file
/// are read.
bool may_decide_clocks(std::string_view lines) {
  constexpr std::array<std::string_view, 8> kKeys = {"time",  "hour", "at",   "hora",
                                                     "heure", "zeit", "when", "slot"};
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (size_t at = lines.find(": "); at != npos; at = lines.find(": ", at + 2)) {
    const std::string_view value = lines.substr(at + 2);
    const size_t digits =
        static_cast<size_t>(std::find_if_not(value.begin(), value.end(), is_digit) - value.begin());
    const bool more = digits < value.size() && (value[digits] == '-' || value[digits] == ':');
    if (digits < 3 || digits > 4 || more) continue;
    const std::string_view key = lines.substr(0, at);
    if (std::any_of(kKeys.begin(), kKeys.end(), [&](auto end) { return key.ends_with(end); })) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string_view below_comments(std::string_view lines) {
  for (;;) {
    const size_t first = lines.find_first_not_of(" \t\r\n");
    if (first == npos || lines[first] != '#') return lines;
    lines.remove_prefix(std::min(lines.find('\n', first), lines.size() - 1) + 1);
  }
}

std::vector<std::string> telling_keys(std::string_view lines) {
  std::vector<std::string> keys;
  for_each_key(lines, [&](std::string key) {
    if (key_role(key) == KeyRole::foreign || is_channel_name(key)) keys.push_back(std::move(key));
  });
  std::sort(keys.begin(), keys.end());
  return keys;
}

bool has_time_key(std::string_view lines) {
  constexpr std::array kTimes = {KeyRole::moment, KeyRole::date, KeyRole::clock, KeyRole::hour,
                                 KeyRole::past,   KeyRole::day,  KeyRole::month, KeyRole::year};
  bool found = false;
  for_each_key(lines, [&](const std::string& key) {
    found = found || std::find(kTimes.begin(), kTimes.end(), key_role(key)) != kTimes.end();
  });
  return found;
}

bool has_outer_comment(std::string_view lines, size_t indent) {
  for (size_t at = lines.find('\r'); at != npos; at = lines.find('\r', at + 1)) {
    if (at + 1 == lines.size() || lines[at + 1] != '\n') return true;
  }
  lines = below_comments(lines);
  while (!lines.empty()) {
    const size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    const size_t depth = line.find_first_not_of(" \t\r");
    if (depth <= indent && line[depth] == '#') return true;
  }
  return false;
}

bool speaks_to_others(std::string_view lines) {
  for (const char* word : {"ariable", "laceholder", "erge"}) {
    if (lines.find(word) != npos) return true;
  }
  // Above the entry it ends that where it did: no edit of the entry reaches a comment there.
  if (below_comments(lines).find("soiree-enable") != npos) return true;
  if (may_explain_fields(lines) || may_decide_date_order(lines)) return true;
  if (may_decide_clocks(lines)) return true;
  for (size_t at = lines.find('&'); at != npos; at = lines.find('&', at + 1)) {
    const bool word = at + 1 < lines.size() && lines[at + 1] != ' ' && lines[at + 1] != '\n';
    if (word && (at == 0 || lines[at - 1] == ' ')) return true;
  }
  return false;
}

}  // namespace soiree
