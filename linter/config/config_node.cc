#include "linter/config/config_node.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <unordered_set>
#include <utility>

#include "linter/parse/yaml_recovery.h"
#include "linter/text/utf8.h"

namespace soiree {
namespace {

constexpr size_t npos = std::string_view::npos;
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// A configuration of a thousand rules and overrides is far below these; what is above is a mistake
/// or an attempt to use up memory with anchors.
constexpr size_t kLargestFile = size_t{1} << 20;
constexpr size_t kMostNodes = 100'000;
constexpr size_t kDeepest = 32;
/// Bytes that are shown of a place without a known end.
constexpr size_t kLongestPlace = 100;

bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

/// Copies yaml-cpp's tree, which knows where nodes start, to ours, which knows their extent too.
class Copier {
 public:
  Copier(const std::string& file, std::string_view bytes, std::vector<Error>& errors)
      : file_(file),
        bytes_(bytes),
        start_(bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0),
        errors_(errors) {}

  void read(ConfigNode& root);
  void report(SourceSpan place, std::string message) {
    errors_.push_back({std::move(message), file_, place});
  }

 private:
  ConfigNode copy(const YAML::Node& node, size_t depth);
  void copy_map(const YAML::Node& node, size_t depth, ConfigNode& map);
  void merge(const ConfigNode& key, const ConfigNode& value, std::vector<ConfigNode>& merged);
  uint32_t offset(const YAML::Mark& mark) const;
  SourceSpan line_from(uint32_t begin) const;
  bool is_folded(const ConfigNode& scalar) const;
  SourceSpan scalar_place(const YAML::Node& node, bool quoted);
  SourceSpan tag_place(const YAML::Node& node) const;
  void take_tag_as_text(const YAML::Node& node, ConfigNode& copied);
  void syntax_error(const YAML::Exception& exception);

  const std::string& file_;
  std::string_view bytes_;
  size_t start_;
  std::vector<Error>& errors_;
  std::unordered_set<uint32_t> tags_;  ///< places of those that were told
  size_t nodes_ = 0;
  bool refused_ = false;
};

uint32_t Copier::offset(const YAML::Mark& mark) const {
  const size_t at = start_ + static_cast<size_t>(std::max(mark.pos, 0));
  return static_cast<uint32_t>(std::min(at, bytes_.size()));
}

/// From `begin` to the end of its line, without blanks and comment sign.
SourceSpan Copier::line_from(uint32_t begin) const {
  const std::string_view rest = bytes_.substr(begin, kLongestPlace);
  const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
  size_t end = begin + line.substr(0, line.find(" #")).size();
  while (end > begin && is_blank(bytes_[end - 1])) --end;
  return {begin, static_cast<uint32_t>(end)};
}

SourceSpan Copier::scalar_place(const YAML::Node& node, bool quoted) {
  size_t begin = offset(node.Mark());
  // The mark of a node with an anchor or tag stands before these.
  while (begin < bytes_.size() && (bytes_[begin] == '&' || bytes_[begin] == '!')) {
    begin = std::min(bytes_.find_first_of(kBlanks, begin), bytes_.size());
    begin = std::min(bytes_.find_first_not_of(kBlanks, begin), bytes_.size());
  }
  const auto first = static_cast<uint32_t>(begin);
  const std::string& value = node.Scalar();
  if (!quoted || begin >= bytes_.size()) {
    if (bytes_.substr(begin).starts_with(value)) {
      return {first, static_cast<uint32_t>(begin + value.size())};
    }
    return line_from(first);
  }
  const char quote = bytes_[begin];
  if (quote != '"' && quote != '\'') return line_from(first);
  for (size_t at = begin + 1; at < bytes_.size(); ++at) {
    if (quote == '"' && bytes_[at] == '\\') {
      ++at;
    } else if (bytes_[at] == quote && quote == '\'' && bytes_.substr(at + 1).starts_with('\'')) {
      ++at;
    } else if (bytes_[at] == quote) {
      return {first, static_cast<uint32_t>(at + 1)};
    }
  }
  report(line_from(first), "this quote is never closed; add the closing quote");
  return line_from(first);
}

/// Where a tag that is none of YAML's own is written; empty: the node has none.
SourceSpan Copier::tag_place(const YAML::Node& node) const {
  const std::string& tag = node.Tag();
  if (!tag.starts_with('!') || tag.size() < 2) return {};
  // The mark of a value stands before its anchor and tag, that of nothing behind them.
  size_t begin = offset(node.Mark());
  if (bytes_.substr(begin).starts_with('&')) {
    begin = std::min(bytes_.find_first_of(kBlanks, begin), bytes_.size());
    begin = std::min(bytes_.find_first_not_of(kBlanks, begin), bytes_.size());
  }
  begin = bytes_.rfind(tag, begin);
  if (begin == npos) return {};
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + tag.size())};
}

