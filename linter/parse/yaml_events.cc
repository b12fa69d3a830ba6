#include "linter/parse/yaml_events.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_map>

#include "linter/parse/yaml_lines.h"
#include "linter/parse/yaml_mapping.h"
#include "linter/parse/yaml_scalar.h"

namespace soiree {
namespace {

/// Aliases may copy this many nodes and bytes in all; real files stay far below, alias bombs end
/// here.
constexpr size_t kMaxCopiedNodes = 65536;
constexpr size_t kMaxCopiedBytes = size_t{4} << 20U;

/// Ends a parse from inside a handler.
struct Stop {
  YamlFailure failure;
};

/// Ends a parse after the first document.
struct Done {};

/// Reads a string_view in place.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view bytes) {
    char* begin = const_cast<char*>(bytes.data());  // the get area is never written to
    setg(begin, begin, begin + bytes.size());
  }
};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const YamlBytes& bytes, YamlParse& parse, bool all_documents)
      : bytes_(bytes), parse_(parse), all_documents_(all_documents) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    anchors_.clear();
    stack_.clear();
    const uint32_t at = clamp(mark.pos);
    const bool marked = bytes_.clean.substr(at, 3) == "---" || at_document_end(at);
    // yaml-cpp takes what follows a complete value for one more document, marked as one or not.
    if (documents_ > 0 && !marked) throw Stop{{at, "stray content", {}, false}};
    if (documents_ > 0 && !all_documents_) throw Done{};
    ++documents_;
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    YamlNode node;
    node.place = null_place(clamp(mark.pos));
    check_key_has_colon();
    complete(std::move(node), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const uint32_t at = clamp(mark.pos);
    const auto found = anchors_.find(anchor);
    YamlNode copy;
    if (found == anchors_.end()) {
      alias_problem(at,
                    "This alias stands inside the value it names, so it would never end. "
                    "Remove it.");
      copy.place = bytes_.place(at, at);
    } else if (!may_copy(found->second)) {
      alias_problem(at,
                    "The aliases of this file repeat too much text to be read. Write the "
                    "values out.");
      copy.place = bytes_.place(at, at);
    } else {
      copy = found->second;
    }
    complete(std::move(copy), 0);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const uint32_t begin = content_begin(clamp(mark.pos), tag, anchor);
    ScalarReading reading = map_scalar(bytes_, begin, value);
    ++parse_.scalars;
    if (!reading.exact) ++parse_.inexact;
    const uint32_t end = reading.place.end - bytes_.shift;
    const bool quoted =
        reading.style == YamlStyle::single_quoted || reading.style == YamlStyle::double_quoted;
    if (!reading.closed) throw Stop{{begin, "unclosed quote", {}, false}};
    if (quoted && flow_depth_ == 0 && swallows_lines(bytes_.clean, begin, end)) {
      throw Stop{{begin, "unclosed quote", {}, false}};
    }
    parse_.extents.push_back({reading.place.begin, reading.header_end, reading.place.end,
                              reading.style == YamlStyle::plain,
                              value.find(' ') != std::string::npos});
    YamlNode node;
    node.kind = YamlKind::scalar;
    node.style = reading.style;
    node.place = reading.place;
    node.text = std::move(reading.text);
    complete(std::move(node), anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(YamlKind::sequence, content_begin(clamp(mark.pos), tag, anchor), anchor, style);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(YamlKind::mapping, content_begin(clamp(mark.pos), tag, anchor), anchor, style);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    YamlNode node;
    YAML::anchor_t anchor = 0;
    bool flow = false;
  };

  /// True when only blanks, comments and a `...` line stand before `at`.
  bool at_document_end(uint32_t at) const {
    uint32_t line = yaml_line_begin(bytes_.clean, at);
    while (line > 0) {
      line = yaml_line_begin(bytes_.clean, line - 1);
      const size_t text = bytes_.clean.find_first_not_of(" \t\r\n", line);
      if (bytes_.clean.substr(line, 3) == "...") return true;
      if (text < yaml_line_end(bytes_.clean, line) && bytes_.clean[text] != '#') return false;
    }
    return false;
  }

  uint32_t clamp(int position) const {
    return static_cast<uint32_t>(
        std::clamp<int64_t>(position, 0, static_cast<int64_t>(bytes_.clean.size())));
  }

  /// First byte of a node's content when its mark may point at a tag or an anchor before it.
  uint32_t content_begin(uint32_t at, const std::string& tag, YAML::anchor_t anchor) const {
    const bool tagged = tag != "?" && tag != "!";
    if (!tagged && anchor == 0 && !(at < bytes_.clean.size() && bytes_.clean[at] == '!')) return at;
    return skip_properties(bytes_.clean, at);
  }

  SourceSpan null_place(uint32_t at) const {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (bytes_.clean.substr(at, word.size()) == word) {
        return bytes_.place(at, at + static_cast<uint32_t>(word.size()));
      }
    }
    if (!stack_.empty() && stack_.back().node.kind == YamlKind::mapping &&
        stack_.back().node.children.size() % 2 == 1) {
      const uint32_t end = stack_.back().node.children.back().place.end;
      return {end, end};  // an empty value stands after its key, not where the parser stopped
    }
    return bytes_.place(at, at);
  }

  /// yaml-cpp takes a last line without a colon for a key without a value.
  void check_key_has_colon() const {
    if (stack_.empty() || stack_.back().flow) return;
    const YamlNode& parent = stack_.back().node;
    if (parent.kind != YamlKind::mapping || parent.children.size() % 2 == 0) return;
    const YamlNode& key = parent.children.back();
    if (key.kind != YamlKind::scalar || key.style == YamlStyle::none) return;
    const uint32_t begin = key.place.begin - bytes_.shift;
    uint32_t before = begin;
    while (before > 0 && (bytes_.clean[before - 1] == ' ')) --before;
    if (before > 0 && bytes_.clean[before - 1] == '?') return;
    uint32_t after = key.place.end - bytes_.shift;
    while (after < bytes_.clean.size() &&
           (bytes_.clean[after] == ' ' || bytes_.clean[after] == '\t')) {
      ++after;
    }
    if (after < bytes_.clean.size() && bytes_.clean[after] == ':') return;
    throw Stop{{begin, "a line without a key", {}, false}};
  }

  void alias_problem(uint32_t at, const char* message) {
    if (alias_reported_) return;
    alias_reported_ = true;
    const uint32_t end = word_end(bytes_.clean, at);
    parse_.problems.push_back({bytes_.place(at, end), message});
  }

  bool may_copy(const YamlNode& node) {
    if (++copied_nodes_ > kMaxCopiedNodes) return false;
    copied_bytes_ += node.text.size();
    if (copied_bytes_ > kMaxCopiedBytes) return false;
    return std::all_of(node.children.begin(), node.children.end(),
                       [this](const YamlNode& child) { return may_copy(child); });
  }

  void open(YamlKind kind, uint32_t at, YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
    Frame frame;
    frame.node.kind = kind;
    frame.node.place = bytes_.place(at, at);
    frame.anchor = anchor;
    frame.flow = style == YAML::EmitterStyle::Flow;
    if (frame.flow) ++flow_depth_;
    stack_.push_back(std::move(frame));
  }

  void close() {
    Frame frame = std::move(stack_.back());
    stack_.pop_back();
    YamlNode& node = frame.node;
    if (frame.flow) --flow_depth_;
    if (!node.children.empty()) node.place.end = std::max(last_end_, node.place.begin);
    if (frame.flow) {
      const uint32_t from =
          std::max(node.place.end - bytes_.shift, node.place.begin - bytes_.shift + 1);
      node.place.end =
          bytes_.shift + flow_end(bytes_.clean, from, node.kind == YamlKind::mapping ? '}' : ']');
    }
    if (node.kind == YamlKind::mapping) finish_mapping(node, parse_.problems);
    complete(std::move(node), frame.anchor);
  }

  void complete(YamlNode node, YAML::anchor_t anchor) {
    last_end_ = std::max(last_end_, node.place.end);
    if (anchor != 0 && may_copy(node)) anchors_[anchor] = node;
    if (stack_.empty()) {
      parse_.roots.push_back(std::move(node));
    } else {
      stack_.back().node.children.push_back(std::move(node));
    }
  }

  const YamlBytes& bytes_;
  YamlParse& parse_;
  std::vector<Frame> stack_;
  std::unordered_map<YAML::anchor_t, YamlNode> anchors_;
  size_t copied_nodes_ = 0;
  size_t copied_bytes_ = 0;
  uint32_t last_end_ = 0;
  int flow_depth_ = 0;
  int documents_ = 0;
  bool all_documents_ = false;
  bool alias_reported_ = false;
};

}  // namespace

