#include "linter/post/sayings.h"

#include <algorithm>

#include "linter/post/attribution.h"
#include "linter/post/said.h"
#include "linter/post/text_places.h"
#include "linter/text/word_table.h"

namespace soiree {
namespace {

constexpr uint32_t kShortestSaying = 5;       // words before "- Name"
constexpr uint32_t kShortestOfWellKnown = 3;  // the same, of somebody everybody knows

enum Use : uint32_t {
  kWellKnown = 1,  ///< known by one name, and quoted all the time
  kNote = 2,       ///< written to somebody, or about now: no saying
  kRole = 4        ///< signs for a team, or is no name
};

constexpr auto kUses = [] {
  WordTable<1024> table;
  table.add(
      "gandhi rumi buddha confucius plato aristotle socrates seneca epictetus aurelius laozi hafiz "
      "einstein nietzsche shakespeare voltaire churchill lincoln lennon oprah goethe kant sartre "
      "camus hemingway thoreau emerson twain wilde tolstoy dostoevsky dostoyevsky picasso "
      "descartes "
      "aesop cicero homer ovid virgil dante rousseau spinoza hegel schopenhauer kierkegaard freud "
      "jung darwin newton galileo edison tesla disney chanel mandela franklin jefferson roosevelt "
      "napoleon machiavelli montaigne pascal hugo proust kafka orwell tolkien rilke neruda borges "
      "gibran tagore osho angelou dickens austen whitman frost dickinson poe yeats blake keats "
      "byron milton anonymous unknown proverbs psalms psalm isaiah ecclesiastes proverb",
      kWellKnown);
  table.add(
      "thank thanks thx ty thankful please pls hi hello hey dear sorry welcome congrats "
      "congratulations regards cheers we we're we've we'll our ours us you'll order orders booking "
      "cards card ticket tickets new today tonight tomorrow yesterday now monday tuesday wednesday "
      "thursday friday saturday sunday week weekend open closed hours sale shop store app team "
      "update updated release released version book hall meeting join visit call email back "
      "birthday",
      kNote);
  table.add(
      "team support admin staff crew management free download thanks sorry news today update info "
      "me us dad mum mom xo xoxo",
      kRole);
  return table;
}();

uint32_t uses_of(const Token& token) { return kUses.find(token.hash); }

bool has_use(std::span<const Token> tokens, uint32_t use) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [use](const Token& token) { return (uses_of(token) & use) != 0; });
}

/// "Thank you for all the cards. - Anna", "Back at 5. - Tom".
bool is_note(std::span<const Token> tokens) {
  return has_use(tokens, kNote) || std::any_of(tokens.begin(), tokens.end(), [](const Token& t) {
           return t.kind == TokenKind::number || t.kind == TokenKind::url ||
                  t.kind == TokenKind::mention;
         });
}

}  // namespace

void find_saying(const Post& post, std::vector<Quotation>& found) {
  // Behind the name only hashtags, links and signs may follow.
  const auto tokens = post.tokens();
  size_t end = tokens.size();
  while (end > 0 && !is_word(tokens[end - 1]) && tokens[end - 1].kind != TokenKind::mention) --end;
  if (end == 0 || post.document.blocks.empty()) return;
  const bool well_known = (uses_of(tokens[end - 1]) & kWellKnown) != 0;
  const uint32_t name_end = tokens[end - 1].span.end;
  TextSpan name = signature_before(post, name_end, Before::sentence_end);
  if (name.empty() && well_known) name = signature_before(post, name_end, Before::anything);
  if (name.empty()) return;
  const TextSpan text{post.document.blocks.front().text.begin, name.begin};
  const auto inside = tokens_in(post, text);
  const auto words = static_cast<uint32_t>(std::count_if(inside.begin(), inside.end(), is_word));
  if (words < (well_known ? kShortestOfWellKnown : kShortestSaying)) return;
  const auto signature = tokens_in(post, name);
  const bool own_name = signature.size() == 1 && signature[0].kind == TokenKind::word;
  if (has_use(signature, kRole) || (own_name && !well_known && is_note(inside))) return;
  found.push_back(said_by(text, name));
}

}  // namespace soiree
