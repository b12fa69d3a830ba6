#include "linter/parse/schedule.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/parse/content_kind.h"
#include "linter/parse/schedule_entry.h"
#include "linter/parse/schedule_json.h"
#include "linter/parse/schedule_mapping_check.h"
#include "linter/parse/schedule_moment.h"
#include "linter/parse/schedule_nodes.h"
#include "linter/parse/schedule_path.h"
#include "linter/parse/schedule_settings.h"
#include "linter/parse/schedule_times.h"
#include "linter/parse/unreadable_schedule.h"
#include "linter/parse/yaml_recovery.h"

namespace soiree {
namespace {

constexpr int kMaxDepth = 4;  ///< levels of lists and containers above the entries

/// How sure one can be, by the key above them, that entries are posts.
enum class Container : uint8_t { none, weak, social, direct };

/// What speaks for and against the file being a schedule.
struct Evidence {
  size_t maps = 0;
  size_t strong_texts = 0;
  size_t weak_texts = 0;
  size_t strings = 0;
  size_t by_channel = 0;
  size_t channels = 0;
  size_t times = 0;
  size_t traits = 0;  ///< entries with hashtags, media, status, kind, id or link
  size_t foreign = 0;
  bool social = false;           ///< under a key that only schedules have
  bool root_by_channel = false;  ///< texts keyed by channel at the root
};

/// True when `node`, the value of a key, is null because a hashtag after the colon is a comment.
bool is_hashtag_comment(std::string_view source, const YamlNode& node) {
  if (node.kind != YamlKind::null || node.place.end >= source.size()) return false;
  if (source[node.place.end] != ':') return false;
  const size_t at = source.find_first_not_of(" \t", node.place.end + 1);
  if (at == std::string_view::npos || at + 1 >= source.size() || source[at] != '#') return false;
  const auto c = static_cast<unsigned char>(source[at + 1]);
  return c >= 0x80 || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
}

class ScheduleReader {
 public:
  ScheduleReader(std::string_view source, std::string_view path, const ScheduleMapping* mapping)
      : source_(source), path_(path), mapping_(mapping), post_path_(is_post_path(path)) {}

  void read(std::vector<YamlNode>& roots) {
    ScheduleContext context;
    find_time_notation(roots, mapping_, context);
    for (YamlNode& root : roots) {
      if (mapping_ != nullptr && !mapping_->posts.empty()) {
        if (root.kind == YamlKind::mapping) inherit(context, root);
        YamlNode* posts = follow_path(root, mapping_->posts);
        if (posts != nullptr) entries_of(*posts, context, Container::social, 0);
      } else if (root.kind == YamlKind::sequence) {
        list(root, context, Container::none, 0);
      } else if (root.kind == YamlKind::mapping) {
        root_mapping(root, context);
      }
    }
  }

  bool recognised() const {
    const Evidence& e = evidence_;
    if (mapping_ != nullptr) return true;  // the user says that it is one
    if (e.foreign * 2 > e.maps) return false;
    if (e.by_channel > 0) {
      return e.social || post_path_ || e.times > 0 || (e.by_channel > 1 && !may_be_interface());
    }
    if (e.strings > 0 && e.maps == 0) return e.social || post_path_;
    const bool social = e.social || post_path_;
    if (e.strong_texts > 0) {
      return e.channels > 0 || e.times > 0 || (social && (e.traits > 0 || e.social));
    }
    return e.weak_texts > 0 && ((e.channels > 0 && (social || e.times > 0)) ||
                                (social && (e.times > 0 || e.traits > 0)));
  }

  std::vector<ScheduleEntry> entries;
  std::vector<Problem> problems;
  bool declares_variables = false;
  bool posts_lost = false;  ///< the key of the posts holds an alias that could not be read

 private:
  /// `{"title": ..., "twitter": "Follow me!", "facebook": ...}`: words of buttons.
  bool may_be_interface() const {
    return evidence_.root_by_channel &&
           (content_kind(path_) == ContentKind::json || is_language_path(path_));
  }

