// Translation of arbitrary text between each two dialects: never crashes, and what comes out parses
// in the target; the first two bytes pick the dialects.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "sql/parser.h"
#include "sql/translate/translate.h"

namespace aietl {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kMostBytes = 8192;
  if (size < 3 || size > kMostBytes) return 0;
  const sql::Dialect& from = sql::DialectOf(static_cast<sql::DialectId>(data[0] % sql::kDialects));
  const sql::Dialect& to = sql::DialectOf(static_cast<sql::DialectId>(data[1] % sql::kDialects));
  const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
  const sql::Translation translation = sql::Translate(text, from, to);
  if (!translation.problems.empty()) return 0;
  if (!sql::Parse(text, from).ok() || !sql::Parse(translation.sql, to).ok()) {
    std::fprintf(stderr, "%.*s\nfrom %.*s to %.*s became\n%s\n", static_cast<int>(text.size()),
                 text.data(), static_cast<int>(from.name.size()), from.name.data(),
                 static_cast<int>(to.name.size()), to.name.data(), translation.sql.c_str());
    std::abort();
  }
  return 0;
}

}  // namespace aietl
