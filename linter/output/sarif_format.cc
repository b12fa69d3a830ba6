#include "linter/output/sarif_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "linter/output/json_append.h"
#include "linter/output/ranking.h"
#include "linter/output/sarif_result.h"

namespace soiree {
namespace {

struct IndexedRule {
  const RuleInfo* info = nullptr;
  size_t index = 0;
};
using RuleIndex = std::map<std::string_view, IndexedRule>;

/// The rules that have results, numbered in the order of their ids.
RuleIndex index_rules(const ReportView& report) {
  RuleIndex index;
  for (const LocatedFinding& found : report.findings) {
    index.emplace(found.finding->rule, IndexedRule{found.rule, 0});
  }
  size_t next = 0;
  for (auto& [rule, entry] : index) entry.index = next++;
  return index;
}

std::string_view page_body(std::string_view doc) {
  const size_t end = doc.find("\n---\n", 3);
  return end == std::string_view::npos ? doc : doc.substr(end + 5);
}

void append_rule(std::string& out, const ReportView& report, std::string_view rule,
                 const RuleInfo* info) {
  append_json_text(out, R"({"id":)", rule);
  if (info != nullptr) {
    append_json_text(out, R"(,"shortDescription":{"text":)", info->summary);
    append_json_text(out, R"(},"fullDescription":{"text":)", info->summary);
    append_json_text(out, R"(},"help":{"text":)",
                     fmt::format("{} `soiree explain {}` says more.", info->summary, rule));
    if (find_rule_info(rule) != nullptr) {
      append_json_text(out, R"(,"markdown":)", page_body(info->doc));
    }
    append_json_text(out, R"(},"defaultConfiguration":{"level":)", severity_name(info->severity));
    out += R"(},"properties":{"tags":["writing"],"precision":"high"})";
  }
  const std::string page = rule_page(report, rule);
  if (!page.empty()) append_json_text(out, R"(,"helpUri":)", page);
  out += '}';
}

void append_tool(std::string& out, const ReportView& report, const RuleIndex& rules) {
  out += R"({"driver":{"name":"soiree","semanticVersion":")" SOIREE_VERSION R"(","rules":[)";
  std::string_view separator = "\n";
  for (const auto& [rule, entry] : rules) {
    out += separator;
    separator = ",\n";
    append_rule(out, report, rule, entry.info);
  }
  out += "]}}";
}

struct Results {
  std::string json;
  size_t count = 0;
};

/// As many results as the limits allow: all in the order of the report, or the most important ones.
Results append_results(const ReportView& report, const RuleIndex& rules,
                       const SarifLimits& limits) {
  const auto collect = [&](const std::vector<const LocatedFinding*>& order) {
    Results results;
    for (const LocatedFinding* found : order) {
      if (results.count == limits.results) break;
      const size_t before = results.json.size();
      results.json += results.count == 0 ? "\n" : ",\n";
      append_sarif_result(results.json, report, *found, rules.at(found->finding->rule).index,
                          limits);
      if (results.json.size() > limits.bytes) {
        results.json.resize(before);
        break;
      }
      ++results.count;
    }
    return results;
  };
  std::vector<const LocatedFinding*> all;
  all.reserve(report.findings.size());
  for (const LocatedFinding& found : report.findings) all.push_back(&found);
  Results results = collect(all);
  return results.count == all.size() ? results : collect(ranked(report));
}

class Notifications {
 public:
  void add(std::string_view level, std::string_view id, std::string_view text) {
    json_ += json_.empty() ? "\n" : ",\n";
    append_json_text(json_, R"({"level":)", level);
    append_json_text(json_, R"(,"descriptor":{"id":)", id);
    append_json_text(json_, R"(},"message":{"text":)", text);
    json_ += "}}";
  }
  const std::string& json() const { return json_; }

 private:
  std::string json_;
};

std::string notifications(const ReportView& report, size_t written, const SarifLimits& limits) {
  Notifications all;
  for (const Failure& failure : report.failures) {
    all.add("error", "incomplete", failure_text(failure));
  }
  if (written < report.findings.size()) {
    all.add("warning", "results-cut",
            fmt::format("This file holds {} of {} findings, errors first and spread over all "
                        "files: code scanning takes no more. `soiree check` prints them all",
                        written, report.findings.size()));
  }
  if (written > limits.displayed) {
    all.add("note", "results-not-shown",
            fmt::format("GitHub shows the {} findings of this file that weigh most, of {}",
                        limits.displayed, written));
  }
  const auto many = [&](const LocatedFinding& found) {
    return found.notes.size() > limits.related;
  };
  const auto cut = std::count_if(report.findings.begin(), report.findings.end(), many);
  if (cut > 0) {
    all.add("note", "related-cut",
            fmt::format("{} more than {} other places; the rest is left out",
                        cut == 1 ? "1 finding has" : fmt::format("{} findings have", cut),
                        limits.related));
  }
  return all.json();
}

}  // namespace

std::string format_sarif(const ReportView& report, const SarifLimits& limits) {
  const RuleIndex rules = index_rules(report);
  const Results results = append_results(report, rules, limits);
  std::string out =
      R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":)";
  append_tool(out, report, rules);
  out += R"(,"columnKind":"unicodeCodePoints",)";
  out += "\"originalUriBaseIds\":{\"SRCROOT\":{\"description\":{\"text\":";
  append_json_text(out, "", "The directory that paths start from");
  out += R"(}}},"invocations":[{"executionSuccessful":)";
  out += report.failures.empty() ? "true" : "false";
  out += R"(,"toolExecutionNotifications":[)";
  out += notifications(report, results.count, limits);
  out += "]}],\"results\":[";
  out += results.json;
  out += "\n]}]}\n";
  return out;
}

}  // namespace soiree
