// The engine on DuckDB: sources and steps are temporary views of one connection, so that every
// target is one streaming query.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <set>
#include <utility>

#include "base/clock.h"
#include "base/utf8.h"
#include "engine/engine.h"
#include "engine/internal/interrupt_watch.h"
#include "engine/internal/observe.h"
#include "engine/internal/source_scan.h"

namespace aietl::engine {
namespace {

using data::QuoteName;
using data::QuoteText;

constexpr double kProgressSeconds = 0.1;

// What the engine itself may take of the memory that the user grants: it allocates up to a quarter
// more outside of its limit (column compression, decompressors, writers), measured with loads into
// DuckDB files. A limit that is no number and unit is passed on, so that the engine refuses it.
std::string EngineLimit(const std::string& granted) {
  static constexpr std::pair<std::string_view, double> kUnits[] = {{"tib", 1099511627776.0},
                                                                   {"gib", 1073741824.0},
                                                                   {"mib", 1048576.0},
                                                                   {"kib", 1024.0},
                                                                   {"tb", 1e12},
                                                                   {"gb", 1e9},
                                                                   {"mb", 1e6},
                                                                   {"kb", 1e3},
                                                                   {"t", 1e12},
                                                                   {"g", 1e9},
                                                                   {"m", 1e6},
                                                                   {"k", 1e3},
                                                                   {"b", 1}};
  double number = 0;
  const auto [end, error] =
      std::from_chars(granted.data(), granted.data() + granted.size(), number);
  if (error != std::errc() || number <= 0) return granted;
  std::string unit = LowerUtf8(std::string_view(end, granted.data() + granted.size()));
  std::erase(unit, ' ');
  for (const auto& [name, bytes] : kUnits) {
    if (unit != name) continue;
    const double all = number * bytes;
    const double kept = std::min(all / 4, 200e6);
    return std::to_string(static_cast<int64_t>(all - kept)) + "B";
  }
  return granted;
}

// The table behind a materialised name.
std::string TableBehind(const std::string& name) {
  return QuoteName("aietl rows of " + name);
}

class Session final : public Engine {
 public:
  Session(std::unique_ptr<data::Database> owned, data::Database& database)
      : owned_(std::move(owned)), database_(database) {}

  Result<void> Start(const EngineOptions& options) {
    AIETL_TRY(RegisterObserve(database_));
    AIETL_TRY(RegisterSourceScan(database_));
    AIETL_ASSIGN(connection_, database_.Connect());
    std::string settings = std::string("SET GLOBAL preserve_insertion_order = ") +
                           (options.keep_order ? "true" : "false") + "; ";
    if (!owned_) {
      const std::string limit = EngineLimit(options.memory_limit);
      if (!limit.empty()) settings += "SET GLOBAL memory_limit = " + QuoteText(limit) + "; ";
      if (options.threads > 0)
        settings += "SET GLOBAL threads = " + std::to_string(options.threads) + "; ";
      if (!options.temp_folder.empty())
        settings += "SET GLOBAL temp_directory = " + QuoteText(options.temp_folder) + "; ";
    }
    options_ = {EngineLimit(options.memory_limit), options.threads, options.temp_folder};
    AIETL_TRY(connection_->Execute(settings));
    return {};
  }

  data::Database& database() override { return database_; }
  data::Connection& connection() override { return *connection_; }

  Result<void> AddSource(SourceInput input) override {
    AIETL_ASSIGN(auto scan, MakeScan(input));
    AIETL_TRY(AddView(input.name, "SELECT * FROM " + scan->Sql()));
    sources_[input.name] = Source{std::move(scan), input.relation};
    return {};
  }

  Result<void> AddStep(const std::string& name, const std::string& sql) override {
    return AddView(name, sql);
  }

  Result<int64_t> Materialise(const std::string& name, StopToken stop,
                              const std::function<void(const RunProgress&)>& progress) override {
    ObserveSlot slot;
    const std::string select = slot.Wrap("SELECT * FROM " + QuoteName(name), false);
    const std::string table = TableBehind(name);
    if (materialised_.contains(name)) {
      AIETL_ASSIGN(const auto rows, connection_->Scalar("SELECT count(*) FROM " + table));
      return std::stoll(rows.value_or("0"));
    }
    AIETL_TRY(
        Run({"CREATE OR REPLACE TEMP TABLE " + table + " AS " + select}, slot, stop, progress));
    AIETL_TRY(connection_->Execute("CREATE OR REPLACE TEMP VIEW " + QuoteName(name) +
                                   " AS SELECT * FROM " + table));
    materialised_.insert(name);
    return slot.Take().rows;
  }

