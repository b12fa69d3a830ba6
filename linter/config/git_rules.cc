#include "linter/config/git_rules.h"

#include <algorithm>

#include "linter/config/paths.h"

namespace soiree {
namespace {

constexpr size_t npos = std::string_view::npos;

bool exists(const FileAccess& files, const std::string& path) {
  const Result<FileStatus> status = files.status(path);
  return status && status->kind != FileKind::missing;
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

/// Directory with info/exclude: `.git` itself, or what a `.git` file of a worktree or submodule
/// leads to; "" when it leads nowhere.
std::string git_directory(const FileAccess& files, const std::string& root) {
  const std::string path = join_path(root, ".git");
  const Result<FileStatus> status = files.status(path);
  if (!status || status->kind == FileKind::missing) return "";
  if (status->kind == FileKind::directory) return path;
  const Result<std::string> pointer = files.read_file(path);
  if (!pointer || !pointer->starts_with("gitdir: ")) return "";
  const std::string directory =
      absolute_path(root, first_line(std::string_view(*pointer).substr(8)));
  const std::string common_path = join_path(directory, "commondir");
  if (!exists(files, common_path)) return directory;
  const Result<std::string> common = files.read_file(common_path);
  return common ? absolute_path(directory, first_line(*common)) : directory;
}

/// Git follows no link to a .gitignore.
bool lists_rules(const std::vector<DirectoryEntry>& entries) {
  return std::any_of(entries.begin(), entries.end(), [](const DirectoryEntry& entry) {
    return entry.name == ".gitignore" && entry.kind == FileKind::file && !entry.link;
  });
}

bool has_rules(const FileAccess& files, const std::string& directory) {
  const Result<DirectoryListing> listing = files.list_directory(directory);
  if (listing) return lists_rules(listing->entries);
  // A directory may let one through and show nothing.
  const Result<FileStatus> status = files.status(join_path(directory, ".gitignore"));
  return status && status->kind == FileKind::file;
}

}  // namespace

std::string repository_root(const FileAccess& files, std::string_view directory) {
  while (true) {
    if (exists(files, join_path(directory, ".git"))) return std::string(directory);
    if (directory == "/") return "";
    directory = parent_directory(directory);
  }
}

void GitRules::read_ignore_file(const std::string& directory, const std::string& path) {
  const Result<std::string> text = files_.read_file(path);
  if (!text) {
    errors_.push_back(text.error());
    return;
  }
  PatternList patterns = PatternList::from_gitignore(*text);
  if (patterns.empty()) return;
  levels_.push_back({directory == "/" ? 1 : directory.size() + 1, std::move(patterns)});
}

void GitRules::enter_repository(const std::string& directory) {
  first_ = levels_.size();
  in_repository_ = true;
  const std::string git = git_directory(files_, directory);
  const std::string exclude = join_path(git, "info/exclude");
  if (!git.empty() && exists(files_, exclude)) read_ignore_file(directory, exclude);
}

void GitRules::start_at(const std::string& directory) {
  levels_.clear();
  first_ = 0;
  in_repository_ = false;
  const std::string root = repository_root(files_, directory);
  if (root.empty()) return;
  if (root == directory) return;  // `enter` will see its `.git`
  enter_repository(root);
  for (size_t end = root == "/" ? 0 : root.size(); end < directory.size();
       end = directory.find('/', end + 1)) {
    if (end == npos) break;
    const std::string above = end == 0 ? "/" : directory.substr(0, end);
    if (has_rules(files_, above)) read_ignore_file(above, join_path(above, ".gitignore"));
  }
}

GitRules::Mark GitRules::enter(const std::string& directory,
                               const std::vector<DirectoryEntry>& entries) {
  const Mark mark = {levels_.size(), in_repository_ ? first_ : npos};
  const bool has_git = std::any_of(entries.begin(), entries.end(), [](const DirectoryEntry& entry) {
    return entry.name == ".git";
  });
  if (has_git) enter_repository(directory);
  if (in_repository_ && lists_rules(entries)) {
    read_ignore_file(directory, join_path(directory, ".gitignore"));
  }
  return mark;
}

void GitRules::leave(Mark mark) {
  levels_.erase(levels_.begin() + static_cast<std::ptrdiff_t>(mark.levels), levels_.end());
  in_repository_ = mark.first != npos;
  first_ = in_repository_ ? mark.first : 0;
}

bool GitRules::ignored(std::string_view path, bool is_directory) const {
  for (size_t level = levels_.size(); level-- > first_;) {
    const Verdict verdict =
        levels_[level].patterns.verdict(path.substr(levels_[level].base), is_directory);
    if (verdict != Verdict::none) return verdict == Verdict::ignored;
  }
  return false;
}

}  // namespace soiree
