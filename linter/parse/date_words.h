#ifndef SOIREE_PARSE_DATE_WORDS_H_
#define SOIREE_PARSE_DATE_WORDS_H_

#include <string_view>

namespace soiree {

/// Month (1 to 12) that a word names in English, Spanish, Portuguese, French, German or Russian,
/// whole or cut to three letters or more; 0 for any other word. Case of ASCII letters is ignored.
int month_of_word(std::string_view word);
/// True for a weekday's name in the same languages, whole or cut, unless it also means a month.
bool is_weekday_word(std::string_view word);
/// True when `word` equals `lower_case` but for the case of ASCII letters.
bool same_word(std::string_view word, std::string_view lower_case);

}  // namespace soiree

#endif  // SOIREE_PARSE_DATE_WORDS_H_
