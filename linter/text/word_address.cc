#include "linter/text/word_address.h"

#include <algorithm>

#include "linter/text/character_class.h"
#include "linter/text/utf8.h"
#include "linter/text/word_table.h"

namespace soiree {
namespace {

/// Longest host name or local part that is looked at, in bytes; 255 is the limit of the protocols.
constexpr uint32_t kLongestName = 320;

enum TopLevel : uint32_t { kCommon = 1, kNeedsPath = 2 };

constexpr auto kTopLevels = [] {
  WordTable<512> table;
  table.add("com org net edu gov mil info dev app blog io xyz", kCommon);
  table.add(
      "ai ac ad ae af ag al am ao ar art as at au az ba be bg bike biz blue br build by ca cafe "
      "cat "
      "cc cd ch chat ci city cl club cloud cm cn co codes community company coop cr cu cx cy cz "
      "day "
      "de design digital dk do earth ec ee email engineer es et eu events fans fi fm fo foo fr fun "
      "fyi ga games garden ge gg gl global gr gt guide hk hn hr hu id ie il im in inc ink int ir "
      "is "
      "it jobs jp ke kim kr kz la land li life limited link live lk love lt ltd lu lv ly ma md me "
      "media mk mn mobi money mt museum mx my na name network news ng ni ninja nl no np nu nyc nz "
      "one online pa page pe ph photo photos pics pk pl place plus pr press pro ps pt pub pw re "
      "red "
      "reviews ro rocks rs ru run sa school science se sg sh shop si site sk so social software "
      "solutions space st store studio su sucks support sv systems tech technology tel tf th tips "
      "tk tl to today tools top town tr tube tv tw ua uk us uy vc ve video vip vn wang watch web "
      "website wiki work works world ws wtf yoga za zone",
      kNeedsPath);
  return table;
}();

unsigned char byte_at(std::string_view text, uint32_t at) {
  return static_cast<unsigned char>(text[at]);
}

CodePoint point_at(std::string_view text, uint32_t at, uint32_t end) {
  return code_point_at(text.substr(0, end), at);
}

bool is_ascii_alphanumeric(unsigned char c) { return c < 128 && is_alphanumeric(kAscii.type[c]); }

/// Size of a letter, digit or mark at `at` that may stand in a host name, 0 for anything else.
uint32_t name_letter(std::string_view text, uint32_t at, uint32_t end) {
  const unsigned char c = byte_at(text, at);
  if (c < 128) return is_alphanumeric(kAscii.type[c]) ? 1 : 0;
  const CodePoint point = point_at(text, at, end);
  return point.valid && is_letter(character_info(point.value).type) ? point.size : 0;
}

struct Name {
  uint32_t end = 0;
  uint32_t last_dot = 0;  ///< 0 when there is no dot
  bool all_lower = true;
};

/// A run of letters, digits and `extra`, with single inner dots and hyphens.
Name scan_name(std::string_view text, uint32_t begin, uint32_t end, std::string_view extra) {
  Name name{begin, 0, true};
  const uint32_t limit = std::min(end, begin + std::min(kLongestName, end - begin));
  for (uint32_t at = begin; at < limit;) {
    const unsigned char c = byte_at(text, at);
    if (const uint32_t size = name_letter(text, at, end); size > 0) {
      if (c >= 'A' && c <= 'Z') name.all_lower = false;
      at += size;
    } else if (c == '-' || (c != 0 && extra.find(text[at]) != std::string_view::npos)) {
      ++at;
      continue;  // counts only when a letter follows
    } else if (c == '.' && at > begin && at + 1 < limit && name_letter(text, at + 1, end) > 0) {
      name.last_dot = at;
      ++at;
      continue;
    } else {
      break;
    }
    name.end = at;
  }
  return name;
}

bool has_letters_only(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 128 || is_letter(kAscii.type[byte]);
  });
}

uint32_t top_level(std::string_view text, const Name& name) {
  if (name.last_dot == 0) return 0;
  const std::string_view label = text.substr(name.last_dot + 1, name.end - name.last_dot - 1);
  return kTopLevels.find(hash_word(label));
}

/// End of the characters of a path, query or fragment, closing punctuation left out.
uint32_t path_end(std::string_view text, uint32_t begin, uint32_t end) {
  uint32_t at = begin;
  int round = 0;
  int square = 0;
  uint32_t kept = begin;
  while (at < end) {
    const unsigned char c = byte_at(text, at);
    uint32_t size = 1;
    if (c >= 128) {
      size = name_letter(text, at, end);
      if (size == 0) break;
    } else if (c <= ' ' || c == 127 ||
               std::string_view("<>\"`{}|\\^").find(text[at]) != std::string_view::npos) {
      break;
    }
    round += (c == '(') - (c == ')');
    square += (c == '[') - (c == ']');
    if (round < 0 || square < 0) break;
    at += size;
    const bool closing = c < 128 && std::string_view(".,;:!?'*_~([").find(static_cast<char>(c)) !=
                                        std::string_view::npos;
    if (!closing) kept = at;
  }
  return kept;
}

bool starts_path(std::string_view text, uint32_t at, uint32_t end) {
  return at < end && (text[at] == '/' || text[at] == '?' || text[at] == '#');
}

