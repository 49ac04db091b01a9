// What every command gets: the arguments as typed, the program's parts, and a terminal to speak to.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/error.h"
#include "base/event.h"
#include "base/stop.h"
#include "cli/terminal.h"
#include "connectors/registry.h"
#include "data/database.h"
#include "json/value.h"
#include "store/store.h"
#include "synthesis/synthesiser.h"

namespace aietl::cli {

// Arguments after parsing; only what belongs to the verb is set.
struct Arguments {
  std::string verb;                   // "run", "connect add", "runs list", …
  std::vector<std::string> operands;  // FILE, "SENTENCE", RUN, NAME URI, …
  bool json = false, yes = false, quiet = false, no_color = false;
  std::string lang;    // "", "en", "ru"
  std::string output;  // generate -o
  bool full_refresh = false;
  std::string backfill;  // A..B
  std::optional<int64_t> sample, limit;
  std::vector<std::string> params;   // k=v
  std::vector<std::string> answers;  // ID=CHOICE
  std::string memory;
  int threads = 0;
  std::string verify = "full";
  bool replace = false;                                         // connect add --replace
  int rows = 10;                                                // connect preview
  int most = 20;                                                // runs list
  std::string dialect = "duckdb";                               // sql --dialect
  std::string sql_schema;                                       // sql --schema
  std::string policy;                                           // sql guard --policy
  std::optional<std::string> value;                             // sql injection --value
  bool dot = false;                                             // sql lineage --dot
  std::string to;                                               // sql translate --to
  std::string pipeline;                                         // runs list --pipeline
  std::string database;                                         // sql ask --db
  std::string format = "spider", questions, tables, databases;  // bench nl2sql
};

// The parts, chosen and wired in app/. The lazy ones open on first use, because not every command
// needs them.
struct Parts {
  const connectors::Registry& registry;
  synthesis::Synthesiser& synthesiser;
  const Clock& clock;
  std::string home;  // AIETL_HOME
  std::function<Result<store::Store*>()> store;
  std::function<Result<data::Database*>(const data::DatabaseOptions&)> database;  // one per process
  // Begins to open it beside what the caller does before it needs it; with these options then.
  std::function<void(const data::DatabaseOptions&)> expect_database;
  std::function<EventSink&()> events;
  StopToken stop;
};

struct Command {
  const Arguments& arguments;
  Parts& parts;
  Terminal& terminal;
};

// Each returns the exit code. Errors have been printed.
int Generate(Command& command);
int Validate(Command& command);
int ShowPlan(Command& command);
int RunPipeline(Command& command);
int Runs(Command& command);
int RollBack(Command& command);
int Connect(Command& command);
int Reference(Command& command);
int Completion(Command& command);
int SqlCommand(Command& command);
int SqlAsk(Command& command);
int Bench(Command& command);

// Prints an error for people (stderr) and, with --json, the result line; returns its exit code.
int Report(Command& command, const Error& error);
// The closing JSON line of commands that have no outcome of their own: status, problems, plus
// `more`.
void PrintResult(Command& command, const char* status, const Problems& problems,
                 json::Object more = {});

}  // namespace aietl::cli
