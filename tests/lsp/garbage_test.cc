#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/support/lsp_client.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

using Json = nlohmann::json;

std::string framed(const std::string& content) {
  return "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content;
}

void expect_alive(LspClient& client) {
  EXPECT_EQ(client.request("no/such/method", nullptr).value("/error/code"_json_pointer, 0), -32601);
}

TEST(LspGarbage, WrongHeadersAreSkipped) {
  LspClient client;
  client.start("/nowhere");
  client.send_raw("Content-Length: many\r\n\r\n");
  client.send_raw("\r\n\r\nContent-Type: x\r\n\r\n");
  client.send_raw("Content-Length: 99999999999999999999999\r\n\r\n");
  client.send_raw("Content-Length: 9999999999\r\n\r\n");
  client.send_raw("Content-Length: -5\r\n\r\n");
  client.send_raw(std::string(5000, 'x') + "\r\n\r\n");
  expect_alive(client);
}

TEST(LspGarbage, ContentThatIsNoMessageIsRefused) {
  LspClient client;
  client.start("/nowhere");
  for (const char* content :
       {"{", "\"\xFF\"", "[]", "7", "null", "{}", R"({"id":1.5,"method":"x"})",
        R"({"id":{},"method":"x"})", R"({"id":5,"method":9})", R"([{"id":1,"method":"x"}])"}) {
    client.send_raw(framed(content));
    const auto answer = client.wait_for([](const Json& message) {
      return message.contains("error") && !message.contains("method");
    });
    ASSERT_TRUE(answer) << content;
    const int code = (*answer)["error"]["code"];
    EXPECT_TRUE(code == -32700 || code == -32600) << content;
  }
  client.send_raw(framed(std::string(200000, '[')));
  client.send_raw(framed(std::string(100000, '[') + std::string(100000, ']')));
  expect_alive(client);
}

TEST(LspGarbage, WrongParametersAreRefused) {
  const TemporaryDirectory folder;
  LspClient client;
  client.start(folder.path());
  const std::string uri = uri_of(folder.path("a.md"));
  client.open(uri, "Bread in the the oven.");
  const Json document = {{"uri", uri}};
  for (const char* method : {"textDocument/hover", "textDocument/codeAction",
                             "textDocument/documentSymbol", "textDocument/codeLens"}) {
    for (const Json& params : {Json(), Json(3), Json::array(), Json{{"textDocument", "a.md"}},
                               Json{{"textDocument", {{"uri", 7}}}}}) {
      EXPECT_EQ(client.request(method, params).value("/error/code"_json_pointer, 0), -32602);
    }
  }
  for (const char* method :
       {"textDocument/didOpen", "textDocument/didChange", "textDocument/didClose",
        "textDocument/didSave", "workspace/didChangeWatchedFiles",
        "workspace/didChangeWorkspaceFolders", "initialized"}) {
    client.notify(method, nullptr);
    client.notify(method, {{"textDocument", document}, {"changes", 3}, {"event", "x"}});
  }
  expect_alive(client);
}

TEST(LspGarbage, PositionsBeyondTheTextAreCut) {
  const TemporaryDirectory folder;
  LspClient client;
  client.start(folder.path());
  const std::string uri = uri_of(folder.path("a.md"));
  client.open(uri, "Bread 😀\n");
  std::mt19937 random(7);
  const std::vector<Json> numbers = {0,  1,          2,   7,     8,    4294967295U,
                                     -1, 9999999999, 1.5, 1e300, -1e9, 18446744073709551615U};
  const auto any = [&] { return numbers[random() % numbers.size()]; };
  const auto place = [&] { return Json{{"line", any()}, {"character", any()}}; };
  for (int version = 2; version < 200; ++version) {
    const Json range = {{"start", place()}, {"end", place()}};
    client.notify("textDocument/didChange",
                  {{"textDocument", {{"uri", uri}, {"version", version}}},
                   {"contentChanges", Json::array({{{"range", range}, {"text", "the 😀\n"}}})}});
    client.send(
        {{"jsonrpc", "2.0"},
         {"id", "x"},
         {"method", "textDocument/codeAction"},
         {"params", {{"textDocument", {{"uri", uri}}}, {"range", range}, {"context", nullptr}}}});
  }
  expect_alive(client);
}

TEST(LspGarbage, HalfASurrogatePairIsReplaced) {
  const TemporaryDirectory folder;
  LspClient client;
  client.start(folder.path());
  const std::string uri = uri_of(folder.path("a.md"));
  client.send_raw(framed(
      R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":")" +
      uri + R"(","languageId":"markdown","version":1,"text":"\ud83d in the the oven"}}})"));
  const Json found = client.diagnostics(uri);
  ASSERT_EQ(found["diagnostics"].size(), 1U);
  EXPECT_EQ(found["diagnostics"][0]["range"]["start"]["character"], 5);
}

TEST(LspGarbage, RandomBytesDoNoHarm) {
  std::mt19937 random(11);
  const std::string alphabet = "Content-Length: 0123456789\r\n\r\n{}[]\":,";
  for (int round = 0; round < 20; ++round) {
    LspClient client;
    std::string bytes;
    for (int i = 0; i < 4000; ++i) {
      bytes +=
          random() % 3 == 0 ? static_cast<char>(random()) : alphabet[random() % alphabet.size()];
    }
    client.send_raw(bytes);
    client.hang_up();
    EXPECT_EQ(client.exit_status(), 1);
  }
}

}  // namespace
}  // namespace soiree
