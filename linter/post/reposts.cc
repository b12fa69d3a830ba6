#include "linter/post/reposts.h"

#include <algorithm>
#include <array>

#include "linter/post/sayings.h"
#include "linter/post/text_places.h"

namespace soiree {
namespace {

constexpr WordList kRepostTags(std::to_array<std::string_view>(
    {"#repost", "#regram", "#repostapp", "#regramapp", "#reposter", "#repostplus", "#repostwithapp",
     "#regrann", "repostapp", "regramapp"}));
constexpr WordList kRepostWords(std::to_array<std::string_view>({"repost", "reposted", "reposting",
                                                                 "regram", "regrammed"}));
constexpr WordList kFromWords(std::to_array<std::string_view>({"from", "by", "via", "de"}));

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

Quotation make(TextSpan text, QuotationForm form, TextSpan attribution) {
  Quotation quotation;
  quotation.text = text;
  quotation.form = form;
  quotation.attributed = true;
  quotation.attribution = attribution;
  return quotation;
}

/// "RT @user: ...": from there to the end somebody else speaks.
bool add_retweet(const Post& post, std::vector<Quotation>& found) {
  const std::string_view text = post.text();
  for (size_t at = 0; (at = text.find("T @", at)) != std::string_view::npos; ++at) {
    if (at == 0 || (text[at - 1] != 'R' && text[at - 1] != 'M')) continue;
    if (at > 1 && is_word_character(text[at - 2])) continue;
    size_t begin = at + 3;
    while (begin < text.size() && is_word_character(text[begin])) ++begin;
    if (begin == at + 3) continue;
    while (begin < text.size() && (text[begin] == ':' || text[begin] == ' ')) ++begin;
    const auto offset = static_cast<uint32_t>(begin);
    found.push_back(make({offset, static_cast<uint32_t>(text.size())}, QuotationForm::repost,
                         {static_cast<uint32_t>(at - 1), offset}));
    return true;
  }
  return false;
}

/// The words that say so: "#repost", "Repost from @user", "reposted via".
TextSpan repost_marker(const Post& post) {
  const auto tokens = post.tokens();
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (kRepostTags.has(tokens[i].hash)) return tokens[i].span;
    if (!kRepostWords.has(tokens[i].hash) || i + 1 == tokens.size()) continue;
    const Token& next = tokens[i + 1];
    if (next.kind == TokenKind::mention || kFromWords.has(next.hash)) {
      return {tokens[i].span.begin, next.span.end};
    }
  }
  return {};
}

/// "via @user" at the end of a post that opens with a quotation mark.
TextSpan via_at_end(const Post& post) {
  const auto tokens = post.tokens();
  const std::string_view text = post.text();
  const bool opens =
      text.starts_with('"') || text.starts_with("\u201C") || text.starts_with("\u00AB");
  if (!opens || tokens.size() < 3) return {};
  const Token& last = tokens.back();
  const Token& via = tokens[tokens.size() - 2];
  if (last.kind != TokenKind::mention || via.hash != hash_word("via")) return {};
  return {via.span.begin, last.span.end};
}

}  // namespace

void find_reposts(const Post& post, std::vector<Quotation>& found) {
  if (post.tokens().empty() || add_retweet(post, found)) return;
  TextSpan marker = repost_marker(post);
  if (marker.empty()) marker = via_at_end(post);
  if (!marker.empty()) {
    found.push_back(make({0, post.document.text.size()}, QuotationForm::repost, marker));
    return;
  }
  if (found.empty()) find_saying(post, found);
}

}  // namespace soiree
