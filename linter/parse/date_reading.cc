#include "linter/parse/date_reading.h"

#include <algorithm>

#include "linter/parse/zones.h"

namespace soiree::dates {
namespace {

std::optional<int> read_month(Cursor& cursor) {
  const std::string_view word = cursor.word();
  const int month = month_of_word(word);
  if (month == 0) return std::nullopt;
  cursor.skip(word.size());
  cursor.take(".");
  return month;
}

// What may stand between the parts of a date in words: blanks, a comma, "of", "de", an ordinal's
// ending.
void skip_filler(Cursor& cursor) {
  for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "º", "."}) {
    if (cursor.take_word(ending)) break;
  }
  cursor.take("-");
  cursor.blanks();
  cursor.take(",");
  cursor.blanks();
  for (const std::string_view word : {"of", "de", "del"}) {
    if (cursor.take_word(word)) break;
  }
  cursor.blanks();
}

std::optional<int> read_year(Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.take("'");
  const Number year = ahead.number(4);
  if (ahead.peek() == ':') return std::nullopt;  // a time of day
  if (year.digits != 4 && year.digits != 2) return std::nullopt;
  cursor = ahead;
  if (year.digits == 4) return static_cast<int>(year.value);
  return static_cast<int>(year.value + (year.value < 50 ? 2000 : 1900));  // RFC 2822, 4.3
}

// Year first: 2023-10-05, 2023/10/5, 2023.10.05, 2016:11:02, 2023-Oct-5, 2023年10月5日.
std::optional<CivilDate> read_year_first(Cursor& cursor) {
  const Number year = cursor.number(4);
  if (year.digits != 4) return std::nullopt;
  CivilDate date{static_cast<int>(year.value), 0, 0};
  std::string_view separator;
  cursor.blanks();
  for (const std::string_view sign : {"-", "/", ".", ":", "年", "년", "‐", "–"}) {
    if (cursor.take(sign)) {
      separator = sign;
      break;
    }
  }
  cursor.blanks();
  if (const auto month = read_month(cursor)) {
    date.month = *month;
    skip_filler(cursor);
  } else {
    if (separator.empty()) return std::nullopt;
    date.month = static_cast<int>(cursor.number(2).value);
    cursor.blanks();
    if (separator == "年"   ? !cursor.take("月")
        : separator == "년" ? !cursor.take("월")
                            : !cursor.take(separator)) {
      return std::nullopt;
    }
    cursor.blanks();
  }
  const Number day = cursor.number(2);
  if (day.digits == 0) return std::nullopt;
  date.day = static_cast<int>(day.value);
  if (!cursor.take("日")) cursor.take("일");
  return date;
}

struct NumericDate {
  int left = 0;
  int right = 0;
  int year = 0;
  char sign = '/';
};

// 10/5/2023, 5.10.2023, 5-10-2023.
std::optional<NumericDate> read_numeric(Cursor& cursor) {
  Cursor at = cursor;
  const Number left = at.number(2);
  const char sign = at.peek();
  if (left.digits == 0 || (sign != '/' && sign != '.' && sign != '-')) return std::nullopt;
  at.skip(1);
  const Number right = at.number(2);
  if (right.digits == 0 || !at.take(std::string_view(&sign, 1))) return std::nullopt;
  const Number year = at.number(4);
  if (year.digits != 4) return std::nullopt;
  cursor = at;
  return NumericDate{static_cast<int>(left.value), static_cast<int>(right.value),
                     static_cast<int>(year.value), sign};
}

CivilDate ordered(const NumericDate& date, DateOrder order) {
  bool month_first = order == DateOrder::month_first;
  if (order == DateOrder::usual) month_first = date.sign == '/';
  if ((month_first ? date.left : date.right) > 12) month_first = !month_first;
  return month_first ? CivilDate{date.year, date.left, date.right}
                     : CivilDate{date.year, date.right, date.left};
}

// Day or month first: 5 October 2023, 05-Oct-2023, 5 de octubre de 2023, 10/5/2023, 5.10.2023.
std::optional<CivilDate> read_day_first(Cursor& cursor, DateOrder order) {
  if (const auto numeric = read_numeric(cursor)) return ordered(*numeric, order);
  const Number first = cursor.number(2);
  if (first.digits == 0) return std::nullopt;
  const char sign = cursor.peek();
  if ((sign == '/' || sign == '.' || sign == '-') && is_digit(cursor.after())) return std::nullopt;
  skip_filler(cursor);
  const auto month = read_month(cursor);
  if (!month) return std::nullopt;
  skip_filler(cursor);
  const auto year = read_year(cursor);
  if (!year) return std::nullopt;
  return CivilDate{*year, *month, static_cast<int>(first.value)};
}

bool skip_to_clock(Cursor& cursor) {
  if ((cursor.peek() == 'T' || cursor.peek() == 't') && is_digit(cursor.after())) {
    cursor.skip(1);
    return true;
  }
  cursor.take("_");
  cursor.blanks();
  if (!cursor.take(",")) cursor.take("@");
  cursor.blanks();
  for (const std::string_view word : {"at", "um", "à", "a las", "às", "в"}) {
    if (cursor.take_word(word)) break;
  }
  cursor.blanks();
  cursor.take("-");
  cursor.blanks();
  return false;
}

void skip_weekday(Cursor& cursor) {
  const std::string_view word = cursor.word();
  if (!is_weekday_word(word)) return;
  cursor.skip(word.size());
  cursor.take(".");
  cursor.take(",");
  cursor.blanks();
  cursor.take("-");
  cursor.blanks();
}

