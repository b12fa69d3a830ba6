#include "linter/output/ranking.h"

#include <algorithm>
#include <map>
#include <utility>

namespace soiree {

std::vector<const LocatedFinding*> ranked(const ReportView& report) {
  struct Place {
    const LocatedFinding* found;
    size_t round;
  };
  std::map<std::pair<std::string_view, Severity>, size_t> seen;
  std::vector<Place> places;
  places.reserve(report.findings.size());
  for (const LocatedFinding& found : report.findings) {
    places.push_back({&found, seen[{found.location.file, found.finding->severity}]++});
  }
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    const Severity left = a.found->finding->severity;
    const Severity right = b.found->finding->severity;
    return left != right ? left > right : a.round < b.round;
  });
  std::vector<const LocatedFinding*> order;
  order.reserve(places.size());
  for (const Place& place : places) order.push_back(place.found);
  return order;
}

}  // namespace soiree
