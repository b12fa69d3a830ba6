#include "linter/config/custom_limit_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

namespace soiree {
namespace {

constexpr std::array<std::string_view, 6> kCounted = {"phrases",  "links", "mentions",
                                                      "hashtags", "words", "questions"};
constexpr uint32_t kLongestWindow = 100000;

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end;
}

/// "3" or "10%".
void read_bound(const ConfigNode& root, std::string_view key, NodeChecks& checks,
                CustomLimit& limit, std::optional<double>& bound) {
  const ConfigNode* node = NodeChecks::find(root, key);
  if (node == nullptr) return;
  std::string_view text = node->text;
  const bool share = text.ends_with('%');
  if (share) text.remove_suffix(1);
  double number = 0;
  if (!read_number(text, number) || !(number >= 0 && number <= 1e9)) {
    return checks.blame(*node, std::string(key) +
                                   " must be a number such as 3, or a share of the "
                                   "words such as 10%");
  }
  limit.share = limit.share || share;
  bound = share ? number / 100 : number;
}

/// "post", "10 posts" or "7 days".
void read_window(const ConfigNode& root, NodeChecks& checks, CustomLimit& limit) {
  const ConfigNode* node = NodeChecks::find(root, "per");
  if (node == nullptr || node->text == "post") return;
  const std::string_view text = node->text;
  const size_t blank = text.find(' ');
  const std::string_view unit = blank == std::string_view::npos ? "" : text.substr(blank + 1);
  uint32_t number = 0;
  const bool right = read_number(text.substr(0, blank), number) && number > 0 &&
                     number <= kLongestWindow &&
                     (unit == "posts" || unit == "days" || unit == "day" || unit == "post");
  if (!right) {
    return checks.blame(*node, "per must be 'post', or a window such as '10 posts' or '7 days'");
  }
  (unit.starts_with("post") ? limit.window_posts : limit.window_days) = number;
}

}  // namespace

void read_custom_limit(const ConfigNode& root, NodeChecks& checks, CustomLimit& limit) {
  const std::string counted = checks.choice_of(root, "count", kCounted);
  const auto* found = std::find(kCounted.begin(), kCounted.end(), counted);
  if (found != kCounted.end()) limit.counted = static_cast<Counted>(found - kCounted.begin());
  if (const ConfigNode* phrases = NodeChecks::find(root, "phrases");
      phrases != nullptr && found != kCounted.end() && limit.counted != Counted::phrases) {
    checks.blame(*phrases, "'phrases' belongs to a limit with 'count: phrases', this one counts " +
                               counted + "; remove it or change 'count'");
  }
  read_bound(root, "at-most", checks, limit, limit.most);
  read_bound(root, "at-least", checks, limit, limit.least);
  read_window(root, checks, limit);
  const ConfigNode* most = NodeChecks::find(root, "at-most");
  const ConfigNode* least = NodeChecks::find(root, "at-least");
  if (most == nullptr && least == nullptr) {
    checks.blame(root, "a limit needs 'at-most' or 'at-least'");
  }
  if (most != nullptr && least != nullptr &&
      most->text.ends_with('%') != least->text.ends_with('%')) {
    checks.blame(*least, "'at-most' and 'at-least' must both be numbers or both be shares");
  }
  if (limit.share && limit.counted == Counted::words) {
    checks.blame(root, "words cannot be limited to a share of the words; use a number");
  }
}

}  // namespace soiree
