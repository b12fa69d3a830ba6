#include "integrations/lsp/silence.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "integrations/lsp/section_run.h"
#include "linter/config/discovery.h"
#include "linter/parse/front_matter.h"
#include "linter/text/source_file.h"

namespace soiree {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class CommentStyle : uint8_t { none, html, mdx, hash };

/// Findings about our own comments, and of files that cannot be read, cannot be silenced.
bool may_be_silenced(const Finding& finding) {
  return finding.rule != "unknown-rule" && finding.rule != "unused-suppression" &&
         finding.rule != "syntax";
}

bool is_mdx(std::string_view path) {
  return path.size() > 4 && (path.ends_with(".mdx") || path.ends_with(".MDX"));
}

CommentStyle comment_style(std::string_view path) {
  const std::optional<ContentKind> kind = content_kind(path);
  if (kind == ContentKind::markdown) return is_mdx(path) ? CommentStyle::mdx : CommentStyle::html;
  return kind == ContentKind::yaml ? CommentStyle::hash : CommentStyle::none;
}

std::string comment(CommentStyle style, std::string_view directive, std::string_view rule) {
  if (style == CommentStyle::hash) return fmt::format("# soiree-{} {}", directive, rule);
  if (style == CommentStyle::mdx) return fmt::format("{{/* soiree-{} {} */}}", directive, rule);
  return fmt::format("<!-- soiree-{} {} -->", directive, rule);
}

std::string_view line_end(std::string_view text) {
  const size_t end = text.find('\n');
  return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Lines of a text with what the edits need to know of them.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text), index_(text) {}
  /// The same of a post, which may begin with front matter.
  Lines(std::string_view text, std::string_view path) : Lines(text) {
    const FrontMatter front = read_front_matter(text, path);
    if (front.whole.empty()) return;
    yaml_ = front.format == FrontMatterFormat::yaml;
    body_ = front.body_begin < text.size() ? of(front.body_begin) : count();
    if (body_ < count() && span(body_).begin < front.body_begin) ++body_;
  }

  size_t of(uint32_t offset) const { return index_.line_of(offset); }
  size_t count() const { return index_.line_count(); }
  SourceSpan span(size_t line) const { return index_.line_content(line, text_); }
  std::string_view content(size_t line) const { return span(line).of(text_); }
  std::string_view indentation(size_t line) const {
    const std::string_view whole = content(line);
    return whole.substr(0, std::min(whole.find_first_not_of(" \t"), whole.size()));
  }
  /// First line behind the front matter, 0 without any.
  size_t body() const { return body_; }
  /// True when comments with `#` can stand in the front matter.
  bool has_yaml() const { return yaml_; }

 private:
  std::string_view text_;
  LineIndex index_;
  size_t body_ = 0;
  bool yaml_ = false;
};

Edit insert(uint32_t offset, std::string text) { return {{offset, offset}, std::move(text)}; }

/// A comment on a line of its own before `line`.
Edit insert_before(const Lines& lines, size_t line, std::string_view text,
                   const std::string& comment_text) {
  uint32_t offset = lines.span(line).begin;
  if (offset == 0 && text.starts_with(kByteOrderMark)) offset = kByteOrderMark.size();
  return insert(offset,
                fmt::format("{}{}{}", lines.indentation(line), comment_text, line_end(text)));
}

/// A comment before such a line starts a block of its own without ending another.
bool starts_paragraph(const Lines& lines, size_t line) {
  const std::string_view content = lines.content(line);
  const bool after_blank = line == lines.body() || is_blank(lines.content(line - 1));
  if (!after_blank || content.empty()) return false;
  const char first = content.front();
  const bool marker = std::string_view(" \t>-*+|").find(first) != std::string_view::npos;
  return !marker && (first < '0' || first > '9');
}

/// A comment behind the text of `line`.
Edit insert_behind(const Lines& lines, size_t line, const std::string& comment_text) {
  const SourceSpan span = lines.span(line);
  const size_t last = lines.content(line).find_last_not_of(" \t");
  const uint32_t end = last == std::string_view::npos ? span.end : span.begin + last + 1;
  return insert(end, " " + comment_text);
}

/// A comment at the end of the table cell that `offset` is in; none where no bar ends it.
std::optional<Edit> insert_in_cell(const Lines& lines, uint32_t offset,
                                   const std::string& comment_text) {
  const size_t line = lines.of(offset);
  const std::string_view content = lines.content(line);
  const size_t begin = offset - lines.span(line).begin;
  size_t bar = content.find('|', begin);
  while (bar != std::string_view::npos && bar > 0 && content[bar - 1] == '\\') {
    bar = content.find('|', bar + 1);
  }
  if (bar == std::string_view::npos) return std::nullopt;
  while (bar > begin && (content[bar - 1] == ' ' || content[bar - 1] == '\t')) --bar;
  return insert(lines.span(line).begin + static_cast<uint32_t>(bar), " " + comment_text);
}

