#ifndef SOIREE_PARSE_FRONT_MATTER_PARTS_H_
#define SOIREE_PARSE_FRONT_MATTER_PARTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/parse/front_matter.h"
#include "linter/parse/yaml_document.h"

// Internal to the front matter reader: one reader per format, all of them writing fields.
namespace soiree::front_matter {

/// A line: its bytes are [begin, end), the next line starts at `next`.
struct Line {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t next = 0;

  std::string_view of(std::string_view source) const { return source.substr(begin, end - begin); }
};

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
std::string_view without_trailing_blanks(std::string_view text);
/// The line at `begin`; ends at "\n", "\r\n" or a lone "\r", and at `limit`.
Line line_at(std::string_view source, uint32_t begin, uint32_t limit);

/// Bytes of the key when `line` starts with one and `sign` (`:` followed by a blank or nothing, or
/// `=`) stands behind it: letters, digits, `_ - . /` and any character beyond ASCII, or quoted.
/// Zero for any other line, an indented one included.
uint32_t key_length(std::string_view line, char sign);

/// Adds a scalar that stands verbatim in the source.
Field& add_verbatim(std::vector<Field>& fields, std::string_view source, std::string key,
                    SourceSpan key_place, SourceSpan place);

/// The signs of a fence, and what stands between two of them.
struct Fence {
  std::string_view mark;
  FrontMatterFormat format;
};
/// `---`, `+++`, `;;;`, and `---toml` and its like; anything else behind the mark is no fence.
std::optional<Fence> opening_fence(std::string_view line);
bool closes(std::string_view line, const Fence& fence);

/// True for a line that was to be a fence: too few or too many signs, dashes instead of hyphens, or
/// blanks before it. True for the fence itself, too.
bool is_near_fence(std::string_view line, std::string_view mark);

/// True for `title: x`, and with a slip in it `title:x` and `title = x`: text hardly begins with
/// it.
bool has_sure_key(std::string_view line);

/// The fenced block at `at` (its opening fence), or nothing when that is no front matter.
struct Block {
  FrontMatterFormat format = FrontMatterFormat::none;
  SourceSpan whole;
  SourceSpan inside;
  bool closed = true;
  std::optional<SourceSpan> near_closing;  ///< the line that was to close it, when it is not closed
  std::optional<Problem> opening_problem;  ///< what is wrong with a closed block's opening fence
};
std::optional<Block> find_fenced_block(std::string_view source, uint32_t at);
/// The block whose opening fence at `at` is none, because another follows at once, it has too few
/// or too many signs, or dashes instead of hyphens.
std::optional<Block> find_misspelled_block(std::string_view source, uint32_t at);
/// The block at `at` that has a fence at its end only, as Hexo writes it.
std::optional<Block> find_unopened_block(std::string_view source, uint32_t at);
/// The block whose opening fence stands in the line at `at` behind blanks or invisible characters.
std::optional<Block> find_shifted_block(std::string_view source, uint32_t at);

/// Reads YAML of the simple form most posts have: one-line scalars, lists of them, tables one level
/// deep. False, with nothing added, for everything it is not sure of.
bool read_simple_yaml(std::string_view source, SourceSpan part, FrontMatter& result);
/// Adds the fields of a document that read_yaml has read.
void add_yaml_fields(const YamlNode& root, FrontMatter& result);
/// Reads YAML of any form.
void read_yaml_fields(std::string_view source, SourceSpan part, FrontMatter& result);
/// Adds what can be read and is hardly what the author of the YAML meant.
void tell_silent_slips(std::string_view source, FrontMatter& result);
void read_toml_fields(std::string_view source, SourceSpan part, FrontMatter& result);
/// Reads a JSON object that starts at `part.begin`, or its members when `braces` is false. Returns
/// the offset behind it, or nothing when it does not end in `part`.
std::optional<uint32_t> read_json_fields(std::string_view source, SourceSpan part, bool braces,
                                         FrontMatter& result);
/// Reads unfenced `Key: value` lines at `at`. False, with nothing added, when they are prose.
bool read_pelican_fields(std::string_view source, uint32_t at, FrontMatter& result);

/// Reads `key: value` lines one by one (`sign` stands behind the key), for a block that is broken
/// as a whole, and adds those whose keys have no field yet.
void salvage_lines(std::string_view source, SourceSpan part, char sign, FrontMatter& result);

}  // namespace soiree::front_matter

#endif  // SOIREE_PARSE_FRONT_MATTER_PARTS_H_
