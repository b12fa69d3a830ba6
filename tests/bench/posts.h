#ifndef SOIREE_TESTS_BENCH_POSTS_H_
#define SOIREE_TESTS_BENCH_POSTS_H_

#include <cstdint>
#include <string>

namespace soiree {

/// A Markdown post of about 5 KB with front matter, headings, lists, links, quotes, code and a
/// table. The same number always gives the same bytes.
std::string generate_post(uint32_t number);

}  // namespace soiree

#endif  // SOIREE_TESTS_BENCH_POSTS_H_
