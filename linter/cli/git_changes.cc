#include "linter/cli/git_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "linter/cli/child_process.h"
#include "linter/config/paths.h"

namespace soiree {
namespace {

/// Files that hold posts; the changes of others (pictures, archives) may be large and do not
/// matter.
constexpr std::string_view kPathspecs[] = {
    ":(icase)*.md",    ":(icase)*.markdown", ":(icase)*.mdx", ":(icase)*.mdown", ":(icase)*.mkd",
    ":(icase)*.tweet", ":(icase)*.yaml",     ":(icase)*.yml", ":(icase)*.json"};

ChildResult git(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "git");
  return run_child(arguments);
}

std::string without_line_end(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

/// What git complained about, in one line and without its "fatal: ".
std::string complaint(const ChildResult& result) {
  std::string text = result.errors.substr(0, result.errors.find('\n'));
  if (text.starts_with("fatal: ")) text.erase(0, 7);
  return text;
}

bool is_shallow() {
  return git({"rev-parse", "--is-shallow-repository"}).output.starts_with("true");
}

Error no_revision(const std::string& name, std::string_view reason) {
  std::string message = fmt::format("--diff: {}", reason);
  if (is_shallow()) {
    message += fmt::format(
        "; this clone is shallow. Fetch it first: git fetch --unshallow, or in GitHub Actions "
        "`fetch-depth: 0` for actions/checkout (for a single commit: git fetch --depth=1 origin "
        "{})",
        name);
  } else {
    message += "; `git fetch` may bring it";
  }
  return Error{message, "", {}};
}

/// `main` or `main...`.
struct Revision {
  std::string name;
  bool since_fork = false;
};

Result<Revision> read_revision(const std::string& revision) {
  const bool since_fork = revision.ends_with("...");
  std::string name = since_fork ? revision.substr(0, revision.size() - 3) : revision;
  const bool one = !name.starts_with('-') && !name.starts_with('^') && !name.empty();
  if (!one || name.find("..") != std::string::npos) {
    return Error{fmt::format("--diff takes one revision (`main`), or one with three dots for what "
                             "changed since HEAD left it (`main...`), not `{}`",
                             revision),
                 "",
                 {}};
  }
  return Revision{std::move(name), since_fork};
}

/// The commit to compare with.
Result<std::string> find_commit(const Revision& revision) {
  const std::string& name = revision.name;
  const ChildResult commit = git({"rev-parse", "--verify", "--quiet", name + "^{commit}"});
  if (commit.status != 0) {
    return no_revision(name, fmt::format("git knows no revision `{}` here", name));
  }
  if (!revision.since_fork) return without_line_end(commit.output);
  const ChildResult base = git({"merge-base", without_line_end(commit.output), "HEAD"});
  if (base.status != 0) {
    return no_revision(name, fmt::format("git finds no commit that `{}` and HEAD share", name));
  }
  return without_line_end(base.output);
}

std::unordered_set<std::string> names(std::string_view list) {
  std::unordered_set<std::string> names;
  while (!list.empty()) {
    const size_t end = std::min(list.find('\0'), list.size());
    names.emplace(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

/// What git says when there is no work tree, and for an owner it does not trust what to do.
Error no_work_tree(const ChildResult& result) {
  std::string message = fmt::format("--diff needs the work tree of a git repository; git says: {}",
                                    complaint(result));
  if (message.find("dubious ownership") != std::string::npos) {
    const size_t begin = std::min(message.find('\''), message.size());
    message += fmt::format(
        ", which is somebody else's. If you trust it: git config --global --add safe.directory {}",
        message.substr(begin));
  }
  return Error{message, "", {}};
}

/// Directories of submodules, each with a slash at its end, as git lists them in the index.
std::vector<std::string> submodules(std::string_view index) {
  std::vector<std::string> directories;
  for (const std::string& entry : names(index)) {
    // "MODE HASH STAGE\tPATH"; the mode of a submodule is that of a commit.
    const size_t tab = entry.find('\t');
    if (!entry.starts_with("160000 ") || tab == std::string::npos) continue;
    directories.push_back(entry.substr(tab + 1) + "/");
  }
  return directories;
}

}  // namespace

Result<GitChanges> GitChanges::since(const std::string& revision) {
  const Result<Revision> wanted = read_revision(revision);
  if (!wanted) return wanted.error();
  GitChanges changes;
  const ChildResult root = git({"rev-parse", "--show-toplevel"});
  if (!root.found) {
    return Error{
        "--diff asks git what has changed, and git is not installed (or not on the PATH)", "", {}};
  }
  if (root.status != 0) return no_work_tree(root);
  changes.root_ = without_line_end(root.output);
  const Result<std::string> commit = find_commit(*wanted);
  if (!commit) return commit.error();
  const auto run = [&](std::vector<std::string> arguments) {
    std::vector<std::string> all = {"-C", changes.root_};
    all.insert(all.end(), arguments.begin(), arguments.end());
    all.emplace_back("--");
    all.insert(all.end(), std::begin(kPathspecs), std::end(kPathspecs));
    return git(all);
  };
  // Every setting of the user that would change the form of the diff is overruled.
  const ChildResult diff = run({"diff", "--unified=0", "--inter-hunk-context=0", "--no-color",
                                "--no-ext-diff", "--no-textconv", "--text", "--find-renames",
                                "--src-prefix=a/", "--dst-prefix=b/", *commit});
  const ChildResult tracked = run({"ls-files", "-z"});
  for (const ChildResult* result : {&diff, &tracked}) {
    if (result->status == 0) continue;
    return Error{fmt::format("--diff: git failed: {}", complaint(*result)), "", {}};
  }
  changes.files_ = read_diff(diff.output);
  changes.tracked_ = names(tracked.output);
  std::error_code error;
  if (std::filesystem::exists(changes.root_ + "/.gitmodules", error)) {
    changes.submodules_ =
        submodules(git({"-C", changes.root_, "ls-files", "--stage", "-z"}).output);
  }
  return changes;
}

std::string GitChanges::path_in_repository(std::string_view file) const {
  // The directory's real name, as git has it; the file itself may be a link that git tracks.
  const std::filesystem::path path(file);
  const std::string parent = path.has_parent_path() ? path.parent_path().string() : ".";
  auto known = real_directories_.find(parent);
  if (known == real_directories_.end()) {
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(parent, error);
    known = real_directories_.emplace(parent, error ? parent : real.string()).first;
  }
  const std::string name = (std::filesystem::path(known->second) / path.filename()).string();
  return is_below(root_, name) ? std::string(path_below(root_, name)) : name;
}

bool GitChanges::changed(const Location& place) const {
  const std::string path = path_in_repository(place.file);
  const bool elsewhere =
      std::any_of(submodules_.begin(), submodules_.end(),
                  [&](const std::string& directory) { return path.starts_with(directory); });
  if (elsewhere) return false;
  const auto file = files_.find(path);
  if (file == files_.end()) return !tracked_.contains(path);
  return touches(file->second, place.first_git_line, place.last_git_line);
}

bool GitChanges::concern(const LocatedFinding& found) const {
  const bool feed = found.post.has_value();
  if (changed(feed ? *found.post : found.location)) return true;
  return std::any_of(found.notes.begin(), found.notes.end(), [&](const LocatedNote& note) {
    return changed(note.post ? *note.post : note.location);
  });
}

}  // namespace soiree
