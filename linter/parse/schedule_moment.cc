#include "linter/parse/schedule_moment.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace soiree {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_quoted(const YamlNode& node) {
  return node.style == YamlStyle::single_quoted || node.style == YamlStyle::double_quoted;
}

/// True for `0930` and `1730`: four digits, hours before minutes.
bool is_compact_clock(std::string_view text) {
  return text.size() == 4 && is_number(text) && text.substr(0, 2) < "24" && text[2] < '6';
}

/// True for a compact clock that is no count of minutes, which YAML 1.1 makes of 17:30: 1050 of
/// them, and never as many as a day has.
bool shows_compact_clocks(std::string_view text) {
  return is_compact_clock(text) && (text[0] == '0' || text >= "1440");
}

/// A time of day as it is written, and as parse_moment reads it.
struct Clock {
  PlacedText written;
  std::string value;
};

/// `hour: 18`, also with `minute: 30`.
std::string clock_of_hour(const std::string& hour, const PlacedText& minute) {
  const bool two_digits = minute.value.size() <= 2 && is_number(minute.value);
  return hour + (two_digits && minute.value.size() == 2   ? ":" + minute.value
                 : two_digits && minute.value.size() == 1 ? ":0" + minute.value
                                                          : ":00");
}

Clock clock_of(const ScheduleFields& fields, bool compact_clocks) {
  const bool named_hour = fields.get(KeyRole::clock) == nullptr;
  const KeyRole role = named_hour ? KeyRole::hour : KeyRole::clock;
  Clock clock{value_of(fields, role), {}};
  clock.value = clock.written.value;
  const std::string& text = clock.written.value;
  if (!is_number(text)) return clock;
  if (text.size() <= 2 && (named_hour || !fields.slot)) {
    clock.value = clock_of_hour(text, value_of(fields, KeyRole::minute));
  }
  // In quotes no YAML reader has made minutes or seconds of it: "1030" is half past ten.
  const bool quoted = is_quoted(*fields.get(role)) && text.size() == 4;
  if (quoted || (compact_clocks && is_compact_clock(text))) clock.value.insert(2, ":");
  return clock;
}

/// `time: 2026-03-02 09:00` without the time of day.
std::string day_of(Moment moment) {
  moment.has_clock_time = false;
  return format_moment(moment);
}

/// Year, month and day in keys of their own.
PlacedText date_in_parts(const ScheduleFields& fields) {
  const PlacedText year = value_of(fields, KeyRole::year);
  const PlacedText month = value_of(fields, KeyRole::month);
  const PlacedText day = value_of(fields, KeyRole::day);
  if (year.empty() || month.empty() || day.empty()) return {};
  return {year.value + "-" + month.value + "-" + day.value, day.place};
}

