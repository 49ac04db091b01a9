#include "connectors/load_sql.h"

#include <algorithm>

#include "base/clock.h"
#include "base/text.h"

namespace aietl::connectors {
namespace {

using spec::Mode;
using NameList = std::vector<std::string>;

bool Has(const NameList& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

NameList Without(const NameList& names, const NameList& removed) {
  NameList left;
  for (const std::string& name : names) {
    if (!Has(removed, name)) left.push_back(name);
  }
  return left;
}

std::string Column(const std::string& alias, const std::string& name) {
  return (alias.empty() ? "" : alias + ".") + data::QuoteName(name);
}

std::string QuotedList(const std::string& alias, const NameList& names) {
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "" : ", ") + Column(alias, name);
  return list;
}

std::string Replaced(std::string pattern, const std::string& text) {
  for (size_t at = pattern.find("{}"); at != std::string::npos;
       at = pattern.find("{}", at + text.size()))
    pattern.replace(at, 2, text);
  return pattern;
}

// left.a OP right.a JOINER left.b OP right.b …
std::string Compare(const NameList& names, const std::string& left, const std::string& op,
                    const std::string& right, const std::string& joiner) {
  std::string sql;
  for (const std::string& name : names) {
    if (!sql.empty()) sql += joiner;
    sql += Column(left, name) + " " + op + " " + Column(right, name);
  }
  return sql;
}

// The pieces that several modes share, for one request.
class Writer {
 public:
  explicit Writer(const LoadSqlRequest& request)
      : r_(request),
        key_(KeyOf(request.mode, request.key, request.partition)),
        at_(data::QuoteText(ModeTimestamp(request.at))) {}

  LoadSql Write() {
    switch (r_.mode) {
      case Mode::kReplace: Replace(); break;
      case Mode::kAppend: Append(); break;
      case Mode::kSnapshot: Append(); break;
      case Mode::kMerge: Merge(); break;
      case Mode::kDeleteInsert: DeleteInsert(); break;
      case Mode::kScd2: Scd2(); break;
      case Mode::kCdc: AIETL_CHECK(false); break;
    }
    return std::move(sql_);
  }

 private:
  void Add(std::string statement, const char* count) {
    sql_.statements.push_back(std::move(statement));
    sql_.counts.emplace_back(count);
  }

  // t.k = s.k …: target first, so that its collation and its index decide.
  std::string KeysMeet() const { return Compare(key_, "t", "=", "s", " AND "); }
  // Staged values first: a case-insensitive column must not hide a change of case.
  std::string Differ(const NameList& names) const {
    return CompareValues(names, r_.is_distinct, " OR ");
  }
  std::string Same(const NameList& names) const {
    return names.empty() ? "TRUE" : CompareValues(names, r_.is_not_distinct, " AND ");
  }
  // The column in the form in which it is compared.
  std::string Compared(const std::string& alias, const std::string& name) const {
    const auto found = r_.compare_as.find(name);
    const std::string column = Column(alias, name);
    return found == r_.compare_as.end() ? column : Replaced(found->second, column);
  }
  std::string ComparedList(const std::string& alias) const {
    std::string list;
    for (const std::string& name : r_.columns)
      list += (list.empty() ? "" : ", ") + Compared(alias, name);
    return list;
  }
  std::string CompareValues(const NameList& names, const std::string& op,
                            const std::string& joiner) const {
    std::string sql;
    for (const std::string& name : names) {
      if (!sql.empty()) sql += joiner;
      sql += Compared("s", name) + " " + op + " " + Compared("t", name);
    }
    return sql;
  }
  std::string RowId(const std::string& alias) const {
    const std::string prefix = alias.empty() ? "" : alias + ".";
    return r_.row_id.find("{}") == std::string::npos ? prefix + r_.row_id
                                                     : Replaced(r_.row_id, prefix);
  }
  // "INSERT INTO target (columns) SELECT ", what comes in between included.
  std::string InsertInto(const std::string& columns) const {
    return "INSERT INTO " + r_.names.target + " (" + columns + ") " +
           (r_.insert_clause.empty() ? "" : r_.insert_clause + " ") + "SELECT ";
  }
  // k IN (SELECT k FROM stage), over unqualified target columns.
  std::string KeyStaged() const { return KeyStaged(key_); }
  std::string KeyStaged(const NameList& key) const {
    const std::string keys = QuotedList("", key);
    return (key.size() == 1 ? keys : "(" + keys + ")") + " IN (SELECT " + keys + " FROM " +
           r_.names.stage + ")";
  }
  std::string InsertStaged() const {
    const std::string columns = QuotedList("", r_.columns);
    return InsertInto(columns) + columns + " FROM " + r_.names.stage;
  }
  std::string SaveUndo(const std::string& condition) const {
    return "CREATE TABLE " + r_.names.undo + " AS SELECT " + QuotedList("", r_.target_columns) +
           " FROM " + r_.names.target + (condition.empty() ? "" : " WHERE " + condition);
  }
  std::string RestoreUndo() const {
    const std::string columns = QuotedList("", r_.target_columns);
    return InsertInto(columns) + columns + " FROM " + r_.names.undo;
  }
  std::string KeyTwiceInTarget(const std::string& condition) const {
    return "SELECT count(*) FROM (SELECT 1 AS one FROM " + r_.names.target + " WHERE " +
           KeyStaged() + condition + " GROUP BY " + QuotedList("", key_) +
           " HAVING count(*) > 1) AS d";
  }

