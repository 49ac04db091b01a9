// Utility statements as text.
#include "sql/print/printing.h"

namespace aietl::sql {

bool Printing::EmitUtility(const Statement&) {
  return false;
}

}  // namespace aietl::sql
