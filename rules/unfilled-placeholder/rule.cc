#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "linter/text/word_table.h"
#include "rules/unfilled-placeholder/field_names.h"
#include "rules/unfilled-placeholder/slots.h"
#include "rules/unfilled-placeholder/stand_ins.h"

namespace soiree {
namespace {

constexpr size_t kMostNotes = 5;
constexpr size_t kLongestShown = 48;  // bytes
constexpr size_t kShortestField = 4;  // letters of a field that may stand for anything

enum Talk : uint32_t { kTemplates = 1, kCode = 2 };

/// Who writes about these shows fields of templates on purpose.
constexpr auto kTalk = [] {
  WordTable<256> table;
  table.add(
      "template templates templating placeholder placeholders variable variables mustache "
      "handlebars "
      "liquid jinja jinja2 twig nunjucks interpolation spintax mail-merge mailmerge merge-tag "
      "merge-tags mailchimp boilerplate autofill plantilla plantillas vorlage vorlagen platzhalter "
      "variável variáveis gabarit шаблон шаблоны переменная",
      kTemplates);
  table.add(
      "syntax f-string f-strings markdown regex regexp javascript typescript python php perl ruby "
      "golang rust java kotlin bash shell zsh powershell terminal html css jsx tsx xml json yaml "
      "toml "
      "sql graphql api apis endpoint endpoints react vue svelte angular docker kubernetes helm "
      "ansible "
      "terraform github gitlab git cli command commands code coding codebase snippet snippets "
      "macro "
      "macros latex function functions method parameter parameters argument arguments string "
      "strings "
      "curly braces brackets compiler generics",
      kCode);
  return table;
}();

uint32_t talk_of(const Post& post) {
  uint32_t talk = 0;
  for (const Token& token : post.tokens()) {
    if (token.kind == TokenKind::word) talk |= kTalk.find(token.hash);
    if (token.kind == TokenKind::code) talk |= kCode;
  }
  return talk;
}

bool is_quoted(const Post& post, TextSpan place) {
  const auto next =
      std::partition_point(post.quotations.begin(), post.quotations.end(),
                           [&](const Quotation& quoted) { return quoted.text.end < place.end; });
  return next != post.quotations.end() && next->text.begin <= place.begin;
}

bool has_letter_case(std::string_view name, char first, char last) {
  return std::any_of(name.begin(), name.end(), [&](char c) { return c >= first && c <= last; });
}
bool all_upper(std::string_view name) {
  return has_letter_case(name, 'A', 'Z') && !has_letter_case(name, 'a', 'z');
}

/// A place of the post that was never filled in.
struct Gap {
  TextSpan place;
  std::string words;     ///< what the finding says stands there
  bool several = false;  ///< `words` are a plural
};

/// Judges the slots of a short post that is going to be sent.
class SlotJudge {
 public:
  SlotJudge(const Post& post, const std::vector<std::string>& filled_in)
      : post_(post),
        text_(post.text()),
        filled_in_(filled_in),
        recipient_(!post.metadata.recipient.empty() &&
                   find_slots(post.metadata.recipient.value).empty()),
        talk_(talk_of(post)) {}

  bool unfilled(const Slot& slot) const {
    const std::string field = plain_field(slot.name);
    if (std::find(filled_in_.begin(), filled_in_.end(), field) != filled_in_.end()) return false;
    if (is_code(slot.span) || is_quoted(post_, slot.span)) return false;
    if (after_greeting(slot)) return in_greeting(slot, field);
    if (slot.style == SlotStyle::merge_tag) return true;
    const uint32_t reason = slot.style == SlotStyle::bracket ? kTemplates : kTemplates | kCode;
    return (talk_ & reason) == 0 && by_style(slot, field_name(field));
  }

