#include <string>

#include "linter/parse/front_matter_parts.h"

// Blocks whose first line is not quite a fence. Text may begin with dashes, too, so that what is
// between the lines has to look like data and nothing else.
namespace soiree::front_matter {
namespace {

/// The entries from `at` to a line that `ends`; nothing when a line says something else or is
/// blank.
struct Entries {
  uint32_t count = 0;
  Line last;  ///< the one that ends them
};
template <class Ends>
std::optional<Entries> read_entries(std::string_view source, uint32_t at, char sign, Ends ends) {
  const auto size = static_cast<uint32_t>(source.size());
  Entries entries;
  while (at < size) {
    entries.last = line_at(source, at, size);
    const std::string_view text = without_trailing_blanks(entries.last.of(source));
    if (ends(text)) return entries;
    const bool entry = key_length(text, sign) != 0;
    const bool more = !text.empty() && (is_blank(text.front()) || text.starts_with("- ") ||
                                        text.front() == '#' || text.front() == ']');
    if (!entry && (!more || entries.count == 0)) return std::nullopt;
    entries.count += entry ? 1 : 0;
    at = entries.last.next;
  }
  return std::nullopt;
}

/// `---` twice: the front matter is empty, and its entries are text.
std::optional<Block> find_doubled(std::string_view source, const Line& opening,
                                  const Fence& fence) {
  const auto size = static_cast<uint32_t>(source.size());
  const Line second = line_at(source, opening.next, size);
  if (!opening_fence(second.of(source)) || !closes(second.of(source), fence)) return std::nullopt;
  if (!has_sure_key(line_at(source, second.next, size).of(source))) return std::nullopt;
  std::optional<Block> block = find_fenced_block(source, second.begin);
  if (!block || !block->closed) return std::nullopt;
  block->whole.begin = opening.begin;
  block->opening_problem = Problem{{second.begin, second.end},
                                   "The front matter ends at this line already, so that its "
                                   "entries are text to most programs. Delete one of the two `" +
                                       std::string(fence.mark) + "`.",
                                   false};
  return block;
}

}  // namespace

std::optional<Block> find_misspelled_block(std::string_view source, uint32_t at) {
  const auto size = static_cast<uint32_t>(source.size());
  const Line opening = line_at(source, at, size);
  const std::string_view first = without_trailing_blanks(opening.of(source));
  if (const auto fence = opening_fence(first)) return find_doubled(source, opening, *fence);
  if (first.empty() || is_blank(first.front())) return std::nullopt;
  const bool toml = first.front() == '+';
  const std::string_view mark = toml ? "+++" : "---";
  if (!is_near_fence(first, mark)) return std::nullopt;
  if (!has_sure_key(line_at(source, opening.next, size).of(source))) return std::nullopt;
  const auto entries =
      read_entries(source, opening.next, toml ? '=' : ':',
                   [mark](std::string_view line) { return is_near_fence(line, mark); });
  if (!entries) return std::nullopt;
  const std::string_view last = without_trailing_blanks(entries->last.of(source));
  if (entries->count < 2 && last != mark) return std::nullopt;
  Block block;
  block.format = toml ? FrontMatterFormat::toml : FrontMatterFormat::yaml;
  block.whole = {opening.begin, entries->last.next};
  block.inside = {opening.next, entries->last.begin};
  const std::string remedy = std::string("Write three ") + (toml ? "plus signs" : "hyphens") +
                             (last == mark ? "." : ", here and behind the last entry.");
  const bool hexo = !toml && first == last && first.size() > 3 && first.front() == '-';
  block.opening_problem = Problem{
      {opening.begin, opening.begin + static_cast<uint32_t>(first.size())},
      hexo ? "Hexo takes this line for the start of front matter, other programs do not. " + remedy
           : "This line was to open the front matter and does not. " + remedy,
      hexo};
  return block;
}

std::optional<Block> find_unopened_block(std::string_view source, uint32_t at) {
  const auto size = static_cast<uint32_t>(source.size());
  if (!has_sure_key(line_at(source, at, size).of(source))) return std::nullopt;
  const auto entries = read_entries(source, at, ':', [](std::string_view line) {
    return line.size() > 2 && line.find_first_not_of('-') == std::string_view::npos;
  });
  if (!entries || entries->count < 2) return std::nullopt;
  Block block;
  block.format = FrontMatterFormat::yaml;
  block.whole = {at, entries->last.next};
  block.inside = {at, entries->last.begin};
  return block;
}

}  // namespace soiree::front_matter
