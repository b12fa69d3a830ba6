#include "linter/config/custom_rule_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "linter/config/custom_limit_reader.h"
#include "linter/config/custom_message.h"
#include "linter/config/node_checks.h"
#include "linter/config/paths.h"
#include "linter/text/source_file.h"

namespace soiree {
namespace {

using Kind = ConfigNode::Kind;

constexpr std::array<std::string_view, 18> kKeys = {
    "id",      "summary", "severity", "status",   "kind",      "message",
    "why",     "parts",   "posts",    "channels", "languages", "phrases",
    "pattern", "count",   "at-most",  "at-least", "per",       "examples"};
/// What a rule's other keys say already. Rule pages have it, so it may stand here, too.
constexpr std::string_view kScopeKey = "scope";
constexpr std::array<std::string_view, 3> kKinds = {"phrases", "pattern", "limit"};
constexpr std::array<std::string_view, 5> kParts = {"title", "description", "heading", "prose",
                                                    "quote"};
constexpr std::array<std::string_view, 5> kPostKinds = {"article", "social", "reply", "repost",
                                                        "direct_message"};
constexpr std::array<std::string_view, 2> kPhraseKeys = {"phrase", "replacement"};
constexpr std::array<std::string_view, 4> kExampleKeys = {"flagged", "fine", "fixed", "file"};

Severity severity_of(std::string_view name) {
  if (name == "error") return Severity::error;
  return name == "note" ? Severity::note : Severity::warning;
}

RuleStatus status_of(std::string_view name) {
  if (name == "preview") return RuleStatus::preview;
  return name == "deprecated" ? RuleStatus::deprecated : RuleStatus::stable;
}

class CustomRuleReader {
 public:
  CustomRuleReader(const std::string& file, std::string_view bytes, std::vector<Error>& mistakes)
      : checks_(file, mistakes), bytes_(bytes), lines_(bytes) {}

  void read(const ConfigNode& root, std::string_view name, CustomRule& rule) {
    if (!checks_.is_map(root, "a rule")) return;
    checks_.check_keys(root, kKeys, kScopeKey);
    RuleHeader header{"", "", "warning", "stable", "post"};
    const bool feed = NodeChecks::find(root, "per") != nullptr && is_window(root);
    if (feed) header.scope = "feed";
    read_rule_header(root, name, checks_, header);
    if (const ConfigNode* scope = NodeChecks::find(root, kScopeKey);
        scope != nullptr && header.scope != (feed ? "feed" : "post")) {
      checks_.blame(*scope, feed ? "a limit over a window is a feed rule; remove 'scope'"
                                 : "only a limit with 'per: 10 posts' or 'per: 7 days' is a feed "
                                   "rule; remove 'scope' or add 'per'");
    }
    rule.id = header.id;
    rule.summary = header.summary;
    rule.info.severity = severity_of(header.severity);
    rule.info.status = status_of(header.status);
    rule.info.scope = feed ? RuleScope::feed : RuleScope::post;
    read_filter(root, rule.filter);
    read_kind(root, rule);
    read_message(root, rule);
    read_examples(root, rule);
  }

 private:
  static bool is_window(const ConfigNode& root) {
    return NodeChecks::find(root, "per")->text != "post";
  }

  /// Items of a list of words, or the one word that stands for such a list.
  std::vector<const ConfigNode*> words_of(const ConfigNode& root, std::string_view key) {
    std::vector<const ConfigNode*> words;
    const ConfigNode* node = NodeChecks::find(root, key);
    if (node == nullptr) return words;
    if (node->kind == Kind::scalar) words.push_back(node);
    if (node->kind == Kind::map || node->kind == Kind::null) {
      checks_.blame(*node, std::string(key) + " must be a list of words");
    }
    for (const ConfigNode& item : node->items) {
      if (node->kind != Kind::list) break;
      if (item.kind == Kind::scalar && !item.text.empty()) {
        words.push_back(&item);
      } else {
        checks_.blame(item, "every item of " + std::string(key) + " must be a word");
      }
    }
    return words;
  }

