#include "connectors/files/misfit.h"

#include <duckdb.h>

#include <array>
#include <charconv>
#include <mutex>
#include <optional>
#include <vector>

#include "base/text.h"
#include "connectors/files/byte_source.h"
#include "connectors/files/checked_archive.h"

namespace aietl::connectors::files {
namespace {

constexpr char kFunction[] = "aietl_misfit";
constexpr char kSeparator = '\x1E';

// The column as the one text argument that it travels in.
std::string Pack(const MisfitColumn& column) {
  const Dialect& d = column.dialect;
  const auto character = [](char c) { return c == 0 ? std::string() : std::string(1, c); };
  std::string text;
  for (const std::string& part :
       {std::to_string(column.index), column.name, column.type, d.delimiter, character(d.quote),
        character(d.escape), character(d.comment), std::to_string(d.skip),
        std::string(d.header ? "1" : ""), std::string(CompressionName(column.compression)),
        std::string(column.sampled ? "1" : "")}) {
    text += part + kSeparator;
  }
  return text;
}

std::optional<MisfitColumn> Unpack(std::string_view text) {
  std::array<std::string_view, 11> parts;
  for (std::string_view& part : parts) {
    const size_t end = text.find(kSeparator);
    if (end == std::string_view::npos) return std::nullopt;
    part = text.substr(0, end);
    text.remove_prefix(end + 1);
  }
  const auto number = [](std::string_view digits) {
    int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  };
  const auto character = [](std::string_view one) { return one.empty() ? '\0' : one[0]; };
  MisfitColumn column;
  column.index = static_cast<size_t>(number(parts[0]));
  column.name = parts[1];
  column.type = parts[2];
  column.dialect.delimiter = parts[3].empty() ? "," : std::string(parts[3]);
  column.dialect.quote = character(parts[4]);
  column.dialect.escape = character(parts[5]);
  column.dialect.comment = character(parts[6]);
  column.dialect.skip = number(parts[7]);
  column.dialect.header = !parts[8].empty();
  column.compression = ParseCompression(parts[9]).value_or(Compression::kNone);
  column.sampled = !parts[10].empty();
  return column;
}

// The line of the first record whose field is `value`; 0 when it is not found.
int64_t FindLine(const std::string& path, const MisfitColumn& column, std::string_view value) {
  auto source = OpenBytes(path, column.compression);
  if (!source) return 0;
  CsvParser parser(column.dialect);
  std::vector<Field> fields;
  std::string buffer;
  int64_t skip = column.dialect.skip;
  bool header = column.dialect.header;
  bool marked = true;
  for (bool ended = false; !ended;) {
    constexpr size_t kPiece = 1U << 20U;
    const size_t had = buffer.size();
    buffer.resize(had + kPiece);
    const auto got = (*source)->Read(buffer.data() + had, kPiece);
    if (!got) return 0;
    buffer.resize(had + *got);
    ended = *got == 0;
    if (marked && buffer.starts_with("\xEF\xBB\xBF")) buffer.erase(0, 3);
    marked = false;
    parser.SetText(buffer, ended);
    if (skip > 0 && !parser.SkipLines(skip)) return 0;
    skip = 0;
    while (parser.Next(&fields, false) == CsvEvent::kRecord) {
      if (!header && column.index < fields.size() && fields[column.index].text == value)
        return parser.line();
      header = false;
    }
    if (parser.consumed() == 0 && buffer.size() > (64U << 20U)) return 0;
    buffer.erase(0, parser.consumed());
  }
  return 0;
}

Error Misfit(const std::string& read_path, const std::string& shown_path, std::string_view packed,
             std::string_view value) {
  const std::optional<MisfitColumn> column = Unpack(packed);
  if (!column)
    return Error(Code::kInternal, "engine_defect", Msg("{}: called in a wrong way", kFunction));
  Error error(Code::kRange, "value_does_not_fit",
              Msg("a value of column {} is no {}", column->name, column->type));
  error.object = column->name;
  error.place.file = shown_path;
  error.place.line = static_cast<int>(FindLine(read_path, *column, value));
  error.hint = column->sampled
                   ? Msg("the type was taken from a sample: say `types: {{{}: VARCHAR}}`, or "
                         "`sample: all` to look at every row",
                         column->name)
                   : Msg("say `types: {{{}: VARCHAR}}` to read it as text", column->name);
  return error;
}

std::string TextAt(duckdb_vector vector, idx_t row) {
  const uint64_t* valid = duckdb_vector_get_validity(vector);
  if (valid != nullptr && !duckdb_validity_row_is_valid(const_cast<uint64_t*>(valid), row))
    return {};
  auto* text = static_cast<duckdb_string_t*>(duckdb_vector_get_data(vector)) + row;
  return {duckdb_string_t_data(text), duckdb_string_t_length(*text)};
}

// aietl_misfit(read path, shown path, column, value): fails with the first row that it is given.
void RunMisfit(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
  if (duckdb_data_chunk_get_size(input) == 0) return;
  std::array<std::string, 4> arguments;
  for (size_t i = 0; i < arguments.size(); ++i)
    arguments[i] = TextAt(duckdb_data_chunk_get_vector(input, i), 0);
  const Error error = Misfit(arguments[0], arguments[1], arguments[2], arguments[3]);
  duckdb_scalar_function_set_error(info, data::EngineErrorText(error).c_str());
  static_cast<void>(output);
}

Result<void> RegisterMisfit(data::Connection& connection) {
  duckdb_scalar_function function = duckdb_create_scalar_function();
  duckdb_logical_type text = duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
  duckdb_scalar_function_set_name(function, kFunction);
  for (int i = 0; i < 4; ++i)
    duckdb_scalar_function_add_parameter(function, text);
  duckdb_scalar_function_set_return_type(function, text);
  duckdb_scalar_function_set_volatile(
      function);  // else constant arguments are folded: called while planning
  duckdb_scalar_function_set_special_handling(function);
  duckdb_scalar_function_set_function(function, RunMisfit);
  const duckdb_state state = duckdb_register_scalar_function(connection.handle(), function);
  duckdb_destroy_logical_type(&text);
  duckdb_destroy_scalar_function(&function);
  if (state == DuckDBSuccess) return {};
  return Fail(Code::kInternal, "engine_defect",
              Msg("{}: could not be made known to the engine", kFunction));
}

}  // namespace

Result<void> PrepareEngine(data::Database& database, data::Connection& connection) {
  static std::mutex mutex;  // nobody comes back before both are done
  const std::lock_guard lock(mutex);
  if (!database.FirstTime(kFunction)) return {};
  UseCheckedArchives(database.handle());
  return RegisterMisfit(connection);
}

std::string MisfitSql(const MisfitColumn& column, const std::string& read_path,
                      const std::string& shown_path, const std::string& value) {
  return std::string(kFunction) + "(" + read_path + ", " + shown_path + ", " +
         data::QuoteText(Pack(column)) + ", " + value + ")";
}

}  // namespace aietl::connectors::files
