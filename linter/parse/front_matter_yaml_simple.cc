#include <algorithm>

#include "linter/parse/front_matter_parts.h"
#include "linter/text/utf8.h"

// Every question this reader cannot answer from a line and the indentation of the next is
// answered with false: the entry, or if need be the whole block, then goes to the real YAML parser.
namespace soiree::front_matter {
namespace {

// Duplicate keys are looked for in a list, so more keys than this are not simple.
constexpr size_t kMostKeys = 128;

constexpr bool is_simple_key_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

bool is_null_word(std::string_view text) {
  return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

// Characters a plain scalar may not start with, or that mean something else when it does.
bool starts_plain(char c) {
  return std::string_view("-?:,[]{}#&*!|>'\"%@`").find(c) == std::string_view::npos;
}

// Tabs, control characters, lone carriage returns, invalid UTF-8 and C1 controls.
bool has_odd_bytes(std::string_view text) {
  bool ascii = true;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x7F) continue;
    if (byte >= 0x80) {
      ascii = false;
      const bool c1 =
          byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
      const std::string_view three = text.substr(i, 3);  // byte order mark and noncharacters
      const bool odd = byte == 0xEF && (three == "\xEF\xBB\xBF" || three == "\xEF\xBF\xBE" ||
                                        three == "\xEF\xBF\xBF");
      if (c1 || odd) return true;
    } else if (byte == '\r') {
      if (i + 1 == text.size() || text[i + 1] != '\n') return true;
    } else if (byte != '\n') {
      return true;
    }
  }
  return !ascii && find_invalid_utf8(text) != std::string_view::npos;
}

class SimpleYaml {
 public:
  SimpleYaml(std::string_view source, SourceSpan part, FrontMatter& result)
      : source_(source), part_(part), result_(result), at_(part.begin) {}

  bool read() {
    if (has_odd_bytes(part_.of(source_))) return false;
    next_line();
    return read_table(0, {}) && !has_line_;
  }

 private:
  /// Goes to the next line that says something; comment lines on the way are noted.
  void next_line() {
    has_line_ = false;
    while (at_ < part_.end) {
      const Line line = line_at(source_, at_, part_.end);
      at_ = line.next;
      begin_ = line.begin;
      while (begin_ < line.end && source_[begin_] == ' ') ++begin_;
      indent_ = begin_ - line.begin;
      end_ = line.end;
      if (begin_ == end_) continue;
      if (source_[begin_] == '#') {
        result_.comments.push_back({{begin_, end_}});
        continue;
      }
      has_line_ = true;
      return;
    }
  }

  bool item_line() const {
    return begin_ + 1 < end_ && source_[begin_] == '-' && source_[begin_ + 1] == ' ';
  }

  bool read_table(uint32_t indent, const std::string& prefix) {
    std::vector<std::string_view> keys;
    while (has_line_ && indent_ == indent) {
      const uint32_t begin = begin_;
      const size_t fields = result_.fields.size();
      const size_t comments = result_.comments.size();
      const size_t known = keys.size();
      if (read_entry(indent, prefix, keys)) continue;
      const bool new_key = keys.size() > known;
      if (!prefix.empty() || !new_key) return false;
      result_.fields.resize(fields);
      result_.comments.resize(comments);
      if (!parse_entry(begin, keys.back())) return false;
    }
    return !has_line_ || indent_ < indent;
  }

  /// True for a line that begins `key:` and so ends what was before it, unless that is broken.
  static bool starts_entry(std::string_view line) {
    size_t at = 0;
    while (at < line.size() && is_simple_key_byte(line[at])) ++at;
    if (at == 0 || at == line.size() || line.front() == '-' || line[at] != ':') return false;
    return at + 1 == line.size() || line[at + 1] == ' ';
  }

  /// Gives the lines of the entry at `begin`, and only those, to the YAML parser. False unless they
  /// are right for themselves; then they mean the same where they stand.
  bool parse_entry(uint32_t begin, std::string_view key) {
    at_ = line_at(source_, begin, part_.end).next;
    while (at_ < part_.end) {
      const Line line = line_at(source_, at_, part_.end);
      const std::string_view text = line.of(source_);
      if (text.starts_with("---") || text.starts_with("...")) return false;
      if (starts_entry(text)) break;
      at_ = line.next;
    }
    YamlDocument document = read_yaml(source_, {begin, at_});
    const YamlNode& root = document.root;
    if (!document.problems.empty() || root.kind != YamlKind::mapping) return false;
    if (root.children.size() != 2 || root.children[0].value() != key) return false;
    const size_t problems = result_.problems.size();
    add_yaml_fields(root, result_);
    if (result_.problems.size() > problems) return false;
    std::move(document.comments.begin(), document.comments.end(),
              std::back_inserter(result_.comments));
    next_line();
    return true;
  }

