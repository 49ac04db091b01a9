#include "connectors/postgres/stage.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "connectors/ledger.h"
#include "connectors/load_sql.h"
#include "connectors/postgres/read.h"
#include "connectors/postgres/row_format.h"
#include "connectors/postgres/stage_writer.h"
#include "crypto/crypto.h"

namespace aietl::connectors {

using data::QuoteName;
using data::QuoteText;

namespace {

constexpr size_t kSendBytes = 1 << 20;
constexpr int64_t kShownRows = 100;
constexpr std::string_view kPgSealed = "aietl: rows staged: ";

std::string StoppedReason(PgMisfit misfit) {
  switch (misfit) {
    case PgMisfit::kZeroByte: return Tr("a text holds a byte 0, which PostgreSQL cannot store");
    case PgMisfit::kOutOfRange:
      return Tr(
          "a date or time is beyond PostgreSQL's (4714 BC to 294276, dates to 5874897), or a value "
          "is larger than 1 GB");
    default: return Tr("a value could not be encoded");
  }
}

}  // namespace

class PgStageWriter : public data::BatchWriter {
 public:
  PgStageWriter(std::shared_ptr<PgConnection> connection, std::vector<PgEncodedColumn> encoded,
                std::vector<PgStageColumn> columns, std::string shown, int64_t* rows)
      : encoder_(std::move(encoded)),
        columns_(std::move(columns)),
        shown_(std::move(shown)),
        rows_(rows),
        sender_(std::make_unique<PgSender>(std::move(connection))) {
    buffer_.reserve(kSendBytes + kSendBytes / 2);
    PgRowEncoder::AppendHeader(&buffer_);
  }

  Result<void> Push(const data::Chunk& chunk) override {
    const int64_t rows = chunk.rows();
    // Rows may be long: a buffer is sent as soon as it is full enough.
    constexpr int64_t kStep = 256;
    for (int64_t row = 0; row < rows; row += kStep) {
      const PgRowStatus status = encoder_.Encode(chunk, row, std::min(rows, row + kStep), &buffer_);
      if (status.misfit != PgMisfit::kNone) return Fail(Misfit(status));
      if (buffer_.size() >= kSendBytes) AIETL_TRY(sender_->Send(&buffer_));
    }
    pushed_ += rows;
    return {};
  }

  Result<void> Flush() override {
    if (!sender_) return {};
    PgRowEncoder::AppendTrailer(&buffer_);
    AIETL_TRY(sender_->Send(&buffer_));
    AIETL_ASSIGN(*rows_, sender_->Finish());
    sender_.reset();
    if (*rows_ == pushed_) return {};
    return Fail(VerificationError(std::abs(*rows_ - pushed_), shown_));
  }

 private:
  Error Misfit(const PgRowStatus& status) const {
    const std::string name =
        data::NameForPeople(columns_.at(static_cast<size_t>(status.column)).name);
    return Error(Code::kRange, "value_does_not_fit",
                 Msg("column {} of {}: {}", name, shown_, StoppedReason(status.misfit)))
        .About(name)
        .Hint(Tr("convert or leave out such values in a step"));
  }

