#include "rules/canned-broadcast/skeleton.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/unfilled-placeholder/stand_ins.h"

namespace soiree {
namespace {

constexpr size_t kLongestName = 4;  // tokens
constexpr size_t kLongestRecipient = 8;

/// Where the reader's name stands at the beginning: "Hi Ada Byron,", "Ada -", "@ada".
struct Vocative {
  size_t first = 0;  ///< tokens [first, last)
  size_t last = 0;
};

Vocative vocative_of(const Post& post) {
  const std::span<const Token> tokens = post.tokens();
  size_t i = 0;
  while (i < tokens.size() && !is_word(tokens[i]) && tokens[i].kind != TokenKind::mention) ++i;
  const bool greeted = i < tokens.size() && is_greeting(tokens[i]);
  if (greeted) ++i;
  Vocative name{i, i};
  while (name.last < tokens.size() && name.last - i < kLongestName &&
         (tokens[name.last].capital || tokens[name.last].kind == TokenKind::mention)) {
    ++name.last;
  }
  if (greeted || name.last == i || tokens[i].kind == TokenKind::mention) return name;
  // Without a greeting only "Ada, ..." is a name.
  const std::string_view after = post.text().substr(tokens[name.last - 1].span.end);
  return after.starts_with(',') ? name : Vocative{i, i};
}

std::vector<uint32_t> words_of_recipient(const Post& post) {
  std::vector<uint32_t> words;
  std::string_view name = post.metadata.recipient.value;
  if (name.starts_with('@')) name.remove_prefix(1);
  if (name.empty()) return words;
  Segments segments;
  segment(name, {0, static_cast<uint32_t>(name.size())}, {}, segments);
  for (const Token& token : segments.tokens) {
    if (words.size() < kLongestRecipient) words.push_back(token.hash);
  }
  return words;
}

}  // namespace

Skeleton skeleton_of(const Post& post) {
  const std::span<const Token> tokens = post.tokens();
  const Vocative name = vocative_of(post);
  const std::vector<uint32_t> recipient = words_of_recipient(post);
  const bool drop_capitals = post.language != Language::de;
  Skeleton skeleton;
  skeleton.hash = 0xCBF29CE484222325U;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool word = token.kind == TokenKind::word || token.kind == TokenKind::cjk;
    if (!word || (i >= name.first && i < name.last)) continue;
    if (drop_capitals && token.capital && !token.sentence_start) continue;
    if (std::find(recipient.begin(), recipient.end(), token.hash) != recipient.end()) continue;
    skeleton.hash = (skeleton.hash ^ token.hash) * 0x9E3779B97F4A7C15U;
    ++skeleton.words;
  }
  return skeleton;
}

uint32_t recipient_of(const Post& post) {
  std::string_view name = post.metadata.recipient.value;
  if (name.starts_with('@')) name.remove_prefix(1);
  if (!name.empty()) return hash_word(fold_word(name));
  const Vocative vocative = vocative_of(post);
  uint32_t hash = 0;
  for (size_t i = vocative.first; i < vocative.last; ++i) {
    hash = hash * 31 + post.tokens()[i].hash;
  }
  return hash;
}

}  // namespace soiree
