#ifndef SOIREE_OUTPUT_CLEAN_TEXT_H_
#define SOIREE_OUTPUT_CLEAN_TEXT_H_

#include <string>
#include <string_view>

namespace soiree {

/// `text` as valid UTF-8 that any reader takes: bytes that are not UTF-8, control characters (tab
/// and line ends stay) and noncharacters become U+FFFD. The result can stand in XML 1.0.
std::string clean_text(std::string_view text);

/// `clean_text` in one line: each run of tabs and line ends is one space.
std::string clean_line(std::string_view text);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_CLEAN_TEXT_H_
