#include <utility>

#include "linter/parse/schedule.h"
#include "linter/parse/schedule_entry.h"
#include "linter/parse/yaml_lines.h"
#include "linter/parse/yaml_recovery.h"

namespace soiree {
namespace {

/// `---` and nothing but blanks after it.
bool is_separator(std::string_view source, uint32_t line, uint32_t end) {
  const std::string_view text = source.substr(line, end - line);
  return text.substr(0, 3) == "---" && text.find_first_not_of(" \t", 3) == std::string_view::npos;
}

/// The lines [begin, end) without the blank ones around them; line ends become "\n".
MappedText thread_part(std::string_view source, uint32_t begin, uint32_t end) {
  MappedText text;
  const std::string_view part = source.substr(0, end);
  const size_t first = part.find_first_not_of(" \t\r\n", begin);
  if (first == std::string_view::npos) return text;
  const auto last = static_cast<uint32_t>(part.find_last_not_of(" \t\r\n") + 1);
  for (auto line = static_cast<uint32_t>(first); line < last;) {
    const uint32_t line_end = std::min(last, yaml_line_end(source, line));
    text.append_verbatim(source.substr(line, line_end - line), line);
    const uint32_t next = std::min(last, yaml_next_line(source, line_end));
    if (next > line_end) {
      if (next == line_end + 1 && source[line_end] == '\n') {
        text.append_verbatim("\n", line_end);
      } else {
        text.append_decoded("\n", {line_end, next});
      }
    }
    line = next;
  }
  return text;
}

/// `220908-hello-world.tweet`, `230522-0225-...`: the date, and the time when there is one.
std::optional<Moment> moment_from_short_name(std::string_view path) {
  const size_t slash = path.find_last_of('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const auto digits = [&](size_t from, size_t count) {
    return name.size() > from + count &&
           name.substr(from, count).find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!digits(0, 6) || (name[6] != '-' && name[6] != '.' && name[6] != '_')) return std::nullopt;
  const std::string date = "20" + std::string(name.substr(0, 2)) + "-" +
                           std::string(name.substr(2, 2)) + "-" + std::string(name.substr(4, 2));
  if (digits(7, 4) && name[11] == '-') {
    const std::string clock = std::string(name.substr(7, 2)) + ":" + std::string(name.substr(9, 2));
    if (auto moment = parse_moment(date, clock)) return moment;
  }
  return parse_moment(date);
}

}  // namespace

Schedule read_tweet(std::string_view source, std::string_view path) {
  Schedule schedule;
  schedule.recognised = true;
  const auto size = static_cast<uint32_t>(source.size());
  uint32_t body = source.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  YamlNode head;
  if (is_separator(source, body, yaml_line_end(source, body))) {
    const uint32_t begin = yaml_next_line(source, body);
    for (uint32_t line = begin; line < size; line = yaml_next_line(source, line)) {
      if (!is_separator(source, line, yaml_line_end(source, line))) continue;
      YamlStream stream = read_yaml_stream(source, {begin, line}, YamlExtent::first_document);
      if (!stream.roots.empty()) head = std::move(stream.roots.front());
      schedule.problems = std::move(stream.problems);
      schedule.comments = std::move(stream.comments);
      body = yaml_next_line(source, line);
      break;
    }
  }
  ScheduleFields fields = read_fields(head, nullptr);
  fields.by_channel.clear();
  for (const KeyRole role : {KeyRole::text, KeyRole::weak_text, KeyRole::thread}) {
    fields.set(role, nullptr);
  }
  ScheduleEntry entry = std::move(make_entries(head, fields, {}, 1).front());
  entry.place = {0, size};
  uint32_t part = body;
  for (uint32_t line = body; line <= size; line = yaml_next_line(source, line)) {
    const bool end = line == size;
    if (end || is_separator(source, line, yaml_line_end(source, line))) {
      MappedText text = thread_part(source, part, line);
      if (text.size() > 0) entry.texts.push_back(std::move(text));
      part = end ? line : yaml_next_line(source, line);
    }
    if (end) break;
  }
  if (!entry.texts.empty() && entry.kind == ScheduleKind::repost) entry.kind = ScheduleKind::post;
  if (!entry.moment) entry.moment = moment_from_path(path);
  if (!entry.moment) entry.moment = moment_from_short_name(path);
  if (!entry.texts.empty() || entry.kind == ScheduleKind::repost) {
    schedule.entries.push_back(std::move(entry));
  }
  return schedule;
}

}  // namespace soiree
