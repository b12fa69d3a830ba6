// Blocks without inline syntax never go through the parser's inline pass; what they get instead
// must be what the parser would have made of them.
#include "linter/parse/plain_inlines.h"

#include <cmark-gfm.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/corpus_files.h"
#include "tests/support/paths.h"

namespace soiree {
namespace {

std::string shown(MarkdownInline kind, std::string_view literal) {
  switch (kind) {
    case MarkdownInline::text:
      return "<" + std::string(literal) + ">";
    case MarkdownInline::soft_break:
      return "|";
    case MarkdownInline::line_break:
      return "||";
    default:
      return "?";
  }
}

std::string plain_events(std::string_view content) {
  std::vector<InlineEvent> events;
  append_plain_inlines(content, events);
  std::string all;
  for (const InlineEvent& event : events) all += shown(event.kind, event.literal);
  return all;
}

/// The inline tree that cmark-gfm makes of the only paragraph of `content`; "" when it is none.
std::string parsed_events(const std::string& content) {
  cmark_node* root =
      cmark_parse_document(content.data(), content.size(), CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES);
  std::string all;
  cmark_node* paragraph = cmark_node_first_child(root);
  const bool alone = paragraph != nullptr && cmark_node_next(paragraph) == nullptr &&
                     cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH;
  for (cmark_node* node = alone ? cmark_node_first_child(paragraph) : nullptr; node != nullptr;
       node = cmark_node_next(node)) {
    const cmark_node_type type = cmark_node_get_type(node);
    const char* literal = cmark_node_get_literal(node);
    all += shown(type == CMARK_NODE_TEXT        ? MarkdownInline::text
                 : type == CMARK_NODE_SOFTBREAK ? MarkdownInline::soft_break
                 : type == CMARK_NODE_LINEBREAK ? MarkdownInline::line_break
                                                : MarkdownInline::html,
                 literal == nullptr ? "" : literal);
  }
  cmark_node_free(root);
  return all;
}

TEST(PlainInlines, AreWhatTheParserMakes) {
  for (const std::string content :
       {"One line", "Two\nlines", "Hard  \nbreak", "Soft \nbreak", "Tab\t\nafter",
        "Both \t \nafter", "Many    \nblanks", "Ends in blanks   ", "Wow! Here, (and) \"there\"",
        "C#, a@b.c, 100%", "Line\n   with indent", "\xC3\xA9t\xC3\xA9\nand \xE2\x80\x99",
        "x  \ny  \nz"}) {
    ASSERT_TRUE(is_plain_inline_source(content)) << content;
    EXPECT_EQ(plain_events(content), parsed_events(content)) << content;
  }
}

TEST(PlainInlines, LeaveSyntaxToTheParser) {
  const std::string filler(40, 'x');
  for (const char sign : std::string_view("\\`&_*[<\v\f\r")) {
    for (size_t at = 0; at <= filler.size(); ++at) {
      std::string content = filler;
      content.insert(at, 1, sign);
      EXPECT_FALSE(is_plain_inline_source(content)) << int{sign} << " at " << at;
    }
  }
}

TEST(PlainInlines, HoldForTheCorpus) {
  const auto corpus = corpus_dir();
  if (!corpus) GTEST_SKIP() << "the corpus of real posts is not here";
  size_t blocks = 0;
  for (const std::filesystem::path& path : files_below(*corpus / "blogs", {".md", ".markdown"})) {
    std::string bytes = read_bytes(path);
    std::replace(bytes.begin(), bytes.end(), '\0', ' ');
    parse_markdown(bytes, true, [&](const BlockEvent& event) {
      const bool plain = event.enter && event.kind == MarkdownBlock::paragraph &&
                         is_plain_inline_source(event.content);
      if (!plain) return;
      const std::string parsed = parsed_events(std::string(event.content));
      if (parsed.empty()) return;  // on its own it is no paragraph
      ++blocks;
      EXPECT_EQ(plain_events(event.content), parsed) << path;
    });
  }
  EXPECT_GT(blocks, 50000U);
}

}  // namespace
}  // namespace soiree
