#ifndef SOIREE_LSP_PROTOCOL_H_
#define SOIREE_LSP_PROTOCOL_H_

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "integrations/lsp/text_position.h"

namespace soiree {

using Json = nlohmann::json;

/// Error codes of JSON-RPC and of the protocol (LSP 3.17, ErrorCodes and LSPErrorCodes).
enum class ErrorCode : int {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  server_not_initialized = -32002,
  request_cancelled = -32800,
};

/// Why a request cannot be answered. Thrown by handlers, caught where requests are dispatched.
struct RequestError {
  ErrorCode code;
  std::string message;
};

Json position_json(TextPosition position);
Json range_json(TextRange range);
/// Numbers that no text has become 0 or the largest; anything but numbers throws Json::exception.
TextPosition position_from(const Json& position);
TextRange range_from(const Json& range);

/// The value below `path`, keys separated by slashes; null when a step is missing.
const Json& value_at(const Json& json, std::string_view path);
/// True when the value below `path` is the boolean true.
bool is_true(const Json& json, std::string_view path);
/// The string below `path`, or "".
std::string string_at(const Json& json, std::string_view path);

/// JSON text of a message. Bytes that are not UTF-8 become the replacement character.
std::string message_text(const Json& message);
/// A message as read; `discarded` when it is no JSON. Halves of surrogate pairs standing alone,
/// which editors written in JavaScript send, become the replacement character.
Json parse_message(const std::string& text);

}  // namespace soiree

#endif  // SOIREE_LSP_PROTOCOL_H_
