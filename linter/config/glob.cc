#include "linter/config/glob.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace soiree {
namespace {

constexpr size_t npos = std::string_view::npos;

uint8_t byte_at(std::string_view text, size_t at) { return static_cast<uint8_t>(text[at]); }

/// Adds the bytes of a POSIX class such as "digit"; false when there is no such class.
bool add_named_class(std::string_view name, std::bitset<256>& set) {
  using Test = int (*)(int);
  static constexpr std::array<std::pair<std::string_view, Test>, 12> kClasses = {{
      {"alnum", [](int c) { return std::isalnum(c); }},
      {"alpha", [](int c) { return std::isalpha(c); }},
      {"blank", [](int c) { return static_cast<int>(c == ' ' || c == '\t'); }},
      {"cntrl", [](int c) { return std::iscntrl(c); }},
      {"digit", [](int c) { return std::isdigit(c); }},
      {"graph", [](int c) { return std::isgraph(c); }},
      {"lower", [](int c) { return std::islower(c); }},
      {"print", [](int c) { return std::isprint(c); }},
      {"punct", [](int c) { return std::ispunct(c); }},
      {"space", [](int c) { return std::isspace(c); }},
      {"upper", [](int c) { return std::isupper(c); }},
      {"xdigit", [](int c) { return std::isxdigit(c); }},
  }};
  for (const auto& [known, test] : kClasses) {
    if (known != name) continue;
    for (int c = 0; c < 128; ++c) {
      if (test(c) != 0) set.set(static_cast<size_t>(c));
    }
    return true;
  }
  return false;
}

}  // namespace

Glob::Glob(std::string_view pattern) {
  if (tokenize(pattern)) choose_shape();
}

/// Reads a set whose `[` is at `at` and leaves `at` behind its `]`. False when it is malformed.
bool Glob::add_set(std::string_view pattern, size_t& at) {
  std::bitset<256> set;
  ++at;
  const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (negated) ++at;
  int previous = -1;
  for (bool first = true;; first = false) {
    if (at >= pattern.size()) return false;
    char byte = pattern[at];
    if (byte == ']' && !first) break;
    if (byte == '[' && at + 1 < pattern.size() && pattern[at + 1] == ':') {
      const size_t close = pattern.find(']', at + 2);
      if (close == npos) return false;
      if (close > at + 2 && pattern[close - 1] == ':') {
        if (!add_named_class(pattern.substr(at + 2, close - at - 3), set)) return false;
        at = close + 1;
        previous = -1;
        continue;
      }
    }
    const bool range =
        byte == '-' && previous >= 0 && at + 1 < pattern.size() && pattern[at + 1] != ']';
    if (range) byte = pattern[++at];
    if (byte == '\\' && ++at >= pattern.size()) return false;
    const int value = byte_at(pattern, at++);
    for (int c = range ? previous : value; c <= value; ++c) set.set(static_cast<size_t>(c));
    previous = range ? -1 : value;
  }
  ++at;
  if (negated) set.flip();
  set.reset('/');
  tokens_.push_back({Kind::set, 0, static_cast<uint32_t>(sets_.size())});
  sets_.push_back(set);
  return true;
}

void Glob::close_part(uint32_t begin, bool only_stars) {
  const auto end = static_cast<uint32_t>(tokens_.size());
  parts_.push_back({begin, end, only_stars && end > begin});
}

bool Glob::tokenize(std::string_view pattern) {
  uint32_t begin = 0;
  size_t stars = 0;  // of this part, as long as it holds nothing else
  bool other = false;
  for (size_t at = 0; at < pattern.size();) {
    const char byte = pattern[at];
    if (byte == '*') {
      const size_t run = std::min(pattern.find_first_not_of('*', at), pattern.size()) - at;
      stars += run;
      tokens_.push_back({Kind::star});
      at += run;
      continue;
    }
    const bool escaped_slash = byte == '\\' && at + 1 < pattern.size() && pattern[at + 1] == '/';
    if (byte == '/' || escaped_slash) {
      close_part(begin, !other && stars >= 2);
      begin = static_cast<uint32_t>(tokens_.size());
      stars = 0;
      other = false;
      at += escaped_slash ? 2 : 1;
      continue;
    }
    other = true;
    if (byte == '[') {
      if (!add_set(pattern, at)) return false;
    } else if (byte == '?') {
      tokens_.push_back({Kind::any});
      ++at;
    } else {
      if (byte == '\\' && ++at >= pattern.size()) return false;
      tokens_.push_back({Kind::byte, pattern[at++]});
    }
  }
  close_part(begin, !other && stars >= 2);
  return true;
}

