#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "linter/parse/front_matter_parts.h"
#include "linter/parse/post_meta.h"

// YAML that can be read and says something else than its author meant.
namespace soiree::front_matter {
namespace {

constexpr std::array<std::string_view, 5> kListKeys = {"tags", "keywords", "categories", "hashtags",
                                                       "topics"};

constexpr size_t kMostSaid = 50;  // of each kind; more in one post come from a program

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_plain(const Field& field) { return field.kind == FieldKind::scalar && !field.quoted; }

bool holds_words(std::string_view key) {
  return is_prose_key(key) ||
         std::any_of(kListKeys.begin(), kListKeys.end(),
                     [key](std::string_view known) { return equal_ignoring_case(known, key); });
}

// `tags:` with `-bread` below it is no list: YAML takes all of the lines for one text.
void tell_items_without_blank(std::string_view source, FrontMatter& result) {
  for (const Field& field : result.fields) {
    const std::string_view text = field.text();
    const bool dash = field.kind == FieldKind::scalar && !field.quoted && !field.in_list &&
                      text.size() > 1 && text[0] == '-' && is_ascii_letter(text[1]);
    if (!dash || field.place.begin < field.key_place.end) continue;
    const SourceSpan between{field.key_place.end, field.place.begin};
    if (between.of(source).find_first_of("\r\n") == std::string_view::npos) continue;
    const std::string first(text.substr(1, text.find_first_of(" \n") - 1));
    result.problems.push_back({field.place,
                               "YAML reads this as one text and not as a list. Put a blank behind "
                               "each dash: `- " +
                                   first + "`.",
                               true});
  }
}

// `- rye` indented deeper than the item above is more of its text.
void tell_deeper_items(std::string_view source, FrontMatter& result) {
  size_t said = 0;
  for (const Field& field : result.fields) {
    if (!is_plain(field) || !field.in_list) continue;
    for (Line line = line_at(source, field.place.begin, field.place.end);
         line.next < field.place.end;) {
      line = line_at(source, line.next, field.place.end);
      const std::string_view text = line.of(source);
      const size_t dash = text.find_first_not_of(' ');
      if (dash == std::string_view::npos || !text.substr(dash).starts_with("- ")) continue;
      if (++said > kMostSaid) return;
      result.problems.push_back({{line.begin + static_cast<uint32_t>(dash), line.end},
                                 "YAML takes this line for more of the item above. Indent it like "
                                 "the other items.",
                                 true});
      break;
    }
  }
}

// `title: Episode #5`, and `title: #bread`, which is empty.
void tell_cut_texts(std::string_view source, FrontMatter& result) {
  std::vector<uint32_t> told;  // by the YAML parser's side
  for (const Problem& problem : result.problems) told.push_back(problem.place.begin);
  std::sort(told.begin(), told.end());
  size_t said = 0;
  for (const Comment& comment : result.comments) {
    const std::string_view text = comment.place.of(source);
    const auto c = static_cast<unsigned char>(text.size() > 1 ? text[1] : ' ');
    if (!is_ascii_letter(static_cast<char>(c)) && c < 0x80 && (c < '0' || c > '9')) continue;
    const auto after =
        std::upper_bound(result.fields.begin(), result.fields.end(), comment.place.begin,
                         [](uint32_t at, const Field& field) { return at < field.place.begin; });
    if (after == result.fields.begin()) continue;
    const Field& field = *(after - 1);
    const bool empty = field.kind == FieldKind::null;
    if ((!empty && !is_plain(field)) || !holds_words(field.key)) continue;
    const uint32_t from = empty ? field.key_place.end : field.place.end;
    if (from > comment.place.begin) continue;
    const SourceSpan between{from, comment.place.begin};
    if (between.of(source).find_first_not_of(empty ? " \t:" : " \t") != std::string_view::npos) {
      continue;
    }
    if (std::binary_search(told.begin(), told.end(), comment.place.begin)) continue;
    if (++said > kMostSaid) return;
    result.problems.push_back(
        {comment.place,
         empty ? "`" + field.key +
                     "` is empty: YAML reads what follows this `#` as a comment. Put "
                     "the text in quotes to keep it."
               : "The text ends before this `#`: YAML reads the rest as a comment. Put the text in "
                 "quotes to keep it.",
         true});
  }
}

// `title: !Bread` says that the text behind it is of the type `Bread`.
void tell_tags(std::string_view source, FrontMatter& result) {
  for (const Field& field : result.fields) {
    if (!is_prose_key(field.key) || field.key_place.end >= source.size()) continue;
    const size_t at = source.find_first_not_of(" \t:", field.key_place.end);
    if (at == std::string_view::npos || source[at] != '!' || source.substr(at, 2) == "!!") continue;
    const size_t end = std::min(source.find_first_of(" \t\r\n", at), source.size());
    const SourceSpan tag{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    result.problems.push_back({tag,
                               "YAML takes `" + std::string(tag.of(source)) +
                                   "` for the type of a value and not for text. Put the text in "
                                   "quotes.",
                               false});
  }
}

// `[bread, , rye]`: most readers of YAML refuse it.
void tell_missing_items(std::string_view source, FrontMatter& result) {
  for (const Field& field : result.fields) {
    if (field.kind != FieldKind::null || !field.in_list || !field.place.empty()) continue;
    const size_t at = source.find_first_not_of(" \t", field.place.begin);
    if (at == std::string_view::npos || source[at] != ',') continue;
    const auto comma = static_cast<uint32_t>(at);
    result.problems.push_back({{comma, comma + 1},
                               "There is no item before this comma, and most programs refuse the "
                               "list for it. Remove the comma.",
                               false});
  }
}

}  // namespace

void tell_silent_slips(std::string_view source, FrontMatter& result) {
  tell_items_without_blank(source, result);
  tell_deeper_items(source, result);
  tell_cut_texts(source, result);
  tell_tags(source, result);
  tell_missing_items(source, result);
}

}  // namespace soiree::front_matter
