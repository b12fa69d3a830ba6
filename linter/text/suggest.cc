#include "linter/text/suggest.h"

#include <algorithm>
#include <array>

namespace soiree {
namespace {

constexpr size_t kLongest = 64;

char folded(char byte) {
  if (byte >= 'A' && byte <= 'Z') return static_cast<char>(byte + ('a' - 'A'));
  return byte == '_' ? '-' : byte;
}

}  // namespace

size_t edit_distance(std::string_view a, std::string_view b) {
  a = a.substr(0, kLongest);
  b = b.substr(0, kLongest);
  using Row = std::array<size_t, kLongest + 1>;
  Row two_above = {};
  Row above = {};
  Row row = {};
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    two_above = above;
    above = row;
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const char x = folded(a[i - 1]);
      const char y = folded(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (x == y ? 0U : 1U)});
      if (i > 1 && j > 1 && x == folded(b[j - 2]) && folded(a[i - 2]) == y) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

std::optional<std::string_view> closest_word(std::string_view word,
                                             std::span<const std::string_view> known) {
  std::optional<std::string_view> best;
  size_t best_distance = std::max<size_t>(std::min(word.size(), kLongest) / 3, 1) + 1;
  for (const std::string_view candidate : known) {
    const size_t distance = edit_distance(word, candidate);
    if (distance >= best_distance || distance >= candidate.size()) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

std::optional<std::string_view> only_closest_word(std::string_view word,
                                                  std::span<const std::string_view> known) {
  const auto best = closest_word(word, known);
  if (!best) return best;
  const size_t distance = edit_distance(word, *best);
  const bool another = std::any_of(known.begin(), known.end(), [&](std::string_view other) {
    return other != *best && edit_distance(word, other) == distance;
  });
  return another ? std::nullopt : best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
  std::string text;
  if (const auto closest = closest_word(word, known)) {
    return text.append("; did you mean `").append(*closest).append("`?");
  }
  if (known.empty()) return text;
  text = "; known here: ";
  constexpr size_t kShown = 12;
  for (size_t i = 0; i < known.size() && i < kShown; ++i) {
    text.append(i == 0 ? "`" : ", `").append(known[i]).append("`");
  }
  if (known.size() > kShown) text += " and others";
  return text;
}

}  // namespace soiree
