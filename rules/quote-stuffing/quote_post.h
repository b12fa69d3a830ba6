#ifndef SOIREE_RULES_QUOTE_STUFFING_QUOTE_POST_H_
#define SOIREE_RULES_QUOTE_STUFFING_QUOTE_POST_H_

#include <cstdint>
#include <vector>

#include "linter/post/post.h"
#include "rules/quote-stuffing/short_post.h"

namespace soiree {

/// From which shares on a post is stuffed with quotations; measured in rule.md's section "Why".
struct QuoteLimits {
  double share = 0.35;
  double short_share = 0.55;
  uint32_t minimum_words = 40;
  bool interviews = true;  ///< whether answers in an interview count
};

struct QuotedPiece {
  const Quotation* quotation;
  uint32_t words;
};

/// How much of a text that is read like an article is quoted.
struct ArticleQuotes {
  uint32_t total = 0;
  uint32_t blocks = 0;
  uint32_t marks = 0;
  uint32_t answers = 0;
  std::vector<QuotedPiece> pieces;  ///< counted quotations
  /// The quotation that is the title of a post without any text, null for others.
  const Quotation* nothing_but = nullptr;

  uint32_t quoted() const { return blocks + marks + answers; }
  double share() const { return total == 0 ? 0 : static_cast<double>(quoted()) / total; }
};

/// Measures `post`; linear in its length.
ArticleQuotes measure_article(const Post& post, bool interviews);

/// False for posts without quotations, answers, messages and declared reposts.
bool may_be_stuffed(const Post& post);
/// True for a social post of at most 60 words; longer ones are read like articles.
bool is_judged_as_short(const ShortPostQuotes& measured);
bool is_stuffed(const ShortPostQuotes& measured, const QuoteLimits& limits);
bool is_stuffed(const ArticleQuotes& measured, const QuoteLimits& limits);

/// True for a post that is mostly somebody else's words.
bool is_quote_post(const Post& post, const QuoteLimits& limits);

}  // namespace soiree

#endif  // SOIREE_RULES_QUOTE_STUFFING_QUOTE_POST_H_
