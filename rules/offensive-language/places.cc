#include "rules/offensive-language/places.h"

#include <algorithm>
#include <optional>

#include "linter/post/quotations.h"
#include "linter/text/word_table.h"
#include "rules/offensive-language/disguise.h"
#include "rules/offensive-language/insult.h"
#include "rules/offensive-language/word_list.h"

namespace soiree {
namespace {

constexpr float kCoarsePoints = 0.5F;
constexpr float kSlurPoints = 2;
constexpr size_t kShortAcronym = 4;     // letters
constexpr uint32_t kReachOfReport = 6;  // words
constexpr uint32_t kReachOfOneself = 3;

enum Use : uint32_t {
  kVerb = 1,
  kPerson = 2,
  kCalls = 4,
  kFemale = 8,
  kKennel = 16,
  kWhose = 32,
  kModal = 64,
};
constexpr auto kUses = [] {
  WordTable<256> table;
  table.add("fuck fucks fucked fuk", kVerb);
  table.add("called calls calling callin treated labeled labelled", kCalls);
  table.add("bitch bitches", kFemale);
  table.add("would could might may he'd she'd they'd who'd", kModal);
  table.add(
      "puppy puppies pup pups litter litters whelp whelps whelped whelping kennel kennels breeder "
      "breeders breeding spay spayed spaying vet veterinary veterinarian sire sires stud labrador "
      "retriever spaniel terrier collie shepherd hound hounds dachshund oestrus estrus",
      kKennel);
  table.add(
      "the a an each every our her his their any no two three four five six young old older "
      "pregnant "
      "brood entire intact unspayed nursing lactating female brindle black brown white liver",
      kWhose);
  table.add(
      "you u ya yall y'all ur your yourself urself him her them these those everyone everybody off "
      "me yourselves trump biden hillary obama liberals democrats republicans conservatives cops",
      kPerson);
  return table;
}();

class PlaceFinder {
 public:
  PlaceFinder(const Post& post, std::span<const PhraseMatch> phrases,
              std::span<const uint32_t> allowed)
      : post_(post),
        tokens_(post.tokens()),
        phrases_(phrases),
        allowed_(allowed),
        words_(offensive_words(language_of(post))),
        filter_(offensive_word_filter(language_of(post))) {}

  std::vector<OffensivePlace> find() {
    if (words_.empty()) return {};
    read_other_senses();
    read_words();
    for (const PhraseMatch& match : phrases_) {
      if (is_offensive(post_, match) && !is_allowed(match)) add_phrase(match);
    }
    if (post_.is_short()) read_disguised();
    std::sort(places_.begin(), places_.end(), [](const OffensivePlace& a, const OffensivePlace& b) {
      return a.span.begin < b.span.begin;
    });
    return std::move(places_);
  }

 private:
  /// The words of short posts are too few to tell their language; the English ones are
  /// unmistakable.
  static Language language_of(const Post& post) {
    return post.language == Language::unknown && post.is_short() ? Language::en : post.language;
  }

  /// A post that says "faggots of brushwood" means brushwood by its other faggots, too. An idiom
  /// ("a chink in the armour") tells nothing about the rest.
  void read_other_senses() {
    for (const PhraseMatch& match : phrases_) {
      if (static_cast<PhraseKind>(match.category) != PhraseKind::sense) continue;
      for (uint32_t i = match.first; i < match.last; ++i) spared_.push_back(tokens_[i].hash);
    }
    std::sort(spared_.begin(), spared_.end());
    spared_.erase(std::unique(spared_.begin(), spared_.end()), spared_.end());
  }

  bool is_in_other_sense(uint32_t i) const {
    return std::binary_search(spared_.begin(), spared_.end(), tokens_[i].hash);
  }

