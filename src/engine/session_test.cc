#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "data/vector.h"
#include "engine/engine.h"

using namespace aietl;
using namespace aietl::engine;

namespace {

struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "aietl_session_XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  std::string File(const char* name) const { return (path / name).string(); }
  std::string Write(const char* name, const std::string& content) const {
    std::ofstream(path / name, std::ios::binary) << content;
    return File(name);
  }
};

template <class T>
T Good(Result<T> result) {
  REQUIRE_MESSAGE(result.has_value(), (result ? std::string() : result.error().ToString()));
  return std::move(*result);
}
void Good(Result<void> result) {
  REQUIRE_MESSAGE(result.has_value(), (result ? std::string() : result.error().ToString()));
}

std::unique_ptr<Engine> MakeEngine(EngineOptions options = {}) {
  if (options.threads == 0) options.threads = 3;
  return Good(Engine::Create(options));
}

SourceInput Relation(const std::string& name, const std::string& relation,
                     std::vector<std::string> paths = {}) {
  SourceInput input;
  input.name = name;
  input.relation = relation;
  input.paths = std::move(paths);
  return input;
}

std::string OrdersCsv(int rows) {
  std::string text = "id,status,amount\n";
  for (int i = 0; i < rows; ++i)
    text +=
        std::to_string(i) + (i % 2 == 0 ? ",paid," : ",new,") + std::to_string(i % 100) + ".5\n";
  return text;
}

std::string ReadCsv(const std::string& path) {
  return "read_csv(" + data::QuoteText(path) +
         ", header = true, auto_detect = false, delim = ',', columns = {'id': 'BIGINT', 'status': "
         "'VARCHAR', 'amount': 'DECIMAL(9,2)'})";
}

// Partitions of `rows_each` rows (id, text, number), watched and disturbed by the tests.
class Numbers final : public data::PartitionedRead {
 public:
  Numbers(int partitions, int64_t rows_each) : partitions_(partitions), rows_each_(rows_each) {
    for (const auto& [name, sql] :
         std::vector<std::pair<const char*, const char*>>{{"id", "BIGINT"},
                                                          {"text", "VARCHAR"},
                                                          {"number", "DECIMAL(18,2)"},
                                                          {"tags", "VARCHAR[]"}}) {
      schema_.columns.push_back({name, *data::ParseType(sql)});
    }
  }
  const data::Schema& schema() const override { return schema_; }
  int partitions() const override { return partitions_; }
  int max_parallel() const override { return max_parallel_; }
  Result<std::unique_ptr<data::BatchReader>> Open(int partition,
                                                  const std::vector<int>& columns) override;

  const int partitions_;
  const int64_t rows_each_;
  int max_parallel_ = 0;
  int64_t fail_at_ = -1;  // the id at which reading fails
  int sleep_ms_ = 0;      // per chunk
  std::atomic<int> open_{0};
  std::atomic<int> most_open_{0};
  std::mutex mutex_;
  std::set<int> columns_asked_;
  std::set<std::thread::id> threads_;

 private:
  data::Schema schema_;
};

class NumbersReader final : public data::BatchReader {
 public:
  NumbersReader(Numbers& read, int partition, std::vector<int> columns)
      : read_(read),
        next_(partition * read.rows_each_),
        end_(next_ + read.rows_each_),
        columns_(std::move(columns)) {
    const int open = ++read_.open_;
    int most = read_.most_open_;
    while (open > most && !read_.most_open_.compare_exchange_weak(most, open)) {
    }
  }
  ~NumbersReader() override { --read_.open_; }

