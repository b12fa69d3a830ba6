#include "linter/output/schemas.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace soiree {
namespace {

using Json = nlohmann::ordered_json;

Json text(std::string_view description) {
  return {{"type", "string"}, {"description", description}};
}

Json words(std::string_view description) {
  return {{"description", description},
          {"oneOf", Json::array({{{"type", "string"}},
                                 {{"type", "array"}, {"items", {{"type", "string"}}}}})}};
}

/// An object with these properties and no others.
Json object(std::string_view description, Json properties) {
  return {{"type", "object"},
          {"description", description},
          {"additionalProperties", false},
          {"properties", std::move(properties)}};
}

/// The same, and all of them are there.
Json complete(std::string_view description, Json properties) {
  Json required = Json::array();
  for (const auto& [key, value] : properties.items()) required.push_back(key);
  Json schema = object(description, std::move(properties));
  schema["required"] = std::move(required);
  return schema;
}

Json list_of(std::string_view description, Json items) {
  return {{"type", "array"}, {"description", description}, {"items", std::move(items)}};
}

std::string finished(std::string_view title, const Json& schema) {
  Json whole = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}};
  whole.update(schema);
  return whole.dump(2) + "\n";
}

Json number_of(std::string_view text_of_number) {
  double number = 0;
  std::from_chars(text_of_number.data(), text_of_number.data() + text_of_number.size(), number);
  const auto whole = static_cast<int64_t>(number);
  return static_cast<double>(whole) == number ? Json(whole) : Json(number);
}

Json option_schema(const OptionInfo& option) {
  Json schema = {{"description", option.meaning}};
  switch (option.type) {
    case OptionType::boolean:
      schema["type"] = "boolean";
      schema["default"] = option.default_value == "true";
      return schema;
    case OptionType::words:
      return words(option.meaning);
    case OptionType::integer:
      schema["type"] = "integer";
      break;
    case OptionType::share:
    case OptionType::number:
      schema["type"] = "number";
      break;
  }
  schema["default"] = number_of(option.default_value);
  schema["minimum"] = option.minimum;
  schema["maximum"] = option.maximum;
  return schema;
}

Json level() {
  return {{"enum", Json::array({"error", "warning", "note", "off"})},
          {"description", "How serious a finding is, or off"}};
}

Json rules_schema(std::span<const RuleInfo> rules) {
  Json properties = {
      {"preview", {{"type", "boolean"}, {"description", "Whether rules in preview are on"}}}};
  for (const RuleInfo& rule : rules) {
    Json options = {{"severity", level()}};
    for (const OptionInfo& option : rule.options) {
      options[std::string(option.name)] = option_schema(option);
    }
    properties[std::string(rule.id)] = {
        {"description", rule.summary},
        {"oneOf", Json::array({level(), object("Severity and options", std::move(options))})}};
  }
  // Rules of one's own in .soiree/rules are known by name only where they are.
  return {{"type", "object"},
          {"description", "Rules: a severity, or a severity and options"},
          {"properties", std::move(properties)}};
}

Json self_schema() {
  return object("Who the author is", {{"names", words("Names of people and products")},
                                      {"handles", words("Handles, with or without @")},
                                      {"domains", words("Domains, such as example.com")}});
}

Json schedules_schema() {
  Json properties = {{"files", words("Globs of the schedules this is for")}};
  const std::pair<const char*, const char*> keys[] = {
      {"posts", "Key of the list of posts"},
      {"text", "Key of a post's text"},
      {"time", "Key of its time"},
      {"date", "Key of its date, where that is apart"},
      {"clock_time", "Key of its time of day, where that is apart"},
      {"timezone", "Key of its time zone"},
      {"channel", "Key of its channel"},
      {"id", "Key of its id"},
      {"kind", "Key that says whether it is a post, a reply, a repost or a direct message"},
      {"recipient", "Key of a direct message's recipient"}};
  for (const auto& [key, description] : keys) properties[key] = text(description);
  Json schema = object("Names of the keys in your own layout", std::move(properties));
  schema["required"] = {"files"};
  return list_of("Schedules in layouts of your own", schema);
}

Json position() {
  return complete(
      "A place in a file",
      {{"line", {{"type", "integer"}, {"minimum", 1}}},
       {"column", {{"type", "integer"}, {"minimum", 1}, {"description", "In code points"}}},
       {"offset", {{"type", "integer"}, {"minimum", 0}, {"description", "In bytes"}}}});
}

Json range() {
  return complete("From start to before end", {{"start", position()}, {"end", position()}});
}

