#include "linter/config/discovery.h"

#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>

#include "linter/config/git_rules.h"
#include "linter/config/paths.h"

namespace soiree {
namespace {

constexpr size_t npos = std::string_view::npos;
constexpr const char* kIgnored = "named by `ignore` in the configuration";

/// A directory that holds the globs' own one is never ignored; one elsewhere (`--config`) is
/// compared by its absolute path.
bool globs_ignore(const IgnoreGlobs* globs, std::string_view path, bool is_directory) {
  if (globs == nullptr || globs->patterns.empty() || is_below(path, globs->directory)) return false;
  return globs->patterns.verdict(path_below(globs->directory, path), is_directory) ==
         Verdict::ignored;
}

/// Bytewise order of the paths below: a directory sorts as if its name ended in a slash.
bool listed_before(const DirectoryEntry& a, const DirectoryEntry& b) {
  const size_t common = std::min(a.name.size(), b.name.size());
  const int order = a.name.compare(0, common, b.name, 0, common);
  if (order != 0) return order < 0;
  const auto next = [common](const DirectoryEntry& entry) {
    if (entry.name.size() > common) {
      return static_cast<int>(static_cast<uint8_t>(entry.name[common]));
    }
    return entry.kind == FileKind::directory ? static_cast<int>('/') : -1;
  };
  return next(a) < next(b);
}

class Walk {
 public:
  Walk(const FileAccess& files, IgnoreSource* ignore)
      : files_(files), ignore_(ignore), git_(files, found_.errors) {}

  Discovery run(std::span<const std::string> arguments);
  /// Why a file that is an argument is skipped; empty: it is not.
  std::string reason_to_skip(const std::string& path, const std::string& absolute);

 private:
  struct Argument {
    std::string path;
    std::string absolute;
  };
  /// A directory being walked: what is still to be looked at in it.
  struct Level {
    std::string path;
    std::string absolute;
    std::vector<DirectoryEntry> entries;
    size_t next = 0;
    const IgnoreGlobs* globs = nullptr;
    GitRules::Mark mark;
  };

  void take_argument(const std::string& text, std::vector<Argument>& directories);
  void take_file(Argument argument, FileIdentity identity);
  bool ignored_by_config(const std::string& absolute, bool is_directory);
  void walk(const Argument& argument);
  void open_directory(std::string path, std::string absolute);
  void look_at(const DirectoryEntry& entry);
  void tell_if_broken(const std::string& link);
  void skip(const std::string& path, std::string reason) {
    found_.skipped.push_back({path, std::move(reason)});
  }

