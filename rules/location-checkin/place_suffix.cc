#include "rules/location-checkin/place_suffix.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "linter/text/word_table.h"
#include "rules/location-checkin/place_names.h"

namespace soiree {
namespace {

constexpr size_t kShortestPlace = 3;   // bytes after "@ "
constexpr size_t kLongestPlace = 160;  // bytes
constexpr size_t kLongestWord = 24;    // bytes; longer ones are in no table
constexpr size_t kMostWordsOfPlainPlace = 3;
constexpr size_t kMostWordsOfPlace = 12;

/// What the word before "@" makes of it.
enum Before : uint32_t {
  kJob = 1,        ///< "engineer @ Acme"
  kContact = 2,    ///< "instagram @ plum"
  kMeets = 4,      ///< "meet @ the gate"
  kMet = 8,        ///< "see you @ the gate": kMeets before it
  kDate = 16,      ///< "Friday @ Town Hall" announces
  kMonth = 32,     ///< "May 5 @ Town Hall"
  kClock = 64,     ///< "7 pm @ Town Hall"
  kNoPlace = 128,  ///< after "@": "@ Everyone"
  kStreet = 256,   ///< "Mill Road @ Station Road" is a crossing
  kGreets = 512,   ///< "Happy Friday @ Town Hall" announces nothing
  kNetwork = 1024  ///< "instagram @ plum", but not "on instagram @ Plum, Ohio"
};

constexpr auto kWords = [] {
  WordTable<512> table;
  table.add(
      "ceo cto cfo coo founder cofounder co-founder engineer developer dev manager director "
      "designer "
      "intern internship analyst consultant researcher scientist professor editor evangelist "
      "advocate lead president vp partner architect specialist student works worked job jobs role "
      "position hiring careers recruiter",
      kJob);
  table.add(
      "instagram ig insta twitter snapchat snap facebook fb tiktok linkedin youtube yt telegram",
      kNetwork);
  table.add("email e-mail mail dm follow call text contact add handle username", kContact);
  table.add("happy lazy taco sunny blessed good rainy game perfect", kGreets);
  table.add("see meet meeting catch find", kMeets);
  table.add("you u ya us me there up y'all", kMet);
  table.add(
      "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs "
      "fri "
      "sat sun",
      kDate);
  table.add(
      "january february march april june july august september october november december jan feb "
      "mar apr jun jul aug sep sept oct nov dec may",
      kMonth);
  table.add("am pm a.m p.m", kClock);
  table.add("rs eur usd everyone everybody all i", kNoPlace);
  table.add("road rd street st avenue ave boulevard blvd highway hwy drive dr lane ln", kStreet);
  return table;
}();

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_word_byte(char c) {
  return is_digit(c) || is_lower(c) || is_upper(c) || c == '_' ||
         static_cast<unsigned char>(c) > 127;
}
/// Signs that stand for letters of a disguised word: "sh%@ Norman".
bool is_disguise(char c) { return c == '%' || c == '$' || c == '*' || c == '#' || c == '&'; }
bool is_inner_byte(char c) { return c == '\'' || c == '-' || c == '.' || c == ':' || c == '&'; }

uint32_t find_word(std::string_view word) {
  uint32_t hash = hash_word("");
  for (const char c : word) {
    hash = hash_byte(hash, static_cast<unsigned char>(is_upper(c) ? c - 'A' + 'a' : c));
  }
  return kWords.find(hash);
}

/// The word that ends at or before `end`, with only blanks and commas between; takes it off.
std::string_view take_word_before(std::string_view text, size_t& end) {
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ',')) --end;
  const size_t stop = end;
  while (end > 0 && stop - end < kLongestWord &&
         (is_word_byte(text[end - 1]) || is_inner_byte(text[end - 1]))) {
    --end;
  }
  return text.substr(end, stop - end);
}

bool is_clock(std::string_view word) {
  if (word.empty() || !is_digit(word.front())) return false;
  if (word.find(':') != std::string_view::npos) return true;
  return word.ends_with("am") || word.ends_with("pm") || word.ends_with("AM") ||
         word.ends_with("PM");
}

/// "Station Road", "Mill St."
bool names_street(std::string_view place) {
  size_t end = place.find_first_of(",/-");
  end = end == std::string_view::npos ? place.size() : end;
  while (end > 0 && place[end - 1] == '.') --end;
  return (find_word(take_word_before(place, end)) & kStreet) != 0;
}

