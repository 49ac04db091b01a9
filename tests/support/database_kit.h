// For tests: one face over the database connectors, so that every one of them is held to the same
// contract.
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "connectors/connector.h"
#include "connectors/duckdb/connector.h"
#include "connectors/sqlite/connector.h"
#include "connectors/sqlite/database.h"
#include "data/database.h"
#include "data/vector.h"

namespace aietl::connectors {

using Cell = std::optional<std::string>;
using Row = std::vector<Cell>;
using Bag = std::multiset<Row>;

class TestFolder {
 public:
  TestFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "aietl-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~TestFolder() { std::filesystem::remove_all(path_); }
  TestFolder(const TestFolder&) = delete;
  std::string File(const std::string& name) const { return (path_ / name).string(); }
  std::string path() const { return path_.string(); }
  std::set<std::string> Names() const {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_))
      names.insert(entry.path().filename().string());
    return names;
  }

 private:
  std::filesystem::path path_;
};

class DuckdbKit {
 public:
  static constexpr const char* kName = "duckdb";
  static constexpr const char* kEnding = ".duckdb";
  static std::unique_ptr<Connector> Make() { return MakeDuckdbConnector(); }
  // Behind the connector's back, while no session is open.
  static std::vector<Row> Fetch(const std::string& path, const std::string& sql) {
    auto database = std::move(data::Database::Open({}).value());
    auto connection = std::move(database->Connect().value());
    REQUIRE(connection->Execute("ATTACH " + data::QuoteText(path) + " AS raw; USE raw"));
    auto rows = connection->Fetch(sql);
    REQUIRE_MESSAGE(rows.has_value(), sql << ": " << (rows ? "" : rows.error().ToString()));
    REQUIRE(connection->Execute("USE memory; DETACH raw"));
    return rows->rows;
  }
  static void Run(const std::string& path, const std::string& sql) {
    auto database = std::move(data::Database::Open({}).value());
    auto connection = std::move(database->Connect().value());
    REQUIRE(connection->Execute("ATTACH " + data::QuoteText(path) + " AS raw; USE raw"));
    auto done = connection->Execute(sql);
    REQUIRE_MESSAGE(done.has_value(), sql << ": " << (done ? "" : done.error().ToString()));
    REQUIRE(connection->Execute("USE memory; DETACH raw"));
  }
};

class SqliteKit {
 public:
  static constexpr const char* kName = "sqlite";
  static constexpr const char* kEnding = ".db";
  static std::unique_ptr<Connector> Make() { return MakeSqliteConnector(); }
  static std::vector<Row> Fetch(const std::string& path, const std::string& sql) {
    auto connection = SqliteConnection::Open(path, SqliteAccess::kWrite);
    REQUIRE_MESSAGE(connection.has_value(), (connection ? "" : connection.error().ToString()));
    auto rows = (*connection)->Fetch(sql);
    REQUIRE_MESSAGE(rows.has_value(), sql << ": " << (rows ? "" : rows.error().ToString()));
    return *rows;
  }
  static void Run(const std::string& path, const std::string& sql) {
    auto connection = SqliteConnection::Open(path, SqliteAccess::kCreate);
    REQUIRE_MESSAGE(connection.has_value(), (connection ? "" : connection.error().ToString()));
    auto done = (*connection)->Execute(sql);
    REQUIRE_MESSAGE(done.has_value(), sql << ": " << (done ? "" : done.error().ToString()));
  }
};

class PassThrough : public Observer {
 public:
  std::string Observe(const std::string& select, Slot) override { return select; }
};

// One process's view: an engine, a connector, a session.
template <class Kit>
class Desk {
 public:
  explicit Desk(const std::string& path) : connector_(Kit::Make()) {
    data::DatabaseOptions options;
    options.threads = 2;
    database_ = std::move(data::Database::Open(options).value());
    connection_ = std::move(database_->Connect().value());
    auto session = connector_->Open(path, OpenContext{*database_, "/"});
    REQUIRE_MESSAGE(session.has_value(), (session ? "" : session.error().ToString()));
    session_ = std::move(*session);
  }

  Session& session() { return *session_; }
  data::Connection& engine() { return *connection_; }
  data::Database& database() { return *database_; }
  const Connector& connector() const { return *connector_; }

  // Rows as SQL: the batch's schema is the query's.
  data::Schema SchemaFor(const std::string& select) {
    return connection_->Describe(select).value();
  }

