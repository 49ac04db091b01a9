// Texts for users: English stands in the code and is the key; Russian comes from lang/ru.po,
// compiled in.
#pragma once

#include <fmt/core.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace aietl {

enum class Language : unsigned char { kEnglish, kRussian };

// Process-wide; set once before threads start.
void SetLanguage(Language language);
Language CurrentLanguage();

// The text in the current language (the English itself where the catalogue lacks it). The result
// lives for ever.
const char* Tr(const char* english);

// Tr, then fmt::format: placeholders are `{}` or `{0}`, with the same number of them in every
// language.
template <class... Args>
std::string Msg(const char* english, const Args&... args) {
  return fmt::format(fmt::runtime(Tr(english)), args...);
}

// The right form for a count, e.g. Plural(n, "{} row", "{} rows"): English has two forms, the
// Russian entry of the plural text holds three separated by '|' (1, 2-4, 5-0): "{} строка|{}
// строки|{} строк".
std::string Plural(int64_t count, const char* one, const char* many);

}  // namespace aietl
