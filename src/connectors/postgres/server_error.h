// What a PostgreSQL server or libpq says, as errors of ours: class by SQLSTATE (Appendix A of its
// manual), names kept, values of rows left out.
#pragma once

#include <string>

#include "base/error.h"

namespace aietl::connectors {

struct PgErrorFields {
  std::string state;  // SQLSTATE; empty: none came
  std::string message, hint, schema, table, column, type, constraint, context;
  std::string place;  // for people
  bool lost = false;  // the connection is gone
};
Error PgServerError(const PgErrorFields& fields);

struct PgConnectFailure {
  std::string message, host, port, user, database;
  bool needed_password = false;
};
Error PgConnectError(const PgConnectFailure& failure);

}  // namespace aietl::connectors
