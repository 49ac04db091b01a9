// Lexing, parsing and printing of bench/sql/tpch.sql (22 queries of our own over TPC-H's schema),
// and of a script of 4 MB made of them. Limits beside it: the memory bandwidth that a copy of the
// same bytes reaches.
//
//     cd build/release && ninja sql_bench && ./sql_bench        (from the repository's root, or
//     give the file in SQL_BENCH)
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

#include "sql/lexer.h"
#include "sql/parser.h"
#include "sql/printer.h"

namespace aietl {
namespace {

const std::string& Queries() {
  static const std::string kText = [] {
    const char* path = std::getenv("SQL_BENCH");
    std::ifstream file(path != nullptr ? path : "bench/sql/tpch.sql");
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return kText;
}

const std::string& LargeScript() {
  static const std::string kText = [] {
    std::string text;
    while (!Queries().empty() && text.size() < 4'000'000)
      text += Queries();
    return text;
  }();
  return kText;
}

const sql::Dialect& BenchDialect() {
  return *sql::FindDialect("postgres");
}

void Copy(benchmark::State& state) {
  std::string target(LargeScript().size(), ' ');
  for (auto _ : state) {
    std::memcpy(target.data(), LargeScript().data(), target.size());
    benchmark::DoNotOptimize(target.data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(LargeScript().size()));
}
BENCHMARK(Copy);

void LexScript(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(sql::Lex(LargeScript(), BenchDialect()));
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(LargeScript().size()));
}
BENCHMARK(LexScript);

void ParseScript(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(sql::Parse(LargeScript(), BenchDialect()));
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(LargeScript().size()));
}
BENCHMARK(ParseScript);

// Time is for all 22.
void ParseQueries(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(sql::Parse(Queries(), BenchDialect()));
}
BENCHMARK(ParseQueries);

void ParseAndPrintQueries(benchmark::State& state) {
  for (auto _ : state) {
    const sql::Script script = sql::Parse(Queries(), BenchDialect());
    if (!script.ok()) state.SkipWithError("the queries do not parse");
    benchmark::DoNotOptimize(sql::Print(script));
  }
}
BENCHMARK(ParseAndPrintQueries);

}  // namespace
}  // namespace aietl
