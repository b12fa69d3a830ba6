#include "linter/text/character_class.h"

#include <utf8proc.h>

namespace soiree {
namespace {

constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kEmojiSelector = 0xFE0F;
constexpr char32_t kKeycap = 0x20E3;
/// Latin, Greek and Cyrillic, the scripts most posts are written in, end before this.
constexpr char32_t kPunctuation = 0x2000;  // curly quotes, dashes, blanks
constexpr char32_t kPunctuationEnd = 0x2070;

constexpr bool within(char32_t value, char32_t first, char32_t last) {
  return first <= value && value <= last;
}

bool is_ideograph(char32_t value) {
  if (value < 0x0E00) return false;
  return within(value, 0x4E00, 0x9FFF) || within(value, 0x3041, 0x3096) ||
         within(value, 0x309D, 0x30FA) || within(value, 0x30FC, 0x312F) ||
         within(value, 0x31A0, 0x31BF) || within(value, 0x31F0, 0x31FF) ||
         within(value, 0x3400, 0x4DBF) || within(value, 0x3005, 0x3007) ||
         within(value, 0x2E80, 0x2FDF) || within(value, 0xF900, 0xFAFF) ||
         within(value, 0xFF66, 0xFF9F) || within(value, 0x20000, 0x3FFFD) ||
         within(value, 0x0E00, 0x0EFF) || within(value, 0x1000, 0x109F) ||
         within(value, 0x1780, 0x17FF);
}

bool is_ignorable(char32_t value) {
  return value == 0xAD || value == 0x61C || value == 0x180E || within(value, 0x200B, 0x200F) ||
         within(value, 0x202A, 0x202E) || within(value, 0x2060, 0x206F) ||
         within(value, 0xFE00, 0xFE0F) || value == 0xFEFF || within(value, 0xE0000, 0xE0FFF);
}

CharacterClass class_of_category(utf8proc_category_t category) {
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharacterClass::upper;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
      return CharacterClass::letter;
    case UTF8PROC_CATEGORY_ND:
      return CharacterClass::digit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharacterClass::mark;
    case UTF8PROC_CATEGORY_ZS:
      return CharacterClass::blank;
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return CharacterClass::line_end;
    default:
      return CharacterClass::other;
  }
}

CharacterInfo look_up(char32_t value) {
  if (value < 128) return {kAscii.lower[value], kAscii.type[value]};
  if (within(value, 0xAC00, 0xD7A3)) return {value, CharacterClass::letter};
  if (value > 0x10FFFF) return {value, CharacterClass::other};
  if (is_ignorable(value)) return {value, CharacterClass::ignorable};
  // The modifier apostrophe is a letter by category; here it joins letters as any apostrophe does.
  if (value == 0x2BC) return {value, CharacterClass::other};
  // The empty Braille cell is a symbol by category and spaces out lines on Instagram.
  if (value == 0x2800) return {value, CharacterClass::blank};
  const auto code = static_cast<utf8proc_int32_t>(value);
  const CharacterClass type = class_of_category(utf8proc_category(code));
  const bool may_be_ideograph = type == CharacterClass::letter || type == CharacterClass::other;
  if (may_be_ideograph && is_ideograph(value)) {
    // Radicals are symbols by category; signs of the Thai, Lao and Khmer blocks stay signs.
    const bool radical = within(value, 0x2E80, 0x2FDF);
    if (type == CharacterClass::letter || radical) return {value, CharacterClass::ideograph};
  }
  const char32_t lower =
      type == CharacterClass::upper ? static_cast<char32_t>(utf8proc_tolower(code)) : value;
  return {lower, type};
}

struct CommonScripts {
  std::array<CharacterInfo, kCommonEnd> info;
  std::array<CharacterInfo, kPunctuationEnd - kPunctuation> punctuation;
  CommonScripts() : info(), punctuation() {
    for (char32_t value = 0; value < kCommonEnd; ++value) info[value] = look_up(value);
    for (char32_t value = kPunctuation; value < kPunctuationEnd; ++value) {
      punctuation[value - kPunctuation] = look_up(value);
    }
  }
};

const CommonScripts& common_scripts() {
  static const CommonScripts scripts;
  return scripts;
}

enum class EmojiPart : uint8_t { none, picture, text_picture, regional, modifier, tag };

EmojiPart emoji_part(char32_t value) {
  if (value < 0xA9) return EmojiPart::none;
  if (within(value, 0x1F1E6, 0x1F1FF)) return EmojiPart::regional;
  if (within(value, 0x1F3FB, 0x1F3FF)) return EmojiPart::modifier;
  if (within(value, 0xE0020, 0xE007F)) return EmojiPart::tag;
  const utf8proc_property_t* found = utf8proc_get_property(static_cast<int32_t>(value));
  if (found->boundclass != UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC) return EmojiPart::none;
  // (c), (r), TM, arrows and the like are text unless a selector asks for the picture.
  const bool text_by_default = value < 0x231A || within(value, 0x2388, 0x23E8) ||
                               within(value, 0x25AA, 0x25FC) || within(value, 0x2900, 0x2B07) ||
                               value == 0x2328 || within(value, 0x3030, 0x3299);
  return text_by_default ? EmojiPart::text_picture : EmojiPart::picture;
}

/// Reads code points from `at` on, never past `end`.
struct Reader {
  std::string_view text;
  uint32_t at;
  uint32_t end;

