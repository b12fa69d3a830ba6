// The action's steps as GitHub runs them: the shell lines and variables of action.yml, on the
// shallow merge that actions/checkout makes of a pull request.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/support/corpus_files.h"
#include "tests/support/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

using Values = std::map<std::string, std::string>;

std::string shell_word(const std::string& text) {
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + "'";
}

class GithubAction : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = (source_dir() / "integrations" / "github-action").string();
    action_ = YAML::LoadFile(folder_ + "/action.yml");
    for (const auto& input : action_["inputs"]) {
      values_["inputs." + input.first.as<std::string>()] =
          input.second["default"].as<std::string>();
    }
    directory_.write("upstream/posts/old.md", "Is this the the one?\n");
    shell(
        "cd upstream && git init -q -b main . && git config user.email a@b.example && "
        "git config user.name A && git config uploadpack.allowAnySHA1InWant true && "
        "git add . && git commit -qm base && git checkout -q -b topic");
    directory_.write("upstream/posts/new.md", "Is this of of new?\n");
    shell("cd upstream && git add . && git commit -qm topic && git checkout -q main");
    directory_.write("upstream/posts/later.md", "Is this for for later?\n");
    shell(
        "cd upstream && git add . && git commit -qm later && "
        "git checkout -q --detach && git merge -q --no-edit topic && "
        "git update-ref refs/pull/1/merge HEAD && git checkout -q main");
    shell(
        "mkdir work && cd work && git init -q . && "
        "git remote add origin \"file://$(cd ../upstream && pwd)\" && "
        "git fetch -q --depth=1 origin +refs/pull/1/merge:refs/remotes/pull/1/merge && "
        "git checkout -q --detach refs/remotes/pull/1/merge");
    const ProgramResult head = run_shell("git rev-parse HEAD", directory_.path("work"));
    shell("mkdir bin && ln -s " + shell_word(SOIREE_BINARY) + " bin/soiree");
    github_ = {{"GITHUB_ACTIONS", "true"},
               {"GITHUB_ACTION_PATH", folder_},
               {"GITHUB_WORKSPACE", directory_.path("work")},
               {"GITHUB_STEP_SUMMARY", directory_.path("summary.md")},
               {"GITHUB_PATH", directory_.path("path")},
               {"GITHUB_EVENT_NAME", "pull_request"},
               {"GITHUB_BASE_REF", "main"},
               {"GITHUB_HEAD_REF", "topic"},
               {"GITHUB_REF", "refs/pull/1/merge"},
               {"GITHUB_SHA", head.output.substr(0, 40)},
               {"GITHUB_REPOSITORY", "someone/site"},
               {"GITHUB_SERVER_URL", "https://github.example"}};
    values_["github.action_repository"] = "someone/soiree";
    values_["github.action_ref"] = "v1";
    values_["github.event.merge_group.base_sha"] = "";
  }

  void shell(const std::string& command) {
    const ProgramResult result = run_shell(command, directory_.path());
    ASSERT_EQ(result.status, 0) << command << "\n" << result.errors;
  }

  std::string expanded(std::string text) const {
    for (size_t at = 0; (at = text.find("${{ ", at)) != std::string::npos;) {
      const size_t end = text.find(" }}", at);
      text.replace(at, end + 3 - at, values_.at(text.substr(at + 4, end - at - 4)));
    }
    return text;
  }

  /// Runs the steps until one fails.
  ProgramResult run_steps() {
    ProgramResult result;
    std::string output;
    std::string errors;
    for (const auto& step : action_["runs"]["steps"]) {
      EXPECT_FALSE(step["uses"]) << "no action of somebody else";
      EXPECT_EQ(step["shell"].as<std::string>(), "bash");
      std::string line = "PATH=" + added_paths() + shell_word(directory_.path("bin")) + ":$PATH";
      for (const auto& [name, value] : github_) line += " " + name + "=" + shell_word(value);
      for (const auto& variable : step["env"]) {
        line += " " + variable.first.as<std::string>() + "=" +
                shell_word(expanded(variable.second.as<std::string>()));
      }
      const std::string where =
          step["working-directory"] ? expanded(step["working-directory"].as<std::string>()) : ".";
      line +=
          " bash --noprofile --norc -e -o pipefail -c " + shell_word(step["run"].as<std::string>());
      result = run_shell(line, directory_.path("work/" + where));
      output += result.output;
      errors += result.errors;
      if (result.status != 0) break;
    }
    result.output = output;
    result.errors = errors;
    return result;
  }

  /// What earlier steps have written for those after them, as the beginning of a PATH.
  std::string added_paths() const {
    std::string paths = read_bytes(directory_.path("path"));
    std::replace(paths.begin(), paths.end(), '\n', ':');
    return paths;
  }

  std::string summary() const { return read_bytes(directory_.path("summary.md")); }

  std::string folder_;
  YAML::Node action_;
  Values values_;
  Values github_;
  TemporaryDirectory directory_;
};

