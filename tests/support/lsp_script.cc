#include "tests/support/lsp_script.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <sstream>
#include <vector>

#include "tests/support/lsp_client.h"
#include "tests/support/temporary_directory.h"

namespace soiree {
namespace {

using Json = nlohmann::json;
using std::chrono::milliseconds;

constexpr milliseconds kPatience{30000};
constexpr milliseconds kQuiet{300};  ///< nothing comes any more, when nobody knows what should
constexpr size_t kLongestLine = 100;

/// One step with all its lines.
struct Step {
  std::string source;  ///< with the comments before it, as they stand
  std::string command;
  std::string rest;  ///< behind the command
  std::string body;  ///< of `|` lines
  std::string expected;
  bool together = false;
};

std::vector<Step> read_steps(std::string_view script) {
  std::vector<Step> steps(1);
  bool said = false;  // the line above is the server's
  std::istringstream lines{std::string(script)};
  for (std::string line; std::getline(lines, line);) {
    const char first = line.empty() ? '#' : line.front();
    const bool starts = first != '#' && first != '|' && first != '<' && first != ' ';
    if (first == '<' || (first == ' ' && said)) {
      said = true;
      steps.back().expected += line + "\n";
      continue;
    }
    const bool ended = (starts || first == '#') && !steps.back().command.empty();
    if (said || ended) steps.emplace_back();
    said = false;
    Step& step = steps.back();
    step.source += line + "\n";
    if (first == '|') {
      const std::string text = line.substr(std::min<size_t>(2, line.size()));
      step.body += text.ends_with("|\\") ? text.substr(0, text.size() - 2) : text + "\n";
    } else if (first == ' ') {
      step.rest += line;
    } else if (starts) {
      step.together = line.starts_with("+ ");
      if (step.together) line.erase(0, 2);
      const size_t blank = std::min(line.find(' '), line.size());
      step.command = line.substr(0, blank);
      step.rest = line.substr(std::min(blank + 1, line.size()));
    }
  }
  return steps;
}

/// Takes the first word off a text.
std::string take_word(std::string& text) {
  const size_t blank = std::min(text.find(' '), text.size());
  std::string word = text.substr(0, blank);
  text.erase(0, std::min(text.find_first_not_of(' ', blank), text.size()));
  return word;
}

std::string unquoted(const std::string& text) {
  std::string bytes;
  for (size_t i = text.find('"') + 1; i < text.size() && text[i] != '"'; ++i) {
    if (text[i] != '\\') {
      bytes += text[i];
      continue;
    }
    const char escape = text.at(++i);
    if (escape == 'x') {
      bytes += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      bytes += escape == 'r' ? '\r' : escape == 'n' ? '\n' : escape;
    }
  }
  return bytes;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// JSON in which whatever fits stands on one line.
std::string laid_out(const Json& value, size_t indent) {
  const std::string line = value.dump();
  if (!value.is_structured() || line.size() + indent <= kLongestLine) return line;
  const std::string margin(indent + 2, ' ');
  std::string text;
  for (const auto& [key, item] : value.items()) {
    text += (text.empty() ? "\n" : ",\n") + margin;
    if (value.is_object()) text += Json(key).dump() + ": ";
    text += laid_out(item, indent + 2);
  }
  const bool object = value.is_object();
  return (object ? "{" : "[") + text + "\n" + std::string(indent, ' ') + (object ? "}" : "]");
}

class Player {
 public:
  explicit Player(bool update) : update_(update) {}

  std::string play(const Step& step) {
    if (step.command.empty()) return step.expected;
    const std::string message = make(step);
    waiting_ += message;
    if (step.together) return {};
    client_.send_raw(std::exchange(waiting_, {}));
    if (step.command == "hang-up") client_.hang_up();
    const bool over = step.command == "hang-up" || step.rest.starts_with("exit");
    const std::string lines = "\n" + step.expected;
    size_t wanted = 0;
    for (size_t at = lines.find("\n<"); at != std::string::npos; at = lines.find("\n<", at + 1)) {
      ++wanted;
    }
    if (over) return hear_last();
    return message.empty() || step.command == "raw" ? hear(wanted, false) : hear(wanted, true);
  }

 private:
  /// The bytes that a step sends; does what it does besides.
  std::string make(const Step& step) {
    std::string rest = step.rest;
    if (step.command == "raw") return unquoted(rest);
    if (step.command == "content") return framed(unquoted(rest));
    if (step.command == "file") folder_.write(rest, step.body);
    if (step.command == "remove") std::filesystem::remove(folder_.path(rest));
    if (step.command == "start") return start(rest);
    const std::string word = take_word(rest);
    if (step.command == "request") return message({{"id", next_id_++}, {"method", word}}, rest);
    if (step.command == "notify") return message({{"method", word}}, rest);
    const Json uri = {{"uri", uri_of(folder_.path(word))}};
    Json document = uri;
    if (step.command == "close") return notification("didClose", {{"textDocument", uri}});
    if (step.command != "open" && step.command != "change") return {};
    document["version"] = std::stoi(take_word(rest));
    if (step.command == "change") {
      return notification("didChange",
                          {{"textDocument", document}, {"contentChanges", json(rest)}});
    }
    document["languageId"] = "markdown";
    document["text"] = step.body;
    return notification("didOpen", {{"textDocument", document}});
  }

  std::string start(const std::string& capabilities) {
    const Json folders = Json::array({{{"uri", uri_of(folder_.path())}, {"name", "blog"}}});
    const Json params = {{"processId", nullptr},
                         {"capabilities", json(capabilities.empty() ? "{}" : capabilities)},
                         {"workspaceFolders", folders}};
    quiet_ids_.push_back("start");
    return framed(Json({{"jsonrpc", "2.0"},
                        {"id", "start"},
                        {"method", "initialize"},
                        {"params", params}})
                      .dump()) +
           framed(R"({"jsonrpc":"2.0","method":"initialized","params":{}})");
  }

  Json json(const std::string& text) const {
    std::string full = replaced(text, "$FOLDER", uri_of(folder_.path()));
    full = replaced(full, "\"@", "\"" + uri_of(folder_.path()) + "/");
    return Json::parse(full);
  }
  std::string message(Json message, const std::string& params) const {
    message["jsonrpc"] = "2.0";
    if (!params.empty()) message["params"] = json(params);
    return framed(message.dump());
  }
  static std::string notification(const std::string& method, const Json& params) {
    return framed(
        Json({{"jsonrpc", "2.0"}, {"method", "textDocument/" + method}, {"params", params}})
            .dump());
  }
  static std::string framed(const std::string& content) {
    return "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content;
  }

  /// What the server says until it has said `wanted` messages and answers us.
  std::string hear(size_t wanted, bool ask) {
    std::string said;
    for (size_t i = 0; i < wanted && !update_; ++i) {
      const auto message = next(kPatience);
      if (!message) return said;
      said += shown(*message);
    }
    if (!ask && !update_) return said;
    if (ask) {
      // Of no document: that has everything linted that waits for it.
      const std::string id = "heard " + std::to_string(++asked_);
      client_.send({{"jsonrpc", "2.0"},
                    {"id", id},
                    {"method", "textDocument/foldingRange"},
                    {"params", {{"textDocument", {{"uri", "untitled:none"}}}}}});
      while (const auto message = client_.next(kPatience)) {
        if (message->value("id", Json()) == id) break;
        if (!is_quiet(*message)) said += shown(*message);
      }
    }
    while (update_) {
      const auto message = next(kQuiet);
      if (!message) break;
      said += shown(*message);
    }
    return said;
  }

  std::string hear_last() {
    const int status = client_.exit_status();
    std::string said;
    while (const auto message = next(milliseconds(0))) said += shown(*message);
    return said + "< exit " + std::to_string(status) + "\n";
  }

  bool is_quiet(const Json& message) const {
    return std::find(quiet_ids_.begin(), quiet_ids_.end(), message.value("id", Json())) !=
           quiet_ids_.end();
  }
  std::optional<Json> next(milliseconds patience) {
    auto message = client_.next(patience);
    while (message && is_quiet(*message)) message = client_.next(patience);
    return message;
  }

  /// "< method params", "< 3 result" or "< 3 error".
  std::string shown(const Json& message) const {
    const bool request = message.contains("method");
    std::string head = request ? message["method"].get<std::string>() : message["id"].dump();
    const char* key = request ? "params" : message.contains("error") ? "error" : "result";
    if (!request && message.contains("error")) head += " error";
    std::string text = laid_out(message.value(key, Json()), 2);
    text = replaced(replaced(text, uri_of(folder_.path()) + "/", "@"), uri_of(folder_.path()),
                    "$FOLDER");
    return "< " + head + " " + replaced(text, "\"" SOIREE_VERSION "\"", "\"$VERSION\"") + "\n";
  }

  bool update_;
  TemporaryDirectory folder_;
  LspClient client_;
  std::string waiting_;
  std::vector<Json> quiet_ids_;
  int next_id_ = 1;
  int asked_ = 0;
};

}  // namespace

std::string play_lsp_script(std::string_view script, bool update) {
  Player player(update);
  std::string played;
  for (const Step& step : read_steps(script)) {
    SCOPED_TRACE(step.source);
    played += step.source;
    played += player.play(step);
  }
  return played;
}

}  // namespace soiree
