// Lineage as a Graphviz graph.

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "sql/lineage/lineage.h"

namespace aietl::sql {
namespace {

std::string DotEscape(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string DotQuote(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + '"';
}

}  // namespace

std::string LineageDot(const Lineage& lineage) {
  std::map<std::string, std::vector<std::string>>
      tables;  // columns in the order in which they are met
  const auto add = [&](std::string_view table, std::string_view column) {
    auto& columns = tables[std::string(table)];
    if (std::ranges::find(columns, column) == columns.end()) columns.emplace_back(column);
  };
  const auto name = [](std::string_view table) {
    return table.empty() ? std::string("(result)") : std::string(table);
  };
  std::set<std::tuple<std::string, std::string, std::string, std::string, std::string>> edges;
  for (const LineageTarget& target : lineage.targets) {
    add(name(target.table), target.column);
    const auto draw = [&](Span<LineageInput> inputs) {
      for (const LineageInput& input : inputs) {
        const LineageSource& source = lineage.sources[input.source];
        const std::string from = source.table.empty() ? "(unknown)" : std::string(source.table);
        add(from, source.column);
        edges.emplace(from, std::string(source.column), name(target.table),
                      std::string(target.column), std::string(TransformationName(input.how)));
      }
    };
    draw(target.inputs);
    draw(lineage.rows[target.rows]);
  }
  std::string out =
      "digraph lineage {\n  rankdir=LR;\n  node [shape=plain, fontname=\"Helvetica\", "
      "fontsize=10];\n  edge [fontname=\"Helvetica\", fontsize=8];\n";
  std::map<std::pair<std::string, std::string>, std::string> ports;
  for (const auto& [table, columns] : tables) {
    out += fmt::format(
        "  {} [label=<<table border=\"0\" cellborder=\"1\" cellspacing=\"0\"><tr><td "
        "bgcolor=\"lightgrey\"><b>{}</b></td></tr>",
        DotQuote(table), DotEscape(table));
    for (size_t i = 0; i < columns.size(); ++i) {
      ports[{table, columns[i]}] = fmt::format("c{}", i);
      out +=
          fmt::format("<tr><td port=\"c{}\" align=\"left\">{}</td></tr>", i, DotEscape(columns[i]));
    }
    out += "</table>>];\n";
  }
  for (const auto& [from, from_column, to, to_column, how] : edges) {
    const bool direct = how == "identity" || how == "transformation" || how == "aggregation";
    out += fmt::format("  {}:{} -> {}:{} [{}];\n", DotQuote(from), ports[{from, from_column}],
                       DotQuote(to), ports[{to, to_column}],
                       direct ? (how == "identity" ? std::string("color=black")
                                                   : fmt::format("color=black, label=\"{}\"", how))
                              : fmt::format("color=grey, style=dashed, label=\"{}\"", how));
  }
  return out + "}\n";
}

}  // namespace aietl::sql
