#include "linter/post/dialogue.h"

#include <algorithm>
#include <map>

#include "linter/post/text_places.h"
#include "linter/text/character_class.h"

namespace soiree {
namespace {

constexpr uint32_t kLongestLabel = 60;   // bytes
constexpr uint32_t kMostLabelWords = 5;  // "Dr. Maria da Silva"
constexpr uint32_t kMostIdeographs = 8;  // 主持人
constexpr uint32_t kFewestChanges = 4;   // of speaker; fewer are a list of labels
constexpr uint32_t kFewestRegulars = 2;  // speakers who speak at least twice
constexpr double kAskingShare = 0.6;     // of a speaker's turns that end in a question mark
/// Less of a text (by bytes) is a remark or two of a program in a post of one's own.
constexpr double kLeastOfProgram = 0.5;

/// First words of labels that are no speaker's name.
constexpr WordList kNotSpeakers(std::to_array<std::string_view>(
    {"note",      "update",    "edit",      "tip",        "warning",     "example",   "examples",
     "summary",   "question",  "answer",    "title",      "date",        "time",      "place",
     "why",       "what",      "how",       "when",       "where",       "first",     "second",
     "third",     "finally",   "step",      "option",     "options",     "result",    "results",
     "before",    "after",     "pros",      "cons",       "problem",     "solution",  "source",
     "sources",   "tags",      "category",  "monday",     "tuesday",     "wednesday", "thursday",
     "friday",    "saturday",  "sunday",    "links",      "link",        "features",  "feature",
     "changes",   "usage",     "image",     "photo",      "video",       "also",      "remember",
     "today",     "tomorrow",  "important", "here",       "this",        "that",      "these",
     "see",       "read",      "bonus",     "conclusion", "ingredients", "method",    "lunch",
     "dinner",    "breakfast", "speaker",   "location",   "price",       "version",   "rank",
     "year",      "name",      "author",    "plus",       "but",         "and",       "so",
     "or",        "if",        "the",       "input",      "output",      "hint",      "pro",
     "con",       "who",       "good",      "bad",        "nota",        "ejemplo",   "pregunta",
     "respuesta", "pergunta",  "resposta",  "frage",      "antwort",     "exemple",   "beispiel",
     "注意",      "问题",      "答案",      "原因",       "结果",        "说明",      "例如"}));

/// Labels under which the author answers: what stands there is the author's own.
constexpr WordList kOneself(std::to_array<std::string_view>({"i", "me", "myself", "yo", "eu", "moi",
                                                             "ich", "я", "我"}));

/// Programs that answer: what stands under these labels was written by none of the people who talk.
constexpr WordList kAssistants(std::to_array<std::string_view>(
    {"claude", "grok",    "chatgpt", "gpt",     "gpt-4",     "gpt-4o",     "gpt-5",     "gemini",
     "bard",   "copilot", "llama",   "mistral", "deepseek",  "perplexity", "assistant", "ai",
     "bot",    "chatbot", "ia",      "ki",      "asistente", "assistente", "ии",        "助手"}));

constexpr WordList kInterviewWords(std::to_array<std::string_view>(
    {"interview", "interviews", "interviewed", "interviewing", "interviewee", "interviewer",
     "entrevista", "entrevistamos", "entretien", "gespräch", "интервью", "conversation", "chat",
     "chatted", "q&a", "spoke", "talked"}));

struct Turn {
  size_t block = 0;
  uint32_t speaker = 0;  // hash of the folded label
  uint32_t words_begin = 0;
  bool asks = false;
  bool letter = false;     // "Q" or "A"
  bool oneself = false;    // "Me"
  bool assistant = false;  // "ChatGPT"
};

struct Speaker {
  uint32_t turns = 0;
  uint32_t questions = 0;
};

bool is_name_character(const CharacterInfo& info, char32_t value) {
  return is_alphanumeric(info.type) || info.type == CharacterClass::blank ||
         info.type == CharacterClass::mark || info.type == CharacterClass::ideograph ||
         value == '.' || value == '\'' || value == 0x2019 || value == '-' || value == '(' ||
         value == ')' || value == '_';
}

/// The label at the start of `text` without its colon, and where the words after it begin.
struct Label {
  std::string_view name;
  uint32_t size = 0;  // bytes up to and including the colon, 0 when there is no label
};

Label read_label(std::string_view text) {
  constexpr std::string_view kWideColon = "\uFF1A";
  text = text.substr(0, kLongestLabel);
  const bool wide = static_cast<unsigned char>(text.empty() ? 0 : text[0]) >= 0xE3;
  const size_t colon = std::min(text.find(':'), wide ? text.find(kWideColon) : text.npos);
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string_view name = text.substr(0, colon);
  const CharacterClass first = character_info(code_point_at(text, 0).value).type;
  if (first != CharacterClass::upper && first != CharacterClass::ideograph) return {};
  uint32_t words = 1;
  uint32_t ideographs = 0;
  for (size_t at = 0; at < name.size();) {
    const CodePoint point = code_point_at(name, at);
    const CharacterInfo info = character_info(point.value);
    if (!is_name_character(info, point.value)) return {};
    if (info.type == CharacterClass::blank) ++words;
    if (info.type == CharacterClass::ideograph) ++ideographs;
    at += point.size;
  }
  if (words > kMostLabelWords || ideographs > kMostIdeographs) return {};
  const size_t size = text[colon] == ':' ? 1 : kWideColon.size();
  const bool address = text.substr(colon + size).starts_with("//");
  if (address) return {};
  return {name, static_cast<uint32_t>(colon + size)};
}

bool ends_in_question(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '"' || text.back() == ')')) {
    text.remove_suffix(1);
  }
  return text.ends_with('?') || text.ends_with("\uFF1F") || text.ends_with("?\u201D");
}

