#ifndef SOIREE_OUTPUT_SARIF_FORMAT_H_
#define SOIREE_OUTPUT_SARIF_FORMAT_H_

#include <string>

#include "linter/output/report_view.h"

namespace soiree {

/// What a reader of SARIF takes. The defaults are those of GitHub's code scanning (its page on
/// SARIF support): 25,000 results a run, and 10 MB when compressed, which 40 MB of ours stay below.
struct SarifLimits {
  size_t results = 25'000;
  size_t displayed = 5'000;  ///< results of a run that are shown; those above it are taken, too
  size_t bytes = 40'000'000;
  size_t related = 20;         ///< other places of one result
  size_t snippet_bytes = 500;  ///< longer ranges are not quoted
};

/// A SARIF 2.1.0 log with one run: rules with their pages, results with fixes, other places and
/// fingerprints. Columns are code points. Suppressed findings are not in it: code scanning would
/// open alerts for them; an empty `suppressions` says that every result stands. Where the limits
/// cut, the most important results of every file are kept and a notification of the run says what
/// is missing.
std::string format_sarif(const ReportView& report, const SarifLimits& limits = {});

}  // namespace soiree

#endif  // SOIREE_OUTPUT_SARIF_FORMAT_H_
