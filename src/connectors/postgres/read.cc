#include "connectors/postgres/read.h"

#include <algorithm>
#include <charconv>
#include <thread>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "connectors/load_state.h"
#include "json/value.h"

namespace aietl::connectors {
namespace {

constexpr int kMostConnections = 4;

config::Option PgOption(const char* name, config::Kind kind, const char* text,
                        const char* example) {
  config::Option option{};
  option.name = name;
  option.kind = kind;
  option.text = text;
  option.example = example;
  return option;
}

int ConnectionsFor(const config::Options* options) {
  if (options != nullptr && options->Has("connections"))
    return static_cast<int>(options->Integer("connections"));
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 2, kMostConnections);
}

Result<std::optional<data::Type>> OverrideFor(const config::Options* options,
                                              const std::string& column) {
  if (options == nullptr) return std::optional<data::Type>();
  for (const auto& [name, text] : options->Map("types")) {
    if (name != column) continue;
    auto type = data::ParseType(text);
    if (type) return std::optional<data::Type>(std::move(*type));
    return Fail(Error(Code::kInvalid, "bad_option", Msg("types: {} is no type", text))
                    .At(options->PlaceOf("types"))
                    .About("types")
                    .Hint(Tr("for example VARCHAR, BIGINT, DECIMAL(18,2), DATE, TIMESTAMP")));
  }
  return std::optional<data::Type>();
}

Result<PgReadColumn> ColumnFor(const PgTable& table, const PgColumn& column,
                               const config::Options* options) {
  PgReadColumn out{column.name, ReadOf(column.type), column.nullable};
  AIETL_ASSIGN(const auto wanted, OverrideFor(options, column.name));
  if (!wanted) return out;
  const auto read = ReadAs(column.type, *wanted);
  if (read) {
    out.read = *read;
    return out;
  }
  const std::string name = data::NameForPeople(column.name);
  return Fail(
      Error(Code::kInvalid, "bad_option",
            Msg("types: column {} of {} is {} and cannot be read as {}", name,
                PgNameForPeople(table.relation.schema, table.relation.name), column.type.shown,
                wanted->ToSql()))
          .At(options->PlaceOf("types"))
          .About(name)
          .Hint(Tr("VARCHAR is always possible, DECIMAL for numeric; convert the rest in a step")));
}

// The columns that are asked for, or all; names that the engine would take for one are refused.
Result<std::vector<PgReadColumn>> ColumnsFor(const PgTable& table, const ReadRequest& request) {
  std::vector<PgReadColumn> columns;
  std::vector<std::string> names;
  for (const PgColumn& column : table.columns)
    names.push_back(column.name);
  const std::string shown = PgNameForPeople(table.relation.schema, table.relation.name);
  for (const std::string& name : request.columns.empty() ? names : request.columns) {
    const PgColumn* found = table.Find(name);
    for (const PgColumn& column : table.columns) {
      if (found == nullptr && data::FoldName(column.name) == data::FoldName(name)) found = &column;
    }
    if (found == nullptr) {
      return Fail(Error(Code::kNotFound, "unknown_column", Msg("{} has no column {}", shown, name))
                      .About(name)
                      .Hint(DidYouMean(name, names)));
    }
    AIETL_ASSIGN(PgReadColumn column, ColumnFor(table, *found, request.options));
    for (const PgReadColumn& other : columns) {
      if (data::FoldName(other.name) != data::FoldName(column.name)) continue;
      return Fail(
          Error(Code::kUnsupported, "duplicate_column",
                Msg("{} has columns {} and {}, which are one name to the engine", shown, other.name,
                    column.name))
              .About(column.name)
              .Hint(Tr("name the columns that you need under columns:, without one of the two")));
    }
    columns.push_back(std::move(column));
  }
  if (columns.empty())
    return Fail(
        Error(Code::kUnsupported, "no_columns", Msg("{} has no columns", shown)).About(shown));
  return columns;
}

// The bounds with their columns as the table spells them.
Result<std::vector<Bound>> BoundsOn(const PgTable& table, std::vector<Bound> bounds) {
  for (Bound& bound : bounds) {
    const PgColumn* found = table.Find(bound.column);
    for (const PgColumn& column : table.columns) {
      if (found == nullptr && data::FoldName(column.name) == data::FoldName(bound.column))
        found = &column;
    }
    if (found == nullptr) {
      return Fail(Error(Code::kNotFound, "unknown_column",
                        Msg("{} has no column {}", table.relation.name, bound.column))
                      .About(bound.column));
    }
    bound.column = found->name;
    const data::TypeId id = ReadOf(found->type).type.id;
    if (id == data::TypeId::kJson || id == data::TypeId::kList) {
      return Fail(Error(Code::kUnsupported, "bad_bound",
                        Msg("a column of type {} has no order to read by", found->type.shown))
                      .About(bound.column));
    }
  }
  return bounds;
}

// Rows and bytes as the server's planner expects them, for tables that were never analysed, too.
Result<void> Estimate(PgConnection& connection, const std::string& sql, Scan* scan) {
  AIETL_ASSIGN(const auto text, connection.Scalar("EXPLAIN (FORMAT JSON) " + sql));
  AIETL_ASSIGN(const json::Value plan, json::Parse(text.value_or("[]")));
  if (plan.AsArray().empty()) return {};
  const json::Value& root = plan.AsArray()[0]["Plan"];
  scan->rows = root["Plan Rows"].AsDouble();
  // Of the wire: a length of 4 bytes a value, and of a row.
  scan->bytes = *scan->rows * (root["Plan Width"].AsDouble() +
                               4.0 * static_cast<double>(scan->schema.columns.size()));
  return {};
}

std::string NoteOn(const std::vector<PgReadColumn>& columns, const PgTable& table) {
  std::string note;
  for (const PgReadColumn& column : columns) {
    if (!column.read.as_text) continue;
    note += (note.empty() ? "" : "; ") + Msg("column {} of type {} travels as text",
                                             data::NameForPeople(column.name),
                                             table.Find(column.name)->type.shown);
  }
  return note;
}

}  // namespace