/// Most ignore patterns are a plain name, `*.ext` or `name*`; those are compared directly.
void Glob::choose_shape() {
  shape_ = parts_.size() == 1 ? Shape::one_part : Shape::parts;
  const Part& front = parts_.front();
  const Part& back = parts_.back();
  if (front.begin < front.end && tokens_[front.begin].kind == Kind::byte) {
    first_ = static_cast<uint8_t>(tokens_[front.begin].byte);
  }
  if (back.begin < back.end && tokens_[back.end - 1].kind == Kind::byte) {
    last_ = static_cast<uint8_t>(tokens_[back.end - 1].byte);
  }
  if (parts_.size() != 1 || parts_[0].any_depth) return;
  const auto is_byte = [](const Token& token) { return token.kind == Kind::byte; };
  const auto bytes = static_cast<size_t>(std::count_if(tokens_.begin(), tokens_.end(), is_byte));
  if (bytes == tokens_.size()) {
    shape_ = Shape::literal;
  } else if (bytes + 1 == tokens_.size() && tokens_.front().kind == Kind::star) {
    shape_ = Shape::ends_with;
  } else if (bytes + 1 == tokens_.size() && tokens_.back().kind == Kind::star) {
    shape_ = Shape::starts_with;
  }
  for (const Token& token : tokens_) {
    if (token.kind == Kind::byte) literal_ += token.byte;
  }
}

bool Glob::token_matches(const Token& token, char byte) const {
  if (token.kind == Kind::byte) return token.byte == byte;
  if (token.kind == Kind::any) return true;
  return sets_[token.set].test(static_cast<uint8_t>(byte));
}

/// Only the last `*` ever needs another try, since an earlier one that takes more would leave less
/// for the rest; so the time is bounded by the product of both lengths.
bool Glob::part_matches(const Part& part, std::string_view name) const {
  uint32_t token = part.begin;
  size_t at = 0;
  uint32_t retry_token = part.end;
  size_t retry_at = npos;
  while (at < name.size()) {
    if (token < part.end && tokens_[token].kind == Kind::star) {
      retry_token = ++token;
      retry_at = at;
    } else if (token < part.end && token_matches(tokens_[token], name[at])) {
      ++token;
      ++at;
    } else if (retry_at != npos) {
      token = retry_token;
      at = ++retry_at;
    } else {
      return false;
    }
  }
  while (token < part.end && tokens_[token].kind == Kind::star) ++token;
  return token == part.end;
}

/// The same, one level up: parts instead of bytes, `**` instead of `*`.
bool Glob::parts_match(std::string_view path) const {
  size_t part = 0;
  size_t at = 0;  // start of the next name; path.size() + 1 when none is left
  size_t retry_part = npos;
  size_t retry_at = 0;
  const auto name_end = [&](size_t from) { return std::min(path.find('/', from), path.size()); };
  while (at <= path.size()) {
    const size_t end = name_end(at);
    if (part < parts_.size() && parts_[part].any_depth) {
      if (part + 1 == parts_.size()) return true;
      retry_part = ++part;
      retry_at = at;
    } else if (part < parts_.size() && part_matches(parts_[part], path.substr(at, end - at))) {
      ++part;
      at = end + 1;
    } else if (retry_part != npos) {
      part = retry_part;
      at = retry_at = name_end(retry_at) + 1;
    } else {
      return false;
    }
  }
  return part == parts_.size();
}

bool Glob::matches_fully(std::string_view path) const {
  switch (shape_) {
    case Shape::broken:
      return false;
    case Shape::literal:
      return path == literal_;
    case Shape::ends_with:
      return path.ends_with(literal_) &&
             path.substr(0, path.size() - literal_.size()).find('/') == npos;
    case Shape::starts_with:
      return path.starts_with(literal_) && path.substr(literal_.size()).find('/') == npos;
    case Shape::one_part:
      return parts_[0].any_depth || (path.find('/') == npos && part_matches(parts_[0], path));
    case Shape::parts:
      return parts_match(path);
  }
  return false;
}

}  // namespace soiree
