// Two runs over the same files print the same bytes, however many threads there are and in
// whatever order the files come: else a build server's report cannot be compared with one's own.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "tests/support/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

namespace fs = std::filesystem;

bool is_post(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".md" || extension == ".mdx" || extension == ".yaml" || extension == ".yml" ||
         extension == ".tweet" || extension == ".json";
}

/// Posts below a folder, at most `most`, spread over all of them.
std::vector<std::string> posts_below(const fs::path& folder, size_t most) {
  std::vector<std::string> posts;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().string().substr(folder.string().size());
    const bool plain = name.find('\'') == std::string::npos && name.find("/.") == std::string::npos;
    if (entry.is_regular_file() && plain && is_post(entry.path())) {
      posts.push_back(entry.path().string());
    }
  }
  std::sort(posts.begin(), posts.end());
  const size_t step = posts.size() / most + 1;
  std::vector<std::string> chosen;
  for (size_t i = 0; i < posts.size(); i += step) chosen.push_back(posts[i]);
  return chosen;
}

/// Copies of files in a fresh directory, made in a random order so that the directory lists them
/// in another one each time.
std::vector<std::string> copy_shuffled(const std::vector<std::string>& files, const fs::path& root,
                                       const fs::path& to, std::mt19937& random) {
  std::vector<std::string> names;
  names.reserve(files.size());
  for (const std::string& file : files) names.push_back(fs::relative(file, root).string());
  std::shuffle(names.begin(), names.end(), random);
  for (const std::string& name : names) {
    fs::create_directories((to / name).parent_path());
    fs::copy_file(root / name, to / name);
  }
  return names;
}

void expect_same_bytes(const fs::path& root, const std::vector<std::string>& files) {
  ASSERT_GT(files.size(), 20U);
  std::mt19937 random(3);
  std::string first;
  for (int round = 0; round < 6; ++round) {
    const TemporaryDirectory site;
    const std::vector<std::string> names = copy_shuffled(files, root, site.path(), random);
    std::string arguments = ".";
    if (round % 2 == 1) {
      arguments.clear();
      for (const std::string& name : names) arguments += " '" + name + "'";
    }
    const char* jobs[] = {"1", "2", "7"};
    const ProgramResult result =
        run_shell("'" SOIREE_BINARY "' check --no-config --format json --jobs " +
                      std::string(jobs[round % 3]) + " " + arguments,
                  site.path());
    if (round == 0) first = result.output;
    ASSERT_TRUE(result.output == first) << "round " << round << " differs";
  }
  EXPECT_NE(first.find("\"rule\""), std::string::npos);
}

TEST(Determinism, OfTheFixtures) {
  expect_same_bytes(source_dir() / "fixtures", posts_below(source_dir() / "fixtures", 1000));
}

TEST(Determinism, OfRealPosts) {
  const auto corpus = corpus_dir();
  if (!corpus) GTEST_SKIP() << "there are no real posts beside this checkout";
  expect_same_bytes(*corpus, posts_below(*corpus, 200));
}

}  // namespace
}  // namespace soiree
