#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/support/lsp_client.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

using Json = nlohmann::json;

constexpr const char* kBread =
    "Rye needs a long night before it tastes of anything. I leave the dough by the window, where "
    "the boards stay cool, and in the morning the crust has a skin that crackles under the knife. "
    "My neighbour bakes hers in an iron pot with the lid on, which holds the steam and saves a "
    "good deal of wood during the winter months.\n";

std::string post(const std::string& title, int day, const std::string& body) {
  return "---\ntitle: " + title + "\ndate: 2024-03-0" + std::to_string(day) + "\n---\n\n" + body;
}

Json position(int line, int character) { return {{"line", line}, {"character", character}}; }

Json range(int line, int begin, int end) {
  return {{"start", position(line, begin)}, {"end", position(line, end)}};
}

bool has_rule(const Json& diagnostics, const std::string& rule) {
  for (const Json& diagnostic : diagnostics) {
    if (diagnostic.value("code", "") == rule) return true;
  }
  return false;
}

auto with(const std::string& rule) {
  return [rule](const Json& diagnostics) { return has_rule(diagnostics, rule); };
}

auto without(const std::string& rule) {
  return [rule](const Json& diagnostics) { return !has_rule(diagnostics, rule); };
}

struct Encoding {
  const char* name;
  int column;
};

class LspPositions : public testing::TestWithParam<Encoding> {};

TEST_P(LspPositions, CountWhatTheClientCounts) {
  const TemporaryDirectory folder;
  LspClient client;
  client.start(folder.path(),
               {{"general", {{"positionEncodings", Json::array({GetParam().name, "utf-16"})}}}});
  const std::string uri = uri_of(folder.path("a.md"));
  client.open(uri, "Über 😀 rests in the the oven.\n");
  const Json first = client.diagnostics(uri);
  ASSERT_EQ(first["diagnostics"].size(), 1U);
  const int column = GetParam().column;
  EXPECT_EQ(first["diagnostics"][0]["range"], range(0, column, column + 7));

  // Takes one "the " out of the text.
  client.notify(
      "textDocument/didChange",
      {{"textDocument", {{"uri", uri}, {"version", 2}}},
       {"contentChanges", Json::array({{{"range", range(0, column, column + 4)}, {"text", ""}}})}});
  const Json second = client.diagnostics(uri);
  EXPECT_EQ(second["version"], 2);
  EXPECT_TRUE(second["diagnostics"].empty());
}

INSTANTIATE_TEST_SUITE_P(Encodings, LspPositions,
                         testing::Values(Encoding{"utf-8", 20}, Encoding{"utf-16", 17},
                                         Encoding{"utf-32", 16}));

TEST(LspDocuments, SeveralChangesAreAppliedInOrder) {
  const TemporaryDirectory folder;
  LspClient client;
  client.start(folder.path());
  const std::string uri = uri_of(folder.path("a.md"));
  client.open(uri, "");
  EXPECT_TRUE(client.diagnostics(uri)["diagnostics"].empty());
  client.notify(
      "textDocument/didChange",
      {{"textDocument", {{"uri", uri}, {"version", 2}}},
       {"contentChanges", Json::array({{{"text", "Bread in the oven.\r\nMore."}},
                                       {{"range", range(0, 9, 9)}, {"text", "the "}},
                                       {{"range", range(7, 0, 99)}, {"text", " Beyond."}}})}});
  const Json found = client.diagnostics(uri);
  EXPECT_EQ(found["version"], 2);
  ASSERT_EQ(found["diagnostics"].size(), 1U);
  EXPECT_EQ(found["diagnostics"][0]["code"], "repeated-word");
  EXPECT_EQ(found["diagnostics"][0]["range"], range(0, 9, 16));
}

