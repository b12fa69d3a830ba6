#include "linter/parse/json_reader.h"

#include <algorithm>
#include <utility>

namespace soiree {
namespace {

constexpr size_t kDeepest = 32;
// Keys said twice are looked for in a list.
constexpr size_t kMostNames = 128;

constexpr bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool JsonReader::read_root() {
  const std::string none;
  const Target root{none, {at_, at_}, false};
  return peek('[') ? read_list(root) : read_object(root);
}

bool JsonReader::read_bare_members() { return read_members({}, false, false); }

void JsonReader::read_all() {
  skip_blanks_and_comments();
  if (ended()) return;
  if (!peek('{') && !peek('[')) {
    fail("`{` or `[`");
    return;
  }
  if (!read_root()) {
    if (root_unclosed_) say_unclosed(open_.back());
    return;
  }
  for (;;) {
    skip_blanks_and_comments();
    if (!peek(']') && !peek('}') && !peek(',')) return;
    const SourceSpan place{at_, at_ + 1};
    say(place, peek(',') ? "JSON has no comma behind its end. Remove the comma."
                         : "This bracket closes nothing. Remove it, or open one before.");
    repair(place, ' ');
    ++at_;
  }
}

bool JsonReader::read_members(const std::string& prefix, bool in_list, bool braces) {
  comma_.reset();
  std::vector<std::string> names;
  for (;;) {
    skip_blanks_and_comments();
    if (problems_.size() == kMostProblems) return false;
    if (braces && ended()) return fail_unclosed();
    if (ended() || peek('}')) {
      if (comma_) {
        say({*comma_, *comma_ + 1},
            std::string("JSON has no comma behind the last entry. Remove the comma") +
                (braces ? " before `}`." : "."));
        repair({*comma_, *comma_ + 1}, ' ');
      }
      if (ended()) return true;
      if (braces) break;
    }
    if (peek(']') || peek('}')) {
      if (closes_outer(source_[at_])) return true;
      continue;
    }
    if (peek(',')) {
      say({at_, at_ + 1}, "There is a comma too many here. Remove it.");
      repair({at_, at_ + 1}, ' ');
      ++at_;
      continue;
    }
    std::string name;
    SourceSpan key_place;
    if (!read_key(name, key_place)) return false;
    if (fields_ != nullptr && names.size() < kMostNames) {
      if (std::find(names.begin(), names.end(), name) != names.end()) {
        say(key_place, "`" + name + "` is set twice here, and programs differ in which one they " +
                           "take. Keep one of them.");
      }
      names.push_back(name);
    }
    const std::optional<bool> value = read_colon(key_place);
    if (!value) return false;
    const std::string path = fields_ == nullptr ? std::string() : prefix + name;
    const Target target{path, key_place, in_list};
    if (!*value) {
      if (Field* field = add(target, {at_, at_})) field->kind = FieldKind::null;
    } else if (!read_value(target)) {
      return false;
    }
    if (!read_separator('}', at_)) return false;
  }
  ++at_;
  open_.pop_back();
  return true;
}

bool JsonReader::read_object(const Target& target) {
  const uint32_t begin = at_++;
  open_.push_back({begin, '{'});
  skip_blanks_and_comments();
  if (take('}')) {
    open_.pop_back();
    if (target.path.empty()) return true;
    if (Field* field = add(target, {begin, at_})) field->kind = FieldKind::empty_table;
    return true;
  }
  if (open_.size() > kDeepest) return fail("fewer levels of objects and lists");
  const bool root = target.path.empty();
  return read_members(root ? target.path : target.path + ".", target.in_list, true);
}

bool JsonReader::read_list(const Target& target) {
  const uint32_t begin = at_++;
  open_.push_back({begin, '['});
  skip_blanks_and_comments();
  if (take(']')) {
    open_.pop_back();
    if (Field* field = add({target.path, target.key_place, false}, {begin, at_})) {
      field->kind = FieldKind::empty_list;
    }
    return true;
  }
  if (open_.size() > kDeepest) return fail("fewer levels of objects and lists");
  comma_.reset();
  for (;;) {
    skip_blanks_and_comments();
    if (problems_.size() == kMostProblems) return false;
    if (ended()) return fail_unclosed();
    if (peek(']')) {
      if (!comma_) break;
      say({*comma_, *comma_ + 1},
          "JSON has no comma behind the last item. Remove the comma before `]`.");
      repair({*comma_, *comma_ + 1}, ' ');
      break;
    }
    if (peek('}')) {
      if (closes_outer('}')) return true;
      continue;
    }
    if (peek(',')) {
      say({at_, at_ + 1}, "There is a comma too many here. Remove it.");
      repair({at_, at_ + 1}, ' ');
      ++at_;
      continue;
    }
    if (comma_ && is_key_at(at_)) {
      end_list_before(at_, *comma_);
      return true;
    }
    if (!read_value({target.path, target.key_place, true})) return false;
    const uint32_t behind = at_;
    skip_blanks_and_comments();
    if (is_key_at(at_)) {
      end_list_before(at_, behind);
      return true;
    }
    if (!read_separator(']', behind)) return false;
  }
  ++at_;
  open_.pop_back();
  return true;
}

// What comes as an item is the next key of the object around the list. Two bytes from `separator`
// on, if they are there, can be what is missing.
void JsonReader::end_list_before(uint32_t item, uint32_t separator) {
  say_unclosed(open_.back());
  if (separator + 1 < item) {
    repair({separator, separator + 1}, ']');
    repair({separator + 1, separator + 2}, ',');
  }
  at_ = item;
  open_.pop_back();
  separated_ = true;
}

/// `"date":`
bool JsonReader::is_key_at(uint32_t at) const {
  if (at == source_.size() || source_[at] != '"') return false;
  const size_t close = source_.find_first_of("\"\\\r\n", at + 1);
  if (close == std::string_view::npos || source_[close] != '"') return false;
  const size_t colon = source_.find_first_not_of(" \t", close + 1);
  return colon != std::string_view::npos && source_[colon] == ':';
}

bool JsonReader::closes_outer(char sign) {
  const char opening = sign == '}' ? '{' : '[';
  const bool outer = std::any_of(open_.begin(), open_.end(),
                                 [opening](const Open& open) { return open.sign == opening; });
  if (!outer) {
    say({at_, at_ + 1}, std::string("This `") + sign + "` closes nothing. Remove it.");
    repair({at_, at_ + 1}, ' ');
    ++at_;
    return false;
  }
  say_unclosed(open_.back());
  open_.pop_back();
  return true;
}

bool JsonReader::read_value(const Target& target) {
  skip_blanks_and_comments();
  if (ended()) return fail_unclosed();
  if (peek('{')) return read_object(target);
  if (peek('[')) return read_list(target);
  const uint32_t begin = at_;
  if (peek('"')) {
    MappedText value;
    if (!read_string(fields_ == nullptr ? nullptr : &value, false)) return false;
    if (Field* field = add(target, {begin, at_})) {
      field->value = std::move(value);
      field->quoted = true;
    }
    return true;
  }
  MappedText value;
  if (read_foreign_string(&value, false)) {
    if (Field* field = add(target, {begin, at_})) {
      field->value = std::move(value);
      field->quoted = true;
    }
    return true;
  }
  return read_word(target);
}

bool JsonReader::is_bare_key_at(uint32_t at) const {
  const uint32_t begin = at;
  while (at < source_.size() && is_name_byte(source_[at])) ++at;
  if (at == begin) return false;
  at = static_cast<uint32_t>(std::min(source_.find_first_not_of(" \t", at), source_.size()));
  return at < source_.size() && (source_[at] == ':' || source_[at] == '=');
}

bool JsonReader::read_key(std::string& name, SourceSpan& place) {
  const uint32_t begin = at_;
  MappedText text;
  if (peek('"')) {
    if (!read_string(fields_ == nullptr ? nullptr : &text, true)) return false;
  } else if (is_bare_key_at(at_) && static_cast<unsigned char>(source_[at_]) < 0x80) {
    while (is_name_byte(source_[at_])) ++at_;
    const std::string_view word = source_.substr(begin, at_ - begin);
    say({begin, at_}, "JSON puts keys in double quotes. Write " + shown_json_text(word) + ".");
    text.append_verbatim(word, begin);
  } else if (!read_foreign_string(&text, true)) {
    return fail("a key in double quotes");
  }
  name = text.text();
  place = {begin, at_};
  return true;
}

std::optional<bool> JsonReader::read_colon(SourceSpan key_place) {
  skip_blanks_and_comments();
  bool colon = take(':');
  if (!colon && peek('=')) {
    const uint32_t end = at_ + (source_.substr(at_, 2) == "=>" ? 2 : 1);
    say({at_, end}, "JSON has a colon between a key and its value. Write `:`.");
    repair({at_, end}, ' ');
    repair({at_, at_ + 1}, ':');
    at_ = end;
    colon = true;
  }
  skip_blanks_and_comments();
  const bool value = !ended() && !peek(',') && !peek('}') && !peek(']');
  if (!value) {
    if (ended()) {
      fail_unclosed();
      return std::nullopt;
    }
    say(key_place, "This key has no value. Write one behind a colon, or `null`.");
    return false;
  }
  if (colon) return true;
  if (source_.substr(key_place.end, at_ - key_place.end).find('\n') != std::string_view::npos) {
    at_ = key_place.end;
    fail("a colon and a value behind the key");
    return std::nullopt;
  }
  say(key_place, "A colon is missing behind this key. Write `:` between it and its value.");
  if (at_ > key_place.end) repair({key_place.end, key_place.end + 1}, ':');
  return true;
}

bool JsonReader::starts_entry(char closing) const {
  if (ended()) return false;
  const char c = source_[at_];
  if (c == '"') return true;
  if (closing == '}') return is_bare_key_at(at_);
  return c == '{' || c == '[' || c == '-' || (c >= '0' && c <= '9');
}

bool JsonReader::read_separator(char closing, uint32_t behind) {
  if (std::exchange(separated_, false)) return true;
  comma_.reset();
  skip_blanks_and_comments();
  if (peek(',')) {
    comma_ = at_++;
    return true;
  }
  if (ended() || peek('}') || peek(']')) return true;
  if (peek(';')) {
    say({at_, at_ + 1}, "JSON has a comma between two entries. Write `,`.");
    repair({at_, at_ + 1}, ',');
    comma_ = at_++;
    return true;
  }
  if (!starts_entry(closing)) {
    return fail(closing == '}' ? "\",\" or \"}\"" : "\",\" or \"]\"");
  }
  uint32_t end = at_ + 1;
  if (peek('"')) {
    const size_t close = source_.find_first_of("\"\r\n", at_ + 1);
    const bool closed = close != std::string_view::npos && source_[close] == '"';
    if (closed) end = static_cast<uint32_t>(close) + 1;
  } else {
    while (end < source_.size() && is_name_byte(source_[end]) && is_name_byte(source_[at_])) ++end;
  }
  const bool above =
      source_.substr(behind, at_ - behind).find_first_of("\r\n") != std::string::npos;
  const std::string what = closing == '}' ? "entry" : "item";
  say({at_, end}, "A comma is missing before this " + what + ". Put one behind the " + what +
                      (above ? " above." : " before."));
  if (behind < at_) repair({behind, behind + 1}, ',');
  return true;
}

Field* JsonReader::add(const Target& target, SourceSpan place) {
  if (fields_ == nullptr) return nullptr;
  Field& field = fields_->emplace_back();
  field.key = target.path;
  field.key_place = target.key_place;
  field.place = place;
  field.in_list = target.in_list;
  return &field;
}

}  // namespace soiree
