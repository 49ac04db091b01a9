// Loads into files: what each mode leaves, and that nothing is lost or left over whatever happens.
#include "connectors/files/file_load.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <functional>

#include "connectors/files/file_plan.h"
#include "connectors/files/test_world.h"

namespace aietl::connectors::files {
namespace {

using spec::Mode;

struct Plain : Observer {
  std::string Observe(const std::string& select, Slot slot) override {
    (slot == Slot::kBatch ? batches : contents) += 1;
    return "SELECT * FROM (" + select + ")";
  }
  int batches = 0;
  int contents = 0;
};

struct Job {
  std::string target;
  std::string select;
  Mode mode = Mode::kReplace;
  std::vector<std::string> key = {};
  std::string load_id = "run1.t.0";
  std::string pipeline = "p";
  std::string at = "2024-01-31T00:00:00Z";
  std::string options = "";
  bool evolve = true;
  std::optional<std::pair<Bound, Bound>> slice = {};
};

// A request and the options that it points to.
struct Request {
  config::Options options;
  WriteRequest write;
};

std::unique_ptr<Request> MakeRequest(World& world, const Job& job) {
  auto request = std::make_unique<Request>();
  request->options = World::Options(job.options);
  WriteRequest& write = request->write;
  write.table = job.target;
  write.mode = job.mode;
  write.key = job.key;
  const auto schema = world.connection().Describe(job.select);
  REQUIRE(schema.has_value());
  write.schema = *schema;
  write.evolve = job.evolve;
  write.run_id = "run1";
  write.load_id = job.load_id;
  write.snapshot_at = job.at;
  write.slice = job.slice;
  write.options = &request->options;
  write.folder = world.data_folder();
  write.undo_folder = world.undo_folder();
  write.pipeline = job.pipeline;
  return request;
}

Result<void> Stage(World& world, Load& load, const std::string& select) {
  Plain observer;
  AIETL_ASSIGN(const std::vector<std::string> statements, load.StageStatements(select, observer));
  CHECK(observer.contents == 1);
  for (const std::string& statement : statements)
    AIETL_TRY(world.connection().Execute(statement));
  return {};
}

// The whole life of a load; on a failure it is aborted.
Result<Committed> Run(World& world, const Job& job, json::Value* undo = nullptr) {
  const auto request = MakeRequest(world, job);
  AIETL_ASSIGN(const std::unique_ptr<Load> load, world.session().Write(request->write, {}));
  Result<void> done = Stage(world, *load, job.select);
  if (done) done = load->Prepare({});
  if (!done) {
    CHECK(load->Abort().has_value());
    return Fail(done.error());
  }
  auto committed = load->Commit(true, {});
  if (committed && undo != nullptr) *undo = load->undo();
  return committed;
}

WritePlan Plan(World& world, const Job& job) {
  const auto request = MakeRequest(world, job);
  auto plan = world.session().PlanWrite(request->write, {});
  REQUIRE(plan.has_value());
  return std::move(*plan);
}

std::string ProblemCodes(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems)
    text += (text.empty() ? "" : " ") + problem.code;
  return text;
}

const char* const kAB = "SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS t(id, v)";
const char* const kBC = "SELECT * FROM (VALUES (2, 'B'), (3, 'c')) AS t(id, v)";

}  // namespace