TEST(LspDocuments, FastTypingIsTakenTogether) {
  const TemporaryDirectory folder;
  LspClient client;
  client.start(folder.path());
  const std::string uri = uri_of(folder.path("schedule.yaml"));
  std::string text = "posts:\n";
  for (int i = 0; i < 1000; ++i) text += "  - text: \"Rye rests by the window until it cools.\"\n";
  client.open(uri, text);
  constexpr int kLast = 40;
  for (int version = 2; version <= kLast; ++version) client.change(uri, text, version);
  int64_t before = 0;
  int published = 0;
  while (before < kLast) {
    const Json found = client.diagnostics(uri);
    ASSERT_FALSE(found.is_null()) << "the last version is never published";
    EXPECT_GT(found["version"], before);
    before = found["version"];
    ++published;
  }
  EXPECT_LT(published, kLast / 2);
}

TEST(LspDocuments, FilesWithoutPostsAreLeftAlone) {
  const TemporaryDirectory folder;
  folder.write(".soiree.yaml", "ignore: [drafts/]\n");
  LspClient client;
  client.start(folder.path());
  client.open(uri_of(folder.path("a.txt")), "the the");
  client.open(uri_of(folder.path("drafts/b.md")), "Bread in the the oven.");
  client.open("untitled:Untitled-1", "Bread in the the oven.");
  client.open(uri_of(folder.path("c.md")), "Bread in the oven.");
  const auto first = client.wait_for([](const Json& message) {
    return message.value("method", "") == "textDocument/publishDiagnostics";
  });
  ASSERT_TRUE(first);
  EXPECT_EQ((*first)["params"]["uri"], uri_of(folder.path("c.md")));
}

TEST(LspDocuments, ClosingTakesDiagnosticsAway) {
  const TemporaryDirectory folder;
  LspClient client;
  client.start(folder.path());
  const std::string uri = uri_of(folder.path("a b%20c.md"));
  client.open(uri, "Bread in the the oven.");
  EXPECT_EQ(client.diagnostics(uri)["diagnostics"].size(), 1U);
  client.notify("textDocument/didClose", {{"textDocument", {{"uri", uri}}}});
  EXPECT_TRUE(client.diagnostics(uri)["diagnostics"].empty());
}

/// A feed on disk with the post that repeats another one open.
class LspFeeds : public testing::Test {
 protected:
  LspFeeds() {
    folder_.write("posts/first.md", post("Rye in winter", 1, kBread));
    folder_.write("posts/second.md", post("Another loaf", 2, kBread));
  }
  void open(const std::string& uri) {
    client_.start(folder_.path(),
                  {{"textDocument", {{"publishDiagnostics", {{"relatedInformation", true}}}}}});
    client_.open(uri, post("Another loaf", 2, kBread));
  }
  std::string first() const { return uri_of(folder_.path("posts/first.md")); }
  std::string second() const { return uri_of(folder_.path("posts/second.md")); }

  TemporaryDirectory folder_;
  LspClient client_;
};

TEST_F(LspFeeds, TheOtherPostIsNamedInItsFile) {
  open(second());
  const Json found = client_.diagnostics_until(second(), with("near-duplicate"));
  ASSERT_FALSE(found.is_null());
  const Json& related = found["diagnostics"][0]["relatedInformation"].at(0);
  EXPECT_EQ(related["location"]["uri"], first());
  EXPECT_EQ(related["location"]["range"], range(1, 7, 20));
}

TEST_F(LspFeeds, AnUnsavedEditElsewhereCounts) {
  open(second());
  ASSERT_FALSE(client_.diagnostics_until(second(), with("near-duplicate")).is_null());
  client_.open(first(), post("Rye in winter", 1, "Something else altogether.\n"));
  EXPECT_FALSE(client_.diagnostics_until(second(), without("near-duplicate")).is_null());
  client_.change(first(), post("Rye in winter", 1, kBread), 2);
  EXPECT_FALSE(client_.diagnostics_until(second(), with("near-duplicate")).is_null());
  client_.change(first(), "Nothing.", 3);
  EXPECT_FALSE(client_.diagnostics_until(second(), without("near-duplicate")).is_null());
  client_.notify("textDocument/didClose", {{"textDocument", {{"uri", first()}}}});
  EXPECT_FALSE(client_.diagnostics_until(second(), with("near-duplicate")).is_null());
}

