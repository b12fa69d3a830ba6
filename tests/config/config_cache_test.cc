#include "linter/config/config_cache.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/memory_files.h"
#include "tests/support/sample_rules.h"

namespace soiree {
namespace {

Level level_in(ConfigCache& cache, std::string_view path, std::string_view rule) {
  return cache.config_for(path).effective->find_rule(rule)->level.value;
}

std::string complaints(const ConfigCache& cache) {
  std::string lines;
  for (const Error& error : cache.errors()) lines += error.file + ": " + error.message + "\n";
  return lines;
}

// The nearest configuration holds, and the one of another project further up never does.
TEST(ConfigCache, NearestFileHoldsUpToTheRepository) {
  MemoryFiles files("/home/ana/site");
  files.add("/home/.soiree.yaml", "rules: {syntax: note}");
  files.add("/home/ana/site/.git/HEAD", "");
  files.add(".soiree.yaml", "rules: {self-focus: error}\n");
  files.add("guests/.soiree.yaml", "rules: {self-focus: note}\n");
  files.add("/home/ana/other/.git/HEAD", "");
  ConfigCache cache(files, sample_rules());
  EXPECT_EQ(level_in(cache, "a.md", "self-focus"), Level::error);
  EXPECT_EQ(level_in(cache, "deep/er/a.md", "self-focus"), Level::error);
  EXPECT_EQ(level_in(cache, "guests/x/a.md", "self-focus"), Level::note);
  EXPECT_EQ(level_in(cache, "/home/ana/site/guests/a.md", "self-focus"), Level::note);
  EXPECT_EQ(level_in(cache, "../other/a.md", "self-focus"), Level::warning);
  EXPECT_EQ(level_in(cache, "../other/a.md", "syntax"), Level::error) << "stopped at .git";
  EXPECT_EQ(level_in(cache, "/home/ana/a.md", "syntax"), Level::note);
  EXPECT_EQ(cache.config_for("deep/a.md").config->file, ".soiree.yaml");
  EXPECT_EQ(complaints(cache), "");
}

TEST(ConfigCache, ReadsEachConfigurationOnce) {
  MemoryFiles files;
  files.add(".soiree.yaml", "extends: base.yaml\noverrides:\n  - {files: x/, language: en}\n");
  files.add("base.yaml", "rulse: {}\n");
  ConfigCache cache(files, sample_rules());
  const EffectiveConfig* first = cache.config_for("a/0.md").effective;
  for (int i = 1; i < 100; ++i) {
    EXPECT_EQ(cache.config_for("a/" + std::to_string(i) + ".md").effective, first);
  }
  EXPECT_NE(cache.config_for("x/0.md").effective, first);
  EXPECT_EQ(cache.config_for("x/0.md").effective, cache.config_for("x/y/1.md").effective);
  EXPECT_EQ(files.reads(".soiree.yaml"), 1);
  EXPECT_EQ(cache.errors().size(), 1U);
  EXPECT_EQ(cache.errors()[0].file, "base.yaml");
}

TEST(ConfigCache, ExtendsMergesAndTheExtendingFileWins) {
  MemoryFiles files;
  files.add(
      "/shared/base.yaml",
      "extends: deeper/first.yaml\nignore: [old]\nlanguage: en\n"
      "rules:\n  self-focus: {severity: error, max-share: 0.1, min-words: 7}\n"
      "self: {names: [Base], domains: [base.example]}\nfeeds: {f: {files: a}, g: {files: b}}\n"
      "overrides: [{files: p.md, language: de}]\n");
  files.add("/shared/deeper/first.yaml", "root: true\nrules: {syntax: note, self-focus: off}\n");
  files.add(".soiree.yaml",
            "extends: ../shared/base.yaml\nrules: {self-focus: {max-share: 0.2}}\n"
            "ignore: []\nself: {names: [Own]}\nfeeds: {f: {files: c}}\n"
            "overrides: [{files: '*.md', language: fr}]\n");
  ConfigCache cache(files, sample_rules());
  const auto [config, effective] = cache.config_for("p.md");
  EXPECT_EQ(complaints(cache), "");
  EXPECT_EQ(config->extended,
            (std::vector<std::string>{"/shared/base.yaml", "/shared/deeper/first.yaml"}));
  EXPECT_FALSE(config->root) << "not inherited";
  EXPECT_TRUE(config->ignore.empty());
  const EffectiveRule* rule = effective->find_rule("self-focus");
  EXPECT_EQ(rule->level.value, Level::error);
  EXPECT_EQ(rule->level.origin.file, "/shared/base.yaml");
  EXPECT_EQ(rule->level.origin.line, 5U);
  EXPECT_EQ(std::get<double>(rule->find_option("max-share")->value), 0.2);
  EXPECT_EQ(rule->find_option("max-share")->origin.file, ".soiree.yaml");
  EXPECT_EQ(std::get<int64_t>(rule->find_option("min-words")->value), 7);
  EXPECT_EQ(rule->find_option("weight")->origin.line, 0U) << "a default";
  EXPECT_EQ(effective->find_rule("syntax")->level.value, Level::note);
  EXPECT_EQ(effective->self_names.at(0).value, "Own");
  EXPECT_EQ(effective->self_domains.at(0).value, "base.example");
  EXPECT_EQ(effective->language.value, "fr") << "the last matching override";
  ASSERT_EQ(config->feeds.size(), 2U);
  EXPECT_EQ(config->feed_for("/site/c", "")->name, "f");
  EXPECT_EQ(config->feed_for("/site/a", ""), nullptr);
}

TEST(ConfigCache, BadExtendsAreReportedAtTheirPlace) {
  MemoryFiles files;
  files.add(".soiree.yaml", "extends: [gone.yaml, a.yaml, .soiree.yaml]\nlanguage: en\n");
  files.add("a.yaml", "extends: b.yaml\n").add("b.yaml", "extends: a.yaml\n");
  ConfigCache cache(files, sample_rules());
  EXPECT_EQ(cache.config_for("x.md").effective->language.value, "en") << "the rest is in force";
  EXPECT_EQ(complaints(cache),
            ".soiree.yaml: cannot extend `gone.yaml`: no such file or directory\n"
            ".soiree.yaml: these files extend each other: `.soiree.yaml` extends `.soiree.yaml`; "
            "remove one `extends`\n"
            "b.yaml: these files extend each other: `.soiree.yaml` extends `a.yaml` extends "
            "`b.yaml` extends `a.yaml`; remove one `extends`\n");
}

TEST(ConfigCache, TellsWhichFilesBesidesItsOwnConcernIt) {
  MemoryFiles files("/site");
  files.add("blog/.soiree.yaml", "extends: [../house/shared.yaml, gone.yaml]\n");
  files.add("house/shared.yaml", "extends: more.conf\n").add("house/more.conf", "language: en\n");
  files.add("house/other.yaml", "").add("shop/.soiree.yml", "");
  ConfigCache cache(files, sample_rules());
  EXPECT_FALSE(cache.directory_concerned("/site/house/shared.yaml")) << "nothing was read yet";
  cache.config_in("/site/blog");
  cache.config_in("/site/shop");
  for (const char* file : {"house/shared.yaml", "house/more.conf", "blog/gone.yaml"}) {
    EXPECT_EQ(cache.directory_concerned(std::string("/site/") + file), "/site/blog") << file;
  }
  EXPECT_EQ(cache.directory_concerned("/site/shop/.soiree.yml"), "/site/shop");
  EXPECT_FALSE(cache.directory_concerned("/site/house/other.yaml"));
}

// Thirty files that each extend the next one twice are a thousand million readings.
TEST(ConfigCache, DoubledExtendsEndQuickly) {
  MemoryFiles files;
  for (int i = 0; i < 30; ++i) {
    const std::string next = std::to_string(i + 1) + ".yaml";
    files.add(std::to_string(i) + ".yaml", "extends: [" + next + ", ./" + next + "]\n");
  }
  files.add("30.yaml", "").add(".soiree.yaml", "extends: 0.yaml\n");
  ConfigCache cache(files, sample_rules());
  cache.config_for("a.md");
  EXPECT_NE(complaints(cache).find("more than 100 files"), std::string::npos);
}

TEST(ConfigCache, RulesInPreviewAreOffUntilNamed) {
  const auto level = [](std::string_view text, ConfigOverlay overlay = {}) {
    MemoryFiles files;
    files.add(".soiree.yaml", text);
    ConfigCache cache(files, sample_rules(), std::move(overlay));
    return level_in(cache, "a.md", "quote-stuffing");
  };
  EXPECT_EQ(level(""), Level::off);
  EXPECT_EQ(level("rules: {preview: true}"), Level::warning);
  EXPECT_EQ(level("rules: {quote-stuffing: error}"), Level::error);
  EXPECT_EQ(level("rules: {preview: true, quote-stuffing: off}"), Level::off);
  EXPECT_EQ(level("", {{"quote-stuffing"}, {}, "", false}), Level::warning);
}

TEST(ConfigCache, CommandLineGoesOnTop) {
  MemoryFiles files;
  files.add(".soiree.yaml", "rules: {self-focus: off, repeated-word: error}");
  ConfigCache cache(files, sample_rules(), {{"self-focus", "syntax"}, {"syntax"}, "", false});
  EXPECT_EQ(level_in(cache, "a.md", "self-focus"), Level::warning);
  EXPECT_EQ(level_in(cache, "a.md", "repeated-word"), Level::off);
  EXPECT_EQ(level_in(cache, "a.md", "syntax"), Level::off);
  const FileConfig found = cache.config_for("a.md");
  EXPECT_EQ(found.effective->find_rule("syntax")->level.origin.file, "--ignore");
  ConfigCache wrong(files, sample_rules(), {{"self-focsu"}, {"nope"}, "", false});
  EXPECT_EQ(complaints(wrong),
            ": unknown rule `nope` in --ignore; `soiree rules` lists all rules\n"
            ": unknown rule `self-focsu` in --select; did you mean `self-focus`?\n");
}

TEST(ConfigCache, ConfigFileAndNoConfigOptions) {
  MemoryFiles files;
  files.add(".soiree.yaml", "language: en").add("x/.soiree.yaml", "language: de");
  files.add("/etc/my.yaml", "language: fr\noverrides: [{files: x/, language: es}]\n");
  ConfigCache fixed(files, sample_rules(), {{}, {}, "/etc/my.yaml", false});
  EXPECT_EQ(fixed.config_for("a.md").effective->language.value, "fr");
  EXPECT_EQ(fixed.config_for("x/a.md").effective->language.value, "es")
      << "globs start at the current directory";
  ConfigCache none(files, sample_rules(), {{}, {}, "", true});
  EXPECT_EQ(none.config_for("x/a.md").effective->language.value, "");
  ConfigCache gone(files, sample_rules(), {{}, {}, "gone.yaml", false});
  gone.config_for("a.md");
  EXPECT_EQ(complaints(gone),
            "gone.yaml: the configuration cannot be read: no such file or directory\n");
}

// Under a name we do not read every setting would be lost without a word.
TEST(ConfigCache, MisnamedConfigurationIsReported) {
  MemoryFiles files;
  files.add(".soiree.yml", "language: en").add("a.md", "");
  ConfigCache cache(files, sample_rules());
  cache.config_for("a.md");
  cache.config_for("b/c.md");
  EXPECT_EQ(complaints(cache), ".soiree.yml: this is not read; rename it to `.soiree.yaml`\n");
}

TEST(ConfigCache, SchedulesAndFeedsByFile) {
  MemoryFiles files;
  files.add("s/.soiree.yaml",
            "schedules:\n  - {files: '*.yml', text: a}\n  - {files: plan.yml, text: b}\n"
            "feeds:\n  all: {files: '**'}\n  x: {files: q/, channel: x}\n");
  ConfigCache cache(files, sample_rules());
  const Config& config = *cache.config_for("s/plan.yml").config;
  EXPECT_EQ(config.schedule_for("/site/s/plan.yml")->text, "b");
  EXPECT_EQ(config.schedule_for("/site/s/z/other.yml")->text, "a");
  EXPECT_EQ(config.schedule_for("/site/s/plan.yaml"), nullptr);
  EXPECT_EQ(config.feed_for("/site/s/q/1.md", "x")->name, "x");
  EXPECT_EQ(config.feed_for("/site/s/q/1.md", "X")->name, "x");
  EXPECT_EQ(config.feed_for("/site/s/q/1.md", "bluesky")->name, "all");
}

// `ignore` of the configuration steers the walk, also for files that are named.
TEST(ConfigCache, IgnoreReachesDiscovery) {
  MemoryFiles files;
  files.add(".git/HEAD", "").add(".soiree.yaml", "ignore: [drafts/, '*.{old,tmp}.md']\n");
  files.add("a.md", "").add("b.old.md", "").add("drafts/c.md", "").add("drafts/.soiree.yaml", "");
  files.add("sub/.soiree.yaml", "ignore: d.md\n").add("sub/d.md", "").add("sub/e.tmp.md", "");
  ConfigCache cache(files, sample_rules());
  const std::vector<std::string> everything = {"."};
  EXPECT_EQ(discover(everything, files, &cache).files,
            (std::vector<std::string>{"a.md", "sub/e.tmp.md"}));
  const std::vector<std::string> named = {"drafts/c.md", "b.old.md", "a.md", "sub/d.md"};
  EXPECT_EQ(discover(named, files, &cache).files, std::vector<std::string>{"a.md"});
}

}  // namespace
}  // namespace soiree