 private:
  bool by_style(const Slot& slot, FieldName field) const {
    const bool person = field == FieldName::person;
    const bool thing = field == FieldName::thing;
    switch (slot.style) {
      case SlotStyle::double_brace:
      case SlotStyle::brace:
      case SlotStyle::dollar_brace:
        // A tool that posts may fill in a link or a date by itself, but it knows no recipient's
        // fields when there is one recipient and one text.
        if (field == FieldName::calendar || slot.name.starts_with("this.")) return false;
        return person || field == FieldName::reminder ||
               (recipient_ && plain_field(slot.name).size() >= kShortestField) ||
               (thing &&
                slot.name.substr(0, slot.name.find(" |")).find(' ') != std::string_view::npos);
      case SlotStyle::tag:
      case SlotStyle::choice:
        return recipient_;
      case SlotStyle::bracket:
        return bracket(slot, field);
      case SlotStyle::percent:
        return person;
      case SlotStyle::angle:
        if (thing && ends_clause(slot)) {
          const std::string plain = plain_field(slot.name);
          return plain.ends_with("link") || plain.ends_with("url");
        }
        return person && (all_upper(slot.name) || slot.name.find(' ') != std::string_view::npos);
      case SlotStyle::dollar:
        return person && plain_field(slot.name).ends_with("name") && slot.name.size() > 4 &&
               !all_upper(slot.name);
      case SlotStyle::merge_tag:
        return true;
    }
    return false;
  }

  /// "[NAME]", "[insert link]", "[Your Company]"; not "[Video] ...", "[sic]", "[city] councillors".
  bool bracket(const Slot& slot, FieldName field) const {
    if (is_label(slot)) return false;
    if (field == FieldName::none) {
      // "Congrats to [winner name]!"
      const bool name = slot.name.ends_with(" name") || slot.name.ends_with("_name") ||
                        slot.name.ends_with(" Name") || slot.name.ends_with(" NAME");
      if (name && (talk_ & kCode) == 0) return true;
      return recipient_ && all_upper(slot.name) && slot.name.size() >= kShortestField;
    }
    const std::string plain = plain_field(slot.name);
    if (plain.starts_with("emoji") || plain == "hashtags" || plain == "cta") return true;
    const bool phrase = slot.name.find_first_of(" _") != std::string_view::npos;
    if (field == FieldName::reminder) return all_upper(slot.name) || phrase;
    return field == FieldName::person || phrase || all_upper(slot.name) || plain == "link" ||
           plain == "url" || plain == "number";
  }

  /// At the beginning of a line, or with its value after it: "[LINK] https://..."
  bool is_label(const Slot& slot) const {
    if (field_name(plain_field(slot.name)) != FieldName::person &&
        (slot.span.begin == 0 || text_[slot.span.begin - 1] == '\n')) {
      const std::string plain = plain_field(slot.name);
      if (plain.starts_with("emoji") || plain == "hashtags") return false;
      return field_name(plain) == FieldName::none || slot.name.find(' ') == std::string_view::npos;
    }
    std::string_view after = text_.substr(slot.span.end);
    if (after.starts_with(':')) return true;
    after.remove_prefix(std::min(after.find_first_not_of(" \n"), after.size()));
    return after.starts_with("http") || after.starts_with("www.");
  }

  /// "Read it here: <link>": behind a colon and at the end of the line.
  bool ends_clause(const Slot& slot) const {
    const std::string_view after = text_.substr(slot.span.end);
    const bool ends = after.empty() || after.front() == '\n';
    return ends && slot.span.begin >= 2 && text_.substr(slot.span.begin - 2, 2) == ": ";
  }

  bool in_greeting(const Slot& slot, const std::string& field) const {
    if (slot.style == SlotStyle::dollar) return field_name(field) == FieldName::person;
    if (slot.style != SlotStyle::bracket) return true;
    return field_name(field) == FieldName::person ||
           has_letter_case(slot.name.substr(0, 1), 'A', 'Z');
  }

  /// "Hi {{name}}": the word before the slot is a greeting.
  bool after_greeting(const Slot& slot) const {
    const auto tokens = post_.tokens();
    const auto next = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.span.end <= slot.span.begin;
    });
    if (next == tokens.begin()) return false;
    const Token& word = *(next - 1);
    const std::string_view between = text_.substr(word.span.end, slot.span.begin - word.span.end);
    return is_greeting(word) && between.find_first_not_of(" @") == std::string_view::npos;
  }