TEST_F(LspFeeds, FilesOnDiskAreFollowed) {
  open(second());
  ASSERT_FALSE(client_.diagnostics_until(second(), with("near-duplicate")).is_null());
  const auto changed = [&](int type) {
    client_.notify("workspace/didChangeWatchedFiles",
                   {{"changes", Json::array({{{"uri", first()}, {"type", type}}})}});
  };
  std::filesystem::remove(folder_.path("posts/first.md"));
  changed(3);
  EXPECT_FALSE(client_.diagnostics_until(second(), without("near-duplicate")).is_null());
  folder_.write("posts/first.md", post("Rye in winter", 1, kBread));
  changed(1);
  EXPECT_FALSE(client_.diagnostics_until(second(), with("near-duplicate")).is_null());
}

TEST_F(LspFeeds, AFolderCanComeAndGo) {
  open(second());
  ASSERT_FALSE(client_.diagnostics_until(second(), with("near-duplicate")).is_null());
  const Json folder = {{"uri", uri_of(folder_.path())}, {"name", "blog"}};
  client_.notify("workspace/didChangeWorkspaceFolders",
                 {{"event", {{"removed", Json::array({folder})}, {"added", Json::array()}}}});
  ASSERT_FALSE(client_.diagnostics_until(second(), with("near-duplicate")).is_null());
  client_.notify("workspace/didChangeWorkspaceFolders",
                 {{"event", {{"removed", Json::array()}, {"added", Json::array({folder})}}}});
  EXPECT_FALSE(client_.diagnostics_until(second(), with("near-duplicate")).is_null());
}

TEST_F(LspFeeds, TheConfigurationIsReadAgain) {
  open(second());
  ASSERT_FALSE(client_.diagnostics_until(second(), with("near-duplicate")).is_null());
  folder_.write(".soiree.yaml", "rules:\n  near-duplicate: off\n");
  client_.notify(
      "workspace/didChangeWatchedFiles",
      {{"changes", Json::array({{{"uri", uri_of(folder_.path(".soiree.yaml"))}, {"type", 1}}})}});
  EXPECT_FALSE(client_.diagnostics_until(second(), without("near-duplicate")).is_null());
}

TEST(LspDocuments, ABrokenConfigurationIsToldInItself) {
  const TemporaryDirectory folder;
  folder.write(".soiree.yaml", "rules: {}\n");
  LspClient client;
  client.start(folder.path());
  const std::string uri = uri_of(folder.path(".soiree.yaml"));
  client.open(uri, "rules:\n  repeatd-word: off\n");
  const Json found = client.diagnostics(uri);
  ASSERT_EQ(found["diagnostics"].size(), 1U);
  EXPECT_EQ(found["diagnostics"][0]["range"], range(1, 2, 14));
  EXPECT_EQ(found["diagnostics"][0]["severity"], 1);
  client.change(uri, "rules:\n  repeated-word: off\n", 2);
  EXPECT_TRUE(client.diagnostics(uri)["diagnostics"].empty());

  const std::string rule = uri_of(folder.path(".soiree/rules/own-rule.yaml"));
  client.open(rule, "summry: x\n");
  EXPECT_FALSE(client.diagnostics(rule)["diagnostics"].empty());
}

TEST(LspDocuments, ABrokenConfigurationIsToldWhenItIsInForce) {
  const TemporaryDirectory folder;
  folder.write(".soiree.yaml", "rules:\n  repeatd-word: off\n");
  LspClient client;
  client.start(folder.path());
  client.open(uri_of(folder.path("a.md")), "Bread.");
  const std::string uri = uri_of(folder.path(".soiree.yaml"));
  const Json found = client.diagnostics(uri);
  ASSERT_FALSE(found.is_null());
  EXPECT_EQ(found["diagnostics"][0]["range"], range(1, 2, 14));
  folder.write(".soiree.yaml", "rules:\n  repeated-word: off\n");
  client.notify("workspace/didChangeWatchedFiles",
                {{"changes", Json::array({{{"uri", uri}, {"type", 2}}})}});
  EXPECT_TRUE(client.diagnostics(uri)["diagnostics"].empty());
}

