// The check of steps on arbitrary SQL: never crashes, says where each problem is, and lets nothing
// through that the engine would then refuse to open.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "data/database.h"
#include "engine/binder.h"

namespace aietl {
namespace {

// A database without any way out: what is bound in it and reaches for a file fails as "sandbox".
data::Connection& Sealed() {
  static const auto database =
      data::Database::Open({.memory_limit = "200MB", .threads = 1, .temp_directory = {}});
  if (!database) std::abort();
  static const auto connection = (*database)->Connect();
  if (!connection) std::abort();
  static const auto sealed =
      (*connection)->Execute("SET enable_external_access = false; SET lock_configuration = true");
  if (!sealed) std::abort();
  return **connection;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string sql(reinterpret_cast<const char*>(data), size);
  spec::SqlPlace place;
  place.file = "fuzz.yaml";
  place.anchors.push_back({1, 1, 3, 7, false});
  Problems problems;
  const engine::References references = engine::CheckSelect(sql, "step s", place, &problems);
  for (const Problem& problem : problems) {
    if (problem.code.empty() || !problem.message.starts_with("step s: ") ||
        problem.place.file != "fuzz.yaml")
      std::abort();
    if (problem.place.line != 3 && problem.place.line < 3) std::abort();
  }
  if (!problems.empty()) return 0;
  for (const std::string& table : references.tables) {
    if (table.find('/') != std::string::npos) std::abort();
  }
  const auto bound = Sealed().Describe(sql);
  if (!bound && bound.error().id == "sandbox") std::abort();
  return 0;
}

}  // namespace aietl