  PgRowEncoder encoder_;
  std::vector<PgStageColumn> columns_;
  std::string shown_;
  int64_t* rows_;
  int64_t pushed_ = 0;
  std::string buffer_;
  std::unique_ptr<PgSender> sender_;
};

json::Value ToJson(const std::vector<PgStageColumn>& columns) {
  json::Array array;
  for (const PgStageColumn& column : columns) {
    array.push_back(json::Object{{"name", column.name},
                                 {"declared", column.declared},
                                 {"type", column.type.ToSql()},
                                 {"insert", column.insert},
                                 {"misfit", column.misfit},
                                 {"compare", column.compare}});
  }
  return array;
}

Result<std::vector<PgStageColumn>> PgStageColumnsFromJson(const json::Value& value) {
  std::vector<PgStageColumn> columns;
  for (const json::Value& column : value.AsArray()) {
    AIETL_ASSIGN(data::Type type, data::ParseType(column["type"].AsString()));
    columns.push_back({column["name"].AsString(), column["declared"].AsString(), std::move(type),
                       column["insert"].AsString(), column["misfit"].AsString(),
                       column["compare"].AsString()});
  }
  return columns;
}

std::vector<std::string> PgTargetNames(const WriteRequest& request,
                                       const std::vector<PgStageColumn>& columns,
                                       const std::vector<std::string>& names) {
  std::vector<std::string> spelled;
  for (const std::string& name : names) {
    const int index = request.schema.Find(name);
    AIETL_CHECK(index >= 0);
    spelled.push_back(columns.at(static_cast<size_t>(index)).name);
  }
  return spelled;
}

std::string PgFilled(const std::string& pattern, const std::string& column) {
  std::string sql = pattern;
  for (size_t at = sql.find("{}"); at != std::string::npos; at = sql.find("{}", at + column.size()))
    sql.replace(at, 2, column);
  return sql;
}

PgStageNames PgNamesFor(const std::string& schema, const std::string& table,
                        const std::string& load_id) {
  PgStageNames names;
  names.schema = schema;
  names.table = table;
  std::string safe = SafeName(load_id);
  constexpr size_t kLongest = 40;  // with the longest prefix and suffix still a whole name
  if (safe.size() > kLongest)
    safe = safe.substr(0, 12) + "-" + crypto::Sha256Hex(safe).substr(0, 24);
  names.stage = "_aietl_stage_" + safe;
  names.undo = "_aietl_undo_" + safe;
  names.batch = names.undo + "_batch";
  names.target_sql = PgQualified(schema, table);
  names.stage_sql = PgQualified(schema, names.stage);
  names.undo_sql = PgQualified(schema, names.undo);
  names.batch_sql = PgQualified(schema, names.batch);
  names.ledger_sql = PgQualified(schema, std::string(kLedgerTable));
  return names;
}

std::string PgLoadLockSql(const std::string& load_id) {
  constexpr int kAietl = 0x61657469;
  return "SELECT pg_advisory_xact_lock(" + std::to_string(kAietl) + ", hashtext(" +
         QuoteText(load_id) + "))";
}

Result<std::unique_ptr<data::BatchWriter>> PgStage::Open(bool durable, bool makes_schema,
                                                         const std::string& load_id) {
  std::vector<PgEncodedColumn> encoded;
  for (const PgStageColumn& column : columns_) {
    const auto store = StoreOf(column.type);
    AIETL_CHECK(store.has_value());
    encoded.push_back({column.type, *store});
  }
  AIETL_TRY(OpenCopy(PgCopyFormat::kBinary, durable, makes_schema, load_id));
  return std::unique_ptr<data::BatchWriter>(
      std::make_unique<PgStageWriter>(connection_, std::move(encoded), columns_, shown_, &rows_));
}

Result<void> PgStage::Begin(const char* how, bool makes_schema, const std::string& load_id) {
  AIETL_ASSIGN(auto connection, server_->Connect());
  connection_ = std::move(connection);
  AIETL_TRY(connection_->Execute(how));
  AIETL_TRY(connection_->Execute(PgLoadLockSql(load_id)));
  if (makes_schema)
    AIETL_TRY(connection_->Execute("CREATE SCHEMA IF NOT EXISTS " + QuoteName(names_.schema)));
  AIETL_TRY(connection_->Execute("DROP TABLE IF EXISTS " + names_.stage_sql));
  return {};
}

Result<std::shared_ptr<PgConnection>> PgStage::OpenAs(const std::string& select, bool durable,
                                                      bool makes_schema, const std::string& load_id,
                                                      const StopToken& stop) {
  AIETL_TRY(Begin("BEGIN ISOLATION LEVEL REPEATABLE READ", makes_schema, load_id));
  AIETL_ASSIGN(rows_, connection_->Execute(std::string("CREATE ") + (durable ? "" : "UNLOGGED ") +
                                               "TABLE " + names_.stage_sql + " AS " + select,
                                           stop));
  return connection_;
}

Result<std::shared_ptr<PgConnection>> PgStage::OpenCopy(PgCopyFormat format, bool durable,
                                                        bool makes_schema,
                                                        const std::string& load_id) {
  std::string definitions;
  for (const PgStageColumn& column : columns_)
    definitions +=
        (definitions.empty() ? "" : ", ") + QuoteName(column.name) + " " + column.declared;
  AIETL_TRY(Begin("BEGIN", makes_schema, load_id));
  AIETL_TRY(connection_->Execute(std::string("CREATE ") + (durable ? "" : "UNLOGGED ") + "TABLE " +
                                 names_.stage_sql + " (" + definitions + ")"));
  // FREEZE: nobody else sees the table before the commit, and nobody with an older snapshot finds
  // it empty after it.
  AIETL_TRY(connection_->BeginCopyIn("COPY " + names_.stage_sql + " FROM STDIN (FORMAT " +
                                     (format == PgCopyFormat::kBinary ? "binary" : "text") +
                                     ", FREEZE)"));
  return connection_;
}

// What the target's types would refuse or alter is refused now, with the column named.
Result<void> PgStage::CheckValues(const StopToken& stop) const {
  for (const PgStageColumn& column : columns_) {
    if (column.misfit.empty()) continue;
    const std::string people = data::NameForPeople(column.name);
    auto altered = connection_->Number("SELECT count(*) FROM " + names_.stage_sql + " WHERE " +
                                           PgFilled(column.misfit, QuoteName(column.name)),
                                       stop);
    if (!altered && altered.error().code != Code::kRange) return Fail(std::move(altered.error()));
    if (altered && *altered == 0) continue;
    return Fail(Error(Code::kRange, "value_does_not_fit",
                      altered
                          ? Msg("column {} of {}: {} would be cut, rounded or padded by its type",
                                people, shown_, Plural(*altered, "{} value", "{} values"))
                          : Msg("column {} of {}: a value is none of its type", people, shown_))
                    .About(people)
                    .Hint(Tr("convert or leave out such values in a step")));
  }
  return {};
}

// Sorting plain values once costs less than grouping rows that the planner knows nothing about.
Result<bool> PgStage::KeyIsUnique(const std::vector<std::string>& key,
                                  const StopToken& stop) const {
  if (key.size() != 1) return false;
  const auto column = std::find_if(columns_.begin(), columns_.end(), [&](const PgStageColumn& one) {
    return one.name == key.front();
  });
  AIETL_CHECK(column != columns_.end());
  const data::TypeId id = column->type.id;
  const bool whole = id >= data::TypeId::kTinyInt && id <= data::TypeId::kBigInt;
  if (!whole && id != data::TypeId::kDate && !column->type.IsTimestamp()) return false;
  AIETL_ASSIGN(const int64_t others,
               connection_->Number("SELECT count(*) - count(DISTINCT " + QuoteName(key.front()) +
                                       ") FROM " + names_.stage_sql,
                                   stop));
  return others == 0;
}

Result<void> PgStage::CheckKeys(const WriteRequest& request, const StopToken& stop) const {
  const std::vector<std::string> key =
      PgTargetNames(request, columns_, KeyOf(request.mode, request.key, request.partition));
  if (key.empty()) return {};
  AIETL_TRY(connection_->Execute(kPgLoadMemorySql));
  if (request.mode == spec::Mode::kMerge || request.mode == spec::Mode::kScd2) {
    AIETL_ASSIGN(const bool unique, KeyIsUnique(key, stop));
    if (unique) return {};
  }
  AIETL_ASSIGN(const PgRows counts, connection_->Fetch(KeyCheckSql(names_.stage_sql, key), stop));
  const auto number = [&](size_t i) {
    return std::strtoll(counts.at(0).at(i).value_or("0").c_str(), nullptr, 10);
  };
  return JudgeKeys(request.mode, key, number(0), number(1), request.table);
}

Result<void> PgStage::Seal(const WriteRequest& request, const StopToken& stop) {
  AIETL_CHECK(connection_ != nullptr);
  AIETL_TRY(CheckKeys(request, stop));
  AIETL_TRY(CheckValues(stop));
  AIETL_TRY(connection_->Execute("COMMENT ON TABLE " + names_.stage_sql + " IS " +
                                 QuoteText(std::string(kPgSealed) + std::to_string(rows_))));
  AIETL_TRY(connection_->Execute("COMMIT", stop));
  connection_.reset();
  return {};
}

Result<int64_t> PgSealedRows(PgConnection& connection, const std::string& schema,
                             const std::string& table, const std::string& shown, bool count) {
  AIETL_ASSIGN(const auto comment,
               connection.Scalar("SELECT obj_description(c.oid, 'pg_class') FROM pg_class c JOIN "
                                 "pg_namespace n ON n.oid = c.relnamespace"
                                 " WHERE n.nspname = " +
                                 QuoteText(schema) + " AND c.relname = " + QuoteText(table)));
  if (!comment || !comment->starts_with(kPgSealed)) return Fail(StageLostError(shown));
  int64_t rows = -1;
  std::from_chars(comment->data() + kPgSealed.size(), comment->data() + comment->size(), rows);
  if (!count) return rows;
  // An unlogged table is empty after the server crashed.
  AIETL_ASSIGN(const int64_t there,
               connection.Number("SELECT count(*) FROM " + PgQualified(schema, table)));
  if (there != rows) return Fail(StageLostError(shown));
  return rows;
}

Result<Scan> ReadPgStage(PgServer& server, const PgStageNames& names,
                         const std::vector<PgStageColumn>& columns, int64_t rows, bool to_show) {
  AIETL_ASSIGN(PgConnection * control, server.Control());
  PgReadRequest read;
  read.table = names.stage_sql;
  read.shown = names.table;
  Scan scan;
  for (const PgStageColumn& column : columns) {
    PgReadColumn one;
    one.name = column.name;
    if (to_show) {
      one.read.type = data::MakeType(data::TypeId::kVarchar);
      one.read.select = "{}::text";
    } else {
      const auto store = StoreOf(column.type);
      AIETL_CHECK(store.has_value());
      one.read.type = column.type;
      one.read.wire = store->wire;
      one.read.element = store->element;
    }
    scan.schema.columns.push_back({column.name, one.read.type});
    read.columns.push_back(std::move(one));
  }
  AIETL_ASSIGN(const int64_t pages,
               control->Number("SELECT pg_relation_size(" + QuoteText(names.stage_sql) +
                               "::regclass) / current_setting('block_size')::int"));
  if (to_show) read.limit = kShownRows;
  if (control->server_version() >= 140000) read.leaves = {{names.stage_sql, pages, true, true}};
  scan.rows = static_cast<double>(rows);
  scan.work = "read postgres";
  // Nobody changes it, so each connection may read by itself.
  scan.partitions = MakePgRead(std::make_shared<PgReadPool>(server.uri(), server.options(), false),
                               std::move(read));
  return scan;
}

}  // namespace aietl::connectors
