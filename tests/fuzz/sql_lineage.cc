// SQL of any dialect through parser, binder and lineage: never crashes, and every input of a column
// is one of the sources.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sql/bind/binder.h"
#include "sql/lineage/lineage.h"
#include "sql/parser.h"

namespace aietl {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0 || size > 20000) return 0;
  const auto id = static_cast<sql::DialectId>(data[0] % sql::kDialects);
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  sql::Schema schema(id);
  schema.AddTable("public.t", {{"a", "int not null"}, {"b", "text"}, {"c", "numeric(10,2)"}});
  schema.AddTable("u", {{"a", "bigint"}, {"d", "date"}});
  schema.SetDefault("public");
  const sql::Script script = sql::Parse(text, sql::DialectOf(id));
  for (const sql::Schema* known :
       {static_cast<const sql::Schema*>(nullptr), static_cast<const sql::Schema*>(&schema)}) {
    sql::BindOptions options;
    options.schema = known;
    options.unknown_tables_are_open = known != nullptr;
    const sql::Bound bound = sql::Bind(script, options);
    const sql::Lineage lineage = sql::TraceLineage(script, bound);
    for (const sql::LineageTarget& target : lineage.targets)
      for (const sql::LineageInput& input : target.inputs)
        if (input.source >= lineage.sources.size()) std::abort();
    if (lineage.Edges().size() < 100) sql::LineageDot(lineage);
  }
  return 0;
}

}  // namespace aietl