/// Do the words before the "@" at `begin` say that it does not stand for a check-in?
bool is_excused(std::string_view text, size_t begin, std::string_view place) {
  size_t end = begin;
  const std::string_view word = take_word_before(text, end);
  const uint32_t bits = find_word(word);
  if ((bits & (kJob | kContact | kMeets | kClock)) != 0 || is_clock(word)) return true;
  if ((bits & kNetwork) != 0) return place.find(", ") == std::string_view::npos;
  if ((bits & kStreet) != 0) return names_street(place);
  if ((bits & kDate) != 0) return (find_word(take_word_before(text, end)) & kGreets) == 0;
  const bool number = !word.empty() && is_digit(word.front());
  if ((bits & kMet) == 0 && !number) return false;
  const uint32_t before = find_word(take_word_before(text, end));
  return number ? (before & (kMonth | kDate)) != 0 : (before & kMeets) != 0;
}

/// End of the place whose name begins at `begin`: the next mark that no name holds.
size_t end_of_place(std::string_view text, size_t begin) {
  const std::string_view rest = text.substr(begin, kLongestPlace);
  size_t end = std::min(rest.size(), rest.find_first_of("#@\n|"));
  for (const std::string_view stop : {"http", " w/", "! ", "? ", ": ", "\u2022"}) {
    end = std::min(end, rest.find(stop));
  }
  while (end > 0 && (rest[end - 1] == ' ' || rest[end - 1] == '(')) --end;
  return begin + end;
}

struct PlaceWords {
  size_t count = 0;
  bool names = true;  ///< all start with a capital or a digit, or are words such as "of"
  std::string_view first;
  std::string_view last;
};

