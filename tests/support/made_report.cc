#include "tests/support/made_report.h"

#include <fmt/format.h>

#include <array>
#include <random>
#include <string_view>

namespace soiree {
namespace {

using namespace std::string_view_literals;

constexpr std::array kPieces = {
    "::error"sv,
    "::set-output name=x::"sv,
    "##[error]"sv,
    "##[add-path]/tmp"sv,
    "::"sv,
    "%0A"sv,
    "%"sv,
    "\r"sv,
    "\n"sv,
    "\r\n"sv,
    ":"sv,
    ","sv,
    "="sv,
    "]]>"sv,
    "<b>"sv,
    "</failure>"sv,
    "&amp;"sv,
    "\""sv,
    "'"sv,
    "\\"sv,
    "|"sv,
    "`"sv,
    "``"sv,
    "<!--"sv,
    "@somebody"sv,
    "#12"sv,
    "[a](b)"sv,
    "**"sv,
    "http://a.example/b"sv,
    "www.a.example"sv,
    "a@b.example"sv,
    "\x01"sv,
    "\x1B[31m"sv,
    "\x7F"sv,
    "\xFF"sv,
    "\xC3"sv,
    "\xED\xA0\x80"sv,
    "\xEF\xBF\xBE"sv,
    "\xC2\x85"sv,
    "\xE2\x80\xA8"sv,
    "\xE2\x80\xAE"sv,
    "\xF0\x9F\x8E\x89"sv,
    "\xC3\xA9"sv,
    " "sv,
    "word"sv,
    "\t"sv,
    "\0"sv,
    "1. "sv,
    "- "sv,
    "# "sv,
    "***"sv,
    "~~"sv,
    "$x$"sv,
};

std::string some_text(std::mt19937& random) {
  std::string text = "x";
  for (size_t i = random() % 12; i > 0; --i) text += kPieces[random() % kPieces.size()];
  return text;
}

}  // namespace

LocatedFinding& MadeReport::add(const std::string& file, uint32_t line, Severity severity,
                                const std::string& message) {
  Finding& finding = findings_.emplace_back();
  finding.rule = "repeated-word";
  finding.severity = severity;
  finding.message = message;
  LocatedFinding& found = view_.findings.emplace_back();
  found.finding = &finding;
  found.rule = find_rule_info(finding.rule);
  found.location.file = texts_.emplace_back(file);
  found.location.start = {line, 2};
  found.location.end = {line, 5};
  found.location.start_byte = 2;
  found.location.end_byte = 5;
  found.fingerprint = fmt::format("{:016x}", view_.findings.size());
  size_t& count = severity == Severity::error     ? view_.errors
                  : severity == Severity::warning ? view_.warnings
                                                  : view_.notes;
  ++count;
  return found;
}

void MadeReport::add_note(LocatedFinding& found, const std::string& file, uint32_t line,
                          const std::string& message) {
  LocatedNote note;
  note.location.file = texts_.emplace_back(file);
  note.location.start = note.location.end = {line, 1};
  note.message = texts_.emplace_back(message);
  found.notes.push_back(note);
}

MadeReport hostile_report(uint32_t seed, size_t findings) {
  std::mt19937 random(seed);
  MadeReport report;
  std::string file = some_text(random);
  for (size_t i = 0; i < findings; ++i) {
    if (random() % 3 == 0) file = some_text(random) + std::to_string(i);
    LocatedFinding& found = report.add(file, 1 + static_cast<uint32_t>(i),
                                       static_cast<Severity>(random() % 3), some_text(random));
    found.excerpt = some_text(random);
    found.source_line = found.excerpt + some_text(random);
    for (size_t notes = random() % 3; notes > 0; --notes) {
      report.add_note(found, some_text(random), 1, some_text(random));
    }
  }
  return report;
}

}  // namespace soiree
