#include "rules/location-checkin/check_in.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "linter/text/word_table.h"
#include "rules/location-checkin/map_links.h"
#include "rules/location-checkin/opening_hours.h"
#include "rules/location-checkin/place_names.h"
#include "rules/location-checkin/place_suffix.h"

namespace soiree {
namespace {

/// Categories of lexicon.tsv, in this order.
enum Category : uint8_t {
  kArrival,  ///< the name of a place must follow
  kKnown,    ///< a place that everybody knows must follow
  kTransit,  ///< on the way there; the name of a place must follow
  kHere,     ///< says it all
  kInvites,  ///< readers are to come, so they want to know where
  kAbroad,   ///< kArrival in other languages than English
  kEvent,    ///< sells entry: even a suffix says where the event is
  kLater,    ///< the author is not there yet
  kDoing,    ///< what people do in a place; the name of a place must end its sentence
};
constexpr std::array<std::string_view, 9> kCategories = {
    "arrival", "known", "transit", "here", "invites", "abroad", "event", "later", "doing"};

constexpr uint32_t kLongestArticle = 60;  // words; longer ones tell of a place
constexpr uint32_t kMostWordsWithCoordinates = 6;
constexpr uint32_t kMostWordsWithMap = 3;
constexpr uint32_t kMostWordsWithPin = 20;  ///< longer posts end with their shop's address
constexpr uint32_t kMostFillers = 4;
constexpr uint32_t kMostNames = 4;
constexpr uint32_t kReachOfDoing = 7;  ///< words between what one does and the "in" of the place

/// Words between the beginning of a clause and the phrase: "So we just ...".
constexpr auto kFillers = [] {
  WordTable<128> table;
  table.add(
      "i we i've we've i'm im we're am are have just finally now so and well ok okay yay safely "
      "currently officially already back here still again both all super very today tonight "
      "morning hey guys yes oh omg it's its it is a the day my our after before long hours weeks "
      "been endlich heute gerade ya fin por enfin finalmente hoy",
      1);
  return table;
}();

std::string_view gap_before(const Post& post, uint32_t token) {
  if (token == 0) return {};
  return post.text({post.tokens()[token - 1].span.end, post.tokens()[token].span.begin});
}

bool starts_clause(const Post& post, uint32_t token) {
  if (token == 0 || post.tokens()[token].sentence_start) return true;
  const Token& previous = post.tokens()[token - 1];
  const bool woven = previous.kind == TokenKind::hashtag && token > 1 &&
                     post.tokens()[token - 2].kind == TokenKind::word && !previous.sentence_start;
  // "Delegates of #Lyon arrived in": the hashtag is a word of the sentence.
  if (woven && !post.tokens()[token].capital && gap_before(post, token) == " ") return false;
  const TokenKind before = previous.kind;
  if (before != TokenKind::word && before != TokenKind::number) return true;
  const std::string_view gap = gap_before(post, token);
  return std::any_of(gap.begin(), gap.end(), [](char c) {
    return static_cast<unsigned char>(c) > 127 ||
           std::string_view("\n.!?:;|()\"-/").find(c) != std::string_view::npos;
  });
}

/// First token of the clause that token `token` belongs to when the author is the one who does it:
/// the clause begins there, or with "we", "just", "finally".
std::optional<uint32_t> clause_of_author(const Post& post, uint32_t token) {
  for (uint32_t fillers = 0; fillers <= kMostFillers; ++fillers, --token) {
    if (starts_clause(post, token)) return token;
    if (kFillers.find(post.tokens()[token - 1].hash) == 0) return std::nullopt;
  }
  return std::nullopt;
}

bool has_clock_time(const Post& post) {
  const auto tokens = post.tokens();
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::number) continue;
    const std::string_view number = post.text(tokens[i].span);
    if (number.ends_with("am") || number.ends_with("pm")) return true;
    const bool next = i + 1 < tokens.size() && (tokens[i + 1].hash == hash_word("am") ||
                                                tokens[i + 1].hash == hash_word("pm"));
    if (next) return true;
  }
  return false;
}

