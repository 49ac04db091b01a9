// What a call gives: the best of a function's signatures, its variables bound, its rules applied.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "sql/functions/catalogue.h"

namespace aietl::sql {
namespace {

using enum TypeKind;

constexpr size_t kVariables = 5;
using Bindings = std::array<const Type*, kVariables>;

const Type* FromPattern(uint16_t index, const Bindings& bound, Arena& arena);

// "name:type,name:type"
const Type* RowOf(std::string_view fields, Arena& arena) {
  std::vector<TypeField> out;
  while (!fields.empty()) {
    const size_t comma = std::min(fields.find(','), fields.size());
    const std::string_view field = fields.substr(0, comma);
    const size_t colon = field.find(':');
    std::string_view type = field.substr(colon + 1);
    const bool array = type.ends_with("[]");
    if (array) type.remove_suffix(2);
    const Type* known = BasicType(kUnknown);
    for (const auto& [name, kind, bits] : {std::tuple{"text", kText, 0},
                                           {"int64", kInt, 64},
                                           {"int32", kInt, 32},
                                           {"int16", kInt, 16},
                                           {"uint64", kUint, 64},
                                           {"uint8", kUint, 8},
                                           {"bool", kBool, 0},
                                           {"float64", kFloat, 64},
                                           {"bytes", kBytes, 0},
                                           {"json", kJson, 0},
                                           {"jsonb", kJsonb, 0},
                                           {"variant", kVariant, 0},
                                           {"timestamp", kTimestamp, 0},
                                           {"timestamptz", kTimestampTz, 0},
                                           {"date", kDate, 0},
                                           {"interval", kInterval, 0},
                                           {"decimal", kDecimal, 0}}) {
      if (type == name) known = BasicType(kind, static_cast<uint16_t>(bits));
    }
    if (array) known = arena.New<Type>(Type{.kind = kArray, .element = known});
    out.push_back({field.substr(0, colon), known});
    fields.remove_prefix(std::min(comma + 1, fields.size()));
  }
  return arena.New<Type>(Type{.kind = kRow, .fields = arena.List(out)});
}

const Type* FromPattern(uint16_t index, const Bindings& bound, Arena& arena) {
  const TypePattern& pattern = PatternAt(index);
  if (pattern.variable != 0)
    return bound[pattern.variable] != nullptr ? bound[pattern.variable] : BasicType(kUnknown);
  switch (pattern.kind) {
    case kArray:
      return arena.New<Type>(
          Type{.kind = kArray, .element = FromPattern(pattern.first, bound, arena)});
    case kMap:
      return arena.New<Type>(Type{.kind = kMap,
                                  .element = FromPattern(pattern.first, bound, arena),
                                  .value = FromPattern(pattern.second, bound, arena)});
    case kOther: return arena.New<Type>(Type{.kind = kOther, .name = pattern.name});
    case kRow: return *pattern.name == 0 ? BasicType(kRow) : RowOf(pattern.name, arena);
    default: return BasicType(pattern.kind, pattern.bits);
  }
}

// How far `from` is from what a pattern asks for: 0 the very type, more the farther, -1 refused.
int Distance(const Type& from, const TypePattern& to, DialectId dialect) {
  if (to.variable != 0) return 5;
  if (to.kind == kUnknown) return 60;
  if (!from.known() || from.kind == kNull) return 1;
  const bool text_literal = &from == TextLiteralType();
  if (from.kind == to.kind && (!from.integer() || from.bits == to.bits) &&
      (from.kind != kFloat || from.bits == to.bits))
    return 0;
  if (from.text() && to.kind == kText) return 0;
  if (text_literal) return to.kind == kTimestampTz || to.kind == kTimestamp ? 30 : 40;
  if (from.kind == kArray && to.kind == kArray) {
    if (from.element == nullptr) return 5;
    const int element = Distance(*from.element, PatternAt(to.first), dialect);
    return element < 0 ? -1 : element + 1;
  }
  if (to.kind == kOther && dialect == DialectId::kPostgres &&
      (from.number() || from.text() || from.temporal() || from.kind == kBool ||
       from.kind == kUuid || from.kind == kInterval || from.kind == kBytes || from.kind == kJson ||
       from.kind == kJsonb || from.kind == kArray)) {
    // Of PostgreSQL's own types only these are reached without a cast: regclass by texts, oid and
    // its like by integers.
    const std::string_view name = to.name;
    const bool object = name.starts_with("reg");
    if (name == "any" || name.starts_with("any")) return -1;
    if (from.text() && (object || name == "xid" || name == "tsvector"))
      return name == "tsvector" ? -1 : 50;
    if (from.integer() && (object || name == "oid")) return 50;
    return -1;
  }
  if (to.kind == kOther || from.kind == kOther) return 50;
  const Type* wanted = BasicType(to.kind, to.bits);
  if (!ConvertsByItself(from, *wanted, dialect)) return -1;
  if (dialect == DialectId::kDuckdb) {  // its own costs, less 100
    switch (to.kind) {
      case kInt:
      case kUint:
        return to.bits == 64                               ? 1
               : to.bits == 128                            ? 20
               : &from == IntLiteralType() && to.bits < 32 ? 6
                                                           : 3;
      case kFloat: return to.bits == 64 ? 2 : 10;
      case kDecimal: return 4;
      default: return 20;
    }
  }
  if (from.number() && to.kind == kFloat && to.bits == 64) return 10;  // PostgreSQL's preferred one
  if (to.kind == kTimestampTz) return 10;
  return 20;
}

void Bind(const Type* argument, uint16_t pattern_index, Bindings& bound, bool* mixed,
          DialectId dialect, Arena& arena) {
  const TypePattern& pattern = PatternAt(pattern_index);
  if (pattern.variable != 0) {
    const Type*& slot = bound[pattern.variable];
    if (slot == nullptr) {
      slot = argument;
      return;
    }
    const Type* both = UnifyTypes(slot, argument, dialect, arena);
    if (both == nullptr) *mixed = true;
    // DuckDB does not mix texts and numbers in COALESCE and its like, unlike in UNION.
    constexpr uint8_t kU = 2;
    if (dialect == DialectId::kDuckdb && pattern.variable == kU && slot != TextLiteralType() &&
        argument != TextLiteralType() &&
        ((slot->text() && argument->number()) || (slot->number() && argument->text())))
      *mixed = true;
    slot = both == nullptr ? BasicType(kUnknown) : both;
  } else if (pattern.kind == kArray) {
    Bind(argument->kind == kArray && argument->element != nullptr ? argument->element
                                                                  : BasicType(kUnknown),
         pattern.first, bound, mixed, dialect, arena);
  } else if (pattern.kind == kMap && argument->kind == kMap && argument->element != nullptr &&
             argument->value != nullptr) {
    Bind(argument->element, pattern.first, bound, mixed, dialect, arena);
    Bind(argument->value, pattern.second, bound, mixed, dialect, arena);
  }
}

const Type* Decimal(int32_t precision, int32_t scale, Arena& arena) {
  return arena.New<Type>(Type{.kind = kDecimal, .precision = precision, .scale = scale});
}

const Type* SumOf(const Type& type, DialectId dialect, Arena& arena) {
  const int32_t scale = std::max(type.scale, 0);
  switch (dialect) {
    case DialectId::kDuckdb:
      return type.kind == kDecimal ? Decimal(38, scale, arena) : BasicType(kUnknown);
    case DialectId::kMysql:
      if (type.integer() || type.kind == kBool) return Decimal(type.bits == 64 ? 41 : 32, 0, arena);
      if (type.kind == kDecimal) return Decimal(std::min(type.precision + 22, 65), scale, arena);
      return type.known() ? BasicType(kFloat, 64) : &type;
    case DialectId::kSnowflake:
      return type.kind == kFloat ? BasicType(kFloat, 64)
             : type.number()     ? Decimal(38, scale, arena)
                                 : BasicType(kUnknown);
    case DialectId::kClickhouse:
      if (type.kind == kInt) return BasicType(kInt, std::max<uint16_t>(type.bits, 64));
      if (type.kind == kUint || type.kind == kBool)
        return BasicType(kUint, std::max<uint16_t>(type.bits, 64));
      if (type.kind == kDecimal) return Decimal(std::max(type.precision, 38), scale, arena);
      return type.kind == kFloat ? BasicType(kFloat, 64) : BasicType(kUnknown);
    case DialectId::kSpark:
      if (type.integer()) return BasicType(kInt, 64);
      if (type.kind == kDecimal) return Decimal(std::min(type.precision + 10, 38), scale, arena);
      return type.kind == kFloat || type.text() ? BasicType(kFloat, 64) : BasicType(kUnknown);
    default:
      if (type.integer() || type.kind == kBool) return BasicType(kInt, 64);
      return type.kind == kFloat ? BasicType(kFloat, 64) : BasicType(kUnknown);
  }
}

const Type* AvgOf(const Type& type, DialectId dialect, Arena& arena) {
  if (dialect == DialectId::kDuckdb) {
    if (type.kind == kDate || type.kind == kTimestamp) return BasicType(kTimestamp);
    if (type.kind == kTimestampTz || type.kind == kInterval || type.kind == kTime) return &type;
    return BasicType(kFloat, 64);
  }
  const int32_t scale = std::max(type.scale, 0);
  if (dialect == DialectId::kMysql && type.integer())
    return Decimal(type.bits == 64 ? 23 : 14, 4, arena);
  if (dialect == DialectId::kMysql && type.kind == kDecimal)
    return Decimal(std::min(type.precision + 4, 65), scale + 4, arena);
  if (dialect == DialectId::kSpark && type.kind == kDecimal)
    return Decimal(std::min(type.precision + 4, 38), std::min(scale + 4, 38), arena);
  if (dialect == DialectId::kSnowflake && type.number() && type.kind != kFloat)
    return Decimal(38, std::max(scale, std::min(scale + 6, 12)), arena);
  return BasicType(kFloat, 64);
}

const Type* IntegralOf(const Type& type, DialectId dialect, Arena& arena) {
  switch (dialect) {
    case DialectId::kMysql: return type.kind == kFloat ? &type : BasicType(kInt, 64);
    case DialectId::kSnowflake: return type.kind == kFloat ? &type : Decimal(38, 0, arena);
    case DialectId::kSpark:
      if (type.kind != kDecimal || type.precision < 0) return BasicType(kInt, 64);
      return Decimal(type.precision - std::max(type.scale, 0) + 1, 0, arena);
    case DialectId::kDuckdb:
      return type.kind == kDecimal && type.precision >= 0 ? Decimal(type.precision, 0, arena)
                                                          : &type;
    default: return &type;
  }
}

// round(x), round(x, digits) of decimals.
const Type* RoundOf(const Type& type, const CallShape& call, DialectId dialect, Arena& arena) {
  const bool one = call.arguments.size() == 1;
  const int32_t scale = std::max(type.scale, 0);
  if ((!one && !call.digits) || type.precision < 0) return BasicType(kDecimal);
  const int32_t digits = one ? 0 : std::clamp(*call.digits, 0, scale);
  if (dialect == DialectId::kDuckdb) return Decimal(type.precision, digits, arena);
  if (dialect == DialectId::kMysql)
    return Decimal(type.precision - scale + digits + (digits < scale ? 1 : 0), digits, arena);
  return one ? Decimal(type.precision, 0, arena) : BasicType(kDecimal);
}

const Type* ByRule(TypeRule rule, const CallShape& call, DialectId dialect, Arena& arena) {
  const Type* first = call.arguments.empty() ? BasicType(kUnknown) : Settled(call.arguments[0]);
  switch (rule) {
    case TypeRule::kSameAsFirst: return first;
    case TypeRule::kSum: return SumOf(*first, dialect, arena);
    case TypeRule::kAvg: return AvgOf(*first, dialect, arena);
    case TypeRule::kIntegral: return IntegralOf(*first, dialect, arena);
    case TypeRule::kRound:
      if (first->kind != kDecimal || dialect == DialectId::kPostgres)
        return first->text() ? BasicType(kFloat, 64) : first;
      return RoundOf(*first, call, dialect, arena);
    case TypeRule::kNow:
      if (dialect == DialectId::kSqlite) return BasicType(kText);
      return BasicType(dialect == DialectId::kMysql || dialect == DialectId::kClickhouse
                           ? kTimestamp
                           : kTimestampTz);
    case TypeRule::kExtract:
      if (dialect == DialectId::kPostgres) return BasicType(kDecimal);
      return BasicType(kInt, dialect == DialectId::kSpark ? 32 : 64);
    case TypeRule::kDateLike: return first->temporal() ? first : BasicType(kUnknown);
    case TypeRule::kMapped:
      for (const Type* argument : call.arguments)
        if (argument->kind == kLambda && argument->element != nullptr)
          return arena.New<Type>(Type{.kind = kArray, .element = Settled(argument->element)});
      return arena.New<Type>(Type{.kind = kArray, .element = BasicType(kUnknown)});
    case TypeRule::kNone: break;
  }
  return BasicType(kUnknown);
}

}  // namespace

CallResult ResolveCall(const FunctionInfo& function, const CallShape& call, DialectId dialect,
                       Arena& arena) {
  CallResult out;
  out.type = BasicType(kUnknown);
  const bool strict = dialect == DialectId::kPostgres || dialect == DialectId::kDuckdb;
  const size_t count = call.arguments.size();
  bool count_fits = false, unknown = false;
  for (const Type* argument : call.arguments)
    unknown |= !argument->known();
  int best = -1;
  for (const Signature& signature : function.signatures()) {
    if (count < signature.required || (count > signature.count && signature.variadic == 0))
      continue;
    if (!count_fits) out.aggregate = (signature.flags & kIsAggregate) != 0;
    count_fits = true;
    int distance = 0;
    for (size_t i = 0; i < count && distance >= 0; ++i) {
      const int step = Distance(*call.arguments[i], PatternAt(ArgumentAt(signature, i)), dialect);
      distance = step < 0 ? -1 : distance + step;
    }
    if (distance < 0 && strict) continue;
    if (distance < 0) distance = 10000;
    if (best >= 0 && distance >= best) continue;
    best = distance;
    out.signature = &signature;
    if (distance == 0) break;
  }
  if (!count_fits) {
    out.fit = CallFit::kWrongCount;
    return out;
  }
  if (out.signature == nullptr) {
    if (!unknown) out.fit = CallFit::kWrongTypes;
    return out;
  }
  const TypePattern& result = PatternAt(out.signature->result);
  out.aggregate = (out.signature->flags & kIsAggregate) != 0;
  Bindings bound{};
  bool mixed = false;
  for (size_t i = 0; i < count; ++i)
    Bind(call.arguments[i], ArgumentAt(*out.signature, i), bound, &mixed, dialect, arena);
  if (mixed && strict && !unknown) {
    out.fit = CallFit::kWrongTypes;
    return out;
  }
  if (result.rule != 0) {
    out.type = ByRule(static_cast<TypeRule>(result.rule), call, dialect, arena);
    return out;
  }
  // Of several signatures that an unknown argument fits, none is certain.
  if (unknown && function.count > 1 && result.variable == 0 &&
      function.name != std::string_view("count")) {
    for (const Signature& other : function.signatures()) {
      if (other.result != out.signature->result && count >= other.required &&
          (count <= other.count || other.variadic != 0))
        return out;
    }
  }
  out.type = Settled(FromPattern(out.signature->result, bound, arena));
  const auto is = [&](std::string_view name) { return name == function.name; };
  if (dialect == DialectId::kPostgres && !is("coalesce") && !is("nullif") && !is("greatest") &&
      !is("least"))
    out.type = Unsized(out.type, arena);
  return out;
}

}  // namespace aietl::sql
