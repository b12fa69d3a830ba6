#ifndef SOIREE_PARSE_ZONES_H_
#define SOIREE_PARSE_ZONES_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace soiree {

/// Seconds from 1970-01-01 00:00:00 to a civil date and time, both read in the same zone. Month and
/// day are 1-based and must exist; years 1 to 9999.
constexpr int64_t civil_seconds(int year, int month, int day, int64_t second_of_day) {
  // Days from civil: years start in March, so that the leap day is the last of its year.
  const int64_t shifted = month <= 2 ? year - 1 : year;
  const int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  const int64_t year_of_era = shifted - era * 400;
  const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return (era * 146097 + day_of_era - 719468) * 86400 + second_of_day;
}

/// Days of a month (1 to 12) of the Gregorian calendar.
constexpr int days_in_month(int year, int month) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Reads `Z`, `UTC`, `GMT`, `+02:00`, `-0430`, `-4`, `UTC+2`, `GMT-03:00`: seconds east of
/// Greenwich. Nothing for anything else, and for offsets beyond 18 hours.
std::optional<int32_t> offset_from_text(std::string_view zone);

/// What an abbreviation means that is also a name in the zone database: behind a time (`10:00 CET`)
/// it is taken at its word and has one offset all year; as a setting (`timezone: CET`) it is the
/// database's zone with its daylight saving.
enum class ZoneUse : uint8_t { behind_time, setting };

/// Offset of civil time `civil` (civil_seconds) in `zone`: an offset, an abbreviation (`EST`; `PT`
/// and its like follow daylight saving) or an IANA name. An hour that occurs twice is its first
/// occurrence; an hour that is skipped keeps the offset from before the change. Nothing when the
/// zone is not known, or when the system has no zoneinfo and the zone needs it.
std::optional<int32_t> offset_of_zone(std::string_view zone, int64_t civil, ZoneUse use);

/// True when the system has a time zone database at all. Without one, say that package `tzdata` is
/// missing instead of calling a zone unknown.
bool zoneinfo_available();

}  // namespace soiree

#endif  // SOIREE_PARSE_ZONES_H_
