#ifndef SOIREE_TESTS_FUZZ_REQUIRE_H_
#define SOIREE_TESTS_FUZZ_REQUIRE_H_

#include <cstdlib>

namespace soiree {

/// Ends the program when `condition` does not hold, in every build: libFuzzer then keeps the input.
inline void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace soiree

#endif  // SOIREE_TESTS_FUZZ_REQUIRE_H_
