#include "engine/internal/source_scan.h"

#include <algorithm>
#include <array>
#include <map>
#include <shared_mutex>
#include <unordered_map>

#include <duckdb.hpp>
#include <duckdb/function/table_function.hpp>
#include <duckdb/main/capi/capi_internal.hpp>
#include <duckdb/main/extension/extension_loader.hpp>
#include <duckdb/parser/parsed_data/create_table_function_info.hpp>
#include <duckdb/parser/parser.hpp>
#include <duckdb/parser/statement/select_statement.hpp>
#include <duckdb/planner/binder.hpp>
#include <duckdb/planner/expression/bound_columnref_expression.hpp>
#include <duckdb/planner/operator/logical_get.hpp>
#include <duckdb/planner/operator/logical_projection.hpp>

#include "data/vector.h"

namespace aietl::engine {

struct SourceScan::State {
  std::string relation;                               // or
  std::shared_ptr<data::PartitionedRead> partitions;  // shared with the engine's threads
  std::optional<double> expected_rows;
  std::vector<data::LogicalType> types;  // of the partitions' columns

  std::atomic<int64_t> rows{0};
  std::atomic<bool> counts_itself{false};
  std::mutex mutex;
  std::optional<Error> error;

  // Keeps the first error whole; the engine is told it in the form in which it comes back from any
  // query.
  [[noreturn]] void Break(Error what) {
    const std::string told = data::EngineErrorText(what);
    {
      const std::lock_guard lock(mutex);
      if (!error) error = std::move(what);
    }
    throw duckdb::InvalidInputException(told);
  }
};

namespace {

using duckdb::idx_t;
using SharedState = std::shared_ptr<SourceScan::State>;

// Sources by number: SQL can only carry a number to the function.
struct Registry {
  std::mutex mutex;
  std::map<int64_t, SharedState> sources;
  int64_t last = 0;
};

Registry& Sources() {
  static Registry registry;
  return registry;
}

SharedState FindSource(int64_t id) {
  Registry& registry = Sources();
  const std::lock_guard lock(registry.mutex);
  const auto found = registry.sources.find(id);
  if (found == registry.sources.end())
    throw duckdb::InvalidInputException("aietl_source: no such source");
  return found->second;
}

// --- Relations: the engine's own scans, counted
// -----------------------------------------------------------------------------

// Which source a scan belongs to, by what the scan was bound to. The engine hands that pointer to
// every call of the scan.
struct CountedScans {
  std::shared_mutex mutex;
  std::unordered_map<const duckdb::FunctionData*, SharedState> scans;
};

CountedScans& Counted() {
  static CountedScans counted;
  return counted;
}

// A scan's function cannot carry a context, so each engine function that is wrapped (there are few:
// CSV, JSON, Parquet, tables) gets a wrapper of its own.
constexpr size_t kMaxWrapped = 16;
std::array<std::atomic<duckdb::table_function_t>, kMaxWrapped> g_wrapped;

template <size_t N>
void CountingScan(duckdb::ClientContext& context, duckdb::TableFunctionInput& input,
                  duckdb::DataChunk& output) {
  g_wrapped[N].load(std::memory_order_acquire)(context, input, output);
  if (output.size() == 0) return;
  CountedScans& counted = Counted();
  const std::shared_lock lock(counted.mutex);
  const auto found = counted.scans.find(input.bind_data.get());
  if (found == counted.scans.end()) return;  // a copy that the optimizer made of a scan
  found->second->rows.fetch_add(static_cast<int64_t>(output.size()), std::memory_order_relaxed);
}

template <size_t... N>
constexpr std::array<duckdb::table_function_t, sizeof...(N)> Wrappers(std::index_sequence<N...>) {
  return {&CountingScan<N>...};
}
constexpr auto kWrappers = Wrappers(std::make_index_sequence<kMaxWrapped>());

// The counting form of an engine function; itself when there is no room left (the rows then count
// as 0).
duckdb::table_function_t Wrapped(duckdb::table_function_t original) {
  if (std::find(kWrappers.begin(), kWrappers.end(), original) != kWrappers.end()) return original;
  for (size_t i = 0; i < kMaxWrapped; ++i) {
    duckdb::table_function_t expected = nullptr;
    if (g_wrapped[i].compare_exchange_strong(expected, original) || expected == original)
      return kWrappers[i];
  }
  return original;
}

void CountScans(duckdb::LogicalOperator& plan, const SharedState& source, int* scans) {
  for (const auto& child : plan.children)
    CountScans(*child, source, scans);
  if (plan.type != duckdb::LogicalOperatorType::LOGICAL_GET || !plan.children.empty()) return;
  auto& get = plan.Cast<duckdb::LogicalGet>();
  if (get.function.function == nullptr || get.bind_data == nullptr) return;
  ++*scans;
  get.function.function = Wrapped(get.function.function);
  CountedScans& counted = Counted();
  const std::unique_lock lock(counted.mutex);
  counted.scans[get.bind_data.get()] = source;
}

bool IsOneSelfCountingScan(const duckdb::LogicalOperator& plan) {
  if (plan.type == duckdb::LogicalOperatorType::LOGICAL_PROJECTION)
    return IsOneSelfCountingScan(*plan.children[0]);
  if (plan.type != duckdb::LogicalOperatorType::LOGICAL_GET || !plan.children.empty()) return false;
  const std::string& name = plan.Cast<duckdb::LogicalGet>().function.name;
  return name == "read_parquet" || name == "parquet_scan" || name == "seq_scan";
}

duckdb::unique_ptr<duckdb::LogicalOperator> BindRelation(duckdb::ClientContext& context,
                                                         duckdb::TableFunctionBindInput& input,
                                                         const SharedState& source,
                                                         idx_t bind_index,
                                                         duckdb::vector<duckdb::string>& names) {
  duckdb::Parser parser(context.GetParserOptions());
  parser.ParseQuery("SELECT * FROM " + source->relation);
  if (parser.statements.size() != 1 ||
      parser.statements[0]->type != duckdb::StatementType::SELECT_STATEMENT) {
    throw duckdb::ParserException("the source is no relation");
  }
  auto binder = duckdb::Binder::CreateBinder(context, input.binder);
  auto bound = binder->Bind(*parser.statements[0]->Cast<duckdb::SelectStatement>().node);
  int scans = 0;
  CountScans(*bound.plan, source, &scans);
  source->counts_itself = scans == 1 && IsOneSelfCountingScan(*bound.plan);
  names = bound.names;
  duckdb::vector<duckdb::unique_ptr<duckdb::Expression>> columns;
  const auto bindings = bound.plan->GetColumnBindings();
  for (idx_t i = 0; i < bound.types.size(); ++i) {
    columns.push_back(duckdb::make_uniq<duckdb::BoundColumnRefExpression>(
        bound.names[i], bound.types[i], bindings[i]));
  }
  auto projection = duckdb::make_uniq<duckdb::LogicalProjection>(bind_index, std::move(columns));
  projection->children.push_back(std::move(bound.plan));
  return projection;
}

// --- Partitions: readers of ours
// ------------------------------------------------------------------------------------------------

struct Binding : duckdb::TableFunctionData {
  SharedState source;
};

struct GlobalState : duckdb::GlobalTableFunctionState {
  std::atomic<int> next{0};
  std::atomic<int> done{0};
  int partitions = 0;
  idx_t threads = 1;
  std::vector<int> columns;  // the projection

