// Tables and their columns, given as data: what a script is bound against.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sql/bind/relation.h"
#include "sql/dialect.h"

namespace aietl::sql {

// A table of the schema; `relation` is its columns as the binder sees them.
struct SchemaTable {
  std::vector<std::string> path;  // database, schema, table: as many parts as were given
  Relation relation;              // its key: where a type said "primary key"
};

// Built once, then read by any number of threads. Column types are text in the dialect's words
// ("numeric(18,4)", "bigint not null").
class Schema {
 public:
  explicit Schema(DialectId dialect) : dialect_(dialect) {}
  Schema(const Schema&) = delete;
  Schema& operator=(const Schema&) = delete;

  struct ColumnText {
    std::string name;
    std::string type;
  };
  // `name`: "orders", "public.orders", quoted where SQL would quote. A name that stands already is
  // replaced.
  void AddTable(std::string_view name, const std::vector<ColumnText>& columns);
  // The schema in which unqualified names are looked for.
  void SetDefault(std::string_view name) { default_ = std::string(name); }

  // Null if there is none. `path` is as written in SQL; the first of several that fit is taken (the
  // default schema's before others).
  const SchemaTable* Find(Name path) const;
  bool empty() const { return tables_.empty(); }
  const std::string& default_schema() const { return default_; }
  DialectId dialect() const { return dialect_; }
  const std::vector<std::unique_ptr<SchemaTable>>& tables() const { return tables_; }

 private:
  DialectId dialect_;
  std::string default_;
  Arena arena_;
  std::vector<std::unique_ptr<SchemaTable>> tables_;
  std::multimap<std::string, const SchemaTable*, std::less<>>
      by_name_;  // the table's name in lower case
};

}  // namespace aietl::sql
