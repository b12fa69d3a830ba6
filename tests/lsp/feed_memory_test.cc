#include "integrations/lsp/feed_memory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "integrations/lsp/workspace.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

/// Posts of one hour, long enough for their file to be read in pieces.
std::string hour(int minute) {
  std::string text = "posts:\n";
  for (int i = 0; i < 8; ++i) {
    text += "  - time: 2026-03-02 10:" + std::to_string(minute + 6 * i + 10) +
            "\n    channel: mastodon\n    text: |\n";
    for (int line = 0; line < 100; ++line) {
      text +=
          "      Loaf " + std::to_string(1000 * minute + 100 * i + line) + " is out of the oven.\n";
    }
  }
  return text;
}

EditorText document(const TemporaryDirectory& folder, const std::string& name, std::string text) {
  return {"file://" + folder.path(name), folder.path(name), 1, std::move(text)};
}

const Finding* flood_in(const OpenDocument& open) {
  const auto found = std::find_if(open.findings.begin(), open.findings.end(),
                                  [](const auto& each) { return each.rule == "flooding"; });
  return found == open.findings.end() ? nullptr : &*found;
}

bool floods(const OpenDocument& open) { return flood_in(open) != nullptr; }

TEST(FeedMemory, ANeighbourThatIsGoneSaysNothingAnyMore) {
  const TemporaryDirectory folder;
  Workspace workspace([] {});
  const auto update = [&] {
    workspace.update([](const OpenDocument&) { return false; }, [](OpenDocument&) {});
  };
  workspace.add_folder(folder.path());
  workspace.open(document(folder, "2026-03-a.yaml", hour(0)));
  workspace.open(document(folder, "2026-03-b.yaml", hour(3)));
  update();
  while (workspace.scanning()) update();
  OpenDocument* first = workspace.find(folder.path("2026-03-a.yaml"));
  ASSERT_NE(first, nullptr);
  EXPECT_TRUE(floods(*first));
  // Both at once, as they come when an editor closes one and types in the other.
  workspace.close(folder.path("2026-03-b.yaml"));
  first->document.text.replace(first->document.text.find("Loaf 5 is"), 9, "Loaf 5 was");
  workspace.change(*first);
  update();
  EXPECT_FALSE(floods(*first));
}

TEST(FeedMemory, WhatACommentHidIsToldAgainWithoutTheComment) {
  const TemporaryDirectory folder;
  Workspace workspace([] {});
  const auto update = [&] {
    workspace.update([](const OpenDocument&) { return false; }, [](OpenDocument&) {});
  };
  workspace.add_folder(folder.path());
  workspace.open(document(folder, "posts.yaml", hour(0) + hour(3).substr(7)));
  update();
  OpenDocument& open = *workspace.find(folder.path("posts.yaml"));
  ASSERT_TRUE(floods(open));
  const uint32_t place = flood_in(open)->whole_post.begin;
  std::string& text = open.document.text;
  const auto change = [&](const std::string& from, const std::string& to) {
    text.replace(text.find(from, place), from.size(), to);
    workspace.change(open);
    update();
  };
  change("    channel: mastodon\n", "    channel: mastodon\n    soiree: {disable: [flooding]}\n");
  EXPECT_FALSE(floods(open));
  change(" is out", " was out");
  EXPECT_FALSE(floods(open));
  change("    soiree: {disable: [flooding]}\n", "");
  EXPECT_TRUE(floods(open));
  EXPECT_EQ(open.entries.short_cuts(), 3U) << "read whole, the schedule says nothing about that";
}

std::string walnut(const std::string& date) {
  return "---\ntitle: The walnut loaf\ndate: " + date +
         "\n---\nThe walnut loaf begins in the evening, when the shop is closed and the flour is "
         "still warm from the mill next door. We soak the nuts in weak tea, because dry ones drink "
         "the water that the dough was promised, and let everything rest under a cloth until the "
         "first tram goes by.\n";
}

/// How many posts of a.md and b.md, which say the same, are told so when the rule is off for one.
std::pair<size_t, size_t> told_without(const std::string& name) {
  const TemporaryDirectory folder;
  folder.write(".soiree.yaml",
               "overrides:\n  - files: " + name + "\n    rules: {near-duplicate: off}\n");
  Workspace workspace([] {});
  workspace.add_folder(folder.path());
  workspace.open(document(folder, "a.md", walnut("2026-03-02")));
  workspace.open(document(folder, "b.md", walnut("2026-04-02")));
  const auto update = [&] {
    workspace.update([](const OpenDocument&) { return false; }, [](OpenDocument&) {});
  };
  update();
  while (workspace.scanning()) update();
  const auto told = [&](const std::string& path) {
    const std::vector<Finding>& all = workspace.find(folder.path(path))->findings;
    return static_cast<size_t>(std::count_if(
        all.begin(), all.end(), [](const Finding& each) { return each.rule == "near-duplicate"; }));
  };
  return {told("a.md"), told("b.md")};
}

TEST(SectionRun, APostIsJudgedByTheRulesOfItsOwnFile) {
  EXPECT_EQ(told_without("none.md"), (std::pair<size_t, size_t>(0, 1)));
  EXPECT_EQ(told_without("a.md"), (std::pair<size_t, size_t>(0, 1)));
  EXPECT_EQ(told_without("b.md"), (std::pair<size_t, size_t>(1, 0)));
}

TEST(SectionRun, AFileOfTwoFeedsHasTheNeighboursOfBoth) {
  const TemporaryDirectory folder;
  folder.write(".soiree.yaml",
               "feeds:\n  toots: {files: 'a/**', channel: mastodon}\n"
               "  skeets: {files: ['a/**', 'b/**'], channel: bluesky}\n"
               "  others: {files: 'c/**', channel: threads}\n");
  const auto post = [](const std::string& date) {
    return "posts:\n  - at: " + date +
           "T09:10:00Z\n    channel: bluesky\n    text: The walnut loaf is back on the shelf, and "
           "the oven stays on until the last one is sold.\n";
  };
  folder.write("b/one.yaml", post("2026-03-02"));
  folder.write("c/none.yaml", post("2026-03-03"));
  Workspace workspace([] {});
  workspace.add_folder(folder.path());
  workspace.open(document(folder, "a/two.yaml", post("2026-03-05")));
  const auto update = [&] {
    workspace.update([](const OpenDocument&) { return false; }, [](OpenDocument&) {});
  };
  update();
  while (workspace.scanning()) update();
  const OpenDocument& open = *workspace.find(folder.path("a/two.yaml"));
  const auto found =
      std::find_if(open.findings.begin(), open.findings.end(),
                   [](const Finding& each) { return each.rule == "near-duplicate"; });
  ASSERT_NE(found, open.findings.end());
  EXPECT_EQ(open.paths->at(found->notes.at(0).file), folder.path("b/one.yaml"));
}

}  // namespace
}  // namespace soiree
