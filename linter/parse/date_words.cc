#include "linter/parse/date_words.h"

#include <algorithm>
#include <array>

namespace soiree {
namespace {

using Names = std::array<std::string_view, 12>;

constexpr std::array<Names, 6> kMonths = {{
    {"january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
     "octubre", "noviembre", "diciembre"},
    {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
     "outubro", "novembro", "dezembro"},
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
     "octobre", "novembre", "décembre"},
    {"januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
     "november", "dezember"},
    {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
     "октября", "ноября", "декабря"},
}};

constexpr std::array<std::string_view, 37> kWeekdays = {
    "monday",   "tuesday",    "wednesday", "thursday", "friday",   "saturday",    "sunday",
    "lunes",    "martes",     "miércoles", "jueves",   "viernes",  "sábado",      "domingo",
    "segunda",  "terça",      "quarta",    "quinta",   "sexta",    "lundi",       "mardi",
    "mercredi", "jeudi",      "vendredi",  "samedi",   "dimanche", "montag",      "dienstag",
    "mittwoch", "donnerstag", "freitag",   "samstag",  "sonntag",  "понедельник", "вторник",
    "среда",    "четверг"};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_name_or_short_form(std::string_view word, std::string_view name) {
  return word.size() >= 3 && word.size() <= name.size() &&
         same_word(word, name.substr(0, word.size()));
}

}  // namespace

bool same_word(std::string_view word, std::string_view lower_case) {
  return std::equal(word.begin(), word.end(), lower_case.begin(), lower_case.end(),
                    [](char a, char b) { return lower(a) == b; });
}

int month_of_word(std::string_view word) {
  if (word.size() < 3) return 0;
  for (const Names& names : kMonths) {
    for (size_t i = 0; i < names.size(); ++i) {
      if (is_name_or_short_form(word, names[i])) return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

bool is_weekday_word(std::string_view word) {
  return word.size() >= 3 && month_of_word(word) == 0 &&
         std::any_of(kWeekdays.begin(), kWeekdays.end(),
                     [word](std::string_view name) { return is_name_or_short_form(word, name); });
}

}  // namespace soiree
