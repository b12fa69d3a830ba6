#include "rules/location-checkin/place_names.h"

#include <algorithm>
#include <array>

#include "linter/text/word_table.h"

namespace soiree {
namespace {

enum Use : uint32_t {
  kKnown = 1,         ///< a place that everybody knows
  kKnownUpper = 2,    ///< one only in capitals: "LA"
  kKnownCapital = 4,  ///< one only with a capital: "India"
  kNoPlace = 8,       ///< capitalised, and after "in" no place
  kPlain = 16,        ///< a kind of place: "beach"
  kDeterminer = 32,
  kFirstOfTwo = 64,
};

constexpr std::array<std::array<std::string_view, 2>, 48> kTwoWords = {{
    {"new", "york"},      {"los", "angeles"},     {"las", "vegas"},      {"san", "francisco"},
    {"san", "diego"},     {"san", "jose"},        {"san", "antonio"},    {"hong", "kong"},
    {"new", "orleans"},   {"new", "zealand"},     {"cape", "town"},      {"tel", "aviv"},
    {"mexico", "city"},   {"costa", "rica"},      {"puerto", "rico"},    {"new", "jersey"},
    {"key", "west"},      {"palm", "springs"},    {"salt", "lake"},      {"buenos", "aires"},
    {"rio", "de"},        {"sao", "paulo"},       {"são", "paulo"},      {"santa", "monica"},
    {"lake", "tahoe"},    {"times", "square"},    {"kuala", "lumpur"},   {"new", "mexico"},
    {"santa", "barbara"}, {"santa", "cruz"},      {"st", "louis"},       {"kansas", "city"},
    {"palm", "beach"},    {"south", "beach"},     {"long", "island"},    {"central", "park"},
    {"fort", "worth"},    {"fort", "lauderdale"}, {"baton", "rouge"},    {"el", "paso"},
    {"big", "bear"},      {"big", "sur"},         {"joshua", "tree"},    {"grand", "canyon"},
    {"napa", "valley"},   {"long", "beach"},      {"north", "carolina"}, {"south", "carolina"},
}};

constexpr auto kUses = [] {
  WordTable<2048> table;
  table.add(
      "vegas nyc london paris berlin tokyo amsterdam barcelona madrid milan venice lisbon dublin "
      "vienna prague budapest athens istanbul dubai singapore bangkok bali sydney melbourne "
      "toronto "
      "vancouver montreal chicago boston seattle portland austin dallas houston miami orlando "
      "atlanta denver philly philadelphia detroit nashville brooklyn manhattan hollywood texas "
      "florida california hawaii alaska utah nevada colorado arizona oregon ohio michigan mexico "
      "brazil spain italy france germany england scotland ireland japan thailand australia canada "
      "disneyland disneyworld malibu munich hamburg zurich geneva copenhagen stockholm oslo "
      "helsinki "
      "warsaw krakow brussels edinburgh manchester liverpool mumbai delhi bangalore jakarta manila "
      "seoul taipei shanghai beijing nairobi lagos cairo marrakech lima bogota santiago havana "
      "heathrow gatwick stansted schiphol changi lax jfk sfo losangeles lasvegas newyork "
      "newyorkcity "
      "sanfrancisco sandiego neworleans hongkong coachella tallinn riga vilnius reykjavik lyon "
      "marseille "
      "bordeaux toulouse nantes strasbourg antwerp ghent bruges rotterdam utrecht eindhoven "
      "leipzig "
      "dresden stuttgart düsseldorf dusseldorf nuremberg salzburg innsbruck basel lausanne lugano "
      "florence naples bologna turin palermo verona sicily sardinia tuscany seville valencia "
      "malaga "
      "bilbao ibiza mallorca tenerife porto algarve belgrade zagreb dubrovnik ljubljana sarajevo "
      "sofia "
      "bucharest kyiv kiev lviv tbilisi yerevan jerusalem beirut amman doha riyadh jeddah kuwait "
      "bahrain "
      "muscat tehran karachi lahore islamabad dhaka kathmandu colombo chennai hyderabad pune "
      "kolkata "
      "bengaluru jaipur goa hanoi saigon phuket pattaya penang cebu kyoto osaka hokkaido fukuoka "
      "sapporo "
      "busan shenzhen guangzhou chengdu brisbane adelaide hobart cairns auckland christchurch "
      "queenstown fiji accra abuja kampala kigali harare lusaka durban johannesburg joburg "
      "pretoria "
      "zanzibar casablanca tunis algiers alexandria cancun tulum guadalajara monterrey panama "
      "medellin "
      "cartagena quito cusco montevideo asuncion caracas jamaica bahamas barbados aruba glasgow "
      "leeds "
      "birmingham bristol belfast cardiff newcastle sheffield nottingham brighton galway tampa "
      "oakland "
      "sacramento pittsburgh cincinnati cleveland indianapolis milwaukee minneapolis memphis "
      "baltimore "
      "albuquerque tucson omaha honolulu maui oahu anchorage raleigh louisville tulsa savannah "
      "scottsdale frankfurt yosemite yellowstone patagonia calgary edmonton ottawa winnipeg quebec",
      kKnown);
  table.add(
      "la dc sf uk usa uae lhr ord cdg ams fra dxb sin hkg nrt atl dfw sjc ewr lga bos sea mia "
      "mco phx iad",
      kKnownUpper);
  table.add(
      "rome india china turkey chile peru cuba iceland norway sweden denmark finland poland "
      "greece portugal egypt morocco kenya nigeria vietnam indonesia phoenix charlotte cambridge "
      "idaho montana wyoming kansas iowa nebraska oklahoma arkansas tennessee kentucky missouri "
      "minnesota wisconsin illinois indiana virginia maryland connecticut massachusetts vermont "
      "maine alabama mississippi louisiana croatia slovenia austria switzerland belgium argentina "
      "colombia ecuador bolivia malaysia philippines nepal pakistan bangladesh jordan qatar oman "
      "ghana uganda tanzania ethiopia zimbabwe namibia tunisia romania bulgaria serbia hungary "
      "ukraine georgia berkeley pasadena anaheim fresno bakersfield riverside boulder aspen vail "
      "oxford bath nice cologne",
      kKnownCapital);
  table.add(
      "monday tuesday wednesday thursday friday saturday sunday january february march april may "
      "june "
      "july august september october november december jan feb mar apr jun jul aug sep sept oct "
      "nov "
      "dec english spanish french german portuguese italian russian japanese chinese korean arabic "
      "python rust go java javascript typescript swift kotlin php ruby c css html sql node node.js "
      "react vue angular linux windows android ios macos ubuntu debian fedora chrome firefox "
      "safari "
      "edge opera github gitlab npm slack discord twitter instagram facebook youtube tiktok "
      "linkedin "
      "spotify steam netflix zoom teams reddit telegram mastodon bluesky threads medium substack "
      "kubernetes docker postgres excel word beta alpha production stable nightly main master "
      "stock "
      "store stores action business black love white time times style phase part version season "
      "chapter episode week day level round act my your our his her its the this that these those "
      "a "
      "an i it god jesus christ lord heaven mind shape peace print theaters theatres cinemas hd vr "
      "ai "
      "bed life christmas easter halloween thanksgiving spring summer autumn fall winter q1 q2 q3 "
      "q4 "
      "vs everyone all team world saddle days game groove ussr zone friends folks people guys "
      "first "
      "last next new least most best work home once series stage step volume vol no number "
      "quarantine lockdown congress parliament court captivity line traffic",
      kNoPlace);
  table.add(
      "home work school church office gym beach airport park mall house crib studio lake pool club "
      "bar "
      "pub hotel hospital station library zoo stadium movies theater theatre restaurant cafe "
      "casino "
      "museum market farm ranch river mountains desert cabin",
      kPlain);
  table.add("the my our", kDeterminer);
  for (const auto& name : kTwoWords) table.add(name[0], kFirstOfTwo);
  return table;
}();

constexpr auto kStates = [] {
  WordTable<128> table;
  table.add(
      "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj "
      "nm ny "
      "nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc",
      1);
  return table;
}();

constexpr uint32_t kMostWordsOfTown = 3;

/// Uses of the word of a hashtag, its sign left out.
uint32_t uses_of_hashtag(std::string_view hashtag) {
  uint32_t hash = hash_word("");
  for (const char c : hashtag.substr(1)) {
    const bool upper = c >= 'A' && c <= 'Z';
    hash = hash_byte(hash, static_cast<unsigned char>(upper ? c - 'A' + 'a' : c));
  }
  return kUses.find(hash);
}

bool is_one_of_two(const Post& post, uint32_t token) {
  const auto tokens = post.tokens();
  if (token + 1 >= tokens.size()) return false;
  return std::any_of(kTwoWords.begin(), kTwoWords.end(), [&](const auto& name) {
    return hash_word(name[0]) == tokens[token].hash && hash_word(name[1]) == tokens[token + 1].hash;
  });
}

std::string_view gap_before(const Post& post, uint32_t token) {
  if (token == 0) return {};
  return post.text({post.tokens()[token - 1].span.end, post.tokens()[token].span.begin});
}

uint32_t uses_of_word(std::string_view word) {
  uint32_t hash = hash_word("");
  for (const char c : word) {
    const bool upper = c >= 'A' && c <= 'Z';
    hash = hash_byte(hash, static_cast<unsigned char>(upper ? c - 'A' + 'a' : c));
  }
  return kUses.find(hash);
}

}  // namespace

uint32_t town_and_state(const Post& post, uint32_t token) {
  const auto tokens = post.tokens();
  for (uint32_t i = token; i < tokens.size() && i <= token + kMostWordsOfTown; ++i) {
    const Token& word = tokens[i];
    const bool state = i > token && word.all_capitals && word.span.size() == 2 &&
                       kStates.find(word.hash) != 0 && gap_before(post, i) == ", ";
    if (state) return i + 1 - token;
    if (word.kind != TokenKind::word || !word.capital) return 0;
    if (i > token && gap_before(post, i) != " ") return 0;
  }
  return 0;
}

bool is_known_place(const Post& post, uint32_t token) {
  const auto tokens = post.tokens();
  if (token >= tokens.size()) return false;
  const Token& word = tokens[token];
  if (word.kind == TokenKind::hashtag) {
    return (uses_of_hashtag(post.text(word.span)) & kKnown) != 0;
  }
  if (word.kind != TokenKind::word) return false;
  const uint32_t uses = kUses.find(word.hash);
  if ((uses & kKnown) != 0 || ((uses & kKnownUpper) != 0 && word.all_capitals) ||
      ((uses & kKnownCapital) != 0 && word.capital)) {
    return true;
  }
  if ((uses & kFirstOfTwo) != 0 && is_one_of_two(post, token)) return true;
  return town_and_state(post, token) > 0;
}

bool is_place_name(const Post& post, uint32_t token) {
  const auto tokens = post.tokens();
  if (token == 0 || token >= tokens.size() || tokens[token].sentence_start) return false;
  if (is_known_place(post, token)) return true;
  const Token& before = tokens[token - 1];
  const bool in_title = before.capital && before.span.size() > 1 && !before.sentence_start;
  if (in_title || gap_before(post, token).find('\n') != std::string_view::npos) return false;
  uint32_t name = token;
  if (tokens[name].hash == hash_word("the") && ++name == tokens.size()) return false;
  const Token& word = tokens[name];
  if (word.kind != TokenKind::word || !word.capital || word.sentence_start) return false;
  if ((kUses.find(word.hash) & kNoPlace) != 0) return false;
  // "landed in Chrome 117"
  const bool numbered = name + 1 < tokens.size() && tokens[name + 1].kind == TokenKind::number &&
                        !tokens[name + 1].sentence_start && gap_before(post, name + 1) == " ";
  return !numbered || post.text(tokens[name + 1].span).starts_with("20");
}

bool is_plain_place(std::string_view first_word, std::string_view last_word) {
  const uint32_t first = uses_of_word(first_word);
  if ((first & (kPlain | kKnown)) != 0) return true;
  return (first & kDeterminer) != 0 && (uses_of_word(last_word) & kPlain) != 0;
}

}  // namespace soiree