  idx_t MaxThreads() const override { return threads; }
};

struct LocalState : duckdb::LocalTableFunctionState {
  std::unique_ptr<data::BatchReader> reader;
  int partition = -1;
};

duckdb::unique_ptr<duckdb::FunctionData> Bind(duckdb::ClientContext&,
                                              duckdb::TableFunctionBindInput& input,
                                              duckdb::vector<duckdb::LogicalType>& types,
                                              duckdb::vector<duckdb::string>& names) {
  auto binding = duckdb::make_uniq<Binding>();
  binding->source = FindSource(input.inputs[0].GetValue<int64_t>());
  const auto& columns = binding->source->partitions->schema().columns;
  for (size_t i = 0; i < columns.size(); ++i) {
    types.push_back(*reinterpret_cast<duckdb::LogicalType*>(binding->source->types[i].get()));
    names.push_back(columns[i].name);
  }
  return binding;
}

duckdb::unique_ptr<duckdb::LogicalOperator> BindOperator(duckdb::ClientContext& context,
                                                         duckdb::TableFunctionBindInput& input,
                                                         idx_t bind_index,
                                                         duckdb::vector<duckdb::string>& names) {
  const SharedState source = FindSource(input.inputs[0].GetValue<int64_t>());
  if (source->partitions) return nullptr;  // then Bind
  return BindRelation(context, input, source, bind_index, names);
}

duckdb::unique_ptr<duckdb::GlobalTableFunctionState> InitGlobal(
    duckdb::ClientContext&, duckdb::TableFunctionInitInput& input) {
  auto global = duckdb::make_uniq<GlobalState>();
  const data::PartitionedRead& read = *input.bind_data->Cast<Binding>().source->partitions;
  global->partitions = read.partitions();
  int threads = std::max(1, global->partitions);
  if (read.max_parallel() > 0) threads = std::min(threads, read.max_parallel());
  global->threads = static_cast<idx_t>(threads);
  for (const auto column : input.column_ids)
    global->columns.push_back(static_cast<int>(column));
  return global;
}

duckdb::unique_ptr<duckdb::LocalTableFunctionState> InitLocal(duckdb::ExecutionContext&,
                                                              duckdb::TableFunctionInitInput&,
                                                              duckdb::GlobalTableFunctionState*) {
  return duckdb::make_uniq<LocalState>();
}

void Scan(duckdb::ClientContext&, duckdb::TableFunctionInput& input, duckdb::DataChunk& output) {
  SourceScan::State& source = *input.bind_data->Cast<Binding>().source;
  auto& global = input.global_state->Cast<GlobalState>();
  auto& local = input.local_state->Cast<LocalState>();
  for (;;) {
    if (!local.reader) {
      local.partition = global.next.fetch_add(1, std::memory_order_relaxed);
      if (local.partition >= global.partitions) return;
      auto reader = source.partitions->Open(local.partition, global.columns);
      if (!reader) source.Break(std::move(reader.error()));
      local.reader = std::move(*reader);
    }
    const auto rows = local.reader->Next(reinterpret_cast<duckdb_data_chunk>(&output));
    if (!rows) source.Break(std::move(rows.error()));
    if (*rows > 0) {
      output.SetCardinality(static_cast<idx_t>(*rows));
      source.rows.fetch_add(*rows, std::memory_order_relaxed);
      return;
    }
    local.reader.reset();
    global.done.fetch_add(1, std::memory_order_relaxed);
    output.Reset();
  }
}

// Partitions keep their order where the plan wants order.
duckdb::OperatorPartitionData PartitionOf(duckdb::ClientContext&,
                                          duckdb::TableFunctionGetPartitionInput& input) {
  if (input.partition_info.RequiresPartitionColumns())
    throw duckdb::InternalException("aietl_source has no partition columns");
  return duckdb::OperatorPartitionData(
      static_cast<idx_t>(std::max(0, input.local_state->Cast<LocalState>().partition)));
}

double ProgressOf(duckdb::ClientContext&, const duckdb::FunctionData* data,
                  const duckdb::GlobalTableFunctionState* state) {
  const auto& global = state->Cast<GlobalState>();
  const SourceScan::State& source = *data->Cast<Binding>().source;
  if (source.expected_rows && *source.expected_rows > 0) {
    return std::min(100.0, 100.0 * static_cast<double>(source.rows.load()) / *source.expected_rows);
  }
  return global.partitions == 0 ? 100 : 100.0 * global.done.load() / global.partitions;
}

duckdb::unique_ptr<duckdb::NodeStatistics> Cardinality(duckdb::ClientContext&,
                                                       const duckdb::FunctionData* data) {
  const auto& expected = data->Cast<Binding>().source->expected_rows;
  if (!expected) return nullptr;
  return duckdb::make_uniq<duckdb::NodeStatistics>(static_cast<idx_t>(std::max(0.0, *expected)));
}

}  // namespace

Result<void> RegisterSourceScan(data::Database& database) {
  try {
    auto& instance =
        *reinterpret_cast<duckdb::DatabaseWrapper*>(database.handle())->database->instance;
    duckdb::TableFunction function("aietl_source", {duckdb::LogicalType::BIGINT}, Scan, Bind,
                                   InitGlobal, InitLocal);
    function.bind_operator = BindOperator;
    function.projection_pushdown = true;
    function.get_partition_data = PartitionOf;
    function.table_scan_progress = ProgressOf;
    function.cardinality = Cardinality;
    duckdb::CreateTableFunctionInfo info(std::move(function));
    info.on_conflict = duckdb::OnCreateConflict::IGNORE_ON_CONFLICT;
    duckdb::ExtensionLoader loader(instance, "aietl");
    loader.RegisterFunction(std::move(info));
    return {};
  } catch (const std::exception& error) {
    return Fail(data::ClassifyEngineError(duckdb::ErrorData(error).Message()));
  }
}

SourceScan::SourceScan(std::shared_ptr<State> state) : state_(std::move(state)) {
  Registry& registry = Sources();
  const std::lock_guard lock(registry.mutex);
  id_ = ++registry.last;
  registry.sources.emplace(id_, state_);
}

SourceScan::~SourceScan() {
  {
    Registry& registry = Sources();
    const std::lock_guard lock(registry.mutex);
    registry.sources.erase(id_);
  }
  CountedScans& counted = Counted();
  const std::unique_lock lock(counted.mutex);
  std::erase_if(counted.scans, [&](const auto& scan) { return scan.second == state_; });
}

std::unique_ptr<SourceScan> SourceScan::OverRelation(std::string relation) {
  auto state = std::make_shared<State>();
  state->relation = std::move(relation);
  return std::unique_ptr<SourceScan>(new SourceScan(std::move(state)));
}

Result<std::unique_ptr<SourceScan>> SourceScan::OverPartitions(
    std::shared_ptr<data::PartitionedRead> partitions, std::optional<double> rows) {
  auto state = std::make_shared<State>();
  for (const data::Column& column : partitions->schema().columns) {
    AIETL_ASSIGN(data::LogicalType type, data::MakeLogicalType(column.type));
    state->types.push_back(std::move(type));
  }
  state->partitions = std::move(partitions);
  state->expected_rows = rows;
  return std::unique_ptr<SourceScan>(new SourceScan(std::move(state)));
}

std::string SourceScan::Sql() const {
  return "aietl_source(" + std::to_string(id_) + ")";
}

int64_t SourceScan::rows() const {
  return state_->rows.load(std::memory_order_relaxed);
}

bool SourceScan::counts_itself() const {
  return state_->counts_itself;
}

std::optional<Error> SourceScan::TakeError() {
  const std::lock_guard lock(state_->mutex);
  return std::exchange(state_->error, std::nullopt);
}

}  // namespace aietl::engine
