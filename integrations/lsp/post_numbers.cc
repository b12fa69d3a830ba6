#include "integrations/lsp/post_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "linter/post/read_posts.h"
#include "linter/text/pronouns.h"

namespace soiree {
namespace {

/// Quoted words count as words and not for whom the author speaks of.
struct PostNumbers {
  size_t words = 0;
  size_t self = 0;
  size_t reader = 0;
  size_t others = 0;
  size_t quoted = 0;
  size_t questions = 0;
  size_t mentions = 0;
};

void count_person(Person person, PostNumbers& numbers) {
  switch (person) {
    case Person::self_singular:
    case Person::self_plural:
      ++numbers.self;
      break;
    case Person::reader:
      ++numbers.reader;
      break;
    case Person::other_person:
      ++numbers.others;
      break;
    case Person::none:
      break;
  }
}

PostNumbers numbers_of(const Post& post) {
  PostNumbers numbers;
  auto quotation = post.quotations.begin();
  for (uint32_t i = 0; i < post.tokens().size(); ++i) {
    while (quotation != post.quotations.end() && quotation->last_token <= i) ++quotation;
    const bool quoted = quotation != post.quotations.end() && quotation->first_token <= i;
    const Token& token = post.tokens()[i];
    if (token.kind == TokenKind::mention) ++numbers.mentions;
    if (!is_word(token)) continue;
    ++numbers.words;
    if (quoted) {
      ++numbers.quoted;
    } else {
      count_person(person_at(post.text(), post.tokens(), i, post.language), numbers);
    }
  }
  const auto& sentences = post.segments.sentences;
  numbers.questions =
      static_cast<size_t>(std::count_if(sentences.begin(), sentences.end(), [](const auto& each) {
        return each.end == SentenceEnd::question;
      }));
  return numbers;
}

std::string counted(size_t count, const char* word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::string text_of(const PostNumbers& numbers) {
  const double share = numbers.words == 0 ? 0
                                          : 100.0 * static_cast<double>(numbers.quoted) /
                                                static_cast<double>(numbers.words);
  return fmt::format("{}, {:.0f}% of them quoted\n\nI or we: {} · you: {} · others: {}\n\n{}, {}",
                     counted(numbers.words, "word"), std::round(share), numbers.self,
                     numbers.reader, numbers.others, counted(numbers.questions, "question"),
                     counted(numbers.mentions, "mention"));
}

}  // namespace

Json numbers_hover(const OpenDocument& open, uint32_t at, const ClientAbilities& abilities) {
  const FileJob& job = open.made.job;
  if (open.kind != DocumentKind::posts || open.document.text.size() > job.read.largest) {
    return nullptr;
  }
  const SourceFile file(open.path, open.document.text);
  const auto read = read_posts(file, job.read);
  for (const Post& post : read.posts) {
    if (at < post.place.begin || at > post.place.end) continue;
    return {{"contents",
             {{"kind", abilities.markdown_hover ? "markdown" : "plaintext"},
              {"value", text_of(numbers_of(post))}}}};
  }
  return nullptr;
}

}  // namespace soiree
