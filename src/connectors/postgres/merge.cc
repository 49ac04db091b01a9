#include "connectors/postgres/merge.h"

#include <algorithm>

#include "base/text.h"
#include "connectors/ledger.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;

// Columns of the undo table besides the target's and kPgStagedRow.
constexpr const char* kNew = "\"_aietl_new\"";
constexpr const char* kFound = "\"_aietl_row\"";  // the target's row, until the commit

constexpr int kFirstTidLookup = 120000;  // rows of a join are fetched by ctid
// From this many times the stage's size on, the target's rows are looked up one by one.
constexpr int64_t kLookupRatio = 4;

bool Holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Whether staged keys that differ are different keys of the target, too, which its index finds. A
// type or collation that takes different texts for equal would let two staged rows meet one row.
bool KeepsKeysApart(const PgStageColumn& staged, const PgType& target) {
  if (!target.builtin || target.domain || target.kind != 'b' || target.loose_collation ||
      staged.insert != "{}")
    return false;
  const auto is_whole = [](const data::Type& type) {
    return type.id >= data::TypeId::kTinyInt && type.id <= data::TypeId::kBigInt;
  };
  const data::Type held = ReadOf(target).type;
  if (is_whole(held)) return is_whole(staged.type);
  switch (held.id) {
    case data::TypeId::kVarchar:
      return (target.name == "text" || target.name == "varchar") &&
             (staged.declared == "text" || staged.declared.starts_with("character varying"));
    case data::TypeId::kUuid:
    case data::TypeId::kDate:
    case data::TypeId::kTimestamp:
    case data::TypeId::kTimestampTz: return staged.type == held;
    default: return false;
  }
}

class PgMerge {
 public:
  PgMerge(PgConnection& connection, const LoadSqlRequest& request, const PgTable& target,
          const std::string& shown, const StopToken& stop)
      : connection_(connection), r_(request), target_(target), shown_(shown), stop_(stop) {
    for (const std::string& name : r_.columns) {
      if (!Holds(r_.key, name)) values_.push_back(name);
    }
    // A view of converted columns gives the row's place another name.
    staged_row_ = PgIsStagedView(r_.names.stage) ? std::string("s.") + kPgStagedRow : "s.ctid";
  }

  Result<LoadCounts> Run(const std::vector<PgStageColumn>& columns, const PgApply& apply);
  Result<void> Rollback();

 private:
  bool KeysStayApart(const std::vector<PgStageColumn>& columns) const;
  Result<void> LookAtTarget(const std::vector<PgStageColumn>& columns, const PgApply& apply);
  Result<void> RefuseDoubleKeys(const LoadSql& sql) const;
  Result<int64_t> FindChanges();
  Result<int64_t> UpdateChanged(bool check);
  Result<int64_t> InsertNew();
  Result<void> CheckInserted();
  Result<void> Lookups(bool on);
  Result<void> PutBackInPlace(int64_t rows);
  Result<void> PutBackAnew(int64_t rows);
  Result<int64_t> NotAsBefore();
  Result<void> Change(const std::string& sql, int64_t rows);

  std::string Compared(const std::string& alias, const std::string& name) const {
    const auto found = r_.compare_as.find(name);
    const std::string column = alias + "." + QuoteName(name);
    return found == r_.compare_as.end() ? column : PgFilled(found->second, column);
  }
  // Staged values against the target's, of the columns that are no key.
  std::string Values(const char* op, const char* joiner) const {
    std::string sql;
    for (const std::string& name : values_)
      sql += (sql.empty() ? "" : joiner) + Compared("s", name) + op + Compared("t", name);
    return sql;
  }
  std::string Differ() const { return Values(" IS DISTINCT FROM ", " OR "); }
  std::string Same() const { return Values(" IS NOT DISTINCT FROM ", " AND "); }
  // The target first, so that its collation and its index decide.
  std::string KeysMeet(const char* other) const {
    std::string sql;
    for (const std::string& name : r_.key)
      sql += (sql.empty() ? "t." : " AND t.") + QuoteName(name) + " = " + other + "." +
             QuoteName(name);
    return sql;
  }
  std::string Names(const std::vector<std::string>& names, const std::string& prefix = "") const {
    std::string list;
    for (const std::string& name : names)
      list += (list.empty() ? "" : ", ") + prefix + QuoteName(name);
    return list;
  }
  std::string StagedChanges() const {
    return r_.names.stage + " AS s, " + r_.names.undo + " AS u WHERE u." + kPgStagedRow + " = " +
           staged_row_;
  }
  std::string InsertClause() const {
    return r_.insert_clause.empty() ? "" : r_.insert_clause + " ";
  }
  bool one_table() const { return target_.relation.kind == 'r' && !target_.relation.children; }