  void root_mapping(YamlNode& root, ScheduleContext& context) {
    inherit_from_root(root, context);
    const bool held = containers(root, context, 0);
    if (channel_lists(root, context) || held) return;
    ScheduleFields fields = read_fields(root, mapping_);
    const YamlNode* text =
        fields.get(KeyRole::text) ? fields.get(KeyRole::text) : fields.get(KeyRole::weak_text);
    if (text != nullptr || !fields.by_channel.empty()) {
      if (!fields.by_channel.empty() || text->kind == YamlKind::scalar || is_thread(*text) ||
          is_language_map(*text)) {
        evidence_.root_by_channel = !fields.by_channel.empty();
        entry(root, context, Container::none);
      }
      return;
    }
    if (post_path_) buckets(root, context, 0);
  }

  static bool is_thread(const YamlNode& node) {
    return node.kind == YamlKind::sequence && !node.children.empty() &&
           node.children.front().kind == YamlKind::scalar;
  }

  /// What the root says for all entries; a `date` of one post at the root is not for others.
  void inherit_from_root(YamlNode& root, ScheduleContext& context) {
    inherit(context, root);
    context.date = {};
    for (size_t i = 0; i + 1 < root.children.size(); i += 2) {
      if (key_role(plain_key(root.children[i].value())) == KeyRole::variables) {
        declares_variables = declares_variables || !root.children[i + 1].children.empty();
      }
    }
  }

  /// Reads all keys of `node` that hold entries. Returns whether there were any.
  bool containers(YamlNode& node, const ScheduleContext& context, int depth) {
    bool found = false;
    for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
      YamlNode& value = node.children[i + 1];
      const bool unread = value.kind == YamlKind::null && value.place.begin < source_.size() &&
                          source_[value.place.begin] == '*';
      if (value.kind != YamlKind::sequence && value.kind != YamlKind::mapping && !unread) continue;
      const std::string plain = plain_key(node.children[i].value());
      const KeyRole role = key_role(plain);
      if (unread) {
        posts_lost = posts_lost || role == KeyRole::social_container;
        continue;
      }
      Container container = Container::none;
      if (role == KeyRole::social_container) container = Container::social;
      if (role == KeyRole::direct_container) container = Container::direct;
      if (role == KeyRole::container) container = Container::weak;
      if (container == Container::none) continue;
      ScheduleContext inner = context;
      inner.drafts = inner.drafts || plain == "drafts";
      entries_of(value, inner, container, depth + 1);
      found = true;
    }
    return found;
  }

  /// Reads `mastodon: [{at: ..., text: ...}, ...]` and its like below `channels:`. Returns whether
  /// there was one such list of posts with times.
  bool channel_lists(YamlNode& node, const ScheduleContext& context) {
    bool timed = false;
    bool below = false;
    for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
      YamlNode& value = node.children[i + 1];
      const std::string plain = plain_key(node.children[i].value());
      if (is_channel_name(plain)) timed = timed || is_list_of_timed_posts(value);
      if (key_role(plain) == KeyRole::channel && value.kind == YamlKind::mapping) {
        below = channel_lists(value, context) || below;
      }
    }
    for (size_t i = 0; timed && i + 1 < node.children.size(); i += 2) {
      const ChannelOrDate key = named_by(node.children[i], context);
      YamlNode& value = node.children[i + 1];
      const bool posts = key.channel && value.kind == YamlKind::sequence;
      if (posts) list(value, key.context, Container::social, 1);
    }
    return timed || below;
  }

  /// What a key says of the entries below it.
  struct ChannelOrDate {
    ScheduleContext context;
    bool channel = false;
    bool date = false;
  };
  static ChannelOrDate named_by(const YamlNode& key, const ScheduleContext& context) {
    ChannelOrDate named{context, is_channel_name(plain_key(key.value())), is_date_key(key)};
    if (named.channel) named.context.channels = {placed_value(key)};
    if (named.date) named.context.date = placed_value(key);
    return named;
  }