TEST_CASE("modes give the same content in every format") {
  for (const char* ending :
       {"csv", "tsv", "csv.gz", "csv.zst", "json", "ndjson", "json.gz", "parquet"}) {
    CAPTURE(ending);
    World world;
    const std::string target = std::string("t.") + ending;
    const auto content = [&](const std::string& columns = "id, v") {
      const std::string all = world.Read(target, "", "SELECT " + columns + " FROM $ AS t");
      return all.substr(all.find('\n') + 1);
    };
    const auto run = [&](const char* select, Mode mode, std::vector<std::string> key = {},
                         const char* at = "2024-01-31T00:00:00Z") {
      Job job{target, select, mode, std::move(key)};
      job.at = at;
      const auto committed = Run(world, job);
      REQUIRE_MESSAGE(committed.has_value(), (committed ? "" : committed.error().ToString()));
      return *committed;
    };
    CHECK(run(kAB, Mode::kReplace).rows_written == 2);
    CHECK(content() == "1|a\n2|b");
    CHECK(run(kBC, Mode::kAppend).rows_written == 2);
    CHECK(content() == "1|a\n2|B\n2|b\n3|c");
    CHECK(run(kAB, Mode::kReplace).rows_written == 2);
    Committed merged = run(kBC, Mode::kMerge, {"id"});
    CHECK(merged.rows_written == 2);
    CHECK(content() == "1|a\n2|B\n3|c");
    merged = run(kBC, Mode::kMerge, {"id"});
    CHECK(merged.rows_written == 0);
    CHECK(merged.rows_unchanged == 2);
    const Committed deleted =
        run("SELECT * FROM (VALUES (2, 'x'), (2, 'y')) AS t(id, v)", Mode::kDeleteInsert, {"id"});
    CHECK(deleted.rows_deleted == 1);
    CHECK(content() == "1|a\n2|x\n2|y\n3|c");
    std::filesystem::remove(world.Path(target));
    run(kAB, Mode::kSnapshot);
    run(kAB, Mode::kSnapshot, {}, "2024-02-01T00:00:00Z");
    CHECK(content("id, snapshot_at") ==
          "1|2024-01-31 00:00:00\n1|2024-02-01 00:00:00\n2|2024-01-31 00:00:00\n2|2024-02-01 "
          "00:00:00");
    std::filesystem::remove(world.Path(target));
    run(kAB, Mode::kScd2, {"id"});
    run(kBC, Mode::kScd2, {"id"}, "2024-02-01T00:00:00Z");
    CHECK(content("id, v, valid_from, valid_to, is_current") ==
          "1|a|2024-01-31 00:00:00|∅|true\n2|B|2024-02-01 00:00:00|∅|true\n2|b|2024-01-31 "
          "00:00:00|2024-02-01 00:00:00|false\n3|c|2024-02-01 00:00:00|∅|true");
    CHECK(world.Names() == std::vector<std::string>{target});
  }
}

TEST_CASE("values come back as they were written") {
  const std::string select =
      "SELECT * FROM (VALUES "
      "(1, '', 'a\"b,;\n\r\n'' x ', 1.1::DOUBLE, 0.1::FLOAT, 123.4500::DECIMAL(18,4), TIMESTAMP "
      "'2024-01-31 01:02:03.000001', DATE '2024-02-29', TRUE, "
      " TIMESTAMPTZ '2024-01-01 01:02:03.5+03', TIME '10:00:00.25', [1, NULL], {'x': 'é', 'y': "
      "[1.5]}, '00000000-0000-0000-0000-00000000000a'::UUID, "
      " 170141183460469231731687303715884105::HUGEINT), "
      "(2, NULL, '∅ NULL \\N', 1e300, NULL, NULL, NULL, NULL, FALSE, NULL, NULL, NULL, NULL, NULL, "
      "NULL), "
      "(3, 'NULL', ' ', -0.1, 3e38, -99999999999.9999, TIMESTAMP '1969-12-31 23:59:59', DATE "
      "'0001-01-01', NULL, NULL, TIME '00:00:00', [], {'x': NULL, 'y': []}, NULL, -5)"
      ") AS t(id, s, t, d, f, m, ts, day, b, tz, tm, l, st, u, h)";
  for (const char* ending : {"csv", "csv.gz", "csv.zst", "tsv", "json", "ndjson", "parquet"}) {
    CAPTURE(ending);
    World world;
    Job job{std::string("t.") + ending, select};
    const auto request = MakeRequest(world, job);
    const auto plan = world.session().PlanWrite(request->write, {});
    REQUIRE(plan.has_value());
    auto load = world.session().Write(request->write, {});
    REQUIRE(load.has_value());
    const auto staged = Stage(world, **load, select);
    REQUIRE_MESSAGE(staged.has_value(), (staged ? "" : staged.error().ToString()));
    REQUIRE((*load)->Prepare({}).has_value());
    const auto scan = (*load)->ReadStaged();
    REQUIRE(scan.has_value());
    std::string list;
    for (const data::Column& column : plan->stage_schema.columns)
      list += (list.empty() ? "" : ", ") +
              ("CAST(" + data::QuoteName(column.name) + " AS " + column.type.ToSql() + ") AS " +
               data::QuoteName(column.name));
    const std::string written = "SELECT " + list + " FROM (" + select + ")";
    const std::string read = "SELECT * FROM " + scan->relation;
    for (const auto& [a, b] : {std::pair{written, read}, std::pair{read, written}}) {
      const auto lost = world.connection().Fetch("(" + a + ") EXCEPT ALL (" + b + ")");
      REQUIRE_MESSAGE(lost.has_value(), (lost ? "" : lost.error().ToString()));
      CHECK(lost->rows.empty());
    }
    CHECK((*load)->Abort().has_value());
    CHECK(world.Names().empty());
  }
}

