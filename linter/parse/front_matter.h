#ifndef SOIREE_PARSE_FRONT_MATTER_H_
#define SOIREE_PARSE_FRONT_MATTER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/parse/problem.h"
#include "linter/text/mapped_text.h"

namespace soiree {

/// `pelican` is a block of `Key: value` lines without fences, as Pelican and MultiMarkdown read it.
enum class FrontMatterFormat : uint8_t { none, yaml, toml, json, pelican };

/// What stands behind a key. Only scalars have a value; the others are empty ones, because an item
/// or entry of a list or table that has any is a field of its own.
enum class FieldKind : uint8_t { scalar, null, empty_list, empty_table };

/// One value of the front matter.
struct Field {
  std::string key;       ///< as written, dotted when nested: "seo.title"
  MappedText value;      ///< decoded, with the place of every byte; numbers and dates as written
  SourceSpan key_place;  ///< of the last part of the key, quotes included
  SourceSpan place;      ///< of the value, quotes included; empty where nothing is written
  FieldKind kind = FieldKind::scalar;
  bool quoted = false;   ///< a string by its quotes or block sign, whatever its value looks like
  bool in_list = false;  ///< one of the items of a list; all of them are fields with the same key

  std::string_view text() const { return value.text(); }
};

/// The block of data at the start of a post.
struct FrontMatter {
  FrontMatterFormat format = FrontMatterFormat::none;
  SourceSpan whole;           ///< fences and the closing fence's line end included; empty when none
  uint32_t body_begin = 0;    ///< where the post's text starts; behind the byte order mark at least
  std::vector<Field> fields;  ///< in source order
  std::vector<Problem> problems;
  std::vector<Comment> comments;

  /// First field with the key, compared without the case of ASCII letters; null when there is none.
  const Field* find(std::string_view key) const;
  /// All fields with the key: the items of a list, or one scalar.
  std::vector<const Field*> find_all(std::string_view key) const;
};

/// Reads the front matter of `source`. Never fails: what cannot be read becomes a problem, every
/// line that can be read alone is a field still, and the body is never part of a broken block. An
/// opening fence that no data follows is a thematic break and no front matter. `path` only tells
/// what a file cannot have: an `.mdx` file starts with an expression and not with JSON, and the
/// `Key: value` lines of a `.tweet` file are its text.
FrontMatter read_front_matter(std::string_view source, std::string_view path);

/// True when the strings are equal but for the case of ASCII letters.
bool equal_ignoring_case(std::string_view left, std::string_view right);

}  // namespace soiree

#endif  // SOIREE_PARSE_FRONT_MATTER_H_
