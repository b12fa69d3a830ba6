#ifndef SOIREE_LINT_SHARED_WORK_H_
#define SOIREE_LINT_SHARED_WORK_H_

#include <any>
#include <utility>
#include <vector>

namespace soiree {

/// What several rules want to know of one post and work out the same way: a post rule and the feed
/// rule of the same manner measure it once. At most one value of a type; used by one thread.
class SharedWork {
 public:
  /// The value of this type, which `make()` gives when nobody has asked before. The reference holds
  /// until the next call.
  template <class Value, class Make>
  const Value& get(Make make) {
    for (const std::any& value : values_) {
      if (const Value* found = std::any_cast<Value>(&value)) return *found;
    }
    values_.emplace_back(std::in_place_type<Value>, make());
    return *std::any_cast<Value>(&values_.back());
  }

 private:
  std::vector<std::any> values_;
};

}  // namespace soiree

#endif  // SOIREE_LINT_SHARED_WORK_H_
