// Compares soiree with the floor (read the files + bare cmark-gfm parse) in one process on one
// thread, round by round in turn, and prints medians. Ratios carry over to other machines, rates do
// not. Then says what share of a run each step and each rule takes.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/contender.h"
#include "tests/bench/posts.h"
#include "tests/bench/rule_shares.h"

namespace soiree {
namespace {

namespace fs = std::filesystem;

struct Set {
  std::string name;
  std::vector<std::string> paths;
  uint64_t bytes = 0;
};

struct Measure {
  std::vector<double> seconds;
  uint64_t peak_kib = 0;
  uint64_t result = 0;

  double median() const {
    std::vector<double> sorted = seconds;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() / 2];
  }
};

/// Starts a new peak of the resident memory, as far as Linux lets us.
void reset_peak_memory() { std::ofstream("/proc/self/clear_refs") << "5"; }

uint64_t peak_memory_kib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::strtoull(line.c_str() + 6, nullptr, 10);
  }
  return 0;
}

Set generated_set(const fs::path& folder, uint32_t posts) {
  Set set{"generated", {}, 0};
  fs::create_directories(folder);
  for (uint32_t number = 0; number < posts; ++number) {
    const fs::path path = folder / fmt::format("2026-01-01-post-{:04}.md", number);
    const std::string text = generate_post(number);
    std::ofstream(path, std::ios::binary) << text;
    set.paths.push_back(path.string());
    set.bytes += text.size();
  }
  return set;
}

Set folder_set(const fs::path& folder) {
  Set set{folder.filename().string(), {}, 0};
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".md" && extension != ".markdown")) continue;
    set.paths.push_back(entry.path().string());
    set.bytes += entry.file_size();
  }
  std::sort(set.paths.begin(), set.paths.end());
  return set;
}

void measure(const Set& set, const std::vector<Contender>& contenders, int rounds) {
  std::vector<Measure> measures(contenders.size());
  for (int round = 0; round < rounds; ++round) {
    for (size_t i = 0; i < contenders.size(); ++i) {
      reset_peak_memory();
      const auto begin = std::chrono::steady_clock::now();
      measures[i].result = contenders[i].run(set.paths);
      const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
      measures[i].seconds.push_back(taken.count());
      measures[i].peak_kib = std::max(measures[i].peak_kib, peak_memory_kib());
    }
  }
  const auto bytes = static_cast<double>(set.bytes);
  fmt::print("{}: {} files, {:.1f} MB, median of {}\n", set.name, set.paths.size(), bytes / 1e6,
             rounds);
  for (size_t i = 0; i < contenders.size(); ++i) {
    const double seconds = measures[i].median();
    fmt::print("  {:24} {:8.1f} ms {:8.1f} MB/s {:6.2f} x floor {:7.1f} MiB peak  ({})\n",
               contenders[i].name, seconds * 1e3, bytes / 1e6 / seconds,
               seconds / measures[0].median(), static_cast<double>(measures[i].peak_kib) / 1024,
               measures[i].result);
  }
}

void print_shares(const Set& set) {
  const RunShares shares = measure_shares(set.paths);
  const double total = shares.total();
  const auto print = [total](const Share& share) {
    fmt::print("  {:32} {:5.1f} %\n", share.name, 100 * share.seconds / total);
  };
  fmt::print("{}: share of the time\n", set.name);
  for (const Share& step : shares.steps) print(step);
  for (const Share& rule : shares.rules) print(rule);
}

void report(const Set& set, const std::vector<Contender>& contenders, int rounds) {
  measure(set, contenders, rounds);
  if (!set.paths.empty()) print_shares(set);
}

int usage() {
  fmt::print(stderr,
             "usage: bench [--rounds N] [--posts N] [--scratch FOLDER] [FOLDER...]\n"
             "Measures over N generated posts and over the Markdown files of each FOLDER.\n");
  return 2;
}

int run(int argc, char** argv) {
  int rounds = 7;
  uint32_t posts = 2000;
  fs::path scratch = fs::temp_directory_path() / "soiree-bench";
  std::vector<fs::path> folders;
  for (int i = 1; i < argc; ++i) {
    const std::string_view option = argv[i];
    if (!option.starts_with("--")) {
      folders.emplace_back(option);
      continue;
    }
    if (++i == argc) return usage();
    if (option == "--rounds") {
      rounds = std::max(1, std::atoi(argv[i]));
    } else if (option == "--posts") {
      posts = static_cast<uint32_t>(std::max(0, std::atoi(argv[i])));
    } else if (option == "--scratch") {
      scratch = argv[i];
    } else {
      return usage();
    }
  }
  std::vector<Contender> contenders = {floor_contender()};
  for (Contender& contender : product_contenders()) contenders.push_back(std::move(contender));
  if (posts > 0) report(generated_set(scratch, posts), contenders, rounds);
  for (const fs::path& folder : folders) report(folder_set(folder), contenders, rounds);
  return 0;
}

}  // namespace
}  // namespace soiree

int main(int argc, char** argv) {
  try {
    return soiree::run(argc, argv);
  } catch (const std::filesystem::filesystem_error& problem) {
    fmt::print(stderr, "bench: {}\n", problem.what());
    return 2;
  }
}
