// The pipeline document as a value: what the user wrote, typed, with the place of every part.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "config/options.h"
#include "json/value.h"

namespace aietl::spec {

enum class Mode : uint8_t { kReplace, kAppend, kMerge, kDeleteInsert, kScd2, kSnapshot, kCdc };
const char* ModeName(Mode mode);  // as in the document: "delete_insert"
std::optional<Mode> ParseMode(std::string_view name);

enum class Contract : uint8_t { kEvolve, kFreeze, kDiscardRow, kDiscardValue };
const char* ContractName(Contract contract);
std::optional<Contract> ParseContract(std::string_view name);

struct SchemaContract {
  Contract columns = Contract::kEvolve;
  Contract types = Contract::kEvolve;
};

struct Incremental {
  std::string watermark;  // column
  int64_t lag = 0;        // µs for times; the same number taken as units for integer watermarks
  std::optional<std::string> start;  // first watermark when there is no state
  Place place;
};

// Where data comes from or goes to: a connection's table, or a path. Exactly one of `connection`
// and `path` is set.
struct Endpoint {
  std::string connection;   // a name given by `connect add`, or a URI
  std::string table;        // SQL name as written, e.g. mart.orders
  std::string path;         // file or glob
  config::Options options;  // format options of files: format, delimiter, encoding, …
  Place place;              // of the connection, table or path
};

struct Source {
  std::string name;
  Endpoint from;
  std::vector<std::string> columns;  // empty: all
  std::optional<Incremental> incremental;
  SchemaContract contract;
  bool contract_given = false;
  Place place;
};

// The place of the first character of a SQL text, and what leads from lines and columns of the text
// to those of the file: the indentation of a block, escapes in quotes, and values put in for
// ${params} shift them.
struct SqlPlace : Place {
  struct Anchor {
    int sql_line = 1, sql_column = 1;
    int line = 0, column = 0;  // in the file
    bool value = false;        // all of the text up to the next anchor stands at this one place
  };
  std::vector<Anchor> anchors;  // ordered; each holds up to the next
};

struct Step {
  std::string name;
  std::string sql;     // after ${params}
  Place place;         // of the name
  SqlPlace sql_place;  // see PlaceInSql
};

struct Range {
  std::optional<json::Value> min, max;
};

struct Freshness {
  std::string column;
  int64_t max_age = 0;  // µs
};

// One entry of `checks`; any subset of the kinds may be set, each is reported on its own.
struct Check {
  std::string on;
  std::vector<std::string> not_null;
  std::vector<std::string> unique;  // one composite key
  std::vector<std::pair<std::string, std::vector<json::Value>>> accepted;
  std::vector<std::pair<std::string, Range>> range;
  std::optional<int64_t> min_rows, max_rows;
  std::optional<Freshness> freshness;
  std::string sql;  // rows that it returns are failures
  SqlPlace sql_place;
  Severity severity = Severity::kError;  // `severity: fail` (default) is kError, `warn` is kWarning
  std::string quarantine;  // file that receives the failing rows; with `severity: warn` they are
                           // also left out of what follows
  Place place;
};

struct Dedup {
  std::string order_by;  // SQL ORDER BY list, keywords quoted; the first row per key wins
};

struct Target {
  std::string from;
  Endpoint to;
  Mode mode = Mode::kReplace;
  std::vector<std::string> key;
  std::vector<std::string> partition;
  std::optional<Dedup> dedup;
  Place place, from_place, key_place;
  // What messages and results call it: the path as written, or connection table.
  std::string Name() const;
};

struct Schedule {
  std::string cron;      // five fields
  std::string timezone;  // IANA name; default UTC
  bool catchup = false;
  Place place;
};

struct Retries {
  int max = 0;
  int64_t backoff = 10'000'000;  // µs, doubled each time
};

struct Pipeline {
  int version = 1;
  std::string name;
  std::string description;
  std::string owner;
  std::vector<std::pair<std::string, std::string>> params;  // after --param
  std::vector<Source> sources;                              // in document order
  std::vector<Step> steps;
  std::vector<Check> checks;
  std::vector<Target> targets;
  std::optional<Schedule> schedule;
  Retries retries;

  std::string file;      // as given on the command line; empty for a sentence
  std::string folder;    // absolute; paths in the document are relative to it
  json::Value document;  // the document itself, for `generate --json`, history and diff

  const Source* FindSource(std::string_view name) const;
  const Step* FindStep(std::string_view name) const;
};

// The line and column in the file of the given line and column (from 1, in characters) in a step's
// or check's SQL.
Place PlaceInSql(const SqlPlace& sql_place, int line, int column);

}  // namespace aietl::spec
