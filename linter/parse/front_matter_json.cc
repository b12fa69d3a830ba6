#include <algorithm>
#include <iterator>

#include "linter/parse/front_matter_parts.h"
#include "linter/parse/json_reader.h"

namespace soiree::front_matter {
namespace {

// End of an object that cannot be read: its closing brace at the start of a line.
std::optional<uint32_t> end_of_broken_object(std::string_view source, uint32_t at, uint32_t limit) {
  while (at < limit) {
    const Line line = line_at(source, at, limit);
    if (line.begin < line.end && source[line.begin] == '}') return line.begin + 1;
    at = line.next;
  }
  return std::nullopt;
}

}  // namespace

std::optional<uint32_t> read_json_fields(std::string_view source, SourceSpan part, bool braces,
                                         FrontMatter& result) {
  JsonReader reader(source, part, &result.fields);
  const bool read = braces ? reader.read_root() : reader.read_bare_members();
  std::move(reader.problems().begin(), reader.problems().end(),
            std::back_inserter(result.problems));
  if (read) return reader.at();
  return end_of_broken_object(source, reader.at(), part.end);
}

}  // namespace soiree::front_matter
