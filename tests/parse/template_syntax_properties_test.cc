// What holds for every input: bytes change inside spans only, and any input ends in time.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>

#include "linter/parse/template_syntax.h"
#include "linter/text/utf8.h"
#include "tests/support/paths.h"

namespace soiree {
namespace {

constexpr auto kMarkdown = MarkupDialect::markdown;
constexpr auto kMdx = MarkupDialect::mdx;

std::string repeat(std::string_view unit, size_t size) {
  std::string text;
  text.reserve(size + unit.size());
  while (text.size() < size) text += unit;
  return text;
}

void expect_sound(std::string_view source, SourceSpan body, MarkupDialect dialect) {
  const MaskedSource masked = mask_template_syntax(source, body, dialect);
  if (masked.spans.empty()) {
    EXPECT_TRUE(masked.bytes.empty());
    return;
  }
  std::string expected(source);
  uint32_t end = body.begin;
  for (const MarkupSpan& span : masked.spans) {
    ASSERT_TRUE(body.contains(span.place));
    ASSERT_LE(end, span.place.begin);
    ASSERT_LT(span.place.begin, span.place.end);
    ASSERT_TRUE(span.place.contains(span.name));
    ASSERT_TRUE(is_character_boundary(source, span.place.begin));
    ASSERT_TRUE(is_character_boundary(source, span.place.end));
    end = span.place.end;
    for (uint32_t i = span.place.begin; i < end; ++i) {
      if (source[i] != '\n' && source[i] != '\r') expected[i] = span.whole_line ? ' ' : 'x';
    }
  }
  ASSERT_TRUE(masked.bytes == expected) << "bytes outside the spans changed";
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

TEST(TemplateSyntaxProperties, FixturesKeepTheirShape) {
  size_t files = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(source_dir() / "fixtures" / "markdown")) {
    const std::string bytes = read(entry.path());
    for (const MarkupDialect dialect : {kMarkdown, kMdx}) {
      expect_sound(bytes, {0, static_cast<uint32_t>(bytes.size())}, dialect);
    }
    ++files;
  }
  EXPECT_GE(files, 5U);
}

TEST(TemplateSyntaxProperties, RandomMixturesKeepTheirShape) {
  static constexpr std::string_view kParts[] = {"{%",
                                                "%%",
                                                "{>>",
                                                "<<}",
                                                "{/*",
                                                "*/}",
                                                "{::comment}",
                                                "{:/}",
                                                "<%#",
                                                "%>",
                                                "<p hidden>",
                                                "</p>",
                                                "::: notes\n",
                                                "%}",
                                                "{{",
                                                "}}",
                                                "{{<",
                                                ">}}",
                                                "{#",
                                                "#}",
                                                "{:",
                                                "}",
                                                "{",
                                                "`",
                                                "```",
                                                "\n",
                                                "\r\n",
                                                "\r",
                                                "\n\n",
                                                "[a b=c",
                                                "]",
                                                "[b]",
                                                "[/b]",
                                                "$",
                                                "$$",
                                                "\\",
                                                "\\(",
                                                "\\)",
                                                "<Foo",
                                                ">",
                                                "/>",
                                                "</Foo>",
                                                "<",
                                                "\"",
                                                "'",
                                                "é",
                                                "\xF0\x9F",
                                                std::string_view("\0", 1),
                                                ":::",
                                                ":::\n",
                                                "raw ",
                                                "end",
                                                "endraw",
                                                "/*",
                                                "*/",
                                                "> ",
                                                "- ",
                                                "    ",
                                                "a",
                                                " ",
                                                "highlight",
                                                "import a from 'b'",
                                                "export const ",
                                                "<!--",
                                                "-->",
                                                "<pre>",
                                                "</pre>",
                                                "~~~",
                                                "_",
                                                "^",
                                                ".a",
                                                "#b",
                                                "="};
  std::mt19937 random(7);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    const size_t count = 1 + random() % 60;
    for (size_t i = 0; i < count; ++i) text += kParts[random() % std::size(kParts)];
    const auto begin =
        static_cast<uint32_t>(random() % 2 == 0 ? 0 : text.find_first_of("\n\r") + 1);
    for (const MarkupDialect dialect : {kMarkdown, kMdx}) {
      expect_sound(text, {begin, static_cast<uint32_t>(text.size())}, dialect);
      if (HasFatalFailure()) FAIL() << "round " << round;
    }
  }
}

// A hostile or generated file of a megabyte must not stop a run.
TEST(TemplateSyntaxProperties, HostileInputEndsInTime) {
  static constexpr std::string_view kUnits[] = {"{",
                                                "[",
                                                "$",
                                                "`",
                                                "<",
                                                ":::\n",
                                                "{{",
                                                "{%",
                                                "{{<",
                                                "{#",
                                                "{: ",
                                                "{% raw %}",
                                                "{% highlight %}",
                                                "{% a %}",
                                                "{% enda %}",
                                                "{{< a >}}",
                                                "{{< highlight >}}",
                                                "[a b=\"",
                                                "[cc a=b]",
                                                "[a]",
                                                "[/a]",
                                                "$x_",
                                                "$$ a",
                                                "\\(",
                                                "\\[",
                                                "\\( \\alpha",
                                                "<A {",
                                                "<A '",
                                                "<A a=\"",
                                                "<a \"=\"",
                                                "{'",
                                                "{`",
                                                "{/*",
                                                "` `` ``` ```` ",
                                                "export const a = {\n",
                                                "import {\n",
                                                "<pre>",
                                                "<code>",
                                                "<!--",
                                                "> ",
                                                "- ",
                                                "```\n",
                                                "::: a\n",
                                                "{.a",
                                                "{\"",
                                                "<A>",
                                                "</A>",
                                                "\r",
                                                "\n",
                                                "{{ a\n\n",
                                                "{{ }}",
                                                "\\(a\\)",
                                                "{{%",
                                                "$\\",
                                                "<A b={",
                                                "<A b={}"};
  for (const std::string_view unit : kUnits) {
    for (const std::string_view tail : {std::string_view(), std::string_view("\\)%}}}>}}]$\"'")}) {
      const std::string text = repeat(unit, 1 << 20) + std::string(tail);
      for (const MarkupDialect dialect : {kMarkdown, kMdx}) {
        expect_sound(text, {0, static_cast<uint32_t>(text.size())}, dialect);
      }
    }
  }
}

TEST(TemplateSyntaxProperties, RealPostsKeepTheirShape) {
  const auto corpus = corpus_dir();
  if (!corpus) GTEST_SKIP() << "no corpus beside the source tree";
  size_t files = 0;
  size_t with_markup = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*corpus / "blogs")) {
    if (!entry.is_regular_file()) continue;
    const std::string bytes = read(entry.path());
    const SourceSpan all{0, static_cast<uint32_t>(bytes.size())};
    ++files;
    if (!mask_template_syntax(bytes, all, kMarkdown).spans.empty()) ++with_markup;
    expect_sound(bytes, all, kMarkdown);
    expect_sound(bytes, all, kMdx);
    if (HasFatalFailure()) FAIL() << entry.path();
  }
  EXPECT_GT(with_markup, files / 10);
  EXPECT_LT(with_markup, files / 3);
}

}  // namespace
}  // namespace soiree