  Result<void> Lock(const std::vector<std::string>& paths) override {
    std::string settings = "SET GLOBAL allowed_paths = [";
    for (size_t i = 0; i < paths.size(); ++i)
      settings += (i > 0 ? ", " : "") + QuoteText(paths[i]);
    settings += "]; ";
    if (!options_.temp_directory.empty())
      settings += "SET GLOBAL allowed_directories = [" + QuoteText(options_.temp_directory) + "]; ";
    settings +=
        "SET GLOBAL enable_external_access = false; "
        "SET GLOBAL lock_configuration = true";
    AIETL_TRY(connection_->Execute(settings));
    return {};
  }

  std::string Observe(const std::string& select, bool content, bool full) override {
    return (content ? content_ : batch_).Wrap(select, full);
  }

  Result<StageResult> RunStatements(
      const std::vector<std::string>& statements, StopToken stop,
      const std::function<void(const RunProgress&)>& progress) override {
    batch_.Reset();
    content_.Reset();
    AIETL_TRY(Run(statements, batch_, stop, progress));
    return Observed();
  }

  Result<StageResult> RunInto(const std::string& select, data::BatchWriter& writer, bool full,
                              StopToken stop,
                              const std::function<void(const RunProgress&)>& progress) override {
    batch_.Reset();
    content_.Reset();
    AIETL_TRY(stop.Check());
    const RowCounts before = CountRows();
    const InterruptWatch watch(*connection_, stop);
    auto pushed = Push(batch_.Wrap(select, full), writer, stop, progress, before);
    NoteReads(before);
    if (!pushed) return Fail(Explain(std::move(pushed.error()), stop));
    return Observed();
  }

  Result<data::Checksum> Sum(const SourceInput& input, bool full, StopToken stop) override {
    AIETL_TRY(stop.Check());
    AIETL_ASSIGN(const auto scan, MakeScan(input));
    const ObserveSlot slot;
    std::string relation = scan->Sql();
    if (full) relation = "(" + slot.Wrap("SELECT * FROM " + relation, true) + ")";
    const InterruptWatch watch(*connection_, stop);
    auto counted = connection_->Scalar("SELECT count(*) FROM " + relation);
    if (!counted) {
      if (auto error = scan->TakeError()) return Fail(std::move(*error));
      return Fail(std::move(counted.error()));
    }
    data::Checksum sum = slot.Take();
    if (!full) sum.rows = std::stoll(counted->value_or("0"));
    return sum;
  }

  std::map<std::string, int64_t> RowsRead() override {
    std::map<std::string, int64_t> rows;
    for (auto& [name, source] : sources_) {
      rows[name] = source.read;
      if (source.read == 0 || !source.scan->counts_itself()) continue;
      // Pushed-down filters skipped rows in there; the footers know how many there are.
      const auto all = connection_->Scalar("SELECT count(*) FROM " + source.scan->Sql());
      if (all && *all) rows[name] = std::stoll(**all);
    }
    return rows;
  }

 private:
  struct Source {
    std::unique_ptr<SourceScan> scan;
    std::string relation;
    int64_t read = 0;  // by the statements that last read it
  };
  using RowCounts = std::map<std::string, int64_t>;

  static Result<std::unique_ptr<SourceScan>> MakeScan(const SourceInput& input) {
    if (input.partitions) return SourceScan::OverPartitions(input.partitions, input.rows);
    return SourceScan::OverRelation(input.relation);
  }

  Result<void> AddView(const std::string& name, const std::string& select) {
    // The SQL may end in a comment.
    AIETL_TRY(connection_->Execute("CREATE OR REPLACE TEMP VIEW " + QuoteName(name) + " AS " +
                                   select + "\n"));
    if (materialised_.erase(name) > 0)
      AIETL_TRY(connection_->Execute("DROP TABLE " + TableBehind(name)));
    return {};
  }

  RowCounts CountRows() const {
    RowCounts counts;
    for (const auto& [name, source] : sources_)
      counts[name] = source.scan->rows();
    return counts;
  }

  int64_t RowsSince(const RowCounts& before) const {
    int64_t rows = 0;
    for (const auto& [name, count] : before)
      rows += sources_.at(name).scan->rows() - count;
    return rows;
  }

