// What operators give, as each engine has it.

#include <algorithm>

#include "base/text.h"
#include "sql/bind/internal/binding.h"
#include "sql/visit.h"

namespace aietl::sql::bind {

using enum TypeKind;

namespace {

bool OperatorsLoose(const Type& type) {
  return !type.known() || type.kind == kNull || type.kind == kOther || type.kind == kEnum ||
         type.kind == kVariant;
}

}  // namespace

void Binder::CheckComparable(const Node& at, const Value& left, const Value& right) {
  if (!rules_.strict_types || Comparable(*left.type, *right.type, dialect_)) return;
  Report("type_mismatch", &at,
         Msg("{} and {} cannot be compared", Show(*left.type), Show(*right.type)), {},
         Msg("write a cast"));
}

const Type* Binder::DecimalResult(Op op, const Type& left, const Type& right) {
  if (dialect_ == DialectId::kPostgres) return BasicType(kDecimal);
  const auto parts = [&](const Type& type, const Type& other) -> std::pair<int32_t, int32_t> {
    if (type.kind == kDecimal) return {type.precision, std::max(type.scale, 0)};
    int32_t digits = type.bits == 8    ? 3
                     : type.bits == 16 ? 5
                     : type.bits == 32 ? 10
                     : type.bits == 64 ? 19
                                       : 38;
    if (&type == IntLiteralType()) digits = 10;
    (void)other;
    return {digits, 0};
  };
  // MySQL counts the digits that are written, which a type does not have.
  if (dialect_ == DialectId::kMysql && (op == Op::kMultiply || op == Op::kModulo) &&
      (&left == IntLiteralType() || &right == IntLiteralType()))
    return BasicType(kDecimal);
  const auto [p1, s1] = parts(left, right);
  const auto [p2, s2] = parts(right, left);
  if (p1 < 0 || p2 < 0) return BasicType(kDecimal);
  const int32_t most = dialect_ == DialectId::kMysql        ? 65
                       : dialect_ == DialectId::kClickhouse ? 76
                                                            : 38;
  int32_t precision = 0, scale = 0;
  switch (op) {
    case Op::kMultiply:
      precision = p1 + p2 + (dialect_ == DialectId::kSpark ? 1 : 0);
      scale = s1 + s2;
      if (dialect_ == DialectId::kDuckdb && precision > 18 && std::max(p1, p2) <= 18)
        precision = 18;
      break;
    case Op::kDivide:
      if (dialect_ == DialectId::kMysql) {
        scale = s1 + 4;
        precision = p1 - s1 + s2 + scale;
      } else if (dialect_ == DialectId::kSpark) {
        scale = std::max(6, s1 + p2 + 1);
        precision = p1 - s1 + s2 + scale;
        if (precision > 38) {
          scale = std::max(38 - (precision - scale), std::min(scale, 6));
          precision = 38;
        }
      } else {
        return BasicType(kDecimal);
      }
      break;
    case Op::kModulo:
      precision = std::max(p1 - s1, p2 - s2) + std::max(s1, s2);
      scale = std::max(s1, s2);
      break;
    default:
      scale = std::max(s1, s2);
      precision = std::max(p1 - s1, p2 - s2) + scale + 1;
      // DuckDB stays in 64 bits where both sides are.
      if (dialect_ == DialectId::kDuckdb && precision > 18 &&
          std::max(p1 - s1, p2 - s2) + scale <= 18)
        precision = 18;
      break;
  }
  return arena_.New<Type>(Type{
      .kind = kDecimal, .precision = std::min(precision, most), .scale = std::min(scale, most)});
}

// Numbers with numbers; dates, times and intervals with each other.
const Type* Binder::Arithmetic(Op op, const Type& left, const Type& right, bool* fits) {
  const bool day_left = left.kind == kDate || left.kind == kTimestamp || left.kind == kTimestampTz;
  const bool day_right =
      right.kind == kDate || right.kind == kTimestamp || right.kind == kTimestampTz;
  if (op == Op::kPlus || op == Op::kMinus) {
    const auto moved = [&](const Type& from, const Type& by) -> const Type* {
      if (by.kind == kInterval) {
        if (from.kind != kDate) return BasicType(from.kind);
        if (dialect_ == DialectId::kPostgres || dialect_ == DialectId::kDuckdb)
          return BasicType(kTimestamp);
        return dialect_ == DialectId::kSpark || dialect_ == DialectId::kMysql ||
                       dialect_ == DialectId::kClickhouse
                   ? Unknown()
                   : BasicType(from.kind);
      }
      if (from.kind == kDate && (by.integer() || IsLiteralType(by))) return BasicType(kDate);
      if (from.kind == kDate && (by.kind == kTime || by.kind == kTimeTz))
        return BasicType(by.kind == kTime ? kTimestamp : kTimestampTz);
      return nullptr;
    };
    if (day_left && day_right && op == Op::kMinus) {
      if (left.kind == kDate && right.kind == kDate) {
        if (dialect_ == DialectId::kSpark) return BasicType(kInterval);
        return BasicType(kInt, dialect_ == DialectId::kPostgres ? 32 : 64);
      }
      return dialect_ == DialectId::kMysql        ? BasicType(kDecimal)
             : dialect_ == DialectId::kClickhouse ? BasicType(kInt, 32)
                                                  : BasicType(kInterval);
    }
    if (day_left || left.kind == kTime) {
      if (right.text() && IsLiteralType(right) && dialect_ == DialectId::kPostgres)
        return op == Op::kMinus && left.kind == kDate ? BasicType(kInt, 32)
               : op == Op::kMinus                     ? BasicType(kInterval)
                                                      : Unknown();
      if (const Type* type = moved(left, right)) return type;
    } else if ((day_right || right.kind == kTime) && op == Op::kPlus) {
      if (const Type* type = moved(right, left)) return type;
    }
    if (left.kind == kTime && right.kind == kTime && op == Op::kMinus) return BasicType(kInterval);
    if (left.kind == kInterval && right.kind == kInterval) return BasicType(kInterval);
  }
  if (left.kind == kInterval && (op == Op::kMultiply || op == Op::kDivide) &&
      (right.number() || IsLiteralType(right)))
    return BasicType(kInterval);
  if (right.kind == kInterval && op == Op::kMultiply && (left.number() || IsLiteralType(left)))
    return BasicType(kInterval);
  const auto literal_text = [](const Type& type) { return &type == TextLiteralType(); };
  if (literal_text(left) && literal_text(right)) return Unknown();
  if (literal_text(left) && rules_.strict_types) return &right;
  if (literal_text(right) && rules_.strict_types) return &left;
  if (!left.number() || !right.number()) {
    if (rules_.strict_types &&
        (left.number() || left.text() || left.kind == kBool || left.temporal()) &&
        (right.number() || right.text() || right.kind == kBool || right.temporal())) {
      // DuckDB takes booleans for numbers here and there; only PostgreSQL is certain not to.
      if (dialect_ == DialectId::kPostgres || (left.kind != kBool && right.kind != kBool))
        *fits = false;
    }
    if (dialect_ == DialectId::kMysql || dialect_ == DialectId::kSpark)
      return left.kind == kFloat || right.kind == kFloat || left.text() || right.text()
                 ? BasicType(kFloat, 64)
                 : Unknown();
    return Unknown();
  }
  if (op == Op::kDivide) {
    switch (dialect_) {
      case DialectId::kDuckdb:
        return left.kind == kFloat && right.kind == kFloat && left.bits == 32 && right.bits == 32
                   ? BasicType(kFloat, 32)
                   : BasicType(kFloat, 64);
      case DialectId::kClickhouse:
        return left.kind == kDecimal && right.kind != kFloat ? &left : BasicType(kFloat, 64);
      case DialectId::kSpark:
        if (left.kind != kDecimal && right.kind != kDecimal) return BasicType(kFloat, 64);
        break;
      case DialectId::kSnowflake:
        if (left.kind != kFloat && right.kind != kFloat) return BasicType(kDecimal);
        break;
      case DialectId::kMysql:
        if (left.integer() && right.integer()) return DecimalResult(op, left, right);
        break;
      default: break;
    }
  }
  if (left.kind == kFloat || right.kind == kFloat) {
    const Type* both = Unify(&left, &right);
    return both == nullptr ? BasicType(kFloat, 64) : both;
  }
  if (left.kind == kDecimal || right.kind == kDecimal) {
    if (dialect_ == DialectId::kDuckdb && &right == IntLiteralType() && op == Op::kModulo)
      return DecimalResult(op, left, right);
    return DecimalResult(op, left, right);
  }
  if (dialect_ == DialectId::kMysql) {
    if (op == Op::kIntDivide) return BasicType(kInt, 64);
    return BasicType(left.kind == kUint || right.kind == kUint ? kUint : kInt, 64);
  }
  if (dialect_ == DialectId::kClickhouse) {  // one step wider
    if (op == Op::kModulo || op == Op::kIntDivide) return Settled(Unify(&left, &right));
    const uint16_t bits =
        std::min<uint16_t>(static_cast<uint16_t>(std::max(left.bits, right.bits) *
                                                 (std::max(left.bits, right.bits) < 64 ? 2 : 1)),
                           256);
    return BasicType(op == Op::kMinus || left.kind == kInt || right.kind == kInt ? kInt : kUint,
                     bits);
  }
  const Type* both = Unify(&left, &right);
  return both == nullptr ? Unknown() : both;
}

const Type* Binder::OperatorType(const Binary& binary, const Type& left, const Type& right,
                                 bool* fits) {
  switch (binary.op) {
    case Op::kEq:
    case Op::kNotEq:
    case Op::kLess:
    case Op::kLessEq:
    case Op::kGreater:
    case Op::kGreaterEq:
    case Op::kNullSafeEq:
    case Op::kIsDistinct:
    case Op::kIsNotDistinct:
      if (rules_.strict_types) *fits = Comparable(left, right, dialect_);
      return BasicType(kBool);
    case Op::kIs:
    case Op::kIsNot:
    case Op::kAnd:
    case Op::kOr:
    case Op::kXor:
    case Op::kRegexMatch:
    case Op::kRegexMatchNoCase:
    case Op::kNotRegexMatch:
    case Op::kNotRegexMatchNoCase:
    case Op::kContains:
    case Op::kContainedBy:
    case Op::kOverlap:
    case Op::kOverlaps:
    case Op::kHasKey:
    case Op::kHasAnyKey:
    case Op::kHasAllKeys:
    case Op::kMemberOf:
    case Op::kSoundsLike: return BasicType(kBool);
    case Op::kConcat:
      if (left.kind == kArray || right.kind == kArray) {
        if (left.kind == kArray && right.kind == kArray) {
          const Type* both = Unify(&left, &right);
          return both == nullptr ? &left : both;
        }
        return left.kind == kArray ? &left : &right;
      }
      if (left.kind == kJsonb && (right.kind == kJsonb || IsLiteralType(right)))
        return BasicType(kJsonb);
      if (left.kind == kBytes && right.kind == kBytes) return BasicType(kBytes);
      if (dialect_ == DialectId::kPostgres && !left.text() && !right.text() &&
          !OperatorsLoose(left) && !OperatorsLoose(right) &&
          (left.number() || left.temporal() || left.kind == kBool) &&
          (right.number() || right.temporal() || right.kind == kBool)) {
        *fits = false;
      }
      if (dialect_ == DialectId::kMysql) return BasicType(kBool);
      return OperatorsLoose(left) && OperatorsLoose(right) && !left.text()
                 ? (dialect_ == DialectId::kPostgres ? Unknown() : BasicType(kText))
                 : BasicType(kText);
    case Op::kJsonGet:
    case Op::kPathGet:
      return left.kind == kJsonb              ? BasicType(kJsonb)
             : left.kind == kJson             ? BasicType(kJson)
             : dialect_ == DialectId::kSqlite ? BasicType(kText)
                                              : BasicType(kJson);
    case Op::kJsonGetText:
    case Op::kPathGetText: return dialect_ == DialectId::kSqlite ? Unknown() : BasicType(kText);
    case Op::kBitAnd:
    case Op::kBitOr:
    case Op::kBitXor:
    case Op::kShiftLeft:
    case Op::kShiftRight:
    case Op::kShiftRightUnsigned:
      if (left.integer() && right.integer()) {
        if (dialect_ == DialectId::kMysql) return BasicType(kUint, 64);
        const Type* both = binary.op == Op::kShiftLeft || binary.op == Op::kShiftRight
                               ? &left
                               : Unify(&left, &right);
        return both == nullptr ? Unknown() : both;
      }
      return Unknown();
    case Op::kPower:
      if (dialect_ == DialectId::kMysql) return BasicType(kUint, 64);  // it is XOR there
      if (left.kind == kDecimal && right.kind != kFloat && dialect_ == DialectId::kPostgres)
        return BasicType(kDecimal);
      return BasicType(kFloat, 64);
    case Op::kIntDivide:
      if (left.integer() && right.integer()) return Arithmetic(binary.op, left, right, fits);
      return left.number() && right.number() ? BasicType(kInt, 64) : Unknown();
    case Op::kPlus:
    case Op::kMinus:
    case Op::kMultiply:
    case Op::kDivide:
    case Op::kModulo:
      if (OperatorsLoose(left) || OperatorsLoose(right)) {
        if (left.kind == kNull && right.number()) return &right;
        if (right.kind == kNull && left.number()) return &left;
        return Unknown();
      }
      return Arithmetic(binary.op, left, right, fits);
    case Op::kAssign: return &right;
    default: return Unknown();
  }
}

Value Binder::Operate(const Binary& binary, const Value& left, const Value& right) {
  bool fits = true;
  const Type* type = OperatorType(binary, *left.type, *right.type, &fits);
  if (!fits) {
    const std::string symbol =
        binary.symbol.empty() ? std::string(OpText(binary.op)) : std::string(binary.symbol);
    Report("type_mismatch", &binary,
           Msg("{} does not take {} and {}", symbol, Show(*left.type), Show(*right.type)), symbol,
           Msg("write a cast"));
    type = Unknown();
  }
  bool nullable = left.nullable || right.nullable;
  switch (binary.op) {
    case Op::kNullSafeEq:
    case Op::kIsDistinct:
    case Op::kIsNotDistinct:
    case Op::kIs:
    case Op::kIsNot: nullable = false; break;
    case Op::kDivide:
    case Op::kModulo:
    case Op::kIntDivide:
      nullable |= dialect_ == DialectId::kMysql || dialect_ == DialectId::kSqlite ||
                  dialect_ == DialectId::kDuckdb || dialect_ == DialectId::kSpark;
      break;
    case Op::kJsonGet:
    case Op::kJsonGetText:
    case Op::kPathGet:
    case Op::kPathGetText: nullable = true; break;
    default: break;
  }
  return {type, nullable};
}

// The same expression: equal but for places, parentheses and how columns are written.
bool Binder::SameMeaning(const Expr& a, const Expr& b) const {
  const Expr* left = Unparen(&a);
  const Expr* right = Unparen(&b);
  if (left == right) return true;
  if (left->kind != right->kind) return false;
  return SameTree(left, right, [this](const Node& x, const Node& y) -> TreeMatch {
    if (x.kind != NodeKind::kColumnRef || y.kind != NodeKind::kColumnRef) return TreeMatch::kLook;
    const ColumnAt one = bound_.Meaning(&x), two = bound_.Meaning(&y);
    if (one && two) return one == two ? TreeMatch::kSame : TreeMatch::kDifferent;
    const auto& first = static_cast<const ColumnRef&>(x);
    const auto& second = static_cast<const ColumnRef&>(y);
    // Not bound yet: by the last part of the name.
    return !first.name.empty() && !second.name.empty() &&
                   Same(first.name.back(), second.name.back())
               ? TreeMatch::kSame
               : TreeMatch::kDifferent;
  });
}

}  // namespace aietl::sql::bind
