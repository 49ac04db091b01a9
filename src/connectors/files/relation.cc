#include "connectors/files/relation.h"

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"

namespace aietl::connectors::files {
namespace {

using data::MakeDecimal;
using data::MakeType;
using data::QuoteName;
using data::QuoteText;
using data::Type;
using data::TypeId;

// Digits before the point that an integer type may need.
int IntegerDigits(TypeId id) {
  switch (id) {
    case TypeId::kTinyInt:
    case TypeId::kUTinyInt: return 3;
    case TypeId::kSmallInt:
    case TypeId::kUSmallInt: return 5;
    case TypeId::kInteger:
    case TypeId::kUInteger: return 10;
    case TypeId::kBigInt: return 19;
    case TypeId::kUBigInt: return 20;
    default: return 39;
  }
}

bool IsUnsigned(TypeId id) {
  return id >= TypeId::kUTinyInt && id <= TypeId::kUHugeInt;
}

Type WiderInteger(TypeId a, TypeId b) {
  if (IsUnsigned(a) == IsUnsigned(b)) return MakeType(std::max(a, b));
  const TypeId negative = IsUnsigned(a) ? b : a;
  const TypeId positive = IsUnsigned(a) ? a : b;
  constexpr TypeId kSigned[] = {TypeId::kSmallInt, TypeId::kInteger, TypeId::kBigInt,
                                TypeId::kHugeInt, TypeId::kHugeInt};
  const TypeId holds = kSigned[static_cast<int>(positive) - static_cast<int>(TypeId::kUTinyInt)];
  return MakeType(std::max(negative, holds));
}

std::optional<Type> WiderDecimal(const Type& decimal, const Type& other) {
  const int scale = std::max<int>(decimal.scale, other.id == TypeId::kDecimal ? other.scale : 0);
  const int other_whole =
      other.id == TypeId::kDecimal ? other.width - other.scale : IntegerDigits(other.id);
  // A 64-bit integer beside money is a whole amount: it fits what money fits.
  const int whole = other.id == TypeId::kBigInt
                        ? decimal.width - decimal.scale
                        : std::max<int>(decimal.width - decimal.scale, other_whole);
  if (whole + scale > 38) return std::nullopt;
  return MakeDecimal(static_cast<uint8_t>(std::max(whole + scale, 18)),
                     static_cast<uint8_t>(scale));
}

}  // namespace

std::optional<Type> Widen(const Type& a, const Type& b) {
  if (a == b) return a;
  if (a.id == TypeId::kNull) return b;
  if (b.id == TypeId::kNull) return a;
  const auto floating = [](const Type& t) {
    return t.id == TypeId::kFloat || t.id == TypeId::kDouble;
  };
  if (a.IsNumber() && b.IsNumber()) {
    if (floating(a) || floating(b)) return MakeType(TypeId::kDouble);
    if (a.id == TypeId::kDecimal) return WiderDecimal(a, b);
    if (b.id == TypeId::kDecimal) return WiderDecimal(b, a);
    return WiderInteger(a.id, b.id);
  }
  if (a.IsTimestamp() && b.id == TypeId::kDate)
    return a.id == TypeId::kTimestampTz ? std::optional<Type>() : a;
  if (b.IsTimestamp() && a.id == TypeId::kDate)
    return b.id == TypeId::kTimestampTz ? std::optional<Type>() : b;
  const bool zones = a.id == TypeId::kTimestampTz || b.id == TypeId::kTimestampTz;
  if (a.IsTimestamp() && b.IsTimestamp() && !zones) {
    return MakeType(a.id == TypeId::kTimestampNs || b.id == TypeId::kTimestampNs
                        ? TypeId::kTimestampNs
                        : TypeId::kTimestamp);
  }
  if (a.IsText() && b.IsText()) return MakeType(TypeId::kVarchar);
  return std::nullopt;
}

std::string SqlList(const std::vector<std::string>& texts) {
  std::string sql = "[";
  for (const std::string& text : texts)
    sql += (sql.size() > 1 ? ", " : "") + QuoteText(text);
  return sql + "]";
}

std::string SqlStruct(const std::vector<data::Column>& columns) {
  std::string sql = "{";
  for (const data::Column& column : columns) {
    sql += (sql.size() > 1 ? ", " : "") + QuoteText(column.name) + ": " +
           QuoteText(column.type.ToSql());
  }
  return sql + "}";
}

std::string ShownPath(const std::string& path, const std::string& folder) {
  if (!folder.empty() && path.starts_with(folder) && path.size() > folder.size() &&
      path[folder.size()] == '/') {
    return path.substr(folder.size() + 1);
  }
  return path;
}

std::string ShownPathSql(const std::string& column, const std::string& folder) {
  if (folder.empty()) return column;
  const std::string prefix = QuoteText(folder.back() == '/' ? folder : folder + "/");
  return "CASE WHEN starts_with(" + column + ", " + prefix + ") THEN substr(" + column +
         ", length(" + prefix + ") + 1) ELSE " + column + " END";
}

Result<void> CheckTypeNames(const ReadOptions& options, const std::vector<std::string>& names) {
  for (const auto& [column, type] : options.types) {
    const auto same = [&](const std::string& name) { return LowerUtf8(name) == LowerUtf8(column); };
    if (std::any_of(names.begin(), names.end(), same)) continue;
    return Fail(Error(Code::kInvalid, "unknown_column", Msg("types: there is no column {}", column))
                    .About(column)
                    .Hint(DidYouMean(column, names)));
  }
  return {};
}

Result<Scan> Narrowed(Relation relation, const ReadRequest& request) {
  const auto find = [&](const std::string& name) -> Result<const data::Column*> {
    const int index = relation.schema.Find(name);
    if (index >= 0) return &relation.schema.columns[static_cast<size_t>(index)];
    return Fail(
        Error(Code::kInvalid, "unknown_column", Msg("{} has no column {}", request.table, name))
            .About(name)
            .Hint(DidYouMean(name, relation.schema.Names())));
  };
  Scan scan;
  std::string list;
  for (const std::string& name : request.columns) {
    AIETL_ASSIGN(const data::Column* column, find(name));
    list += (list.empty() ? "" : ", ") + QuoteName(column->name);
    scan.schema.columns.push_back(*column);
  }
  std::string where;
  for (const Bound& bound : request.bounds) {
    AIETL_ASSIGN(const data::Column* column, find(bound.column));
    where += (where.empty() ? " WHERE " : " AND ") + QuoteName(column->name) + " " + bound.op +
             " CAST(" + QuoteText(bound.value) + " AS " + column->type.ToSql() + ")";
  }
  const bool plain = list.empty() && where.empty() && !request.limit;
  scan.relation = relation.sql;
  if (!plain) {
    scan.relation = "(SELECT " + (list.empty() ? "*" : list) + " FROM " + relation.sql + where +
                    (request.limit ? " LIMIT " + std::to_string(*request.limit) : std::string()) +
                    ")";
  }
  scan.rows = relation.rows;
  // Without statistics a bound is taken to keep a third.
  if (scan.rows && !request.bounds.empty()) scan.rows = *scan.rows / 3;
  if (scan.rows && request.limit)
    scan.rows = std::min(*scan.rows, static_cast<double>(*request.limit));
  if (list.empty()) scan.schema = std::move(relation.schema);
  scan.bytes = relation.bytes;
  scan.sampled = relation.sampled;
  scan.note = std::move(relation.note);
  scan.work = std::move(relation.work);
  scan.problems = std::move(relation.problems);
  scan.stamps = std::move(relation.stamps);
  scan.paths = std::move(relation.paths);
  return scan;
}

}  // namespace aietl::connectors::files
