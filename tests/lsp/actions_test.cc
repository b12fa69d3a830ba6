#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "integrations/lsp/editor_text.h"
#include "tests/support/lsp_client.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

using Json = nlohmann::json;

class LspActions : public testing::Test {
 protected:
  LspActions() {
    capabilities_ = client_.start(
        folder_.path(), {{"textDocument",
                          {{"hover", {{"contentFormat", Json::array({"markdown"})}}},
                           {"publishDiagnostics",
                            {{"tagSupport", {{"valueSet", Json::array({1, 2})}}},
                             {"codeDescriptionSupport", true}}},
                           {"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}}}}});
  }

  Json open(const std::string& name, const std::string& text) {
    uri_ = uri_of(folder_.path(name));
    text_ = text;
    client_.open(uri_, text);
    return client_.diagnostics(uri_)["diagnostics"];
  }

  Json actions(const Json& range, const Json& only = nullptr) {
    Json context = {{"diagnostics", Json::array()}};
    if (!only.is_null()) context["only"] = only;
    return client_.request(
        "textDocument/codeAction",
        {{"textDocument", {{"uri", uri_}}}, {"range", range}, {"context", context}})["result"];
  }

  Json action(const Json& range, const std::string& title) {
    for (const Json& each : actions(range)) {
      if (each["title"].get<std::string>().find(title) != std::string::npos) return each;
    }
    return nullptr;
  }

  /// The text after the action, which becomes the document's; `left` are the diagnostics then.
  std::string apply(const Json& action, Json& left) {
    for (const Json& edit : action["edit"]["changes"][uri_]) {
      apply_change(text_, {{"range", edit["range"]}, {"text", edit["newText"]}},
                   PositionEncoding::utf16);
    }
    client_.change(uri_, text_, ++version_);
    left = client_.diagnostics(uri_)["diagnostics"];
    return text_;
  }

  TemporaryDirectory folder_;
  LspClient client_;
  Json capabilities_;
  std::string uri_;
  std::string text_;
  int version_ = 1;
};

TEST_F(LspActions, ASafeFixIsPreferred) {
  const Json found = open("a.md", "😀 Bread in the the oven.\n");
  ASSERT_EQ(found.size(), 1U);
  const Json all = actions(found[0]["range"]);
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all[0]["kind"], "quickfix");
  EXPECT_EQ(all[0]["isPreferred"], true);
  EXPECT_EQ(all[0]["diagnostics"][0]["code"], "repeated-word");
  Json left;
  EXPECT_EQ(apply(all[0], left), "😀 Bread in the oven.\n");
  EXPECT_TRUE(left.empty());
}

TEST_F(LspActions, OnlyWhatIsAskedFor) {
  const Json found = open("a.md", "Bread in the the oven.\n\nThe rye is in the the shed.\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(actions(found[0]["range"], {"refactor"}).empty());
  for (const char* kind : {"source", "source.fixAll", "source.fixAll.soiree"}) {
    const Json all = actions(found[0]["range"], {kind});
    ASSERT_EQ(all.size(), 1U) << kind;
    EXPECT_EQ(all[0]["kind"], "source.fixAll.soiree");
  }
  Json left;
  EXPECT_EQ(apply(actions(found[0]["range"], {"source.fixAll"})[0], left),
            "Bread in the oven.\n\nThe rye is in the shed.\n");
  EXPECT_TRUE(left.empty());
}

struct Silenced {
  const char* file;
  const char* before;
  const char* after;
};

class LspSilence : public LspActions, public testing::WithParamInterface<Silenced> {};

TEST_P(LspSilence, TakesTheFindingAway) {
  const Json found = open(GetParam().file, GetParam().before);
  ASSERT_EQ(found.size(), 1U) << found.dump();
  const Json silence = action(found[0]["range"], "here");
  ASSERT_FALSE(silence.is_null());
  Json left;
  EXPECT_EQ(apply(silence, left), GetParam().after);
  EXPECT_TRUE(left.empty()) << left.dump();
}

INSTANTIATE_TEST_SUITE_P(
    Places, LspSilence,
    testing::Values(
        Silenced{"a.md", "Bread in the the oven.\n",
                 "<!-- soiree-disable-next-line repeated-word -->\nBread in the the oven.\n"},
        Silenced{"a.md", "---\ntitle: Rye\n---\nBread in the the oven.\r\n",
                 "---\ntitle: Rye\n---\n<!-- soiree-disable-next-line repeated-word -->\n"
                 "Bread in the the oven.\r\n"},
        Silenced{"a.md", "Rye cools.\nBread in the the oven.  \nMore.\n",
                 "Rye cools.\nBread in the the oven. <!-- soiree-disable-line repeated-word -->  \n"
                 "More.\n"},
        Silenced{"a.md", "- Rye.\n- Bread in the the oven.\n",
                 "- Rye.\n- Bread in the the oven. <!-- soiree-disable-line repeated-word -->\n"},
        Silenced{"a.md", "We ate most of\nthe\nthe fish.\n",
                 "We ate most of <!-- soiree-disable-next-line repeated-word -->\nthe\n"
                 "the fish.\n"},
        Silenced{"a.md", "- Rye, and the\n  the fish.\n",
                 "- Rye, and <!-- soiree-disable-line repeated-word --> the\n  the fish.\n"},
        Silenced{"a.md", "| a | b |\n|---|---|\n| Rye in the the shed | c |\n",
                 "| a | b |\n|---|---|\n"
                 "| Rye in the the shed <!-- soiree-disable-line repeated-word --> | c |\n"},
        Silenced{"a.md", "| a | b |\n|---|---|\n| c | \\| Rye in the the shed \\||\n",
                 "| a | b |\n|---|---|\n"
                 "| c | \\| Rye in the the shed \\| <!-- soiree-disable-line repeated-word -->|\n"},
        Silenced{"a.md", "a | b\n---|---\nc | Rye in the the shed\n",
                 "a | b\n---|---\n"
                 "c | Rye in the the shed <!-- soiree-disable-line repeated-word -->\n"},
        Silenced{"a.mdx", "| a | b |\n|---|---|\n| Rye in the the shed | c |\n",
                 "| a | b |\n|---|---|\n"
                 "| Rye in the the shed {/* soiree-disable-line repeated-word */} | c |\n"},
        Silenced{"a.mdx", "Bread in the the oven.\n",
                 "{/* soiree-disable-next-line repeated-word */}\nBread in the the oven.\n"},
        Silenced{"a.md", "---\ntitle: Bread in the the oven\n---\n",
                 "---\n# soiree-disable-next-line repeated-word\ntitle: Bread in the the oven\n"
                 "---\n"},
        Silenced{"schedule.yaml",
                 "posts:\n  - time: 2024-03-01T10:00:00Z\n    channel: mastodon\n    text: |\n"
                 "      Bread cools.\n      Rye is in the the shed.\n",
                 "posts:\n  # soiree-disable-next-line repeated-word\n"
                 "  - time: 2024-03-01T10:00:00Z\n    channel: mastodon\n    text: |\n"
                 "      Bread cools.\n      Rye is in the the shed.\n"}));

// Above the list it would silence nothing, and in the line it would part the words.
TEST_F(LspActions, NoCommentIsOfferedWhereNoneIsOfUse) {
  const Json found = open("a.md", "- the\n  the fish\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(action(found[0]["range"], "here").is_null());
  EXPECT_FALSE(action(found[0]["range"], "in this file").is_null());
}

// The comment for the second rule goes between that for the first and what both are about.
TEST_F(LspActions, TwoRulesCanBeSilencedAtOnePlace) {
  const std::string checkin = "Checked in at the the oven http://4sq.com/abc\n";
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.md", checkin},
      {"b.mdx", checkin},
      {"c.md", "---\ndescription: " + checkin + "---\n"},
      {"d.md", "- Rye.\n- " + checkin},
      {"e.yaml",
       "posts:\n  - time: 2026-03-01 10:00\n    channel: mastodon\n    text: " + checkin}};
  for (const auto& [name, text] : files) {
    Json left = open(name, text);
    ASSERT_EQ(left.size(), 2U) << text << left.dump();
    version_ = 1;
    for (const size_t expected : {1U, 0U}) {
      const Json silence = action(left[0]["range"], "here");
      ASSERT_FALSE(silence.is_null()) << text_;
      apply(silence, left);
      EXPECT_EQ(left.size(), expected) << text_ << left.dump();
      if (left.size() != expected) break;
    }
  }
}

TEST_F(LspActions, AFileCanBeSilenced) {
  const Json found = open("a.md", "---\ntitle: Rye\n---\n\nBread in the the oven.\n");
  ASSERT_EQ(found.size(), 1U);
  Json left;
  EXPECT_EQ(apply(action(found[0]["range"], "in this file"), left),
            "---\ntitle: Rye\n---\n<!-- soiree-disable-file repeated-word -->\n\n"
            "Bread in the the oven.\n");
  EXPECT_TRUE(left.empty()) << left.dump();
}

// A comment in front of it would make text of the front matter, and a draft would be published.
TEST_F(LspActions, TheCommentForAFileStandsBehindFrontMatterOfAnyFormat) {
  const std::string body = "Bread in the the oven.\n";
  const std::string comment = "<!-- soiree-disable-file repeated-word -->\n";
  for (const std::string front :
       {"{\n  \"title\": \"Rye\"\n}\n", "{\"title\": \"Rye\"}\n\n", "Title: Rye\nStatus: draft\n\n",
        "+++\ntitle = 'Rye'\n+++\n", "---\ntitle: Rye\n...\n"}) {
    const Json found = open("b" + std::to_string(front.size()) + ".md", front + body);
    ASSERT_EQ(found.size(), 1U) << front;
    Json left;
    const std::string fixed = apply(action(found[0]["range"], "in this file"), left);
    EXPECT_TRUE(left.empty()) << fixed << left.dump();
    EXPECT_TRUE(fixed.starts_with(front.substr(0, front.find('\n')))) << fixed;
    EXPECT_EQ(fixed.size(), front.size() + comment.size() + body.size()) << fixed;
    EXPECT_LT(fixed.find(comment), fixed.find(body)) << fixed;
  }
}

TEST_F(LspActions, ACommentOfNoUseIsGreyedOut) {
  const Json found =
      open("a.md", "<!-- soiree-disable-next-line repeated-word -->\nBread in the oven.\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["code"], "unused-suppression");
  EXPECT_EQ(found[0]["tags"], Json::array({1}));
  EXPECT_EQ(found[0]["codeDescription"]["href"],
            "https://rules.test/rules/unused-suppression/rule.md");
}

TEST(LspRulePages, AnActionOpensTheRulesPage) {
  const TemporaryDirectory folder;
  LspClient client;
  client.start(folder.path(), {{"window", {{"showDocument", {{"support", true}}}}}});
  const std::string uri = uri_of(folder.path("a.md"));
  client.open(uri, "Bread in the the oven.\n");
  const Json found = client.diagnostics(uri)["diagnostics"];
  ASSERT_EQ(found.size(), 1U);
  const Json actions =
      client.request("textDocument/codeAction", {{"textDocument", {{"uri", uri}}},
                                                 {"range", found[0]["range"]},
                                                 {"context", {{"diagnostics", found}}}})["result"];
  Json command;
  for (const Json& action : actions) {
    if (action["title"] == "Read about repeated-word") command = action["command"];
  }
  ASSERT_TRUE(command.is_object()) << actions;
  EXPECT_TRUE(client.request("workspace/executeCommand", command)["result"].is_null());
  const auto shown = client.wait_for(
      [](const Json& message) { return message.value("method", "") == "window/showDocument"; });
  ASSERT_TRUE(shown);
  EXPECT_EQ((*shown)["params"]["uri"], "https://rules.test/rules/repeated-word/rule.md");
}

TEST_F(LspActions, HoverShowsTheRule) {
  const Json found = open("a.md", "Bread in the the oven.\n");
  ASSERT_EQ(found.size(), 1U);
  const auto hover = [&](int character) {
    return client_.request("textDocument/hover",
                           {{"textDocument", {{"uri", uri_}}},
                            {"position", {{"line", 0}, {"character", character}}}})["result"];
  };
  EXPECT_TRUE(hover(2)["contents"]["value"].get<std::string>().starts_with("5 words"))
      << "no finding here: the post's numbers";
  const Json page = hover(11);
  EXPECT_EQ(page["contents"]["kind"], "markdown");
  EXPECT_TRUE(page["contents"]["value"].get<std::string>().starts_with("# repeated-word"));
  EXPECT_EQ(page["range"], found[0]["range"]);
}

TEST_F(LspActions, HoverOnAPostShowsItsNumbers) {
  open("schedule.yaml",
       "posts:\n  - text: Rye cools.\n  - text: I asked @ann what you do. Do they bake?\n");
  const auto hover = [&](int line) {
    return client_.request("textDocument/hover",
                           {{"textDocument", {{"uri", uri_}}},
                            {"position", {{"line", line}, {"character", 14}}}})["result"];
  };
  EXPECT_EQ(hover(1)["contents"]["value"],
            "2 words, 0% of them quoted\n\nI or we: 0 · you: 0 · others: 0\n\n"
            "0 questions, 0 mentions");
  EXPECT_EQ(hover(2)["contents"]["value"],
            "8 words, 0% of them quoted\n\nI or we: 1 · you: 1 · others: 1\n\n"
            "1 question, 1 mention");
}

TEST_F(LspActions, AScheduleHasAnOutline) {
  open("schedule.yaml",
       "posts:\n  - time: 2024-03-01T10:00:00Z\n    channel: mastodon\n    text: Rye is in the the "
       "shed.\n"
       "  - time: 2024-03-02T10:00:00Z\n    channel: mastodon\n    text: Bread cools.\n");
  const Json params = {{"textDocument", {{"uri", uri_}}}};
  const Json symbols = client_.request("textDocument/documentSymbol", params)["result"];
  ASSERT_EQ(symbols.size(), 2U);
  EXPECT_EQ(symbols[0]["name"], "2024-03-01T10:00:00Z · mastodon");
  EXPECT_EQ(symbols[1]["detail"], "Bread cools.");
  EXPECT_EQ(symbols[1]["selectionRange"]["start"]["line"], 4);
  const Json folds = client_.request("textDocument/foldingRange", params)["result"];
  ASSERT_EQ(folds.size(), 2U);
  EXPECT_EQ(folds[0], Json({{"startLine", 1}, {"endLine", 3}}));
}

TEST_F(LspActions, TheOutlineIsThatOfTheTextAsItStands) {
  const auto names = [&] {
    std::vector<std::string> found;
    const Json response =
        client_.request("textDocument/documentSymbol", {{"textDocument", {{"uri", uri_}}}});
    for (const Json& each : response["result"]) {
      found.push_back(each["name"]);
    }
    return found;
  };
  open("schedule.yaml", "posts: []\n");
  EXPECT_TRUE(names().empty());
  client_.change(uri_, "posts:\n  - time: 2024-03-01\n    text: Bread cools.\n", 2);
  EXPECT_EQ(names(), std::vector<std::string>{"2024-03-01"});
  client_.change(uri_, "posts:\n  - time: 2024-03-02\n    text: Bread cools.\n", 3);
  EXPECT_EQ(names(), std::vector<std::string>{"2024-03-02"});
}

TEST_F(LspActions, ALensTellsWhenAPostGoesOutAndWhetherItIsWelcome) {
  folder_.write(".soiree.yaml", "rules:\n  empty-hype: error\n");
  open("schedule.yaml",
       "timezone: Europe/Berlin\nposts:\n"
       "  - {time: 2026-03-03 09:30, channel: mastodon, text: Bread cools.}\n"
       "  - {time: 2026-07-01T10:00:00Z, text: Rye is in the the shed and in the the barn.}\n"
       "  - {time: 2026-03-05, channels: [x, mastodon], text: \"Bread in the the oven. #a #b #c #d "
       "#e #f "
       "#g #h #i #j #k #l follow for follow, like for like!\"}\n"
       "  - {time: Monday, text: Rye cools.}\n  - {id: rye-7, text: Rye rests.}\n");
  const Json lenses =
      client_.request("textDocument/codeLens", {{"textDocument", {{"uri", uri_}}}})["result"];
  ASSERT_EQ(lenses.size(), 5U) << lenses;
  const auto title = [&](size_t i) { return lenses[i]["command"]["title"].get<std::string>(); };
  EXPECT_EQ(title(0), "Tue 3 Mar 2026 09:30 Europe/Berlin · mastodon · welcome");
  EXPECT_EQ(title(1), "Wed 1 Jul 2026 10:00 UTC · 2 findings: repeated-word");
  EXPECT_EQ(title(2), "Thu 5 Mar 2026 · x · mastodon · 2 findings: engagement-bait, repeated-word");
  EXPECT_EQ(title(3), "Monday · welcome");
  EXPECT_EQ(title(4), "rye-7 · welcome");
  EXPECT_EQ(lenses[1]["range"]["start"]["line"], 3);
}

TEST_F(LspActions, AFeedFindingIsInTheVerdict) {
  std::string text = "posts:\n";
  for (int day = 10; day < 13; ++day) {
    text += "  - time: 2026-03-" + std::to_string(day) +
            "T10:00:00+02:00\n    channel: x\n    text: Who would like to taste our new walnut rye "
            "on Saturday morning?\n";
  }
  open("schedule.yaml", text);
  const Json lenses =
      client_.request("textDocument/codeLens", {{"textDocument", {{"uri", uri_}}}})["result"];
  ASSERT_EQ(lenses.size(), 3U);
  const auto last = lenses[2]["command"]["title"].get<std::string>();
  EXPECT_TRUE(last.starts_with("Thu 12 Mar 2026 10:00 UTC+02:00 · x · ")) << last;
  EXPECT_NE(last.find("near-duplicate"), std::string::npos) << last;
}

}  // namespace
}  // namespace soiree
