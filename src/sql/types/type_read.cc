// Type names of each dialect.

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/text.h"
#include "sql/expr.h"
#include "sql/types/type.h"

namespace aietl::sql {
namespace {

constexpr uint8_t Bit(DialectId dialect) {
  return static_cast<uint8_t>(1U << static_cast<unsigned>(dialect));
}
constexpr uint8_t kP = Bit(DialectId::kPostgres), kM = Bit(DialectId::kMysql),
                  kL = Bit(DialectId::kSqlite), kD = Bit(DialectId::kDuckdb),
                  kN = Bit(DialectId::kSnowflake), kC = Bit(DialectId::kClickhouse),
                  kS = Bit(DialectId::kSpark), kAll = 0x7f;

struct NamedType {
  std::string_view name;
  uint8_t dialects;
  TypeKind kind;
  uint16_t bits = 0;
  int16_t precision = -1, scale = -1;  // where none are written
};

using enum TypeKind;
// Sorted by name; of several lines with one name the first that has the dialect counts.
constexpr NamedType kTypes[] = {
    {"any", kL, kUnknown},
    {"array", kN, kArray},
    {"bigint", kAll, kInt, 64},
    {"bignumeric", kAll, kDecimal},
    {"binary", kAll, kBytes},
    {"binary varying", kAll, kBytes},
    {"bit", kM, kUint, 64},
    {"bit", kAll, kBits},
    {"bit varying", kAll, kBits},
    {"bitstring", kD, kBits},
    {"blob", kC, kText},
    {"blob", kAll, kBytes},
    {"bool", kAll, kBool},
    {"boolean", kAll, kBool},
    {"box", kP, kOther},
    {"bpchar", kP | kD, kChar},
    {"byte", kS, kInt, 8},
    {"bytea", kP | kD, kBytes},
    {"byteint", kN, kDecimal, 0, 38, 0},
    {"char", kC, kText},
    {"char", kAll, kChar},
    {"char varying", kAll, kText},
    {"character", kAll, kChar},
    {"character large object", kAll, kText},
    {"character varying", kAll, kText},
    {"cidr", kP, kOther},
    {"clob", kAll, kText},
    {"date", kAll, kDate},
    {"date32", kC, kDate},
    {"datetime", kAll, kTimestamp},
    {"datetime64", kC, kTimestamp, 0, 3},
    {"dec", kAll, kDecimal},
    {"decimal", kM, kDecimal, 0, 10, 0},
    {"decimal", kD, kDecimal, 0, 18, 3},
    {"decimal", kN, kDecimal, 0, 38, 0},
    {"decimal", kS, kDecimal, 0, 10, 0},
    {"decimal", kAll, kDecimal},
    {"double", kAll, kFloat, 64},
    {"double precision", kAll, kFloat, 64},
    {"dynamic", kC, kVariant},
    {"enum", kAll, kEnum},
    {"enum16", kC, kEnum},
    {"enum8", kC, kEnum},
    {"fixed", kM, kDecimal, 0, 10, 0},
    {"fixedstring", kC, kChar},
    {"float", kM | kS | kD | kC, kFloat, 32},
    {"float", kAll, kFloat, 64},
    {"float32", kC, kFloat, 32},
    {"float4", kN, kFloat, 64},
    {"float4", kAll, kFloat, 32},
    {"float64", kC, kFloat, 64},
    {"float8", kAll, kFloat, 64},
    {"geography", kAll, kOther},
    {"geometry", kAll, kOther},
    {"guid", kD, kUuid},
    {"hugeint", kD, kInt, 128},
    {"inet", kAll, kOther},
    {"int", kN, kDecimal, 0, 38, 0},
    {"int", kAll, kInt, 32},
    {"int1", kD | kM, kInt, 8},
    {"int128", kC | kD, kInt, 128},
    {"int16", kC | kD, kInt, 16},
    {"int2", kAll, kInt, 16},
    {"int256", kC, kInt, 256},
    {"int3", kM, kInt, 32},
    {"int32", kC | kD, kInt, 32},
    {"int4", kAll, kInt, 32},
    {"int64", kC | kD, kInt, 64},
    {"int8", kC, kInt, 8},
    {"int8", kAll, kInt, 64},
    {"integer", kL, kInt, 64},
    {"integer", kN, kDecimal, 0, 38, 0},
    {"integer", kAll, kInt, 32},
    {"interval", kAll, kInterval},
    {"json", kAll, kJson},
    {"jsonb", kAll, kJsonb},
    {"jsonpath", kP, kOther},
    {"line", kP, kOther},
    {"logical", kD, kBool},
    {"long", kM, kText},
    {"long", kAll, kInt, 64},
    {"longblob", kAll, kBytes},
    {"longtext", kAll, kText},
    {"macaddr", kP, kOther},
    {"macaddr8", kP, kOther},
    {"mediumblob", kAll, kBytes},
    {"mediumint", kAll, kInt, 32},
    {"mediumtext", kAll, kText},
    {"middleint", kM, kInt, 32},
    {"money", kP, kOther},
    {"name", kP | kD, kText},
    {"national char", kAll, kChar},
    {"national char varying", kAll, kText},
    {"national character", kAll, kChar},
    {"national character varying", kAll, kText},
    {"national varchar", kAll, kText},
    {"native character", kL, kText},
    {"nchar", kAll, kChar},
    {"null", kD, kNull},
    {"number", kN, kDecimal, 0, 38, 0},
    {"numeric", kM, kDecimal, 0, 10, 0},
    {"numeric", kD, kDecimal, 0, 18, 3},
    {"numeric", kN, kDecimal, 0, 38, 0},
    {"numeric", kS, kDecimal, 0, 10, 0},
    {"numeric", kAll, kDecimal},
    {"nvarchar", kAll, kText},
    {"nvarchar2", kAll, kText},
    {"object", kN, kVariant},
    {"oid", kD, kInt, 64},
    {"oid", kAll, kOther},
    {"path", kP, kOther},
    {"pg_lsn", kP, kOther},
    {"point", kAll, kOther},
    {"polygon", kAll, kOther},
    {"real", kM | kN | kL, kFloat, 64},
    {"real", kAll, kFloat, 32},
    {"record", kP, kRow},
    {"regclass", kP, kOther},
    {"rowid", kL, kInt, 64},
    {"set", kM, kText},
    {"short", kD | kS, kInt, 16},
    {"signed", kD, kInt, 64},
    {"signed", kAll, kInt, 64},
    {"signed integer", kAll, kInt, 64},
    {"smallint", kN, kDecimal, 0, 38, 0},
    {"smallint", kAll, kInt, 16},
    {"smallserial", kP, kInt, 16},
    {"serial", kM, kUint, 64},
    {"serial", kAll, kInt, 32},
    {"serial2", kP, kInt, 16},
    {"serial4", kP, kInt, 32},
    {"serial8", kP, kInt, 64},
    {"bigserial", kAll, kInt, 64},
    {"string", kAll, kText},
    {"text", kAll, kText},
    {"time", kAll, kTime},
    {"time with time zone", kAll, kTimeTz},
    {"time without time zone", kAll, kTime},
    {"timestamp", kS, kTimestampTz},
    {"timestamp", kM, kTimestampTz},
    {"timestamp", kAll, kTimestamp},
    {"timestamp with local time zone", kAll, kTimestampTz},
    {"timestamp with time zone", kAll, kTimestampTz},
    {"timestamp without time zone", kAll, kTimestamp},
    {"timestamp_ltz", kAll, kTimestampTz},
    {"timestamp_ms", kD, kTimestamp},
    {"timestamp_ns", kD, kTimestamp},
    {"timestamp_ntz", kAll, kTimestamp},
    {"timestamp_s", kD, kTimestamp},
    {"timestamp_tz", kAll, kTimestampTz},
    {"timestamp_us", kD, kTimestamp},
    {"timestampltz", kN, kTimestampTz},
    {"timestampntz", kN, kTimestamp},
    {"timestamptz", kAll, kTimestampTz},
    {"timetz", kAll, kTimeTz},
    {"tinyblob", kAll, kBytes},
    {"tinyint", kN, kDecimal, 0, 38, 0},
    {"tinyint", kAll, kInt, 8},
    {"tinytext", kAll, kText},
    {"tsquery", kP, kOther},
    {"tsvector", kP, kOther},
    {"ubigint", kD, kUint, 64},
    {"uhugeint", kD, kUint, 128},
    {"uint128", kC | kD, kUint, 128},
    {"uint16", kC | kD, kUint, 16},
    {"uint256", kC, kUint, 256},
    {"uint32", kC | kD, kUint, 32},
    {"uint64", kC | kD, kUint, 64},
    {"uint8", kC | kD, kUint, 8},
    {"uinteger", kD, kUint, 32},
    {"unsigned", kAll, kUint, 64},
    {"unsigned big int", kL, kInt, 64},
    {"unsigned integer", kAll, kUint, 64},
    {"usmallint", kD, kUint, 16},
    {"utinyint", kD, kUint, 8},
    {"uuid", kAll, kUuid},
    {"varbinary", kAll, kBytes},
    {"varbit", kP, kBits},
    {"varchar", kAll, kText},
    {"varchar2", kAll, kText},
    {"variant", kAll, kVariant},
    {"vector", kAll, kOther},
    {"void", kAll, kVoid},
    {"xid", kP, kOther},
    {"xml", kAll, kXml},
    {"year", kM, kInt, 16},
};

const NamedType* FindType(std::string_view name, DialectId dialect) {
  for (const NamedType& type : kTypes)
    if ((type.dialects & Bit(dialect)) != 0 && type.name == name) return &type;
  return nullptr;
}

// SQLite's rules of affinity: any word is a type.
const Type* Affinity(std::string_view name) {
  const auto has = [&](std::string_view part) { return name.find(part) != std::string_view::npos; };
  if (has("int")) return BasicType(kInt, 64);
  if (has("char") || has("clob") || has("text")) return BasicType(kText);
  if (name.empty() || has("blob")) return BasicType(kBytes);
  if (has("real") || has("floa") || has("doub")) return BasicType(kFloat, 64);
  return BasicType(kDecimal);
}

// What a type's name and its numbers say.
ReadTypeResult Make(std::string_view name, std::span<const int32_t> numbers, bool is_unsigned,
                    DialectId dialect, Arena& arena) {
  // ClickHouse's Decimal32(S) and their like.
  if (dialect == DialectId::kClickhouse && name.starts_with("decimal") && name.size() > 7) {
    const int32_t precision = name == "decimal32"    ? 9
                              : name == "decimal64"  ? 18
                              : name == "decimal128" ? 38
                                                     : 76;
    return {arena.New<Type>(
        Type{.kind = kDecimal, .precision = precision, .scale = numbers.empty() ? 0 : numbers[0]})};
  }
  const NamedType* found = FindType(name, dialect);
  if (found == nullptr) {
    if (dialect == DialectId::kSqlite) return {Affinity(name)};
    return {.type = arena.New<Type>(Type{.kind = kOther, .name = arena.Text(name)}),
            .known = false};
  }
  Type type{.kind = found->kind,
            .bits = found->bits,
            .precision = found->precision,
            .scale = found->scale};
  if (is_unsigned && type.kind == kInt) type.kind = kUint;
  switch (type.kind) {
    case kDecimal:
      if (!numbers.empty()) {
        type.precision = numbers[0];
        type.scale = numbers.size() > 1 ? numbers[1] : 0;
      }
      break;
    case kText:
      if (!numbers.empty()) type.precision = numbers[0];
      if (name.find("var") != std::string_view::npos) type.name = "varchar";
      break;
    case kChar:
      type.precision = numbers.empty()
                           ? (dialect == DialectId::kPostgres && name == "bpchar" ? -1 : 1)
                           : numbers[0];
      break;
    case kTime:
    case kTimeTz:
    case kTimestamp:
    case kTimestampTz:
      if (!numbers.empty()) type.precision = numbers[0];
      if (name == "timestamp_tz") type.name = "timestamp_tz";
      break;
    case kInt:
      if (dialect == DialectId::kMysql && name == "tinyint" && !numbers.empty() && numbers[0] == 1)
        type = Type{.kind = kBool};
      break;
    case kFloat:
      if (dialect == DialectId::kPostgres && name == "float" && !numbers.empty())
        type.bits = numbers[0] <= 24 ? 32 : 64;
      break;
    case kOther:
    case kEnum: type.name = found->name; break;
    case kArray: type.element = BasicType(kVariant); break;
    default: break;
  }
  if (type.precision < 0 && type.scale < 0 && type.name.empty() && type.element == nullptr)
    return {BasicType(type.kind, type.bits)};
  return {arena.New<Type>(type)};
}

std::string_view LowerIn(Arena& arena, std::string_view text) {
  bool upper = false;
  for (char c : text)
    upper |= c >= 'A' && c <= 'Z';
  if (!upper) return text;
  char* out = static_cast<char*>(arena.Take(text.size(), 1));
  std::ranges::transform(
      text, out, [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return {out, text.size()};
}

const Type* ArrayOf(const Type* element, Arena& arena) {
  return arena.New<Type>(Type{.kind = kArray, .element = element});
}

// Types with types in them; null if `name` is none of these.
const Type* MakeNested(std::string_view name, Span<TypeField> parts, Arena& arena, bool* nullable,
                       bool* transparent) {
  *transparent = false;
  if (name == "array" || name == "list" || name == "nested") {
    if (name == "nested")
      return ArrayOf(arena.New<Type>(Type{.kind = kStruct, .fields = parts}), arena);
    return parts.empty() ? ArrayOf(BasicType(kUnknown), arena) : ArrayOf(parts[0].type, arena);
  }
  if (name == "map" && parts.size() == 2)
    return arena.New<Type>(Type{.kind = kMap, .element = parts[0].type, .value = parts[1].type});
  if (name == "struct" || name == "row" || name == "tuple" || name == "object")
    return arena.New<Type>(Type{.kind = kStruct, .fields = parts});
  if (name == "union" || name == "variant" || name == "json") return BasicType(kVariant);
  if ((name == "nullable" || name == "lowcardinality") && parts.size() == 1) {
    *nullable |= name == "nullable";
    *transparent = true;
    return parts[0].type;
  }
  if ((name == "simpleaggregatefunction" || name == "aggregatefunction") && !parts.empty())
    return parts.back().type;
  return nullptr;
}

// ── of a tree ──

ReadTypeResult ReadTree(const TypeName& tree, DialectId dialect, Arena& arena, bool* nullable) {
  const std::string_view last = tree.name.empty() ? std::string_view() : tree.name.back().text;
  std::string_view name = LowerIn(arena, last);
  if (!tree.time_zone.empty()) {
    name = name == "time" ? (tree.time_zone.starts_with("without") ? "time" : "time with time zone")
                          : (tree.time_zone.starts_with("without") ? "timestamp without time zone"
                                                                   : "timestamp with time zone");
  }
  std::vector<int32_t> numbers;
  std::vector<TypeField> parts;
  bool nested = false;
  for (const TypeArg* arg : tree.args) {
    if (arg->type != nullptr) {
      bool part_nullable = false;
      const ReadTypeResult part = ReadTree(*arg->type, dialect, arena, &part_nullable);
      if (name == "nullable" || name == "lowcardinality") *nullable |= part_nullable;
      parts.push_back({arg->name.text, part.type});
      nested = true;
    } else if (const auto* literal = As<Literal>(static_cast<const Node*>(arg->value));
               literal != nullptr && literal->type == LiteralKind::kInteger) {
      int32_t number = 0;
      std::from_chars(literal->text.data(), literal->text.data() + literal->text.size(), number);
      numbers.push_back(number);
    }
  }
  ReadTypeResult out;
  bool transparent = false;
  if (nested || tree.angle)
    out.type = MakeNested(name, arena.List(parts), arena, nullable, &transparent);
  if (out.type == nullptr) out = Make(name, numbers, tree.is_unsigned, dialect, arena);
  for (uint32_t i = 0; i < tree.dims.size() + (tree.array_word && tree.dims.empty() ? 1 : 0); ++i)
    out.type = ArrayOf(out.type, arena);
  return out;
}

// ── of a text ──

class TextReader {
 public:
  TextReader(std::string_view text, DialectId dialect, Arena& arena)
      : text_(text), dialect_(dialect), arena_(arena) {}

  ReadTypeResult Read(bool* nullable, int depth) {
    std::string words;
    bool is_unsigned = false;
    const std::string_view first = Word();
    Append(words, first);
    std::vector<int32_t> numbers;
    std::vector<TypeField> parts;
    bool nested = false;
    ReadTypeResult out;
    for (;;) {
      Blanks();
      const char c = at_ < text_.size() ? text_[at_] : '\0';
      if ((c == '(' || c == '<') && depth < 32) {
        nested |= Arguments(c == '(' ? ')' : '>', words, nullable, numbers, parts, depth);
        continue;
      }
      const size_t before = at_;
      const std::string_view word = Word();
      if (word.empty()) break;
      const std::string_view lower = LowerIn(arena_, word);
      if (lower == "unsigned" && !words.empty()) {
        is_unsigned = true;
      } else if (lower == "not" || lower == "primary" || lower == "null" || lower == "default" ||
                 lower == "unique" || lower == "references" || lower == "check" ||
                 lower == "comment" || lower == "collate" || lower == "auto_increment" ||
                 lower == "autoincrement" || lower == "generated") {
        at_ = before;
        break;
      } else if (lower != "zerofill" && lower != "signed") {
        Append(words, lower);
      }
    }
    bool transparent = false;
    if (nested) out.type = MakeNested(words, arena_.List(parts), arena_, nullable, &transparent);
    if (out.type == nullptr)
      out = Make(words.empty() ? std::string_view() : arena_.Text(words), numbers, is_unsigned,
                 dialect_, arena_);
    while (Take('[')) {
      while (at_ < text_.size() && text_[at_] != ']')
        ++at_;
      Take(']');
      out.type = ArrayOf(out.type, arena_);
    }
    return out;
  }

  std::string_view rest() const { return text_.substr(at_); }

 private:
  void Blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n'))
      ++at_;
  }
  bool Take(char c) {
    Blanks();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  std::string_view Word() {
    Blanks();
    const size_t begin = at_;
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '`')) {
      const char quote = text_[at_];
      const size_t end = std::min(text_.find(quote, at_ + 1), text_.size());
      at_ = std::min(end + 1, text_.size());
      return text_.substr(begin + 1, end - begin - 1);
    }
    while (at_ < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (!(c == '_' || c == '$' || c == '.' || (c >= '0' && c <= '9') ||
            ((c | 32) >= 'a' && (c | 32) <= 'z') || c >= 0x80))
        break;
      ++at_;
    }
    return text_.substr(begin, at_ - begin);
  }
  void Append(std::string& words, std::string_view word) {
    if (!words.empty() && !word.empty()) words += ' ';
    words += LowerIn(arena_, word);
  }

  // In parentheses: numbers, types, fields, or texts (an enum's). True if there were types.
  bool Arguments(char close, const std::string& words, bool* nullable,
                 std::vector<int32_t>& numbers, std::vector<TypeField>& parts, int depth) {
    ++at_;
    bool types = false;
    const bool fields = words == "struct" || words == "row" || words == "tuple" ||
                        words == "object" || words == "nested";
    while (at_ < text_.size() && !Take(close)) {
      Blanks();
      const char c = text_[at_];
      if (c == '\'') {
        at_ = std::min(text_.find('\'', at_ + 1), text_.size() - 1) + 1;
      } else if (c >= '0' && c <= '9') {
        int32_t number = 0;
        const auto result =
            std::from_chars(text_.data() + at_, text_.data() + text_.size(), number);
        at_ = static_cast<size_t>(result.ptr - text_.data());
        numbers.push_back(number);
      } else if (c == ',' || c == '=' || c == '-' || c == ':') {
        ++at_;
      } else {
        std::string_view name;
        const size_t before = at_;
        if (fields) {
          name = Word();
          Blanks();
          if (at_ < text_.size() && text_[at_] == ':') ++at_;
          if (at_ >= text_.size() || text_[at_] == ',' || text_[at_] == close ||
              text_[at_] == '(') {
            at_ = before;
            name = {};
          }
        }
        bool part_nullable = false;
        const size_t start = at_;
        const ReadTypeResult part = Read(&part_nullable, depth + 1);
        if (at_ == start) ++at_;
        if (words == "nullable" || words == "lowcardinality") *nullable |= part_nullable;
        parts.push_back({arena_.Text(name), part.type});
        types = true;
        const std::string_view tail = LowerIn(arena_, rest());
        if (tail.starts_with("not null")) at_ += 8;
      }
    }
    return types;
  }

  std::string_view text_;
  DialectId dialect_;
  Arena& arena_;
  size_t at_ = 0;
};

}  // namespace

ReadTypeResult ReadType(const TypeName& name, DialectId dialect, Arena& arena) {
  bool nullable = false;
  ReadTypeResult out = ReadTree(name, dialect, arena, &nullable);
  out.not_null = dialect == DialectId::kClickhouse ? !nullable : name.not_null;
  return out;
}

ReadTypeResult ReadType(std::string_view text, DialectId dialect, Arena& arena) {
  text = arena.Text(text);
  bool nullable = false;
  TextReader reader(text, dialect, arena);
  ReadTypeResult out = reader.Read(&nullable, 0);
  const std::string_view rest = LowerIn(arena, reader.rest());
  out.not_null = dialect == DialectId::kClickhouse
                     ? !nullable
                     : rest.find("not null") != std::string_view::npos ||
                           rest.find("primary key") != std::string_view::npos;
  return out;
}

}  // namespace aietl::sql