/// A glob such as `!keep.md` is a tag to YAML, and the value is what comes after it or nothing.
void Copier::take_tag_as_text(const YAML::Node& node, ConfigNode& copied) {
  const SourceSpan place = tag_place(node);
  if (place.empty()) return;
  if (tags_.insert(place.begin).second) {
    report(place,
           "a text cannot start with `!` in YAML, where the sign has a meaning of its own; put the "
           "text in quotes");
  }
  const bool nothing = node.IsNull() || (node.IsScalar() && node.Scalar().empty());
  if (!nothing) return;
  copied.kind = ConfigNode::Kind::scalar;
  copied.quoted = true;
  copied.text = place.of(bytes_);
  copied.place = place;
}

/// True when the words of the value stand on more lines than the first.
bool Copier::is_folded(const ConfigNode& scalar) const {
  const std::string_view written = scalar.place.of(bytes_);
  return !written.empty() && written[0] != '|' && written[0] != '>' &&
         scalar.text.size() > written.size() && scalar.text.starts_with(written);
}

ConfigNode Copier::copy(const YAML::Node& node, size_t depth) {
  ConfigNode copied;
  copied.place = line_from(offset(node.Mark()));
  // Anchors make copies cheap to write; so every copy is charged, by number and by size.
  nodes_ += 1 + (node.IsScalar() ? node.Scalar().size() / 32 : 0);
  if (nodes_ >= kMostNodes || depth >= kDeepest) {
    if (!std::exchange(refused_, true)) {
      report(copied.place, "too large or too deeply nested for a configuration; split it");
    }
    return copied;
  }
  switch (node.Type()) {
    case YAML::NodeType::Scalar:
      copied.kind = ConfigNode::Kind::scalar;
      copied.quoted = node.Tag() == "!";
      copied.text = node.Scalar();
      copied.place = scalar_place(node, copied.quoted);
      copied.folded = !copied.quoted && is_folded(copied);
      break;
    case YAML::NodeType::Sequence:
      copied.kind = ConfigNode::Kind::list;
      for (const YAML::Node& item : node) copied.items.push_back(copy(item, depth + 1));
      break;
    case YAML::NodeType::Map:
      copied.kind = ConfigNode::Kind::map;
      copy_map(node, depth, copied);
      break;
    default:
      break;
  }
  take_tag_as_text(node, copied);
  return copied;
}

void Copier::copy_map(const YAML::Node& node, size_t depth, ConfigNode& map) {
  std::unordered_set<std::string> keys;
  std::vector<ConfigNode> merged;
  for (const auto& pair : node) {
    ConfigNode key = copy(pair.first, depth + 1);
    ConfigNode value = copy(pair.second, depth + 1);
    if (key.kind != ConfigNode::Kind::scalar) {
      report(key.place, "a key must be a word; write `key: value`");
    } else if (key.text == "<<" && !key.quoted) {
      merge(key, value, merged);
    } else if (!keys.insert(key.text).second) {
      report(key.place, "`" + key.text + "` is set twice here; keep one of them");
    } else {
      map.items.push_back(std::move(key));
      map.items.push_back(std::move(value));
    }
  }
  for (size_t i = 0; i + 1 < merged.size(); i += 2) {
    if (!keys.insert(merged[i].text).second) continue;
    map.items.push_back(std::move(merged[i]));
    map.items.push_back(std::move(merged[i + 1]));
  }
}

void Copier::merge(const ConfigNode& key, const ConfigNode& value,
                   std::vector<ConfigNode>& merged) {
  if (value.kind == ConfigNode::Kind::map) {
    merged.insert(merged.end(), value.items.begin(), value.items.end());
  } else if (value.kind == ConfigNode::Kind::list) {
    for (const ConfigNode& item : value.items) {
      if (item.kind == ConfigNode::Kind::map) merge(key, item, merged);
    }
  } else {
    report(key.place, "`<<` merges a mapping; give it an alias such as `*name`");
  }
}

