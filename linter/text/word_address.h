#ifndef SOIREE_TEXT_WORD_ADDRESS_H_
#define SOIREE_TEXT_WORD_ADDRESS_H_

#include <cstdint>
#include <string_view>

namespace soiree {

/// Offset past the web or e-mail address that starts at `begin`, or `begin` when there is none:
/// "https://...", "mailto:...", "www...", "name@host.tld", "example.com", "example.io/path".
/// Closing punctuation and unbalanced brackets at the end are left out. `checked` is set to the end
/// of the name that was looked at, so that its tail need not be looked at again.
uint32_t address_end(std::string_view text, uint32_t begin, uint32_t end, uint32_t& checked);

/// Offset past "@handle" or "@user@server.tld" with its '@' at `begin`, or `begin` when there is
/// none ("@ Place", "@9am", "@scope/package").
uint32_t mention_end(std::string_view text, uint32_t begin, uint32_t end);

/// Offset past "#word" with its '#' at `begin`, or `begin` when there is none ("#1").
uint32_t hashtag_end(std::string_view text, uint32_t begin, uint32_t end);

}  // namespace soiree

#endif  // SOIREE_TEXT_WORD_ADDRESS_H_
