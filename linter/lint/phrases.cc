#include "linter/lint/phrases.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <tuple>
#include <utility>

#include "linter/lint/rule_info.h"
#include "linter/text/word_table.h"

namespace soiree {
namespace {

uint32_t slot_hash(uint32_t node, uint32_t label) {
  uint32_t hash = label ^ (node * 0x9E3779B1U);
  hash ^= hash >> 15;
  hash *= 0x85EBCA77U;
  return hash ^ (hash >> 13);
}

/// Label of the edge for a class of tokens. It may meet the hash of a word once in four thousand
/// million; Node::classes tells them apart.
constexpr uint32_t class_label(ElementKind kind) {
  return 0xC1A55000U + static_cast<uint32_t>(kind);
}

constexpr uint32_t spread(uint32_t label) { return label * 0x9E3779B1U; }

/// The upper bits of Node::classes: which literals may go on from a node. They spare most walks a
/// look into the table of edges, which is too large for the nearer caches.
constexpr uint32_t literal_bit(uint32_t label) {
  return uint32_t{1} << (kElementClasses + spread(label) % (32 - kElementClasses));
}

constexpr uint32_t pair_hash(uint32_t first, uint32_t second) {
  return spread(first ^ std::rotl(second, 16));
}

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

constexpr uint32_t bit(ElementKind kind) { return 1U << static_cast<unsigned>(kind); }

/// The classes that a token of this kind may be of.
constexpr uint32_t classes_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::word:
      return bit(ElementKind::word) | bit(ElementKind::name);
    case TokenKind::number:
      return bit(ElementKind::number) | bit(ElementKind::price) | bit(ElementKind::percent);
    case TokenKind::mention:
      return bit(ElementKind::handle);
    case TokenKind::hashtag:
      return bit(ElementKind::hashtag);
    case TokenKind::url:
      return bit(ElementKind::link);
    default:
      return 0;
  }
}

/// The same by a look at the token alone.
uint32_t possible_classes(const Token& token) {
  const uint32_t classes = classes_of(token.kind);
  return token.capital && !token.sentence_start ? classes : classes & ~bit(ElementKind::name);
}

struct LexiconLine {
  std::string_view pattern;
  std::string_view category;
  std::string_view weight;
};

LexiconLine split_line(std::string_view line) {
  const auto cell = [&line] {
    const size_t tab = line.find('\t');
    const std::string_view text = line.substr(0, tab);
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    return text;
  };
  LexiconLine cells;
  cells.pattern = cell();
  cells.category = cell();
  cells.weight = cell();
  return cells;
}

/// Calls `use(line, begin)` for each line that says something; stops at the first Error.
template <class Use>
std::optional<Error> for_each_line(std::string_view text, Use use) {
  size_t begin = 0;
  while (begin < text.size()) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && !line.starts_with("# ") && line != "#") {
      if (std::optional<Error> error = use(line)) {
        error->place = {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + line.size())};
        return error;
      }
    }
    begin = end + 1;
  }
  return std::nullopt;
}