  const FileAccess& files_;
  IgnoreSource* ignore_;
  Discovery found_;
  GitRules git_;
  std::string current_;
  std::set<FileIdentity> named_identities_;
  std::unordered_set<std::string> named_files_;  ///< absolute
  std::set<FileIdentity> walked_;
  std::vector<Level> levels_;
  std::string asked_directory_;  ///< `asked_root_` is its repository; files often come in groups
  std::string asked_root_;
  std::string scratch_;  ///< absolute path of the entry being looked at
};

Discovery Walk::run(std::span<const std::string> arguments) {
  current_ = files_.current_directory();
  std::vector<Argument> directories;
  for (const std::string& text : arguments) take_argument(text, directories);
  for (const Argument& directory : directories) walk(directory);
  if (!std::is_sorted(found_.files.begin(), found_.files.end())) {
    std::sort(found_.files.begin(), found_.files.end());
  }
  std::sort(found_.links.begin(), found_.links.end());
  return std::move(found_);
}

void Walk::take_argument(const std::string& text, std::vector<Argument>& directories) {
  if (text.empty() || text.find('\0') != npos) {
    found_.errors.push_back({"this is not a path; give the path of a file or directory", text});
    return;
  }
  Argument argument{tidy_path(text), absolute_path(current_, text)};
  // The path is asked about as given: after `link/..` the tidied one may lead elsewhere.
  Result<FileStatus> status = files_.status(argument.path);
  if (!status) {
    found_.errors.push_back(status.error());
  } else if (status->kind == FileKind::directory) {
    directories.push_back(std::move(argument));
  } else if (status->kind == FileKind::file) {
    take_file(std::move(argument), status->identity);
  } else if (status->kind == FileKind::missing) {
    found_.errors.push_back(
        {"no such file or directory; check the spelling of the path", argument.path});
  } else {
    found_.errors.push_back(
        {"this is no regular file; pass its content on standard input with --stdin-filepath",
         argument.path});
  }
}

std::string Walk::reason_to_skip(const std::string& path, const std::string& absolute) {
  if (file_name(path) == kConfigName) return "the configuration itself is not linted";
  if (!content_kind(path)) {
    return "not a file with posts; they end in .md, .markdown, .mdx, .mdown, .mkd, .tweet, .yaml, "
           ".yml or .json";
  }
  return ignored_by_config(absolute, false) ? kIgnored : "";
}

void Walk::take_file(Argument argument, FileIdentity identity) {
  std::string reason = reason_to_skip(argument.path, argument.absolute);
  if (!reason.empty()) return skip(argument.path, std::move(reason));
  if (!named_identities_.insert(identity).second) return;
  found_.files.push_back(std::move(argument.path));
  named_files_.insert(std::move(argument.absolute));
}

/// Looks at every directory from the repository's root (or the file system's) down to the path, as
/// a walk from there would.
bool Walk::ignored_by_config(const std::string& absolute, bool is_directory) {
  if (ignore_ == nullptr) return false;
  const std::string_view parent = parent_directory(absolute);
  if (parent != asked_directory_) {
    asked_directory_ = parent;
    asked_root_ = repository_root(files_, parent);
  }
  const std::string& root = asked_root_;
  size_t end = root.empty() || root == "/" ? 0 : root.size();
  while (end < absolute.size()) {
    const std::string above = end == 0 ? "/" : absolute.substr(0, end);
    end = std::min(absolute.find('/', end + 1), absolute.size());
    const bool last = end == absolute.size();
    const std::string_view path = std::string_view(absolute).substr(0, end);
    if (globs_ignore(ignore_->ignore_globs(above), path, !last || is_directory)) return true;
  }
  return false;
}

void Walk::walk(const Argument& argument) {
  if (ignored_by_config(argument.absolute, true)) return skip(argument.path, kIgnored);
  found_.directories.push_back(argument.absolute);
  git_.start_at(argument.absolute);
  open_directory(argument.path, argument.absolute);
  while (!levels_.empty()) {
    Level& level = levels_.back();
    if (level.next == level.entries.size()) {
      git_.leave(level.mark);
      levels_.pop_back();
    } else {
      // The entry is moved out, since a new level may move `level`.
      const DirectoryEntry entry = std::move(level.entries[level.next++]);
      look_at(entry);
    }
  }
}

void Walk::open_directory(std::string path, std::string absolute) {
  Result<DirectoryListing> listing = files_.list_directory(path);
  if (!listing) {
    found_.errors.push_back(listing.error());
    return;
  }
  if (!walked_.insert(listing->identity).second) return;
  Level level{std::move(path), std::move(absolute), std::move(listing->entries), 0, nullptr, {}};
  level.mark = git_.enter(level.absolute, level.entries);
  std::erase_if(level.entries, [](const DirectoryEntry& entry) {
    if (entry.name.starts_with('.')) return true;
    if (entry.kind == FileKind::directory) return entry.name == "node_modules";
    return entry.kind == FileKind::file && !content_kind(entry.name);
  });
  std::sort(level.entries.begin(), level.entries.end(), listed_before);
  if (ignore_ != nullptr) level.globs = ignore_->ignore_globs(level.absolute);
  levels_.push_back(std::move(level));
}

void Walk::look_at(const DirectoryEntry& entry) {
  const Level& level = levels_.back();
  const bool is_directory = entry.kind == FileKind::directory;
  scratch_ = level.absolute;
  if (scratch_.size() > 1) scratch_ += '/';
  scratch_ += entry.name;
  if (git_.ignored(scratch_, is_directory) || globs_ignore(level.globs, scratch_, is_directory)) {
    return;
  }
  std::string path = join_path(level.path, entry.name);
  if (entry.link) {
    if (content_kind(entry.name)) tell_if_broken(path);
    found_.links.push_back(std::move(path));
  } else if (is_directory) {
    open_directory(std::move(path), scratch_);
  } else if (entry.kind == FileKind::file &&
             (named_files_.empty() || !named_files_.contains(scratch_))) {
    found_.files.push_back(std::move(path));
  }
}

/// A link that leads to a post needs no word, since the post is found where it is; one that leads
/// nowhere is a post its author believes to be linted.
void Walk::tell_if_broken(const std::string& link) {
  const Result<FileStatus> status = files_.status(link);
  if (!status || status->kind == FileKind::missing) {
    skip(link, "a symbolic link that leads nowhere");
  }
}

}  // namespace

Discovery discover(std::span<const std::string> arguments, const FileAccess& files,
                   IgnoreSource* ignore) {
  return Walk(files, ignore).run(arguments);
}

std::optional<SkippedArgument> skipped_file(const std::string& path, const FileAccess& files,
                                            IgnoreSource* ignore) {
  std::string tidy = tidy_path(path);
  std::string reason =
      Walk(files, ignore).reason_to_skip(tidy, absolute_path(files.current_directory(), path));
  if (reason.empty()) return std::nullopt;
  return SkippedArgument{std::move(tidy), std::move(reason)};
}

}  // namespace soiree
