#include "rules/empty-hype/slogan.h"

#include <cstdint>
#include <string_view>

#include "linter/text/word_table.h"

namespace soiree {
namespace {

constexpr uint32_t kMostWords = 30;

enum Use : uint32_t {
  kReader = 1,   ///< speaks to everybody
  kOrder = 2,    ///< tells what to do, where a sentence starts with it
  kState = 4,    ///< joins the two halves of a maxim: "doubt kills dreams"
  kConcrete = 8  ///< about somebody, or a time: something happened
};

constexpr auto kUses = [] {
  WordTable<512> table;
  table.add("you you're youre you'll your yours yourself u ur", kReader);
  table.add(
      "be become believe build chase choose conquer create do don't dont dream embrace fight find "
      "focus follow forget get give go grind hustle inspire invest keep lead learn let live look "
      "love make manifest master never own prove push quit remember rise rule set shine show stand "
      "start stay stop strive surround take think train trust turn wake win work always",
      kOrder);
  table.add(
      "is are isn't aren't begins starts kills beats comes leads creates builds takes requires "
      "makes attracts favors don't doesn't never always keep will over",
      kState);
  table.add(
      "i i'm im i've my me mine we we're our us he she him her his was were had "
      "did "
      "said says went got today yesterday tonight tomorrow monday tuesday wednesday thursday "
      "friday "
      "saturday sunday year years month week game match season team score goalkeeper police court "
      "government president minister study report research university hospital",
      kConcrete);
  return table;
}();

}  // namespace

bool has_slogan_shape(const Post& post) {
  uint32_t words = 0;
  bool maxim = false;
  for (const Token& token : post.tokens()) {
    if (token.kind == TokenKind::url || token.kind == TokenKind::mention ||
        token.kind == TokenKind::number) {
      return false;
    }
    if (token.kind != TokenKind::word) continue;
    if (++words > kMostWords) return false;
    const uint32_t uses = kUses.find(token.hash);
    if ((uses & kConcrete) != 0) return false;
    const bool name =
        token.capital && !token.all_capitals && !token.sentence_start && words > 1 && uses == 0;
    if (name) return false;
    maxim = maxim || (uses & (kReader | kState)) != 0 ||
            ((uses & kOrder) != 0 && (token.sentence_start || words == 1));
  }
  return maxim && post.text().find('?') == std::string_view::npos;
}

}  // namespace soiree