  // Whether the staged rows and the target's rows that meet `condition` (alias t) are the same bag;
  // 0 if so.
  std::string BagsDiffer(const std::string& condition, bool whole_bag) const {
    const std::string staged = " FROM " + r_.names.stage;
    const std::string found =
        " FROM " + r_.names.target + " AS t" + (condition.empty() ? "" : " WHERE " + condition);
    if (whole_bag && !r_.fingerprint.empty()) {
      return "SELECT CASE WHEN a.n > b.n THEN a.n - b.n WHEN a.n < b.n THEN b.n - a.n WHEN a.f " +
             r_.is_not_distinct + " b.f THEN 0 ELSE a.n END FROM (SELECT count(*) AS n, " +
             Replaced(r_.fingerprint, ComparedList("")) + " AS f" + staged +
             ") AS a, (SELECT count(*) AS n, " + Replaced(r_.fingerprint, ComparedList("t")) +
             " AS f" + found + ") AS b";
    }
    const std::string lost = "(SELECT count(*) FROM (SELECT " + ComparedList("") + staged +
                             " EXCEPT SELECT " + ComparedList("t") + found + ") AS d)";
    if (!whole_bag) return "SELECT " + lost;
    return "SELECT " + lost + " + abs((SELECT count(*)" + staged + ") - (SELECT count(*)" + found +
           "))";
  }

  void Replace() {
    sql_.undo = {SaveUndo("")};
    Add("DELETE FROM " + r_.names.target, "deleted");
    Add(InsertStaged(), "written");
    sql_.missing = BagsDiffer("", true);
    sql_.rollback = {"DELETE FROM " + r_.names.target, RestoreUndo()};
  }

  void Append() {
    const bool snapshot = r_.mode == Mode::kSnapshot;
    if (!r_.slice.empty()) {
      sql_.undo = {SaveUndo(r_.slice)};
      Add("DELETE FROM " + r_.names.target + " WHERE " + r_.slice, "deleted");
    }
    const std::string columns = QuotedList("", r_.columns);
    Add(!snapshot ? InsertStaged()
                  : InsertInto(columns + ", " + Column("", "snapshot_at")) + columns + ", " + at_ +
                        " FROM " + r_.names.stage,
        "written");
    const std::string this_snapshot = snapshot ? Column("t", "snapshot_at") + " = " + at_ : "";
    std::string condition = r_.new_rows;
    if (snapshot) condition += (condition.empty() ? "" : " AND ") + this_snapshot;
    sql_.missing = BagsDiffer(condition, !r_.new_rows.empty());
    sql_.rollback = {RemoveBag(this_snapshot)};
    if (!r_.slice.empty()) sql_.rollback.push_back(RestoreUndo());
  }