  /// In backticks, in an address, or glued to code: `"{name}"`, `/{name}/`.
  bool is_code(TextSpan span) const {
    constexpr std::string_view kBefore = "`/=&?\\";
    constexpr std::string_view kAfter = "`/=&(";
    const char before = span.begin > 0 ? text_[span.begin - 1] : ' ';
    const char after = span.end < text_.size() ? text_[span.end] : ' ';
    if (kBefore.find(before) != std::string_view::npos) return true;
    if (kAfter.find(after) != std::string_view::npos) return true;
    const auto tokens = post_.tokens();
    const auto token = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& other) {
      return other.span.end <= span.begin;
    });
    return token != tokens.end() && token->span.begin <= span.begin &&
           (token->kind == TokenKind::url || token->kind == TokenKind::code);
  }

  const Post& post_;
  std::string_view text_;
  const std::vector<std::string>& filled_in_;
  bool recipient_;
  uint32_t talk_;
};

/// "[insert city here]" in running prose is an idiom; "[insert link here]" and "[insert price
/// here]" are not, nor is one that fills its line.
bool is_idiom(std::string_view text, const Slot& slot) {
  static constexpr std::array<std::string_view, 39> kIdioms = {
      "product",   "service",  "place",      "food",       "hobby",     "city",     "town",
      "country",   "state",    "name",       "noun",       "verb",      "joke",     "pun",
      "adjective", "buzzword", "cliche",     "cliché",     "celebrity", "team",     "company",
      "band",      "brand",    "politician", "technology", "framework", "language", "excuse",
      "insult",    "animal",   "season",     "holiday",    "sport",     "genre",    "trend",
      "thing",     "person",   "something",  "whatever"};
  const std::string field = plain_field(slot.name);
  const bool phrase = field.starts_with("insert") && field.ends_with("here");
  if (!phrase || all_upper(slot.name)) return false;
  std::string_view what = field;
  what.remove_suffix(std::string_view("here").size());
  const bool idiom = std::any_of(kIdioms.begin(), kIdioms.end(),
                                 [&](std::string_view word) { return what.ends_with(word); });
  if (!idiom) return false;
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
  size_t begin = slot.span.begin;
  while (begin > 0 && text[begin - 1] != '\n' && blank(text[begin - 1])) --begin;
  size_t end = slot.span.end;
  while (end < text.size() && text[end] != '\n' && (blank(text[end]) || text[end] == '.')) ++end;
  const bool fills_line =
      (begin == 0 || text[begin - 1] == '\n') && (end == text.size() || text[end] == '\n');
  return !fills_line;
}

/// "[INSERT CHART]", "[insert link here]", "[TODO: ...]", "[TK]" in an article. What stands for a
/// name may be part of a letter that the article shows.
bool is_gap_of_article(const Slot& slot) {
  const std::string field = plain_field(slot.name);
  const FieldName meaning = field_name(field);
  if (meaning == FieldName::reminder) {
    return all_upper(slot.name) && field != "xx" && field != "xxx";
  }
  if (slot.name.starts_with("TODO:") || slot.name.starts_with("TODO ")) return true;
  const bool to_do = field.starts_with("insert") || field.starts_with("add");
  return to_do && meaning == FieldName::thing && slot.name.find(' ') != std::string_view::npos;
}

std::string shown(const Post& post, TextSpan place) {
  std::string_view text = post.text(place);
  if (text.size() <= kLongestShown) return fmt::format("“{}”", text);
  size_t end = kLongestShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return fmt::format("“{}...”", text.substr(0, end));
}

std::string describe(const Post& post, const StandIn& found) {
  switch (found.kind) {
    case StandInKind::filler:
      return fmt::format("{} word{} of filler text (\"lorem ipsum\")", found.words,
                         found.words == 1 ? "" : "s");
    case StandInKind::empty_name:
      return shown(post, found.span) + " without a name";
    case StandInKind::null_name:
      return shown(post, found.span) + " instead of a name";
    case StandInKind::sample:
    case StandInKind::reminder:
    case StandInKind::amount:
      return shown(post, found.span);
  }
  return shown(post, found.span);
}

