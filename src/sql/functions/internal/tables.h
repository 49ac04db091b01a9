// The shape of the made tables (function_data.cc).
#pragma once

#include "sql/functions/catalogue.h"

namespace aietl::sql::functions {

struct DialectTable {
  uint32_t begin;  // in `functions`
  uint32_t count;
  const uint16_t*
      slots;  // open addressing over the FNV-1a hash of the name in lower case; 0xffff: free
  uint32_t mask;
};

struct Tables {
  const TypePattern* patterns;
  const uint16_t* arguments;
  const Signature* signatures;
  const FunctionInfo* functions;
  DialectTable dialects[kDialects];
};

extern const Tables kTables;

}  // namespace aietl::sql::functions