TEST_F(GithubAction, ReportsWhatThePullRequestBrings) {
  const ProgramResult result = run_steps();
  EXPECT_EQ(result.status, 1) << result.output << result.errors;
  EXPECT_EQ(result.errors, "");
  EXPECT_NE(result.output.find("::warning title=soiree%3A repeated-word,file=posts/new.md,line=1,"),
            std::string::npos)
      << result.output;
  EXPECT_EQ(result.output.find("old.md"), std::string::npos);
  EXPECT_EQ(result.output.find("later.md"), std::string::npos) << "others' commits are not ours";
  EXPECT_NE(summary().find("https://github.example/someone/soiree/blob/v1/rules/repeated-word"),
            std::string::npos)
      << summary();
  EXPECT_NE(summary().find("https://github.example/someone/site/blob/" + github_["GITHUB_SHA"] +
                           "/posts/new.md?plain=1#L1"),
            std::string::npos)
      << summary();
}

// Who merges the base into a branch and checks that branch out has a merge, too: another one.
TEST_F(GithubAction, ABranchThatEndsInAMergeIsComparedWithItsFork) {
  shell("cd upstream && git checkout -q topic && git merge -q --no-edit main");
  shell("cd work && git fetch -q --depth=1 origin topic && git checkout -q FETCH_HEAD");
  const ProgramResult result = run_steps();
  EXPECT_EQ(result.status, 1) << result.output << result.errors;
  EXPECT_NE(result.output.find("file=posts/new.md"), std::string::npos) << result.output;
  EXPECT_EQ(result.output.find("later.md"), std::string::npos) << result.output;
}

TEST_F(GithubAction, WithoutACheckoutItSaysWhatIsMissing) {
  shell("rm -r work/.git");
  github_["GIT_CEILING_DIRECTORIES"] = directory_.path();
  const ProgramResult result = run_steps();
  EXPECT_EQ(result.status, 2) << result.output << result.errors;
  EXPECT_NE(result.errors.find("run actions/checkout before this action"), std::string::npos)
      << result.errors;
}

// `path` of actions/checkout: what GitHub compares with the pull request begins in the repository.
TEST_F(GithubAction, ACheckoutBelowTheWorkspaceHasPathsOfTheRepository) {
  shell("mkdir workspace && mv work workspace/site && mkdir work");
  github_["GITHUB_WORKSPACE"] = directory_.path("workspace");
  values_["inputs.working-directory"] = "../workspace/site/posts";
  const ProgramResult result = run_steps();
  EXPECT_NE(result.output.find(",file=posts/new.md,"), std::string::npos) << result.output;
}

// Ten of a kind are shown; the others decide all the same.
TEST_F(GithubAction, WhatIsNotShownFailsTheJobAllTheSame) {
  std::string post;
  for (int i = 0; i < 12; ++i) post += "Is this the the one?\n\n";
  directory_.write("work/posts/new.md", post);
  values_["inputs.paths"] = "posts/new.md";
  values_["inputs.fail-on"] = "error";
  EXPECT_EQ(run_steps().status, 0);
  directory_.write("work/.soiree.yaml", "rules: {repeated-word: note, self-focus: off}\n");
  EXPECT_EQ(run_steps().status, 0);
  values_["inputs.fail-on"] = "note";
  const ProgramResult result = run_steps();
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.output.find("2 more than GitHub shows"), std::string::npos) << result.output;
}

