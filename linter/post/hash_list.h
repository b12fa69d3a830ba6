#ifndef SOIREE_POST_HASH_LIST_H_
#define SOIREE_POST_HASH_LIST_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <utility>

namespace soiree {

/// A fixed list of hashes in one pointer: a post's facts hold two of them, and a vector's three
/// pointers would be a tenth of what a post may cost.
class HashList {
 public:
  HashList() = default;
  explicit HashList(std::span<const uint32_t> values) { assign(values); }
  HashList(std::initializer_list<uint32_t> values) {
    assign(std::span(values.begin(), values.size()));
  }
  HashList(const HashList& other) { assign(other.span()); }
  HashList(HashList&&) noexcept = default;
  HashList& operator=(const HashList& other) {
    if (this != &other) assign(other.span());
    return *this;
  }
  HashList& operator=(HashList&&) noexcept = default;
  ~HashList() = default;

  size_t size() const { return values_ == nullptr ? 0 : values_[0]; }
  bool empty() const { return size() == 0; }
  const uint32_t* begin() const { return values_ == nullptr ? nullptr : &values_[1]; }
  const uint32_t* end() const { return begin() + size(); }
  uint32_t operator[](size_t index) const { return values_[index + 1]; }
  std::span<const uint32_t> span() const { return {begin(), size()}; }

 private:
  void assign(std::span<const uint32_t> values) {
    if (values.empty()) {
      values_.reset();
      return;
    }
    std::unique_ptr<uint32_t[]> copy(new uint32_t[values.size() + 1]);
    copy[0] = static_cast<uint32_t>(values.size());
    std::copy(values.begin(), values.end(), &copy[1]);
    values_ = std::move(copy);
  }

  std::unique_ptr<uint32_t[]> values_;  ///< the number of values, then the values; null for none
};

}  // namespace soiree

#endif  // SOIREE_POST_HASH_LIST_H_
