// UTF-8 to code points and back, and the lower case of the scripts that names here are written in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace aietl {

// Invalid bytes become U+FFFD, one each.
std::u32string DecodeUtf8(std::string_view text);
std::string EncodeUtf8(std::u32string_view text);
void AppendUtf8(std::string& out, char32_t code_point);
bool IsValidUtf8(std::string_view text);

// Latin (ASCII and Latin-1), Greek and Cyrillic letters; ё stays ё.
char32_t LowerCodePoint(char32_t c);
std::string LowerUtf8(std::string_view text);

// Code points in the text: what a user counts as characters.
size_t Utf8Length(std::string_view text);

}  // namespace aietl
