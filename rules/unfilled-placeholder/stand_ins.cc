#include "rules/unfilled-placeholder/stand_ins.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "linter/text/word_table.h"

namespace soiree {
namespace {

/// Shorter runs are talk about the filler text: "stop using lorem ipsum dolor".
constexpr uint32_t kShortestFiller = 4;
constexpr uint32_t kShortestFillerOfArticle = 12;
/// A post that is a reminder and little else.
constexpr size_t kLongestStub = 4;

enum Bits : uint32_t {
  kGreeting = 1,
  kFormOfAddress = 2,  ///< "Mr", between a greeting and the name
  kNull = 4,
  kReminder = 8,
  kFiller = 16,
  kToWrite = 32,  ///< verbs of writing
  kPart = 64,     ///< parts of a text
  kListed = 128,  ///< "TODO lists" are a matter
  kSampled = 256  ///< "your caption here"
};

constexpr auto kWords = [] {
  WordTable<512> table;
  table.add(
      "hi hello hey dear hiya howdy greetings hola olá oi bonjour salut hallo liebe lieber ciao "
      "cher "
      "chère estimado estimada querido querida prezado prezada caro cara привет уважаемый "
      "уважаемая",
      kGreeting);
  table.add("mr mrs ms dr prof mister señor señora herr frau monsieur madame", kFormOfAddress);
  table.add("undefined null none nan", kNull);
  table.add("list lists app apps item items comment comments", kListed);
  table.add("text caption captions title headline content copy post message tweet description",
            kSampled);
  table.add("todo tbd tbc fixme xxx xxxx tk tktk", kReminder);
  table.add(
      "lorem ipsum dolor sit amet consectetur consectetuer adipiscing adipisicing elit sed do "
      "eiusmod "
      "tempor incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud "
      "exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in "
      "reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat "
      "cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum at vero "
      "eos "
      "accusam justo duo dolores rebum stet clita kasd gubergren takimata sanctus nonumy eirmod "
      "invidunt erat diam voluptua nunc vel mauris vitae ac ante donec vestibulum maecenas "
      "praesent "
      "suspendisse curabitur pellentesque tellus pulvinar tortor integer nec odio cras vivamus "
      "phasellus morbi tincidunt sapien urna porta felis nam a quam tempus lacinia",
      kFiller);
  table.add("write finish add insert expand describe explain fill complete rewrite draft need",
            kToWrite);
  table.add(
      "section paragraph intro introduction conclusion summary link links image images screenshot "
      "screenshots photo photos picture pictures figure diagram caption citation reference quote "
      "sentence chapter outro body",
      kPart);
  return table;
}();

uint32_t bits_of(const Token& token) {
  return token.kind == TokenKind::word ? kWords.find(token.hash) : 0;
}
bool is(const Token& token, uint32_t bits) { return (bits_of(token) & bits) != 0; }

constexpr uint32_t kLorem = hash_word("lorem");
constexpr uint32_t kIpsum = hash_word("ipsum");
constexpr uint32_t kTk = hash_word("tk");
constexpr uint32_t kTktk = hash_word("tktk");

class Finder {
 public:
  explicit Finder(const Post& post) : post_(post), text_(post.text()), tokens_(post.tokens()) {}

  /// A run that begins "lorem ipsum" at `i`. Returns the token after it, `i` when there is none.
  uint32_t filler(uint32_t i, uint32_t shortest) {
    if (tokens_[i].hash != kLorem || i + 1 == tokens_.size() || tokens_[i + 1].hash != kIpsum) {
      return i;
    }
    uint32_t last = i;
    while (last < tokens_.size() && is(tokens_[last], kFiller)) ++last;
    if (last - i >= shortest) add(i, last, StandInKind::filler);
    return last;
  }

  /// "Hi ,", "Dear Mr. ,", "Hello undefined".
  void greeting(uint32_t i) {
    const Token& token = tokens_[i];
    if (!is(token, kGreeting) || !token.capital || !starts_line(token.span.begin)) return;
    uint32_t last = i + 1;
    if (last < tokens_.size() && is(tokens_[last], kFormOfAddress)) ++last;
    if (last < tokens_.size() && is(tokens_[last], kNull) && last == i + 1 &&
        follows(tokens_[last].span.end, ",!")) {
      add(i, last + 1, StandInKind::null_name);
      return;
    }
    uint32_t end = tokens_[last - 1].span.end;
    if (last == i + 1) {
      if (const uint32_t blank_name = end_of_blank_name(end); blank_name > 0) {
        found_.push_back({{token.span.begin, blank_name}, 2, StandInKind::null_name});
        return;
      }
    }
    if (last > i + 1 && byte(end) == '.') ++end;
    const uint32_t blank = end;
    while (byte(end) == ' ') ++end;
    const bool bare = byte(end) == ',' || (byte(end) == '!' && last == i + 1);
    if (end == blank || !bare) return;
    found_.push_back({{token.span.begin, end + 1}, 1, StandInKind::empty_name});
  }

