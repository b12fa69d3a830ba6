#include "rules/self-focus/own_names.h"

#include <algorithm>

namespace soiree {

OwnNames::OwnNames(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    add(name);
    if (!name.empty() && name.front() != '@') add(name + "'s");
    if (name.size() > 1 && name.front() == '@') {
      add(name.substr(1));
    } else if (name.find_first_of(" @/") == std::string::npos) {
      add("@" + name);
    }
  }
}

void OwnNames::add(const std::string& name) {
  Segments segments;
  segment(name, {0, static_cast<uint32_t>(name.size())}, {}, segments);
  if (segments.tokens.empty()) return;
  Name entry;
  for (const Token& token : segments.tokens) entry.hashes.push_back(token.hash);
  entry.capital = segments.tokens.front().capital;
  first_words_ |= uint64_t{1} << (entry.hashes.front() & 63U);
  names_.push_back(std::move(entry));
}

size_t OwnNames::longest_match(std::span<const Token> tokens, size_t index) const {
  size_t longest = 0;
  for (const Name& name : names_) {
    if (name.hashes.size() <= longest || name.hashes.size() > tokens.size() - index) continue;
    if (name.capital && !tokens[index].capital) continue;
    const bool equal = std::equal(
        name.hashes.begin(), name.hashes.end(), tokens.begin() + static_cast<ptrdiff_t>(index),
        [](uint32_t hash, const Token& token) { return hash == token.hash; });
    if (equal) longest = name.hashes.size();
  }
  return longest;
}

}  // namespace soiree
