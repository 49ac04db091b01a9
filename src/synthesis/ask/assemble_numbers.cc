// What is computed, per what, and which are the best.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "synthesis/ask/assembler.h"
#include "synthesis/ask/join_path.h"

namespace aietl::synthesis {
namespace {

Aggregate AggregateOf(std::string_view word) {
  if (word == "sum") return Aggregate::kSum;
  if (word == "avg") return Aggregate::kAvg;
  if (word == "min") return Aggregate::kMin;
  if (word == "max") return Aggregate::kMax;
  if (word == "median") return Aggregate::kMedian;
  if (word == "stddev") return Aggregate::kStddev;
  return Aggregate::kCount;
}

Expression ColumnExpression(const Column& column) {
  Expression out;
  out.kind = Expression::Kind::kColumn;
  out.column = column;
  return out;
}

Expression Call(std::string name, std::vector<Expression> arguments) {
  Expression out;
  out.kind = Expression::Kind::kCall;
  out.text = std::move(name);
  out.arguments = std::move(arguments);
  return out;
}

Expression Aggregated(Aggregate aggregate, Expression inside) {
  Expression out;
  out.kind = Expression::Kind::kAggregate;
  out.aggregate = aggregate;
  out.arguments = {std::move(inside)};
  return out;
}

bool SameConditions(const std::vector<Condition>& a, const std::vector<Condition>& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (!(a[i].column == b[i].column) || a[i].comparison != b[i].comparison ||
        a[i].literals != b[i].literals || a[i].negated != b[i].negated)
      return false;
  }
  return true;
}

bool SameExpression(const Expression& a, const Expression& b) {
  if (a.kind != b.kind || !(a.column == b.column) || a.text != b.text ||
      a.aggregate != b.aggregate || a.counted != b.counted ||
      a.arguments.size() != b.arguments.size() || a.only.size() != b.only.size())
    return false;
  for (size_t i = 0; i < a.arguments.size(); ++i) {
    if (!SameExpression(a.arguments[i], b.arguments[i])) return false;
  }
  return SameConditions(a.only, b.only);
}

bool SameMeasure(const Measure& a, const Measure& b) {
  return a.aggregate == b.aggregate && a.column == b.column && a.other == b.other &&
         a.operation == b.operation && a.counted == b.counted && a.share == b.share &&
         a.percent == b.percent && a.window == b.window &&
         SameExpression(a.expression, b.expression) && SameConditions(a.only, b.only);
}

// "how many of them were cancelled" is shown as cancelled_count.
std::string PartName(const std::vector<Condition>& only) {
  if (only.size() != 1 || only.front().literals.size() != 1 || only.front().negated ||
      only.front().comparison != Comparison::kEqual)
    return {};
  const std::string& literal = only.front().literals.front();
  if (literal.size() < 3 || literal.front() != '\'' || literal.back() != '\'') return {};
  const std::string name = Identifier(std::string_view(literal).substr(1, literal.size() - 2));
  return name.empty() ? name : name + "_count";
}

}  // namespace

std::optional<Expression> Assembler::Product(const Phrase& product) {
  if (product.meaning == "inner" || product.meaning == "product")
    return Product(*product.Part("e"));
  if (product.meaning == "inner_term") return Product(*product.Part("t"));
  if (product.meaning == "inner_operand") return Product(*product.Part("o"));
  if (product.meaning == "column") {
    const std::optional<Column> column = Resolve(*product.Part("c"), Want::kNumber);
    if (!column) return std::nullopt;
    Mention(*column);
    if (const Phrase* unit = product.Part("u")) {
      const double factor = UnitFactor(TokenAt(unit->begin).lower, *column);
      if (factor != 1) {
        Expression number;
        number.kind = Expression::Kind::kLiteral;
        number.text = fmt::format("{:.12g}", factor);
        return Call("*", {ColumnExpression(*column), number});
      }
    }
    return ColumnExpression(*column);
  }
  if (product.meaning == "number") {
    Expression literal;
    literal.kind = Expression::Kind::kLiteral;
    literal.text = TokenAt(product.Part("n")->begin).number_text;
    return literal;
  }
  const std::optional<Expression> a = Product(*product.Part("a"));
  if (product.meaning == "per_number") {
    // "price per 100 pages"
    const std::optional<Expression> of = Product(*product.Part("b"));
    if (!a || !of) return std::nullopt;
    Expression number;
    number.kind = Expression::Kind::kLiteral;
    number.text = TokenAt(product.Part("n")->begin).number_text;
    return Call("*", {Call("/", {*a, *of}), number});
  }
  std::optional<Expression> b;
  // The other operand is of the same rows where it can be.
  if (const Phrase& second = *product.Part("b");
      a && a->kind == Expression::Kind::kColumn && second.meaning == "column") {
    if (const std::optional<Column> column =
            Resolve(*second.Part("c"), Want::kNumber, a->column.relation))
      b = ColumnExpression(*column);
  }
  if (a && !b) b = Product(*product.Part("b"));
  // "0-180, 180-300" are ranges, nothing to compute.
  const auto literal = [](const Expression& one) { return one.kind == Expression::Kind::kLiteral; };
  if (!a || !b || (literal(*a) && literal(*b))) return std::nullopt;
  const std::string sign = product.meaning == "times"     ? "*"
                           : product.meaning == "divided" ? "/"
                           : product.meaning == "minus"   ? "-"
                                                          : "+";
  return Call(sign, {*a, *b});
}

