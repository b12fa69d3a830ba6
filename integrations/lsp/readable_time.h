#ifndef SOIREE_LSP_READABLE_TIME_H_
#define SOIREE_LSP_READABLE_TIME_H_

#include <string>
#include <string_view>

#include "linter/parse/dates.h"

namespace soiree {

/// A moment for people: "Tue 3 Mar 2026 09:30 Europe/Berlin". `zone` is the time zone that holds
/// for the post, "" for none; where the moment has an offset of its own, that is shown
/// ("UTC+02:00").
std::string readable_time(const Moment& moment, std::string_view zone);

}  // namespace soiree

#endif  // SOIREE_LSP_READABLE_TIME_H_
