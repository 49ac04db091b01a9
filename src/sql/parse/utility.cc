// Everything that is neither data nor definition: COPY, EXPLAIN, transactions, SET …
#include "sql/parse/parser.h"

namespace aietl::sql {

Statement* Parser::ParseUtility() {
  return nullptr;
}

}  // namespace aietl::sql
