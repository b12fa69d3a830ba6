#include "rules/location-checkin/map_links.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace soiree {
namespace {

/// Four decimals are eleven metres: nobody writes them by hand about anything else.
constexpr size_t kFewestDecimals = 4;
constexpr int kLargestLatitude = 90;
constexpr int kLargestLongitude = 180;

constexpr std::array<std::string_view, 6> kCheckInHosts = {
    "4sq.com/", "swarmapp.com/c/", "gowal.la/", "untp.beer/", "glympse.com/", "gowalla.com/spots"};
/// Hosts with pages of their own: a check-in has this in its path.
constexpr std::array<std::string_view, 4> kSharedHosts = {"foursquare.com/", "swarmapp.com/",
                                                          "untappd.com/", "gowalla.com/"};
constexpr std::array<std::string_view, 9> kMapHosts = {
    "maps.google.",      "goo.gl/maps", "maps.app.goo.gl", "maps.apple.com", "openstreetmap.org/",
    "openstreetmap.de/", "waze.com/ul", "bing.com/maps",   "osm.org/go"};

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Offset past "-12.3456" at `at` when its whole part is at most `largest`, else `at`. Places
/// within ten degrees of both equator and meridian are left to the sea and to version numbers.
size_t coordinate_end(std::string_view text, size_t at, int largest) {
  size_t end = at;
  if (end < text.size() && (text[end] == '-' || text[end] == '+')) ++end;
  const size_t first = end;
  int whole = 0;
  while (end < text.size() && is_digit(text[end]) && end - first < 4) {
    whole = whole * 10 + (text[end++] - '0');
  }
  if (end == first || whole > largest || end >= text.size() || text[end] != '.') return at;
  const size_t decimals = ++end;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - decimals >= kFewestDecimals ? end : at;
}

}  // namespace

bool is_check_in_link(std::string_view url) {
  const auto in_url = [url](std::string_view host) { return contains(url, host); };
  if (std::any_of(kCheckInHosts.begin(), kCheckInHosts.end(), in_url)) return true;
  return std::any_of(kSharedHosts.begin(), kSharedHosts.end(), in_url) &&
         (contains(url, "/checkin") || contains(url, "foursquare.com/v/"));
}

bool is_map_link(std::string_view url) {
  const auto in_url = [url](std::string_view host) { return contains(url, host); };
  if (std::any_of(kMapHosts.begin(), kMapHosts.end(), in_url)) return true;
  return contains(url, "google.") && contains(url, "/maps");
}

TextSpan find_coordinates(std::string_view text) {
  for (size_t dot = 0; (dot = text.find('.', dot)) != std::string_view::npos; ++dot) {
    size_t begin = dot;
    while (begin > 0 && dot - begin < 3 && is_digit(text[begin - 1])) --begin;
    if (begin == dot) continue;
    if (begin > 0 && (text[begin - 1] == '-' || text[begin - 1] == '+')) --begin;
    if (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == '.')) continue;
    const size_t first = coordinate_end(text, begin, kLargestLatitude);
    if (first == begin) continue;
    size_t second = first;
    while (second < text.size() && second - first < 3 &&
           (text[second] == ',' || text[second] == ' ')) {
      ++second;
    }
    if (second == first) continue;
    const size_t end = coordinate_end(text, second, kLargestLongitude);
    if (end == second) continue;
    if (dot - begin < 2 && text.find('.', second) - second < 2) continue;
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }
  return {};
}

}  // namespace soiree
