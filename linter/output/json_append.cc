#include "linter/output/json_append.h"

#include <fmt/format.h>

#include "linter/output/json_string.h"

namespace soiree {

void append_json_text(std::string& out, std::string_view before, std::string_view text) {
  out += before;
  append_json_string(out, text);
}

void append_json_number(std::string& out, std::string_view before, uint64_t number) {
  out += before;
  const fmt::format_int digits(number);
  out.append(digits.data(), digits.size());
}

}  // namespace soiree
