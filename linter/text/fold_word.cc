#include <string>
#include <string_view>

#include "linter/text/character_class.h"
#include "linter/text/utf8.h"
#include "linter/text/word_reader.h"
#include "linter/text/words.h"

namespace soiree {

std::string fold_word(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  for (size_t at = 0; at < word.size();) {
    if (const auto byte = static_cast<unsigned char>(word[at]); byte < 128 && byte != '`') {
      folded += static_cast<char>(kAscii.lower[byte]);
      ++at;
      continue;
    }
    const CodePoint found = code_point_at(word, at);
    const CharacterInfo info = character_info(plain_joiner(found.value));
    if (!found.valid) {
      folded += word[at];
    } else if (info.type != CharacterClass::ignorable) {
      append_code_point(folded, info.lower);
    }
    at += found.size;
  }
  return folded;
}

}  // namespace soiree
