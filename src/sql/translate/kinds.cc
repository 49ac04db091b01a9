#include "sql/translate/internal/kinds.h"

#include <string>

namespace aietl::sql {
namespace {

using enum DialectId;

std::string_view LastName(const TypeName& type) {
  return type.name.empty() ? std::string_view() : type.name.back().text;
}

bool IsTypeAmong(std::string_view name, std::initializer_list<std::string_view> names) {
  for (const std::string_view one : names) {
    if (SameWordOf(name, one)) return true;
  }
  return false;
}

void SetCastType(TypeName& type, std::string_view name, Job& job) {
  Ident ident;
  ident.text = job.arena.Text(name);
  type.name = job.arena.One(ident);
  type.args = {};
  type.is_unsigned = type.is_signed = type.zerofill = false;
  type.time_zone = {};
}

}  // namespace

bool SameWordOf(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if ((a[i] | 0x20) != (b[i] | 0x20)) return false;
  }
  return true;
}

Number NumberKind(const Expr* expr, DialectId dialect) {
  expr = Unparen(expr);
  if (expr == nullptr) return Number::kUnknown;
  if (const Literal* literal = As<Literal>(expr)) {
    if (literal->type == LiteralKind::kInteger) return Number::kWhole;
    return literal->type == LiteralKind::kDecimal ? Number::kFraction : Number::kUnknown;
  }
  if (const Cast* cast = As<Cast>(expr); cast != nullptr && cast->type != nullptr) {
    const std::string_view name = LastName(*cast->type);
    if (IsTypeAmong(name, {"int", "integer", "bigint", "smallint", "tinyint", "int2", "int4",
                           "int8", "signed", "unsigned", "hugeint"}))
      return Number::kWhole;
    if (IsTypeAmong(name, {"double", "double precision", "float", "float4", "float8", "real",
                           "numeric", "decimal", "number", "float32", "float64"}))
      return Number::kFraction;
    return Number::kUnknown;
  }
  if (const Call* call = As<Call>(expr); call != nullptr && call->name.size() == 1) {
    const std::string_view name = call->name[0].text;
    if (IsTypeAmong(
            name, {"count", "length", "char_length", "row_number", "rank", "dense_rank", "ntile"}))
      return Number::kWhole;
    if (IsTypeAmong(name, {"sqrt", "exp", "ln", "random", "stddev", "percent_rank", "cume_dist"}))
      return Number::kFraction;
    if (IsTypeAmong(name, {"avg"})) return Number::kFraction;
    if (IsTypeAmong(name, {"nullif", "coalesce", "abs"}) && !call->args.empty())
      return NumberKind(call->args[0]->value, dialect);
    return Number::kUnknown;
  }
  if (const Unary* unary = As<Unary>(expr);
      unary != nullptr && (unary->op == Op::kNegate || unary->op == Op::kPositive))
    return NumberKind(unary->operand, dialect);
  if (const Binary* binary = As<Binary>(expr)) {
    const Number left = NumberKind(binary->left, dialect),
                 right = NumberKind(binary->right, dialect);
    if (binary->op == Op::kPlus || binary->op == Op::kMinus || binary->op == Op::kMultiply ||
        binary->op == Op::kModulo) {
      if (left == Number::kFraction || right == Number::kFraction) return Number::kFraction;
      return left == right ? left : Number::kUnknown;
    }
    if (binary->op == Op::kDivide) {
      if (left == Number::kFraction || right == Number::kFraction) return Number::kFraction;
      const bool cuts = dialect == kPostgres || dialect == kSqlite;
      return !cuts ? Number::kFraction : left == right ? left : Number::kUnknown;
    }
  }
  return Number::kUnknown;
}

Zero ZeroDivision(DialectId dialect) {
  switch (dialect) {
    case kPostgres:
    case kSnowflake: return Zero::kError;
    case kMysql:
    case kSqlite:
    case kDuckdb:
    case kSpark: return Zero::kNull;
    case kClickhouse: return Zero::kInfinity;
  }
  return Zero::kError;
}

const char* ZeroDivisionText(DialectId dialect) {
  switch (ZeroDivision(dialect)) {
    case Zero::kError: return "an error";
    case Zero::kNull: return "NULL";
    case Zero::kInfinity: return "infinity";
  }
  return "";
}

bool HasCasedLetters(const Expr* pattern) {
  const Literal* literal = As<Literal>(Unparen(pattern));
  if (literal == nullptr || literal->type != LiteralKind::kString) return true;
  for (const char c : literal->text) {
    const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (ascii || (c & 0x80) != 0) return true;
  }
  return false;
}

Expr* Textual(Expr* expr, Job& job) {
  const Expr* plain = Unparen(expr);
  if (const Literal* literal = As<Literal>(plain);
      literal != nullptr && literal->type == LiteralKind::kString)
    return expr;
  if (const Call* call = As<Call>(plain);
      call != nullptr && call->name.size() == 1 &&
      IsTypeAmong(call->name[0].text, {"upper", "lower", "trim", "substr", "substring", "replace"}))
    return expr;
  return job.CastTo(expr, job.To({kDuckdb}) ? "varchar" : "text");
}

void FromMysqlCast(TypeName& type, Job& job) {
  const std::string_view name = LastName(type);
  if (IsTypeAmong(name, {"signed", "signed integer"})) SetCastType(type, "bigint", job);
  if (IsTypeAmong(name, {"unsigned", "unsigned integer"})) {
    SetCastType(type, "bigint", job);
    type.is_unsigned = true;
  }
  // CHAR without a length is as long as the value.
  if (IsTypeAmong(name, {"char", "nchar"}) && type.args.empty()) SetCastType(type, "text", job);
}

void ToMysqlCast(TypeName& type, Job& job) {
  const std::string_view name = LastName(type);
  if (IsTypeAmong(name, {"tinyint", "smallint", "int", "integer", "bigint", "mediumint"})) {
    SetCastType(type, type.is_unsigned ? "unsigned" : "signed", job);
  } else if (IsTypeAmong(name, {"text", "varchar", "longtext"})) {
    const Span<TypeArg*> args = type.args;
    SetCastType(type, "char", job);
    type.args = args;
  } else if (IsTypeAmong(name, {"boolean"})) {
    SetCastType(type, "signed", job);
    job.Lose(Tr("MySQL has no truth values: they are 1 and 0"));
  } else if (IsTypeAmong(name, {"longblob", "blob"})) {
    SetCastType(type, "binary", job);
  } else if (IsTypeAmong(name, {"timestamp"})) {
    SetCastType(type, "datetime", job);
    job.Lose(Tr("times in MySQL's expressions have no time zone"));
  }
}

}  // namespace aietl::sql
