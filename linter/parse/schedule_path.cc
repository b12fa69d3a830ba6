#include "linter/parse/schedule_path.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "linter/parse/schedule_keys.h"

namespace soiree {
namespace {

using Words = std::initializer_list<std::string_view>;

bool contains_one_of(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// Takes the last part off `path`.
std::string_view take_name(std::string_view& path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  const size_t slash = path.find_last_of('/');
  const std::string_view name = path.substr(slash + 1);
  path = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
  return name;
}

std::string_view file_name_of(std::string_view path) { return take_name(path); }

std::string_view stem_of(std::string_view path) {
  const std::string_view name = file_name_of(path);
  return name.substr(0, name.find_last_of('.'));
}

bool names_posts(std::string_view file_name) {
  return contains_one_of(plain_key(file_name),
                         {"tweet", "toot", "social", "twitter", "mastodon", "bluesky", "linkedin",
                          "posts", "instagram", "autopost", "contentcalendar"});
}

/// `social`, `tweets`, `scheduled-posts`; no `tweet-bot`, which holds a program.
bool is_post_folder(std::string_view folder) {
  const std::string last = plain_key(folder.substr(folder.find_last_of("-_. +") + 1));
  const std::string plain = plain_key(folder);
  const auto equals = [](std::string_view name, Words words) {
    return std::find(words.begin(), words.end(), name) != words.end();
  };
  return equals(last, {"social", "posts", "tweets", "toots", "socialposts"}) ||
         equals(plain, {"socialmedia", "twitter", "mastodon", "bluesky", "linkedin", "instagram"});
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool is_post_path(std::string_view path) {
  const std::string_view name = take_name(path);
  return names_posts(name) || is_post_folder(take_name(path));
}

bool is_named_for_posts(std::string_view path) {
  return contains_one_of(plain_key(stem_of(path)),
                         {"tweets", "toots", "skeets", "posts", "statuses"});
}

bool is_site_data_path(std::string_view path) {
  const bool at_root = path.find_last_of('/') == path.find('/', 1);
  const bool disk = path.starts_with('/') && at_root;  // `/data` is no folder of a site
  const std::string_view name = take_name(path);
  if (names_posts(name) || contains_one_of(plain_key(name), {"schedule", "queue", "calendar"})) {
    return false;
  }
  const std::string_view folder = take_name(path);
  if (is_post_folder(folder)) return false;
  if (folder == "_data" || (folder == "data" && !disk)) return true;
  // People keep their checkouts in `~/data`, too, so that counts above a folder for a language
  // only.
  const std::string_view above = take_name(path);
  return above == "_data" || (above == "data" && has_language_shape(folder));
}

bool has_language_shape(std::string_view tag) {
  if (tag.size() < 2 || !is_letter(tag[0]) || !is_letter(tag[1])) return false;
  if (tag.size() == 2) return true;
  return (tag[2] == '-' || tag[2] == '_') && (tag.size() == 5 || tag.size() == 7) &&
         std::all_of(tag.begin() + 3, tag.end(), is_letter);
}

bool is_language_path(std::string_view path) { return has_language_shape(stem_of(path)); }

}  // namespace soiree