TEST_CASE("a column of one, empty texts and NULLs") {
  World world;
  REQUIRE(Run(world, {"one.csv", "SELECT unnest(['a', NULL, '', 'b']) AS x"}).has_value());
  CHECK(world.Read("one.csv") == "x VARCHAR\n\na\nb\n∅");
}

TEST_CASE("what the plan says") {
  World world;
  WritePlan plan = Plan(world, {"t.csv", kAB});
  CHECK_FALSE(plan.exists);
  CHECK(plan.creates.size() == 1);
  world.Put("t.csv", "id,v,gone\n9,z,1\n");
  plan = Plan(world, {"t.csv", kAB});
  CHECK(plan.exists);
  CHECK(plan.rows_before == 1);
  CHECK(plan.destroys);
  CHECK_FALSE(plan.made_by_us);
  CHECK(plan.drops.size() == 1);
  CHECK_FALSE(Plan(world, {"t.csv", kAB, Mode::kAppend}).destroys);
  REQUIRE(Run(world, {"t.csv", kAB}).has_value());
  plan = Plan(world, {"t.csv", kAB});
  CHECK(plan.made_by_us);
  CHECK_FALSE(plan.destroys);
  CHECK(Plan(world, {"t.csv", kAB, Mode::kReplace, {}, "run2.t.0", "another pipeline"}).destroys);
  world.Put("t.csv", "id\n5\n");
  CHECK(Plan(world, {"t.csv", kAB}).destroys);

  CHECK(ProblemCodes(Plan(world, {"t.xyz.csv/x.csv", kAB}).problems) == "no_such_folder");
  CHECK(ProblemCodes(Plan(world, {"t_*.csv", kAB}).problems) == "glob_target");
  CHECK(ProblemCodes(Plan(world, {"t.csv", kAB, Mode::kMerge}).problems) == "missing_key");
  CHECK(ProblemCodes(Plan(world, {"t.csv", kAB, Mode::kMerge, {"idd"}}).problems) ==
        "unknown_column");
  const auto request = MakeRequest(world, {"t.unknown", kAB});
  CHECK(world.session().PlanWrite(request->write, {}).error().id == "unknown_format");
}