  /// "TODO: ..." at the beginning, "TODO add link" and "TKTK" anywhere, a post that says "TBD" and
  /// nothing more.
  void reminder(uint32_t i) {
    const Token& token = tokens_[i];
    if (!is(token, kReminder) || !token.all_capitals) return;
    if (tk(i)) return;
    const bool noun = i + 1 < tokens_.size() && is(tokens_[i + 1], kListed);
    const bool alone = tokens_.size() <= kLongestStub && i == 0 && !noun;
    const bool heads = i == 0 && byte(token.span.end) == ':' && token.hash != kTk;
    const bool note =
        i + 2 < tokens_.size() && is(tokens_[i + 1], kToWrite) && !tokens_[i + 1].sentence_start;
    if (alone || heads || note) add(i, i + 1, StandInKind::reminder);
  }

  bool tk(uint32_t i) {
    const Token& token = tokens_[i];
    if (!token.all_capitals) return false;
    if (token.hash == kTktk) {
      add(i, i + 1, StandInKind::reminder);
      return true;
    }
    const bool twice = token.hash == kTk && i + 1 < tokens_.size() && tokens_[i + 1].hash == kTk &&
                       tokens_[i + 1].all_capitals;
    if (twice) add(i, i + 2, StandInKind::reminder);
    return twice;
  }

  /// "TODO: add a screenshot" at the beginning of a block of an article.
  void reminder_to_write(uint32_t i, uint32_t last) {
    constexpr uint32_t kReach = 8;
    if (!is(tokens_[i], kReminder) || !tokens_[i].all_capitals ||
        byte(tokens_[i].span.end) != ':') {
      return;
    }
    if (i + 1 == last || !is(tokens_[i + 1], kToWrite)) return;
    for (uint32_t j = i + 2; j < std::min(last, i + kReach); ++j) {
      if (!is(tokens_[j], kPart)) continue;
      add(i, j + 1, StandInKind::reminder);
      return;
    }
  }

  /// "$X", "$XX", "XX%", "XX:XX".
  void amount(uint32_t i) {
    const Token& token = tokens_[i];
    const std::string_view word = post_.text(token.span);
    if (word.size() > 4 || word.find_first_not_of('X') != std::string_view::npos) return;
    const char left = token.span.begin > 0 ? text_[token.span.begin - 1] : ' ';
    if (word.size() < 2 && (left != '$' || byte(token.span.end) != ' ')) return;
    const bool sum = (left == '$' && byte(token.span.end) != 'X') || byte(token.span.end) == '%';
    if (!sum) return;
    const uint32_t begin = token.span.begin - (left == '$' ? 1 : 0);
    found_.push_back(
        {{begin, token.span.end + (byte(token.span.end) == '%' ? 1 : 0)}, 1, StandInKind::amount});
  }

  /// "DD/MM", "HH:MM", "XX:XX" where a date or a time belongs.
  void moment() {
    constexpr std::array<std::string_view, 6> kMoments = {"HH:MM", "XX:XX", "DD/MM",
                                                          "MM/DD", "XX/XX", "DD.MM."};
    for (const std::string_view moment : kMoments) {
      const size_t at = text_.find(moment);
      if (at == std::string_view::npos || names_format()) continue;
      const bool apart =
          (at == 0 || text_[at - 1] == ' ' || text_[at - 1] == '\n') &&
          std::string_view(" \n,.!?)")
                  .find(at + moment.size() < text_.size() ? text_[at + moment.size()] : ' ') !=
              std::string_view::npos;
      if (!apart) continue;
      const auto begin = static_cast<uint32_t>(at);
      found_.push_back(
          {{begin, begin + static_cast<uint32_t>(moment.size())}, 1, StandInKind::amount});
    }
  }

  /// A post that is nothing but "Your text here" or "Caption goes here".
  void sample() {
    constexpr uint32_t kShortest = 2;
    constexpr uint32_t kLongest = 5;
    const auto size = static_cast<uint32_t>(tokens_.size());
    if (size < kShortest || size > kLongest || tokens_[size - 1].hash != hash_word("here")) return;
    const uint32_t verb = tokens_[size - 2].hash == hash_word("goes") ? 1 : 0;
    const bool led =
        size > kShortest && (tokens_[0].hash == hash_word("your") || is(tokens_[0], kToWrite));
    if (size < kShortest + verb || (verb == 0 && !led)) return;
    if (is(tokens_[size - 2 - verb], kSampled)) add(0, size, StandInKind::sample);
  }

