// The parser on arbitrary text, in each dialect: never crashes; what is accepted is printed in both
// styles, read back as the same tree, and printed the same again.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "sql/parser.h"
#include "sql/printer.h"
#include "sql/visit.h"

namespace aietl {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const sql::Dialect& dialect =
      sql::DialectOf(static_cast<sql::DialectId>(data[0] % sql::kDialects));
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  sql::ParseLimits limits;
  limits.depth = 100;  // the sanitizers' frames are large
  limits.chain = 1000;
  const sql::Script script = sql::Parse(text, dialect, limits);
  if (!script.ok()) return 0;
  for (const bool pretty : {false, true}) {
    sql::PrintOptions options;
    options.pretty = pretty;
    options.comments = false;
    const std::string once = sql::Print(script, options);
    const sql::Script again = sql::Parse(once, dialect);
    bool same = again.ok() && again.statements.size() == script.statements.size();
    for (size_t i = 0; same && i < script.statements.size(); ++i) {
      same = sql::SameTree(script.statements[i], again.statements[i]);
    }
    if (!same || sql::Print(again, options) != once) {
      std::fprintf(stderr, "%.*s\nin %.*s became\n%s\n", static_cast<int>(text.size()), text.data(),
                   static_cast<int>(dialect.name.size()), dialect.name.data(), once.c_str());
      std::abort();
    }
  }
  return 0;
}

}  // namespace aietl
