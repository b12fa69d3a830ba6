#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>

#include "tests/support/lsp_client.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

using Json = nlohmann::json;

constexpr const char* kTwice = "Bread in the the oven.\n";

std::string loaf(int day) {
  return "---\ntitle: A loaf\ndate: 2024-03-0" + std::to_string(day) +
         "\n---\n\nRye needs a long night before it tastes of anything. I leave the dough by the "
         "window, where the boards stay cool, and in the morning the crust has a skin that "
         "crackles under the knife. My neighbour bakes hers in an iron pot with the lid on.\n";
}

Json pulling(bool watch = true) {
  return {
      {"textDocument",
       {{"diagnostic", Json::object()}, {"publishDiagnostics", {{"relatedInformation", true}}}}},
      {"workspace",
       {{"diagnostics", {{"refreshSupport", true}}},
        {"didChangeWatchedFiles", {{"dynamicRegistration", watch}}}}}};
}

class LspWorkspacePull : public testing::Test {
 protected:
  void start(bool watch = true) { client_.start(folder_.path(), pulling(watch)); }

  /// Reports by file name below the folder.
  std::map<std::string, Json> pull(const Json& previous = Json::array()) {
    return by_name(client_.request("workspace/diagnostic",
                                   {{"previousResultIds", previous}})["result"]["items"]);
  }
  std::map<std::string, Json> by_name(const Json& items) const {
    std::map<std::string, Json> found;
    for (const Json& item : items) {
      const auto uri = item["uri"].get<std::string>();
      found[uri.substr(uri_of(folder_.path()).size() + 1)] = item;
    }
    return found;
  }
  static Json ids(const std::map<std::string, Json>& reports) {
    Json previous = Json::array();
    for (const auto& [name, report] : reports) {
      previous.push_back({{"uri", report["uri"]}, {"value", report["resultId"]}});
    }
    return previous;
  }
  std::string uri(const std::string& name) const { return uri_of(folder_.path(name)); }
  void tell_changed(const std::string& name, int type) {
    client_.notify("workspace/didChangeWatchedFiles",
                   {{"changes", Json::array({{{"uri", uri(name)}, {"type", type}}})}});
  }
  bool refreshed() {
    const auto request = client_.wait_for([](const Json& message) {
      return message.value("method", "") == "workspace/diagnostic/refresh";
    });
    return request.has_value();
  }

  TemporaryDirectory folder_;
  LspClient client_;
};

TEST_F(LspWorkspacePull, FindsWhatIsInFilesThatNobodyOpened) {
  folder_.write("posts/first.md", loaf(1));
  folder_.write("posts/second.md", loaf(2));
  folder_.write("notes/a.md", kTwice);
  folder_.write("notes/fine.md", "Bread in the oven.\n");
  folder_.write("drafts/b.md", kTwice);
  folder_.write(".soiree.yaml", "ignore: [drafts/]\n");
  start();
  const auto reports = pull();
  ASSERT_EQ(reports.size(), 4U) << "each file once, those that are ignored never";
  for (const char* fine : {"notes/fine.md", "posts/first.md"}) {
    EXPECT_EQ(reports.at(fine)["kind"], "full") << fine << " was looked at";
    EXPECT_TRUE(reports.at(fine)["items"].empty());
  }
  const Json& note = reports.at("notes/a.md");
  EXPECT_EQ(note["kind"], "full");
  EXPECT_TRUE(note["version"].is_null());
  EXPECT_EQ(note["items"][0]["code"], "repeated-word");
  const Json& feed = reports.at("posts/second.md")["items"][0];
  EXPECT_EQ(feed["code"], "near-duplicate");
  EXPECT_EQ(feed["relatedInformation"][0]["location"]["uri"], uri("posts/first.md"));
  EXPECT_EQ(feed["relatedInformation"][0]["location"]["range"]["start"]["line"], 1);
}