  void read_words() {
    QuotationCursor quotations(post_);
    auto phrase = phrases_.begin();
    for (uint32_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      WordClass word_class = WordClass::none;
      uint32_t count = 1;
      if (token.kind == TokenKind::word) {
        if (!filter_.may_have(token.hash)) continue;
        const FoundWord found = find_words_at(words_, tokens_, i);
        word_class = found.word_class;
        count = found.tokens;
      } else if (token.kind == TokenKind::hashtag && post_.is_short()) {
        word_class = class_of_hashtag(post_.text(token.span));
      }
      if (word_class == WordClass::none) continue;
      while (phrase != phrases_.end() && phrase->last <= i) ++phrase;
      const bool in_phrase = phrase != phrases_.end() && phrase->first <= i && covers(*phrase);
      if (in_phrase || quotations.has_token(i) || is_name(i, word_class)) continue;
      if (is_allowed(token) || is_mentioned(i, count) || is_dog(i)) continue;
      if (is_in_other_sense(i)) continue;
      if (word_class == WordClass::crude && (is_reported(i) || is_of_oneself(i))) continue;
      add_word(i, count, word_class);
    }
  }

  /// Does the phrase decide about the words in it?
  bool covers(const PhraseMatch& match) const {
    const auto kind = static_cast<PhraseKind>(match.category);
    return kind == PhraseKind::spared || kind == PhraseKind::sense || is_offensive(post_, match);
  }

  bool is_allowed(const Token& token) const {
    return std::binary_search(allowed_.begin(), allowed_.end(), token.hash);
  }
  bool is_allowed(const PhraseMatch& match) const {
    return std::any_of(tokens_.begin() + match.first, tokens_.begin() + match.last,
                       [this](const Token& token) { return is_allowed(token); });
  }

  bool is_word(uint32_t i) const { return tokens_[i].kind == TokenKind::word; }

  /// A place, a person ("Dago", "Kike") or an acronym, and no word: the lists have no plurals of
  /// names.
  bool is_name(uint32_t i, WordClass word_class) const {
    const Token& token = tokens_[i];
    if (!token.capital || !is_word(i)) return false;
    if (word_class == WordClass::crude) return is_in_title(i);
    if (token.all_capitals) {
      const bool before = i > 0 && is_word(i - 1) && tokens_[i - 1].all_capitals;
      const bool after = i + 1 < tokens_.size() && is_word(i + 1) && tokens_[i + 1].all_capitals;
      return token.span.size() <= kShortAcronym && !before && !after &&
             word_class == WordClass::slur;
    }
    if (word_class == WordClass::coarse) return false;
    const bool start = i == 0 || token.sentence_start || !is_word(i - 1);
    return !start || !post_.text(token.span).ends_with('s');
  }

  /// A capitalised word inside a sentence with another one close by: "The Bitch is Back".
  bool is_in_title(uint32_t i) const {
    if (tokens_[i].all_capitals || i == 0 || tokens_[i].sentence_start || !is_word(i - 1)) {
      return false;
    }
    const auto is_capital = [&](uint32_t at) {
      return at < tokens_.size() && tokens_[at].capital && !tokens_[at].sentence_start;
    };
    return is_capital(i - 1) || is_capital(i + 1) || is_capital(i + 2);
  }

  /// "the word X", "the X-word": spoken about, not used.
  bool is_mentioned(uint32_t i, uint32_t count) const {
    const auto is = [&](uint32_t at, std::string_view word) {
      return at < tokens_.size() && tokens_[at].hash == hash_word(word);
    };
    return (i > 0 && (is(i - 1, "word") || is(i - 1, "term") || is(i - 1, "called"))) ||
           is(i + count, "means") || is(i + count, "word");
  }

  /// "The bitch has six puppies": the breeders' word for a female dog, in a post of theirs.
  bool is_dog(uint32_t i) {
    if ((kUses.find(tokens_[i].hash) & kFemale) == 0) return false;
    const bool whose = i == 0 || tokens_[i].sentence_start ||
                       (kUses.find(tokens_[i - 1].hash) & (kWhose | kKennel)) != 0;
    return whose && is_of_kennel();
  }

  bool is_of_kennel() {
    if (!kennel_) {
      kennel_ = std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
        return (kUses.find(token.hash) & kKennel) != 0;
      });
    }
    return *kennel_;
  }

  /// "They called her a ...": somebody else's word, told.
  bool is_reported(uint32_t i) const {
    for (uint32_t steps = 0; steps < kReachOfReport && i > 0; ++steps, --i) {
      if (tokens_[i].sentence_start) return false;
      if ((kUses.find(tokens_[i - 1].hash) & kCalls) != 0) return true;
    }
    return false;
  }

