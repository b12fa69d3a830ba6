#include "integrations/lsp/silence_in_configuration.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/support/lsp_client.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

using Json = nlohmann::json;

std::string applied(const ConfigurationEdit& made) {
  std::string text = made.text;
  return text.replace(made.edit.range.begin, made.edit.range.size(), made.edit.text);
}

struct Configuration {
  const char* name;
  const char* before;
  const char* after;  ///< null: no edit is offered
};

void PrintTo(const Configuration& configuration, std::ostream* out) { *out << configuration.name; }

class SilenceInConfiguration : public testing::TestWithParam<Configuration> {};

TEST_P(SilenceInConfiguration, KeepsWhatIsThere) {
  const TemporaryDirectory folder;
  folder.write(".soiree.yaml", GetParam().before);
  folder.write("loud.yaml",
               "rules: {self-focus: error}\noverrides:\n  - files: posts/\n"
               "    rules: {near-duplicate: error}\n");
  const auto made = silence_in_configuration(
      folder.path(), {}, "posts/a.md",
      std::string_view(GetParam().name).starts_with("extended override") ? "near-duplicate"
                                                                         : "repeated-word");
  ASSERT_EQ(made.has_value(), GetParam().after != nullptr) << (made ? applied(*made) : "");
  if (!made) return;
  EXPECT_FALSE(made->create);
  EXPECT_EQ(made->path, folder.path(".soiree.yaml"));
  EXPECT_EQ(applied(*made), GetParam().after);
}

INSTANTIATE_TEST_SUITE_P(
    Layouts, SilenceInConfiguration,
    testing::Values(
        Configuration{"empty", "", "rules:\n  repeated-word: off\n"},
        Configuration{"only a comment, without an end of line", "# ours",
                      "# ours\nrules:\n  repeated-word: off\n"},
        Configuration{"without rules", "language: en  # as we write\n",
                      "language: en  # as we write\nrules:\n  repeated-word: off\n"},
        Configuration{"with rules",
                      "rules:  # agreed on\n    # the first\n    flooding: off\n\nlanguage: en\n",
                      "rules:  # agreed on\n    repeated-word: off\n    # the first\n"
                      "    flooding: off\n\nlanguage: en\n"},
        Configuration{"with an empty list of rules", "rules:\nlanguage: en\n",
                      "rules:\n  repeated-word: off\nlanguage: en\n"},
        Configuration{"an empty list at the end", "rules:", "rules:\n  repeated-word: off"},
        Configuration{"with CR LF", "rules:\r\n  flooding: off\r\n",
                      "rules:\r\n  repeated-word: off\r\n  flooding: off\r\n"},
        Configuration{"with a byte order mark", "\xEF\xBB\xBFrules:\n  flooding: off\n",
                      "\xEF\xBB\xBFrules:\n  repeated-word: off\n  flooding: off\n"},
        Configuration{"in brackets", "rules: { flooding: off }\n",
                      "rules: { repeated-word: off, flooding: off }\n"},
        Configuration{"in empty brackets", "rules: {}\n", "rules: {repeated-word: off}\n"},
        Configuration{"all in brackets", "{language: en}",
                      "{rules: {repeated-word: off}, language: en}"},
        Configuration{"with a severity", "rules:\n  'repeated-word': \"error\"  # loud\n",
                      "rules:\n  'repeated-word': off  # loud\n"},
        Configuration{"with a severity among options",
                      "rules:\n  repeated-word:\n    severity: note\n",
                      "rules:\n  repeated-word:\n    severity: off\n"},
        Configuration{"set again for some files",
                      "rules:\n  repeated-word: error\noverrides:\n  - files: posts/\n    rules:\n"
                      "      repeated-word: note # here\n",
                      "rules:\n  repeated-word: error\noverrides:\n  - files: posts/\n    rules:\n"
                      "      repeated-word: off # here\n"},
        Configuration{"set for other files",
                      "overrides:\n  - files: notes/\n    rules:\n      repeated-word: note\n",
                      "overrides:\n  - files: notes/\n    rules:\n      repeated-word: note\n"
                      "rules:\n  repeated-word: off\n"},
        Configuration{"with a mistake elsewhere", "languge: en\n",
                      "languge: en\nrules:\n  repeated-word: off\n"},
        Configuration{"extended", "extends: loud.yaml\n",
                      "extends: loud.yaml\nrules:\n  repeated-word: off\n"},
        Configuration{"extended override", "extends: loud.yaml\n", nullptr},
        Configuration{"off already", "rules:\n  repeated-word: off\n", nullptr},
        Configuration{"shared with another rule",
                      "rules:\n  self-focus: &loud error\n  repeated-word: *loud\n", nullptr},
        Configuration{"null in words", "rules: ~\n", nullptr},
        Configuration{"no YAML", "rules: [\n", nullptr}));

TEST(SilenceInConfigurationOf, ARuleWithOptionsKeepsThem) {
  const TemporaryDirectory folder;
  const auto edited = [&](const char* before) {
    folder.write(".soiree.yaml", before);
    const auto made = silence_in_configuration(folder.path(), {}, "a.md", "near-duplicate");
    return made ? applied(*made) : "no edit";
  };
  EXPECT_EQ(edited("rules:\n  near-duplicate:\n      similarity: 0.9\n"),
            "rules:\n  near-duplicate:\n      severity: off\n      similarity: 0.9\n");
  EXPECT_EQ(edited("rules:\n  near-duplicate: {similarity: 0.9}\n"),
            "rules:\n  near-duplicate: {severity: off, similarity: 0.9}\n");
}

