#include "cli/sql/sql_schema.h"
#include "sql/lineage/lineage.h"

namespace aietl::cli {
namespace {

json::Array LineageStrings(const std::vector<std::string>& texts) {
  json::Array out;
  for (const std::string& text : texts)
    out.emplace_back(text);
  return out;
}

std::string SqlLineageText(const sql::Lineage& lineage,
                           const std::vector<sql::Lineage::Edge>& edges) {
  std::string out;
  for (const std::string& table : lineage.read)
    out += "read " + table + "\n";
  for (const std::string& table : lineage.written)
    out += "write " + table + "\n";
  for (const sql::Lineage::Edge& edge : edges) {
    out += edge.target + " <-";
    for (size_t i = 0; i < edge.sources.size(); ++i)
      out += (i == 0 ? " " : ", ") + edge.sources[i];
    out += std::string(" [") + (sql::IsDirect(edge.how) ? "direct " : "indirect ") +
           std::string(sql::TransformationName(edge.how)) + "]\n";
  }
  if (!out.empty()) out.pop_back();
  return out;
}

}  // namespace

void SqlLineageOp(const SqlRequest& request, SqlAnswer& answer) {
  const sql::Script script = ParseRequest(request, answer);
  const std::unique_ptr<sql::Schema> schema = RequestSchema(request, answer);
  if (!answer.ok) return;
  sql::BindOptions options;
  options.schema = schema.get();
  options.unknown_tables_are_open = true;
  options.check_functions = false;
  const sql::Bound bound = sql::Bind(script, options);
  answer.problems = bound.problems;
  answer.ok = !HasErrors(bound.problems);
  const sql::Lineage lineage = sql::TraceLineage(script, bound);
  const std::vector<sql::Lineage::Edge> edges = lineage.Edges();
  json::Array columns;
  for (const sql::Lineage::Edge& edge : edges) {
    columns.push_back(json::Object{{"target", edge.target},
                                   {"sources", LineageStrings(edge.sources)},
                                   {"kind", sql::IsDirect(edge.how) ? "direct" : "indirect"},
                                   {"transformation", sql::TransformationName(edge.how)}});
  }
  const bool dot = request.body != nullptr && (*request.body)["format"].AsString() == "dot";
  answer.fields.emplace_back("read", LineageStrings(lineage.read));
  answer.fields.emplace_back("written", LineageStrings(lineage.written));
  answer.fields.emplace_back("columns", std::move(columns));
  if (dot) answer.fields.emplace_back("dot", sql::LineageDot(lineage));
  if (answer.ok) answer.text = dot ? sql::LineageDot(lineage) : SqlLineageText(lineage, edges);
}

}  // namespace aietl::cli
