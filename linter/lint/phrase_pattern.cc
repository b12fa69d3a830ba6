#include "linter/lint/phrase_pattern.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

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

  /// Elements in a row up to `|`, `)` or the end.
  std::vector<Elements> sequence(size_t depth) {
    std::vector<Elements> all = {{}};
    for (skip_blanks(); !rest_.empty() && rest_[0] != '|' && rest_[0] != ')'; skip_blanks()) {
      std::vector<Elements> next = atom(depth);
      if (take('?')) next.push_back({});
      if (all.size() * next.size() > kMostSequences) {
        fail("stands for more than 512 phrases; write it as several");
      }
      if (!mistake_.empty()) return {};
      std::vector<Elements> longer;
      for (const Elements& before : all) {
        for (const Elements& after : next) {
          longer.push_back(before);
          longer.back().insert(longer.back().end(), after.begin(), after.end());
        }
      }
      all = std::move(longer);
    }
    return all;
  }

  std::vector<Elements> atom(size_t depth) {
    if (take('(')) return alternatives(depth + 1);
    if (take('<')) return {{token_class()}};
    return {literal()};
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

  Elements literal() {
    const std::string_view word = rest_.substr(0, rest_.find_first_of(" |()?<>"));
    if (word.empty()) {
      fail("`" + std::string(rest_.substr(0, 1)) + "` has nothing before it");
      return {};
    }
    rest_.remove_prefix(word.size());
    Segments segments;
    segment(word, {0, static_cast<uint32_t>(word.size())}, {}, segments);
    Elements elements;
    for (const Token& token : segments.tokens) {
      elements.push_back({ElementKind::literal, token_label(token)});
    }
    if (elements.empty()) fail("`" + std::string(word) + "` is no word");
    return elements;
  }

  std::string_view rest_;
  std::string mistake_;
};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

uint32_t token_label(const Token& token) {
  constexpr uint32_t kHashtag = 0x9E3779B9U;
  constexpr uint32_t kHandle = 0x7F4A7C15U;
  if (token.kind == TokenKind::hashtag) return token.hash ^ kHashtag;
  return token.kind == TokenKind::mention ? token.hash ^ kHandle : token.hash;
}

Result<std::vector<PhraseSequence>> read_phrase_pattern(std::string_view pattern) {
  std::string_view body = trimmed(pattern);
  const bool starts = body.starts_with('^');
  if (starts) body.remove_prefix(1);
  const bool ends = body.ends_with('$') && !body.ends_with("<$");
  if (ends) body.remove_suffix(1);
  PatternReader reader(body);
  std::vector<PhraseSequence> sequences;
  for (Elements& elements : reader.read()) {
    sequences.push_back({std::move(elements), starts, ends});
  }
  const auto error = [&](const std::string& message) {
    return Error{"the phrase `" + std::string(trimmed(pattern)) + "` " + message, {}, {}};
  };
  if (!reader.mistake().empty()) return error(reader.mistake());
  for (const PhraseSequence& sequence : sequences) {
    if (sequence.elements.empty()) return error("may be empty, so it would be found everywhere");
  }
  return sequences;
}

}  // namespace soiree