  // Removes as many copies of each staged row as were staged.
  std::string RemoveBag(const std::string& condition) const {
    if (r_.row_id.empty()) {
      NameList staged_key = r_.key;
      std::erase_if(staged_key, [&](const std::string& name) { return !Has(r_.columns, name); });
      return "DELETE FROM " + r_.names.target + " AS t WHERE " + KeyStaged(staged_key) +
             (condition.empty() ? "" : " AND " + condition);
    }
    // Equal rows are told apart by their number, so that each staged one takes one away.
    std::string compared, numbered;
    for (size_t i = 0; i < r_.columns.size(); ++i) {
      const std::string name = "_aietl_" + std::to_string(i);
      compared += (i > 0 ? ", " : "") + Compared("", r_.columns[i]) + " AS " + name;
      numbered += (i > 0 ? ", " : "") + Compared("t", r_.columns[i]) + " AS " + name;
    }
    NameList names;
    for (size_t i = 0; i < r_.columns.size(); ++i)
      names.push_back("_aietl_" + std::to_string(i));
    return "DELETE FROM " + r_.names.target + " WHERE " + RowId("") +
           " IN (SELECT t._aietl_row FROM (SELECT " + RowId("t") + " AS _aietl_row, " + numbered +
           ", row_number() OVER (PARTITION BY " + ComparedList("t") + " ORDER BY " + RowId("t") +
           " DESC) AS _aietl_copy FROM " + r_.names.target + " AS t" +
           (condition.empty() ? "" : " WHERE " + condition) + ") AS t JOIN (SELECT " + compared +
           ", count(*) AS _aietl_copies FROM " + r_.names.stage + " GROUP BY " + ComparedList("") +
           ") AS s ON " + Compare(names, "s", r_.is_not_distinct, "t", " AND ") +
           " WHERE t._aietl_copy <= s._aietl_copies)";
  }

  void UndoByKey() {
    sql_.undo = {SaveUndo(KeyStaged())};
    sql_.rollback = {"DELETE FROM " + r_.names.target + " WHERE " + KeyStaged(), RestoreUndo()};
  }

  void Merge() {
    const NameList values = Without(r_.columns, key_);
    const std::string from = " FROM " + r_.names.stage + " AS s";
    const std::string join = " JOIN " + r_.names.target + " AS t ON " + KeysMeet();
    sql_.conflicts = {{"target_key_not_unique", KeyTwiceInTarget("")}};
    UndoByKey();
    sql_.unchanged = "SELECT count(*)" + from + join + " AND " + Same(values);
    if (!values.empty()) {
      std::string set;
      for (const std::string& name : values)
        set += (set.empty() ? "" : ", ") + Column("", name) + " = " + Column("s", name);
      Add("UPDATE " + r_.names.target + " AS t SET " + set + from + " WHERE " + KeysMeet() +
              " AND (" + Differ(values) + ")",
          "written");
    }
    Add(InsertInto(QuotedList("", r_.columns)) + QuotedList("s", r_.columns) + from + " LEFT" +
            join + " WHERE " + Column("t", key_.front()) + " IS NULL",
        "written");
    sql_.missing = "SELECT count(*)" + from + " LEFT" + join + " AND " + Same(values) + " WHERE " +
                   Column("t", key_.front()) + " IS NULL";
  }

  void DeleteInsert() {
    UndoByKey();
    Add("DELETE FROM " + r_.names.target + " WHERE " + KeyStaged(), "deleted");
    Add(InsertStaged(), "written");
    sql_.missing = BagsDiffer(KeyStaged(), true);
  }

