#ifndef SOIREE_TESTS_BENCH_CONTENDER_H_
#define SOIREE_TESTS_BENCH_CONTENDER_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace soiree {

/// Something that works through a set of files on one thread. `run` gets the paths and returns a
/// number that depends on all the work, so that none of it can be left out.
struct Contender {
  std::string name;
  std::function<uint64_t(const std::vector<std::string>&)> run;
};

/// Reading every file and parsing it with bare cmark-gfm: what no Markdown linter can do without.
Contender floor_contender();
/// The ways of running soiree that are compared with the floor.
std::vector<Contender> product_contenders();

}  // namespace soiree

#endif  // SOIREE_TESTS_BENCH_CONTENDER_H_
