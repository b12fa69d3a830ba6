#include "linter/lint/spoken_times.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <string_view>

namespace soiree {
namespace {

constexpr int64_t kMinute = 60;
constexpr int64_t kHour = 60 * kMinute;
constexpr int64_t kDay = 24 * kHour;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string count_of(int64_t count, std::string_view unit) {
  return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

int64_t rounded(int64_t seconds, int64_t unit) { return (seconds + unit / 2) / unit; }

}  // namespace

std::string spoken_moment(const Moment& moment) {
  const int64_t local = local_seconds(moment);
  const int64_t days = local / kDay - (local % kDay < 0 ? 1 : 0);
  const int64_t second = local - days * kDay;
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
  std::string text =
      fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                  kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()));
  if (moment.has_clock_time) text += " " + spoken_minute(static_cast<int>(second / kMinute));
  return text;
}

std::string spoken_duration(int64_t seconds) {
  if (seconds < 90) return count_of(seconds, "second");
  if (seconds < kHour - kMinute / 2) return count_of(rounded(seconds, kMinute), "minute");
  if (seconds >= 2 * kDay - kHour / 2) return count_of(rounded(seconds, kDay), "day");
  const int64_t minutes =
      seconds >= 6 * kHour ? rounded(seconds, kHour) * 60 : rounded(seconds, kMinute);
  std::string text = count_of(minutes / 60, "hour");
  if (minutes % 60 != 0) text += " " + count_of(minutes % 60, "minute");
  return text;
}

std::string spoken_rhythm(int64_t seconds) {
  std::string duration = spoken_duration(seconds);
  const bool one = duration.starts_with("1 ") && duration.find(' ', 2) == std::string::npos;
  return "every " + (one ? duration.substr(2) : duration);
}

std::string spoken_minute(int minute) {
  return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string spoken_posts(size_t count) {
  std::string digits = std::to_string(count);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits + (count == 1 ? " post" : " posts");
}

}  // namespace soiree
