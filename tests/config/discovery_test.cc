#include "linter/config/discovery.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "linter/config/disk_files.h"
#include "tests/support/memory_files.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

using Paths = std::vector<std::string>;

Discovery found(const FileAccess& files, const Paths& arguments, IgnoreSource* ignore = nullptr) {
  return discover(arguments, files, ignore);
}

/// The same `ignore` globs for everything below one directory.
class FixedIgnore : public IgnoreSource {
 public:
  FixedIgnore(std::string directory, const Paths& patterns) {
    globs_.directory = std::move(directory);
    for (const std::string& pattern : patterns) globs_.patterns.add(pattern, 1);
  }
  const IgnoreGlobs* ignore_globs(const std::string&) override { return &globs_; }

 private:
  IgnoreGlobs globs_;
};

// A file type that is left out is never linted, and nobody is told.
TEST(Discovery, TakesEveryPostFileAndNothingElse) {
  MemoryFiles files;
  for (const char* name : {"a.md",
                           "b.markdown",
                           "c.mdx",
                           "d.mdown",
                           "e.mkd",
                           "f.tweet",
                           "g.yaml",
                           "h.yml",
                           "i.json",
                           "J.MD",
                           "README.md",
                           "CHANGELOG.md",
                           "logo.png",
                           "md",
                           "x.md.bak",
                           ".hidden.md",
                           ".soiree.yaml",
                           ".github/x.md",
                           "node_modules/p/readme.md",
                           "sub/.soiree.yaml"}) {
    files.add(name, "");
  }
  EXPECT_EQ(found(files, {"."}).files,
            (Paths{"CHANGELOG.md", "J.MD", "README.md", "a.md", "b.markdown", "c.mdx", "d.mdown",
                   "e.mkd", "f.tweet", "g.yaml", "h.yml", "i.json"}));
}

// Output order must not depend on the file system: '-' and '.' sort before '/'.
TEST(Discovery, SortsBytewiseAcrossDirectories) {
  MemoryFiles files;
  for (const char* name : {"a/x.md", "a-b.md", "a.md", "a/b/y.md", "a/b.md", "ab/c.md", "B.md"}) {
    files.add(name, "");
  }
  EXPECT_EQ(found(files, {"."}).files,
            (Paths{"B.md", "a-b.md", "a.md", "a/b.md", "a/b/y.md", "a/x.md", "ab/c.md"}));
  EXPECT_EQ(found(files, {"ab", "a"}).files, (Paths{"a/b.md", "a/b/y.md", "a/x.md", "ab/c.md"}));
}

// One file given in several ways must not be reported twice, nor be its own near-duplicate.
TEST(Discovery, NamesPathsAsGivenAndOnce) {
  MemoryFiles files;
  files.add("posts/a.md", "").add("posts/b.md", "");
  EXPECT_EQ(found(files, {"./posts//", "posts/a.md", "/site/posts"}).files,
            (Paths{"posts/a.md", "posts/b.md"}));
  EXPECT_EQ(found(files, {"/site/posts/a.md", "."}).files,
            (Paths{"/site/posts/a.md", "posts/b.md"}));
  EXPECT_EQ(found(files, {"posts/../posts/b.md"}).files, (Paths{"posts/../posts/b.md"}));
}

TEST(Discovery, GoesOnAfterABadPath) {
  MemoryFiles files;
  files.add("ok/a.md", "").add("secret/b.md", "").forbid("secret");
  const Discovery result = found(files, {"gone.md", "ok", "secret", ""});
  EXPECT_EQ(result.files, Paths{"ok/a.md"});
  ASSERT_EQ(result.errors.size(), 3U);
  EXPECT_EQ(result.errors[0].file, "gone.md");
  EXPECT_NE(result.errors[0].message.find("check the spelling"), std::string::npos);
  EXPECT_EQ(result.errors[2].file, "secret");
}