TEST_CASE("targets grow, and refuse what does not fit") {
  World world;
  REQUIRE(Run(world, {"t.csv", kAB}).has_value());
  const char* wider = "SELECT 3 AS id, 'c' AS v, 1.5 AS extra";
  CHECK(ProblemCodes(
            Plan(world, {"t.csv", wider, Mode::kAppend, {}, "l2", "p", "", "", false}).problems) ==
        "unknown_column");
  REQUIRE(Run(world, {"t.csv", wider, Mode::kAppend}).has_value());
  CHECK(world.Read("t.csv") == "id BIGINT, v VARCHAR, extra DECIMAL(18,1)\n1|a|∅\n2|b|∅\n3|c|1.5");
  REQUIRE(Run(world, {"t.csv", "SELECT 4 AS ID", Mode::kAppend}).has_value());
  CHECK(world.Read("t.csv", "", "SELECT id, v FROM $ AS t WHERE id = 4").ends_with("\n4|∅"));
  // Numbers with more decimals than the file had: the column gets them.
  REQUIRE(Run(world, {"t.csv", "SELECT 5 AS id, 2.125 AS extra", Mode::kAppend}).has_value());
  CHECK(world.Types("t.csv") == "id BIGINT, v VARCHAR, extra DECIMAL(18,3)");
  CHECK(ProblemCodes(Plan(world, {"t.csv", "SELECT 1 AS v", Mode::kAppend}).problems)
            .empty());  // a number into text
  CHECK(ProblemCodes(
            Plan(world, {"t.csv", "SELECT DATE '2024-01-01' AS id", Mode::kAppend}).problems) ==
        "type_mismatch");
  REQUIRE(Run(world, {"p.parquet", "SELECT 1::INTEGER AS id"}).has_value());
  REQUIRE(Run(world, {"p.parquet", "SELECT 5000000000::BIGINT AS id", Mode::kAppend}).has_value());
  CHECK(world.Read("p.parquet") == "id BIGINT\n1\n5000000000");
  world.Put("cp.csv", "\xE8\xEC\xFF;n\n\xC8\xE2\xE0\xED;1\n\xCF\xE5\xF2\xF0;2\n");
  CHECK(ProblemCodes(Plan(world, {"cp.csv",
                                  "SELECT 'x' AS \"имя\"",
                                  Mode::kAppend,
                                  {},
                                  "l",
                                  "p",
                                  "",
                                  R"({"delimiter":";"})"})
                         .problems) == "bad_encoding");
}

TEST_CASE("keys are checked before anything is changed") {
  World world;
  REQUIRE(Run(world, {"t.csv", kAB}).has_value());
  const std::string before = world.Get("t.csv");
  auto failed =
      Run(world,
          {"t.csv", "SELECT * FROM (VALUES (1, 'x'), (1, 'y')) AS t(id, v)", Mode::kMerge, {"id"}});
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().id == "duplicate_key");
  failed = Run(
      world,
      {"t.csv", "SELECT * FROM (VALUES (NULL, 'x'), (1, 'y')) AS t(id, v)", Mode::kMerge, {"id"}});
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().id == "null_key");
  CHECK(world.Get("t.csv") == before);
  CHECK(world.Names() == std::vector<std::string>{"t.csv"});
}

TEST_CASE("a slice is replaced, the rest stays") {
  World world;
  REQUIRE(Run(world, {"t.csv",
                      "SELECT * FROM (VALUES (1, DATE '2024-01-01'), (2, DATE '2024-01-02'), (3, "
                      "DATE '2024-01-03'), (4, NULL)) AS t(id, day)"})
              .has_value());
  Job job{"t.csv", "SELECT 9 AS id, DATE '2024-01-02' AS day", Mode::kAppend};
  job.slice = {Bound{"day", ">=", "2024-01-02"}, Bound{"day", "<", "2024-01-03"}};
  const auto committed = Run(world, job);
  REQUIRE(committed.has_value());
  CHECK(committed->rows_deleted == 1);
  CHECK(world.Read("t.csv") ==
        "id BIGINT, day DATE\n1|2024-01-01\n3|2024-01-03\n4|∅\n9|2024-01-02");
}

TEST_CASE(
    "a target that changes under the run is not overwritten by what was made of its old content") {
  World world;
  REQUIRE(Run(world, {"t.csv", kAB}).has_value());
  const auto request = MakeRequest(world, {"t.csv", kBC, Mode::kAppend});
  auto load = world.session().Write(request->write, {});
  REQUIRE(load.has_value());
  REQUIRE(Stage(world, **load, kBC).has_value());
  REQUIRE((*load)->Prepare({}).has_value());
  world.Put("t.csv", "id,v\n100,new\n");
  const auto committed = (*load)->Commit(true, {});
  REQUIRE_FALSE(committed.has_value());
  CHECK(committed.error().code == Code::kConflict);
  CHECK((*load)->Abort().has_value());
  CHECK(world.Get("t.csv") == "id,v\n100,new\n");
  CHECK(world.Names() == std::vector<std::string>{"t.csv"});
}