  PgConnection& connection_;
  const LoadSqlRequest& r_;
  const PgTable& target_;
  const std::string& shown_;
  const StopToken& stop_;
  std::vector<std::string> values_;
  std::string staged_row_;
  bool look_again_ = false;  // triggers, rules or the key's type may do more than a statement says
  bool rules_ = false;       // then not even its number of rows is sure
  bool lookups_ = false;     // single rows by the index of the key, not the whole target
};

bool PgMerge::KeysStayApart(const std::vector<PgStageColumn>& columns) const {
  return std::all_of(columns.begin(), columns.end(), [&](const PgStageColumn& column) {
    if (!Holds(r_.key, column.name)) return true;
    const PgColumn* const held = target_.Find(column.name);
    return held != nullptr && KeepsKeysApart(column, held->type);
  });
}

Result<void> PgMerge::LookAtTarget(const std::vector<PgStageColumn>& columns,
                                   const PgApply& apply) {
  AIETL_ASSIGN(
      const PgRows rows,
      connection_.Fetch("SELECT (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND "
                        "tgrelid = c.oid), (SELECT count(*) FROM pg_rewrite WHERE ev_class = "
                        "c.oid), (pg_relation_size(c.oid) >= " +
                        std::to_string(kLookupRatio) + " * pg_relation_size(" +
                        data::QuoteText(apply.stage_table) +
                        "::regclass))::int FROM pg_class c WHERE c.oid = " + target_.relation.oid));
  const auto holds = [&](size_t i) { return rows.at(0).at(i).value_or("0") != "0"; };
  const bool apart = KeysStayApart(columns);
  rules_ = holds(1);
  look_again_ = !apart || !one_table() || rules_ || holds(0);
  lookups_ = apart && one_table() && apply.unique_key && holds(2);
  return {};
}

Result<void> PgMerge::RefuseDoubleKeys(const LoadSql& sql) const {
  for (const LoadConflict& conflict : sql.conflicts) {
    AIETL_ASSIGN(const int64_t keys, connection_.Number(conflict.count, stop_));
    if (keys > 0) return Fail(ConflictError(conflict, keys, shown_));
  }
  return {};
}

// The planner knows nothing of tables that were filled a moment ago, and would rather hash the
// whole target.
Result<void> PgMerge::Lookups(bool on) {
  const char* const how = on ? "off" : "DEFAULT";
  AIETL_TRY(connection_.Execute(std::string("SET LOCAL enable_hashjoin TO ") + how +
                                "; SET LOCAL enable_mergejoin TO " + how));
  return {};
}

// Fills the undo table; the number of rows that differ or are new.
Result<int64_t> PgMerge::FindChanges() {
  std::string columns;
  for (const std::string& name : r_.target_columns) {
    const PgColumn* const column = target_.Find(name);
    AIETL_CHECK(column != nullptr);
    const std::string quoted = QuoteName(name);
    columns += ", ";
    if (Holds(r_.key, name))
      columns += "CASE WHEN t.ctid IS NULL THEN s." + quoted + "::" + column->type.shown +
                 " ELSE t." + quoted + " END AS " + quoted;
    else
      columns += "t." + quoted;
  }
  AIETL_TRY(Lookups(lookups_));
  const std::string differ = values_.empty() ? "" : " OR " + Differ();
  return connection_.Execute("CREATE UNLOGGED TABLE " + r_.names.undo +
                                 " AS SELECT t.ctid IS NULL AS " + kNew + ", t.ctid AS " + kFound +
                                 ", " + staged_row_ + " AS " + kPgStagedRow + columns + " FROM " +
                                 r_.names.stage + " AS s LEFT JOIN " + r_.names.target +
                                 " AS t ON " + KeysMeet("s") + " WHERE t.ctid IS NULL" + differ,
                             stop_);
}

