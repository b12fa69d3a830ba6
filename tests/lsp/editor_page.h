#ifndef SOIREE_TESTS_LSP_EDITOR_PAGE_H_
#define SOIREE_TESTS_LSP_EDITOR_PAGE_H_

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/corpus_files.h"
#include "tests/support/paths.h"

namespace soiree {

/// Where a fenced block of this language has its text.
struct Block {
  size_t begin;
  size_t size;
};

inline Block find_block(const std::string& page, const std::string& language) {
  const std::string fence = "```" + language + "\n";
  const size_t fence_at = page.find(fence);
  if (fence_at == std::string::npos) return {page.size(), 0};
  const size_t begin = fence_at + fence.size();
  return {begin, page.find("```", begin) - begin};
}

inline std::filesystem::path page_of(const std::string& editor) {
  return source_dir() / "integrations" / editor / "README.md";
}

/// The text of the page's block in this language: what a reader pastes.
inline std::string paste(const std::string& editor, const std::string& language) {
  const std::string page = read_bytes(page_of(editor));
  const Block block = find_block(page, language);
  EXPECT_NE(block.size, 0U) << editor << "'s page has no " << language;
  return page.substr(block.begin, block.size);
}

/// The first block of text on the page is what the editor shows; SOIREE_UPDATE rewrites it.
inline void expect_page_shows(const std::string& editor, const std::string& shown) {
  ASSERT_NE(shown.find("here twice"), std::string::npos) << shown;
  std::string page = read_bytes(page_of(editor));
  const Block block = find_block(page, "text");
  if (std::getenv("SOIREE_UPDATE") != nullptr) {
    std::ofstream(page_of(editor), std::ios::binary)
        << page.replace(block.begin, block.size, shown);
    return;
  }
  EXPECT_EQ(page.substr(block.begin, block.size), shown) << "./dev test --update rewrites it";
}

}  // namespace soiree

#endif  // SOIREE_TESTS_LSP_EDITOR_PAGE_H_