TEST_F(LspWorkspacePull, WhatTheClientHasIsNotSentAgain) {
  folder_.write("a.md", kTwice);
  folder_.write("b.md", kTwice);
  start();
  auto reports = pull();
  const Json previous = ids(reports);
  folder_.write("a.md", "Bread in the oven.\n");
  tell_changed("a.md", 2);
  reports = pull(previous);
  ASSERT_EQ(reports.size(), 2U);
  EXPECT_EQ(reports.at("b.md")["kind"], "unchanged");
  EXPECT_FALSE(reports.at("b.md").contains("items"));
  EXPECT_EQ(reports.at("a.md")["kind"], "full");
  EXPECT_TRUE(reports.at("a.md")["items"].empty());
  reports = pull(ids(reports));
  EXPECT_EQ(reports.at("a.md")["kind"], "unchanged");
  EXPECT_EQ(reports.at("b.md")["kind"], "unchanged");
}

TEST_F(LspWorkspacePull, WithoutWatchersTheDiskIsReadAgain) {
  folder_.write("a.md", kTwice);
  start(false);
  ASSERT_EQ(pull().size(), 1U);
  folder_.write("a.md", "Bread in the oven.\n");
  folder_.write("b.md", kTwice);
  const auto reports = pull();
  ASSERT_EQ(reports.size(), 2U);
  EXPECT_TRUE(reports.at("a.md")["items"].empty());
  EXPECT_FALSE(reports.at("b.md")["items"].empty());
}

TEST_F(LspWorkspacePull, FilesThatAreGoneLoseTheirDiagnostics) {
  folder_.write("a.md", kTwice);
  start();
  Json previous = ids(pull());
  previous.push_back({{"uri", uri_of(folder_.path() + "-gone/b.md")}, {"value", "1"}});
  std::filesystem::remove(folder_.path("a.md"));
  tell_changed("a.md", 3);
  const auto reports = pull(previous);
  ASSERT_EQ(reports.size(), 2U);
  EXPECT_TRUE(reports.at("a.md")["items"].empty());
  EXPECT_TRUE(reports.at("gone/b.md")["items"].empty()) << "nobody else can clear what we told";
}

TEST_F(LspWorkspacePull, UnsavedTextCountsAndIsVersioned) {
  folder_.write("a.md", "Bread in the oven.\n");
  start();
  client_.open(uri("a.md"), kTwice, 5);
  auto reports = pull();
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_EQ(reports.at("a.md")["version"], 5);
  EXPECT_EQ(reports.at("a.md")["items"].size(), 1U);
  const Json document = client_.request("textDocument/diagnostic",
                                        {{"textDocument", {{"uri", uri("a.md")}}}})["result"];
  EXPECT_EQ(document["items"], reports.at("a.md")["items"]);
  EXPECT_EQ(document["resultId"], reports.at("a.md")["resultId"]) << "one id for both requests";
  client_.notify("textDocument/didClose", {{"textDocument", {{"uri", uri("a.md")}}}});
  reports = pull(ids(reports));
  EXPECT_TRUE(reports.at("a.md")["items"].empty()) << "closed: the file on disk counts again";
}

TEST_F(LspWorkspacePull, PartialResultsComeAsProgress) {
  for (int i = 0; i < 250; ++i) folder_.write("notes/" + std::to_string(i) + ".md", kTwice);
  folder_.write("other/a.md", kTwice);
  start();
  client_.send({{"jsonrpc", "2.0"},
                {"id", "pull"},
                {"method", "workspace/diagnostic"},
                {"params", {{"previousResultIds", Json::array()}, {"partialResultToken", "t"}}}});
  const auto response =
      client_.wait_for([](const Json& message) { return message.value("id", Json()) == "pull"; });
  ASSERT_TRUE(response);
  EXPECT_TRUE((*response)["result"]["items"].empty());
  std::map<std::string, Json> reports;
  while (reports.size() < 251) {
    const auto progress = client_.wait_for([](const Json& message) {
      return message.value("method", "") == "$/progress" && message["params"]["token"] == "t";
    });
    ASSERT_TRUE(progress) << reports.size();
    reports.merge(by_name((*progress)["params"]["value"]["items"]));
  }
  EXPECT_TRUE(reports.contains("other/a.md"));
}

