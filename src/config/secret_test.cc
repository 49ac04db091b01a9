#include "config/secret.h"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/durable_file.h"

namespace aietl {

TEST_CASE("references to secrets are replaced, anything else stays") {
  ::setenv(  // NOLINT(concurrency-mt-unsafe)
      "AIETL_TEST_SECRET", "p@ss}", 1);
  const std::string path = "/tmp/aietl_secret_" + std::to_string(::getpid());
  REQUIRE(WriteFileAtomically(path, "from file\n", true).has_value());
  CHECK(config::ResolveSecrets("a ${env:AIETL_TEST_SECRET} b ${file:" + path +
                               "} c ${day} $x {y}") == "a p@ss} b from file c ${day} $x {y}");
  CHECK(config::ResolveSecrets("") == "");
  ::unlink(path.c_str());
}

TEST_CASE("a reference to nothing is an error that names it") {
  ::unsetenv("AIETL_TEST_NONE");  // NOLINT(concurrency-mt-unsafe)
  const Result<std::string> environment = config::ResolveSecrets("x ${env:AIETL_TEST_NONE}");
  REQUIRE_FALSE(environment.has_value());
  CHECK(environment.error().code == Code::kNotFound);
  CHECK(environment.error().object == "${env:AIETL_TEST_NONE}");
  CHECK(environment.error().message.find("AIETL_TEST_NONE") != std::string::npos);
  CHECK(config::ResolveSecrets("${file:/nonexistent/x}").error().object ==
        "${file:/nonexistent/x}");
  CHECK(config::ResolveSecrets("${env:").error().id == "bad_secret_reference");
  CHECK(config::ResolveSecrets("${env:}").error().id == "bad_secret_reference");
}

TEST_CASE("secret parts of URIs and texts are masked") {
  const auto check = [](std::string_view text, std::string_view masked) {
    CHECK(config::MaskSecrets(text) == masked);
  };
  check("postgresql://user:pw@host:5432/db", "postgresql://user:***@host:5432/db");
  check("postgresql://user:p@w/x:y@host/db", "postgresql://user:***@host/db");
  check("postgresql://user@host:5432/db", "postgresql://user@host:5432/db");
  check("postgresql://host:5432/db", "postgresql://host:5432/db");
  check("postgresql://host/db?user=u&password=x%20y&sslmode=require",
        "postgresql://host/db?user=u&password=***&sslmode=require");
  check("host=h password='a b\\'c' dbname=d", "host=h password='***' dbname=d");
  check("host=h PASSWORD = abc dbname=d", "host=h PASSWORD = *** dbname=d");
  check("https://a.example/x?X-Amz-Signature=abc&sig=def&a=1",
        "https://a.example/x?X-Amz-Signature=***&sig=***&a=1");
  check("s3://b?aws_secret_access_key=AAA;AccountKey=BBB==;Endpoint=e",
        "s3://b?aws_secret_access_key=***;AccountKey=***;Endpoint=e");
  check("{\"token\": \"abc\", \"key\": [1]}", "{\"token\": \"***\", \"key\": [1]}");
  check("Authorization: Bearer abcdefghijk", "Authorization: Bearer ***");
  check("two postgresql://a:b@c and mysql://d:e@f", "two postgresql://a:***@c and mysql://d:***@f");
  check("postgresql://u:${env:PW}@h/d?password=${env:PW}",
        "postgresql://u:${env:PW}@h/d?password=${env:PW}");
  check("{key: [id], mode: merge}", "{key: [id], mode: merge}");
  check("data/orders.csv", "data/orders.csv");
  check("", "");
}

}  // namespace aietl
