#include "linter/lint/feeds.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "linter/parse/content_kind.h"

namespace soiree {
namespace {

std::string_view parent(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view base(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool in_channel(const Facts& facts, const FeedDefinition& definition) {
  if (definition.channel.empty()) return true;
  const uint32_t wanted = hash_word(fold_word(definition.channel));
  return std::find(facts.channels.begin(), facts.channels.end(), wanted) != facts.channels.end();
}

/// `2026-03-launch`, `2026-W10`, `202603`, `2026`: a name that starts with a year.
bool starts_with_year(std::string_view name) {
  if (name.size() < 4 || !all_digits(name.substr(0, 4))) return false;
  const bool likely = name.starts_with("19") || name.starts_with("20") || name.starts_with("21");
  const auto next = static_cast<unsigned char>(name.size() > 4 ? name[4] : '.');
  return likely && (next == '-' || next == '_' || next == '.' || (next >= '0' && next <= '9'));
}

/// The file's name says when its posts go out, or does so with its directory's (`2026/03.yaml`).
bool says_when(std::string_view path) {
  const std::string_view name = base(path);
  return starts_with_year(name) ||
         (all_digits(name.substr(0, name.find('.'))) && starts_with_year(base(parent(path))));
}

/// What makes posts one feed. Two configurations may each name a feed `blog`, and a feed may be
/// named like a directory, so the name of a definition makes none.
struct FeedKey {
  size_t definition = 0;  ///< its number from 1 on; 0 for a feed that no configuration names
  FeedKind kind = FeedKind::blog;
  std::string section = {};  ///< of such a feed

  friend auto operator<=>(const FeedKey& a, const FeedKey& b) = default;
};

using Groups = std::map<FeedKey, Feed>;

void add(Groups& groups, const FeedKey& key, const std::string& name, const Facts& facts) {
  Feed& feed = groups[key];
  feed.name = name;
  feed.kind = key.kind;
  feed.posts.push_back(&facts);
}

void add_to_section(Groups& groups, FeedKind kind, const std::string& name, const Facts& facts) {
  add(groups, {0, kind, name}, name, facts);
}

void add_automatically(Groups& groups, const Facts& facts, std::string_view path) {
  if (facts.kind == PostKind::article) {
    if (facts.has_moment) add_to_section(groups, FeedKind::blog, section_of(path), facts);
    return;
  }
  const std::string name = social_section_of(path);
  if (facts.channels.empty()) return add_to_section(groups, FeedKind::social, name, facts);
  for (const uint32_t channel : facts.channels) {
    add_to_section(groups, FeedKind::social, name + "#" + std::to_string(channel), facts);
  }
}

}  // namespace

std::string section_of(std::string_view path) {
  std::string_view section = parent(path);
  const std::string_view name = base(path);
  const std::string_view stem = name.substr(0, name.find('.'));
  if (stem == "index" || stem == "_index") section = parent(section);
  while (all_digits(base(section))) section = parent(section);
  return std::string(section);
}

std::string social_section_of(std::string_view path) {
  const std::optional<ContentKind> kind = content_kind(path);
  if (kind == ContentKind::tweet) return std::string(parent(path));
  const bool data = kind == ContentKind::yaml || kind == ContentKind::json;
  if (data && !says_when(path)) return std::string(path);
  return section_of(path);
}

std::vector<Feed> make_feeds(std::span<const Facts> facts, std::span<const std::string> paths,
                             std::span<const FeedDefinition> definitions) {
  Groups groups;
  for (const Facts& post : facts) {
    bool defined = false;
    for (size_t i = 0; i < definitions.size(); ++i) {
      const FeedDefinition& definition = definitions[i];
      if (post.file >= definition.members.size() || !definition.members[post.file]) continue;
      defined = true;
      if (!in_channel(post, definition)) continue;
      add(groups, {i + 1, definition.kind}, definition.name, post);
    }
    if (!defined) add_automatically(groups, post, paths[post.file]);
  }
  std::vector<Feed> feeds;
  for (auto& [key, feed] : groups) {
    std::sort(feed.posts.begin(), feed.posts.end(), [&](const Facts* a, const Facts* b) {
      const auto order = [&](const Facts* post) {
        return std::tuple(post->has_moment ? post->moment.unix_seconds : INT64_MAX,
                          std::string_view(paths[post->file]), post->place.begin, post);
      };
      return order(a) < order(b);
    });
    feeds.push_back(std::move(feed));
  }
  return feeds;
}

}  // namespace soiree
