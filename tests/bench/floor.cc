#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "tests/bench/contender.h"

namespace soiree {
namespace {

/// Reads the file into `buffer`, which keeps its memory from file to file.
bool read_into(const std::string& path, std::string& buffer) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  struct stat status = {};
  fstat(file, &status);
  buffer.resize(static_cast<size_t>(status.st_size));
  size_t done = 0;
  while (done < buffer.size()) {
    const ssize_t count = read(file, buffer.data() + done, buffer.size() - done);
    if (count <= 0) break;
    done += static_cast<size_t>(count);
  }
  buffer.resize(done);
  close(file);
  return true;
}

uint64_t parse(const std::string& text) {
  // The options and extensions of linter/parse/markdown.cc; a fair floor does the same work.
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("tasklist"));
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node* document = cmark_parser_finish(parser);
  const auto last_line = static_cast<uint64_t>(cmark_node_get_end_line(document));
  cmark_node_free(document);
  cmark_parser_free(parser);
  return last_line;
}

}  // namespace

Contender floor_contender() {
  cmark_gfm_core_extensions_ensure_registered();
  return {"read + cmark-gfm", [](const std::vector<std::string>& paths) {
            std::string buffer;
            uint64_t lines = 0;
            for (const std::string& path : paths) {
              if (read_into(path, buffer)) lines += parse(buffer);
            }
            return lines;
          }};
}

}  // namespace soiree
