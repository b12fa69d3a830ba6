#include "linter/output/baseline.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "linter/config/paths.h"
#include "linter/output/clean_text.h"
#include "linter/output/json_append.h"

namespace soiree {
namespace {

using nlohmann::json;

constexpr std::string_view kAdvice =
    "; mend it, or take the file away and write it again with --write-baseline";

Error broken(const std::string& path, std::string_view what, SourceSpan place = {}) {
  return Error{fmt::format("this is no baseline that soiree can read: {}{}", what, kAdvice), path,
               place};
}

Result<json> parse(std::string_view text, const std::string& path) {
  try {
    return json::parse(text);
  } catch (const json::parse_error& error) {
    const auto end = static_cast<uint32_t>(std::min(error.byte, text.size()));
    return broken(path, "it is not JSON from here on", {end > 0 ? end - 1 : 0, std::max(end, 1U)});
  }
}

const std::string* text_of(const json& entry, const char* name) {
  const auto value = entry.find(name);
  return value == entry.end() ? nullptr : value->get_ptr<const std::string*>();
}

}  // namespace

Result<Baseline> Baseline::read(std::string_view text, const std::string& path,
                                std::string directory) {
  Result<json> parsed = parse(text, path);
  if (!parsed) return parsed.error();
  const json& root = *parsed;
  if (!root.is_object()) return broken(path, "it holds no object");
  const auto version = root.find("version");
  if (version == root.end() || *version != 1) return broken(path, "its `version` is not 1");
  const auto findings = root.find("findings");
  if (findings == root.end() || !findings->is_array()) {
    return broken(path, "it has no list of `findings`");
  }
  Baseline baseline(std::move(directory));
  for (size_t i = 0; i < findings->size(); ++i) {
    const json& entry = (*findings)[i];
    const bool object = entry.is_object();
    const std::string* file = object ? text_of(entry, "file") : nullptr;
    const std::string* rule = object ? text_of(entry, "rule") : nullptr;
    const std::string* fingerprint = object ? text_of(entry, "fingerprint") : nullptr;
    const auto count = object ? entry.find("count") : entry.end();
    const bool counted = object && count != entry.end() && count->is_number_unsigned() &&
                         *count > 0 && *count <= UINT32_MAX;
    if (file == nullptr || rule == nullptr || fingerprint == nullptr || !counted) {
      return broken(path, fmt::format("entry {} of `findings` has no file, rule, fingerprint or "
                                      "count",
                                      i + 1));
    }
    baseline.counts_[{*file, *rule, *fingerprint}] += count->get<uint32_t>();
  }
  return baseline;
}

std::string Baseline::text() const {
  std::string out = "{\n  \"version\": 1,\n  \"findings\": [";
  std::string_view separator = "\n";
  for (const auto& [key, count] : counts_) {
    out += separator;
    separator = ",\n";
    append_json_text(out, "    {\"file\": ", std::get<0>(key));
    append_json_text(out, ", \"rule\": ", std::get<1>(key));
    append_json_text(out, ", \"fingerprint\": ", std::get<2>(key));
    append_json_number(out, ", \"count\": ", count);
    out += '}';
  }
  return out + (counts_.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

std::string Baseline::path_of(const ReportView& report, std::string_view file) const {
  const std::string absolute = absolute_path(report.current, file);
  const bool below = is_below(directory_, absolute);
  return clean_text(below ? path_below(directory_, absolute) : std::string_view(absolute));
}

Baseline::Key Baseline::key_of(const ReportView& report, std::string_view file,
                               std::string_view rule, std::string_view excerpt) const {
  const uint64_t hash = XXH3_64bits(excerpt.data(), excerpt.size());
  return {path_of(report, file), std::string(rule), fmt::format("{:016x}", hash)};
}

Baseline::Key Baseline::key_of(const ReportView& report, const LocatedFinding& found) const {
  return key_of(report, found.location.file, found.finding->rule, found.excerpt);
}

std::vector<Baseline::Key> Baseline::home_keys(const ReportView& report,
                                               const LocatedFinding& found) const {
  std::vector<Key> keys;
  for (const LocatedHome& home : found.homes) {
    keys.push_back(key_of(report, home.file, found.finding->rule, home.excerpt));
  }
  return keys;
}

void Baseline::add(const ReportView& report) {
  for (const LocatedFinding& found : report.findings) {
    if (found.homes.empty()) ++counts_[key_of(report, found)];
    for (const Key& key : home_keys(report, found)) counts_.emplace(key, 1);
  }
}

void Baseline::keep_uncovered(const Baseline& old, const Covers& covers) {
  for (const auto& [key, count] : old.counts_) {
    if (covers(std::get<0>(key), std::get<1>(key))) continue;
    uint32_t& kept = counts_[key];  // one that is there was seen from another post of its feed
    kept = std::max(kept, count);
  }
}

size_t Baseline::size() const {
  size_t size = 0;
  for (const auto& [key, count] : counts_) size += count;
  return size;
}

void Baseline::apply(ReportView& report, const Covers& covers, const IsGone& is_gone) const {
  Counts left = counts_;
  const auto take_known = [&](const auto& key_of_finding) {
    const auto known = [&](const LocatedFinding& found) {
      const auto entry = left.find(key_of_finding(found));
      if (entry == left.end()) return false;
      if (--entry->second == 0) left.erase(entry);
      return true;
    };
    report.baselined += std::erase_if(report.findings, known);
  };
  take_known([&](const LocatedFinding& found) { return key_of(report, found); });
  report.baselined += std::erase_if(report.findings, [&](const LocatedFinding& found) {
    const std::vector<Key> homes = home_keys(report, found);
    return !homes.empty() && std::all_of(homes.begin(), homes.end(),
                                         [&](const Key& key) { return counts_.contains(key); });
  });
  // What is left of files that are gone can be anywhere.
  Counts elsewhere;
  Counts expected;  // the part of it that this run covers
  std::map<std::string_view, bool> gone;
  for (const auto& [key, count] : left) {
    const auto& [file, rule, fingerprint] = key;
    const auto [known, added] = gone.emplace(file, false);
    if (added) known->second = is_gone(file);
    const bool covered = covers(file, rule);
    if (known->second) {
      elsewhere[{"", rule, fingerprint}] += count;
      if (covered) expected[{"", rule, fingerprint}] += count;
    } else if (covered) {
      report.unmatched_baseline += count;
    }
  }
  left = elsewhere;
  take_known([&](const LocatedFinding& found) {
    Key key = key_of(report, found);
    std::get<0>(key).clear();
    return key;
  });
  for (const auto& [key, count] : expected) {
    const auto rest = left.find(key);
    const uint32_t taken = elsewhere[key] - (rest == left.end() ? 0 : rest->second);
    report.unmatched_baseline += count - std::min(count, taken);
  }
}

}  // namespace soiree
