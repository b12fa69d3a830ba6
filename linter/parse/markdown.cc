#include "linter/parse/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include <array>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "linter/parse/parse_memory.h"
#include "linter/parse/plain_inlines.h"

namespace soiree {
namespace {

/// Only extensions without inline syntax: the others change process-wide tables while they parse,
/// so that two threads at once read documents differently.
struct Extensions {
  cmark_syntax_extension* table;
  cmark_syntax_extension* tasklist;
  cmark_syntax_extension* plain;  ///< of paragraphs and headings that keep their inlines unparsed
};

const Extensions& extensions() {
  static const Extensions found = [] {
    cmark_gfm_core_extensions_ensure_registered();
    cmark_syntax_extension* plain = cmark_syntax_extension_new("plain");
    cmark_syntax_extension_set_contains_inlines_func(
        plain, [](cmark_syntax_extension*, cmark_node*) { return 0; });
    return Extensions{cmark_find_syntax_extension("table"), cmark_find_syntax_extension("tasklist"),
                      plain};
  }();
  return found;
}

std::string_view view(const cmark_strbuf& text) {
  if (text.size == 0) return {};
  return {reinterpret_cast<const char*>(text.ptr), static_cast<size_t>(text.size)};
}

std::string_view view(const cmark_chunk& text) {
  if (text.len == 0) return {};
  return {reinterpret_cast<const char*>(text.data), static_cast<size_t>(text.len)};
}

/// Calls `step(node, enter)` for every node below `root`, without recursion.
template <class Step, class Descend>
void walk(cmark_node* root, const Step& step, const Descend& descend) {
  cmark_node* node = root->first_child;
  while (node != nullptr) {
    step(node, true);
    cmark_node* child = descend(node) ? node->first_child : nullptr;
    if (child != nullptr) {
      node = child;
      continue;
    }
    while (node != nullptr) {
      step(node, false);
      if (node->next != nullptr) {
        node = node->next;
        break;
      }
      node = node->parent;
      if (node == root) return;
    }
  }
}

/// Spares the closed blocks that have nothing but plain text the parser's pass over their inlines.
void mark_plain_blocks(cmark_node* root) {
  walk(
      root,
      [](cmark_node* node, bool enter) {
        const bool text = node->type == CMARK_NODE_PARAGRAPH || node->type == CMARK_NODE_HEADING;
        const bool closed = (node->flags & CMARK_NODE__OPEN) == 0;
        if (enter && text && closed && node->extension == nullptr &&
            is_plain_inline_source(view(node->content))) {
          node->extension = extensions().plain;
        }
      },
      [](cmark_node*) { return true; });
}

/// A parsed text. Parser and nodes end with their memory, which costs less than freeing them.
class Parsed {
 public:
  Parsed(std::string_view body, bool tables) {
    static cmark_mem memory{ParseMemory::allocate, ParseMemory::reallocate, ParseMemory::release};
    // Without a mark of a footnote the option changes nothing but takes two walks over all nodes.
    const bool footnotes = body.find("[^") != std::string_view::npos;
    cmark_parser* parser =
        cmark_parser_new_with_mem(footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT, &memory);
    if (tables) cmark_parser_attach_syntax_extension(parser, extensions().table);
    cmark_parser_attach_syntax_extension(parser, extensions().tasklist);
    cmark_parser_feed(parser, body.data(), body.size());
    mark_plain_blocks(parser->root);
    root_ = cmark_parser_finish(parser);
  }

  cmark_node* root() const { return root_; }

