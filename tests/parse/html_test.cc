#include "linter/parse/html.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/paths.h"

namespace soiree {
namespace {

/// "kind:bytes" of every piece; also checks that the pieces cover the input without gaps.
std::vector<std::string> pieces(std::string_view html) {
  static constexpr const char* kKinds[] = {"text", "start", "end", "comment", "other"};
  std::vector<std::string> result;
  HtmlScanner scanner(html);
  uint32_t at = 0;
  while (const auto piece = scanner.next()) {
    EXPECT_EQ(piece->begin, at);
    EXPECT_LT(piece->begin, piece->end);
    at = piece->end;
    result.push_back(std::string(kKinds[static_cast<size_t>(piece->kind)]) + ":" +
                     std::string(html.substr(piece->begin, piece->end - piece->begin)));
  }
  EXPECT_EQ(at, html.size());
  return result;
}

using Pieces = std::vector<std::string>;

/// Number of pieces; fails when they leave a gap.
size_t count_pieces(std::string_view html) {
  HtmlScanner scanner(html);
  uint32_t at = 0;
  size_t count = 0;
  while (const auto piece = scanner.next()) {
    if (piece->begin != at || piece->end <= at || piece->end > html.size()) return 0;
    at = piece->end;
    ++count;
  }
  return at == html.size() ? count : 0;
}

// The words between tags are the author's and must not be lost with the tags.
TEST(Html, TagsAndText) {
  EXPECT_EQ(pieces("a <b class=\"x > y\">c</b> d<br/>"),
            (Pieces{"text:a ", "start:<b class=\"x > y\">", "text:c", "end:</b>", "text: d",
                    "start:<br/>"}));
  HtmlScanner scanner("<IMG src=a />");
  const auto piece = scanner.next();
  ASSERT_TRUE(piece.has_value());
  EXPECT_EQ(piece->name, "IMG");
  EXPECT_TRUE(piece->self_closing);
  EXPECT_TRUE(pieces("").empty());
}

TEST(Html, BrokenMarkupIsText) {
  for (const std::string text :
       {"a < b > c", "<", "</", "<a", "<a href=\"x>", "<!-- a", "<1>", "</ b>", "I <3 you",
        "<https://a.b/c", "<!", "<![CDATA[ a", "<? a", "<a@b.c>"}) {
    EXPECT_EQ(pieces(text), (Pieces{"text:" + text}));
  }
  EXPECT_EQ(pieces("<a <b>c"), (Pieces{"text:<a ", "start:<b>", "text:c"}));
}

TEST(Html, CommentsAndDeclarations) {
  EXPECT_EQ(pieces("<!doctype html><!-- a > b -->x<![CDATA[<b>]]><?php a ?>"),
            (Pieces{"other:<!doctype html>", "comment:<!-- a > b -->", "text:x",
                    "other:<![CDATA[<b>]]>", "other:<?php a ?>"}));
  EXPECT_EQ(pieces("<!-->a-->"), (Pieces{"comment:<!-->", "text:a-->"}));
}

// A script in a post is nobody's prose.
TEST(Html, RawBodiesAreOther) {
  EXPECT_EQ(pieces("<script>if (a<b) '</p>'</SCRIPT >c"),
            (Pieces{"start:<script>", "other:if (a<b) '</p>'", "end:</SCRIPT >", "text:c"}));
  EXPECT_EQ(
      pieces("<svg><path/></svg><style></style>"),
      (Pieces{"start:<svg>", "other:<path/>", "end:</svg>", "start:<style>", "end:</style>"}));
  EXPECT_EQ(pieces("<script>a"), (Pieces{"start:<script>", "other:a"}));
  EXPECT_EQ(pieces("<math>a <b>c</b>"),
            (Pieces{"start:<math>", "text:a ", "start:<b>", "text:c", "end:</b>"}));
  EXPECT_EQ(pieces("<pre>a</pre>"), (Pieces{"start:<pre>", "text:a", "end:</pre>"}));
}

TEST(Html, Attributes) {
  const std::string_view tag = "<a HREF='x y' data-a = \"1>2\" title=a/b disabled alt=\"\" />";
  EXPECT_EQ(html_attribute(tag, "href"), "x y");
  EXPECT_EQ(html_attribute(tag, "data-a"), "1>2");
  EXPECT_EQ(html_attribute(tag, "title"), "a/b");
  EXPECT_EQ(html_attribute(tag, "disabled"), "");
  EXPECT_EQ(html_attribute(tag, "alt"), "");
  EXPECT_EQ(html_attribute(tag, "data"), std::nullopt);
  EXPECT_EQ(html_attribute("<a title=\"href=b\">", "href"), std::nullopt);
  EXPECT_EQ(html_attribute("<a title=\"x", "title"), "x");
  EXPECT_EQ(html_attribute("", "a"), std::nullopt);
  EXPECT_EQ(html_attribute("<", "a"), std::nullopt);
  EXPECT_EQ(html_attribute("<a =b c=d>", "c"), "d");
}

TEST(Html, ElementKinds) {
  for (const char* name : {"br", "IMG", "hr", "wbr", "area", "track"}) {
    EXPECT_TRUE(is_void_element(name)) << name;
  }
  for (const char* name : {"", "p", "brr", "blockquoteblockquote"}) {
    EXPECT_FALSE(is_void_element(name)) << name;
  }
  for (const char* name : {"p", "DIV", "li", "blockquote", "h1", "h6", "ul", "address",
                           "figcaption", "td", "summary"}) {
    EXPECT_TRUE(is_block_element(name)) << name;
  }
  for (const char* name : {"", "span", "em", "h7", "a", "blockquoteblockquote"}) {
    EXPECT_FALSE(is_block_element(name)) << name;
  }
}

TEST(Html, RandomMixturesAreCovered) {
  static constexpr std::string_view kParts[] = {
      "<",         ">",     "</",        "/>",  "<a", " b=", "\"",  "'",
      "<!--",      "-->",   "<![CDATA[", "]]>", "<?", "?>",  "<!d", "<script>",
      "</script>", "<svg>", "</svg>",    "x",   " ",  "\n",  "é",   std::string_view("\0", 1)};
  std::mt19937 random(5);
  for (int round = 0; round < 5000; ++round) {
    std::string html;
    for (size_t count = 1 + random() % 40; count > 0; --count) {
      html += kParts[random() % std::size(kParts)];
    }
    ASSERT_GT(count_pieces(html), 0U) << html;
    ASSERT_FALSE(html_attribute(html, "no-such-attribute").has_value());
  }
}

// A hostile megabyte must not stop a run.
TEST(Html, HostileInputEndsInTime) {
  for (const std::string_view unit :
       {"<", "<a ", "<a \"", "<a '<a \"", "<a \"=\"", "<!--", "<![CDATA[", "<?", "<!d", "<svg>",
        "<script>", "<math><svg>", "</", "<a b=", "<textarea>", "</svg", "<a><"}) {
    std::string html;
    while (html.size() < (1 << 20)) html += unit;
    EXPECT_GT(count_pieces(html), 0U) << unit;
    html_attribute(html, "x");
  }
}

TEST(Html, RealPostsAreCovered) {
  const auto corpus = corpus_dir();
  if (!corpus) GTEST_SKIP() << "no corpus beside the source tree";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*corpus / "blogs")) {
    if (!entry.is_regular_file() || entry.file_size() == 0) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    ASSERT_GT(count_pieces(bytes.str()), 0U) << entry.path();
  }
}

}  // namespace
}  // namespace soiree
