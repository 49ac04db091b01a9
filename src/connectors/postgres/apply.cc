// Staged rows into the target's own table, and how it is checked that they arrived as they are.
#include <algorithm>

#include "base/text.h"
#include "connectors/load_sql.h"
#include "connectors/postgres/load.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;

constexpr const char* kStagedView = "_aietl_staged";

bool IsInsert(const std::string& statement) {
  return statement.starts_with("INSERT INTO ");
}

// Columns in the form in which they are compared.
std::string ComparedColumns(const LoadSqlRequest& request) {
  std::string list;
  for (const std::string& name : request.columns) {
    const auto found = request.compare_as.find(name);
    list += (list.empty() ? "" : ", ") +
            PgFilled(found == request.compare_as.end() ? "{}" : found->second, QuoteName(name));
  }
  return list;
}

struct Bag {
  std::string rows, fingerprint;
  friend bool operator==(const Bag&, const Bag&) = default;
};
Result<Bag> BagFrom(PgConnection& connection, const std::string& sql, const StopToken& stop) {
  AIETL_ASSIGN(const PgRows rows, connection.Fetch(sql, stop));
  return Bag{rows.at(0).at(0).value_or("0"), rows.at(0).at(1).value_or("")};
}

// Inserts, and compares what the server says that it stored (triggers, casts and defaults done)
// with what was staged.
Result<int64_t> InsertChecked(PgConnection& connection, const std::string& insert,
                              const LoadSqlRequest& request, const std::string& shown,
                              const StopToken& stop) {
  const std::string columns = ComparedColumns(request),
                    sum = PgFilled(request.fingerprint, columns);
  std::string names;
  for (const std::string& name : request.columns)
    names += (names.empty() ? "" : ", ") + QuoteName(name);
  AIETL_ASSIGN(const Bag stored, BagFrom(connection,
                                         "WITH stored AS (" + insert + " RETURNING " + names +
                                             ") SELECT count(*), " + sum + " FROM stored",
                                         stop));
  AIETL_ASSIGN(
      const Bag staged,
      BagFrom(connection, "SELECT count(*), " + sum + " FROM " + request.names.stage, stop));
  const int64_t rows = std::strtoll(stored.rows.c_str(), nullptr, 10);
  if (stored == staged) return rows;
  const int64_t expected = std::strtoll(staged.rows.c_str(), nullptr, 10);
  return Fail(VerificationError(rows == expected ? rows : std::abs(rows - expected), shown));
}

}  // namespace

Result<std::string> PgStagedRelation(PgConnection& connection, const std::string& stage_sql,
                                     const std::vector<PgStageColumn>& columns) {
  if (std::all_of(columns.begin(), columns.end(),
                  [](const PgStageColumn& column) { return column.insert == "{}"; }))
    return stage_sql;
  std::string list;
  for (const PgStageColumn& column : columns) {
    const std::string name = QuoteName(column.name);
    list += (list.empty() ? "" : ", ") + PgFilled(column.insert, name) + " AS " + name;
  }
  AIETL_TRY(connection.Execute("DROP VIEW IF EXISTS pg_temp." + QuoteName(kStagedView)));
  AIETL_TRY(connection.Execute("CREATE TEMP VIEW " + QuoteName(kStagedView) + " AS SELECT " + list +
                               ", ctid AS " + kPgStagedRow + " FROM " + stage_sql));
  return "pg_temp." + QuoteName(kStagedView);
}

bool PgIsStagedView(const std::string& stage) {
  return stage == "pg_temp." + QuoteName(kStagedView);
}

LoadSqlRequest PgSqlRequest(const UndoState& state, const PgStageNames& names,
                            const std::string& stage, const std::vector<PgStageColumn>& columns,
                            const PgTable& target) {
  LoadSqlRequest request;
  request.mode = state.mode;
  request.names = {names.target_sql, stage, names.undo_sql};
  request.columns = state.columns;
  request.target_columns = state.target_columns;
  request.key = state.key;
  request.partition = state.partition;
  request.at = state.at;
  request.slice = state.slice;
  request.row_id = "({}tableoid::text || {}ctid::text)";
  request.fingerprint = "sum(hash_record_extended(ROW({}), 0)::numeric)";
  for (const PgStageColumn& column : columns) {
    if (column.compare != "{}") request.compare_as.emplace(column.name, column.compare);
  }
  for (const PgColumn& column : target.columns) {
    if (column.identity_always) request.insert_clause = "OVERRIDING SYSTEM VALUE";
  }
  return request;
}

Result<LoadCounts> RunPgLoadSql(PgConnection& connection, LoadSql sql,
                                const LoadSqlRequest& request, const PgApply& apply,
                                const std::string& shown, const StopToken& stop) {
  // It finds its rows again by the key; the others only insert what is staged.
  const bool by_key = request.mode == spec::Mode::kScd2;
  if (apply.unique_key)
    std::erase_if(sql.conflicts, [](const LoadConflict& conflict) {
      return conflict.id == "target_key_not_unique";
    });
  // Each staged row is new, changed or unchanged, so what was not written is.
  if (by_key) sql.unchanged.clear();
  const SqlRunner runner = {
      [&](const std::string& statement) -> Result<int64_t> {
        if (!apply.verify || by_key || !IsInsert(statement))
          return connection.Execute(statement, stop);
        return InsertChecked(connection, statement, request, shown, stop);
      },
      [&](const std::string& select) { return connection.Number(select, stop); }};
  AIETL_ASSIGN(LoadCounts counts,
               RunLoadSql(sql, runner, apply.save_undo, apply.verify && by_key, shown));
  if (by_key) counts.unchanged = apply.staged - counts.written;
  return counts;
}

}  // namespace aietl::connectors