uint32_t skip_port(std::string_view text, uint32_t at, uint32_t end) {
  if (at + 1 >= end || text[at] != ':') return at;
  uint32_t after = at + 1;
  while (after < end && after < at + 6 && text[after] >= '0' && text[after] <= '9') ++after;
  return after > at + 1 ? after : at;
}

uint32_t mail_end(std::string_view text, uint32_t begin, uint32_t end, uint32_t& checked) {
  const Name local = scan_name(text, begin, end, "_+%");
  checked = std::max(checked, local.end);
  if (local.end == begin || local.end >= end || text[local.end] != '@') return begin;
  const Name host = scan_name(text, local.end + 1, end, "");
  if (host.last_dot == 0 || host.end - host.last_dot < 3) return begin;
  const std::string_view label = text.substr(host.last_dot + 1, host.end - host.last_dot - 1);
  return has_letters_only(label) ? host.end : begin;
}

bool starts_with_folded(std::string_view text, uint32_t begin, uint32_t end,
                        std::string_view lower) {
  if (end - begin < lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin() + begin, [](char want, char have) {
    const auto byte = static_cast<unsigned char>(have);
    return byte < 128 && kAscii.lower[byte] == static_cast<unsigned char>(want);
  });
}

}  // namespace

uint32_t address_end(std::string_view text, uint32_t begin, uint32_t end, uint32_t& checked) {
  for (const std::string_view scheme : {"https://", "http://", "ftp://", "mailto:"}) {
    if (!starts_with_folded(text, begin, end, scheme)) continue;
    const uint32_t start = begin + static_cast<uint32_t>(scheme.size());
    const uint32_t after = path_end(text, start, end);
    return after > start ? after : begin;
  }
  const Name name = scan_name(text, begin, end, "_");
  checked = name.end;
  if (name.end < end && (text[name.end] == '@' || text[name.end] == '+' || text[name.end] == '%')) {
    return mail_end(text, begin, end, checked);
  }
  if (name.last_dot == 0 || name.end < name.last_dot) return begin;
  const uint32_t after_port = skip_port(text, name.end, end);
  const bool path = starts_path(text, after_port, end);
  const uint32_t level = top_level(text, name);
  const bool www = starts_with_folded(text, begin, end, "www.") && name.last_dot > begin + 3;
  const bool known = path ? level != 0 : level == kCommon && name.all_lower;
  // "Amazon.com" is an address, "Asp.net" in running text is a name.
  const bool company =
      level == kCommon && text.substr(name.last_dot, name.end - name.last_dot) == ".com";
  if (!www && !known && !company) return begin;
  return path ? std::max(after_port, path_end(text, after_port, end)) : after_port;
}

uint32_t mention_end(std::string_view text, uint32_t begin, uint32_t end) {
  uint32_t at = begin + 1;
  uint32_t kept = begin;
  bool letters = false;
  while (at < end) {
    const unsigned char c = byte_at(text, at);
    if (is_ascii_alphanumeric(c) || c == '_') {
      letters |= c != '_' && is_letter(kAscii.type[c]);
      kept = ++at;
    } else if ((c == '.' || c == '-') && kept == at && at + 1 < end) {
      // A capital after the dot is the next sentence without its blank.
      const unsigned char next = byte_at(text, at + 1);
      if (!is_ascii_alphanumeric(next) || (c == '.' && kAscii.lower[next] != next)) break;
      ++at;
    } else {
      break;
    }
  }
  if (!letters || kept == begin) return begin;
  const std::string_view handle = text.substr(begin + 1, kept - begin - 1);
  if (kAscii.type[byte_at(text, begin + 1)] == CharacterClass::digit && handle.size() <= 6 &&
      (handle.ends_with("am") || handle.ends_with("pm") || handle.ends_with('h'))) {
    return begin;
  }
  if (kept + 1 < end && text[kept] == '/' && is_ascii_alphanumeric(byte_at(text, kept + 1))) {
    return begin;
  }
  if (kept + 1 < end && text[kept] == '@') {
    const Name server = scan_name(text, kept + 1, end, "");
    if (server.last_dot != 0 && server.end > server.last_dot) return server.end;
  }
  return kept;
}

uint32_t hashtag_end(std::string_view text, uint32_t begin, uint32_t end) {
  uint32_t at = begin + 1;
  uint32_t kept = begin;
  bool letters = false;
  bool ideographs = false;
  while (at < end) {
    const CodePoint point = point_at(text, at, end);
    const CharacterClass type =
        point.value == '_' ? CharacterClass::digit : character_info(point.value).type;
    const bool ideograph = type == CharacterClass::ideograph;
    if (!point.valid) break;
    if (is_alphanumeric(type) || ideograph || (type == CharacterClass::mark && kept != begin)) {
      letters |= is_letter(type) || ideograph;
      ideographs |= ideograph;
      kept = at + point.size;
    } else if (type != CharacterClass::ignorable) {
      break;
    }
    at += point.size;
  }
  if (!letters) return begin;
  // Chinese networks close the tag with a second sign.
  if (ideographs && kept < end && text[kept] == '#') ++kept;
  return kept;
}

}  // namespace soiree