std::optional<Expression> Assembler::DaysOf(const Phrase& days) {
  // "from the order to the shipment": a table is its own date.
  const auto moment = [&](const Phrase& said) -> std::optional<Column> {
    if (said.meaning == "moment_column") return Resolve(*said.Part("c"), Want::kTime);
    if (said.meaning != "moment_table") return Resolve(said, Want::kTime);
    const std::optional<int> relation = Table(*said.Part("t"));
    return relation ? DateColumn(said, *relation) : std::nullopt;
  };
  const std::optional<Column> a = moment(*days.Part("a")), b = moment(*days.Part("b"));
  if (!a || !b || *a == *b) return std::nullopt;
  Mention(*a);
  Mention(*b);
  const bool reversed = days.meaning == "days_rev";
  return Call("days", {ColumnExpression(reversed ? *b : *a), ColumnExpression(reversed ? *a : *b)});
}

// The money of a table's rows: its money column, or price times quantity.
std::optional<Expression> Assembler::MoneyOf(const Phrase& about, int relation) {
  std::vector<int> relations;
  if (relation >= 0) relations.push_back(relation);
  if (relation < 0 && entity_ >= 0) relations.push_back(entity_);
  for (const int spoken : spoken_)
    relations.push_back(spoken);
  for (const int spoken : std::vector<int>(spoken_)) {
    if (const std::optional<int> child = OnlyChild(spoken)) relations.push_back(*child);
  }
  for (const int one : relations) {
    std::vector<Column> price, quantity, money;
    for (const Column& column : About(one, "any_money")) {
      if (HasConcept(column, {"price"}) && !HasConcept(column, {"total", "amount"}))
        price.push_back(column);
      else
        money.push_back(column);
    }
    const auto& columns = Rel(one).info.columns;
    for (size_t c = 0; c < columns.size(); ++c) {
      const Column column{one, static_cast<int>(c)};
      if (IsNumber(column) && !IsIdentifier(column) && HasConcept(column, {"quantity"}))
        quantity.push_back(column);
    }
    if (!money.empty()) {
      std::vector<std::pair<Column, double>> candidates;
      for (const Column& column : money)
        candidates.emplace_back(column,
                                HasConcept(column, {"revenue", "amount", "total"}) ? 1 : 0.9);
      // None is named like money in general: any of the numbers may be meant.
      if (candidates.size() == 1 && candidates.front().second < 1 && relation < 0) {
        for (size_t c = 0; c < columns.size(); ++c) {
          const Column column{one, static_cast<int>(c)};
          if (IsNumber(column) && !IsCode(column) && !(column == money.front()))
            candidates.emplace_back(column, 0.9);
        }
      }
      const std::optional<Column> chosen = Choose(candidates, about, "revenue");
      if (chosen) {
        Mention(*chosen);
        return ColumnExpression(*chosen);
      }
    }
    if (price.size() == 1 && quantity.size() == 1) {
      Mention(one);
      return Call("*", {ColumnExpression(quantity.front()), ColumnExpression(price.front())});
    }
  }
  return std::nullopt;
}

int Assembler::AddMeasure(Measure measure) {
  std::vector<Measure>& measures = out_.intent.measures;
  for (size_t i = 0; i < measures.size(); ++i) {
    if (SameMeasure(measures[i], measure)) {
      if (measures[i].name.empty()) measures[i].name = measure.name;
      return static_cast<int>(i);
    }
  }
  measures.push_back(std::move(measure));
  return static_cast<int>(measures.size()) - 1;
}

// Whether rows are counted by other words, too: "how many there are and how many of them are late".
bool Assembler::CountedBeside(const Phrase& measure) const {
  const auto counts = [&](const auto& self, const Phrase& phrase) -> bool {
    if (&phrase == &measure) return false;
    const std::string_view is = phrase.meaning;
    // "number of paid orders … : month, count": the bare word behind speaks of it again.
    if (is == "count") return phrase.end <= measure.begin;
    if (is == "count_of" || is == "count_of_values" || is == "count_values" ||
        is == "count_where" || is == "count_people")
      return phrase.end <= measure.begin || phrase.begin >= measure.end;
    return std::any_of(phrase.parts.begin(), phrase.parts.end(),
                       [&](const auto& part) { return self(self, *part.second); });
  };
  return cover_ != nullptr &&
         std::any_of(cover_->phrases.begin(), cover_->phrases.end(),
                     [&](const Phrase* phrase) { return counts(counts, *phrase); });
}

// Whether some phrase names a number to compute.
bool Assembler::Computes() const {
  const auto computes = [](const auto& self, const Phrase& phrase) -> bool {
    return phrase.rule >= 0 &&
           (PhraseGrammar::Builtin().Name(phrase.rule) == "measure" ||
            std::any_of(phrase.parts.begin(), phrase.parts.end(),
                        [&](const auto& part) { return self(self, *part.second); }));
  };
  return std::any_of(cover_->phrases.begin(), cover_->phrases.end(),
                     [&](const Phrase* phrase) { return computes(computes, *phrase); });
}