/// True when `edit`, a comment, silences a finding about a post and changes nothing else: neither
/// does the comment part what was found, nor does it stand where nobody reads it.
bool is_of_use(const OpenDocument& open, const Edit& edit) {
  std::string text = open.document.text;
  text.insert(edit.range.begin, edit.text);
  FileOutcome outcome = lint_bytes(std::move(text), 0, open.made.job, {});
  if (outcome.error) return false;
  SectionRun run;
  run.add(open.made, outcome.result);
  const std::vector<Finding> after = std::move(run.finish(open.setup->root).findings[0]);
  const SourceSpan added{edit.range.begin,
                         edit.range.begin + static_cast<uint32_t>(edit.text.size())};
  const bool unused = std::any_of(after.begin(), after.end(), [&](const Finding& finding) {
    return finding.rule == "unused-suppression" && added.contains(finding.range);
  });
  // Alone, the post has no feed, and comments about that seem to be of no use.
  const auto of_post = [](const Finding& finding) {
    return finding.whole_post == SourceSpan() && finding.rule != "unused-suppression";
  };
  return !unused && std::count_if(after.begin(), after.end(), of_post) <
                        std::count_if(open.findings.begin(), open.findings.end(), of_post);
}

/// Where a comment may silence a finding in a line that can have none above it.
std::vector<Edit> places_around(const Lines& lines, const Finding& finding, CommentStyle style) {
  const size_t line = lines.of(finding.range.begin);
  const std::string on_line = comment(style, "disable-line", finding.rule);
  std::vector<Edit> places;
  const bool one_line = finding.range.end <= lines.span(line).end;
  const auto cell =
      one_line ? insert_in_cell(lines, finding.range.end, on_line) : std::optional<Edit>();
  if (cell) places.push_back(*cell);
  places.push_back(insert_behind(lines, line, on_line));
  if (one_line) return places;
  const size_t before = finding.range.begin - lines.span(line).begin;
  if (before > lines.indentation(line).size()) {
    places.push_back(insert(finding.range.begin, on_line + " "));
  }
  if (line > lines.body()) {
    places.push_back(
        insert_behind(lines, line - 1, comment(style, "disable-next-line", finding.rule)));
  }
  return places;
}

std::optional<Edit> silence_in_markdown(const OpenDocument& open, const Lines& lines,
                                        const Finding& finding, CommentStyle style, bool may_lint) {
  const std::string_view text = open.document.text;
  const std::string_view rule = finding.rule;
  const size_t line = lines.of(finding.range.begin);
  if (line < lines.body()) {
    const bool key = !lines.content(line).empty() && lines.indentation(line).empty() &&
                     lines.content(line).find(": ") != std::string_view::npos;
    if (!key || !lines.has_yaml()) return std::nullopt;
    return insert_before(lines, line, text, comment(CommentStyle::hash, "disable-next-line", rule));
  }
  if (starts_paragraph(lines, line)) {
    return insert_before(lines, line, text, comment(style, "disable-next-line", rule));
  }
  const bool plain = finding.range.end <= lines.span(line).end &&
                     lines.content(line).find('|') == std::string_view::npos;
  if (plain || finding.whole_post != SourceSpan()) {
    return insert_behind(lines, line, comment(style, "disable-line", rule));
  }
  if (!may_lint) return std::nullopt;
  for (Edit& place : places_around(lines, finding, style)) {
    if (is_of_use(open, place)) return std::move(place);
  }
  return std::nullopt;
}

/// Comments above the list item that a post is hold for all of it.
std::optional<Edit> silence_in_schedule(const OpenDocument& open, const Lines& lines,
                                        const Finding& finding) {
  for (const Facts& facts : open.result.facts) {
    if (!facts.place.contains(finding.range) || facts.place.begin >= open.document.text.size()) {
      continue;
    }
    const size_t line = lines.of(facts.place.begin);
    const std::string_view content = lines.content(line);
    if (!content.substr(lines.indentation(line).size()).starts_with("- ")) continue;
    return insert_before(lines, line, open.document.text,
                         comment(CommentStyle::hash, "disable-next-line", finding.rule));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Edit> silence_here(const OpenDocument& open, const Finding& finding, bool may_lint) {
  const CommentStyle style = comment_style(open.path);
  if (style == CommentStyle::none || !may_be_silenced(finding)) return std::nullopt;
  const std::string_view text = open.document.text;
  if (style == CommentStyle::hash) return silence_in_schedule(open, Lines(text), finding);
  return silence_in_markdown(open, Lines(text, open.path), finding, style, may_lint);
}

std::optional<Edit> silence_in_file(const OpenDocument& open, const Finding& finding) {
  const CommentStyle style = comment_style(open.path);
  if (style == CommentStyle::none || !may_be_silenced(finding)) return std::nullopt;
  const std::string_view text = open.document.text;
  const Lines lines = style == CommentStyle::hash ? Lines(text) : Lines(text, open.path);
  const std::string line = comment(style, "disable-file", finding.rule);
  const size_t body = lines.body();
  if (body >= lines.count()) return std::nullopt;
  uint32_t offset = lines.span(body).begin;
  if (offset == 0 && text.starts_with(kByteOrderMark)) offset = kByteOrderMark.size();
  return insert(offset, fmt::format("{}{}", line, line_end(text)));
}

}  // namespace soiree
