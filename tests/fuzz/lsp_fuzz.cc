// Any bytes from a client: the server ends by itself with a status that the protocol knows, and
// everything it says is framed JSON. The first byte chooses what the bytes are: a stream as it is,
// messages one a line, or the text of a document about which everything is asked; then each
// request is answered once.

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "integrations/lsp/message_stream.h"
#include "integrations/lsp/protocol.h"
#include "integrations/lsp/server.h"
#include "tests/fuzz/require.h"

namespace {

using soiree::Json;

// There is nothing on disk below it.
constexpr std::string_view kFolder = "file:///dev/null/blog";
constexpr std::array<std::string_view, 5> kNames = {"a.md", "a.mdx", "a.tweet", "a.yaml",
                                                    ".soiree.yaml"};
constexpr std::array<std::string_view, 7> kRequests = {
    "textDocument/hover",          "textDocument/codeAction",   "textDocument/codeLens",
    "textDocument/documentSymbol", "textDocument/foldingRange", "textDocument/completion",
    "textDocument/diagnostic"};

using soiree::require;

std::string framed(std::string_view content) {
  return "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + std::string(content);
}

std::string message(const Json& content) { return framed(soiree::message_text(content)); }

Json initialize() {
  return {{"jsonrpc", "2.0"},
          {"id", "start"},
          {"method", "initialize"},
          {"params", {{"capabilities", Json::object()}, {"rootUri", kFolder}}}};
}

std::string lines_as_messages(std::string_view text) {
  std::string stream = message(initialize());
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    stream += framed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return stream;
}

/// A document with this text, a change in its middle, and all requests about both.
std::string document_session(std::string_view text, size_t choice) {
  const std::string uri = std::string(kFolder) + "/" + std::string(kNames[choice % kNames.size()]);
  const Json place = {{"line", choice % 7}, {"character", choice % 40}};
  const Json range = {{"start", place}, {"end", {{"line", choice % 9}, {"character", 3}}}};
  std::string stream = message(initialize());
  stream += message(
      {{"method", "textDocument/didOpen"},
       {"params",
        {{"textDocument", {{"uri", uri}, {"languageId", "x"}, {"version", 1}, {"text", text}}}}}});
  int id = 0;
  for (int version = 2; version < 4; ++version) {
    for (const std::string_view method : kRequests) {
      stream += message({{"id", ++id},
                         {"method", method},
                         {"params",
                          {{"textDocument", {{"uri", uri}}},
                           {"position", place},
                           {"range", range},
                           {"context", {{"diagnostics", Json::array()}}}}}});
    }
    stream +=
        message({{"method", "textDocument/didChange"},
                 {"params",
                  {{"textDocument", {{"uri", uri}, {"version", version}}},
                   {"contentChanges", Json::array({{{"range", range}, {"text", "the "}}})}}}});
  }
  stream += message({{"id", ++id},
                     {"method", "workspace/diagnostic"},
                     {"params", {{"previousResultIds", Json::array()}}}});
  return stream + message({{"id", ++id}, {"method", "shutdown"}});
}

void write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = ::write(file, bytes.data(), bytes.size());
    require(size > 0);
    bytes.remove_prefix(static_cast<size_t>(size));
  }
  require(::lseek(file, 0, SEEK_SET) == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const size_t choice = data[0];
  const bool document = choice % 3 == 2;
  const std::string stream = document          ? document_session(bytes, choice / 3)
                             : choice % 3 == 1 ? lines_as_messages(bytes)
                                               : std::string(bytes);
  const int input = ::memfd_create("input", 0);
  const int output = ::memfd_create("output", 0);
  require(input >= 0 && output >= 0);
  write_all(input, stream);
  const int status = soiree::Server(input, output, "https://rules.test").run();
  require(status == 0 || status == 1);
  require(!document || status == 0);

  require(::lseek(output, 0, SEEK_SET) == 0);
  soiree::MessageStream said(output, -1);
  std::set<Json> answered;
  std::string content;
  soiree::ReadOutcome outcome = said.read(content);
  for (; outcome == soiree::ReadOutcome::message; outcome = said.read(content)) {
    const Json message = Json::parse(content, nullptr, false);
    require(message.is_object() && message.value("jsonrpc", "") == "2.0");
    const bool answer = !message.contains("method");
    if (document && answer) require(answered.insert(message.at("id")).second);
  }
  require(outcome == soiree::ReadOutcome::end);
  // `initialize`, both rounds of requests, the whole workspace, `shutdown`.
  require(!document || answered.size() == 2 * kRequests.size() + 3);
  ::close(input);
  ::close(output);
  return 0;
}
