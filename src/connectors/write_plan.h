// What a load will do to a table of a database, decided from the table's shape: shared by all SQL
// databases.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "connectors/connector.h"
#include "connectors/schema_match.h"

namespace aietl::connectors {

// A target as it stands.
struct TableShape {
  bool exists = false;
  bool view = false;
  std::vector<TargetColumn> columns;
  std::optional<double> rows;
  // What a new table of the same name would lack, for people: "primary key (id)", "index by_date".
  // Empty: the table can be exchanged as a whole.
  std::vector<std::string> dress;
  // What makes deleting all its rows impossible, for people: "orders.customer_id refers to it".
  std::vector<std::string> blocks_replace;
  std::string maker;  // pipeline that made it, by the ledger
  bool made_by_us = false;
};

enum class LoadWay : uint8_t {
  kCreate,  // there is no target: the new table takes its name
  kSwap,    // replace: the old table steps aside, the new one takes its name
  kRows,    // LoadSql on the table itself
};

struct LoadPlan {
  LoadWay way = LoadWay::kCreate;
  WritePlan write;
  std::vector<std::string> target_names;  // per batch column: how the target spells it
};

// `where` names the place for people ("shop.duckdb"); `work` is WritePlan's.
LoadPlan MakeLoadPlan(const WriteRequest& request, const TableShape& shape,
                      const std::string& where, const std::string& work);

// Columns of the table that the load makes: the batch's in their stage types, and the mode's own.
std::vector<data::Column> ColumnsToCreate(const WriteRequest& request, const WritePlan& plan);

}  // namespace aietl::connectors
