#include "linter/lint/lexicon.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <system_error>
#include <utility>

namespace soiree {
namespace {

/// Takes the text up to the next tab off `line`.
std::string_view take_cell(std::string_view& line) {
  const size_t tab = line.find('\t');
  const std::string_view text = line.substr(0, tab);
  line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  return text;
}

Result<LexiconPhrase> read_line(std::string_view line) {
  const std::string_view pattern = take_cell(line);
  LexiconPhrase phrase;
  phrase.category = take_cell(line);
  const std::string_view weight = take_cell(line);
  const char* end = weight.data() + weight.size();
  const auto [stop, error] = std::from_chars(weight.data(), end, phrase.weight);
  if (!weight.empty() && (error != std::errc() || stop != end)) {
    return Error{"`" + std::string(weight) + "` is no number", {}, {}};
  }
  Result<std::vector<PhraseSequence>> sequences = read_phrase_pattern(pattern);
  if (!sequences) return sequences.error();
  phrase.sequences = *std::move(sequences);
  return phrase;
}

}  // namespace

Result<std::vector<LexiconPhrase>> read_lexicon(std::string_view text) {
  std::vector<LexiconPhrase> phrases;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && !line.starts_with("# ") && line != "#") {
      Result<LexiconPhrase> phrase = read_line(line);
      if (!phrase) {
        Error error = phrase.error();
        error.place = {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + line.size())};
        return error;
      }
      phrases.push_back(*std::move(phrase));
    }
    begin = end + 1;
  }
  return phrases;
}

}  // namespace soiree