  Result<int64_t> Next(_duckdb_data_chunk* out) override {
    if (read_.sleep_ms_ > 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(read_.sleep_ms_));
    {
      const std::lock_guard lock(read_.mutex_);
      read_.threads_.insert(std::this_thread::get_id());
    }
    const int64_t rows = std::min(data::kVectorRows, end_ - next_);
    if (read_.fail_at_ >= next_ && read_.fail_at_ < next_ + rows) {
      return Fail(Error(Code::kUnavailable, "source_lost", "the server went away")
                      .At({"orders.yaml", 7, 3})
                      .Hint("start it again"));
    }
    for (size_t c = 0; c < columns_.size(); ++c) {
      data::VectorWriter writer(out, static_cast<int>(c),
                                read_.schema().columns[static_cast<size_t>(columns_[c])].type);
      for (int64_t row = 0; row < rows; ++row) {
        const int64_t id = next_ + row;
        switch (columns_[c]) {
          case 0: writer.SetInteger(row, id); break;
          case 1:
            if (id % 5 == 0) {
              writer.SetNull(row);
            } else {
              REQUIRE(writer.SetText(row, "a text for row " + std::to_string(id)));
            }
            break;
          case 2: writer.SetInteger(row, id * 10 + 5); break;
          default: {
            const int64_t at = writer.AppendList(row, id % 3);
            for (int64_t i = 0; i < id % 3; ++i)
              REQUIRE(writer.Child(0).SetText(at + i, "tag" + std::to_string(i)));
          }
        }
      }
    }
    next_ += rows;
    return rows;
  }

 private:
  Numbers& read_;
  int64_t next_;
  const int64_t end_;
  const std::vector<int> columns_;
};

Result<std::unique_ptr<data::BatchReader>> Numbers::Open(int partition,
                                                         const std::vector<int>& columns) {
  const std::lock_guard lock(mutex_);
  columns_asked_.insert(columns.begin(), columns.end());
  return std::make_unique<NumbersReader>(*this, partition, columns);
}

SourceInput Partitions(const std::string& name, std::shared_ptr<Numbers> numbers) {
  SourceInput input;
  input.name = name;
  input.schema = numbers->schema();
  input.partitions = std::move(numbers);
  return input;
}

class Collector final : public data::BatchWriter {
 public:
  Result<void> Push(const data::Chunk& chunk) override {
    if (rows_ >= fail_after_) return Fail(Code::kExhausted, "disk_full", "no room");
    rows_ += chunk.rows();
    const data::Type type = data::MakeType(data::TypeId::kBigInt);
    const data::VectorView ids(chunk.handle(), 0, type);
    for (int64_t row = 0; row < chunk.rows(); ++row)
      sum_ += ids.At<int64_t>(row);
    return {};
  }
  Result<void> Flush() override {
    flushed_ = true;
    return {};
  }
  int64_t rows_ = 0;
  int64_t sum_ = 0;
  int64_t fail_after_ = INT64_MAX;
  bool flushed_ = false;
};

}  // namespace

TEST_CASE("a source, a step and a target are one query, counted on both sides") {
  const Folder folder;
  const auto engine = MakeEngine();
  const std::string csv = folder.Write("orders.csv", OrdersCsv(10000));
  Good(engine->AddSource(Relation("orders", ReadCsv(csv), {csv})));
  Good(engine->AddStep("revenue",
                       "SELECT status, sum(amount) AS revenue FROM orders WHERE status = 'paid' "
                       "GROUP BY ALL -- note"));
  const std::string out = folder.File("revenue.parquet");
  const auto result =
      Good(engine->RunStatements({"COPY (" + engine->Observe("SELECT * FROM revenue", false, true) +
                                  ") TO " + data::QuoteText(out)},
                                 {}, nullptr));
  CHECK(result.batch.rows == 1);
  CHECK(result.batch.columns.size() == 2);
  CHECK(result.content == result.batch);
  CHECK(engine->RowsRead() == std::map<std::string, int64_t>{{"orders", 10000}});
  const auto staged =
      Good(engine->Sum(Relation("", "read_parquet(" + data::QuoteText(out) + ")"), true, {}));
  CHECK(staged == result.content);
  CHECK(Good(engine->Sum(Relation("", "read_parquet(" + data::QuoteText(out) + ")"), false, {}))
            .rows == 1);
  CHECK(Good(engine->connection().Scalar("SELECT revenue FROM revenue")) == "247500.00");
}