// Summaries of several commands in one step share its limit, above which GitHub takes none.
TEST_F(GithubAction, TheSummaryLeavesWhatIsThereItsRoom) {
  const std::string before(size_t{1} << 20U, '-');
  directory_.write("summary.md", before);
  EXPECT_EQ(run_steps().status, 1);
  EXPECT_EQ(summary(), before);
}

TEST_F(GithubAction, AHeadThatIsNoMergeIsComparedWithItsFork) {
  shell("cd work && git fetch -q --depth=1 origin topic && git checkout -q FETCH_HEAD");
  const ProgramResult result = run_steps();
  EXPECT_EQ(result.status, 1) << result.output << result.errors;
  EXPECT_NE(result.output.find("file=posts/new.md"), std::string::npos) << result.output;
  EXPECT_EQ(result.output.find("old.md"), std::string::npos);
}

TEST_F(GithubAction, InputsReachTheProgramAsTheyAre) {
  values_["inputs.fail-on"] = "never";
  values_["inputs.diff"] = "none";
  values_["inputs.sarif"] = "out put.sarif";
  values_["inputs.working-directory"] = "posts";
  values_["inputs.paths"] = "old.md\n$(touch injected)`touch injected`;.md\n";
  directory_.write("work/posts/$(touch injected)`touch injected`;.md", "Is this for for real?\n");
  const ProgramResult result = run_steps();
  EXPECT_EQ(result.status, 0) << result.output << result.errors;
  EXPECT_NE(result.output.find(",file=posts/old.md,"), std::string::npos) << result.output;
  EXPECT_NE(result.output.find(",file=posts/$(touch injected)`touch"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(directory_.path("work/posts/injected")));
  const nlohmann::json sarif =
      nlohmann::json::parse(read_bytes(directory_.path("work/posts/out put.sarif")));
  ASSERT_EQ(sarif["runs"][0]["results"].size(), 2U);
  for (const nlohmann::json& found : sarif["runs"][0]["results"]) {
    const std::string uri = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    EXPECT_TRUE(uri.starts_with("posts/")) << uri << " must start at the repository";
  }
}

TEST_F(GithubAction, AConfigurationAndARevisionOfOnesOwn) {
  directory_.write("work/other config.yaml", "rules: {repeated-word: error, self-focus: off}\n");
  values_["inputs.config"] = "other config.yaml";
  values_["inputs.diff"] = "HEAD";
  directory_.write("work/posts/old.md", "Is this the the one?\n\nAnd of of course.\n");
  ProgramResult result = run_steps();
  EXPECT_EQ(result.status, 1) << result.output << result.errors;
  EXPECT_NE(result.output.find("::error title=soiree%3A repeated-word,file=posts/old.md,line=3,"),
            std::string::npos)
      << result.output;
  EXPECT_EQ(result.output.find("line=1,"), std::string::npos) << result.output;
  values_["inputs.diff"] = "v0.9";
  result = run_steps();
  EXPECT_EQ(result.status, 2) << result.output;
  EXPECT_NE(result.output.find("::error title=soiree::--diff: git knows no revision `v0.9` here"),
            std::string::npos)
      << result.output;
  EXPECT_NE(result.errors.find("`fetch-depth: 0` for actions/checkout"), std::string::npos)
      << result.errors;
}

// What a pull request may bring must not be refused by the queue for what was there before.
TEST_F(GithubAction, AMergeQueueLooksAtWhatIsMergedAlone) {
  const ProgramResult base = run_shell("git rev-parse main", directory_.path("upstream"));
  values_["github.event.merge_group.base_sha"] = base.output.substr(0, 40);
  github_.erase("GITHUB_BASE_REF");
  github_["GITHUB_EVENT_NAME"] = "merge_group";
  github_["GITHUB_REF"] = "refs/heads/gh-readonly-queue/main/pr-1-0123";
  const ProgramResult result = run_steps();
  EXPECT_EQ(result.status, 1) << result.output << result.errors;
  EXPECT_NE(result.output.find("file=posts/new.md"), std::string::npos) << result.output;
  EXPECT_EQ(result.output.find("old.md"), std::string::npos) << result.output;
  EXPECT_EQ(result.output.find("later.md"), std::string::npos) << result.output;
}

TEST_F(GithubAction, APushIsCheckedWhole) {
  github_.erase("GITHUB_BASE_REF");
  const ProgramResult result = run_steps();
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.output.find("old.md"), std::string::npos) << result.output;
  EXPECT_NE(result.output.find("later.md"), std::string::npos) << result.output;
}