// Nothing: the words cannot be meant so. An empty list never comes back.
std::optional<std::vector<Measure>> Assembler::MeasuresOf(const Phrase& phrase) {
  const std::string_view is = phrase.meaning;
  Measure measure;
  measure.words = Words(phrase);
  const auto over = [&](const Expression& inside, Aggregate aggregate) {
    Measure out = measure;
    if (inside.kind == Expression::Kind::kColumn) {
      out.aggregate = aggregate;
      out.column = inside.column;
    } else {
      out.aggregate = aggregate;
      out.expression = Aggregated(aggregate, inside);
    }
    return out;
  };
  const auto aggregates = [&] {
    std::vector<Aggregate> out;
    for (const Phrase* at = phrase.Part("a"); at != nullptr; at = at->Part("more")) {
      const Phrase* agg = at->Part("a");
      out.push_back(AggregateOf(agg != nullptr ? agg->meaning : at->meaning));
    }
    return out;
  };
  const auto each = [&](const Expression& inside) {
    std::vector<Measure> out;
    for (const Aggregate aggregate : aggregates())
      out.push_back(over(inside, aggregate));
    return out;
  };
  if (is == "named" || is == "plain") {
    std::optional<std::vector<Measure>> inner = MeasuresOf(*phrase.Part("m"));
    if (inner && is == "named") inner->back().name = TokenAt(phrase.Part("n")->begin).text;
    return inner;
  }
  if (is == "explained_measure") {
    if (const Phrase* filter = phrase.Part("f")) {
      std::vector<Condition> conditions;
      if (!Filter(*filter, &conditions)) return std::nullopt;
      AddConditions(std::move(conditions), *filter);
    }
    return MeasuresOf(*phrase.Part("m"));
  }
  if (is == "running" || is == "previous" || is == "change" || is == "growth" || is == "running_of")
    return WindowOf(phrase);
  if (is == "rounded") return RoundedMeasure(phrase);
  if (is == "percent") {
    std::optional<std::vector<Measure>> inner = MeasuresOf(*phrase.Part("m"));
    if (inner) inner->back().percent = true;
    return inner;
  }
  if (is == "aggregate") {
    const std::optional<Expression> inside = Product(*phrase.Part("e"));
    if (!inside) return std::nullopt;
    if (inside->kind == Expression::Kind::kColumn && IsIdentifier(inside->column)) {
      for (const Aggregate aggregate : aggregates()) {
        if (aggregate == Aggregate::kSum || aggregate == Aggregate::kAvg) return std::nullopt;
      }
    }
    return each(*inside);
  }
  if (is == "aggregate_any") {
    // min and max of dates and texts
    const std::optional<Column> column = Resolve(*phrase.Part("c"));
    if (!column) return std::nullopt;
    for (const Aggregate aggregate : aggregates()) {
      if (aggregate != Aggregate::kMin && aggregate != Aggregate::kMax && !IsNumber(*column))
        return std::nullopt;
    }
    Mention(*column);
    return each(ColumnExpression(*column));
  }
  if (is == "aggregate_of") {
    // "total payments", "average order": the money of its rows
    const std::optional<int> relation = Table(*phrase.Part("t"));
    if (!relation) return std::nullopt;
    std::vector<Measure> out;
    for (const Aggregate aggregate : aggregates()) {
      const std::optional<Expression> money = MoneyOf(phrase, *relation);
      if (!money) return std::nullopt;
      out.push_back(over(*money, aggregate));
    }
    return out;
  }
  if (is == "aggregate_bare") {
    const std::vector<Aggregate> all = aggregates();
    std::optional<Expression> money = MoneyOf(phrase, -1);
    if (!money) return std::nullopt;
    return each(*money);
  }
  if (is == "count_of") {
    const std::optional<int> relation = Table(*phrase.Part("t"));
    if (!relation) return std::nullopt;
    Mention(*relation);
    measure.counted = *relation;
    return std::vector<Measure>{measure};
  }
  if (is == "aggregate_of_values" || is == "count_of_values") {
    // "sum of paid orders": the rows are filtered, their money is added up.
    const std::optional<int> relation = Table(*phrase.Part("t"));
    if (!relation) return std::nullopt;
    Mention(*relation);
    const std::optional<Found> found = Values(*phrase.Part("v"), std::nullopt);
    if (!found) return std::nullopt;
    Condition condition;
    condition.column = found->column;
    condition.words = Words(phrase);
    for (const std::string& value : found->values)
      condition.literals.push_back(IsNumber(found->column) ? value : data::QuoteText(value));
    condition.comparison = condition.literals.size() > 1 ? Comparison::kIn : Comparison::kEqual;
    if (is == "count_of_values" && CountedBeside(phrase)) {
      // "orders and paid orders": each number has its own rows.
      measure.counted = *relation;
      measure.only = {condition};
      measure.name = PartName(measure.only);
      return std::vector<Measure>{measure};
    }
    const bool known = std::any_of(
        out_.intent.conditions.begin(), out_.intent.conditions.end(), [&](const Condition& c) {
          return c.column == condition.column && c.literals == condition.literals;
        });
    if (!known) AddConditions({condition}, phrase);
    if (is == "count_of_values") {
      measure.counted = *relation;
      return std::vector<Measure>{measure};
    }
    const std::optional<Expression> money = MoneyOf(phrase, *relation);
    if (!money) return std::nullopt;
    return each(*money);
  }
  if (is == "avg_duration") {
    const std::optional<Expression> days = entity_ >= 0 ? DurationOf(entity_) : std::nullopt;
    if (!days) return std::nullopt;
    return each(*days);
  }
  if (is == "count" || is == "count_people") {
    measure.counted = entity_;
    return std::vector<Measure>{measure};
  }
  if (is == "count_values") {
    // "how many are cancelled": rows of a value, beside another count only in this number.
    const std::optional<Found> found = Values(*phrase.Part("v"), std::nullopt);
    if (!found) return std::nullopt;
    Condition condition;
    condition.column = found->column;
    condition.words = Words(phrase);
    for (const std::string& value : found->values)
      condition.literals.push_back(IsNumber(found->column) ? value : data::QuoteText(value));
    condition.comparison = condition.literals.size() > 1 ? Comparison::kIn : Comparison::kEqual;
    Mention(found->column);
    measure.counted = entity_ >= 0 ? entity_ : found->column.relation;
    if (CountedBeside(phrase)) {
      measure.only = {condition};
      measure.name = PartName(measure.only);
    } else {
      AddConditions({condition}, phrase);
    }
    return std::vector<Measure>{measure};
  }
  if (is == "count_where") {
    std::vector<Condition> conditions;
    if (!Filter(*phrase.Part("f"), &conditions) || conditions.empty()) return std::nullopt;
    measure.counted = entity_;
    measure.only = std::move(conditions);
    measure.name = PartName(measure.only);
    return std::vector<Measure>{measure};
  }
  if (is == "topic_extreme") {
    // "how long is the longest one"
    const Phrase* table = phrase.Part("t");
    const std::optional<int> relation = table != nullptr ? Table(*table) : std::nullopt;
    const Phrase& sup = *phrase.Part("s");
    const std::optional<Column> column = Topic(sup.argument, phrase, relation.value_or(-1));
    if (!column) return std::nullopt;
    measure.aggregate = sup.meaning == "desc" ? Aggregate::kMax : Aggregate::kMin;
    measure.column = *column;
    Mention(*column);
    return std::vector<Measure>{measure};
  }
  if (is == "count_distinct_of") {
    const std::optional<int> relation = Table(*phrase.Part("t"));
    if (!relation) return std::nullopt;
    // Of what is told apart, where the rows themselves refer to it: the reference counts.
    std::optional<Column> key = KeyColumn(*relation);
    if (!key) return std::nullopt;
    Mention(*relation);
    measure.aggregate = Aggregate::kCountDistinct;
    measure.column = *key;
    if (entity_ == *relation) {
      measure.aggregate = Aggregate::kCount;
      measure.column = {};
      measure.counted = *relation;
    }
    return std::vector<Measure>{measure};
  }
  if (is == "count_distinct" || is == "count_column") {
    const std::optional<Column> column = Resolve(*phrase.Part("c"));
    if (!column) return std::nullopt;
    Mention(*column);
    measure.column = *column;
    measure.aggregate = Aggregate::kCountDistinct;
    if (is == "count_column") {
      // "how many pieces", «сколько минут»: numbers are added up. Others are counted where they are
      // filled.
      measure.aggregate =
          IsNumber(*column) && !IsCode(*column) ? Aggregate::kSum : Aggregate::kCount;
      const std::vector<std::string> key = RowKey(Rel(column->relation));
      if (measure.aggregate == Aggregate::kCount && key.size() == 1 &&
          key.front() == Info(*column).name) {
        measure.column = {};
        measure.counted = column->relation;
      } else if (measure.aggregate == Aggregate::kCount) {
        out_.penalty += IsTime(*column) ? 0 : 0.3;
        if (Info(*column).null_fraction.value_or(1) == 0) {
          measure.column = {};
          measure.counted = column->relation;
        }
      }
    }
    return std::vector<Measure>{measure};
  }
  if (is == "revenue") {
    const Phrase* table = phrase.Part("t");
    const std::optional<int> relation = table != nullptr ? Table(*table) : std::nullopt;
    const std::optional<Expression> money = MoneyOf(phrase, relation.value_or(-1));
    if (!money) return std::nullopt;
    Measure out = over(*money, Aggregate::kSum);
    out.name = "revenue";
    return std::vector<Measure>{out};
  }
  if (is == "revenue_as" || is == "avg_check_as") {
    const std::optional<Expression> inside = Product(*phrase.Part("e"));
    if (!inside) return std::nullopt;
    return std::vector<Measure>{
        over(*inside, is == "revenue_as" ? Aggregate::kSum : Aggregate::kAvg)};
  }
  if (is == "avg_check") {
    const std::optional<Expression> money = MoneyOf(phrase, -1);
    if (!money) return std::nullopt;
    return std::vector<Measure>{over(*money, Aggregate::kAvg)};
  }
  if (is == "share" || is == "share_of_column") {
    measure.share = true;
    measure.percent = percent_ || Says("percent");
    measure.counted = entity_;
    if (const Phrase* table = phrase.Part("t")) {
      if (const std::optional<int> relation = Table(*table)) measure.counted = *relation;
    }
    if (const Phrase* inner = phrase.Part("m")) {
      const std::optional<std::vector<Measure>> of = MeasuresOf(*inner);
      if (!of || of->size() != 1) return std::nullopt;
      measure.aggregate = of->front().aggregate;
      measure.column = of->front().column;
      measure.expression = of->front().expression;
      measure.counted = of->front().counted;
    }
    if (is == "share_of_column") {
      const std::optional<Column> column = Resolve(*phrase.Part("c"));
      if (!column) return std::nullopt;
      if (IsNumber(*column) && !IsCode(*column)) {
        measure.aggregate = Aggregate::kSum;
        measure.column = *column;
      } else {
        Group group;
        group.column = *column;
        group.words = Words(phrase);
        AddGroup(group);
      }
    }
    return std::vector<Measure>{measure};
  }
  if (is == "share_where") {
    // share of rows that fulfil something
    std::vector<Condition> conditions;
    if (!Filter(*phrase.Part("f"), &conditions) || conditions.empty()) return std::nullopt;
    Expression part, all;
    part.kind = all.kind = Expression::Kind::kAggregate;
    part.aggregate = all.aggregate = Aggregate::kCount;
    part.only = conditions;
    measure.name = "share";
    measure.expression = Call("/", {part, all});
    measure.percent = percent_ || Says("percent");
    return std::vector<Measure>{measure};
  }
  if (is == "ratio") {
    const std::optional<std::vector<Measure>> a = MeasuresOf(*phrase.Part("a")),
                                              b = MeasuresOf(*phrase.Part("b"));
    if (!a || !b || a->size() != 1 || b->size() != 1) return std::nullopt;
    const auto expression = [](const Measure& one) {
      if (one.expression.set()) return one.expression;
      Expression out;
      out.kind = Expression::Kind::kAggregate;
      out.aggregate = one.aggregate;
      out.counted = one.counted;
      if (one.column.valid()) out.arguments = {ColumnExpression(one.column)};
      return out;
    };
    measure.expression = Call("/", {expression(a->front()), expression(b->front())});
    measure.percent = percent_;
    return std::vector<Measure>{measure};
  }
  if (is == "product_bare") {
    const std::optional<Expression> inside = Product(*phrase.Part("p"));
    if (!inside) return std::nullopt;
    return std::vector<Measure>{over(*inside, Aggregate::kSum)};
  }
  if (is == "avg_days") {
    const std::optional<Expression> days = DaysOf(*phrase.Part("d"));
    if (!days) return std::nullopt;
    return std::vector<Measure>{over(*days, Aggregate::kAvg)};
  }
  return std::nullopt;
}