TEST_F(LspWorkspacePull, ARequestBeingWorkedOnCanBeTakenBack) {
  std::string schedule = "posts:\n";
  for (int i = 0; i < 300; ++i) schedule += "  - text: Rye rests by the window until it cools.\n";
  for (int i = 0; i < 100; ++i) {
    folder_.write("s" + std::to_string(i) + ".yaml", schedule + "  - text: " + kTwice);
  }
  start();
  for (const char* id : {"first", "second", "third"}) {
    client_.send({{"jsonrpc", "2.0"},
                  {"id", id},
                  {"method", "workspace/diagnostic"},
                  {"params", {{"previousResultIds", Json::array()}}}});
  }
  // Answered, so both requests before it have been begun.
  client_.request("textDocument/hover", Json::object());
  client_.notify("$/cancelRequest", {{"id", "first"}});
  client_.notify("$/cancelRequest", {{"id", "third"}});
  for (const char* id : {"first", "third"}) {
    const auto response =
        client_.wait_for([&](const Json& message) { return message.value("id", Json()) == id; });
    ASSERT_TRUE(response);
    EXPECT_EQ((*response)["error"]["code"], -32800) << id;
  }
  const auto second =
      client_.wait_for([](const Json& message) { return message.value("id", Json()) == "second"; });
  ASSERT_TRUE(second);
  EXPECT_EQ((*second)["result"]["items"].size(), 100U);
}

TEST_F(LspWorkspacePull, ShutdownAnswersWhatIsBeingWorkedOn) {
  for (int i = 0; i < 100; ++i) folder_.write(std::to_string(i) + ".md", loaf(1));
  start();
  client_.send({{"jsonrpc", "2.0"},
                {"id", "pull"},
                {"method", "workspace/diagnostic"},
                {"params", {{"previousResultIds", Json::array()}}}});
  EXPECT_TRUE(client_.request("shutdown", nullptr).contains("result"));
  EXPECT_TRUE(
      client_.wait_for([](const Json& message) { return message.value("id", Json()) == "pull"; }));
  client_.notify("exit", nullptr);
  EXPECT_EQ(client_.exit_status(), 0);
}

TEST_F(LspWorkspacePull, TheClientIsToldToPullAgain) {
  folder_.write("a.md", kTwice);
  start();
  const auto reports = pull();
  folder_.write(".soiree.yaml", "rules:\n  repeated-word: off\n");
  tell_changed(".soiree.yaml", 1);
  EXPECT_TRUE(refreshed());
  EXPECT_TRUE(pull(ids(reports)).at("a.md")["items"].empty());
  folder_.write("b.yaml", "posts:\n  - {time: 2024-13-99, text: x}\n");
  tell_changed("b.yaml", 1);
  EXPECT_TRUE(refreshed());
}

TEST_F(LspWorkspacePull, FilesOfAFolderThatIsGoneLoseTheirDiagnostics) {
  folder_.write("a.md", kTwice);
  start();
  auto reports = pull();
  ASSERT_EQ(reports.at("a.md")["items"].size(), 1U);
  const Json folder = {{"uri", uri_of(folder_.path())}, {"name", "blog"}};
  client_.notify("workspace/didChangeWorkspaceFolders",
                 {{"event", {{"removed", Json::array({folder})}, {"added", Json::array()}}}});
  reports = pull(ids(reports));
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_TRUE(reports.at("a.md")["items"].empty());
}

