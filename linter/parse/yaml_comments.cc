#include "linter/parse/yaml_comments.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "linter/parse/yaml_lines.h"

namespace soiree {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// `#word`: no blank after the sign, and a letter (or any byte beyond ASCII) first.
bool looks_like_hashtag(std::string_view comment) {
  if (comment.size() < 2) return false;
  const auto c = static_cast<unsigned char>(comment[1]);
  return c >= 0x80 || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
}

class CommentFinder {
 public:
  CommentFinder(const YamlBytes& bytes, std::vector<Problem>& problems)
      : bytes_(bytes), problems_(problems) {}

  /// Looks at the bytes between two scalars, the one before being `scalar` (or null).
  void gap(uint32_t begin, uint32_t end, const ScalarExtent* scalar) {
    uint32_t at = begin;
    while (at < end) {
      const void* found = std::memchr(bytes_.clean.data() + at, '#', end - at);
      if (found == nullptr) return;
      at = static_cast<uint32_t>(static_cast<const char*>(found) - bytes_.clean.data());
      if (at > 0 && !is_space(bytes_.clean[at - 1])) {
        ++at;
        continue;
      }
      const uint32_t line_end = yaml_line_end(bytes_.clean, at);
      comments.push_back({bytes_.place(at, line_end)});
      if (scalar != nullptr && scalar->plain && scalar->words) note_hashtag(begin, at, line_end);
      at = line_end;
      scalar = nullptr;
    }
  }

  std::vector<Comment> comments;

 private:
  void note_hashtag(uint32_t text_end, uint32_t at, uint32_t line_end) {
    const std::string_view between = bytes_.clean.substr(text_end, at - text_end);
    if (between.find_first_not_of(' ') != std::string_view::npos) return;
    if (!looks_like_hashtag(bytes_.clean.substr(at, line_end - at))) return;
    problems_.push_back({bytes_.place(at, line_end),
                         "The text ends before this `#`: YAML reads the rest as a comment. Put "
                         "the text in quotes to keep its hashtags.",
                         true});
  }

  const YamlBytes& bytes_;
  std::vector<Problem>& problems_;
};

}  // namespace

std::vector<Comment> find_comments(const YamlBytes& bytes, const std::vector<ScalarExtent>& extents,
                                   std::vector<Problem>& problems) {
  CommentFinder finder(bytes, problems);
  uint32_t at = 0;
  const ScalarExtent* previous = nullptr;
  for (const ScalarExtent& extent : extents) {
    const uint32_t begin = extent.begin - bytes.shift;
    if (begin > at) finder.gap(at, begin, previous);
    if (extent.header_end > extent.begin) {
      finder.gap(begin, extent.header_end - bytes.shift, nullptr);
    }
    at = std::max(at, extent.end - bytes.shift);
    previous = &extent;
  }
  finder.gap(at, static_cast<uint32_t>(bytes.clean.size()), previous);
  return std::move(finder.comments);
}

}  // namespace soiree
