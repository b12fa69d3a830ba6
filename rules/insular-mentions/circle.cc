#include "rules/insular-mentions/circle.h"

#include <algorithm>

#include "linter/text/words.h"

namespace soiree {
namespace {

constexpr size_t kCircle = 3;

}  // namespace

OwnHandles::OwnHandles(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::string handle = fold_word(name);
    if (handle.starts_with('@')) handle.erase(0, 1);
    if (!handle.empty()) handles_.push_back(std::move(handle));
  }
  std::sort(handles_.begin(), handles_.end());
}

bool OwnHandles::has(std::string_view handle) const {
  const auto is_own = [&](std::string_view name) {
    return std::binary_search(handles_.begin(), handles_.end(), name);
  };
  return is_own(handle) || is_own(handle.substr(0, handle.find('@')));
}

void MentionCounts::add(const std::vector<std::string_view>& handles) {
  for (const std::string_view handle : handles) {
    const size_t before = counts_[handle]++;
    squares_ += 2 * before + 1;
    own_mentions_ += own_.has(handle) ? 1 : 0;
  }
  mentions_ += handles.size();
  posts_ += handles.empty() ? 0 : 1;
}

void MentionCounts::remove(const std::vector<std::string_view>& handles) {
  for (const std::string_view handle : handles) {
    const auto found = counts_.find(handle);
    squares_ -= 2 * found->second - 1;
    own_mentions_ -= own_.has(handle) ? 1 : 0;
    if (--found->second == 0) counts_.erase(found);
  }
  mentions_ -= handles.size();
  posts_ -= handles.empty() ? 0 : 1;
}

double MentionCounts::herfindahl() const {
  const auto all = static_cast<double>(mentions_);
  return mentions_ == 0 ? 0 : static_cast<double>(squares_) / (all * all);
}

std::vector<std::string> MentionCounts::circle() const {
  std::vector<std::pair<size_t, std::string_view>> repeated;
  for (const auto& [handle, count] : counts_) {
    if (count > 1) repeated.emplace_back(count, handle);
  }
  std::sort(repeated.begin(), repeated.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::string> circle;
  for (size_t i = 0; i < repeated.size() && i < kCircle; ++i) {
    circle.emplace_back(repeated[i].second);
  }
  return circle;
}

size_t MentionCounts::count(std::string_view handle) const {
  const auto found = counts_.find(handle);
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace soiree
