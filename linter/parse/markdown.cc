#include "linter/parse/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <array>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "linter/parse/parse_memory.h"

namespace soiree {
namespace {

/// Only extensions without inline syntax: the others change process-wide tables while they parse,
/// so that two threads at once read documents differently.
struct Extensions {
  cmark_syntax_extension* table;
  cmark_syntax_extension* tasklist;
};

const Extensions& extensions() {
  static const Extensions found = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return Extensions{cmark_find_syntax_extension("table"),
                      cmark_find_syntax_extension("tasklist")};
  }();
  return found;
}

/// A parsed text. Parser and nodes end with their memory, which costs less than freeing them.
class Parsed {
 public:
  Parsed(std::string_view body, bool tables) {
    static cmark_mem memory{ParseMemory::allocate, ParseMemory::reallocate, ParseMemory::release};
    cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, &memory);
    if (tables) cmark_parser_attach_syntax_extension(parser, extensions().table);
    cmark_parser_attach_syntax_extension(parser, extensions().tasklist);
    cmark_parser_feed(parser, body.data(), body.size());
    root_ = cmark_parser_finish(parser);
  }

  cmark_node* root() const { return root_; }

 private:
  ParseMemory memory_;
  cmark_node* root_ = nullptr;
};

std::string_view view(const char* text) { return text == nullptr ? std::string_view() : text; }

MarkdownBlock block_kind(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
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
  const auto event = [&](MarkdownInline kind, const char* literal) {
    return InlineEvent{kind, enter, view(literal)};
  };
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      return event(MarkdownInline::text, cmark_node_get_literal(node));
    case CMARK_NODE_SOFTBREAK:
      return event(MarkdownInline::soft_break, nullptr);
    case CMARK_NODE_LINEBREAK:
      return event(MarkdownInline::line_break, nullptr);
    case CMARK_NODE_CODE:
      return event(MarkdownInline::code, cmark_node_get_literal(node));
    case CMARK_NODE_HTML_INLINE:
      return event(MarkdownInline::html, cmark_node_get_literal(node));
    case CMARK_NODE_EMPH:
      return event(MarkdownInline::emphasis, nullptr);
    case CMARK_NODE_STRONG:
      return event(MarkdownInline::strong, nullptr);
    case CMARK_NODE_LINK:
      return event(MarkdownInline::link, cmark_node_get_url(node));
    case CMARK_NODE_IMAGE:
      return event(MarkdownInline::image, cmark_node_get_url(node));
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return event(MarkdownInline::footnote_reference, nullptr);
    default:
      return event(MarkdownInline::text, nullptr);
  }
}

/// Calls `step(node, enter)` for every node below `root`, without recursion.
template <class Step, class Descend>
void walk(cmark_node* root, const Step& step, const Descend& descend) {
  cmark_node* node = cmark_node_first_child(root);
  while (node != nullptr) {
    step(node, true);
    cmark_node* child = descend(node) ? cmark_node_first_child(node) : nullptr;
    if (child != nullptr) {
      node = child;
      continue;
    }
    while (node != nullptr) {
      step(node, false);
      if (cmark_node* next = cmark_node_next(node)) {
        node = next;
        break;
      }
      node = cmark_node_parent(node);
      if (node == root) return;
    }
  }
}

bool is_container(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || type == CMARK_NODE_LINK ||
         type == CMARK_NODE_IMAGE;
}

void collect_inlines(cmark_node* block, std::vector<InlineEvent>& events) {
  events.clear();
  walk(
      block,
      [&](cmark_node* node, bool enter) {
        if (enter || is_container(node)) events.push_back(inline_event(node, enter));
      },
      [](cmark_node*) { return true; });
}

std::string_view leaf_content(cmark_node* node, MarkdownBlock kind) {
  if (kind == MarkdownBlock::code || kind == MarkdownBlock::html) {
    return view(cmark_node_get_literal(node));
  }
  // Without children the content of a block is uninitialised memory.
  if (!is_inline_leaf_block(kind) || cmark_node_first_child(node) == nullptr) return {};
  return view(cmark_node_get_string_content(node));
}

}  // namespace

void parse_markdown(std::string_view body, bool tables, const BlockVisitor& visit) {
  const Parsed document(body, tables);
  std::vector<InlineEvent> inlines;
  walk(
      document.root(),
      [&](cmark_node* node, bool enter) {
        BlockEvent event;
        event.kind = block_kind(node);
        event.enter = enter;
        event.start_line = cmark_node_get_start_line(node);
        event.end_line = cmark_node_get_end_line(node);
        if (event.kind == MarkdownBlock::heading) event.level = cmark_node_get_heading_level(node);
        if (enter) {
          event.content = leaf_content(node, event.kind);
          if (event.kind == MarkdownBlock::code) event.info = view(cmark_node_get_fence_info(node));
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
  cmark_node* paragraph = cmark_node_first_child(document.root());
  cmark_node* text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
  std::string value;
  if (text != nullptr && cmark_node_next(text) == nullptr) {
    value = view(cmark_node_get_literal(text));
  }
  if (value == key) value.clear();
  if (known.size() < 4096) known.emplace(key, value);
  return value;
}

}  // namespace soiree
