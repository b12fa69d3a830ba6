#include "linter/parse/yaml_interruptions.h"

#include <algorithm>
#include <utility>

#include "linter/parse/yaml_lines.h"

namespace soiree {
namespace {

constexpr size_t kMostInterruptions = 100;  ///< a file with more is no YAML at all

struct Line {
  uint32_t begin = 0;
  uint32_t content = 0;
  uint32_t end = 0;
  bool conflict = false;
  bool document = false;

  uint32_t column() const { return content - begin; }
};

bool is_conflict_marker(std::string_view line) {
  for (const std::string_view mark : {"<<<<<<<", "=======", ">>>>>>>", "|||||||"}) {
    if (line.starts_with(mark) && (line.size() == 7 || line[7] == ' ')) return true;
  }
  return false;
}

/// All lines but blank ones and comments.
std::vector<Line> significant_lines(std::string_view bytes) {
  std::vector<Line> lines;
  for (uint32_t at = 0; at < bytes.size(); at = yaml_next_line(bytes, at)) {
    Line line{at, at, yaml_line_end(bytes, at), false, false};
    while (line.content < line.end && bytes[line.content] == ' ') ++line.content;
    if (line.content == line.end || bytes[line.content] == '#' || bytes[line.content] == '\t') {
      continue;
    }
    const std::string_view text = bytes.substr(line.begin, line.end - line.begin);
    line.conflict = is_conflict_marker(text);
    line.document = (text.starts_with("---") || text.starts_with("...")) &&
                    (text.size() == 3 || text[3] == ' ');
    lines.push_back(line);
  }
  return lines;
}

class Finder {
 public:
  explicit Finder(std::string_view bytes) : bytes_(bytes), lines_(significant_lines(bytes)) {}

