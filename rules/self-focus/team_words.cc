#include "rules/self-focus/team_words.h"

#include "linter/text/word_table.h"

namespace soiree {
namespace {

enum Use : uint32_t {
  kWe = 1,        ///< "we", alone or with its verb
  kOur = 2,       ///< "our"
  kBetween = 4,   ///< may stand between "we" and what tells
  kDid = 8,       ///< after "we": something happened, or somebody is proud of it
  kBelongs = 16,  ///< after "our": what a team, a shop or a family has
};
constexpr size_t kMostBetween = 2;
/// Shorter words in "-ed" are "need", "feed" ...
constexpr size_t kShortestPast = 5;  // bytes

constexpr auto kWords = [] {
  WordTable<2048> table;
  table.add("we we're we've we'd we'll", kWe);
  table.add("our", kOur);
  table.add(
      "are have had were be been also just then now recently all both finally only already still "
      "first so really very currently always not never soon later first actually will",
      kBetween);
  // What happened once, to somebody.
  table.add(
      "had was were did went got took saw made met found came left ate drove flew began sat slept "
      "woke spent bought caught paid rode ran thought heard felt told knew brought built chose "
      "sent "
      "won lost held kept led wrote spoke stood stayed set put gave rented grew hit shot swam "
      "drank "
      "dug froze hung lay lit rang rose sang sold swept taught threw understood wore",
      kDid);
  // What a team says of itself.
  table.add(
      "proud excited thrilled happy pleased delighted honored honoured glad grateful sorry hiring "
      "announce launch release offer sell ship build provide serve specialize specialise support "
      "partner plan aim strive pride believe collect comply charge hire announcing launching "
      "releasing moving opening working "
      "building growing planning going trying adding changing looking shipping hosting running",
      kDid);
  table.add(
      "team teams company office offices product products customers customer clients client users "
      "partners partner staff employees employee colleagues founder founders ceo cto platform app "
      "apps service services shop store brand mission vision values business investors revenue "
      "sales release releases roadmap website site sites blog workshop workshops showroom "
      "engineers "
      "engineering developers designers studio agency board project projects readers community "
      "sponsors members event events conference newsletter podcast software tool tools code "
      "codebase servers server infrastructure data hosts host guide hotel bus train flight room "
      "rooms trip journey tour holiday bags luggage tent camp garden house flat car van bike boat "
      "wedding honeymoon kids children daughter son baby dog cat oven bread menu kitchen "
      "restaurant "
      "goal goals process approach strategy work efforts research findings success growth year "
      "first second third last next own new latest anniversary commitment passion progress "
      "packaging culture offering offerings beta api dashboard subscribers contributors volunteers "
      "followers audience funding budget traffic logo name story purpose principles priority "
      "incentives structure processes candidates applicants opportunities mistake decision pricing",
      kBelongs);
  return table;
}();

bool is(const Token& token, Use use) { return (kWords.find(token.hash) & use) != 0; }

bool is_past(std::string_view word) { return word.size() >= kShortestPast && word.ends_with("ed"); }

}  // namespace

bool means_particular_people(std::string_view text, std::span<const Token> tokens, size_t index) {
  if (is(tokens[index], kOur)) {
    return index + 1 < tokens.size() && is(tokens[index + 1], kBelongs);
  }
  if (!is(tokens[index], kWe)) return false;
  size_t next = index + 1;
  for (size_t skipped = 0; next < tokens.size() && !tokens[next].sentence_start; ++next) {
    const Token& token = tokens[next];
    if (is(token, kDid)) return true;
    if (is_past(text.substr(token.span.begin, token.span.end - token.span.begin))) return true;
    if (!is(token, kBetween) || ++skipped > kMostBetween) return false;
  }
  return false;
}

}  // namespace soiree
