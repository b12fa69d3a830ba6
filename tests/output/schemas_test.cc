// Editors complete and check .soiree.yaml by the schema, scripts read findings by it: a key it does
// not know would be marked as a mistake.
#include "linter/output/schemas.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/paths.h"
#include "tests/support/run_program.h"

namespace soiree {
namespace {

using Json = nlohmann::json;

/// What in `value` the schema does not allow; empty when all is right. Knows the few words of JSON
/// Schema that ours use.
std::string violation(const Json& schema, const Json& value, const std::string& path) {
  if (schema.contains("const") && schema["const"] != value) return path + ": another constant";
  if (schema.contains("enum")) {
    for (const Json& choice : schema["enum"]) {
      if (choice == value) return "";
    }
    return path + ": not one of the choices";
  }
  const std::string type = schema.value("type", "");
  if (type == "integer" && !value.is_number_integer()) return path + ": no integer";
  if (type == "string" && !value.is_string()) return path + ": no string";
  if (type == "array") {
    if (!value.is_array()) return path + ": no list";
    for (const Json& item : value) {
      const std::string wrong = violation(schema["items"], item, path + "[]");
      if (!wrong.empty()) return wrong;
    }
  }
  if (type != "object") return "";
  if (!value.is_object()) return path + ": no object";
  for (const auto& [key, inner] : value.items()) {
    if (!schema["properties"].contains(key)) return path + "." + key + " is not in the schema";
    const std::string wrong = violation(schema["properties"][key], inner, path + "." + key);
    if (!wrong.empty()) return wrong;
  }
  return value.size() == schema["properties"].size() ? "" : path + " lacks keys of the schema";
}

TEST(Schemas, FindingsAreAsTheSchemaSays) {
  const ProgramResult result =
      run_shell("'" SOIREE_BINARY "' check --format json --fail-on never fixtures/sites/bakery",
                source_dir());
  const Json report = Json::parse(result.output);
  ASSERT_GT(report["findings"].size(), 3U);
  const Json schema = Json::parse(findings_schema());
  EXPECT_EQ(violation(schema, report, "report"), "");
  Json wrong = report;
  wrong["findings"][0]["range"]["start"]["offset"] = "x";
  EXPECT_EQ(violation(schema, wrong, "report"), "report.findings[].range.start.offset: no integer");
}

TEST(Schemas, ConfigurationKnowsEveryRuleAndOption) {
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

TEST(Schemas, ScheduleSchemaIsJson) {
  EXPECT_TRUE(Json::parse(schedule_schema())["properties"].contains("posts"));
}

}  // namespace
}  // namespace soiree
