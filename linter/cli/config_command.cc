#include "linter/cli/config_command.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "linter/cli/check_command.h"
#include "linter/cli/print_error.h"
#include "linter/cli/standard_streams.h"
#include "linter/config/config_cache.h"
#include "linter/config/ignored_by.h"
#include "linter/config/paths.h"
#include "linter/output/json_string.h"
#include "linter/output/schemas.h"
#include "linter/text/byte_size.h"

namespace soiree {
namespace {

constexpr size_t kOriginColumn = 44;

/// A JSON string is a YAML string.
std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string_view level_name(Level level) {
  switch (level) {
    case Level::off:
      return "off";
    case Level::note:
      return "note";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "off";
}

std::string origin_name(const Origin& origin) {
  if (origin.line > 0) return fmt::format("{}:{}", origin.file, origin.line);
  return origin.file.empty() ? "default" : origin.file;
}

void print_line(std::string_view setting, const Origin& origin) {
  fmt::print("{:<{}}  # {}\n", setting, kOriginColumn, origin_name(origin));
}

std::string listed(const Words& words) {
  std::string out = "[";
  for (const Setting<std::string>& word : words) {
    out += (out.size() > 1 ? ", " : "") + quoted(word.value);
  }
  return out + "]";
}

struct ValueText {
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(int64_t value) const { return fmt::format("{}", value); }
  std::string operator()(double value) const { return fmt::format("{:g}", value); }
  std::string operator()(const std::vector<std::string>& words) const {
    std::string out = "[";
    for (const std::string& word : words) out += (out.size() > 1 ? ", " : "") + quoted(word);
    return out + "]";
  }
};

void print_words(std::string_view key, const Words& words, std::string_view indent = "  ") {
  if (words.empty()) return;
  fmt::print("{}{}:\n", indent, key);
  for (const Setting<std::string>& word : words) {
    print_line(fmt::format("{}  - {}", indent, quoted(word.value)), word.origin);
  }
}

/// What of a configuration is for some files only, as far as it is for the files that were asked
/// about: for `path`, absolute, or for all of them when a directory was.
class ForSomeFiles {
 public:
  ForSomeFiles(const Config& config, std::string_view path, bool directory)
      : config_(config), below_(path_below(config.directory, path)), directory_(directory) {}

  void print_overrides() const {
    bool any = false;
    for (const Override& entry : config_.overrides) {
      if (!concerns(entry.files)) continue;
      fmt::print("{}", std::exchange(any, true) ? "" : "overrides:\n");
      print_line("  - files: " + listed(entry.files.written), entry.origin);
    }
  }

  void print_feeds() const {
    bool any = false;
    for (const FeedSettings& feed : config_.feeds) {
      if (!concerns(feed.files)) continue;
      fmt::print("{}", std::exchange(any, true) ? "" : "feeds:\n");
      print_line("  " + quoted(feed.name) + ":", feed.origin);
      fmt::print("    files: {}\n", listed(feed.files.written));
      fmt::print("    kind: {}\n", feed.kind == FeedKind::blog ? "blog" : "social");
      if (!feed.channel.empty()) fmt::print("    channel: {}\n", quoted(feed.channel));
    }
  }

  /// Of a file's layouts the last one holds.
  void print_schedules(std::string_view path) const {
    const ScheduleSettings* one = directory_ ? nullptr : config_.schedule_for(path);
    bool any = false;
    for (const ScheduleSettings& schedule : config_.schedules) {
      if (!directory_ && &schedule != one) continue;
      fmt::print("{}", std::exchange(any, true) ? "" : "schedules:\n");
      print_line("  - files: " + listed(schedule.files.written), schedule.origin);
      print_keys(schedule);
    }
  }

 private:
  static void print_keys(const ScheduleSettings& schedule) {
    const std::array<std::pair<std::string_view, const std::string*>, 10> keys = {
        {{"posts", &schedule.posts},
         {"text", &schedule.text},
         {"time", &schedule.time},
         {"date", &schedule.date},
         {"clock_time", &schedule.clock_time},
         {"timezone", &schedule.timezone},
         {"channel", &schedule.channel},
         {"id", &schedule.id},
         {"kind", &schedule.kind},
         {"recipient", &schedule.recipient}}};
    for (const auto& [name, key] : keys) {
      if (!key->empty()) fmt::print("    {}: {}\n", name, quoted(*key));
    }
  }

  bool concerns(const FileGlobs& files) const {
    return directory_ || files.patterns.selects(below_);
  }

  const Config& config_;
  std::string_view below_;
  bool directory_;
};

void print_rule(const EffectiveRule& rule) {
  fmt::print("  {}:\n", rule.info->id);
  print_line(fmt::format("    severity: {}", level_name(rule.level.value)), rule.level.origin);
  for (const OptionSetting& option : rule.options) {
    print_line(fmt::format("    {}: {}", option.name, std::visit(ValueText(), option.value)),
               option.origin);
  }
}

}  // namespace

int config_command(const std::string& path, const FileAccess& files) {
  ConfigCache configs(files, rule_table());
  const Result<FileStatus> status = files.status(path);
  const bool directory = status && status->kind == FileKind::directory;
  const FileConfig found = configs.config_for(directory ? join_path(path, "post.md") : path);
  const EffectiveConfig& config = *found.effective;
  const std::vector<Error> errors = configs.errors();  // not of those above, which may ignore it
  const std::string absolute = absolute_path(files.current_directory(), path);
  const ForSomeFiles some(*found.config, absolute, directory);
  fmt::print("# {}\n", found.config->file.empty() ? "no configuration file" : found.config->file);
  for (const std::string& extended : found.config->extended) fmt::print("# extends {}\n", extended);
  if (const auto* glob = ignored_by(absolute, directory, files, configs)) {
    print_line(fmt::format("# not linted: `ignore` has {}", quoted(glob->value)), glob->origin);
  }
  print_words("ignore", found.config->ignore, "");
  some.print_overrides();
  some.print_feeds();
  some.print_schedules(absolute);
  if (!config.language.value.empty()) {
    print_line("language: " + quoted(config.language.value), config.language.origin);
  }
  print_line("largest-file: " + byte_size_text(config.largest_file.value),
             config.largest_file.origin);
  if (!config.self_names.empty() || !config.self_handles.empty() || !config.self_domains.empty()) {
    fmt::print("self:\n");
  }
  print_words("names", config.self_names);
  print_words("handles", config.self_handles);
  print_words("domains", config.self_domains);
  fmt::print("rules:\n");
  for (const EffectiveRule& rule : config.rules) print_rule(rule);
  for (const Error& error : errors) print_error(error, files);
  return errors.empty() ? kExitClean : kExitFailure;
}

int schema_command(const std::string& name, const FileAccess& files) {
  if (name == "config") {
    ConfigCache configs(files, rule_table());
    const std::span<const RuleInfo> table = rule_table();
    std::vector<RuleInfo> rules(table.begin(), table.end());
    const Config& config = configs.config_in(files.current_directory());
    for (const auto& custom : config.custom_rules) rules.push_back(custom->info);
    fmt::print("{}", config_schema(rules));
  } else if (name == "schedule") {
    fmt::print("{}", schedule_schema());
  } else if (name == "findings") {
    fmt::print("{}", findings_schema());
  } else {
    print_message(
        name.empty()
            ? "name the schema to print: config, schedule or findings"
            : fmt::format("there is no schema `{}`; use config, schedule or findings", name));
    return kExitFailure;
  }
  return kExitClean;
}

}  // namespace soiree
