#ifndef SOIREE_CONFIG_RESOLVE_H_
#define SOIREE_CONFIG_RESOLVE_H_

#include <span>
#include <vector>

#include "linter/config/config.h"
#include "linter/config/config_reader.h"

namespace soiree {

/// Puts one file's settings over those of the files it extends. Single values and lists that are
/// set again replace; `rules` and `feeds` merge by name, the options of a rule too; `overrides` and
/// `schedules` are appended and so win over earlier ones.
void put_over(Config& base, ConfigFile&& top);

/// What holds under the given layers, later ones over earlier ones, and the command line. A rule in
/// preview is on when `preview` is, or when a layer or `select` names it.
EffectiveConfig resolve(std::span<const Layer* const> layers, std::span<const RuleInfo> rules,
                        const ConfigOverlay& overlay);

}  // namespace soiree

#endif  // SOIREE_CONFIG_RESOLVE_H_
