#include "linter/post/own_claim.h"

#include <algorithm>
#include <array>

#include "linter/post/text_places.h"

namespace soiree {
namespace {

constexpr size_t kLongestClaim = 40;  // tokens

/// "That is the promise on our door", but not "That is our motto": a motto may be anybody's.
constexpr WordList kPointers(std::to_array<std::string_view>({"that", "that's", "this", "these",
                                                              "those", "it", "it's", "so"}));
constexpr WordList kOwn(std::to_array<std::string_view>({"our", "ours"}));
constexpr WordList kOthersLines(std::to_array<std::string_view>(
    {"quote", "quotes", "quotation", "favorite", "favourite", "famous", "motto", "mottos", "mantra",
     "saying", "proverb", "life", "lives", "favorites", "favourites", "line"}));

}  // namespace

bool claimed_by_author(const Post& post, const Quotation& quotation) {
  const auto& sentences = post.segments.sentences;
  const auto next =
      std::partition_point(sentences.begin(), sentences.end(),
                           [&](const Sentence& s) { return s.first < quotation.last_token; });
  if (next == sentences.end()) return false;
  const auto words = post.tokens().subspan(next->first, next->last - next->first);
  const size_t block = block_at(post, next->span.begin);
  const bool right_behind = block <= block_at(post, quotation.text.end - 1) + 1 &&
                            post.document.blocks[block].quote == kNoQuote;
  if (!right_behind || words.empty() || words.size() > kLongestClaim) return false;
  if (!kPointers.has(words.front().hash)) return false;
  bool own = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const uint32_t hash = words[i].hash;
    if (kOthersLines.has(hash)) return false;
    own = own || (kOwn.has(hash) && i + 1 < words.size());
  }
  return own;
}

}  // namespace soiree
