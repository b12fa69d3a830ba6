#include "linter/text/word_sentence.h"

#include <algorithm>

#include "linter/text/character_class.h"
#include "linter/text/utf8.h"
#include "linter/text/word_table.h"

namespace soiree {
namespace {

/// Quotes, brackets and blanks skipped to see how the next sentence starts.
constexpr int kLookahead = 12;
/// Letters of the next word that are read; longer words are in no table.
constexpr int kLongestFirstWord = 16;

enum Abbreviation : uint32_t {
  kNever = 1,      ///< a name or number follows: never the end
  kSometimes = 2,  ///< the end when a capital follows
  kStarter = 4,    ///< the end when a usual first word follows
  kNumber = 8,     ///< the end unless a number follows
  kMonth = 16,     ///< not an abbreviation: a month, before which "3." is an ordinal
  kFirstWord = 32  ///< not an abbreviation: a usual first word
};

constexpr auto kWords = [] {
  WordTable<1024> table;
  table.add(
      "mr mrs ms dr prof rev hon gen gov sen rep col capt lt sgt cpl mt ft st messrs approx vs cf "
      "viz e.g i.e eg ie "
      "sr sra srta dra ud uds lic ing arq d.c exmo exma ilmo profa "
      "mme mlle mgr hr fr frl z.b d.h u.a u.u z.t bzw ca evtl ggf vgl str inkl zzgl bspw sog usf "
      "г ул им см стр тыс млн млрд напр проф т.е т.к т.н",
      kNever);
  table.add("etc inc ltd corp co jr al dept est bros usw т.д т.п др пр руб p.ej ee.uu eds ed",
            kSometimes);
  table.add("u.s u.k u.n e.u a.m p.m d.c ph.d b.c a.d u.s.a", kStarter);
  table.add(
      "no nos fig figs vol ch sec eq p pp pg nr núm pág págs art cap ver jan feb mar apr jun "
      "jul aug sep sept oct nov dec рис табл",
      kNumber);
  table.add(
      "januar februar märz april mai juni juli august september oktober november dezember "
      "jahrhundert",
      kMonth);
  table.add(
      "i the a an we you he she it they this that these those there here but and so if when "
      "then in on at for as my our your his her their what why how who where not no yes",
      kFirstWord);
  return table;
}();

/// Punctuation beyond ASCII that may stand between a terminator and the blank after it.
bool is_closer(char32_t value) {
  switch (value) {
    case ')':
    case ']':
    case '}':
    case '"':
    case '\'':
    case '*':
    case '_':
    case '~':
    case 0xBB:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x203A:
    case 0x300B:
    case 0x300D:
    case 0x300F:
    case 0x3009:
    case 0x3011:
    case 0xFF09:
      return true;
    default:
      return false;
  }
}

bool is_opener(char32_t value) {
  switch (value) {
    case '(':
    case '[':
    case '"':
    case '\'':
    case '*':
    case '_':
    case 0xAB:
    case 0x2018:
    case 0x201C:
    case 0x201E:
    case 0x300C:
    case 0x300A:
    case 0xBF:
    case 0xA1:
    case 0x2014:
    case '-':
    case 0x2013:
      return true;
    default:
      return false;
  }
}

struct Run {
  uint32_t end = 0;
  int dots = 0;
  bool question = false;
  bool exclamation = false;
  bool ellipsis = false;
  bool ideographic = false;  ///< no blank is needed after it
};

bool add_terminator(Run& run, char32_t value) {
  switch (value) {
    case '.':
      ++run.dots;
      return true;
    case '?':
    case 0x61F:
    case 0x37E:
      run.question = true;
      return true;
    case '!':
      run.exclamation = true;
      return true;
    case 0x203C:
      run.exclamation = true;
      return true;
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x203D:
      run.question = true;
      return true;
    case 0x2026:
      run.ellipsis = true;
      return true;
    case 0x3002:
    case 0xFF61:
    case 0xFF0E:
    case 0x0964:
    case 0x06D4:
      run.ideographic = true;
      return true;
    case 0xFF1F:
      run.ideographic = run.question = true;
      return true;
    case 0xFF01:
      run.ideographic = run.exclamation = true;
      return true;
    default:
      return false;
  }
}

Run read_run(std::string_view text, uint32_t begin, uint32_t end) {
  Run run;
  run.end = begin;
  while (run.end < end) {
    const CodePoint point = code_point_at(text.substr(0, end), run.end);
    if (point.value != 0xFE0F && !add_terminator(run, point.value)) break;
    run.end += point.size;
  }
  return run;
}

struct Next {
  CharacterClass type = CharacterClass::other;
  bool lower = false;       ///< a lower-case letter; false in scripts without case
  bool at_end = false;      ///< the block ends
  uint32_t first_word = 0;  ///< bits of kWords for the word that starts there
  bool single = false;      ///< one letter with a dot or blank after it
};

/// What follows after blanks and opening marks.
Next look_ahead(std::string_view text, uint32_t at, uint32_t end) {
  for (int i = 0; i < kLookahead && at < end; ++i) {
    const CodePoint point = code_point_at(text.substr(0, end), at);
    const CharacterInfo info = character_info(point.value);
    const bool skipped = info.type == CharacterClass::blank ||
                         info.type == CharacterClass::line_end ||
                         info.type == CharacterClass::ignorable || is_opener(point.value);
    if (skipped) {
      at += point.size;
      continue;
    }
    Next next;
    next.type = info.type;
    const bool has_case = point.value < 0x590 || (point.value >= 0x1E00 && point.value < 0x2000);
    next.lower = info.type == CharacterClass::letter && has_case;
    uint32_t hash = hash_word("");
    int letters = 0;
    while (at < end && letters < kLongestFirstWord) {
      const CodePoint letter = code_point_at(text.substr(0, end), at);
      const CharacterInfo folded = character_info(letter.value);
      if (!is_letter(folded.type)) break;
      hash = hash_code_point(hash, folded.lower);
      at += letter.size;
      ++letters;
    }
    next.first_word = letters > 0 ? kWords.find(hash) : 0;
    next.single = letters == 1;
    return next;
  }
  Next next;
  next.at_end = at >= end;
  return next;
}

bool blank_follows(std::string_view text, uint32_t at, uint32_t end) {
  if (at >= end) return true;
  const CodePoint point = code_point_at(text.substr(0, end), at);
  const CharacterClass type = character_info(point.value).type;
  return type == CharacterClass::blank || type == CharacterClass::line_end ||
         type == CharacterClass::ignorable || type == CharacterClass::ideograph ||
         emoji_end(text, at, end) != at;
}

bool is_one_letter(std::string_view text, const Token& token) {
  if (token.kind != TokenKind::word) return false;
  return code_point_at(text, token.span.begin).size == token.span.size();
}

/// Does the single dot after `last` belong to it rather than end the sentence?
bool is_abbreviation(std::string_view text, const Token& last, bool alone, const Next& next) {
  const bool capital = next.type == CharacterClass::upper;
  const bool usual_start = (next.first_word & kFirstWord) != 0;
  if (last.kind == TokenKind::number) {
    if (alone && last.span.size() <= 3) return true;  // "1. Open the door"
    return last.span.size() <= 2 && (next.first_word & kMonth) != 0;
  }
  if (last.kind != TokenKind::word) return false;
  if (is_one_letter(text, last)) {
    const bool lone_i = text[last.span.begin] == 'I' && !alone;
    if (last.capital && capital) return !lone_i && (next.single || !usual_start);
    if (last.capital && next.lower) return !lone_i;
    if (!last.capital && (next.lower || next.single)) return true;
  }
  const uint32_t kind = kWords.find(last.hash);
  if ((kind & kNever) != 0) return true;
  if ((kind & kSometimes) != 0) return !capital;
  if ((kind & kStarter) != 0) return !usual_start || !capital;
  if ((kind & kNumber) != 0) return next.type == CharacterClass::digit;
  return false;
}

}  // namespace

bool is_terminator(char32_t value) {
  Run run;
  return add_terminator(run, value);
}

Terminator read_terminator(std::string_view text, TextSpan range, uint32_t end, const Token* last,
                           bool alone) {
  const Run run = read_run(text, range.begin, range.end);
  uint32_t after = run.end;
  while (after < range.end) {
    const CodePoint point = code_point_at(text.substr(0, range.end), after);
    if (!is_closer(point.value)) break;
    after += point.size;
  }
  Terminator found{after, SentenceEnd::none};
  if (last == nullptr) return found;
  if (!run.ideographic && !blank_follows(text, after, end)) return found;
  const Next next = look_ahead(text, after, end);
  const bool closed = after > run.end;
  const bool lower = next.lower;
  if (closed && lower && !run.ideographic) return found;
  const bool only_dots = !run.question && !run.exclamation && !run.ideographic;
  if (only_dots && lower && (run.ellipsis || run.dots > 1)) return found;
  const bool single_dot = only_dots && !run.ellipsis && run.dots == 1;
  if (single_dot && !next.at_end && last->span.end == range.begin &&
      is_abbreviation(text, *last, alone, next)) {
    return found;
  }
  found.kind = run.question      ? SentenceEnd::question
               : run.exclamation ? SentenceEnd::exclamation
                                 : SentenceEnd::statement;
  return found;
}

uint32_t past_own_brackets(std::string_view text, TextSpan sentence, uint32_t end) {
  constexpr uint32_t kMostBrackets = 3;  // each is counted in the whole sentence
  const uint32_t limit = std::min(end, sentence.end + kMostBrackets);
  uint32_t at = sentence.end;
  for (; at < limit && (text[at] == ')' || text[at] == ']'); ++at) {
    const std::string_view inside = text.substr(sentence.begin, at - sentence.begin);
    const char opening = text[at] == ')' ? '(' : '[';
    if (std::count(inside.begin(), inside.end(), opening) <=
        std::count(inside.begin(), inside.end(), text[at])) {
      break;
    }
  }
  return at;
}

}  // namespace soiree
