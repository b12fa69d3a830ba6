#include "linter/lint/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <unordered_map>
#include <vector>

#include "linter/lint/text_interest.h"
#include "rules/canned-broadcast/skeleton.h"

namespace soiree {
namespace {

/// Messages are looked up by so many of their smallest shingle hashes, see near-duplicate.
constexpr size_t kKeys = 8;
constexpr size_t kGroupsPerKey = 8;
constexpr size_t kMostNotes = 5;
constexpr size_t kNone = SIZE_MAX;

/// Copies of one message.
struct Group {
  std::vector<const Facts*> messages;
  std::set<uint32_t> recipients;
  bool exact = true;  ///< nothing but names, handles and links differs
};

/// True when two messages may be copies: numbers that differ are an appointment, an amount or a
/// seat, and such messages are written for their reader.
bool may_be_copies(const Facts& a, const Facts& b) {
  const bool versions = a.group != 0 && a.group == b.group && a.file == b.file;
  return !versions && a.number_hash == b.number_hash && a.kind == b.kind;
}

class Groups {
 public:
  explicit Groups(double threshold) : threshold_(threshold) {}

  void add(const Facts& message) {
    size_t found = same_skeleton(message);
    if (found == kNone) {
      found = similar(message);
      if (found != kNone) groups_[found].exact = false;
    }
    if (found == kNone) {
      found = groups_.size();
      groups_.emplace_back();
      by_skeleton_.emplace(message.skeleton, found);
      remember(message, found);
    }
    groups_[found].messages.push_back(&message);
    groups_[found].recipients.insert(message.recipient);
  }

  const std::vector<Group>& all() const { return groups_; }

 private:
  struct Bucket {
    std::array<uint32_t, kGroupsPerKey> groups{};
    uint32_t size = 0;
  };

  size_t same_skeleton(const Facts& message) const {
    const auto found = by_skeleton_.find(message.skeleton);
    if (found == by_skeleton_.end()) return kNone;
    const bool copies = may_be_copies(*groups_[found->second].messages.front(), message);
    return copies ? found->second : kNone;
  }

  size_t similar(const Facts& message) const {
    size_t best = kNone;
    double most = threshold_;
    for (size_t i = 0; i < std::min(kKeys, message.sketch.size()); ++i) {
      const auto bucket = by_hash_.find(message.sketch[i]);
      if (bucket == by_hash_.end()) continue;
      for (size_t j = 0; j < bucket->second.size; ++j) {
        const size_t group = bucket->second.groups[j];
        const Facts& first = *groups_[group].messages.front();
        if (!may_be_copies(first, message)) continue;
        const double found = similarity(first, message);
        if (found < most) continue;
        most = found;
        best = group;
      }
    }
    return best;
  }

  void remember(const Facts& message, size_t group) {
    for (size_t i = 0; i < std::min(kKeys, message.sketch.size()); ++i) {
      Bucket& bucket = by_hash_[message.sketch[i]];
      if (bucket.size < kGroupsPerKey) bucket.groups[bucket.size++] = static_cast<uint32_t>(group);
    }
  }

  double threshold_;
  std::vector<Group> groups_;
  std::unordered_map<uint64_t, size_t> by_skeleton_;
  std::unordered_map<uint32_t, Bucket> by_hash_;
};

class CannedBroadcast : public Check, public TextInterest {
 public:
  explicit CannedBroadcast(const RuleOptions& options)
      : recipients_(static_cast<size_t>(options.integer("recipients"))),
        minimum_words_(static_cast<uint32_t>(options.integer("minimum-words"))),
        similarity_(options.number("similarity")) {}

  void observe(const Post& post, const PhraseMatches& /*phrases*/, Facts& facts) const override {
    const bool message = post.kind == PostKind::direct_message || post.kind == PostKind::reply;
    if (!message || post.declares_variables) return;
    const Skeleton skeleton = skeleton_of(post);
    if (skeleton.words < minimum_words_) return;
    facts.recipient = recipient_of(post);
    facts.skeleton = skeleton.hash;
  }

  void on_feed(const Feed& feed, FeedReport& report) const override {
    Groups groups(similarity_);
    for (const Facts* post : feed.posts) {
      if (post->draft || post->skeleton == 0 || post->recipient == 0) continue;
      groups.add(*post);
    }
    for (const Group& group : groups.all()) {
      if (group.recipients.size() >= recipients_) add_finding(group, report);
    }
  }
  bool reads_text_of(const Facts& post) const override {
    return post.skeleton != 0 && post.recipient != 0;
  }

 private:
  static void add_finding(const Group& group, FeedReport& report) {
    const auto first_with = [&](bool Facts::*which) {
      return std::find_if(group.messages.begin(), group.messages.end(),
                          [&](const Facts* message) { return message->*which; });
    };
    const auto first = first_with(&Facts::checked);
    if (first == group.messages.end()) return;
    std::vector<FeedReport::Related> copies;
    for (const Facts* message : group.messages) {
      if (message == *first || copies.size() == kMostNotes) continue;
      FeedReport::Related& copy = copies.emplace_back();
      copy.post = message;
      copy.message = "the same message to somebody else";
    }
    report.add(
        **first,
        fmt::format(
            "{} people get this message, {}; they will notice, and it asks for none of them. "
            "Write to each what only they could get, or post it once for all",
            group.recipients.size(),
            group.exact ? "with nothing but the name changed" : "with a few words changed"),
        copies, {*first_with(&Facts::judged)});
  }

  size_t recipients_;
  uint32_t minimum_words_;
  double similarity_;
};

}  // namespace

std::unique_ptr<Check> make_canned_broadcast(const RuleOptions& options,
                                             const RuleContext& /*context*/) {
  return std::make_unique<CannedBroadcast>(options);
}

}  // namespace soiree