// Month first: Oct 5, 2023; October 5th 2023 10:00; Oct  5 14:00:00 2023; the last has the clock in
// the middle and is finished here.
bool read_month_first(Cursor& cursor, Reading& reading) {
  const auto month = read_month(cursor);
  if (!month) return false;
  skip_filler(cursor);
  const Number day = cursor.number(2);
  if (day.digits == 0) return false;
  reading.date = {0, *month, static_cast<int>(day.value)};
  skip_filler(cursor);
  auto year = read_year(cursor);
  if (!year) {
    reading.clock = read_clock(cursor, false);
    if (!reading.clock || !read_zone(cursor, reading)) return false;
    year = read_year(cursor);
    if (!year) return false;
  }
  reading.date.year = *year;
  return true;
}

bool read_compact(std::string_view text, Reading& reading) {
  const auto digits =
      static_cast<size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  if (digits != 8 && digits != 12 && digits != 14) return false;
  Cursor cursor(text.substr(0, digits));
  const auto number = [&text](size_t from, size_t count) {
    return static_cast<int>(Cursor(text.substr(from, count)).number(count).value);
  };
  reading.date = {number(0, 4), number(4, 2), number(6, 2)};
  if (digits == 8) return true;
  const int hour = number(8, 2);
  const int minute = number(10, 2);
  const int second = digits == 14 ? number(12, 2) : 0;
  if (hour > 23 || minute > 59 || second > 59) return false;
  reading.clock = hour * 3600 + minute * 60 + second;
  return true;
}

bool read_date(Cursor& cursor, DateOrder order, Reading& reading) {
  if (read_compact(cursor.rest(), reading)) {
    while (is_digit(cursor.peek())) cursor.skip(1);
    return true;
  }
  skip_weekday(cursor);
  if (!is_digit(cursor.peek())) return read_month_first(cursor, reading);
  Cursor year_first = cursor;
  auto date = read_year_first(year_first);
  if (date) {
    cursor = year_first;
  } else {
    date = read_day_first(cursor, order);
  }
  if (date) reading.date = *date;
  return date.has_value();
}

}  // namespace

bool exists(const CivilDate& date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

DateOrder order_of_numeric_date(std::string_view text) {
  Cursor cursor(text);
  skip_weekday(cursor);
  const auto date = read_numeric(cursor);
  if (!date || (date->left > 12) == (date->right > 12)) return DateOrder::usual;
  if (!exists(ordered(*date, DateOrder::usual))) return DateOrder::usual;
  return date->left > 12 ? DateOrder::day_first : DateOrder::month_first;
}

std::optional<Reading> read_date_text(std::string_view text, DateOrder order) {
  Cursor cursor(text);
  Reading reading;
  if (!read_date(cursor, order, reading) || !exists(reading.date)) return std::nullopt;
  if (cursor.done()) return reading;
  if (is_digit(cursor.peek())) return std::nullopt;
  const bool compact = skip_to_clock(cursor);
  if (!reading.clock) {
    reading.clock = read_clock(cursor, compact);
    if (!reading.clock && is_digit(cursor.peek())) return std::nullopt;
  }
  if (!read_zone(cursor, reading)) return std::nullopt;
  skip_weekday(cursor);
  return cursor.done() ? std::optional<Reading>(reading) : std::nullopt;
}

namespace {

// True when no zone has the offset at any time, or `zone` is known and has another one at `start`,
// a date with its time of day.
bool is_no_offset(int seconds, std::string_view start, std::string_view zone, DateOrder order) {
  constexpr int kWesternmost = -12 * 3600;
  if (seconds < kWesternmost || seconds % 1800 != 0) return true;
  const auto reading = read_date_text(start, order);
  if (!reading) return false;
  const CivilDate& date = reading->date;
  const int64_t civil = civil_seconds(date.year, date.month, date.day, reading->clock.value_or(0));
  return offset_of_zone(zone, civil, ZoneUse::setting).value_or(seconds) != seconds;
}

}  // namespace

std::string_view without_end_of_span(std::string_view text, std::string_view zone,
                                     DateOrder order) {
  const size_t end = text.find_last_of(':');
  if (end == std::string_view::npos || end < 2 || text.size() != end + 3) return text;
  const size_t sign = text.find_last_not_of("0123456789", end - 1);
  if (sign == std::string_view::npos) return text;
  size_t begin = sign;  // of what is between the two times
  const bool blank_behind = is_blank(text[sign]);
  while (begin > 0 && is_blank(text[begin])) --begin;
  constexpr std::string_view kEnDash = "\xE2\x80\x93";
  const bool en_dash = text.substr(0, begin + 1).ends_with(kEnDash);
  if (!en_dash && text[begin] != '-') return text;
  if (en_dash) begin -= kEnDash.size() - 1;
  std::string_view start = text.substr(0, begin);
  while (!start.empty() && is_blank(start.back())) start.remove_suffix(1);
  if (start.size() < 4 || start[start.size() - 3] != ':') return text;
  const size_t before = start.find_last_not_of("0123456789", start.size() - 4);
  if (before != std::string_view::npos && !is_blank(start[before])) return text;
  Cursor first(start.substr(before == std::string_view::npos ? 0 : before + 1));
  Cursor second(text.substr(sign + 1));
  const auto from = read_clock(first, false);
  const auto to = read_clock(second, false);
  if (!from || !to || !first.done() || !second.done() || *to <= *from) return text;
  const bool alone = before == std::string_view::npos;
  return en_dash || blank_behind || alone || is_no_offset(-*to, start, zone, order) ? start : text;
}

}  // namespace soiree::dates
