#include "linter/post/read_posts.h"

#include <fmt/format.h>

#include <algorithm>

#include "linter/parse/content_kind.h"
#include "linter/parse/front_matter.h"
#include "linter/parse/post_meta.h"
#include "linter/parse/schedule_path.h"
#include "linter/post/message_templates.h"
#include "linter/post/read_schedule_posts.h"
#include "linter/post/segment_post.h"
#include "linter/text/byte_size.h"
#include "linter/text/utf8.h"
#include "linter/text/words.h"

namespace soiree {
namespace {

constexpr size_t kBinarySample = 8192;  // bytes looked at; git uses 8,000

std::string lower_extension(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const size_t dot = name.rfind('.');
  std::string extension(dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1));
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

/// What a part of the file says of the first byte that is not UTF-8 has been said of the file.
void drop_repeated_encoding(const std::vector<Problem>& said, std::vector<Problem>& problems) {
  for (const Problem& first : said) {
    const auto repeats = [&first](const Problem& problem) {
      return problem.note && problem.place == first.place;
    };
    problems.erase(std::remove_if(problems.begin(), problems.end(), repeats), problems.end());
  }
}

/// Adds what makes the file unreadable as text to `problems`; false when it cannot be read at all.
bool check_encoding(std::string_view bytes, std::vector<Problem>& problems) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    problems.push_back({{0, 2}, "the file is UTF-16, not UTF-8; save it again as UTF-8"});
    return false;
  }
  const size_t invalid = find_invalid_utf8(bytes);
  if (invalid == std::string_view::npos) return true;
  if (bytes.substr(0, kBinarySample).find('\0') != std::string_view::npos) {
    problems.push_back({{0, 0},
                        "this is a binary file, not text; give it another extension, or name it "
                        "under `ignore` in .soiree.yaml"});
    return false;
  }
  const auto place = static_cast<uint32_t>(invalid);
  problems.push_back(
      {{place, place + 1},
       fmt::format("byte 0x{:02X} is not valid UTF-8 (is the file Latin-1 or Windows-1252?); save "
                   "it again as UTF-8",
                   static_cast<unsigned char>(bytes[invalid]))});
  return true;
}

bool is_data(std::string_view path) {
  const std::optional<ContentKind> kind = content_kind(path);
  return kind == ContentKind::yaml || kind == ContentKind::json;
}

/// Says its path that it is a schedule? Other data that cannot be read is none of our business.
bool is_named(const std::string& path, const ReadOptions& options) {
  return options.mapping != nullptr ||
         is_post_path(options.location.empty() ? path : options.location);
}

void add_field_block(const Field& field, BlockRole role, Post& post) {
  if (field.text().empty()) return;
  Document& document = post.document;
  if (document.text.size() > 0) document.text.append_separator("\n\n", field.place.begin);
  Block block;
  block.text.begin = document.text.size();
  document.text.append(field.value);
  block.text.end = document.text.size();
  block.source = field.place;
  block.role = role;
  document.blocks.push_back(block);
}

bool is_title_key(std::string_view key) {
  const std::string_view last = key.substr(key.rfind('.') + 1);
  return equal_ignoring_case(last, "title") || equal_ignoring_case(last, "headline");
}

/// A language that rules have words for, by a tag such as "es" or "pt-br"; others are left to the
/// vote over the text, since two letters are often something else ("io", "js", "ui").
Language known_language(std::string_view tag) {
  const bool shaped = tag.size() == 2 || (tag.size() == 5 && (tag[2] == '-' || tag[2] == '_'));
  const Language language = shaped ? language_from_tag(tag) : Language::unknown;
  return language == Language::other ? Language::unknown : language;
}

/// Language that a directory or a double extension names: `en/post.md`, `pt-br/post.md`,
/// `post.es.md`.
Language language_from_path(std::string_view path) {
  Language found = Language::unknown;
  size_t at = 0;
  for (size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', at)) {
    const Language language = known_language(path.substr(at, slash - at));
    if (language != Language::unknown) found = language;
    at = slash + 1;
  }
  const std::string_view name = path.substr(at);
  const size_t extension = name.rfind('.');
  if (extension == std::string_view::npos || extension == 0) return found;
  const size_t dot = name.rfind('.', extension - 1);
  if (dot == std::string_view::npos) return found;
  const Language language = known_language(name.substr(dot + 1, extension - dot - 1));
  return language == Language::unknown ? found : language;
}

