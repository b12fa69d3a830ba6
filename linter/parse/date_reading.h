#ifndef SOIREE_PARSE_DATE_READING_H_
#define SOIREE_PARSE_DATE_READING_H_

#include <optional>
#include <string_view>

#include "linter/parse/date_cursor.h"

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
/// Reads the whole text as a date with optional time and zone.
std::optional<Reading> read_date_text(std::string_view text);

}  // namespace soiree::dates

#endif  // SOIREE_PARSE_DATE_READING_H_