  YamlInterruptions find() {
    for (size_t i = 0; i < lines_.size() && found_.lines.size() < kMostInterruptions;) {
      i = step(i);
    }
    close_list(lines_.size());
    return std::move(found_);
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  bool is_dash(const Line& line) const { return is_item_dash(bytes_, line.content); }

  bool is_key(const Line& line) const {
    return std::string_view("[{]},@`%").find(bytes_[line.content]) == std::string_view::npos &&
           key_colon(bytes_, line.content) < line.end;
  }

  /// True for `key:`.
  bool is_bare_key(const Line& line) const {
    return is_key(line) && !is_dash(line) &&
           has_empty_value(bytes_, {line.content, line.end, YamlUnitKind::key});
  }

  /// True for `key:` and for keys whose value may run over the next lines whatever these look like.
  bool may_have_lines_below(const Line& line) const {
    if (is_bare_key(line)) return true;
    if (!is_key(line) || is_dash(line)) return false;
    const auto colon = static_cast<uint32_t>(key_colon(bytes_, line.content));
    const uint32_t value = skip_properties(bytes_, colon + 1);
    if (value >= line.end) return false;
    const char first = bytes_[value];
    if (first == '|' || first == '>') return true;
    const size_t opener = std::string_view("[{\"'").find(first);
    return opener != std::string_view::npos &&
           (value + 1 == line.end ||
            bytes_.substr(value + 1, line.end - value - 1).find("]}\"'"[opener]) ==
                std::string_view::npos);
  }

  /// Index of the first line of the list below the bare key at `key` that stands where the others
  /// stand; `key` + 1 when all is well or there is no list.
  size_t first_item(size_t key) const {
    const size_t first = key + 1;
    if (first + 1 >= lines_.size() || lines_[first].document) return first;
    const bool out = lines_[first].column() <= lines_[key].column();
    if (out &&
        (is_bare_key(lines_[first]) || lines_[first + 1].column() <= lines_[first].column())) {
      return first;
    }
    const size_t end = next_at(first + 1, lines_[key].column());
    uint32_t margin = kNone;
    size_t item = first;
    for (size_t k = first + 1; k < end; ++k) {
      if (!is_dash(lines_[k])) continue;
      if (is_dash(lines_[first]) && lines_[k].column() == lines_[first].column()) return first;
      if (lines_[k].column() < margin) {
        margin = lines_[k].column();
        item = k;
      }
    }
    if (margin == kNone || margin == lines_[first].column()) return first;
    if (is_bare_key(lines_[item - 1])) return first;  // a list inside the first entry
    const bool key_above = !is_dash(lines_[first]) && !out && lines_[first].column() < margin;
    return key_above ? first : item;
  }

  /// Index of the first line from `from` on that stands at `margin` or left of it.
  size_t next_at(size_t from, uint32_t margin) const {
    size_t next = from;
    while (next < lines_.size() && lines_[next].column() > margin && !lines_[next].document) {
      ++next;
    }
    return next;
  }

  void close_list(size_t end) {
    if (orphan_ != kNone) {
      const auto stop =
          end < lines_.size() ? lines_[end].begin : static_cast<uint32_t>(bytes_.size());
      found_.lists.push_back({orphan_, stop, YamlUnitKind::item});
    }
    orphan_ = kNone;
    margin_ = kNone;
  }

  void remove(size_t first, size_t last, std::string message) {
    found_.lines.push_back(
        {{lines_[first].content, lines_[last].end}, lines_[first].end, std::move(message)});
  }

  size_t step(size_t i) {
    const Line& line = lines_[i];
    if (line.conflict) {
      remove(i, i,
             "This line marks an unresolved merge conflict. Keep one of the two sides and delete "
             "the markers.");
      return i + 1;
    }
    if (line.document) {
      close_list(i);
      return i + 1;
    }
    if (margin_ == kNone) return outside_list(i);
    if (line.column() > margin_ || (line.column() == margin_ && is_dash(line))) return i + 1;
    return left_of_list(i);
  }

  size_t outside_list(size_t i) {
    const Line& line = lines_[i];
    if (is_dash(line)) {
      margin_ = line.column();
      root_list_ = true;
      return i + 1;
    }
    const size_t next = i + 1;
    if (i > 0 && line.column() > lines_[i - 1].column() && !lines_[i - 1].document &&
        key_colon(bytes_, line.content) != std::string_view::npos &&
        key_colon(bytes_, lines_[i - 1].content) != std::string_view::npos &&
        !may_have_lines_below(lines_[i - 1])) {
      remove(i, i,
             "This key is indented more than the key above it, which has a value already. Indent "
             "both alike.");
      if (next < lines_.size() && is_dash(lines_[next])) {
        margin_ = lines_[next].column();
        root_list_ = false;
        orphan_ = lines_[next].begin;
      }
      return next;
    }
    if (is_bare_key(line)) {
      const size_t first = first_item(i);
      if (first > next) {
        remove(next, first - 1,
               "This line is not in line with the list items below it. Indent it like them, with "
               "`- ` in front.");
        margin_ = lines_[first].column();
        root_list_ = false;
        return first;
      }
    }
    const bool list_below = next < lines_.size() && !lines_[next].document &&
                            is_dash(lines_[next]) && lines_[next].column() >= line.column();
    if (is_bare_key(line) && list_below) {
      margin_ = lines_[next].column();
      root_list_ = false;
      return next;
    }
    if (may_have_lines_below(line)) return next_at(next, line.column());
    if (list_below && lines_[next].column() > line.column()) {
      if (!is_key(line)) {
        remove(i, i,
               "This line has a list below it but is no key. Write it as `key:`, such as "
               "`posts:`.");
      } else {
        found_.lines.push_back(
            {{lines_[next].content, lines_[next].content},
             lines_[next].end,
             "A list cannot follow a key that has a value. Put the list under a key of its own, "
             "such as `posts:`."});
      }
      margin_ = lines_[next].column();
      root_list_ = false;
      orphan_ = lines_[next].begin;
    }
    return next;
  }

  /// A line that ends the list, or only looks as if it did.
  size_t left_of_list(size_t i) {
    const Line& line = lines_[i];
    const size_t next = next_at(i + 1, margin_);
    const bool goes_on =
        next < lines_.size() && lines_[next].column() == margin_ && is_dash(lines_[next]);
    const bool at_end = next == lines_.size() || lines_[next].document;
    const bool belongs_here =
        line.column() > 0 || root_list_ || (goes_on && next > i) || (at_end && next > i + 1);
    if (may_have_lines_below(line) || !belongs_here || (margin_ == 0 && !root_list_) ||
        !(goes_on || at_end)) {
      close_list(i);
      return i;
    }
    const bool item = bytes_[line.content] == '-' || starts_item(i, next);
    remove(i, item ? next - 1 : i, out_of_line(line, item));
    return next;
  }

  /// What is said about a line that stands left of the list it is in.
  std::string out_of_line(const Line& line, bool item) const {
    const std::string_view text = bytes_.substr(line.content, line.end - line.content);
    if (line.column() == margin_ && text.size() > 1 && text[0] == '-' && text[1] != '-') {
      const size_t end = std::min(text.find_first_of(" \t", 1), text.size());
      return "A list item needs a blank behind its dash. Write `- " +
             std::string(text.substr(1, end - 1)) + (end < text.size() ? "…`." : "`.");
    }
    if (item) {
      return "This line is indented less than the list it is part of. Indent it like the items "
             "around it, with `- ` in front.";
    }
    if (line.column() == margin_) {
      return "This line stands among the items of a list and is none. If it is an item, put `- ` "
             "in front; if not, indent it like the lines around it, or delete it.";
    }
    return "This line is indented less than the entry it stands in. Indent it like the lines "
           "around it, or delete it.";
  }

  /// True when the lines from `i` on are an item whose dash is lost: one of their keys is set in
  /// the lines before as well.
  bool starts_item(size_t i, size_t next) const {
    constexpr size_t kMostLines = 64;  // of an entry; what follows says no more
    for (size_t k = i; k < std::min(next, i + kMostLines); ++k) {
      const std::string_view key = key_of(k);
      if (key.empty()) continue;
      for (size_t before = i; before-- > (i < kMostLines ? 0 : i - kMostLines);) {
        const bool start = lines_[before].column() == margin_;
        if (key_of(before) == key) return true;
        if (start || lines_[before].column() < margin_) break;
      }
    }
    return false;
  }

  std::string_view key_of(size_t i) const {
    uint32_t begin = lines_[i].content;
    while (begin < lines_[i].end && (is_item_dash(bytes_, begin) || bytes_[begin] == ' ')) ++begin;
    const size_t colon = key_colon(bytes_, begin);
    if (colon == std::string_view::npos || colon > lines_[i].end) return {};
    return bytes_.substr(begin, colon - begin);
  }

  std::string_view bytes_;
  std::vector<Line> lines_;
  YamlInterruptions found_;
  uint32_t margin_ = kNone;  ///< column of the dashes of the list we are in
  uint32_t orphan_ = kNone;  ///< where the list begins, when it hangs below no key
  bool root_list_ = false;
};

}  // namespace

YamlInterruptions find_interruptions(std::string_view bytes) { return Finder(bytes).find(); }

}  // namespace soiree
