#include "linter/parse/post_meta.h"

#include <algorithm>
#include <array>
#include <span>

#include "linter/parse/schedule_entry.h"
#include "linter/parse/schedule_keys.h"
#include "linter/parse/schedule_times.h"

namespace soiree {
namespace {

using Keys = std::span<const std::string_view>;

// In the order of trust: when the post appears, then when it was made. A date of change is none.
constexpr std::array<std::string_view, 16> kDateKeys = {
    "date",         "publishDate", "publish_date", "pubDate",       "pubDatetime", "publishedAt",
    "published_at", "published",   "publish_at",   "datePublished", "posted",      "postDate",
    "fecha",        "data",        "created",      "created_at"};
constexpr std::array<std::string_view, 3> kClockKeys = {"time", "scheduled_time", "hora"};
constexpr std::array<std::string_view, 3> kZoneKeys = {"timezone", "time_zone", "tz"};
constexpr std::array<std::string_view, 5> kPathKeys = {"path", "permalink", "url", "slug",
                                                       "tumblr_url"};
constexpr std::array<std::string_view, 2> kTitleKeys = {"title", "seo.title"};
constexpr std::array<std::string_view, 3> kDescriptionKeys = {"description", "meta.description",
                                                              "seo.description"};
constexpr std::array<std::string_view, 1> kSummaryKeys = {"summary"};
constexpr std::array<std::string_view, 1> kExcerptKeys = {"excerpt"};
constexpr std::array<std::string_view, 3> kLanguageKeys = {"lang", "language", "locale"};
constexpr std::array<std::string_view, 4> kLocationKeys = {"location", "place", "geo", "venue"};
constexpr std::array<std::string_view, 1> kStatusKeys = {"status"};
constexpr std::array<std::string_view, 6> kAuthorKeys = {"author",       "authors", "author.name",
                                                         "authors.name", "writers", "byline"};
constexpr std::array<std::string_view, 6> kTagKeys = {"tags",       "tag",      "keywords",
                                                      "categories", "category", "taxonomies.tags"};
constexpr std::array<std::string_view, 10> kChannelKeys = {
    "channels", "channel", "platforms", "platform", "networks",
    "network",  "media",   "to",        "accounts", "post_to"};
constexpr std::array<std::string_view, 8> kProseKeys = {
    "title",   "subtitle",  "description",     "summary",
    "excerpt", "seo.title", "seo.description", "meta.description"};
constexpr std::array<std::string_view, 6> kDraftStates = {"draft",   "hidden", "private",
                                                          "pending", "skip",   "unpublished"};

bool is_one_of(std::string_view word, Keys words) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view each) { return equal_ignoring_case(word, each); });
}

PlacedText placed(const Field& field) { return {std::string(field.text()), field.place}; }

bool says(const Field* field, std::string_view word) {
  return field != nullptr && equal_ignoring_case(field->text(), word);
}

PlacedText first_text(const FrontMatter& front_matter, Keys keys) {
  for (const std::string_view key : keys) {
    const Field* field = front_matter.find(key);
    if (field != nullptr && field->value.size() != 0) return placed(*field);
  }
  return {};
}

// One entry of a comma-separated value; its place covers exactly its bytes.
void add_entry(const Field& field, uint32_t begin, uint32_t end, std::vector<PlacedText>& texts) {
  const std::string_view text = field.text();
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
  while (begin < end && blank(text[begin])) ++begin;
  while (end > begin && blank(text[end - 1])) --end;
  if (begin == end) return;
  const bool whole = begin == 0 && end == text.size();
  texts.push_back({std::string(text.substr(begin, end - begin)),
                   whole ? field.place : field.value.source({begin, end})});
}

void add_texts(const FrontMatter& front_matter, Keys keys, bool split,
               std::vector<PlacedText>& texts) {
  for (const std::string_view key : keys) {
    for (const Field* field : front_matter.find_all(key)) {
      const std::string_view text = field->text();
      uint32_t begin = 0;
      if (split && !field->in_list) {
        for (uint32_t at = 0; at < text.size(); ++at) {
          if (text[at] != ',' && text[at] != ';') continue;
          add_entry(*field, begin, at, texts);
          begin = at + 1;
        }
      }
      add_entry(*field, begin, field->value.size(), texts);
    }
  }
}

