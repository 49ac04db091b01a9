// What built-in functions do besides computing from their arguments: data, one file for each
// dialect (functions/*.inc).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sql/dialect.h"

namespace aietl::sql {

enum class FunctionClass : uint8_t {
  kUnknown,  // not a built-in that is known: perhaps the user's, perhaps an extension's
  kPure,     // computes, or reads what a query reads anyway
  kCatalog,  // lists what tables, columns and functions there are
  kFile,     // reads or writes files of the server
  kNetwork,  // reaches other machines
  kProcess,  // the server itself: its processes, log, replication, other programs
  kLargeObject,
  kSleep,
  kSequence,
  kLock,
  kDynamic,  // runs SQL, or reads tables, that stand in its arguments
  kSetting,  // changes the session
  kSecret,   // reads settings, other sessions' statements, secrets
  kWrite,
};

// `name` in any case, without its schema. `in_from`: it stands as a relation.
FunctionClass ClassOf(std::string_view name, DialectId dialect, bool in_from);

// What calling it does, for people: "read_csv() reaches files".
std::string FunctionMessage(FunctionClass type, std::string_view name);

// "file", "network", …, for reasons and policies.
std::string_view FunctionClassName(FunctionClass type);

}  // namespace aietl::sql
