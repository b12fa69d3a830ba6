#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "integrations/lsp/config_keys.h"
#include "tests/support/lsp_client.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

using Path = std::vector<std::string>;

/// The place marked by `|`.
YamlPlace place(std::string text) {
  const size_t at = text.find('|');
  text.erase(at, 1);
  return yaml_place(text, static_cast<uint32_t>(at));
}

TEST(LspCompletion, PlacesAreToldByIndentation) {
  EXPECT_EQ(place("ru|").path, Path());
  EXPECT_EQ(place("rules:\n  |").path, Path({"rules"}));
  EXPECT_EQ(place("rules:\n  flooding:\n    sev|").path, Path({"rules", "flooding"}));
  EXPECT_EQ(place("rules:\n  flooding:\n    severity: off\n  # note\n\n  x|").path,
            Path({"rules"}));
  EXPECT_EQ(place("rules:\n  flooding: w|").key, "flooding");
  EXPECT_EQ(place("overrides:\n  - files: a\n    rules:\n      fl|").path,
            Path({"overrides", "-", "rules"}));
  EXPECT_EQ(place("overrides:\n- files: a\n  ru|").path, Path({"overrides", "-"}));
  EXPECT_EQ(place("overrides:\n  - fi|").path, Path({"overrides", "-"}));
}

TEST(LspCompletion, BracketsAreGoneInto) {
  EXPECT_EQ(place("rules: {|").path, Path({"rules"}));
  EXPECT_EQ(place("rules: {flooding: off, nea|").path, Path({"rules"}));
  EXPECT_EQ(place("rules: {flooding: off, near-duplicate: |").key, "near-duplicate");
  EXPECT_EQ(place("rules:\n  near-duplicate: {severity: |").path,
            Path({"rules", "near-duplicate"}));
  EXPECT_EQ(place("rules:\n  near-duplicate: {severity: |").key, "severity");
  EXPECT_EQ(place("overrides: [{files: a, |").path, Path({"overrides", "-"}));
  EXPECT_EQ(place("overrides: [{files: '{,', rules: {x: y}, |").path, Path({"overrides", "-"}));
  EXPECT_EQ(place("self: {names: [a, b], ha|").path, Path({"self"}));
  EXPECT_EQ(place("language: a{b|").key, "language");
}

class LspCompletionClient : public testing::Test {
 protected:
  LspCompletionClient() { client_.start(folder_.path()); }

  /// Labels offered at the `|` of a text.
  std::vector<std::string> labels(const std::string& name, std::string text) {
    const size_t at = text.find('|');
    text.erase(at, 1);
    const auto line = static_cast<int>(std::count(text.begin(), text.begin() + at, '\n'));
    const size_t line_break = text.rfind('\n', at - 1);
    const size_t character = line_break == std::string::npos ? at : at - line_break - 1;
    client_.open(uri_of(folder_.path(name)), text);
    const auto response = client_.request(
        "textDocument/completion", {{"textDocument", {{"uri", uri_of(folder_.path(name))}}},
                                    {"position", {{"line", line}, {"character", character}}}});
    std::vector<std::string> found;
    for (const auto& item : response["result"]) found.push_back(item["label"]);
    return found;
  }

  TemporaryDirectory folder_;
  LspClient client_;
};

