#include "linter/config/config_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "tests/support/sample_rules.h"

namespace soiree {
namespace {

struct Reading {
  ConfigFile file;
  std::vector<Error> errors;
};

Reading read(std::string_view text) {
  Reading reading;
  reading.file = read_config(".soiree.yaml", text, sample_rules(), reading.errors);
  return reading;
}

/// Every error as `bytes at its place: message`, one a line.
std::string complaints(std::string_view text) {
  std::string lines;
  for (const Error& error : read(text).errors) {
    EXPECT_EQ(error.file, ".soiree.yaml");
    lines += std::string(error.place.of(text)) + ": " + error.message + "\n";
  }
  return lines;
}

constexpr std::string_view kWhole = R"(# everything at once
root: true
extends: [../base.yaml, team.yaml]
ignore:
  - vendor/
  - "*.{draft,tmp}.md"
self: &us
  names: [Ana, Mill Bakery]
  handles: ["@mill", bakery]
  domains: [https://WWW.Mill.example/, mill.shop]
language: pt-BR
largest-file: 1.5 MiB
rules:
  preview: true
  repeated-word: off
  self-focus:
    severity: error
    max-share: 0.25
    min-words: 80
    weight: 2
    extra-words: [our, ours]
    titles: false
overrides:
  - files: guests/**
    self: {<<: *us, names: [Bo]}
    language: en
    rules: {self-focus: note}
feeds:
  news: {files: [news/*.md]}
  x: {files: queue.yaml, channel: x}
schedules:
  - files: plan.yml
    posts: entradas
    text: titulo
    date: fecha
    clock_time: hora
)";

TEST(ConfigReader, ReadsEverySection) {
  const auto [file, errors] = read(kWhole);
  for (const Error& error : errors) ADD_FAILURE() << error.message;
  const Config& config = file.config;
  EXPECT_TRUE(config.root);
  ASSERT_EQ(file.extends.size(), 2U);
  EXPECT_EQ(file.extends[0].value, "../base.yaml");
  EXPECT_EQ(config.ignore_globs.patterns.size(), 3U);
  EXPECT_EQ(config.settings.self.names->at(1).value, "Mill Bakery");
  EXPECT_EQ(config.settings.self.handles->at(0).value, "mill");
  EXPECT_EQ(config.settings.self.domains->at(0).value, "mill.example");
  EXPECT_EQ(config.settings.language->value, "pt-BR");
  EXPECT_EQ(config.settings.largest_file->value, 3U << 19);
  EXPECT_TRUE(config.settings.preview->value);
  ASSERT_EQ(config.settings.rules.size(), 2U);
  EXPECT_EQ(config.settings.rules[0].level->value, Level::off);
  const RuleSettings& focus = config.settings.rules[1];
  EXPECT_EQ(focus.level->value, Level::error);
  ASSERT_EQ(focus.options.size(), 5U);
  EXPECT_EQ(std::get<double>(focus.options[0].value), 0.25);
  EXPECT_EQ(std::get<int64_t>(focus.options[1].value), 80);
  EXPECT_EQ(std::get<double>(focus.options[2].value), 2.0);
  EXPECT_EQ(std::get<std::vector<std::string>>(focus.options[3].value).size(), 2U);
  EXPECT_FALSE(std::get<bool>(focus.options[4].value));
  ASSERT_EQ(config.overrides.size(), 1U);
  EXPECT_EQ(config.overrides[0].settings.self.names->at(0).value, "Bo");
  EXPECT_EQ(config.overrides[0].settings.self.handles->size(), 2U) << "merged from the anchor";
  ASSERT_EQ(config.feeds.size(), 2U);
  EXPECT_EQ(config.feeds[0].kind, FeedKind::blog);
  EXPECT_EQ(config.feeds[1].kind, FeedKind::social);
  ASSERT_EQ(config.schedules.size(), 1U);
  EXPECT_EQ(config.schedules[0].text, "titulo");
  EXPECT_EQ(config.schedules[0].clock_time, "hora");
}

// `soiree config` shows where a value comes from; the wrong line sends people to the wrong place.
TEST(ConfigReader, KnowsWhereEveryValueStands) {
  for (const std::string prefix : {"", "\xEF\xBB\xBF"}) {
    std::string text = prefix + std::string(kWhole);
    for (int pass = 0; pass < 2; ++pass) {
      const auto [file, errors] = read(text);
      ASSERT_TRUE(errors.empty()) << errors[0].message;
      const RuleSettings& focus = file.config.settings.rules.at(1);
      EXPECT_EQ(focus.level->origin.line, 17U);
      EXPECT_EQ(focus.level->origin.place.of(text), "error");
      EXPECT_EQ(focus.options.at(0).origin.place.of(text), "0.25");
      EXPECT_EQ(file.config.ignore.at(1).origin.place.of(text), "\"*.{draft,tmp}.md\"");
      EXPECT_EQ(file.config.feeds.at(1).origin.line, 30U);
      for (size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) {
        text.insert(at, "\r");
      }
    }
  }
}

TEST(ConfigReader, NothingIsFine) {
  for (const char* text : {"", "\n", "# only a remark\n", "---\n", "rules:\nignore:\nself:\n", "{}",
                           "\xEF\xBB\xBF", "overrides: []\nfeeds: {}\n"}) {
    EXPECT_EQ(complaints(text), "") << text;
  }
}

// A setting that is misspelt and passed over in silence is the worst thing a linter can do.
TEST(ConfigReader, ReportsEveryMistakeWithItsPlace) {
  EXPECT_EQ(complaints("rulse: {}\nrules:\n  self-focsu: off\n  syntax: eror\n"),
            "rulse: unknown key `rulse` in the configuration; did you mean `rules`?\n"
            "self-focsu: unknown rule `self-focsu`; did you mean `self-focus`?\n"
            "eror: `eror` is no severity; did you mean `error`?\n");
  EXPECT_EQ(complaints("rules:\n  line-length: off\n  syntax:\n  self-focus: true # yes\n"),
            "line-length: unknown rule `line-length`; `soiree rules` lists all rules\n"
            "syntax: `syntax` needs a severity: `error`, `warning`, `note` or `off`\n"
            "true: `true` is no severity; write `warning` or `error`\n");
  EXPECT_EQ(complaints("root: yes\npreview: true\nexclude: [a]\n"),
            "yes: `root` must be `true` or `false`\n"
            "preview: unknown key `preview` in the configuration; write it under `rules`\n"
            "exclude: unknown key `exclude` in the configuration; use `ignore`\n");
  EXPECT_EQ(complaints("root: true\nlanguage: en\nroot: false\n"),
            "root: `root` is set twice here; keep one of them\n");
  EXPECT_EQ(complaints("language: Klingon!\nself:\n  domains: [mill]\n  handles: [a b]\n"),
            "Klingon!: `Klingon!` is no language tag; write it like `en` or `pt-BR`\n"
            "mill: `mill` is no domain; write it like `example.com`\n"
            "a b: `a b` is no handle; write it like `@bakery`, in quotes\n");
  EXPECT_EQ(complaints("largest-file: 8\n"),
            "8: `8` is no size; write it with a unit like `8 MiB`\n");
  EXPECT_EQ(complaints("largest-file: 0 MiB\n"),
            "0 MiB: `0 MiB` is no size; write it with a unit like `8 MiB`\n");
  EXPECT_EQ(complaints("largest-file: 2 GiB\n"),
            "2 GiB: `2 GiB` is too much; files must be below 2 GiB\n");
  EXPECT_EQ(
      complaints("maxSize: 8 MiB\noverrides:\n  - {files: a.md, largest-fil: 8 MiB}\n"),
      "maxSize: unknown key `maxSize` in the configuration; use `largest-file`\n"
      "largest-fil: unknown key `largest-fil` in an override; did you mean `largest-file`?\n");
}

TEST(ConfigReader, ChecksOptions) {
  EXPECT_EQ(complaints("rules:\n  self-focus: {max-shere: 1, max-share: 1.5, min-words: 2.5}\n"),
            "max-shere: unknown key `max-shere` in rule `self-focus`; did you mean `max-share`?\n"
            "1.5: `max-share` must be a share from 0 to 1, not `1.5`\n"
            "2.5: `min-words` must be a whole number from 1 to 1000, not `2.5`\n");
  EXPECT_EQ(complaints("rules:\n  self-focus: {max-share: 30%, titles: yes, weight: .nan}\n"),
            "30%: `max-share` must be a share from 0 to 1, not `30%`; write 0.3\n"
            "yes: `titles` must be true or false\n"
            ".nan: `weight` must be a number from 0 to 10, not `.nan`\n");
  EXPECT_NE(complaints("rules:\n  self-focus: {min-words: [1], weight: 1e999}\n"), "");
  EXPECT_EQ(complaints("rules:\n  self-focus: {extra-words: mine}\n"), "");
}

TEST(ConfigReader, ChecksStructure) {
  EXPECT_EQ(complaints("- rules\n"),
            "- rules: the configuration must be a mapping; write `key: value` lines\n");
  EXPECT_EQ(complaints("rules: [self-focus]\noverrides: {files: a}\n"),
            "[self-focus]: `rules` must be a mapping; write `key: value` lines\n"
            "{files: a}: `overrides` must be a list; start each entry with `- files:`\n");
  EXPECT_EQ(complaints("overrides:\n  - rules: {syntax: off}\nfeeds:\n  a: {kind: blgo}\n"),
            "rules: {syntax: off}: an override needs `files`: the globs of the files it is for\n"
            "{kind: blgo}: feed `a` needs `files`: the globs of the files it is for\n"
            "blgo: `blgo` is no kind of feed; did you mean `blog`?\n");
  EXPECT_EQ(complaints("schedules:\n  - {files: a.yml, txet: x, paths: b}\n"),
            "txet: unknown key `txet` in a schedule; did you mean `text`?\n"
            "paths: unknown key `paths` in a schedule; use `files`\n");
  EXPECT_NE(complaints("ignore: ['[a', '{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}']"), "");
  EXPECT_NE(complaints("ignore: ../x\n").find("above the configuration"), std::string::npos);
}

// `ignore: 5` ignored the file called 5 and told nobody that the other 200 drafts are still linted.
TEST(ConfigReader, RefusesNumbersAndTruthWhereTextIsMeant) {
  const auto takes_text = [](const std::string& value, const char* what, const std::string& key) {
    return value + ": `" + value + "` is " + what + ", but `" + key +
           "` takes text; if you mean it, put it in quotes\n";
  };
  EXPECT_EQ(complaints("ignore: 5\n"), takes_text("5", "a number", "ignore"));
  EXPECT_EQ(complaints("extends: true\n"), takes_text("true", "a truth value", "extends"));
  EXPECT_EQ(complaints("self: {names: [Bo, -1.5e3], handles: [007]}\n"),
            takes_text("-1.5e3", "a number", "names") + takes_text("007", "a number", "handles"));
  EXPECT_EQ(complaints("overrides: [{files: [a.md, false]}]\n"),
            takes_text("false", "a truth value", "files"));
  EXPECT_EQ(
      complaints("schedules: [{files: a.yml, text: 3}]\nfeeds: {a: {files: b, channel: .5}}\n"),
      takes_text("3", "a number", "text") + takes_text(".5", "a number", "channel"));
  EXPECT_EQ(complaints("rules: {self-focus: {extra-words: [mine, 1e999]}}\n"),
            takes_text("1e999", "a number", "extra-words"));
  EXPECT_NE(complaints("ignore: [[a]]\n"), "");
  EXPECT_NE(complaints("language: [en]\n"), "");
  EXPECT_EQ(complaints("ignore: ['5', \"true\", 2024-*, 1.x, no, nan, 5th/, '-']\n"), "")
      << "quoted, or text to YAML";
}

TEST(ConfigReader, ExplainsBrokenYaml) {
  const auto explains = [](std::string_view text, std::string_view words) {
    const std::string found = complaints(text);
    EXPECT_NE(found.find(words), std::string::npos) << text << "\n" << found;
  };
  explains("self: {handles: [@mill]}\n", "in quotes");
  explains("rules:\n\tsyntax: off\n", "indent it with spaces");
  explains("rules: {syntax: off\n", "add the missing `}`");
  explains("language: \"en\nroot: true\n", "quote");
  explains("root: *nobody\n", "in quotes");
  explains("root: true\n---\nroot: true\n", "one YAML document");
  explains(std::string_view("root: \0true\n", 12), "UTF-8");
  explains("language: \xff\n", "UTF-8");
  explains(std::string((1 << 20) + 1, '\n'), "1 MiB");
  explains("a: &a [*a]\n", "unknown key");
  explains("self: &a {<<: *a}\n", "too large or too deeply nested");
}

// The usual slips: one message each, where the author has to type something else.
TEST(ConfigReader, TellsWhereASlipIsAndWhatToType) {
  const auto says = [](std::string_view text, std::string_view place, std::string_view words) {
    const std::string found = complaints(text);
    EXPECT_TRUE(found.starts_with(std::string(place) + ": ")) << text << found;
    EXPECT_NE(found.find(words), std::string::npos) << text << found;
    EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 1) << text << found;
  };
  says("rules:\n\tsyntax: off\n", "\t", "spaces");
  says("root:true\nrules: {}\n", "root:true", "did you mean `root: true`?");
  says("rules:\n  self-focus:off\n", "self-focus:off", "did you mean `self-focus: off`?");
  says("ignore: [drafts/\nrules:\n  syntax: off\n", "[drafts/", "add the missing `]`");
  says("self:\n  names: Crumb: Co\n", ": ", "put the text in quotes");
  says("ignore: *.draft.md\n", "*", "put the text in quotes");
  says("ignore: [drafts/, *.draft.md]\n", "*", "put the text in quotes");
  says("overrides: [{files: **/a.md}]\n", "*", "put the text in quotes");
  for (const char* text :
       {"ignore:\n  - drafts/*\n  - !keep.md\n", "ignore: !keep.md\n", "ignore: [a, !keep.md]\n",
        "ignore: [!keep.md, a]\n", "ignore:\n  - !keep.md # why\n  - a\n",
        "ignore: &a !keep.md\noverrides: [{files: *a, rules: {syntax: off}}]\n",
        "ignore:\n  - !keep.md them all/\n", "overrides:\n  - files: !keep.md\n"}) {
    says(text, "!keep.md", "put the text in quotes");
  }
  EXPECT_EQ(complaints("ignore: [\"!keep.md\", !!str b, ! c]\n"), "");
  says("ignore:\n  - a/\n  b/\n", "b/", "put `- ` in front");
  says("ignore:\n  a/\n  b/\n", "a/", "put `- ` in front of each line");
  says("ignore:\n  -a/\n  - b/\n", "-a/", "put `- ` in front of each line");
  says("self: {names: [“Crumb & Co”]}\n", "“Crumb & Co”", "straight quotation marks");
  says("overrides:\n  - files: 5\n    rules: {syntax: off}\n", "5", "put it in quotes");
  says("overrides:\n  - files: []\n", "files: []", "needs `files`");
  says("rules:\n  self-focus: no\n", "no", "write `off`");
  says("Rules: {}\n", "Rules", "did you mean `rules`?");
  says("rules: {self-focus: {max-share: 60}}\n", "60", "write 0.6");
  EXPECT_NE(complaints("rules: {self-focus: {share: 0,6}}\n").find("a point, as in `0.6`"),
            std::string::npos);
}

