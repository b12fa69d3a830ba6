#include "linter/parse/zones.h"

#include <algorithm>
#include <array>
#include <string>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "linter/parse/dates.h"

namespace soiree {
namespace {

constexpr int32_t minutes(int hours, int more = 0) { return (hours * 60 + more) * 60; }

struct Abbreviation {
  std::string_view name;
  int32_t offset;
};

// Where an abbreviation has several meanings (CST, IST, BST), the one most often written in English
// posts: America for CST, India for IST, Britain for BST.
constexpr std::array kAbbreviations = {
    Abbreviation{"ACDT", minutes(10, 30)}, Abbreviation{"ACST", minutes(9, 30)},
    Abbreviation{"ADT", minutes(-3)},      Abbreviation{"AEDT", minutes(11)},
    Abbreviation{"AEST", minutes(10)},     Abbreviation{"AKDT", minutes(-8)},
    Abbreviation{"AKST", minutes(-9)},     Abbreviation{"ART", minutes(-3)},
    Abbreviation{"AST", minutes(-4)},      Abbreviation{"AWST", minutes(8)},
    Abbreviation{"BRST", minutes(-2)},     Abbreviation{"BRT", minutes(-3)},
    Abbreviation{"BST", minutes(1)},       Abbreviation{"CAT", minutes(2)},
    Abbreviation{"CDT", minutes(-5)},      Abbreviation{"CEST", minutes(2)},
    Abbreviation{"CET", minutes(1)},       Abbreviation{"CLST", minutes(-3)},
    Abbreviation{"CLT", minutes(-4)},      Abbreviation{"COT", minutes(-5)},
    Abbreviation{"CST", minutes(-6)},      Abbreviation{"EAT", minutes(3)},
    Abbreviation{"EDT", minutes(-4)},      Abbreviation{"EEST", minutes(3)},
    Abbreviation{"EET", minutes(2)},       Abbreviation{"EST", minutes(-5)},
    Abbreviation{"HKT", minutes(8)},       Abbreviation{"HST", minutes(-10)},
    Abbreviation{"ICT", minutes(7)},       Abbreviation{"IDT", minutes(3)},
    Abbreviation{"IST", minutes(5, 30)},   Abbreviation{"JST", minutes(9)},
    Abbreviation{"KST", minutes(9)},       Abbreviation{"MDT", minutes(-6)},
    Abbreviation{"MESZ", minutes(2)},      Abbreviation{"MEZ", minutes(1)},
    Abbreviation{"MSK", minutes(3)},       Abbreviation{"MST", minutes(-7)},
    Abbreviation{"NPT", minutes(5, 45)},   Abbreviation{"NZDT", minutes(13)},
    Abbreviation{"NZST", minutes(12)},     Abbreviation{"PDT", minutes(-7)},
    Abbreviation{"PET", minutes(-5)},      Abbreviation{"PHT", minutes(8)},
    Abbreviation{"PKT", minutes(5)},       Abbreviation{"PST", minutes(-8)},
    Abbreviation{"SAST", minutes(2)},      Abbreviation{"SGT", minutes(8)},
    Abbreviation{"TRT", minutes(3)},       Abbreviation{"WAT", minutes(1)},
    Abbreviation{"WEST", minutes(1)},      Abbreviation{"WET", minutes(0)},
    Abbreviation{"WIB", minutes(7)},
};

struct Region {
  std::string_view name;
  const char* zone;
};

// Abbreviations that name a region and so follow its daylight saving.
constexpr std::array kRegions = {
    Region{"ET", "America/New_York"},
    Region{"CT", "America/Chicago"},
    Region{"MT", "America/Denver"},
    Region{"PT", "America/Los_Angeles"},
};

constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; }

bool same_letters(std::string_view left, std::string_view upper_case) {
  return std::equal(left.begin(), left.end(), upper_case.begin(), upper_case.end(),
                    [](char a, char b) { return upper(a) == b; });
}

// Names that the loader would take for something else than a file of the zone database ("localtime"
// depends on the machine, "file:" and ".." leave the database) never reach it.
bool may_be_zone_name(std::string_view name) {
  if (name.empty() || name.size() > 64 || !is_letter(name.front())) return false;
  if (same_letters(name, "LOCALTIME") || name.starts_with("Fixed/")) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '/' || c == '_' || c == '+' || c == '-';
  });
}

