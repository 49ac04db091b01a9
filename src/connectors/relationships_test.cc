#include "connectors/relationships.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

namespace aietl::connectors {
namespace {

data::Type TypeNamed(std::string_view sql) {
  return data::ParseType(sql).value();
}

TableInfo Table(std::string name, const std::vector<std::string>& columns,
                std::vector<std::string> key = {}) {
  TableInfo table;
  table.name = std::move(name);
  table.rows = 100;
  table.primary_key = std::move(key);
  for (const std::string& column : columns) {
    ColumnInfo& info = table.columns.emplace_back();
    const size_t colon = column.find(':');
    info.name = column.substr(0, colon);
    info.type = TypeNamed(colon == std::string::npos ? "INTEGER" : column.substr(colon + 1));
  }
  return table;
}

// "orders.customer_id>customers.id" for each inferred key.
std::vector<std::string> Infer(std::vector<TableInfo> tables, const RelationshipProbe& probe = {}) {
  InferRelationships(&tables, probe);
  std::vector<std::string> found;
  for (const TableInfo& table : tables) {
    for (const ForeignKey& key : table.foreign_keys) {
      if (!key.inferred) continue;
      std::string text = table.name;
      for (const std::string& column : key.columns)
        text += "." + column;
      text += ">" + key.table;
      for (const std::string& column : key.references)
        text += "." + column;
      found.push_back(text);
    }
  }
  return found;
}

RelationshipProbe Contained(double share) {
  RelationshipProbe probe;
  probe.contained = [share](const TableInfo&, const std::string&, const TableInfo&,
                            const std::string&) { return std::optional<double>(share); };
  return probe;
}

using Keys = std::vector<std::string>;

TEST_CASE("a table's name with an id refers to its key") {
  CHECK(Infer({Table("orders", {"id", "customer_id"}),
               Table("customers", {"id", "name:VARCHAR"}, {"id"})}) ==
        Keys{"orders.customer_id>customers.id"});
  CHECK(Infer({Table("Orders", {"OrderID", "CustomerID"}, {"OrderID"}),
               Table("Customers", {"CustomerID"}, {"CustomerID"})}) ==
        Keys{"Orders.CustomerID>Customers.CustomerID"});
  CHECK(Infer({Table("lines", {"category_code:VARCHAR"}),
               Table("dim_categories", {"id:VARCHAR"}, {"id"})}) ==
        Keys{"lines.category_code>dim_categories.id"});
  CHECK(Infer({Table("заказы", {"клиент_id"}), Table("клиенты", {"id"}, {"id"})}) ==
        Keys{"заказы.клиент_id>клиенты.id"});
  CHECK(Infer({Table("data/orders_2024.csv", {"customer_id"}),
               Table("data/customers.json", {"customer_id"})}) ==
        Keys{"data/orders_2024.csv.customer_id>data/customers.json.customer_id"});
}

TEST_CASE("a table's name with the name of a column without a value twice refers to it") {
  std::vector<TableInfo> tables = {
      Table("shipments", {"id", "product_sku:VARCHAR", "to_warehouse_code:VARCHAR"}, {"id"}),
      Table("products", {"id", "sku:VARCHAR"}, {"id"}),
      Table("warehouses", {"code:VARCHAR", "city:VARCHAR"})};
  CHECK(Infer(tables).empty());  // nobody has looked whether they have values twice
  tables[1].columns[1].distinct = 100;
  tables[2].columns[0].distinct = 100;
  CHECK(Infer(tables) ==
        Keys{"shipments.product_sku>products.sku", "shipments.to_warehouse_code>warehouses.code"});
  tables[1].columns[1].distinct = 60;
  CHECK(Infer(tables) == Keys{"shipments.to_warehouse_code>warehouses.code"});
}

TEST_CASE("titles are referred to only with proof") {
  std::vector<TableInfo> tables = {Table("orders", {"city:VARCHAR", "shop_name:VARCHAR"}),
                                   Table("cities", {"name:VARCHAR"}),
                                   Table("shops", {"name:VARCHAR"})};
  tables[1].columns[0].distinct = tables[2].columns[0].distinct = 100;
  CHECK(Infer(tables).empty());
  CHECK(Infer(tables, Contained(1)) ==
        Keys{"orders.city>cities.name", "orders.shop_name>shops.name"});
}

TEST_CASE("two roles make two keys into one table") {
  CHECK(Infer({Table("flights", {"from_airport_id", "to_airport_id"}),
               Table("airports", {"id"}, {"id"})}) ==
        Keys{"flights.from_airport_id>airports.id", "flights.to_airport_id>airports.id"});
}

TEST_CASE("values can disprove what names suggest") {
  const std::vector<TableInfo> tables = {Table("orders", {"customer_id"}),
                                         Table("customers", {"id"}, {"id"})};
  CHECK(Infer(tables, Contained(0.5)).empty());
  CHECK(Infer(tables, Contained(0.97)).size() == 1);
}

TEST_CASE("weak names need proof by values") {
  const std::vector<TableInfo> self = {Table("categories", {"id", "parent_id"}, {"id"})};
  CHECK(Infer(self).empty());
  CHECK(Infer(self, Contained(1)) == Keys{"categories.parent_id>categories.id"});
  const std::vector<TableInfo> bare = {Table("orders", {"customer"}),
                                       Table("customers", {"id"}, {"id"})};
  CHECK(Infer(bare).empty());
  CHECK(Infer(bare, Contained(1)) == Keys{"orders.customer>customers.id"});
}

// Holds where the child's sample values all stand among the parent's.
RelationshipProbe Samples() {
  RelationshipProbe probe;
  probe.by_values = true;
  probe.contained = [](const TableInfo& child, const std::string& column, const TableInfo& parent,
                       const std::string& key) -> std::optional<double> {
    const auto values = [](const TableInfo& table, const std::string& name) {
      for (const ColumnInfo& one : table.columns) {
        if (one.name == name) return one.samples;
      }
      return std::vector<std::string>();
    };
    const std::vector<std::string> known = values(parent, key);
    for (const std::string& value : values(child, column)) {
      if (std::find(known.begin(), known.end(), value) == known.end()) return 0;
    }
    return 1;
  };
  return probe;
}

TableInfo Sampled(TableInfo table, size_t column, std::vector<std::string> samples,
                  int64_t distinct = 100) {
  table.columns[column].distinct = distinct;
  table.columns[column].samples = std::move(samples);
  return table;
}

TEST_CASE("codes that all stand in another table's key refer to it, whatever they are called") {
  const std::vector<std::string> codes{"PL-101", "PL-102", "PL-103", "PL-104", "PL-105"};
  const TableInfo policies =
      Sampled(Table("policies", {"policy_no:VARCHAR", "product:VARCHAR"}), 0, codes);
  const TableInfo claims = Sampled(Table("claims", {"nr:INTEGER", "contract:VARCHAR"}), 1, codes);
  CHECK(Infer({claims, policies}, Samples()) == Keys{"claims.contract>policies.policy_no"});
  CHECK(Infer({claims, policies}).empty());
  // Not where two tables hold them, or where they are words.
  CHECK(
      Infer({claims, policies, Sampled(Table("quotes", {"quote_no:VARCHAR"}), 0, codes)}, Samples())
          .empty());
  const std::vector<std::string> words{"red", "green", "blue", "white", "black"};
  CHECK(Infer({Sampled(Table("cars", {"nr:INTEGER", "colour:VARCHAR"}), 1, words),
               Sampled(Table("paints", {"shade_code:VARCHAR"}), 0, words)},
              Samples())
            .empty());
}

TEST_CASE("a role refers to the table of people") {
  const TableInfo workers = Sampled(Table("workers", {"worker_id"}), 0, {"1", "2", "3"});
  const TableInfo fields = Sampled(Table("fields", {"field_id"}), 0, {"1", "2", "3"});
  const TableInfo issues = Sampled(Table("issues", {"nr", "driver_id"}), 1, {"1", "3"}, 2);
  CHECK(Infer({issues, workers, fields}, Samples()) == Keys{"issues.driver_id>workers.worker_id"});
  CHECK(Infer({Sampled(Table("issues", {"nr", "driver_id"}), 1, {"1", "9"}, 2), workers}, Samples())
            .empty());
  CHECK(Infer({Sampled(Table("issues", {"nr", "weight_id"}), 1, {"1", "3"}, 2), workers}, Samples())
            .empty());
}

TEST_CASE("ids that come first, and words of another language") {
  CHECK(Infer({Table("заказы", {"номер_заказа", "сумма"}, {"номер_заказа"}),
               Table("состав", {"строка", "номер_заказа"})}) ==
        Keys{"состав.номер_заказа>заказы.номер_заказа"});
  RelationshipProbe probe = Contained(1);
  probe.means = [](const std::string& base, const std::string& relation) {
    return base == "курьер" && relation == "couriers";
  };
  const std::vector<TableInfo> tables{Table("orders", {"nr", "курьер_id"}),
                                      Table("couriers", {"courier_id"}, {"courier_id"})};
  CHECK(Infer(tables, probe) == Keys{"orders.курьер_id>couriers.courier_id"});
  probe.contained = Contained(0.2).contained;
  CHECK(Infer(tables, probe).empty());
}

TEST_CASE("what all columns begin with is no part of their names") {
  const TableInfo policies = Table("policies", {"policy_no:VARCHAR"}, {"policy_no"});
  CHECK(Infer({Table("claims", {"cl_id", "cl_policy:VARCHAR", "cl_cause:VARCHAR"}), policies},
              Contained(1)) == Keys{"claims.cl_policy>policies.policy_no"});
  CHECK(Infer({Table("memberships", {"ms_id", "ms_member_id", "ms_type:VARCHAR"}),
               Table("members", {"member_id"}, {"member_id"})}) ==
        Keys{"memberships.ms_member_id>members.member_id"});
}

TEST_CASE("columns that only look alike are not related") {
  CHECK(Infer({Table("a", {"id", "name:VARCHAR"}, {"id"}),
               Table("b", {"id", "name:VARCHAR"}, {"id"})})
            .empty());
  CHECK(Infer({Table("orders", {"customer_id:VARCHAR"}), Table("customers", {"id"}, {"id"})})
            .empty());
  CHECK(Infer({Table("orders", {"paid_id"}), Table("customers", {"id"}, {"id"})}).empty());
  std::vector<TableInfo> repeated = {Table("orders", {"customer_id"}),
                                     Table("customers", {"customer_id"})};
  repeated[1].columns[0].distinct = 40;
  CHECK(Infer(repeated).empty());
}

TEST_CASE("a declared key is not inferred again") {
  std::vector<TableInfo> tables = {Table("orders", {"customer_id"}),
                                   Table("customers", {"id"}, {"id"})};
  tables[0].foreign_keys.push_back({{"customer_id"}, "customers", {"id"}});
  CHECK(Infer(tables).empty());
}

TEST_CASE("a composite key needs all its columns and proof") {
  const std::vector<TableInfo> tables = {
      Table("shipments", {"id", "order_no", "line"}, {"id"}),
      Table("lines", {"order_no", "line"}, {"order_no", "line"})};
  CHECK(Infer(tables, Contained(1)) == Keys{"shipments.order_no.line>lines.order_no.line"});
  CHECK(Infer(tables).empty());
}

TEST_CASE("names of relations lose folders, endings, prefixes, dates and number") {
  CHECK(RelationName("data/Customers_2024-01.csv.gz") == "customers");
  CHECK(RelationName("public.dim_Customers") == "customers");
  CHECK(RelationName("orders*.csv") == "orders");
  CHECK(RelationName("\"My schema\".\"Order Lines\"") == "order_lines");
  CHECK(SingularOf("categories") == "category");
  CHECK(SingularOf("boxes") == "box");
  CHECK(SingularOf("addresses") == "address");
  CHECK(SingularOf("people") == "person");
  CHECK(SingularOf("status") == "status");
  CHECK(SingularOf("class") == "class");
}

}  // namespace
}  // namespace aietl::connectors