void Assembler::AddGroup(Group group) {
  // A date is its day.
  if (group.bucket == "day" && group.column.valid() &&
      Info(group.column).type.id == data::TypeId::kDate && out_.intent.pivot != group.column)
    group.bucket.clear();
  for (Group& known : out_.intent.groups) {
    // The reference and the key that it refers to are one group.
    const bool same = known.column == group.column ||
                      (known.column.valid() && group.column.valid() && !known.expression.set() &&
                       !group.expression.set() && SameByKey(known.column, group.column));
    if (!same || known.bucket != group.bucket) continue;
    known.implicit = known.implicit && group.implicit;
    return;
  }
  if (group.column.valid()) Mention(group.column);
  out_.intent.groups.push_back(std::move(group));
}

void Assembler::Bucket(const std::string& bucket, std::optional<Column> time, const Phrase& about) {
  if (!time) time = DateColumn(about);
  if (!time) {
    out_.penalty += 2;
    out_.leftover.push_back(Words(about));
    return;
  }
  Group group;
  group.column = *time;
  group.bucket = bucket;
  group.words = Words(about);
  Report(about, "group/" + bucket);
  AddGroup(std::move(group));
}

std::optional<Group> Assembler::GroupItem(const Phrase& item) {
  Group group;
  group.words = Words(item);
  if (item.meaning == "column") {
    const std::optional<Column> column = Resolve(*item.Part("c"));
    if (!column) return std::nullopt;
    group.column = *column;
    if (IsNumber(*column) && !IsCode(*column) && Info(*column).distinct.value_or(0) > 50)
      out_.penalty += 1.5;
    if (IsTime(*column) && Info(*column).type.IsTimestamp()) out_.penalty += 0.3;
    return group;
  }
  if (item.meaning == "table") {
    const std::optional<int> relation = Table(*item.Part("t"));
    const std::optional<Column> key = relation ? KeyColumn(*relation) : std::nullopt;
    if (!key) return std::nullopt;
    group.column = *key;
    table_groups_.push_back(*key);
    return group;
  }
  if (item.meaning == "table_column") {
    const std::optional<int> relation = Table(*item.Part("t"));
    const std::optional<Column> column =
        relation ? Resolve(*item.Part("c"), Want::kAny, *relation) : std::nullopt;
    if (!column) return std::nullopt;
    group.column = *column;
    return group;
  }
  if (item.meaning == "date") {
    const std::optional<Column> time = DateColumn(item);
    if (!time) return std::nullopt;
    group.column = *time;
    if (Info(*time).type.IsTimestamp()) group.bucket = "day";
    return group;
  }
  if (item.meaning == "bucket") {
    const Phrase* named = item.Part("c");
    const std::optional<Column> time =
        named != nullptr ? Resolve(*named, Want::kTime) : DateColumn(item);
    if (!time) return std::nullopt;
    group.column = *time;
    group.bucket = std::string(item.Part("b")->meaning);
    return group;
  }
  return std::nullopt;
}