PlaceWords words_of(std::string_view place) {
  PlaceWords words;
  for (size_t at = 0; at < place.size();) {
    if (!is_word_byte(place[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < place.size() && (is_word_byte(place[end]) || is_inner_byte(place[end]))) ++end;
    const std::string_view word = place.substr(at, end - at);
    if (words.count++ == 0) words.first = word;
    words.last = word;
    words.names = words.names && (!is_lower(word.front()) || word.size() <= 3);
    at = end;
  }
  return words;
}

/// "7-Eleven", "24 Hour Fitness", but no price, time or number of something.
bool is_numbered_place(std::string_view place) {
  size_t end = 0;
  while (end < place.size() && is_digit(place[end])) ++end;
  if (end == 0 || end + 1 >= place.size()) return false;
  if (is_upper(place[end])) {  // "4Bells", but no "7PM"
    return is_lower(place[end + 1]) && place.find_first_of(" .,") == std::string_view::npos;
  }
  while (end < place.size() && is_lower(place[end])) ++end;
  if (is_clock(place.substr(0, end))) return false;
  return (place[end] == ' ' || place[end] == '-') && end + 1 < place.size() &&
         is_upper(place[end + 1]);
}

bool is_place(std::string_view place, bool starts_line) {
  if (place.size() < kShortestPlace) return false;
  if (place.find(" / ") != std::string_view::npos && names_street(place)) return false;
  const PlaceWords words = words_of(place);
  if (words.count == 0 || words.count > kMostWordsOfPlace) return false;
  if (words.first.data() != place.data()) return false;
  if ((find_word(words.first) & kNoPlace) != 0) return false;
  if (is_digit(place.front())) return is_numbered_place(place);
  if (is_lower(place.front())) {
    if (words.first == "the" && words.count > 1 && is_upper(place[4])) return words.names;
    return words.count <= kMostWordsOfPlainPlace && is_plain_place(words.first, words.last);
  }
  // "@ Plum fix your bread" speaks to somebody.
  return !starts_line || words.names;
}

/// Does the text go on after `place` with nothing but marks?
bool ends_text(std::string_view text, size_t end) {
  return std::none_of(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(), [](char c) {
    return is_digit(c) || is_lower(c) || is_upper(c) || c == '@' || c == '#';
  });
}

/// Past the bracket that closes "(@ Some Place)" or "(at @place in Town)", 0 when it is neither.
size_t end_of_bracket(std::string_view text, size_t at, bool worded) {
  const std::string_view inside = text.substr(at + 1, kLongestPlace);
  size_t close = inside.find(')');
  if (close == std::string_view::npos || close < kShortestPlace) return 0;
  const bool nested = inside.substr(0, close).find('(') != std::string_view::npos;
  if (nested && inside.substr(close + 1).starts_with(')')) ++close;
  const std::string_view place = inside.substr(0, close);
  const bool named = place.front() == ' ' && is_word_byte(place[1]) &&
                     (!is_digit(place[1]) || is_numbered_place(place.substr(1)));
  const bool handle = worded && place.size() > 2 &&
                      place.find_first_of(" ,;") == std::string_view::npos &&
                      ends_text(text, at + 1 + close);
  const bool handle_in_town = worded && place.find(" in ") != std::string_view::npos;
  return named || handle || handle_in_town ? at + 1 + close + 1 : 0;
}

/// The check-in whose "@" stands at `at`.
TextSpan check_in_at(std::string_view text, size_t at) {
  size_t begin = at;
  const bool worded = begin >= 3 && text.substr(begin - 3, 3) == "at " &&
                      (begin == 3 || !is_word_byte(text[begin - 4]));
  if (worded) begin -= 3;
  if (begin > 0 && text[begin - 1] == '(') {
    --begin;
    if (const size_t end = end_of_bracket(text, at, worded); end != 0) {
      return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    }
  }
  const bool blank = at + 1 < text.size() && text[at + 1] == ' ';
  const char before = begin > 0 ? text[begin - 1] : ' ';
  if (!blank || is_word_byte(before) || before == '@' || is_disguise(before)) return {};
  const size_t end = end_of_place(text, at + 2);
  const bool starts_line = begin == 0 || text[begin - 1] == '\n';
  // "Ilse Brandt @ The Lane Post: Bread is back" names who wrote what where.
  if (end < text.size() && text[end] == ':') return {};
  const std::string_view place = text.substr(at + 2, end - std::min(end, at + 2));
  if (!is_place(place, starts_line) || is_excused(text, begin, place)) return {};
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

/// "Rye and butter \u2014 at Corner Bakery"
TextSpan find_dashed_place(std::string_view text) {
  constexpr std::string_view kDash = "\u2014 at ";
  const size_t at = text.rfind(kDash);
  if (at == std::string_view::npos) return {};
  const size_t begin = at + kDash.size();
  const size_t end = end_of_place(text, begin);
  const std::string_view place = text.substr(begin, end - begin);
  const bool last = text.find_first_not_of(" .!", end) == std::string_view::npos;
  if (!last || place.size() < kShortestPlace || !is_upper(place.front())) return {};
  if (!words_of(place).names) return {};
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
}

/// "Rye #bread en Lyon, Rhône": apps that speak Spanish, Portuguese or French. Behind a word
/// it could be a sentence of that language.
TextSpan find_translated_suffix(std::string_view text) {
  for (const std::string_view link : {" en ", " em ", " \u00E0 "}) {
    const size_t at = text.rfind(link);
    if (at == std::string_view::npos) continue;
    const size_t begin = at + link.size();
    const std::string_view place = text.substr(begin);
    const size_t hashtag = text.substr(0, at).find_last_of(" #");
    const bool after_hashtag = hashtag != std::string_view::npos && text[hashtag] == '#';
    const bool after_mark = at > 0 && !is_word_byte(text[at - 1]);
    const size_t comma = place.find(", ");
    if (comma == std::string_view::npos || comma + 2 >= place.size()) continue;
    const bool named = is_upper(place.front()) && is_upper(place[comma + 2]) &&
                       place.size() <= kLongestPlace && words_of(place).names;
    if (!named || !(after_hashtag || after_mark)) continue;
    return {static_cast<uint32_t>(at + 1), static_cast<uint32_t>(text.size())};
  }
  return {};
}

}  // namespace

bool is_closing_suffix(std::string_view text, TextSpan suffix) {
  if (suffix.empty() || !ends_text(text, suffix.end)) return false;
  const std::string_view sign = text.substr(suffix.begin, 2);
  if (sign != "@ ") return false;
  const std::string_view place = suffix.of(text).substr(2);
  return suffix.begin > 0 && text[suffix.begin - 1] == ' ' && !is_lower(place.front()) &&
         words_of(place).names;
}

TextSpan find_place_suffix(std::string_view text) {
  for (size_t at = 0; (at = text.find('@', at)) != std::string_view::npos; ++at) {
    const TextSpan found = check_in_at(text, at);
    if (!found.empty()) return found;
  }
  const TextSpan dashed = find_dashed_place(text);
  return dashed.empty() ? find_translated_suffix(text) : dashed;
}

}  // namespace soiree