  void entries_of(YamlNode& node, const ScheduleContext& context, Container container, int depth) {
    if (node.kind == YamlKind::sequence) {
      list(node, context, container, depth);
    } else if (node.kind == YamlKind::mapping && depth < kMaxDepth) {
      ScheduleContext inner = context;
      inherit(inner, node);
      if (containers(node, inner, depth)) return;
      for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
        named_entry(node.children[i], node.children[i + 1], inner, container, depth);
      }
    }
  }

  /// Entries by name, by channel or by date.
  void named_entry(const YamlNode& key, YamlNode& value, const ScheduleContext& around,
                   Container container, int depth) {
    const ChannelOrDate named = named_by(key, around);
    const bool name_only = !named.channel && !named.date;
    if (value.kind == YamlKind::sequence) {
      list(value, named.context, container, depth + 1);
    } else if (value.kind == YamlKind::scalar && !name_only) {
      text_item(value, named.context, container);
    } else if (value.kind == YamlKind::mapping) {
      const size_t before = entries.size();
      entry(value, named.context, container);
      if (entries.size() == before && !name_only) {
        entries_of(value, named.context, container, depth + 1);
      }
      for (size_t k = before; name_only && k < entries.size(); ++k) {
        if (entries[k].id.empty()) entries[k].id = placed_value(key);
      }
    }
  }

  void list(YamlNode& node, const ScheduleContext& context, Container container, int depth) {
    ScheduleContext inner = context;
    inner.direct_messages = inner.direct_messages || container == Container::direct;
    const size_t before = entries.size();
    for (YamlNode& item : node.children) {
      if (item.kind == YamlKind::mapping) {
        ScheduleContext nested = inner;
        const bool holds_entries = has_container(item) && thread_of_entry(item) == nullptr;
        if (depth < kMaxDepth && holds_entries) {  // `weeks: [{posts: [...]}]`
          inherit(nested, item);
          if (containers(item, nested, depth)) continue;
        }
        entry(item, inner, container);
      } else if (item.kind == YamlKind::scalar) {
        text_item(item, inner, container);
      }
    }
    ++lists_;
    for (size_t i = before; i < entries.size(); ++i) {
      if (entries[i].list == 0) entries[i].list = lists_;  // else of a list inside this one
    }
  }

  static bool has_container(const YamlNode& node) {
    for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
      if (node.children[i + 1].kind != YamlKind::sequence) continue;
      const KeyRole role = key_role(plain_key(node.children[i].value()));
      if (role == KeyRole::social_container || role == KeyRole::container) return true;
    }
    return false;
  }

  /// Maps of lists of texts (`:time: {:late: [...]}`), in files that are posts by their name; in
  /// others whose path speaks of posts only lists whose key does, too.
  void buckets(YamlNode& node, const ScheduleContext& context, int depth) {
    const bool any_key = is_named_for_posts(path_);
    for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
      YamlNode& value = node.children[i + 1];
      const std::string plain = plain_key(node.children[i].value());
      const KeyRole role = key_role(plain);
      if (role == KeyRole::foreign || role == KeyRole::hashtags || plain == "prompts") continue;
      if (value.kind == YamlKind::mapping && depth < kMaxDepth) buckets(value, context, depth + 1);
      const bool posts = any_key || role == KeyRole::text || role == KeyRole::social_container ||
                         plain == "texts" || plain == "captions" || plain == "messages";
      if (value.kind == YamlKind::sequence && posts) {
        list(value, context, Container::none, kMaxDepth);
      }
    }
  }

  void text_item(YamlNode& item, const ScheduleContext& context, Container container) {
    if (container != Container::social && container != Container::direct && !post_path_) return;
    if (!is_prose(item) && item.style != YamlStyle::literal) return;
    ++evidence_.strings;
    evidence_.social = evidence_.social || container >= Container::social;
    ScheduleEntry entry;
    entry.place = item.place;
    entry.channels = context.channels;
    entry.account = context.account;
    entry.draft = context.drafts;
    set_time(entry, {}, context);
    if (context.direct_messages) entry.kind = ScheduleKind::direct_message;
    entry.group = ++groups_;
    entry.texts.push_back(std::move(item.text));
    entries.push_back(std::move(entry));
  }

  void entry(YamlNode& item, const ScheduleContext& context, Container container) {
    ScheduleFields fields = read_fields(item, mapping_);
    if (YamlNode* thread = thread_of_entry(item)) fields.set(KeyRole::thread, thread);
    ++evidence_.maps;
    evidence_.social = evidence_.social || container >= Container::social;
    if (fields.get(KeyRole::foreign) != nullptr) ++evidence_.foreign;
    const bool strong = fields.get(KeyRole::text) != nullptr || !fields.word_parts.empty();
    const bool weak =
        fields.get(KeyRole::weak_text) != nullptr || fields.get(KeyRole::thread) != nullptr;
    const bool repost = fields.get(KeyRole::repost) != nullptr || likes_or_follows(item);
    if (!strong && !weak && !repost && fields.by_channel.empty()) return;
    const YamlNode* text = fields.get(KeyRole::text);
    const bool hidden = text != nullptr && is_hashtag_comment(source_, *text);
    if (hidden) note_hidden(*text);
    for (ScheduleEntry& made : make_entries(item, fields, context, ++groups_)) {
      if (made.texts.empty() && made.kind != ScheduleKind::repost && !strong) continue;
      if (!made.texts.empty() || hidden) {
        if (!fields.by_channel.empty()) ++evidence_.by_channel;
        ++(strong ? evidence_.strong_texts : evidence_.weak_texts);
      }
      if (!made.channels.empty() || fields.get(KeyRole::channel) != nullptr ||
          fields.get(KeyRole::to) != nullptr) {
        ++evidence_.channels;
      }
      if (made.moment || fields.get(KeyRole::month) != nullptr) ++evidence_.times;
      if (!made.hashtags.empty() || !made.media.empty() || !made.status.empty() ||
          !made.links.empty() || !made.id.empty() || fields.get(KeyRole::kind) != nullptr) {
        ++evidence_.traits;
      }
      declares_variables = declares_variables || made.declares_variables;
      if (hidden && made.texts.empty()) continue;
      entries.push_back(std::move(made));
    }
  }

  void note_hidden(const YamlNode& text) {
    const size_t at = source_.find('#', text.place.end);
    const size_t end = std::min(source_.find_first_of("\r\n", at), source_.size());
    problems.push_back({{static_cast<uint32_t>(at), static_cast<uint32_t>(end)},
                        "The text is empty: YAML reads what follows this `#` as a comment. Put "
                        "the text in quotes to keep its hashtags.",
                        true});
  }

  std::string_view source_;
  std::string_view path_;
  const ScheduleMapping* mapping_;
  bool post_path_;
  Evidence evidence_;
  uint32_t groups_ = 0;
  uint32_t lists_ = 0;
};

}  // namespace

