#include "linter/parse/dates.h"

#include "linter/parse/date_reading.h"
#include "linter/parse/zones.h"

namespace soiree {
namespace {

using dates::CivilDate;
using dates::Cursor;
using dates::is_blank;
using dates::is_digit;
using dates::Number;
using dates::Reading;

constexpr int kSecondsOfDay = 86400;
// Longer than any date with its zone written out; bounds the work on hostile input.
constexpr size_t kLongestDate = 128;

std::string_view trimmed(std::string_view text) {
  const auto junk = [](char c) { return is_blank(c) || c == '\r' || c == '\n'; };
  while (!text.empty() && junk(text.front())) text.remove_prefix(1);
  while (!text.empty() && (junk(text.back()) || text.back() == ',')) text.remove_suffix(1);
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
      text.back() == text.front()) {
    return trimmed(text.substr(1, text.size() - 2));
  }
  return text;
}

// Integers are what a YAML 1.1 parser made of 10:00 (600 minutes) or 10:00:00 (36000 seconds). It
// makes them of hours from 1 on, so the numbers from 1440 to 3599 are none of these: they are hours
// and minutes as they are written (1730), and so is what begins with 0 (0930).
std::optional<int> clock_of_integer(std::string_view text) {
  const Number number = Cursor(text).number(5);
  if (number.digits == 0 || number.digits != text.size()) return std::nullopt;
  if (number.digits == 4 && text.front() == '0') return std::nullopt;
  if (number.value >= 60 && number.value < 1440) return static_cast<int>(number.value * 60);
  if (number.value >= 3600 && number.value < kSecondsOfDay) return static_cast<int>(number.value);
  return std::nullopt;
}

void read_separate_clock(std::string_view text, std::string_view zone, DateOrder order,
                         Reading& reading) {
  if (text.empty()) return;
  text = dates::without_end_of_span(text, zone, order);
  if (const auto integer = clock_of_integer(text)) {
    reading.clock = integer;
    return;
  }
  Cursor cursor(text);
  if (cursor.peek() == 'T' || cursor.peek() == 't') cursor.skip(1);
  const auto clock = dates::read_clock(cursor, true);
  if (!clock) return;
  Reading zoned;
  if (!dates::read_zone(cursor, zoned) || !cursor.done()) return;
  reading.clock = clock;
  if (!zoned.zone.empty()) reading.zone = zoned.zone;
}

Moment moment_of(const Reading& reading, std::string_view zone) {
  const int64_t civil = civil_seconds(reading.date.year, reading.date.month, reading.date.day,
                                      reading.clock.value_or(0));
  Moment moment{civil, 0, reading.clock.has_value(), false};
  std::optional<int32_t> offset;
  if (!reading.zone.empty()) offset = offset_of_zone(reading.zone, civil, ZoneUse::behind_time);
  if (!offset && !zone.empty()) offset = offset_of_zone(zone, civil, ZoneUse::setting);
  if (offset) {
    moment.utc_offset_seconds = *offset;
    moment.unix_seconds -= *offset;
    moment.zone_known = true;
  }
  return moment;
}

constexpr int two(const char* digits) { return (digits[0] - '0') * 10 + (digits[1] - '0'); }

bool matches(std::string_view text, std::string_view shape) {
  for (size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == '9' ? !is_digit(text[i]) : text[i] != shape[i]) return false;
  }
  return true;
}

// Offset at the end of an ISO time: nothing, Z, +02:00 or +0200, with or without a blank before it.
bool read_iso_offset(std::string_view text, Moment& moment) {
  if (text.empty()) return true;
  moment.zone_known = true;
  if (text == "Z") return true;
  if (text.front() == ' ') text.remove_prefix(1);
  const bool colon = text.size() == 6;
  if ((!colon && text.size() != 5) || (text[0] != '+' && text[0] != '-')) return false;
  if (!matches(text.substr(1), colon ? "99:99" : "9999")) return false;
  const int hours = two(text.data() + 1);
  const int minutes = two(text.data() + (colon ? 4 : 3));
  if (hours > 18 || minutes > 59) return false;
  moment.utc_offset_seconds = (hours * 60 + minutes) * (text[0] == '-' ? -60 : 60);
  return true;
}

// The forms nine posts out of ten have: 2023-10-05, and behind it T10:00:00.000 and an offset.
bool read_iso(std::string_view text, Moment& moment) {
  if (text.size() < 10 || !matches(text, "9999-99-99")) return false;
  const char* at = text.data();
  const CivilDate date{two(at) * 100 + two(at + 2), two(at + 5), two(at + 8)};
  if (!dates::exists(date)) return false;
  int64_t second = 0;
  if (text.size() > 10) {
    if (text.size() < 19 || (at[10] != 'T' && at[10] != ' ')) return false;
    if (!matches(text.substr(11), "99:99:99")) return false;
    if (two(at + 11) > 23 || two(at + 14) > 59 || two(at + 17) > 59) return false;
    second = two(at + 11) * 3600 + two(at + 14) * 60 + two(at + 17);
    size_t end = 19;
    if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
      ++end;
      while (end < text.size() && is_digit(text[end])) ++end;
    }
    if (!read_iso_offset(text.substr(end), moment)) return false;
    moment.has_clock_time = true;
  }
  moment.unix_seconds =
      civil_seconds(date.year, date.month, date.day, second) - moment.utc_offset_seconds;
  return true;
}

// Seconds or milliseconds since 1970, as exports write them; from 2001 to 2286.
std::optional<Moment> read_unix_time(std::string_view text) {
  if (text.size() != 10 && text.size() != 13) return std::nullopt;
  const Number number = Cursor(text).number(13);
  if (number.digits != text.size() || text.front() == '0') return std::nullopt;
  return Moment{text.size() == 13 ? number.value / 1000 : number.value, 0, true, true};
}

}  // namespace

DateOrder order_of_date(std::string_view text) {
  return dates::order_of_numeric_date(trimmed(text));
}

std::optional<Moment> parse_moment(std::string_view date, std::string_view clock_time,
                                   std::string_view zone, DateOrder order) {
  date = trimmed(date);
  clock_time = trimmed(clock_time);
  zone = trimmed(zone);
  Moment moment;
  if (clock_time.empty() && read_iso(date, moment) && (moment.zone_known || zone.empty())) {
    return moment;
  }
  if (date.size() > kLongestDate) return std::nullopt;
  if (const auto unix_time = read_unix_time(date)) return unix_time;
  auto reading = dates::read_date_text(dates::without_end_of_span(date, zone, order), order);
  if (!reading) return std::nullopt;
  if (reading->clock.value_or(0) == 0 && clock_time.size() <= kLongestDate) {
    read_separate_clock(clock_time, zone, order, *reading);
  }
  return moment_of(*reading, zone);
}

}  // namespace soiree
