// Lexing, parsing, printing, binding and lineage: of bench/sql/tpch.sql (22 queries of our own over
// TPC-H's schema), of 99 queries of TPC-DS's shape (bench/sql/tpcds.py writes them), and of a script
// of 4 MB made of the first. The limit beside it: how fast the same bytes are copied.
//
//     make bench-sql       builds this, and runs it beside sqlglot and libpg_query (bench/sql/run)
//
// Files: $SQL_BENCH_TPCH, $SQL_BENCH_TPCDS, $SQL_BENCH_SCHEMA.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "sql/bind/binder.h"
#include "sql/bind/schema.h"
#include "sql/lexer.h"
#include "sql/lineage/lineage.h"
#include "sql/parser.h"
#include "sql/printer.h"

namespace aietl {
namespace {

std::string FileOf(const char* variable, const char* otherwise) {
  const char* path = std::getenv(variable);
  std::ifstream file(path != nullptr ? path : otherwise);
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (text.empty()) {
    std::fprintf(stderr, "%s: there is no text; bench/sql/run sets it\n", variable);
    std::exit(2);
  }
  return text;
}

const std::string& Tpch() {
  static const std::string kText = FileOf("SQL_BENCH_TPCH", "bench/sql/tpch.sql");
  return kText;
}

const std::string& Tpcds() {
  static const std::string kText = FileOf("SQL_BENCH_TPCDS", "build/bench/tpcds.sql");
  return kText;
}

const std::string& LargeScript() {
  static const std::string kText = [] {
    std::string text;
    while (text.size() < 4'000'000)
      text += Tpch();
    return text;
  }();
  return kText;
}

const sql::Dialect& BenchDialect() {
  return *sql::FindDialect("postgres");
}

// A text for each query.
const std::vector<std::string>& QueriesOf(const std::string& text) {
  static std::vector<std::pair<const std::string*, std::vector<std::string>>> kept;
  for (const auto& [known, queries] : kept) {
    if (known == &text) return queries;
  }
  const sql::Script script = sql::Parse(text, BenchDialect());
  std::vector<std::string> queries;
  for (const sql::Statement* statement : script.statements)
    queries.emplace_back(script.TextOf(*statement));
  return kept.emplace_back(&text, std::move(queries)).second;
}

const sql::Schema& TpcdsSchema() {
  static const sql::Schema* kSchema = [] {
    auto* schema = new sql::Schema(BenchDialect().id);
    const std::string text = FileOf("SQL_BENCH_SCHEMA", "build/bench/tpcds_schema.sql");
    const sql::Script script = sql::Parse(text, BenchDialect());
    for (const sql::Statement* statement : script.statements) {
      const sql::CreateTable* table = sql::As<sql::CreateTable>(statement);
      std::vector<sql::Schema::ColumnText> columns;
      for (const sql::ColumnDef* column : table->columns)
        columns.push_back(
            {std::string(column->name.text), std::string(script.TextOf(*column->type))});
      schema->AddTable(table->name.back().text, columns);
    }
    return schema;
  }();
  return *kSchema;
}

void CountBytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}

void Copy(benchmark::State& state) {
  std::string target(LargeScript().size(), ' ');
  for (auto _ : state) {
    std::memcpy(target.data(), LargeScript().data(), target.size());
    benchmark::DoNotOptimize(target.data());
    benchmark::ClobberMemory();
  }
  CountBytes(state, LargeScript());
}
BENCHMARK(Copy);

void LexScript(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(sql::Lex(LargeScript(), BenchDialect()));
  CountBytes(state, LargeScript());
}
BENCHMARK(LexScript);

void ParseScript(benchmark::State& state) {
  for (auto _ : state) {
    const sql::Script script = sql::Parse(LargeScript(), BenchDialect());
    if (!script.ok()) state.SkipWithError("the script does not parse");
  }
  CountBytes(state, LargeScript());
}
BENCHMARK(ParseScript);

// The time is for all queries, one after another, each parsed alone.
void ParseQueries(benchmark::State& state, const std::string& (*text)()) {
  const std::vector<std::string>& queries = QueriesOf(text());
  for (auto _ : state) {
    for (const std::string& query : queries) {
      const sql::Script script = sql::Parse(query, BenchDialect());
      benchmark::DoNotOptimize(script.statements.data());
    }
  }
  CountBytes(state, text());
  state.counters["queries"] = static_cast<double>(queries.size());
}
BENCHMARK_CAPTURE(ParseQueries, tpch, &Tpch);
BENCHMARK_CAPTURE(ParseQueries, tpcds, &Tpcds);

void ParseAndPrint(benchmark::State& state, const std::string& (*text)()) {
  const std::vector<std::string>& queries = QueriesOf(text());
  for (auto _ : state) {
    for (const std::string& query : queries) {
      const sql::Script script = sql::Parse(query, BenchDialect());
      if (!script.ok()) state.SkipWithError("a query does not parse");
      benchmark::DoNotOptimize(sql::Print(script));
    }
  }
  state.counters["queries"] = static_cast<double>(queries.size());
}
BENCHMARK_CAPTURE(ParseAndPrint, tpch, &Tpch);
BENCHMARK_CAPTURE(ParseAndPrint, tpcds, &Tpcds);

void ParseBindAndLineage(benchmark::State& state) {
  const std::vector<std::string>& queries = QueriesOf(Tpcds());
  for (auto _ : state) {
    for (const std::string& query : queries) {
      const sql::Script script = sql::Parse(query, BenchDialect());
      sql::BindOptions options;
      options.schema = &TpcdsSchema();
      const sql::Bound bound = sql::Bind(script, options);
      if (!bound.problems.empty()) state.SkipWithError(bound.problems[0].message.c_str());
      const sql::Lineage lineage = sql::TraceLineage(script, bound);
      benchmark::DoNotOptimize(lineage.targets.data());
    }
  }
  state.counters["queries"] = static_cast<double>(queries.size());
}
BENCHMARK(ParseBindAndLineage);

}  // namespace
}  // namespace aietl
