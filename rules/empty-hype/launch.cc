#include "rules/empty-hype/launch.h"

#include <string_view>

#include "linter/text/word_table.h"

namespace soiree {
namespace {

enum Use : uint32_t {
  kOwn = 1,       ///< it is the author's
  kThing = 2,     ///< what is presented
  kPrivate = 4,   ///< family, food on the table, a walk: nothing is presented
  kReported = 8,  ///< somebody else's
};

constexpr auto kUses = [] {
  WordTable<512> table;
  table.add(
      "we our ours us we're we've i'm my introducing meet presenting announcing announce unveil "
      "unveiled unveiling reveal revealing launching launch launched proud thrilled excited pumped "
      "this new today it's ready coming here imagine humbled honoured honored delighted stoked "
      "ecstatic welcome",
      kOwn);
  table.add(
      "product products platform solution solutions company brand startup team collection album "
      "single ep track song record tape show conference event summit festival experience app tool "
      "suite technology tech ai software innovation industry sector fintech wellness skincare "
      "fashion streetwear drop release launch formula design identity lookbook sneaker sneakers "
      "restaurant menu chef flavour flavor dish newsletter podcast course program programme "
      "mastermind masterclass coaching consulting agency studio service services ecosystem vision "
      "mission movement chapter project partnership clients customers stakeholders users teams "
      "business businesses organisations organizations marketers founders creators everyone world "
      "future world's generation era travel education learning finance investing crypto token coin "
      "protocol community tribe notebook lamp lamps lighting candle perfume fragrance gym workout "
      "studio sip coffee tea wine beer dress silk estate web3 ai sound music art beauty luxury "
      "style sneaker "
      "decade generation story lives industry elegance "
      "blog website site stage tour book novel film movie game update version feature",
      kThing);
  table.add(
      "son daughter kids children baby mum mom dad wife husband brother sister grandma grandpa "
      "nephew niece cat dog garden walk sunset sunrise birthday wedding funeral holiday doctor "
      "nurse teacher neighbour neighbor match goal goalkeeper league cup penalty",
      kPrivate);
  table.add(
      "he she his her they their said says wrote review reviewed critics study paper report "
      "reports researchers scientists wasn't didn't actually please whenever "
      " lol ironically supposedly apparently so-called press marketing buzzword "
      "buzzwords adjectives word words sentence",
      kReported);
  return table;
}();

}  // namespace

bool presents_a_thing(const Post& post) {
  bool own = false;
  bool thing = false;
  for (const Token& token : post.tokens()) {
    if (token.kind == TokenKind::number || token.kind == TokenKind::mention) return false;
    if (token.kind != TokenKind::word) continue;
    const uint32_t uses = kUses.find(token.hash);
    if ((uses & (kPrivate | kReported)) != 0) return false;
    own = own || (uses & kOwn) != 0;
    thing = thing || (uses & kThing) != 0;
  }
  return own && thing;
}

}  // namespace soiree
