#include <algorithm>
#include <vector>

#include "linter/parse/date_reading.h"
#include "linter/parse/dates.h"
#include "linter/parse/zones.h"

namespace soiree {
namespace {

using dates::CivilDate;
using dates::Cursor;
using dates::is_digit;
using dates::Number;

std::optional<int> number_at(Cursor& cursor, size_t least_digits, size_t most_digits) {
  const Number number = cursor.number(most_digits);
  if (number.digits < least_digits || number.digits == 0) return std::nullopt;
  return static_cast<int>(number.value);
}

// 2023-10-05, 2023_10_5, 2023.10.05.
std::optional<CivilDate> separated_date(Cursor& cursor) {
  const auto year = number_at(cursor, 4, 4);
  const char sign = cursor.peek();
  if (!year || (sign != '-' && sign != '_' && sign != '.')) return std::nullopt;
  cursor.skip(1);
  const auto month = number_at(cursor, 1, 2);
  if (!month || cursor.peek() != sign) return std::nullopt;
  cursor.skip(1);
  const auto day = number_at(cursor, 1, 2);
  if (!day) return std::nullopt;
  return CivilDate{*year, *month, *day};
}

// 20231005 and 231005. Six digits are year, month and day of this century.
std::optional<CivilDate> compact_date(Cursor& cursor) {
  const Number number = cursor.number(8);
  if (number.digits != 8 && number.digits != 6) return std::nullopt;
  const auto value = static_cast<int>(number.value + (number.digits == 6 ? 20000000 : 0));
  return CivilDate{value / 10000, value / 100 % 100, value % 100};
}

// -14-30-00, T14-30, T1430 behind any date; -1430 behind a compact one. Nothing when a title
// follows.
std::optional<int> clock_behind(Cursor cursor, bool compact) {
  const bool marked = cursor.peek() == 'T' || cursor.peek() == 't';
  cursor.skip(cursor.done() ? 0 : 1);
  const auto in_range = [](int hour, int minute, int second) {
    return hour < 24 && minute < 60 && second < 60;
  };
  if (marked || compact) {
    Cursor ahead = cursor;
    const Number number = ahead.number(6);
    if (number.digits == 4 || number.digits == 6) {
      const auto value = static_cast<int>(number.digits == 4 ? number.value * 100 : number.value);
      const bool ends = !dates::is_word_byte(ahead.peek());
      if (ends && in_range(value / 10000, value / 100 % 100, value % 100)) {
        return value / 10000 * 3600 + value / 100 % 100 * 60 + value % 100;
      }
    }
  }
  int parts[3] = {0, 0, 0};
  int count = 0;
  while (count < 3) {
    const auto part = number_at(cursor, 2, 2);
    if (!part) break;
    parts[count++] = *part;
    const char sign = cursor.peek();
    if (sign != '-' && sign != '_' && sign != '.' && sign != ':') break;
    if (!is_digit(cursor.after())) break;
    cursor.skip(1);
  }
  const bool enough = count == 3 || (marked && count == 2);
  if (!enough || dates::is_word_byte(cursor.peek()) || !in_range(parts[0], parts[1], parts[2])) {
    return std::nullopt;
  }
  return parts[0] * 3600 + parts[1] * 60 + parts[2];
}

Moment moment_at(const CivilDate& date, std::optional<int> clock) {
  return {civil_seconds(date.year, date.month, date.day, clock.value_or(0)), 0, clock.has_value(),
          false};
}

std::optional<Moment> date_at(std::string_view name, size_t offset) {
  Cursor cursor(name.substr(offset));
  auto date = separated_date(cursor);
  const bool compact = !date;
  if (compact) {
    cursor = Cursor(name.substr(offset));
    date = compact_date(cursor);
    // Six digits say little, so they count only as a prefix.
    const bool six = offset + 6 + cursor.rest().size() == name.size();
    if (six && (offset != 0 || (cursor.peek() != '-' && cursor.peek() != '_'))) {
      return std::nullopt;
    }
  }
  if (!date || !dates::exists(*date) || date->year < 1900 || date->year > 2100) {
    return std::nullopt;
  }
  const char next = cursor.peek();
  const bool ends = cursor.done() || next == '-' || next == '_' || next == '.' || next == ' ' ||
                    ((next == 'T' || next == 't') && is_digit(cursor.after()));
  if (!ends) return std::nullopt;
  return moment_at(*date, clock_behind(cursor, compact));
}

// A date at the start of a name, else one set off by blanks or signs further in.
std::optional<Moment> date_in_name(std::string_view name) {
  for (size_t at = 0; at < name.size() && at < 256; ++at) {
    const bool starts = at == 0 || (!is_digit(name[at - 1]) && !dates::is_word_byte(name[at - 1]));
    if (!starts || !is_digit(name[at])) continue;
    if (const auto moment = date_at(name, at)) return moment;
  }
  return std::nullopt;
}

// Day and year stand for the whole of a directory's name, or for the start of the file's:
// 2023/10/05 and 2023/10/05-title.md.
std::optional<Moment> date_in_directories(const std::vector<std::string_view>& names) {
  for (size_t i = names.size(); i >= 3; --i) {
    Cursor year(names[i - 3]);
    Cursor month(names[i - 2]);
    Cursor day(names[i - 1]);
    const CivilDate date{number_at(year, 4, 4).value_or(0), number_at(month, 1, 2).value_or(0),
                         number_at(day, 1, 2).value_or(0)};
    const bool whole = year.done() && month.done() &&
                       (day.done() || day.peek() == '-' || day.peek() == '_' || day.peek() == '.');
    if (whole && dates::exists(date)) return moment_at(date, std::nullopt);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Moment> moment_from_path(std::string_view path) {
  std::vector<std::string_view> names;
  while (!path.empty()) {
    const size_t end = std::min(path.find_first_of("/\\"), path.size());
    if (end != 0) names.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  if (names.empty()) return std::nullopt;
  if (const auto moment = date_in_name(names.back())) return moment;
  if (const auto moment = date_in_directories(names)) return moment;
  // 2023-10-05-title/index.md, 2023-10-05-title/en/index.md; directories further up are not the
  // post's.
  for (size_t i = names.size() - 1; i > 0 && i + 2 >= names.size(); --i) {
    if (const auto moment = date_at(names[i - 1], 0)) return moment;
  }
  return std::nullopt;
}

}  // namespace soiree
