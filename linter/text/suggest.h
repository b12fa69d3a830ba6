#ifndef SOIREE_TEXT_SUGGEST_H_
#define SOIREE_TEXT_SUGGEST_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace soiree {

/// How many letters must be changed, added, dropped or swapped with their neighbour to turn one
/// word into the other (Damerau-Levenshtein distance, no letter touched twice). ASCII case and the
/// difference between `-` and `_` are free. Words over 64 bytes are cut there.
size_t edit_distance(std::string_view a, std::string_view b);

/// The known word that was probably meant: at most a third of the letters differ, and one in a
/// short word. The first of several equally near ones.
std::optional<std::string_view> closest_word(std::string_view word,
                                             std::span<const std::string_view> known);

/// `closest_word`, when no other known word is as near.
std::optional<std::string_view> only_closest_word(std::string_view word,
                                                  std::span<const std::string_view> known);

/// "; did you mean `x`?", or "; known here: `a`, `b`" when nothing is near (at most 12 words).
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known);

}  // namespace soiree

#endif  // SOIREE_TEXT_SUGGEST_H_
