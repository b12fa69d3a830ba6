#include "linter/lint/phrase_pattern.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "linter/text/character_class.h"

namespace soiree {
namespace {

constexpr size_t kMostSequences = 512;
constexpr size_t kDeepestNesting = 8;

using Elements = std::vector<PhraseElement>;

constexpr std::array<std::pair<std::string_view, ElementKind>, kElementClasses> kClasses = {{
    {"word", ElementKind::word},
    {"name", ElementKind::name},
    {"number", ElementKind::number},
    {"price", ElementKind::price},
    {"percent", ElementKind::percent},
    {"handle", ElementKind::handle},
    {"hashtag", ElementKind::hashtag},
    {"link", ElementKind::link},
}};

/// Recursive descent over one pattern; keeps the first thing that is wrong.
class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : rest_(pattern) {}

  std::vector<Elements> read() {
    std::vector<Elements> all = sequence(0);
    if (mistake_.empty() && !rest_.empty()) {
      fail("`" + std::string(rest_.substr(0, 1)) + "` has no beginning");
    }
    return all;
  }
  const std::string& mistake() const { return mistake_; }

 private:
  void fail(std::string message) {
    if (mistake_.empty()) mistake_ = std::move(message);
    rest_ = {};
  }

  void skip_blanks() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }

  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Elements in a row up to `|`, `)` or the end. Most patterns are plain words, and lexicons have
  /// thousands: those are appended in place.
  std::vector<Elements> sequence(size_t depth) {
    std::vector<Elements> all(1);
    for (skip_blanks(); !rest_.empty() && rest_[0] != '|' && rest_[0] != ')'; skip_blanks()) {
      if (take('(')) {
        std::vector<Elements> next = alternatives(depth + 1);
        if (take('?')) next.emplace_back();
        multiply(all, next);
      } else {
        word_.clear();
        if (take('<')) {
          word_.push_back(token_class());
        } else {
          literal();
        }
        append_word(all, take('?'));
      }
      if (!mistake_.empty()) return {};
    }
    return all;
  }

  /// Appends `word_` to each sequence; if it may be missing, the sequences without it stay as well.
  void append_word(std::vector<Elements>& all, bool may_be_missing) {
    if (may_be_missing) return multiply(all, {word_, {}});
    for (Elements& elements : all) elements.insert(elements.end(), word_.begin(), word_.end());
  }

  /// Replaces `all` by each of its sequences followed by each of `next`.
  void multiply(std::vector<Elements>& all, const std::vector<Elements>& next) {
    if (all.size() * next.size() > kMostSequences) {
      return fail("stands for more than 512 phrases; write it as several");
    }
    std::vector<Elements> longer;
    longer.reserve(all.size() * next.size());
    for (const Elements& before : all) {
      for (const Elements& after : next) {
        Elements& both = longer.emplace_back();
        both.reserve(before.size() + after.size());
        both.insert(both.end(), before.begin(), before.end());
        both.insert(both.end(), after.begin(), after.end());
      }
    }
    all = std::move(longer);
  }

  std::vector<Elements> alternatives(size_t depth) {
    if (depth > kDeepestNesting) {
      fail("has too many parentheses in each other");
      return {};
    }
    std::vector<Elements> all;
    do {
      for (Elements& elements : sequence(depth)) all.push_back(std::move(elements));
    } while (take('|'));
    if (!take(')')) fail("has a `(` without its `)`");
    return all;
  }

  PhraseElement token_class() {
    const size_t end = rest_.find('>');
    const std::string_view name = rest_.substr(0, end);
    for (const auto& [known, kind] : kClasses) {
      if (end == std::string_view::npos || known != name) continue;
      rest_.remove_prefix(end + 1);
      return {kind, 0};
    }
    fail("`<" + std::string(name) +
         ">` is no kind of token; there are <word>, <name>, <number>, <price>, <percent>, "
         "<handle>, <hashtag> and <link>");
    return {};
  }

  /// Appends a literal's elements to `word_`.
  void literal() {
    const std::string_view word = rest_.substr(0, rest_.find_first_of(" |()?<>"));
    if (word.empty()) {
      return fail("`" + std::string(rest_.substr(0, 1)) + "` has nothing before it");
    }
    rest_.remove_prefix(word.size());
    segments_.tokens.clear();
    segments_.sentences.clear();
    segment(word, {0, static_cast<uint32_t>(word.size())}, {}, segments_);
    for (const Token& token : segments_.tokens) {
      word_.push_back({ElementKind::literal, token_label(token)});
    }
    if (segments_.tokens.empty()) fail("`" + std::string(word) + "` is no word");
  }

  std::string_view rest_;
  std::string mistake_;
  Elements word_;      ///< of the atom being read
  Segments segments_;  ///< kept for its memory
};

/// True when `before` ends and `after` begins with what would be one word if they met. Han and Kana
/// are written without blanks, so that nothing is cut there.
bool joins(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return false;
  size_t last = before.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(before[last]) & 0xC0U) == 0x80) --last;
  const auto in_word = [](std::string_view text, size_t at) {
    constexpr std::string_view kSigns = " |()?^$";
    return kSigns.find(text[at]) == std::string_view::npos &&
           character_info(code_point_at(text, at).value).type != CharacterClass::ideograph;
  };
  return in_word(before, last) && in_word(after, 0);
}

/// Signs of regular expressions that would be read as something else: patterns are made of whole
/// words. Says what is wrong with the first of them.
std::optional<std::string> cut_word(std::string_view pattern) {
  for (size_t at = 0; at < pattern.size(); ++at) {
    const std::string_view before = pattern.substr(0, at);
    std::string_view after = pattern.substr(at + 1);
    const std::string_view next = after.starts_with('(') ? after.substr(1) : after;
    if (pattern[at] == '?' && joins(before, next)) {
      return "has `?` inside a word; it stands at the end of a word or `)`, all of which it lets "
             "be missing, so write other forms out as in `(color|colour)`";
    }
    if (pattern[at] == ')' && after.starts_with('?')) after.remove_prefix(1);
    if ((pattern[at] == '(' || pattern[at] == ')') && joins(before, after)) {
      return std::string("has `") + pattern[at] +
             "` inside a word; phrases are made of whole words, so write the forms out as in "
             "`(color|colour)`";
    }
  }
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

Result<std::vector<PhraseSequence>> read_phrase_pattern(std::string_view pattern) {
  std::string_view body = trimmed(pattern);
  const bool starts = body.starts_with('^');
  if (starts) body.remove_prefix(1);
  const bool ends = body.ends_with('$') && !body.ends_with("<$");
  if (ends) body.remove_suffix(1);
  const auto error = [&](const std::string& message) {
    return Error{"the phrase `" + std::string(trimmed(pattern)) + "` " + message, {}, {}};
  };
  if (const auto mistake = cut_word(body)) return error(*mistake);
  PatternReader reader(body);
  std::vector<PhraseSequence> sequences;
  for (Elements& elements : reader.read()) {
    sequences.push_back({std::move(elements), starts, ends});
  }
  if (!reader.mistake().empty()) return error(reader.mistake());
  for (const PhraseSequence& sequence : sequences) {
    if (sequence.elements.empty()) return error("may be empty, so it would be found everywhere");
  }
  return sequences;
}

}  // namespace soiree
