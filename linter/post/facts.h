#ifndef SOIREE_POST_FACTS_H_
#define SOIREE_POST_FACTS_H_

#include <cstdint>
#include <string>

#include "linter/post/hash_list.h"
#include "linter/post/post.h"

namespace soiree {

/// Number of shingle hashes kept per post: all of them for posts up to that many words, the
/// smallest ones (a bottom-k sketch, Cohen & Kaplan 2007) for longer ones. How far a similarity
/// is off then: linter/decisions/similarity-sketch.md.
constexpr size_t kSketchSize = 96;

/// The small, text-free summary of a post: all that feed rules see. About 500 bytes in all.
struct Facts {
  uint32_t file = 0;   ///< index into the run's list of files
  SourceSpan place;    ///< the whole post
  SourceSpan anchor;   ///< where a finding about the whole post is put: its title or first words
  uint32_t group = 0;  ///< Post::group
  std::string id;      ///< id of the post in its schedule, often empty
  HashList channels;   ///< hashes of the channels' names, sorted
  HashList sketch;     ///< the smallest shingle hashes, sorted
  Moment moment;
  bool has_moment = false;
  bool draft = false;
  bool checked = true;  ///< false for a context post, which gets no findings of its own
  PostKind kind = PostKind::article;
  Language language = Language::unknown;
  uint32_t words = 0;
  uint32_t shingles = 0;     ///< different ones when the sketch holds them all, else all of them
  uint32_t number_hash = 0;  ///< of all numbers, dates included, in order; 0 when there is none
  uint64_t text_hash = 0;    ///< of the normalised text, 0 when there is none
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
