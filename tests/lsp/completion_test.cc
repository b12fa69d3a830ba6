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
}

TEST_F(LspCompletionClient, CommentsHaveDirectivesAndRules) {
  EXPECT_TRUE(holds(labels("a.md", "<!-- soi|"), "soiree-disable-line"));
  EXPECT_TRUE(holds(labels("a.md", "<!-- soiree-disable-line rep|"), "repeated-word"));
  EXPECT_TRUE(holds(labels("b.yaml", "posts:\n  # soiree-disable-next-line |"), "syntax"));
  EXPECT_TRUE(labels("a.md", "<!-- soiree-disable-line repeated-word --> an|").empty());
  EXPECT_TRUE(labels("a.md", "Bread an|").empty());
}

TEST_F(LspCompletionClient, HoverTellsWhatAKeySets) {
  const std::string uri = uri_of(folder_.path(".soiree.yaml"));
  client_.open(uri, "rules:\n  canned-broadcast:\n    recipients: 3\n");
  const auto response = client_.request(
      "textDocument/hover",
      {{"textDocument", {{"uri", uri}}}, {"position", {{"line", 2}, {"character", 6}}}});
  const std::string value = response["result"]["contents"]["value"];
  EXPECT_NE(value.find("(default: 3)"), std::string::npos) << value;
}

}  // namespace
}  // namespace soiree
