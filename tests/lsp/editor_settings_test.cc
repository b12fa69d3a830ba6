// Set-ups for editors that no test can start: what they tell the editor to run is run.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "linter/parse/toml_library.h"
#include "tests/lsp/editor_page.h"
#include "tests/lsp/editor_site.h"
#include "tests/support/corpus_files.h"
#include "tests/support/run_program.h"

namespace soiree {
namespace {

std::vector<std::string> strings(const toml::array* array) {
  std::vector<std::string> all;
  if (array == nullptr) return all;
  for (const toml::node& each : *array) all.push_back(each.value_or(std::string()));
  return all;
}

std::string framed(const std::string& message) {
  return "Content-Length: " + std::to_string(message.size()) + "\r\n\r\n" + message;
}

/// A whole session of a client that has seen enough after the greeting.
std::string short_session() {
  return framed(
             R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}})") +
         framed(R"({"jsonrpc":"2.0","method":"initialized","params":{}})") +
         framed(R"({"jsonrpc":"2.0","id":2,"method":"shutdown"})") +
         framed(R"({"jsonrpc":"2.0","method":"exit"})");
}

class HelixSetUp : public testing::Test {
 protected:
  void SetUp() override {
    toml::parse_result parsed =
        toml::parse(read_bytes(source_dir() / "integrations" / "helix" / "languages.toml"));
    ASSERT_TRUE(parsed) << parsed.error().description();
    setup_ = std::move(parsed).table();
  }

  /// The entry of [[language]] with this name.
  const toml::table* language(const std::string& name) const {
    const toml::array* all = setup_["language"].as_array();
    if (all == nullptr) return nullptr;
    for (const toml::node& each : *all) {
      const toml::table* entry = each.as_table();
      if (entry != nullptr && (*entry)["name"].value_or(std::string()) == name) return entry;
    }
    return nullptr;
  }

  std::vector<std::string> servers(const std::string& name) const {
    const toml::table* entry = language(name);
    return entry == nullptr ? std::vector<std::string>{}
                            : strings((*entry)["language-servers"].as_array());
  }

  toml::table setup_;
};

TEST_F(HelixSetUp, ItsCommandIsALanguageServer) {
  const auto server = setup_["language-server"]["soiree"];
  std::string command = server["command"].value_or(std::string());
  EXPECT_EQ(command, "soiree");
  for (const std::string& argument : strings(server["args"].as_array())) command += " " + argument;
  const TemporaryDirectory folder;
  folder.write("session", short_session());
  const ProgramResult result = run_shell(with_soiree(command + " < session"), folder.path());
  EXPECT_EQ(result.status, 0) << result.errors;
  EXPECT_NE(result.output.find("codeActionProvider"), std::string::npos) << result.output;
}

TEST_F(HelixSetUp, KeepsTheServersThatHelixHasByItself) {
  // The list replaces Helix's own, as of its languages.toml.
  using List = std::vector<std::string>;
  EXPECT_EQ(servers("markdown"), (List{"marksman", "markdown-oxide", "soiree"}));
  EXPECT_EQ(servers("yaml"), (List{"yaml-language-server", "ansible-language-server", "soiree"}));
  EXPECT_EQ(servers("json"), (List{"vscode-json-language-server", "soiree"}));
}

TEST_F(HelixSetUp, KnowsScheduledPostsInFilesOfTheirOwn) {
  EXPECT_EQ(servers("tweet"), std::vector<std::string>{"soiree"});
  const toml::table* tweet = language("tweet");
  ASSERT_NE(tweet, nullptr);
  // Helix refuses the whole file when a new language has no scope.
  EXPECT_NE((*tweet)["scope"].value_or(std::string()), "");
  EXPECT_EQ(strings((*tweet)["file-types"].as_array()), std::vector<std::string>{"tweet"});
}

class ZedSetUp : public testing::Test {
 protected:
  void SetUp() override {
    tasks_ =
        nlohmann::json::parse(read_bytes(source_dir() / "integrations" / "zed" / "tasks.json"));
    ASSERT_EQ(tasks_.size(), 2U);
    write_site(folder_);
  }

  /// Zed runs a task in a shell, in the project's root, with what is open in the environment.
  ProgramResult spawn(size_t task, const std::string& open) const {
    EXPECT_EQ(tasks_[task].at("reveal"), "always");
    return run_shell("export ZED_RELATIVE_FILE='" + open + "'; export " + with_soiree("; ") +
                         tasks_[task].at("command").get<std::string>(),
                     folder_.path());
  }

  TemporaryDirectory folder_;
  nlohmann::json tasks_;
};

TEST_F(ZedSetUp, OneTaskShowsTheFindingsOfTheFileAsOnThePage) {
  const ProgramResult result = spawn(0, "posts/2026-03-02-rye.md");
  EXPECT_EQ(result.status, 1) << result.errors;
  expect_page_shows("zed", result.output);
}

TEST_F(ZedSetUp, AFileNameMayHaveSpaces) {
  folder_.write("a b/my post.md", "# Rye\n\nRye rests in the the oven.\n");
  const ProgramResult result = spawn(0, "a b/my post.md");
  EXPECT_NE(result.output.find("my post.md:3:14: warning"), std::string::npos) << result.output;
}

TEST_F(ZedSetUp, TheOtherTaskShowsTheFindingsOfTheWholeSite) {
  const ProgramResult result = spawn(1, "posts/2026-03-02-rye.md");
  EXPECT_EQ(result.status, 1) << result.errors;
  EXPECT_NE(result.output.find("schedule.yaml:7:"), std::string::npos) << result.output;
  EXPECT_NE(result.output.find("rye.md:3:"), std::string::npos) << result.output;
}

}  // namespace
}  // namespace soiree
