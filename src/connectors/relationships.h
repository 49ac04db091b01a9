// Which columns refer to which tables, where nobody declared it: by names, proved by values. For
// discovery within one database, and across sources.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connectors/connector.h"

namespace aietl::connectors {

// What only the data can say. An absent answer (or function) means unknown, and then the names
// decide.
struct RelationshipProbe {
  // Share of the child's distinct values that stand in the parent's column, 0 to 1.
  std::function<std::optional<double>(const TableInfo& child, const std::string& column,
                                      const TableInfo& parent, const std::string& key)>
      contained;
  // Whether the column has no value twice, asked where no key is declared.
  std::function<std::optional<bool>(const TableInfo& table, const std::string& column)> unique;
  // Whether a word in front of an id ("курьер") means rows of the relation ("couriers"); then
  // values must prove it.
  std::function<bool(const std::string& base, const std::string& relation)> means;
  // `contained` costs little: it may be asked of columns whose names say nothing.
  bool by_values = false;
};

// Adds inferred ForeignKeys to the tables' own, for columns without a declared one. The rules, best
// first: a key of the same, not generic name (customer_id → customers.customer_id, composite ones
// too); the referenced table's name with an id (customer_id, customerId → customers.id;
// ship_customer_id, bill_customer_id → two keys into customers) or with another unique column's
// (product_sku → products.sku); parent_id → the table itself; the table's name alone (customer →
// customers.id, city → cities.name). The last two need proof by values. With `by_values` also: a
// role of people with an id (driver_id → the one table of people that holds all of them), and codes
// (PL-10013) that all stand in one other table's key. What every column of a table begins with
// (cl_id, cl_amount, cl_policy) is left out of its names.
void InferRelationships(std::vector<TableInfo>* tables, const RelationshipProbe& probe);

// "data/customers_2024.csv", "public.dim_Customers" → "customers": what of a table's or file's name
// says what a row is.
std::string RelationName(std::string_view name);
// "customers" → "customer", "categories" → "category", "people" → "person".
std::string SingularOf(std::string_view name);

}  // namespace aietl::connectors
