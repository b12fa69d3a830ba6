#include "linter/parse/schedule_entry.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/parse/schedule_moment.h"
#include "linter/parse/schedule_nodes.h"

namespace soiree {
namespace {

bool one_of(std::string_view value, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::vector<PlacedText> values_of(const ScheduleFields& fields, KeyRole role, bool split) {
  const YamlNode* node = fields.get(role);
  return node == nullptr ? std::vector<PlacedText>{} : placed_values(*node, split);
}

bool is_blank_text(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Texts of a value: a scalar, a list of scalars or of maps with a text (a thread), or a map with a
/// text.
void take_texts(YamlNode& node, std::vector<MappedText>& texts) {
  if (node.kind == YamlKind::scalar) {
    if (!is_blank_text(node.value())) texts.push_back(std::move(node.text));
  } else if (node.kind == YamlKind::sequence) {
    for (YamlNode& item : node.children) {
      if (item.kind != YamlKind::sequence) take_texts(item, texts);
    }
  } else if (node.kind == YamlKind::mapping) {
    for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
      const KeyRole role = key_role(plain_key(node.children[i].value()));
      if (role == KeyRole::text || role == KeyRole::weak_text || role == KeyRole::thread) {
        take_texts(node.children[i + 1], texts);
        return;
      }
    }
  }
}

/// The words of a nested layout as one text.
void take_word_parts(const std::vector<YamlNode*>& parts, std::vector<MappedText>& texts) {
  MappedText joined;
  for (const YamlNode* part : parts) {
    if (is_blank_text(part->value())) continue;
    if (joined.size() > 0) joined.append_separator("\n\n", part->place.begin);
    joined.append(part->text);
  }
  if (joined.size() > 0) texts.push_back(std::move(joined));
}

/// `RT 710478620951777280`: the number of somebody's post instead of a text.
bool is_bare_repost(std::string_view text) {
  if (text.substr(0, 3) != "RT ") return false;
  const std::string_view rest = text.substr(3);
  return !rest.empty() && rest.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A key's value that says something: "@kim", an address, a list; no counter and no "false".
bool names_something(const YamlNode& value) {
  if (value.kind != YamlKind::scalar) return !value.children.empty();
  const std::string_view text = value.value();
  return !is_blank_text(text) && !one_of(text, {"false", "no", "null", "~"}) &&
         text.find_first_not_of("0123456789.,") != std::string_view::npos;
}

bool holds_poll(const YamlNode& entry) {
  if (entry.kind != YamlKind::mapping) return false;
  for (size_t i = 0; i + 1 < entry.children.size(); i += 2) {
    const bool poll = plain_key(entry.children[i].value()) == "poll";
    if (poll && names_something(entry.children[i + 1])) return true;
  }
  return false;
}

/// What the keys for channels name, and what `to` names, which may be people.
std::vector<PlacedText> channels_of(const ScheduleFields& fields) {
  std::vector<PlacedText> all = values_of(fields, KeyRole::channel, true);
  for (PlacedText& more : values_of(fields, KeyRole::to, true)) all.push_back(std::move(more));
  return all;
}

/// True for `channels: {mastodon: false, bluesky: false}`: it goes nowhere.
bool lowers_all_flags(const ScheduleFields& fields) {
  const YamlNode* channels = fields.get(KeyRole::channel);
  return channels != nullptr && is_flag_map(*channels) && raised_flags(*channels).empty();
}

/// How people call direct messages, as a kind or as a channel (in plain_key form).
bool is_direct_message_name(std::string_view plain) {
  return one_of(plain,
                {"dm", "dms", "direct", "directmessage", "directmessages", "privatemessage"});
}

void set_kind(ScheduleEntry& entry, const ScheduleFields& fields, const ScheduleContext& context) {
  const std::string kind = plain_key(value_of(fields, KeyRole::kind).value);
  const std::vector<PlacedText> channels = channels_of(fields);
  const std::string channel = channels.empty() ? "" : plain_key(channels[0].value);
  if (const auto named = kind_named(kind)) {
    entry.kind = *named;
  } else if (kind.empty() && is_direct_message_name(channel)) {
    entry.kind = ScheduleKind::direct_message;
  } else if (context.direct_messages) {
    entry.kind = ScheduleKind::direct_message;
  }
  const PlacedText reply = value_of(fields, KeyRole::reply);
  if (!reply.empty() && reply.value != "false") {
    entry.kind = ScheduleKind::reply;
    if (reply.value != "true") entry.links.push_back(reply);
  }
  const PlacedText repost = value_of(fields, KeyRole::repost);
  if (!repost.empty() && repost.value != "false") {
    if (repost.value != "true") entry.links.push_back(repost);
    if (entry.texts.empty()) entry.kind = ScheduleKind::repost;
  }
  if (entry.texts.size() == 1 && is_bare_repost(entry.texts[0].text())) {
    entry.kind = ScheduleKind::repost;
  }
  const bool reposts = !repost.empty() && repost.value != "false";
  entry.engages = entry.engages || reposts || entry.kind == ScheduleKind::reply ||
                  entry.kind == ScheduleKind::repost;
}

void set_channels(ScheduleEntry& entry, const ScheduleFields& fields,
                  const ScheduleContext& context) {
  const auto add = [&](PlacedText& channel, bool may_be_person) {
    const std::string plain = plain_key(channel.value);
    if (one_of(plain, {"short", "medium", "long"})) return;  // share kits: a length
    const bool person = !is_channel_name(plain) && !is_direct_message_name(plain) &&
                        (may_be_person || channel.value[0] == '@');
    if (person && entry.recipient.empty()) {
      entry.recipient = std::move(channel);
    } else {
      entry.channels.push_back(std::move(channel));
    }
  };
  const bool direct = entry.kind == ScheduleKind::direct_message;
  const bool has_channels = fields.get(KeyRole::channel) != nullptr;
  for (PlacedText& channel : values_of(fields, KeyRole::channel, true)) add(channel, direct);
  for (PlacedText& name : values_of(fields, KeyRole::to, true)) add(name, direct || has_channels);
  for (PlacedText& media : values_of(fields, KeyRole::media, false)) {
    // Some layouts list the media to publish on, not the pictures.
    if (is_channel_name(plain_key(media.value))) {
      entry.channels.push_back(std::move(media));
    } else {
      entry.media.push_back(std::move(media));
    }
  }
  if (entry.channels.empty() && lowers_all_flags(fields)) {
    entry.draft = entry.draft || fields.by_channel.empty();
    return;
  }
  if (entry.channels.empty()) entry.channels = context.channels;
  if (entry.channels.empty() && !entry.account.empty()) entry.channels.push_back(entry.account);
}

/// An entry that says nothing else and goes to no public channel is a direct message.
void set_kind_by_channels(ScheduleEntry& entry, const ScheduleFields& fields) {
  if (entry.kind != ScheduleKind::post || entry.channels.empty()) return;
  if (!value_of(fields, KeyRole::kind).empty()) return;
  const bool direct = std::all_of(
      entry.channels.begin(), entry.channels.end(),
      [](const PlacedText& channel) { return is_direct_message_name(plain_key(channel.value)); });
  if (direct) entry.kind = ScheduleKind::direct_message;
}

void set_values(ScheduleEntry& entry, const ScheduleFields& fields,
                const ScheduleContext& context) {
  entry.title = value_of(fields, KeyRole::title);
  entry.id = value_of(fields, KeyRole::id);
  entry.account = value_of(fields, KeyRole::account);
  if (entry.account.empty()) entry.account = context.account;
  entry.recipient = value_of(fields, KeyRole::recipient);
  entry.location = value_of(fields, KeyRole::location);
  entry.status = value_of(fields, KeyRole::status);
  entry.hashtags = values_of(fields, KeyRole::hashtags, true);
  entry.links = values_of(fields, KeyRole::link, false);
  const std::string status = plain_key(entry.status.value);
  entry.draft = context.drafts || is_unsent_status(status) ||
                value_of(fields, KeyRole::draft).value == "true";
  const YamlNode* variables = fields.get(KeyRole::variables);
  entry.declares_variables = variables != nullptr && !variables->children.empty();
  set_kind(entry, fields, context);
  set_channels(entry, fields, context);
  set_kind_by_channels(entry, fields);
  if (entry.account.empty()) entry.account = value_of(fields, KeyRole::author);
  set_time(entry, fields, context);
}

}  // namespace

std::optional<ScheduleKind> kind_named(std::string_view plain) {
  if (is_direct_message_name(plain)) return ScheduleKind::direct_message;
  if (one_of(plain, {"reply", "comment", "answer"})) return ScheduleKind::reply;
  if (one_of(plain, {"repost", "retweet", "boost", "rt", "reshare"})) return ScheduleKind::repost;
  return std::nullopt;
}

void inherit(ScheduleContext& context, YamlNode& node) {
  if (node.kind != YamlKind::mapping) return;
  ScheduleFields fields = read_fields(node, nullptr);
  if (YamlNode* defaults = fields.get(KeyRole::defaults)) inherit(context, *defaults);
  if (auto zone = value_of(fields, KeyRole::zone); !zone.empty()) context.zone = std::move(zone);
  if (auto account = value_of(fields, KeyRole::account); !account.empty()) {
    context.account = std::move(account);
  }
  if (auto date = date_for_entries(fields, context); !date.empty()) context.date = std::move(date);
  auto channels = channels_of(fields);
  if (!channels.empty()) context.channels = std::move(channels);
  const std::string kind = plain_key(value_of(fields, KeyRole::kind).value);
  if (is_direct_message_name(kind)) context.direct_messages = true;
}

bool likes_or_follows(const YamlNode& entry) {
  if (entry.kind != YamlKind::mapping) return false;
  for (size_t i = 0; i + 1 < entry.children.size(); i += 2) {
    const YamlNode& value = entry.children[i + 1];
    const std::string plain = plain_key(entry.children[i].value());
    if (one_of(plain, {"like", "likeof", "favourite", "favorite", "follow", "followof"})) {
      if (names_something(value) && value.kind != YamlKind::mapping) return true;
    }
    const bool kind = key_role(plain) == KeyRole::kind && value.kind == YamlKind::scalar;
    if ((kind || plain == "action") &&
        one_of(plain_key(value.value()), {"like", "favourite", "favorite", "follow"})) {
      return true;
    }
  }
  return false;
}

namespace {

/// One entry per language of `texts`.
std::vector<ScheduleEntry> make_for_languages(const ScheduleEntry& common, YamlNode& texts) {
  std::vector<ScheduleEntry> entries;
  for (size_t i = 0; i + 1 < texts.children.size(); i += 2) {
    const YamlNode& language = texts.children[i];
    YamlNode& text = texts.children[i + 1];
    ScheduleEntry entry = common;
    entry.place = {language.place.begin, text.place.end};
    entry.language = language.value();
    take_texts(text, entry.texts);
    if (!entry.texts.empty()) entries.push_back(std::move(entry));
  }
  return entries;
}

/// The texts per language that a channel's value is or has, or null.
YamlNode* languages_of(YamlNode& value) {
  if (is_language_map(value)) return &value;
  if (value.kind != YamlKind::mapping) return nullptr;
  for (size_t i = 0; i + 1 < value.children.size(); i += 2) {
    const KeyRole role = key_role(plain_key(value.children[i].value()));
    const bool text =
        role == KeyRole::text || role == KeyRole::weak_text || role == KeyRole::thread;
    if (text) return is_language_map(value.children[i + 1]) ? &value.children[i + 1] : nullptr;
  }
  return nullptr;
}

/// What `common` is on one channel, in each of its languages. A time of its own lacks nothing that
/// the entry has: the date, or the time of day.
std::vector<ScheduleEntry> make_for_channel(const ScheduleEntry& common,
                                            const ScheduleFields& fields, const ChannelText& text,
                                            const ScheduleContext& context) {
  ScheduleEntry entry = common;
  entry.texts.clear();
  entry.place = {text.channel->place.begin, text.value->place.end};
  entry.channels = {placed_value(*text.channel)};
  if (text.value->kind == YamlKind::mapping) {
    ScheduleFields own = read_fields(*text.value, nullptr);
    if (has_time(own) || own.get(KeyRole::zone) != nullptr) {
      ScheduleContext around = context;
      around.zone = common.zone;
      if (PlacedText date = date_for_entries(fields, context); !date.empty()) {
        around.date = std::move(date);
      } else if (common.moment) {
        around.date = common.time;
      }
      if (own.get(KeyRole::clock) == nullptr && own.get(KeyRole::hour) == nullptr) {
        own.slot = fields.slot;
        for (const KeyRole role : {KeyRole::clock, KeyRole::hour, KeyRole::minute}) {
          own.set(role, fields.get(role));
        }
      }
      ScheduleEntry special;
      set_time(special, own, around);
      entry.time = std::move(special.time);
      entry.moment = special.moment;
      entry.zone = std::move(special.zone);
    }
  }
  if (YamlNode* languages = languages_of(*text.value)) return make_for_languages(entry, *languages);
  take_texts(*text.value, entry.texts);
  return {std::move(entry)};
}

}  // namespace

std::vector<ScheduleEntry> make_entries(YamlNode& node, ScheduleFields& fields,
                                        const ScheduleContext& context, uint32_t group) {
  std::vector<ScheduleEntry> entries;
  ScheduleEntry common;
  common.place = node.place;
  common.group = group;
  YamlNode* by_language = nullptr;
  for (const KeyRole role : {KeyRole::text, KeyRole::thread, KeyRole::weak_text}) {
    YamlNode* value = fields.get(role);
    if (!common.texts.empty() || by_language != nullptr || value == nullptr) continue;
    if (is_language_map(*value)) {
      by_language = value;
    } else {
      take_texts(*value, common.texts);
    }
  }
  if (common.texts.empty()) take_word_parts(fields.word_parts, common.texts);
  if (likes_or_follows(node)) {
    common.engages = true;
    if (common.texts.empty()) common.kind = ScheduleKind::repost;
  }
  common.engages = common.engages || holds_poll(node);
  set_values(common, fields, context);
  if (fields.by_channel.empty()) {
    if (by_language != nullptr) return make_for_languages(common, *by_language);
    entries.push_back(std::move(common));
    return entries;
  }
  for (const ChannelText& text : fields.by_channel) {
    for (ScheduleEntry& made : make_for_channel(common, fields, text, context)) {
      entries.push_back(std::move(made));
    }
    const std::string channel = plain_key(text.channel->value());
    std::erase_if(common.channels,
                  [&](const PlacedText& known) { return plain_key(known.value) == channel; });
  }
  if (common.channels.empty()) return entries;
  std::vector<ScheduleEntry> others;  // the other channels' text
  if (by_language != nullptr) {
    others = make_for_languages(common, *by_language);
  } else if (!common.texts.empty()) {
    others.push_back(std::move(common));
  }
  std::move(entries.begin(), entries.end(), std::back_inserter(others));
  return others;
}

}  // namespace soiree
