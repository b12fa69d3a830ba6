#include "linter/parse/template_syntax.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace soiree {
namespace {

constexpr auto kMarkdown = MarkupDialect::markdown;
constexpr auto kMdx = MarkupDialect::mdx;

MaskedSource mask(std::string_view source, MarkupDialect dialect = kMarkdown) {
  return mask_template_syntax(source, {0, static_cast<uint32_t>(source.size())}, dialect);
}

/// What a Markdown parser gets to see.
std::string seen(std::string_view source, MarkupDialect dialect = kMarkdown) {
  MaskedSource masked = mask(source, dialect);
  return masked.spans.empty() ? std::string(source) : masked.bytes;
}

bool untouched(std::string_view source, MarkupDialect dialect = kMarkdown) {
  return mask(source, dialect).spans.empty();
}

/// "kind role name" of every span.
std::vector<std::string> pieces(std::string_view source, MarkupDialect dialect = kMarkdown) {
  static constexpr const char* kKinds[] = {"liquid", "hugo",      "wordpress", "mdx", "jsx",
                                           "list",   "container", "math",      "code"};
  static constexpr const char* kRoles[] = {"alone", "opens", "closes"};
  std::vector<std::string> result;
  for (const MarkupSpan& span : mask(source, dialect).spans) {
    result.push_back(std::string(kKinds[static_cast<size_t>(span.kind)]) + " " +
                     kRoles[static_cast<size_t>(span.role)] + " " +
                     std::string(span.name.of(source)));
  }
  return result;
}

using Pieces = std::vector<std::string>;

// Sites make tags of their own: each new name must not cost a look at the whole page.
TEST(TemplateSyntax, HostileNumbersOfNamesTakeLinearTime) {
  std::string liquid;
  std::string hugo;
  for (int i = 0; i < 100'000; ++i) {
    liquid += "{% code-" + std::to_string(i) + " %}\n";
    hugo += "{{< code-" + std::to_string(i) + " >}}\n";
  }
  EXPECT_EQ(mask(liquid).spans.size(), 100'000U);
  EXPECT_EQ(mask(hugo).spans.size(), 100'000U);
  std::string closed;
  for (int i = 0; i < 100'000; ++i) closed += "{% endcode-" + std::to_string(i) + " %}\n";
  EXPECT_EQ(pieces("{% code-1 %} x {% endcode-12 %} {% endcode-1 %}"), Pieces{"code alone code-1"});
  EXPECT_EQ(mask(liquid + closed).spans.size(), 100'000U) << "the first takes all up to its end";
}

// Nobody reads these, so no rule may judge them.
TEST(TemplateSyntax, CommentsOfTheDialectsAreNoText) {
  for (const std::string comment :
       {"%%TODO: x%%", "%% TODO %%", "%%\nTODO\n\nx\n%%", "{::comment}\nTODO\n{:/comment}",
        "{:: comment}\n\nTODO\n\n{:/}", "{/* TODO */}", "{/*\n\nTODO }\n\n*/}", "{>>TODO<<}",
        "<%# TODO %>", "::: notes\nTODO\n:::", "::: {.notes}\n\nTODO\n\n:::",
        "::: {.content-hidden}\n::: {.callout-tip}\nTODO\n:::\nx\n:::",
        "<div hidden>\n\nTODO\n\n</div>", "<div hidden=\"\"><div>a</div>b</div>",
        "<section class=\"a\" hidden>TODO</section>"}) {
    const std::string source = "Above\n\n" + comment + "\n\nBelow";
    std::string expected = source;
    for (size_t i = 7; i < 7 + comment.size(); ++i) {
      if (expected[i] != '\n') expected[i] = ' ';
    }
    EXPECT_EQ(seen(source), expected);
    EXPECT_EQ(pieces(source), Pieces{"container alone "}) << comment;
  }
  EXPECT_EQ(seen("a %%b%% c"), "a xxxxx c");
  EXPECT_EQ(seen("a {>>b<<} c"), "a xxxxxxx c");
  EXPECT_EQ(seen("a {/* b */} c"), "a xxxxxxxxx c");
  EXPECT_EQ(seen("a {::comment}b{:/comment} c"), "a " + std::string(23, 'x') + " c");
  EXPECT_EQ(seen("a <%# b %> c"), "a xxxxxxxx c");
  EXPECT_EQ(seen("a <span hidden>b</span> c"), "a " + std::string(21, 'x') + " c");
  EXPECT_EQ(pieces("a {/* b */} c", kMdx), Pieces{"container alone "});
}

TEST(TemplateSyntax, WhatOnlyLooksLikeACommentStaysText) {
  for (const char* text : {"It is 100%% and 50%% of it",
                           "between 50 %% and 60 %% of it",
                           "%%time and %%timeit",
                           "a%%b%%",
                           "%%%% x %%%%",
                           "%% never closed",
                           "%%%%",
                           "%% %%",
                           "`%%` and `%%`",
                           "```\n%%\n%%\n```",
                           "50% of 20%",
                           "a %%b\n\nc%% d",
                           "{/* never",
                           "{>> never",
                           "{::comment}\nnever",
                           "<%# never",
                           "<div hidden>never",
                           "<div class=\"hidden\">a</div>",
                           "<div data-a=\"hidden\">a</div>",
                           "<div aria-hidden=\"true\">a</div>",
                           "<hidden>a</hidden>",
                           "    %% code %%",
                           "{ /* not */ }"}) {
    if (std::string_view(text) == "{::comment}\nnever") {
      EXPECT_EQ(seen(text), std::string(11, ' ') + "\nnever") << "the tag alone";
      continue;
    }
    EXPECT_TRUE(untouched(text)) << text;
  }
  for (const std::string open :
       {"::: {.content-hidden when-format=\"html\"}", "::: {.content-hidden unless-format=\"pdf\"}",
        "::: {.content-visible}", "::: notes on bread", ":::note", "::: {.notesheet}"}) {
    EXPECT_NE(seen(open + "\na\n:::").find("\na\n"), std::string::npos) << open;
  }
}

// A tutorial shows the marks of comments as code, where they close nothing.
TEST(TemplateSyntax, HiddenElementsAndContainersGoOnBehindShownCode) {
  for (const std::string hidden :
       {"<div hidden>\n\n```html\n</div>\n```\n\n</div>", "::: notes\na\n\n```\n:::\n```\n:::",
        "::: notes\n~~~ md\n```\n:::\n~~~~\n:::", "::: notes\n- ```\n  :::\n  ```\n:::",
        "::: notes\n1. > ```\n:::", "<div hidden>\n> ```\n</div>", "::: notes\n```a`b```\n:::"}) {
    EXPECT_EQ(seen(hidden + "\n\nShown"), seen(hidden) + "\n\nShown") << hidden;
    EXPECT_EQ(seen(hidden).find_first_not_of(" \n"), std::string::npos) << hidden;
  }
  EXPECT_TRUE(untouched("<div hidden>\n\n```\n</div>\n```\n\nShown"));
  EXPECT_EQ(seen("::: notes\r\n```\r\n:::\r\n```\r\n:::\r\n\r\nShown"),
            "         \r\n   \r\n   \r\n   \r\n   \r\n\r\nShown");
}

// What an author says of a mark would be gone together with all that follows.
TEST(TemplateSyntax, CommentsInsideAParagraphEndThere) {
  for (const char* text :
       {"Has {/* comments.\n\n```js\n{/* x */}\n```\n\nShown",
        "A {>> mark.\n\n```js\nx <<} y\n```\n\nShown", "A {>> mark.\r\n\r\nx <<} y",
        "> A {>> mark.\n>\n> x <<} y", "A {/* mark.\n```js\n{/* x */}\n```\n\nShown"}) {
    EXPECT_TRUE(untouched(text)) << text;
  }
  const std::string tail = " in kramdown.\n\n```\n{::comment}\nx\n{:/comment}\n```\n\nShown";
  EXPECT_EQ(seen("Use {::comment}" + tail), "Use " + std::string(11, 'x') + tail);
  EXPECT_EQ(seen("a {>>b\nc<<} d"), "a xxxx\nxxxx d");
  EXPECT_EQ(seen("a {/* b\nc */} d"), "a xxxxx\nxxxxx d");
  EXPECT_EQ(seen("- {>>b\n\n  c<<}\n"), "- xxxx\n\nxxxxxx\n");
}

TEST(TemplateSyntax, HiddenContainersEndWithTheirBlockQuote) {
  EXPECT_EQ(seen("> ::: notes\n> a\n\nShown\n\n:::"), "> xxxxxxxxx\nxxx\n\nShown\n\n:::");
  EXPECT_EQ(seen("> ::: notes\n> a\n> :::\n> Shown"), "> xxxxxxxxx\nxxx\nxxxxx\n> Shown");
  EXPECT_EQ(seen("- > ::: notes\n  > a\n  > :::\n  > Shown"),
            "- > xxxxxxxxx\nxxxxx\nxxxxxxx\n  > Shown");
  EXPECT_EQ(seen("> ::: notes\n> a"), "> xxxxxxxxx\nxxx");
  EXPECT_EQ(seen("::: notes\n> :::\n:::\nShown"), "         \n     \n   \nShown");
  EXPECT_TRUE(untouched("> <div hidden>\n> a\n\nShown\n\n</div>"));
}

// A blank line would end the HTML block, and what follows it would be code.
TEST(TemplateSyntax, HiddenElementsInsideHtmlLeaveNoBlankLine) {
  EXPECT_EQ(seen("<section>\n    <p hidden>b</p>\n    <p>c</p>\n</section>"),
            "<section>\n    xxxxxxxxxxxxxxx\n    <p>c</p>\n</section>");
}

TEST(TemplateSyntax, HostileNumbersOfCommentsTakeLinearTime) {
  for (const char* unit :
       {"%%a ", " %%a%%a", "%% ", "{/* ", "{>> ", "{::comment}", "{::comment}{:/x}", "<%# ",
        "<div hidden>", "<p hidden> ", "::: notes\n", "::: {.notes}\n", "> ::: notes\n\n",
        "> <p hidden>\n\n", "::: notes\n```\n", "<p hidden>\n> ~~~\n", "{>>a\n\n", "a {/*\n\n"}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    mask(text);
    mask(text, kMdx);
  }
}

// Counted anew at each sign, a row of them takes minutes.
TEST(TemplateSyntax, HostileRowsOfPercentSignsTakeLinearTime) {
  const std::string row(1'000'000, '%');
  EXPECT_TRUE(untouched("A.\n\n" + row));
  EXPECT_TRUE(untouched("%%a" + row));
  EXPECT_EQ(seen("%%a%%\n\n" + row), "     \n\n" + row);
}

// Each of the tags may be the one whose end is missing.
TEST(TemplateSyntax, HostileNumbersOfTagsInHiddenElementsTakeLinearTime) {
  for (const std::string tag : {"<div ", "</div ", "<div> </div "}) {
    std::string text = "A.\n\n";
    for (int i = 0; i < 8; ++i) text += "<div hidden>\n";
    while (text.size() < 1'000'000) text += tag;
    EXPECT_TRUE(untouched(text)) << tag;
  }
}

// An author's quotation marks in tags would count as quotes, their words as repetition.
TEST(TemplateSyntax, LiquidIsOverwrittenInPlace) {
  EXPECT_EQ(seen("{% include a.html %}\nHello"), std::string(20, ' ') + "\nHello");
  EXPECT_EQ(seen("Hi {{ name }}!"), "Hi xxxxxxxxxx!");
  EXPECT_EQ(seen("[a]({% link b c.md %})"), "[a](xxxxxxxxxxxxxxxxx)");
  EXPECT_EQ(seen("{% a %} {{ b }}\r\nx"), std::string(15, ' ') + "\r\nx");
  EXPECT_EQ(seen("{% a\n  b=\"c\" %}\nx"), "    \n          \nx");
  EXPECT_EQ(pieces("{%- include x -%}{{ page.title | upcase }}{# no #}"),
            (Pieces{"liquid alone include", "liquid alone page.title", "liquid alone "}));
}

TEST(TemplateSyntax, UnclosedOpeningsStayText) {
  for (const char* text :
       {"{% include", "a {{ b",     "{{< x", "{# x",    "$x_1",  "$$\na",        "[a b=\"c",
        "\\(x^2",     "::: tip\nx", "[b]x",  "<Note>x", "{: .a", "{{ a\n\nb }}", "{%",
        "{{",         "{",          "$",     "[",       "<",     "\\",           "`",
        ":::"}) {
    EXPECT_TRUE(untouched(text)) << text;
  }
}

// A tutorial shows template syntax as code: masking it would hide nothing but confuse positions.
TEST(TemplateSyntax, CodeIsLeftAlone) {
  EXPECT_TRUE(untouched("`{{ a }}` and ``{% b ` %}``"));
  EXPECT_TRUE(untouched("a `b\n{{ c }}\nd` e"));
  EXPECT_TRUE(untouched("```\n{{ a }}\n```\n"));
  EXPECT_TRUE(untouched("- x\n\n  ~~~~ html\n  {{ a }}\n  ~~~\n  {{ b }}\n  ~~~~\n"));
  EXPECT_TRUE(untouched("> ```\n> {{ a }}\n> ```\n"));
  EXPECT_TRUE(untouched("text\n\n    {{ a }}\n"));
  EXPECT_TRUE(untouched("<pre>{{ a }}\n\n$x_1$</pre>"));
  EXPECT_TRUE(untouched("<!-- {{ a }} -->"));
  EXPECT_EQ(seen("> ```\n> a\n{{ b }}"), "> ```\n> a\n       ");
  EXPECT_EQ(seen("`a\n\n{{ b }}`"), "`a\n\nxxxxxxx`");
  EXPECT_EQ(seen("\\`{{ b }}\\`"), "\\`xxxxxxx\\`");
  EXPECT_EQ(seen("- a\n\n    {{ b }}"), "- a\n\n           ");
}

TEST(TemplateSyntax, BodiesThatAreNoProseAreOnePiece) {
  const std::string code = "{% highlight ruby %}\n\"a\" {{ b }}\n{% endhighlight %}";
  EXPECT_EQ(pieces(code + "\nText"), (Pieces{"code alone highlight"}));
  EXPECT_EQ(pieces("{{< highlight go >}}\n{{ x }}\n{{< / highlight >}}"),
            (Pieces{"code alone highlight"}));
  EXPECT_EQ(pieces("{{< code-rust \"main\" >}}\n// a\n{{< /code-rust >}}"),
            (Pieces{"code alone code-rust"}));
  EXPECT_EQ(pieces("{{< high sh >}}\n$ ls\n{{< /high >}}"), (Pieces{"code alone high"}));
  EXPECT_EQ(pieces("{% comment %}never\n\nsaid{% endcomment %}"), (Pieces{"liquid alone comment"}));
  EXPECT_EQ(seen("{% raw %}a {{ b }}{% endraw %}"), "xxxxxxxxxa {{ b }}xxxxxxxxxxxx");
  EXPECT_EQ(pieces("{% raw %}\n```\n{{ x }}\n```\n{% endraw %}\n{{ y }}"),
            (Pieces{"liquid opens raw", "liquid closes raw", "liquid alone y"}));
  EXPECT_EQ(pieces("[cc lang=\"c\"]\na[i]\n[/cc]"), (Pieces{"code alone cc"}));
}

// Quote shortcodes are how many authors mark other people's words.
TEST(TemplateSyntax, PairsAreMatched) {
  EXPECT_EQ(pieces("{% quote %}\na\n{% endquote %}"),
            (Pieces{"liquid opens quote", "liquid closes quote"}));
  EXPECT_EQ(pieces("{{% notice tip %}}\na {{< b >}}\n{{% /notice %}}"),
            (Pieces{"hugo opens notice", "hugo alone b", "hugo closes notice"}));
  EXPECT_EQ(pieces("{% quote(by=\"x\") %}\na\n{% end %}"),
            (Pieces{"liquid opens quote", "liquid closes end"}));
  EXPECT_EQ(pieces("{% endquote %} {% quote %}"),
            (Pieces{"liquid alone quote", "liquid alone quote"}));
  EXPECT_EQ(pieces("{{</* x */>}} {{< y />}}"), (Pieces{"hugo alone x", "hugo alone y"}));
  EXPECT_EQ(pieces("::: tip A title\n:::: {.note}\nx\n::::\n:::"),
            (Pieces{"container opens tip", "container opens note", "container closes ",
                    "container closes "}));
}

TEST(TemplateSyntax, WordPressShortcodesAreNotLinks) {
  EXPECT_EQ(seen("[gallery ids=\"1\"]\na"), std::string(17, ' ') + "\na");
  EXPECT_EQ(pieces("[caption id=\"x\" caption=\"a ] b\"]![i](j) T[/caption]"),
            (Pieces{"wordpress opens caption", "wordpress closes caption"}));
  EXPECT_EQ(pieces("[youtube http://y.be/a?b=c]"), (Pieces{"wordpress alone youtube"}));
  EXPECT_EQ(pieces("[embed]http://a.b/c[/embed]"),
            (Pieces{"wordpress opens embed", "wordpress closes embed"}));
  for (const char* text : {"[a](b)", "[a][b]", "[a]: b", "[^1]", "- [x] a", "![a b=c](d)",
                           "s[i] and t[/i]", "[text here] more", "[see x=3](a)",
                           "[/faq](http://a.b)", "\\[a b=\"c\"\\]", "[a] b [/c]"}) {
    EXPECT_TRUE(untouched(text)) << text;
  }
}

TEST(TemplateSyntax, AttributeLists) {
  EXPECT_EQ(seen("a\n{: .b #c d=\"e f\"}\n"), "a\n" + std::string(17, ' ') + "\n");
  EXPECT_EQ(seen("![a](b){: .c}{:.d} e"), "![a](b)xxxxxxxxxxx e");
  EXPECT_EQ(seen("# A {#b .c}\n"), "# A xxxxxxx\n");
  EXPECT_EQ(seen("![a](b){width=50%}"), "![a](b)xxxxxxxxxxx");
  EXPECT_EQ(pieces("{:toc}"), (Pieces{"list alone toc"}));
  EXPECT_EQ(pieces("# Title {#b}", kMdx), (Pieces{"list alone #b"}));
  for (const char* text : {"{:k=>42}", "p {:a=>1, :b=>2}", "if (a) {b}", "a {.b} c", "f(x){a, b}",
                           "function(x) {...}", "a {name} b"}) {
    EXPECT_TRUE(untouched(text)) << text;
  }
}

// Prices in a post about money must stay words.
TEST(TemplateSyntax, MathIsOnlyMaskedWhenSure) {
  EXPECT_EQ(seen("a $x_1$ b"), "a xxxxx b");
  EXPECT_EQ(seen("$2^n$, \\(x\\), \\\\[a=b\\\\]"), "xxxxx, xxxxx, xxxxxxxxx");
  EXPECT_EQ(seen("$$\na = b\n$$\nc"), "  \n     \n  \nc");
  for (const char* text :
       {"$5 and $10", "$5_000 or $6", "costs US$5={a}$", "$HOME/a_b:$PATH", "$100_000 to $200",
        "\\[see below\\]", "\\(really\\)", "`$$typeof` or $$typeof, $$b", "$a = 5 and $b",
        "[a](http://x/$a_b$c)", "a $x_1\ny$ b"}) {
    EXPECT_TRUE(untouched(text)) << text;
  }
}

TEST(TemplateSyntax, Mdx) {
  EXPECT_EQ(pieces("import A from 'a'\nexport const b = {\n\n c: '}'\n}\n\nText", kMdx),
            (Pieces{"mdx alone import", "mdx alone export"}));
  EXPECT_EQ(seen("a {b ? '}' : {c}} d {/* \"e\" */}", kMdx), "a xxxxxxxxxxxxxxx d xxxxxxxxxxx");
  EXPECT_EQ(pieces("<Tabs.Item a={x => <b>{x}</b>} b=\">\">\n*c*\n</Tabs.Item><X /><>d</>", kMdx),
            (Pieces{"jsx opens Tabs.Item", "jsx closes Tabs.Item", "jsx alone X", "jsx opens ",
                    "jsx closes "}));
  EXPECT_EQ(pieces("<p style={{a: 1}}>b</p>", kMdx), (Pieces{"jsx alone p"}));
  EXPECT_EQ(seen("{\"Don't\"} stop, don't {x}", kMdx), "xxxxxxxxx stop, don't xxx");
  for (const char* text : {"export your photos", "import taxes from abroad rise", "a {b",
                           "<b>a</b>", "a < b", "<https://a.b/{c>"}) {
    EXPECT_TRUE(untouched(text, kMdx)) << text;
  }
}

TEST(TemplateSyntax, ComponentsInMarkdownMustBeBalanced) {
  EXPECT_EQ(pieces("<Note a=\"b\">\nc\n</Note>\n<Video />"),
            (Pieces{"jsx opens Note", "jsx closes Note", "jsx alone Video"}));
  EXPECT_EQ(pieces("import A from './a'\nimport B from 'b'\n\nText\n\nimport C from 'c'"),
            (Pieces{"mdx alone import", "mdx alone import"}));
  for (const char* text : {"Vec<String> to Vec</String>", "<Title> of the book", "H<SUB>2</SUB>O",
                           "<Strong>a", "<div>a</div>", "export const a = 1"}) {
    EXPECT_TRUE(untouched(text)) << text;
  }
}

// Front matter is no body: its braces belong to the YAML reader.
TEST(TemplateSyntax, OnlyTheBodyIsLookedAt) {
  const std::string source = "---\na: {{ b }}\n---\n{{ c }}";
  const MaskedSource masked = mask_template_syntax(source, {19, 26}, kMarkdown);
  ASSERT_EQ(masked.spans.size(), 1U);
  EXPECT_EQ(masked.spans[0].place, (SourceSpan{19, 26}));
  EXPECT_TRUE(masked.spans[0].whole_line);
  EXPECT_EQ(masked.bytes, "---\na: {{ b }}\n---\n       ");
}

}  // namespace
}  // namespace soiree
