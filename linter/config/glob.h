#ifndef SOIREE_CONFIG_GLOB_H_
#define SOIREE_CONFIG_GLOB_H_

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/result.h"

namespace soiree {

/// One compiled glob over `/`-separated paths, with the meaning git gives it in .gitignore:
/// `*` and `?` stop at `/`; `**` as a whole part stands for any number of parts (at least one at
/// the end); `[a-z]`, `[!a]`, `[^a]`, `[[:digit:]]`; `\` takes the next byte literally. Bytes are
/// compared, not characters. A malformed glob (unclosed `[`, `\` at the end) matches nothing.
class Glob {
 public:
  explicit Glob(std::string_view pattern);

  /// True when the glob matches all of `path` (relative, not empty, no trailing slash). Time is at
  /// most proportional to the length of the glob times the length of the path.
  bool matches(std::string_view path) const {
    // Nearly every pattern of a long list is refused here, by one byte.
    if (path.empty() || (last_ >= 0 && last_ != static_cast<uint8_t>(path.back()))) return false;
    if (first_ >= 0 && first_ != static_cast<uint8_t>(path.front())) return false;
    return matches_fully(path);
  }
  /// False when the glob is malformed and so can match nothing.
  bool well_formed() const { return shape_ != Shape::broken; }

 private:
  enum class Shape : uint8_t { broken, literal, ends_with, starts_with, one_part, parts };
  enum class Kind : uint8_t { byte, any, star, set };
  struct Token {
    Kind kind;
    char byte = 0;
    uint32_t set = 0;
  };
  struct Part {
    uint32_t begin;
    uint32_t end;
    bool any_depth;
  };

  bool tokenize(std::string_view pattern);
  bool add_set(std::string_view pattern, size_t& at);
  void close_part(uint32_t begin, bool only_stars);
  void choose_shape();
  bool matches_fully(std::string_view path) const;
  bool token_matches(const Token& token, char byte) const;
  bool part_matches(const Part& part, std::string_view name) const;
  bool parts_match(std::string_view path) const;

  Shape shape_ = Shape::broken;
  int16_t first_ = -1;  ///< byte every match starts with, -1 for any
  int16_t last_ = -1;   ///< byte every match ends with, -1 for any
  std::string literal_;
  std::vector<Token> tokens_;
  std::vector<Part> parts_;
  std::vector<std::bitset<256>> sets_;
};

/// The alternatives of `{a,b}` groups, which may be nested: `x.{md,y{a,b}}` gives three. A group
/// without a comma and an unclosed `{` stay as they are; `\` protects a brace. More than
/// `kBraceLimit` alternatives are an Error without a place.
Result<std::vector<std::string>> expand_braces(std::string_view pattern);
inline constexpr size_t kBraceLimit = 256;

}  // namespace soiree

#endif  // SOIREE_CONFIG_GLOB_H_
