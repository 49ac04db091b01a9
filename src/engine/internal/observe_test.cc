#include "engine/internal/observe.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "data/vector.h"
#include "engine/internal/value_hash.h"

using namespace aietl;
using namespace aietl::engine;
using data::Checksum;
using data::Type;
using data::TypeId;
using data::VectorView;

namespace {

struct Observing {
  std::unique_ptr<data::Database> database;
  std::unique_ptr<data::Connection> connection;

  explicit Observing(int threads = 3) {
    auto opened = data::Database::Open({.threads = threads});
    REQUIRE(opened.has_value());
    database = std::move(*opened);
    REQUIRE(RegisterObserve(*database).has_value());
    auto connected = database->Connect();
    REQUIRE(connected.has_value());
    connection = std::move(*connected);
  }

  void Run(const std::string& sql) const {
    const auto result = connection->Execute(sql);
    REQUIRE_MESSAGE(
        result.has_value(),
        (result ? std::string() : result.error().ToString() + " in " + sql.substr(0, 300)));
  }

  Checksum Sum(const std::string& select) const {
    const ObserveSlot slot;
    Run("SELECT count(*) FROM (" + slot.Wrap(select, true) + ")");
    return slot.Take();
  }
};

// The same hash, one value at a time over flat vectors, by walking types recursively.
uint64_t NaiveHash(const VectorView& vector, int64_t row) {
  const Type& type = vector.type();
  if (vector.IsNull(row)) return kNullHash;
  switch (type.id) {
    case TypeId::kFloat: return HashDouble(vector.At<float>(row));
    case TypeId::kDouble: return HashDouble(vector.At<double>(row));
    case TypeId::kDecimal: return HashDecimal<Wide>(vector.IntegerAt(row), type.scale);
    case TypeId::kVarchar:
    case TypeId::kBlob: return HashBytes(vector.TextAt(row).data(), vector.TextAt(row).size());
    case TypeId::kEnum: return HashBytes(vector.LabelAt(row).data(), vector.LabelAt(row).size());
    case TypeId::kTimestampS: return HashTimestamp(vector.At<int64_t>(row), 1'000'000'000);
    case TypeId::kTimestampMs: return HashTimestamp(vector.At<int64_t>(row), 1'000'000);
    case TypeId::kTimestamp:
    case TypeId::kTime:
    case TypeId::kTimestampTz: return HashTimestamp(vector.At<int64_t>(row), 1000);
    case TypeId::kTimestampNs: return HashTimestamp(vector.At<int64_t>(row), 1);
    case TypeId::kInterval: {
      const auto value = vector.At<duckdb_interval>(row);
      return HashTwoWords(static_cast<uint64_t>(value.micros),
                          (static_cast<uint64_t>(static_cast<uint32_t>(value.months)) << 32) |
                              static_cast<uint32_t>(value.days));
    }
    case TypeId::kStruct: {
      uint64_t hash = kMix2;
      for (size_t i = 0; i < type.fields.size(); ++i)
        hash = HashAppend(hash, NaiveHash(vector.Child(i), row));
      return hash;
    }
    case TypeId::kList:
    case TypeId::kArray: {
      const auto range = vector.ListAt(row);
      uint64_t hash = HashWord(static_cast<uint64_t>(range.length));
      for (int64_t i = 0; i < range.length; ++i)
        hash = HashAppend(hash, NaiveHash(vector.Child(0), range.offset + i));
      return hash;
    }
    case TypeId::kMap: {
      const auto range = vector.ListAt(row);
      uint64_t hash = HashWord(static_cast<uint64_t>(range.length));
      for (int64_t i = range.offset; i < range.offset + range.length; ++i) {
        const uint64_t entry = HashAppend(HashAppend(kMix2, NaiveHash(vector.Child(0), i)),
                                          NaiveHash(vector.Child(1), i));
        hash = HashAppend(hash, entry);
      }
      return hash;
    }
    default: return HashInteger(vector.IntegerAt(row));
  }
}

Checksum NaiveSum(data::Connection& connection, const std::string& select) {
  auto stream = connection.Query(select);
  REQUIRE(stream.has_value());
  const auto& columns = (*stream)->schema().columns;
  Checksum sum;
  sum.columns.resize(columns.size());
  const auto add = [](data::ColumnSum& to, uint64_t hash) {
    to.low += hash;
    to.high += to.low < hash ? 1 : 0;
  };
  for (;;) {
    auto chunk = (*stream)->Next();
    REQUIRE(chunk.has_value());
    if (!*chunk) return sum;
    for (int64_t row = 0; row < (*chunk)->rows(); ++row) {
      uint64_t together = kMix2;
      for (size_t i = 0; i < columns.size(); ++i) {
        const VectorView vector((*chunk)->handle(), static_cast<int>(i), columns[i].type);
        const uint64_t hash = vector.IsNull(row) ? 0 : NaiveHash(vector, row);
        sum.columns[i].nulls += vector.IsNull(row) ? 1 : 0;
        add(sum.columns[i], hash);
        together = HashAppend(together, hash);
      }
      add(sum.together, together);
    }
    sum.rows += (*chunk)->rows();
  }
}

// A table of every type with NULLs at all depths, the same for the same seed.
std::string RandomTable(int rows, int seed) {
  const std::string r = "hash(i, " + std::to_string(seed) + ", ";
  const auto random = [&](int salt) { return "(" + r + std::to_string(salt) + "))"; };
  const auto maybe = [&](int salt, const std::string& value) {
    return "CASE WHEN " + random(1000 + salt) + " % 7 = 0 THEN NULL ELSE " + value + " END";
  };
  const auto number = [&](int salt, const char* modulo) {
    return "(" + random(salt) + " % " + modulo + ")::BIGINT";
  };
  std::string sql = "SELECT i AS id";
  const auto column = [&](const char* name, int salt, const std::string& value) {
    sql += ", " + maybe(salt, value) + " AS " + name;
  };
  column("b", 1, number(1, "2") + " = 1");
  column("i8", 2, "(" + number(2, "256") + " - 128)::TINYINT");
  column("u8", 3, number(3, "256") + "::UTINYINT");
  column("i16", 4, "(" + number(4, "65536") + " - 32768)::SMALLINT");
  column("i32", 5, "(" + number(5, "4294967296") + " - 2147483648)::INTEGER");
  column("i64", 6, "(" + number(6, "9007199254740993") + " * -1000)");
  column("u64", 7, random(7) + "::UBIGINT");
  column("i128", 8, number(8, "1000000") + "::HUGEINT * 170141183460469231731687303715");
  column("d4", 9, "(" + number(9, "1000") + " / 10)::DECIMAL(4,1)");
  column("d9", 10, "(" + number(10, "1000000") + ")::DECIMAL(9,2)");
  column("d18", 11, "(" + number(11, "1000000000000") + " / 1000)::DECIMAL(18,3)");
  column("d38", 12, number(12, "1000000000000") + "::DECIMAL(38,9) * 1000");
  column("f", 13, "(" + number(13, "1000") + " / 8)::FLOAT");
  column("d", 14,
         "CASE " + number(14, "5") + " WHEN 0 THEN 'nan'::DOUBLE WHEN 1 THEN -0.0 ELSE " +
             number(14, "100000") + " / 7 END");
  column(
      "s", 15,
      "repeat(chr((97 + " + number(15, "26") + ")::INTEGER), (" + number(16, "60") + ")::INTEGER)");
  column("bl", 17, "encode('ё' || " + number(17, "100000") + ")");
  column("dt", 18, "DATE '2000-01-01' + (" + number(18, "20000") + ")::INTEGER");
  column("tm", 19, "TIME '00:00:00' + to_microseconds(" + number(19, "86400000000") + ")");
  column("ts", 20, "make_timestamp(" + number(20, "2000000000000000") + ")");
  column("tz", 21, "make_timestamp(" + number(21, "2000000000000000") + ")::TIMESTAMPTZ");
  column("ts_s", 22, "make_timestamp(" + number(22, "2000000000") + " * 1000000)::TIMESTAMP_S");
  column("ts_ms", 23, "make_timestamp(" + number(23, "2000000000000") + " * 1000)::TIMESTAMP_MS");
  column("ts_ns", 24, "make_timestamp_ns(" + number(24, "2000000000000000000") + ")");
  column("iv", 25,
         "to_months((" + number(25, "30") + ")::INTEGER) + to_days((" + number(26, "40") +
             ")::INTEGER)");
  column("en", 27,
         "['a', 'beta', 'a label longer than twelve'][1 + " + number(27, "3") +
             "]::ENUM('a', 'beta', 'a label longer than twelve')");
  column("l", 28,
         "list_transform(range(" + number(28, "5") +
             "), lambda x: CASE WHEN x = 2 THEN NULL ELSE x + i END)");
  column("st", 29,
         "{'n': " + maybe(30, number(30, "50") + "::INTEGER") + ", 'l': list_transform(range(" +
             number(31, "3") + "), lambda x: 'v' || x)}");
  column("mp", 32,
         "map_from_entries(list_transform(range(" + number(32, "4") +
             "), lambda x: {'k': 'k' || x, 'v': i * x}))");
  sql += ", CAST(" + maybe(33, "[i, NULL, " + number(33, "9") + "]") +
         " AS BIGINT[3]) AS ar";  // no CASE gives an ARRAY
  column("ll", 34,
         "list_transform(range(" + number(34, "3") +
             "), lambda x: {'a': [x, i], 'b': NULL::VARCHAR})");
  column("uu", 35, "md5('' || " + number(35, "1000") + ")::UUID");
  return sql + " FROM (SELECT range::BIGINT AS i FROM range(" + std::to_string(rows) + "))";
}

}  // namespace

TEST_CASE("the sums are those of a naive walk over every value") {
  const Observing engine;
  for (const int rows : {0, 1, 2047, 2049, 10000}) {
    CAPTURE(rows);
    engine.Run("CREATE OR REPLACE TABLE t AS " + RandomTable(rows, rows));
    const Checksum fast = engine.Sum("SELECT * FROM t");
    const Checksum naive = NaiveSum(*engine.connection, "SELECT * FROM t");
    CHECK(fast.rows == rows);
    for (size_t i = 0; i < fast.columns.size(); ++i) {
      CAPTURE(i);
      CHECK(fast.columns[i] == naive.columns[i]);
    }
    CHECK(fast.together == naive.together);
  }
}

TEST_CASE("order, threads and the shape of vectors do not change the sums") {
  const Observing engine;
  engine.Run("CREATE TABLE t AS " + RandomTable(20000, 1));
  const Checksum sum = engine.Sum("SELECT * FROM t");
  CHECK(engine.Sum("SELECT * FROM t ORDER BY hash(id)") == sum);
  CHECK(Observing(1).Sum(RandomTable(20000, 1)) == sum);
  // Joins and filters give dictionary vectors, over children that hold more than the rows name.
  CHECK(
      engine.Sum("SELECT t.* FROM t JOIN (SELECT id FROM t) u USING (id) WHERE hash(id) % 1 = 0") ==
      sum);
  const Checksum even = engine.Sum("SELECT * FROM t WHERE id % 2 = 0");
  const Checksum odd = engine.Sum("SELECT * FROM t WHERE id % 2 = 1");
  CHECK(even.rows + odd.rows == sum.rows);
  CHECK(even != odd);
  const Checksum both =
      engine.Sum("SELECT * FROM t WHERE id % 2 = 0 UNION ALL SELECT * FROM t WHERE id % 2 = 1");
  CHECK(both == sum);
  // A constant in a chunk, and the same values one by one.
  CHECK(engine.Sum("SELECT 'x' AS a, NULL::INTEGER AS b, [1, 2] AS c FROM range(5000)") ==
        engine.Sum("SELECT chr((120 + i % 1)::INTEGER), CASE WHEN i < 0 THEN 1 END, [1 + i - i, 2] "
                   "FROM (SELECT range AS i FROM range(5000))"));
}

TEST_CASE("one changed value changes its column and no other") {
  const Observing engine;
  engine.Run("CREATE TABLE t AS " + RandomTable(3000, 2));
  const Checksum sum = engine.Sum("SELECT * FROM t");
  const auto schema = engine.connection->Describe("SELECT * FROM t");
  REQUIRE(schema.has_value());
  for (size_t i = 1; i < schema->columns.size(); ++i) {
    const std::string name = schema->columns[i].name;
    CAPTURE(name);
    if (schema->columns[i].type.id == TypeId::kArray) continue;  // CASE cannot give one
    const std::string other = "(SELECT any_value(" + name + ") FROM t WHERE " + name +
                              " IS NOT NULL AND id <> 1500 AND " + name +
                              " IS DISTINCT FROM (SELECT " + name + " FROM t WHERE id = 1500))";
    const Checksum changed = engine.Sum("SELECT * REPLACE (CASE WHEN id = 1500 THEN " + other +
                                        " ELSE " + name + " END AS " + name + ") FROM t");
    for (size_t k = 0; k < sum.columns.size(); ++k)
      CHECK((changed.columns[k] == sum.columns[k]) == (k != i));
    CHECK(changed.together != sum.together);
  }
}

TEST_CASE("values that moved to another row are seen though every column is whole") {
  const Observing engine;
  const Checksum straight =
      engine.Sum("SELECT i AS a, i AS b FROM (SELECT range AS i FROM range(100))");
  const Checksum crossed =
      engine.Sum("SELECT i AS a, 99 - i AS b FROM (SELECT range AS i FROM range(100))");
  CHECK(straight.columns == crossed.columns);
  CHECK(straight.together != crossed.together);
}

TEST_CASE("the same values in other types have the same sums") {
  const Observing engine;
  const auto same = [&](const char* a, const char* b) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK(engine.Sum(std::string("SELECT ") + a) == engine.Sum(std::string("SELECT ") + b));
  };
  const auto differ = [&](const char* a, const char* b) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK(engine.Sum(std::string("SELECT ") + a) != engine.Sum(std::string("SELECT ") + b));
  };
  same("-5::TINYINT", "-5::HUGEINT");
  same("200::UTINYINT", "200::BIGINT");
  same("18446744073709551615::UBIGINT", "18446744073709551615::HUGEINT");
  same("true", "1");
  same("1.50::DECIMAL(4,2)", "1.5::DECIMAL(38,1)");
  same("2::DECIMAL(18,4)", "2::INTEGER");
  same("0::DECIMAL(9,3)", "0");
  same("0.5::FLOAT", "0.5::DOUBLE");
  same("-0.0::DOUBLE", "0.0::DOUBLE");
  same("'nan'::DOUBLE", "-('nan'::DOUBLE)");
  same("'abc'::ENUM('x', 'abc')", "'abc'");
  same("TIMESTAMP_S '2020-01-01 00:00:01'", "TIMESTAMP '2020-01-01 00:00:01'");
  same("'2020-01-01 00:00:01+00'::TIMESTAMPTZ", "TIMESTAMP_NS '2020-01-01 00:00:01'");
  same("'infinity'::TIMESTAMP", "'infinity'::TIMESTAMP_S");
  same("[1, 2]::INTEGER[2]", "[1, 2]::BIGINT[]");
  same("{'a': 1}", "{'other': 1::SMALLINT}");
  same("'{\"a\": [1, 2], \"b\": \"x \\\" y\"}'::JSON", "'{\"a\":[1,2],\"b\":\"x \\\" y\"}'::JSON");
  same("'0101'::BIT", "'0101'");
  differ("'{\"a\": \"x y\"}'::JSON", "'{\"a\": \"xy\"}'::JSON");
  differ("1.5", "15");
  differ("0.15", "1.5");
  differ("[1, 2]", "[2, 1]");
  differ("[NULL]::INTEGER[]", "[]::INTEGER[]");
  differ("[[1], [2]]", "[[1, 2], []]");
  differ("''", "NULL::VARCHAR");
  differ("'a'", "'a '");
  differ("'infinity'::TIMESTAMP", "'-infinity'::TIMESTAMP");
  differ("{'a': 1, 'b': NULL::INTEGER}", "{'a': NULL::INTEGER, 'b': 1}");
}

