#include "rules/insular-mentions/mentions.h"

#include <algorithm>
#include <array>
#include <span>

#include "linter/text/word_table.h"
#include "linter/text/words.h"

namespace soiree {
namespace {

constexpr auto kPictureWords = [] {
  WordTable<128> table;
  table.add(
      "photo photos photograph photographs photographer photographers photography pic pics picture "
      "pictures image images shot shots video illustration illustrations artwork drawing graphic "
      "foto fotos fotografie fotografía imagen imagem bild bilder image photographie фото",
      1);
  return table;
}();

constexpr auto kCreditWords = [] {
  WordTable<32> table;
  table.add("by credit credits courtesy of from von por de crédito créditos crédit", 1);
  return table;
}();

/// Rules of style sheets, annotations of programs: in prose about them they stand without code
/// marks.
constexpr auto kCodeWords = [] {
  WordTable<256> table;
  table.add(
      "media extend include import mixin supports keyframes layer container charset namespace page "
      "property apply tailwind function return returns param params see since throws deprecated if "
      "else each for while use forward content at-root override overrides component injectable "
      "input output test template autowired bean entity controller service inject singleton "
      "provider provides module suppresswarnings nullable nonnull font-face types latest next "
      "beta property staticmethod classmethod dataclass route orm var type interface public "
      "private",
      1);
  return table;
}();

constexpr std::array<std::string_view, 6> kPictureEmoji = {
    "\U0001F4F7", "\U0001F4F8", "\U0001F3A5", "\U0001F3AC", "\U0001F3A8", "\U0001F5BC"};

bool is_picture(const Post& post, const Token& token) {
  if (token.kind == TokenKind::word) return kPictureWords.find(token.hash) != 0;
  if (token.kind != TokenKind::emoji) return false;
  const std::string_view text = post.text(token.span);
  return std::any_of(kPictureEmoji.begin(), kPictureEmoji.end(),
                     [&](std::string_view emoji) { return text.starts_with(emoji); });
}

/// True when the words before `tokens[i]` credit a picture.
bool is_picture_credit(const Post& post, std::span<const Token> tokens, size_t i) {
  constexpr size_t kCreditLength = 3;  // "photo credit by"
  for (size_t back = 1; back <= kCreditLength && back <= i; ++back) {
    const Token& token = tokens[i - back];
    if (is_picture(post, token)) return true;
    if (token.kind != TokenKind::word || kCreditWords.find(token.hash) == 0) return false;
  }
  return false;
}

/// The folded handle of a mention, without `@`; empty when it is none.
std::string handle_of(const Post& post, const Token& token) {
  const std::string handle = fold_word(post.text(token.span).substr(1));
  const bool code = post.kind == PostKind::article && kCodeWords.find(hash_word(handle)) != 0;
  return code ? std::string() : handle;
}

bool is_quoted(const Post& post, uint32_t token) {
  const auto next = std::upper_bound(
      post.quotations.begin(), post.quotations.end(), token,
      [](uint32_t t, const Quotation& quotation) { return t < quotation.first_token; });
  return next != post.quotations.begin() && token < std::prev(next)->last_token;
}

}  // namespace

std::string mentioned_handles(const Post& post) {
  const std::span<const Token> tokens = post.tokens();
  std::vector<std::string> handles;
  bool credit = false;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::mention) continue;
    // "📷 @ada | @ben" credits both.
    const bool listed = i > 0 && tokens[i - 1].kind == TokenKind::mention;
    if (!listed) credit = is_picture_credit(post, tokens, i);
    if (credit || is_quoted(post, static_cast<uint32_t>(i))) continue;
    std::string handle = handle_of(post, tokens[i]);
    if (!handle.empty()) handles.push_back(std::move(handle));
  }
  std::sort(handles.begin(), handles.end());
  handles.erase(std::unique(handles.begin(), handles.end()), handles.end());
  std::string all;
  for (const std::string& handle : handles) {
    if (!all.empty()) all += ' ';
    all += handle;
  }
  return all;
}

std::vector<std::string_view> split_handles(std::string_view mentions) {
  std::vector<std::string_view> handles;
  while (!mentions.empty()) {
    const size_t end = std::min(mentions.find(' '), mentions.size());
    handles.push_back(mentions.substr(0, end));
    mentions.remove_prefix(std::min(end + 1, mentions.size()));
  }
  return handles;
}

}  // namespace soiree
