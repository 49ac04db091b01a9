#include "connectors/files/csv_sniff.h"

#include <doctest/doctest.h>

namespace aietl::connectors::files {
namespace {

struct Case {
  const char* name;
  std::string text;
  const char* columns;        // "a BIGINT, b VARCHAR"
  const char* dialect = ",";  // delimiter, then "h" for a header
  const char* problems = "";  // codes of warnings
};

std::string Columns(const CsvSniff& sniff) {
  std::string text;
  for (const ColumnPlan& plan : sniff.columns)
    text += (text.empty() ? "" : ", ") + plan.name + " " + plan.type.ToSql();
  return text;
}

std::string Codes(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems)
    text += (text.empty() ? "" : " ") + problem.code;
  return text;
}

void Check(const Case& c, const ReadOptions& options = {}) {
  CAPTURE(c.name);
  const auto sniff = SniffText(c.text, false, options, "x.csv");
  REQUIRE_MESSAGE(sniff.has_value(), (sniff ? "" : sniff.error().ToString()));
  CHECK(Columns(*sniff) == c.columns);
  CHECK(sniff->dialect.delimiter + (sniff->dialect.header ? "h" : "") == c.dialect);
  CHECK(Codes(sniff->problems) == c.problems);
}

}  // namespace

TEST_CASE("types are what every value allows") {
  const Case cases[] = {
      {"integers", "a\n1\n-20\n0\n", "a BIGINT", ",h"},
      {"beyond 64 bits stays text", "a\n1\n92233720368547758070\n", "a VARCHAR", ",h"},
      {"64 bits fit", "a\n9223372036854775807\n-9223372036854775808\n", "a BIGINT", ",h"},
      {"leading zeros stay text", "a,b\n00123,1\n5,2\n", "a VARCHAR, b BIGINT", ",h"},
      {"negative leading zeros, too", "a,b\n-05,1\n", "a VARCHAR, b BIGINT", ",h"},
      {"zero itself is a number", "a\n0\n10\n", "a BIGINT", ",h"},
      {"0.5 is a number", "a\n0.5\n10\n", "a DECIMAL(18,1)", ",h"},
      {"007.5 is none", "a,b\n007.5,1\n", "a VARCHAR, b BIGINT", ",h"},
      {"a plus sign is a phone's", "a,b\n+79161234567,1\n", "a VARCHAR, b BIGINT", ",h"},
      {"phones by name", "id,phone\n1,79161234567\n2,79161234568\n", "id BIGINT, phone VARCHAR",
       ",h"},
      {"INN by name", "id,ИНН\n1,7707083893\n", "id BIGINT, ИНН VARCHAR", ",h"},
      {"ClientInn by its hump", "id,ClientInn\n1,7707083893\n", "id BIGINT, ClientInn VARCHAR",
       ",h"},
      {"postal codes by name", "id,zip_code\n1,10115\n2,20095\n", "id BIGINT, zip_code VARCHAR",
       ",h"},
      {"inner is no INN", "id,inner\n1,7707083893\n", "id BIGINT, inner BIGINT", ",h"},
      {"money is exact", "a\n10.50\n3.1\n2\n", "a DECIMAL(18,2)", ",h"},
      {"four decimals are still exact", "a\n0.1234\n", "a DECIMAL(18,4)", ",h"},
      {"measured values are doubles", "a\n0.30000000000000004\n1.5\n", "a DOUBLE", ",h"},
      {"long decimals are wide", "a\n12345678901234567890.12\n", "a DECIMAL(38,2)", ",h"},
      {"too long for any number", "a,b\n1234567890123456789012345678901234567890.12,1\n",
       "a VARCHAR, b BIGINT", ",h"},
      {"exponents are doubles", "a\n1e5\n2.5E-3\n", "a DOUBLE", ",h"},
      {"truth values", "a,b\ntrue,True\nFALSE,false\n", "a BOOLEAN, b BOOLEAN", ",h"},
      {"yes and no stay text", "a,b\nyes,1\nno,0\n", "a VARCHAR, b BIGINT", ",h"},
      {"currency stays text", "a,b\n$5.00,1\n5 руб.,2\n", "a VARCHAR, b BIGINT", ",h"},
      {"percent stays text", "a,b\n5%,1\n", "a VARCHAR, b BIGINT", ",h"},
      {"dates", "a\n2024-01-31\n2024-02-29\n", "a DATE", ",h"},
      {"a day that is none", "a,b\n2023-02-29,1\n", "a VARCHAR, b BIGINT", ",h"},
      {"times of day with dates", "a\n2024-01-31 10:00:00\n2024-01-31T10:00:00.5\n", "a TIMESTAMP",
       ",h"},
      {"nanoseconds", "a\n2024-01-31 10:00:00.123456789\n", "a TIMESTAMP_NS", ",h"},
      {"zones", "a\n2024-01-31T10:00:00Z\n2024-01-31 10:00:00+03:00\n",
       "a TIMESTAMP WITH TIME ZONE", ",h"},
      {"some with a zone and some without", "a,b\n2024-01-31T10:00:00Z,1\n2024-01-31 10:00:00,2\n",
       "a VARCHAR, b BIGINT", ",h"},
      {"times", "a\n10:30:00\n23:59:59.5\n", "a TIME", ",h"},
      {"hours beyond a day", "a,b\n25:00:00,1\n", "a VARCHAR, b BIGINT", ",h"},
      {"dates with dots", "a\n31.01.2024\n01.02.2024\n", "a DATE", ",h"},
      {"dates with dots and times", "a\n31.01.2024 10:00\n", "a TIMESTAMP", ",h"},
      {"short years", "a\n31.01.24\n", "a DATE", ",h"},
      {"day first by evidence", "a\n31/01/2024\n01/02/2024\n", "a DATE", ",h"},
      {"month first by evidence", "a\n01/31/2024\n01/02/2024\n", "a DATE", ",h"},
      {"another column settles it", "a,b\n01/02/2024,31/01/2024\n03/04/2024,01/02/2024\n",
       "a DATE, b DATE", ",h"},
      {"nothing settles it", "a,b\n01/02/2024,1\n03/04/2024,2\n", "a VARCHAR, b BIGINT", ",h",
       "ambiguous_dates"},
      {"both orders in one column", "a,b\n31/01/2024,1\n01/31/2024,2\n", "a VARCHAR, b BIGINT",
       ",h"},
      {"a column without values", "a,b\n1,\n2,\n", "a BIGINT, b VARCHAR", ",h"},
  };
  for (const Case& c : cases)
    Check(c);
}

