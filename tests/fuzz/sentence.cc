// Sentences of any bytes over a small catalogue: tokens and links stand in the sentence, and every
// candidate is one SELECT over the catalogue's relations, whatever the sentence smuggles in.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/binder.h"
#include "synthesis/ask/query_writer.h"
#include "synthesis/text/token.h"

namespace aietl {
namespace {

connectors::ColumnInfo SmallColumn(const char* name, data::TypeId type,
                                   std::vector<std::string> samples) {
  connectors::ColumnInfo column;
  column.name = name;
  column.type = data::MakeType(type);
  column.samples = std::move(samples);
  return column;
}

synthesis::Relation SmallRelation(const char* name, std::vector<connectors::ColumnInfo> columns) {
  synthesis::Relation relation;
  relation.name = name;
  relation.path = std::string(name) + ".csv";
  relation.info.name = relation.path;
  relation.info.kind = "file";
  relation.info.columns = std::move(columns);
  relation.info.rows = 100;
  return relation;
}

const synthesis::Catalog& SmallWorld() {
  using data::TypeId;
  static const synthesis::Catalog* catalog = [] {
    auto* made = new synthesis::Catalog;
    made->relations.push_back(SmallRelation(
        "orders", {SmallColumn("id", TypeId::kBigInt, {"1", "2"}),
                   SmallColumn("customer_id", TypeId::kBigInt, {"1", "2"}),
                   SmallColumn("status", TypeId::kVarchar, {"paid", "new", "it's \"x\""}),
                   SmallColumn("amount", TypeId::kDouble, {"10.5"}),
                   SmallColumn("created_at", TypeId::kTimestamp, {"2024-01-31 00:00:00"})}));
    made->relations.push_back(
        SmallRelation("customers", {SmallColumn("customer_id", TypeId::kBigInt, {"1", "2"}),
                                    SmallColumn("city", TypeId::kVarchar, {"Москва", "Berlin"}),
                                    SmallColumn("имя", TypeId::kVarchar, {"Анна"})}));
    connectors::ForeignKey key;
    key.columns = {"customer_id"};
    key.table = "customers";
    key.references = {"customer_id"};
    made->keys.emplace_back("orders", key);
    return made;
  }();
  return *catalog;
}

void CheckSpan(const synthesis::Span& span, int length) {
  if (span.begin < 0 || span.end < span.begin || span.end > length) std::abort();
}

void CheckCandidate(const synthesis::QueryCandidate& candidate) {
  if (candidate.sql.empty()) return;
  Problems problems;
  const engine::References references =
      engine::CheckSelect(candidate.sql, "step s", spec::SqlPlace(), &problems);
  if (HasErrors(problems)) std::abort();
  for (const std::string& table : references.tables) {
    if (table != "orders" && table != "customers") std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string sentence(reinterpret_cast<const char*>(data), std::min<size_t>(size, 1000));
  synthesis::QueryRequest request;
  request.tokens = synthesis::Tokenise(sentence);
  int last = 0;
  for (const synthesis::Token& token : request.tokens) {
    if (token.span.begin < last) std::abort();
    CheckSpan(token.span, static_cast<int>(sentence.size()));
    last = token.span.end;
  }
  request.taken.resize(request.tokens.size());
  request.catalog = &SmallWorld();
  request.language = synthesis::GuessLanguage(request.tokens);
  static const auto writer = synthesis::MakeBuiltinWriter();
  const auto answer = writer->Write(request);
  if (!answer) return 0;
  for (const synthesis::QueryCandidate& candidate : answer->candidates) {
    CheckCandidate(candidate);
    for (const synthesis::Link& link : candidate.links)
      CheckSpan(link.words, last);
  }
  for (const synthesis::Span& span : answer->not_understood)
    CheckSpan(span, last);
  return 0;
}

}  // namespace aietl
