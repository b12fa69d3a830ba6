#include "tests/layers/layers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace soiree {
namespace {

namespace fs = std::filesystem;

std::string violation_of(std::string_view path, std::string_view text) {
  const auto violations = layer_violations(path, text);
  if (violations.size() == 1) return violations[0];
  return std::to_string(violations.size()) + " violations";
}

// The check of the whole tree below proves nothing unless these fail.
TEST(Layers, RefusesWhatThePictureForbids) {
  EXPECT_EQ(violation_of("linter/text/utf8.cc", "\n#include \"linter/parse/dates.h\"\n"),
            "linter/text/utf8.cc:2: text may not include linter/parse/dates.h; includes go text <- "
            "parse <- post <- lint <- {rules, config} <- {output, cli, lsp}");
  EXPECT_NE(violation_of("rules/x/rule.cc", "#include \"linter/config/config.h\"\n"),
            "0 violations");
  EXPECT_NE(violation_of("linter/config/a.cc", "#include \"rules/registry.h\"\n"), "0 violations");
  EXPECT_NE(violation_of("linter/output/a.cc", "#include \"linter/cli/main.h\"\n"), "0 violations");
  EXPECT_NE(violation_of("linter/new/a.cc", ""), "0 violations");
  EXPECT_EQ(violation_of("linter/lint/a.cc", "#include <yaml-cpp/yaml.h>\n"),
            "linter/lint/a.cc:1: <yaml-cpp/yaml.h> may not be included here; see "
            "tests/layers/layers.cc for where it belongs");
  EXPECT_EQ(violation_of("linter/lint/a.cc", "#include <boost/any.hpp>\n"),
            "linter/lint/a.cc:1: <boost/any.hpp> is a new dependency; it needs a reason in "
            "linter/decisions/ and a place in tests/layers/layers.cc");
  EXPECT_EQ(violation_of("linter/lint/a.cc", "#include \"absl/time/time.h\"\n"),
            "linter/lint/a.cc:1: <absl/time/time.h> may not be included here; see "
            "tests/layers/layers.cc for where it belongs");
  EXPECT_NE(violation_of("linter/lint/a.cc", "#include <fstream>\n"), "0 violations");
  EXPECT_NE(violation_of("linter/cli/a.cc", "#include <regex>\n"), "0 violations");
  EXPECT_NE(violation_of("linter/cli/a.cc", std::string(400, '\n')), "0 violations");
}

TEST(Layers, AllowsWhatThePictureShows) {
  EXPECT_EQ(violation_of("rules/x/rule.cc",
                         "#include <vector>\n#include \"linter/lint/rule_info.h\"\n"
                         "#include \"linter/text/span.h\"\n#include \"rules/x/helper.h\"\n"),
            "0 violations");
  EXPECT_EQ(violation_of("linter/cli/check.cc",
                         "#include <CLI/CLI.hpp>\n#include \"linter/output/json.h\"\n"
                         "#include \"integrations/lsp/server.h\"\n#include <unistd.h>\n"),
            "0 violations");
  EXPECT_EQ(violation_of("linter/parse/markdown_map.cc", "#include <cmark-gfm.h>\n"),
            "0 violations");
  EXPECT_EQ(violation_of("linter/cli/a.cc", std::string(399, '\n')), "0 violations");
}

// The layers are what keeps the language server, the command line and the tests the same program.
TEST(Layers, HoldInTheWholeTree) {
  const fs::path root = SOIREE_SOURCE_DIR;
  size_t files = 0;
  for (const char* top : {"linter", "rules", "integrations", "tools", "tests"}) {
    if (!fs::exists(root / top)) continue;
    for (auto entry = fs::recursive_directory_iterator(root / top);
         entry != fs::recursive_directory_iterator(); ++entry) {
      const fs::path& path = entry->path();
      // What npm has fetched is not ours.
      if (path.filename() == "node_modules") entry.disable_recursion_pending();
      if (path.extension() != ".cc" && path.extension() != ".h") continue;
      std::ifstream stream(path, std::ios::binary);
      const std::string text(std::istreambuf_iterator<char>(stream), {});
      for (const auto& violation : layer_violations(fs::relative(path, root).string(), text)) {
        ADD_FAILURE() << violation;
      }
      ++files;
    }
  }
  EXPECT_GT(files, 20U);
}

}  // namespace
}  // namespace soiree