/// A folder whose configuration extends a file with another name.
class LspExtended : public testing::Test {
 protected:
  LspExtended() {
    folder_.write("house/shared.yaml", "rules: {repeated-word: off}\n");
    folder_.write(".soiree.yaml", "extends: house/shared.yaml\n");
  }
  void write_shared(const std::string& text, bool saved) {
    folder_.write("house/shared.yaml", text);
    if (saved) {
      client_.notify("textDocument/didSave", {{"textDocument", {{"uri", shared()}}}});
    } else {
      client_.notify("workspace/didChangeWatchedFiles",
                     {{"changes", Json::array({{{"uri", shared()}, {"type", 2}}})}});
    }
  }
  std::string shared() const { return uri_of(folder_.path("house/shared.yaml")); }
  std::string post() const { return uri_of(folder_.path("a.md")); }

  TemporaryDirectory folder_;
  LspClient client_;
};

TEST_F(LspExtended, FilesAreFollowed) {
  client_.start(folder_.path());
  client_.open(shared(), "rules: {repeated-word: off}\n");
  EXPECT_TRUE(client_.diagnostics(shared())["diagnostics"].empty());
  client_.open(post(), "Bread in the the oven.");
  EXPECT_TRUE(client_.diagnostics(post())["diagnostics"].empty());
  write_shared("rules: {repeated-word: error}\n", false);
  EXPECT_FALSE(client_.diagnostics_until(post(), with("repeated-word")).is_null());
  write_shared("rules: {repeated-word: off}\n", true);
  EXPECT_FALSE(client_.diagnostics_until(post(), without("repeated-word")).is_null());
}

TEST_F(LspExtended, FilesTellTheirMistakesOpenOrNot) {
  const std::string wrong = "rules: {repeatd-word: off}\n";
  folder_.write("house/shared.yaml", wrong);
  client_.start(folder_.path());
  client_.open(post(), "Bread in the oven.");
  const Json expected = client_.diagnostics(shared())["diagnostics"];
  ASSERT_EQ(expected.size(), 1U);
  EXPECT_EQ(expected[0]["range"], range(0, 8, 20));
  client_.open(shared(), wrong);
  EXPECT_EQ(client_.diagnostics(shared())["diagnostics"], expected);
  client_.change(shared(), "rules: {repeated-word: off}\n", 2);
  EXPECT_TRUE(client_.diagnostics(shared())["diagnostics"].empty()) << "as it stands in the editor";
  client_.notify("textDocument/didClose", {{"textDocument", {{"uri", shared()}}}});
  const auto told = [&](const Json& diagnostics) { return diagnostics == expected; };
  EXPECT_FALSE(client_.diagnostics_until(shared(), told).is_null()) << "that on disk is in force";
}

TEST_F(LspExtended, ClientsThatPullAreToldOnce) {
  folder_.write("house/shared.yaml", "rules: {repeatd-word: off}\n");
  client_.start(folder_.path(), {{"textDocument", {{"diagnostic", Json::object()}}}});
  client_.open(post(), "Bread in the oven.");
  client_.open(shared(), "rules: {repeatd-word: off}\n");
  const Json document =
      client_.request("textDocument/diagnostic", {{"textDocument", {{"uri", shared()}}}})["result"];
  EXPECT_EQ(document["items"].size(), 1U);
  const Json items = client_.request("workspace/diagnostic",
                                     {{"previousResultIds", Json::array()}})["result"]["items"];
  ASSERT_EQ(items.size(), 1U) << items;
  EXPECT_EQ(items[0]["uri"], post());
}

