#include "linter/lint/comment_removal.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace soiree {
namespace {

constexpr size_t kMostLinesAbove = 64;  ///< that are looked at for the beginning of a list
constexpr size_t npos = std::string_view::npos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A letter or digit, of ASCII or not: what stands before a comment is no mere markup then.
bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const char lower = static_cast<char>(c | 0x20);
  return byte >= 0x80 || is_digit(c) || (lower >= 'a' && lower <= 'z');
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

/// A line's content without the marks of the quotations that it stands in.
std::string_view unquoted(std::string_view line) {
  const size_t begin = line.find_first_not_of(" \t\r\n>");
  return begin == npos ? std::string_view() : trimmed(line.substr(begin));
}

/// "- item", "12. item".
bool starts_item(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && at < 9 && is_digit(text[at])) ++at;
  if (at >= text.size()) return false;
  const std::string_view marks = at > 0 ? ".)" : "-*+";
  return marks.find(text[at]) != npos && (at + 1 == text.size() || text[at + 1] == ' ');
}

/// Is never read as going on with the paragraph above it.
bool starts_block(std::string_view text) {
  constexpr std::array<std::string_view, 5> kStarts = {"<!--", "#", ">", "```", "~~~"};
  return starts_item(text) || std::any_of(kStarts.begin(), kStarts.end(),
                                          [&](auto start) { return text.starts_with(start); });
}

/// What the lines above a comment are part of, up to a blank one.
enum class Around : uint8_t { text, list, unknown };

class Removals {
 public:
  Removals(std::span<const SourceSpan> comments, std::string_view bytes, const LineIndex& lines)
      : comments_(comments),
        bytes_(bytes),
        lines_(lines),
        starts_line_(comments.size()),
        ends_line_(comments.size()),
        follows_words_(comments.size()),
        at_top_(comments.size()) {
    for (size_t i = 0; i < comments.size(); ++i) {
      const uint32_t begin = lines.line(lines.line_of(comments[i].begin)).begin;
      const bool stacked = i > 0 && comments[i - 1].end > begin && is_blank(i - 1);
      const std::string_view text = unquoted(before(i, begin));
      const bool first = i == 0 || comments[i - 1].end <= begin;
      at_top_[i] = trimmed(before(i, 0)).empty() && (i == 0 || at_top_[i - 1]);
      starts_line_[i] = stacked ? starts_line_[i - 1] : first && text.empty();
      follows_words_[i] = stacked ? follows_words_[i - 1] : ends_in_words(text);
    }
    for (size_t i = comments.size(); i-- > 0;) {
      const uint32_t end = line_end(i);
      const bool beside = i + 1 < comments.size() && comments[i + 1].begin < end;
      ends_line_[i] = beside ? ends_line_[i + 1] && is_blank(i)
                             : trimmed(SourceSpan{comments[i].end, end}.of(bytes)).empty();
    }
  }

  CommentRemoval removal(size_t i) {
    const SourceSpan comment = comments_[i];
    if (bytes_[comment.begin] == '#') return {comment};
    if (hides_fence(i)) return unsafe(comment);
    if (starts_line_[i]) return ends_line_[i] ? own_line(i) : unsafe(comment);
    if (!follows_words_[i]) return unsafe(comment);
    if (!ends_line_[i]) return stands_apart(comment) ? CommentRemoval{comment} : unsafe(comment);
    const std::string_view text = before(i, lines_.line(lines_.line_of(comment.begin)).begin);
    const size_t blanks = text.size() - (text.find_last_not_of(" \t") + 1);
    return {{comment.begin - static_cast<uint32_t>(blanks), comment.end}};
  }

 private:
  /// At the end of a line `---` and the last mark of `# Title #` are markup, and a backslash breaks
  /// the line.
  static bool ends_in_words(std::string_view text) {
    while (starts_item(text)) text = trimmed(text.substr(std::min(text.find(' '), text.size())));
    return std::any_of(text.begin(), text.end(), is_word) && text.back() != '\\' &&
           text.back() != '#';
  }

  static CommentRemoval unsafe(SourceSpan cut) { return {cut, FixSafety::unsafe}; }

  uint32_t line_end(size_t i) const {
    return lines_.line(lines_.line_of(std::max(comments_[i].end, 1U) - 1)).end;
  }

  /// What stands before a comment, from `begin` on or behind the comment before it.
  std::string_view before(size_t i, uint32_t begin) const {
    if (i > 0) begin = std::max(begin, comments_[i - 1].end);
    return SourceSpan{std::min(begin, comments_[i].begin), comments_[i].begin}.of(bytes_);
  }
  /// Nothing stands between this comment and the next one.
  bool is_blank(size_t i) const { return trimmed(before(i + 1, 0)).empty(); }

