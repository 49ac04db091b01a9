#include "sql/guard/functions.h"

#include <array>
#include <string>
#include <unordered_map>

#include "base/error.h"
#include "base/text.h"

namespace aietl::sql {
namespace {

constexpr std::pair<std::string_view, FunctionClass> kClassNames[] = {
    {"pure", FunctionClass::kPure},       {"catalog", FunctionClass::kCatalog},
    {"file", FunctionClass::kFile},       {"network", FunctionClass::kNetwork},
    {"process", FunctionClass::kProcess}, {"large_object", FunctionClass::kLargeObject},
    {"sleep", FunctionClass::kSleep},     {"sequence", FunctionClass::kSequence},
    {"lock", FunctionClass::kLock},       {"dynamic", FunctionClass::kDynamic},
    {"setting", FunctionClass::kSetting}, {"secret", FunctionClass::kSecret},
    {"write", FunctionClass::kWrite},
};

using Classes = std::unordered_map<std::string_view, FunctionClass>;

struct Functions {
  Classes values, tables;
};

FunctionClass ClassNamed(std::string_view name) {
  for (const auto& [known, type] : kClassNames) {
    if (known == name) return type;
  }
  AIETL_CHECK(false);
  __builtin_unreachable();
}

// `text` lives for ever.
Functions Read(std::string_view text) {
  Functions functions;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.empty()) continue;
    const size_t colon = line.find(": ");
    AIETL_CHECK(colon != std::string_view::npos);
    std::string_view head = line.substr(0, colon), names = line.substr(colon + 2);
    const bool table = head.starts_with("table ");
    const FunctionClass type = ClassNamed(table ? head.substr(6) : head);
    while (!names.empty()) {
      const size_t space = names.find(' ');
      (table ? functions.tables : functions.values)[names.substr(0, space)] = type;
      names = space == std::string_view::npos ? std::string_view() : names.substr(space + 1);
    }
  }
  return functions;
}

constexpr std::string_view kTexts[] = {
#include "sql/guard/functions/postgres.inc"
    ,
#include "sql/guard/functions/mysql.inc"
    ,
#include "sql/guard/functions/sqlite.inc"
    ,
#include "sql/guard/functions/duckdb.inc"
    ,
#include "sql/guard/functions/snowflake.inc"
    ,
#include "sql/guard/functions/clickhouse.inc"
    ,
#include "sql/guard/functions/spark.inc"
};

const Functions& Of(DialectId dialect) {
  static const std::array<Functions, kDialects> kAll = [] {
    std::array<Functions, kDialects> all;
    for (size_t i = 0; i < kDialects; ++i)
      all[i] = Read(kTexts[i]);
    return all;
  }();
  return kAll[static_cast<size_t>(dialect)];
}

// ClickHouse's combinators: sumIf, uniqExactArrayState …
std::string_view WithoutCombinator(std::string_view name) {
  for (const std::string_view suffix :
       {"if", "array", "map", "simplestate", "mergestate", "state", "merge", "foreach", "distinct",
        "ordefault", "ornull", "resample", "argmin", "argmax"}) {
    if (name.size() > suffix.size() && name.ends_with(suffix))
      return name.substr(0, name.size() - suffix.size());
  }
  return {};
}

}  // namespace

FunctionClass ClassOf(std::string_view name, DialectId dialect, bool in_from) {
  std::string lower(name);
  for (char& c : lower)
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  const Functions& functions = Of(dialect);
  if (in_from) {
    const auto table = functions.tables.find(lower);
    if (table != functions.tables.end()) return table->second;
  }
  for (std::string_view known = lower; !known.empty();) {
    const auto value = functions.values.find(known);
    if (value != functions.values.end()) return value->second;
    if (dialect != DialectId::kClickhouse) break;
    known = WithoutCombinator(known);
  }
  return FunctionClass::kUnknown;
}

std::string FunctionMessage(FunctionClass type, std::string_view name) {
  switch (type) {
    case FunctionClass::kFile: return Msg("{}() reaches files", name);
    case FunctionClass::kNetwork: return Msg("{}() reaches the network", name);
    case FunctionClass::kProcess: return Msg("{}() acts on the server or its processes", name);
    case FunctionClass::kLargeObject: return Msg("{}() reaches large objects", name);
    case FunctionClass::kSleep: return Msg("{}() waits", name);
    case FunctionClass::kSequence: return Msg("{}() reaches sequences", name);
    case FunctionClass::kLock: return Msg("{}() takes locks", name);
    case FunctionClass::kDynamic:
      return Msg("{}() runs SQL or reads tables that stand in its arguments", name);
    case FunctionClass::kSetting: return Msg("{}() changes settings", name);
    case FunctionClass::kSecret: return Msg("{}() shows settings or other sessions", name);
    case FunctionClass::kCatalog: return Msg("{}() lists what the database holds", name);
    case FunctionClass::kUnknown:
      return Msg("{}() is no function that is known to be harmless", name);
    default: return Msg("{}() changes data", name);
  }
}

std::string_view FunctionClassName(FunctionClass type) {
  for (const auto& [name, known] : kClassNames) {
    if (known == type) return name;
  }
  return "unknown";
}

}  // namespace aietl::sql
