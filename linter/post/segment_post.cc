#include "linter/post/segment_post.h"

#include <algorithm>

#include "linter/post/prose_sentences.h"
#include "linter/post/quotations.h"

namespace soiree {

namespace {

/// Spans and links are found where they end: of nested ones the inner comes first.
template <class Items, class Before>
void put_in_order(Items& items, const Before& before) {
  if (!std::is_sorted(items.begin(), items.end(), before)) {
    std::stable_sort(items.begin(), items.end(), before);
  }
}

}  // namespace

void segment_post(Post& post, Language configured) {
  Document& document = post.document;
  const auto by_place = [](TextSpan a, TextSpan b) { return a < b; };
  put_in_order(document.opaque, by_place);
  put_in_order(document.emphasis, by_place);
  put_in_order(document.links,
               [](const Link& a, const Link& b) { return a.text.begin < b.text.begin; });
  post.segments.tokens.reserve(document.text.size() / 5);
  post.segments.sentences.reserve(document.text.size() / 64 + 1);
  post.block_tokens.reserve(document.blocks.size() + 1);
  size_t opaque = 0;
  for (const Block& block : document.blocks) {
    post.block_tokens.push_back(static_cast<uint32_t>(post.segments.tokens.size()));
    const size_t first = opaque;
    while (opaque < document.opaque.size() && document.opaque[opaque].end <= block.text.end) {
      ++opaque;
    }
    segment(post.text(), block.text, std::span(document.opaque).subspan(first, opaque - first),
            post.segments);
  }
  post.block_tokens.push_back(static_cast<uint32_t>(post.segments.tokens.size()));
  post.language = configured != Language::unknown
                      ? configured
                      : guess_language(post.text(), post.segments.tokens);
  find_quotations(post);
  post.prose = find_prose_sentences(post);
}

}  // namespace soiree