Post read_article(const SourceFile& file, const FrontMatter& front_matter, const PostMeta& meta,
                  MarkupDialect dialect) {
  Post post;
  const auto size = static_cast<uint32_t>(file.bytes().size());
  post.place = {0, size};
  post.kind = meta.channels.empty() ? PostKind::article : post_kind(meta.kind);
  post.engages = post.kind == PostKind::reply || post.kind == PostKind::repost;
  post.draft = meta.draft;
  post.metadata.title = meta.title;
  post.metadata.time = meta.date;
  post.metadata.location = meta.location;
  post.metadata.recipient = meta.recipient;
  if (!meta.authors.empty()) post.metadata.author = meta.authors.front();
  post.metadata.channels = meta.channels;
  post.metadata.tags = meta.tags;
  post.metadata.moment = meta.moment;
  post.document.text.reserve(size, 64);
  for (const Field* field : prose_fields(front_matter)) {
    add_field_block(*field, is_title_key(field->key) ? BlockRole::title : BlockRole::description,
                    post);
  }
  // No generator renders a social post: braces in it are sent as they stand.
  if (post.kind != PostKind::article) dialect = MarkupDialect::plain;
  read_markdown(file.bytes(), {front_matter.body_begin, size}, dialect, post.document);
  return post;
}

template <class T>
void move_all(std::vector<T>& from, std::vector<T>& to) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
  from.clear();
}

void read_markdown_file(const SourceFile& file, const ReadOptions& options, MarkupDialect dialect,
                        ParsedFile& parsed) {
  FrontMatter front_matter = read_front_matter(file.bytes(), file.path());
  PostMeta meta = read_post_meta(front_matter, file.path());
  Post post = read_article(file, front_matter, meta, dialect);
  post.path = file.path();
  Language language = options.language;
  if (language == Language::unknown) language = language_from_tag(meta.language.value);
  if (language == Language::unknown) language = language_from_path(file.path());
  std::vector<Post> messages = read_message_templates(post);
  for (Post& message : messages) segment_post(message, language);
  if (messages.empty()) segment_post(post, language);
  parsed.disabled_rules = disabled_in_file(std::move(meta.disabled_rules), file);
  move_all(front_matter.problems, parsed.problems);
  move_all(meta.problems, parsed.problems);
  move_all(front_matter.comments, parsed.comments);
  move_all(post.document.problems, parsed.problems);
  for (const MarkupSpan& markup : post.document.markup) {
    const bool comment = markup.kind == MarkupKind::mdx || markup.kind == MarkupKind::container;
    if (comment && markup.place.of(file.bytes()).starts_with("{/*")) {
      parsed.comments.push_back({markup.place});
    }
  }
  move_all(post.document.comments, parsed.comments);
  if (messages.empty()) {
    parsed.posts.push_back(std::move(post));
  } else {
    parsed.posts = std::move(messages);
  }
}

}  // namespace

ParsedFile read_posts(const SourceFile& file, const ReadOptions& options) {
  ParsedFile parsed;
  const bool readable = check_encoding(file.bytes(), parsed.problems);
  const std::string extension = lower_extension(file.path());
  const bool data = is_data(file.path());
  if (!readable) {
    if (data && !is_named(file.path(), options)) parsed.problems.clear();
    return parsed;
  }
  const std::vector<Problem> encoding = parsed.problems;
  if (data || extension == "tweet") {
    const bool schedule = read_schedule_posts(file, options, extension == "tweet", parsed);
    if (data && !schedule) parsed.problems.clear();
  } else {
    read_markdown_file(file, options,
                       extension == "mdx" ? MarkupDialect::mdx : MarkupDialect::markdown, parsed);
  }
  drop_repeated_encoding(encoding, parsed.problems);
  std::stable_sort(parsed.problems.begin(), parsed.problems.end(),
                   [](const Problem& a, const Problem& b) { return a.place < b.place; });
  return parsed;
}

std::vector<DisabledRule> disabled_in_file(std::vector<PlacedText> rules, const SourceFile& file) {
  const SourceSpan whole{0, static_cast<uint32_t>(file.bytes().size()) + 1};
  std::vector<DisabledRule> disabled;
  disabled.reserve(rules.size());
  for (PlacedText& rule : rules) disabled.push_back({std::move(rule), whole});
  return disabled;
}

ParsedFile refuse_file(const std::string& path, uint64_t size, const ReadOptions& options) {
  ParsedFile parsed;
  const std::string name = fold_word(path.substr(path.rfind('/') + 1));
  const bool schedule = is_named(path, options) || name.find("schedule") != std::string::npos;
  if (is_data(path) && !schedule) return parsed;
  const std::string most = byte_size_text(options.largest);
  std::string all = byte_size_text(size);
  if (all == most) {
    all = fmt::format("{} more than {}", byte_size_text(size - options.largest), most);
  }
  parsed.problems.push_back({{0, 0},
                             fmt::format("the file has {} and is not read: at most {} are; split "
                                         "it, or raise `largest-file` in .soiree.yaml",
                                         all, most)});
  return parsed;
}

}  // namespace soiree
