#include "connectors/schema_match.h"

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "connectors/load_sql.h"

namespace aietl::connectors {
namespace {

using data::Type;
using data::TypeId;

struct IntegerRange {
  int bits = 0;  // of the magnitude; 0: no integer
  bool is_signed = true;
  int digits = 0;  // decimal digits that always suffice
};

IntegerRange RangeOf(TypeId id) {
  switch (id) {
    case TypeId::kTinyInt: return {7, true, 3};
    case TypeId::kSmallInt: return {15, true, 5};
    case TypeId::kInteger: return {31, true, 10};
    case TypeId::kBigInt: return {63, true, 19};
    case TypeId::kHugeInt: return {127, true, 39};
    case TypeId::kUTinyInt: return {8, false, 3};
    case TypeId::kUSmallInt: return {16, false, 5};
    case TypeId::kUInteger: return {32, false, 10};
    case TypeId::kUBigInt: return {64, false, 20};
    case TypeId::kUHugeInt: return {128, false, 39};
    default: return {};
  }
}

Fit FitInteger(const IntegerRange& from, const Type& to) {
  if (const IntegerRange range = RangeOf(to.id); range.bits > 0) {
    const bool fits = from.bits <= range.bits && (range.is_signed || !from.is_signed);
    return fits ? Fit::kWidens : Fit::kChecked;
  }
  if (to.id == TypeId::kDecimal)
    return from.digits <= to.width - to.scale ? Fit::kWidens : Fit::kChecked;
  if (to.id == TypeId::kDouble) return from.bits <= 53 ? Fit::kWidens : Fit::kRefused;
  if (to.id == TypeId::kFloat) return from.bits <= 24 ? Fit::kWidens : Fit::kRefused;
  return Fit::kRefused;
}

Fit FitDecimal(const Type& from, const Type& to) {
  const int whole = from.width - from.scale;
  if (to.id == TypeId::kDecimal) {
    if (to.scale < from.scale) return Fit::kRefused;
    return whole <= to.width - to.scale ? Fit::kWidens : Fit::kChecked;
  }
  if (RangeOf(to.id).bits > 0) return from.scale == 0 ? Fit::kChecked : Fit::kRefused;
  // A decimal of that many digits comes back from the binary number as it was.
  if (to.id == TypeId::kDouble) return from.width <= 15 ? Fit::kWidens : Fit::kRefused;
  if (to.id == TypeId::kFloat) return from.width <= 6 ? Fit::kWidens : Fit::kRefused;
  return Fit::kRefused;
}

// Digits of a second; -1: no timestamp without time zone.
int SecondDigits(TypeId id) {
  switch (id) {
    case TypeId::kTimestampS: return 0;
    case TypeId::kTimestampMs: return 3;
    case TypeId::kTimestamp: return 6;
    case TypeId::kTimestampNs: return 9;
    default: return -1;
  }
}

Fit FitTime(TypeId from, TypeId to) {
  if (SecondDigits(to) < 0) return Fit::kRefused;
  if (from != TypeId::kDate && SecondDigits(from) > SecondDigits(to)) return Fit::kRefused;
  return to == TypeId::kTimestampNs ? Fit::kChecked
                                    : Fit::kWidens;  // nanoseconds end in the year 2262
}

Problem MatchProblem(std::string code, std::string message, std::string object, std::string hint) {
  Problem problem;
  problem.code = std::move(code);
  problem.message = std::move(message);
  problem.object = std::move(object);
  problem.hint = std::move(hint);
  return problem;
}

std::vector<std::string> TargetNames(const std::vector<TargetColumn>& target) {
  std::vector<std::string> names;
  for (const TargetColumn& column : target)
    names.push_back(column.column.name);
  return names;
}

// By exact spelling first, then without regard to case.
const TargetColumn* FindTargetColumn(const std::vector<TargetColumn>& target,
                                     const std::string& name) {
  for (const TargetColumn& column : target) {
    if (column.column.name == name) return &column;
  }
  for (const TargetColumn& column : target) {
    if (LowerUtf8(column.column.name) == LowerUtf8(name)) return &column;
  }
  return nullptr;
}

void MatchColumn(const data::Column& from, const TargetColumn& to, const std::string& table,
                 SchemaMatch* match) {
  const std::string name = data::NameForPeople(to.column.name);
  data::Column& stage = match->stage.columns.back();
  match->target_names.back() = to.column.name;
  if (to.generated) {
    match->problems.push_back(MatchProblem(
        "generated_column", Msg("{} computes column {} itself; it cannot be written", table, name),
        name, Tr("leave the column out of the step")));
    return;
  }
  const Fit fit = FitOf(from.type, to.column.type);
  if (fit == Fit::kRefused) {
    match->problems.push_back(
        MatchProblem("type_mismatch",
                     Msg("column {} arrives as {}, but in {} it is {}", name, from.type.ToSql(),
                         table, to.column.type.ToSql()),
                     name,
                     Msg("say in the step how to convert it: CAST({} AS {})",
                         data::NameForPeople(from.name), to.column.type.ToSql())));
    return;
  }
  stage.type = to.column.type;
  if (fit == Fit::kChecked) {
    match->changes.push_back(
        Msg("column {} arrives as {} and is written as {}; a value that does not fit stops the run",
            name, from.type.ToSql(), stage.type.ToSql()));
  } else if (fit == Fit::kWidens && from.type.id != TypeId::kNull) {
    match->changes.push_back(Msg("column {} arrives as {} and is written as {}", name,
                                 from.type.ToSql(), stage.type.ToSql()));
  }
}

}  // namespace

Fit FitOf(const Type& from, const Type& to) {
  if (from == to) return Fit::kSame;
  if (from.id == TypeId::kNull) return Fit::kWidens;
  if (to.id == TypeId::kVarchar) {
    const bool plain = !from.IsNested() && from.id != TypeId::kBlob && from.id != TypeId::kBit &&
                       from.id != TypeId::kOther;
    return plain ? Fit::kWidens : Fit::kRefused;
  }
  if (from.IsText() && (to.id == TypeId::kJson || to.id == TypeId::kEnum)) return Fit::kChecked;
  if (const IntegerRange range = RangeOf(from.id); range.bits > 0) return FitInteger(range, to);
  if (from.id == TypeId::kBoolean && RangeOf(to.id).bits > 0) return Fit::kWidens;
  if (from.id == TypeId::kDecimal) return FitDecimal(from, to);
  if (from.id == TypeId::kFloat && to.id == TypeId::kDouble) return Fit::kWidens;
  if (from.id == TypeId::kDate || SecondDigits(from.id) >= 0) return FitTime(from.id, to.id);
  return Fit::kRefused;
}

SchemaMatch MatchSchema(const data::Schema& batch, const std::vector<TargetColumn>& target,
                        const std::string& table, bool evolve) {
  SchemaMatch match;
  for (const data::Column& column : batch.columns) {
    match.stage.columns.push_back(column);
    match.target_names.push_back(column.name);
    const std::string name = data::NameForPeople(column.name);
    if (const TargetColumn* to = FindTargetColumn(target, column.name)) {
      MatchColumn(column, *to, table, &match);
    } else if (evolve) {
      match.added.push_back(column);
      match.added.back().nullable = true;
      match.changes.push_back(Msg("adds column {} {} to {}", name, column.type.ToSql(), table));
    } else {
      match.problems.push_back(MatchProblem(
          "unknown_column", Msg("{} has no column {}, and its columns are frozen", table, name),
          name, DidYouMean(column.name, TargetNames(target))));
    }
  }
  for (const TargetColumn& column : target) {
    if (batch.Find(column.column.name) >= 0 || column.column.nullable || column.has_default ||
        column.generated)
      continue;
    const std::string name = data::NameForPeople(column.column.name);
    match.problems.push_back(MatchProblem(
        "missing_column",
        Msg("column {} of {} must have a value, but the step does not deliver it", name, table),
        name, Tr("add the column to the step")));
  }
  return match;
}

Problems CheckRequest(const WriteRequest& request) {
  Problems problems;
  const std::vector<std::string> names = request.schema.Names();
  const auto& key = KeyOf(request.mode, request.key, request.partition);
  for (const std::string& column : key) {
    if (request.schema.Find(column) >= 0) continue;
    problems.push_back(MatchProblem("unknown_column",
                                    Msg("the key {} is no column of what is loaded into {}",
                                        data::NameForPeople(column), request.table),
                                    column, DidYouMean(column, names)));
  }
  const bool needs_key = request.mode == spec::Mode::kMerge || request.mode == spec::Mode::kScd2 ||
                         request.mode == spec::Mode::kDeleteInsert;
  if (key.empty() && needs_key) {
    problems.push_back(
        MatchProblem("missing_key",
                     Msg("mode {} of {} needs a key", spec::ModeName(request.mode), request.table),
                     request.table, Tr("add key: [column]")));
  }
  for (const data::Column& own : ModeColumns(request.mode)) {
    if (request.schema.Find(own.name) < 0) continue;
    problems.push_back(
        MatchProblem("reserved_column",
                     Msg("mode {} makes column {} itself, but the step delivers one of that name",
                         spec::ModeName(request.mode), own.name),
                     own.name, Tr("rename or drop the column in the step")));
  }
  std::vector<std::string> seen;
  for (const std::string& name : names) {
    const std::string lower = LowerUtf8(name);
    if (std::find(seen.begin(), seen.end(), lower) != seen.end()) {
      problems.push_back(MatchProblem(
          "duplicate_column",
          Msg("two columns loaded into {} are called {}", request.table, data::NameForPeople(name)),
          name,
          Tr("give one of them another name in the step; case alone does not tell columns apart")));
    }
    seen.push_back(lower);
  }
  return problems;
}

Problems CheckModeColumns(const WriteRequest& request, const std::vector<TargetColumn>& target,
                          const std::string& table) {
  Problems problems;
  for (const data::Column& own : ModeColumns(request.mode)) {
    if (FindTargetColumn(target, own.name) != nullptr) continue;
    problems.push_back(MatchProblem("no_mode_column",
                                    Msg("{} has no column {}, which mode {} keeps", table, own.name,
                                        spec::ModeName(request.mode)),
                                    own.name, Tr("load into a new table, or add the column")));
  }
  return problems;
}

}  // namespace aietl::connectors
