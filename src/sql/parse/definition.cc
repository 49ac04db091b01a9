// CREATE, ALTER, DROP and what else defines objects.
#include "sql/parse/parser.h"

namespace aietl::sql {

Statement* Parser::ParseDefinition() {
  return nullptr;
}

}  // namespace aietl::sql
