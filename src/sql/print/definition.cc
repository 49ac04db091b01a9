// Definitions as text.
#include "sql/print/printing.h"

namespace aietl::sql {

bool Printing::EmitDefinition(const Statement&) {
  return false;
}

}  // namespace aietl::sql