bool holds(const std::vector<std::string>& labels, const std::string& label) {
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

TEST_F(LspCompletionClient, ConfigurationsHaveKeysAndValues) {
  EXPECT_TRUE(holds(labels(".soiree.yaml", "ru|"), "rules"));
  EXPECT_TRUE(holds(labels(".soiree.yaml", "rules:\n  near|"), "near-duplicate"));
  EXPECT_TRUE(holds(labels(".soiree.yaml", "rules:\n  near-duplicate: |"), "off"));
  EXPECT_TRUE(holds(labels(".soiree.yaml", "rules:\n  canned-broadcast:\n    |"), "recipients"));
  EXPECT_TRUE(
      holds(labels(".soiree.yaml", "overrides:\n  - files: a\n    rules:\n      |"), "flooding"));
  EXPECT_TRUE(labels(".soiree.yaml", "nothing:\n  |").empty());
  EXPECT_TRUE(holds(labels(".soiree.yaml", "rules: {near|"), "near-duplicate"));
  EXPECT_EQ(labels(".soiree.yaml", "rules: {flooding: off, near-duplicate: {|"),
            (std::vector<std::string>{"severity", "similarity"}));
  EXPECT_EQ(labels(".soiree.yaml", "rules:\n  near-duplicate:\n    severity: |"),
            (std::vector<std::string>{"error", "warning", "note", "off"}));
  EXPECT_EQ(labels(".soiree.yaml", "rules:\n  preview: |"),
            (std::vector<std::string>{"true", "false"}));
  EXPECT_EQ(labels(".soiree.yaml", "feeds:\n  blog:\n    kind: |"),
            (std::vector<std::string>{"blog", "social"}));
}

TEST_F(LspCompletionClient, FrontMatterNamesRules) {
  EXPECT_TRUE(holds(labels("a.md", "---\nsoiree: {disable: [|]}\n---\n"), "repeated-word"));
  EXPECT_TRUE(holds(labels("b.md", "---\nsoiree:\n  disable:\n    - re|\n---\n"), "repeated-word"));
  EXPECT_TRUE(
      holds(labels("c.md", "---\n# soiree-disable-next-line |\ntitle: x\n---\n"), "self-focus"));
  EXPECT_TRUE(labels("d.md", "---\nother:\n  disable: [|]\n---\n").empty());
  EXPECT_TRUE(labels("e.md", "# Why soiree-disable |\n").empty()) << "a heading is no comment";
}

TEST_F(LspCompletionClient, CommentsHaveDirectivesAndRules) {
  EXPECT_TRUE(holds(labels("a.md", "<!-- soi|"), "soiree-disable-line"));
  EXPECT_TRUE(holds(labels("a.md", "<!-- soiree-disable-line rep|"), "repeated-word"));
  EXPECT_TRUE(holds(labels("b.yaml", "posts:\n  # soiree-disable-next-line |"), "syntax"));
  EXPECT_TRUE(labels("a.md", "<!-- soiree-disable-line repeated-word --> an|").empty());
  EXPECT_TRUE(labels("a.md", "Bread an|").empty());
}

TEST_F(LspCompletionClient, NothingIsOfferedWhereItWouldBeOfNoUse) {
  EXPECT_TRUE(labels("a.md", "{/* soiree-disable repeated-word */} |").empty());
  EXPECT_TRUE(labels("b.mdx", "{/* soiree-disable repeated-word */} self|").empty());
  EXPECT_TRUE(holds(labels("c.mdx", "{/* soiree-disable rep|"), "repeated-word"));
  EXPECT_TRUE(labels("d.json", "{\"posts\": [{\"text\": \"# soiree-|\"}]}").empty());
  EXPECT_TRUE(labels("d.json", "{\"posts\": [{\"text\": \"<!-- soiree-|\"}]}").empty());
  EXPECT_TRUE(labels("e.yaml", "posts:\n  - text: \"Rye # soiree-|\"\n").empty());
  EXPECT_TRUE(labels("f.yaml", "posts:\n  - text: >\n      # soiree-|").empty());
  EXPECT_TRUE(labels("g.yaml", "posts:\n  - text: Rye#soiree-|\n").empty());
  EXPECT_TRUE(holds(labels("h.yaml", "posts:\n  - text: Rye # soiree-|\n"), "soiree-disable-line"));
  EXPECT_TRUE(labels("i.md", "---\ntitle: \"Rye # soiree-|\"\n---\n").empty());
  EXPECT_TRUE(labels("j.tweet", "Rye # soiree-|").empty());
}

TEST_F(LspCompletionClient, CommentsOfConfigurationsHaveNoKeys) {
  for (const char* text : {"# com|", "rules:\n  # self|", "language: en # ru|",
                           "rules: {flooding: off} # |", "self: {names: ['a # b']} # |"}) {
    EXPECT_TRUE(labels(".soiree.yaml", text).empty()) << text;
  }
  EXPECT_FALSE(labels(".soiree.yaml", "self: {names: ['a # b'], |").empty());
  EXPECT_FALSE(labels(".soiree.yaml", "self: {names: [a#b], |").empty());
}

TEST_F(LspCompletionClient, RulesOfOnesOwnAreOffered) {
  folder_.write(".soiree/rules/house-name.yaml",
                "id: house-name\nsummary: The house has one spelling.\nkind: phrases\n"
                "phrases: [our bakery]\n");
  client_.notify("workspace/didChangeConfiguration", {{"settings", nullptr}});
  EXPECT_TRUE(holds(labels(".soiree.yaml", "rules:\n  hou|"), "house-name"));
  EXPECT_TRUE(holds(labels(".soiree.yaml", "rules:\n  house-name: |"), "off"));
  EXPECT_TRUE(
      holds(labels(".soiree.yaml", "overrides:\n  - files: a\n    rules:\n      |"), "house-name"));
  EXPECT_TRUE(holds(labels("a.md", "<!-- soiree-disable-line hou|"), "house-name"));
  EXPECT_TRUE(holds(labels("b.yaml", "posts:\n  # soiree-disable-next-line |"), "house-name"));
  EXPECT_TRUE(holds(labels("c.md", "---\nsoiree: {disable: [|]}\n---\n"), "house-name"));
  const std::string uri = uri_of(folder_.path(".soiree.yaml"));
  client_.open(uri, "rules:\n  house-name: off\n");
  const auto hover = client_.request(
      "textDocument/hover",
      {{"textDocument", {{"uri", uri}}}, {"position", {{"line", 1}, {"character", 4}}}});
  EXPECT_EQ(hover["result"]["contents"]["value"], "The house has one spelling.");
}

TEST_F(LspCompletionClient, HoverTellsWhatAKeySets) {
  const std::string uri = uri_of(folder_.path(".soiree.yaml"));
  client_.open(
      uri,
      "rules:\n  canned-broadcast:\n    recipients: 3\n"
      "  near-duplicate: {similarity: 0.9}\nfeeds:\n  blog:\n    kind: blog\nself: {names: x}\n");
  const auto hover = [&](int line, int character) -> std::string {
    const auto response = client_.request(
        "textDocument/hover", {{"textDocument", {{"uri", uri}}},
                               {"position", {{"line", line}, {"character", character}}}});
    return response["result"].is_null() ? "" : response["result"]["contents"]["value"];
  };
  EXPECT_NE(hover(2, 6).find("(default: 3)"), std::string::npos) << hover(2, 6);
  EXPECT_EQ(hover(2, 17), "") << "a value is no key";
  EXPECT_NE(hover(3, 22).find("(default: 0.85)"), std::string::npos) << hover(3, 22);
  EXPECT_NE(hover(3, 4), "") << "what the rule is about";
  EXPECT_EQ(hover(6, 5), "One of blog, social");
  EXPECT_EQ(hover(7, 8), "Names of people and products");
}

}  // namespace
}  // namespace soiree