  template <size_t size>
  uint32_t bits_of(const ConfigNode& root, std::string_view key,
                   const std::array<std::string_view, size>& names, uint32_t usual) {
    uint32_t bits = 0;
    for (const ConfigNode* word : words_of(root, key)) {
      const auto* name = std::find(names.begin(), names.end(), word->text);
      if (name != names.end()) {
        bits |= 1U << (name - names.begin());
        continue;
      }
      std::string known;
      for (const std::string_view each : names) {
        known.append(known.empty() ? "" : ", ").append(each);
      }
      checks_.blame(*word, "'" + word->text + "' is not one of " + known);
    }
    return NodeChecks::find(root, key) == nullptr ? usual : bits;
  }

  void read_filter(const ConfigNode& root, CustomFilter& filter) {
    constexpr uint32_t kAllButQuotes = (1U << static_cast<unsigned>(PostPart::quote)) - 1;
    filter.parts = bits_of(root, "parts", kParts, kAllButQuotes);
    filter.kinds = bits_of(root, "posts", kPostKinds, UINT32_MAX);
    for (const ConfigNode* channel : words_of(root, "channels")) {
      filter.channels.push_back(fold_word(channel->text));
    }
    if (NodeChecks::find(root, "languages") == nullptr) return;
    filter.languages = {};
    for (const ConfigNode* tag : words_of(root, "languages")) {
      const Language language = language_from_tag(tag->text);
      if (language == Language::unknown || language == Language::other) {
        checks_.blame(*tag, "'" + tag->text +
                                "' is no language that posts are told apart by; there are en, es, "
                                "pt, fr, de, ru, zh and ja");
      }
      filter.languages.add(language);
    }
  }

  void read_kind(const ConfigNode& root, CustomRule& rule) {
    const std::string kind = checks_.choice_of(root, "kind", kKinds);
    const auto refuse = [&](std::string_view key, std::string_view owner) {
      const ConfigNode* node = NodeChecks::find(root, key);
      if (node == nullptr || kind.empty()) return;
      checks_.blame(*node, "'" + std::string(key) + "' belongs to a rule of kind " +
                               std::string(owner) + ", this one is of kind " + kind);
    };
    if (kind != "pattern") refuse("pattern", "pattern");
    if (kind == "pattern") refuse("phrases", "phrases");
    if (kind != "limit") {
      for (const std::string_view key : {"count", "at-most", "at-least", "per"}) {
        refuse(key, "limit");
      }
    }
    kind_known_ = std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
    if (kind == "phrases") read_phrases(root, rule);
    if (kind == "pattern") read_pattern(root, rule);
    if (kind == "limit") {
      rule.kind = CustomKind::limit;
      read_custom_limit(root, checks_, rule.limit);
      if (rule.limit.counted == Counted::phrases) read_phrases(root, rule);
      rule.kind = CustomKind::limit;
    }
  }

  /// After the kind, which decides what a message can tell.
  void read_message(const ConfigNode& root, CustomRule& rule) {
    const ConfigNode* message = NodeChecks::find(root, "message");
    if (message == nullptr) return;
    if (message->kind != Kind::scalar) return checks_.blame(*message, "message must be a text");
    rule.message = message->text;
    if (kind_known_) check_custom_message(*message, rule, bytes_, checks_);
  }

  void read_phrases(const ConfigNode& root, CustomRule& rule) {
    rule.kind = CustomKind::phrases;
    const ConfigNode* list = NodeChecks::find(root, "phrases");
    if (list != nullptr && list->kind == Kind::scalar && !list->text.empty()) {
      return checks_.blame(*list,
                           "phrases is a list; put `- ` before each phrase, on its own line");
    }
    if (list == nullptr || list->kind != Kind::list || list->items.empty()) {
      return checks_.blame(list == nullptr || list->place.empty() ? root : *list,
                           "'phrases' is missing or empty; add a list of phrases");
    }
    if (list->items.size() > UINT16_MAX) {
      return checks_.blame(*list, "more than 65535 phrases; split the rule");
    }
    for (const ConfigNode& item : list->items) read_phrase(item, rule);
  }

  void read_phrase(const ConfigNode& item, CustomRule& rule) {
    CustomPhrase phrase;
    std::string pattern = item.text;
    const ConfigNode* place = &item;
    if (item.kind == Kind::map) {
      checks_.check_keys(item, kPhraseKeys);
      pattern = checks_.text_of(item, "phrase");
      if (const ConfigNode* node = NodeChecks::find(item, "phrase")) place = node;
      if (const ConfigNode* node = NodeChecks::find(item, "replacement")) {
        phrase.replacement = node->text;
      }
    }
    if (pattern.empty()) {
      if (item.kind != Kind::map) checks_.blame(item, "a phrase is one or more words");
      return;
    }
    Result<std::vector<PhraseSequence>> sequences = read_phrase_pattern(pattern);
    if (!sequences) return checks_.blame(*place, sequences.error().message);
    phrase.sequences = std::move(*sequences);
    rule.phrases.push_back(std::move(phrase));
  }