/// Marks the matches that lie in a quotation. Both lists are in the order of the text.
void mark_quoted(const Post& post, std::vector<PhraseMatch>& matches) {
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

/// One walk through the trie from a token.
struct PhraseIndex::Search {
  const Post& post;
  std::vector<PhraseMatch>& matches;
  uint32_t first = 0;
};

LexiconId PhraseIndex::use(std::string_view rule, std::span<const std::string_view> categories,
                           LanguageSet languages) {
  const auto known = std::find(used_.begin(), used_.end(), rule);
  if (known != used_.end()) return {static_cast<uint16_t>(known - used_.begin())};
  const RuleInfo* info = find_rule_info(rule);
  assert(info != nullptr && !info->lexicon.empty() && "the rule has no lexicon.tsv");
  const Result<LexiconId> lexicon = add(info->lexicon, categories, languages);
  assert(lexicon.ok() && "the rule's lexicon.tsv is wrong");
  if (!lexicon) std::abort();
  used_[lexicon->index] = std::string(rule);
  return *lexicon;
}

Result<LexiconId> PhraseIndex::add(std::string_view text,
                                   std::span<const std::string_view> categories,
                                   LanguageSet languages) {
  const LexiconId lexicon = add_lexicon(languages);
  const auto add_line = [&](std::string_view line) -> std::optional<Error> {
    const LexiconLine cells = split_line(line);
    const auto category = std::find(categories.begin(), categories.end(), cells.category);
    if (category == categories.end()) {
      return Error{"`" + std::string(cells.category) + "` is no category of this lexicon", {}, {}};
    }
    float weight = 1;
    const char* end = cells.weight.data() + cells.weight.size();
    if (!cells.weight.empty() && std::from_chars(cells.weight.data(), end, weight).ptr != end) {
      return Error{"`" + std::string(cells.weight) + "` is no number", {}, {}};
    }
    const Result<std::vector<PhraseSequence>> sequences = read_phrase_pattern(cells.pattern);
    if (!sequences) return sequences.error();
    add_phrase(lexicon, *sequences, static_cast<uint16_t>(category - categories.begin()), weight);
    return std::nullopt;
  };
  if (std::optional<Error> error = for_each_line(text, add_line)) return *std::move(error);
  return lexicon;
}

LexiconId PhraseIndex::add_lexicon(LanguageSet languages) {
  languages_.push_back(languages);
  used_.emplace_back();
  return {static_cast<uint16_t>(languages_.size() - 1)};
}

void PhraseIndex::add_phrase(LexiconId lexicon, std::span<const PhraseSequence> sequences,
                             uint16_t category, float weight) {
  Output output;
  output.weight = weight;
  output.lexicon = lexicon.index;
  output.category = category;
  for (const PhraseSequence& sequence : sequences) add_sequence(sequence, output);
}

void PhraseIndex::Beginnings::add(const PhraseSequence& sequence) {
  const std::vector<PhraseElement>& elements = sequence.elements;
  if (elements[0].kind != ElementKind::literal) return;
  const uint32_t first = elements[0].label;
  if (elements.size() == 1) return alone_.add(spread(first));
  const PhraseElement& second = elements[1];
  const bool literal = second.kind == ElementKind::literal;
  if (!literal) classes_ |= bit(second.kind);
  const uint32_t hash = pair_hash(first, literal ? second.label : class_label(second.kind));
  pairs_.add(hash);
  pairs_again_.add(spread(hash));
}

inline bool PhraseIndex::Beginnings::may_be(uint32_t first, uint32_t second,
                                            uint32_t classes) const {
  const auto may_go_on = [&](uint32_t label) {
    const uint32_t hash = pair_hash(first, label);
    return pairs_.may_have(hash) && pairs_again_.may_have(spread(hash));
  };
  if (may_go_on(second) || alone_.may_have(spread(first))) return true;
  for (classes &= classes_; classes != 0; classes &= classes - 1) {
    const auto kind = static_cast<ElementKind>(std::countr_zero(classes));
    if (may_go_on(class_label(kind))) return true;
  }
  return false;
}

void PhraseIndex::add_sequence(const PhraseSequence& sequence, const Output& output) {
  uint32_t node = sequence.starts_sentence ? kSentenceStart : kAnywhere;
  beginnings_.add(sequence);
  for (const PhraseElement& element : sequence.elements) node = step(node, element);
  outputs_.push_back(output);
  outputs_.back().ends_sentence = sequence.ends_sentence;
  outputs_.back().next = nodes_[node].output;
  nodes_[node].output = static_cast<int32_t>(outputs_.size() - 1);
}

uint32_t PhraseIndex::step(uint32_t node, const PhraseElement& element) {
  const bool literal = element.kind == ElementKind::literal;
  const uint32_t label = literal ? element.label : class_label(element.kind);
  nodes_[node].classes |= literal ? literal_bit(label) : bit(element.kind);
  const uint32_t known = target(node, label);
  if (known != kNone) return known;
  nodes_.emplace_back();
  const auto next = static_cast<uint32_t>(nodes_.size() - 1);
  if (++edge_count_ * 2 > edges_.size()) {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    for (const Edge& edge : old) {
      if (edge.node != kNone) insert(edge);
    }
  }
  insert({node, label, next});
  return next;
}

void PhraseIndex::insert(Edge edge) {
  const size_t mask = edges_.size() - 1;
  size_t slot = slot_hash(edge.node, edge.label) & mask;
  while (edges_[slot].node != kNone) slot = (slot + 1) & mask;
  edges_[slot] = edge;
}

uint32_t PhraseIndex::target(uint32_t node, uint32_t label) const {
  const size_t mask = edges_.size() - 1;
  for (size_t slot = slot_hash(node, label) & mask; edges_[slot].node != kNone;
       slot = (slot + 1) & mask) {
    if (edges_[slot].node == node && edges_[slot].label == label) return edges_[slot].target;
  }
  return kNone;
}

void PhraseIndex::walk(Search& search, uint32_t node, uint32_t token) const {
  const std::span<const Token> tokens = search.post.tokens();
  const bool ended =
      token == tokens.size() || (token > search.first && tokens[token].sentence_start);
  for (int32_t i = nodes_[node].output; i >= 0; i = outputs_[i].next) {
    const Output& output = outputs_[i];
    if (output.ends_sentence && !ended) continue;
    if (!languages_[output.lexicon].has(search.post.language)) continue;
    search.matches.push_back(
        {search.first, token, output.weight, output.lexicon, output.category, false});
  }
  if (ended) return;
  const uint32_t label = token_label(tokens[token]);
  if ((nodes_[node].classes & literal_bit(label)) != 0) {
    const uint32_t next = target(node, label);
    if (next != kNone) walk(search, next, token + 1);
  }
  uint32_t classes = nodes_[node].classes & classes_of(tokens[token].kind);
  for (; classes != 0; classes &= classes - 1) {
    const auto kind = static_cast<ElementKind>(std::countr_zero(classes));
    if (!is_of_class(search.post.text(), tokens, token, kind)) continue;
    walk(search, target(node, class_label(kind)), token + 1);
  }
}

PhraseMatches PhraseIndex::find(const Post& post) const {
  PhraseMatches found;
  if (outputs_.empty()) return found;
  const std::span<const Token> tokens = post.tokens();
  Search search{post, found.matches_};
  const uint32_t classes = nodes_[kAnywhere].classes | nodes_[kSentenceStart].classes;
  uint32_t next = tokens.empty() ? 0 : token_label(tokens[0]);
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    const uint32_t label = next;
    uint32_t next_classes = 0;
    if (i + 1 < tokens.size()) {
      next = token_label(tokens[i + 1]);
      next_classes = possible_classes(tokens[i + 1]);
    }
    if (!beginnings_.may_be(label, next, next_classes) &&
        (classes & possible_classes(tokens[i])) == 0) {
      continue;
    }
    search.first = i;
    walk(search, kAnywhere, i);
    if (tokens[i].sentence_start) walk(search, kSentenceStart, i);
  }
  mark_quoted(post, found.matches_);
  keep_leftmost_longest(found.matches_);
  return found;
}

}  // namespace soiree