TEST_CASE("batch and content are told apart where the load does") {
  const auto engine = MakeEngine();
  Good(engine->AddSource(Relation("t", "range(1000)")));
  const auto result = Good(engine->RunStatements(
      {"CREATE TEMP TABLE batch AS " + engine->Observe("SELECT * FROM t", false, false),
       "CREATE TEMP TABLE content AS " +
           engine->Observe("SELECT * FROM batch WHERE range % 10 = 0", true, true)},
      {}, nullptr));
  CHECK(result.batch.rows == 1000);
  CHECK(result.batch.columns.empty());
  CHECK(result.content.rows == 100);
  CHECK(result.content.columns.size() == 1);
}

TEST_CASE("rows read are those in the source, also where filters are pushed into the scan") {
  const Folder folder;
  const auto engine = MakeEngine();
  const std::string path = folder.File("t.parquet");
  Good(engine->connection().Execute("COPY (SELECT range AS id FROM range(50000)) TO " +
                                    data::QuoteText(path)));
  Good(engine->AddSource(Relation("t", "read_parquet(" + data::QuoteText(path) + ")", {path})));
  Good(engine->AddSource(Relation("unread", "range(5)")));
  const auto result = Good(engine->RunStatements(
      {"CREATE TEMP TABLE o AS " + engine->Observe("SELECT * FROM t WHERE id < 10", false, false)},
      {}, nullptr));
  CHECK(result.batch.rows == 10);
  CHECK(engine->RowsRead() == std::map<std::string, int64_t>{{"t", 50000}, {"unread", 0}});
  // A source with its own bound holds only what is within.
  Good(engine->AddSource(
      Relation("t", "(SELECT * FROM read_parquet(" + data::QuoteText(path) + ") WHERE id >= 49990)",
               {path})));
  Good(engine->RunStatements(
      {"CREATE OR REPLACE TEMP TABLE o AS " + engine->Observe("SELECT * FROM t", false, false)}, {},
      nullptr));
  CHECK(engine->RowsRead().at("t") == 10);
}

TEST_CASE("partitions are read in parallel, only the columns that are needed") {
  const auto engine = MakeEngine();
  auto numbers = std::make_shared<Numbers>(16, 5000);
  Good(engine->AddSource(Partitions("n", numbers)));
  CHECK(Good(engine->connection().Scalar("SELECT sum(id) FROM n")) ==
        std::to_string(80000LL * 79999 / 2));
  CHECK(numbers->columns_asked_ == std::set<int>{0});
  CHECK(Good(engine->connection().Scalar("SELECT count(*) FROM n")) == "80000");
  CHECK(Good(engine->connection().Scalar("SELECT count(text) FROM n WHERE number > 100")) ==
        "63200");
  CHECK(numbers->columns_asked_ == std::set<int>{0, 1, 2});
  CHECK(Good(engine->connection().Scalar("SELECT sum(len(tags)) FROM n")) == "79999");
  numbers->sleep_ms_ = 1;
  const auto result = Good(engine->RunStatements(
      {"CREATE TEMP TABLE o AS " + engine->Observe("SELECT * FROM n", false, true)}, {}, nullptr));
  CHECK(result.batch.rows == 80000);
  CHECK(numbers->most_open_ > 1);
  CHECK(numbers->open_ == 0);
  CHECK(engine->RowsRead().at("n") == 80000);
  CHECK(Good(engine->Sum(Relation("", "o"), true, {})) == result.batch);
  CHECK(Good(engine->Sum(Partitions("", numbers), true, {})) == result.batch);
}

TEST_CASE("no more readers are open than the source allows") {
  const auto engine = MakeEngine();
  auto numbers = std::make_shared<Numbers>(8, 3000);
  numbers->max_parallel_ = 1;
  numbers->sleep_ms_ = 1;
  Good(engine->AddSource(Partitions("n", numbers)));
  CHECK(Good(engine->connection().Scalar("SELECT count(*) FROM n WHERE id >= 0")) == "24000");
  CHECK(numbers->most_open_ == 1);
}