  bool take(char32_t wanted) {
    if (peek().value != wanted) return false;
    at += peek().size;
    return true;
  }
  CodePoint peek() const {
    if (at >= end) return {0, 0, false};
    return decode_code_point(text.substr(0, end), at);
  }
};

bool take_picture(Reader& reader, EmojiPart first) {
  reader.at += reader.peek().size;
  const bool selected = reader.take(kEmojiSelector);
  if (first == EmojiPart::text_picture && !selected) return false;
  if (emoji_part(reader.peek().value) == EmojiPart::modifier) reader.at += reader.peek().size;
  reader.take(kEmojiSelector);
  while (emoji_part(reader.peek().value) == EmojiPart::tag) reader.at += reader.peek().size;
  return true;
}

bool take_emoji(Reader& reader) {
  const CodePoint first = reader.peek();
  if (within(first.value, '0', '9') || first.value == '#' || first.value == '*') {
    ++reader.at;
    reader.take(kEmojiSelector);
    return reader.take(kKeycap);
  }
  EmojiPart part = emoji_part(first.value);
  if (part == EmojiPart::regional) {
    reader.at += first.size;
    const CodePoint second = reader.peek();
    if (emoji_part(second.value) == EmojiPart::regional) reader.at += second.size;
    return true;
  }
  if (part == EmojiPart::none || part == EmojiPart::tag) return false;
  if (!take_picture(reader, part)) return false;
  while (true) {
    const Reader before = reader;
    if (!reader.take(kJoiner)) break;
    part = emoji_part(reader.peek().value);
    const bool picture = part == EmojiPart::picture || part == EmojiPart::text_picture;
    if (picture) {
      take_picture(reader, EmojiPart::picture);
    } else {
      reader = before;
      break;
    }
  }
  return true;
}

}  // namespace

const std::array<CharacterInfo, kCommonEnd>& common_character_info() {
  return common_scripts().info;
}

CharacterInfo wide_character_info(char32_t value) {
  if (value >= 0x4E00 && value <= 0x9FFF) return {value, CharacterClass::ideograph};
  const CommonScripts& common = common_scripts();
  if (value < kCommonEnd) return common.info[value];
  if (value >= kPunctuation && value < kPunctuationEnd) {
    return common.punctuation[value - kPunctuation];
  }
  return look_up(value);
}

uint32_t emoji_end(std::string_view text, uint32_t begin, uint32_t end) {
  Reader reader{text, begin, end};
  return take_emoji(reader) ? reader.at : begin;
}

}  // namespace soiree