 private:
  ParseMemory memory_;
  cmark_node* root_ = nullptr;
};

MarkdownBlock block_kind(cmark_node* node) {
  switch (node->type) {
    case CMARK_NODE_BLOCK_QUOTE:
      return MarkdownBlock::quote;
    case CMARK_NODE_LIST:
      return MarkdownBlock::list;
    case CMARK_NODE_ITEM:
      return MarkdownBlock::item;
    case CMARK_NODE_HEADING:
      return MarkdownBlock::heading;
    case CMARK_NODE_CODE_BLOCK:
      return MarkdownBlock::code;
    case CMARK_NODE_HTML_BLOCK:
      return MarkdownBlock::html;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return MarkdownBlock::footnote;
    case CMARK_NODE_THEMATIC_BREAK:
      return MarkdownBlock::thematic_break;
    case CMARK_NODE_PARAGRAPH:
      return MarkdownBlock::paragraph;
    default:
      break;
  }
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table") return MarkdownBlock::table;
  if (name == "table_row" || name == "table_header") return MarkdownBlock::table_row;
  if (name == "table_cell") return MarkdownBlock::table_cell;
  return name == "tasklist" ? MarkdownBlock::item : MarkdownBlock::paragraph;
}

bool is_inline_leaf_block(MarkdownBlock kind) {
  return kind == MarkdownBlock::paragraph || kind == MarkdownBlock::heading ||
         kind == MarkdownBlock::table_cell;
}

InlineEvent inline_event(cmark_node* node, bool enter) {
  switch (node->type) {
    case CMARK_NODE_TEXT:
      return {MarkdownInline::text, enter, view(node->as.literal)};
    case CMARK_NODE_SOFTBREAK:
      return {MarkdownInline::soft_break, enter, {}};
    case CMARK_NODE_LINEBREAK:
      return {MarkdownInline::line_break, enter, {}};
    case CMARK_NODE_CODE:
      return {MarkdownInline::code, enter, view(node->as.literal)};
    case CMARK_NODE_HTML_INLINE:
      return {MarkdownInline::html, enter, view(node->as.literal)};
    case CMARK_NODE_EMPH:
      return {MarkdownInline::emphasis, enter, {}};
    case CMARK_NODE_STRONG:
      return {MarkdownInline::strong, enter, {}};
    case CMARK_NODE_LINK:
      return {MarkdownInline::link, enter, view(node->as.link.url)};
    case CMARK_NODE_IMAGE:
      return {MarkdownInline::image, enter, view(node->as.link.url)};
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return {MarkdownInline::footnote_reference, enter, {}};
    default:
      return {MarkdownInline::text, enter, {}};
  }
}

bool is_container(cmark_node* node) {
  const uint16_t type = node->type;
  return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || type == CMARK_NODE_LINK ||
         type == CMARK_NODE_IMAGE;
}

void collect_inlines(cmark_node* block, std::vector<InlineEvent>& events) {
  events.clear();
  if (block->extension == extensions().plain) {
    return append_plain_inlines(view(block->content), events);
  }
  walk(
      block,
      [&](cmark_node* node, bool enter) {
        if (enter || is_container(node)) events.push_back(inline_event(node, enter));
      },
      [](cmark_node*) { return true; });
}

std::string_view leaf_content(cmark_node* node, MarkdownBlock kind) {
  if (kind == MarkdownBlock::code) return view(node->as.code.literal);
  if (kind == MarkdownBlock::html) return view(node->as.literal);
  // Without children the content of a block the parser went over is uninitialised memory.
  const bool parsed = node->first_child != nullptr || node->extension == extensions().plain;
  return is_inline_leaf_block(kind) && parsed ? view(node->content) : std::string_view();
}

}  // namespace

void parse_markdown(std::string_view body, bool tables, const BlockVisitor& visit) {
  const Parsed document(body, tables);
  std::vector<InlineEvent> inlines;
  inlines.reserve(64);
  walk(
      document.root(),
      [&](cmark_node* node, bool enter) {
        BlockEvent event;
        event.kind = block_kind(node);
        event.enter = enter;
        event.start_line = node->start_line;
        event.end_line = node->end_line;
        if (event.kind == MarkdownBlock::heading) event.level = node->as.heading.level;
        if (enter) {
          event.content = leaf_content(node, event.kind);
          if (event.kind == MarkdownBlock::code) event.info = view(node->as.code.info);
          if (is_inline_leaf_block(event.kind)) {
            collect_inlines(node, inlines);
            event.inlines = inlines;
          }
        }
        visit(event);
      },
      [](cmark_node* node) { return !is_inline_leaf_block(block_kind(node)); });
}

std::string decode_entity(std::string_view entity) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kCommon{{
      {"&amp;", "&"},
      {"&lt;", "<"},
      {"&gt;", ">"},
      {"&quot;", "\""},
      {"&nbsp;", "\xC2\xA0"},
      {"&#39;", "'"},
      {"&mdash;", "\xE2\x80\x94"},
      {"&ndash;", "\xE2\x80\x93"},
      {"&hellip;", "\xE2\x80\xA6"},
      {"&rsquo;", "\xE2\x80\x99"},
      {"&ldquo;", "\xE2\x80\x9C"},
      {"&rdquo;", "\xE2\x80\x9D"},
  }};
  for (const auto& [name, value] : kCommon) {
    if (entity == name) return std::string(value);
  }
  thread_local std::unordered_map<std::string, std::string> known;
  const std::string key(entity);
  const auto found = known.find(key);
  if (found != known.end()) return found->second;
  const Parsed document(key, false);
  cmark_node* paragraph = document.root()->first_child;
  cmark_node* text = paragraph == nullptr ? nullptr : paragraph->first_child;
  std::string value;
  if (text != nullptr && text->type == CMARK_NODE_TEXT && text->next == nullptr) {
    value = view(text->as.literal);
  }
  if (value == key) value.clear();
  if (known.size() < 4096) known.emplace(key, value);
  return value;
}

}  // namespace soiree
