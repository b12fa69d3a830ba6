#include "linter/post/message_templates.h"

#include <algorithm>
#include <array>
#include <string>

#include "linter/text/utf8.h"
#include "linter/text/words.h"

namespace soiree {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// True when one of `words` stands in `text` (lower case) as a word of its own.
template <size_t N>
bool has_word(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      const size_t end = at + word.size();
      const bool starts = at == 0 || !is_letter(text[at - 1]);
      if (starts && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
  });
}

constexpr std::array<std::string_view, 6> kMessageWords = {
    "dm", "dms", "direct message", "direct messages", "outreach", "cold message"};
constexpr std::array<std::string_view, 4> kTemplateWords = {"template", "templates", "script",
                                                            "scripts"};
constexpr std::array<std::string_view, 7> kSectionWords = {"template", "message", "dm",    "script",
                                                           "variant",  "version", "opener"};

/// Bytes of a heading that name its messages; each of them keeps a copy.
constexpr size_t kLongestName = 1000;

/// The page's name for itself: its title or first heading, else its file name.
bool collects_messages(const Post& page) {
  std::string name = fold_word(page.path.substr(page.path.rfind('/') + 1));
  for (const Block& block : page.document.blocks) {
    if (block.role != BlockRole::title && block.role != BlockRole::heading) continue;
    name += " " + fold_word(page.text(block.text));
    break;
  }
  return has_word(name, kMessageWords) && has_word(name, kTemplateWords);
}

/// Collects blocks into messages, section by section.
class Collector {
 public:
  explicit Collector(const Post& page) : page_(page), opaque_(page.document.opaque) {
    std::sort(opaque_.begin(), opaque_.end());
  }

  std::vector<Post> run() {
    const std::vector<Block>& blocks = page_.document.blocks;
    for (size_t i = 0; i < blocks.size();) {
      if (blocks[i].role == BlockRole::heading) {
        enter_section(blocks[i++]);
      } else if (blocks[i].quote != kNoQuote) {
        i = quote(i);
      } else if (in_message_section_ && !section_has_quote(i)) {
        i = paragraphs(i);
      } else {
        ++i;
      }
    }
    return std::move(messages_);
  }

 private:
  void enter_section(const Block& heading) {
    heading_ = &heading;
    // The heading of the first level names the page.
    in_message_section_ =
        heading.level > 1 && has_word(fold_word(page_.text(heading.text)), kSectionWords);
  }

  /// Asked for growing `i`, so the blocks up to the next quote are looked at once.
  bool section_has_quote(size_t i) {
    const std::vector<Block>& blocks = page_.document.blocks;
    next_ = std::max(next_, i);
    while (next_ < blocks.size() && blocks[next_].role != BlockRole::heading &&
           blocks[next_].quote == kNoQuote) {
      ++next_;
    }
    return next_ < blocks.size() && blocks[next_].role != BlockRole::heading;
  }

  size_t quote(size_t i) {
    const std::vector<Block>& blocks = page_.document.blocks;
    const int32_t quote = blocks[i].quote;
    open();
    for (; i < blocks.size() && blocks[i].quote == quote; ++i) add(blocks[i]);
    return i;
  }

  size_t paragraphs(size_t i) {
    const std::vector<Block>& blocks = page_.document.blocks;
    open();
    for (; i < blocks.size() && blocks[i].role != BlockRole::heading; ++i) {
      if (blocks[i].role == BlockRole::prose) add(blocks[i]);
    }
    if (messages_.back().document.blocks.empty()) messages_.pop_back();
    return i;
  }

  void open() {
    Post message;
    message.path = page_.path;
    message.kind = PostKind::direct_message;
    message.declares_variables = true;
    if (heading_ != nullptr) {
      const std::string_view name = page_.text(heading_->text);
      size_t size = std::min(name.size(), kLongestName);
      while (!is_character_boundary(name, size)) --size;
      message.metadata.id = {std::string(name.substr(0, size)), heading_->source};
    }
    messages_.push_back(std::move(message));
  }

  void add(Block block) {
    Post& message = messages_.back();
    Document& document = message.document;
    if (document.blocks.empty()) message.place = block.source;
    message.place.end = std::max(message.place.end, block.source.end);
    if (document.text.size() > 0) document.text.append_separator("\n\n", block.source.begin);
    const uint32_t begin = document.text.size();
    document.text.append(page_.document.text, block.text);
    auto opaque = std::lower_bound(opaque_.begin(), opaque_.end(), TextSpan{block.text.begin, 0});
    for (; opaque != opaque_.end() && opaque->begin < block.text.end; ++opaque) {
      if (!block.text.contains(*opaque)) continue;
      document.opaque.push_back(
          {begin + opaque->begin - block.text.begin, begin + opaque->end - block.text.begin});
    }
    block.text = {begin, document.text.size()};
    block.quote = kNoQuote;
    block.role = BlockRole::prose;
    document.blocks.push_back(block);
  }

  const Post& page_;
  std::vector<TextSpan> opaque_;  ///< of the page, sorted
  const Block* heading_ = nullptr;
  bool in_message_section_ = false;
  size_t next_ = 0;  ///< block that section_has_quote stopped at
  std::vector<Post> messages_;
};

}  // namespace

std::vector<Post> read_message_templates(const Post& page) {
  if (!collects_messages(page)) return {};
  return Collector(page).run();
}

}  // namespace soiree
