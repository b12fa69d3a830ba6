#include "linter/parse/yaml_document.h"

#include <utility>

#include "linter/parse/yaml_recovery.h"

namespace soiree {

const YamlNode* YamlNode::find(std::string_view key) const {
  if (kind != YamlKind::mapping) return nullptr;
  for (size_t i = 0; i + 1 < children.size(); i += 2) {
    if (children[i].kind == YamlKind::scalar && children[i].value() == key) return &children[i + 1];
  }
  return nullptr;
}

YamlDocument read_yaml(std::string_view source, SourceSpan part) {
  YamlStream stream = read_yaml_stream(source, part, YamlExtent::first_document);
  YamlDocument document;
  if (!stream.roots.empty()) document.root = std::move(stream.roots.front());
  document.problems = std::move(stream.problems);
  document.comments = std::move(stream.comments);
  return document;
}

}  // namespace soiree
