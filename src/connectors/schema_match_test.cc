#include "connectors/schema_match.h"

#include <doctest/doctest.h>

#include "connectors/write_plan.h"

namespace aietl::connectors {
namespace {

data::Type T(std::string_view sql) {
  return data::ParseType(sql).value();
}

TEST_CASE("values widen, are checked, or are refused, and are never altered") {
  struct Row {
    const char* from;
    const char* to;
    Fit fit;
  };
  for (const Row& row :
       std::initializer_list<Row>{{"INTEGER", "INTEGER", Fit::kSame},
                                  {"INTEGER", "BIGINT", Fit::kWidens},
                                  {"BIGINT", "INTEGER", Fit::kChecked},
                                  {"HUGEINT", "BIGINT", Fit::kChecked},
                                  {"UINTEGER", "INTEGER", Fit::kChecked},
                                  {"UINTEGER", "BIGINT", Fit::kWidens},
                                  {"INTEGER", "UBIGINT", Fit::kChecked},
                                  {"INTEGER", "DOUBLE", Fit::kWidens},
                                  {"BIGINT", "DOUBLE", Fit::kRefused},
                                  {"SMALLINT", "DECIMAL(5,0)", Fit::kWidens},
                                  {"BIGINT", "DECIMAL(18,2)", Fit::kChecked},
                                  {"DECIMAL(10,2)", "DECIMAL(18,4)", Fit::kWidens},
                                  {"DECIMAL(18,2)", "DECIMAL(18,4)", Fit::kChecked},
                                  {"DECIMAL(18,4)", "DECIMAL(18,2)", Fit::kRefused},
                                  {"DECIMAL(15,2)", "DOUBLE", Fit::kWidens},
                                  {"DECIMAL(18,2)", "DOUBLE", Fit::kRefused},
                                  {"DECIMAL(9,0)", "INTEGER", Fit::kChecked},
                                  {"DECIMAL(9,1)", "INTEGER", Fit::kRefused},
                                  {"DOUBLE", "INTEGER", Fit::kRefused},
                                  {"DOUBLE", "FLOAT", Fit::kRefused},
                                  {"FLOAT", "DOUBLE", Fit::kWidens},
                                  {"DATE", "TIMESTAMP", Fit::kWidens},
                                  {"TIMESTAMP", "DATE", Fit::kRefused},
                                  {"TIMESTAMP", "TIMESTAMP WITH TIME ZONE", Fit::kRefused},
                                  {"TIMESTAMP_MS", "TIMESTAMP", Fit::kWidens},
                                  {"TIMESTAMP_NS", "TIMESTAMP", Fit::kRefused},
                                  {"TIMESTAMP", "TIMESTAMP_NS", Fit::kChecked},
                                  {"INTEGER", "VARCHAR", Fit::kWidens},
                                  {"VARCHAR", "INTEGER", Fit::kRefused},
                                  {"VARCHAR", "JSON", Fit::kChecked},
                                  {"JSON", "VARCHAR", Fit::kWidens},
                                  {"BLOB", "VARCHAR", Fit::kRefused},
                                  {"INTEGER[]", "VARCHAR", Fit::kRefused},
                                  {"BOOLEAN", "INTEGER", Fit::kWidens},
                                  {"INTEGER", "BOOLEAN", Fit::kRefused}}) {
    INFO(row.from << " -> " << row.to);
    CHECK(FitOf(T(row.from), T(row.to)) == row.fit);
  }
}

bool HasCode(const Problems& problems, std::string_view code) {
  for (const Problem& problem : problems) {
    if (problem.code == code) return true;
  }
  return false;
}

const std::vector<TargetColumn> kTarget = {
    {{"Id", MakeType(data::TypeId::kInteger), false}},
    {{"name", MakeType(data::TypeId::kVarchar), true}},
    {{"made", MakeType(data::TypeId::kTimestamp), false}, true},
    {{"twice", MakeType(data::TypeId::kInteger), true}, true, true}};

TEST_CASE("a batch's columns find the target's without regard to case") {
  const SchemaMatch match =
      MatchSchema({{{"ID", T("BIGINT")}, {"NAME", T("VARCHAR")}}}, kTarget, "t", true);
  CHECK(match.problems.empty());
  CHECK(match.target_names == std::vector<std::string>{"Id", "name"});
  CHECK(match.stage.columns[0].type == T("INTEGER"));
  CHECK(match.changes.size() == 1);
}

TEST_CASE("what a target cannot take is a problem that names the column") {
  CHECK(
      HasCode(MatchSchema({{{"id", T("VARCHAR")}}}, kTarget, "t", true).problems, "type_mismatch"));
  CHECK(HasCode(MatchSchema({{{"name", T("VARCHAR")}}}, kTarget, "t", true).problems,
                "missing_column"));
  CHECK(HasCode(
      MatchSchema({{{"id", T("INTEGER")}, {"twice", T("INTEGER")}}}, kTarget, "t", true).problems,
      "generated_column"));
  const auto frozen =
      MatchSchema({{{"id", T("INTEGER")}, {"nmae", T("VARCHAR")}}}, kTarget, "t", false);
  REQUIRE(HasCode(frozen.problems, "unknown_column"));
  CHECK(frozen.problems.front().hint == "did you mean name?");
  const auto evolved =
      MatchSchema({{{"id", T("INTEGER")}, {"more", T("DATE"), false}}}, kTarget, "t", true);
  CHECK(evolved.problems.empty());
  REQUIRE(evolved.added.size() == 1);
  CHECK(evolved.added[0].nullable);
}

WriteRequest SchemaRequest(spec::Mode mode) {
  WriteRequest request;
  request.table = "t";
  request.mode = mode;
  request.key = {"id"};
  request.pipeline = "p";
  request.schema = {{{"id", T("INTEGER")}, {"name", T("VARCHAR")}}};
  return request;
}

TEST_CASE("a request that contradicts itself is refused offline") {
  WriteRequest request = SchemaRequest(spec::Mode::kMerge);
  request.key = {"idd"};
  CHECK(CheckRequest(request).front().hint == "did you mean id?");
  request.key.clear();
  CHECK(HasCode(CheckRequest(request), "missing_key"));
  request = SchemaRequest(spec::Mode::kScd2);
  request.schema.columns.push_back({"valid_to", T("TIMESTAMP")});
  CHECK(HasCode(CheckRequest(request), "reserved_column"));
  request = SchemaRequest(spec::Mode::kAppend);
  request.schema.columns.push_back({"ID", T("INTEGER")});
  CHECK(HasCode(CheckRequest(request), "duplicate_column"));
}

TEST_CASE("replacing what the pipeline did not make destroys it") {
  TableShape shape;
  shape.exists = true;
  shape.rows = 5;
  shape.columns = {{{"id", T("INTEGER")}}, {{"old", T("DATE")}}};
  LoadPlan plan = MakeLoadPlan(SchemaRequest(spec::Mode::kReplace), shape, "x.db", "write");
  CHECK(plan.way == LoadWay::kSwap);
  CHECK(plan.write.destroys);
  CHECK(plan.write.drops.size() == 1);
  shape.made_by_us = true;
  shape.maker = "p";
  CHECK_FALSE(
      MakeLoadPlan(SchemaRequest(spec::Mode::kReplace), shape, "x.db", "write").write.destroys);
  shape.maker = "another";
  CHECK(MakeLoadPlan(SchemaRequest(spec::Mode::kReplace), shape, "x.db", "write").write.destroys);
  CHECK_FALSE(
      MakeLoadPlan(SchemaRequest(spec::Mode::kAppend), shape, "x.db", "write").write.destroys);
  shape.rows = 0;
  CHECK_FALSE(
      MakeLoadPlan(SchemaRequest(spec::Mode::kReplace), shape, "x.db", "write").write.destroys);
  shape.dress = {"PRIMARY KEY (id)"};
  CHECK(MakeLoadPlan(SchemaRequest(spec::Mode::kReplace), shape, "x.db", "write").way ==
        LoadWay::kRows);
  shape.blocks_replace = {"lines refers to it"};
  CHECK(HasCode(
      MakeLoadPlan(SchemaRequest(spec::Mode::kReplace), shape, "x.db", "write").write.problems,
      "blocked_replace"));
  shape.view = true;
  CHECK(HasCode(
      MakeLoadPlan(SchemaRequest(spec::Mode::kAppend), shape, "x.db", "write").write.problems,
      "target_is_view"));
}

TEST_CASE("history needs its columns in an existing table") {
  TableShape shape;
  shape.exists = true;
  shape.columns = {{{"id", T("INTEGER")}}, {{"name", T("VARCHAR")}}};
  CHECK(
      HasCode(MakeLoadPlan(SchemaRequest(spec::Mode::kScd2), shape, "x.db", "write").write.problems,
              "no_mode_column"));
}

}  // namespace
}  // namespace aietl::connectors
