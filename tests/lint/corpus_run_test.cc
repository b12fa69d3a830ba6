// All rules over everything real people wrote: no crash (the sanitizers watch this test too), every
// finding inside its file, and the same findings whatever the number of threads.
#include <gtest/gtest.h>

#include <iostream>
#include <map>

#include "linter/config/disk_files.h"
#include "linter/output/report_view.h"
#include "tests/support/corpus_files.h"
#include "tests/support/lint_text.h"
#include "tests/support/paths.h"

namespace soiree {
namespace {

RunRequest request_for(const std::filesystem::path& folder, const FileAccess& files) {
  RunRequest request;
  request.read_file = [&files](const std::string& path) { return files.read_file(path); };
  for (const std::filesystem::path& path :
       files_below(folder, {".md", ".markdown", ".mdx", ".tweet", ".yaml", ".yml", ".json"})) {
    FileJob job;
    job.path = path.string();
    job.ruleset = &default_ruleset();
    request.files.push_back(std::move(job));
  }
  return request;
}

std::string fingerprint(const RunResult& result) {
  std::string all;
  for (const Finding& finding : result.findings) {
    all += result.paths[finding.file] + " " + std::to_string(finding.range.begin) + " " +
           std::to_string(finding.range.end) + " " + std::string(finding.rule) + " " +
           finding.message + "\n";
  }
  return all;
}

TEST(CorpusRun, FindsTheSameOnOneThreadAndOnFour) {
  const auto corpus = corpus_dir();
  if (!corpus) GTEST_SKIP() << "the corpus of real posts is not here";
  const DiskFiles files;
  RunRequest request = request_for(*corpus, files);
  const RunResult once = run(request);
  request.threads = 4;
  EXPECT_EQ(fingerprint(once), fingerprint(run(request)));
  EXPECT_TRUE(once.errors.empty());
  EXPECT_GT(once.posts, 8000U);

  std::map<std::string_view, size_t> counts;
  for (const LocatedFinding& found : locate(once.findings, once.paths, request.read_file)) {
    ++counts[found.finding->rule];
    EXPECT_FALSE(found.finding->message.empty());
    EXPECT_EQ(found.location.range, found.finding->range) << found.location.file;
  }
  for (const auto& [rule, count] : counts) {
    std::cout << rule << ": " << count << " in " << once.posts << " posts\n";
  }
}

TEST(CorpusRun, OrderOfFilesDoesNotMatter) {
  const DiskFiles files;
  RunRequest request = request_for(source_dir() / "fixtures" / "sites" / "bakery", files);
  const RunResult forward = run(request);
  std::reverse(request.files.begin(), request.files.end());
  EXPECT_EQ(fingerprint(forward), fingerprint(run(request)));
  EXPECT_FALSE(forward.findings.empty());
}

}  // namespace
}  // namespace soiree
