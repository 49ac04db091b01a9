// Reads SQL type names: the spellings that the engine prints and those that people write.
#include <cctype>
#include <charconv>
#include <optional>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "data/type.h"

namespace aietl::data {
namespace {

constexpr int kMaxDepth = 64;
constexpr uint64_t kMaxArraySize = 100'000;  // DuckDB's ArrayType::MAX_ARRAY_SIZE
constexpr uint64_t kMaxDecimalWidth = 38;

struct Alias {
  const char* name;
  TypeId id;
};

// DuckDB 1.5: catalog/default/default_types.cpp, and the grammar's own words (float8, double
// precision, …).
constexpr Alias kAliases[] = {
    {"boolean", TypeId::kBoolean},
    {"bool", TypeId::kBoolean},
    {"logical", TypeId::kBoolean},
    {"tinyint", TypeId::kTinyInt},
    {"int1", TypeId::kTinyInt},
    {"smallint", TypeId::kSmallInt},
    {"int2", TypeId::kSmallInt},
    {"short", TypeId::kSmallInt},
    {"int16", TypeId::kSmallInt},
    {"integer", TypeId::kInteger},
    {"int", TypeId::kInteger},
    {"int4", TypeId::kInteger},
    {"int32", TypeId::kInteger},
    {"signed", TypeId::kInteger},
    {"integral", TypeId::kInteger},
    {"bigint", TypeId::kBigInt},
    {"int8", TypeId::kBigInt},
    {"int64", TypeId::kBigInt},
    {"long", TypeId::kBigInt},
    {"oid", TypeId::kBigInt},
    {"hugeint", TypeId::kHugeInt},
    {"int128", TypeId::kHugeInt},
    {"utinyint", TypeId::kUTinyInt},
    {"uint8", TypeId::kUTinyInt},
    {"usmallint", TypeId::kUSmallInt},
    {"uint16", TypeId::kUSmallInt},
    {"uinteger", TypeId::kUInteger},
    {"uint32", TypeId::kUInteger},
    {"ubigint", TypeId::kUBigInt},
    {"uint64", TypeId::kUBigInt},
    {"uhugeint", TypeId::kUHugeInt},
    {"uint128", TypeId::kUHugeInt},
    {"real", TypeId::kFloat},
    {"float", TypeId::kFloat},
    {"float4", TypeId::kFloat},
    {"double", TypeId::kDouble},
    {"float8", TypeId::kDouble},
    {"decimal", TypeId::kDecimal},
    {"dec", TypeId::kDecimal},
    {"numeric", TypeId::kDecimal},
    {"varchar", TypeId::kVarchar},
    {"text", TypeId::kVarchar},
    {"string", TypeId::kVarchar},
    {"char", TypeId::kVarchar},
    {"character", TypeId::kVarchar},
    {"nchar", TypeId::kVarchar},
    {"bpchar", TypeId::kVarchar},
    {"nvarchar", TypeId::kVarchar},
    {"blob", TypeId::kBlob},
    {"bytea", TypeId::kBlob},
    {"varbinary", TypeId::kBlob},
    {"binary", TypeId::kBlob},
    {"bit", TypeId::kBit},
    {"bitstring", TypeId::kBit},
    {"varbit", TypeId::kBit},
    {"uuid", TypeId::kUuid},
    {"guid", TypeId::kUuid},
    {"date", TypeId::kDate},
    {"time", TypeId::kTime},
    {"timetz", TypeId::kTimeTz},
    {"timestamp", TypeId::kTimestamp},
    {"datetime", TypeId::kTimestamp},
    {"timestamp_us", TypeId::kTimestamp},
    {"timestamptz", TypeId::kTimestampTz},
    {"timestamp_s", TypeId::kTimestampS},
    {"timestamp_ms", TypeId::kTimestampMs},
    {"timestamp_ns", TypeId::kTimestampNs},
    {"interval", TypeId::kInterval},
    {"json", TypeId::kJson},
    {"null", TypeId::kNull},
    {"struct", TypeId::kStruct},
    {"row", TypeId::kStruct},
    {"map", TypeId::kMap},
    {"union", TypeId::kUnion},
    {"enum", TypeId::kEnum},
};

// Types that the engine knows and this program only passes through.
constexpr const char* kOthers[] = {"BIGNUM", "VARINT", "TIME_NS", "GEOMETRY", "VARIANT"};

enum class TokenKind : uint8_t { kEnd, kWord, kQuotedWord, kText, kNumber, kSign };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string text;  // without quotes
};

// Types of several words: a field type that begins so is no field name.
bool JoinsWith(std::string_view first, std::string_view second) {
  if (second == "precision") return first == "double";
  if (second == "varying")
    return first == "character" || first == "char" || first == "nchar" || first == "bit";
  return (second == "with" || second == "without") &&
         (first == "time" || first == "timestamp" || first == "datetime");
}

class Parser {
 public:
  explicit Parser(std::string_view sql) : sql_(sql) { Advance(); }

