#include <algorithm>
#include <array>

#include "linter/parse/date_reading.h"
#include "linter/parse/zones.h"

namespace soiree::dates {
namespace {

struct ClockParts {
  int hour = 0;
  int minute = 0;
  int second = 0;
  bool sure = false;  ///< false for a bare number, which is a time only with am or pm behind it
};

// 1430 and 143000.
bool read_compact_clock(Cursor& cursor, ClockParts& parts) {
  const Number number = cursor.number(6);
  if (number.digits != 4 && number.digits != 6) return false;
  const auto value = static_cast<int>(number.digits == 4 ? number.value * 100 : number.value);
  parts = {value / 10000, value / 100 % 100, value % 100, true};
  return true;
}

// The hour has been read: 10:00, 10.00, 10h00, 10:00:00.
bool read_minutes(Cursor& cursor, ClockParts& parts) {
  const char sign = lower(cursor.peek());
  if ((sign != ':' && sign != 'h' && sign != '.') || !is_digit(cursor.after())) return false;
  cursor.skip(1);
  const Number minute = cursor.number(2);
  if (minute.digits == 0 || (sign == '.' && minute.digits != 2)) return false;
  parts.minute = static_cast<int>(minute.value);
  if (cursor.peek() == ':' && is_digit(cursor.after())) {
    cursor.skip(1);
    const Number second = cursor.number(2);
    if (second.digits == 0) return false;
    parts.second = static_cast<int>(second.value);
  }
  return true;
}

// The hour has been read: 10時, 10时30分.
bool read_cjk_minutes(Cursor& cursor, ClockParts& parts) {
  if (!cursor.take("時") && !cursor.take("时")) return false;
  if (!is_digit(cursor.peek())) return true;
  parts.minute = static_cast<int>(cursor.number(2).value);
  return cursor.take("分");
}

bool read_separated_clock(Cursor& cursor, ClockParts& parts) {
  const Number hour = cursor.number(2);
  if (hour.digits == 0) return false;
  parts.hour = static_cast<int>(hour.value);
  parts.sure =
      read_minutes(cursor, parts) || read_cjk_minutes(cursor, parts) || cursor.take_word("h");
  return true;
}

// False when the hour and the half of the day contradict each other.
bool read_half_of_day(Cursor& cursor, ClockParts& parts) {
  Cursor ahead = cursor;
  ahead.blanks();
  for (const std::string_view half : {"am", "pm", "a.m.", "p.m.", "a.m", "p.m"}) {
    if (!ahead.take_word(half)) continue;
    if (parts.hour < 1 || (parts.hour > 12 && half[0] == 'a')) return false;
    if (parts.hour <= 12) parts.hour = parts.hour % 12 + (half[0] == 'p' ? 12 : 0);
    parts.sure = true;
    cursor = ahead;
    return true;
  }
  if (ahead.take_word("uhr")) {
    parts.sure = true;
    cursor = ahead;
  }
  return true;
}

// The zone's text up to its end: letters, digits and the signs that occur in names and offsets.
std::string_view zone_text(const Cursor& cursor) {
  const std::string_view rest = cursor.rest();
  size_t end = 0;
  while (end < rest.size() && !is_blank(rest[end]) && rest[end] != '(' && rest[end] != '[' &&
         rest[end] != ')' && rest[end] != ']' && rest[end] != ',') {
    ++end;
  }
  return rest.substr(0, end);
}

}  // namespace

std::optional<int> read_clock(Cursor& cursor, bool compact) {
  if (cursor.take_word("noon")) return 12 * 3600;
  if (cursor.take_word("midnight")) return 0;
  ClockParts parts;
  Cursor at = cursor;
  if (!compact || !read_compact_clock(at, parts)) {
    at = cursor;
    if (!read_separated_clock(at, parts)) return std::nullopt;
  }
  const char sign = at.peek();
  if (parts.sure && (sign == '.' || sign == ',' || sign == ':') && is_digit(at.after())) {
    at.skip(1);
    while (is_digit(at.peek())) at.skip(1);  // parts of a second
  }
  if (!read_half_of_day(at, parts)) return std::nullopt;
  const bool end_of_day = parts.hour == 24 && parts.minute == 0 && parts.second == 0;
  if (!parts.sure || (parts.hour > 23 && !end_of_day) || parts.minute > 59 || parts.second > 60) {
    return std::nullopt;
  }
  cursor = at;
  return parts.hour * 3600 + parts.minute * 60 + std::min(parts.second, 59);
}

bool read_zone(Cursor& cursor, Reading& reading) {
  cursor.blanks();
  const std::string_view direct = zone_text(cursor);
  if (!direct.empty() && !(direct.size() == 4 && is_digit(direct.front()))) {
    if (!offset_of_zone(direct, 0, ZoneUse::behind_time)) return false;
    reading.zone = direct;
    cursor.skip(direct.size());
    cursor.blanks();
  }
  const char open = cursor.peek();
  if (open == '(' || open == '[') {
    cursor.skip(1);
    const std::string_view inside = zone_text(cursor);
    const size_t close = cursor.rest().find(open == '(' ? ')' : ']');
    if (close == std::string_view::npos) return false;
    if (reading.zone.empty() && offset_of_zone(inside, 0, ZoneUse::behind_time)) {
      reading.zone = inside;
    }
    cursor.skip(close + 1);
    cursor.blanks();
  }
  return true;
}

}  // namespace soiree::dates
