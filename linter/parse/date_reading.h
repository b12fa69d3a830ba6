#ifndef SOIREE_PARSE_DATE_READING_H_
#define SOIREE_PARSE_DATE_READING_H_

#include <optional>
#include <string_view>

#include "linter/parse/date_cursor.h"
#include "linter/parse/dates.h"

// Internal to the date parser.
namespace soiree::dates {

struct CivilDate {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// True for a date of the Gregorian calendar in years 1 to 9999.
bool exists(const CivilDate& date);

/// What a text says, before its zone is applied.
struct Reading {
  CivilDate date;
  std::optional<int> clock;  ///< second of the day; 86400 for 24:00
  std::string_view zone;     ///< known by offset_of_zone, or empty
};

/// Reads a time of day at the cursor, as people write it: 10:00, 9am, 21h30, 15:04:11.57,
/// 15:04:11:57; with `compact` also 1430 and 143000. Moves the cursor only when it finds one.
std::optional<int> read_clock(Cursor& cursor, bool compact);
/// Reads a zone, if there is one, and a comment in parentheses or an IANA name in brackets that
/// says the same. False when something else stands there.
bool read_zone(Cursor& cursor, Reading& reading);
/// order_of_date (dates.h) of a text without blanks around it.
DateOrder order_of_numeric_date(std::string_view text);
/// Reads the whole text as a date with optional time and zone.
std::optional<Reading> read_date_text(std::string_view text, DateOrder order);
/// The text without the end of a span of hours: `2026-03-02 09:00-17:00` without `-17:00`. A
/// hyphen right behind the time of a date may begin an offset as well (`09:00-05:00`): it begins a
/// span where that ends later than it starts and no zone on earth has that offset, or `zone`, which
/// holds for the text, has another one at that very moment. `order` is the one of the file's dates.
std::string_view without_end_of_span(std::string_view text, std::string_view zone, DateOrder order);

}  // namespace soiree::dates

#endif  // SOIREE_PARSE_DATE_READING_H_
