// Runs one fuzz target without libFuzzer: every file under the given paths as it is, cut short and
// with bytes changed. Always the same inputs, so that a failure comes back.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

namespace fs = std::filesystem;

constexpr int kChangedCopies = 20;
constexpr size_t kLongestChanged = 20'000;

size_t runs = 0;

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  ++runs;
}

void run_variants(const std::string& bytes) {
  run(bytes);
  if (bytes.empty() || bytes.size() > kLongestChanged) return;
  static constexpr char kNasty[] = "\n\r\t \"'`<>[]{}()*_|#:-&\\\0\x1A\x80\xC3\xE2\xF0\xFF";
  uint64_t state = bytes.size();
  const auto next = [&state](size_t below) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<size_t>(state >> 33U) % below;
  };
  for (int copy = 0; copy < kChangedCopies; ++copy) {
    std::string changed = bytes;
    if (copy % 4 == 0) changed.resize(next(changed.size()));
    for (size_t change = 0; change < 4 && !changed.empty(); ++change) {
      const size_t at = next(changed.size());
      if (next(3) == 0) {
        changed.erase(at, 1 + next(8));
      } else {
        changed.insert(at, 1 + next(3), kNasty[next(sizeof kNasty - 1)]);
      }
    }
    run(changed);
  }
}

void run_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  run_variants(std::string(std::istreambuf_iterator<char>(stream), {}));
}

}  // namespace

int main(int argc, char** argv) {
  run_variants({});
  for (int i = 1; i < argc; ++i) {
    const fs::path path = argv[i];
    if (fs::is_regular_file(path)) run_file(path);
    if (!fs::is_directory(path)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) run_file(entry.path());
    }
  }
  std::printf("%zu inputs\n", runs);
  return 0;
}