  bool shares_line(size_t i) const {
    const auto line = [&](size_t other) { return lines_.line_of(comments_[other].begin); };
    return (i > 0 && comments_[i - 1].end > lines_.line(line(i)).begin) ||
           (i + 1 < comments_.size() && comments_[i + 1].begin < line_end(i));
  }

  std::string_view content(size_t line) const { return unquoted(lines_.line(line).of(bytes_)); }

  /// How many quotations the line stands in.
  std::ptrdiff_t quotes(size_t line) const {
    const std::string_view text = lines_.line(line).of(bytes_);
    const size_t begin = std::min(text.find_first_not_of(" \t>"), text.size());
    return std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '>');
  }

  Around around(size_t line) const {
    Around found = Around::text;
    for (size_t seen = 0; line-- > 0; ++seen) {
      const std::string_view text = content(line);
      if (text.empty()) return found;
      if (starts_item(text)) return Around::list;
      if (seen == kMostLinesAbove) return Around::unknown;
      // An HTML block goes on up to a blank line.
      if (text.starts_with('<') && !text.starts_with("<!--")) found = Around::unknown;
    }
    return found;
  }

  /// "*one*<!-- -->*two*" would be read in another way without the comment.
  bool stands_apart(SourceSpan comment) const {
    constexpr std::string_view kBlanks = " \t";
    return (comment.begin > 0 && kBlanks.find(bytes_[comment.begin - 1]) != npos) ||
           (comment.end < bytes_.size() && kBlanks.find(bytes_[comment.end]) != npos);
  }

  /// A fence that stands behind comments alone would begin front matter without them.
  bool hides_fence(size_t i) const {
    if (!at_top_[i]) return false;
    const size_t next = bytes_.find_first_not_of(" \t\r\n", comments_[i].end);
    if (next == npos) return false;
    const std::string_view text = bytes_.substr(next);
    return text.starts_with("---") || text.starts_with("+++") || text.starts_with('{');
  }

  /// Of a comment on a line of its own: a blank line is left, unless a list would become loose.
  /// Comments that share their lines have the same around them, which is looked at once.
  CommentRemoval own_line(size_t i) {
    const size_t first = lines_.line_of(comments_[i].begin);
    const size_t next = lines_.line_of(line_end(i) - 1) + 1;
    if (first != seen_first_ || next != seen_next_) {
      seen_ = look_around(i, first, next);
      seen_first_ = first;
      seen_next_ = next;
      return seen_;
    }
    return {comments_[i], seen_.safety};
  }

  CommentRemoval look_around(size_t i, size_t first, size_t next) const {
    const SourceSpan comment = comments_[i];
    const uint32_t end = line_end(i);
    const std::string_view above = first > 0 ? content(first - 1) : std::string_view();
    const std::string_view below = next < lines_.line_count() ? content(next) : std::string_view();
    if (above.empty()) return {comment};
    // Four blanks make code of text, or go on with a paragraph.
    const size_t indent = std::string_view(lines_.line(first).of(bytes_)).find_first_not_of(" >");
    const Around place = around(first);
    if (place == Around::text && indent >= 4) return unsafe(comment);
    if (below.empty()) return {comment};
    // A comment at the margin has ended the list, and text at the margin does not go on with it.
    const auto at_margin = [&](size_t line) {
      return std::string_view(" \t>").find(bytes_[lines_.line(line).begin]) == npos;
    };
    const bool behind = at_margin(first) && at_margin(next) && !starts_item(below);
    if (place == Around::text || (place == Around::list && behind)) return {comment};
    const bool cuts = place == Around::list && starts_block(below) && !shares_line(i) &&
                      quotes(first) == quotes(first - 1) && quotes(first) == quotes(next);
    return cuts ? CommentRemoval{{lines_.line(first).begin, end}} : unsafe(comment);
  }

  std::span<const SourceSpan> comments_;
  std::string_view bytes_;
  const LineIndex& lines_;
  std::vector<bool> starts_line_;  ///< nothing but comments before it
  std::vector<bool> ends_line_;    ///< and behind it
  std::vector<bool> follows_words_;
  std::vector<bool> at_top_;  ///< nothing but blanks and comments before it
  size_t seen_first_ = npos;  ///< the lines that own_line() looked around last
  size_t seen_next_ = npos;
  CommentRemoval seen_{};
};

}  // namespace

std::vector<CommentRemoval> removals_of(std::span<const SourceSpan> comments,
                                        std::string_view bytes, const LineIndex& lines) {
  Removals found(comments, bytes, lines);
  std::vector<CommentRemoval> removals;
  removals.reserve(comments.size());
  for (size_t i = 0; i < comments.size(); ++i) removals.push_back(found.removal(i));
  return removals;
}

}  // namespace soiree