TEST_CASE("no partitions are no rows") {
  const auto engine = MakeEngine();
  Good(engine->AddSource(Partitions("n", std::make_shared<Numbers>(0, 0))));
  CHECK(Good(engine->RunStatements(
                 {"CREATE TEMP TABLE o AS " + engine->Observe("SELECT * FROM n", false, true)}, {},
                 nullptr))
            .batch.rows == 0);
}

TEST_CASE("order is kept where it is asked for, also from partitions") {
  EngineOptions options;
  options.keep_order = true;
  const auto engine = MakeEngine(options);
  auto numbers = std::make_shared<Numbers>(20, 4000);
  Good(engine->AddSource(Partitions("n", numbers)));
  Good(engine->RunStatements(
      {"CREATE TEMP TABLE o AS " + engine->Observe("SELECT id FROM n", false, false)}, {},
      nullptr));
  CHECK(Good(engine->connection().Scalar("SELECT count(*) FROM (SELECT id, lag(id) OVER (ORDER BY "
                                         "rowid) AS before FROM o) WHERE id <> before + 1")) ==
        "0");
}

TEST_CASE("a reader's error arrives as it was, by every way of reading") {
  const auto engine = MakeEngine();
  auto numbers = std::make_shared<Numbers>(4, 10000);
  numbers->fail_at_ = 25000;
  Good(engine->AddSource(Partitions("n", numbers)));
  const auto check = [](const Error& error) {
    CHECK(error.code == Code::kUnavailable);
    CHECK(error.id == "source_lost");
    CHECK(error.place.line == 7);
    CHECK(error.hint == "start it again");
  };
  check(engine
            ->RunStatements(
                {"CREATE TEMP TABLE o AS " + engine->Observe("SELECT * FROM n", false, true)}, {},
                nullptr)
            .error());
  Collector collector;
  check(engine->RunInto("SELECT id FROM n", collector, true, {}, nullptr).error());
  CHECK(!collector.flushed_);
  check(engine->Materialise("n", {}, nullptr).error());
  check(engine->Sum(Partitions("", numbers), true, {}).error());
  // Checks, samples and previews ask the connection itself.
  check(engine->connection().Scalar("SELECT sum(id) FROM n").error());
  CHECK(numbers->open_ == 0);
  numbers->fail_at_ = -1;
  CHECK(Good(engine->RunInto("SELECT id FROM n", collector, true, {}, nullptr)).batch.rows ==
        40000);
}

TEST_CASE("rows stream into a writer, and its error ends the run") {
  const auto engine = MakeEngine();
  Good(engine->AddSource(Relation("t", "(SELECT range::BIGINT AS id FROM range(100000))")));
  Collector collector;
  const auto result = Good(engine->RunInto("SELECT id FROM t", collector, true, {}, nullptr));
  CHECK(result.batch.rows == 100000);
  CHECK(collector.rows_ == 100000);
  CHECK(collector.sum_ == 100000LL * 99999 / 2);
  CHECK(collector.flushed_);
  CHECK(Good(engine->Sum(Relation("", "(SELECT range AS id FROM range(100000))"), true, {})) ==
        result.content);
  Collector failing;
  failing.fail_after_ = 5000;
  CHECK(engine->RunInto("SELECT id FROM t", failing, true, {}, nullptr).error().id == "disk_full");
  CHECK(!failing.flushed_);
  CHECK(Good(engine->connection().Scalar("SELECT 42")) == "42");
}

