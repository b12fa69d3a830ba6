#ifndef SOIREE_POST_COMPACT_TEXT_H_
#define SOIREE_POST_COMPACT_TEXT_H_

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace soiree {

/// A text in one pointer, null when it is empty: most posts have none of those that their facts may
/// hold, and a string would take four times the room for that.
class CompactText {
 public:
  CompactText() = default;
  CompactText(std::string_view text) { assign(text); }  // NOLINT(google-explicit-constructor)
  CompactText(const CompactText& other) { assign(other.view()); }
  CompactText(CompactText&&) noexcept = default;
  CompactText& operator=(const CompactText& other) {
    if (this != &other) assign(other.view());
    return *this;
  }
  CompactText& operator=(CompactText&&) noexcept = default;
  ~CompactText() = default;

  bool empty() const { return bytes_ == nullptr; }
  std::string_view view() const {
    if (bytes_ == nullptr) return {};
    uint32_t size = 0;
    std::memcpy(&size, bytes_.get(), sizeof size);
    return {&bytes_[sizeof size], size};
  }

 private:
  void assign(std::string_view text) {
    if (text.empty()) {
      bytes_.reset();
      return;
    }
    const auto size = static_cast<uint32_t>(text.size());
    std::unique_ptr<char[]> bytes(new char[sizeof size + text.size()]);
    std::memcpy(bytes.get(), &size, sizeof size);
    std::copy(text.begin(), text.end(), &bytes[sizeof size]);
    bytes_ = std::move(bytes);
  }

  std::unique_ptr<char[]> bytes_;  ///< the size, then the text
};

}  // namespace soiree

#endif  // SOIREE_POST_COMPACT_TEXT_H_
