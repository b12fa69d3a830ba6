#include <algorithm>

#include "linter/parse/front_matter_parts.h"

namespace soiree::front_matter {
namespace {

// Bounds on what a document may unfold to: deeper tables and longer names are no front matter.
constexpr size_t kDeepest = 16;
constexpr size_t kMostFields = 20000;
constexpr size_t kLongestKey = 1024;

class Flattening {
 public:
  explicit Flattening(FrontMatter& result) : result_(result) {}

  void add(const YamlNode& node, const std::string& key, SourceSpan key_place, bool in_list,
           size_t depth) {
    if (depth > kDeepest || key.size() > kLongestKey || result_.fields.size() >= kMostFields) {
      if (!told_) {
        result_.problems.push_back(
            {node.place, "The front matter nests too deep; what is below this is not read.", true});
      }
      told_ = true;
      return;
    }
    switch (node.kind) {
      case YamlKind::mapping:
        if (node.children.empty() && !key.empty()) {
          add_field(node, key, key_place, in_list, FieldKind::empty_table);
        }
        for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
          const YamlNode& name = node.children[i];
          if (name.kind != YamlKind::scalar) continue;
          std::string inner = key.empty() ? std::string() : key + ".";
          inner += name.value();
          add(node.children[i + 1], inner, name.place, in_list, depth + 1);
        }
        return;
      case YamlKind::sequence:
        if (node.children.empty()) {
          add_field(node, key, key_place, in_list, FieldKind::empty_list);
        }
        for (const YamlNode& item : node.children) add(item, key, key_place, true, depth + 1);
        return;
      case YamlKind::scalar:
        add_field(node, key, key_place, in_list, FieldKind::scalar);
        return;
      case YamlKind::null:
        add_field(node, key, key_place, in_list, FieldKind::null);
        return;
    }
  }

 private:
  void add_field(const YamlNode& node, const std::string& key, SourceSpan key_place, bool in_list,
                 FieldKind kind) {
    Field& field = result_.fields.emplace_back();
    field.key = key;
    field.key_place = key_place;
    field.place = node.place;
    field.kind = kind;
    field.in_list = in_list;
    if (kind != FieldKind::scalar) return;
    field.value = node.text;
    field.quoted = node.style != YamlStyle::plain;
  }

  FrontMatter& result_;
  bool told_ = false;
};

}  // namespace

void add_yaml_fields(const YamlNode& root, FrontMatter& result) {
  if (root.kind == YamlKind::mapping) Flattening(result).add(root, {}, root.place, false, 0);
}

void read_yaml_fields(std::string_view source, SourceSpan part, FrontMatter& result) {
  YamlDocument document = read_yaml(source, part);
  const bool broken = std::any_of(document.problems.begin(), document.problems.end(),
                                  [](const Problem& problem) { return !problem.note; }) ||
                      document.root.kind == YamlKind::scalar ||
                      document.root.kind == YamlKind::sequence;
  std::move(document.problems.begin(), document.problems.end(),
            std::back_inserter(result.problems));
  std::move(document.comments.begin(), document.comments.end(),
            std::back_inserter(result.comments));
  if (broken && result.problems.empty()) {
    result.problems.push_back(
        {part,
         "The front matter is no list of \"key: value\" entries, so its values are not read. Put a "
         "colon and a blank behind each key; lines with `=` stand between `+++`.",
         false});
  }
  add_yaml_fields(document.root, result);
  if (broken) salvage_lines(source, part, ':', result);
}

}  // namespace soiree::front_matter
