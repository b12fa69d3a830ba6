#include <algorithm>

#include "linter/parse/json_reader.h"

// What stands between the values of JSON, and how mistakes are said.
namespace soiree {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

uint32_t JsonReader::line_end(uint32_t at) const {
  return static_cast<uint32_t>(std::min(source_.find_first_of("\r\n", at), source_.size()));
}

void JsonReader::skip_blanks_and_comments() {
  for (;;) {
    while (!ended() && is_space(source_[at_])) ++at_;
    if (ended() || (source_[at_] != '/' && source_[at_] != '#')) return;
    const std::string_view mark = source_.substr(at_, 2);
    const bool block = mark == "/*";
    if (!block && mark != "//" && mark[0] != '#') return;
    const size_t close = block ? source_.find("*/", at_ + 2) : std::string_view::npos;
    const bool closed = close != std::string_view::npos;
    const uint32_t end = closed  ? static_cast<uint32_t>(close) + 2
                         : block ? static_cast<uint32_t>(source_.size())
                                 : line_end(at_);
    const std::string_view text = source_.substr(at_, end - at_);
    uint32_t shown = at_ + static_cast<uint32_t>(std::min(text.find_first_of("\r\n"), text.size()));
    while (source_[shown - 1] == ' ' || source_[shown - 1] == '\t') --shown;
    say({at_, shown}, "JSON has no comments, and strict programs stop at this one. Remove it.");
    repair({at_, end}, ' ');
    at_ = end;
  }
}

bool JsonReader::take(char sign) {
  if (!peek(sign)) return false;
  ++at_;
  return true;
}

void JsonReader::say(SourceSpan place, std::string message) {
  if (problems_.size() < kMostProblems) problems_.push_back({place, std::move(message), false});
}

bool JsonReader::fail(std::string_view expected) {
  say({at_, line_end(at_)},
      "The JSON cannot be read from here on: expected " + std::string(expected) + ".");
  return false;
}

void JsonReader::say_unclosed(const Open& open) {
  const bool object = open.sign == '{';
  say({open.at, open.at + 1},
      std::string("The ") + (object ? "object" : "list") +
          " that starts here is not closed. Add the missing `" +
          (object ? "}` behind its last entry." : "]` behind its last item."));
}

bool JsonReader::fail_unclosed() {
  root_unclosed_ = open_.size() <= 1;
  if (!root_unclosed_) say_unclosed(open_.back());
  return false;
}

}  // namespace soiree