Result<int64_t> PgMerge::UpdateChanged(bool check) {
  std::string set;
  for (const std::string& name : values_)
    set += (set.empty() ? "" : ", ") + QuoteName(name) + " = s." + QuoteName(name);
  const std::string update = "UPDATE " + r_.names.target + " AS t SET " + set + " FROM " +
                             StagedChanges() + " AND NOT u." + kNew + " AND " +
                             (one_table() ? std::string("t.ctid = u.") + kFound : KeysMeet("u"));
  if (!check) return connection_.Execute(update, stop_);
  AIETL_ASSIGN(const PgRows rows,
               connection_.Fetch("WITH written AS (" + update + " RETURNING " + Differ() +
                                     " AS differs) SELECT count(*), count(*) FILTER (WHERE "
                                     "differs) FROM written",
                                 stop_));
  const auto number = [&](size_t i) {
    return std::strtoll(rows.at(0).at(i).value_or("0").c_str(), nullptr, 10);
  };
  if (number(1) > 0) return Fail(VerificationError(number(1), shown_));
  return number(0);
}

Result<int64_t> PgMerge::InsertNew() {
  return connection_.Execute("INSERT INTO " + r_.names.target + " (" + Names(r_.columns) + ") " +
                                 InsertClause() + "SELECT " + Names(r_.columns, "s.") + " FROM " +
                                 StagedChanges() + " AND u." + kNew,
                             stop_);
}

// Unlike that of an UPDATE, its RETURNING cannot see the staged row.
Result<void> PgMerge::CheckInserted() {
  const std::string same = values_.empty() ? "" : " AND " + Same();
  AIETL_ASSIGN(
      const int64_t missing,
      connection_.Number("SELECT count(*) FROM " + r_.names.undo + " AS u JOIN " + r_.names.stage +
                             " AS s ON u." + kPgStagedRow + " = " + staged_row_ + " LEFT JOIN " +
                             r_.names.target + " AS t ON " + KeysMeet("s") + same + " WHERE u." +
                             kNew + " AND t.ctid IS NULL",
                         stop_));
  if (missing == 0) return {};
  return Fail(VerificationError(missing, shown_));
}

Result<LoadCounts> PgMerge::Run(const std::vector<PgStageColumn>& columns, const PgApply& apply) {
  const LoadSql sql = MakeLoadSql(r_);
  if (!apply.unique_key) AIETL_TRY(RefuseDoubleKeys(sql));
  AIETL_TRY(LookAtTarget(columns, apply));
  LoadCounts counts;
  AIETL_ASSIGN(const int64_t changes, FindChanges());
  counts.unchanged = apply.staged - changes;
  if (changes == 0) return counts;
  const bool check = apply.verify && apply.values && !look_again_;
  AIETL_TRY(Lookups(one_table() && connection_.server_version() >= kFirstTidLookup));
  if (!values_.empty()) {
    AIETL_ASSIGN(counts.written, UpdateChanged(check));
  }
  AIETL_ASSIGN(const int64_t added, InsertNew());
  counts.written += added;
  AIETL_TRY(Lookups(lookups_));
  if (check && added > 0) AIETL_TRY(CheckInserted());
  AIETL_TRY(Lookups(false));
  if (apply.verify && look_again_) {
    AIETL_ASSIGN(const int64_t missing, connection_.Number(sql.missing, stop_));
    if (missing != 0) return Fail(VerificationError(missing, shown_));
  }
  if (counts.written == changes || rules_) return counts;
  return Fail(VerificationError(std::abs(changes - counts.written), shown_));
}

// Of just so many rows.
Result<void> PgMerge::Change(const std::string& sql, int64_t rows) {
  AIETL_ASSIGN(const int64_t changed, connection_.Execute(sql, stop_));
  if (changed != rows) return Fail(ChangedSinceError(shown_));
  return {};
}

