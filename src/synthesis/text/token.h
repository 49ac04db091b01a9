// A sentence cut into tokens with their places, stems and literal values: what every later stage of
// synthesis works on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace aietl::synthesis {

// Character offsets (code points, not bytes) into the sentence: [begin, end).
struct Span {
  int begin = 0;
  int end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

enum class TokenKind : unsigned char {
  kWord,
  kNumber,  // 12, 1,200.50, 1 200, 15%, 10k, "two", «пять»: `number` holds the value
  kDate,  // 2024-01-31, 31.01.2024, January 2024, «март 2024», 2024: `date_from`/`date_to` hold the
          // half-open period it names (years are numbers unless context says so)
  kQuoted,  // "…", '…', «…», `…`: text without the quotes
  kPath,    // a file, glob or URI: anything with a known ending or scheme, or with a slash
  kPunctuation,
};

struct Token {
  TokenKind kind = TokenKind::kWord;
  Span span;
  std::string text;   // as written (kQuoted: without quotes)
  std::string lower;  // lower case, ё → е
  std::string stem;   // Snowball stem of `lower` in its own script's language (Cyrillic: Russian,
                      // Latin: English)
  bool cyrillic = false;
  std::optional<double> number;
  std::string number_text;         // exact decimal text of the number ("1200.50")
  std::string date_from, date_to;  // ISO dates
};

// Splits and analyses. snake_case, camelCase and dotted names stay one token; hyphenated Russian
// words stay one. Never fails on any bytes.
std::vector<Token> Tokenise(std::string_view sentence);

// The script most letters are in: the language in which questions and explanations are given back
// unless --lang says otherwise.
Language GuessLanguage(const std::vector<Token>& tokens);

// Stem of one lower-case word, by its script.
std::string StemOf(const std::string& lower);

// An identifier of lower-case Latin letters, digits and underscores; Cyrillic letters are spelt in
// Latin ones («Выручка 2024» → vyruchka_2024).
std::string Identifier(std::string_view text);

// A name cut into words: "customerId" → customer, id; "order_items" → order, items; "дата_оплаты" →
// дата, оплаты; "summa_oplaty" → summa, oplaty. Lower case, ё → е.
std::vector<std::string> NameWords(std::string_view name);

}  // namespace aietl::synthesis