  /// "I am such a ...", "Am I a ...?", "I was a ...".
  bool is_of_oneself(uint32_t i) const {
    bool was = false;
    bool article = false;
    for (uint32_t steps = 0; steps < kReachOfOneself && i > 0; ++steps, --i) {
      if (tokens_[i].sentence_start) return false;
      const uint32_t hash = tokens_[i - 1].hash;
      const bool am = hash == hash_word("am") || hash == hash_word("i'm") ||
                      hash == hash_word("im") || hash == hash_word("i");
      if (article && am && (was || hash != hash_word("i"))) return true;
      article = article || hash == hash_word("a") || hash == hash_word("an");
      was = hash == hash_word("was");
    }
    return false;
  }

  static bool is_object(const Token& token) {
    if (token.sentence_start) return false;
    return (kUses.find(token.hash) & kPerson) != 0 || token.kind == TokenKind::mention;
  }

  /// "fuck" with somebody as its object; "he would actually fuck you" tells of somebody.
  bool is_directed(uint32_t i) const {
    if ((kUses.find(tokens_[i].hash) & kVerb) == 0 || i + 1 >= tokens_.size()) return false;
    const uint32_t before =
        i > 0 && !tokens_[i].sentence_start ? kUses.find(tokens_[i - 1].hash) : 0;
    if ((before & kModal) != 0) return false;
    return is_object(tokens_[i + 1]);
  }

  void add_word(uint32_t first, uint32_t count, WordClass word_class) {
    const TextSpan span{tokens_[first].span.begin, tokens_[first + count - 1].span.end};
    if (word_class == WordClass::coarse && is_directed(first)) {
      places_.push_back({{span.begin, tokens_[first + 1].span.end}, Offence::insult, 1});
      return;
    }
    add(span, word_class);
  }

  void add(TextSpan span, WordClass word_class) {
    switch (word_class) {
      case WordClass::slur:
        places_.push_back({span, Offence::slur, kSlurPoints});
        break;
      case WordClass::crude:
        places_.push_back({span, Offence::crude, 1});
        break;
      default:
        places_.push_back({span, Offence::coarse, kCoarsePoints});
    }
  }

  void add_phrase(const PhraseMatch& match) {
    const auto kind = static_cast<PhraseKind>(match.category);
    const Offence offence = kind == PhraseKind::joke     ? Offence::joke
                            : kind == PhraseKind::vulgar ? Offence::crude
                                                         : Offence::insult;
    places_.push_back({span_of(match, post_), offence, match.weight});
  }

  void read_disguised() {
    for (const DisguisedWord& word : find_disguised_words(post_.text())) {
      const bool quoted = std::any_of(
          post_.quotations.begin(), post_.quotations.end(),
          [&](const Quotation& quotation) { return quotation.text.contains(word.span.begin); });
      if (quoted) continue;
      const auto* const next =
          std::lower_bound(tokens_.data(), tokens_.data() + tokens_.size(), word.span.end,
                           [](const Token& token, uint32_t end) { return token.span.begin < end; });
      const bool directed = next != tokens_.data() + tokens_.size() && is_object(*next);
      if (word.word_class == WordClass::coarse && directed) {
        places_.push_back({word.span, Offence::insult, 1});
      } else {
        add(word.span, word.word_class);
      }
    }
  }

  const Post& post_;
  std::span<const Token> tokens_;
  std::span<const PhraseMatch> phrases_;
  std::span<const uint32_t> allowed_;
  std::span<const OffensiveWord> words_;
  const OffensiveWordFilter& filter_;
  std::vector<uint32_t>
      spared_;                  ///< sorted hashes of the words that a phrase shows in another sense
  std::optional<bool> kennel_;  ///< a word of breeders is in the post; empty until asked for
  std::vector<OffensivePlace> places_;
};

}  // namespace

std::vector<OffensivePlace> find_offensive_places(const Post& post,
                                                  std::span<const PhraseMatch> phrases,
                                                  std::span<const uint32_t> allowed) {
  return PlaceFinder(post, phrases, allowed).find();
}

}  // namespace soiree
