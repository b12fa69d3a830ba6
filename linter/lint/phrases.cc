#include "linter/lint/phrases.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "linter/lint/built_in_phrases.h"
#include "linter/lint/lexicon.h"
#include "linter/text/word_table.h"

namespace soiree {
namespace {

constexpr auto kCurrencyWords = [] {
  WordTable<64> table;
  table.add("dollar dollars usd bucks euro euros eur pounds gbp quid cents yen inr rupees", 1);
  return table;
}();

bool has_currency_sign(std::string_view number) {
  for (const std::string_view sign : {"$", "€", "£", "¥", "₹", "₽"}) {
    if (number.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

/// Is `tokens[i]`, whose kind fits, of this class?
bool is_of_class(std::string_view text, std::span<const Token> tokens, size_t i, ElementKind kind) {
  const Token& token = tokens[i];
  const std::string_view bytes = text.substr(token.span.begin, token.span.end - token.span.begin);
  switch (kind) {
    case ElementKind::name:
      return token.capital && !token.sentence_start;
    case ElementKind::percent:
      return bytes.ends_with('%');
    case ElementKind::price:
      return has_currency_sign(bytes) ||
             (i + 1 < tokens.size() && kCurrencyWords.find(tokens[i + 1].hash) != 0);
    default:
      return true;
  }
}

constexpr auto kClassesByKind = [] {
  std::array<uint32_t, static_cast<size_t>(TokenKind::code) + 1> classes = {};
  const auto set = [&](TokenKind kind, uint32_t bits) {
    classes[static_cast<size_t>(kind)] = bits;
  };
  set(TokenKind::word, class_bit(ElementKind::word) | class_bit(ElementKind::name));
  set(TokenKind::number, class_bit(ElementKind::number) | class_bit(ElementKind::price) |
                             class_bit(ElementKind::percent));
  set(TokenKind::mention, class_bit(ElementKind::handle));
  set(TokenKind::hashtag, class_bit(ElementKind::hashtag));
  set(TokenKind::url, class_bit(ElementKind::link));
  return classes;
}();

/// The classes that a token of this kind may be of.
uint32_t classes_of(TokenKind kind) { return kClassesByKind[static_cast<size_t>(kind)]; }

/// The token as the beginnings of phrases see it: by a look at the token alone.
PhraseToken phrase_token(const Token& token) {
  uint32_t classes = classes_of(token.kind);
  if (!token.capital || token.sentence_start) classes &= ~class_bit(ElementKind::name);
  return {token_label(token), classes};
}

/// Marks the matches that lie in a quotation. Both lists are in the order of the text.
void mark_quoted(const Post& post, std::span<PhraseMatch> matches) {
  auto quotation = post.quotations.begin();
  for (PhraseMatch& match : matches) {
    while (quotation != post.quotations.end() && quotation->last_token <= match.first) ++quotation;
    if (quotation == post.quotations.end()) return;
    match.quoted = quotation->first_token <= match.first;
  }
}

/// Of overlapping matches of a lexicon the first and longest stays.
void keep_leftmost_longest(std::vector<PhraseMatch>& matches) {
  const auto order = [](const PhraseMatch& match) {
    return std::tuple(match.lexicon, match.first, UINT32_MAX - match.last, -match.weight,
                      match.category);
  };
  std::sort(matches.begin(), matches.end(),
            [&](const PhraseMatch& a, const PhraseMatch& b) { return order(a) < order(b); });
  size_t kept = 0;
  for (const PhraseMatch& match : matches) {
    const bool overlaps = kept > 0 && matches[kept - 1].lexicon == match.lexicon &&
                          match.first < matches[kept - 1].last;
    if (!overlaps) matches[kept++] = match;
  }
  matches.resize(kept);
}

}  // namespace

std::span<const PhraseMatch> PhraseMatches::of(LexiconId lexicon) const {
  const auto range = std::equal_range(
      matches_.begin(), matches_.end(), PhraseMatch{0, 0, 1, lexicon.index, 0, false},
      [](const PhraseMatch& a, const PhraseMatch& b) { return a.lexicon < b.lexicon; });
  return {range.first, range.second};
}

LexiconId PhraseIndex::use(std::string_view rule, std::span<const std::string_view> categories,
                           LanguageSet languages) {
  const std::span<const BuiltInLexicon> lexicons = built_in_phrases().lexicons;
  const auto found = std::find_if(lexicons.begin(), lexicons.end(),
                                  [&](const BuiltInLexicon& known) { return known.rule == rule; });
  assert(found != lexicons.end() && "the rule has no lexicon.tsv");
  if (found == lexicons.end()) std::abort();
  used_.resize(lexicons.size());
  Used& used = used_[static_cast<size_t>(found - lexicons.begin())];
  if (used.lexicon >= 0) return {static_cast<uint16_t>(used.lexicon)};
  for (const std::string_view name : found->categories) {
    const auto category = std::find(categories.begin(), categories.end(), name);
    assert(category != categories.end() && "the rule's lexicon.tsv has a category of its own");
    if (category == categories.end()) std::abort();
    used.categories.push_back(static_cast<uint16_t>(category - categories.begin()));
  }
  const LexiconId lexicon = add_lexicon(languages);
  used.lexicon = lexicon.index;
  return lexicon;
}

Result<LexiconId> PhraseIndex::add(std::string_view text,
                                   std::span<const std::string_view> categories,
                                   LanguageSet languages) {
  const Result<std::vector<LexiconPhrase>> phrases = read_lexicon(text);
  if (!phrases) return phrases.error();
  const LexiconId lexicon = add_lexicon(languages);
  for (const LexiconPhrase& phrase : *phrases) {
    const auto category = std::find(categories.begin(), categories.end(), phrase.category);
    if (category == categories.end()) {
      return Error{"`" + std::string(phrase.category) + "` is no category of this lexicon", {}, {}};
    }
    add_phrase(lexicon, phrase.sequences, static_cast<uint16_t>(category - categories.begin()),
               phrase.weight);
  }
  return lexicon;
}

LexiconId PhraseIndex::add_lexicon(LanguageSet languages) {
  languages_.push_back(languages);
  return {static_cast<uint16_t>(languages_.size() - 1)};
}

void PhraseIndex::add_phrase(LexiconId lexicon, std::span<const PhraseSequence> sequences,
                             uint16_t category, float weight) {
  PhraseTrie::Output output;
  output.weight = weight;
  output.lexicon = lexicon.index;
  output.category = category;
  for (const PhraseSequence& sequence : sequences) added_.add(sequence, output);
}

/// Looks for the phrases of one trie in a post.
class PhraseIndex::Search {
 public:
  /// `used` is by lexicon of the trie; empty when its lexicons bear the names they have here.
  Search(const PhraseIndex& index, const PhraseTrie& trie, std::span<const Used> used,
         const Post& post, std::vector<PhraseMatch>& matches)
      : index_(index),
        trie_(trie),
        used_(used),
        post_(post),
        tokens_(post.tokens()),
        matches_(matches) {}

  void run() {
    const size_t before = matches_.size();
    search();
    mark_quoted(post_, std::span(matches_).subspan(before));
  }

 private:
  void search() {
    std::array<PhraseToken, 3> ahead = {PhraseToken{}, phrase_token_at(0), phrase_token_at(1)};
    for (first_ = 0; first_ < tokens_.size(); ++first_) {
      ahead = {ahead[1], ahead[2], phrase_token_at(first_ + 2)};
      search_from(PhraseRoot::anywhere, ahead);
      if (tokens_[first_].sentence_start) search_from(PhraseRoot::sentence_start, ahead);
    }
  }

  void search_from(PhraseRoot root, const std::array<PhraseToken, 3>& ahead) {
    if (trie_.beginnings->may_be(root, ahead)) walk(PhraseTrie::node_of(root), first_);
  }

  PhraseToken phrase_token_at(size_t i) const {
    return i < tokens_.size() ? phrase_token(tokens_[i]) : PhraseToken{};
  }

  void walk(uint32_t node, uint32_t token) {
    const bool ended = token == tokens_.size() || (token > first_ && tokens_[token].sentence_start);
    for (int32_t i = trie_.nodes[node].output; i >= 0; i = trie_.outputs[i].next) {
      if (!trie_.outputs[i].ends_sentence || ended) take(trie_.outputs[i], token);
    }
    if (ended) return;
    const uint32_t label = token_label(tokens_[token]);
    if ((trie_.nodes[node].classes & literal_bit(label)) != 0) {
      const uint32_t next = trie_.target(node, label);
      if (next != PhraseTrie::kNone) walk(next, token + 1);
    }
    uint32_t classes = trie_.nodes[node].classes & classes_of(tokens_[token].kind);
    for (; classes != 0; classes &= classes - 1) {
      const auto kind = static_cast<ElementKind>(std::countr_zero(classes));
      if (!is_of_class(post_.text(), tokens_, token, kind)) continue;
      walk(trie_.target(node, class_label(kind)), token + 1);
    }
  }

  void take(const PhraseTrie::Output& output, uint32_t end) {
    uint16_t lexicon = output.lexicon;
    uint16_t category = output.category;
    if (!used_.empty()) {
      const Used& used = used_[lexicon];
      if (used.lexicon < 0) return;
      lexicon = static_cast<uint16_t>(used.lexicon);
      category = used.categories[category];
    }
    if (!index_.languages_[lexicon].has(post_.language)) return;
    matches_.push_back({first_, end, output.weight, lexicon, category, false});
  }

  const PhraseIndex& index_;
  const PhraseTrie& trie_;
  std::span<const Used> used_;
  const Post& post_;
  std::span<const Token> tokens_;
  std::vector<PhraseMatch>& matches_;
  uint32_t first_ = 0;  ///< token where the walk began
};

PhraseMatches PhraseIndex::find(const Post& post) const {
  PhraseMatches found;
  if (!used_.empty()) Search(*this, built_in_phrases().trie, used_, post, found.matches_).run();
  if (!added_.empty()) {
    const PhraseTrie trie = added_.trie();
    Search(*this, trie, {}, post, found.matches_).run();
  }
  keep_leftmost_longest(found.matches_);
  return found;
}

}  // namespace soiree
