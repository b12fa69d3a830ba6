#ifndef SOIREE_TOOLS_OFFENSIVE_WORDS_H_
#define SOIREE_TOOLS_OFFENSIVE_WORDS_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace soiree {

/// What is wrong in an input of the word tables, and in which line, from 1.
struct WordMistake {
  int line = 1;
  std::string message;
};

/// The words of one list of the package "cuss", in lower case, and their ratings from 0 to 2.
using RatedWords = std::map<std::string, int, std::less<>>;

/// Adds the words of one of the package's modules, which holds nothing but comments and one object
/// `export const cuss = {...}` with an entry a line. Returns false and fills `mistake` at the first
/// line that is anything else: a list of another form must not pass for a short one.
bool read_rated_words(std::string_view module, RatedWords& words, WordMistake& mistake);

/// Words and the names of their classes.
using ClassedWords = std::map<std::string, std::string, std::less<>>;

/// Classes of one language's words, as words.tsv gives them.
struct WordClasses {
  ClassedWords words;
  std::vector<std::pair<std::string, std::string>> parts;  ///< `*part*` and class, in order
  std::string others;                                      ///< class of `*`, empty when not given
};

/// Reads words.tsv (its head says what it holds) into one WordClasses for each language. An unknown
/// class, a missing tab or a word given twice are mistakes.
bool read_word_classes(std::string_view text, std::map<std::string, WordClasses>& languages,
                       WordMistake& mistake);

/// The words of a language that the rule looks for, with their classes "coarse", "crude" or "slur".
/// English nouns also get their plurals.
ClassedWords offensive_words_of(const RatedWords& rated, const WordClasses& classes,
                                bool with_plurals);

/// A C++ array named `name` in which find_word (rules/offensive-language/word_list.h) finds the
/// words. Entries of more words than the rule looks at are left out.
std::string offensive_word_table(std::string_view name, const ClassedWords& words);

}  // namespace soiree

#endif  // SOIREE_TOOLS_OFFENSIVE_WORDS_H_