void Assembler::Groups(const Phrase& items, bool first) {
  for (const Phrase* at = &items; at != nullptr; at = at->Part("more")) {
    const Phrase& item = *at->Part("i");
    if (item.meaning == "file") {
      out_.intent.file_name = true;
      Report(item, "group/filename");
      continue;
    }
    std::optional<Group> group = GroupItem(item);
    if (!group) {
      out_.penalty += 1.5;
      out_.leftover.push_back(Words(item));
      continue;
    }
    Report(item, "group/" + Info(group->column).name);
    AddGroup(std::move(*group));
  }
  (void)first;
}

void Assembler::Having(const Phrase& fragment) {
  HavingDraft draft;
  draft.bounds = fragment.Part("b");
  if (fragment.meaning == "having_sum") {
    const std::optional<Column> column = Resolve(*fragment.Part("c"), Want::kNumber);
    if (!column) return;
    Mention(*column);
    draft.measure.aggregate = Aggregate::kSum;
    draft.measure.column = *column;
  } else if (fragment.meaning == "having") {
    const std::optional<std::vector<Measure>> measures = MeasuresOf(*fragment.Part("m"));
    if (!measures || measures->size() != 1) {
      out_.penalty += 1.5;
      out_.leftover.push_back(Words(fragment));
      return;
    }
    draft.measure = measures->front();
  } else {
    draft.measure.counted = entity_;
    if (const Phrase* table = fragment.Part("t")) {
      if (const std::optional<int> relation = Table(*table)) draft.measure.counted = *relation;
      if (draft.measure.counted == entity_ && out_.intent.groups.empty()) out_.penalty += 0.5;
    } else if (fragment.meaning == "having_rows" && !chart_.HasCue(fragment.end - 1, "people")) {
      // "patients that came more than five times": their rows elsewhere.
      if (entity_ >= 0 && out_.intent.groups.empty()) {
        if (const std::optional<int> child = OnlyChild(entity_)) {
          draft.measure.counted = *child;
          Mention(*child);
        }
      }
    }
    Mention(draft.measure.counted);
  }
  draft.measure.words = Words(fragment);
  Report(fragment, "having");
  having_.push_back(std::move(draft));
}

