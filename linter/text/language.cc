#include "linter/text/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "linter/text/character_class.h"
#include "linter/text/function_words.h"
#include "linter/text/utf8.h"

namespace soiree {
namespace {

constexpr size_t kTokensRead = 600;
/// After so many tokens, and again every so many: a language with this many votes, and this many
/// times those of the next one, has won. Earlier a second language may still come.
constexpr size_t kTokensBeforeLook = 200;
constexpr size_t kTokensBetweenLooks = 100;
constexpr float kClearVotes = 30;
constexpr float kClearLead = 2.5F;
constexpr auto kVoters = static_cast<size_t>(Voter::count);

struct Name {
  std::string_view name;
  Language language;
};

constexpr Name kNames[] = {
    {"en", Language::en},        {"eng", Language::en},       {"english", Language::en},
    {"es", Language::es},        {"spa", Language::es},       {"spanish", Language::es},
    {"español", Language::es},   {"espanol", Language::es},   {"castellano", Language::es},
    {"pt", Language::pt},        {"por", Language::pt},       {"portuguese", Language::pt},
    {"português", Language::pt}, {"portugues", Language::pt}, {"ptbr", Language::pt},
    {"fr", Language::fr},        {"fra", Language::fr},       {"fre", Language::fr},
    {"french", Language::fr},    {"français", Language::fr},  {"francais", Language::fr},
    {"de", Language::de},        {"deu", Language::de},       {"ger", Language::de},
    {"german", Language::de},    {"deutsch", Language::de},   {"ru", Language::ru},
    {"rus", Language::ru},       {"russian", Language::ru},   {"русский", Language::ru},
    {"zh", Language::zh},        {"zho", Language::zh},       {"chi", Language::zh},
    {"cmn", Language::zh},       {"chinese", Language::zh},   {"中文", Language::zh},
    {"汉语", Language::zh},      {"漢語", Language::zh},      {"简体中文", Language::zh},
    {"繁體中文", Language::zh},  {"cn", Language::zh},        {"ja", Language::ja},
    {"jpn", Language::ja},       {"jp", Language::ja},        {"japanese", Language::ja},
    {"日本語", Language::ja},
};

/// Names of languages that rules have no words for; two- and three-letter codes need no list.
constexpr std::string_view kOtherNames[] = {
    "italian",   "italiano",   "dutch",   "nederlands", "polish",   "polski",    "turkish",
    "türkçe",    "indonesian", "bahasa",  "swedish",    "svenska",  "danish",    "dansk",
    "norwegian", "norsk",      "czech",   "čeština",    "finnish",  "suomi",     "hungarian",
    "magyar",    "romanian",   "română",  "greek",      "ελληνικά", "ukrainian", "українська",
    "bulgarian", "български",  "serbian", "српски",     "korean",   "한국어",    "vietnamese",
    "arabic",    "العربية",    "hebrew",  "עברית",      "hindi",    "हिन्दी",     "thai",
    "ไทย",       "persian",    "catalan", "català",     "latin",    "esperanto"};

/// Codes that look like languages and say that none is known.
constexpr std::string_view kNoLanguage[] = {"und", "zxx", "mul", "mis", "xx", "c"};

bool is_code(std::string_view name) {
  return (name.size() == 2 || name.size() == 3) &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Language language_of(Voter voter) {
  switch (voter) {
    case Voter::en:
      return Language::en;
    case Voter::es:
      return Language::es;
    case Voter::pt:
      return Language::pt;
    case Voter::fr:
      return Language::fr;
    case Voter::de:
      return Language::de;
    case Voter::ru:
      return Language::ru;
    default:
      return Language::other;
  }
}

/// What a text is written with.
struct Evidence {
  std::array<float, kVoters> votes{};
  uint32_t latin = 0;
  uint32_t cyrillic = 0;
  uint32_t han = 0;
  uint32_t kana = 0;
  uint32_t further = 0;      ///< words and characters of any other script
  uint32_t not_russian = 0;  ///< Cyrillic words with a letter that Russian lacks
};

/// A letter of Ukrainian, Belarusian, Serbian or Macedonian that Russian does not have.
bool is_foreign_cyrillic(char32_t value) {
  switch (value) {
    case 0x456:
    case 0x457:
    case 0x454:
    case 0x491:
    case 0x45E:
    case 0x458:
    case 0x459:
    case 0x45A:
    case 0x45B:
    case 0x452:
    case 0x45F:
    case 0x455:
    case 0x453:
    case 0x45C:
    case 0x406:
    case 0x407:
    case 0x404:
    case 0x408:
      return true;
    default:
      return false;
  }
}

void add_cyrillic(std::string_view word, Evidence& evidence) {
  ++evidence.cyrillic;
  for (size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (is_foreign_cyrillic(point.value)) {
      ++evidence.not_russian;
      return;
    }
    at += point.size;
  }
}

void add_votes(const Token& token, Evidence& evidence) {
  uint32_t languages = function_word_languages(token.hash);
  if (languages == 0) return;
  // What few languages share says more. Single letters and words inside names ("Los Angeles", "w/")
  // say little.
  const bool in_name = token.capital && !token.sentence_start && !token.all_capitals;
  const bool short_capitals = token.all_capitals && token.span.size() <= 3;
  const bool weak = token.span.size() == 1 || in_name || short_capitals;
  const bool is_i = token.capital && token.span.size() == 1;
  const float weight = weak && !is_i ? 0.4F : 1.0F;
  const float share = weight * (0.25F + 1.0F / static_cast<float>(std::popcount(languages)));
  while (languages != 0) {
    evidence.votes[static_cast<size_t>(std::countr_zero(languages))] += share;
    languages &= languages - 1;
  }
}

void add_token(std::string_view text, const Token& token, Evidence& evidence) {
  const char32_t first = code_point_at(text, token.span.begin).value;
  if (token.kind == TokenKind::cjk) {
    const bool kana = (first >= 0x3041 && first <= 0x30FF) || (first >= 0xFF66 && first <= 0xFF9F);
    const bool han = first >= 0x3400 && !kana && first < 0x40000;
    ++(kana ? evidence.kana : han ? evidence.han : evidence.further);
  } else if (token.kind == TokenKind::word) {
    if (first < 0x250 || (first >= 0x1E00 && first < 0x1F00)) {
      ++evidence.latin;
      add_votes(token, evidence);
    } else if (first >= 0x400 && first < 0x530) {
      add_cyrillic(token.span.of(text), evidence);
      add_votes(token, evidence);
    } else {
      ++evidence.further;
    }
  }
}

/// The language with most votes among [first, last), or unknown when they are too few or too close.
Language winner(const Evidence& evidence, Voter first, Voter last, uint32_t words) {
  auto best = static_cast<size_t>(first);
  for (size_t i = best; i < static_cast<size_t>(last); ++i) {
    if (evidence.votes[i] > evidence.votes[best]) best = i;
  }
  const float most = evidence.votes[best];
  float second = 0;
  for (auto i = static_cast<size_t>(first); i < static_cast<size_t>(last); ++i) {
    const bool same = language_of(static_cast<Voter>(i)) == language_of(static_cast<Voter>(best));
    if (i != best && !same) second = std::max(second, evidence.votes[i]);
  }
  const auto count = static_cast<float>(words);
  if (most < 1.2F || most < second * 1.2F) return Language::unknown;
  // Real text has a function word in every third or fourth word; lists of names have none.
  if (most < count * 0.08F) return count >= 20 ? Language::other : Language::unknown;
  return language_of(static_cast<Voter>(best));
}

/// Plain text in one Latin language, of which more tokens will say the same.
bool leads_clearly(const Evidence& evidence) {
  const bool latin_only = evidence.cyrillic + evidence.han + evidence.kana + evidence.further == 0;
  if (!latin_only) return false;
  const auto first = evidence.votes.begin();
  const auto best = std::max_element(first, evidence.votes.end());
  float second = 0;
  for (auto at = first; at != evidence.votes.end(); ++at) {
    if (at != best) second = std::max(second, *at);
  }
  return *best >= kClearVotes && *best >= kClearLead * second;
}

}  // namespace

Language language_from_tag(std::string_view tag) {
  const size_t first = tag.find_first_not_of(" \t\"'");
  if (first == std::string_view::npos) return Language::unknown;
  tag.remove_prefix(first);
  std::string name;
  for (const char c : tag.substr(0, 64)) {
    if (c == '-' || c == '_' || c == '.' || c == '@' || c == ' ' || c == '(' || c == ',' ||
        c == ';' || c == '"' || c == '\'' || c == '/' || c == '\t') {
      break;
    }
    name += c;
  }
  name = fold_word(name);
  for (const Name& known : kNames) {
    if (known.name == name) return known.language;
  }
  const auto is_name = [&](std::string_view other) { return other == name; };
  if (std::any_of(std::begin(kNoLanguage), std::end(kNoLanguage), is_name)) {
    return Language::unknown;
  }
  if (is_code(name)) return Language::other;
  const bool named = std::any_of(std::begin(kOtherNames), std::end(kOtherNames), is_name);
  return named ? Language::other : Language::unknown;
}

std::string_view language_code(Language language) {
  switch (language) {
    case Language::unknown:
      return "";
    case Language::en:
      return "en";
    case Language::es:
      return "es";
    case Language::pt:
      return "pt";
    case Language::fr:
      return "fr";
    case Language::de:
      return "de";
    case Language::ru:
      return "ru";
    case Language::zh:
      return "zh";
    case Language::ja:
      return "ja";
    case Language::other:
      return "other";
  }
  return "";
}

Language guess_language(std::string_view text, std::span<const Token> tokens) {
  Evidence evidence;
  const size_t end = std::min(tokens.size(), kTokensRead);
  for (size_t i = 0; i < end; ++i) {
    const bool look = i >= kTokensBeforeLook && i % kTokensBetweenLooks == 0;
    if (look && leads_clearly(evidence)) break;
    add_token(text, tokens[i], evidence);
  }
  // An ideograph carries about as much as half a word.
  const uint32_t east_asian = (evidence.han + evidence.kana + 1) / 2;
  const uint32_t most = std::max({evidence.latin, evidence.cyrillic, east_asian, evidence.further});
  if (most == 0) return Language::unknown;
  if (east_asian == most || east_asian * 3 >= evidence.latin + evidence.cyrillic) {
    if (evidence.kana * 20 > evidence.han + evidence.kana) return Language::ja;
    if (evidence.han >= 2) return Language::zh;
  }
  if (evidence.further == most) return most >= 2 ? Language::other : Language::unknown;
  // Posts about programs are full of Latin names; the reverse hardly occurs.
  if (evidence.cyrillic * 4 >= evidence.latin && evidence.cyrillic > 0) {
    if (evidence.not_russian * 20 > evidence.cyrillic) return Language::other;
    return winner(evidence, Voter::ru, Voter::count, evidence.cyrillic);
  }
  return winner(evidence, Voter::en, Voter::ru, evidence.latin);
}

}  // namespace soiree
