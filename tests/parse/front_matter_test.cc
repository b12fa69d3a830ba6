#include "linter/parse/front_matter.h"

#include <gtest/gtest.h>

#include <string>

#include "linter/parse/front_matter_parts.h"
#include "tests/support/front_matter_checks.h"

namespace soiree {
namespace {

std::string show(const FrontMatter& front_matter) {
  std::string shown;
  for (const Field& field : front_matter.fields) {
    shown += field.key + (field.in_list ? "[]" : "");
    switch (field.kind) {
      case FieldKind::scalar:
        shown += "=" + std::string(field.text());
        break;
      case FieldKind::null:
        shown += " null";
        break;
      case FieldKind::empty_list:
        shown += " []";
        break;
      case FieldKind::empty_table:
        shown += " {}";
        break;
    }
    shown += "|";
  }
  return shown;
}

FrontMatter read(std::string_view source, std::string_view path = "post.md") {
  FrontMatter front_matter = read_front_matter(source, path);
  expect_sound(source, front_matter);
  return front_matter;
}

std::string body(std::string_view source, std::string_view path = "post.md") {
  return std::string(source.substr(read(source, path).body_begin));
}

// Front matter that is not recognised is linted as text, and text that is taken for front matter is
// not linted at all.
TEST(FrontMatter, WhereTheBodyBegins) {
  EXPECT_EQ(body("---\ntitle: A\n---\nText\n"), "Text\n");
  EXPECT_EQ(body("\xEF\xBB\xBF---\ntitle: A\n---\nText\n"), "Text\n");
  EXPECT_EQ(body("\xEF\xBB\xBFText\n"), "Text\n");
  EXPECT_EQ(body("---\r\ntitle: A\r\n---\r\nText\r\n"), "Text\r\n");
  EXPECT_EQ(body("---\rtitle: A\r---\rText\r"), "Text\r");
  EXPECT_EQ(body("\n \n---\ntitle: A\n---\nText\n"), "Text\n");
  EXPECT_EQ(body("--- \ntitle: A\n---\t\nText\n"), "Text\n");
  EXPECT_EQ(body("---\ntitle: A\n...\nText\n"), "Text\n");
  EXPECT_EQ(body("---\ntitle: A\n---"), "");
  EXPECT_EQ(body("---\n---\nText\n"), "Text\n");
  EXPECT_EQ(body("---\n# only a comment\n---\nText\n"), "Text\n");
  EXPECT_EQ(body("+++\ntitle = \"A\"\n+++\nText\n"), "Text\n");
  EXPECT_EQ(body(";;;\ntitle = \"A\"\n;;;\nText\n"), "Text\n");
  EXPECT_EQ(body(";;;\n\"title\": \"A\"\n;;;\nText\n"), "Text\n");
  EXPECT_EQ(body("---json\n{\"title\": \"A\"}\n---\nText\n"), "Text\n");
  EXPECT_EQ(body("---toml\ntitle = 'A'\n---\nText\n"), "Text\n");
  EXPECT_EQ(body("{\n\"title\": \"A\"\n}\nText\n"), "Text\n");
  EXPECT_EQ(body("Title: A\nDate: 2023-10-05\n\nText\n"), "Text\n");
  EXPECT_EQ(body("Title: A: b\nDate: 2023-10-05\n---\nText\n"), "Text\n");
  EXPECT_EQ(body("title: A\ndate: 2023-10-05\ntags:\n- b\n---\nText\n"), "Text\n");
}

// A thematic break, a template tag or a sentence with a colon at the start of a post is text.
TEST(FrontMatter, TextThatOnlyLooksLikeIt) {
  for (const char* source :
       {"", "\n\n", "Text\n", "---\n\nText\n\n---\n\nMore\n", "---\nText and more text.\n",
        "---\ntext\n", "----\ntitle: A\n----\n", "--- title: A\n---\n", "{% include x %}\n",
        "{{ page.title }}\n", "{x}\n", "{\n", "Note: this is prose.\n\nMore.\n",
        "Text: one\nand two\n\nThree\n", "https://example.com\n\nText\n", "+++\nText\n",
        "---\n\nFirst line.\n\nNote: x\nWarning: y\nBoth: lines and\nmore prose\n\n---\nMore\n"}) {
    const FrontMatter front_matter = read(source);
    EXPECT_EQ(front_matter.format, FrontMatterFormat::none) << source;
    EXPECT_EQ(front_matter.body_begin, 0U) << source;
    EXPECT_TRUE(front_matter.problems.empty()) << source;
  }
  EXPECT_EQ(body("{\"a\": 1}\nText\n", "post.mdx"), "{\"a\": 1}\nText\n");
  EXPECT_EQ(body("{\"a\": 1}\nText\n", "POST.MDX"), "{\"a\": 1}\nText\n");
  EXPECT_EQ(body("Title: A\nDate: B\n\nText\n", "a.tweet"), "Title: A\nDate: B\n\nText\n");
}

// The author forgot the closing fence: the post's text must still be linted, and they must hear it.
TEST(FrontMatter, UnclosedBlock) {
  const std::string source = "---\ntitle: A\ndate: 2023-10-05\ntags:\n  - x\n\nText: all of it\n";
  const FrontMatter front_matter = read(source);
  EXPECT_EQ(source.substr(front_matter.body_begin), "\nText: all of it\n");
  EXPECT_EQ(show(front_matter), "title=A|date=2023-10-05|tags[]=x|");
  ASSERT_EQ(front_matter.problems.size(), 1U);
  EXPECT_EQ(front_matter.problems[0].place, (SourceSpan{0, 3}));
  const FrontMatter json = read("{\n\"title\": \"A\",\n\nText\n");
  EXPECT_EQ(json.format, FrontMatterFormat::none);
  EXPECT_EQ(json.problems.size(), 1U);
}

// Titles and descriptions are prose that rules read; each value has to be what the site shows.
TEST(FrontMatter, SimpleYaml) {
  const FrontMatter front_matter = read(
      "---\n"
      "# a comment\n"
      "title: Plain: not quite\n"
      "---\n");
  EXPECT_FALSE(front_matter.whole.empty());
  const std::string source =
      "---\n# first\ntitle: Fish & chips # second\nquoted: \"A: b\"\nsingle: 'It''s # here'\n"
      "url: https://a.b/#c\nempty:\nnothing: ~\nescaped: \"a \\\"b\\\" \\\\c\"\nlist: [a, \"b, "
      "c\", 'd', ]\nnone: []\n"
      "block:\n- one\n- \"two\"\nindented:\n  - three\nseo:\n  title: Inner\n  tags: [x]\n"
      "last: \xC3\xA9t\xC3\xA9  \n---\nText\n";
  const FrontMatter simple = read(source);
  EXPECT_EQ(show(simple),
            "title=Fish & chips|quoted=A: b|single=It's # here|url=https://a.b/#c|empty null|"
            "nothing null|escaped=a \"b\" \\c|list[]=a|list[]=b, c|list[]=d|none "
            "[]|block[]=one|block[]=two|"
            "indented[]=three|seo.title=Inner|seo.tags[]=x|last=\xC3\xA9t\xC3\xA9|");
  ASSERT_EQ(simple.comments.size(), 2U);
  EXPECT_EQ(simple.comments[1].place.of(source), "# second");
  const Field* single = simple.find("SINGLE");
  ASSERT_NE(single, nullptr);
  EXPECT_EQ(single->place.of(source), "'It''s # here'");
  EXPECT_EQ(single->value.source({2, 3}).of(source), "''");
  EXPECT_EQ(single->value.source({3, 4}).of(source), "s");
  EXPECT_EQ(simple.find("seo.title")->key_place.of(source), "title");
  EXPECT_EQ(simple.find_all("list").size(), 3U);
  EXPECT_EQ(simple.find("absent"), nullptr);
}

// What one line cannot decide must go to the real parser, or values would be wrong in silence: the
// fast reader declines, or says in everything what the parser says of the whole block.
TEST(FrontMatter, SimpleYamlKnowsItsLimits) {
  const std::string before = "first: 1 # one\n";
  const std::string after = "# between\nlast: [x, 'y']\n";
  for (const char* inside : {"a: \"b\\n\"\n",
                             "a: |\n  b\n",
                             "a: >\n  b\n",
                             "a: b\n  c\n",
                             "a: &x b\n",
                             "a: *x\n",
                             "a: !t b\n",
                             "a: {b: c}\n",
                             "a: [b, [c]]\n",
                             "a: [b,\n c]\n",
                             "a: b: c\n",
                             "a: \"b\n",
                             "a: \"b\" c\n",
                             "a: 'b'c\n",
                             "a\n",
                             "a:b\n",
                             "a: b\na: c\n",
                             "- a\n",
                             "a:\n  b:\n    c: d\n",
                             "a:\n- b: c\n",
                             "a:\n  - b\n - c\n",
                             "a:\n    b: c\n  d: e\n",
                             "  a: b\nc: d\n",
                             "a:\tb\n",
                             "a: b\x01\n",
                             "a: \xFF\n",
                             "a: \xC2\x85\n",
                             "? a\n: b\n",
                             "<<: *a\n",
                             "a: @b\n",
                             "a: `b`\n",
                             "a: %b\n",
                             "a: -\n",
                             "a: - b\n",
                             "a: [b]c\n",
                             "a: [b, , c]\n",
                             "a: [,]\n",
                             "a: [,b]\n",
                             "a: [b: c]\n",
                             "null: a\n",
                             "\"a\": b\n",
                             "a: b\rc: d\n",
                             "a:\n  -\n",
                             "a:\n- - b\n",
                             "a: [\"b\" c]\n",
                             "a:\n- b\n  c\n",
                             "a: b:\n",
                             "a: b  \n   c \n  d\n",
                             "a: b # c\n  d\n",
                             "a: b\n  # c\n  d\n",
                             "a: b\n\n  c\n",
                             "a: b\n  c # d\n",
                             "a: b\n  c: d\n",
                             "a: null\n  b\n",
                             "a: \"b  \n   \\\"c\\\\ \n  d\"\n",
                             "a: 'b ''\n  c'\n",
                             "a: 'b'' \r\n  c'\r\n",
                             "a: \"b\\\n  c\"\n",
                             "a:\n- 'b\n  c'\n- d\n  e\n",
                             "a: ['b\n  c', d]\n",
                             "a: 'b\n  # c'\n",
                             "a: b\n  - c\n",
                             "a: b\n  c\n",
                             "a: ''\n  b''\n",
                             "a: 'b\n  c'\n",
                             "a: 'b\nc: d'\n",
                             "a: \"b\n\n  c # d\"\n",
                             "a: |+\n  b\n\n\n",
                             "a: |\n  b\n # c\n",
                             "a: {b: c,\nd: e}\n",
                             "a: 'b\n---\nc'\n",
                             "a: {b: c}\n---\nd: e\n",
                             "a: {b: c}\n...\n",
                             "a: {b: c}\na: d\n",
                             "a: {b: c}\n\"d\": e\n",
                             "a: {b: c}\n<<: {d: e}\n",
                             "a: &x {b: c}\nd: *x\n",
                             "a: &x b\nd: {e: *x}\n",
                             "a: {b: &x c}\nd: *x\n",
                             "a:\n- b: c\n  d: e\n- b: f\n"}) {
    for (const std::string& source :
         {std::string(inside), before + inside, inside + after, before + inside + after}) {
      const SourceSpan whole{0, static_cast<uint32_t>(source.size())};
      FrontMatter simple;
      if (!front_matter::read_simple_yaml(source, whole, simple)) {
        EXPECT_EQ(describe(simple), "") << source;
        continue;
      }
      FrontMatter full;
      front_matter::read_yaml_fields(source, whole, full);
      EXPECT_TRUE(full.problems.empty()) << source << full.problems.front().message;
      EXPECT_EQ(describe(simple), describe(full)) << source;
    }
  }
}

// An entry that only the real parser can read must not cost its time for all the others.
TEST(FrontMatter, OneHardEntryLeavesTheOthersSimple) {
  for (const char* inside : {"a: 'b\n  c'\nd: e\n", "a: |\n  b\nd: e\n", "a:\n- b: c\nd: e\n"}) {
    const std::string source(inside);
    FrontMatter simple;
    EXPECT_TRUE(
        front_matter::read_simple_yaml(source, {0, static_cast<uint32_t>(source.size())}, simple))
        << source;
    EXPECT_EQ(simple.fields.size(), 2U);
  }
}

// A title with a colon is the most common mistake there is; it must not cost the date or the body.
TEST(FrontMatter, BrokenYamlKeepsItsReadableLines) {
  for (const char* bad : {"title: Note: read this", "title: \"open", "title: 'it's bad'",
                          "title: \tx: y", "title: @me", "title: [a, b", "title: a: b: c"}) {
    const std::string source =
        "---\nlayout: post\n" + std::string(bad) + "\ndate: 2023-10-05\ntags:\n- x\n---\nText\n";
    SCOPED_TRACE(source);
    const FrontMatter front_matter = read(source);
    EXPECT_EQ(source.substr(front_matter.body_begin), "Text\n");
    ASSERT_FALSE(front_matter.problems.empty());
    EXPECT_TRUE((SourceSpan{4, front_matter.whole.end}).contains(front_matter.problems[0].place));
    for (const char* key : {"layout", "title", "date", "tags"}) {
      EXPECT_NE(front_matter.find(key), nullptr) << key;
    }
    const Field* date = front_matter.find("date");
    EXPECT_TRUE(date != nullptr && date->text() == "2023-10-05");
  }
  const FrontMatter twice = read("---\ntitle: A\ntitle: B\n---\nText\n");
  EXPECT_FALSE(twice.problems.empty());
  EXPECT_EQ(twice.find("title")->text(), "A");
}

// A line that is read as if it were blank is part of the text around it, and its bytes are no
// places for single blanks.
TEST(FrontMatter, LinesLeftOutInsideABlockText) {
  for (const char* source : {"---\ntitle: Bread\ndescription: >-\n  The ovens are\nat two 🥖 and "
                             "so\n  the rye.\n---\n",
                             "---\ndescription: |\n  One\n(((  two 🥖é and\n---\n",
                             "---\ndescription: >-\n  One two\n🥖 and so\n  the rye.\n---\n"}) {
    const FrontMatter front_matter = read(source);
    EXPECT_EQ(front_matter.problems.size(), 1U);
    EXPECT_NE(front_matter.find("description"), nullptr);
  }
}

// Hugo and Zola posts: the same exactness for TOML's four kinds of strings.
TEST(FrontMatter, Toml) {
  const std::string source =
      "+++\n# first\ntitle = \"A \\\"b\\\" \\u00e9 c\" # second\nlit = 'C:\\d'\ndate = "
      "2023-10-05T10:00:00Z\n"
      "n = 12\nok = true\nlong = \"\"\"\none \\\n   two\nthree\"\"\"\nraw = '''\nx '' # y\n'''\n"
      "tags = [\"a\", \"\xC3\xA9\xC3\xA9\", 'c'] # third\nnone = []\n[extra]\nk = "
      "\"v\"\n[[car]]\nm = 1\n"
      "[[car]]\nm = 2\n+++\nText\n";
  const FrontMatter front_matter = read(source);
  EXPECT_EQ(show(front_matter),
            "title=A \"b\" \xC3\xA9 c|lit=C:\\d|date=2023-10-05T10:00:00Z|n=12|ok=true|"
            "long=one two\nthree|raw=x '' # y\n|tags[]=a|tags[]=\xC3\xA9\xC3\xA9|tags[]=c|none []|"
            "extra.k=v|car.m[]=1|car.m[]=2|");
  EXPECT_EQ(front_matter.find_all("tags")[2]->place.of(source), "'c'");
  EXPECT_EQ(front_matter.find_all("tags")[1]->key_place.of(source), "tags");
  EXPECT_EQ(front_matter.find("title")->value.source({2, 3}).of(source), "\\\"");
  EXPECT_EQ(front_matter.find("long")->value.source({4, 7}).of(source), "two");
  EXPECT_EQ(front_matter.find("n")->place.of(source), "12");
  ASSERT_EQ(front_matter.comments.size(), 3U);
  EXPECT_EQ(front_matter.comments[1].place.of(source), "# second");
  EXPECT_EQ(front_matter.comments[2].place.of(source), "# third");
  const std::string crlf = "+++\r\na = \"\"\"\r\nx\r\ny\"\"\"\r\nb = 'z'\r\n+++\r\n";
  const FrontMatter windows = read(crlf);
  EXPECT_EQ(windows.find("b")->place.of(crlf), "'z'");
  EXPECT_EQ(windows.find("a")->value.source({2, 3}).of(crlf), "y");
}

// toml++ has undefined behaviour where such letters stand in a key without quotes.
TEST(FrontMatter, TomlKeysBeyondAscii) {
  const std::string source = "+++\ncafé = 1\nсоль = 'x'\ntitle = 'A'\n+++\nText\n";
  const FrontMatter front_matter = read(source);
  EXPECT_EQ(front_matter.problems.size(), 1U);
  EXPECT_EQ(front_matter.find("title")->text(), "A");
  EXPECT_EQ(source.substr(front_matter.body_begin), "Text\n");
}

// One bad line of TOML must not cost the title and the date.
TEST(FrontMatter, BrokenTomlKeepsItsReadableLines) {
  const std::string source =
      "+++\ntitle = \"A\"\ndraft = yes please\ntags = [\"a\", \"b\"]\n+++\nText\n";
  const FrontMatter front_matter = read(source);
  ASSERT_EQ(front_matter.problems.size(), 1U);
  EXPECT_EQ(front_matter.problems[0].place.of(source), "yes please");
  EXPECT_EQ(show(front_matter), "title=A|draft=yes please|tags[]=a|tags[]=b|");
  EXPECT_EQ(source.substr(front_matter.body_begin), "Text\n");
}

TEST(FrontMatter, Json) {
  const std::string source =
      "{\n\t\"title\": \"A \\u00e9\\ud83d\\ude00\\/ \\\"b\\\"\",\n\"days\": [{\"name\": \"x\", "
      "\"m\": []},\n"
      "{\"name\": \"y\"}], \"n\": -1.5, \"t\": true, \"z\": null, \"o\": {}\n}\n\nText\n";
  const FrontMatter front_matter = read(source);
  EXPECT_EQ(front_matter.format, FrontMatterFormat::json);
  EXPECT_EQ(show(front_matter),
            "title=A \xC3\xA9\xF0\x9F\x98\x80/ \"b\"|days.name[]=x|days.m []|days.name[]=y|n=-1.5|"
            "t=true|z null|o {}|");
  EXPECT_EQ(front_matter.find("title")->value.source({4, 8}).of(source), "\\ud83d\\ude00");
  EXPECT_EQ(source.substr(front_matter.body_begin), "\nText\n");
  const std::string broken = "{\n\"title\": \"A\",\n\"date\" 2023\n}\nText\n";
  const FrontMatter part = read(broken);
  EXPECT_EQ(show(part), "title=A|date=2023|");
  EXPECT_EQ(broken.substr(part.body_begin), "Text\n");
  ASSERT_EQ(part.problems.size(), 1U);
  EXPECT_EQ(part.problems[0].place.of(broken), "\"date\"");
}

TEST(FrontMatter, Pelican) {
  const std::string source =
      "Title: A: b\nDate: 2023-10-05 10:00\nTags: x, y\nSummary: one\n    two\nEmpty:\n\nText\n";
  const FrontMatter front_matter = read(source);
  EXPECT_EQ(front_matter.format, FrontMatterFormat::pelican);
  EXPECT_EQ(show(front_matter),
            "Title=A: b|Date=2023-10-05 10:00|Tags=x, y|Summary=one\ntwo|Empty null|");
  EXPECT_EQ(source.substr(front_matter.body_begin), "Text\n");
  EXPECT_EQ(body("Title: A\nBase Header Level: 2\n\nText\n"), "Text\n");
}

// Work must stay linear, whatever a file holds.
TEST(FrontMatter, HostileInput) {
  const auto many = [](std::string_view piece, size_t times) {
    std::string text;
    for (size_t i = 0; i < times; ++i) text += piece;
    return text;
  };
  for (const std::string& source : {"---\n" + many("a: b\n", 100000),
                                    "---\na: [" + many("b,", 100000) + "]\n---\n",
                                    "+++\na = " + many("[", 100000) + "\n+++\n",
                                    "+++\nb = [" + many("1,", 100000) + "]\n+++\n",
                                    "{\"a\":" + many("[", 100000) + "}\n",
                                    "{\"a\":" + many("{\"a\":", 100000) + "}\n",
                                    "Title: a\n" + many(" b\n", 100000),
                                    many("\n", 100000),
                                    "---\n" + many("---\r", 100000),
                                    "+++\n" + many("[a]\n", 20000) + "+++\n",
                                    std::string(1000, '\0'),
                                    "---\n" + many("title: a #b\n", 5000) + "---\n",
                                    "---\ntags:\n" + many("- a\n - b\n", 5000) + "---\n",
                                    many("\u200B", 20000) + "---\n",
                                    " ---\n" + many(" title: a\n", 5000) + " ---\n",
                                    "-----\n" + many("date: a\n", 5000),
                                    "---\na: |\n  b\n" + many(" c\n", 5000) + "---\n",
                                    "---\na: \xFF\xFE" + std::string(5, '\0'),
                                    std::string("{\"a\": \"\\ud800\\u"),
                                    std::string("{\"a\": \"\\"),
                                    std::string("{\"")}) {
    read(source);
  }
}

}  // namespace
}  // namespace soiree