  void NoteReads(const RowCounts& before) {
    for (const auto& [name, count] : before) {
      Source& source = sources_.at(name);
      const int64_t read = source.scan->rows() - count;
      if (read > 0) source.read = read;
    }
  }

  // The reader's own error stands behind the engine's, unless the user stopped it.
  Error Explain(Error error, const StopToken& stop) {
    for (auto& [name, source] : sources_) {
      auto cause = source.scan->TakeError();
      if (cause && error.code != Code::kCancelled) error = std::move(*cause);
    }
    if (error.id != "engine_defect") return error;
    auto cause = ReadAgain(stop);
    return cause ? std::move(*cause) : error;
  }

  // DuckDB 1.5.6 stumbles over bad UTF-8 in a CSV column when columns before it are not needed, and
  // its database is lost. All columns together give the true error with its line.
  std::optional<Error> ReadAgain(const StopToken& stop) const {
    for (const auto& [name, source] : sources_) {
      if (source.relation.empty()) continue;
      auto database = data::Database::Open(options_);
      if (!database) return std::nullopt;
      auto connection = (*database)->Connect();
      if (!connection) return std::nullopt;
      auto stream = (*connection)->Query("SELECT * FROM " + source.relation);
      std::optional<Error> error = stream ? Drain(**stream, stop) : std::move(stream.error());
      if (error && (error->code == Code::kDataLoss || error->code == Code::kRange)) return error;
    }
    return std::nullopt;
  }

  static std::optional<Error> Drain(data::Stream& stream, const StopToken& stop) {
    while (!stop.stopped()) {
      const auto chunk = stream.Next();
      if (!chunk) return chunk.error();
      if (!*chunk) break;
    }
    return std::nullopt;
  }

  Result<void> Run(const std::vector<std::string>& statements, const ObserveSlot& slot,
                   const StopToken& stop, const std::function<void(const RunProgress&)>& progress) {
    const RowCounts before = CountRows();
    std::function<void(const data::Progress&)> tell;
    if (progress) {
      tell = [&](const data::Progress& now) {
        progress({RowsSince(before), slot.rows(), now.percent});
      };
    }
    for (const std::string& statement : statements) {
      auto done = connection_->Execute(statement, stop, tell);
      NoteReads(before);
      if (!done) return Fail(Explain(std::move(done.error()), stop));
    }
    return {};
  }

  Result<void> Push(const std::string& select, data::BatchWriter& writer, const StopToken& stop,
                    const std::function<void(const RunProgress&)>& progress,
                    const RowCounts& before) {
    AIETL_ASSIGN(const auto stream, connection_->Query(select));
    double told = MonotonicSeconds();
    for (;;) {
      AIETL_ASSIGN(const auto chunk, stream->Next());
      if (!chunk) break;
      AIETL_TRY(writer.Push(*chunk));
      AIETL_TRY(stop.Check());
      if (progress && MonotonicSeconds() - told >= kProgressSeconds) {
        progress({RowsSince(before), batch_.rows(), -1});
        told = MonotonicSeconds();
      }
    }
    return writer.Flush();
  }

  StageResult Observed() const {
    StageResult result;
    result.batch = (batch_.used() ? batch_ : content_).Take();
    result.content = (content_.used() ? content_ : batch_).Take();
    return result;
  }

  std::unique_ptr<data::Database> owned_;  // null over a shared one
  data::Database& database_;
  data::DatabaseOptions options_;
  ObserveSlot batch_;
  ObserveSlot content_;
  std::map<std::string, Source> sources_;
  std::set<std::string> materialised_;
  std::unique_ptr<data::Connection> connection_;  // last: its end frees what reads from the sources
};

Result<std::unique_ptr<Engine>> Start(std::unique_ptr<data::Database> owned,
                                      data::Database& database, const EngineOptions& options) {
  auto session = std::make_unique<Session>(std::move(owned), database);
  AIETL_TRY(session->Start(options));
  return std::unique_ptr<Engine>(std::move(session));
}

}  // namespace

Result<std::unique_ptr<Engine>> Engine::Create(const EngineOptions& options) {
  AIETL_ASSIGN(auto database, data::Database::Open({EngineLimit(options.memory_limit),
                                                    options.threads, options.temp_folder}));
  data::Database& shared = *database;
  return engine::Start(std::move(database), shared, options);
}

Result<std::unique_ptr<Engine>> Engine::Over(data::Database& database,
                                             const EngineOptions& options) {
  return engine::Start(nullptr, database, options);
}

}  // namespace aietl::engine