  void read_pattern(const ConfigNode& root, CustomRule& rule) {
    rule.kind = CustomKind::pattern;
    rule.pattern = checks_.text_of(root, "pattern");
    if (rule.pattern.empty()) return;
    if (const auto mistake = pattern_mistake(rule.pattern)) {
      checks_.blame(*NodeChecks::find(root, "pattern"), "the pattern is wrong: " + *mistake);
    }
  }

  void read_examples(const ConfigNode& root, CustomRule& rule) {
    const ConfigNode* list = NodeChecks::find(root, "examples");
    if (list == nullptr) return;
    if (list->kind != Kind::list) {
      return checks_.blame(*list, "examples must be a list of 'flagged: ...' and 'fine: ...'");
    }
    for (const ConfigNode& item : list->items) {
      if (checks_.is_map(item, "an example")) read_example(item, rule);
    }
  }

  void read_example(const ConfigNode& item, CustomRule& rule) {
    checks_.check_keys(item, kExampleKeys);
    const ConfigNode* flagged = NodeChecks::find(item, "flagged");
    const ConfigNode* fine = NodeChecks::find(item, "fine");
    if ((flagged == nullptr) == (fine == nullptr)) {
      return checks_.blame(item, "an example is either 'flagged' or 'fine'");
    }
    const ConfigNode& text = flagged != nullptr ? *flagged : *fine;
    CustomExample example;
    example.text = without_marks(text.text);
    example.line = static_cast<uint32_t>(lines_.line_of(text.place.begin) + 1);
    example.path = "example.md";
    if (const ConfigNode* path = NodeChecks::find(item, "file")) example.path = path->text;
    if (const ConfigNode* fixed = NodeChecks::find(item, "fixed")) example.fixed = fixed->text;
    if (flagged != nullptr && example.text.ranges.empty()) {
      checks_.blame(text,
                    "a flagged example marks what is found: put it between \u27E6 and \u27E7");
    }
    if (fine != nullptr && !example.text.ranges.empty()) {
      checks_.blame(text, "a fine example has no marks");
    }
    rule.examples.push_back(std::move(example));
  }

  NodeChecks checks_;
  std::string_view bytes_;
  LineIndex lines_;
  bool kind_known_ = false;
};

}  // namespace

std::shared_ptr<const CustomRule> read_custom_rule(const std::string& file, std::string_view bytes,
                                                   std::vector<Error>& errors) {
  std::vector<Error> mistakes;
  const ConfigNode root = read_config_yaml(file, bytes, mistakes);
  auto rule = std::make_shared<CustomRule>();
  rule->file = file;
  rule->doc = std::string(bytes);
  const std::string_view base = file_name(file);
  if (mistakes.empty()) {
    CustomRuleReader(file, bytes, mistakes).read(root, base.substr(0, base.rfind('.')), *rule);
  }
  if (mistakes.empty() && find_rule_info(rule->id) != nullptr) {
    mistakes.push_back(
        {"there is a built-in rule `" + rule->id + "`; choose another name", file, {}});
  }
  const bool right = mistakes.empty();
  std::move(mistakes.begin(), mistakes.end(), std::back_inserter(errors));
  if (!right) return nullptr;
  rule->info.id = rule->id;
  rule->info.summary = rule->summary;
  rule->info.doc = rule->doc;
  return rule;
}

std::vector<std::string> custom_rule_names(const std::string& file, std::string_view bytes) {
  const std::string_view base = file_name(file);
  std::vector<std::string> names = {std::string(base.substr(0, base.rfind('.')))};
  std::vector<Error> mistakes;
  const ConfigNode root = read_config_yaml(file, bytes, mistakes);
  const ConfigNode* id =
      root.kind == ConfigNode::Kind::map ? NodeChecks::find(root, "id") : nullptr;
  if (id != nullptr && !id->text.empty() && id->text != names[0]) names.push_back(id->text);
  return names;
}

}  // namespace soiree
