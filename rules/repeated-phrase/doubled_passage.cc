#include "rules/repeated-phrase/doubled_passage.h"

#include <bit>

namespace soiree {

DoubledPassage find_doubled_passage(const Post& post, const std::vector<ProseSentence>& sentences) {
  struct Seen {
    uint64_t hash;
    size_t sentence;
  };
  // An open table of the first sentence with each hash.
  std::vector<Seen> table(std::bit_ceil(2 * sentences.size() + 1));
  DoubledPassage longest;
  size_t last_earlier = 0;
  size_t run = 0;
  uint32_t words = 0;
  for (size_t i = 0; i < sentences.size(); ++i) {
    const uint64_t hash = sentences[i].hash | 1;
    size_t slot = (hash >> 20) & (table.size() - 1);
    while (table[slot].hash != 0 && table[slot].hash != hash) {
      slot = (slot + 1) & (table.size() - 1);
    }
    if (sentences[i].form == SentenceForm::list_item) {
      run = 0;
      continue;
    }
    if (table[slot].hash == 0) {
      table[slot] = {hash, i};
      run = 0;
      continue;
    }
    const size_t earlier = table[slot].sentence;
    const bool goes_on = run > 0 && earlier == last_earlier + 1;
    run = goes_on ? run + 1 : 1;
    words = goes_on ? words + sentences[i].words : sentences[i].words;
    last_earlier = earlier;
    if (words <= longest.words) continue;
    const auto span = [&](size_t last) {
      return TextSpan{post.tokens()[sentences[last + 1 - run].first_word].span.begin,
                      post.segments.sentences[sentences[last].sentence].span.end};
    };
    longest = {run, words, span(earlier), span(i)};
  }
  return longest;
}

}  // namespace soiree