  /// "https://example.org/your-link-here"
  void sample_address(uint32_t i) {
    constexpr std::array<std::string_view, 5> kSamples = {"your-link", "your_link", "yourlinkhere",
                                                          "link-here", "insert-link"};
    const std::string_view url = post_.text(tokens_[i].span);
    const bool stands_in = std::any_of(
        kSamples.begin(), kSamples.end(),
        [&](std::string_view part) { return url.find(part) != std::string_view::npos; });
    if (stands_in) add(i, i + 1, StandInKind::sample);
  }

  std::vector<StandIn> take() { return std::move(found_); }

 private:
  /// Past what stands after a greeting that ends at `end` instead of a name: "%s", "{0}", "___",
  /// "XXX", "-FNAME-", "(name)", "[object Object]"; 0 when a name may stand there.
  uint32_t end_of_blank_name(uint32_t end) const {
    if (byte(end) != ' ') return 0;
    const std::string_view rest = text_.substr(end + 1);
    for (const std::string_view blank : {"%s", "(name)", "(first name)", "(NAME)", "-NAME-",
                                         "-FNAME-", "-FIRSTNAME-", "[object Object]"}) {
      if (rest.starts_with(blank)) return end + 1 + static_cast<uint32_t>(blank.size());
    }
    for (const char filler : {'_', 'X'}) {
      const size_t run = std::min(rest.find_first_not_of(filler), rest.size());
      const char after = run < rest.size() ? rest[run] : ' ';
      const bool ends = after == ',' || after == '!' || after == ' ' || after == '.';
      if (run >= 3 && ends) return end + 1 + static_cast<uint32_t>(run);
    }
    const size_t number = rest.find_first_not_of('{');
    if (number == 0 || number == std::string_view::npos || number > 2) return 0;
    const size_t close = rest.find_first_not_of("0123456789", number);
    const std::string_view braces = std::string_view("}}").substr(0, number);
    if (close == std::string_view::npos || close == number) return 0;
    return rest.substr(close).starts_with(braces)
               ? end + 1 + static_cast<uint32_t>(close + braces.size())
               : 0;
  }

  bool names_format() const {
    return std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
      return token.hash == hash_word("format") || token.hash == hash_word("formats") ||
             token.hash == hash_word("iso");
    });
  }

  char byte(uint32_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool follows(uint32_t at, std::string_view signs) const {
    return at < text_.size() && signs.find(text_[at]) != std::string_view::npos;
  }
  bool starts_line(uint32_t at) const { return at == 0 || text_[at - 1] == '\n'; }
  void add(uint32_t first, uint32_t last, StandInKind kind) {
    found_.push_back({{tokens_[first].span.begin, tokens_[last - 1].span.end}, last - first, kind});
  }

  const Post& post_;
  std::string_view text_;
  std::span<const Token> tokens_;
  std::vector<StandIn> found_;
};

}  // namespace

bool is_greeting(const Token& token) { return is(token, kGreeting); }

std::vector<StandIn> find_stand_ins(const Post& post) {
  Finder finder(post);
  for (uint32_t i = 0; i < post.tokens().size(); ++i) {
    const uint32_t bits = bits_of(post.tokens()[i]);
    if ((bits & kFiller) != 0) {
      const uint32_t next = finder.filler(i, kShortestFiller);
      if (next > i) {
        i = next - 1;
        continue;
      }
    }
    if ((bits & kGreeting) != 0) finder.greeting(i);
    if ((bits & kReminder) != 0) finder.reminder(i);
    if (post.tokens()[i].capital) finder.amount(i);
    if (post.tokens()[i].kind == TokenKind::url) finder.sample_address(i);
  }
  finder.moment();
  finder.sample();
  return finder.take();
}

std::vector<StandIn> find_stand_ins_of_article(const Post& post) {
  Finder finder(post);
  for (size_t block = 0; block < post.document.blocks.size(); ++block) {
    const Block& at = post.document.blocks[block];
    const bool running = at.role == BlockRole::prose || at.role == BlockRole::list_item;
    const uint32_t first = post.block_tokens[block];
    const uint32_t last = post.block_tokens[block + 1];
    if (!running || at.quote != kNoQuote || first == last) continue;
    finder.filler(first, kShortestFillerOfArticle);
    finder.reminder_to_write(first, last);
    for (uint32_t i = first; i < last; ++i) {
      if (post.tokens()[i].all_capitals) finder.tk(i);
    }
  }
  return finder.take();
}

}  // namespace soiree
