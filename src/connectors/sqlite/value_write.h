// A value of the engine into a column of SQLite, so that it reads back as it was.
#pragma once

#include <sqlite3.h>

#include <string>

#include "connectors/sqlite/column_type.h"
#include "connectors/sqlite/text_time.h"
#include "data/type.h"
#include "data/vector.h"

namespace aietl::connectors {

// Memory for one bound value's text, kept until the statement has run.
struct BindBuffer {
  TimeText time;
  std::string text;
};

// Binds row `row` of the column, which is not NULL. False: the column's own conversions would alter
// the value (a number of more than 15 digits as a binary one, text that looks like a number in a
// column of numbers).
using ValueBinder = bool (*)(sqlite3_stmt* statement, int parameter, const data::VectorView& values,
                             int64_t row, BindBuffer* buffer);

// `type` is storable; `affinity` is the column's.
ValueBinder BinderFor(const data::Type& type, Affinity affinity);

}  // namespace aietl::connectors
