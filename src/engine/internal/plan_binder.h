// Binds SELECTs against empty tables: types, unknown names without a row being read.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "base/error.h"
#include "data/database.h"
#include "data/type.h"

namespace aietl::engine {

struct BindFailure {
  Error error;
  std::optional<size_t> at;  // byte offset in the SQL
  std::string qualifier;     // of an unknown column: the table or alias that was written before it
};

class PlanBinder {
 public:
  // Over temporary tables of a connection of its own: in `shared`, or in a database that is made
  // for it.
  static Result<std::unique_ptr<PlanBinder>> Open(data::Database* shared);

  Result<void> AddRelation(const std::string& name, const data::Schema& schema);
  std::expected<data::Schema, BindFailure> Bind(const std::string& sql);

 private:
  PlanBinder(std::unique_ptr<data::Database> own, std::unique_ptr<data::Connection> connection)
      : own_(std::move(own)), connection_(std::move(connection)) {}

  std::unique_ptr<data::Database> own_;  // null over a shared one
  std::unique_ptr<data::Connection> connection_;
};

}  // namespace aietl::engine