TEST_CASE("a stop ends each kind of work soon") {
  const auto engine = MakeEngine();
  auto numbers = std::make_shared<Numbers>(1000, 1000000);
  Good(engine->AddSource(Partitions("n", numbers)));
  const auto stopped = [&](const std::function<Error(StopToken)>& work) {
    const StopSource source;
    std::jthread stopper([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(80));
      source.Stop();
    });
    const auto begin = std::chrono::steady_clock::now();
    CHECK(work(source.token()).code == Code::kCancelled);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
  };
  stopped([&](StopToken stop) {
    return engine
        ->RunStatements(
            {"CREATE TEMP TABLE o AS " + engine->Observe("SELECT max(number) FROM n", false, true)},
            stop, nullptr)
        .error();
  });
  stopped([&](StopToken stop) {
    Collector collector;
    return engine->RunInto("SELECT id FROM n", collector, false, stop, nullptr).error();
  });
  stopped([&](StopToken stop) {
    Collector collector;  // nothing comes out before all is read
    return engine->RunInto("SELECT count(*) AS id FROM n", collector, false, stop, nullptr).error();
  });
  stopped([&](StopToken stop) { return engine->Materialise("n", stop, nullptr).error(); });
  stopped([&](StopToken stop) { return engine->Sum(Partitions("", numbers), true, stop).error(); });
  CHECK(numbers->open_ == 0);
  CHECK(Good(engine->connection().Scalar("SELECT 42")) == "42");
}

TEST_CASE("progress counts rows in and out") {
  const auto engine = MakeEngine();
  auto numbers = std::make_shared<Numbers>(8, 200000);
  numbers->sleep_ms_ = 1;
  SourceInput input = Partitions("n", numbers);
  input.rows = 1600000;
  Good(engine->AddSource(std::move(input)));
  int calls = 0;
  RunProgress last;
  Good(engine->RunStatements({"CREATE TEMP TABLE o AS " +
                              engine->Observe("SELECT * FROM n WHERE id % 2 = 0", false, false)},
                             {}, [&](const RunProgress& progress) {
                               CHECK(progress.rows_in >= last.rows_in);
                               CHECK(progress.rows_out <= progress.rows_in);
                               CHECK(progress.percent <= 100);
                               last = progress;
                               ++calls;
                             }));
  CHECK(calls >= 1);
  CHECK(last.rows_in > 0);
  CHECK(last.percent > 0);
}

TEST_CASE("a name that is materialised is read once") {
  const auto engine = MakeEngine();
  auto numbers = std::make_shared<Numbers>(4, 5000);
  Good(engine->AddSource(Partitions("n", numbers)));
  Good(engine->AddStep("odd", "SELECT id FROM n WHERE id % 2 = 1"));
  CHECK(Good(engine->Materialise("odd", {}, nullptr)) == 10000);
  CHECK(Good(engine->Materialise("odd", {}, nullptr)) == 10000);
  numbers->fail_at_ = 0;
  CHECK(Good(engine->connection().Scalar("SELECT count(*) FROM odd")) == "10000");
  Good(engine->AddStep("odd", "SELECT 1 AS id"));
  CHECK(Good(engine->connection().Scalar("SELECT count(*) FROM odd")) == "1");
  CHECK(Good(engine->connection().Scalar("SELECT count(*) FROM duckdb_tables()")) == "0");
  CHECK(engine->Materialise("nothing", {}, nullptr).error().id == "unknown_table");
}

