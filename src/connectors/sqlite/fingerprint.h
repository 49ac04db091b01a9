// aietl_bag(a, b, …): an aggregate of SQLite that tells two bags of rows apart, whatever their
// order.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "connectors/sqlite/database.h"

namespace aietl::connectors {

// The most columns that the function takes (SQLite's limit of arguments).
inline constexpr size_t kMostBagColumns = 120;
inline constexpr const char* kBagPattern = "aietl_bag({})";

// For this connection; the database's own views and triggers cannot call it.
Result<void> RegisterBag(const SqliteConnection& connection);

}  // namespace aietl::connectors
