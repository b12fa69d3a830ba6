// What people write in JSON that is none: each slip has one message, at the place to change, with
// the remedy in it, in front matter and in a schedule alike; and costs neither the values around it
// nor the posts.

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/front_matter.h"
#include "linter/parse/json_reader.h"
#include "linter/parse/schedule.h"

namespace soiree {
namespace {

struct Slip {
  std::string_view marked;  ///< the members of an object, ⟦ ⟧ around the place of the finding
  std::string_view remedy;  ///< part of the message
};

struct Marked {
  std::string text;
  size_t begin;
  size_t end;

  explicit Marked(std::string_view marked) : text(marked) {
    begin = text.find("⟦");
    text.erase(begin, std::string_view("⟦").size());
    end = text.find("⟧");
    text.erase(end, std::string_view("⟧").size());
  }
};

void expect_one(const std::vector<Problem>& problems, const Slip& slip, const Marked& marked) {
  ASSERT_EQ(problems.size(), 1U) << marked.text << (problems.empty() ? "" : problems[1].message);
  const Problem& said = problems.front();
  EXPECT_FALSE(said.note);
  EXPECT_NE(said.message.find(slip.remedy), std::string::npos) << marked.text << said.message;
  EXPECT_EQ(said.place,
            (SourceSpan{static_cast<uint32_t>(marked.begin), static_cast<uint32_t>(marked.end)}))
      << marked.text << said.place.of(marked.text) << said.message;
}

// The values behind the slip are there, and so are the other entries.
const Slip kSlips[] = {
    {"\"text\": \"Rye\",\n\"at\": \"2026-03-02\"⟦,⟧\n", "Remove the comma before `}`"},
    {"\"text\": \"Rye\", \"tags\": [\"a\", \"b\" ⟦,⟧ ],\n\"at\": \"2026-03-02\"",
     "Remove the comma before `]`"},
    {"\"text\": \"Rye\",⟦,⟧\n\"at\": \"2026-03-02\"", "a comma too many"},
    {"\"text\": \"Rye\", ⟦// bread⟧  \n\"at\": \"2026-03-02\"", "no comments"},
    {"\"text\": \"Rye\",\n⟦/* \"at\": \"2026-03-01\", */⟧\n\"at\": \"2026-03-02\"", "no comments"},
    {"\"text\": \"Rye\", ⟦# it's bread⟧\n\"at\": \"2026-03-02\"", "no comments"},
    {"\"text\": \"Rye\"\n⟦\"at\"⟧: \"2026-03-02\"", "Put one behind the entry above"},
    {"\"text\": \"Rye\" ⟦\"at\"⟧: \"2026-03-02\"", "Put one behind the entry before"},
    {"\"text\": \"Rye\", \"tags\": [\"a\" ⟦\"b\"⟧], \"at\": \"2026-03-02\"", "behind the item"},
    {"\"text\": \"Rye\"⟦;⟧ \"at\": \"2026-03-02\"", "Write `,`"},
    {"\"text\"⟦=⟧ \"Rye\", \"at\": \"2026-03-02\"", "Write `:`"},
    {"\"text\": \"Rye\", ⟦\"at\"⟧ \"2026-03-02\"", "A colon is missing"},
    {"\"text\": \"Rye\", ⟦\"note\"⟧, \"at\": \"2026-03-02\"", "no value"},
    {"\"text\": \"Rye\", ⟦\"note\"⟧: , \"at\": \"2026-03-02\"", "`null`"},
    {"\"text\": \"Rye\", ⟦at⟧: \"2026-03-02\"", "Write \"at\""},
    {"\"text\": ⟦'Rye'⟧, \"at\": \"2026-03-02\"", "Write \"Rye\""},
    {"\"text\": ⟦“Rye”⟧, \"at\": \"2026-03-02\"", "Write \"Rye\""},
    {"⟦“text”⟧: \"Rye\", \"at\": \"2026-03-02\"", "Write \"text\""},
    {"\"text\": ⟦Rye⟧, \"at\": \"2026-03-02\"", "Write \"Rye\""},
    {"\"text\": \"Rye\", \"at\": ⟦2026-03-02⟧", "Write \"2026-03-02\""},
    {"\"text\": \"Rye\", \"at\": \"2026-03-02\", \"draft\": ⟦False⟧", "Write `false`"},
    {"\"text\": \"Rye\", \"at\": \"2026-03-02\", \"place\": ⟦None⟧ ", "Write `null`"},
    {"\"text\": \"Rye\", \"at\": \"2026-03-02\", \"n\": ⟦007⟧", "not take this for a number"},
    {"\"text\": ⟦\"Rye⟧, \"at\": \"2026-03-02\"", "Add it before the comma"},
    {"\"text\": \"Rye\", \"day\": ⟦March 2, 2026⟧, \"at\": \"2026-03-02\"", "\"March 2, 2026\""},
    {"\"text\": \"Rye\", \"tags\": ⟦[⟧\"a\",\n\"at\": \"2026-03-02\"", "missing `]`"},
    {"\"text\": \"Rye\", \"tags\": ⟦[⟧\"a\"\n \"at\": \"2026-03-02\"", "missing `]`"},
    {"\"text\": \"Rye\", \"by\": ⟦'Ann\\'s'⟧, \"at\": \"2026-03-02\"", "Write \"Ann's\""},
};

TEST(JsonSlips, InFrontMatter) {
  for (const Slip& slip : kSlips) {
    const Marked marked("{ \"title\": \"One\",\n" + std::string(slip.marked) + "}\nText\n");
    const FrontMatter read = read_front_matter(marked.text, "post.md");
    expect_one(read.problems, slip, marked);
    EXPECT_EQ(marked.text.substr(read.body_begin), "Text\n");
    for (const auto& [key, value] :
         {std::pair("title", "One"), {"text", "Rye"}, {"at", "2026-03-02"}}) {
      const Field* field = read.find(key);
      ASSERT_NE(field, nullptr) << key << marked.text;
      EXPECT_EQ(field->text(), value) << marked.text;
      EXPECT_EQ(field->value.source({0, field->value.size()}).of(marked.text), value);
    }
  }
}

TEST(JsonSlips, InASchedule) {
  const std::string other = "{\"text\": \"The ovens are lit\", \"at\": \"2026-03-01\"}";
  for (const Slip& slip : kSlips) {
    const Marked marked("{\"posts\": [" + other + ",\n{" + std::string(slip.marked) + "}, " +
                        other + "]}\n");
    const Schedule schedule = read_schedule(marked.text, "queue.json");
    expect_one(schedule.problems, slip, marked);
    ASSERT_EQ(schedule.entries.size(), 3U) << marked.text;
    const ScheduleEntry& entry = schedule.entries[1];
    ASSERT_EQ(entry.texts.size(), 1U) << marked.text;
    EXPECT_EQ(entry.texts[0].text(), "Rye");
    EXPECT_EQ(entry.texts[0].source({0, 3}).of(marked.text), "Rye") << marked.text;
    EXPECT_EQ(entry.time.value, "2026-03-02") << marked.text;
  }
}

// Where nothing can be guessed the entry is lost, and no other.
TEST(JsonSlips, WhatCostsItsEntry) {
  const std::string other = "{\"text\": \"The ovens are lit\", \"at\": \"2026-03-01\"}";
  for (const Slip& slip : {
           Slip{"\"text\": \"The ⟦\"best\" rye\"⟧, \"at\": \"2026-03-02\"", "Write \\\""},
           Slip{"\"text\": ⟦\"Rye⟧,\n\"at\": \"2026-03-02\"", "Add it at the end of the text"},
           Slip{"\"text\": \"C:⟦\\R⟧ye\", \"at\": \"2026-03-02\"", "Write the backslash twice"},
           Slip{"\"text\": \"Ann⟦\\'⟧s rye\", \"at\": \"2026-03-02\"", "apostrophe alone"},
           Slip{"\"text\": \"Rye\", \"tags\": ⟦[⟧\"a\"", "missing `]`"},
       }) {
    const Marked marked("[" + other + ",\n{" + std::string(slip.marked) + "},\n" + other + "]\n");
    const Schedule schedule = read_schedule(marked.text, "queue.json");
    expect_one(schedule.problems, slip, marked);
    EXPECT_GE(schedule.entries.size(), 2U) << marked.text;
  }
  const Marked open("[" + other + ", ⟦{⟧\"text\": \"Rye\", \"at\": \"2026-03-02\"\n");
  expect_one(read_schedule(open.text, "queue.json").problems, {"", "missing `}`"}, open);
  const Marked stray("[" + other + ", " + other + "]⟦]⟧\n");
  expect_one(read_schedule(stray.text, "queue.json").problems, {"", "closes nothing"}, stray);
}

TEST(JsonSlips, BracesDecideWhetherItIsFrontMatter) {
  for (const Slip& slip : {
           Slip{"{\n  ⟦title⟧: \"Rye\"\n}\n", "Write \"title\""},
           Slip{"{\n  ⟦'title'⟧: \"Rye\"\n}\n", "Write \"title\""},
           Slip{"{\n  ⟦// The bread⟧\n  \"title\": \"Rye\"\n}\n", "no comments"},
           Slip{"{\n  \"title\" ⟦=⟧ \"Rye\"\n}\n", "Write `:`"},
           Slip{"---json\n{\"title\": \"Rye\"⟦,⟧}\n---\n", "before `}`"},
           Slip{";;;\n\"title\": \"Rye\"⟦,⟧\n;;;\n", "behind the last entry"},
       }) {
    const Marked marked(std::string(slip.marked) + "\nText\n");
    const FrontMatter read = read_front_matter(marked.text, "post.md");
    expect_one(read.problems, slip, marked);
    ASSERT_NE(read.find("title"), nullptr) << marked.text;
    EXPECT_EQ(read.find("title")->text(), "Rye");
    EXPECT_EQ(marked.text.substr(read.body_begin), "\nText\n");
  }
  const Marked twice("{\"title\": \"Rye\", ⟦\"title\"⟧: \"Wheat\"}\n");
  expect_one(read_front_matter(twice.text, "post.md").problems, {"", "set twice"}, twice);
  for (const char* text :
       {"{: .lead}\nText\n", "{title: x} is what we call it.\n", "{// no}\n", "{'title' of it}\n",
        "{%- raw -%}\n", "{#top}\n", "{/* a */}\n\nText\n", "{\"quoted\" text in braces}\n"}) {
    const FrontMatter read = read_front_matter(text, "post.md");
    EXPECT_EQ(read.format, FrontMatterFormat::none) << text;
    EXPECT_TRUE(read.problems.empty()) << text;
  }
}

// Data with a trailing comma is none of our business, whatever its keys are called.
TEST(JsonSlips, DataThatIsNoScheduleIsLeftAlone) {
  const std::string entry =
      "{\"message\": \"E1002\",\n\"date\": \"2026-03-01\", \"line\": 3, \"file\": "
      "\"a.c\", \"code\": 12, \"stack\": [],}";
  const std::string source = "{\"errors\": [\n" + entry + ",\n" + entry + ", // more\n]}\n";
  EXPECT_FALSE(read_schedule(source, "data/errors.json").recognised);
}

// One slip must not silence the next, also where reading cannot go on behind the first.
TEST(JsonSlips, EachIsSaid) {
  const std::string source =
      "[\n{\"text\": \"One\", \"at\": \"2026-03-01\",},\n{\"text\": \"Two\" \"at\": "
      "\"2026-03-02\"},\n"
      "{\"text\": \"Three\" ?? \"at\": \"2026-03-03\"},\n{\"text\": \"Four\", \"at\": "
      "\"2026-03-04\"},\n"
      "{\"text\": \"Five\" \"at\": \"2026-03-05\"}\n]\n";
  const Schedule schedule = read_schedule(source, "queue.json");
  std::string places;
  for (const Problem& problem : schedule.problems) {
    places += std::string(problem.place.of(source)) + "|";
  }
  EXPECT_EQ(places, ",|\"at\"|?? \"at\": \"2026-03-03\"},|\"at\"|");
  EXPECT_EQ(schedule.entries.size(), 3U);
}

// Each of these takes seconds when the line is looked through again for every value in it.
TEST(JsonSlips, OneLongLineTakesLinearTime) {
  for (const std::string_view piece :
       {"1,",        "'a,", "\"a\" ", "\"a\"b: ", "“a,",  "a, ", "{", "[", "\"a", "\"a\":",
        "{\"a\":1 ", "`",   "\"a\"a", "'a' b",    "/**/", ",",   "]", "}", "\\",  "\"k\": x, y "}) {
    std::string many;
    for (size_t i = 0; i < 150'000; ++i) many += piece;
    for (const std::string_view start : {"{\"title\": \"a\", \"b\": [", "{\"title\": \"a\", "}) {
      const std::string source = std::string(start) + many;
      const auto begin = std::chrono::steady_clock::now();
      read_front_matter(source, "post.md");
      JsonReader(source, {0, static_cast<uint32_t>(source.size())}, nullptr).read_all();
      const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
      EXPECT_LT(taken.count(), 2.0) << start << piece;
    }
  }
}

// A quote too many turns texts into what stands between them, for the rest of the line. That takes
// minutes when the line is looked through again for every value behind it.
TEST(JsonSlips, HostileQuotesInOneLongLineTakeLinearTime) {
  constexpr size_t kMany = 20'000;
  std::string posts;
  std::string data;
  for (size_t i = 0; i < kMany; ++i) {
    const std::string_view sign = i == kMany / 2 ? "\"" : "";
    posts += (i == 0 ? "{\"text\": \"Hello" : ", {\"text\": \"Hello") + std::string(sign) +
             " dear reader, which bread do you like?\", \"at\": \"2026-03-02 07:30\"}";
    data += (i == 0 ? "" : ", ") + std::string(sign) + "{\"id\": 1, \"v\": [1, 1, 1, 1, 1, 1]}";
  }
  const Schedule schedule = read_schedule("{\"posts\": [" + posts + "]}", "queue.json");
  EXPECT_EQ(schedule.entries.size(), kMany / 2);
  ASSERT_FALSE(schedule.problems.empty());
  EXPECT_FALSE(read_schedule("[" + data + "]", "data.json").recognised);
}

TEST(JsonSlips, WhatIsFineIsNoSlip) {
  const std::string good =
      "[{\"text\": \"A \\\"b\\\" \\u00e9\\ud83d\\ude00 // # /* 'c' “d” \\\\\", \"at\": "
      "\"2026-03-02\", \"n\": [0, -1.5e+3, 1E2, true, null, {}, []]},\r\n\t{\"text\": \"e, \",\n"
      "\"at\":\"2026-03-03\"}]\n";
  const Schedule schedule = read_schedule(good, "queue.json");
  EXPECT_EQ(schedule.entries.size(), 2U);
  EXPECT_TRUE(schedule.problems.empty()) << schedule.problems.front().message;
  EXPECT_TRUE(read_schedule("[{\"text\": \"Rye\", \"at\": \"2026-03-02\",},]", "queue.yaml")
                  .problems.empty());
}

}  // namespace
}  // namespace soiree
