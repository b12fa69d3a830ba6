#ifndef SOIREE_TESTS_SUPPORT_FRONT_MATTER_CHECKS_H_
#define SOIREE_TESTS_SUPPORT_FRONT_MATTER_CHECKS_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "linter/parse/front_matter.h"
#include "linter/text/utf8.h"

namespace soiree {

/// Checks every property that must hold for any input at all.
inline void expect_sound(std::string_view source, const FrontMatter& front_matter) {
  ASSERT_LE(front_matter.whole.begin, front_matter.whole.end);
  ASSERT_LE(front_matter.whole.end, source.size());
  ASSERT_LE(front_matter.body_begin, source.size());
  ASSERT_EQ(front_matter.whole.empty(), front_matter.format == FrontMatterFormat::none);
  if (!front_matter.whole.empty()) {
    ASSERT_EQ(front_matter.body_begin, front_matter.whole.end);
  }
  for (const Field& field : front_matter.fields) {
    ASSERT_LE(field.place.end, front_matter.whole.end) << field.key;
    ASSERT_LE(field.place.begin, field.place.end) << field.key;
    ASSERT_LE(field.key_place.end, front_matter.whole.end) << field.key;
    uint32_t last = field.place.begin;
    for (size_t i = 0; i < field.value.runs().size(); ++i) {
      const Run& run = field.value.runs()[i];
      ASSERT_LE(last, run.source_begin) << field.key;
      ASSERT_LE(run.source_begin, run.source_end) << field.key;
      last = run.source_end;
      ASSERT_TRUE(is_character_boundary(source, run.source_begin)) << field.key;
      ASSERT_TRUE(is_character_boundary(source, run.source_end)) << field.key;
      if (!run.verbatim) continue;
      ASSERT_EQ(field.text().substr(run.text_begin, run.source_end - run.source_begin),
                source.substr(run.source_begin, run.source_end - run.source_begin))
          << field.key;
    }
    ASSERT_LE(last, field.place.end) << field.key;
  }
  for (const Problem& problem : front_matter.problems) {
    ASSERT_LE(problem.place.begin, problem.place.end);
    ASSERT_LE(problem.place.end, source.size());
    ASSERT_TRUE(is_character_boundary(source, problem.place.begin)) << problem.message;
    ASSERT_TRUE(is_character_boundary(source, problem.place.end)) << problem.message;
    ASSERT_FALSE(problem.message.empty());
  }
  for (const Comment& comment : front_matter.comments) {
    ASSERT_TRUE(comment.place.of(source).starts_with('#'));
  }
}

/// Everything a reader of front matter may ask of its fields and comments, with the place of every
/// byte.
inline std::string describe(const FrontMatter& front_matter) {
  const auto shown = [](SourceSpan place) {
    return std::to_string(place.begin) + "-" + std::to_string(place.end) + " ";
  };
  std::string text;
  for (const Field& field : front_matter.fields) {
    text += field.key + (field.in_list ? "[]" : "") + (field.quoted ? " quoted " : " ") +
            std::to_string(static_cast<int>(field.kind)) + " at " + shown(field.key_place);
    if (field.kind != FieldKind::null) text += "value " + shown(field.place);
    text += std::string(field.text()) + " ";
    for (uint32_t i = 0; i < field.value.size(); ++i) text += shown(field.value.source({i, i + 1}));
    text += "\n";
  }
  for (const Comment& comment : front_matter.comments) text += "# " + shown(comment.place);
  return text;
}

}  // namespace soiree

#endif  // SOIREE_TESTS_SUPPORT_FRONT_MATTER_CHECKS_H_
