#ifndef SOIREE_POST_FACTS_H_
#define SOIREE_POST_FACTS_H_

#include <cstdint>
#include <string_view>

#include "linter/post/compact_text.h"
#include "linter/post/hash_list.h"
#include "linter/post/post.h"

namespace soiree {

/// Number of shingle hashes kept per post: all of them for posts up to that many words, the
/// smallest ones (a bottom-k sketch, Cohen & Kaplan 2007) for longer ones. How far a similarity
/// is off then: linter/decisions/similarity-sketch.md.
constexpr size_t kSketchSize = 96;

/// What a rule has found a post to be, noted for its feed (Check::observe).
enum class Trait : uint8_t {
  promotion,   ///< sells or advertises what is the author's own
  check_in,    ///< tells where the author is
  quote,       ///< is mostly somebody else's words
  question,    ///< asks its readers
  thanks,      ///< thanks, congratulates or credits somebody
  engagement,  ///< answers, reposts, likes or follows somebody, or speaks to a handle
  self_focus,  ///< is mostly about the author
  count,
};

/// The small, text-free summary of a post: all that feed rules see. About 500 bytes in all.
struct Facts {
  uint32_t file = 0;   ///< index into the run's list of files
  SourceSpan place;    ///< the whole post
  SourceSpan anchor;   ///< where a finding about the whole post is put: its title or first words
  uint32_t group = 0;  ///< Post::group
  CompactText label;   ///< see id() and channel_names(): one pointer, often null
  HashList channels;   ///< hashes of the channels' names, sorted
  HashList sketch;     ///< the smallest shingle hashes, sorted
  Moment moment;
  bool has_moment = false;
  bool draft = false;
  bool checked = true;  ///< false for a context post, which gets no findings of its own
  bool judged = true;   ///< checked, or would be by the rule at hand if its file were checked
  PostKind kind = PostKind::article;
  Language language = Language::unknown;
  uint16_t traits = 0;  ///< bits, noted by the feed rules that read them; see has() and set()
  uint32_t words = 0;
  uint32_t shingles = 0;     ///< different ones when the sketch holds them all, else all of them
  uint32_t number_hash = 0;  ///< of all numbers, dates included, in order; 0 when there is none
  uint32_t list = 0;         ///< Post::list
  uint64_t text_hash = 0;    ///< of the normalised text, 0 when there is none

  // What follows is noted by the feed rules that read it (Check::observe), and empty without them.
  uint32_t recipient = 0;     ///< hash of a direct message's recipient, 0 for none
  uint64_t skeleton = 0;      ///< of the text without whatever is changed for each recipient
  HashList quotations;        ///< hashes of the words of its quotations, sorted
  HashList link_hosts;        ///< hashes of the hosts it links to, own ones left out, sorted
  CompactText quoted_person;  ///< whom it quotes, as written; empty when nobody is named
  CompactText mentions;       ///< handles, folded, without `@`, each once, a blank between them
  HashList
      counts;  ///< what somebody's own rules count: hash of the rule's id, number, words, and so on

  /// Between the two parts of `label`; no id that a person writes holds it.
  static constexpr char kLabelSeparator = '\x1F';
  /// Id of the post in its schedule, or "".
  std::string_view id() const { return label.view().substr(0, label.view().find(kLabelSeparator)); }
  /// Names of its channels as written, with ", " between them, or "".
  std::string_view channel_names() const {
    const size_t separator = label.view().find(kLabelSeparator);
    return separator == std::string_view::npos ? "" : label.view().substr(separator + 1);
  }
  bool has(Trait trait) const { return (traits & (1U << static_cast<unsigned>(trait))) != 0; }
  void set(Trait trait) { traits |= static_cast<uint16_t>(1U << static_cast<unsigned>(trait)); }
};

/// True when the sketch of `facts` holds every shingle of its text.
inline bool has_whole_sketch(const Facts& facts) { return facts.shingles == facts.sketch.size(); }

/// Share (0..1) of shingles two posts have in common (Jaccard index): exact when both sketches are
/// whole, else an estimate.
double similarity(const Facts& a, const Facts& b);

/// Summary of `post`; `file` is stored as given. What changes when a post is sent again takes no
/// part in its text: addresses, handles, hashtags around the text, emoji, dates and times, title,
/// description.
Facts summarize(const Post& post, uint32_t file);

}  // namespace soiree

#endif  // SOIREE_POST_FACTS_H_
