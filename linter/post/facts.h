#ifndef SOIREE_POST_FACTS_H_
#define SOIREE_POST_FACTS_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "linter/post/post.h"

namespace soiree {

/// Number of shingle hashes kept per post: all of them for posts up to that many words, the
/// smallest ones (a bottom-k sketch, Cohen & Kaplan 2007) for longer ones; similarity then has a
/// standard error of at most 0.5 / sqrt(k), 0.05.
constexpr size_t kSketchSize = 96;

/// The small, text-free summary of a post: all that feed rules see.
struct Facts {
  uint32_t file = 0;  ///< index into the run's list of files
  SourceSpan place;   ///< the whole post
  SourceSpan anchor;  ///< where a finding about the whole post is put: its title or first words
  std::string id;     ///< id of the post in its schedule, often empty
  PostKind kind = PostKind::article;
  Language language = Language::unknown;
  bool draft = false;
  bool checked = true;  ///< false for a context post, which gets no findings of its own
  uint32_t group = 0;
  std::vector<uint32_t> channels;  ///< hashes of the channels' names, sorted
  bool has_moment = false;
  Moment moment;
  uint32_t words = 0;
  uint32_t own_words = 0;  ///< words outside quotations
  uint32_t quoted_words = 0;
  uint32_t self_words = 0;
  uint32_t reader_words = 0;
  uint64_t text_hash = 0;        ///< of the normalised text, 0 when there is none
  uint32_t shingles = 0;         ///< how many different ones the text has
  std::vector<uint32_t> sketch;  ///< the smallest shingle hashes, sorted
};

/// Share (0..1) of shingles two posts have in common (Jaccard index), exact when both have at most
/// kSketchSize of them.
double similarity(const Facts& a, const Facts& b);

/// Summary of `post`; `file` is stored as given.
Facts summarize(const Post& post, uint32_t file);

}  // namespace soiree

#endif  // SOIREE_POST_FACTS_H_
