#ifndef SOIREE_TEXT_BYTE_SIZE_H_
#define SOIREE_TEXT_BYTE_SIZE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace soiree {

/// Bytes of a size as people write it: a number, with or without a fraction, and a unit ("8 MiB",
/// "1.5MB", "512 KiB"). K, M and G with or without B or iB are all powers of 1,024. Nothing when
/// it is no size, has no unit or is not below 16 EiB.
std::optional<uint64_t> byte_size(std::string_view text);

/// "512 bytes", "1.5 KiB", "100 MiB": at most one digit after the point.
std::string byte_size_text(uint64_t bytes);

}  // namespace soiree

#endif  // SOIREE_TEXT_BYTE_SIZE_H_
