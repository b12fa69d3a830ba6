#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "linter/post/attribution.h"

namespace soiree {
namespace {

/// A post with more block quotes names its source once, far from most of them.
constexpr ptrdiff_t kMostBlockQuotes = 2;

/// Languages whose names begin with a capital and whose words of saying we know. Elsewhere nothing
/// tells a source from any other word.
bool can_tell_sources(Language language) {
  return language == Language::en || language == Language::es || language == Language::pt ||
         language == Language::fr || language == Language::ru;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \n\t*_";
  const size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

bool is_marked(std::string_view text) {
  text = trim(text);
  const bool opens = text.starts_with('"') || text.starts_with("\u201C") ||
                     text.starts_with("\u00AB") || text.starts_with("\u201E");
  const bool closes = text.ends_with('"') || text.ends_with("\u201D") || text.ends_with("\u00BB") ||
                      text.ends_with("\u201C") || text.ends_with("\".") ||
                      text.ends_with("\u201D.");
  return opens && closes;
}

bool is_question(std::string_view text) {
  text = trim(text);
  return text.ends_with('?') || text.ends_with("?\"") || text.ends_with("?\u201D") ||
         text.ends_with("?\u00BB");
}

bool has_code(const Post& post, const Quotation& quotation) {
  const auto tokens =
      post.tokens().subspan(quotation.first_token, quotation.last_token - quotation.first_token);
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.kind == TokenKind::code; });
}

/// "You will see this message:" introduces a sample, an error or a definition as often as a
/// speaker.
bool follows_colon(const Post& post, const Quotation& quotation) {
  std::string_view before = post.text().substr(0, quotation.text.begin);
  while (!before.empty() &&
         (before.back() == ' ' || before.back() == '\n' || before.back() == '"' ||
          before.back() == '\x9C' || before.back() == '\x80' || before.back() == '\xE2')) {
    before.remove_suffix(1);
  }
  return before.ends_with(':');
}

/// True for a paragraph that is nothing but the quotation and opens the post or a section.
bool is_epigraph(const Post& post, const Quotation& quotation) {
  const size_t index = post.block_of(quotation.first_token);
  const auto& blocks = post.document.blocks;
  const Block& block = blocks[index];
  if (block.role != BlockRole::prose || block.list != 0 || block.quote != kNoQuote) return false;
  const bool all = post.block_tokens[index] == quotation.first_token &&
                   post.block_tokens[index + 1] == quotation.last_token;
  const bool opens = index == 0 || blocks[index - 1].role == BlockRole::title ||
                     blocks[index - 1].role == BlockRole::description ||
                     blocks[index - 1].role == BlockRole::heading;
  return all && opens;
}

/// Hashtags of sayings; any other may name the speaker or the song.
bool is_plain_hashtag(std::string_view tag) {
  constexpr std::array<std::string_view, 12> kPlain = {"quote",   "motiv",  "inspir", "wisdom",
                                                       "mindset", "life",   "love",   "success",
                                                       "monday",  "friday", "mood",   "happ"};
  const std::string folded = fold_word(tag);
  return std::any_of(kPlain.begin(), kPlain.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

class UnattributedQuote : public Check {
 public:
  explicit UnattributedQuote(const RuleOptions& options)
      : minimum_words_(static_cast<uint32_t>(options.integer("minimum-words"))) {}

  void on_post(const Post& post, const PhraseMatches& /*phrases*/, Report& report) const override {
    if (post.quotations.empty()) return;
    if (post.kind == PostKind::reply || post.kind == PostKind::direct_message) return;
    if (post.is_short()) {
      check_short(post, report);
    } else if (can_tell_sources(post.language)) {
      check_article(post, report);
    }
  }

 private:
  void check_article(const Post& post, Report& report) const {
    const auto blocks = std::count_if(
        post.quotations.begin(), post.quotations.end(),
        [](const Quotation& quotation) { return quotation.form == QuotationForm::block; });
    if (blocks > kMostBlockQuotes) return;
    for (const Quotation& quotation : post.quotations) {
      if (quotation.attributed || quotation.words < minimum_words_) continue;
      if (is_question(post.text(quotation.text)) || has_code(post, quotation)) continue;
      if (!vague_source(post, quotation).empty()) {
        report.add(quotation.text,
                   "these words are quoted, but nobody is named who said them; name the source, or "
                   "say it in your own words");
      } else if (!follows_colon(post, quotation) && stands_alone(post, quotation)) {
        report.add(quotation.text,
                   fmt::format("{} quoted words and no source near them; say who said it and "
                               "where, so that readers can look it up",
                               quotation.words));
      }
    }
  }

  static bool stands_alone(const Post& post, const Quotation& quotation) {
    if (quotation.form == QuotationForm::block) return is_marked(post.text(quotation.text));
    return quotation.form == QuotationForm::inline_marks && is_epigraph(post, quotation);
  }

  void check_short(const Post& post, Report& report) const {
    if (post.quotations.size() != 1) return;
    const Quotation& quotation = post.quotations.front();
    if (quotation.attributed || quotation.form != QuotationForm::inline_marks) return;
    if (quotation.words < minimum_words_ || is_question(post.text(quotation.text))) return;
    for (uint32_t i = 0; i < post.tokens().size(); ++i) {
      const Token& token = post.tokens()[i];
      const bool inside = quotation.first_token <= i && i < quotation.last_token;
      if (token.kind == TokenKind::mention || token.kind == TokenKind::url) return;
      if (token.kind == TokenKind::hashtag && !is_plain_hashtag(post.text(token.span))) return;
      if (!inside && is_word(token)) return;
    }
    report.add(quotation.text,
               "this post is a quotation without its author; name who said it, and say what you "
               "make of it");
  }

  uint32_t minimum_words_;
};

}  // namespace

std::unique_ptr<Check> make_unattributed_quote(const RuleOptions& options,
                                               const RuleContext& /*context*/) {
  return std::make_unique<UnattributedQuote>(options);
}

}  // namespace soiree