TEST_F(GithubAction, BuildsItsOwnSourceWithoutAVersion) {
  shell("rm bin/soiree && mkdir -p action/integrations && cp -r " + shell_word(folder_) +
        " action/integrations");
  directory_.write("action/dev",
                   "#!/bin/sh\n[ \"$*\" = 'run --version' ] || exit 9\n"
                   "mkdir -p \"${0%/*}/build/release\" && ln -s " +
                       shell_word(SOIREE_BINARY) + " \"${0%/*}/build/release/soiree\"\n");
  shell("chmod +x action/dev");
  github_["GITHUB_ACTION_PATH"] = directory_.path("action/integrations/github-action");
  const ProgramResult result = run_steps();
  EXPECT_EQ(result.status, 1) << result.output << result.errors;
  EXPECT_NE(result.output.find("file=posts/new.md"), std::string::npos) << result.output;
}

// The workflow that people paste: its steps are the checkout and ours, with inputs that exist.
TEST_F(GithubAction, TheWorkflowOfItsPageRuns) {
  const std::string page = read_bytes(folder_ + "/README.md");
  const size_t begin = page.find("```yaml\n") + 8;
  const YAML::Node workflow = YAML::Load(page.substr(begin, page.find("```", begin) - begin));
  EXPECT_EQ(workflow["on"][0].as<std::string>(), github_["GITHUB_EVENT_NAME"]);
  EXPECT_EQ(YAML::Dump(workflow["permissions"]), "contents: read");
  const YAML::Node steps = workflow["jobs"]["posts"]["steps"];
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_TRUE(steps[0]["uses"].as<std::string>().starts_with("actions/checkout@"));
  EXPECT_EQ(steps[1]["uses"].as<std::string>(), "OWNER/soiree/integrations/github-action@REF");
  for (const auto& input : steps[1]["with"]) {
    values_.at("inputs." + input.first.as<std::string>()) = input.second.as<std::string>();
  }
  EXPECT_EQ(run_steps().status, 1);
  const size_t table = page.find("| input |");
  for (const auto& input : action_["inputs"]) {
    EXPECT_NE(page.find("| `" + input.first.as<std::string>() + "` |", table), std::string::npos);
  }
}

TEST_F(GithubAction, InstallsTheVersionThatIsNotThere) {
  values_["inputs.version"] = "99.1.0";
  github_["RUNNER_TEMP"] = directory_.path("temp");
  directory_.write("bin/python3",
                   "#!/bin/sh\nmkdir -p \"$3/bin\"\n"
                   "printf '#!/bin/sh\\necho \"$@\" >\"$RUNNER_TEMP/pip\"\\n' >\"$3/bin/python\"\n"
                   "chmod +x \"$3/bin/python\"\n");
  shell("chmod +x bin/python3 && mkdir temp");
  const ProgramResult result = run_steps();
  EXPECT_EQ(result.errors, "");
  EXPECT_EQ(read_bytes(directory_.path("temp/pip")),
            "-m pip install --quiet --disable-pip-version-check soiree-lint==99.1.0\n");
  EXPECT_EQ(read_bytes(directory_.path("path")), directory_.path("temp/soiree/bin") + "\n");
}

}  // namespace
}  // namespace soiree
