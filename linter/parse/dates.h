#ifndef SOIREE_PARSE_DATES_H_
#define SOIREE_PARSE_DATES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace soiree {

/// A moment as an author wrote it.
struct Moment {
  int64_t unix_seconds =
      0;  ///< seconds since 1970-01-01 UTC; civil time read as UTC when no zone is known
  int32_t utc_offset_seconds = 0;  ///< the zone's offset at that moment, 0 when unknown
  bool has_clock_time = false;     ///< false for a date without a time of day
  bool zone_known = false;         ///< false for a local time without zone
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// Which comes first in numeric dates: one file has one order.
enum class DateOrder : uint8_t {
  usual,  ///< `10/5/2023` is October, `5.10.2023` and `5-10-2023` too
  day_first,
  month_first,
};

/// The order that a date of the form `13/03/2026` gives away by a part above 12; `usual` for every
/// other text.
DateOrder order_of_date(std::string_view text);

/// Reads a date, optionally with time and zone, in any of the forms people write: ISO 8601 and its
/// relaxed variants, RFC 2822, `2023/10/5`, `Oct 5, 2023`, `5 de octubre de 2023`, EXIF
/// `2016:11:02 12:31:01`, `20231005`, seconds since 1970. `order` says what `10/5/2023` is; the
/// other order counts where that day does not exist. `clock_time` is a separate time of day
/// (`10:00`, `9am`, `1730`, or minutes since midnight when YAML 1.1 made `10:00` the integer 600);
/// it counts when the date has none of its own or midnight, and is left out when it is no time.
/// `zone` is an IANA name, offset or abbreviation that applies when the text has none of its own.
/// Of a span of hours (`09:00-17:00`) its start counts. Returns nothing when the text is no date or
/// the date does not exist.
std::optional<Moment> parse_moment(std::string_view date, std::string_view clock_time = {},
                                   std::string_view zone = {}, DateOrder order = DateOrder::usual);

/// ISO 8601: "2026-03-02" for a date alone, else with time of day, and with the offset where the
/// zone is known.
std::string format_moment(const Moment& moment);

/// Date in a path: `2023-10-05-title.md`, `2023/10/05/title.md`, `20231005_title.md`,
/// `231005-0930-title.tweet`, `2023-10-05-title/index.md`, `title-2023-10-05.md`. Years 1900 to
/// 2100.
std::optional<Moment> moment_from_path(std::string_view path);

/// True when the system's zoneinfo has the zone, or `zone` is an offset, `UTC`/`Z` or a well-known
/// abbreviation. When zoneinfo_available() (zones.h) is false, the system lacks the whole database.
bool is_known_zone(std::string_view zone);

}  // namespace soiree

#endif  // SOIREE_PARSE_DATES_H_