  Result<Type> ParseAll() {
    AIETL_ASSIGN(Type type, ParseType(0));
    if (token_.kind != TokenKind::kEnd) return Bad();
    return type;
  }

 private:
  std::unexpected<Error> Bad() const {
    return Fail(Code::kInvalid, "unknown_type", Msg("`{}` is not a type", std::string(sql_)));
  }

  void ReadQuoted(char quote) {
    for (++at_; at_ < sql_.size(); ++at_) {
      if (sql_[at_] == quote) {
        if (at_ + 1 >= sql_.size() || sql_[at_ + 1] != quote) break;
        ++at_;
      }
      token_.text += sql_[at_];
    }
    if (at_ >= sql_.size()) token_.kind = TokenKind::kSign;  // unterminated: no rule accepts this
    ++at_;
  }

  void Advance() {
    token_ = {};
    while (at_ < sql_.size() && std::isspace(static_cast<unsigned char>(sql_[at_])))
      ++at_;
    if (at_ >= sql_.size()) return;
    const char c = sql_[at_];
    if (c == '"' || c == '\'') {
      token_.kind = c == '"' ? TokenKind::kQuotedWord : TokenKind::kText;
      return ReadQuoted(c);
    }
    const auto is_word = [](char x) {
      return std::isalnum(static_cast<unsigned char>(x)) || x == '_' ||
             static_cast<unsigned char>(x) >= 0x80;
    };
    if (!is_word(c)) {
      token_ = {TokenKind::kSign, std::string(1, c)};
      ++at_;
      return;
    }
    const size_t start = at_;
    while (at_ < sql_.size() && is_word(sql_[at_]))
      ++at_;
    const std::string_view word = sql_.substr(start, at_ - start);
    const bool number = word.find_first_not_of("0123456789") == std::string_view::npos;
    token_ = {number ? TokenKind::kNumber : TokenKind::kWord, std::string(word)};
  }

  bool AcceptSign(std::string_view sign) {
    if (token_.kind != TokenKind::kSign || token_.text != sign) return false;
    Advance();
    return true;
  }
  bool AcceptWord(std::string_view word) {
    if (token_.kind != TokenKind::kWord || LowerUtf8(token_.text) != word) return false;
    Advance();
    return true;
  }

  std::optional<uint64_t> AcceptNumber() {
    if (token_.kind != TokenKind::kNumber) return std::nullopt;
    uint64_t value = 0;
    const char* end = token_.text.data() + token_.text.size();
    if (std::from_chars(token_.text.data(), end, value).ec != std::errc()) return std::nullopt;
    Advance();
    return value;
  }

  // "(1, 2)" or nothing.
  Result<std::vector<uint64_t>> ParseNumbers() {
    std::vector<uint64_t> numbers;
    if (!AcceptSign("(")) return numbers;
    do {
      const auto number = AcceptNumber();
      if (!number) return Bad();
      numbers.push_back(*number);
    } while (AcceptSign(","));
    if (!AcceptSign(")")) return Bad();
    return numbers;
  }

  Result<Type> ParseType(int depth) {
    if (depth > kMaxDepth) return Bad();
    AIETL_ASSIGN(Type type, ParseBase(depth));
    for (;;) {
      if (AcceptWord("array")) {
        if (!AcceptSign("[")) {
          type = ListOf(std::move(type));
          continue;
        }
      } else if (!AcceptSign("[")) {
        return type;
      }
      if (++depth > kMaxDepth) return Bad();
      const auto size = AcceptNumber();
      if (!AcceptSign("]")) return Bad();
      if (size && (*size == 0 || *size > kMaxArraySize)) return Bad();
      type = ListOf(std::move(type));
      if (size) {
        type.id = TypeId::kArray;
        type.size = *size;
      }
    }
  }

  static Type ListOf(Type element) {
    Type list = MakeType(TypeId::kList);
    list.fields.emplace_back("", std::move(element));
    return list;
  }

  Result<Type> ParseBase(int depth) {
    if (token_.kind != TokenKind::kWord && token_.kind != TokenKind::kQuotedWord) return Bad();
    const std::string word = LowerUtf8(token_.text);
    Advance();
    for (const Alias& alias : kAliases) {
      if (word == alias.name) return ParseRest(alias.id, depth);
    }
    for (const char* other : kOthers) {
      if (word != LowerUtf8(other)) continue;
      Type type = MakeType(TypeId::kOther);
      type.other = word == "varint" ? "BIGNUM" : other;
      return type;
    }
    std::vector<std::string> names;
    for (const Alias& alias : kAliases)
      names.emplace_back(alias.name);
    Error error(Code::kInvalid, "unknown_type", Msg("unknown type `{}`", word));
    error.hint = DidYouMean(word, names);
    return Fail(std::move(error));
  }