TEST_CASE("decimal commas and thousands") {
  const Case cases[] = {
      {"decimal comma", "a;b\n1234,56;x\n-5,5;y\n", "a DECIMAL(18,2), b VARCHAR", ";h"},
      {"blanks between thousands", "a;b\n1 234,56;x\n234,5;y\n", "a DECIMAL(18,2), b VARCHAR",
       ";h"},
      {"no-break blanks",
       "a;b\n1\xC2\xA0"
       "234\xC2\xA0"
       "567,56;x\n",
       "a DECIMAL(18,2), b VARCHAR", ";h"},
      {"whole numbers with blanks", "a;b\n1 234;x\n12 345 678;y\n", "a BIGINT, b VARCHAR", ";h"},
      {"points between thousands", "a;b\n1.234,56;x\n", "a DECIMAL(18,2), b VARCHAR", ";h"},
      {"commas between thousands", "a;b\n\"1,234.56\";x\n", "a DECIMAL(18,2), b VARCHAR", ";h"},
      {"1,234 could be either", "a;b\n1,234;x\n5,678;y\n", "a VARCHAR, b VARCHAR", ";h",
       "ambiguous_numbers"},
      {"1,5 settles it within the column", "a;b\n1,234;x\n1,5;y\n", "a DECIMAL(18,3), b VARCHAR",
       ";h"},
      {"1,234,567 settles it", "a;b\n1,234;x\n1,234,567;y\n", "a BIGINT, b VARCHAR", ";h"},
      {"another column settles it", "a;b\n1,234;5,5\n5,678;6,25\n",
       "a DECIMAL(18,3), b DECIMAL(18,2)", ";h"},
      {"a point elsewhere settles it", "a;b\n1,234;5.5\n5,678;6.25\n", "a BIGINT, b DECIMAL(18,2)",
       ";h"},
      {"1.234 beside a decimal comma", "a;b\n1.234;5,5\n2.345;6,5\n", "a VARCHAR, b DECIMAL(18,1)",
       ";h", "ambiguous_numbers"},
      {"1.234 by itself", "a;b\n1.234;x\n2.345;y\n", "a DECIMAL(18,3), b VARCHAR", ";h"},
      {"groups that are none", "a;b\n12 34;x\n", "a VARCHAR, b VARCHAR", ";h"},
      {"phone numbers with blanks", "a;b\n8 800 555 35 35;x\n", "a VARCHAR, b VARCHAR", ";h"},
  };
  for (const Case& c : cases)
    Check(c);
}