// "europe/berlin" and "AMERICA/NEW_YORK" as the database spells them.
std::string title_case(std::string_view name) {
  std::string spelled(name);
  bool start = true;
  for (char& c : spelled) {
    if (is_letter(c)) c = start ? upper(c) : static_cast<char>(upper(c) + 32);
    start = !is_letter(c);
  }
  return spelled;
}

bool load_zone(std::string_view name, absl::TimeZone& zone) {
  if (!may_be_zone_name(name)) return false;
  if (absl::LoadTimeZone(std::string(name), &zone)) return true;
  const std::string spelled = title_case(name);
  return spelled != name && name.find('/') != std::string_view::npos &&
         absl::LoadTimeZone(spelled, &zone);
}

int32_t offset_in(const absl::TimeZone& zone, int64_t civil) {
  const absl::TimeZone::TimeInfo info = zone.At(absl::CivilSecond(1970, 1, 1) + civil);
  return static_cast<int32_t>(civil - absl::ToUnixSeconds(info.pre));
}

}  // namespace

std::optional<int32_t> offset_from_text(std::string_view zone) {
  if (same_letters(zone, "Z")) return 0;
  bool named = false;
  for (const std::string_view prefix : {"UTC", "GMT", "UT"}) {
    if (zone.size() >= prefix.size() && same_letters(zone.substr(0, prefix.size()), prefix)) {
      zone.remove_prefix(prefix.size());
      named = true;
      break;
    }
  }
  if (zone.empty()) return named ? std::optional<int32_t>(0) : std::nullopt;
  int sign = 0;
  if (zone.front() == '+') {
    sign = 1;
    zone.remove_prefix(1);
  } else if (zone.front() == '-') {
    sign = -1;
    zone.remove_prefix(1);
  } else if (zone.starts_with("\xE2\x88\x92")) {  // U+2212, the sign ISO 8601 prefers
    sign = -1;
    zone.remove_prefix(3);
  }
  if (sign == 0) return std::nullopt;
  std::array<int, 3> parts = {0, 0, 0};  // hours, minutes, seconds
  size_t part = 0;
  size_t at = 0;
  const bool colons = zone.find(':') != std::string_view::npos;
  const size_t first = colons ? zone.find(':') : zone.size() % 2 == 1 ? 1 : 2;
  if (first == 0 || first > 2 || zone.size() > 8) return std::nullopt;
  while (at < zone.size()) {
    const size_t width = part == 0 ? first : 2;
    if (part == parts.size() || at + width > zone.size()) return std::nullopt;
    for (size_t i = 0; i < width; ++i, ++at) {
      if (!is_digit(zone[at])) return std::nullopt;
      parts[part] = parts[part] * 10 + (zone[at] - '0');
    }
    ++part;
    if (colons && at < zone.size()) {
      if (zone[at] != ':' || ++at == zone.size()) return std::nullopt;
    }
  }
  if (part == 0 || parts[0] > 18 || parts[1] > 59 || parts[2] > 59) return std::nullopt;
  return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2]);
}

std::optional<int32_t> offset_of_zone(std::string_view zone, int64_t civil, ZoneUse use) {
  if (const auto offset = offset_from_text(zone)) return offset;
  absl::TimeZone loaded;
  if (use == ZoneUse::setting && load_zone(zone, loaded)) return offset_in(loaded, civil);
  for (const Abbreviation& known : kAbbreviations) {
    if (same_letters(zone, known.name)) return known.offset;
  }
  for (const Region& region : kRegions) {
    if (same_letters(zone, region.name)) zone = region.zone;
  }
  if (!load_zone(zone, loaded)) return std::nullopt;
  return offset_in(loaded, civil);
}

bool zoneinfo_available() {
  absl::TimeZone zone;
  return absl::LoadTimeZone("Europe/London", &zone) ||
         absl::LoadTimeZone("America/New_York", &zone);
}

bool is_known_zone(std::string_view zone) {
  return offset_of_zone(zone, 0, ZoneUse::setting).has_value();
}

}  // namespace soiree
