#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "linter/parse/schedule.h"

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

}  // namespace
}  // namespace soiree
