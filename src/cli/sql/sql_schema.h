// The `schema` of a request as the binder takes it.
#pragma once

#include <memory>

#include "cli/sql/sql_op.h"
#include "sql/bind/schema.h"

namespace aietl::cli {

// Null where the request has none. What is wrong with it goes into the answer, which is not ok
// then.
std::unique_ptr<sql::Schema> RequestSchema(const SqlRequest& request, SqlAnswer& answer);

}  // namespace aietl::cli
