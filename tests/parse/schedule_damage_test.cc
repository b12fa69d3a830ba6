#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "linter/parse/schedule.h"
#include "linter/parse/yaml_events.h"

namespace soiree {
namespace {

std::string entry(int number, std::string_view line) {
  const std::string n = std::to_string(number);
  return "  - at: 2026-01-0" + n + " 10:00\n    " + std::string(line) + "\n";
}

size_t texts_in(const Schedule& schedule) {
  return static_cast<size_t>(
      std::count_if(schedule.entries.begin(), schedule.entries.end(),
                    [](const ScheduleEntry& made) { return !made.texts.empty(); }));
}

std::string describe(const Schedule& schedule, std::string_view source) {
  std::string all;
  for (const Problem& problem : schedule.problems) {
    all += "[" + std::string(problem.place.of(source)) + "] " + problem.message + "\n";
  }
  return all;
}

// One forgotten blank after a colon cost the whole schedule, without a word.
TEST(DamagedSchedule, LineWithoutAColonCostsItself) {
  for (const char* bad : {"text:one the the thing", "text one the the thing", "text", "to x"}) {
    for (const int size : {2, 3, 7}) {
      for (int at = 1; at <= size; ++at) {
        for (const bool nested : {true, false}) {
          std::string source;
          for (int i = 1; i <= size; ++i) source += entry(i, i == at ? bad : "text: two the thing");
          if (nested) source.insert(0, "posts:\n");
          const Schedule schedule = read_schedule(source, "queue.yaml");
          EXPECT_EQ(texts_in(schedule), static_cast<size_t>(size - 1)) << source;
          ASSERT_EQ(schedule.problems.size(), 1U) << source << describe(schedule, source);
          EXPECT_EQ(schedule.problems[0].place.of(source), bad) << source;
        }
      }
    }
  }
}

TEST(DamagedSchedule, LineWithoutAColonIsNamedWithItsRemedy) {
  const std::string source =
      "posts:\n" + entry(1, "text:one the thing") + entry(2, "text: two the thing\n    oops");
  const Schedule schedule = read_schedule(source, "queue.yaml");
  EXPECT_EQ(texts_in(schedule), 1U);
  ASSERT_EQ(schedule.problems.size(), 2U) << describe(schedule, source);
  EXPECT_NE(schedule.problems[0].message.find("`text: one the thing`"), std::string::npos)
      << schedule.problems[0].message;
  EXPECT_EQ(schedule.problems[1].place.of(source), "oops");
}

// A merge that went wrong must not cost the posts of either side.
TEST(DamagedSchedule, MergeConflictIsNamedAndKeepsAllEntries) {
  const std::string text = "text: words of the thing";
  const std::string source = "posts:\n" + entry(1, text) + "<<<<<<< HEAD\n" + entry(2, text) +
                             "=======\n" + entry(3, text) + ">>>>>>> x\n" + entry(4, text);
  const Schedule schedule = read_schedule(source, "queue.yaml");
  EXPECT_EQ(texts_in(schedule), 4U);
  ASSERT_EQ(schedule.problems.size(), 3U) << describe(schedule, source);
  EXPECT_EQ(schedule.problems[0].place.of(source), "<<<<<<< HEAD");
  EXPECT_NE(schedule.problems[0].message.find("unresolved merge conflict"), std::string::npos);
}

// One key that lost its indentation cost all entries after it.
TEST(DamagedSchedule, LineAtTheMarginCostsItselfOnly) {
  const std::string text = "text: words of the thing";
  for (const char* bad : {"at: 2026-01-02", "x", "text: words"}) {
    const std::string source = "posts:\n" + entry(1, text) + entry(2, "id: b") + bad + "\n" +
                               "    to: x\n    " + text + "\n" + entry(3, text) + entry(4, text);
    const Schedule schedule = read_schedule(source, "queue.yaml");
    EXPECT_GE(texts_in(schedule), 3U) << describe(schedule, source);
    ASSERT_EQ(schedule.problems.size(), 1U) << describe(schedule, source);
    EXPECT_EQ(schedule.problems[0].place.of(source), bad);
  }
}

std::string repeat(std::string_view piece, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += piece;
  return all;
}

// Data nested by a machine, somewhere in the file, must not cost the posts in it.
TEST(DamagedSchedule, DeepNestingCostsItselfOnly) {
  const std::string post = "posts:\n" + entry(1, "text: one the the thing");
  std::string blocks = "x:\n";
  for (int i = 1; i < 600; ++i) blocks += std::string(static_cast<size_t>(i), ' ') + "a:\n";
  const std::string json =
      "{\"posts\": [{\"text\": \"one the the thing\", \"at\": \"2026-01-01\"}], \"x\": ";
  for (const std::string& source :
       {post + "x: " + repeat("[", 600) + "\n", post + "x: " + repeat("[", 600) + repeat("]", 600),
        post + "x: " + repeat("{a: ", 600) + "\n", post + "x: " + repeat("[", 100000),
        "x: " + repeat("[", 600) + "\n" + post, post + blocks, blocks + post,
        post + entry(2, "text: two the thing\n    x: " + repeat("[", 600)) +
            entry(3, "text: three the thing"),
        json + repeat("[", 600) + repeat("]", 600) + "}", json + repeat("[", 100000)}) {
    const Schedule schedule = read_schedule(source, "queue.yaml");
    const std::string shown = source.substr(0, 300) + "\n";
    EXPECT_GE(texts_in(schedule), 1U) << shown;
    EXPECT_EQ(schedule.problems.size(), 1U) << shown << describe(schedule, source);
  }
}

// An alias bomb in place of the posts left nothing to look at and nothing to read about it.
TEST(DamagedSchedule, AliasBombInPlaceOfPostsIsSaid) {
  std::string source = "a0: &a0 [{text: one the thing}, {text: two the thing}]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    source += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before +
              "]\n";
  }
  const Schedule schedule = read_schedule(source + "posts: *a29\n", "queue.yaml");
  EXPECT_TRUE(schedule.recognised);
  EXPECT_FALSE(schedule.problems.empty());
}

// `text: #Monday ...` is an empty text to YAML; the post vanished without a word.
TEST(DamagedSchedule, TextThatIsAllCommentIsNoted) {
  for (const std::string& rest : {entry(2, "text: two the thing"), std::string()}) {
    const std::string source = "posts:\n" + entry(1, "text: #MondayMotivation you can") + rest;
    const Schedule schedule = read_schedule(source, "queue.yaml");
    EXPECT_EQ(schedule.entries.size(), rest.empty() ? 0U : 1U);
    ASSERT_EQ(schedule.problems.size(), 1U);
    EXPECT_TRUE(schedule.problems[0].note);
    EXPECT_EQ(schedule.problems[0].place.of(source), "#MondayMotivation you can");
  }
}

// A mapping with a typing error in it left its files unchecked.
TEST(DamagedSchedule, MappingThatFindsNothingIsSaid) {
  const std::string source = "posts:\n" + entry(1, "text: one the thing");
  ScheduleMapping mapping;
  mapping.posts = "nope";
  Schedule schedule = read_schedule(source, "queue.yaml", &mapping);
  ASSERT_EQ(schedule.problems.size(), 1U);
  EXPECT_NE(schedule.problems[0].message.find("no key `nope`"), std::string::npos);
  mapping.posts = "posts";
  mapping.text = "wording";
  schedule = read_schedule(source, "queue.yaml", &mapping);
  ASSERT_EQ(schedule.problems.size(), 1U);
  EXPECT_NE(schedule.problems[0].message.find("`wording`"), std::string::npos);
  mapping.text = "text";
  EXPECT_TRUE(read_schedule(source, "queue.yaml", &mapping).problems.empty());
}

// `at: never` left a post out of the plan while all others had their time.
TEST(DamagedSchedule, WordThatNamesNoTimeIsSaidAmongExactTimes) {
  const std::string exact = entry(1, "text: one the thing") + entry(2, "text: two the thing");
  for (const char* word : {"never", "today"}) {
    const std::string last = "  - text: three the thing\n    at: " + std::string(word) + "\n";
    const std::string source = "posts:\n" + exact + last;
    const Schedule schedule = read_schedule(source, "queue.yaml");
    ASSERT_EQ(schedule.problems.size(), 1U) << word;
    EXPECT_EQ(schedule.problems[0].place.of(source), word);
    EXPECT_TRUE(read_schedule("posts:\n" + last + last, "queue.yaml").problems.empty());
  }
  for (const char* word : {"monday", "next week", "TBD", "late", "asap", "March", "evening"}) {
    const std::string source =
        "posts:\n" + exact + "  - text: three the thing\n    at: " + std::string(word) + "\n";
    EXPECT_TRUE(read_schedule(source, "queue.yaml").problems.empty()) << word;
  }
}

// In a JSON queue one missing comma was reported at 1:1, as a matter of indentation.
TEST(DamagedSchedule, BrokenJsonIsReportedWhereItIsBroken) {
  const std::string good = "  {\"text\": \"one the thing\", \"at\": \"2026-01-01 10:00\"}";
  const std::string source = "{\"posts\": [\n" + good + ",\n  {\"text\": \"two the thing\"\n   " +
                             "\"at\": \"2026-01-02 10:00\"},\n" + good + "\n]}\n";
  Schedule schedule = read_schedule(source, "queue.json");
  EXPECT_EQ(texts_in(schedule), 3U);
  ASSERT_EQ(schedule.problems.size(), 1U) << describe(schedule, source);
  EXPECT_EQ(schedule.problems[0].place.begin, source.find("\"at\": \"2026-01-02"));
  EXPECT_NE(schedule.problems[0].message.find("comma"), std::string::npos);
  const std::string raw = "{\"posts\": [{\"text\": \"one the\nthing\", \"at\": \"2026-01-01\"}]}";
  schedule = read_schedule(raw, "queue.json");
  EXPECT_EQ(texts_in(schedule), 1U);
  ASSERT_EQ(schedule.problems.size(), 1U);
  EXPECT_EQ(schedule.problems[0].place.of(raw), "\"one the");
  EXPECT_TRUE(read_schedule(good, "queue.json").problems.empty());
}

std::string mutate(std::string source, std::mt19937& random) {
  const auto pick = [&](size_t size) { return random() % size; };
  const size_t at = pick(source.size());
  switch (random() % 5) {
    case 0: {
      size_t colon = source.find(':', at);
      if (colon == std::string::npos) colon = source.find(':');
      source.erase(colon, 1);
      break;
    }
    case 1:
      source.erase(at, 1);
      break;
    case 2:
      source.insert(at, 1, "x:- \t\n\"'#[{&*!|>%@,"[pick(19)]);
      break;
    case 3: {
      const size_t begin = source.rfind('\n', at);
      const size_t end = source.find('\n', at + 1);
      if (begin != std::string::npos && end != std::string::npos && end > begin) {
        source.erase(begin, end - begin);
      }
      break;
    }
    default:
      source.insert(at, 2, ' ');
  }
  return source;
}

// Whatever one slip of the finger breaks, it may cost a post or two and never goes unsaid.
TEST(DamagedSchedule, OneEditNeverLosesTheSchedule) {
  std::string good = "timezone: UTC\nposts:\n";
  for (int i = 1; i <= 7; ++i) {
    good += "  - id: p" + std::to_string(i) + "\n    at: 2026-01-0" + std::to_string(i) +
            " 10:00\n    to: [x, mastodon]\n    text: Words of post " + std::to_string(i) +
            " for the people\n";
  }
  std::mt19937 random(20260101);
  size_t broken = 0;
  for (int i = 0; i < 1500; ++i) {
    const std::string source = mutate(good, random);
    const bool fails = parse_yaml({source, source, 0}, true).failure.has_value();
    const Schedule schedule = read_schedule(source, "queue.yaml");
    if (!fails) continue;
    ++broken;
    EXPECT_GE(texts_in(schedule), 5U) << source << describe(schedule, source);
    EXPECT_FALSE(schedule.problems.empty()) << source;
  }
  EXPECT_GE(broken, 100U);
}

}  // namespace
}  // namespace soiree