uint32_t count_words(const Post& post) {
  return static_cast<uint32_t>(std::count_if(post.tokens().begin(), post.tokens().end(), is_word));
}

TextSpan span_of_tokens(const Post& post, uint32_t first, uint32_t last) {
  last = std::min<uint32_t>(last, static_cast<uint32_t>(post.tokens().size()));
  return {post.tokens()[first].span.begin, post.tokens()[last - 1].span.end};
}

/// Past the name that starts at `token`: capitalised words in a row.
uint32_t end_of_name(const Post& post, uint32_t token) {
  const auto tokens = post.tokens();
  if (const uint32_t town = town_and_state(post, token); town > 0) return token + town;
  uint32_t end = token + 1;
  while (end < tokens.size() && end < token + kMostNames && !tokens[end].sentence_start &&
         tokens[end].kind == TokenKind::word && tokens[end].capital &&
         gap_before(post, end) == " ") {
    ++end;
  }
  return end;
}

/// "Flying to Lyon is cheap": the place is what the sentence is about.
bool is_subject(const Post& post, uint32_t after) {
  const auto tokens = post.tokens();
  if (after >= tokens.size() || tokens[after].sentence_start) return false;
  constexpr std::array kVerbs = {hash_word("is"),   hash_word("was"),   hash_word("are"),
                                 hash_word("were"), hash_word("costs"), hash_word("takes"),
                                 hash_word("has"),  hash_word("can"),   hash_word("will"),
                                 hash_word("isn't")};
  return gap_before(post, after) == " " &&
         std::find(kVerbs.begin(), kVerbs.end(), tokens[after].hash) != kVerbs.end();
}

bool says_where(const PhraseMatch& match) {
  return match.category <= kHere || match.category == kAbroad || match.category == kDoing;
}

/// Does the sentence end at `token`, or go on with the time only: "in Lyon today"?
bool ends_with_place(const Post& post, uint32_t token) {
  const auto tokens = post.tokens();
  if (token >= tokens.size() || tokens[token].sentence_start) return true;
  if (tokens[token].kind != TokenKind::word) return tokens[token].kind != TokenKind::number;
  constexpr std::array kTimes = {hash_word("today"),  hash_word("tonight"), hash_word("now"),
                                 hash_word("rn"),     hash_word("this"),    hash_word("again"),
                                 hash_word("with"),   hash_word("w"),       hash_word("yesterday"),
                                 hash_word("before"), hash_word("after"),   hash_word("until")};
  const bool time = std::find(kTimes.begin(), kTimes.end(), tokens[token].hash) != kTimes.end();
  const std::string_view gap = gap_before(post, token);
  return time || gap.find_first_of("!.|(") != std::string_view::npos;
}

/// "Rooftop drinks in Lyon": past the place that ends the sentence of `match`, 0 when there is
/// none.
uint32_t end_of_doing(const Post& post, const PhraseMatch& match) {
  const auto tokens = post.tokens();
  const auto last =
      std::min<uint32_t>(match.last + kReachOfDoing, static_cast<uint32_t>(tokens.size()));
  for (uint32_t i = match.last - 1; i + 1 < last; ++i) {
    const bool beyond = i > match.last - 1;
    if (beyond && (tokens[i].sentence_start || tokens[i].kind != TokenKind::word)) break;
    const uint32_t hash = tokens[i].hash;
    const bool at = hash == hash_word("at");
    const bool way = hash == hash_word("through") || hash == hash_word("around") ||
                     hash == hash_word("along") || hash == hash_word("near");
    const bool in = hash == hash_word("in") || (hash == hash_word("to") && i < match.last);
    if (!at && !in && !way) continue;
    const bool place = in ? is_known_place(post, i + 1) : is_place_name(post, i + 1);
    if (!place) continue;
    const uint32_t end = end_of_name(post, i + 1);
    if (ends_with_place(post, end)) return end;
  }
  return 0;
}