// `{{ date }}`, `<% ... %>`: a template that fills itself in later.
bool is_template(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("<%") != std::string_view::npos;
}

// The date is the file's own (Eleventy, and Quarto's `last-modified`) or the day of publishing.
bool is_date_word(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kDateWords = {
      "last modified", "created", "git last modified", "git created",
      "today",         "now",     "last-modified"};
  return is_one_of(text, kDateWords);
}

// `[[2026-05-12]]` and `[[2026-05-12|words]]` link to the note of a day in Obsidian.
std::string_view without_note_link(std::string_view text) {
  if (!text.starts_with("[[") || !text.ends_with("]]")) return text;
  text = text.substr(2, text.size() - 4);
  return text.substr(0, text.find('|'));
}

// What is said of a date that is none; quotation marks around it may be all that is wrong.
std::string not_a_date(const Field& field) {
  const std::string said = "The " + field.key + " \"" + std::string(field.text().substr(0, 40)) +
                           "\" is not read as a date. ";
  std::string_view bare = field.text();
  for (const std::string_view mark : {"“", "”", "„", "‘", "’", "«", "»"}) {
    if (bare.starts_with(mark)) bare.remove_prefix(mark.size());
    if (bare.ends_with(mark)) bare.remove_suffix(mark.size());
  }
  if (bare.size() < field.text().size() && parse_moment(bare)) {
    return said + "Write it as " + std::string(bare) + ", without the typographic quotation marks.";
  }
  return said + "Write it as 2026-01-31 or 2026-01-31T09:00:00+01:00.";
}

/// The first value whose key has the role in schedules; null when there is none.
const Field* find_role(const FrontMatter& front_matter, KeyRole role) {
  for (const Field& field : front_matter.fields) {
    const bool value = field.kind == FieldKind::scalar && field.value.size() != 0;
    const bool nested = field.key.find('.') != std::string::npos;
    if (value && !nested && key_role(plain_key(field.key)) == role) return &field;
  }
  return nullptr;
}

/// Reads when a post with channels goes out by the keys that only schedules have.
bool read_scheduled_moment(const FrontMatter& front_matter, const PlacedText& clock,
                           const PlacedText& zone, PostMeta& meta) {
  const Field* field = find_role(front_matter, KeyRole::moment);
  if (field == nullptr) {
    field = find_role(front_matter, KeyRole::date);
    if (field == nullptr || is_one_of(field->key, kDateKeys)) return false;
  }
  if (is_template(field->text())) return false;
  std::vector<ScheduleEntry> entries(1);
  entries[0].time = placed(*field);
  entries[0].moment = parse_moment(field->text(), clock.value, zone.value);
  check_times(entries, meta.problems);
  if (!entries[0].moment) return false;
  meta.date = std::move(entries[0].time);
  meta.moment = entries[0].moment;
  meta.moment_from_front_matter = true;
  return true;
}

/// What a post with channels is: a reply, a direct message to somebody.
void read_kind(const FrontMatter& front_matter, PostMeta& meta) {
  if (const Field* kind = find_role(front_matter, KeyRole::kind)) {
    meta.kind = kind_named(plain_key(kind->text())).value_or(ScheduleKind::post);
  }
  const Field* reply = find_role(front_matter, KeyRole::reply);
  if (reply != nullptr && !says(reply, "false")) meta.kind = ScheduleKind::reply;
  if (meta.kind != ScheduleKind::direct_message) return;
  if (const Field* person = find_role(front_matter, KeyRole::recipient)) {
    meta.recipient = placed(*person);
  }
}

