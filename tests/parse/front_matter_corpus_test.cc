#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "linter/parse/front_matter.h"
#include "linter/parse/front_matter_parts.h"
#include "linter/parse/post_meta.h"
#include "tests/support/front_matter_checks.h"
#include "tests/support/paths.h"

namespace soiree {
namespace {

struct CorpusFile {
  std::string path;
  std::string bytes;
};

const std::vector<CorpusFile>& corpus() {
  static const std::vector<CorpusFile> files = [] {
    std::vector<CorpusFile> found;
    const auto dir = corpus_dir();
    if (!dir) return found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*dir)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::string bytes{std::istreambuf_iterator<char>(in), {}};
      found.push_back({entry.path().lexically_relative(*dir).string(), std::move(bytes)});
    }
    return found;
  }();
  return files;
}

bool is_blog_post(const CorpusFile& file) { return file.path.starts_with("blogs/"); }

// The body by another route: lines of the file, the fence, the next line that is the fence again.
size_t expected_body(const std::string& bytes) {
  size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  std::vector<std::pair<std::string, size_t>> lines;  // text and where the next line starts
  while (at < bytes.size()) {
    size_t end = at;
    while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r') ++end;
    std::string text = bytes.substr(at, end - at);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.pop_back();
    if (end < bytes.size()) end += bytes.compare(end, 2, "\r\n") == 0 ? 2 : 1;
    lines.emplace_back(text, end);
    at = end;
  }
  size_t first = 0;
  while (first < lines.size() && lines[first].first.empty()) ++first;
  const size_t start = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (first == lines.size()) return start;
  const std::string fence = lines[first].first;
  const std::string close = fence == "{" ? "}" : fence;
  if (fence != "---" && fence != "+++" && fence != "{") return start;
  for (size_t i = first + 1; i < lines.size(); ++i) {
    if (lines[i].first == close) return lines[i].second;
  }
  return start;
}

// Real posts in all their oddity: a wrong body or place shifts every finding of the file.
TEST(FrontMatterCorpus, EveryFileIsSound) {
  if (corpus().empty()) GTEST_SKIP() << "no corpus beside the source tree";
  size_t fields = 0;
  for (const CorpusFile& file : corpus()) {
    SCOPED_TRACE(file.path);
    const FrontMatter front_matter = read_front_matter(file.bytes, file.path);
    ASSERT_NO_FATAL_FAILURE(expect_sound(file.bytes, front_matter));
    fields += front_matter.fields.size();
    if (is_blog_post(file)) {
      EXPECT_EQ(front_matter.body_begin, expected_body(file.bytes));
    }
  }
  std::printf("%zu files, %zu fields\n", corpus().size(), fields);
}

// Every post of the corpus that has a date key gets its moment from there.
TEST(FrontMatterCorpus, DatesAreRead) {
  if (corpus().empty()) GTEST_SKIP() << "no corpus beside the source tree";
  size_t with_date = 0;
  size_t from_path = 0;
  size_t without = 0;
  size_t problems = 0;
  for (const CorpusFile& file : corpus()) {
    if (!is_blog_post(file)) continue;
    const FrontMatter front_matter = read_front_matter(file.bytes, file.path);
    const PostMeta meta = read_post_meta(front_matter, file.path);
    if (!meta.moment) {
      ++without;
    } else {
      ++(meta.moment_from_front_matter ? with_date : from_path);
    }
    for (const Problem& problem : meta.problems) {
      ++problems;
      std::printf("%s: %s\n", file.path.c_str(), problem.message.c_str());
    }
  }
  std::printf("%zu dated in front matter, %zu by path, %zu without\n", with_date, from_path,
              without);
  EXPECT_EQ(problems, 0U);
  EXPECT_GT(with_date, 6000U);
}

// The fast reader must be the real parser in everything but time.
TEST(FrontMatterCorpus, FastPathEqualsTheYamlParser) {
  if (corpus().empty()) GTEST_SKIP() << "no corpus beside the source tree";
  size_t fast = 0;
  size_t slow = 0;
  for (const CorpusFile& file : corpus()) {
    SCOPED_TRACE(file.path);
    const uint32_t start = file.bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const auto block = front_matter::find_fenced_block(file.bytes, start);
    if (!block || block->format != FrontMatterFormat::yaml) continue;
    FrontMatter simple;
    if (!front_matter::read_simple_yaml(file.bytes, block->inside, simple)) {
      ++slow;
      continue;
    }
    ++fast;
    FrontMatter full;
    front_matter::read_yaml_fields(file.bytes, block->inside, full);
    EXPECT_TRUE(full.problems.empty()) << full.problems.front().message;
    EXPECT_EQ(describe(simple), describe(full));
  }
  std::printf("%zu blocks by the fast path, %zu by the YAML parser\n", fast, slow);
  EXPECT_GT(fast, 4 * slow);
}

}  // namespace
}  // namespace soiree
