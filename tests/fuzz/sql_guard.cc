// Guard and injection findings on arbitrary SQL, the first byte picks the dialect: never crashes;
// what guard rewrote parses and is let through unchanged; a value alone in quotes is no injection.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "sql/guard/guard.h"
#include "sql/injection/injection.h"
#include "sql/parser.h"

namespace aietl::sql {
namespace {

constexpr size_t kMostBytes = 4096;

void GuardTwice(const Script& script, const Dialect& dialect) {
  GuardPolicy policy;
  policy.limit = 10;
  policy.restricts_tables = true;
  policy.tables["t"].rows = "a = 1";
  policy.tables["*"] = {};
  const GuardVerdict once = Guard(script, policy);
  if (!once.allowed || !once.rewritten) return;
  const Script again = Parse(once.sql, dialect);
  if (!again.ok()) std::abort();
  // The tables stand behind their conditions now; what is left is to keep the limit.
  GuardPolicy limit;
  limit.limit = 10;
  const GuardVerdict twice = Guard(again, limit);
  if (!twice.allowed || twice.rewritten) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2 || size > kMostBytes) return 0;
  const Dialect& dialect = DialectOf(static_cast<DialectId>(data[0] % kDialects));
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  const Script script = Parse(text, dialect);
  if (script.ok()) {
    const GuardVerdict plain = Guard(script);
    if (plain.allowed && plain.effect != Effect::kRead) std::abort();
    GuardTwice(script, dialect);
  }
  InjectionInStatement(text, dialect);
  InjectionByValue(text, {}, dialect);
  InjectionByValue(text, "SELECT a FROM t WHERE b = '?' AND c = 1", dialect);
  return 0;
}

}  // namespace aietl::sql