TEST(Discovery, SaysWhyAnArgumentIsSkipped) {
  MemoryFiles files;
  files.add("logo.png", "").add("drafts/a.md", "").add(".soiree.yaml", "");
  FixedIgnore ignore("/site", {"drafts/"});
  const Discovery result =
      found(files, {"logo.png", "drafts/a.md", "drafts", ".soiree.yaml"}, &ignore);
  EXPECT_EQ(result.files, Paths{});
  ASSERT_EQ(result.skipped.size(), 4U);
  EXPECT_EQ(result.skipped[1].path, "drafts/a.md");
  EXPECT_NE(result.skipped[1].reason.find("`ignore`"), std::string::npos);
  EXPECT_EQ(result.skipped[3].path, "drafts");
}

// pre-commit passes every changed file by name; `ignore` must hold there too, .gitignore need not.
TEST(Discovery, NamedFilesBeatGitButNotIgnore) {
  MemoryFiles files;
  files.add(".git/HEAD", "").add(".gitignore", "/out/\n*.draft.md\n").add("out/a.md", "");
  files.add("x.draft.md", "").add("vendor/v.md", "").add("b.md", "").add(".h/c.md", "");
  FixedIgnore ignore("/site", {"vendor"});
  EXPECT_EQ(found(files, {"."}, &ignore).files, Paths{"b.md"});
  EXPECT_EQ(found(files, {"x.draft.md", "out", "vendor/v.md", "b.md", ".h"}, &ignore).files,
            (Paths{".h/c.md", "b.md", "out/a.md", "x.draft.md"}));
}

// Started in a subdirectory, the rules of the directories above still count.
TEST(Discovery, ReadsGitignoreFromTheRepositoryRootDown) {
  MemoryFiles files("/r/site");
  files.add("/r/.git/HEAD", "").add("/r/.gitignore", "*.tmp.md\n/site/gen\n");
  files.add("/r/.git/info/exclude", "private.md\n").add("/.gitignore", "*.md\n");
  files.add("a.tmp.md", "").add("gen/b.md", "").add("c.md", "").add("d/private.md", "");
  files.add("d/.gitignore", "!a.tmp.md\n").add("d/a.tmp.md", "");
  EXPECT_EQ(found(files, {"."}).files, (Paths{"c.md", "d/a.tmp.md"}));
}

// Git reads no .gitignore through a link, so what is committed must not go unread; and where one
// starts makes no difference.
TEST(Discovery, ALinkedGitignoreCountsNowhere) {
  const TemporaryDirectory directory;
  directory.write(".git/HEAD", "ref: refs/heads/main\n");
  directory.write("rules.txt", "a.md\n");
  directory.write("sub/a.md", "post\n");
  std::filesystem::create_symlink("rules.txt", directory.path(".gitignore"));
  const DiskFiles disk;
  const Paths all{directory.path("sub/a.md")};
  EXPECT_EQ(found(disk, {directory.path()}).files, all);
  EXPECT_EQ(found(disk, {directory.path("sub")}).files, all);
  std::filesystem::remove(directory.path(".gitignore"));
  std::filesystem::rename(directory.path("rules.txt"), directory.path(".gitignore"));
  EXPECT_EQ(found(disk, {directory.path("sub")}).files, Paths{});
}

// A theme kept as a submodule has its own rules; those of the outer repository end at its door.
TEST(Discovery, InnerRepositoryAndPlainDirectory) {
  MemoryFiles files;
  files.add(".git/HEAD", "").add(".gitignore", "x.md\n").add("x.md", "").add("z/x.md", "");
  files.add("inner/.git", "gitdir: ../.git/modules/inner\n").add("inner/x.md", "");
  files.add(".git/modules/inner/info/exclude", "y.md\n").add("inner/y.md", "");
  EXPECT_EQ(found(files, {"."}).files, Paths{"inner/x.md"});

  MemoryFiles plain;
  plain.add(".gitignore", "x.md\n").add("x.md", "");
  EXPECT_EQ(found(plain, {"."}).files, Paths{"x.md"}) << "no repository: git ignores nothing";
}

// The author believes the post behind the link to be linted; silence would leave that belief.
TEST(Discovery, TellsOfLinksThatLeadNowhere) {
  const TemporaryDirectory directory;
  directory.write("a/post.md", "post\n");
  std::filesystem::create_symlink("gone.md", directory.path("a/dangling.md"));
  std::filesystem::create_symlink("loop.md", directory.path("a/loop.md"));
  std::filesystem::create_symlink("gone.png", directory.path("a/picture.png"));
  std::filesystem::create_symlink("post.md", directory.path("a/second.md"));
  const DiskFiles disk;
  const Discovery result = found(disk, {directory.path("a")});
  ASSERT_EQ(result.skipped.size(), 2U);
  EXPECT_EQ(result.skipped[0].path, directory.path("a/dangling.md"));
  EXPECT_EQ(result.skipped[1].path, directory.path("a/loop.md"));
  EXPECT_EQ(result.files, Paths{directory.path("a/post.md")});
}