std::vector<config::Option> PgSourceOptions() {
  std::vector<config::Option> options;
  options.push_back(PgOption(
      "types", config::Kind::kStringMap,
      "Types of columns whose values are not what the table or the file suggests, e.g. {code: "
      "VARCHAR}.",
      "{code: VARCHAR}"));
  config::Option connections = PgOption("connections", config::Kind::kInteger,
                                        "How many connections read a table at once.", "4");
  connections.min = 1;
  connections.max = 64;
  options.push_back(connections);
  for (const config::Option& option : PgTargetOptions())
    options.push_back(option);
  return options;
}

std::vector<config::Option> PgTargetOptions() {
  return {PgOption("statement_timeout", config::Kind::kDuration,
                   "The server stops a statement that takes longer.", "30m"),
          PgOption("lock_timeout", config::Kind::kDuration,
                   "How long to wait for somebody else's lock.", "1m")};
}

Result<PgOpenOptions> PgTimeouts(const config::Options* options) {
  PgOpenOptions timeouts;
  if (options == nullptr) return timeouts;
  const auto milliseconds = [&](const char* name) {
    return options->Has(name)
               ? std::to_string(std::max<int64_t>(1, options->Integer(name) / 1000)) + "ms"
               : std::string();
  };
  timeouts.statement_timeout = milliseconds("statement_timeout");
  timeouts.lock_timeout = milliseconds("lock_timeout");
  return timeouts;
}

std::string PgConditions(const std::vector<Bound>& bounds) {
  std::string sql;
  for (const Bound& bound : bounds)
    sql += (sql.empty() ? "" : " AND ") + BoundSql(bound);
  return sql;
}

Result<PgReadPlan> PlanPgRead(PgServer& server, const ReadRequest& request, StopToken stop) {
  AIETL_ASSIGN(const PgOpenOptions timeouts, PgTimeouts(request.options));
  AIETL_TRY(server.Use(timeouts));
  PgReadPlan plan;
  plan.pool = server.Reads();
  AIETL_ASSIGN(const bool shared, plan.pool->CanShare());
  // The snapshot's own connection says what the readers will meet.
  AIETL_ASSIGN(PgConnection * connection, plan.pool->Coordinator());
  PgCatalog catalog(*connection);
  AIETL_ASSIGN(const TableName name, ParsePgName(request.table));
  AIETL_ASSIGN(plan.table, catalog.Get(name));
  const PgTable& table = plan.table;
  PgReadRequest& read = plan.read;
  AIETL_ASSIGN(read.columns, ColumnsFor(table, request));
  AIETL_ASSIGN(const std::vector<Bound> bounds, BoundsOn(table, request.bounds));
  read.table = table.relation.Sql();
  read.shown = PgNameForPeople(table.relation.schema, table.relation.name);
  read.conditions = PgConditions(bounds);
  read.limit = request.limit;
  read.stop = stop;
  read.connections = shared ? ConnectionsFor(request.options) : 1;
  // Ranges of ctid are cheap to read from 14 on; before, each would read the whole table.
  if (shared && connection->server_version() >= 140000) {
    AIETL_ASSIGN(read.leaves, catalog.Leaves(table.relation));
  }
  return plan;
}

Result<Scan> ReadPg(PgServer& server, const ReadRequest& request, StopToken stop) {
  AIETL_ASSIGN(PgReadPlan plan, PlanPgRead(server, request, stop));
  PgReadRequest& read = plan.read;
  AIETL_ASSIGN(PgConnection * connection, plan.pool->Coordinator());
  Scan scan;
  for (const PgReadColumn& column : read.columns)
    scan.schema.columns.push_back({column.name, column.read.type, column.nullable});
  std::string list;
  for (const PgReadColumn& column : read.columns)
    list += (list.empty() ? "" : ", ") + data::QuoteName(column.name);
  AIETL_TRY(Estimate(*connection,
                     "SELECT " + list + " FROM " + read.table +
                         (read.conditions.empty() ? "" : " WHERE " + read.conditions) +
                         (read.limit ? " LIMIT " + std::to_string(*read.limit) : ""),
                     &scan));
  scan.note = NoteOn(read.columns, plan.table);
  scan.work = "read postgres";
  scan.partitions = MakePgRead(plan.pool, std::move(read));
  return scan;
}

}  // namespace aietl::connectors
