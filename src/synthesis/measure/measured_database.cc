#include "synthesis/measure/measured_database.h"

#include <cstdlib>

#include "data/database.h"
#include "synthesis/pipeline/catalog_builder.h"

namespace aietl::synthesis {
namespace {

using connectors::SqliteAccess;
using connectors::SqliteConnection;
using connectors::SqliteStatement;

constexpr size_t kMostResultRows = 20'000;
constexpr double kMostSeconds = 5;  // a query

// As `sql ask` looks at a database.
SynthesisRequest CellsWanted() {
  SynthesisRequest request;
  request.sample_values = kAskedSampleValues;
  request.sample_rows = kAskedSampleRows;
  return request;
}

std::string Printed(const SqliteStatement& statement, int column) {
  switch (statement.KindOf(column)) {
    case connectors::SqliteKind::kNull: return "-";
    case connectors::SqliteKind::kNumber:
      return ResultNumber(std::strtod(statement.Text(column).c_str(), nullptr));
    case connectors::SqliteKind::kText: return "t" + statement.Text(column);
    case connectors::SqliteKind::kBytes: return "b" + statement.Text(column);
  }
  return "-";
}

}  // namespace

Result<std::unique_ptr<MeasuredDatabase>> MeasuredDatabase::Open(const SetQuestion& question,
                                                                 const SynthesisContext& context,
                                                                 StopToken stop) {
  auto out = std::make_unique<MeasuredDatabase>();
  AIETL_ASSIGN(out->connection_, SqliteConnection::Open(question.database, SqliteAccess::kRead));
  PlaceMention place;
  place.connection = "sqlite:///" + question.database;
  place.table = question.table.empty() ? "" : data::QuoteName(question.table);
  place.end = 1;
  AIETL_ASSIGN(BuiltCatalog built,
               BuildCatalog({place}, Tokenise("x"), CellsWanted(), context, stop, false));
  if (HasErrors(built.problems)) return Fail(ErrorOf(Code::kNotFound, built.problems));
  out->catalog_ = std::move(built.catalog);
  // The SQL names relations as the catalogue does.
  for (const Relation& relation : out->catalog_.relations) {
    const std::string view = data::QuoteName(relation.name);
    if (view == relation.table || relation.name == relation.table) continue;
    (void)out->connection_->Execute("CREATE TEMP VIEW " + view + " AS SELECT * FROM main." +
                                    relation.table);
  }
  return out;
}

std::optional<ResultRows> MeasuredDatabase::Run(const std::string& sql) const {
  connection_->SetStop(StopToken().Within(kMostSeconds));
  Result<SqliteStatement> statement = connection_->Prepare(sql);
  if (!statement) return std::nullopt;
  ResultRows rows;
  for (;;) {
    const Result<bool> row = statement->Step();
    if (!row) return std::nullopt;
    if (!*row) return rows;
    if (rows.size() == kMostResultRows) return std::nullopt;
    std::vector<std::string> values;
    for (int c = 0; c < statement->columns(); ++c)
      values.push_back(Printed(*statement, c));
    rows.push_back(std::move(values));
  }
}

}  // namespace aietl::synthesis
