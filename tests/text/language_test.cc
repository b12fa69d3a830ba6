#include "linter/text/language.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/paths.h"

namespace soiree {
namespace {

Language guess(std::string_view text) {
  Segments segments;
  segment(text, {0, static_cast<uint32_t>(text.size())}, {}, segments);
  return guess_language(text, segments.tokens);
}

// A post that says its language in words or with a region would be checked with the wrong words.
TEST(Language, Tags) {
  EXPECT_EQ(language_from_tag("en"), Language::en);
  EXPECT_EQ(language_from_tag("EN_us"), Language::en);
  EXPECT_EQ(language_from_tag("pt-br"), Language::pt);
  EXPECT_EQ(language_from_tag("zh-Hans"), Language::zh);
  EXPECT_EQ(language_from_tag("Spanish"), Language::es);
  EXPECT_EQ(language_from_tag(" Español (México)"), Language::es);
  EXPECT_EQ(language_from_tag("ru_RU.UTF-8"), Language::ru);
  EXPECT_EQ(language_from_tag("Русский"), Language::ru);
  EXPECT_EQ(language_from_tag("日本語"), Language::ja);
  EXPECT_EQ(language_from_tag("nl"), Language::other);
  EXPECT_EQ(language_from_tag("italiano"), Language::other);
  EXPECT_EQ(language_from_tag(""), Language::unknown);
  EXPECT_EQ(language_from_tag("und"), Language::unknown);
  EXPECT_EQ(language_from_tag("draft post"), Language::unknown);
}

TEST(Language, CodesLeadBackToTheLanguage) {
  for (const Language language : {Language::en, Language::es, Language::pt, Language::fr,
                                  Language::de, Language::ru, Language::zh, Language::ja}) {
    EXPECT_EQ(language_from_tag(language_code(language)), language);
  }
  EXPECT_EQ(language_code(Language::unknown), "");
}

// Rules with English words would fire on, or stay silent about, the wrong posts.
TEST(Language, GuessOfShortTexts) {
  EXPECT_EQ(guess("Had a great time with my friends at the lake today"), Language::en);
  EXPECT_EQ(guess("Class is boring so I might as well take a selfie"), Language::en);
  EXPECT_EQ(guess("Hoy es un buen día para empezar algo nuevo"), Language::es);
  EXPECT_EQ(guess("Hoje não é um bom dia para você"), Language::pt);
  EXPECT_EQ(guess("Aujourd'hui nous avons une très bonne nouvelle pour vous"), Language::fr);
  EXPECT_EQ(guess("Heute ist ein guter Tag und ich bin froh"), Language::de);
  EXPECT_EQ(guess("Сегодня мы рады показать вам новую версию"), Language::ru);
  EXPECT_EQ(guess("今天我们发布了新的版本"), Language::zh);
  EXPECT_EQ(guess("今日は新しいバージョンを公開しました"), Language::ja);
}

TEST(Language, OthersAreNotTakenForOurs) {
  EXPECT_EQ(guess("Oggi siamo molto felici di presentare anche la nuova versione che è qui"),
            Language::other);
  EXPECT_EQ(guess("Vandaag is het een mooie dag en wij zijn niet alleen"), Language::other);
  EXPECT_EQ(guess("Сьогодні ми раді показати вам нову версію і це добре"), Language::other);
  EXPECT_EQ(guess("오늘 우리는 새로운 버전을 공개했습니다"), Language::other);
  EXPECT_EQ(guess("اليوم نحن سعداء"), Language::other);
}

// Names and tags alone say nothing; a guess would be a lie.
TEST(Language, ThinEvidenceIsUnknown) {
  EXPECT_EQ(guess(""), Language::unknown);
  EXPECT_EQ(guess("#sun @ann 🎉 https://example.com"), Language::unknown);
  EXPECT_EQ(guess("Berlyn Halter Top"), Language::unknown);
}

/// Share of Markdown files below `folder` whose guess is `expected`.
double share(const std::filesystem::path& folder, Language expected) {
  double files = 0;
  double right = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".md") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(file), {});
    const size_t fence = text.starts_with("---") ? text.find("\n---", 3) : std::string::npos;
    if (fence != std::string::npos) text.erase(0, fence + 4);
    ++files;
    if (guess(text) == expected) ++right;
  }
  return files > 0 ? right / files : 0;
}

// Thresholds are a little below what is measured: the folders hold a few English posts each.
TEST(LanguageCorpus, MostPostsAreRecognised) {
  const auto corpus = corpus_dir();
  if (!corpus) GTEST_SKIP() << "the corpus of real posts is not here";
  const auto blogs = *corpus / "blogs";
  const auto ruby = blogs / "ruby+www.ruby-lang.org";
  EXPECT_GE(share(ruby / "en", Language::en), 0.99);
  EXPECT_GE(share(ruby / "es", Language::es), 0.97);
  EXPECT_GE(share(ruby / "fr", Language::fr), 0.97);
  EXPECT_GE(share(ruby / "ja", Language::ja), 0.97);
  EXPECT_GE(share(ruby / "zh_cn", Language::zh), 0.97);
  EXPECT_GE(share(ruby / "it", Language::other), 0.97);
  EXPECT_GE(share(ruby / "vi", Language::other), 0.97);
  EXPECT_GE(share(blogs / "tableless+tableless", Language::pt), 0.93);
  EXPECT_GE(share(blogs / "web-standards-ru+web-standards.ru", Language::ru), 0.98);
  EXPECT_GE(share(blogs / "csswizardry+csswizardry.github.com", Language::en), 0.99);
}

}  // namespace
}  // namespace soiree
