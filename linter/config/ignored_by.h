#ifndef SOIREE_CONFIG_IGNORED_BY_H_
#define SOIREE_CONFIG_IGNORED_BY_H_

#include <string>

#include "linter/config/config_cache.h"
#include "linter/config/file_access.h"

namespace soiree {

/// The glob in the `ignore` of some configuration that leaves this file or directory out of every
/// run, by itself or by a directory above it; null when there is none. `absolute` is tidied and
/// need not exist. The glob lives as long as `configs`.
const Setting<std::string>* ignored_by(const std::string& absolute, bool is_directory,
                                       const FileAccess& files, ConfigCache& configs);

}  // namespace soiree

#endif  // SOIREE_CONFIG_IGNORED_BY_H_
