#include "linter/parse/schedule_times.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "linter/parse/zones.h"

namespace soiree {
namespace {

constexpr size_t kMostShown = 40;  // bytes of a value in a message

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Starts like 2026-03-02, 2026/3/2 or 2026.03.02.
bool looks_like_date(std::string_view text) {
  if (text.size() < 8) return false;
  for (size_t i = 0; i < 4; ++i) {
    if (!is_digit(text[i])) return false;
  }
  const char separator = text[4];
  if (separator != '-' && separator != '/' && separator != '.') return false;
  const size_t second = text.find(separator, 5);
  return second != std::string_view::npos && second <= 7 && is_digit(text[5]) &&
         second + 1 < text.size() && is_digit(text[second + 1]);
}

/// Has digits, a colon and digits, as in 25:00.
bool has_clock_time(std::string_view text) {
  for (size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    if (at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1])) {
      return true;
    }
  }
  return false;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// True for ASCII words of which none can name a day, a month, a slot or an open date.
bool names_no_time(std::string_view text) {
  static constexpr auto kVague = std::to_array<std::string_view>(
      {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mie", "jue", "vie", "sab",
       "dom", "mit", "don", "fre", "sam", "son", "seg", "ter", "qua", "qui", "sex", "jeu", "ven",
       "dim", "jan", "feb", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "ene",
       "abr", "ago", "dic", "mai", "okt", "dez", "mor", "noo", "eve", "lat", "ear", "tbd", "tba",
       "nex", "asa", "soo", "any", "whe", "wee", "mid", "aft", "nig", "lun", "end", "sta", "slo",
       "que", "now", "dra", "pen", "bef", "aut", "man", "non", "fir", "sec", "thi", "las", "dai"});
  size_t words = 0;
  for (size_t i = 0; i < text.size();) {
    if (!is_letter(text[i])) {
      if (text[i] != ' ' && text[i] != '-') return false;
      ++i;
      continue;
    }
    std::string word;
    while (i < text.size() && is_letter(text[i])) {
      word.push_back(static_cast<char>(text[i++] | 0x20));
    }
    if (std::find(kVague.begin(), kVague.end(), word.substr(0, 3)) != kVague.end()) return false;
    ++words;
  }
  return words > 0 && words <= 2;
}

Problem unknown_zone(const PlacedText& zone) {
  if (!zoneinfo_available()) {
    return {zone.place,
            "This system has no time zone database, so times are read without a zone. Install the "
            "package tzdata, or write offsets such as +02:00"};
  }
  return {zone.place, "The time zone \"" + zone.value.substr(0, kMostShown) +
                          "\" is not known, so times are read without a zone. Use a name such as "
                          "Europe/Berlin or an offset such as +02:00"};
}

}  // namespace

void check_times(std::span<const ScheduleEntry> entries, std::vector<Problem>& problems) {
  std::set<SourceSpan> seen;
  const auto with_moment =
      std::count_if(entries.begin(), entries.end(),
                    [](const ScheduleEntry& entry) { return entry.moment.has_value(); });
  const bool exact = with_moment > 0 && static_cast<size_t>(with_moment) * 2 + 1 >= entries.size();
  for (const ScheduleEntry& entry : entries) {
    const PlacedText& zone = entry.zone;
    if (!zone.empty() && !is_known_zone(zone.value) && seen.insert(zone.place).second) {
      problems.push_back(unknown_zone(zone));
    }
    const std::string& time = entry.time.value;
    const bool no_date = looks_like_date(time) && !entry.moment;
    const bool no_clock = entry.moment && !entry.moment->has_clock_time && has_clock_time(time);
    const bool no_time = exact && !entry.moment && names_no_time(time);
    if (!(no_date || no_clock || no_time) || !seen.insert(entry.time.place).second) continue;
    problems.push_back({entry.time.place, "The time \"" + time.substr(0, kMostShown) +
                                              "\" does not exist or is not read as a time. Write "
                                              "it as 2026-01-31 09:00"});
  }
}

void take_time_from(std::string_view path, std::vector<ScheduleEntry>& entries) {
  if (entries.empty() || entries.front().group != entries.back().group) return;
  for (ScheduleEntry& entry : entries) {
    if (!entry.moment && entry.time.empty()) entry.moment = moment_from_path(path);
  }
}

}  // namespace soiree