TEST(SilenceInConfigurationOf, TheNearestFileAndItsUnsavedText) {
  const TemporaryDirectory folder;
  folder.write(".soiree.yaml", "language: en\n");
  folder.write("blog/.soiree.yaml", "language: en\n");
  const std::string unsaved = "rules:\n  flooding: off\n";
  const OpenText open = [&](const std::string& path) {
    return path == folder.path("blog/.soiree.yaml") ? &unsaved : nullptr;
  };
  const auto made = silence_in_configuration(folder.path(), open, "blog/a.md", "repeated-word");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->path, folder.path("blog/.soiree.yaml"));
  EXPECT_EQ(applied(*made), "rules:\n  repeated-word: off\n  flooding: off\n");
}

TEST(SilenceInConfigurationOf, AFolderWithoutOneGetsOneWhereItIsFound) {
  const TemporaryDirectory folder;
  const auto path = [&](const char* file) {
    const auto made = silence_in_configuration(folder.path(), {}, file, "repeated-word");
    return made && made->create ? made->path : "none";
  };
  EXPECT_EQ(path("posts/a.md"), folder.path(".soiree.yaml"));
  folder.write("inner/.git/config", "");
  EXPECT_EQ(path("inner/posts/a.md"), folder.path("inner/.soiree.yaml"))
      << "the search for a configuration ends at the repository's root";
  folder.write("own/.soiree/rules/no-synergy.yaml", "summary: x\nphrases: [synergy]\n");
  EXPECT_EQ(path("own/a.md"), folder.path("own/.soiree.yaml"));
}

/// The edit of the action that silences the finding of `a.md`, for a client of these abilities.
Json offered(const TemporaryDirectory& folder, const Json& workspace_edit,
             const std::string& open_configuration = "") {
  LspClient client;
  client.start(folder.path(), {{"workspace", {{"workspaceEdit", workspace_edit}}}});
  if (!open_configuration.empty()) {
    client.open(uri_of(folder.path(".soiree.yaml")), open_configuration, 7);
  }
  const std::string uri = uri_of(folder.path("a.md"));
  client.open(uri, "😀 Bread in the the oven.\n");
  const Json found = client.diagnostics(uri)["diagnostics"];
  const Json actions =
      client.request("textDocument/codeAction", {{"textDocument", {{"uri", uri}}},
                                                 {"range", found.at(0)["range"]},
                                                 {"context", {{"diagnostics", found}}}})["result"];
  for (const Json& action : actions) {
    if (action["title"] == "Silence repeated-word in configuration") return action["edit"];
  }
  return nullptr;
}

const Json kPlain = Json::object();
const Json kVersioned = {{"documentChanges", true}};
const Json kCreating = {{"documentChanges", true},
                        {"resourceOperations", Json::array({"rename", "create"})}};

TEST(LspSilenceInConfiguration, EditsTheFileOnDisk) {
  const TemporaryDirectory folder;
  folder.write(".soiree.yaml", "rules:\n  flooding: off\n");
  const Json place = {{"line", 1}, {"character", 0}};
  const Json edits = Json::array(
      {{{"range", {{"start", place}, {"end", place}}}, {"newText", "  repeated-word: off\n"}}});
  const std::string uri = uri_of(folder.path(".soiree.yaml"));
  EXPECT_EQ(offered(folder, kPlain), Json({{"changes", {{uri, edits}}}}));
  const Json document = {{"textDocument", {{"uri", uri}, {"version", nullptr}}}, {"edits", edits}};
  EXPECT_EQ(offered(folder, kVersioned), Json({{"documentChanges", Json::array({document})}}));
}

TEST(LspSilenceInConfiguration, NamesTheVersionOfAnOpenOne) {
  const TemporaryDirectory folder;
  folder.write(".soiree.yaml", "");
  const Json edit = offered(folder, kVersioned, "# 😀\nrules: {flooding: off}\n");
  const Json& change = edit["documentChanges"][0];
  EXPECT_EQ(change["textDocument"]["version"], 7);
  EXPECT_EQ(change["edits"][0]["range"]["start"], Json({{"line", 1}, {"character", 8}}));
}

TEST(LspSilenceInConfiguration, MakesAFileOnlyWhereTheClientCan) {
  const TemporaryDirectory folder;
  EXPECT_TRUE(offered(folder, kPlain).is_null());
  EXPECT_TRUE(offered(folder, kVersioned).is_null());
  const Json changes = offered(folder, kCreating)["documentChanges"];
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0]["kind"], "create");
  EXPECT_EQ(changes[0]["uri"], uri_of(folder.path(".soiree.yaml")));
  EXPECT_EQ(changes[1]["edits"][0]["newText"], "rules:\n  repeated-word: off\n");
}

TEST(LspSilenceInConfiguration, TakesTheFindingAwayOnceItIsSaved) {
  const TemporaryDirectory folder;
  folder.write(".soiree.yaml", "language: en\n");
  LspClient client;
  client.start(folder.path());
  const std::string uri = uri_of(folder.path("a.md"));
  client.open(uri, "Bread in the the oven.\n");
  EXPECT_EQ(client.diagnostics(uri)["diagnostics"].size(), 1U);
  const auto made = silence_in_configuration(folder.path(), {}, "a.md", "repeated-word");
  ASSERT_TRUE(made);
  folder.write(".soiree.yaml", applied(*made));
  client.notify(
      "workspace/didChangeWatchedFiles",
      {{"changes", Json::array({{{"uri", uri_of(folder.path(".soiree.yaml"))}, {"type", 2}}})}});
  EXPECT_TRUE(client.diagnostics(uri)["diagnostics"].empty());
}

}  // namespace
}  // namespace soiree
