#include "linter/output/json_string.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace soiree {
namespace {

std::string ours(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string theirs(std::string_view text) {
  using nlohmann::json;
  return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

// Editors and scripts parse our output; a byte escaped wrongly loses them the whole run.
TEST(JsonString, EveryByteAsTheLibraryWritesIt) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = "a" + std::string(1, static_cast<char>(byte)) + "b";
    EXPECT_EQ(ours(text), theirs(text)) << byte;
  }
}

TEST(JsonString, TextsOfAllKindsAsTheLibraryWritesThem) {
  const std::string nul("a\0b", 3);
  for (const std::string& text :
       {std::string(), nul, std::string("\"\\\"\n\t\r\b\f\x1F\x7F"),
        std::string("\xE2\x80\x9Cquoted\xE2\x80\x9D \xF0\x9F\x98\x80 \xC3\xA9"),
        std::string("half \xE2\x80"), std::string("\xC0\x80\xED\xA0\x80\xFF end"),
        std::string("\xE2\x80\xA8 line separator")}) {
    EXPECT_EQ(ours(text), theirs(text));
  }
}

}  // namespace
}  // namespace soiree
