#include "linter/parse/schedule_times.h"

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
  for (const ScheduleEntry& entry : entries) {
    const PlacedText& zone = entry.zone;
    if (!zone.empty() && !is_known_zone(zone.value) && seen.insert(zone.place).second) {
      problems.push_back(unknown_zone(zone));
    }
    const std::string& time = entry.time.value;
    const bool no_date = looks_like_date(time) && !entry.moment;
    const bool no_clock = entry.moment && !entry.moment->has_clock_time && has_clock_time(time);
    if (!(no_date || no_clock) || !seen.insert(entry.time.place).second) continue;
    problems.push_back({entry.time.place, "The time \"" + time.substr(0, kMostShown) +
                                              "\" does not exist or is not read as a time. Write "
                                              "it as 2026-01-31 09:00"});
  }
}

}  // namespace soiree
