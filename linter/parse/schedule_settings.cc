#include "linter/parse/schedule_settings.h"

#include <string>
#include <string_view>

namespace soiree {
namespace {

constexpr size_t npos = std::string_view::npos;
constexpr int kMaxDepth = 8;  ///< levels below the root that are searched

class SettingsReader {
 public:
  SettingsReader(std::string_view source, Schedule& schedule)
      : source_(source), schedule_(schedule) {}

  void search(const YamlNode& node, int depth) {
    if (depth > kMaxDepth) return;
    const size_t step = node.kind == YamlKind::mapping ? 2 : 1;
    for (size_t i = step - 1; i < node.children.size(); i += step) {
      const YamlNode& child = node.children[i];
      if (step == 2 && node.children[i - 1].value() == "soiree") {
        const SourceSpan whole{0, static_cast<uint32_t>(source_.size()) + 1};
        read(node.children[i - 1], child, depth == 0 ? whole : from_dash(node.place));
      } else if (child.kind == YamlKind::mapping || child.kind == YamlKind::sequence) {
        search(child, depth + 1);
      }
    }
  }

 private:
  /// An entry from its dash on. A key that could not be read is no part of the mapping, and the
  /// first one stands above it then.
  SourceSpan from_dash(SourceSpan entry) const {
    size_t line = entry.begin == 0 ? 0 : source_.rfind('\n', entry.begin - 1) + 1;
    const size_t column = entry.begin - line;
    const bool first = source_.substr(line, column).find_first_not_of(' ') == npos;
    if (!first || source_[entry.begin] == '{') return entry;
    while (line > 0) {
      const size_t end = line - 1;
      line = end == 0 ? 0 : source_.rfind('\n', end - 1) + 1;
      const size_t text = source_.substr(line, end - line).find_first_not_of(" \t\r");
      if (text >= column) continue;  // blank, or of the entry
      if (source_[line + text] == '-') entry.begin = static_cast<uint32_t>(line + text);
      return entry;
    }
    return entry;
  }

  void read(const YamlNode& key, const YamlNode& settings, SourceSpan range) {
    if (settings.kind != YamlKind::mapping && settings.kind != YamlKind::null) {
      return unknown(key);
    }
    for (size_t i = 0; i + 1 < settings.children.size(); i += 2) {
      const YamlNode& name = settings.children[i];
      const YamlNode& value = settings.children[i + 1];
      if (name.value() != "disable") {
        unknown(name);
      } else if (value.kind == YamlKind::scalar) {
        disable(value, range);
      } else {
        for (const YamlNode& item : value.children) disable(item, range);
      }
    }
  }

  void disable(const YamlNode& rule, SourceSpan range) {
    if (rule.kind != YamlKind::scalar) return unknown(rule);
    SourceSpan place = rule.place;
    const bool quoted =
        rule.style == YamlStyle::single_quoted || rule.style == YamlStyle::double_quoted;
    if (quoted && place.end >= place.begin + 2) place = {place.begin + 1, place.end - 1};
    schedule_.disabled_rules.push_back({{std::string(rule.value()), place}, range});
  }

  void unknown(const YamlNode& node) {
    schedule_.problems.push_back(
        {node.place, "\"" + std::string(node.place.of(source_).substr(0, 60)) +
                         "\" is no setting of soiree. In a schedule there is only "
                         "\"soiree: {disable: [RULE]}\"."});
  }

  std::string_view source_;
  Schedule& schedule_;
};

}  // namespace

void read_settings(std::string_view source, const std::vector<YamlNode>& roots,
                   Schedule& schedule) {
  if (source.find("soiree") == npos) return;
  SettingsReader reader(source, schedule);
  for (const YamlNode& root : roots) reader.search(root, 0);
}

bool explains_fields(std::string_view comment) {
  constexpr std::string_view kFieldBytes = "abcdefghijklmnopqrstuvwxyz_";
  for (size_t at = comment.find('{'); at != std::string_view::npos;
       at = comment.find('{', at + 1)) {
    const size_t end = comment.find_first_not_of(kFieldBytes, at + 1);
    if (end != std::string_view::npos && end > at + 1 && comment[end] == '}') return true;
  }
  return false;
}

}  // namespace soiree
