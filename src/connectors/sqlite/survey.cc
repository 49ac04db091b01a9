#include "connectors/sqlite/survey.h"

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "connectors/sqlite/column_type.h"
#include "connectors/sqlite/value_read.h"
#include "data/vector.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;

// Up to here every row is looked at, which takes some 50 ms.
constexpr int64_t kWholeTable = 100'000;
// Places of a large table that are looked at.
constexpr int64_t kPlaces = 50;

// One column being surveyed: the types that it might be read as, the first of them on trial.
struct Trial {
  std::vector<data::Type> types;
  size_t best = 0;
  ValueReader reader = nullptr;
  data::Chunk scratch = data::Chunk(nullptr);
  bool failed = false;  // in this pass: the next type has to be tried on all rows again

  Result<void> Start() {
    failed = false;
    reader = ReaderFor(types[best]);
    AIETL_ASSIGN(scratch, data::MakeChunk({types[best]}));
    return {};
  }
  void Try(sqlite3_stmt* statement, int column) {
    data::VectorWriter out(scratch.handle(), 0, types[best]);
    failed = reader(statement, column, out, 0) != Conversion::kDone && best + 1 < types.size();
  }
};

Error NoSuchColumn(const SqliteTable& table, const std::string& column) {
  std::vector<std::string> names;
  for (const SqliteColumn& known : table.columns)
    names.push_back(known.name);
  return Error(Code::kInvalid, "unknown_column",
               Msg("{} has no column {}", data::NameForPeople(table.name),
                   data::NameForPeople(column)))
      .About(data::NameForPeople(table.name) + "." + column)
      .Hint(DidYouMean(column, names));
}

const SqliteColumn* FindSqliteColumn(const SqliteTable& table, const std::string& name) {
  for (const SqliteColumn& column : table.columns) {
    if (column.name == name) return &column;
  }
  for (const SqliteColumn& column : table.columns) {
    if (LowerUtf8(column.name) == LowerUtf8(name)) return &column;
  }
  return nullptr;
}

Result<std::vector<SurveyedColumn>> WantedColumns(const SqliteTable& table,
                                                  const SurveyRequest& request) {
  std::vector<SurveyedColumn> columns;
  const auto add = [&](const SqliteColumn& column) {
    columns.push_back({column.name, column.declared, {}, column.nullable});
  };
  for (const SqliteColumn& column : table.columns) {
    if (request.columns.empty()) add(column);
  }
  for (const std::string& name : request.columns) {
    const SqliteColumn* column = FindSqliteColumn(table, name);
    if (column == nullptr) return Fail(NoSuchColumn(table, name));
    add(*column);
  }
  for (const auto& [name, type] : request.overrides) {
    const SqliteColumn* known = FindSqliteColumn(table, name);
    if (known == nullptr) return Fail(NoSuchColumn(table, name));
    if (ReaderFor(type) == nullptr) {
      return Fail(Error(Code::kUnsupported, "unsupported_type",
                        Msg("a column of SQLite cannot be read as {}", type.ToSql()))
                      .About(name));
    }
    for (SurveyedColumn& column : columns) {
      if (column.name != known->name) continue;
      column.type = type;
      column.overridden = true;
    }
  }
  return columns;
}

struct Pass {
  int64_t rows = 0;
  int64_t bytes = 0;
};

Result<Pass> RunPass(const SqliteConnection& connection, const std::string& sql,
                     const std::vector<size_t>& columns, std::vector<Trial>* trials) {
  AIETL_ASSIGN(SqliteStatement statement, connection.Prepare(sql));
  Pass pass;
  while (true) {
    AIETL_ASSIGN(const bool more, statement.Step());
    if (!more) return pass;
    ++pass.rows;
    for (size_t at = 0; at < columns.size(); ++at) {
      Trial& trial = (*trials)[columns[at]];
      const int type = sqlite3_column_type(statement.handle(), static_cast<int>(at));
      if (type == SQLITE_NULL) continue;
      pass.bytes += type == SQLITE_TEXT || type == SQLITE_BLOB
                        ? sqlite3_column_bytes(statement.handle(), static_cast<int>(at))
                        : 8;
      if (!trial.failed) trial.Try(statement.handle(), static_cast<int>(at));
    }
    if (pass.rows % data::kVectorRows != 0) continue;
    for (const size_t i : columns) {  // texts that were tried stay in the chunk's memory
      Trial& trial = (*trials)[i];
      if (trial.failed) continue;
      AIETL_ASSIGN(trial.scratch, data::MakeChunk({trial.types[trial.best]}));
    }
  }
}

}  // namespace

