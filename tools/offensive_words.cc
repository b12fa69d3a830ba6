#include "tools/offensive_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "rules/offensive-language/word_list.h"

namespace soiree {
namespace {

constexpr std::array<std::string_view, 5> kClasses = {"slur", "crude", "coarse", "phrase",
                                                      "spared"};

/// Calls `use(line, number)` for each line until it returns false.
template <class Use>
bool for_each_line(std::string_view text, Use use) {
  int number = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!use(line, ++number)) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Lower case as far as the lists have upper case, and the plain apostrophe that tokens are hashed
/// with.
std::string folded(std::string_view word) {
  constexpr std::string_view kCurly = "\u2019";
  std::string out;
  for (size_t i = 0; i < word.size(); ++i) {
    if (word.substr(i).starts_with(kCurly)) {
      out += '\'';
      i += kCurly.size() - 1;
    } else {
      out += word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] + ('a' - 'A')) : word[i];
    }
  }
  return out;
}

/// Reads `  word: 2,` or `  'two words': 2,`.
bool read_entry(std::string_view line, RatedWords& words) {
  while (line.starts_with(' ')) line.remove_prefix(1);
  if (line.empty()) return false;
  std::string_view word;
  if (line[0] == '\'' || line[0] == '"') {
    const size_t close = line.find(line[0], 1);
    if (close == std::string_view::npos || close == 1) return false;
    word = line.substr(1, close - 1);
    line.remove_prefix(close + 1);
  } else {
    const auto end = std::find_if_not(line.begin(), line.end(), is_letter);
    word = line.substr(0, end - line.begin());
    line.remove_prefix(word.size());
  }
  if (word.empty() || word.find('\\') != std::string_view::npos) return false;
  if (line.ends_with(',')) line.remove_suffix(1);
  if (line.size() != 3 || !line.starts_with(": ") || line[2] < '0' || line[2] > '2') return false;
  int& rating = words[folded(word)];
  rating = std::max(rating, line[2] - '0');
  return true;
}

/// Does `word` fit `*part*`, `part*` or `*part`?
bool has_part(std::string_view word, std::string_view part) {
  const bool before = part.starts_with('*');
  const bool after = part.ends_with('*');
  part.remove_prefix(before ? 1 : 0);
  part.remove_suffix(after ? 1 : 0);
  if (before && after) return word.find(part) != std::string_view::npos;
  return before ? word.ends_with(part) : word.starts_with(part);
}

std::string class_of(std::string_view word, int rating, const WordClasses& classes) {
  if (const auto given = classes.words.find(word); given != classes.words.end()) {
    return given->second;
  }
  if (rating < 2) return "spared";
  for (const auto& [part, part_class] : classes.parts) {
    if (has_part(word, part)) return part_class;
  }
  return classes.others.empty() ? "spared" : classes.others;
}

WordClass class_named(std::string_view name) {
  return name == "slur" ? WordClass::slur : name == "crude" ? WordClass::crude : WordClass::coarse;
}

/// Hashes of the words of an entry; a word is what the splitter of texts would take for one.
std::vector<uint32_t> word_hashes(std::string_view entry) {
  std::vector<uint32_t> hashes;
  size_t begin = 0;
  while (begin < entry.size()) {
    size_t end = begin;
    const auto inner = [&](size_t at) {
      return (entry[at] == '\'' || entry[at] == '-') && at > begin && at + 1 < entry.size() &&
             is_letter(entry[at + 1]);
    };
    while (end < entry.size() && (is_letter(entry[end]) || inner(end))) ++end;
    if (end > begin) hashes.push_back(hash_word(entry.substr(begin, end - begin)));
    begin = std::max(end, begin + 1);
  }
  return hashes;
}

}  // namespace

bool read_rated_words(std::string_view module, RatedWords& words, WordMistake& mistake) {
  enum class Place { before, comment, object, after } place = Place::before;
  const bool read = for_each_line(module, [&](std::string_view line, int number) {
    mistake.line = number;
    if (line.empty()) return true;
    switch (place) {
      case Place::before:
        if (line == "/**") place = Place::comment;
        if (line == "export const cuss = {") place = Place::object;
        return place != Place::before;
      case Place::comment:
        if (line == " */") place = Place::before;
        return line.starts_with(" *");
      case Place::object:
        if (line != "}") return read_entry(line, words);
        place = Place::after;
        return true;
      case Place::after:
        break;
    }
    return false;
  });
  if (read && place == Place::after) return true;
  mistake.message = read ? "the list has no end"
                         : "this line is no entry of a word list; the package has another form "
                           "than the pinned version, so read_rated_words must learn it";
  return false;
}