  void Scd2() {
    const NameList values = Without(r_.columns, key_);
    const std::string from = " FROM " + r_.names.stage + " AS s";
    const std::string current = Column("t", "is_current");
    const std::string join =
        " JOIN " + r_.names.target + " AS t ON " + KeysMeet() + " AND " + current;
    sql_.conflicts = {
        {"target_key_not_unique", KeyTwiceInTarget(" AND " + Column("", "is_current"))}};
    UndoByKey();
    sql_.unchanged = "SELECT count(*)" + from + join + " AND " + Same(values);
    if (!values.empty()) {
      sql_.conflicts.push_back({"newer_version", "SELECT count(*)" + from + join + " WHERE (" +
                                                     Differ(values) + ") AND " +
                                                     Column("t", "valid_from") + " >= " + at_});
      Add("UPDATE " + r_.names.target + " AS t SET " + Column("", "valid_to") + " = " + at_ + ", " +
              Column("", "is_current") + " = FALSE" + from + " WHERE " + KeysMeet() + " AND " +
              current + " AND (" + Differ(values) + ")",
          "");
    }
    Add(InsertInto(QuotedList("", r_.columns) + ", " +
                   QuotedList("", {"valid_from", "valid_to", "is_current"})) +
            QuotedList("s", r_.columns) + ", " + at_ + ", NULL, TRUE" + from + " LEFT" + join +
            " WHERE " + Column("t", key_.front()) + " IS NULL",
        "written");
    sql_.missing = "SELECT count(*)" + from + " LEFT" + join + " AND " + Same(values) + " WHERE " +
                   Column("t", key_.front()) + " IS NULL";
  }

  const LoadSqlRequest& r_;
  const NameList& key_;
  const std::string at_;
  LoadSql sql_;
};

// The whole new content, as SELECTs to be united.
class ContentWriter {
 public:
  explicit ContentWriter(const LoadSqlRequest& request)
      : r_(request),
        key_(KeyOf(request.mode, request.key, request.partition)),
        at_("CAST(" + data::QuoteText(ModeTimestamp(request.at)) + " AS TIMESTAMP)") {
    for (const data::Column& column : ModeColumns(r_.mode))
      own_.push_back(column.name);
    output_ = r_.target_columns;
    const auto add = [this](const std::string& name) {
      if (!Has(output_, name)) output_.push_back(name);
    };
    for (const std::string& name : r_.columns)
      add(name);
    for (const std::string& name : own_)
      add(name);
  }

  std::string Write() const {
    if (r_.names.target.empty() || r_.mode == Mode::kReplace) return Staged("");
    switch (r_.mode) {
      case Mode::kAppend:
        return Kept(r_.slice.empty() ? "" : " WHERE (" + r_.slice + ") IS NOT TRUE") +
               " UNION ALL " + Staged("");
      case Mode::kSnapshot: return Kept("") + " UNION ALL " + Staged("");
      case Mode::kDeleteInsert: return Kept(WhereKeyNotStaged()) + " UNION ALL " + Staged("");
      case Mode::kMerge:
        return Kept(WhereKeyNotStaged()) + " UNION ALL " +
               Staged(Without(r_.target_columns, r_.columns).empty()
                          ? ""
                          : " LEFT JOIN " + r_.names.target + " AS t ON " + KeysMeet(),
                      true);
      case Mode::kScd2: return Versions();
      default: break;
    }
    AIETL_CHECK(false);
    return "";
  }

 private:
  std::string KeysMeet() const { return Compare(key_, "t", "=", "s", " AND "); }
  std::string WhereKeyNotStaged() const {
    return " WHERE NOT EXISTS (SELECT 1 FROM " + r_.names.stage + " AS s WHERE " + KeysMeet() + ")";
  }

  // A column of the mode's own in a new row.
  std::string OwnValue(const std::string& name) const {
    if (name == "snapshot_at" || name == "valid_from") return at_;
    return name == "valid_to" ? "CAST(NULL AS TIMESTAMP)" : "TRUE";
  }