Result<std::string> SampleSql(const SqliteConnection& connection, const SqliteTable& table,
                              const std::string& list, int64_t rows) {
  const std::string name = SqliteQualified(table.name);
  const std::string whole = "SELECT " + list + " FROM " + name + " LIMIT " + std::to_string(rows);
  if (table.rowid.empty()) return whole;
  AIETL_ASSIGN(const int64_t first,
               connection.Number("SELECT coalesce(min(" + table.rowid + "), 0) FROM " + name));
  AIETL_ASSIGN(const int64_t last,
               connection.Number("SELECT coalesce(max(" + table.rowid + "), 0) FROM " + name));
  const auto width = static_cast<unsigned __int128>(static_cast<data::Int128>(last) - first) + 1;
  if (width <= static_cast<unsigned __int128>(rows)) return whole;
  std::string sql;
  for (int64_t place = 0; place < kPlaces; ++place) {
    const auto from =
        static_cast<int64_t>(first + static_cast<data::Int128>(width / kPlaces) * place);
    sql += (sql.empty() ? "" : " UNION ALL ") +
           ("SELECT * FROM (SELECT " + list + " FROM " + name + " WHERE " + table.rowid +
            " >= " + std::to_string(from));
    if (place + 1 < kPlaces) {
      const auto to =
          static_cast<int64_t>(first + static_cast<data::Int128>(width / kPlaces) * (place + 1));
      sql += " AND " + table.rowid + " < " + std::to_string(to);
    }
    sql += " ORDER BY " + table.rowid + " LIMIT " +
           std::to_string(std::max<int64_t>(1, rows / kPlaces)) + ")";
  }
  return sql;
}

Result<Survey> SurveyTable(const SqliteConnection& connection, const SqliteTable& table,
                           const SurveyRequest& request) {
  Survey survey;
  AIETL_ASSIGN(survey.columns, WantedColumns(table, request));
  std::vector<Trial> trials;
  std::vector<size_t> open;  // columns whose type is not settled
  for (const SurveyedColumn& column : survey.columns) {
    open.push_back(trials.size());
    Trial& trial = trials.emplace_back();
    trial.types =
        column.overridden ? std::vector<data::Type>{column.type} : ReadTypes(column.declared);
    AIETL_TRY(trial.Start());
  }
  AIETL_ASSIGN(const auto counted, SqliteCatalog(connection).Rows(table));
  const bool whole = counted.rows && *counted.rows <= static_cast<double>(kWholeTable);
  const int64_t limit = whole ? kWholeTable : request.rows;
  int64_t bytes = 0;
  for (bool first = true; !open.empty(); first = false) {
    std::string list;
    for (const size_t i : open)
      list += (list.empty() ? "" : ", ") + QuoteName(survey.columns[i].name);
    AIETL_ASSIGN(const std::string sql, SampleSql(connection, table, list, limit));
    AIETL_ASSIGN(const Pass pass, RunPass(connection, sql, open, &trials));
    if (first) {
      survey.rows = pass.rows;
      bytes = pass.bytes;
    }
    std::erase_if(open, [&](size_t i) { return !trials[i].failed; });
    for (const size_t i : open) {
      ++trials[i].best;
      AIETL_TRY(trials[i].Start());
    }
  }
  survey.all = counted.exact && static_cast<double>(survey.rows) >= counted.rows.value_or(0);
  survey.row_bytes =
      survey.rows == 0 ? 0 : static_cast<double>(bytes) / static_cast<double>(survey.rows);
  for (size_t i = 0; i < trials.size(); ++i) {
    survey.columns[i].type = trials[i].types[trials[i].best];
    survey.columns[i].as_declared = trials[i].best == 0;
  }
  return survey;
}

Problem MixedTypesProblem(const std::string& table, const SurveyedColumn& column) {
  Problem problem;
  problem.code = "mixed_types";
  problem.severity = Severity::kWarning;
  problem.object = data::NameForPeople(table) + "." + data::NameForPeople(column.name);
  problem.message = column.declared.empty()
                        ? Msg("column {} holds values of several kinds; it is read as {}",
                              problem.object, column.type.ToSql())
                        : Msg("column {} is declared {} but holds other values; it is read as {}",
                              problem.object, column.declared, column.type.ToSql());
  return problem;
}

}  // namespace aietl::connectors
