#ifndef SOIREE_RULES_UNFILLED_PLACEHOLDER_FIELD_NAMES_H_
#define SOIREE_RULES_UNFILLED_PLACEHOLDER_FIELD_NAMES_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace soiree {

/// What the name of a template's field stands for.
enum class FieldName : uint8_t {
  none,
  person,    ///< a person or a company: `first_name`, `Your Company`
  thing,     ///< a link, place, product, amount
  calendar,  ///< a date or a time, which tools that post by themselves fill in
  reminder,  ///< a note to oneself: `TODO`, `TK`
};

/// The letters of `name` in lower case, without blanks, `_`, `-` and dots; what follows a `|` is
/// left out: "contact.First_Name | default" is "contactfirstname".
std::string plain_field(std::string_view name);

/// Meaning of a field's name, as plain_field gives it; words around it such as "your", "insert",
/// "recipient" and "here" do not matter.
FieldName field_name(std::string_view plain);

}  // namespace soiree

#endif  // SOIREE_RULES_UNFILLED_PLACEHOLDER_FIELD_NAMES_H_
