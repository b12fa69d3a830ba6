#ifndef SOIREE_PARSE_SCHEDULE_NODES_H_
#define SOIREE_PARSE_SCHEDULE_NODES_H_

#include <string_view>
#include <vector>

#include "linter/parse/yaml_document.h"

namespace soiree {

/// What the shape of a node says about the layout it belongs to.

/// True for `{mastodon: true, bluesky: false}` and `{mastodon, bluesky}`: names of channels, and at
/// most a yes or no behind them.
bool is_flag_map(const YamlNode& node);
/// The names that a flag map raises: those with a yes, or all where none has a yes or no.
std::vector<const YamlNode*> raised_flags(const YamlNode& flags);
/// True for `{en: "...", de: "..."}`: one text, or the parts of a thread, per language.
bool is_language_map(const YamlNode& node);
/// True for a key that is a date, with or without a time of day.
bool is_date_key(const YamlNode& key);
/// True for a list that has a map in it with a text and a time of its own.
bool is_list_of_timed_posts(const YamlNode& node);
/// True for a root that can be nothing but a schedule: its `posts`, or what else they are called,
/// have a text, a channel and a time.
bool holds_scheduled_posts(const YamlNode& root);
/// False when no root of `source` can hold such posts, which saves reading large data files.
bool may_hold_scheduled_posts(std::string_view source);
/// The list of an entry that has its own time of day and, in place of a text, the parts of a thread
/// (`{at: 2026-03-02 09:00, tweets: [..., ...]}`); null for any other map, also for one that holds
/// `drafts`, a `queue` or `days`.
YamlNode* thread_of_entry(YamlNode& entry);

}  // namespace soiree

#endif  // SOIREE_PARSE_SCHEDULE_NODES_H_
