#include "linter/cli/run_plan.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_set>
#include <utility>

#include "linter/config/discovery.h"
#include "linter/config/paths.h"

namespace soiree {

RunPlan::RunPlan(const FileAccess& files, ConfigCache& configs, const PlanOptions& options)
    : files_(files),
      configs_(configs),
      current_(files.current_directory()),
      jobs_(configs, current_, options.scopes) {
  request_.scopes = options.scopes;
  request_.threads = options.threads;
  request_.read_file = [this, stdin_path = tidy_path(options.stdin_filepath),
                        &options](const std::string& path) -> Result<std::string> {
    if (!options.stdin_filepath.empty() && path == stdin_path) return options.stdin_text;
    return files_.read_up_to(largest_, path);
  };
  add_checked(options);
  config_errors_ = configs.errors();
  if (options.context && options.scopes.feed_rules) add_context();
  request_.feeds = configured_feeds(request_.files, file_configs_, current_);
}

void RunPlan::add_checked(const PlanOptions& options) {
  const std::string& stdin_path = options.stdin_filepath;
  if (!options.paths.empty()) {
    Discovery found = discover(options.paths, files_, &configs_);
    const std::string absolute = stdin_path.empty() ? "" : absolute_path(current_, stdin_path);
    for (const std::string& path : found.files) {
      // Standard input takes the place of the file on the disk, however that is called.
      if (stdin_path.empty() || absolute_path(current_, path) != absolute) add_file(path, true);
    }
    errors_ = std::move(found.errors);
    skipped_ = std::move(found.skipped);
    directories_ = std::move(found.directories);
  }
  if (stdin_path.empty()) return;
  std::optional<SkippedArgument> skipped = skipped_file(stdin_path, files_, &configs_);
  if (!skipped) {
    add_file(tidy_path(stdin_path), true);
  } else if (std::none_of(skipped_.begin(), skipped_.end(), [&](const SkippedArgument& argument) {
               return argument.path == skipped->path;
             })) {
    skipped_.push_back(std::move(*skipped));
  }
}

/// Feed rules need the whole feed: the neighbours of checked posts, and all members of feeds that
/// the configuration names, are read for their facts.
void RunPlan::add_context() {
  std::unordered_set<std::string> known;  // absolute: a file given as ../a.md is found as a.md
  std::set<std::string> directories;
  std::set<const Config*> configs;
  for (size_t i = 0; i < request_.files.size(); ++i) {
    const std::string& path = request_.files[i].path;
    known.insert(absolute_path(current_, path));
    std::string directory = context_directory(path);
    if (directory != path) directories.insert(directory.empty() ? "." : std::move(directory));
    if (!file_configs_[i].config->feeds.empty()) configs.insert(file_configs_[i].config);
  }
  const auto add_new = [&](const std::string& directory, const auto& wanted) {
    for (const std::string& path :
         discover(std::vector<std::string>{directory}, files_, &configs_).files) {
      if (wanted(path) && known.insert(absolute_path(current_, path)).second) {
        add_file(path, false);
      }
    }
  };
  for (const std::string& directory : directories) {
    add_new(directory, [&, tidy = tidy_path(directory)](const std::string& path) {
      const std::string own = context_directory(path);
      return own == tidy || tidy_path(own.empty() ? "." : own) == tidy;
    });
  }
  for (const Config* config : configs) {
    const std::string below = config->directory == current_
                                  ? std::string(".")
                                  : std::string(path_below(current_, config->directory));
    const bool inside = is_below(current_, config->directory);
    add_new(inside ? below : config->directory, [&](const std::string& path) {
      const std::string absolute = absolute_path(current_, path);
      return std::any_of(config->feeds.begin(), config->feeds.end(), [&](const FeedSettings& feed) {
        return config->feed_for(absolute, feed.channel) == &feed;
      });
    });
  }
  // Findings do not depend on the order, but the canonical one keeps runs comparable.
  std::vector<size_t> order(request_.files.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto by_path = [&](size_t a, size_t b) {
    return request_.files[a].path < request_.files[b].path;
  };
  if (std::is_sorted(order.begin(), order.end(), by_path)) return;
  std::sort(order.begin(), order.end(), by_path);
  std::vector<FileJob> files;
  std::vector<FileConfig> file_configs;
  for (const size_t i : order) {
    files.push_back(std::move(request_.files[i]));
    file_configs.push_back(file_configs_[i]);
  }
  request_.files = std::move(files);
  file_configs_ = std::move(file_configs);
}

void RunPlan::add_file(const std::string& path, bool checked) {
  ConfiguredJob made = jobs_.make(path, checked);
  largest_ = std::max(largest_, made.job.read.largest);
  request_.files.push_back(std::move(made.job));
  file_configs_.push_back(made.config);
}

}  // namespace soiree