/// "Heading to Lyon?" asks where the readers are.
bool is_question(const Post& post, uint32_t token) {
  const auto& sentences = post.segments.sentences;
  const auto sentence =
      std::upper_bound(sentences.begin(), sentences.end(), token,
                       [](uint32_t place, const Sentence& other) { return place < other.last; });
  return sentence != sentences.end() && sentence->end == SentenceEnd::question;
}

CheckIn find_phrase(const Post& post, std::span<const PhraseMatch> matches) {
  const bool english = post.language == Language::en || post.language == Language::unknown;
  for (const PhraseMatch& match : matches) {
    if (match.quoted || !says_where(match)) continue;
    if (match.category != kAbroad && !english) continue;
    const std::optional<uint32_t> clause = clause_of_author(post, match.first);
    if (!clause || is_question(post, match.first)) continue;
    if (match.category == kDoing) {
      const uint32_t end = post.is_short() ? end_of_doing(post, match) : 0;
      if (end > 0) return {CheckInSign::phrase, span_of_tokens(post, *clause, end)};
      continue;
    }
    if (match.category == kHere) {
      return {CheckInSign::phrase, span_of_tokens(post, *clause, match.last)};
    }
    const bool ends =
        match.last >= post.tokens().size() || post.tokens()[match.last].sentence_start;
    if (ends) continue;
    const bool place = match.category == kKnown ? is_known_place(post, match.last)
                                                : is_place_name(post, match.last);
    const uint32_t end = place ? end_of_name(post, match.last) : 0;
    if (!place || is_subject(post, end)) continue;
    return {CheckInSign::phrase, span_of_tokens(post, *clause, end)};
  }
  return {};
}

bool is_edge(std::string_view gap) {
  return gap.find('|') != std::string_view::npos || gap.find('\n') != std::string_view::npos ||
         gap.find("\u2022") != std::string_view::npos;
}

/// "Some Town, CA" between bars or alone in its line, or a name after a pin.
CheckIn find_place_line(const Post& post) {
  const auto tokens = post.tokens();
  const auto size = static_cast<uint32_t>(tokens.size());
  const bool is_brief = count_words(post) <= kMostWordsWithPin;
  for (uint32_t i = 0; i < size; ++i) {
    if (tokens[i].kind == TokenKind::emoji) {
      const bool pin = is_brief && post.text(tokens[i].span).starts_with("\U0001F4CD");
      const bool name = pin && i + 1 < size && tokens[i + 1].capital &&
                        gap_before(post, i + 1).find('\n') == std::string_view::npos;
      if (name) return {CheckInSign::place_line, span_of_tokens(post, i, end_of_name(post, i + 1))};
      continue;
    }
    if (!tokens[i].capital || (i > 0 && !is_edge(gap_before(post, i)))) continue;
    const uint32_t town = town_and_state(post, i);
    if (town == 0 || (i + town < size && !is_edge(gap_before(post, i + town)))) continue;
    return {CheckInSign::place_line, span_of_tokens(post, i, i + town)};
  }
  return {};
}

/// "LHR \u2708 JFK": from one airport or famous place to another.
CheckIn find_route(const Post& post) {
  const auto tokens = post.tokens();
  const auto is_stop = [&](uint32_t i) {
    return tokens[i].kind == TokenKind::word &&
           (tokens[i].all_capitals || is_known_place(post, i)) && tokens[i].span.size() >= 2;
  };
  for (uint32_t i = 1; i + 1 < tokens.size(); ++i) {
    const bool plane =
        tokens[i].kind == TokenKind::emoji && post.text(tokens[i].span).starts_with("\u2708");
    if (plane && is_stop(i - 1) && is_stop(i + 1)) {
      return {CheckInSign::phrase, span_of_tokens(post, i - 1, i + 2)};
    }
  }
  const bool bound = tokens.size() > 1 && tokens[1].hash == hash_word("bound") &&
                     tokens[0].capital && is_known_place(post, 0) && ends_with_place(post, 2);
  if (bound) return {CheckInSign::phrase, span_of_tokens(post, 0, 2)};
  return {};
}