TEST_CASE("missing values have many spellings, but only in columns that are no text") {
  const Case cases[] = {
      {"N/A among numbers", "a,b\n1,x\nN/A,N/A\n,NULL\n-,-\n", "a BIGINT, b VARCHAR", ",h"},
      {"NaN among numbers", "a,b\n1.5,x\nNaN,y\n", "a DECIMAL(18,1), b VARCHAR", ",h"},
      {"a spelling alone makes no type", "a,b\nNA,1\nNA,2\n", "a VARCHAR, b BIGINT", ",h"},
      {"quoted empty text among numbers", "a,b\n\"1\",x\n\"\",y\n", "a BIGINT, b VARCHAR", ",h"},
      {"blanks around numbers", "a,b\n 1 ,x\n  ,y\n", "a BIGINT, b VARCHAR", ",h"},
  };
  for (const Case& c : cases)
    Check(c);
}

TEST_CASE("the header") {
  const Case cases[] = {
      {"names over numbers", "id,name\n1,x\n", "id BIGINT, name VARCHAR", ",h"},
      {"numbers only", "1,2\n3,4\n", "column0 BIGINT, column1 BIGINT", ","},
      {"text only", "city,country\nMoscow,Russia\nParis,France\n", "city VARCHAR, country VARCHAR",
       ",h"},
      {"Russian text only", "Город;Страна\nМосква;Россия\n", "Город VARCHAR, Страна VARCHAR", ";h"},
      {"text with addresses", "a@x.org,http://x\nb@x.org,http://y\n",
       "column0 VARCHAR, column1 VARCHAR", ","},
      {"header only", "id,name,amount\n", "id VARCHAR, name VARCHAR, amount VARCHAR", ",h"},
      {"one line of data", "1,2024-01-01\n", "column0 BIGINT, column1 DATE", ","},
      {"one column", "id\n1\n2\n", "id BIGINT", ",h"},
      {"one column of text with commas", "note\nhello, world\nbye\nsee, you, soon\n",
       "note VARCHAR", ";h"},
      {"empty names", "id,,x\n1,2,3\n", "id BIGINT, column1 BIGINT, x BIGINT", ",h",
       "empty_column_name"},
      {"names that occur twice", "a,A,a\n1,2,3\n", "a BIGINT, A_1 BIGINT, a_2 BIGINT", ",h",
       "duplicate_column_name duplicate_column_name"},
      {"no line end at the end", "a,b\n1,2", "a BIGINT, b BIGINT", ",h"},
      {"carriage returns", "a,b\r\n1,2\r\n", "a BIGINT, b BIGINT", ",h"},
      {"blank lines", "a,b\n\n1,2\n\n", "a BIGINT, b BIGINT", ",h"},
      {"titles above", "Report for January\n\nid,name,sum\n1,x,2\n2,y,3\n",
       "id BIGINT, name VARCHAR, sum BIGINT", ",h", "lines_skipped"},
  };
  for (const Case& c : cases)
    Check(c);
}

TEST_CASE("delimiters and quotes") {
  const Case cases[] = {
      {"semicolons", "a;b\n1;2\n", "a BIGINT, b BIGINT", ";h"},
      {"tabs", "a\tb\n1\t2\n", "a BIGINT, b BIGINT", "\th"},
      {"bars", "a|b\n1|2\n", "a BIGINT, b BIGINT", "|h"},
      {"commas inside quotes", "a;b\n\"1,2,3\";x\n\"4,5,6\";y\n", "a VARCHAR, b VARCHAR", ";h"},
      {"semicolons inside a field of commas", "id,tags\n1,a;b\n2,c;d\n", "id BIGINT, tags VARCHAR",
       ",h"},
      {"line ends inside quotes", "a,b\n\"x\ny\",1\n\"z\",2\n", "a VARCHAR, b BIGINT", ",h"},
      {"doubled quotes", "a,b\n\"x \"\"y\"\", z\",1\n", "a VARCHAR, b BIGINT", ",h"},
      {"apostrophes as quotes", "a,b\n'x,y',1\n'z',2\n", "a VARCHAR, b BIGINT", ",h"},
      {"backslashes before quotes", "a,b\n\"x \\\"y\\\", z\",1\n\"p\",2\n", "a VARCHAR, b BIGINT",
       ",h"},
  };
  for (const Case& c : cases)
    Check(c);
}

