// Bytes choose among the steps that are allowed: whatever is built must print to SQL that parses.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "sql/parser.h"
#include "synthesis/learned/actions.h"
#include "synthesis/learned/form_sql.h"
#include "synthesis/learned/value_index.h"

namespace {

using namespace aietl::synthesis;
using namespace aietl::synthesis::learned;

Catalog MakeCatalog() {
  Catalog catalog;
  for (const char* name : {"orders", "customers", "regions"}) {
    aietl::synthesis::Relation& relation = catalog.relations.emplace_back();
    relation.name = relation.table = name;
    for (const char* column : {"id", "name", "parent_id", "other_id"}) {
      aietl::connectors::ColumnInfo info;
      info.name = column;
      info.type = aietl::data::MakeType(column[0] == 'n' ? aietl::data::TypeId::kVarchar
                                                         : aietl::data::TypeId::kBigInt);
      if (column[0] == 'n') info.samples = {"O'Neil", "100%"};
      relation.info.columns.push_back(std::move(info));
    }
  }
  catalog.keys = {{"orders", {{"parent_id"}, "customers", {"id"}, false}},
                  {"orders", {{"other_id"}, "customers", {"id"}, true}},
                  {"customers", {{"parent_id"}, "regions", {"id"}, false}}};
  return catalog;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Catalog catalog = MakeCatalog();
  static const Schema schema = SchemaOf(catalog);
  static const ValueIndex values(catalog, schema);
  static const learned::QuestionGraph graph =
      MakeQuestionGraph(Tokenise("orders of O'Neil with 100% or 5 of \"a_b\""), schema, values);
  Decoder decoder;
  for (size_t i = 0; i < size && !decoder.finished(); ++i) {
    const Allowed allowed = decoder.Next();
    std::vector<std::pair<Step, NodeKind>> choices;
    for (int a = 0; a < kGrammarActions; ++a) {
      if ((allowed.actions >> a & 1) != 0) choices.emplace_back(a, NodeKind::kWord);
    }
    for (size_t n = 0; n < graph.nodes.size(); ++n) {
      const NodeKind kind = graph.nodes[n].kind;
      if ((allowed.kinds >> static_cast<int>(kind) & 1) != 0)
        choices.emplace_back(kPointer + static_cast<Step>(n), kind);
    }
    if (choices.empty()) std::abort();
    const auto& [step, kind] = choices[data[i] % choices.size()];
    if (!decoder.Apply(step, kind)) std::abort();
  }
  if (!decoder.finished()) return 0;
  const std::optional<QueryForm> form = FormOf(decoder.steps(), graph);
  if (!form) std::abort();
  const std::optional<std::string> sql = SqlOf(*form, schema);
  if (!sql) return 0;
  if (!aietl::sql::ParseOne(*sql, aietl::sql::DialectOf(aietl::sql::DialectId::kDuckdb)))
    std::abort();
  const std::optional<std::vector<Step>> again = StepsOf(*form, graph);
  if (again && !FormOf(*again, graph)) std::abort();
  return 0;
}
