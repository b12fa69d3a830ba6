#include "rules/self-focus/short_words.h"

#include <array>
#include <string_view>

#include "linter/text/word_table.h"

namespace soiree {
namespace {

struct Phrase {
  std::string_view words;
  uint32_t use;
};

constexpr Phrase kPhrases[] = {
    {"shout out", kSocial},
    {"happy birthday", kSocial},
    {"birthday love", kSocial},
    {"tag a", kSocial},
    {"tag an", kSocial},
    {"tag your", kSocial},
    {"tag someone", kSocial},
    {"tag 1", kSocial},
    {"tag 2", kSocial},
    {"tag 3", kSocial},
    {"tag 4", kSocial},
    {"tag 5", kSocial},
    {"double tap", kSocial},
    {"follow back", kSocial},
    {"follow all", kSocial},
    {"follow me", kSocial},
    {"followed back", kSocial},
    {"followed all", kSocial},
    {"followed me", kSocial},
    {"enter to", kSocial},
    {"rt to", kSocial},
    {"please follow", kSocial},
    {"please rt", kSocial},
    {"please retweet", kSocial},
    {"in honor of", kSocial},
    {"in honour of", kSocial},
    {"just landed", kOmitted},
    {"just got", kOmitted},
    {"just finished", kOmitted},
    {"just chilling", kOmitted},
    {"just had", kOmitted},
    {"just saw", kOmitted},
    {"just made", kOmitted},
    {"just posted", kOmitted},
    {"just trying", kOmitted},
    {"just now", kOmitted},
    {"so excited", kOmitted},
    {"so proud", kOmitted},
    {"so happy", kOmitted},
    {"so tired", kOmitted},
    {"on my", kOmitted},
    {"on way", kOmitted},
    {"new post", kOmitted},
    {"new blog", kOmitted},
    {"behind the", kOmitted},
    {"time of", kOmitted},
    {"day off", kOmitted},
    {"about last", kOmitted},
    {"take me", kOmitted},
    {"cannot wait", kOmitted},
    {"can not", kOmitted},
    {"join us", kInvites},
    {"join me", kInvites},
    {"come meet", kInvites},
    {"come see", kInvites},
    {"come join", kInvites},
    {"come by", kInvites},
    {"come and", kInvites},
    {"come out", kInvites},
    {"free entry", kInvites},
    {"free admission", kInvites},
    {"free pass", kInvites},
    {"sign up", kInvites},
    {"check out", kInvites},
    {"check it out", kInvites},
    {"check this out", kInvites},
    {"check them out", kInvites},
    {"go check", kInvites},
    {"order now", kInvites},
    {"ask us", kInvites},
    {"ask me", kInvites},
    {"tell us", kInvites},
    {"tell me", kInvites},
    {"let us know", kInvites},
    {"let me know", kInvites},
    {"what should i", kSocial},
    {"where should i", kSocial},
    {"which should i", kSocial},
    {"who should i", kSocial},
    {"anyone know", kSocial},
    {"anybody know", kSocial},
    {"does anyone", kSocial},
    {"does anybody", kSocial},
    {"how do people", kSocial},
    {"how does one", kSocial},
    {"what do people", kSocial},
    {"do people", kSocial},
    {"which of", kSocial},
    {"looking for someone", kSocial},
    {"looking for somebody", kSocial},
    {"looking for people", kSocial},
    {"looking for volunteers", kSocial},
    {"looking for two", kSocial},
    {"looking for three", kSocial},
    {"any tips", kSocial},
    {"any advice", kSocial},
    {"any recommendations", kSocial},
    {"any suggestions", kSocial},
    {"any ideas", kSocial},
    {"any leads", kSocial},
    {"has anyone", kSocial},
    {"has anybody", kSocial},
    {"is anyone", kSocial},
    {"is anybody", kSocial},
    {"who else", kSocial},
    {"went wrong", kSocial},
    {"would anyone", kSocial},
    {"where can i", kSocial},
    {"how can i", kSocial},
    {"how do i", kSocial},
    {"can anyone", kSocial},
    {"can somebody", kSocial},
    {"can someone", kSocial},
    {"merry christmas", kInvites},
    {"happy thanksgiving", kInvites},
    {"happy easter", kInvites},
    {"happy new", kInvites},
    {"happy holidays", kInvites},
    {"proud of my", kSocial},
    {"proud of our", kSocial},
    {"proud of you", kSocial},
    {"proud of them", kSocial},
    {"proud of her", kSocial},
    {"proud of him", kSocial},
    {"proud of this", kSocial},
    {"just ate", kOmitted},
    {"just woke", kOmitted},
    {"just bought", kOmitted},
    {"just started", kOmitted},
    {"just ordered", kOmitted},
    {"just passed", kOmitted},
    {"just realized", kOmitted},
    {"just watched", kOmitted},
    {"just remembered", kOmitted},
    {"just spent", kOmitted},
    {"just tried", kOmitted},
    {"just want", kOmitted},
    {"officially on", kOmitted},
    {"officially a", kOmitted},
    {"officially an", kOmitted},
    {"officially done", kOmitted},
    {"about to take", kOmitted},
    {"about to go", kOmitted},
    {"about to have", kOmitted},
    {"about to eat", kOmitted},
    {"about to watch", kOmitted},
    {"about to start", kOmitted},
    {"about to get", kOmitted},
    {"done reading", kOmitted},
    {"done with", kOmitted},
    {"really wanted", kOmitted},
    {"really planned", kOmitted},
    {"probably going", kOmitted},
    {"probably gonna", kOmitted},
    {"cannot believe", kOmitted},
    {"on the way", kOmitted},
    {"on a mission", kOmitted},
    {"traded in", kOmitted},
    {"get to work", kOmitted},
    {"training for", kOmitted},
    {"how i feel", kOmitted},
    {"get home", kOmitted},
    {"long day", kOmitted},
    {"rough day", kOmitted},
    {"busy day", kOmitted},
    {"first day", kOmitted},
    {"last day", kOmitted},
    {"reading my", kOmitted},
    {"marked as to-read", kOmitted},
    {"eventful weekend", kOmitted},
    {"so sick", kOmitted},
    {"so bored", kOmitted},
    {"so hungry", kOmitted},
    {"date night", kOmitted},
    {"girls night", kOmitted},
    {"gym done", kOmitted},
    {"all done", kOmitted},
};

constexpr size_t kLongestPhrase = 3;

struct HashedPhrase {
  std::array<uint32_t, kLongestPhrase> hashes{};
  size_t length = 0;
  uint32_t use = 0;
};

constexpr auto kHashedPhrases = [] {
  std::array<HashedPhrase, std::size(kPhrases)> hashed{};
  for (size_t i = 0; i < hashed.size(); ++i) {
    for_each_word(kPhrases[i].words, [&](std::string_view word) {
      hashed[i].hashes[hashed[i].length++] = hash_word(word);
    });
    hashed[i].use = kPhrases[i].use;
  }
  return hashed;
}();

constexpr auto kWords = [] {
  WordTable<1024> table;
  table.add(
      "thank thanks thankful thx thnx ty congrat congrats congratulate congratulations "
      "congratulation congratulating kudos props shoutout welcome credit courtesy giveaway win "
      "winner repost reposted reposting gracias obrigado obrigada merci danke спасибо",
      kSocial);
  table.add(
      "back finally cheesin poppin chillin loving lovin working heading headed getting got made "
      "had "
      "went took came feeling waiting watching making moving playing enjoying spent started "
      "finished sitting standing flying driving eating drinking ready excited proud blessed "
      "missing "
      "need can't cant been showing looking kicking hanging celebrating trying thinking wishing "
      "dreaming always home excuse off",
      kOmitted);
  table.add(
      "obsessed sick craving starving exhausted bored woke ate ordered slept cried graduated "
      "studying crying packing unpacking procrastinating laying struggling debating wondering "
      "dreading",
      kOmitted);
  table.add("proud excited happy thrilled delighted pleased honored honoured", kElated);
  table.add(
      "think thought believe hope wonder guess bet suppose recommend suggest agree disagree heard "
      "read mean understand know knew wish doubt support oppose vote voted trust prefer say argue "
      "expect fear suspect imagine swear mind see",
      kFrames);
  table.add(
      "told glad sorry sure afraid against curious surprised amazed shocked worried convinced "
      "appalled aware certain unsure",
      kFrameState);
  table.add(
      "opinion thoughts question questions guess bet condolences prayers take point advice "
      "heart suggestion vote impression",
      kFrameNoun);
  table.add(
      "country nation state city town county government president mayor senator senators governor "
      "troops veterans heroes hero planet democracy schools children kids society constitution "
      "borders taxes economy climate streets roads police library libraries rights freedom "
      "freedoms "
      "world leaders politicians generation elections",
      kCommon);
  table.add(
      "don't dont do did didn't never can't cannot cant would really still also honestly just "
      "so not very always genuinely truly quite strongly",
      kBetween);
  table.add("is isn't was are were need needs takes costs makes means helps won't will can should",
            kVerb);
  table.add(
      "fixed shipped released updated renamed merged published patched resolved deployed "
      "documented "
      "removed added migrated deprecated",
      kNewsVerb);
  table.add(
      "a an the someone somebody some they he she it there this that prices owners buyers "
      "office is loans sales values insurance",
      kGeneral);
  table.add("i i'm i've i'll i'd im my me myself so not", kOneself);
  table.add(
      "friends friend family everyone everybody them him her these those this our the some two "
      "three all you love",
      kFellows);
  table.add(
      "are can can't cannot could should shouldn't must all as deserve ought elected how when who "
      "if have need",
      kEverybody);
  table.add("by via with from w", kCredits);
  table.add("register rsvp shop", kInvites);
  table.add("she he they him her them his their he's she's they're himself herself themselves",
            kThird);
  for (const Phrase& phrase : kPhrases) {
    table.add(phrase.words.substr(0, phrase.words.find(' ')), kPhrase);
  }
  return table;
}();

}  // namespace

uint32_t short_uses(uint32_t hash) { return kWords.find(hash); }

uint32_t phrase_uses(std::span<const Token> tokens, size_t index) {
  uint32_t uses = 0;
  for (const HashedPhrase& phrase : kHashedPhrases) {
    if (phrase.hashes[0] != tokens[index].hash || phrase.length > tokens.size() - index) continue;
    bool equal = true;
    for (size_t i = 1; i < phrase.length; ++i) {
      equal = equal && phrase.hashes[i] == tokens[index + i].hash;
    }
    if (equal) uses |= phrase.use;
  }
  return uses;
}

}  // namespace soiree
