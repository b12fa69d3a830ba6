// Editors complete and check .soiree.yaml by the schema, scripts read findings by it: a key it does
// not know would be marked as a mistake.
#include "linter/output/schemas.h"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/corpus_files.h"
#include "tests/support/needed_tools.h"
#include "tests/support/paths.h"
#include "tests/support/readers.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

using Json = nlohmann::json;

/// What a validator that is not ours finds wrong in each of these documents; "" is right.
std::vector<std::string> violations(const std::string& schema_name, const Json& documents) {
  const TemporaryDirectory scratch;
  const ProgramResult schema =
      run_shell("'" SOIREE_BINARY "' schema " + schema_name, scratch.path());
  scratch.write("schema", schema.output);
  scratch.write("documents", documents.dump());
  const ProgramResult result = run_reader(
      "schema.mjs", "'" + scratch.path("schema") + "' '" + scratch.path("documents") + "'");
  EXPECT_EQ(result.status, 0) << result.errors;
  return Json::parse(result.status == 0 ? result.output : "[]").get<std::vector<std::string>>();
}

/// YAML as an editor with a schema takes it: plain numbers, booleans and null have their type.
Json json_of(const YAML::Node& node) {
  if (node.IsSequence()) {
    Json list = Json::array();
    for (const auto& item : node) list.push_back(json_of(item));
    return list;
  }
  if (node.IsMap()) {
    Json map = Json::object();
    for (const auto& item : node) map[item.first.as<std::string>()] = json_of(item.second);
    return map;
  }
  if (!node.IsScalar()) return nullptr;
  const std::string& text = node.Scalar();
  const bool plain = node.Tag() == "?";
  if (plain && (text == "true" || text == "false")) return text == "true";
  const bool number = plain && Json::accept(text) && Json::parse(text).is_number();
  return number ? Json::parse(text) : Json(text);
}

class Schemas : public testing::Test {
 protected:
  void SetUp() override {
    if (!have_readers()) {
      SOIREE_TOOL_MISSING("the readers are not installed; ./dev test fetches them");
    }
  }
};

TEST_F(Schemas, FindingsAreAsTheSchemaSays) {
  const std::string program = "'" SOIREE_BINARY "' check --no-config --fail-on never --format ";
  Json reports = Json::array();
  for (const char* folder : {"sites", "cli", "feeds", "schedules"}) {
    const ProgramResult result = run_shell(program + "json " + folder, source_dir() / "fixtures");
    reports.push_back(Json::parse(result.output));
  }
  EXPECT_EQ(violations("findings", reports), std::vector<std::string>(reports.size()));
  ASSERT_GT(reports[1]["findings"].size(), 10U);
  const ProgramResult lines = run_shell(program + "jsonl sites", source_dir() / "fixtures");
  EXPECT_EQ(Json::parse(lines.output.substr(0, lines.output.find('\n'))),
            reports[0]["findings"][0]);
  Json wrong = reports[1];
  wrong["findings"][0]["range"]["start"]["offset"] = "x";
  Json less = reports[1];
  less["findings"][0].erase("excerpt");
  Json more = reports[1];
  more["findings"][0]["extra"] = 1;
  for (const std::string& violation : violations("findings", {wrong, less, more})) {
    EXPECT_NE(violation, "");
  }
}

TEST_F(Schemas, ConfigurationsThatSoireeTakesFit) {
  Json documents = Json::array();
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(source_dir() / "fixtures")) {
    const std::string path = entry.path().string();
    if (entry.path().filename() != ".soiree.yaml" || path.find("broken") != std::string::npos) {
      continue;
    }
    const YAML::Node config = YAML::LoadFile(path);
    if (config.IsMap()) documents.push_back(json_of(config));
  }
  EXPECT_GT(documents.size(), 5U);
  const std::string readme = read_bytes(source_dir() / "README.md");
  const size_t example = readme.find("```yaml\n", readme.find("## Configuration")) + 8;
  documents.push_back(
      json_of(YAML::Load(readme.substr(example, readme.find("```", example) - example))));
  // What `soiree init` writes, with its examples switched on.
  const TemporaryDirectory scratch;
  run_shell("'" SOIREE_BINARY
            "' init && sed -i '1,/^$/d; s/^# \\([a-z ]*:\\|  \\)/\\1/' .soiree.yaml",
            scratch.path());
  documents.push_back(json_of(YAML::LoadFile(scratch.path(".soiree.yaml"))));
  EXPECT_TRUE(documents.back().contains("overrides")) << documents.back();
  EXPECT_EQ(violations("config", documents), std::vector<std::string>(documents.size()));
}

TEST_F(Schemas, ConfigurationsThatSoireeRefusesDoNotFit) {
  Json documents = Json::array();
  for (const char* text :
       {"rulez: {}", "rules: 7", "rules: {self-focus: loud}", "rules: {self-focus: {shaer: 0.5}}",
        "rules: {self-focus: {share: 7}}", "overrides: [{rules: {}}]", "overrides: {files: a}",
        "schedules: [{files: a, txt: b}]", "feeds: {a: {kind: both, files: b}}", "self: Crumb"}) {
    documents.push_back(json_of(YAML::Load(text)));
  }
  for (const std::string& violation : violations("config", documents)) EXPECT_NE(violation, "");
}

TEST_F(Schemas, SchedulesThatNeedNoConfigurationFit) {
  Json documents = Json::array();
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(source_dir() / "fixtures" / "feeds")) {
    if (entry.path().extension() != ".yaml" || entry.path().filename() == ".soiree.yaml") continue;
    const Json schedule = json_of(YAML::LoadFile(entry.path().string()));
    if (schedule.contains("posts") && schedule["posts"].is_array()) documents.push_back(schedule);
  }
  EXPECT_GT(documents.size(), 10U);
  EXPECT_EQ(violations("schedule", documents), std::vector<std::string>(documents.size()));
  for (const std::string& violation : violations(
           "schedule", {Json::object(), {{"posts", "none"}}, {{"posts", {{{"kind", "poem"}}}}}})) {
    EXPECT_NE(violation, "");
  }
}

TEST(ConfigSchema, KnowsEveryRuleAndOption) {
  const Json rules = Json::parse(config_schema(rule_table()))["properties"]["rules"]["properties"];
  for (const RuleInfo& rule : rule_table()) {
    ASSERT_TRUE(rules.contains(std::string(rule.id))) << rule.id;
    const Json& options = rules[std::string(rule.id)]["oneOf"][1]["properties"];
    EXPECT_EQ(options.size(), rule.options.size() + 1) << rule.id;
    for (const OptionInfo& option : rule.options) {
      EXPECT_TRUE(options.contains(std::string(option.name))) << rule.id << " " << option.name;
    }
  }
}

}  // namespace
}  // namespace soiree
