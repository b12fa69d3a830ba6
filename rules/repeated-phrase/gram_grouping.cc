#include "rules/repeated-phrase/gram_grouping.h"

#include <bit>
#include <cstddef>
#include <utility>

namespace soiree {

void GramGrouping::find_groups(const std::vector<Gram>& grams) {
  constexpr uint32_t kEmpty = UINT32_MAX;
  table_.assign(std::bit_ceil(2 * grams.size() + 1), kEmpty);
  hashes_.clear();
  places_.clear();
  groups_.resize(grams.size());
  for (size_t i = 0; i < grams.size(); ++i) {
    const uint64_t hash = grams[i].hash;
    size_t slot = hash & (table_.size() - 1);
    while (table_[slot] != kEmpty && hashes_[table_[slot]] != hash) {
      slot = (slot + 1) & (table_.size() - 1);
    }
    if (table_[slot] == kEmpty) {
      table_[slot] = static_cast<uint32_t>(hashes_.size());
      hashes_.push_back(hash);
      places_.push_back(0);
    }
    groups_[i] = table_[slot];
    ++places_[groups_[i]];
  }
}

void GramGrouping::group(std::vector<Gram>& grams) {
  find_groups(grams);
  uint32_t begin = 0;
  for (uint32_t& place : places_) begin += std::exchange(place, begin);
  grouped_.resize(grams.size());
  for (size_t i = 0; i < grams.size(); ++i) grouped_[places_[groups_[i]]++] = grams[i];
  grams.swap(grouped_);
}

}  // namespace soiree
