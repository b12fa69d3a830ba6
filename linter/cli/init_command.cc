#include "linter/cli/init_command.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "linter/cli/check_command.h"
#include "linter/cli/standard_streams.h"
#include "linter/cli/write_file.h"
#include "linter/config/discovery.h"

namespace soiree {
namespace {

constexpr std::string_view kTemplate =
    R"(# Settings of soiree, a linter for posts: be social. `soiree rules` lists the rules,
# `soiree explain RULE` says what a rule means and which options it has, `soiree config FILE` shows what
# holds for a file and where it was set, `soiree schema config` has all keys.

# Settings that several places share; what stands here wins.
# extends: team.yaml

# The language of all posts; without it, it is guessed for each.
# language: en

# Who you are: your own names count as "I", your own links as your own.
# self:
#   names: [Crumb & Co]
#   handles: [crumbandco]
#   domains: [crumbandco.example]

# Files that are not linted.
# ignore: [drafts/, CHANGELOG.md]

# Rules: a severity (error, warning, note, off), or options.
# rules:
#   unattributed-quote: off
#   self-focus: {share: 0.6}

# Other settings for some files; the last entry that matches wins.
# overrides:
#   - files: ["news/**"]
#     rules: {self-focus: off}

# Feeds that soiree does not see by itself: it sees directories of dated posts and the channels of a schedule.
# feeds:
#   news: {files: ["news/**", "archive/news/**"]}
#   account: {files: ["queue/**"], channel: mastodon}
)";

}  // namespace

int init_command(const FileAccess& files) {
  const std::string name(kConfigName);
  const Result<FileStatus> status = files.status(name);
  if (!status || status->kind != FileKind::missing) {
    print_message(fmt::format("{} is there already; edit it, or remove it first", name));
    return kExitFailure;
  }
  if (!write_file(name, kTemplate)) {
    print_message(
        fmt::format("cannot write {}; check that this directory may be written to", name));
    return kExitFailure;
  }
  fmt::print("wrote {}\n", name);
  return kExitClean;
}

}  // namespace soiree
