#include "linter/lint/custom_filter.h"

#include <algorithm>

namespace soiree {
namespace {

PostPart part_of(BlockRole role) {
  switch (role) {
    case BlockRole::title:
      return PostPart::title;
    case BlockRole::description:
      return PostPart::description;
    case BlockRole::heading:
      return PostPart::heading;
    default:
      return PostPart::prose;
  }
}

bool is_quoted(const Post& post, TextSpan span) {
  const auto quote =
      std::partition_point(post.quotations.begin(), post.quotations.end(),
                           [&](const Quotation& before) { return before.text.end <= span.begin; });
  return quote != post.quotations.end() && quote->text.begin < span.end;
}

bool has(uint32_t bits, PostPart part) { return ((bits >> static_cast<unsigned>(part)) & 1) != 0; }

}  // namespace

bool applies_to(const CustomFilter& filter, const Post& post) {
  if (((filter.kinds >> static_cast<unsigned>(post.kind)) & 1) == 0) return false;
  if (!filter.languages.has(post.language)) return false;
  if (filter.channels.empty()) return true;
  const std::vector<PlacedText>& channels = post.metadata.channels;
  return std::any_of(channels.begin(), channels.end(), [&](const PlacedText& channel) {
    const std::string name = fold_word(channel.value);
    return std::find(filter.channels.begin(), filter.channels.end(), name) != filter.channels.end();
  });
}

bool looks_at(const CustomFilter& filter, const Post& post, size_t block, TextSpan span) {
  if (is_quoted(post, span)) return has(filter.parts, PostPart::quote);
  return has(filter.parts, part_of(post.document.blocks[block].role));
}

bool touches_code(const Post& post, TextSpan place) {
  const std::vector<TextSpan>& opaque = post.document.opaque;
  const auto code = std::partition_point(
      opaque.begin(), opaque.end(), [&](TextSpan before) { return before.end <= place.begin; });
  return code != opaque.end() && code->begin < place.end;
}

std::string clause_of(const CustomRule& rule) {
  std::string_view summary = rule.summary;
  if (summary.ends_with('.')) summary.remove_suffix(1);
  return std::string(summary);
}

TextSpan opening_of(const Post& post) {
  if (!post.segments.sentences.empty()) return post.segments.sentences.front().span;
  for (const Block& block : post.document.blocks) {
    if (!block.text.empty()) return block.text;
  }
  return {};
}

}  // namespace soiree