// A link to the directory above would make the run endless, one to "/" would lint the whole disk.
TEST(Discovery, DoesNotFollowLinksOnTheWayButNamesThem) {
  const TemporaryDirectory directory;
  directory.write("a/x.md", "");
  std::filesystem::create_directory_symlink("..", directory.path("a/loop"));
  std::filesystem::create_symlink("self", directory.path("self"));
  std::filesystem::create_directory_symlink("a", directory.path("door"));
  const DiskFiles disk;
  const Discovery result = found(disk, {directory.path()});
  EXPECT_EQ(result.files, Paths{directory.path("a/x.md")});
  EXPECT_EQ(result.links,
            (Paths{directory.path("a/loop"), directory.path("door"), directory.path("self")}));
  EXPECT_EQ(found(disk, {directory.path("door")}).files, Paths{directory.path("door/x.md")});
  EXPECT_EQ(found(disk, {directory.path("door"), directory.path("a")}).files.size(), 1U);
  const Discovery loop = found(disk, {directory.path("self")});
  ASSERT_EQ(loop.errors.size(), 1U);
  EXPECT_NE(loop.errors[0].message.find("leads back to itself"), std::string::npos);
}

TEST(DiskFiles, ErrorsSayWhatIsWrong) {
  const TemporaryDirectory directory;
  directory.write("a.md", std::string("x\0y", 3));
  const DiskFiles disk;
  EXPECT_EQ(*disk.read_file(directory.path("a.md")), std::string("x\0y", 3));
  EXPECT_TRUE(disk.read_up_to(3, directory.path("a.md")).ok());
  EXPECT_EQ(disk.read_up_to(2, directory.path("a.md")).error().size, 3U);
  ASSERT_EQ(mkfifo(directory.path("pipe.md").c_str(), 0600), 0);
  ASSERT_EQ(truncate(directory.path("a.md").c_str(), static_cast<off_t>(kFileSizeLimit)), 0);
  const auto message = [&](const std::string& path) {
    const Result<std::string> read = disk.read_file(path);
    return read ? "read" : read.error().message;
  };
  EXPECT_NE(message(directory.path("a.md")).find("2 GiB"), std::string::npos);
  EXPECT_NE(message(directory.path("b.md")).find("no such file"), std::string::npos);
  EXPECT_NE(message(directory.path("a.md/b.md")).find("is a file"), std::string::npos);
  EXPECT_NE(message(directory.path()).find("directory"), std::string::npos);
  EXPECT_NE(message(directory.path("pipe.md")).find("save its content in one"), std::string::npos);
  EXPECT_FALSE(disk.list_directory(directory.path("b")));
  if (geteuid() != 0) {
    directory.write("secret.md", "");
    std::filesystem::permissions(directory.path("secret.md"), std::filesystem::perms::none);
    EXPECT_NE(message(directory.path("secret.md")).find("permission"), std::string::npos);
  }
}

// Thousands of nested directories come from broken archives; recursion would end in a crash.
TEST(Discovery, VeryDeepTreesEndInAnError) {
  const TemporaryDirectory directory;
  const std::string start = std::filesystem::current_path();
  std::filesystem::current_path(directory.path());
  const std::string name(200, 'd');
  for (int i = 0; i < 40; ++i) {
    std::filesystem::create_directory(name);
    std::filesystem::current_path(name);
  }
  std::filesystem::current_path(start);
  directory.write("a.md", "");
  const Discovery result = found(DiskFiles(), {directory.path()});
  EXPECT_EQ(result.files, Paths{directory.path("a.md")});
  ASSERT_EQ(result.errors.size(), 1U);
  EXPECT_NE(result.errors[0].message.find("too long"), std::string::npos);
}

}  // namespace
}  // namespace soiree