Gap gap_at(const Post& post, const StandIn& found) {
  return {found.span, describe(post, found), found.kind == StandInKind::filler && found.words > 1};
}

class UnfilledPlaceholder : public Check {
 public:
  explicit UnfilledPlaceholder(const RuleOptions& options) {
    for (const std::string& name : options.words("filled-in")) {
      filled_in_.push_back(plain_field(name));
    }
  }

  void on_post(const Post& post, const PhraseMatches& /*phrases*/, Report& report) const override {
    if (post.draft || post.declares_variables) return;
    std::vector<Gap> gaps = post.is_short() ? gaps_of_short(post) : gaps_of_article(post);
    if (gaps.empty()) return;
    std::sort(gaps.begin(), gaps.end(),
              [](const Gap& a, const Gap& b) { return a.place < b.place; });
    FindingHandle finding = report.add(gaps.front().place, message(post, gaps));
    if (!is_due(post)) finding.at_most(Severity::warning);
    for (size_t i = 1; i < std::min(gaps.size(), kMostNotes + 1); ++i) {
      finding.note(gaps[i].place, gaps[i].words + " as well");
    }
  }

 private:
  /// It has a time to go out, or somebody to go to.
  static bool is_due(const Post& post) {
    if (!post.is_short()) return false;
    return post.metadata.moment.has_value() ||
           (!post.metadata.recipient.empty() && find_slots(post.metadata.recipient.value).empty());
  }

  std::vector<Gap> gaps_of_short(const Post& post) const {
    std::vector<Gap> gaps;
    const bool due = is_due(post);
    for (const StandIn& found : find_stand_ins(post)) {
      const bool needs_time = found.kind == StandInKind::reminder ||
                              found.kind == StandInKind::amount ||
                              found.kind == StandInKind::sample;
      if ((needs_time && !due) || is_quoted(post, found.span)) continue;
      gaps.push_back(gap_at(post, found));
    }
    // Without a time or a recipient it may be the text of a bot, which fills in the fields.
    if (!due) return gaps;
    const std::vector<Slot> slots = find_slots(post.text());
    if (slots.empty()) return gaps;
    const SlotJudge judge(post, filled_in_);
    for (const Slot& slot : slots) {
      if (judge.unfilled(slot)) gaps.push_back({slot.span, shown(post, slot.span), false});
    }
    return gaps;
  }

  static std::vector<Gap> gaps_of_article(const Post& post) {
    std::vector<Gap> gaps;
    for (const StandIn& found : find_stand_ins_of_article(post)) {
      if (!is_quoted(post, found.span)) gaps.push_back(gap_at(post, found));
    }
    bool first = true;
    for (const Slot& slot : find_bracket_slots(post.text())) {
      if (!is_gap_of_article(slot) || is_quoted(post, slot.span)) continue;
      if (is_idiom(post.text(), slot)) continue;
      if (std::exchange(first, false) && (talk_of(post) & kTemplates) != 0) break;
      gaps.push_back({slot.span, shown(post, slot.span), false});
    }
    return gaps;
  }

  static std::string message(const Post& post, const std::vector<Gap>& gaps) {
    const Gap& first = gaps.front();
    const size_t others = gaps.size() - 1;
    const std::string more =
        others == 0 ? ""
                    : fmt::format(" (and {} more {})", others, others == 1 ? "place" : "places");
    if (!post.is_short()) {
      return fmt::format(
          "{}{} still {} the place of words to come; write them, take {} out, or "
          "mark the article as a draft",
          first.words, more, first.several ? "hold" : "holds", first.several ? "these" : "it");
    }
    return fmt::format(
        "{}{} {} never filled in, and this is going to be sent; it shows its "
        "reader that nobody looked. Write the real words, or mark it as a draft",
        first.words, more, first.several ? "were" : "was");
  }

  std::vector<std::string> filled_in_;
};

}  // namespace

std::unique_ptr<Check> make_unfilled_placeholder(const RuleOptions& options,
                                                 const RuleContext& /*context*/) {
  return std::make_unique<UnfilledPlaceholder>(options);
}

}  // namespace soiree