  bool read_entry(uint32_t indent, const std::string& prefix, std::vector<std::string_view>& keys) {
    uint32_t at = begin_;
    while (at < end_ && is_simple_key_byte(source_[at])) ++at;
    const SourceSpan key_place{begin_, at};
    const std::string_view key = key_place.of(source_);
    if (key.empty() || key.front() == '-' || at == end_ || source_[at] != ':') return false;
    ++at;
    if (at < end_ && source_[at] != ' ') return false;
    if (is_null_word(key) || keys.size() == kMostKeys) return false;
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) return false;
    keys.push_back(key);
    std::string name = prefix;
    name += key;
    while (at < end_ && source_[at] == ' ') ++at;
    if (at < end_ && source_[at] != '#') {
      if (!read_value(at, name, key_place, false)) return false;
      next_line();
      return !has_line_ || indent_ <= indent;
    }
    if (at < end_) result_.comments.push_back({{at, end_}});
    next_line();
    const bool list = has_line_ && indent_ >= indent && item_line();
    if (list) return read_list(indent_, name, key_place) && (!has_line_ || indent_ <= indent);
    if (has_line_ && indent_ > indent) {
      return prefix.empty() && read_table(indent_, name + ".") && (!has_line_ || indent_ <= indent);
    }
    add(std::move(name), key_place, {at, at}, false).kind = FieldKind::null;
    return true;
  }

  bool read_list(uint32_t indent, const std::string& name, SourceSpan key_place) {
    while (has_line_ && indent_ == indent && item_line()) {
      uint32_t at = begin_ + 1;
      while (at < end_ && source_[at] == ' ') ++at;
      if (at == end_ || !read_value(at, name, key_place, true)) return false;
      next_line();
    }
    return !has_line_ || indent_ <= indent;
  }

  /// Reads the value at `at`, which fills the rest of the line but for a comment.
  bool read_value(uint32_t at, const std::string& name, SourceSpan key_place, bool in_list) {
    const char first = source_[at];
    if (first == '[') return !in_list && read_flow_list(at, name, key_place);
    if (first == '"' || first == '\'') {
      return read_quoted(at, name, key_place, in_list) && read_rest(at);
    }
    return read_plain(at, name, key_place, in_list) && read_rest(at);
  }

  /// Blanks and a comment up to the end of the line.
  bool read_rest(uint32_t at) {
    const uint32_t start = at;
    while (at < end_ && source_[at] == ' ') ++at;
    if (at == end_) return true;
    if (source_[at] != '#' || at == start) return false;
    result_.comments.push_back({{at, end_}});
    return true;
  }

  /// Takes the next line as more of the scalar that has reached the end of its line, if it is
  /// indented deeper than the entry; `at` is then the first character that is no blank. Blank lines
  /// are not taken.
  bool take_continuation(uint32_t& at) {
    if (at_ >= part_.end) return false;
    const Line line = line_at(source_, at_, part_.end);
    uint32_t begin = line.begin;
    while (begin < line.end && source_[begin] == ' ') ++begin;
    if (begin == line.end || begin - line.begin <= indent_) return false;
    at_ = line.next;
    end_ = line.end;
    at = begin;
    return true;
  }

  /// The blanks and the line end between two lines of a scalar read as one blank.
  bool fold(uint32_t& at, uint32_t& run, MappedText& value) {
    uint32_t last = at;
    while (last > run && source_[last - 1] == ' ') --last;
    if (!take_continuation(at)) return false;
    value.append_verbatim(source_.substr(run, last - run), run);
    value.append_decoded(" ", {last, at});
    run = at;
    return true;
  }

