#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "data/database.h"

using namespace aietl;
using namespace aietl::data;

namespace {

constexpr const char* kSecret = "hush-4711";  // stands for a row's value: no message may hold it

struct Fixture {
  std::filesystem::path folder;
  std::unique_ptr<Database> database;
  std::unique_ptr<Connection> connection;

  Fixture() {
    std::string name = (std::filesystem::temp_directory_path() / "aietl_error_XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder = name;
    auto opened = Database::Open(
        {.memory_limit = "100MB", .threads = 2, .temp_directory = (folder / "spill").string()});
    REQUIRE(opened.has_value());
    database = std::move(*opened);
    auto connected = database->Connect();
    REQUIRE(connected.has_value());
    connection = std::move(*connected);
  }
  ~Fixture() { std::filesystem::remove_all(folder); }

  std::string File(const char* name, const std::string& content) const {
    const std::string path = (folder / name).string();
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }

  // The error of a query, which must not hold the secret.
  Error Failure(const std::string& sql) const {
    const auto rows = connection->Fetch(sql);
    REQUIRE(!rows.has_value());
    const Error error = rows.error();
    INFO(error.ToString());
    CHECK(error.ToString().find("hush") == std::string::npos);
    CHECK(error.ToString().find("4711") == std::string::npos);
    CHECK(!error.message.empty());
    return error;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "SQL errors name what is unknown and what is near") {
  REQUIRE(connection
              ->Execute("CREATE TABLE orders (customer_id INTEGER, amount DECIMAL(9,2)); CREATE "
                        "TABLE other (amount DOUBLE)")
              .has_value());
  CHECK(Failure("SELEC 1").id == "sql_syntax");
  CHECK(Failure("SELECT (1").id == "sql_syntax");
  Error error = Failure("SELECT custmer_id FROM orders");
  CHECK(error.id == "unknown_column");
  CHECK(error.object == "custmer_id");
  CHECK(error.hint.find("customer_id") != std::string::npos);
  CHECK(Failure("SELECT o.nope FROM orders o").object == "nope");
  CHECK(Failure("SELECT 1 FROM orders JOIN other USING (nope)").object == "nope");
  error = Failure("SELECT 1 FROM order_s");
  CHECK(error.id == "unknown_table");
  CHECK(error.hint.find("orders") != std::string::npos);
  CHECK(Failure("SELECT x.a FROM orders").id == "unknown_table");
  CHECK(Failure("SELECT sume(amount) FROM orders").id == "unknown_function");
  CHECK(Failure("SELECT * FROM rang(3)").id == "unknown_function");
  CHECK(Failure("SELECT 1::integr").id == "unknown_type");
  CHECK(Failure("SELECT amount FROM orders, other").id == "ambiguous_column");
  CHECK(Failure("SELECT customer_id, sum(amount) FROM orders").id == "not_grouped");
  CHECK(Failure("SELECT sum('a'::VARCHAR)").id == "type_mismatch");
  CHECK(Failure("SELECT range = DATE '2020-01-01' FROM range(3)").id == "type_mismatch");
  CHECK(Failure("SELECT sum(sum(amount)) FROM orders").id == "sql_error");
}

TEST_CASE_FIXTURE(Fixture, "values that cannot be converted are not shown") {
  Error error = Failure("SELECT CAST(v AS INTEGER) FROM (SELECT 'hush-4711' AS v)");
  CHECK(error.id == "conversion");
  CHECK(error.message.find("INTEGER") != std::string::npos);
  CHECK(error.object == "v");
  CHECK(Failure("SELECT CAST('hush-4711' AS DATE)").id == "conversion");
  CHECK(Failure("SELECT CAST('hush-4711' AS TIMESTAMP)").id == "conversion");
  CHECK(Failure("SELECT CAST(v AS TINYINT) FROM (SELECT 4711 AS v)").id == "conversion");
  CHECK(Failure("SELECT CAST(v AS DECIMAL(4,2)) FROM (SELECT 4711 AS v)").id == "conversion");
  CHECK(Failure("SELECT CAST(v AS ENUM('a')) FROM (SELECT 'hush-4711' AS v)").id == "conversion");
  CHECK(Failure("SELECT CAST(v AS BOOLEAN) FROM (SELECT 'hush-4711' AS v)").id == "conversion");
  CHECK(
      Failure("SELECT (v * 9223372036854775807)::BIGINT * v FROM (SELECT 4711::BIGINT AS v)").id ==
      "out_of_range");
  CHECK(Failure("SELECT strptime('hush-4711', '%Y')").code == Code::kRange);
  CHECK(Failure("SELECT error('hush-4711')").code == Code::kRange);
}

TEST_CASE_FIXTURE(Fixture, "a broken CSV line is named by file and line") {
  std::string good = "id,name,amount\n";
  for (int i = 2; i <= 40; ++i)
    good += std::to_string(i) + ",n,1.5\n";
  const std::string columns =
      "columns = {'id': 'INTEGER', 'name': 'VARCHAR', 'amount': 'DOUBLE'}, header = true, "
      "auto_detect = false";
  const auto read = [&](const std::string& path, const std::string& options) {
    return "SELECT * FROM read_csv('" + path + "', " + options + ")";
  };
  std::string path = File("types.csv", good + "41,n,hush-4711\n");
  Error error = Failure(read(path, columns));
  CHECK(error.id == "conversion");
  CHECK(error.object == "amount");
  CHECK(error.place.file == path);
  CHECK(error.place.line == 41);
  CHECK(error.message.find("DOUBLE") != std::string::npos);

  path = File("wide.csv", good + "41,n,1.5,hush-4711\n");
  error = Failure(read(path, columns));
  CHECK(error.id == "bad_csv");
  CHECK(error.place.line == 41);
  CHECK(error.message.find("4") != std::string::npos);

  path = File("quote.csv", good + "41,\"hush-4711,1.5\n");
  error = Failure(read(path, columns));
  CHECK(error.id == "bad_csv");
  CHECK(error.place.line == 41);
  CHECK(error.place.file == path);

  path = File("latin.csv", good + "41,caf\xe9 hush-4711,1.5\n");
  error = Failure(read(path, columns));
  CHECK(error.id == "bad_encoding");
  CHECK(error.place.line == 41);

  // A value that looks like the end of an engine message does not lead astray.
  path = File("trick.csv", good + "41,\"hush\n  file = /other\n  x\",hush-4711\n");
  CHECK(Failure(read(path, columns)).place.file == path);
  path = File("trick2.csv", good + "41,\"Error when converting column \"\"hush\"\". \",1.5,hush\n");
  CHECK(Failure(read(path, columns)).id == "bad_csv");
}

TEST_CASE_FIXTURE(Fixture, "broken JSON is named by file and line") {
  std::string path = File("a.json", "{\"a\": 1}\n{\"a\": hush-4711}\n");
  Error error = Failure("SELECT * FROM read_json('" + path +
                        "', format = 'newline_delimited', columns = {'a': 'INTEGER'})");
  CHECK(error.id == "bad_json");
  CHECK(error.place.file == path);
  CHECK(error.place.line == 2);
  path = File("first.json", "{\"a\": hush-4711}\n{\"a\": 1}\n");
  CHECK(Failure("SELECT * FROM read_json('" + path +
                "', format = 'newline_delimited', columns = {'a': 'INTEGER'})")
            .place.line == 1);
  path = File("array.json", "[{\"a\": 1},\n {\"a\": \"hush-4711\"}]");
  error = Failure("SELECT * FROM read_json('" + path +
                  "', format = 'array', columns = {'a': 'INTEGER'})");
  CHECK(error.place.line == 0);
  CHECK(error.notes == std::vector<std::string>{"in record 2"});
  path = File("b.json", "{\"a\": 1}\n{\"a\": \"hush-4711\"}\n");
  error = Failure("SELECT * FROM read_json('" + path +
                  "', format = 'newline_delimited', columns = {'a': 'INTEGER'})");
  CHECK(error.id == "conversion");
  CHECK(error.place.line == 2);
  CHECK(error.place.file == path);
}

TEST_CASE_FIXTURE(Fixture, "damaged files are told from missing ones") {
  const auto parquet = [&](const std::string& path) {
    return "SELECT sum(a) FROM read_parquet('" + path + "')";
  };
  CHECK(Failure(parquet((folder / "none.parquet").string())).id == "no_such_file");
  CHECK(Failure("SELECT * FROM read_csv('" + (folder / "none*.csv").string() + "')").id ==
        "no_such_file");
  const std::string path = (folder / "x.parquet").string();
  REQUIRE(connection->Execute("COPY (SELECT range AS a FROM range(10000)) TO '" + path + "'")
              .has_value());
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  CHECK(Failure(parquet(File("cut.parquet", bytes.substr(0, bytes.size() / 2)))).id ==
        "corrupt_file");
  CHECK(Failure(parquet(File("tiny.parquet", "PA"))).id == "corrupt_file");
  std::string middle = bytes;
  for (size_t i = 4; i < 300; ++i)
    middle[i] = static_cast<char>(0xFF);
  const Error error = Failure(parquet(File("middle.parquet", middle)));
  CHECK(error.id == "corrupt_file");
  CHECK(error.code == Code::kDataLoss);
  CHECK(Failure("SELECT * FROM read_csv('" + File("no.csv.gz", "this is no gzip") +
                "', columns = {'a': 'VARCHAR'})")
            .id == "corrupt_file");
  CHECK(Failure("ATTACH '" + File("no.duckdb", std::string(20000, 'x')) + "' AS d").id ==
        "corrupt_file");
}

TEST_CASE_FIXTURE(Fixture, "limits and refusals have their own classes") {
  CHECK(Failure("SELECT list(range) FROM range(100000000)").id == "out_of_memory");
  REQUIRE(connection->Execute("CREATE TABLE k (id INTEGER PRIMARY KEY, v INTEGER NOT NULL)")
              .has_value());
  REQUIRE(connection->Execute("INSERT INTO k VALUES (4711, 1)").has_value());
  CHECK(Failure("INSERT INTO k VALUES (4711, 2)").id == "constraint");
  CHECK(Failure("INSERT INTO k VALUES (1, NULL)").object == "k.v");
  CHECK(Failure("SELECT * FROM 'https://example.org/a.csv'").id == "extension_missing");
  CHECK(Failure("INSTALL httpfs").code != Code::kInternal);
  REQUIRE(connection->Execute("SET enable_external_access = false").has_value());
  const Error error = Failure("SELECT * FROM read_csv('/etc/passwd')");
  CHECK(error.id == "sandbox");
  CHECK(error.message.find("/etc/passwd") != std::string::npos);
}

TEST_CASE("messages without a known form lose quotes and numbers") {
  const Error error =
      ClassifyEngineError("Invalid Input Error: strange 'hush' thing 4711 with \"hush\"");
  CHECK(error.message.find("hush") == std::string::npos);
  CHECK(error.message.find("4711") == std::string::npos);
  CHECK(ClassifyEngineError("").code == Code::kRange);
  CHECK(ClassifyEngineError("INTERRUPT Error: Interrupted!").code == Code::kCancelled);
  CHECK(
      ClassifyEngineError("IO Error: Could not write file \"/x/y\": No space left on device").id ==
      "disk_full");
  // A commit wraps the system's reason.
  CHECK(ClassifyEngineError("TransactionContext Error: Failed to commit: Could not write file "
                            "\"/x/y\": No space left on device")
            .id == "disk_full");
  CHECK(ClassifyEngineError("TransactionContext Error: Conflict on tuple deletion!").id ==
        "transaction_conflict");
  CHECK(ClassifyEngineError("IO Error: Cannot open file \"/x/y\": Permission denied").id ==
        "permission_denied");
  CHECK(ClassifyEngineError("IO Error: Could not set lock on file \"/x.db\": Conflicting lock is "
                            "held in /bin/a (PID 12)")
            .id == "locked");
  CHECK(ClassifyEngineError("INTERNAL Error: Attempted to access index 3 within vector of size 2")
            .code == Code::kInternal);
}
