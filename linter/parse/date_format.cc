#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "linter/parse/dates.h"

namespace soiree {

std::string format_moment(const Moment& moment) {
  const int64_t local = moment.unix_seconds + moment.utc_offset_seconds;
  constexpr int64_t kDay = 86400;
  const int64_t days = local / kDay - (local % kDay < 0 ? 1 : 0);
  const int64_t second = local - days * kDay;
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
  std::string text =
      fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  if (!moment.has_clock_time) return text;
  text += fmt::format("T{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
  if (!moment.zone_known) return text;
  const int minutes = std::abs(moment.utc_offset_seconds) / 60;
  return text + fmt::format("{}{:02}:{:02}", moment.utc_offset_seconds < 0 ? '-' : '+',
                            minutes / 60, minutes % 60);
}

}  // namespace soiree