void read_moment(const FrontMatter& front_matter, std::string_view path, PostMeta& meta) {
  const PlacedText clock = first_text(front_matter, kClockKeys);
  const PlacedText zone = first_text(front_matter, kZoneKeys);
  if (!zone.empty() && !is_template(zone.value) && !is_known_zone(zone.value)) {
    meta.problems.push_back(
        {zone.place,
         "The time zone \"" + zone.value.substr(0, 40) +
             "\" is not known here, so times are read without a zone. Use a name such as "
             "Europe/Berlin or an offset such as +02:00; the names need the package tzdata.",
         false});
  }
  if (!meta.channels.empty() && read_scheduled_moment(front_matter, clock, zone, meta)) return;
  for (const std::string_view key : kDateKeys) {
    const Field* field = front_matter.find(key);
    if (field == nullptr || field->value.size() == 0) continue;
    meta.moment = parse_moment(without_note_link(field->text()), clock.value, zone.value);
    if (meta.moment) {
      meta.date = placed(*field);
      meta.moment_from_front_matter = true;
      return;
    }
    const bool meant_as_date = key == "date" || key == "publishDate" || key == "pubDate";
    if (meant_as_date && !is_template(field->text()) && !is_date_word(field->text())) {
      meta.problems.push_back({field->place, not_a_date(*field), false});
    }
  }
  meta.moment = moment_from_path(path);
  for (const std::string_view key : kPathKeys) {
    if (meta.moment) return;
    const Field* field = front_matter.find(key);
    if (field != nullptr) meta.moment = moment_from_path(field->text());
  }
}

void read_draft(const FrontMatter& front_matter, PostMeta& meta) {
  meta.status = first_text(front_matter, kStatusKeys);
  meta.draft =
      says(front_matter.find("draft"), "true") || says(front_matter.find("draft"), "yes") ||
      says(front_matter.find("published"), "false") || says(front_matter.find("published"), "no") ||
      is_one_of(meta.status.value, kDraftStates) ||
      (!meta.channels.empty() && is_unsent_status(plain_key(meta.status.value)));
}

// The keys may hold other things than networks (`media:` often lists pictures), so only known names
// count there.
void read_channels(const FrontMatter& front_matter, PostMeta& meta) {
  add_texts(front_matter, kChannelKeys, true, meta.channels);
  std::erase_if(meta.channels, [](const PlacedText& text) {
    std::string_view name = text.value;
    if (name.starts_with('@')) name.remove_prefix(1);
    return !is_channel_name(plain_key(name));
  });
}

void read_suppressions(const FrontMatter& front_matter, PostMeta& meta) {
  static constexpr std::array<std::string_view, 1> kDisable = {"soiree.disable"};
  add_texts(front_matter, kDisable, true, meta.disabled_rules);
  const std::string remedy =
      front_matter.format == FrontMatterFormat::pelican
          ? "Front matter of this kind has none; write <!-- soiree-disable-file RULE --> below it."
          : "In front matter there is only \"soiree: {disable: [RULE]}\".";
  for (const Field& field : front_matter.fields) {
    const bool ours = equal_ignoring_case(std::string_view(field.key).substr(0, 6), "soiree") &&
                      (field.key.size() == 6 || field.key[6] == '.');
    if (!ours || equal_ignoring_case(field.key, "soiree.disable")) continue;
    const bool empty = field.key.size() == 6 && field.kind != FieldKind::scalar;
    if (empty) continue;
    meta.problems.push_back(
        {field.key_place, "\"" + field.key.substr(0, 60) + "\" is no setting of soiree. " + remedy,
         false});
  }
}

}  // namespace

PostMeta read_post_meta(const FrontMatter& front_matter, std::string_view path) {
  PostMeta meta;
  meta.title = first_text(front_matter, kTitleKeys);
  meta.description = first_text(front_matter, kDescriptionKeys);
  meta.summary = first_text(front_matter, kSummaryKeys);
  meta.excerpt = first_text(front_matter, kExcerptKeys);
  meta.language = first_text(front_matter, kLanguageKeys);
  meta.location = first_text(front_matter, kLocationKeys);
  add_texts(front_matter, kAuthorKeys, false, meta.authors);
  add_texts(front_matter, kTagKeys, true, meta.tags);
  read_channels(front_matter, meta);
  if (!meta.channels.empty()) read_kind(front_matter, meta);
  read_moment(front_matter, path, meta);
  read_draft(front_matter, meta);
  read_suppressions(front_matter, meta);
  return meta;
}

bool is_prose_key(std::string_view key) { return is_one_of(key, kProseKeys); }

std::vector<const Field*> prose_fields(const FrontMatter& front_matter) {
  std::vector<const Field*> fields;
  for (const Field& field : front_matter.fields) {
    if (field.kind == FieldKind::scalar && is_prose_key(field.key)) {
      fields.push_back(&field);
    }
  }
  return fields;
}

}  // namespace soiree
