#include "linter/text/byte_size.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace soiree {
namespace {

constexpr std::string_view kUnits = "kmg";

/// Power of 1,024 that the unit stands for, nothing when it is none.
std::optional<int> power_of(std::string_view unit) {
  if (unit.empty() || unit.size() > 3) return std::nullopt;
  const size_t power = kUnits.find(static_cast<char>(unit.front() | 0x20));
  if (power == std::string_view::npos) return std::nullopt;
  const std::string_view rest = unit.substr(1);
  const bool known = rest.empty() || rest == "B" || rest == "b" || rest == "iB" || rest == "ib";
  return known ? std::optional(static_cast<int>(power) + 1) : std::nullopt;
}

}  // namespace

std::optional<uint64_t> byte_size(std::string_view text) {
  double number = 0;
  const auto [end, problem] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (problem != std::errc() || !std::isfinite(number) || number < 0) return std::nullopt;
  std::string_view unit = text.substr(static_cast<size_t>(end - text.data()));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  const std::optional<int> power = power_of(unit);
  if (!power) return std::nullopt;
  const double bytes = std::ldexp(number, 10 * *power);
  if (bytes >= 0x1p64) return std::nullopt;
  return static_cast<uint64_t>(bytes);
}

std::string byte_size_text(uint64_t bytes) {
  if (bytes < 1024) return fmt::format("{} byte{}", bytes, bytes == 1 ? "" : "s");
  constexpr std::string_view kNames[] = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  double number = static_cast<double>(bytes) / 1024;
  size_t unit = 0;
  while (number >= 1023.95 && unit + 1 < std::size(kNames)) {
    number /= 1024;
    ++unit;
  }
  const double tenths = std::round(number * 10) / 10;
  const bool whole = tenths == std::floor(tenths);
  return whole ? fmt::format("{:.0f} {}", tenths, kNames[unit])
               : fmt::format("{:.1f} {}", tenths, kNames[unit]);
}

}  // namespace soiree