TEST_CASE("once locked, only the named files can be opened and nothing can be set") {
  const Folder folder;
  const std::string csv = folder.Write("orders.csv", OrdersCsv(100));
  const std::string other = folder.Write("other.csv", OrdersCsv(100));
  const std::string out = folder.File("out.parquet");
  EngineOptions options;
  options.memory_limit = "120MB";
  options.temp_folder = folder.File("spill");
  const auto engine = MakeEngine(options);
  Good(engine->AddSource(Relation("orders", ReadCsv(csv), {csv})));
  Good(engine->connection().Execute("ATTACH " + data::QuoteText(folder.File("db.duckdb")) +
                                    " AS db"));
  Good(engine->Lock({csv, out}));
  CHECK(Good(engine->connection().Scalar("SELECT count(*) FROM orders")) == "100");
  Good(engine->RunStatements({"COPY (" + engine->Observe("SELECT * FROM orders", false, true) +
                              ") TO " + data::QuoteText(out)},
                             {}, [](const RunProgress&) {}));
  const auto refused = [&](const std::string& sql) {
    CAPTURE(sql);
    const auto result = engine->connection().Execute(sql);
    REQUIRE(!result.has_value());
    CHECK(result.error().code != Code::kInternal);
    INFO(result.error().ToString());
  };
  CHECK(engine->connection()
            .Execute("SELECT * FROM read_csv(" + data::QuoteText(other) + ")")
            .error()
            .id == "sandbox");
  refused("SELECT * FROM read_text('/etc/passwd')");
  refused("SELECT * FROM glob('/etc/*')");
  refused("COPY (SELECT 1) TO " + data::QuoteText(folder.File("stolen.csv")));
  refused("ATTACH " + data::QuoteText(folder.File("second.duckdb")));
  refused("INSTALL httpfs");
  refused("LOAD " + data::QuoteText(folder.File("x.duckdb_extension")));
  refused("SET enable_external_access = true");
  refused("SET memory_limit = '10GB'");
  refused("RESET allowed_paths");
  // What was open goes on: the attached database commits, and large sorts spill.
  Good(
      engine->connection().Execute("CREATE TABLE db.t AS SELECT range AS i, repeat('x', 100) AS s "
                                   "FROM range(100000); CHECKPOINT db"));
  CHECK(Good(engine->connection().Scalar("SELECT count(*) FROM db.t")) == "100000");
  Good(
      engine->connection().Execute("CREATE TEMP TABLE sorted AS SELECT *, repeat('y', 100) AS r "
                                   "FROM range(700000) ORDER BY hash(range)"));
  CHECK(!std::filesystem::is_empty(folder.File("spill")));
}

TEST_CASE("an engine over a database that is there leaves it usable") {
  auto database = Good(data::Database::Open({}));
  {
    const auto engine = Good(Engine::Over(*database, {}));
    Good(engine->AddSource(Relation("t", "range(3)")));
    CHECK(&engine->database() == database.get());
    CHECK(Good(engine->connection().Scalar("SELECT count(*) FROM t")) == "3");
  }
  const auto second = Good(Engine::Over(*database, {}));
  CHECK(second->connection().Execute("SELECT * FROM t").error().id == "unknown_table");
}

TEST_CASE("bad bytes in a column that alone is needed are told as such") {
  const Folder folder;
  const auto engine = MakeEngine();
  const std::string csv = folder.Write("bad.csv", "a,b\n1,x\n2,caf\xe9\n");
  const std::string relation =
      "read_csv(" + data::QuoteText(csv) +
      ", header = true, auto_detect = false, columns = {'a': 'INTEGER', 'b': 'VARCHAR'})";
  Good(engine->AddSource(Relation("t", relation, {csv})));
  const auto result = engine->RunStatements(
      {"CREATE TEMP TABLE o AS " + engine->Observe("SELECT b FROM t", false, true)}, {}, nullptr);
  CHECK(result.error().id == "bad_encoding");
  CHECK(result.error().place.file == csv);
  CHECK(result.error().place.line == 3);
}

TEST_CASE("the memory granted is more than the engine's own limit, and nonsense is refused") {
  const auto limit = [](const char* granted) {
    EngineOptions options;
    options.memory_limit = granted;
    return Good(MakeEngine(options)->connection().Scalar("SELECT current_setting('memory_limit')"))
        .value();
  };
  CHECK(limit("200MB") == "143.0 MiB");
  CHECK(limit("1 GiB") == "833.2 MiB");
  CHECK(limit("4gb") == "3.5 GiB");
  EngineOptions options;
  options.memory_limit = "much";
  CHECK(!Engine::Create(options).has_value());
  auto database = Good(data::Database::Open({}));
  CHECK(!Engine::Over(*database, options).has_value());
}

TEST_CASE("a source that cannot be bound is an error that names what is wrong") {
  const auto engine = MakeEngine();
  CHECK(engine->AddSource(Relation("t", "read_parquet('/nowhere/x.parquet')")).error().id ==
        "no_such_file");
  CHECK(engine->AddSource(Relation("t", "range(3); DROP TABLE x")).error().code == Code::kInvalid);
  CHECK(engine->AddStep("s", "SELECT nope FROM (SELECT 1 AS x)").error().id == "unknown_column");
  CHECK(engine->AddStep("s", "SELECT * FROM missing").error().id == "unknown_table");
}