YamlParse parse_yaml(const YamlBytes& bytes, bool all_documents) {
  YamlParse parse;
  TreeBuilder builder(bytes, parse, all_documents);
  ViewBuffer buffer(bytes.clean);
  std::istream stream(&buffer);
  const auto size = static_cast<int64_t>(bytes.clean.size());
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Done&) {  // the first document is complete
  } catch (const Stop& stop) {
    parse.failure = stop.failure;
  } catch (const YAML::DeepRecursion& error) {
    parse.failure =
        YamlFailure{static_cast<uint32_t>(std::clamp<int64_t>(error.mark.pos, 0, size)),
                    "This is nested too deeply to be read: more than 500 levels. Make it flatter.",
                    {},
                    true};
  } catch (const YAML::Exception& error) {
    YamlFailure failure;
    failure.offset = static_cast<uint32_t>(std::clamp<int64_t>(error.mark.pos, 0, size));
    failure.message = error.msg;
    if (error.msg.find("anchor is not defined") != std::string::npos) {
      const uint32_t end = word_end(bytes.clean, failure.offset);
      if (end > failure.offset) {
        failure.unknown_anchor = bytes.clean.substr(failure.offset + 1, end - failure.offset - 1);
      }
    }
    parse.failure = std::move(failure);
  }
  return parse;
}

}  // namespace soiree
