#include "linter/post/quoted_title.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "linter/post/said.h"
#include "linter/post/text_places.h"

namespace soiree {
namespace {

constexpr size_t kShortestSaying = 4;  // words
constexpr size_t kFewestNames = 2;     // "Ada Lind": a single name is a site's as well
constexpr size_t kMostNames = 5;

constexpr WordList kQuotes(std::to_array<std::string_view>({"quote", "quotes", "quotation",
                                                            "quotations", "saying", "sayings"}));

constexpr std::array<std::string_view, 3> kDashes = {"-", "\u2013", "\u2014"};
constexpr std::array<std::string_view, 5> kSentenceEnds = {".", "!", "?", "\u2026", "\u3002"};
constexpr std::array<std::string_view, 5> kClosers = {"\"", "'", "\u201D", "\u2019", " "};

/// Takes the first of `marks` that stands at the start of `text` off it.
template <size_t Size>
bool take(const std::array<std::string_view, Size>& marks, std::string_view& text) {
  for (const std::string_view mark : marks) {
    if (!text.starts_with(mark)) continue;
    text.remove_prefix(mark.size());
    return true;
  }
  return false;
}

bool ends_sentence(std::string_view text) {
  return std::any_of(kSentenceEnds.begin(), kSentenceEnds.end(),
                     [&](std::string_view mark) { return text.ends_with(mark); });
}

/// The capitalised words, one blank apart, that `words` begins with.
size_t count_names(const Post& post, std::span<const Token> words) {
  size_t names = 0;
  for (; names < words.size(); ++names) {
    const Token& word = words[names];
    if (word.kind != TokenKind::word || !word.capital) break;
    if (names > 0 && post.text({words[names - 1].span.end, word.span.begin}) != " ") break;
  }
  return names;
}

/// The dash, the name and what comes behind it in `description`; empty when it is no saying with
/// its author.
TextSpan speaker_behind(const Post& post, TextSpan title, TextSpan description) {
  const std::string_view saying = post.text(title);
  std::string_view rest = post.text(description);
  if (!rest.starts_with(saying)) return {};
  rest.remove_prefix(saying.size());
  while (take(kSentenceEnds, rest)) continue;
  while (take(kClosers, rest)) continue;
  const auto begin = static_cast<uint32_t>(description.end - rest.size());
  if (!take(kDashes, rest)) return {};
  const auto words =
      tokens_in(post, {static_cast<uint32_t>(description.end - rest.size()), description.end});
  const size_t names = count_names(post, words);
  if (names < kFewestNames || names > kMostNames) return {};
  const bool quoted = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(names), words.end(),
                                  [](const Token& word) { return kQuotes.has(word.hash); });
  return ends_sentence(saying) || quoted ? TextSpan{begin, words[names - 1].span.end} : TextSpan{};
}

}  // namespace

void find_quoted_title(const Post& post, std::vector<Quotation>& found) {
  const auto& blocks = post.document.blocks;
  const auto title = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) {
    return block.role == BlockRole::title;
  });
  if (title == blocks.end() || tokens_in(post, title->text).size() < kShortestSaying) return;
  for (const Block& block : blocks) {
    if (block.role != BlockRole::description) continue;
    const TextSpan speaker = speaker_behind(post, title->text, block.text);
    if (speaker.empty()) continue;
    found.push_back(said_by(title->text, speaker));
    return;
  }
}

}  // namespace soiree