  std::string Staged(const std::string& join, bool keep_others = false) const {
    std::string list;
    for (const std::string& name : output_) {
      std::string value = "NULL";
      if (Has(own_, name))
        value = OwnValue(name);
      else if (Has(r_.columns, name))
        value = Column("s", name);
      else if (keep_others && !join.empty())
        value = Column("t", name);
      else if (r_.mode == Mode::kReplace)
        continue;
      list += (list.empty() ? "" : ", ") + value + " AS " + Column("", name);
    }
    return "SELECT " + list + " FROM " + r_.names.stage + " AS s" + join;
  }

  std::string Kept(const std::string& condition) const {
    std::string list;
    for (const std::string& name : output_) {
      list += (list.empty() ? "" : ", ") +
              (Has(r_.target_columns, name) ? Column("t", name) : "NULL AS " + Column("", name));
    }
    return "SELECT " + list + " FROM " + r_.names.target + " AS t" + condition;
  }

  std::string Versions() const {
    const NameList values = Without(r_.columns, key_);
    const std::string current = "CAST(" + Column("t", "is_current") + " AS BOOLEAN)";
    const std::string differ =
        values.empty() ? "FALSE"
                       : "(" + Compare(values, "s", "IS DISTINCT FROM", "t", " OR ") + ")";
    const std::string same =
        values.empty() ? "TRUE" : Compare(values, "s", "IS NOT DISTINCT FROM", "t", " AND ");
    const std::string closed = Column("s", key_.front()) + " IS NOT NULL";
    std::string list;
    for (const std::string& name : output_) {
      std::string value = Has(r_.target_columns, name) ? Column("t", name) : "NULL";
      if (name == "valid_from") value = "CAST(" + value + " AS TIMESTAMP)";
      if (name == "valid_to")
        value =
            "CASE WHEN " + closed + " THEN " + at_ + " ELSE CAST(" + value + " AS TIMESTAMP) END";
      if (name == "is_current")
        value = "CASE WHEN " + closed + " THEN FALSE ELSE " + current + " END";
      list += (list.empty() ? "" : ", ") + value + " AS " + Column("", name);
    }
    return "SELECT " + list + " FROM " + r_.names.target + " AS t LEFT JOIN " + r_.names.stage +
           " AS s ON " + KeysMeet() + " AND " + current + " AND " + differ + " UNION ALL " +
           Staged(" LEFT JOIN " + r_.names.target + " AS t ON " + KeysMeet() + " AND " + current +
                  " AND " + same) +
           " WHERE " + Column("t", key_.front()) + " IS NULL";
  }

  const LoadSqlRequest& r_;
  const NameList& key_;
  const std::string at_;
  NameList own_;
  NameList output_;
};

std::string NamesForPeople(const NameList& names) {
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "" : ", ") + data::NameForPeople(name);
  return list;
}

}  // namespace

LoadSql MakeLoadSql(const LoadSqlRequest& request) {
  return Writer(request).Write();
}

Result<LoadCounts> RunLoadSql(const LoadSql& sql, const SqlRunner& runner, bool save_undo,
                              bool verify, const std::string& target) {
  LoadCounts counts;
  for (const LoadConflict& conflict : sql.conflicts) {
    AIETL_ASSIGN(const int64_t count, runner.number(conflict.count));
    if (count > 0) return Fail(ConflictError(conflict, count, target));
  }
  if (!sql.unchanged.empty()) {
    AIETL_ASSIGN(counts.unchanged, runner.number(sql.unchanged));
  }
  if (save_undo) {
    for (const std::string& statement : sql.undo)
      AIETL_TRY(runner.execute(statement));
  }
  for (size_t i = 0; i < sql.statements.size(); ++i) {
    AIETL_ASSIGN(const int64_t changed, runner.execute(sql.statements[i]));
    if (sql.counts[i] == "written") counts.written += changed;
    if (sql.counts[i] == "deleted") counts.deleted += changed;
  }
  if (verify) {
    AIETL_ASSIGN(const int64_t missing, runner.number(sql.missing));
    if (missing != 0) return Fail(VerificationError(missing, target));
  }
  return counts;
}

std::string NewContentSql(const LoadSqlRequest& request) {
  return ContentWriter(request).Write();
}

