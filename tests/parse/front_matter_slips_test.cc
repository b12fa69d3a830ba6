// The slips that people make in front matter: each has one message, at the place to change, with
// the remedy in it; and what only looks like a slip has none.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "linter/parse/front_matter.h"
#include "linter/post/read_posts.h"
#include "linter/text/source_file.h"

namespace soiree {
namespace {

struct Slip {
  std::string_view marked;  ///< front matter with ⟦ ⟧ around the place of the finding
  std::string_view remedy;  ///< part of the message
};

constexpr std::string_view kBody =
    "\nThe ovens are lit at two, and the first rye comes out at four.\n\n"
    "What do you bake tonight?\n";

std::string unmarked(std::string_view marked) {
  std::string text(marked);
  for (const std::string_view mark : {"⟦", "⟧"}) text.erase(text.find(mark), mark.size());
  return text;
}

void expect_said(const Slip& slip, bool fenced_later = false) {
  std::string text(slip.marked);
  const size_t begin = text.find("⟦");
  ASSERT_NE(begin, std::string::npos) << text;
  text.erase(begin, std::string_view("⟦").size());
  const size_t end = text.find("⟧");
  text.erase(end, std::string_view("⟧").size());
  text += kBody;
  if (fenced_later) text += std::string("\n---\n") + std::string(kBody);
  const SourceFile file("post.md", text);
  const ParsedFile parsed = read_posts(file, {});
  ASSERT_EQ(parsed.problems.size(), 1U) << text;
  const Problem& said = parsed.problems.front();
  EXPECT_NE(said.message.find(slip.remedy), std::string::npos) << text << said.message;
  EXPECT_EQ(said.place.of(text), text.substr(begin, end - begin)) << text << said.message;
}

std::string yaml(std::string_view inside) { return "---\n" + std::string(inside) + "---\n"; }
std::string toml(std::string_view inside) { return "+++\n" + std::string(inside) + "+++\n"; }

// Where the bracket was opened is what the author has to look at, wherever the parser stopped.
TEST(FrontMatterSlips, YamlBracketsAreNotClosed) {
  for (const Slip& slip : {
           Slip{"title: x\ntags: ⟦[a⟧\n", "is not closed. Add the missing `]`"},
           Slip{"tags: ⟦[a, b⟧\ntitle: x\ndate: 2026-03-02\n", "Add the missing `]`"},
           Slip{"tags: ⟦[⟧\n  a,\n  b\ndate: 2026-03-02\n", "Add the missing `]`"},
           Slip{"tags: ⟦[a, [b]⟧\n", "Add the missing `]`"},
           Slip{"author: ⟦{name: Ann⟧\ntitle: x\n", "Add the missing `}`"},
           Slip{"tags: [a, b⟦}⟧\n", "`]`"},
           Slip{"tags: [bread, ⟦#rye]⟧\n", "comment"},
           Slip{"tags: [⟦@⟧ann, rye]\n", "Put the text in quotes"},
           Slip{"tags: [Tip: rye⟦: ⟧bread]\n", "Put the text in quotes"},
           Slip{"title: ⟦[⟧New] bread\n", "Put the text in quotes"},
       }) {
    expect_said({yaml(slip.marked), slip.remedy});
  }
}

// A colon, a blank and a dash are what YAML is made of, and what fingers forget.
TEST(FrontMatterSlips, YamlSigns) {
  for (const Slip& slip : {
           Slip{"⟦title:Bread⟧\ndate: 2026-03-02\n", "Did you mean `title: Bread`?"},
           Slip{"title: Bread\n⟦date:2026-03-02⟧\n", "Did you mean `date: 2026-03-02`?"},
           Slip{"⟦title = Bread⟧\ndate: 2026-03-02\n", "Did you mean `title: Bread`?"},
           Slip{"⟦title = Bread\ndate = 2026-03-02\n⟧", "stand between `+++`"},
           Slip{"⟦title:\u00A0Bread⟧\ndate: 2026-03-02\n", "Did you mean `title: Bread`?"},
           Slip{"title: Bread⟦: ⟧the night shift\n", "Put the text in quotes"},
           Slip{"title: ⟦“Bread: the night shift”⟧\n", "straight quotation marks"},
           Slip{"date: ⟦“2026-03-02”⟧\n", "Write it as 2026-03-02, without"},
           Slip{"title: ⟦\"Bread\" is good⟧\n", "Put single quotes around all of it."},
           Slip{"title: ⟦\"Bread\" isn't good⟧\n",
                "double quotes around all of it, and write \\\""},
           Slip{"title: ⟦'Bread' is good⟧\n", "Put double quotes around all of it."},
           Slip{"title: \"The ⟦\"best\" bread\"⟧\n", "Write \\\" for"},
           Slip{"description: |\n  One\n ⟦two⟧\ntitle: x\n", "Indent it like the first line"},
           Slip{"description: >- # folded\n   One\n   two\n  ⟦three⟧\n",
                "Indent it like the first"},
           Slip{"description: >\n⟦The bread⟧\ntitle: x\n",
                "or indent it as part of the text above"},
           Slip{"description: ⟦|⟧The bread\n", "cannot start with `|`"},
           Slip{"⟦title => Bread⟧\ndate: 2026-03-02\n", "Did you mean `title: Bread`?"},
           Slip{"⟦title：Bread⟧\ndate: 2026-03-02\n", "Did you mean `title: Bread`?"},
           Slip{"date: 2026-03-02\n⟦title： Bread⟧\n", "Did you mean `title: Bread`?"},
           Slip{"title: \"Bread\"⟦,⟧\ndate: 2026-03-02\n", "no comma behind a value"},
           Slip{"title: Bread\ntags: [a, ⟦,⟧ b]\n", "Remove the comma"},
           Slip{"title: \"C:⟦\\é⟧t\"\n", "Write the backslash twice"},
           Slip{"title: ⟦-⟧ Bread\n", "a dash and a blank"},
           Slip{"title: ⟦`⟧bread` is good\n", "start with a backtick"},
           Slip{"tags: [⟦#bread, #rye]⟧\n", "Put the text with `#` in quotes"},
           Slip{"tags:\n⟦-a⟧\ntitle: Bread\n", "Put a blank behind its dash: `- a`"},
           Slip{"title: Caf⟦\xE9⟧\n", "Latin-1"},
           Slip{"tags:\n⟦\t⟧- a\n\t- b\n", "Indent it with spaces"},
           Slip{"tags:\n  - bread\n  ⟦rye⟧\n", "put `- ` in front"},
           Slip{"tags:\n- bread\n⟦rye⟧\ndate: 2026-03-02\n", "put `- ` in front"},
           Slip{"tags:\n  - bread\n  ⟦-rye⟧\n", "Write `- rye`"},
           Slip{"tags:\n  ⟦-bread\n  -rye⟧\ntitle: Bread\n", "each dash: `- bread`"},
           Slip{"tags:\n  ⟦-bread⟧\n", "each dash: `- bread`"},
       }) {
    expect_said({yaml(slip.marked), slip.remedy});
  }
}

// Nothing stops at these, and the site shows something else than the author wrote.
TEST(FrontMatterSlips, YamlMeansSomethingElse) {
  for (const Slip& slip : {
           Slip{"title: Bread and rye ⟦#2⟧\ndate: 2026-03-02\n", "ends before this `#`"},
           Slip{"title: Bread   ⟦#rye is next⟧\n", "ends before this `#`"},
           Slip{"title: ⟦#bread is good⟧\ntags: [a]\n", "`title` is empty"},
           Slip{"title: Bread\ntags: bread, ⟦#rye⟧\n", "ends before this `#`"},
           Slip{"title: Bread\ndescription: All of it\n  is ⟦#good⟧\n", "ends before this `#`"},
           Slip{"seo:\n  title: Bread ⟦#2⟧\n", "ends before this `#`"},
           Slip{"tags:\n- bread\n ⟦- rye⟧\n", "Indent it like the other items"},
           Slip{"title: x\ntags:\n  - bread\n    ⟦- rye⟧\n  - night\n", "Indent it like the other"},
           Slip{"title: ⟦!Bread⟧ for all\n", "takes `!Bread` for the type"},
       }) {
    expect_said({yaml(slip.marked), slip.remedy});
  }
}

// TOML's parser speaks to programmers; who writes a post wants to know what to type.
TEST(FrontMatterSlips, Toml) {
  for (const Slip& slip : {
           Slip{"title = ⟦\"x⟧\ndate = 2026-03-02\n", "Close it at the end of the text"},
           Slip{"date = 2026-03-02\ntitle = ⟦'x⟧\n", "Close it at the end of the text"},
           Slip{"title = ⟦\"\"\"x⟧\ndate = 2026-03-02\n", "no closing \"\"\""},
           Slip{"title = \"x\"\ntags = ⟦[\"a\", \"b\"⟧\ndate = 2026-03-02\n",
                "Add the missing `]`"},
           Slip{"tags = ⟦[⟧\n  \"a\",\n  \"b\"\n\n[extra]\nk = 1\n", "Add the missing `]`"},
           Slip{"tags = [\"a\" ⟦\"b\"]⟧\n", "comma is missing"},
           Slip{"tags = [⟦bread⟧, \"rye\"]\n", "Write \"bread\""},
           Slip{"title = ⟦Bread at night⟧\n", "Write \"Bread at night\""},
           Slip{"title = ⟦“Bread”⟧\n", "straight quotation marks"},
           Slip{"title = \"The ⟦\"best\" bread\"⟧\n", "Write \\\" for"},
           Slip{"title = 'Ann⟦'s bread'⟧\n", "use double quotes"},
           Slip{"title = \"C:⟦\\B⟧read\"\n", "Write the backslash twice"},
           Slip{"title = ⟦\"Bread\" is good⟧\n", "Put single quotes around all of it"},
           Slip{"title = \"Bread\"⟦,⟧\ndate = 2026-03-02\n", "no `,` behind a value"},
           Slip{"title = \"Bread\" ⟦;⟧  \n", "no `;` behind a value"},
           Slip{"n = 1⟦,⟧\ntitle = \"Bread\"\n", "no `,` behind a value"},
           Slip{"title = \"C:⟦\\é⟧ \"\n", "Write the backslash twice"},
           Slip{"date = ⟦2026-3-2⟧\ntitle = 'x'\n", "Write it as 2026-01-31 or"},
           Slip{"date = ⟦02.03.2026⟧\n", "Write it as 2026-01-31 or"},
           Slip{"⟦my title⟧ = \"x\"\n", "Write \"my title\""},
           Slip{"⟦café⟧ = 1\n", "Write \"café\""},
           Slip{" ⟦=⟧ \"x\"\n", "The key before this `=` is missing"},
           Slip{"a = 1\n⟦[[params]⟧\nx = 1\n", "ends with `]]`"},
           Slip{"a = 1\n⟦[params⟧ # all\nx = 1\n", "ends with `]`"},
           Slip{"[a]\nx = 1\n⟦[a]⟧\ny = 2\n", "`[a]` is set twice"},
           Slip{"seo = {a = 1, b ⟦=⟧ }\ntitle = 'x'\n", "no value behind this `=`"},
           Slip{"tags = [\"a\", ⟦,⟧ \"b\"]\n", "Remove the comma"},
           Slip{"draft = ⟦yes⟧\n", "Write `true`"},
           Slip{"draft = ⟦False⟧\n", "Write `false`"},
           Slip{"⟦title: \"Bread\"⟧\ndate = 2026-03-02\n", "`title = \"Bread\"`"},
           Slip{"⟦title =⟧\ndate = 2026-03-02\n", "no value"},
           Slip{"title = \"a\"\n⟦title⟧ = \"b\"\n", "set twice"},
           Slip{"title = \"a\"\ndate = ⟦2026-13-40⟧\n", "is not read as a date"},
           Slip{"title = \"a\"\ndate = ⟦2026-13-40⟧ # and more\nn = 1\n", "is not read as a date"},
           Slip{"title = \"a\"\n⟦[}⟧ # no name\n", "Write as many brackets"},
           Slip{"title = \"a\"\n⟦[]⟧\n", "is broken here"},
           Slip{"date = 2026-03-02⟦,⟧\ntitle = \"Bread\"\n", "no `,` behind a value"},
           Slip{"title = \"a\"\nweight = ⟦1_⟧\n", "Put it in quotes"},
       }) {
    expect_said({toml(slip.marked), slip.remedy});
  }
}

// Without its fences the whole post is data, or all of its data is text.
TEST(FrontMatterSlips, Fences) {
  for (const Slip& slip : {
           Slip{"⟦---⟧\ntitle: Bread\ndate: 2026-03-02\n", "Add a line \"---\""},
           Slip{"⟦---⟧\ntitle: Bread\n", "Add a line \"---\""},
           Slip{"---\ntitle: Bread\ndate: 2026-03-02\n⟦----⟧\n", "three hyphens"},
           Slip{"---\ntitle: Bread\ndate: 2026-03-02\n⟦--⟧\n", "three hyphens"},
           Slip{"---\ntitle: Bread\ndate: 2026-03-02\n⟦—⟧\n", "three hyphens"},
           Slip{"---\ntitle: Bread\ndate: 2026-03-02\n⟦ ---⟧\n", "three hyphens"},
           Slip{"+++\ntitle = \"Bread\"\ndate = 2026-03-02\n⟦++⟧\n", "three plus signs"},
           Slip{"+++\ntitle = \"Bread\"\ndate = 2026-03-02\n⟦---⟧\n", "three plus signs"},
           Slip{"---\ntitle: Bread\ndate: 2026-03-02\n⟦+++⟧\n", "three hyphens"},
           Slip{"---\n⟦---⟧\ntitle: Bread\n---\n", "Delete one of the two `---`"},
           Slip{"⟦———⟧\ntitle: Bread\ndate: 2026-03-02\n———\n", "here and behind the last entry"},
           Slip{"⟦—⟧\ntitle: Bread\n---\n", "Write three hyphens."},
           Slip{"⟦—-⟧\ntitle: Bread\n---\n", "Write three hyphens."},
           Slip{"⟦--⟧\ntitle: Bread\ntags:\n- rye\n---\n", "Write three hyphens."},
           Slip{"⟦++⟧\ntitle = 'Bread'\n+++\n", "Write three plus signs."},
           Slip{"⟦-----⟧\ntitle: Bread\ntags:\n  - rye\ndate: 2026-03-02\n-----\n", "Hexo"},
           Slip{"---\n⟦title Bread⟧\ndate: 2026-03-02\n---\n", "Did you mean `title: Bread`?"},
       }) {
    expect_said(slip);
    const bool yaml_only = slip.marked.find('+') == std::string_view::npos;
    expect_said(slip, yaml_only);  // a thematic break in the text
  }
}

// Hugo and Zola skip white space before the opening fence, Jekyll and what is built on gray-matter
// do not: the data is read, and who is on the other side hears of it.
TEST(FrontMatterSlips, BlanksBeforeTheOpeningFence) {
  for (const Slip& slip : {
           Slip{"⟦ ---⟧\ntitle: Bread\ndate: 2026-03-02\n---\n", "start of its line"},
           Slip{"\n\n⟦\t---⟧\ntitle: Bread\n---\n", "start of its line"},
           Slip{"⟦  ---⟧\nweight: 1\ntitle: Bread\n---\n", "start of its line"},
           Slip{"⟦      ---⟧\n\n# The title\ntitle: Bread\n---\n", "start of its line"},
           Slip{" ---\ntitle: Bread\ndate: 2026-03-02\n⟦ ---⟧\n", "three hyphens"},
           Slip{"⟦ ---⟧\ntitle: Bread\ndate: 2026-03-02\n", "Add a line \"---\""},
           Slip{"⟦  ---⟧\n  title: Bread\n  tags: [a]\n  ---\n", "lines is indented"},
           Slip{"⟦ +++⟧\n title = 'Bread'\n +++\n", "lines is indented"},
           Slip{"⟦\u200B⟧---\ntitle: Bread\n---\n", "(U+200B)"},
           Slip{"\n⟦\u00A0\u00A0⟧---\ntitle: Bread\n---\n", "(U+00A0)"},
           Slip{"\uFEFF⟦\uFEFF⟧+++\ntitle = 'Bread'\n+++\n", "(U+FEFF)"},
       }) {
    expect_said(slip);
    const FrontMatter read = read_front_matter(unmarked(slip.marked) + std::string(kBody), "a.md");
    const Field* title = read.find("title");
    ASSERT_NE(title, nullptr) << slip.marked;
    EXPECT_EQ(title->text(), "Bread");
  }
}

TEST(FrontMatterSlips, WhatIsFineIsNoSlip) {
  for (const std::string& text : {
           yaml("title: Bread\ndraft: yes\n"),
           yaml("Title: Bread\nDate: 2026-03-02\nTAGS: [a]\n"),
           yaml("title: “Bread” and butter\n"),
           yaml("tags:\n  bread\n  rye\n"),
           yaml("description: -bread\nlow: -5\nlower:\n  -5\n"),
           yaml("description: |\n  one\n\n  ---\n  two\ntitle: Bread\n"),
           yaml("title: Bread\n\n# The tags come last\ntags: [a, 'b]', \"c#\", {d: e}]\n"),
           toml("title = 'Bread'\nn = +1_000\nf = 1e3\ntags = [\n  \"a]\", # b\n  'c',\n]\n"
                "at = {x = \"}\", y = [1, 2]}\n[a.b]\nc = inf\n[[d]]\ne = '''\nf'g'''\n"),
           std::string("---\ntitle:an odd word to start a paragraph with\n"),
           std::string("title: Bread\ndate: 2026-03-02\ntags:\n- rye\n---\n"),
           std::string("Title: Bread: the night shift\nDate: 2026-03-02\n---\n"),
           std::string("Bread at night\n---\n\nNote: none.\n"),
           std::string("—\nDate: to be told\n—\n"),
           std::string("---\n---\n\ntitle: a heading\n---\n"),
           yaml("title: Bread # the second\ntags: [a] #b\ncolor: #fff\nlayout: post #1\n"),
           yaml("title: 'Bread' #2\nsubtitle: # none yet\n#tags: [x]\ndescription:\n  #not yet\n"),
           yaml("title: Bread #\ntags:\n#- rye\n- bread\ntitle_color: !x red\n"),
           yaml("tags:\n- one - two\n- three\n  -four\n"),
           std::string("--\ntitle: Bread\n--\n"),
           std::string("\n \n---\ntitle: Bread\n---\n"),
           std::string("  +++\ntitle = 'Bread'\n+++\n"),
           std::string("    ---\n    weight: in a block of code\n    ---\n"),
           std::string(" ---\n\nA break at the top.\n\n---\n"),
           std::string("\u00A0---\n\nA dash at the top.\n\n---\n"),
       }) {
    const SourceFile file("post.md", text + std::string(kBody));
    const ParsedFile parsed = read_posts(file, {});
    EXPECT_TRUE(parsed.problems.empty()) << text << parsed.problems.front().message;
  }
}

}  // namespace
}  // namespace soiree
