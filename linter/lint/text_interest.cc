#include "linter/lint/text_interest.h"

#include <algorithm>

namespace soiree {
namespace {

bool same(const HashList& a, const HashList& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

bool same_who_and_when(const Facts& a, const Facts& b) {
  return a.file == b.file && a.group == b.group && a.list == b.list && a.kind == b.kind &&
         a.draft == b.draft && a.checked == b.checked && a.has_moment == b.has_moment &&
         a.moment == b.moment && a.recipient == b.recipient && a.label.view() == b.label.view() &&
         same(a.channels, b.channels);
}

bool same_traits(const Facts& a, const Facts& b) {
  return a.language == b.language && a.traits == b.traits && (a.words > 0) == (b.words > 0) &&
         a.mentions.view() == b.mentions.view() &&
         a.quoted_person.view() == b.quoted_person.view() && same(a.quotations, b.quotations) &&
         same(a.link_hosts, b.link_hosts) && same(a.counts, b.counts);
}

}  // namespace

bool differ_in_text_only(const Facts& a, const Facts& b) {
  return same_who_and_when(a, b) && same_traits(a, b);
}

}  // namespace soiree