TEST_CASE("rollback puts the previous file back, and refuses when it was changed since") {
  World world;
  world.Put("t.csv", "id,v\n7,old\n");
  ::chmod(world.Path("t.csv").c_str(), 0640);
  json::Value undo;
  REQUIRE(Run(world, {"t.csv", kAB}, &undo).has_value());
  struct stat st{};
  REQUIRE(::stat(world.Path("t.csv").c_str(), &st) == 0);
  CHECK((st.st_mode & 0777U) == 0640U);
  undo = *json::Parse(json::Write(undo));
  REQUIRE(world.session().Rollback(undo, {}).has_value());
  CHECK(world.Get("t.csv") == "id,v\n7,old\n");
  CHECK(world.session().Rollback(undo, {}).has_value());  // again: it is done already
  REQUIRE(world.session().DropUndo(undo).has_value());

  REQUIRE(Run(world, {"t.csv", kAB}, &undo).has_value());
  world.Put("t.csv", "edited\n");
  const auto refused = world.session().Rollback(undo, {});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().id == "target_changed");
  CHECK(world.Get("t.csv") == "edited\n");

  REQUIRE(Run(world, {"new.csv", kAB}, &undo).has_value());
  REQUIRE(world.session().Rollback(undo, {}).has_value());
  CHECK_FALSE(FileExists(world.Path("new.csv")));

  // What the pipeline made is still the pipeline's after a rollback.
  REQUIRE(Run(world, {"ours.csv", kAB}).has_value());
  REQUIRE(Run(world, {"ours.csv", kBC, Mode::kReplace, {}, "run2.t.0"}, &undo).has_value());
  REQUIRE(world.session().Rollback(undo, {}).has_value());
  CHECK_FALSE(Plan(world, {"ours.csv", kBC}).destroys);
}

TEST_CASE("a load is finished or given up by another process") {
  World world;
  REQUIRE(Run(world, {"t.csv", kAB}).has_value());
  const std::string old_content = world.Get("t.csv");
  const auto request = MakeRequest(world, {"t.csv", kBC, Mode::kMerge, {"id"}, "run2.t.0"});
  auto load = world.session().Write(request->write, {});
  REQUIRE(load.has_value());
  const json::Value descriptor = *json::Parse(json::Write((*load)->descriptor()));
  const auto recovered = [&] {
    auto again = world.session().Recover(descriptor);
    REQUIRE(again.has_value());
    return std::move(*again);
  };
  CHECK(recovered()->Commit(true, {}).error().id == "stage_lost");
  REQUIRE(Stage(world, **load, kBC).has_value());
  CHECK(recovered()->Commit(true, {}).error().id == "stage_lost");  // not prepared
  CHECK(recovered()->Abort().has_value());
  CHECK(world.Get("t.csv") == old_content);
  CHECK(world.Names() == std::vector<std::string>{"t.csv"});

  REQUIRE(Stage(world, **load, kBC).has_value());
  REQUIRE((*load)->Prepare({}).has_value());
  const auto committed = recovered()->Commit(true, {});
  REQUIRE(committed.has_value());
  CHECK(committed->rows_written == 2);
  CHECK_FALSE(committed->repeated);
  const std::string new_content = world.Get("t.csv");
  CHECK(new_content != old_content);
  CHECK(recovered()->Commit(true, {})->repeated);
  CHECK(recovered()->Abort().has_value());  // no effect after Commit
  CHECK(world.Get("t.csv") == new_content);
  const auto again = recovered();
  REQUIRE(world.session().Rollback(again->undo(), {}).has_value());
  CHECK(world.Get("t.csv") == old_content);
}

// The process that the next test kills.
TEST_CASE("files: a load in a folder of the environment") {
  const char* folder = std::getenv("AIETL_TEST_LOAD_FOLDER");
  if (folder == nullptr) return;
  World world(folder);
  static_cast<void>(Run(world, {"t.csv", kBC, Mode::kMerge, {"id"}, "run2.t.0"}));
}

