#ifndef SOIREE_CLI_PRINT_ERROR_H_
#define SOIREE_CLI_PRINT_ERROR_H_

#include <string>

#include "linter/config/file_access.h"
#include "linter/output/report_view.h"
#include "linter/text/result.h"

namespace soiree {

/// The error with its line and column, as reports show it.
Failure failure_of(const Error& error, const FileAccess& files);

/// "FILE:LINE:COLUMN: message", as far as the error has a place.
std::string error_text(const Error& error, const FileAccess& files);

/// Prints "soiree: FILE:LINE:COLUMN: message" on standard error.
void print_error(const Error& error, const FileAccess& files);

}  // namespace soiree

#endif  // SOIREE_CLI_PRINT_ERROR_H_
