#include "engine/internal/observe.h"

#include <atomic>
#include <map>
#include <mutex>
#include <vector>

#include <duckdb.hpp>
#include <duckdb/common/types/bit.hpp>
#include <duckdb/function/table_function.hpp>
#include <duckdb/main/capi/capi_internal.hpp>
#include <duckdb/main/extension/extension_loader.hpp>
#include <duckdb/parser/parsed_data/create_table_function_info.hpp>

#include "engine/internal/value_hash.h"

namespace aietl::engine {
namespace {

using duckdb::idx_t;
using duckdb::LogicalTypeId;
using duckdb::PhysicalType;
using duckdb::UnifiedVectorFormat;
using duckdb::Vector;

// Gives every valid row's value to `valid` and every other row to `null`.
template <class T, class Valid, class Null>
void EachRow(const UnifiedVectorFormat& format, idx_t rows, Valid valid, Null null) {
  const auto* values = reinterpret_cast<const T*>(format.data);
  if (format.validity.AllValid()) {
    if (format.sel->data() == nullptr) {
      for (idx_t row = 0; row < rows; ++row)
        valid(row, values[row]);
    } else {
      for (idx_t row = 0; row < rows; ++row)
        valid(row, values[format.sel->get_index_unsafe(row)]);
    }
    return;
  }
  for (idx_t row = 0; row < rows; ++row) {
    const idx_t at = format.sel->get_index(row);
    if (format.validity.RowIsValid(at)) {
      valid(row, values[at]);
    } else {
      null(row);
    }
  }
}

Wide ToWide(const duckdb::hugeint_t& value) {
  return (static_cast<Wide>(value.upper) << 64) | static_cast<Wide>(value.lower);
}

uint64_t HashText(const duckdb::string_t& text) {
  const size_t size = text.GetSize();
  if (!text.IsInlined()) return HashBytes(text.GetData(), size);
  uint32_t second;
  std::memcpy(&second, text.GetData() + 8,
              sizeof second);  // inlined bytes are padded with zeros up to 12
  return HashShortBytes(Load8(text.GetData()), second, size);
}

// Without the blanks between tokens: readers of JSON drop them.
uint64_t HashJson(const duckdb::string_t& json, std::string& buffer) {
  buffer.clear();
  bool in_string = false;
  bool escaped = false;
  const char* end = json.GetData() + json.GetSize();
  for (const char* at = json.GetData(); at != end; ++at) {
    const char c = *at;
    if (!in_string && (c == ' ' || c == '\n' || c == '\r' || c == '\t')) continue;
    buffer += c;
    if (c == '"' && !escaped) in_string = !in_string;
    escaped = in_string && c == '\\' && !escaped;
  }
  return HashBytes(buffer.data(), buffer.size());
}

class Hasher {
 public:
  // Hashes of `rows` values into `out`, `null_hash` for NULLs, which are counted.
  int64_t Hash(Vector& vector, idx_t rows, uint64_t* out, uint64_t null_hash) {
    if (vector.GetVectorType() == duckdb::VectorType::CONSTANT_VECTOR && rows > 1) {
      const int64_t nulls = Hash(vector, 1, out, null_hash);
      std::fill(out + 1, out + rows, out[0]);
      return nulls * static_cast<int64_t>(rows);
    }
    switch (vector.GetType().id()) {
      case LogicalTypeId::TIMESTAMP_SEC:
        return HashTime(vector, rows, out, null_hash, 1'000'000'000);
      case LogicalTypeId::TIMESTAMP_MS: return HashTime(vector, rows, out, null_hash, 1'000'000);
      case LogicalTypeId::TIMESTAMP:
      case LogicalTypeId::TIMESTAMP_TZ:
      case LogicalTypeId::TIME: return HashTime(vector, rows, out, null_hash, 1000);
      case LogicalTypeId::TIMESTAMP_NS:
      case LogicalTypeId::TIME_NS: return HashTime(vector, rows, out, null_hash, 1);
      case LogicalTypeId::DECIMAL: return HashDecimals(vector, rows, out, null_hash);
      case LogicalTypeId::ENUM: return HashLabels(vector, rows, out, null_hash);
      case LogicalTypeId::BIT:
        return Each<duckdb::string_t>(vector, rows, out, null_hash,
                                      [](const duckdb::string_t& bits) {
                                        const std::string text = duckdb::Bit::ToString(bits);
                                        return HashBytes(text.data(), text.size());
                                      });
      case LogicalTypeId::VARCHAR:
        if (vector.GetType().IsJSONType()) {
          return Each<duckdb::string_t>(
              vector, rows, out, null_hash,
              [&](const duckdb::string_t& json) { return HashJson(json, text_); });
        }
        break;
      default: break;
    }
    return HashPhysical(vector, rows, out, null_hash);
  }

 private:
  template <class T, class F>
  static int64_t Each(Vector& vector, idx_t rows, uint64_t* out, uint64_t null_hash, F hash) {
    UnifiedVectorFormat format;
    vector.ToUnifiedFormat(rows, format);
    int64_t nulls = 0;
    EachRow<T>(
        format, rows, [&](idx_t row, const T& value) { out[row] = hash(value); },
        [&](idx_t row) {
          out[row] = null_hash;
          ++nulls;
        });
    return nulls;
  }

  template <class T>
  static int64_t Integers(Vector& vector, idx_t rows, uint64_t* out, uint64_t null_hash) {
    return Each<T>(vector, rows, out, null_hash, [](T value) {
      return HashWord(static_cast<uint64_t>(static_cast<int64_t>(value)));
    });
  }

  static int64_t HashTime(Vector& vector, idx_t rows, uint64_t* out, uint64_t null_hash,
                          int64_t nanoseconds) {
    return Each<int64_t>(vector, rows, out, null_hash, [nanoseconds](int64_t value) {
      return HashTimestamp(value, nanoseconds);
    });
  }

  template <class T>
  static int64_t Decimals(Vector& vector, idx_t rows, uint64_t* out, uint64_t null_hash,
                          int scale) {
    return Each<T>(vector, rows, out, null_hash,
                   [scale](T value) { return HashDecimal(static_cast<int64_t>(value), scale); });
  }

  static int64_t HashDecimals(Vector& vector, idx_t rows, uint64_t* out, uint64_t null_hash) {
    const int scale = duckdb::DecimalType::GetScale(vector.GetType());
    switch (vector.GetType().InternalType()) {
      case PhysicalType::INT16: return Decimals<int16_t>(vector, rows, out, null_hash, scale);
      case PhysicalType::INT32: return Decimals<int32_t>(vector, rows, out, null_hash, scale);
      case PhysicalType::INT64: return Decimals<int64_t>(vector, rows, out, null_hash, scale);
      default:
        return Each<duckdb::hugeint_t>(
            vector, rows, out, null_hash, [scale](const duckdb::hugeint_t& value) {
              const Wide wide = ToWide(value);
              const auto narrow = static_cast<int64_t>(wide);
              return narrow == wide ? HashDecimal(narrow, scale) : HashDecimal(wide, scale);
            });
    }
  }

  static int64_t HashLabels(Vector& vector, idx_t rows, uint64_t* out, uint64_t null_hash) {
    const auto* labels = duckdb::FlatVector::GetData<duckdb::string_t>(
        duckdb::EnumType::GetValuesInsertOrder(vector.GetType()));
    const auto hash = [labels](auto index) { return HashText(labels[index]); };
    switch (vector.GetType().InternalType()) {
      case PhysicalType::UINT8: return Each<uint8_t>(vector, rows, out, null_hash, hash);
      case PhysicalType::UINT16: return Each<uint16_t>(vector, rows, out, null_hash, hash);
      default: return Each<uint32_t>(vector, rows, out, null_hash, hash);
    }
  }

  int64_t HashPhysical(Vector& vector, idx_t rows, uint64_t* out, uint64_t null_hash) {
    switch (vector.GetType().InternalType()) {
      case PhysicalType::BOOL:
        return Each<bool>(vector, rows, out, null_hash,
                          [](bool value) { return HashWord(value ? 1 : 0); });
      case PhysicalType::INT8: return Integers<int8_t>(vector, rows, out, null_hash);
      case PhysicalType::INT16: return Integers<int16_t>(vector, rows, out, null_hash);
      case PhysicalType::INT32: return Integers<int32_t>(vector, rows, out, null_hash);
      case PhysicalType::INT64: return Integers<int64_t>(vector, rows, out, null_hash);
      case PhysicalType::UINT8: return Integers<uint8_t>(vector, rows, out, null_hash);
      case PhysicalType::UINT16: return Integers<uint16_t>(vector, rows, out, null_hash);
      case PhysicalType::UINT32: return Integers<uint32_t>(vector, rows, out, null_hash);
      case PhysicalType::UINT64:
        return Each<uint64_t>(vector, rows, out, null_hash,
                              [](uint64_t value) { return HashInteger(value); });
      case PhysicalType::INT128:
        return Each<duckdb::hugeint_t>(
            vector, rows, out, null_hash,
            [](const duckdb::hugeint_t& value) { return HashInteger(ToWide(value)); });
      case PhysicalType::UINT128:
        // Above the signed range the bits alone are hashed: they meet only negative HUGEINTs, never
        // in one column's life.
        return Each<duckdb::uhugeint_t>(
            vector, rows, out, null_hash, [](const duckdb::uhugeint_t& value) {
              return HashInteger(
                  static_cast<Wide>((static_cast<UnsignedWide>(value.upper) << 64) | value.lower));
            });
      case PhysicalType::FLOAT:
        return Each<float>(vector, rows, out, null_hash,
                           [](float value) { return HashDouble(value); });
      case PhysicalType::DOUBLE: return Each<double>(vector, rows, out, null_hash, HashDouble);
      case PhysicalType::VARCHAR:
        return Each<duckdb::string_t>(vector, rows, out, null_hash, HashText);
      case PhysicalType::INTERVAL:
        return Each<duckdb::interval_t>(
            vector, rows, out, null_hash, [](const duckdb::interval_t& value) {
              const uint64_t days =
                  (static_cast<uint64_t>(static_cast<uint32_t>(value.months)) << 32) |
                  static_cast<uint32_t>(value.days);
              return HashTwoWords(static_cast<uint64_t>(value.micros), days);
            });
      default: return HashNested(vector, rows, out, null_hash);
    }
  }

  int64_t HashNested(Vector& original, idx_t rows, uint64_t* out, uint64_t null_hash) {
    Vector vector(original);  // a reference: flattening it leaves the caller's as it is
    vector.Flatten(rows);
    switch (vector.GetType().InternalType()) {
      case PhysicalType::STRUCT: HashStruct(vector, rows, out); break;
      case PhysicalType::LIST: HashList(vector, rows, out); break;
      case PhysicalType::ARRAY: HashArray(vector, rows, out); break;
      default:
        throw duckdb::NotImplementedException("values of type %s cannot be summed",
                                              original.GetType().ToString());
    }
    const auto& validity = duckdb::FlatVector::Validity(vector);
    int64_t nulls = 0;
    for (idx_t row = 0; row < rows; ++row) {
      if (validity.RowIsValid(row)) continue;
      out[row] = null_hash;
      ++nulls;
    }
    return nulls;
  }

  void HashStruct(Vector& vector, idx_t rows, uint64_t* out) {
    std::vector<uint64_t> field(rows);
    std::fill(out, out + rows, kMix2);
    for (auto& child : duckdb::StructVector::GetEntries(vector)) {
      Hash(*child, rows, field.data(), kNullHash);
      for (idx_t row = 0; row < rows; ++row)
        out[row] = HashAppend(out[row], field[row]);
    }
  }

  // LIST and MAP. Only the elements that the rows name are hashed, in their order: the child vector
  // may hold many others.
  void HashList(Vector& vector, idx_t rows, uint64_t* out) {
    const auto* entries = duckdb::FlatVector::GetData<duckdb::list_entry_t>(vector);
    const auto& validity = duckdb::FlatVector::Validity(vector);
    idx_t total = 0;
    for (idx_t row = 0; row < rows; ++row) {
      if (validity.RowIsValid(row)) total += entries[row].length;
    }
    std::vector<uint64_t> elements(total);
    if (total > 0) {
      duckdb::SelectionVector used(total);
      idx_t next = 0;
      for (idx_t row = 0; row < rows; ++row) {
        if (!validity.RowIsValid(row)) continue;
        for (idx_t i = 0; i < entries[row].length; ++i)
          used.set_index(next++, entries[row].offset + i);
      }
      Vector child(duckdb::ListVector::GetEntry(vector), used, total);
      Hash(child, total, elements.data(), kNullHash);
    }
    const uint64_t* element = elements.data();
    for (idx_t row = 0; row < rows; ++row) {
      if (!validity.RowIsValid(row)) continue;
      uint64_t hash = HashWord(entries[row].length);
      for (idx_t i = 0; i < entries[row].length; ++i)
        hash = HashAppend(hash, *element++);
      out[row] = hash;
    }
  }

  void HashArray(Vector& vector, idx_t rows, uint64_t* out) {
    const idx_t size = duckdb::ArrayType::GetSize(vector.GetType());
    std::vector<uint64_t> elements(rows * size);
    Hash(duckdb::ArrayVector::GetEntry(vector), rows * size, elements.data(), kNullHash);
    for (idx_t row = 0; row < rows; ++row) {
      uint64_t hash = HashWord(size);
      for (idx_t i = 0; i < size; ++i)
        hash = HashAppend(hash, elements[row * size + i]);
      out[row] = hash;
    }
  }

  std::string text_;
};

void Add(data::ColumnSum& sum, UnsignedWide amount, int64_t nulls) {
  const UnsignedWide total = ((static_cast<UnsignedWide>(sum.high) << 64) | sum.low) + amount;
  sum.low = static_cast<uint64_t>(total);
  sum.high = static_cast<uint64_t>(total >> 64);
  sum.nulls += nulls;
}

void Add(data::Checksum& to, const data::Checksum& from) {
  const auto wide = [](const data::ColumnSum& sum) {
    return (static_cast<UnsignedWide>(sum.high) << 64) | sum.low;
  };
  to.rows += from.rows;
  if (to.columns.size() < from.columns.size()) to.columns.resize(from.columns.size());
  for (size_t i = 0; i < from.columns.size(); ++i)
    Add(to.columns[i], wide(from.columns[i]), from.columns[i].nulls);
  Add(to.together, wide(from.together), from.together.nulls);
}

UnsignedWide SumOf(const uint64_t* hashes, idx_t rows) {
  uint64_t low = 0;
  uint64_t carries = 0;
  for (idx_t row = 0; row < rows; ++row) {
    low += hashes[row];
    carries += low < hashes[row] ? 1 : 0;
  }
  return (static_cast<UnsignedWide>(carries) << 64) | low;
}

// What one thread of one statement saw. Locked by its thread for each chunk, which costs nothing
// while nobody else looks.
struct Accumulator {
  std::mutex mutex;
  data::Checksum sum;
};

}  // namespace

struct ObserveSlot::State {
  std::mutex mutex;
  std::vector<std::shared_ptr<Accumulator>> accumulators;  // shared with the threads that fill them
  std::atomic<int64_t> rows{0};
};

namespace {

// Slots by number: SQL can only carry a number to the function.
struct Registry {
  std::mutex mutex;
  std::map<int64_t, std::shared_ptr<ObserveSlot::State>> slots;
  int64_t last = 0;
};

Registry& Slots() {
  static Registry registry;
  return registry;
}

std::shared_ptr<ObserveSlot::State> FindSlot(int64_t id) {
  Registry& registry = Slots();
  const std::lock_guard lock(registry.mutex);
  const auto found = registry.slots.find(id);
  if (found == registry.slots.end())
    throw duckdb::InvalidInputException("aietl_observe: no such slot");
  return found->second;
}

struct Binding : duckdb::TableFunctionData {
  int64_t slot = 0;
  bool full = false;
};

struct GlobalState : duckdb::GlobalTableFunctionState {
  idx_t MaxThreads() const override { return MAX_THREADS; }
};

struct LocalState : duckdb::LocalTableFunctionState {
  std::shared_ptr<ObserveSlot::State> slot;
  std::shared_ptr<Accumulator> accumulator;
  bool full = false;
  Hasher hasher;
  uint64_t hashes[STANDARD_VECTOR_SIZE];
  uint64_t together[STANDARD_VECTOR_SIZE];
};

duckdb::unique_ptr<duckdb::FunctionData> Bind(duckdb::ClientContext&,
                                              duckdb::TableFunctionBindInput& input,
                                              duckdb::vector<duckdb::LogicalType>& types,
                                              duckdb::vector<duckdb::string>& names) {
  auto binding = duckdb::make_uniq<Binding>();
  types = input.input_table_types;
  names = input.input_table_names;
  const size_t given = input.inputs.size();
  binding->slot = input.inputs[given - 2].GetValue<int64_t>();
  binding->full = input.inputs[given - 1].GetValue<bool>();
  return binding;
}

duckdb::unique_ptr<duckdb::GlobalTableFunctionState> InitGlobal(duckdb::ClientContext&,
                                                                duckdb::TableFunctionInitInput&) {
  return duckdb::make_uniq<GlobalState>();
}

duckdb::unique_ptr<duckdb::LocalTableFunctionState> InitLocal(duckdb::ExecutionContext&,
                                                              duckdb::TableFunctionInitInput& input,
                                                              duckdb::GlobalTableFunctionState*) {
  const auto& binding = input.bind_data->Cast<Binding>();
  auto local = duckdb::make_uniq<LocalState>();
  local->slot = FindSlot(binding.slot);
  local->full = binding.full;
  local->accumulator = std::make_shared<Accumulator>();
  const std::lock_guard lock(local->slot->mutex);
  local->slot->accumulators.push_back(local->accumulator);
  return local;
}

void SumChunk(LocalState& local, duckdb::DataChunk& chunk, data::Checksum& sum) {
  const idx_t rows = chunk.size();
  sum.columns.resize(chunk.ColumnCount());
  std::fill(local.together, local.together + rows, kMix2);
  for (idx_t column = 0; column < chunk.ColumnCount(); ++column) {
    const int64_t nulls = local.hasher.Hash(chunk.data[column], rows, local.hashes, 0);
    for (idx_t row = 0; row < rows; ++row)
      local.together[row] = HashAppend(local.together[row], local.hashes[row]);
    Add(sum.columns[column], SumOf(local.hashes, rows), nulls);
  }
  Add(sum.together, SumOf(local.together, rows), 0);
}

duckdb::OperatorResultType Pass(duckdb::ExecutionContext&, duckdb::TableFunctionInput& data,
                                duckdb::DataChunk& input, duckdb::DataChunk& output) {
  auto& local = data.local_state->Cast<LocalState>();
  const auto rows = static_cast<int64_t>(input.size());
  {
    const std::lock_guard lock(local.accumulator->mutex);
    local.accumulator->sum.rows += rows;
    if (local.full) SumChunk(local, input, local.accumulator->sum);
  }
  local.slot->rows.fetch_add(rows, std::memory_order_relaxed);
  output.Reference(input);
  return duckdb::OperatorResultType::NEED_MORE_INPUT;
}

}  // namespace

Result<void> RegisterObserve(data::Database& database) {
  try {
    auto& instance =
        *reinterpret_cast<duckdb::DatabaseWrapper*>(database.handle())->database->instance;
    duckdb::TableFunction function(
        "aietl_observe",
        {duckdb::LogicalType::TABLE, duckdb::LogicalType::BIGINT, duckdb::LogicalType::BOOLEAN},
        nullptr, Bind, InitGlobal, InitLocal);
    function.in_out_function = Pass;
    duckdb::CreateTableFunctionInfo info(std::move(function));
    info.on_conflict = duckdb::OnCreateConflict::IGNORE_ON_CONFLICT;
    duckdb::ExtensionLoader loader(instance, "aietl");
    loader.RegisterFunction(std::move(info));
    return {};
  } catch (const std::exception& error) {
    return Fail(data::ClassifyEngineError(duckdb::ErrorData(error).Message()));
  }
}

ObserveSlot::ObserveSlot() : state_(std::make_shared<State>()) {
  Registry& registry = Slots();
  const std::lock_guard lock(registry.mutex);
  id_ = ++registry.last;
  registry.slots.emplace(id_, state_);
}

ObserveSlot::~ObserveSlot() {
  Registry& registry = Slots();
  const std::lock_guard lock(registry.mutex);
  registry.slots.erase(id_);
}

std::string ObserveSlot::Wrap(const std::string& select, bool full) const {
  return "SELECT * FROM aietl_observe((" + select + "\n), " + std::to_string(id_) + ", " +
         (full ? "true" : "false") + ")";
}

void ObserveSlot::Reset() {
  const std::lock_guard lock(state_->mutex);
  state_->accumulators.clear();
  state_->rows = 0;
}

bool ObserveSlot::used() const {
  const std::lock_guard lock(state_->mutex);
  return !state_->accumulators.empty();
}

int64_t ObserveSlot::rows() const {
  return state_->rows.load(std::memory_order_relaxed);
}

data::Checksum ObserveSlot::Take() const {
  const std::lock_guard lock(state_->mutex);
  data::Checksum total;
  for (const auto& accumulator : state_->accumulators) {
    const std::lock_guard inner(accumulator->mutex);
    Add(total, accumulator->sum);
  }
  return total;
}

}  // namespace aietl::engine
