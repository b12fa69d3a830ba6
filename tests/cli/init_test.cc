// The first minute with soiree: what `soiree init` writes has to be a start and no trap.
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "tests/support/corpus_files.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

const std::string kSoiree = SOIREE_BINARY;

/// The file with every setting that it shows as a comment switched on.
std::string switched_on(const std::string& written) {
  std::istringstream lines(written);
  std::string all;
  for (std::string line; std::getline(lines, line);) {
    const size_t word = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", 2);
    const bool key = line.starts_with("# ") && word > 2 && word < line.size() && line[word] == ':';
    all += (key || line.starts_with("#   ") ? line.substr(2) : line) + "\n";
  }
  return all;
}

// People take the `# ` away and save; an error then would be about our own words.
TEST(Init, WhatItShowsIsAConfiguration) {
  const TemporaryDirectory site;
  const ProgramResult init = run_shell(kSoiree + " init", site.path());
  EXPECT_EQ(init.status, 0);
  EXPECT_EQ(init.output, "wrote .soiree.yaml\n");
  const std::string written = read_bytes(site.path(".soiree.yaml"));
  const ProgramResult plain = run_shell(kSoiree + " config a.md", site.path());
  EXPECT_EQ(plain.status, 0) << plain.errors;
  const std::string settings = switched_on(written);
  ASSERT_NE(settings, written);
  site.write(".soiree.yaml", settings);
  site.write("team.yaml", "largest-file: 7 MiB\n");
  const ProgramResult all = run_shell(kSoiree + " config news/a.md", site.path());
  EXPECT_EQ(all.status, 0) << all.errors;
  EXPECT_EQ(all.errors, "");
  for (const char* setting : {"crumbandco", "crumbandco.example", "0.6", "7 MiB",
                              "language: \"en\"", "archive/news/**", "drafts/"}) {
    EXPECT_NE(all.output.find(setting), std::string::npos) << setting << "\n" << all.output;
  }
}

// A script that goes on as if the file were there would lint with other settings than it thinks.
TEST(Init, SaysWhenItCannotWrite) {
  const ProgramResult init = run_shell(kSoiree + " init", "/proc");
  EXPECT_EQ(init.status, 2);
  EXPECT_EQ(init.output, "");
  EXPECT_EQ(init.errors,
            "soiree: cannot write .soiree.yaml; check that this directory may be written to\n");
}

}  // namespace
}  // namespace soiree