Json finding_schema() {
  const Json edit = complete("Replaces the range by the text",
                             {{"range", range()}, {"text", text("What stands there then")}});
  const Json note = complete("Another place that belongs to the finding",
                             {{"file", text("Path")},
                              {"range", range()},
                              {"message", text("What it has to do with the finding")}});
  const Json fix = complete("What can be done about it",
                            {{"title", text("What it does")},
                             {"safety", {{"enum", Json::array({"safe", "unsafe"})}}},
                             {"edits", list_of("All or none", edit)}});
  const Json post = complete("The post the finding is about, empty where the schedule says nothing",
                             {{"id", text("As the schedule gives it")},
                              {"kind", text("article, social, reply, repost or direct_message")},
                              {"channel", text("Where it goes, several with commas between them")},
                              {"time", text("ISO 8601")}});
  return complete("One finding",
                  {{"rule", text("Name of the rule")},
                   {"severity", {{"enum", Json::array({"error", "warning", "note"})}}},
                   {"file", text("Path as it was given")},
                   {"range", range()},
                   {"excerpt", text("Exactly the bytes of the range")},
                   {"message", text("For people")},
                   {"post", post},
                   {"notes", list_of("Other places", note)},
                   {"fixes", list_of("What can be done about it", fix)},
                   {"fingerprint", text("The same for the same finding next time")},
                   {"url", text("The rule's page, empty for a rule of your own")}});
}

Json failure_schema() {
  Json place = complete("Where in the file", {{"line", {{"type", "integer"}, {"minimum", 1}}},
                                              {"column", {{"type", "integer"}, {"minimum", 1}}}});
  place["type"] = Json::array({"object", "null"});
  return complete("What kept the run from being complete; its exit status is 2",
                  {{"file", text("Path, empty when it is about no file")},
                   {"place", std::move(place)},
                   {"message", text("For people")}});
}

}  // namespace

std::string config_schema(std::span<const RuleInfo> rules) {
  const Json language = text("Language of the posts, such as en or pt-BR; guessed without it");
  const Json largest_file = text("Files above this size are not read; a number with a unit: 8 MiB");
  Json override_schema = object("Settings for some files", {{"files", words("Globs")},
                                                            {"rules", rules_schema(rules)},
                                                            {"self", self_schema()},
                                                            {"language", language},
                                                            {"largest-file", largest_file}});
  override_schema["required"] = {"files"};
  Json feed = object("Posts of one voice", {{"files", words("Globs of the feed's files")},
                                            {"kind", {{"enum", Json::array({"blog", "social"})}}},
                                            {"channel", text("Only posts on this channel")}});
  feed["required"] = {"files"};
  Json schema = object("Configuration of soiree",
                       {{"root",
                         {{"type", "boolean"},
                          {"description",
                           "The project's outermost configuration. The nearest one alone counts, "
                           "so this changes nothing; `extends` takes in another"}}},
                        {"extends", words("Configurations this one builds on, as paths")},
                        {"ignore", words("Globs of files that are not linted")},
                        {"self", self_schema()},
                        {"language", language},
                        {"largest-file", largest_file},
                        {"rules", rules_schema(rules)},
                        {"overrides", list_of("Settings for some files; the last that matches wins",
                                              std::move(override_schema))},
                        {"feeds",
                         {{"type", "object"},
                          {"description", "Feeds by name, where the automatic ones do not fit"},
                          {"additionalProperties", std::move(feed)}}},
                        {"schedules", schedules_schema()}});
  return finished("soiree configuration", schema);
}

std::string schedule_schema() {
  Json post = object(
      "One post or direct message",
      {{"id", {{"type", Json::array({"string", "integer"})}, {"description", "Name of the post"}}},
       {"text", text("What is posted")},
       {"title", text("Title of what is linked")},
       {"at", text("When: 2026-03-02 09:10, with an offset or in the time zone")},
       {"timezone", text("IANA name such as Europe/Berlin")},
       {"channel", text("Where, such as mastodon")},
       {"channels", words("Where, when it is several")},
       {"kind", {{"enum", Json::array({"post", "reply", "repost", "direct_message"})}}},
       {"recipient", text("Of a direct message")},
       {"location", text("Where the post says it was written")},
       {"link", text("Address shown below the post")},
       {"media", words("Pictures and films")},
       {"hashtags", words("Tags, with or without #")},
       {"status",
        text("approved, posted ...; draft, idea, cancelled, rejected and archived posts do "
             "not go out")},
       {"draft", {{"type", "boolean"}}}});
  const Json settings = object("Rules that are silent here", {{"disable", words("Their names")}});
  post["properties"]["soiree"] = settings;
  post["additionalProperties"] = true;
  Json schema = {{"type", "object"},
                 {"required", {"posts"}},
                 {"properties",
                  {{"timezone", text("Of all times without one of their own")},
                   {"soiree", settings},
                   {"posts", list_of("The posts", std::move(post))}}}};
  return finished("schedule that soiree reads without configuration", schema);
}

std::string findings_schema() {
  Json summary = Json::object();
  for (const char* count :
       {"files", "posts", "bytes", "errors", "warnings", "notes", "suppressed", "baselined"}) {
    summary[count] = {{"type", "integer"}, {"minimum", 0}};
  }
  Json schema = complete(
      "Output of soiree check --format json; --format jsonl prints the items of findings, and each "
      "of the failures as {\"failure\": ...}",
      {{"version", {{"const", 1}}},
       {"tool", complete("What has made it",
                         {{"name", {{"const", "soiree"}}}, {"version", text("Its version")}})},
       {"findings", list_of("Sorted by path and place", finding_schema())},
       {"failures", list_of("What could not be checked", failure_schema())},
       {"summary", complete("Counts", std::move(summary))}});
  return finished("soiree findings", schema);
}

}  // namespace soiree