TEST_CASE("killed at any step, a load is recovered to the old or the new content") {
  struct Step {
    const char* failpoint;
    bool committable;
  };
  for (const Step& step : {Step{"files.after_stage", false}, Step{"files.before_rename", true},
                           Step{"files.after_rename", true}}) {
    CAPTURE(step.failpoint);
    World world;
    REQUIRE(Run(world, {"t.csv", kAB}).has_value());
    const std::string old_content = world.Get("t.csv");
    const auto request = MakeRequest(world, {"t.csv", kBC, Mode::kMerge, {"id"}, "run2.t.0"});
    auto load = world.session().Write(request->write, {});
    REQUIRE(load.has_value());
    const json::Value descriptor = (*load)->descriptor();
    const std::string command =
        "AIETL_TEST_LOAD_FOLDER=" + world.folder() + " AIETL_FAILPOINTS=" + step.failpoint +
        "=kill " + std::filesystem::read_symlink("/proc/self/exe").string() +
        " -tc='files: a load in a folder of the environment' >/dev/null 2>&1";
    const int status = std::system(command.c_str());
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 128 + 9);
    const auto recover = [&] {
      auto again = world.session().Recover(descriptor);
      REQUIRE(again.has_value());
      return std::move(*again);
    };
    const auto committed = recover()->Commit(true, {});
    CHECK(committed.has_value() == step.committable);
    if (!step.committable) {
      CHECK(recover()->Abort().has_value());
      CHECK(world.Get("t.csv") == old_content);
    } else {
      CHECK(world.Read("t.csv") == "id BIGINT, v VARCHAR\n1|a\n2|B\n3|c");
      CHECK_FALSE(Plan(world, {"t.csv", kAB}).destroys);
    }
    CHECK(world.Names() == std::vector<std::string>{"t.csv"});
  }
}

TEST_CASE("numbers that JSON lacks stop the load") {
  World world;
  const auto failed = Run(world, {"t.json", "SELECT 'inf'::DOUBLE AS x"});
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().id == "value_does_not_fit");
  CHECK(world.Names().empty());
}

TEST_CASE("a link is followed, not replaced") {
  World world;
  world.Put("real/t.csv", "id,v\n1,x\n");
  std::filesystem::create_symlink(world.Path("real/t.csv"), world.Path("link.csv"));
  REQUIRE(Run(world, {"link.csv", kAB}).has_value());
  CHECK(std::filesystem::is_symlink(world.Path("link.csv")));
  CHECK(world.Get("real/t.csv") == "id,v\n1,a\n2,b\n");
}

TEST_CASE("Parquet's row groups are cut to the memory that is granted") {
  const auto fitted = [](int64_t memory, bool keep_order, int64_t rows, Format format) {
    WriteRequest request;
    request.memory = memory;
    request.keep_order = keep_order;
    TargetFormat target;
    target.kind.format = format;
    target.row_group_rows = rows;
    FitRowGroups(request, &target);
    return std::pair(target.row_group_rows, target.row_group_bytes);
  };
  using Cut = std::pair<int64_t, int64_t>;
  CHECK(fitted(200'000'000, false, 0, Format::kParquet) == Cut(0, 12'500'000));
  CHECK(fitted(64'000'000, false, 0, Format::kParquet) == Cut(0, 4'000'000));
  // The engine counts bytes only where order is given up.
  CHECK(fitted(200'000'000, true, 0, Format::kParquet) == Cut(20'480, 0));
  // What the document says stays.
  CHECK(fitted(200'000'000, false, 5000, Format::kParquet) == Cut(5000, 0));
  CHECK(fitted(0, false, 0, Format::kParquet) == Cut(0, 0));
  CHECK(fitted(16'000'000'000, true, 0, Format::kParquet) == Cut(0, 0));
  CHECK(fitted(200'000'000, false, 0, Format::kCsv) == Cut(0, 0));
}

}  // namespace aietl::connectors::files
