#include "integrations/lsp/schedule_outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "integrations/lsp/readable_time.h"
#include "linter/config/discovery.h"
#include "linter/post/read_posts.h"
#include "linter/text/utf8.h"

namespace soiree {
namespace {

constexpr size_t kLongestDetail = 60;  // bytes

std::string beginning(std::string_view text) {
  std::string cut(text.substr(0, text.find('\n')));
  if (cut.size() <= kLongestDetail) return cut;
  size_t end = kLongestDetail;
  while (end > 0 && (static_cast<unsigned char>(cut[end]) & 0xC0U) == 0x80) --end;
  return cut.substr(0, end) + "…";
}

/// When and where the post goes out; without either, what else it is called by.
std::string heading(const PostMetadata& metadata, std::string time, PostKind kind) {
  for (const PlacedText& channel : metadata.channels) {
    time += (time.empty() ? "" : " · ") + std::string(channel.value);
  }
  if (!time.empty()) return time;
  return metadata.id.value.empty() ? std::string(post_kind_name(kind)) : metadata.id.value;
}

OutlinePost outline(const Post& post) {
  OutlinePost entry;
  const PostMetadata& metadata = post.metadata;
  entry.name = heading(metadata, metadata.time.value, post.kind);
  entry.title = entry.name;
  if (metadata.moment) {
    entry.title =
        heading(metadata, readable_time(*metadata.moment, metadata.zone.value), post.kind);
  }
  entry.detail = beginning(post.text());
  entry.place = post.place;
  entry.label = {post.place.begin, post.place.begin};
  if (post.place.contains(metadata.time.place)) entry.label = metadata.time.place;
  return entry;
}

std::vector<OutlinePost> read_outline(const OpenDocument& open) {
  std::vector<OutlinePost> posts;
  const std::optional<ContentKind> kind = content_kind(open.path);
  const bool data = kind == ContentKind::yaml || kind == ContentKind::json;
  const FileJob& job = open.made.job;
  if (open.kind != DocumentKind::posts || !data || open.document.text.size() > job.read.largest) {
    return posts;
  }
  const SourceFile file(open.path, open.document.text);
  for (const Post& post : read_posts(file, job.read).posts) posts.push_back(outline(post));
  return posts;
}

/// Editors ask for symbols, lenses and folds one after the other; the text is read once.
const std::vector<OutlinePost>& posts_of(OpenDocument& open) {
  if (!open.outline) open.outline = read_outline(open);
  return *open.outline;
}

/// What was found in the post, the most severe first: "2 findings: sales-pitch, promotion-share".
/// The findings are in the order of the text.
std::string verdict(const OpenDocument& open, SourceSpan place) {
  constexpr size_t kMostNamed = 3;
  std::vector<std::pair<Severity, std::string_view>> rules;
  size_t count = 0;
  const uint32_t end = std::max(place.end, place.begin + 1);
  const auto first = std::partition_point(
      open.findings.begin(), open.findings.end(),
      [&](const Finding& finding) { return finding.range.begin < place.begin; });
  for (auto each = first; each != open.findings.end() && each->range.begin < end; ++each) {
    ++count;
    rules.emplace_back(each->severity, each->rule);
  }
  if (count == 0) return "welcome";
  std::sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::string_view> names;
  for (const auto& [severity, rule] : rules) {
    if (std::find(names.begin(), names.end(), rule) == names.end()) names.push_back(rule);
  }
  const size_t more = names.size() - std::min(names.size(), kMostNamed);
  names.resize(names.size() - more);
  return fmt::format("{} finding{}: {}{}", count, count == 1 ? "" : "s", fmt::join(names, ", "),
                     more == 0 ? "" : fmt::format(" and {} more", more));
}

}  // namespace

Json symbols_json(OpenDocument& open, const ClientAbilities& abilities) {
  constexpr int kEvent = 24;
  Json symbols = Json::array();
  const TextPositions positions(open.document.text, abilities.encoding);
  for (const OutlinePost& post : posts_of(open)) {
    const Json range = range_json(positions.range(post.place));
    Json symbol = {{"name", post.name}, {"kind", kEvent}};
    if (abilities.symbol_trees) {
      symbol["detail"] = post.detail;
      symbol["range"] = range;
      symbol["selectionRange"] = range_json(positions.range(post.label));
    } else {
      symbol["location"] = {{"uri", open.document.uri}, {"range", range}};
    }
    symbols.push_back(std::move(symbol));
  }
  return symbols;
}

Json code_lenses_json(OpenDocument& open, const ClientAbilities& abilities) {
  Json lenses = Json::array();
  const TextPositions positions(open.document.text, abilities.encoding);
  for (const OutlinePost& post : posts_of(open)) {
    const TextPosition start = positions.position(post.place.begin);
    lenses.push_back({{"range", range_json({start, start})},
                      {"command",
                       {{"title", fmt::format("{} · {}", post.title, verdict(open, post.place))},
                        {"command", ""}}}});
  }
  return lenses;
}

Json folding_json(OpenDocument& open, const ClientAbilities& abilities) {
  Json folds = Json::array();
  const TextPositions positions(open.document.text, abilities.encoding);
  for (const OutlinePost& post : posts_of(open)) {
    const uint32_t last = std::max(post.place.begin, post.place.end == 0 ? 0 : post.place.end - 1);
    const uint32_t first_line = positions.position(post.place.begin).line;
    const uint32_t last_line = positions.position(last).line;
    if (last_line <= first_line) continue;
    folds.push_back({{"startLine", first_line}, {"endLine", last_line}});
  }
  return folds;
}

}  // namespace soiree
