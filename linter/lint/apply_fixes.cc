#include "linter/lint/apply_fixes.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace soiree {
namespace {

const Fix* chosen_fix(const Finding& finding, bool unsafe_too) {
  for (const Fix& fix : finding.fixes) {
    if (fix.safety == FixSafety::safe || unsafe_too) return &fix;
  }
  return nullptr;
}

SourceSpan extent_of(const Fix& fix) {
  SourceSpan extent = fix.edits.front().range;
  for (const Edit& edit : fix.edits) {
    extent.begin = std::min(extent.begin, edit.range.begin);
    extent.end = std::max(extent.end, edit.range.end);
  }
  return extent;
}

}  // namespace

FixedText apply_fixes(std::string_view text, std::span<const Finding> findings, uint32_t file,
                      bool unsafe_too) {
  std::vector<std::pair<SourceSpan, const Fix*>> fixes;
  for (const Finding& finding : findings) {
    if (finding.file != file) continue;
    const Fix* fix = chosen_fix(finding, unsafe_too);
    if (fix != nullptr && !fix->edits.empty()) fixes.emplace_back(extent_of(*fix), fix);
  }
  std::stable_sort(fixes.begin(), fixes.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first.begin, a.first.end) < std::tie(b.first.begin, b.first.end);
  });
  FixedText fixed;
  std::vector<const Edit*> edits;
  uint32_t end = 0;
  for (const auto& [extent, fix] : fixes) {
    const bool touches = fixed.applied > 0 && extent.begin < end;
    if (touches || extent.end > text.size()) continue;
    for (const Edit& edit : fix->edits) edits.push_back(&edit);
    end = extent.end;
    ++fixed.applied;
  }
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit* a, const Edit* b) { return a->range.begin < b->range.begin; });
  uint32_t at = 0;
  for (const Edit* edit : edits) {
    if (edit->range.begin < at) continue;
    fixed.text.append(text.substr(at, edit->range.begin - at)).append(edit->text);
    at = edit->range.end;
  }
  fixed.text.append(text.substr(at));
  return fixed;
}

}  // namespace soiree
