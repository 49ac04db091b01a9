// Between PostgreSQL's types and the engine's: what a column is read as, how its values cross the
// wire, and what a new column is declared as.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "data/type.h"

namespace aietl::connectors {

// How one value looks in binary COPY (send/receive functions of the type).
enum class PgWire : uint8_t {
  kBool,
  kInt2,
  kInt4,
  kInt8,
  kOid,
  kFloat4,
  kFloat8,
  kNumeric,
  kText,   // text, varchar, bpchar, name, json, enum labels
  kJsonb,  // a version byte, then text
  kBytea,
  kUuid,
  kDate,
  kTime,
  kTimeTz,
  kTimestamp,
  kInterval,
  kBit,
  kArray,
};

// A type as pg_type has it, domains resolved.
struct PgType {
  uint32_t oid = 0;
  int32_t modifier = -1;  // atttypmod, or the domain's
  std::string name;       // typname
  bool builtin = false;   // of pg_catalog
  char kind = 'b';        // typtype: b base, c composite, d domain, e enum, r range, m multirange
  uint32_t element = 0;   // of an array: its element type, resolved
  std::string element_name;
  bool element_builtin = false;
  char element_kind = 'b';
  std::string shown;  // format_type: "numeric(18,2)", for people and DDL
  std::string bare;   // the same without what stands in brackets
  bool domain = false;
  int dimensions = 0;            // attndims
  bool loose_collation = false;  // nondeterministic
};

// How a column is read.
struct PgRead {
  data::Type type;
  PgWire wire = PgWire::kText;
  PgWire element = PgWire::kText;  // kArray
  // What is selected, {} the quoted column: "{}" or "{}::text".
  std::string select = "{}";
  bool as_text = false;  // the engine has no type for it, so its text travels
};
PgRead ReadOf(const PgType& type);
// With the type that the document asks for: VARCHAR always, DECIMAL and HUGEINT of numbers.
// nullopt: cannot be.
std::optional<PgRead> ReadAs(const PgType& type, const data::Type& wanted);

// How values of an engine type are written, and what a column made for them is declared as.
// nullopt: they cannot be held.
struct PgStore {
  PgWire wire = PgWire::kText;
  PgWire element = PgWire::kText;  // kArray
  uint32_t element_oid = 0;
  std::string declared;
};
std::optional<PgStore> StoreOf(const data::Type& type);

// The type in which values must arrive to be written and read back as they were: nested types as
// JSON, ENUM as VARCHAR, unsigned integers as the next wider signed ones. nullopt: cannot be
// stored.
std::optional<data::Type> PgStorableType(const data::Type& type);

// As what a batch column arrives for an existing column: its own type where the engine has it, else
// the batch's, if the server converts that without loss; FitOf judges the pair.
data::Type PgTargetType(const PgType& target, const data::Type& batch);

// The expression of a staged value `{}` of `stage` for a column of type `target`: "{}", or a
// conversion.
std::string PgInsertPattern(const PgType& target, const data::Type& stage);
// A condition that holds for staged values which the column's own type would alter (cut, round,
// pad), and fails with an error for those that are none of it: "" where every value fits.
std::string PgMisfitCondition(const PgType& target, const data::Type& stage);
// What two values of the type are compared as, so that what differs in its digits or letters
// differs: "{}", or "{}::text" where the type has no equality, or one that takes different values
// for equal.
std::string PgComparePattern(const PgType& type);
// Whether staged values of `stage` lie in binary as those of a column of `target` do, so that a
// table made with the target's own declarations can take its place.
bool PgSameWire(const PgType& target, const data::Type& stage);

// Whether values of the one type, of this or another server, lie in a column of the other as they
// are: the same type without narrower limits, or text in text.
bool PgKeepsValues(const PgType& from, const PgType& to);

// The longest name that the server keeps whole.
inline constexpr size_t kPgNameBytes = 63;

}  // namespace aietl::connectors
