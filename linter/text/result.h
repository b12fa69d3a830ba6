#ifndef SOIREE_TEXT_RESULT_H_
#define SOIREE_TEXT_RESULT_H_

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "linter/text/span.h"

namespace soiree {

/// Why something could not be done, for people: what is wrong, where, and what to do about it.
struct Error {
  std::string message;
  std::string file;       ///< path the error is about, empty when none
  SourceSpan place = {};  ///< bytes in `file`, empty at 0 when the whole file is meant
  uint64_t size = 0;      ///< of a file that was not read because of its size, in bytes; else 0
};

/// Either a value or an Error. Used for failures of configuration, input and output; a malformed
/// content file is a finding and not an Error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : value_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(value_); }
  explicit operator bool() const { return ok(); }
  T& value() { return std::get<T>(value_); }
  const T& value() const { return std::get<T>(value_); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  const Error& error() const { return std::get<Error>(value_); }

 private:
  std::variant<T, Error> value_;
};

}  // namespace soiree

#endif  // SOIREE_TEXT_RESULT_H_