// Anchors that multiply must end in a message, not in all memory used up.
TEST(ConfigReader, AliasBombsEndQuickly) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int j = 0; j < 9; ++j) bomb += ", " + last;
    bomb += "]\n";
  }
  std::string wide = "language: &l \"" + std::string(500'000, 'x') + "\"\nignore: [";
  for (int i = 0; i < 50'000; ++i) wide += "*l, ";
  EXPECT_NE(complaints(bomb).find("too large"), std::string::npos);
  EXPECT_NE(complaints(wide + "]\n").find("too large"), std::string::npos);
}

// Whatever somebody types, the answer is a message with a place inside the file.
TEST(ConfigReader, SurvivesRandomChanges) {
  static constexpr std::array kPieces = {"*us",   "&us", "<<: ",      "- ",    ": ",   "\t", "\"",
                                         "'",     "{",   "}",         "[",     "]",    "\r", "\n",
                                         "|",     ">",   "#",         "!",     "\xff", "@",  "%",
                                         "---\n", "? ",  "!!binary ", "{a,b}", "**/"};
  size_t complaining = 0;
  for (uint32_t seed = 0; seed < 3000; ++seed) {
    std::mt19937 random(seed);
    std::string text(kWhole);
    for (uint32_t i = 1 + random() % 4; i-- > 0;) {
      const size_t at = random() % text.size();
      switch (random() % 4) {
        case 0:
          text.insert(at, kPieces[random() % kPieces.size()]);
          break;
        case 1:
          text.erase(at, 1 + random() % 9);
          break;
        case 2:
          text[at] = static_cast<char>(random() % 256);
          break;
        default:
          text.insert(at, text.substr(random() % text.size(), random() % 40));
      }
    }
    const Reading reading = read(text);
    for (const Error& error : reading.errors) {
      ASSERT_LE(error.place.begin, error.place.end) << "seed " << seed;
      ASSERT_LE(error.place.end, text.size()) << "seed " << seed;
      ASSERT_FALSE(error.message.empty()) << "seed " << seed;
    }
    complaining += reading.errors.empty() ? 0 : 1;
  }
  EXPECT_GT(complaining, 1000U);
}

TEST(Options, DefaultsOfRuleMd) {
  const std::span<const OptionInfo> options = sample_rules()[2].options;
  EXPECT_EQ(std::get<double>(default_value(options[0])), 0.5);
  EXPECT_EQ(std::get<int64_t>(default_value(options[1])), 40);
  EXPECT_EQ(std::get<std::vector<std::string>>(default_value(options[3])),
            (std::vector<std::string>{"me", "my own"}));
  EXPECT_TRUE(std::get<bool>(default_value(options[4])));
}

}  // namespace
}  // namespace soiree
