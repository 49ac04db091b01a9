#include "connectors/uri.h"

#include <doctest/doctest.h>

#include "connectors/registry.h"

namespace aietl::connectors {
namespace {

TEST_CASE("three slashes are a relative path, four an absolute one") {
  CHECK(DatabaseFile("sqlite:///shop.db", "sqlite") == "shop.db");
  CHECK(DatabaseFile("sqlite:////data/shop.db", "sqlite") == "/data/shop.db");
  CHECK(DatabaseFile("SQLite:///a/b.db", "sqlite") == "a/b.db");
  CHECK(DatabaseFile("duckdb:///my%20data%3F.duckdb", "duckdb") == "my data?.duckdb");
  CHECK(DatabaseFile("data/shop.db", "sqlite") == "data/shop.db");
  CHECK(DatabaseFile("/data/100%.db", "sqlite") == "/data/100%.db");
}

TEST_CASE("a URI that is no database file says how to write it") {
  for (const char* uri :
       {"", "sqlite://", "sqlite:///", "sqlite:shop.db", "sqlite:/shop.db", "sqlite://shop.db",
        "sqlite://user:secret@host/x.db", "sqlite:///:memory:", ":memory:", "sqlite:///data/",
        "sqlite:///a%2", "sqlite:///a%00b", "sqlite:///a%zz", "duckdb:///x.duckdb",
        "sqlite:///a.db?mode=ro"}) {
    const auto file = DatabaseFile(uri, "sqlite");
    REQUIRE_MESSAGE(!file.has_value(), uri);
    CHECK(file.error().id == "bad_uri");
    CHECK(file.error().ToString().find("secret") == std::string::npos);
  }
  CHECK(DatabaseFile("sqlite://shop.db", "sqlite").error().hint ==
        "write sqlite:///relative/path or sqlite:////absolute/path");
}

TEST_CASE("percent encoding of a path reads back") {
  for (const char* path : {"/data/shop.db", "my data?#%.db", "данные.db"}) {
    CHECK(DatabaseFile("sqlite:///" + PercentEncodePath(path), "sqlite") == path);
  }
}

TEST_CASE("a scheme is only what stands before two slashes") {
  CHECK(SchemeOf("sqlite:///x") == "sqlite");
  CHECK(SchemeOf("S3://bucket") == "s3");
  CHECK_FALSE(SchemeOf("a:b"));
  CHECK_FALSE(SchemeOf("C:/data/x.csv"));
  CHECK_FALSE(SchemeOf("orders.csv"));
}

// A connector that only has a description.
class Described : public Connector {
 public:
  explicit Described(ConnectorInfo info) : info_(std::move(info)) {}
  const ConnectorInfo& info() const override { return info_; }
  Problems Validate(const std::string&) const override { return {}; }
  Result<std::unique_ptr<Session>> Open(const std::string&, const OpenContext&) const override {
    return Fail(Code::kUnsupported, "none", "none");
  }

 private:
  ConnectorInfo info_;
};

TEST_CASE("the registry finds a connector by scheme, by ending, else files") {
  Registry registry;
  ConnectorInfo files{
      "files", "Files", {"file"}, {{.name = "format", .text = "How the file is written."}}, {}, {}};
  ConnectorInfo sqlite{"sqlite", "SQLite", {"sqlite"}, {}, {}, {}, {".db", ".sqlite"}};
  sqlite.capabilities.tables = true;
  registry.Add(std::make_unique<Described>(files));
  registry.Add(std::make_unique<Described>(sqlite));
  const auto type = [&](std::string_view uri) {
    return std::string(registry.ForUri(uri).value()->info().type);
  };
  CHECK(type("sqlite:///x") == "sqlite");
  CHECK(type("SQLITE:///x") == "sqlite");
  CHECK(type("sqlite:x") == "sqlite");  // the connector explains the slashes
  CHECK(type("data/Shop.DB") == "sqlite");
  CHECK(type("orders*.csv") == "files");
  CHECK(type("file:///orders.csv") == "files");
  const auto unknown = registry.ForUri("sqllite:///x");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().id == "unknown_scheme");
  CHECK(unknown.error().hint == "did you mean sqlite?");
  CHECK(registry.ForType("sqlite") != nullptr);
  CHECK(registry.ForType("oracle") == nullptr);
  CHECK(registry.endpoint_options().source.size() == 1);
}

}  // namespace
}  // namespace aietl::connectors
