// The functions of seven dialects: which exist, what they take and give, and what calling them
// does. Constant data, compiled in from the *.fn files beside this header by tools/make_functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sql/dialect.h"
#include "sql/types/type.h"

namespace aietl::sql {

// What a call does besides giving a value. A guard allows kPure and mostly kSession.
enum class CallEffect : uint8_t {
  kPure,
  kSession,  // tells about the server or session
  kFiles,    // reads or writes files
  kNetwork,
  kProcess,  // starts programs or loads code
  kSleeps,
  kState,     // changes the session or other sessions: settings, locks, notifications
  kSequence,  // reads or moves a sequence
  kLargeObject,
  kAdmin,
  kCode,  // runs SQL that it gets as text
};
std::string_view CallEffectName(CallEffect effect);

// When the result is NULL.
enum class NullRule : uint8_t { kMaybe, kNever, kWithArguments };

// What a signature's type says, before the arguments are known.
struct TypePattern {
  TypeKind kind;
  uint8_t variable;  // 1…: T, U, V, K, bound by the arguments
  uint8_t rule;      // TypeRule
  uint16_t bits;
  uint16_t first, second;  // patterns of elements
  const char* name;
};
enum class TypeRule : uint8_t {
  kNone,
  kSameAsFirst,
  kSum,
  kAvg,
  kIntegral,
  kRound,
  kNow,
  kExtract,
  kDateLike,
  kMapped  // a list of what the lambda gives
};

enum FunctionFlags : uint8_t {
  kIsAggregate = 1,
  kIsWindow = 2,  // needs OVER
  kIsTable = 4,   // stands in FROM
  kIsSet = 8,     // gives several rows where an expression stands (and may stand in FROM, too)
  kIsPragma = 16,
  kIsVolatile = 32,
  kIsCased = 64,  // ClickHouse: the name's case matters
};

struct Signature {
  uint16_t result;  // a pattern
  uint32_t first;   // of its arguments' patterns
  uint8_t count;
  uint8_t required;
  uint8_t variadic;  // the last one may be repeated
  uint8_t flags;
};

struct FunctionInfo {
  const char* name;
  uint32_t first;  // of its signatures
  uint16_t count;
  uint8_t flags;  // all signatures' together
  CallEffect effect;
  NullRule nulls;

  bool Has(FunctionFlags flag) const { return (flags & flag) != 0; }
  // Only ever an aggregate (SQLite's max is one of one argument, and a scalar of two).
  bool AlwaysAggregate() const;
  std::span<const Signature> signatures() const;
};

enum class FunctionRole : uint8_t { kScalar, kTable, kPragma };

// Null if the dialect has no such function. Aggregates and window functions are kScalar. Case does
// not matter unless kIsCased says so; then `exact` tells whether the case was right. ClickHouse's
// combinators (sumIf) give the function they are built on.
const FunctionInfo* FindFunction(DialectId dialect, std::string_view name,
                                 FunctionRole role = FunctionRole::kScalar, bool* exact = nullptr);
// All of a dialect's, by name in lower case.
std::span<const FunctionInfo> FunctionsOf(DialectId dialect);
// Of the dialect's functions, the nearest names.
std::vector<std::string> SimilarFunctions(DialectId dialect, std::string_view name,
                                          FunctionRole role = FunctionRole::kScalar);

const TypePattern& PatternAt(uint16_t index);
uint16_t ArgumentAt(const Signature& signature,
                    size_t index);  // past the end of a variadic one: the last

struct CallShape {
  std::span<const Type* const> arguments;
  bool window = false;                 // OVER stands
  std::optional<int32_t> digits = {};  // the second argument, where it is written as a number
};
enum class CallFit : uint8_t { kFits, kWrongCount, kWrongTypes };
struct CallResult {
  CallFit fit = CallFit::kFits;
  const Type* type = nullptr;            // never null
  const Signature* signature = nullptr;  // the one taken; null where none fits
  bool aggregate = false;
};
// What a call gives. Types are only found wrong where that is certain.
CallResult ResolveCall(const FunctionInfo& function, const CallShape& call, DialectId dialect,
                       Arena& arena);

}  // namespace aietl::sql
