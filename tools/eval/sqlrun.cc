// Runs a DuckDB script for tests/eval/run.py: expected tables are computed, and Parquet and DuckDB
// targets read back, by the engine itself but through none of the program's own code.
//
// The script comes on standard input; the working directory is the caller's. For each statement
// that returns rows one JSON line {"columns":[...]} goes to standard output, then one JSON array of
// strings and nulls a row. Only VARCHAR columns are printed: the caller casts, so that no value
// passes through a second formatter. Exit 1 and a message on standard error when a statement fails.

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "duckdb.h"

namespace {

void AppendQuoted(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\u%04x", byte);
      out += escaped;
    } else {
      out += c;
    }
  }
  out += '"';
}

void AppendCell(duckdb_vector vector, idx_t row, std::string& out) {
  uint64_t* validity = duckdb_vector_get_validity(vector);
  if (validity != nullptr && !duckdb_validity_row_is_valid(validity, row)) {
    out += "null";
    return;
  }
  auto* cells = static_cast<duckdb_string_t*>(duckdb_vector_get_data(vector));
  AppendQuoted({duckdb_string_t_data(&cells[row]), duckdb_string_t_length(cells[row])}, out);
}

bool PrintRows(duckdb_result& result) {
  const idx_t columns = duckdb_column_count(&result);
  std::string line = "{\"columns\":[";
  for (idx_t c = 0; c < columns; ++c) {
    if (duckdb_column_type(&result, c) != DUCKDB_TYPE_VARCHAR) {
      std::fprintf(stderr, "sqlrun: column %s is not text; cast it in the script\n",
                   duckdb_column_name(&result, c));
      return false;
    }
    if (c > 0) line += ',';
    AppendQuoted(duckdb_column_name(&result, c), line);
  }
  line += "]}\n";
  while (duckdb_data_chunk chunk = duckdb_fetch_chunk(result)) {
    const idx_t rows = duckdb_data_chunk_get_size(chunk);
    for (idx_t r = 0; r < rows; ++r) {
      line += '[';
      for (idx_t c = 0; c < columns; ++c) {
        if (c > 0) line += ',';
        AppendCell(duckdb_data_chunk_get_vector(chunk, c), r, line);
      }
      line += "]\n";
    }
    duckdb_destroy_data_chunk(&chunk);
  }
  // fetch_chunk returns null both at the end and on an error.
  if (const char* error = duckdb_result_error(&result); error != nullptr && *error != '\0') {
    std::fprintf(stderr, "sqlrun: %s\n", error);
    return false;
  }
  std::fwrite(line.data(), 1, line.size(), stdout);
  return true;
}

bool RunStatement(duckdb_connection connection, duckdb_extracted_statements statements,
                  idx_t index) {
  duckdb_prepared_statement prepared = nullptr;
  if (duckdb_prepare_extracted_statement(connection, statements, index, &prepared) == DuckDBError) {
    std::fprintf(stderr, "sqlrun: %s\n", duckdb_prepare_error(prepared));
    duckdb_destroy_prepare(&prepared);
    return false;
  }
  duckdb_result result;
  bool ok = duckdb_execute_prepared(prepared, &result) == DuckDBSuccess;
  if (!ok) {
    std::fprintf(stderr, "sqlrun: %s\n", duckdb_result_error(&result));
  } else if (duckdb_result_return_type(result) == DUCKDB_RESULT_TYPE_QUERY_RESULT) {
    ok = PrintRows(result);
  }
  duckdb_destroy_result(&result);
  duckdb_destroy_prepare(&prepared);
  return ok;
}

bool RunScript(duckdb_connection connection, const std::string& script) {
  duckdb_extracted_statements statements = nullptr;
  const idx_t count = duckdb_extract_statements(connection, script.c_str(), &statements);
  bool ok = count > 0;
  if (!ok) {
    const char* error = duckdb_extract_statements_error(statements);
    std::fprintf(stderr, "sqlrun: %s\n", error != nullptr ? error : "the script is empty");
  }
  for (idx_t i = 0; ok && i < count; ++i)
    ok = RunStatement(connection, statements, i);
  duckdb_destroy_extracted(&statements);
  return ok;
}

std::string ReadStandardInput() {
  std::string text;
  char buffer[65536];
  while (const size_t n = std::fread(buffer, 1, sizeof buffer, stdin))
    text.append(buffer, n);
  return text;
}

}  // namespace

int main() {
  duckdb_config config = nullptr;
  duckdb_create_config(&config);
  duckdb_set_config(config, "autoinstall_known_extensions", "false");
  duckdb_set_config(config, "autoload_known_extensions", "false");
  duckdb_set_config(config, "threads", "1");
  duckdb_database database = nullptr;
  char* error = nullptr;
  const bool opened = duckdb_open_ext(nullptr, &database, config, &error) == DuckDBSuccess;
  duckdb_destroy_config(&config);
  if (!opened) {
    std::fprintf(stderr, "sqlrun: %s\n", error);
    duckdb_free(error);
    return 1;
  }
  duckdb_connection connection = nullptr;
  bool ok = duckdb_connect(database, &connection) == DuckDBSuccess;
  ok = ok && RunScript(connection, ReadStandardInput());
  duckdb_disconnect(&connection);
  duckdb_close(&database);
  return ok ? 0 : 1;
}
