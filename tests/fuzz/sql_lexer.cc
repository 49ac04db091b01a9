// The lexer on arbitrary bytes, in each dialect: tokens stand in order, within the text, and never
// overlap.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sql/dialect.h"
#include "sql/lexer.h"

namespace aietl {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const sql::Dialect& dialect =
      sql::DialectOf(static_cast<sql::DialectId>(data[0] % sql::kDialects));
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const sql::Tokens tokens = sql::Lex(text, dialect);
  uint32_t end = 0;
  for (const sql::Token& token : tokens.tokens) {
    if (token.begin < end || token.end < token.begin || token.end > text.size()) std::abort();
    end = token.end;
  }
  if (tokens.tokens.empty() || tokens.tokens.back().kind != sql::Tok::kEnd) std::abort();
  return 0;
}

}  // namespace aietl
