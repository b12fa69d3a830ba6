#include <algorithm>
#include <tuple>

#include "linter/parse/front_matter_parts.h"
#include "linter/parse/toml_diagnosis.h"
#include "linter/parse/toml_library.h"
#include "linter/parse/toml_string.h"

namespace soiree::front_matter {
namespace {

bool before(const toml::source_position& left, const toml::source_position& right) {
  return std::tie(left.line, left.column) < std::tie(right.line, right.column);
}

/// A value of the parsed document that will be a field.
struct Found {
  const toml::node* node;
  std::string key;
  const toml::key* name;
  FieldKind kind;
  bool in_list;
};

class Collector {
 public:
  std::vector<Found> found;

  void table(const toml::table& entries, const std::string& prefix, bool in_list) {
    for (auto&& [name, node] : entries) {
      value(node, prefix + std::string(name.str()), name, in_list);
    }
  }

 private:
  void value(const toml::node& node, const std::string& key, const toml::key& name, bool in_list) {
    if (const toml::table* inner = node.as_table()) {
      if (inner->empty()) found.push_back({&node, key, &name, FieldKind::empty_table, in_list});
      table(*inner, key + ".", in_list);
    } else if (const toml::array* items = node.as_array()) {
      if (items->empty()) found.push_back({&node, key, &name, FieldKind::empty_list, in_list});
      for (const toml::node& item : *items) value(item, key, name, true);
    } else {
      found.push_back({&node, key, &name, FieldKind::scalar, in_list});
    }
  }
};

/// Offsets of the line and column positions toml++ gives, all converted in one pass. Columns count
/// code points, the parsed text is valid UTF-8.
class Offsets {
 public:
  void want(const toml::source_region& region) {
    positions_.push_back(region.begin);
    positions_.push_back(region.end);
  }

  void convert(std::string_view source, SourceSpan part) {
    std::sort(positions_.begin(), positions_.end(), before);
    offsets_.reserve(positions_.size());
    toml::source_position at{1, 1};
    uint32_t offset = part.begin;
    for (const toml::source_position& position : positions_) {
      while (offset < part.end && before(at, position)) {
        if (at.line == position.line && source[offset] == '\n') break;
        if (source[offset] == '\n') {
          ++at.line;
          at.column = 1;
        } else if (offset + 1 == part.end || (source[offset + 1] & 0xC0) != 0x80) {
          ++at.column;
        }
        ++offset;
      }
      offsets_.push_back(offset);
    }
  }

  uint32_t of(const toml::source_position& position) const {
    const auto found = std::lower_bound(positions_.begin(), positions_.end(), position, before);
    if (found == positions_.end()) return offsets_.empty() ? 0 : offsets_.back();
    return offsets_[static_cast<size_t>(found - positions_.begin())];
  }
  SourceSpan of(const toml::source_region& region) const {
    const uint32_t begin = of(region.begin);
    return {begin, std::max(begin, of(region.end))};
  }

 private:
  std::vector<toml::source_position> positions_;
  std::vector<uint32_t> offsets_;
};

void add_field(std::string_view source, SourceSpan part, const Found& found, const Offsets& offsets,
               FrontMatter& result) {
  Field& field = result.fields.emplace_back();
  field.key = found.key;
  field.kind = found.kind;
  field.in_list = found.in_list;
  field.key_place = offsets.of(found.name->source());
  field.place = offsets.of(found.node->source());
  while (field.place.begin < field.place.end && is_blank(source[field.place.end - 1])) {
    --field.place.end;
  }
  if (found.kind != FieldKind::scalar) return;
  const toml::value<std::string>* string = found.node->as_string();
  if (string == nullptr) {
    field.value.append_verbatim(field.place.of(source), field.place.begin);
    return;
  }
  field.quoted = true;
  const auto end = decode_toml_string(source, field.place.begin, part.end, field.value);
  if (end && field.value.text() == string->get()) {
    field.place.end = *end;
    return;
  }
  field.value = {};
  field.value.append_decoded(string->get(), field.place);
}

void add_comment_at(std::string_view source, SourceSpan part, uint32_t at, FrontMatter& result) {
  while (at < part.end && std::string_view(" \t]},").find(source[at]) != std::string_view::npos) {
    ++at;
  }
  if (at == part.end || source[at] != '#') return;
  result.comments.push_back({{at, line_at(source, at, part.end).end}});
}

// Comments on lines of their own and behind values. `#` inside a multi-line string is none.
void add_comments(std::string_view source, SourceSpan part, FrontMatter& result) {
  if (part.of(source).find('#') == std::string_view::npos) return;
  auto field = result.fields.begin();
  for (uint32_t at = part.begin; at < part.end;) {
    const Line line = line_at(source, at, part.end);
    at = line.next;
    while (field != result.fields.end() && field->place.end <= line.begin) ++field;
    if (field == result.fields.end() || field->place.begin >= line.begin) {
      add_comment_at(source, part, line.begin, result);
    }
    for (auto ends = field; ends != result.fields.end() && ends->place.end <= line.end; ++ends) {
      field = ends;
      add_comment_at(source, part, ends->place.end, result);
    }
  }
}

void add_error(std::string_view source, SourceSpan part, const toml::parse_error& error,
               FrontMatter& result) {
  Offsets offsets;
  offsets.want(error.source());
  offsets.convert(source, part);
  const uint32_t at = std::min(offsets.of(error.source().begin), part.end);
  if (auto problem = diagnose_toml(source, part, at, error.description())) {
    result.problems.push_back(std::move(*problem));
  }
}

}  // namespace

void read_toml_fields(std::string_view source, SourceSpan part, FrontMatter& result) {
  const toml::parse_result parsed = toml::parse(part.of(source));
  if (!parsed) {
    add_error(source, part, parsed.error(), result);
    salvage_lines(source, part, '=', result);
    return;
  }
  Collector collector;
  collector.table(parsed.table(), {}, false);
  Offsets offsets;
  for (const Found& found : collector.found) {
    offsets.want(found.name->source());
    offsets.want(found.node->source());
  }
  offsets.convert(source, part);
  std::stable_sort(collector.found.begin(), collector.found.end(),
                   [](const Found& left, const Found& right) {
                     return before(left.node->source().begin, right.node->source().begin);
                   });
  for (const Found& found : collector.found) add_field(source, part, found, offsets, result);
  add_comments(source, part, result);
}

}  // namespace soiree::front_matter
