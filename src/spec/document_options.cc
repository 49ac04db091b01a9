#include "spec/document_options.h"

#include <algorithm>
#include <cstring>

#include "spec/pipeline.h"

namespace aietl::spec {
namespace {

using config::Kind;
using config::Option;

constexpr double kMostRetries = 100;

std::vector<const char*> Contracts() {
  return {ContractName(Contract::kEvolve), ContractName(Contract::kFreeze),
          ContractName(Contract::kDiscardRow), ContractName(Contract::kDiscardValue)};
}

std::vector<const char*> Modes() {
  std::vector<const char*> out;
  for (const Mode mode : {Mode::kReplace, Mode::kAppend, Mode::kMerge, Mode::kDeleteInsert,
                          Mode::kScd2, Mode::kSnapshot, Mode::kCdc}) {
    out.push_back(ModeName(mode));
  }
  return out;
}

// Where the data is: a table behind a connection, or files.
std::vector<Option> PlaceOptions(const char* path_example) {
  return {
      {.name = "connection",
       .text = "A name given by `aietl connect add`, or a URI.",
       .example = "sqlite:///shop.db"},
      {.name = "table",
       .text = "The table behind the connection, as SQL writes its name.",
       .example = "mart.orders"},
      {.name = "path",
       .text = "A file, relative to the document's folder; a source may use * and ?.",
       .example = path_example},
  };
}

std::vector<Option> IncrementalOptions() {
  return {
      {.name = "watermark",
       .text = "The column that grows with every change: a time or a number.",
       .required = true,
       .example = "updated_at"},
      {.name = "lag",
       .kind = Kind::kString,
       .text = "How far below the last watermark reading starts again, for rows that arrive late: "
               "a duration, or for a numeric "
               "watermark a bare number.",
       .default_text = "0s",
       .example = "10m"},
      {.name = "start",
       .text = "The watermark at which the first run starts; without it, the first run reads "
               "everything.",
       .example = "2024-01-01"},
  };
}

std::vector<Option> SchemaOptions() {
  return {
      {.name = "columns",
       .kind = Kind::kEnum,
       .text = "What happens when the source has a new column.",
       .default_text = "evolve",
       .choices = Contracts()},
      {.name = "types",
       .kind = Kind::kEnum,
       .text = "What happens when a column's type changes.",
       .default_text = "evolve",
       .choices = Contracts()},
  };
}

std::vector<Option> SourceOptions() {
  std::vector<Option> out = PlaceOptions("data/customers*.json");
  out.push_back({.name = "columns",
                 .kind = Kind::kStringList,
                 .text = "Which columns to read; all when left out.",
                 .example = "[id, status, amount]"});
  out.push_back({.name = "incremental",
                 .kind = Kind::kObject,
                 .text = "Read only what is new since the last run.",
                 .fields = IncrementalOptions()});
  out.push_back({.name = "schema",
                 .kind = Kind::kObject,
                 .text = "What happens when the source's columns change between runs.",
                 .fields = SchemaOptions()});
  return out;
}

std::vector<Option> RangeOptions() {
  return {
      {.name = "min", .kind = Kind::kAny, .text = "The smallest value allowed.", .example = "0"},
      {.name = "max", .kind = Kind::kAny, .text = "The largest value allowed.", .example = "100"},
  };
}

std::vector<Option> RowsOptions() {
  return {
      {.name = "min",
       .kind = Kind::kInteger,
       .text = "The smallest number of rows allowed.",
       .min = 0,
       .example = "1"},
      {.name = "max",
       .kind = Kind::kInteger,
       .text = "The largest number of rows allowed.",
       .min = 0,
       .example = "1000000"},
  };
}

std::vector<Option> FreshnessOptions() {
  return {
      {.name = "column",
       .text = "The column whose largest value says how old the data is.",
       .required = true,
       .example = "updated_at"},
      {.name = "max_age",
       .kind = Kind::kDuration,
       .text = "How old the newest row may be.",
       .required = true,
       .example = "1d"},
  };
}

std::vector<Option> CheckOptions() {
  return {
      {.name = "on",
       .text = "The source or step whose rows are checked.",
       .required = true,
       .example = "revenue"},
      {.name = "not_null",
       .kind = Kind::kStringList,
       .text = "Columns that must hold a value in every row.",
       .example = "[country]"},
      {.name = "unique",
       .kind = Kind::kStringList,
       .text = "Columns that together must differ in every two rows.",
       .example = "[country, month]"},
      {.name = "accepted",
       .kind = Kind::kAny,
       .text = "For each column, the values that it may hold.",
       .example = "{status: [paid, new]}"},
      {.name = "range",
       .kind = Kind::kObjectMap,
       .text = "For each column, the smallest and largest value.",
       .fields = RangeOptions(),
       .example = "{amount: {min: 0}}"},
      {.name = "rows",
       .kind = Kind::kObject,
       .text = "How many rows there must be.",
       .fields = RowsOptions(),
       .example = "{min: 1}"},
      {.name = "freshness",
       .kind = Kind::kObject,
       .text = "How old the newest row may be.",
       .fields = FreshnessOptions(),
       .example = "{column: updated_at, max_age: 1d}"},
      {.name = "sql",
       .text = "A query whose rows are failures.",
       .example = "SELECT * FROM revenue WHERE orders < 0"},
      {.name = "severity",
       .kind = Kind::kEnum,
       .text = "Whether a failure stops the run (fail) or is only reported (warn).",
       .default_text = "fail",
       .choices = {"fail", "warn"}},
      {.name = "quarantine",
       .text = "A file that receives the failing rows; the run then goes on without them.",
       .example = "bad_revenue.csv"},
  };
}

std::vector<Option> TargetOptions() {
  std::vector<Option> out = {{.name = "from",
                              .text = "The source or step whose rows are written.",
                              .required = true,
                              .example = "revenue"}};
  for (Option& option : PlaceOptions("revenue.parquet"))
    out.push_back(std::move(option));
  out[3].text = "A file, relative to the document's folder.";
  out.push_back({.name = "mode",
                 .kind = Kind::kEnum,
                 .text = "What the target holds after the run.",
                 .default_text = "replace",
                 .choices = Modes()});
  out.push_back({.name = "key",
                 .kind = Kind::kStringList,
                 .text = "The columns that identify a row, for merge, delete_insert and scd2.",
                 .example = "[id]"});
  out.push_back({.name = "partition",
                 .kind = Kind::kStringList,
                 .text = "For delete_insert: rows of the target with the same values in these "
                         "columns as a new row are replaced.",
                 .example = "[day]"});
  out.push_back({.name = "dedup",
                 .kind = Kind::kObject,
                 .text = "Which of several new rows with one key wins.",
                 .fields = {{.name = "order_by",
                             .text = "A SQL ORDER BY list; the first row of each key wins.",
                             .required = true,
                             .example = "updated_at DESC"}}});
  return out;
}

std::vector<Option> ScheduleOptions() {
  return {
      {.name = "cron",
       .text = "Minute, hour, day, month and weekday, or a word such as @daily.",
       .required = true,
       .example = "0 2 * * *"},
      {.name = "timezone",
       .text = "The time zone in which the clock is read.",
       .default_text = "UTC",
       .example = "Europe/Moscow"},
      {.name = "catchup",
       .kind = Kind::kBoolean,
       .text = "Whether runs that were missed are made up for.",
       .default_text = "false"},
  };
}

std::vector<Option> RetryOptions() {
  return {
      {.name = "max",
       .kind = Kind::kInteger,
       .text = "How often a failed run is tried again.",
       .default_text = "0",
       .min = 0,
       .max = kMostRetries},
      {.name = "backoff",
       .kind = Kind::kDuration,
       .text = "How long to wait before the first retry; doubled each time.",
       .default_text = "10s"},
  };
}

void AddMissing(std::vector<Option>& list, const std::vector<Option>& more) {
  for (const Option& option : more) {
    const bool known = std::any_of(list.begin(), list.end(), [&](const Option& o) {
      return std::strcmp(o.name, option.name) == 0;
    });
    if (!known) list.push_back(option);
  }
}

}  // namespace

std::vector<Option> DocumentOptions(const EndpointOptions& endpoints) {
  std::vector<Option> source = SourceOptions();
  AddMissing(source, endpoints.source);
  std::vector<Option> target = TargetOptions();
  AddMissing(target, endpoints.target);
  return {
      {.name = "version",
       .kind = Kind::kInteger,
       .text = "The version of this format.",
       .required = true,
       .example = "1"},
      {.name = "name",
       .text = "The pipeline's name; history and state belong to it.",
       .required = true,
       .example = "orders_daily"},
      {.name = "description",
       .text = "What the pipeline does, for people; the sentence it came from, where it did."},
      {.name = "owner",
       .text = "Who answers for the pipeline.",
       .example = "data-team@example.org"},
      {.name = "params",
       .kind = Kind::kStringMap,
       .text = "Values for ${name} anywhere below; --param name=value overrides them.",
       .example = "{day: \"2024-01-01\"}"},
      {.name = "sources",
       .kind = Kind::kObjectMap,
       .text = "The tables and files that are read, by the names that SQL uses.",
       .fields = std::move(source),
       .example = "{orders: {path: orders.csv}}"},
      {.name = "steps",
       .kind = Kind::kStringMap,
       .text = "Each a SELECT over sources and earlier steps, in DuckDB's dialect.",
       .example = "{paid: SELECT * FROM orders WHERE status = 'paid'}"},
      {.name = "checks",
       .kind = Kind::kObjectList,
       .text = "What must hold before anything is written.",
       .fields = CheckOptions(),
       .example = "[{on: orders, not_null: [id]}]"},
      {.name = "targets",
       .kind = Kind::kObjectList,
       .text = "Where results are written, and how.",
       .required = true,
       .fields = std::move(target),
       .example = "[{from: paid, path: paid.parquet}]"},
      {.name = "schedule",
       .kind = Kind::kObject,
       .text = "When the pipeline runs by itself.",
       .fields = ScheduleOptions(),
       .example = "{cron: \"0 2 * * *\"}"},
      {.name = "retries",
       .kind = Kind::kObject,
       .text = "How often a run that failed for a passing reason is tried again.",
       .fields = RetryOptions(),
       .example = "{max: 3}"},
  };
}

const std::vector<Option>& FieldsOf(const std::vector<Option>& options, const char* name) {
  static const std::vector<Option> kNone;
  for (const Option& option : options) {
    if (std::strcmp(option.name, name) == 0) return option.fields;
  }
  return kNone;
}

}  // namespace aietl::spec