TEST_CASE("what the document says wins over what is sniffed") {
  ReadOptions options;
  options.date_format = "%m/%d/%Y";
  Check({"date format", "a,b\n01/02/2024,1\n", "a DATE, b BIGINT", ",h"}, options);
  options = {};
  options.decimal = ',';
  Check({"decimal", "a;b\n1,234;x\n", "a DECIMAL(18,3), b VARCHAR", ";h"}, options);
  options = {};
  options.thousands = ",";
  Check({"thousands", "a;b\n1,234;x\n", "a BIGINT, b VARCHAR", ";h"}, options);
  options = {};
  options.header = false;
  Check({"header", "a,b\nc,d\n", "column0 VARCHAR, column1 VARCHAR", ","}, options);
  options = {};
  options.types = {{"A", data::MakeType(data::TypeId::kVarchar)}};
  Check({"types", "a,b\n1,2\n", "a VARCHAR, b BIGINT", ",h"}, options);
  options = {};
  options.skip = 1;
  Check({"skip", "junk;;\na,b\n1,2\n", "a BIGINT, b BIGINT", ",h"}, options);
  options = {};
  options.comment = "#";
  Check({"comment", "# made by x, y, z\na,b\n1,2\n# end\n", "a BIGINT, b BIGINT", ",h"}, options);
}

TEST_CASE("broken lines are errors that name the line") {
  const auto error = [](const std::string& text) {
    const auto sniff = SniffText(text, false, {}, "x.csv");
    REQUIRE_FALSE(sniff.has_value());
    CHECK(!sniff.error().hint.empty());
    return sniff.error().id + ":" + std::to_string(sniff.error().place.line);
  };
  CHECK(error("a,b\n1,2\n3\n4,5\n") == "ragged_row:3");
  CHECK(error("a,b\n1,2\n3,4,5\n4,5\n") == "ragged_row:3");
  CHECK(error("a,b\n\"x\ny\",2\n3\n4,5\n6,7\n") == "ragged_row:4");
  CHECK(error("a,b\n1,2\n\"3,4\n5,6\n") == "broken_quotes:3");
  CHECK(error("a,b\n1,2\n\"3\"x,4\n5,6\n") == "broken_quotes:3");
}

TEST_CASE("no lines at all") {
  const auto sniff = SniffText("", false, {}, "x.csv");
  REQUIRE(sniff.has_value());
  CHECK(sniff->empty);
  CHECK(SniffText("\n\n\n", false, {}, "x.csv")->empty);
}

TEST_CASE("rows are counted exactly when all were looked at") {
  CHECK(SniffText("a,b\n1,2\n\n3,4\n", false, {}, "x")->rows == 2);
  CHECK(SniffText("1,2\n3,4", false, {}, "x")->rows == 2);
  CHECK(SniffText("a\n1\n\n3\n", false, {}, "x")->rows ==
        3);  // an empty line is a NULL in one column
  ReadOptions options;
  options.sample = 1;
  const auto sniff = SniffText("a,b\n1,2\nx,y\n", false, options, "x");
  CHECK(sniff->sampled_rows == 1);
  CHECK_FALSE(sniff->whole);
}

TEST_CASE("records cut anywhere come out the same") {
  const std::string text = "a,b\r\n\"x \"\"q\"\"\r\ny\",1\r\nп,\"\"\r\n";
  for (size_t piece = 1; piece < text.size(); ++piece) {
    CsvParser parser(Dialect{});
    std::string buffer;
    std::string records;
    std::vector<Field> fields;
    for (size_t at = 0; at < text.size(); at += piece) {
      buffer += text.substr(at, piece);
      parser.SetText(buffer, at + piece >= text.size());
      while (parser.Next(&fields, false) == CsvEvent::kRecord) {
        records += std::to_string(parser.line()) + ":";
        for (const Field& field : fields)
          records += std::string(field.text) + (field.quoted ? "q;" : ";");
      }
      buffer.erase(0, parser.consumed());
    }
    CAPTURE(piece);
    CHECK(records == "1:a;b;2:x \"q\"\r\nyq;1;4:п;q;");
  }
}

}  // namespace aietl::connectors::files
