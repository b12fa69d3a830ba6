#ifndef SOIREE_CLI_PRINT_ERROR_H_
#define SOIREE_CLI_PRINT_ERROR_H_

#include "linter/config/file_access.h"
#include "linter/text/result.h"

namespace soiree {

/// Prints "soiree: FILE:LINE:COLUMN: message" on standard error.
void print_error(const Error& error, const FileAccess& files);

}  // namespace soiree

#endif  // SOIREE_CLI_PRINT_ERROR_H_