bool read_word_classes(std::string_view text, std::map<std::string, WordClasses>& languages,
                       WordMistake& mistake) {
  return for_each_line(text, [&](std::string_view line, int number) {
    mistake.line = number;
    if (line.empty() || line.starts_with('#')) return true;
    const size_t first = line.find('\t');
    const size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos) {
      mistake.message = "a line is a language, a tab, a class, a tab, and words";
      return false;
    }
    const std::string word_class(line.substr(first + 1, second - first - 1));
    if (std::find(kClasses.begin(), kClasses.end(), word_class) == kClasses.end()) {
      mistake.message = fmt::format("there is no class `{}`", word_class);
      return false;
    }
    WordClasses& language = languages[std::string(line.substr(0, first))];
    std::string_view rest = line.substr(second + 1);
    while (!rest.empty()) {
      const size_t end = std::min(rest.find(", "), rest.size());
      const std::string word(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 2, rest.size()));
      if (word == "*") {
        language.others = word_class;
      } else if (word.find('*') != std::string::npos) {
        language.parts.emplace_back(word, word_class);
      } else if (!language.words.emplace(word, word_class).second) {
        mistake.message = fmt::format("`{}` is given twice", word);
        return false;
      }
    }
    return true;
  });
}

ClassedWords offensive_words_of(const RatedWords& rated, const WordClasses& classes,
                                bool with_plurals) {
  ClassedWords words = classes.words;
  for (const auto& [word, rating] : rated) words.emplace(word, class_of(word, rating, classes));
  ClassedWords plurals;
  for (const auto& [word, word_class] : words) {
    const bool noun = word_class == "crude" || word_class == "slur";
    if (!noun || !with_plurals || std::string_view("sxyz").find(word.back()) != std::string::npos) {
      continue;
    }
    plurals.emplace(word + 's', word_class);
  }
  words.merge(plurals);
  std::erase_if(words, [](const auto& entry) {
    return entry.second == "spared" || entry.second == "phrase";
  });
  return words;
}

std::string offensive_word_table(std::string_view name, const ClassedWords& words) {
  std::map<uint32_t, OffensiveWord> entries;
  for (const auto& [word, word_class] : words) {
    const std::vector<uint32_t> hashes = word_hashes(word);
    if (hashes.empty() || hashes.size() > kMostWordsInARow) continue;
    uint32_t hash = hashes[0];
    for (size_t i = 1; i < hashes.size(); ++i) hash = join_words(hash, hashes[i]);
    entries[hash].word_class = class_named(word_class);
    if (hashes.size() > 1) entries[hashes[0]].starts_phrase = true;
  }
  size_t size = 1;
  while (size < entries.size() * 2) size *= 2;
  std::vector<OffensiveWord> slots(size);
  const auto used = [&](size_t slot) {
    return slots[slot].word_class != WordClass::none || slots[slot].starts_phrase;
  };
  for (auto [hash, entry] : entries) {
    entry.hash = hash;
    size_t slot = hash & (size - 1);
    while (used(slot)) slot = (slot + 1) & (size - 1);
    slots[slot] = entry;
  }
  constexpr std::array<std::string_view, 4> kNames = {"none", "coarse", "crude", "slur"};
  std::string out = fmt::format("constexpr OffensiveWord {}[] = {{\n", name);
  for (size_t slot = 0; slot < size; ++slot) {
    const OffensiveWord& entry = slots[slot];
    if (!used(slot)) {
      out += "    {},\n";
      continue;
    }
    fmt::format_to(std::back_inserter(out), "    {{0x{:08X}, WordClass::{}, {}}},\n", entry.hash,
                   kNames[static_cast<size_t>(entry.word_class)], entry.starts_phrase);
  }
  return out + "};\n";
}

}  // namespace soiree