TEST(LspDocuments, AMisnamedConfigurationIsToldInItself) {
  const TemporaryDirectory folder;
  folder.write(".soiree.yml", "rules: {repeated-word: off}\n");
  LspClient client;
  client.start(folder.path());
  client.open(uri_of(folder.path("a.md")), "Bread.");
  const std::string uri = uri_of(folder.path(".soiree.yml"));
  const Json found = client.diagnostics(uri)["diagnostics"];
  ASSERT_EQ(found.size(), 1U);
  client.open(uri, "rules: {repeated-word: off}\n");
  EXPECT_EQ(client.diagnostics(uri)["diagnostics"], found);
}

TEST(LspDocuments, WhatIsIgnoredFromNowOnLosesItsDiagnostics) {
  const TemporaryDirectory folder;
  LspClient client;
  client.start(folder.path());
  const std::string uri = uri_of(folder.path("a.md"));
  const auto configure = [&](const std::string& text) {
    folder.write(".soiree.yaml", text);
    client.notify("workspace/didChangeConfiguration", {{"settings", nullptr}});
  };
  client.open(uri, "Bread in the the oven.");
  ASSERT_EQ(client.diagnostics(uri)["diagnostics"].size(), 1U);
  configure("ignore: [a.md]\n");
  EXPECT_FALSE(client.diagnostics_until(uri, without("repeated-word")).is_null());
  configure("{}\n");
  EXPECT_FALSE(client.diagnostics_until(uri, with("repeated-word")).is_null());
}

TEST(LspDocuments, AFolderThatGoesTakesTheMistakesOfItsConfigurationAlong) {
  const TemporaryDirectory folder;
  folder.write("one/.soiree.yaml", "rules: {repeatd-word: off}\n");
  LspClient client;
  client.start(folder.path("one"));
  const std::string post = uri_of(folder.path("one/a.md"));
  const std::string uri = uri_of(folder.path("one/.soiree.yaml"));
  client.open(post, "Bread.");
  EXPECT_EQ(client.diagnostics(uri)["diagnostics"].size(), 1U);
  client.notify("textDocument/didClose", {{"textDocument", {{"uri", post}}}});
  // Answered, so the server has looked at its configurations for the closing.
  client.request("textDocument/hover", {{"textDocument", {{"uri", post}}}});
  const Json one = {{"uri", uri_of(folder.path("one"))}, {"name", "one"}};
  client.notify("workspace/didChangeWorkspaceFolders",
                {{"event", {{"removed", Json::array({one})}, {"added", Json::array()}}}});
  const auto none = [](const Json& diagnostics) { return diagnostics.empty(); };
  EXPECT_FALSE(client.diagnostics_until(uri, none).is_null());
}

TEST(LspDocuments, ClientsThatPullGetNothingTwice) {
  const TemporaryDirectory folder;
  LspClient client;
  const Json capabilities =
      client.start(folder.path(), {{"textDocument", {{"diagnostic", Json::object()}}},
                                   {"workspace", {{"diagnostics", {{"refreshSupport", true}}}}}});
  ASSERT_TRUE(capabilities.contains("diagnosticProvider"));
  const std::string uri = uri_of(folder.path("a.md"));
  client.open(uri, "Bread in the the oven.");
  Json params = {{"textDocument", {{"uri", uri}}}};
  const Json first = client.request("textDocument/diagnostic", params)["result"];
  EXPECT_EQ(first["kind"], "full");
  EXPECT_EQ(first["items"].size(), 1U);
  params["previousResultId"] = first["resultId"];
  const Json second = client.request("textDocument/diagnostic", params)["result"];
  EXPECT_EQ(second["kind"], "unchanged");
  client.change(uri, "Bread in the oven.", 2);
  const Json third = client.request("textDocument/diagnostic", params)["result"];
  EXPECT_EQ(third["kind"], "full");
  EXPECT_TRUE(third["items"].empty());
}

}  // namespace
}  // namespace soiree
