#include "linter/text/byte_size.h"

#include <gtest/gtest.h>

namespace soiree {
namespace {

TEST(ByteSize, IsReadAsPeopleWriteIt) {
  EXPECT_EQ(byte_size("8 MiB"), 8U << 20);
  EXPECT_EQ(byte_size("8MB"), 8U << 20);
  EXPECT_EQ(byte_size("8m"), 8U << 20);
  EXPECT_EQ(byte_size("1.5 MiB"), 3U << 19);
  EXPECT_EQ(byte_size("512 KiB"), 512U << 10);
  EXPECT_EQ(byte_size("1 GiB"), 1U << 30);
  EXPECT_EQ(byte_size("0K"), 0U);
  for (const char* wrong : {"", "8", "MiB", "-1 MiB", "8 Mi", "8 MiBs", "8 TiB", "1e3 KiB", "nan K",
                            "inf M", "99999999999999999999 GiB", "8 M i B"}) {
    EXPECT_FALSE(byte_size(wrong)) << wrong;
  }
}

TEST(ByteSize, IsWrittenShort) {
  EXPECT_EQ(byte_size_text(1), "1 byte");
  EXPECT_EQ(byte_size_text(1023), "1023 bytes");
  EXPECT_EQ(byte_size_text(1024), "1 KiB");
  EXPECT_EQ(byte_size_text(1536), "1.5 KiB");
  EXPECT_EQ(byte_size_text((uint64_t{1} << 20) - 1), "1 MiB");
  EXPECT_EQ(byte_size_text(uint64_t{100} << 20), "100 MiB");
  EXPECT_EQ(byte_size_text(UINT64_MAX), "16 EiB");
}

}  // namespace
}  // namespace soiree
