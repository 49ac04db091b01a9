// Numbers to compute and what to compute them per.
#include <algorithm>

#include "base/text.h"
#include "synthesis/ask/join_path.h"
#include "synthesis/ask/parser.h"

namespace aietl::synthesis {
namespace {

struct AggregateCue {
  const char* cue;
  Aggregate aggregate;
};
constexpr AggregateCue kAggregates[] = {
    {"sum", Aggregate::kSum},       {"avg", Aggregate::kAvg}, {"count", Aggregate::kCount},
    {"min", Aggregate::kMin},       {"max", Aggregate::kMax}, {"median", Aggregate::kMedian},
    {"stddev", Aggregate::kStddev},
};

bool SameMeasure(const Measure& a, const Measure& b) {
  return a.aggregate == b.aggregate && a.column == b.column && a.other == b.other &&
         a.operation == b.operation && a.counted == b.counted && a.share == b.share;
}

}  // namespace

int Parser::AddMeasure(Measure measure) {
  std::vector<Measure>& measures = out_.intent.measures;
  for (size_t i = 0; i < measures.size(); ++i) {
    if (SameMeasure(measures[i], measure)) return static_cast<int>(i);
  }
  measures.push_back(std::move(measure));
  return static_cast<int>(measures.size()) - 1;
}

std::string Parser::BucketAt(int at, int* end) const {
  static constexpr std::pair<const char*, const char*> kBuckets[] = {
      {"bucket_day", "day"},         {"bucket_week", "week"}, {"bucket_month", "month"},
      {"bucket_quarter", "quarter"}, {"bucket_year", "year"}, {"bucket_hour", "hour"},
      {"unit_day", "day"},           {"unit_week", "week"},   {"unit_month", "month"},
      {"unit_quarter", "quarter"},   {"unit_year", "year"},   {"unit_hour", "hour"}};
  for (const auto& [cue, bucket] : kBuckets) {
    if (const int length = Cue(at, cue)) {
      *end = at + length;
      return bucket;
    }
  }
  return {};
}

std::optional<Group> Parser::GroupItemAt(int at, int* end) {
  int bucket_end = 0;
  const std::string bucket = BucketAt(at, &bucket_end);
  const std::optional<Found> column = ColumnAt(at);
  // A column that is called month or year is taken as it stands.
  if (!bucket.empty() && !(column && column->score >= 0.97)) {
    int after = bucket_end;
    while (after < size() &&
           (IsNoise(after) || lower_[static_cast<size_t>(after)] == "of" || Cue(after, "by")))
      ++after;
    std::optional<Column> date;
    if (const std::optional<Found> named = ColumnAt(after, Want::kTime, 0.7)) {
      date = named->column;
      bucket_end = named->end;
    } else {
      date = DateColumn(at, bucket_end);
    }
    if (!date) return std::nullopt;
    *end = bucket_end;
    return Group{*date, bucket, "", Words(at, bucket_end), false, {}};
  }
  const std::optional<FoundTable> table = TableAt(at);
  if (table && (!column || (table->score > column->score + 0.005 && table->end >= column->end))) {
    // "per customer": by the key that tells its rows apart, and by its name where it has one.
    const Relation& relation = catalog_.relations[static_cast<size_t>(table->relation)];
    std::vector<std::string> key = RowKey(relation);
    if (key.empty()) return std::nullopt;
    for (size_t c = 0; c < relation.info.columns.size(); ++c) {
      if (relation.info.columns[c].name != key.front()) continue;
      *end = table->end;
      return Group{
          {table->relation, static_cast<int>(c)}, "", "", Words(at, table->end), false, {}};
    }
  }
  if (!column) return std::nullopt;
  *end = column->end;
  return Group{column->column, "", "", Words(at, column->end), false, {}};
}

// per X, by X and Y, for each X, monthly
int Parser::GroupBy(int at) {
  int cursor = at;
  int bucket_end = 0;
  bool bucket_only = false;
  if (const int length = Cue(at, "group_by")) {
    cursor = at + length;
  } else if (const int by = Cue(at, "by")) {
    cursor = at + by;
  } else if (!BucketAt(at, &bucket_end).empty() && !cues_[static_cast<size_t>(at)].empty() &&
             Cue(at, "unit_day") == 0 && Cue(at, "unit_week") == 0 && Cue(at, "unit_month") == 0 &&
             Cue(at, "unit_quarter") == 0 && Cue(at, "unit_year") == 0 &&
             Cue(at, "unit_hour") == 0) {
    bucket_only = true;
  } else {
    return 0;
  }
  if (!bucket_only) cursor = SkipNoise(cursor);
  int end = 0;
  std::optional<Group> item = GroupItemAt(cursor, &end);
  if (!item) return 0;
  const auto add = [&](Group group, int begin, int stop) {
    Mention(group.column.relation);
    Report(begin, stop, "group/" + Info(group.column).name);
    for (const Group& known : out_.intent.groups) {
      if (known.column == group.column && known.bucket == group.bucket) return;
    }
    out_.intent.groups.push_back(std::move(group));
  };
  add(*item, at, end);
  for (;;) {
    int more = end;
    bool separated = false;
    while (more < size() &&
           (IsComma(more) || Cue(more, "and") ||
            (separated && (Cue(more, "by") || Cue(more, "group_by") || IsNoise(more))))) {
      if (IsComma(more) && tokens_[static_cast<size_t>(more)].text != "," &&
          tokens_[static_cast<size_t>(more)].text != "&" &&
          tokens_[static_cast<size_t>(more)].text != "/")
        return end - at;
      separated = true;
      ++more;
    }
    if (!separated || more >= size() || !Free(more)) break;
    bool aggregate = false;
    for (const AggregateCue& cue : kAggregates)
      aggregate = aggregate || Cue(more, cue.cue) > 0;
    if (aggregate || Cue(more, "order_by") || Cue(more, "top") || ValueAt(more)) break;
    int next_end = 0;
    const std::optional<Group> another = GroupItemAt(more, &next_end);
    if (!another || (IsNumber(another->column) && another->bucket.empty() &&
                     Info(another->column).distinct.value_or(0) > 50))
      break;
    add(*another, more, next_end);
    end = next_end;
  }
  return end - at;
}

// sum of amount, average salary, number of orders, how many different customers, total quantity
// times price
int Parser::AggregateAt(int at) {
  int length = 0;
  Aggregate aggregate = Aggregate::kNone;
  for (const AggregateCue& cue : kAggregates) {
    const int words = Cue(at, cue.cue);
    if (words > length) {
      length = words;
      aggregate = cue.aggregate;
    }
  }
  bool distinct = false;
  int cursor = at + length;
  if (length == 0) {
    // "distinct customers" as a number only behind "number of"; alone it is another thing.
    return 0;
  }
  // "average and maximum salary": several aggregates of one column.
  std::vector<Aggregate> also;
  for (int more = cursor; aggregate != Aggregate::kCount;) {
    const int before = more;
    while (more < size() && (tokens_[static_cast<size_t>(more)].text == "," || Cue(more, "and")))
      ++more;
    if (more == before) break;
    int words = 0;
    for (const AggregateCue& cue : kAggregates) {
      if (cue.aggregate == Aggregate::kCount) continue;
      if (const int found = Cue(more, cue.cue); found > words) {
        words = found;
        also.push_back(cue.aggregate);
      }
    }
    if (words == 0) break;
    more += words;
    cursor = more;
  }
  cursor = SkipNoise(cursor);
  if (const int words = Cue(cursor, "distinct")) {
    distinct = true;
    cursor = SkipNoise(cursor + words);
  }
  const auto add = [&](Measure measure, int end) {
    measure.words = Words(at, end);
    if (measure.column.valid()) Mention(measure.column.relation);
    if (measure.counted >= 0) Mention(measure.counted);
    AddMeasure(measure);
    for (const Aggregate other : also) {
      Measure second = measure;
      second.aggregate = other;
      AddMeasure(second);
    }
    Report(at, end, "select/measure");
    return end - at;
  };
  // "…: country and total": a number computed before, named again.
  const auto computed = [&](Aggregate wanted) {
    return std::any_of(out_.intent.measures.begin(), out_.intent.measures.end(),
                       [&](const Measure& m) { return m.aggregate == wanted; });
  };
  const bool alone = cursor >= size() || !Free(cursor) || IsComma(cursor) || Cue(cursor, "and");
  if (alone && computed(aggregate)) return length;
  if (aggregate == Aggregate::kCount) {
    if (const int rows = Cue(cursor, "rows")) return add({}, cursor + rows);
    const std::optional<FoundTable> table = TableAt(cursor);
    const std::optional<Found> column = ColumnAt(cursor, Want::kAny, 0.75);
    if (table && (!column || table->score >= column->score - 0.1) && !distinct) {
      Measure measure;
      measure.counted = table->relation;
      return add(measure, table->end);
    }
    if (table && distinct) {
      const std::vector<std::string> key =
          RowKey(catalog_.relations[static_cast<size_t>(table->relation)]);
      const auto& columns = catalog_.relations[static_cast<size_t>(table->relation)].info.columns;
      for (size_t c = 0; c < columns.size(); ++c) {
        if (key.empty() || columns[c].name != key.front()) continue;
        Measure measure;
        measure.aggregate = Aggregate::kCountDistinct;
        measure.column = {table->relation, static_cast<int>(c)};
        return add(measure, table->end);
      }
    }
    if (column) {
      // «количество» alone is often the quantity column: counted only if it can't be summed.
      Measure measure;
      measure.aggregate = distinct ? Aggregate::kCountDistinct : Aggregate::kCount;
      measure.column = column->column;
      return add(measure, column->end);
    }
    // The cue may be a column of its own ("quantity", «количество»).
    if (const std::optional<Found> own = ColumnAt(at, Want::kNumber, 0.9)) {
      if (selecting_ || out_.intent.groups.empty()) return 0;
      Measure measure;
      measure.aggregate = Aggregate::kSum;
      measure.column = own->column;
      return add(measure, own->end);
    }
    if (const std::optional<FoundValue> value = ValueAt(cursor)) {
      (void)value;  // "number of paid orders": the filter is read next, the count stays
      return add({}, at + length);
    }
    return add({}, at + length);
  }
  if (const std::optional<Found> column = ColumnAt(cursor, Want::kAny, 0.7)) {
    if ((aggregate == Aggregate::kSum || aggregate == Aggregate::kAvg) && !IsNumber(column->column))
      return 0;
    Measure measure;
    measure.aggregate = aggregate;
    measure.column = column->column;
    int end = column->end;
    const int operation = Cue(end, "times");
    if (operation > 0) {
      if (const std::optional<Found> other = ColumnAt(SkipNoise(end + operation), Want::kNumber)) {
        measure.other = other->column;
        measure.operation = '*';
        end = other->end;
      }
    }
    return add(measure, end);
  }
  // «сумма» is a column's name, too: sum of the amounts.
  if (const std::optional<Found> own = ColumnAt(at, Want::kNumber, 0.8)) {
    Measure measure;
    measure.aggregate = aggregate == Aggregate::kMin || aggregate == Aggregate::kMax ? aggregate
                        : aggregate == Aggregate::kAvg ? Aggregate::kAvg
                                                       : Aggregate::kSum;
    measure.column = own->column;
    if (selecting_ && out_.intent.groups.empty() && out_.intent.measures.empty() &&
        aggregate == Aggregate::kSum)
      return 0;
    return add(measure, std::max(own->end, at + length));
  }
  if (aggregate == Aggregate::kSum || aggregate == Aggregate::kAvg) {
    // "total of paid orders": the money column of what is spoken of.
    if (const std::optional<FoundTable> table = TableAt(cursor)) Mention(table->relation);
    if (const std::optional<Column> amount = AmountColumn(at, at + length)) {
      Measure measure;
      measure.aggregate = aggregate;
      measure.column = *amount;
      return add(measure, at + length);
    }
  }
  return 0;
}

// qty times unit price [as line_total]; quantity * price
int Parser::Product(int at) {
  const std::optional<Found> left = ColumnAt(at, Want::kNumber, 0.8);
  if (!left) return 0;
  int cursor = left->end;
  char operation = 0;
  int length = 0;
  if ((length = Cue(cursor, "times")) > 0)
    operation = '*';
  else if ((length = Cue(cursor, "divided")) > 0)
    operation = '/';
  else if ((length = Cue(cursor, "minus")) > 0)
    operation = '-';
  else if ((length = Cue(cursor, "plus_op")) > 0 && left->score >= 0.97)
    operation = '+';
  if (operation == 0) return 0;
  cursor = SkipNoise(cursor + length);
  const std::optional<Found> right = ColumnAt(cursor, Want::kNumber, 0.75);
  if (!right) return 0;
  int end = right->end;
  Mention(left->column.relation);
  Mention(right->column.relation);
  // In brackets or behind a sum it says how a measure is made.
  std::vector<Measure>& measures = out_.intent.measures;
  const bool bracketed = at > 0 && (tokens_[static_cast<size_t>(at - 1)].text == "(" ||
                                    tokens_[static_cast<size_t>(at - 1)].text == "=");
  if (bracketed && !measures.empty() && measures.back().aggregate == Aggregate::kSum) {
    measures.back().column = left->column;
    measures.back().other = right->column;
    measures.back().operation = operation;
    Report(at, end, "select/measure");
    return end - at;
  }
  Derived derived;
  derived.left = left->column;
  derived.right = right->column;
  derived.operation = operation;
  derived.words = Words(at, end);
  if (const int as = Cue(end, "as_name");
      as > 0 && end + as < size() &&
      tokens_[static_cast<size_t>(end + as)].kind == TokenKind::kWord) {
    derived.name = tokens_[static_cast<size_t>(end + as)].lower;
    end += as + 1;
  }
  out_.intent.derived.push_back(derived);
  Report(at, end, "select/derived");
  return end - at;
}

// revenue, «выручка»: the money column, or price times quantity
int Parser::Revenue(int at) {
  if (!Free(at)) return 0;
  int length = 0;
  for (const Lexicon::Match& match :
       Lexicon::Concepts().Find(lower_, stems_, static_cast<size_t>(at))) {
    if (match.id == "revenue" && match.weight == 1) length = std::max(length, match.words);
  }
  if (length == 0) return 0;
  if (const std::optional<Found> column = ColumnAt(at, Want::kNumber, 0.9)) {
    if (selecting_ && out_.intent.groups.empty()) return 0;
    Measure measure;
    measure.aggregate = Aggregate::kSum;
    measure.column = column->column;
    measure.words = Words(at, column->end);
    measure.name = "revenue";
    Mention(column->column.relation);
    AddMeasure(measure);
    Report(at, column->end, "select/revenue");
    return column->end - at;
  }
  const std::optional<Column> amount = AmountColumn(at, at + length);
  if (!amount) return 0;
  Measure measure;
  measure.aggregate = Aggregate::kSum;
  measure.column = *amount;
  measure.words = Words(at, at + length);
  measure.name = "revenue";
  AddMeasure(measure);
  Report(at, at + length, "select/revenue");
  return length;
}

}  // namespace aietl::synthesis