Schedule read_schedule(std::string_view source, std::string_view path,
                       const ScheduleMapping* mapping) {
  Schedule schedule;
  const bool site_data = mapping == nullptr && is_site_data_path(path);
  if (site_data && !may_hold_scheduled_posts(source)) return schedule;
  JsonCheck json;
  if (content_kind(path) == ContentKind::json) json = check_json(source);
  YamlStream stream = read_yaml_stream(source, {0, static_cast<uint32_t>(source.size())},
                                       YamlExtent::all_documents, json.mended);
  if (site_data && std::none_of(stream.roots.begin(), stream.roots.end(), holds_scheduled_posts)) {
    return schedule;
  }
  ScheduleReader reader(source, path, mapping);
  reader.read(stream.roots);
  const bool lost = reader.posts_lost || is_unreadable_schedule(source, stream.problems);
  if (!reader.recognised() && !lost) return schedule;
  schedule.recognised = true;
  schedule.entries = std::move(reader.entries);
  schedule.declares_variables = reader.declares_variables;
  schedule.problems = std::move(stream.problems);
  take_json_problems(std::move(json), schedule.problems);
  schedule.comments = std::move(stream.comments);
  for (const Comment& comment : schedule.comments) {
    if (explains_fields(comment.place.of(source))) schedule.declares_variables = true;
  }
  std::move(reader.problems.begin(), reader.problems.end(), std::back_inserter(schedule.problems));
  if (mapping != nullptr && schedule.problems.empty()) {
    check_mapping(*mapping, stream.roots, schedule);
  }
  take_time_from(path, schedule.entries);
  check_times(schedule.entries, schedule.problems);
  read_settings(source, stream.roots, schedule);
  std::stable_sort(
      schedule.entries.begin(), schedule.entries.end(),
      [](const ScheduleEntry& a, const ScheduleEntry& b) { return a.place.begin < b.place.begin; });
  return schedule;
}

}  // namespace soiree
