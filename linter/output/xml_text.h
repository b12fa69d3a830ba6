#ifndef SOIREE_OUTPUT_XML_TEXT_H_
#define SOIREE_OUTPUT_XML_TEXT_H_

#include <string>
#include <string_view>

namespace soiree {

/// Appends `text` escaped for XML 1.0, as an attribute's value in double quotes or between tags.
/// What XML cannot hold becomes U+FFFD.
void append_xml_text(std::string& out, std::string_view text);

/// Appends ` name="text"`.
void append_xml_attribute(std::string& out, std::string_view name, std::string_view text);

}  // namespace soiree

#endif  // SOIREE_OUTPUT_XML_TEXT_H_
