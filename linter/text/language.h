#ifndef SOIREE_TEXT_LANGUAGE_H_
#define SOIREE_TEXT_LANGUAGE_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "linter/text/words.h"

namespace soiree {

/// Languages that rules have words for. `other` is any further language, `unknown` too little text
/// to say.
enum class Language : uint8_t { unknown, en, es, pt, fr, de, ru, zh, ja, other };

/// Language of a tag such as "en", "pt-BR", "zh_CN", "english"; unknown when the tag is empty or no
/// language.
Language language_from_tag(std::string_view tag);
/// Two-letter code ("en"), "other" or "" for unknown.
std::string_view language_code(Language language);
/// Votes by function words and script. Reads at most the first 600 tokens, fewer when the
/// case is clear.
Language guess_language(std::string_view text, std::span<const Token> tokens);

}  // namespace soiree

#endif  // SOIREE_TEXT_LANGUAGE_H_
