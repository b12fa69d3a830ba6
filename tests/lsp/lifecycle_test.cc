#include <gtest/gtest.h>

#include "tests/support/lsp_client.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

using Json = nlohmann::json;

int error_code(const Json& response) { return response.value("/error/code"_json_pointer, 0); }

TEST(LspLifecycle, RequestsBeforeInitializeAreRefused) {
  LspClient client;
  client.notify("textDocument/didOpen", Json::object());
  EXPECT_EQ(error_code(client.request("textDocument/hover", Json::object())), -32002);
  EXPECT_EQ(error_code(client.request("shutdown", nullptr)), -32002);
  client.notify("exit", nullptr);
  EXPECT_EQ(client.exit_status(), 1);
}

TEST(LspLifecycle, InitializeIsForOnce) {
  LspClient client;
  const Json capabilities = client.start("/nowhere");
  EXPECT_EQ(capabilities["textDocumentSync"]["change"], 2);
  EXPECT_EQ(error_code(client.request("initialize", Json::object())), -32600);
}

TEST(LspLifecycle, ShutdownThenExitIsOrderly) {
  LspClient client;
  client.start("/nowhere");
  const Json response = client.request("shutdown", nullptr);
  ASSERT_TRUE(response.contains("result"));
  EXPECT_TRUE(response["result"].is_null());
  EXPECT_EQ(error_code(client.request("textDocument/hover", Json::object())), -32600);
  EXPECT_EQ(error_code(client.request("initialize", Json::object())), -32600);
  client.notify("exit", nullptr);
  EXPECT_EQ(client.exit_status(), 0);
}

TEST(LspLifecycle, ExitWithoutShutdownIsNot) {
  LspClient client;
  client.start("/nowhere");
  client.notify("exit", nullptr);
  EXPECT_EQ(client.exit_status(), 1);
}

TEST(LspLifecycle, AClientThatDiesEndsTheServer) {
  LspClient client;
  client.start("/nowhere");
  client.send_raw("Content-Length: 1000\r\n\r\n{\"jsonrpc\"");
  client.hang_up();
  EXPECT_EQ(client.exit_status(), 1);
}

TEST(LspLifecycle, UnknownMethodsAreAnsweredAndUnknownNotificationsAreNot) {
  LspClient client;
  client.start("/nowhere");
  EXPECT_EQ(error_code(client.request("textDocument/rename", Json::object())), -32601);
  EXPECT_EQ(error_code(client.request("$/something", Json::object())), -32601);
  client.notify("$/setTrace", {{"value", "off"}});
  client.notify("workspace/somethingNew", Json::array());
  client.send({{"jsonrpc", "2.0"}, {"id", 900}, {"result", nullptr}});
  EXPECT_TRUE(client.request("shutdown", nullptr).contains("result"));
}

TEST(LspLifecycle, TheEncodingThatTheClientNamesFirstIsTaken) {
  const auto chosen = [](const Json& offered) {
    LspClient client;
    return client.start("/nowhere", {{"general", {{"positionEncodings", offered}}}})
        .value("positionEncoding", "");
  };
  EXPECT_EQ(chosen(Json::array({"utf-8", "utf-16"})), "utf-8");
  EXPECT_EQ(chosen(Json::array({"utf-32", "utf-16"})), "utf-32");
  EXPECT_EQ(chosen(Json::array({"utf-7", "utf-16"})), "utf-16");
  EXPECT_EQ(chosen("utf-8"), "utf-16");
  EXPECT_EQ(chosen(nullptr), "utf-16");
}

TEST(LspLifecycle, WatchersAreRegisteredWhenTheClientCan) {
  LspClient client;
  client.start("/nowhere",
               {{"workspace", {{"didChangeWatchedFiles", {{"dynamicRegistration", true}}}}}});
  const auto request = client.wait_for([](const Json& message) {
    return message.value("method", "") == "client/registerCapability";
  });
  ASSERT_TRUE(request);
  const Json& registration = (*request)["params"]["registrations"].at(0);
  EXPECT_EQ(registration["method"], "workspace/didChangeWatchedFiles");
  EXPECT_EQ(registration["registerOptions"]["watchers"].size(), 4U);
}

TEST(LspLifecycle, ARequestTakenBackIsAnswered) {
  const TemporaryDirectory folder;
  LspClient client;
  client.start(folder.path());
  // Big enough to be still busy when the cancellation comes.
  std::string text = "posts:\n";
  for (int i = 0; i < 4000; ++i) text += "  - text: \"Rye rests by the window until it cools.\"\n";
  client.open(uri_of(folder.path("schedule.yaml")), text);
  client.send({{"jsonrpc", "2.0"},
               {"id", "hover"},
               {"method", "textDocument/hover"},
               {"params",
                {{"textDocument", {{"uri", uri_of(folder.path("schedule.yaml"))}}},
                 {"position", {{"line", 0}, {"character", 0}}}}}});
  client.notify("$/cancelRequest", {{"id", "hover"}});
  const auto response =
      client.wait_for([](const Json& message) { return message.value("id", Json()) == "hover"; });
  ASSERT_TRUE(response);
  if (response->contains("error")) {
    EXPECT_EQ(error_code(*response), -32800);
  }
}

TEST(LspLifecycle, WhatBeginsAndEndsTheSessionCannotBeTakenBack) {
  for (int round = 0; round < 20; ++round) {
    LspClient client;
    const auto framed = [](const Json& message) {
      const std::string text = message.dump();
      return "Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text;
    };
    const auto taken_back = [&](int id, const char* method, const Json& params) {
      return framed({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}}) +
             framed({{"jsonrpc", "2.0"}, {"method", "$/cancelRequest"}, {"params", {{"id", id}}}});
    };
    const Json parameters = {
        {"processId", nullptr}, {"rootUri", nullptr}, {"capabilities", Json::object()}};
    // Together, so that each cancellation is there before its request is worked on.
    client.send_raw(taken_back(1, "initialize", parameters) + taken_back(2, "shutdown", nullptr));
    for (const int id : {1, 2}) {
      const auto response =
          client.wait_for([&](const Json& message) { return message.value("id", Json()) == id; });
      ASSERT_TRUE(response);
      EXPECT_TRUE(response->contains("result")) << response->dump();
    }
    client.notify("exit", nullptr);
    EXPECT_EQ(client.exit_status(), 0);
  }
}

}  // namespace
}  // namespace soiree