// Rows that others refer to stay: a DELETE might take theirs along.
Result<void> PgMerge::PutBackInPlace(int64_t rows) {
  std::string set;
  for (const std::string& name : r_.target_columns) {
    const PgColumn* const column = target_.Find(name);
    if (Holds(r_.key, name) || (column != nullptr && column->identity_always)) continue;
    set += (set.empty() ? "" : ", ") + QuoteName(name) + " = u." + QuoteName(name);
  }
  if (set.empty()) return {};
  return Change("UPDATE " + r_.names.target + " AS t SET " + set + " FROM " + r_.names.undo +
                    " AS u WHERE " + KeysMeet("u") + " AND NOT u." + kNew,
                rows);
}

Result<void> PgMerge::PutBackAnew(int64_t rows) {
  const std::string columns = Names(r_.target_columns);
  AIETL_TRY(Change("DELETE FROM " + r_.names.target + " AS t USING " + r_.names.undo +
                       " AS u WHERE " + KeysMeet("u") + " AND NOT u." + kNew,
                   rows));
  return Change("INSERT INTO " + r_.names.target + " (" + columns + ") " + InsertClause() +
                    "SELECT " + columns + " FROM " + r_.names.undo + " WHERE NOT " + kNew,
                rows);
}

Result<int64_t> PgMerge::NotAsBefore() {
  std::string same;
  for (const std::string& name : r_.target_columns) {
    const PgColumn* const column = target_.Find(name);
    if (column == nullptr) return Fail(ChangedSinceError(shown_));
    const std::string pattern = PgComparePattern(column->type), quoted = QuoteName(name);
    same += " AND " + PgFilled(pattern, "u." + quoted) + " IS NOT DISTINCT FROM " +
            PgFilled(pattern, "t." + quoted);
  }
  return connection_.Number("SELECT count(*) FROM " + r_.names.undo + " AS u LEFT JOIN " +
                                r_.names.target + " AS t ON " + KeysMeet("u") + same +
                                " WHERE NOT u." + kNew + " AND t.ctid IS NULL",
                            stop_);
}

Result<void> PgMerge::Rollback() {
  AIETL_ASSIGN(const int64_t added,
               connection_.Number("SELECT count(*) FROM " + r_.names.undo + " WHERE " + kNew));
  AIETL_ASSIGN(const int64_t changed,
               connection_.Number("SELECT count(*) FROM " + r_.names.undo + " WHERE NOT " + kNew));
  AIETL_TRY(Change("DELETE FROM " + r_.names.target + " AS t USING " + r_.names.undo +
                       " AS u WHERE " + KeysMeet("u") + " AND u." + kNew,
                   added));
  AIETL_TRY(PutBackInPlace(changed));
  AIETL_ASSIGN(int64_t wrong, NotAsBefore());
  if (wrong == 0) return {};
  // A trigger keeps, for one, the time of each UPDATE.
  AIETL_ASSIGN(const int64_t referred,
               connection_.Number("SELECT count(*) FROM pg_constraint WHERE confrelid = " +
                                  target_.relation.oid));
  if (referred == 0) {
    AIETL_TRY(PutBackAnew(changed));
    AIETL_ASSIGN(wrong, NotAsBefore());
  }
  if (wrong == 0) return {};
  return Fail(VerificationError(wrong, shown_));
}

}  // namespace

Result<LoadCounts> RunPgMerge(PgConnection& connection, const LoadSqlRequest& request,
                              const std::vector<PgStageColumn>& columns, const PgTable& target,
                              const PgApply& apply, const std::string& shown,
                              const StopToken& stop) {
  return PgMerge(connection, request, target, shown, stop).Run(columns, apply);
}

Result<void> RollbackPgMerge(PgConnection& connection, const LoadSqlRequest& request,
                             const PgTable& target, const std::string& shown,
                             const StopToken& stop) {
  return PgMerge(connection, request, target, shown, stop).Rollback();
}

}  // namespace aietl::connectors
