#ifndef SOIREE_POST_POST_H_
#define SOIREE_POST_POST_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/dates.h"
#include "linter/parse/document.h"
#include "linter/parse/placed_text.h"
#include "linter/text/language.h"
#include "linter/text/words.h"

namespace soiree {

enum class PostKind : uint8_t { article, social, reply, repost, direct_message };

/// "article", "social", "reply", "repost" or "direct_message".
std::string_view post_kind_name(PostKind kind);

enum class QuotationForm : uint8_t {
  block,         ///< a block quote, <blockquote> or quote shortcode
  inline_marks,  ///< quotation marks or <q>
  repost,        ///< "RT @user ..." and what follows
  said,          ///< without marks: "Stay hungry. - Steve Jobs", "Ada said: It weaves patterns."
  answer,        ///< a turn of the person interviewed
  program,       ///< a turn of a program that answers: "ChatGPT: ..."
};

/// A passage that is, as far as one can tell, somebody else's words.
struct Quotation {
  TextSpan text;  ///< the quoted words, marks excluded
  QuotationForm form = QuotationForm::block;
  bool attributed = false;   ///< a source is named nearby
  TextSpan attribution;      ///< where, empty when not in the text
  uint32_t words = 0;        ///< word-like tokens inside, the attribution excluded
  uint32_t first_token = 0;  ///< tokens [first_token, last_token)
  uint32_t last_token = 0;
};

/// What a sentence is when one asks whether its author repeats himself.
enum class SentenceForm : uint8_t {
  prose,      ///< ends with punctuation
  label,      ///< a paragraph's text without an end: caption, "Key features:"
  list_item,  ///< lists are parallel by nature
};

/// A sentence of the author's own running text.
struct ProseSentence {
  uint64_t hash = 0;        ///< of its words in order
  uint32_t sentence = 0;    ///< index into Post::segments.sentences
  uint32_t words = 0;       ///< at least 1
  uint32_t first_word = 0;  ///< token
  SentenceForm form = SentenceForm::prose;
  bool has_code = false;
};

/// Metadata of a post; values that the file does not give are empty.
struct PostMetadata {
  PlacedText title;
  PlacedText id;
  PlacedText time;
  PlacedText zone;  ///< the time zone that a schedule gives, for the post or for all of it
  PlacedText author;
  PlacedText recipient;
  PlacedText location;
  std::vector<PlacedText> channels;
  std::vector<PlacedText> tags;
  std::vector<PlacedText> links;  ///< addresses that a schedule gives apart from the text
  std::optional<Moment> moment;
};

/// The unit people think in: one article, or one scheduled post or direct message of a schedule.
/// Rules read it and never see where in the file anything stands.
struct Post {
  std::string path;
  PostKind kind = PostKind::article;
  bool draft = false;
  bool engages = false;  ///< answers, reposts, likes or follows somebody, or holds a poll
  bool declares_variables = false;  ///< from a layout that says its texts are templates
  Language language = Language::unknown;
  uint32_t list = 0;  ///< which list of its schedule it stands in, from 1; 0 for none
  uint32_t group =
      0;  ///< posts with the same number other than 0 are versions of one post for several channels
  SourceSpan place;  ///< the whole post in its file
  Document document;
  Segments segments;
  std::vector<uint32_t> block_tokens;  ///< first token of each block, and the number of tokens
  std::vector<Quotation> quotations;   ///< sorted, not overlapping
  std::vector<ProseSentence> prose;    ///< see prose_sentences.h
  PostMetadata metadata;

  std::string_view text() const { return document.text.text(); }
  std::string_view text(TextSpan span) const { return document.text.text(span); }
  std::span<const Token> tokens() const { return segments.tokens; }
  /// Tokens of block `block`.
  std::span<const Token> tokens_of(size_t block) const {
    return tokens().subspan(block_tokens[block], block_tokens[block + 1] - block_tokens[block]);
  }
  /// Index of the block that holds the token `token`.
  size_t block_of(uint32_t token) const;
  bool is_short() const { return kind != PostKind::article; }
};

/// Names of the channels that `post` goes out on, as written, with ", " between them; "" for none.
std::string channel_names(const Post& post);

/// True for what a reader would count as a word: words, numbers and CJK characters.
inline bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number ||
         token.kind == TokenKind::cjk;
}

}  // namespace soiree

#endif  // SOIREE_POST_POST_H_
