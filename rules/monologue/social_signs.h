#ifndef SOIREE_RULES_MONOLOGUE_SOCIAL_SIGNS_H_
#define SOIREE_RULES_MONOLOGUE_SOCIAL_SIGNS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "linter/lint/rule.h"

namespace soiree {

/// The signs that a post turns to somebody else: a question, thanks, a handle, a link to what is
/// not the author's own.
class SocialSigns {
 public:
  explicit SocialSigns(const RuleContext& context);

  /// Sets the traits question, thanks and engagement and the hosts of the links in `facts`.
  void note(const Post& post, const PhraseMatches& phrases, Facts& facts) const;

 private:
  bool is_own_host(std::string_view host) const;
  bool mentions_others(const Post& post) const;
  void note_links(const Post& post, Facts& facts) const;

  LexiconId lexicon_;
  std::vector<std::string> own_names_;  ///< folded, without "@"
};

/// Hash of a host that a feed links to nearly always, 0 when there is none: the address of the
/// author's own site, named in the configuration or not. Places where everybody publishes
/// (YouTube, GitHub ...) are nobody's own.
uint32_t house_of(const Feed& feed);

/// True for a post that asks, answers, thanks, credits or addresses somebody, or links elsewhere
/// than to `house`.
bool turns_to_others(const Facts& facts, uint32_t house);

}  // namespace soiree

#endif  // SOIREE_RULES_MONOLOGUE_SOCIAL_SIGNS_H_
