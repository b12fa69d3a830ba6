#include "tests/bench/contender.h"

namespace soiree {

std::vector<Contender> product_contenders() { return {}; }

}  // namespace soiree
