#include "linter/post/own_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "linter/post/text_places.h"

namespace soiree {
namespace {

constexpr WordList kSelf(std::to_array<std::string_view>({"i", "we", "i've", "we've", "i'd", "we'd",
                                                          "i'm", "we're", "я", "мы"}));
/// Words of the day, which sayings do without.
constexpr WordList kOfTheDay(std::to_array<std::string_view>(
    {"today", "tonight", "tomorrow", "yesterday", "monday", "tuesday", "wednesday", "thursday",
     "friday", "saturday", "sunday", "anyone", "anybody", "tickets", "afternoon", "weekend"}));
constexpr WordList kAuxiliary(std::to_array<std::string_view>({"have", "had", "am", "are",
                                                               "will"}));
constexpr WordList kWriting(std::to_array<std::string_view>(
    {"wrote",     "write",     "written",   "said",      "say",      "tweeted",   "posted",
     "published", "mentioned", "announced", "asked",     "promised", "blogged",   "noted",
     "put",       "described", "defined",   "sent",      "proposed", "suggested", "replied",
     "stated",    "argued",    "concluded", "submitted", "added",    "answered",  "dropped",
     "hinted",    "писал",     "писала",    "написал",   "написала", "написали"}));
/// Forms that hold the first person themselves.
constexpr WordList kWritingSelf(std::to_array<std::string_view>(
    {"escribí", "publiqué", "dije", "comenté", "escribimos", "publicamos", "escrevi", "publiquei",
     "comentei", "escrevemos"}));
constexpr WordList kOthersSaying(std::to_array<std::string_view>(
    {"says", "writes", "wrote", "said", "replied", "answered", "responded", "explained", "told",
     "added", "replies", "explains", "asks", "asked", "argued", "argues", "claims", "claimed"}));
constexpr WordList kOwnWord(std::to_array<std::string_view>(
    {"my",      "our",     "mi",    "nuestro", "nuestra", "meu",    "minha",  "nosso", "nossa",
     "mon",     "ma",      "notre", "mein",    "meine",   "meinem", "meiner", "unser", "unsere",
     "unserem", "unserer", "мой",   "моя",     "моей",    "моём",   "наш",    "нашей", "нашем"}));
constexpr WordList kOwnText(std::to_array<std::string_view>(
    {"post",      "article",       "tweet",    "proposal",   "definition",  "answer",  "mission",
     "statement", "announcement",  "email",    "e-mail",     "issue",       "readme",  "words",
     "comment",   "policy",        "faq",      "newsletter", "book",        "talk",    "guidelines",
     "docs",      "documentation", "abstract", "summary",    "notes",       "poem",    "haiku",
     "letter",    "message",       "reply",    "response",   "prompt",      "bio",     "thread",
     "journal",   "diary",         "report",   "paper",      "application", "pitch",   "blog",
     "artículo",  "entrada",       "artigo",   "texto",      "billet",      "artikel", "beitrag",
     "статье",    "пост",          "посте",    "статья"}));
constexpr size_t kWordsBetween = 2;  // "my very first post"

/// "我又加了一句", "以下是我的回信": "I" with a verb of writing, or "my" with something written. A
/// noun between them ("我朋友说") makes it somebody else's.
bool announces_in_chinese(std::string_view sentence) {
  constexpr std::string_view kI = "我";
  constexpr std::array<std::string_view, 7> kBetween = {"又", "就", "也", "曾", "还", "的", "们"};
  constexpr std::array<std::string_view, 10> kWrote = {"说", "写",   "加",   "答",   "回",
                                                       "补", "评论", "文章", "邮件", "帖"};
  const auto starts = [](std::string_view text, const auto& words) -> size_t {
    for (const std::string_view word : words) {
      if (text.starts_with(word)) return word.size();
    }
    return 0;
  };
  for (size_t at = sentence.find(kI); at != sentence.npos; at = sentence.find(kI, at + kI.size())) {
    std::string_view rest = sentence.substr(at + kI.size());
    while (const size_t size = starts(rest, kBetween)) rest.remove_prefix(size);
    if (starts(rest, kWrote) > 0) return true;
  }
  return false;
}

bool has_double_mark(std::string_view text) {
  return text.find('"') != std::string_view::npos ||
         text.find("\u201C") != std::string_view::npos ||
         text.find("\u00AB") != std::string_view::npos;
}

/// Index past a verb of writing whose subject is the word at `at`, 0 when there is none.
size_t own_verb(std::span<const Token> words, size_t at) {
  size_t next = at + 1;
  if (next < words.size() && kAuxiliary.has(words[next].hash)) ++next;
  for (size_t i = next; i < words.size() && i < next + 2; ++i) {
    if (kWriting.has(words[i].hash)) return i + 1;
  }
  return 0;
}

bool names_own_text(std::span<const Token> words, size_t at) {
  for (size_t i = at + 1; i < words.size() && i <= at + 1 + kWordsBetween; ++i) {
    if (kOwnText.has(words[i].hash)) return true;
  }
  return false;
}

}  // namespace

bool announces_own_words(const Post& post, uint32_t begin) {
  const size_t index = sentence_before(post, first_token_at(post, begin));
  if (index == post.segments.sentences.size()) return false;
  const Sentence& sentence = post.segments.sentences[index];
  const size_t quote_block = block_at(post, begin);
  const size_t block = block_at(post, sentence.span.begin);
  const Block& before = post.document.blocks[block];
  if (block + 1 != quote_block || before.quote != kNoQuote ||
      has_double_mark(post.text(sentence.span))) {
    return false;
  }
  if (announces_in_chinese(post.text(sentence.span))) return true;
  const auto words = post.tokens().subspan(sentence.first, sentence.last - sentence.first);
  bool own = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const uint32_t hash = words[i].hash;
    if (kSelf.has(hash)) {
      const size_t end = own_verb(words, i);
      if (end == 0) continue;
      own = true;
      i = end - 1;
    } else if (kWritingSelf.has(hash) || (kOwnWord.has(hash) && names_own_text(words, i))) {
      own = true;
    } else if (kOthersSaying.has(hash)) {
      own = false;
    }
  }
  return own;
}

bool wraps_own_words(const Post& post, const MarkedPassage& passage) {
  if (!post.is_short() || passage.single || post.text()[passage.whole.begin] != '"') return false;
  const auto tokens = post.tokens();
  if (tokens.empty() || tokens.front().span.begin < passage.inside.begin ||
      tokens.back().span.end > passage.inside.end) {
    return false;
  }
  if (tokens.front().kind == TokenKind::mention) return false;  // "@ada: The oven is old."
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    switch (token.kind) {
      case TokenKind::word:
        return kOfTheDay.has(token.hash);
      case TokenKind::number:
      case TokenKind::url:
      case TokenKind::mention:
      case TokenKind::hashtag:
        return true;
      default:
        return false;
    }
  });
}

}  // namespace soiree
