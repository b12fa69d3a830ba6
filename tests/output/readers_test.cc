// Other tools read these formats: what they understand must be what was found, whatever the posts
// and files are called and say.
#include "tests/support/readers.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "linter/output/checkstyle_format.h"
#include "linter/output/clean_text.h"
#include "linter/output/gitlab_format.h"
#include "linter/output/junit_format.h"
#include "linter/output/rdjsonl_format.h"
#include "linter/output/sarif_format.h"
#include "tests/support/made_report.h"
#include "tests/support/needed_tools.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

struct Format {
  const char* name;
  std::string (*write)(const ReportView& report);
  bool notes;  ///< notes are findings for the reader
  bool exact;  ///< the reader gives control characters back as they were
};

std::string sarif(const ReportView& report) { return format_sarif(report); }

const Format kFormats[] = {
    {"sarif", sarif, true, true},
    {"gitlab", format_gitlab, true, true},
    {"rdjsonl", format_rdjsonl, true, true},
    {"checkstyle", format_checkstyle, true, false},
    {"junit", format_junit, false, false},
};

class Readers : public testing::TestWithParam<Format> {
 protected:
  void SetUp() override {
    if (!have_readers()) {
      SOIREE_TOOL_MISSING("the readers are not installed; ./dev test fetches them");
    }
  }

  nlohmann::json read(const std::string& text) {
    scratch_.write("report", text);
    const ProgramResult result =
        run_reader("read.mjs", std::string(GetParam().name) + " '" + scratch_.path("report") + "'");
    EXPECT_EQ(result.status, 0) << result.errors << "\n" << text.substr(0, 4000);
    return nlohmann::json::parse(result.status == 0 ? result.output : "[]");
  }

 private:
  TemporaryDirectory scratch_;
};

/// As the JSON library replaces what is not UTF-8, so that both sides have the same text.
std::string as_json_gives_it(const std::string& text) {
  using nlohmann::json;
  return json::parse(json(text).dump(-1, ' ', false, json::error_handler_t::replace));
}

TEST_P(Readers, TakeAnEmptyReport) {
  EXPECT_EQ(read(GetParam().write(ReportView())), nlohmann::json::array());
}

TEST_P(Readers, UnderstandWhatWasFound) {
  for (uint32_t seed = 1; seed <= 3; ++seed) {
    MadeReport report = hostile_report(seed, 200);
    const nlohmann::json read_back = read(GetParam().write(report.view()));
    size_t next = 0;
    for (const LocatedFinding& found : report.view().findings) {
      if (found.finding->severity == Severity::note && !GetParam().notes) continue;
      ASSERT_LT(next, read_back.size());
      const nlohmann::json& one = read_back[next++];
      EXPECT_EQ(one["line"], found.location.start.line);
      const std::string& message = found.finding->message;
      EXPECT_EQ(one["message"], GetParam().exact ? as_json_gives_it(message) : clean_text(message));
    }
    EXPECT_EQ(next, read_back.size());
  }
}

TEST_P(Readers, KnowTheFile) {
  MadeReport report;
  report.add("posts/a b \xC3\xA9 \"1\" & <2>#%25.md", 3, Severity::warning, "one");
  const nlohmann::json read_back = read(GetParam().write(report.view()));
  ASSERT_EQ(read_back.size(), 1U);
  EXPECT_EQ(read_back[0]["file"], "posts/a b \xC3\xA9 \"1\" & <2>#%25.md");
}

// A report without findings says that all is well, unless it says what nobody looked at.
TEST_P(Readers, LearnWhatCouldNotBeChecked) {
  if (std::string_view(GetParam().name) == "sarif") return;  // notifications, not results
  ReportView report;
  report.failures = {{"permission <denied> \"here\"", "a & b.md", {}},
                     {"wrong type", "c.yaml", LineColumn{3, 5}}};
  const nlohmann::json read_back = read(GetParam().write(report));
  ASSERT_EQ(read_back.size(), 2U);
  EXPECT_EQ(read_back[0]["file"], "a & b.md");
  EXPECT_NE(read_back[0]["message"].get<std::string>().find("permission <denied> \"here\""),
            std::string::npos);
  if (GetParam().notes) {
    EXPECT_EQ(read_back[1]["line"], 3);
  }
}

INSTANTIATE_TEST_SUITE_P(All, Readers, testing::ValuesIn(kFormats),
                         [](const auto& format) { return std::string(format.param.name); });

}  // namespace
}  // namespace soiree
