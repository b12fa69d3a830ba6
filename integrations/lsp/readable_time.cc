#include "integrations/lsp/readable_time.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>

#include "linter/parse/zones.h"

namespace soiree {
namespace {

constexpr std::array<const char*, 7> kWeekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string zone_text(const Moment& moment, std::string_view zone) {
  const int64_t local = moment.unix_seconds + moment.utc_offset_seconds;
  const bool named = !zone.empty() && !offset_from_text(zone);
  if (named && offset_of_zone(zone, local, ZoneUse::setting) == moment.utc_offset_seconds) {
    return std::string(zone);
  }
  if (moment.utc_offset_seconds == 0) return "UTC";
  const int minutes = std::abs(moment.utc_offset_seconds) / 60;
  return fmt::format("UTC{}{:02}:{:02}", moment.utc_offset_seconds < 0 ? '-' : '+', minutes / 60,
                     minutes % 60);
}

}  // namespace

std::string readable_time(const Moment& moment, std::string_view zone) {
  const std::chrono::sys_seconds local{
      std::chrono::seconds(moment.unix_seconds + moment.utc_offset_seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date{day};
  const std::chrono::weekday weekday{day};
  std::string text =
      fmt::format("{} {} {} {}", kWeekdays[weekday.c_encoding()], static_cast<unsigned>(date.day()),
                  kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()));
  if (!moment.has_clock_time) return text;
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(local - day).count();
  text += fmt::format(" {:02}:{:02}", minutes / 60, minutes % 60);
  if (moment.zone_known) text += " " + zone_text(moment, zone);
  return text;
}

}  // namespace soiree