CheckIn find_service_link(const Post& post) {
  for (const Token& token : post.tokens()) {
    if (token.kind == TokenKind::url && is_check_in_link(post.text(token.span))) {
      return {CheckInSign::service_link, token.span};
    }
  }
  for (const Link& link : post.document.links) {
    if (is_check_in_link(link.url)) return {CheckInSign::service_link, link.text};
  }
  return {};
}

CheckIn find_map(const Post& post) {
  const uint32_t words = count_words(post);
  if (words <= kMostWordsWithCoordinates) {
    const TextSpan place = find_coordinates(post.text());
    if (!place.empty()) return {CheckInSign::coordinates, place};
  }
  if (words > kMostWordsWithMap) return {};
  for (const Token& token : post.tokens()) {
    if (token.kind == TokenKind::url && is_map_link(post.text(token.span))) {
      return {CheckInSign::map_link, token.span};
    }
  }
  return {};
}

bool is_quoted(const Post& post, TextSpan place) {
  return std::any_of(
      post.quotations.begin(), post.quotations.end(),
      [&](const Quotation& quotation) { return quotation.text.contains(place.begin); });
}

bool is_answer(const Post& post) {
  return post.kind == PostKind::reply || post.kind == PostKind::direct_message ||
         post.tokens().front().kind == TokenKind::mention;
}

}  // namespace

LexiconId use_check_in_lexicon(PhraseIndex& phrases) {
  return phrases.use("location-checkin", kCategories, LanguageSet::all());
}

TextSpan find_stated_place(const Post& post) {
  const TextSpan suffix = find_place_suffix(post.text());
  const auto tokens = post.tokens();
  for (uint32_t i = 0; i + 2 < tokens.size(); ++i) {
    if (!suffix.empty() && tokens[i].span.begin >= suffix.begin) break;
    const bool at = (tokens[i].hash == hash_word("i'm") || tokens[i].hash == hash_word("im")) &&
                    tokens[i + 1].hash == hash_word("at");
    if (at && clause_of_author(post, i) && is_place_name(post, i + 2)) {
      return {tokens[i].span.begin, static_cast<uint32_t>(post.text().size())};
    }
  }
  return suffix;
}

CheckIn find_check_in(const Post& post, std::span<const PhraseMatch> matches) {
  if (post.tokens().empty() || post.kind == PostKind::repost) return {};
  if (!post.is_short() && count_words(post) > kLongestArticle) return {};
  const bool answer = is_answer(post);
  const auto has = [matches](Category category) {
    return std::any_of(matches.begin(), matches.end(),
                       [category](const PhraseMatch& match) { return match.category == category; });
  };
  if (CheckIn link = find_service_link(post)) return link;
  if (has(kEvent)) return {};
  const TextSpan suffix = find_place_suffix(post.text());
  const bool bracket = !suffix.empty() && post.text()[suffix.begin] == '(';
  const bool passed_on = post.tokens().front().hash == hash_word("rt");
  const bool closing =
      post.kind == PostKind::social && !passed_on && is_closing_suffix(post.text(), suffix);
  const bool own = closing || bracket || (!answer && post.is_short());
  if (!suffix.empty() && own && (closing || !is_quoted(post, suffix))) {
    const TextSpan phrase = find_phrase(post, matches).place;
    const bool apart = !phrase.empty() && phrase.begin < suffix.begin;
    return {CheckInSign::place_suffix, suffix,
            apart ? TextSpan{phrase.begin, std::min(phrase.end, suffix.begin)} : TextSpan{}};
  }
  if (answer || has(kInvites) || has(kLater) || has_hours(post.text()) || has_clock_time(post)) {
    return {};
  }
  if (CheckIn phrase = find_phrase(post, matches)) return phrase;
  if (!post.is_short()) return {};
  if (CheckIn line = find_place_line(post)) return line;
  if (CheckIn route = find_route(post)) return route;
  if (CheckIn map = find_map(post)) return map;
  if (!post.metadata.location.empty()) return {CheckInSign::location_field, {}};
  return {};
}

}  // namespace soiree