  bool read_quoted(uint32_t& at, const std::string& name, SourceSpan key_place, bool in_list) {
    const char quote = source_[at];
    const uint32_t begin = at++;
    uint32_t run = at;
    MappedText value;
    for (;;) {
      if (at == end_) {
        if (!fold(at, run, value)) return false;
        continue;
      }
      const char c = source_[at];
      const char next = at + 1 < end_ ? source_[at + 1] : '\0';
      const bool escape = quote == '"' ? c == '\\' : c == quote && next == quote;
      if (escape && next != quote && next != '\\') return false;
      if (c != quote && !escape) {
        ++at;
        continue;
      }
      value.append_verbatim(source_.substr(run, at - run), run);
      if (!escape) break;
      value.append_decoded(std::string_view(&next, 1), {at, at + 2});
      at += 2;
      run = at;
    }
    ++at;
    Field& field = add(name, key_place, {begin, at}, in_list);
    field.value = std::move(value);
    field.quoted = true;
    return true;
  }

  bool read_plain(uint32_t& at, const std::string& name, SourceSpan key_place, bool in_list) {
    const uint32_t begin = at;
    uint32_t run = at;
    uint32_t last = at;  // behind the last character that is no blank
    MappedText value;
    do {
      if (!starts_plain(source_[at])) return false;
      for (; at < end_; ++at) {
        const char c = source_[at];
        if (c == ' ') {
          if (at + 1 < end_ && source_[at + 1] == '#') break;
          continue;
        }
        if (c == ':' && (at + 1 == end_ || source_[at + 1] == ' ')) return false;
        last = at + 1;
      }
    } while (at == end_ && fold(at, run, value));
    at = last;
    if (run == begin) {
      add_plain(name, key_place, {begin, last}, in_list);
      return true;
    }
    value.append_verbatim(source_.substr(run, last - run), run);
    add(name, key_place, {begin, last}, in_list).value = std::move(value);
    return true;
  }

  bool read_flow_list(uint32_t at, const std::string& name, SourceSpan key_place) {
    const uint32_t begin = at++;
    const auto blanks = [&] {
      while (at < end_ && source_[at] == ' ') ++at;
    };
    blanks();
    if (at < end_ && source_[at] == ']') {
      add(name, key_place, {begin, at + 1}, false).kind = FieldKind::empty_list;
      return read_rest(at + 1);
    }
    for (;;) {
      blanks();
      if (at == end_) return false;
      const bool quoted = source_[at] == '"' || source_[at] == '\'';
      if (quoted ? !read_quoted(at, name, key_place, true)
                 : !read_flow_plain(at, name, key_place)) {
        return false;
      }
      blanks();
      if (at == end_) return false;
      if (source_[at] == ']') return read_rest(at + 1);
      if (source_[at] != ',') return false;
      ++at;
      blanks();
      if (at < end_ && source_[at] == ']') return read_rest(at + 1);
    }
  }

  bool read_flow_plain(uint32_t& at, const std::string& name, SourceSpan key_place) {
    if (!starts_plain(source_[at])) return false;
    const uint32_t begin = at;
    uint32_t last = at;
    for (; at < end_ && source_[at] != ',' && source_[at] != ']'; ++at) {
      if (std::string_view("[{}:#?").find(source_[at]) != std::string_view::npos) return false;
      if (source_[at] != ' ') last = at + 1;
    }
    add_plain(name, key_place, {begin, last}, true);
    return true;
  }

  void add_plain(const std::string& name, SourceSpan key_place, SourceSpan place, bool in_list) {
    Field& field = add(name, key_place, place, in_list);
    if (is_null_word(place.of(source_))) {
      field.kind = FieldKind::null;
    } else {
      field.value.append_verbatim(place.of(source_), place.begin);
    }
  }

  Field& add(std::string name, SourceSpan key_place, SourceSpan place, bool in_list) {
    Field& field = result_.fields.emplace_back();
    field.key = std::move(name);
    field.key_place = key_place;
    field.place = place;
    field.in_list = in_list;
    return field;
  }

  std::string_view source_;
  SourceSpan part_;
  FrontMatter& result_;
  uint32_t at_;
  // The line being read: its text is [begin_, end_).
  bool has_line_ = false;
  uint32_t begin_ = 0;
  uint32_t end_ = 0;
  uint32_t indent_ = 0;
};

}  // namespace

bool read_simple_yaml(std::string_view source, SourceSpan part, FrontMatter& result) {
  const size_t fields = result.fields.size();
  const size_t comments = result.comments.size();
  const size_t problems = result.problems.size();
  result.fields.reserve(fields + 16);
  if (SimpleYaml(source, part, result).read()) return true;
  result.fields.resize(fields);
  result.comments.resize(comments);
  result.problems.resize(problems);
  return false;
}

}  // namespace soiree::front_matter