TEST_F(LspWorkspacePull, AFileBelongsToTheInnermostFolder) {
  folder_.write("a.md", kTwice);
  folder_.write("inner/b.md", kTwice);
  folder_.write("inner/.soiree.yaml", "rules:\n  repeated-word: note\n");
  start();
  client_.notify("workspace/didChangeWorkspaceFolders",
                 {{"event",
                   {{"removed", Json::array()},
                    {"added", Json::array({{{"uri", uri("inner")}, {"name", "inner"}}})}}}});
  const Json items = client_.request("workspace/diagnostic",
                                     {{"previousResultIds", Json::array()}})["result"]["items"];
  EXPECT_EQ(items.size(), 2U) << "each file once: " << items;
  EXPECT_EQ(by_name(items).at("inner/b.md")["items"][0]["severity"], 3);
}

TEST_F(LspWorkspacePull, ConfiguredFeedsTakeMembersFromAnywhere) {
  folder_.write("left/first.md", loaf(1));
  folder_.write("right/second.md", loaf(2));
  folder_.write(".soiree.yaml", "feeds:\n  all: {files: ['*/*.md'], kind: blog}\n");
  start();
  const auto reports = pull();
  ASSERT_EQ(reports.size(), 2U);
  EXPECT_EQ(reports.at("right/second.md")["items"][0]["code"], "near-duplicate");
}

TEST_F(LspWorkspacePull, MistakesInConfigurationsAreAmongThem) {
  folder_.write(".soiree.yaml", "rules:\n  repeatd-word: off\n");
  folder_.write("inner/.soiree.yaml", "rules: {flooding: loud}\n");
  folder_.write(".soiree/rules/house.yaml", "id: house\n");
  folder_.write("inner/a.md", "Bread in the oven.\n");
  folder_.write("b.md", "Bread in the oven.\n");
  start();
  auto reports = pull();
  ASSERT_EQ(reports.size(), 5U);
  const Json& unknown = reports.at(".soiree.yaml")["items"][0];
  EXPECT_NE(unknown["message"].get<std::string>().find("repeatd-word"), std::string::npos);
  EXPECT_EQ(unknown["range"]["start"]["line"], 1);
  EXPECT_EQ(reports.at("inner/.soiree.yaml")["items"].size(), 1U);
  EXPECT_FALSE(reports.at(".soiree/rules/house.yaml")["items"].empty());
  EXPECT_EQ(pull(ids(reports)).at(".soiree.yaml")["kind"], "unchanged");
  folder_.write(".soiree.yaml", "rules:\n  repeated-word: off\n");
  tell_changed(".soiree.yaml", 2);
  reports = pull(ids(reports));
  EXPECT_TRUE(reports.at(".soiree.yaml")["items"].empty()) << "put right";
}

/// A client shows what is pushed beside what it pulls.
TEST_F(LspWorkspacePull, MistakesInConfigurationsAreNotShownTwice) {
  folder_.write(".soiree.yaml", "rules:\n  repeatd-word: off\n");
  start();
  client_.open(uri("a.md"), kTwice);
  const auto pushed = [&](bool empty) {
    return client_.wait_for([&](const Json& message) {
      return message.value("method", "") == "textDocument/publishDiagnostics" &&
             message["params"]["diagnostics"].empty() == empty;
    });
  };
  const auto first = pushed(false);
  ASSERT_TRUE(first) << "before it is known that the client pulls";
  EXPECT_EQ((*first)["params"]["uri"], uri(".soiree.yaml"));
  EXPECT_FALSE(pull().at(".soiree.yaml")["items"].empty());
  const auto second = pushed(true);
  ASSERT_TRUE(second);
  EXPECT_EQ((*second)["params"]["uri"], uri(".soiree.yaml"));
}

TEST_F(LspWorkspacePull, WrongParametersAreRefused) {
  start();
  for (const Json& params : {Json(), Json::object(), Json{{"previousResultIds", 3}},
                             Json{{"previousResultIds", Json::array({{{"uri", 1}}})}}}) {
    const Json response = client_.request("workspace/diagnostic", params);
    EXPECT_EQ(response.value("/error/code"_json_pointer, 0), -32602) << response;
  }
}

}  // namespace
}  // namespace soiree
