// Files as the engine reads them, through the session.
#include <doctest/doctest.h>

#include <algorithm>

#include "connectors/files/byte_source.h"
#include "connectors/files/encoding_of_file.h"
#include "connectors/files/test_world.h"
#include "connectors/files/transcode.h"

namespace aietl::connectors::files {

TEST_CASE("values come out as their columns' types") {
  World world;
  world.Put("a.csv",
            "id;сумма;дата;когда;телефон;note\n"
            "1;1 234,50;01.02.2024;01.02.2024 10:30;+79161234567;N/A\n"
            "2;-5,25;15.02.2024;02.02.2024 23:59;;\"\"\n"
            "3;N/A;-;;\"\";\n");
  CHECK(
      world.Read("a.csv") ==
      "id BIGINT, сумма DECIMAL(18,2), дата DATE, когда TIMESTAMP, телефон VARCHAR, note VARCHAR\n"
      "1|1234.50|2024-02-01|2024-02-01 10:30:00|+79161234567|N/A\n"
      "2|-5.25|2024-02-15|2024-02-02 23:59:00|∅|\n"
      "3|∅|∅|∅||∅");
}

TEST_CASE("every way of writing times is read") {
  World world;
  world.Put("a.csv",
            "a,b,c,d\n"
            "31/01/2024 10:00:00.250,31.01.24,2024/01/31,9:05\n"
            "1/2/2024 9:05:07,1.2.24,2024-1-2,10:30:01\n");
  CHECK(world.Read("a.csv") ==
        "a TIMESTAMP, b DATE, c DATE, d TIME\n"
        "2024-01-31 10:00:00.25|2024-01-31|2024-01-31|09:05:00\n"
        "2024-02-01 09:05:07|2024-02-01|2024-01-02|10:30:01");
  world.Put("us.csv", "a,b\n01/31/2024,1\n02/03/2024,2\n");
  CHECK(world.Read("us.csv") == "a DATE, b BIGINT\n2024-01-31|1\n2024-02-03|2");
}

TEST_CASE("encodings are told and read") {
  World world;
  const std::string text = "имя,сумма\nИван Петров,10\nАнна Сидорова,20\nОльга Щукина,30\n";
  const std::string expected =
      "имя VARCHAR, сумма BIGINT\nАнна Сидорова|20\nИван Петров|10\nОльга Щукина|30";
  const auto encode = [&](const char* command) {
    world.Put("utf8.csv", text);
    const std::string run = "iconv -f UTF-8 -t " + std::string(command) + " " +
                            world.Path("utf8.csv") + " > " + world.Path("x.csv");
    REQUIRE(std::system(run.c_str()) == 0);
  };
  for (const char* encoding :
       {"UTF-8", "CP1251", "KOI8-R", "CP866", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"}) {
    CAPTURE(encoding);
    encode(encoding);
    CHECK(world.Read("x.csv") == expected);
  }
  world.Put("bom.csv", "\xEF\xBB\xBF" + text);
  CHECK(world.Read("bom.csv") == expected);
  world.Put("latin.csv",
            "name,n\nJos\xE9 Mu\xF1oz,1\nFran\xE7ois Lef\xE8vre,2\nJ\xFCrgen M\xFCller,3\n");
  CHECK(world.Read("latin.csv") ==
        "name VARCHAR, n BIGINT\nFrançois Lefèvre|2\nJosé Muñoz|1\nJürgen Müller|3");
}

TEST_CASE("an encoding that cannot be told is asked for, and the wrong one is an error") {
  World world;
  world.Put("x.csv", "a,b\n\x81\x9D,1\n");
  CHECK(world.Read("x.csv").starts_with("error unknown_encoding: "));
  world.Put("y.csv", "имя\nИван\n\xD0");
  CHECK(world.Read("y.csv", R"({"encoding":"utf-16"})").starts_with("error bad_encoding: "));
  const auto scan = world.TryScan("y.csv", R"({"encoding":"klingon"})");
  REQUIRE_FALSE(scan.has_value());
  CHECK(scan.error().id == "bad_option");
}

TEST_CASE("a large file that is not UTF-8 only far behind its beginning") {
  World world;
  std::string text = "id,city\n";
  for (int i = 0; i < 900000; ++i)
    text += std::to_string(i) + ",Some city name\n";
  world.Put("a.csv",
            text + "900000,\xCC\xEE\xF1\xEA\xE2\xE0 \xE8 \xD2\xE2\xE5\xF0\xFC\n" + text.substr(8));
  CHECK(world.Read("a.csv", "", "SELECT city FROM $ AS t WHERE id = 900000") ==
        "id BIGINT, city VARCHAR\nМосква и Тверь");
  std::string cyrillic = "id,city\n";
  for (int i = 0; i < 500000; ++i)
    cyrillic += std::to_string(i) + ",Нижний Новгород\n";
  world.Put("b.csv", cyrillic);
  CHECK(IsUtf8File(world.Path("b.csv"), {}).value());
  for (const size_t at :
       {size_t{4 << 20}, size_t{(4 << 20) + 1}, size_t{(4 << 20) - 1}, cyrillic.size() - 2}) {
    std::string broken = cyrillic;
    broken[at] = '\xFF';
    world.Put("c.csv", broken);
    CAPTURE(at);
    CHECK_FALSE(IsUtf8File(world.Path("c.csv"), {}).value());
  }
  world.Put("d.csv", cyrillic.substr(0, cyrillic.size() - 2));  // cut inside a character
  CHECK_FALSE(IsUtf8File(world.Path("d.csv"), {}).value());
}

TEST_CASE("line ends of two kinds in one file are unified") {
  World world;
  world.Put("a.csv", "a,b\r\n1,x\n2,\"y\r\nz\"\r\n3,w\n");
  CHECK(world.Read("a.csv") == "a BIGINT, b VARCHAR\n1|x\n2|y\r\nz\n3|w");
}

TEST_CASE("a large file is sampled, and a value that does not fit is named with its line") {
  World world;
  std::string text = "id,amount,code,day,note\n";
  for (int i = 0; i < 500000; ++i)
    text += std::to_string(i) + "," + std::to_string(i % 1000) + ".50," +
            std::to_string(1000 + i % 9000) + ",2024-01-15,\"line\nbreak\"\n";
  const auto with = [&](const std::string& row) {
    // In the middle, where no sample looks: 17 MB and 14 places.
    size_t at = text.size() / 2 + 300000;
    at = text.find("\nbreak\"\n", at) + 8;
    const auto line =
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    world.Put("big.csv", text.substr(0, at) + row + "\n" + text.substr(at));
    return ":" + std::to_string(line);
  };
  const std::string columns =
      "SELECT count(*), sum(id), sum(amount), min(code), max(day), min(note) FROM $ AS t";
  with("1,1.50,1001,2024-01-15,x");
  const auto scan = world.TryScan("big.csv");
  REQUIRE(scan.has_value());
  CHECK(scan->sampled);
  CHECK(*scan->rows > 450000);
  CHECK(*scan->rows < 550000);
  CHECK(world.Types("big.csv") ==
        "id BIGINT, amount DECIMAL(18,2), code BIGINT, day DATE, note VARCHAR");
  struct Bad {
    const char* row;
    const char* column;
  };
  for (const Bad& bad :
       {Bad{"1,1.505,1001,2024-01-15,x", "amount"}, Bad{"1,abc,1001,2024-01-15,x", "amount"},
        Bad{"1,1.50,00123,2024-01-15,x", "code"}, Bad{"1,1.50,12.5,2024-01-15,x", "code"},
        Bad{"1,1.50,+5,2024-01-15,x", "code"}, Bad{"1,1.50,1001,2024-01-15 10:00:00,x", "day"},
        Bad{"1,1.50,1001,N/A,x", "day"}, Bad{"1.0,1.50,1001,2024-01-15,x", "id"}}) {
    CAPTURE(bad.row);
    const std::string place = with(bad.row);
    const std::string result = world.Read("big.csv", "", columns);
    CHECK(result.find("error value_does_not_fit: a value of column " + std::string(bad.column)) !=
          std::string::npos);
    CHECK(result.ends_with("@big.csv" + place));
  }
  with("1,1.505,1001,2024-01-15,x");
  CHECK(world.Types("big.csv", R"({"sample":"all"})").find("amount DECIMAL(18,3)") !=
        std::string::npos);
  with("1,abc,1001,2024-01-15,x");
  CHECK(world.Types("big.csv", R"({"types":{"amount":"VARCHAR"}})").find("amount VARCHAR") !=
        std::string::npos);
}

TEST_CASE("archives are read, and broken ones are errors at any length") {
  World world;
  std::string text = "a,b\n";
  for (int i = 0; i < 20000; ++i)
    text += std::to_string(i) + ",x\n";
  world.Put("a.csv", text);
  const auto shell = [&](const std::string& command) {
    REQUIRE(std::system(("cd " + world.data_folder() + " && " + command).c_str()) == 0);
  };
  shell("gzip -k a.csv");
  const std::string counted = "a BIGINT, b VARCHAR\n20000|199990000";
  const std::string sql = "SELECT count(*), sum(a) FROM $ AS t";
  CHECK(world.Read("a.csv.gz", "", sql) == counted);
  shell("cp a.csv.gz nameless && cp a.csv.gz liar.csv");
  CHECK(world.Read("liar.csv", "", sql) == counted);
  CHECK(world.Read("nameless", R"({"format":"csv"})", sql) == counted);
  // Two members one after the other, padded with zeros.
  shell(
      "head -1 a.csv | gzip > two.csv.gz; tail -n +2 a.csv | gzip >> two.csv.gz; printf "
      "'\\0\\0\\0' >> two.csv.gz");
  CHECK(world.Read("two.csv.gz", "", sql) == counted);
  const std::string whole = world.Get("a.csv.gz");
  for (const size_t cut : {whole.size() / 2, whole.size() - 8, whole.size() - 1, size_t{5}}) {
    CAPTURE(cut);
    world.Put("cut.csv.gz", whole.substr(0, cut));
    CHECK(world.Read("cut.csv.gz", "", sql).starts_with("error truncated_file"));
  }
  std::string wrong = whole;
  wrong[wrong.size() - 6] ^= 1;  // checksum
  world.Put("wrong.csv.gz", wrong);
  CHECK(world.Read("wrong.csv.gz", "", sql).starts_with("error corrupt_file"));
  world.Put("none.csv.gz", "a,b\n1,2\n");
  CHECK(world.Read("none.csv.gz").starts_with("error corrupt_file"));
}

TEST_CASE("a broken archive that is too large to be looked at first fails while it is read") {
  World world;
  std::string text = "a,b\n";
  for (int i = 0; i < 1500000; ++i)
    text += std::to_string(i) + ",some text\n";
  world.Put("a.csv", text);
  REQUIRE(std::system(("gzip -1 " + world.Path("a.csv")).c_str()) == 0);
  const std::string sql = "SELECT count(*), sum(a) FROM $ AS t";
  CHECK(world.Read("a.csv.gz", "", sql) == "a BIGINT, b VARCHAR\n1500000|1124999250000");
  const std::string whole = world.Get("a.csv.gz");
  world.Put("cut.csv.gz", whole.substr(0, whole.size() - 4));
  CHECK(world.TryScan("cut.csv.gz").has_value());
  CHECK(world.Read("cut.csv.gz", "", sql).starts_with("error truncated_file"));
}

TEST_CASE("patterns join files by the names of their columns") {
  World world;
  world.Put("m/orders_2024-01.csv", "id,amount\n1,1.5\n");
  world.Put("m/orders_2024-02.csv", "amount,id,extra\n2.25,2,x\n");
  world.Put("m/orders_2024-03.csv", "id;amount\n3;3,25\n");
  world.Put("m/.hidden_orders_1.csv", "id\n9\n");
  world.Put("m/.orders_x.csv.aietl-1.tmp", "id\n9\n");
  CHECK(world.Read("m/orders_*.csv") ==
        "id BIGINT, amount DECIMAL(18,2), extra VARCHAR\n1|1.50|∅\n2|2.25|x\n3|3.25|∅");
  CHECK(world.Read("m/orders_*.csv", R"({"filename":true,"row_number":true})") ==
        "id BIGINT, amount DECIMAL(18,2), extra VARCHAR, filename VARCHAR, row_number BIGINT\n"
        "1|1.50|∅|m/orders_2024-01.csv|1\n2|2.25|x|m/orders_2024-02.csv|1\n3|3.25|∅|m/"
        "orders_2024-03.csv|1");
  CHECK(world.Read("**/orders_2024-0[12].csv", "", "SELECT count(*) FROM $ AS t").ends_with("\n2"));
}

TEST_CASE("files of a pattern whose types do not go together") {
  World world;
  world.Put("a1.csv", "id,code\n1,2024-01-01\n");
  world.Put("a2.csv", "id,code\n2,17\n");
  CHECK(world.Read("a*.csv") ==
        "error mixed_types: column code is DATE in a1.csv and BIGINT in a2.csv");
  CHECK(world.Types("a*.csv", R"({"types":{"code":"VARCHAR"}})") == "id BIGINT, code VARCHAR");
  world.Put("b1.csv", "id,code\n1,17\n");
  world.Put("b2.csv", "id,code\n2,007\n");
  CHECK(world.Read("b*.csv") == "id BIGINT, code VARCHAR\n1|17\n2|007");
  world.Put("c1.csv", "id,n\n1,\n");
  world.Put("c2.csv", "id,n\n2,5\n");
  CHECK(world.Read("c*.csv") == "id BIGINT, n BIGINT\n1|∅\n2|5");
  world.Put("d1.csv", "id\n1\n");
  world.Put("d2.csv", "");
  CHECK(world.Read("d*.csv") == "id BIGINT\n1");
}

TEST_CASE("what is not there, or is no data, is an error with the way out") {
  World world;
  world.Put("orders.csv", "id\n1\n");
  world.Put("empty.csv", "");
  world.Put("x.xlsx", "PK\x03\x04 and so on");
  const auto error = [&](const std::string& path, const std::string& options = "") {
    const auto scan = world.TryScan(path, options);
    REQUIRE_FALSE(scan.has_value());
    return scan.error().id + "; " + scan.error().hint;
  };
  CHECK(error("order.csv") == "no_such_file; did you mean orders.csv?");
  CHECK(error("order_*.csv").starts_with("no_such_file; "));
  CHECK(error(".").starts_with("is_a_folder; "));
  CHECK(error("empty.csv").starts_with("empty_file; "));
  CHECK(error("x.xlsx").starts_with("unknown_format; "));
  CHECK(error("orders.csv", R"({"types":{"idd":"BIGINT"}})") == "unknown_column; did you mean id?");
  CHECK(error("orders.csv", R"({"types":{"id":"NUMBERISH"}})").starts_with("bad_option; "));
}

TEST_CASE("projection, bounds and limit go into the relation") {
  World world;
  world.Put("a.csv", "id,day,x\n1,2024-01-01,a\n2,2024-01-02,b\n3,,c\n");
  ReadRequest request;
  request.table = "a.csv";
  request.folder = world.data_folder();
  request.columns = {"X", "id"};
  request.bounds = {{"day", ">=", "2024-01-02"}};
  auto scan = world.session().Read(request, {});
  REQUIRE(scan.has_value());
  CHECK(scan->schema.Names() == std::vector<std::string>{"x", "id"});
  const auto rows = world.connection().Fetch("SELECT * FROM " + scan->relation + " AS t");
  REQUIRE(rows.has_value());
  REQUIRE(rows->rows.size() == 1);
  CHECK(rows->rows[0][0] == "b");
  CHECK(scan->stamps.size() == 1);
  CHECK(scan->paths == std::vector<std::string>{world.Path("a.csv")});
  request.columns = {"idd"};
  scan = world.session().Read(request, {});
  REQUIRE_FALSE(scan.has_value());
  CHECK(scan.error().hint == "did you mean id?");
}

TEST_CASE("missing fields are NULL where the document is not strict") {
  World world;
  world.Put("a.csv", "a,b,c\n1,2,3\n4\n5,6\n");
  CHECK(world.Read("a.csv") ==
        "error ragged_row: this line has 1 fields, the first one has 3 @a.csv:3");
  CHECK(world.Read("a.csv", R"({"strict":false})") ==
        "a BIGINT, b BIGINT, c BIGINT\n1|2|3\n4|∅|∅\n5|6|∅");
}

TEST_CASE("Parquet: rows from the footer, broken files are errors") {
  World world;
  const auto make = [&](const std::string& name, const std::string& select) {
    REQUIRE(world.connection()
                .Execute("COPY (" + select + ") TO '" + world.Path(name) + "' (FORMAT parquet)")
                .has_value());
  };
  make("a1.parquet", "SELECT range::INTEGER AS id, 'x' AS s FROM range(10)");
  make("a2.parquet", "SELECT 100::BIGINT AS id, 2.5 AS extra");
  const auto scan = world.TryScan("a1.parquet");
  REQUIRE(scan.has_value());
  CHECK(scan->rows == 10);
  CHECK(scan->work == "read parquet");
  CHECK(world.Read("a*.parquet", "",
                   "SELECT count(*), sum(id), count(extra), count(s) FROM $ AS t") ==
        "id BIGINT, s VARCHAR, extra DECIMAL(2,1)\n11|145|1|10");
  CHECK(world.Read("a2.parquet", R"({"filename":true,"row_number":true})") ==
        "id BIGINT, extra DECIMAL(2,1), filename VARCHAR, row_number BIGINT\n100|2.5|a2.parquet|1");
  const std::string bytes = world.Get("a1.parquet");
  world.Put("cut.parquet", bytes.substr(0, bytes.size() / 2));
  CHECK(world.Read("cut.parquet").starts_with("error corrupt_file"));
  world.Put("no.parquet", "a,b\n1,2\n");
  CHECK(world.Read("no.parquet").starts_with("error corrupt_file"));
  world.Put("zero.parquet", "");
  CHECK(world.Read("zero.parquet").starts_with("error corrupt_file"));
  make("b1.parquet", "SELECT 1 AS id");
  make("b2.parquet", "SELECT 'x' AS id");
  CHECK(world.Read("b*.parquet") ==
        "error mixed_types: column id is INTEGER in b1.parquet and VARCHAR in b2.parquet");
}

TEST_CASE("JSON: nothing is lost, whatever its layout") {
  World world;
  const std::string expected =
      "id BIGINT, p DECIMAL(18,2), late STRUCT(\"x\" BIGINT[])\n1|1.50|∅\n2|2.25|{'x': [1]}";
  world.Put("a.json", R"([{"id":1,"p":1.5},{"id":2,"p":2.25,"late":{"x":[1]}}])");
  CHECK(world.Read("a.json") == expected);
  world.Put("b.ndjson", "{\"id\":1,\"p\":1.5}\n{\"id\":2,\"p\":2.25,\"late\":{\"x\":[1]}}\n");
  CHECK(world.Read("b.ndjson") == expected);
  CHECK(world.Read("b.ndjson", R"({"row_number":true})")
            .find("row_number BIGINT\n1|1.50|∅|1\n2|2.25|{'x': [1]}|2") != std::string::npos);
  world.Put("c.json", "{\n \"id\":1,\n \"p\":1.5\n}\n{\"id\":2,\"p\":2.25,\"late\":{\"x\":[1]}}");
  CHECK(world.Read("c.json") == expected);
  world.Put("d.json",
            "\xEF\xBB\xBF{\"total\":2,\"data\":[{\"id\":1,\"p\":1.5},{\"id\":2,\"p\":2.25,\"late\":"
            "{\"x\":[1]}}]}");
  CHECK(world.Read("d.json") == expected);
  world.Put("e.json", R"({"id":7,"items":[{"x":1}]})");
  CHECK(world.Read("e.json") == "id BIGINT, items STRUCT(\"x\" BIGINT)[]\n7|[{'x': 1}]");
  CHECK(world.Read("e.json", R"({"records":"items"})") == "x BIGINT\n1");
  CHECK(world
            .Read("[a-c].*json", R"({"filename":true})",
                  "SELECT count(DISTINCT filename), count(*) FROM $ AS t")
            .ends_with("\n3|6"));
}

TEST_CASE("JSON: types from every record") {
  World world;
  world.Put(
      "a.json",
      R"([{"i":1,"big":12345678901234567890123,"d":"2024-01-05","t":"2024-01-01T10:00:00","z":"2024-01-01T10:00:00Z","code":"007","b":true,"n":null,"m":1,"e":[],"f":0.1},)"
      R"({"i":9007199254740993,"big":1,"d":null,"t":"2024-01-01","m":"x","e":[],"f":1e300}])");
  CHECK(world.Read("a.json") ==
        "i BIGINT, big HUGEINT, d DATE, t TIMESTAMP, z TIMESTAMP WITH TIME ZONE, code VARCHAR, b "
        "BOOLEAN, n VARCHAR, m VARCHAR, e JSON[], f DOUBLE\n"
        "1|12345678901234567890123|2024-01-05|2024-01-01 10:00:00|2024-01-01 "
        "10:00:00+00|007|true|∅|1|[]|0.1\n"
        "9007199254740993|1|∅|2024-01-01 00:00:00|∅|∅|∅|∅|x|[]|1e+300");
  std::string many = "[";
  for (int i = 0; i < 300; ++i)
    many += (i > 0 ? "," : "") + std::string("{\"id\":") + std::to_string(i) + ",\"days\":{\"k" +
            std::to_string(i) + "\":" + std::to_string(i) + "}}";
  world.Put("map.json", many + "]");
  CHECK(world.Types("map.json") == "id BIGINT, days MAP(VARCHAR, BIGINT)");
}

TEST_CASE("JSON: what is broken is named with its line") {
  World world;
  const auto read = [&](const std::string& text) {
    world.Put("x.json", text);
    return world.Read("x.json");
  };
  CHECK(read("{\"a\":1}\n{\"a\":}\n").starts_with("error bad_json"));
  CHECK(read("{\"a\":1}\n{\"a\":}\n").ends_with("@x.json:2"));
  CHECK(read("[{\"a\":1},\n{\"a\":2}\n")
            .starts_with("error bad_json: this is no JSON: it ends too early"));
  CHECK(read("[{\"a\":1}] x").starts_with("error bad_json"));
  CHECK(read("{\"a\":1,\"a\":2}").starts_with("error duplicate_key"));
  CHECK(read("{\"a\":007}").starts_with("error bad_json"));
  CHECK(read("{\"a\":\"x").starts_with("error bad_json"));
  CHECK(read("[1,2]").starts_with("error no_records"));
  CHECK(read("[]").starts_with("error empty_file"));
  CHECK(read("{\"a\":1,\"A\":2}").starts_with("error duplicate_column_name"));
}

TEST_CASE(
    "discovery: files of the folder with their columns, samples and keys; series as a pattern") {
  World world;
  world.Put("customers.json",
            R"([{"id":1,"city":"Москва"},{"id":2,"city":"Москва"},{"id":3,"city":"Тверь"}])");
  world.Put("sales/orders_2024-01.csv", "order_id,amount\n1,5\n2,5\n");
  world.Put("sales/orders_2024-02.csv", "order_id,amount\n3,7\n");
  world.Put("sales/orders_old.csv", "whatever\nx\n");
  world.Put("broken.json", "[{");
  world.Put("notes.md", "# no data");
  world.Put(".hidden.csv", "a\n1\n");
  DiscoverRequest request;
  request.sample_values = 2;
  const auto found = world.session().Discover(request, {});
  REQUIRE(found.has_value());
  std::string names;
  for (const TableInfo& info : *found)
    names += info.kind + " " + info.name + "; ";
  CHECK(names ==
        "file broken.json; file customers.json; file sales/orders_2024-01.csv; file "
        "sales/orders_2024-02.csv; file sales/orders_old.csv; files sales/orders_[0-9]*.csv; ");
  CHECK((*found)[0].problems.size() == 1);
  const TableInfo& customers = (*found)[1];
  CHECK(customers.rows == 3);
  CHECK(customers.rows_exact);
  CHECK(customers.columns[1].samples == std::vector<std::string>{"Москва", "Тверь"});
  CHECK(customers.columns[0].min == "1");
  CHECK(customers.columns[0].max == "3");
  CHECK(customers.unique_keys == std::vector<std::vector<std::string>>{{"id"}});
  CHECK((*found)[5].rows == 3);
}

TEST_CASE("buffers of the reader are cut to the memory that is granted") {
  World world;
  world.Put("a.csv", "id,name\n1,x\n2,y\n");
  ReadRequest request;
  request.table = world.Path("a.csv");
  const auto relation = [&](int64_t memory) {
    request.memory = memory;
    const auto scan = world.session().Read(request, {});
    REQUIRE(scan.has_value());
    return scan->relation;
  };
  CHECK(relation(200'000'000).find("buffer_size=8000000") != std::string::npos);
  CHECK(relation(64'000'000).find("buffer_size=4000000") != std::string::npos);
  CHECK(relation(0).find("buffer_size") == std::string::npos);
  CHECK(relation(16'000'000'000).find("buffer_size") == std::string::npos);
}

}  // namespace aietl::connectors::files