bool Assembler::Keys(const Phrase& keys, bool descending) {
  for (const Phrase* at = &keys; at != nullptr; at = at->Part("more")) {
    const Phrase& key = *at->Part("k");
    Order order;
    order.words = Words(*at);
    order.descending = descending;
    if (at != &keys)
      order.descending = false;  // the direction that was said belongs to the first key
    if (const Phrase* dir = at->Part("d")) order.descending = dir->meaning == "desc";
    if (key.meaning == "column") {
      const std::optional<Column> column = Resolve(*key.Part("c"));
      if (!column) return false;
      order.column = *column;
      Mention(*column);
    } else if (key.meaning == "measure") {
      const std::optional<std::vector<Measure>> measures = MeasuresOf(*key.Part("m"));
      if (!measures || measures->size() != 1) return false;
      // Found again among what is computed when all of it is known.
      order.measure = -3 - static_cast<int>(having_.size());
      HavingDraft draft;
      draft.measure = measures->front();
      draft.bounds = nullptr;
      having_.push_back(std::move(draft));
    } else {
      const std::optional<Column> time = DateColumn(key);
      if (!time) return false;
      order.column = *time;
    }
    out_.intent.orders.push_back(std::move(order));
  }
  return true;
}

void Assembler::Top(const Phrase& fragment) {
  const std::string_view is = fragment.meaning;
  if (is == "top_count") {
    // "…, top 3": of what else is said.
    top_count_ = &fragment;
    return;
  }
  if (top_.set) {
    out_.penalty += 1.5;
    return;
  }
  top_.set = true;
  top_.phrase = &fragment;
  for (const char* label : {"n", "n2"}) {
    const Phrase* number = fragment.Part(label);
    if (number == nullptr) continue;
    const double value = *TokenAt(number->begin).number;
    if (value < 1 || value > 1e9 || value != static_cast<double>(static_cast<int64_t>(value)))
      out_.penalty += 2;
    top_.count = static_cast<int64_t>(value);
  }
  if (const Phrase* table = fragment.Part("t")) {
    if (const std::optional<int> relation = Table(*table)) top_.relation = *relation;
  }
  if (const Phrase* group = fragment.Part("g")) {
    // "three clients who paid most", where a client is no table but a column.
    const std::optional<Column> column = Resolve(*group);
    if (!column || (IsNumber(*column) && !IsCode(*column)) || IsTime(*column)) {
      out_.penalty += 2;
    } else {
      const bool referred = std::any_of(
          catalog_.keys.begin(), catalog_.keys.end(),
          [&](const auto& key) { return key.second.table == Rel(column->relation).name; });
      // "class names" are names; "the name of the class" is one of a class.
      const auto names_rows = [&](int at) {
        const auto& here = chart_.Readings(at);
        return std::any_of(here.begin(), here.end(), [&](const Reading& reading) {
          return reading.kind == LinkKind::kTable && reading.relation == column->relation;
        });
      };
      const bool apart = !names_rows(group->begin) && names_rows(group->end - 1);
      const bool of_rows =
          referred && apart &&
          std::any_of(group->readings.begin(), group->readings.end(), [&](const Reading* reading) {
            return reading->of_table && reading->column == *column;
          });
      if (of_rows) {
        // "email of the driver with most fines": drivers are ranked, their email is shown.
        top_.relation = column->relation;
        Item item;
        item.column = *column;
        item.phrase = group;
        List list;
        list.kind = "told_list";
        list.phrase = &fragment;
        list.items = {item};
        lists_.push_back(std::move(list));
      } else {
        top_.subject = *column;
      }
      Mention(*column);
    }
  }
  if (const Phrase* values = fragment.Part("v")) {
    if (const std::optional<Found> found = Values(*values, std::nullopt)) {
      Condition condition;
      condition.column = found->column;
      condition.words = Words(*values);
      for (const std::string& value : found->values)
        condition.literals.push_back(IsNumber(found->column) ? value : data::QuoteText(value));
      condition.comparison = condition.literals.size() > 1 ? Comparison::kIn : Comparison::kEqual;
      AddConditions({condition}, *values);
    } else {
      out_.penalty += 2;
    }
  }
  // "items joined with their latest price": of the other table's rows the newest.
  if (const Phrase* priced = fragment.Part("c"); is == "superlative_column" && priced != nullptr &&
                                                 entity_ >= 0 &&
                                                 fragment.Part("s")->argument == "time") {
    const std::optional<Column> column = Resolve(*priced);
    if (column && column->relation != entity_ && Distance(entity_, column->relation) == 1)
      top_.relation = column->relation;
  }
  const int subject = top_.relation >= 0 ? top_.relation : entity_;
  if (const Phrase* per = fragment.Part("p")) {
    top_.per = GroupItem(*per->Part("i"));
    if (!top_.per) out_.penalty += 1;
  }
  std::string topic;
  // "items with their latest price": of the other table only the newest rows.
  if (const Phrase* sup = fragment.Part("s");
      sup != nullptr && sup->argument == "time" && top_.relation >= 0 && entity_ >= 0 &&
      top_.relation != entity_ && !top_.count && !top_.per &&
      Distance(entity_, top_.relation) == 1 && out_.intent.groups.empty()) {
    Latest latest;
    latest.relation = top_.relation;
    latest.descending = sup->meaning == "desc";
    std::optional<Column> by;
    if (const Phrase* time = fragment.Part("tc")) by = Resolve(*time, Want::kTime, top_.relation);
    if (!by) by = DateColumn(fragment, top_.relation);
    if (by) {
      latest.by = *by;
      out_.intent.latest.push_back(latest);
      joined_.push_back(top_.relation);
      Report(fragment, "join/latest");
      top_ = {};
      return;
    }
  }
  if (const Phrase* sup = fragment.Part("s")) {
    top_.descending = sup->meaning == "desc";
    topic = sup->argument;
  }
  if (const Phrase* extreme = fragment.Part("x")) top_.descending = extreme->meaning == "desc";
  if (is == "bottom_by") top_.descending = false;
  Report(fragment, "order");
  const auto by_key = [&](const Phrase& key) {
    if (key.meaning == "measure") {
      const std::optional<std::vector<Measure>> measures = MeasuresOf(*key.Part("m"));
      if (!measures || measures->size() != 1) return false;
      top_.measure = measures->front();
      return true;
    }
    if (key.meaning == "bucket") return false;
    const std::optional<Column> column = Resolve(*key.Part("c"));
    if (!column) return false;
    // A number of finer rows is summed: "customers by amount".
    const bool finer = top_.subject
                           ? IsNumber(*column)
                           : top_.relation >= 0 && column->relation != top_.relation &&
                                 IsNumber(*column) &&
                                 (is != "superlative_by" || topic == "size" || topic == "revenue");
    if (finer) {
      Measure measure;
      measure.aggregate =
          is == "extreme" ? (top_.descending ? Aggregate::kMax : Aggregate::kMin) : Aggregate::kSum;
      measure.column = *column;
      measure.words = Words(key);
      top_.measure = measure;
      Mention(*column);
    } else {
      top_.column = *column;
    }
    return true;
  };
  if (is == "most_of") {
    const Phrase& ranked = *fragment.Part("k");
    if (ranked.meaning == "table") {
      const std::optional<int> relation = Table(*ranked.Part("t"));
      if (!relation || *relation == top_.relation) {
        out_.penalty += 2;
      } else {
        Measure measure;
        measure.counted = *relation;
        measure.words = Words(ranked);
        Mention(*relation);
        top_.measure = measure;
      }
    } else if (!by_key(ranked)) {
      out_.penalty += 1.5;
    }
  } else if (const Phrase* by = fragment.Part("k")) {
    if (!by_key(*by)) out_.penalty += 1.5;
    if (is == "extreme_bucket") {
      top_.bucket = std::string(fragment.Part("b")->meaning);
      // Rows that have a day of their own are compared as they are.
      const std::optional<Column> time =
          DateColumn(fragment, top_.column ? top_.column->relation : -1);
      if (top_.bucket == "day" && top_.column && time && !Info(*time).type.IsTimestamp())
        top_.bucket.clear();
    }
  } else if (is == "spent_most") {
    const std::optional<Expression> money = MoneyOf(fragment, -1);
    if (!money) {
      out_.penalty += 2;
    } else {
      Measure measure;
      measure.aggregate = Aggregate::kSum;
      if (money->kind == Expression::Kind::kColumn)
        measure.column = money->column;
      else
        measure.expression = Aggregated(Aggregate::kSum, *money);
      top_.measure = measure;
    }
  } else if (is == "superlative_column") {
    top_.column = Resolve(*fragment.Part("c"));
    if (!top_.column || (!IsTime(*top_.column) && IsCode(*top_.column))) {
      out_.penalty += 3;
      out_.leftover.push_back(Words(fragment));
    }
  } else if (const Phrase* tied = fragment.Part("t2")) {
    const Phrase* keys = tied->Part("k");
    if (!by_key(*keys->Part("k"))) out_.penalty += 1.5;
    for (const Phrase* more = keys->Part("more"); more != nullptr; more = more->Part("more")) {
      const Phrase& next = *more->Part("k");
      if (next.meaning != "column") continue;
      Order order;
      if (const std::optional<Column> column = Resolve(*next.Part("c"))) {
        // «по количеству, название и количество» lists what is shown.
        if (!IsNumber(*column) && !IsTime(*column)) out_.penalty += 1.5;
        order.column = *column;
        order.descending = top_.descending;
        ties_.push_back(order);
      }
    }
  } else if (topic == "rows") {
    // "the busiest drivers": by their rows elsewhere; else another phrase says by what.
    const std::optional<int> child = subject >= 0 ? OnlyChild(subject) : std::nullopt;
    if (!Computes() && (top_.subject || child)) {
      Measure measure;
      measure.counted = top_.subject ? top_.subject->relation : *child;
      measure.words = Words(fragment);
      Mention(measure.counted);
      top_.measure = measure;
    }
  } else if (topic == "revenue") {
    if (const std::optional<Expression> money = MoneyOf(fragment, -1)) {
      Measure measure;
      measure.aggregate = Aggregate::kSum;
      if (money->kind == Expression::Kind::kColumn)
        measure.column = money->column;
      else
        measure.expression = Aggregated(Aggregate::kSum, *money);
      measure.words = Words(fragment);
      top_.measure = measure;
    }
  } else if (is == "top") {
    // "top 10 customers": by what? Perhaps another phrase says it.
  } else if (!topic.empty()) {
    if (const Phrase* time = fragment.Part("tc")) top_.column = Resolve(*time, Want::kTime);
    if (!top_.column) top_.column = Topic(topic, fragment, subject);
    if (!top_.column && topic == "age") {
      // The oldest was born first.
      const auto& columns = Rel(subject).info.columns;
      for (size_t c = 0; c < columns.size(); ++c) {
        const Column column{subject, static_cast<int>(c)};
        if (IsTime(column) && HasConcept(column, {"birth_date"})) {
          top_.column = column;
          top_.descending = !top_.descending;
        }
      }
    }
  }
}

// "the longest first": an order by what the word is about, or by the number that is computed.
void Assembler::OrderFirst(const Phrase& fragment) {
  if (fragment.meaning == "order_most" || fragment.meaning == "order_more")
    return OrderMost(fragment);
  const Phrase& sup = *fragment.Part("s");
  Order order;
  order.descending = sup.meaning == "desc";
  order.words = Words(fragment);
  if (Computes() && sup.argument != "time") {
    order.measure = -2;
  } else if (const std::optional<Column> column = Topic(sup.argument, fragment)) {
    order.column = *column;
    Mention(*column);
  } else {
    out_.penalty += 1.5;
    out_.leftover.push_back(Words(fragment));
    return;
  }
  out_.intent.orders.push_back(std::move(order));
  Report(fragment, "order");
}

void Assembler::EntityGroup(int relation, const Phrase& about) {
  const std::optional<Column> key = KeyColumn(relation);
  if (!key) {
    out_.penalty += 1;
    return;
  }
  Group group;
  group.column = *key;
  group.implicit = true;
  group.words = Words(about);
  AddGroup(std::move(group));
}

}  // namespace aietl::synthesis