  Result<void> Stage(Load& load, const data::Schema& stage_schema, const std::string& select) {
    std::string list;
    const data::Schema batch = SchemaFor(select);
    for (size_t i = 0; i < batch.columns.size(); ++i) {
      const std::string name = data::QuoteName(batch.columns[i].name);
      list += (i ? ", " : "") +
              ("CAST(" + name + " AS " + stage_schema.columns[i].type.ToSql() + ") AS " + name);
    }
    const std::string typed = "SELECT " + list + " FROM (" + select + ")";
    if (connector_->info().capabilities.engine_stage) {
      PassThrough observer;
      AIETL_ASSIGN(const auto statements, load.StageStatements(typed, observer));
      for (const std::string& statement : statements)
        AIETL_TRY(connection_->Execute(statement));
      return {};
    }
    AIETL_ASSIGN(const auto writer, load.OpenWriter());
    AIETL_ASSIGN(const auto stream, connection_->Query(typed));
    while (true) {
      AIETL_ASSIGN(const auto chunk, stream->Next());
      if (!chunk) break;
      AIETL_TRY(writer->Push(*chunk));
    }
    return writer->Flush();
  }

  // Staged and prepared, not committed.
  Result<std::unique_ptr<Load>> Prepare(WriteRequest request, const std::string& select) {
    request.schema = SchemaFor(select);
    AIETL_ASSIGN(const WritePlan plan, session_->PlanWrite(request, {}));
    if (HasErrors(plan.problems)) return Fail(ErrorOf(Code::kInvalid, plan.problems));
    AIETL_ASSIGN(auto load, session_->Write(request, {}));
    AIETL_TRY(Stage(*load, plan.stage_schema, select));
    AIETL_TRY(load->Prepare({}));
    return load;
  }

  struct Done {
    Committed committed;
    json::Value undo;
  };
  Result<Done> LoadRows(const WriteRequest& request, const std::string& select) {
    AIETL_ASSIGN(const auto load, Prepare(request, select));
    AIETL_ASSIGN(const Committed committed, load->Commit(true, {}));
    return Done{committed, load->undo()};
  }

  // What the connector reads of a table, as text.
  Bag Read(const ReadRequest& request) {
    auto scan = session_->Read(request, {});
    REQUIRE_MESSAGE(scan.has_value(), (scan ? "" : scan.error().ToString()));
    return ReadScan(*scan);
  }
  Bag Read(const std::string& table) {
    ReadRequest request;
    request.table = table;
    return Read(request);
  }
  Bag ReadScan(Scan& scan) {
    Bag bag;
    if (!scan.relation.empty()) {
      auto rows = connection_->Fetch("SELECT * FROM " + scan.relation);
      REQUIRE_MESSAGE(rows.has_value(), (rows ? "" : rows.error().ToString()));
      bag.insert(rows->rows.begin(), rows->rows.end());
      return bag;
    }
    auto read = ReadPartitions(*scan.partitions);
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().ToString()));
    return *read;
  }
  Result<Bag> ReadPartitions(data::PartitionedRead& partitions);

 private:
  std::unique_ptr<Connector> connector_;
  std::unique_ptr<data::Database> database_;
  std::unique_ptr<data::Connection> connection_;
  std::unique_ptr<Session> session_;
};

template <class Kit>
Result<Bag> Desk<Kit>::ReadPartitions(data::PartitionedRead& partitions) {
  Bag bag;
  const data::Schema& schema = partitions.schema();
  std::vector<int> columns;
  std::vector<data::Type> types;
  for (size_t i = 0; i < schema.columns.size(); ++i) {
    columns.push_back(static_cast<int>(i));
    types.push_back(schema.columns[i].type);
  }
  for (int partition = 0; partition < partitions.partitions(); ++partition) {
    AIETL_ASSIGN(const auto reader, partitions.Open(partition, columns));
    while (true) {
      AIETL_ASSIGN(const data::Chunk chunk, data::MakeChunk(types));
      AIETL_ASSIGN(const int64_t rows, reader->Next(chunk.handle()));
      if (rows == 0) break;
      for (int64_t i = 0; i < rows; ++i) {
        Row row;
        for (const int column : columns) {
          row.push_back(data::ValueText(
              data::VectorView(chunk.handle(), column, types[static_cast<size_t>(column)]), i));
        }
        bag.insert(std::move(row));
      }
    }
  }
  return bag;
}

inline WriteRequest RequestFor(const std::string& table, spec::Mode mode,
                               const std::string& load_id) {
  WriteRequest request;
  request.table = table;
  request.mode = mode;
  request.key = {"id"};
  request.load_id = load_id;
  request.run_id = "run-" + load_id;
  request.pipeline = "p";
  request.snapshot_at = "2024-03-01T00:00:00Z";
  return request;
}

// Runs this test program again as another process, only the (skipped) case `name`, with these
// variables; returns waitpid's status.
inline int RunChild(const std::string& name,
                    const std::vector<std::pair<std::string, std::string>>& variables) {
  const pid_t pid = fork();
  if (pid == 0) {
    for (const auto& [key, value] : variables)
      setenv(key.c_str(), value.c_str(), 1);
    const std::string filter = "--test-case=" + name;
    execl("/proc/self/exe", "test", filter.c_str(), "--no-skip", "--minimal",
          static_cast<char*>(nullptr));
    _exit(127);
  }
  int status = 0;
  REQUIRE(waitpid(pid, &status, 0) == pid);
  return status;
}

}  // namespace aietl::connectors