  // What follows the name.
  Result<Type> ParseRest(TypeId id, int depth) {
    switch (id) {
      case TypeId::kDecimal: return ParseDecimal();
      case TypeId::kStruct:
      case TypeId::kUnion: return ParseFields(id, depth);
      case TypeId::kMap: return ParseMap(depth);
      case TypeId::kEnum: return ParseEnum();
      case TypeId::kTime:
      case TypeId::kTimestamp: return ParseTime(id);
      case TypeId::kDouble: AcceptWord("precision"); return MakeType(id);
      case TypeId::kFloat: return ParseFloat();
      case TypeId::kVarchar: {
        AcceptWord("varying");
        AIETL_TRY(ParseNumbers());  // lengths are not enforced by the engine
        if (AcceptWord("collate")) Advance();
        return MakeType(id);
      }
      case TypeId::kBit: {
        AcceptWord("varying");
        AIETL_TRY(ParseNumbers());
        return MakeType(id);
      }
      default: return MakeType(id);
    }
  }

  Result<Type> ParseFloat() {
    AIETL_ASSIGN(const auto numbers, ParseNumbers());
    if (numbers.size() > 1 || (numbers.size() == 1 && (numbers[0] < 1 || numbers[0] > 53)))
      return Bad();
    return MakeType(numbers.size() == 1 && numbers[0] > 24 ? TypeId::kDouble : TypeId::kFloat);
  }

  Result<Type> ParseDecimal() {
    AIETL_ASSIGN(const auto numbers, ParseNumbers());
    if (numbers.empty()) return MakeDecimal(18, 3);
    const uint64_t scale = numbers.size() > 1 ? numbers[1] : 0;
    if (numbers.size() > 2 || numbers[0] < 1 || numbers[0] > kMaxDecimalWidth || scale > numbers[0])
      return Bad();
    return MakeDecimal(static_cast<uint8_t>(numbers[0]), static_cast<uint8_t>(scale));
  }

  Result<Type> ParseTime(TypeId id) {
    AIETL_ASSIGN(const auto numbers, ParseNumbers());
    const bool stamp = id == TypeId::kTimestamp;
    if (numbers.size() > 1 || (numbers.size() == 1 && numbers[0] > (stamp ? 9 : 6))) return Bad();
    const bool with = AcceptWord("with");
    if (with || AcceptWord("without")) {
      if (!AcceptWord("time") || !AcceptWord("zone")) return Bad();
      if (with) return MakeType(stamp ? TypeId::kTimestampTz : TypeId::kTimeTz);
    }
    if (!stamp || numbers.empty()) return MakeType(id);
    if (numbers[0] == 0) return MakeType(TypeId::kTimestampS);
    if (numbers[0] <= 3) return MakeType(TypeId::kTimestampMs);
    return MakeType(numbers[0] <= 6 ? TypeId::kTimestamp : TypeId::kTimestampNs);
  }

  // Fields are named, or, in a struct, all unnamed (a tuple).
  Result<Type> ParseFields(TypeId id, int depth) {
    Type type = MakeType(id);
    if (!AcceptSign("(")) return Bad();
    do {
      if (token_.kind != TokenKind::kWord && token_.kind != TokenKind::kQuotedWord) return Bad();
      const Parser before = *this;
      std::string name = std::move(token_.text);
      Advance();
      const bool has_type =
          token_.kind == TokenKind::kQuotedWord ||
          (token_.kind == TokenKind::kWord && !JoinsWith(LowerUtf8(name), LowerUtf8(token_.text)));
      if (!has_type) {
        if (id == TypeId::kUnion) return Bad();
        *this = before;
        name.clear();
      }
      AIETL_ASSIGN(Type field, ParseType(depth + 1));
      type.fields.emplace_back(std::move(name), std::move(field));
    } while (AcceptSign(","));
    if (!AcceptSign(")")) return Bad();
    for (const auto& field : type.fields) {
      if (field.first.empty() != type.fields.front().first.empty()) return Bad();
    }
    return type;
  }

  Result<Type> ParseMap(int depth) {
    Type type = MakeType(TypeId::kMap);
    if (!AcceptSign("(")) return Bad();
    AIETL_ASSIGN(Type key, ParseType(depth + 1));
    if (!AcceptSign(",")) return Bad();
    AIETL_ASSIGN(Type value, ParseType(depth + 1));
    if (!AcceptSign(")")) return Bad();
    type.fields.emplace_back("key", std::move(key));
    type.fields.emplace_back("value", std::move(value));
    return type;
  }

  Result<Type> ParseEnum() {
    Type type = MakeType(TypeId::kEnum);
    if (!AcceptSign("(")) return Bad();
    if (AcceptSign(")")) return type;
    do {
      if (token_.kind != TokenKind::kText) return Bad();
      type.labels.push_back(std::move(token_.text));
      Advance();
    } while (AcceptSign(","));
    if (!AcceptSign(")")) return Bad();
    return type;
  }

  std::string_view sql_;
  size_t at_ = 0;
  Token token_;
};

}  // namespace

Result<Type> ParseType(std::string_view sql) {
  return Parser(sql).ParseAll();
}

}  // namespace aietl::data