std::string KeyCheckSql(const std::string& stage, const std::vector<std::string>& key) {
  std::string null_key, full_key;
  for (const std::string& name : key) {
    null_key += (null_key.empty() ? "" : " OR ") + Column("", name) + " IS NULL";
    full_key += (full_key.empty() ? "" : " AND ") + Column("", name) + " IS NOT NULL";
  }
  return "SELECT (SELECT count(*) FROM " + stage + " WHERE " + null_key +
         ") AS nulls, (SELECT count(*) FROM (SELECT 1 AS one FROM " + stage + " WHERE " + full_key +
         " GROUP BY " + QuotedList("", key) + " HAVING count(*) > 1) AS d) AS duplicates";
}

const std::vector<std::string>& KeyOf(Mode mode, const std::vector<std::string>& key,
                                      const std::vector<std::string>& partition) {
  static const std::vector<std::string> kNone;
  if (mode == Mode::kMerge || mode == Mode::kScd2) return key;
  if (mode == Mode::kDeleteInsert) return key.empty() ? partition : key;
  return kNone;
}

Result<void> JudgeKeys(Mode mode, const std::vector<std::string>& key, int64_t nulls,
                       int64_t duplicates, const std::string& target) {
  const std::string names = NamesForPeople(key);
  if (nulls > 0) {
    return Fail(Error(Code::kRange, "null_key",
                      Msg("the key {} of {} is empty in {}", names, target,
                          Plural(nulls, "{} row", "{} rows")))
                    .About(names)
                    .Hint(Tr("filter them out in a step, or choose another key")));
  }
  if (duplicates > 0 && (mode == Mode::kMerge || mode == Mode::kScd2)) {
    return Fail(
        Error(Code::kRange, "duplicate_key",
              Msg("several rows for {} have the same {}: {}", target, names,
                  Plural(duplicates, "{} such key", "{} such keys")))
            .About(names)
            .Hint(Tr("say which row wins with dedup: {order_by: …}, or aggregate in a step")));
  }
  return {};
}

Error ConflictError(const LoadConflict& conflict, int64_t count, const std::string& target) {
  const std::string keys = Plural(count, "{} key", "{} keys");
  if (conflict.id == "newer_version") {
    return Error(Code::kRange, conflict.id,
                 Msg("{} of {} already have a version as new as this run's", keys, target))
        .About(target)
        .Hint(Tr("history is only written forwards: rebuild the target with --full-refresh"));
  }
  return Error(Code::kRange, conflict.id,
               Msg("keys of this run occur in several rows of {}: {}", target,
                   Plural(count, "{} such key", "{} such keys")))
      .About(target)
      .Hint(Tr("make the key unique in the target, or load with delete_insert"));
}

Error VerificationError(int64_t missing, const std::string& target) {
  return Error(Code::kDataLoss, "verification_failed",
               Msg("{} of {} would not be as delivered; nothing was changed",
                   Plural(missing, "{} row", "{} rows"), target))
      .About(target)
      .Hint(Tr(
          "a trigger, a generated column or another rule of the target may alter what is written"));
}

std::vector<data::Column> ModeColumns(Mode mode) {
  using data::MakeType;
  using data::TypeId;
  if (mode == Mode::kSnapshot) return {{"snapshot_at", MakeType(TypeId::kTimestamp), false}};
  if (mode == Mode::kScd2) {
    return {{"valid_from", MakeType(TypeId::kTimestamp), false},
            {"valid_to", MakeType(TypeId::kTimestamp), true},
            {"is_current", MakeType(TypeId::kBoolean), false}};
  }
  return {};
}

std::string ModeTimestamp(const std::string& iso) {
  Micros at = 0;
  if (!ParseTimestamp(iso, &at)) return iso;
  std::string text = FormatTimestamp(at);
  if (text.size() > 10) text[10] = ' ';
  if (text.ends_with('Z')) text.pop_back();
  return text;
}

}  // namespace aietl::connectors