class Dialogue {
 public:
  explicit Dialogue(const Post& post) : post_(post) {}

  void run(std::vector<Quotation>& found) {
    collect();
    if (!is_dialogue()) return;
    const bool askers = std::any_of(turns_.begin(), turns_.end(),
                                    [&](const Turn& turn) { return asks(turn.speaker); });
    const size_t before = found.size();
    size_t answered = 0;  // bytes
    for (size_t i = 0; i < turns_.size(); ++i) {
      const Turn& turn = turns_[i];
      const bool answers = turn.assistant || (askers && !turn.oneself);
      if (!answers || asks(turn.speaker)) continue;
      const size_t limit =
          i + 1 < turns_.size() ? turns_[i + 1].block : post_.document.blocks.size();
      add_answer(turn, limit, found);
      answered += found.back().text.size();
    }
    if (!askers && answered < kLeastOfProgram * post_.text().size()) found.resize(before);
  }

 private:
  void collect() {
    const auto& blocks = post_.document.blocks;
    for (size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].role != BlockRole::prose || blocks[i].quote != kNoQuote) continue;
      const std::string_view text = post_.text(blocks[i].text);
      const Label label = read_label(text);
      if (label.size == 0) continue;
      const uint32_t first = post_.block_tokens[i];
      if (first >= post_.tokens().size() || kNotSpeakers.has(post_.tokens()[first].hash)) continue;
      Turn turn;
      turn.block = i;
      turn.speaker = hash_word(fold_word(label.name));
      const size_t words = text.find_first_not_of(" \n", label.size);
      turn.words_begin = blocks[i].text.begin + static_cast<uint32_t>(std::min(words, text.size()));
      turn.asks = ends_in_question(text);
      turn.oneself = kOneself.has(turn.speaker);
      turn.assistant = kAssistants.has(post_.tokens()[first].hash);
      turn.letter = label.name == "Q" || label.name == "A";
      turns_.push_back(turn);
      ++speakers_[turn.speaker].turns;
      if (turn.asks) ++speakers_[turn.speaker].questions;
    }
  }

  bool is_dialogue() const {
    if (speakers_.size() < 2) return false;
    if (turns_.front().letter && !speaks_of_interview()) return false;
    if (turns_.size() == 2) return turns_.front().asks && !turns_.back().asks;
    uint32_t changes = 0;
    for (size_t i = 1; i < turns_.size(); ++i) {
      if (turns_[i].speaker != turns_[i - 1].speaker) ++changes;
    }
    const auto regulars = std::count_if(speakers_.begin(), speakers_.end(),
                                        [](const auto& entry) { return entry.second.turns >= 2; });
    return changes >= kFewestChanges && regulars >= kFewestRegulars;
  }

  bool speaks_of_interview() const {
    const auto tokens = post_.tokens();
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const Token& token) { return kInterviewWords.has(token.hash); });
  }

  bool asks(uint32_t speaker) const {
    const Speaker& known = speakers_.at(speaker);
    return known.questions >= kAskingShare * known.turns;
  }

  void add_answer(const Turn& turn, size_t limit, std::vector<Quotation>& found) const {
    const auto& blocks = post_.document.blocks;
    size_t last = turn.block;
    while (last + 1 < limit && blocks[last + 1].role != BlockRole::heading &&
           blocks[last + 1].quote == kNoQuote) {
      ++last;
    }
    Quotation answer;
    answer.text = {std::min(turn.words_begin, blocks[turn.block].text.end), blocks[last].text.end};
    answer.form = turn.assistant ? QuotationForm::program : QuotationForm::answer;
    answer.attributed = true;
    answer.attribution = {blocks[turn.block].text.begin, turn.words_begin};
    found.push_back(answer);
  }

  const Post& post_;
  std::vector<Turn> turns_;
  std::map<uint32_t, Speaker> speakers_;
};

}  // namespace

void find_answers(const Post& post, std::vector<Quotation>& found) { Dialogue(post).run(found); }

}  // namespace soiree
