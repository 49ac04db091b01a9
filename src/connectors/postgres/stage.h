// The staged rows of a load: a table beside the target, filled by binary COPY in the transaction
// that made it, so that a load that breaks off leaves nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "connectors/connector.h"
#include "connectors/postgres/server.h"
#include "connectors/postgres/types.h"
#include "data/batch.h"
#include "json/value.h"

namespace aietl::connectors {

struct PgStageColumn {
  std::string name;      // as the target spells it
  std::string declared;  // in the stage
  data::Type type;       // in which it arrives
  // Expressions of the staged column {}: as it goes into the target; whether the target's type
  // would alter it ("": never); as it is compared.
  std::string insert = "{}", misfit = {}, compare = "{}";
};
json::Value ToJson(const std::vector<PgStageColumn>& columns);
Result<std::vector<PgStageColumn>> PgStageColumnsFromJson(const json::Value& value);

// Columns of the batch as the target spells them: PostgreSQL tells "ID" from "id", the engine does
// not.
std::vector<std::string> PgTargetNames(const WriteRequest& request,
                                       const std::vector<PgStageColumn>& columns,
                                       const std::vector<std::string>& names);

// The pattern with the quoted column in its place.
std::string PgFilled(const std::string& pattern, const std::string& column);

struct PgStageNames {
  std::string schema, table;       // the target, as it is or will be spelled
  std::string stage, undo, batch;  // plain names; batch: staged rows kept for a rollback
  std::string target_sql, stage_sql, undo_sql, batch_sql, ledger_sql;
};
PgStageNames PgNamesFor(const std::string& schema, const std::string& table,
                        const std::string& load_id);

// Held by whoever changes something of the load: a process that died may still have a statement
// running.
std::string PgLoadLockSql(const std::string& load_id);

// For the rest of the transaction, sorts and hashes of as many rows as a load has may stay in
// memory; a server that allows more keeps its own.
inline constexpr const char* kPgLoadMemorySql =
    "SELECT set_config('work_mem', greatest(pg_size_bytes(current_setting('work_mem')) / 1024,"
    " 65536)::text || 'kB', true)";

enum class PgCopyFormat : uint8_t { kBinary, kText };

// A load's own connection, its transaction open from Open to Seal.
class PgStage {
 public:
  PgStage(std::shared_ptr<PgServer> server, PgStageNames names, std::vector<PgStageColumn> columns,
          std::string shown)
      : server_(std::move(server)),
        names_(std::move(names)),
        columns_(std::move(columns)),
        shown_(std::move(shown)) {}

  // Makes the table and hands out the writer. `durable`: its rows survive a crash of the server (it
  // may become the target).
  Result<std::unique_ptr<data::BatchWriter>> Open(bool durable, bool makes_schema,
                                                  const std::string& load_id);
  // The same for rows that are encoded already: hands out the connection, which is in COPY … FROM
  // STDIN; after its end, Filled says how many rows it took.
  Result<std::shared_ptr<PgConnection>> OpenCopy(PgCopyFormat format, bool durable,
                                                 bool makes_schema, const std::string& load_id);
  void Filled(int64_t rows) { rows_ = rows; }
  // The same, made of a SELECT in this very database; what is asked on the connection until Seal
  // sees the moment that the SELECT saw.
  Result<std::shared_ptr<PgConnection>> OpenAs(const std::string& select, bool durable,
                                               bool makes_schema, const std::string& load_id,
                                               const StopToken& stop);
  // Checks keys and values, writes the number of rows on the table, commits.
  Result<void> Seal(const WriteRequest& request, const StopToken& stop);
  // Gives up what is not sealed.
  void Discard() { connection_.reset(); }
  bool open() const { return connection_ != nullptr; }

 private:
  Result<void> Begin(const char* how, bool makes_schema, const std::string& load_id);
  Result<void> CheckKeys(const WriteRequest& request, const StopToken& stop) const;
  Result<bool> KeyIsUnique(const std::vector<std::string>& key, const StopToken& stop) const;
  Result<void> CheckValues(const StopToken& stop) const;
  std::shared_ptr<PgServer> server_;
  PgStageNames names_;
  std::vector<PgStageColumn> columns_;
  std::string shown_;
  std::shared_ptr<PgConnection> connection_;  // shared with the writer, whose thread sends
  int64_t rows_ = 0;
  friend class PgStageWriter;
};

// Rows that were sealed in `table`; an error where it is missing, was never sealed, or lost its
// rows in a crash of the server.
Result<int64_t> PgSealedRows(PgConnection& connection, const std::string& schema,
                             const std::string& table, const std::string& shown, bool count);
// `to_show`: the first rows as the server writes them, for what the engine may not be able to hold.
Result<Scan> ReadPgStage(PgServer& server, const PgStageNames& names,
                         const std::vector<PgStageColumn>& columns, int64_t rows, bool to_show);

}  // namespace aietl::connectors
