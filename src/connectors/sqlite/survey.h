// As what type each column of a SQLite table can be read: what it is declared, checked against what
// it holds.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "connectors/sqlite/catalog.h"
#include "connectors/sqlite/database.h"
#include "data/type.h"

namespace aietl::connectors {

struct SurveyedColumn {
  std::string name;
  std::string declared;
  data::Type type;
  bool nullable = true;
  bool as_declared = true;  // false: values stand in it that its declaration does not promise
  bool overridden = false;  // the document says the type
};

struct Survey {
  std::vector<SurveyedColumn> columns;
  int64_t rows = 0;      // that were looked at
  bool all = false;      // they were all there are
  double row_bytes = 0;  // of values, on average
};

struct SurveyRequest {
  std::vector<std::string> columns;                           // empty: all
  std::vector<std::pair<std::string, data::Type>> overrides;  // the document's `types`
  int64_t rows = 20000;  // at most so many are looked at where the table is large
};

// Small tables are looked at as a whole, large ones at places all over them.
Result<Survey> SurveyTable(const SqliteConnection& connection, const SqliteTable& table,
                           const SurveyRequest& request);

// SELECT of `list` over at most about `rows` rows, from all over a large table.
Result<std::string> SampleSql(const SqliteConnection& connection, const SqliteTable& table,
                              const std::string& list, int64_t rows);

// The warning about a column that does not hold what it is declared.
Problem MixedTypesProblem(const std::string& table, const SurveyedColumn& column);

}  // namespace aietl::connectors
