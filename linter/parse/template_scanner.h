#ifndef SOIREE_PARSE_TEMPLATE_SCANNER_H_
#define SOIREE_PARSE_TEMPLATE_SCANNER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/parse/template_syntax.h"
#include "linter/text/span.h"

namespace soiree {

/// How a piece of markup takes part in pairs.
enum class MarkupPairing : uint8_t {
  none,       ///< never part of a pair
  may_open,   ///< opens when its end follows, else stands alone
  must_open,  ///< is text when its end does not follow
  may_close,  ///< closes when its beginning came before, else stands alone
  must_close  ///< is text when its beginning did not come before
};

struct FoundMarkup {
  MarkupSpan span;
  MarkupPairing pairing = MarkupPairing::none;
  std::string_view key;  ///< name that a beginning and its end share; empty closes the nearest one
};

/// Searches for one string from ever later places; a document is read once whatever the number of
/// questions.
class ForwardSearch {
 public:
  explicit constexpr ForwardSearch(std::string_view needle) : needle_(needle) {}
  /// Offset of the first occurrence at or after `from` (never less than the `from` before), or
  /// npos.
  size_t find(std::string_view text, size_t from) {
    if (!known_ || (found_ != std::string_view::npos && found_ < from)) {
      found_ = text.find(needle_, from);
      known_ = true;
    }
    return found_;
  }

 private:
  std::string_view needle_;
  size_t found_ = 0;
  bool known_ = false;
};

/// What lies between the beginning and the end of a tag pair whose body is no prose.
enum class BodyKind : uint8_t { prose, code, math, comment, raw };

/// The end tag of a pair.
struct EndTag {
  size_t begin = std::string_view::npos;
  size_t end = 0;
};

/// The end tags of a document by the names that they close. Authors make names of their own, so a
/// document may have as many as it has tags.
class EndTags {
 public:
  /// Tags come in the order of their places.
  void add(std::string_view name, EndTag tag) { tags_[name].push_back(tag); }
  /// The first tag for `name` that begins at or after `from`, one at npos when there is none.
  EndTag first_from(std::string_view name, size_t from) const;

 private:
  std::unordered_map<std::string_view, std::vector<EndTag>> tags_;
};

/// Kind of the body of the Liquid or Hugo tag, or of the WordPress shortcode `name`.
BodyKind template_body_kind(std::string_view name);
BodyKind wordpress_body_kind(std::string_view name);

constexpr bool is_space_or_tab(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_line_end(char c) { return c == '\n' || c == '\r'; }
constexpr bool is_white(char c) { return is_space_or_tab(c) || is_line_end(c); }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

/// One pass over a body that knows enough Markdown to leave code alone. Every `take_` function
/// looks at `at_`; it either records a piece of markup, moves `at_` behind it and returns true, or
/// changes nothing and returns false.
class TemplateScanner {
 public:
  /// `text` ends where the body ends, so that offsets are those of the source.
  TemplateScanner(std::string_view text, size_t begin, MarkupDialect dialect);
  std::vector<FoundMarkup> run();

 private:
  static constexpr size_t npos = std::string_view::npos;
  /// Longest tag; longer ones are two unrelated pieces of text far more often.
  static constexpr size_t kLongestTag = 4000;

  // template_code.cc: lines and code
  void begin_line();
  bool skip_fence(size_t begin, size_t indent, size_t quote_depth);
  void skip_backticks();
  void read_paragraph();
  bool skip_html();
  size_t line_end_after(size_t from) const;
  size_t next_line_after(size_t line_end) const;
  bool blank_line_inside(size_t begin, size_t end);

  // template_liquid.cc: Liquid, Nunjucks, Zola, Hugo
  bool take_brace();
  bool take_liquid_tag();
  bool take_liquid_output();
  bool take_liquid_comment();
  bool take_hugo(char marker);
  bool take_body(BodyKind body, MarkupSpan tag, EndTag end);
  EndTags liquid_ends_from(size_t from) const;
  EndTags hugo_ends_from(size_t from) const;

  // template_attributes.cc: attribute lists, containers, WordPress shortcodes
  bool take_attributes();
  bool attributes_may_stand_here(size_t end, bool kramdown) const;
  bool take_container(size_t begin);
  bool take_wordpress();
  EndTag find_wordpress_end(std::string_view name, size_t from);

  // template_comments.cc
  bool take_comment(size_t end, size_t longest);
  bool take_brace_comment();
  bool take_kramdown_comment(std::string_view list);
  bool take_percent_comment();
  bool take_hidden_element(size_t tag_end);
  bool take_hidden_container(size_t begin, size_t head);

  // template_math.cc
  bool take_dollar_math();
  bool take_inline_math();
  bool take_bracket_math();

  // template_jsx.cc
  bool take_jsx();
  bool take_expression();
  bool take_module_line();
  size_t skip_braces(size_t at);
  size_t skip_string(size_t at) const;
  size_t module_line_end(size_t begin, bool import);
  bool spend(size_t bytes);

  char byte(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  char before(size_t at) const { return at > begin_ ? text_[at - 1] : '\n'; }
  SourceSpan place(size_t begin, size_t end) const;
  MarkupSpan markup(MarkupKind kind, size_t begin, size_t end, SourceSpan name) const;
  void add(const MarkupSpan& span, MarkupPairing pairing = MarkupPairing::none,
           std::string_view key = {});

  std::string_view text_;
  size_t begin_;
  MarkupDialect dialect_;
  std::vector<FoundMarkup> found_;
  size_t at_;
  bool has_carriage_returns_;
  size_t line_begin_ = 0;
  size_t line_content_ = 0;  ///< behind quote marks, list marks and indentation
  size_t line_end_ = 0;
  size_t raw_end_ = 0;       ///< Liquid is plain text before this offset
  size_t html_tag_end_ = 0;  ///< only Liquid and Hugo count before this offset
  bool in_list_ = false;
  bool after_blank_line_ = true;
  bool in_indented_code_ = false;
  bool imports_allowed_ = true;  ///< nothing but import lines so far
  size_t paragraph_end_ = 0;
  std::array<size_t, 65> last_backticks_{};  ///< by length: last run of it in the paragraph, plus 1
  size_t budget_;  ///< bytes that searches for balanced brackets may still read in vain

  struct EndSearch {
    std::string_view name;
    EndTag tag;
  };
  std::vector<EndSearch> wordpress_ends_;
  std::optional<EndTags> liquid_ends_, hugo_ends_;  ///< those behind the first tag that has a body
  ForwardSearch percent_close_{"%}"}, percent_open_{"{%"}, braces_close_{"}}"}, hash_close_{"#}"},
      angle_shortcode_close_{">}}"}, percent_shortcode_close_{"%}}"}, comment_close_{"-->"},
      dollars_{"$$"}, paren_close_{"\\)"}, bracket_close_{"\\]"}, pre_close_{"</pre"},
      code_close_{"</code"}, script_close_{"</script"}, style_close_{"</style"},
      blank_line_{"\n\n"}, blank_crlf_line_{"\n\r\n"}, brace_close_{"}"}, star_close_{"*/"},
      critic_close_{"<<}"}, kramdown_named_close_{"{:/comment}"}, kramdown_close_{"{:/}"},
      ejs_close_{"%>"};
};

/// Gives each piece its role, drops what is text after all. Linear.
void match_markup_pairs(std::vector<FoundMarkup>& found);

}  // namespace soiree

#endif  // SOIREE_PARSE_TEMPLATE_SCANNER_H_
