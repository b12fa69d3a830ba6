#include "linter/parse/parse_memory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace soiree {
namespace {

struct Piece {
  char* bytes = nullptr;
  size_t size = 0;
  char fill = 0;

  bool intact() const {
    return std::all_of(bytes, bytes + size, [&](char c) { return c == fill; });
  }
};

/// Allocates, grows and frees pieces of all sizes; every piece must keep its own bytes.
void work(uint32_t seed, size_t steps) {
  std::vector<Piece> pieces;
  for (size_t step = 0; step < steps; ++step) {
    seed = seed * 1664525 + 1013904223;
    const size_t wide = (seed >> 20) % 64 == 0 ? 200000 : 300;
    const size_t size = 1 + (seed >> 8) % wide;
    Piece* piece = pieces.empty() ? nullptr : &pieces[(seed >> 4) % pieces.size()];
    if (piece == nullptr || seed % 4 < 2) {
      auto* bytes = static_cast<char*>(ParseMemory::allocate(1, size));
      const Piece fresh{bytes, size, 0};
      ASSERT_TRUE(fresh.intact()) << "the library relies on zeroed memory";
      ASSERT_EQ(reinterpret_cast<uintptr_t>(bytes) % alignof(std::max_align_t), 0U);
      pieces.push_back({bytes, size, static_cast<char>(step)});
      std::fill_n(bytes, size, static_cast<char>(step));
    } else if (seed % 4 == 2) {
      piece->bytes = static_cast<char*>(ParseMemory::reallocate(piece->bytes, size));
      piece->size = std::min(piece->size, size);
      ASSERT_TRUE(piece->intact()) << "growing keeps the content";
      piece->size = size;
      std::fill_n(piece->bytes, size, piece->fill);
    } else {
      ASSERT_TRUE(piece->intact());
      ParseMemory::release(piece->bytes);
      *piece = pieces.back();
      pieces.pop_back();
    }
  }
  for (const Piece& piece : pieces) ASSERT_TRUE(piece.intact()) << "pieces overlap";
}

TEST(ParseMemory, PiecesKeepTheirBytes) {
  for (uint32_t round = 0; round < 4; ++round) {
    const ParseMemory memory;
    work(round, 4000);
  }
}

TEST(ParseMemory, AnInnerParseLeavesTheOuterOneAlone) {
  const ParseMemory outer;
  auto* text = static_cast<char*>(ParseMemory::allocate(1, 1000));
  std::fill_n(text, 1000, 'x');
  {
    const ParseMemory inner;
    work(7, 2000);
  }
  work(8, 2000);
  EXPECT_EQ(std::string(text, 1000), std::string(1000, 'x'));
}

TEST(ParseMemory, ThreadsDoNotShareIt) {
  std::vector<std::thread> threads;
  for (uint32_t i = 0; i < 4; ++i) {
    threads.emplace_back([i] {
      const ParseMemory memory;
      work(i, 3000);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace soiree
