#ifndef SOIREE_PARSE_TOML_LIBRARY_H_
#define SOIREE_PARSE_TOML_LIBRARY_H_

/// toml++ as a header, without exceptions. All that needs it includes it by this file, or a program
/// would have two versions of its functions.

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#if __has_include(<toml++/impl/preprocessor.hpp>)
#include <toml++/impl/preprocessor.hpp>
#else  // before 3.4
#include <toml++/impl/preprocessor.h>
#endif
// It assumes that a key begins with a byte of a key, and then looks whether it does. `[}` shows
// that the assumption is wrong: an assertion fails, and an optimiser may drop the look.
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT_ASSUME(condition) static_cast<void>(0)
#include <toml++/toml.h>

#endif  // SOIREE_PARSE_TOML_LIBRARY_H_