TEST_CASE("lengths around the word sizes of the hash are told apart") {
  const Observing engine;
  std::vector<data::ColumnSum> seen;
  for (int length = 0; length <= 80; ++length) {
    // Texts of zeros and of ones, and with a change at either end.
    for (const char* text : {"repeat(chr(1), N)", "repeat('a', N)", "'b' || repeat('a', N)",
                             "repeat('a', N) || 'b'"}) {
      std::string sql = text;
      sql.replace(sql.find('N'), 1, std::to_string(length));
      const Checksum sum = engine.Sum("SELECT " + sql);
      if (length == 0 && sum.columns[0].low == HashBytes("", 0)) continue;
      if (length == 0) continue;
      for (const auto& other : seen)
        REQUIRE(other != sum.columns[0]);
      seen.push_back(sum.columns[0]);
    }
  }
  CHECK(seen.size() == 320);
}

TEST_CASE("rows written to Parquet and read again have equal sums") {
  const Observing engine;
  std::string folder = (std::filesystem::temp_directory_path() / "aietl_observe_XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  const std::string path = folder + "/t.parquet";
  for (const int seed : {3, 4}) {
    // HUGEINT becomes DOUBLE in Parquet, and intervals lose microseconds: connectors must not stage
    // those.
    engine.Run("CREATE OR REPLACE TABLE t AS SELECT * EXCLUDE (i128) FROM (" +
               RandomTable(9000, seed) + ")");
    const ObserveSlot slot;
    engine.Run("COPY (" + slot.Wrap("SELECT * FROM t", true) + ") TO '" + path +
               "' (FORMAT parquet, ROW_GROUP_SIZE 4096)");
    const Checksum written = slot.Take();
    CHECK(written.rows == 9000);
    CHECK(engine.Sum("SELECT * FROM t") == written);
    CHECK(engine.Sum("SELECT * FROM read_parquet('" + path + "')") == written);
    CHECK(engine.Sum("SELECT * FROM read_parquet('" + path + "') WHERE id <> 17") != written);
  }
  std::filesystem::remove_all(folder);
}

TEST_CASE(
    "several statements add up until reset, counts alone cost no sums, a running total is seen") {
  const Observing engine;
  ObserveSlot slot;
  CHECK(!slot.used());
  engine.Run("CREATE TABLE t AS " + slot.Wrap("SELECT range FROM range(5000)", false));
  CHECK(slot.used());
  CHECK(slot.rows() == 5000);
  CHECK(slot.Take().columns.empty());
  engine.Run("INSERT INTO t " + slot.Wrap("SELECT range FROM range(100)", false));
  CHECK(slot.Take().rows == 5100);
  slot.Reset();
  CHECK(!slot.used());
  CHECK(slot.Take() == Checksum());
  engine.Run("INSERT INTO t " +
             slot.Wrap("SELECT range FROM range(100) WHERE false -- a comment at the end", true));
  CHECK(slot.Take().rows == 0);
}

TEST_CASE("a slot that is gone is an error, as is registering twice none") {
  const Observing engine;
  CHECK(RegisterObserve(*engine.database).has_value());
  CHECK(!engine.connection->Execute("SELECT * FROM aietl_observe((SELECT 1), 99999, true)")
             .has_value());
  CHECK(engine.connection->Scalar("SELECT 42").value() == "42");
}
