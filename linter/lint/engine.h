#ifndef SOIREE_LINT_ENGINE_H_
#define SOIREE_LINT_ENGINE_H_

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "linter/lint/feeds.h"
#include "linter/lint/ruleset.h"
#include "linter/lint/suppressions.h"
#include "linter/post/read_posts.h"
#include "linter/text/result.h"
#include "linter/text/source_file.h"

namespace soiree {

/// One file of a run.
struct FileJob {
  std::string path;
  bool checked = true;               ///< false: a context file, read for its facts only
  const Ruleset* ruleset = nullptr;  ///< the rules that its configuration asks for
  /// What files have in common that may share a feed, or each share one with some other file.
  std::string section;
  /// Keys of the configured feeds that the file is in, which may be several, one for each channel.
  /// Empty where none names it: its section is the only key then.
  std::vector<std::string> feeds = {};
  ReadOptions read;
};

/// Two files may share a feed when they have one of these in common. A context file is read only
/// when it has one in common with a checked file of which a post belongs to a feed.
std::span<const std::string> feed_keys(const FileJob& job);

/// What linting one file yields before feeds are known.
struct FileResult {
  std::vector<Finding> findings;
  std::vector<Facts> facts;
  SuppressionList suppressions;
  size_t posts = 0;
  size_t bytes = 0;
};

struct RunRequest {
  std::vector<FileJob> files;
  /// All bytes of a file. It may refuse one that is larger than `read.largest` of its job with an
  /// Error that has the size.
  std::function<Result<std::string>(const std::string& path)> read_file;
  std::vector<FeedDefinition> feeds;
  RuleScopes scopes;
  unsigned threads = 1;
};

struct RunResult {
  std::vector<Finding> findings;  ///< sorted: path, place, rule, message
  std::vector<std::string> paths;
  std::vector<Error> errors;  ///< files that could not be read
  std::vector<Facts> facts;   ///< of finish_run: all that went in, file after file
  size_t files = 0;           ///< checked files that were read
  size_t posts = 0;
  size_t bytes = 0;
  std::vector<Finding> silenced;  ///< by suppressions; file after file, in no order within one
};

/// Lints one file: the path that the command line, the editor and the tests share.
FileResult lint_file(const SourceFile& file, uint32_t index, const FileJob& job, RuleScopes scopes);

/// One file of a run after it was read and linted, or why it could not be.
struct FileOutcome {
  FileResult result;
  std::optional<Error> error;
};

/// Lints a file that was read, or says why it was not: an Error, or a size above the job's limit.
FileOutcome lint_bytes(Result<std::string> bytes, uint32_t index, const FileJob& job,
                       RuleScopes scopes);

/// Takes out of `findings`, all those of the checked file at `index`, what `list` silences, and
/// adds what is said of suppressions that silence nothing. Returns the silenced ones, what is said
/// of suppressions last; neither those nor the ones that stay change their order.
std::vector<Finding> settle_suppressions(const FileJob& job, uint32_t index, RuleScopes scopes,
                                         SuppressionList& list, std::vector<Finding>& findings);

/// What comes after each file has been linted: feeds, suppressions, one order for everything.
/// `outcomes` belong to the files of `request`, which may be the few whose feeds have changed since
/// the last time: an editor keeps the outcomes and lints again only what was edited.
RunResult finish_run(const RunRequest& request, std::vector<FileOutcome> outcomes);

/// Lints all files and their feeds. The result depends on the input alone, not on the number of
/// threads.
RunResult run(const RunRequest& request);

}  // namespace soiree

#endif  // SOIREE_LINT_ENGINE_H_