SourceSpan around(SourceSpan a, SourceSpan b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

/// Adds a time of day of its own to the date that `entry` has.
void add_clock(ScheduleEntry& entry, const Clock& clock, bool inherited, DateOrder order) {
  std::string date = entry.time.value;
  if (entry.moment && entry.moment->has_clock_time) {
    if (!inherited) return;
    date = day_of(*entry.moment);
    entry.moment = parse_moment(date, {}, entry.zone.value, order);
  }
  if (auto exact = parse_moment(date, clock.value, entry.zone.value, order)) entry.moment = exact;
  entry.time.value = date + " " + clock.written.value;
  entry.time.place =
      inherited ? clock.written.place : around(entry.time.place, clock.written.place);
}

std::string_view last_key_of(std::string_view path) { return path.substr(path.rfind('.') + 1); }

/// Finds in which order the dates of a file stand, and how it writes times of day in four digits.
class NotationFinder {
 public:
  explicit NotationFinder(const ScheduleMapping* mapping) {
    if (mapping == nullptr) return;
    for (const std::string* path : {&mapping->time, &mapping->date}) {
      if (!path->empty()) own_keys_.push_back(last_key_of(*path));
    }
    own_clock_ = last_key_of(mapping->clock_time);
  }

  void search(const YamlNode& node, int depth) {
    constexpr int kMaxDepth = 12;
    if (depth > kMaxDepth) return;
    if (node.kind == YamlKind::sequence) {
      for (const YamlNode& item : node.children) search(item, depth + 1);
    }
    if (node.kind != YamlKind::mapping) return;
    for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
      const YamlNode& key = node.children[i];
      const YamlNode& value = node.children[i + 1];
      note(key.value());
      if (value.kind != YamlKind::scalar) {
        search(value, depth + 1);
      } else if (is_time_key(key.value())) {
        note(value.value());
        const bool shows = !is_quoted(value) && shows_compact_clocks(value.value());
        compact_clocks_ = compact_clocks_ || (shows && is_clock_key(key.value()));
      }
    }
  }

  bool compact_clocks() const { return compact_clocks_; }
  DateOrder order() const {
    if (day_first_ == month_first_) return DateOrder::usual;
    return day_first_ ? DateOrder::day_first : DateOrder::month_first;
  }

 private:
  bool is_time_key(std::string_view key) const {
    if (std::find(own_keys_.begin(), own_keys_.end(), key) != own_keys_.end()) return true;
    const KeyRole role = key_role(plain_key(key));
    return role == KeyRole::moment || role == KeyRole::date || role == KeyRole::past ||
           is_clock_key(key);
  }

  bool is_clock_key(std::string_view key) const {
    const KeyRole role = key_role(plain_key(key));
    return role == KeyRole::clock || role == KeyRole::hour ||
           (!own_clock_.empty() && key == own_clock_);
  }

  void note(std::string_view text) {
    const DateOrder order = order_of_date(text);
    day_first_ = day_first_ || order == DateOrder::day_first;
    month_first_ = month_first_ || order == DateOrder::month_first;
  }

  std::vector<std::string_view> own_keys_;
  std::string_view own_clock_;
  bool day_first_ = false;
  bool month_first_ = false;
  bool compact_clocks_ = false;
};

}  // namespace

bool has_time(const ScheduleFields& fields) {
  const auto has = [&fields](KeyRole role) { return fields.get(role) != nullptr; };
  return has(KeyRole::moment) || has(KeyRole::date) || has(KeyRole::clock) || has(KeyRole::hour) ||
         has(KeyRole::past) || has(KeyRole::day) || has(KeyRole::month);
}

PlacedText date_for_entries(const ScheduleFields& fields, const ScheduleContext& context) {
  PlacedText date = value_of(fields, KeyRole::moment);
  if (!date.empty()) return date;
  date = value_of(fields, KeyRole::date);
  const Clock clock = clock_of(fields, context.compact_clocks);
  if (date.empty() || clock.value.empty()) return date;
  const std::string both = date.value + " " + clock.value;
  const auto moment = parse_moment(both, {}, {}, context.order);
  if (moment && moment->has_clock_time) date.value = both;
  return date;
}

void set_time(ScheduleEntry& entry, const ScheduleFields& fields, const ScheduleContext& context) {
  const PlacedText own_zone = value_of(fields, KeyRole::zone);
  entry.zone = own_zone.empty() ? context.zone : own_zone;
  const auto parse = [&](const PlacedText& text) {
    return parse_moment(text.value, {}, entry.zone.value, context.order);
  };
  const Clock clock = clock_of(fields, context.compact_clocks);
  PlacedText date = value_of(fields, KeyRole::moment);
  const bool whole = !date.empty();
  bool inherited = false;
  if (date.empty()) date = value_of(fields, KeyRole::date);
  if (date.empty() && !clock.written.empty()) {
    entry.moment = parse(clock.written);  // `time:` often holds both
    if (entry.moment || context.date.empty()) entry.time = clock.written;
    if (entry.moment) return;
    date = context.date;
    inherited = !date.empty();
  }
  if (date.empty()) date = date_in_parts(fields);
  if (date.empty() && entry.time.empty()) date = value_of(fields, KeyRole::past);
  if (date.empty() && entry.time.empty()) entry.time = value_of(fields, KeyRole::day);
  if (date.empty() && entry.time.empty()) {
    date = context.date;
    inherited = true;
  }
  if (date.empty()) return;
  entry.time = std::move(date);
  entry.moment = parse(entry.time);
  if (!clock.written.empty() && !whole) add_clock(entry, clock, inherited, context.order);
}

void find_time_notation(const std::vector<YamlNode>& roots, const ScheduleMapping* mapping,
                        ScheduleContext& context) {
  NotationFinder finder(mapping);
  for (const YamlNode& root : roots) finder.search(root, 0);
  context.order = finder.order();
  context.compact_clocks = finder.compact_clocks();
}

}  // namespace soiree