/// A problem's sentences as the messages about configurations are written: with `;`, in lower case.
std::string as_config_message(std::string text) {
  const auto lower_at = [&text](size_t at) {
    const bool word = at + 1 < text.size() && text[at] >= 'A' && text[at] <= 'Z' &&
                      !(text[at + 1] >= 'A' && text[at + 1] <= 'Z');
    if (word) text[at] = static_cast<char>(text[at] - 'A' + 'a');
  };
  if (text.ends_with('.')) text.pop_back();
  lower_at(0);
  for (size_t at = text.find(". "); at != npos; at = text.find(". ", at)) {
    text[at] = ';';
    lower_at(at + 2);
  }
  return text;
}

/// What the reader of posts' YAML makes of a file that yaml-cpp refuses: it names the slips that
/// people make.
void Copier::syntax_error(const YAML::Exception& exception) {
  const size_t before = errors_.size();
  const SourceSpan part{static_cast<uint32_t>(start_), static_cast<uint32_t>(bytes_.size())};
  for (Problem& problem : read_yaml_stream(bytes_, part, YamlExtent::all_documents).problems) {
    if (!problem.note) report(problem.place, as_config_message(std::move(problem.message)));
  }
  if (errors_.size() > before) return;
  const uint32_t at = offset(exception.mark);
  SourceSpan place = line_from(at);
  if (place.empty() && at < bytes_.size()) place.end = at + 1;
  report(place, "not valid YAML (" + exception.msg +
                    "); check indentation, quotes and brackets around here");
}

/// Looks for what comes after the first document of a YAML text, and stops there: what yaml-cpp
/// takes for one more document may be none and come again and again.
class SecondDocument : public YAML::EventHandler {
 public:
  bool any() const { return documents_ > 0; }
  bool found() const { return documents_ > 1; }
  const YAML::Mark& mark() const { return mark_; }  ///< of its first value
  const YAML::Mark& begin() const { return begin_; }

  /// Throws what the parser does.
  void search(const std::string& text) {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    try {
      while (parser.HandleNextDocument(*this)) {
      }
    } catch (const Found&) {
    }
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    ++documents_;
    begin_ = mark_ = mark;
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { value(mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { value(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                const std::string& /*text*/) override {
    value(mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/,
                       YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value /*style*/) override {
    value(mark);
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    value(mark);
  }
  void OnMapEnd() override {}

 private:
  struct Found {};

  void value(const YAML::Mark& mark) {
    if (documents_ < 2) return;
    mark_ = mark;
    throw Found{};
  }

  int documents_ = 0;
  YAML::Mark begin_;
  YAML::Mark mark_;
};

void Copier::read(ConfigNode& root) {
  const std::string text(bytes_.substr(start_));
  try {
    SecondDocument second;
    second.search(text);
    if (!second.any()) return;
    root = copy(YAML::Load(text), 0);
    if (!second.found()) return;
    const bool marked = bytes_.substr(offset(second.begin())).starts_with("---");
    report(line_from(offset(second.mark())),
           marked ? "a configuration is one YAML document; remove the `---` before this"
                  : "this stands behind the end of the configuration; check quotes and brackets "
                    "before it");
  } catch (const YAML::Exception& exception) {
    syntax_error(exception);
  }
}

/// First byte that no configuration may hold: controls, NUL among them, and what is not UTF-8; or
/// npos.
size_t first_bad_byte(std::string_view bytes) {
  const auto control = [](char byte) {
    const auto value = static_cast<uint8_t>(byte);
    return (value < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || value == 0x7F;
  };
  const auto found = std::find_if(bytes.begin(), bytes.end(), control);
  const size_t at = found == bytes.end() ? npos : static_cast<size_t>(found - bytes.begin());
  return std::min(at, find_invalid_utf8(bytes));
}

}  // namespace

ConfigNode read_config_yaml(const std::string& file, std::string_view bytes,
                            std::vector<Error>& errors) {
  ConfigNode root;
  Copier copier(file, bytes, errors);
  if (bytes.size() > kLargestFile) {
    copier.report({}, "over 1 MiB, which is no configuration; check what this file is");
  } else if (const size_t bad = first_bad_byte(bytes); bad != npos) {
    const auto at = static_cast<uint32_t>(bad);
    copier.report({at, at + 1}, "not UTF-8 text; save the file as UTF-8");
  } else {
    copier.read(root);
  }
  return root;
}

}  // namespace soiree
