#include "rules/offensive-language/disguise.h"

#include <algorithm>
#include <array>
#include <string>

namespace soiree {
namespace {

constexpr size_t kLongest = 16;  // bytes of a disguised word
constexpr size_t kDrawnOut = 3;  // the same letter in a row

struct Known {
  std::string_view word;
  WordClass word_class;
};
constexpr std::array kKnown = {
    Known{"fuck", WordClass::coarse},    Known{"fucks", WordClass::coarse},
    Known{"fucked", WordClass::coarse},  Known{"fucking", WordClass::coarse},
    Known{"fuckin", WordClass::coarse},  Known{"fucker", WordClass::crude},
    Known{"fuckers", WordClass::crude},  Known{"motherfucker", WordClass::crude},
    Known{"bitch", WordClass::crude},    Known{"bitches", WordClass::crude},
    Known{"asshole", WordClass::crude},  Known{"assholes", WordClass::crude},
    Known{"cunt", WordClass::crude},     Known{"cunts", WordClass::crude},
    Known{"whore", WordClass::crude},    Known{"whores", WordClass::crude},
    Known{"slut", WordClass::crude},     Known{"sluts", WordClass::crude},
    Known{"pussy", WordClass::crude},    Known{"faggot", WordClass::slur},
    Known{"faggots", WordClass::slur},   Known{"nigga", WordClass::slur},
    Known{"niggas", WordClass::slur},    Known{"nigger", WordClass::slur},
    Known{"niggers", WordClass::slur},   Known{"libtard", WordClass::crude},
    Known{"libtards", WordClass::crude},
};

/// Parts of hashtags, which are written without blanks; none of them is part of an innocent word.
constexpr std::array kInHashtags = {
    Known{"nigga", WordClass::slur},    Known{"nigger", WordClass::slur},
    Known{"faggot", WordClass::slur},   Known{"libtard", WordClass::crude},
    Known{"bitches", WordClass::crude}, Known{"fuck", WordClass::coarse},
    Known{"bitch", WordClass::coarse},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// The letter that a digit or sign stands for, the character itself when it stands for none.
char letter_for(char c) {
  switch (c) {
    case '1':
    case '!':
      return 'i';
    case '0':
      return 'o';
    case '3':
      return 'e';
    case '4':
    case '@':
      return 'a';
    case '5':
    case '$':
      return 's';
    default:
      return lower(c);
  }
}

/// A word with its disguise taken off; "*" stays, for any letter.
struct Plain {
  std::string word;
  bool changed = false;
};

Plain plain(std::string_view run) {
  Plain out;
  size_t begin = 0;
  while (begin < run.size()) {
    size_t end = begin + 1;
    while (end < run.size() && lower(run[end]) == lower(run[begin])) ++end;
    const char letter = letter_for(run[begin]);
    const bool drawn_out = end - begin >= kDrawnOut && letter != '*';
    out.word.append(drawn_out ? 1 : end - begin, letter);
    out.changed |= drawn_out || letter != lower(run[begin]) || letter == '*';
    begin = end;
  }
  return out;
}

bool fits(std::string_view masked, std::string_view word) {
  if (masked.size() != word.size() || masked[0] != word[0]) return false;
  size_t letters = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    if (masked[i] == '*') continue;
    if (masked[i] != word[i]) return false;
    ++letters;
  }
  // One letter and asterisks could be anything, but for this one.
  return letters >= 2 || masked == "f***";
}

WordClass class_of_run(std::string_view run) {
  if (run.size() < 4 || run.size() > kLongest || !is_letter(letter_for(run[0]))) {
    return WordClass::none;
  }
  const Plain word = plain(run);
  if (!word.changed) return WordClass::none;
  const auto* known = std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& candidate) {
    return fits(word.word, candidate.word);
  });
  return known == kKnown.end() ? WordClass::none : known->word_class;
}

bool is_part(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '*' || c == '!' || c == '$' || c == '@';
}

}  // namespace

std::vector<DisguisedWord> find_disguised_words(std::string_view text) {
  std::vector<DisguisedWord> found;
  size_t begin = 0;
  while (begin < text.size()) {
    const bool apart = begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '\n' ||
                       text[begin - 1] == '(' || text[begin - 1] == '#';
    size_t end = begin;
    while (end < text.size() && is_part(text[end])) ++end;
    size_t last = end;
    while (last > begin && (text[last - 1] == '!' || text[last - 1] == '@')) --last;
    if (apart && last > begin) {
      const WordClass word_class = class_of_run(text.substr(begin, last - begin));
      if (word_class != WordClass::none) {
        found.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(last)}, word_class});
      }
    }
    begin = std::max(end, begin + 1);
  }
  return found;
}

WordClass class_of_hashtag(std::string_view hashtag) {
  std::string tag(hashtag.substr(0, 64));
  std::transform(tag.begin(), tag.end(), tag.begin(), lower);
  for (const Known& known : kInHashtags) {
    if (tag.find(known.word) != std::string::npos) return known.word_class;
  }
  return WordClass::none;
}

}  // namespace soiree
