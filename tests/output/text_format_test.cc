// The report is read in terminals and in logs: what an author (or a stranger who sends a post)
// wrote must not move the cursor, clear the screen or turn the line around there.
#include "linter/output/text_format.h"

#include <gtest/gtest.h>

#include "tests/support/made_report.h"

namespace soiree {
namespace {

/// Whether a terminal would do anything with this but show it.
bool acts_on_a_terminal(const std::string& text) {
  for (const char byte : text) {
    if (byte != '\n' && (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F)) return true;
  }
  // Controls of eight bits, embeddings and overrides, isolates.
  for (const char* piece : {"\xC2\x9B", "\xC2\x85", "\xE2\x80\xAE", "\xE2\x81\xA6"}) {
    if (text.find(piece) != std::string::npos) return true;
  }
  return false;
}

TEST(TextFormat, MessagesAndNotesShowNoControlCharacters) {
  const std::string hostile =
      "\x1b[31mRED\x1b[2J \x07 \xC2\x9B"
      "2J \xE2\x80\xAEmirrored";
  MadeReport report;
  LocatedFinding& found = report.add("a.yaml", 3, Severity::error, "Unfilled " + hostile);
  found.source_line = "Hi " + hostile;
  report.add_note(found, "b.yaml", 1, "also here: " + hostile);
  const std::string text = format_text(report.view(), {});
  EXPECT_FALSE(acts_on_a_terminal(text)) << text;
  EXPECT_NE(text.find("Unfilled ?[31mRED?[2J ? ?2J ?mirrored\n"), std::string::npos) << text;
  EXPECT_NE(text.find("also here: ?[31mRED?[2J ? ?2J ?mirrored\n"), std::string::npos) << text;
}

// Words may stand on two lines in the post. The first line of a finding is one line for every
// program that reads it.
TEST(TextFormat, AMessageIsOneLine) {
  MadeReport report;
  report.add("a.md", 1, Severity::warning, "\"caf\xC3\xA9\r\n\tcaf\xC3\xA9\" twice");
  const std::string text = format_text(report.view(), {});
  EXPECT_NE(text.find("\"caf\xC3\xA9 caf\xC3\xA9\" twice\n"), std::string::npos) << text;
}

TEST(TextFormat, NothingOfAHostileReportActsOnATerminal) {
  for (uint32_t seed = 0; seed < 50; ++seed) {
    MadeReport report = hostile_report(seed, 10);
    const std::string text = format_text(report.view(), {});
    EXPECT_FALSE(acts_on_a_terminal(text)) << seed << "\n" << text;
  }
}

}  // namespace
}  // namespace soiree
