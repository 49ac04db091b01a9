// Conditions: values, numbers, empty columns, rows with and without partners.
#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "synthesis/ask/assembler.h"
#include "synthesis/text/units.h"

namespace aietl::synthesis {
namespace {

// The samples are all there is: a column of few distinct values.
bool KnowsAll(const connectors::ColumnInfo& info) {
  return !info.samples.empty() && info.distinct &&
         static_cast<size_t>(*info.distinct) <= info.samples.size();
}

// Numbers that tell rows apart like names do: few of them, and the data has these (season 2023).
bool Occurs(const connectors::ColumnInfo& info, const std::vector<std::string>& literals) {
  constexpr int64_t kFew = 40;
  return info.type.IsInteger() && info.distinct.value_or(kFew + 1) <= kFew &&
         std::all_of(literals.begin(), literals.end(), [&](const std::string& one) {
           return std::find(info.samples.begin(), info.samples.end(), one) != info.samples.end();
         });
}

void TurnRound(Condition& condition) {
  if (condition.comparison == Comparison::kNull) {
    condition.comparison = Comparison::kNotNull;
  } else if (condition.comparison == Comparison::kNotNull) {
    condition.comparison = Comparison::kNull;
  } else {
    condition.negated = !condition.negated;
  }
}

}  // namespace

// Values of one phrase that all belong to one column.
std::optional<Assembler::Found> Assembler::Values(const Phrase& values, std::optional<Column> of) {
  std::vector<const Phrase*> leaves;
  for (const Phrase* at = &values; at != nullptr; at = at->Part("more"))
    leaves.push_back(at->Part("v"));
  // Columns that have them all.
  std::vector<std::pair<Column, double>> columns;
  for (const Reading* reading : leaves.front()->readings) {
    if (!stacked_.empty() && reading->column.relation != stacked_.front() &&
        std::find(stacked_.begin(), stacked_.end(), reading->column.relation) != stacked_.end())
      continue;
    if (of && !(reading->column == *of)) continue;
    double score = reading->score + Nearness(reading->column.relation);
    bool everywhere = true;
    for (const Phrase* leaf : leaves) {
      double best = 0;
      for (const Reading* other : leaf->readings) {
        if (other->column == reading->column) best = std::max(best, other->score);
      }
      everywhere = everywhere && best > 0;
      score = std::min(score, best + Nearness(reading->column.relation));
    }
    const bool known = std::any_of(columns.begin(), columns.end(),
                                   [&](const auto& one) { return one.first == reading->column; });
    if (everywhere && !known) columns.emplace_back(reading->column, score);
  }
  const std::optional<Column> column =
      Choose(columns, *leaves.front(), "value:" + TokenAt(leaves.front()->begin).lower);
  if (!column) return std::nullopt;
  if (Nearness(column->relation) < -0.3) out_.penalty += 0.8;
  // A value of rows that nobody spoke of, of which there are several for each row.
  if (entity_named_ && !Mentioned(column->relation) && !ToOne(entity_, column->relation))
    out_.penalty += 0.8;
  Found found{*column, {}};
  for (const Phrase* leaf : leaves) {
    double best = 0;
    for (const Reading* reading : leaf->readings) {
      if (reading->column == *column) best = std::max(best, reading->score);
    }
    for (const Reading* reading : leaf->readings) {
      if (!(reading->column == *column) || reading->score < best - 0.04) continue;
      if (std::find(found.values.begin(), found.values.end(), reading->value) == found.values.end())
        found.values.push_back(reading->value);
    }
  }
  return found;
}

// The number as SQL, in the column's unit where both are told ("10 minutes", dur_sec). A unit
// alone is one of it: "more than a year".
std::string Assembler::Amount(const Phrase& amount, const Column& column) const {
  const Phrase* number = amount.Part("n");
  const std::string text = number != nullptr ? TokenAt(number->begin).number_text : "1";
  const Phrase* unit = amount.Part("u");
  if (unit == nullptr || !column.valid()) return text;
  const UnitOfMeasure* said = UnitOf(TokenAt(unit->begin).lower);
  const UnitOfMeasure* held = UnitOfName(Info(column).name);
  if (said == nullptr || held == nullptr || held->dimension != said->dimension ||
      held->factor == said->factor)
    return text;
  const double value = number != nullptr ? *TokenAt(number->begin).number : 1;
  return fmt::format("{:.12g}", value * said->factor / held->factor);
}

double Assembler::UnitFactor(const std::string& said, const Column& column) const {
  const UnitOfMeasure* wanted = UnitOf(said);
  const UnitOfMeasure* held = UnitOfName(Info(column).name);
  if (wanted == nullptr || held == nullptr || held->dimension != wanted->dimension) return 1;
  return held->factor / wanted->factor;
}

std::optional<std::vector<Condition>> Assembler::Bound(const Phrase& bound, const Column& column,
                                                       const Expression& left) {
  const auto make = [&](Comparison comparison, const std::string& literal) {
    Condition condition;
    condition.column = column;
    condition.left = left;
    condition.comparison = comparison;
    condition.literals = {literal};
    condition.words = Words(bound);
    return condition;
  };
  const std::string_view is = bound.meaning;
  if (is == "positive") return std::vector<Condition>{make(Comparison::kGreater, "0")};
  if (is == "negative") return std::vector<Condition>{make(Comparison::kLess, "0")};
  if (is == "between" || is == "outside") {
    const std::string a = Amount(*bound.Part("a"), column), b = Amount(*bound.Part("b"), column);
    if (is == "between")
      return std::vector<Condition>{make(Comparison::kGreaterEqual, a),
                                    make(Comparison::kLessEqual, b)};
    std::vector<Condition> both{make(Comparison::kLess, a), make(Comparison::kGreater, b)};
    for (Condition& condition : both)
      condition.any_group = bound.begin;
    return both;
  }
  const std::string literal = Amount(*bound.Part("n"), column);
  if (is == "gt") return std::vector<Condition>{make(Comparison::kGreater, literal)};
  if (is == "lt") return std::vector<Condition>{make(Comparison::kLess, literal)};
  if (is == "ge") return std::vector<Condition>{make(Comparison::kGreaterEqual, literal)};
  if (is == "le") return std::vector<Condition>{make(Comparison::kLessEqual, literal)};
  if (is == "eq") return std::vector<Condition>{make(Comparison::kEqual, literal)};
  return std::nullopt;
}

std::vector<Condition> Assembler::Bounds(const Phrase& bounds, const Column& column,
                                         const Expression& left) {
  std::vector<Condition> out;
  const bool alternatives = bounds.meaning == "or";
  for (const Phrase* at = &bounds; at != nullptr; at = at->Part("more")) {
    if (at->meaning == (alternatives ? "and" : "or")) return {};
    const Phrase* inner = at->Part("b");
    const bool listed = at->meaning == "one" || at->meaning == "or" || at->meaning == "and";
    const Phrase* bound = listed ? inner : at;
    std::optional<std::vector<Condition>> conditions = Bound(*bound, column, left);
    if (!conditions || (alternatives && conditions->size() > 1)) return {};
    for (Condition& condition : *conditions) {
      if (alternatives) condition.any_group = bounds.begin;
      out.push_back(std::move(condition));
    }
  }
  return out;
}

// "who have both paid and new orders": no row has both values, so that a list of them says
// something else.
bool Assembler::SaysBoth(const Phrase& values) const {
  for (int at = std::max(values.begin - 1, 0); at < values.end; ++at) {
    const std::string& word = TokenAt(at).lower;
    if (word == "both" || word == "одновременно" || word == "сразу") return true;
  }
  return false;
}

// Numbers of which every row has one, the least being nought: having none is 0.
bool Assembler::FromNought(const Column& column) const {
  const connectors::ColumnInfo& info = Info(column);
  return IsNumber(column) && !IsIdentifier(column) && info.null_fraction.value_or(1) == 0 &&
         info.min && std::atof(info.min->c_str()) == 0 && info.max &&
         std::atof(info.max->c_str()) > 0;
}

bool Assembler::Filter(const Phrase& filter, std::vector<Condition>* out) {
  const std::string_view is = filter.meaning;
  Condition condition;
  condition.words = Words(filter);
  const auto column_of = [&](std::string_view label,
                             Want want = Want::kAny) -> std::optional<Column> {
    const Phrase* leaf = filter.Part(label);
    return leaf == nullptr ? std::nullopt : Resolve(*leaf, want);
  };
  if (is == "values" || is == "column_values" || is == "not_values") {
    std::optional<Column> of;
    const Phrase* named = filter.Part("c");
    std::optional<Found> found;
    if (named != nullptr) {
      // The column named is the one that has the value, among those that the words may mean.
      for (const Reading* reading : named->readings) {
        for (const Reading* value : filter.Part("v")->Part("v")->readings) {
          if (value->column == reading->column &&
              (!of || Nearness(reading->column.relation) > Nearness(of->relation)))
            of = reading->column;
        }
      }
      if (!of) return false;
      found = Values(*filter.Part("v"), of);
    } else {
      found = Values(*filter.Part("v"), std::nullopt);
    }
    if (!found) return false;
    condition.column = found->column;
    const bool numeric = Info(found->column).type.IsNumber();
    const bool boolean = numeric || Info(found->column).type.id == data::TypeId::kBoolean;
    for (const std::string& value : found->values)
      condition.literals.push_back(boolean ? value : data::QuoteText(value));
    condition.comparison = condition.literals.size() > 1 ? Comparison::kIn : Comparison::kEqual;
    condition.negated = is == "not_values";
    if (condition.literals.size() > 1 && SaysBoth(filter)) return false;
    out->push_back(std::move(condition));
    return true;
  }
  if (is == "neither") {
    std::vector<std::string> literals;
    std::optional<Column> column;
    for (const char* label : {"a", "b"}) {
      for (const Reading* reading : filter.Part(label)->readings) {
        if (!column) {
          for (const Reading* other : filter.Part("b")->readings) {
            if (other->column == reading->column &&
                (!column || Nearness(reading->column.relation) > Nearness(column->relation)))
              column = reading->column;
          }
        }
        if (column && reading->column == *column)
          literals.push_back(data::QuoteText(reading->value));
      }
    }
    if (!column || literals.size() < 2) return false;
    condition.column = *column;
    condition.comparison = Comparison::kIn;
    condition.literals = literals;
    condition.negated = true;
    out->push_back(std::move(condition));
    return true;
  }
  if (is == "column_numbers" || is == "column_not_numbers") {
    const std::optional<Column> column = column_of("c");
    if (!column) return false;
    if (!IsNumber(*column) && !Info(*column).type.IsText()) return false;
    condition.column = *column;
    for (const Phrase* at = filter.Part("n"); at != nullptr; at = at->Part("more")) {
      const Token& token = TokenAt(at->Part("n")->begin);
      const std::vector<std::string>& samples = Info(*column).samples;
      if (!IsNumber(*column) &&
          std::find(samples.begin(), samples.end(), token.text) == samples.end())
        return false;
      condition.literals.push_back(IsNumber(*column) ? token.number_text
                                                     : data::QuoteText(token.text));
    }
    // A measured number is seldom equal to anything.
    if (IsNumber(*column) && !IsCode(*column) && !Occurs(Info(*column), condition.literals))
      out_.penalty += 1.2;
    condition.comparison = condition.literals.size() > 1 ? Comparison::kIn : Comparison::kEqual;
    condition.negated = is == "column_not_numbers";
    out->push_back(std::move(condition));
    return true;
  }
  if (is == "column_text") {
    const std::optional<Column> column = column_of("c");
    const Phrase* text = filter.Part("q");
    if (text == nullptr) return false;
    if (!column || text == nullptr || !Info(*column).type.IsText()) return false;
    const std::string& value = TokenAt(text->begin).text;
    if (KnowsAll(Info(*column)) &&
        std::find(Info(*column).samples.begin(), Info(*column).samples.end(), value) ==
            Info(*column).samples.end()) {
      out_.problems.push_back({"unknown_value",
                               Severity::kError,
                               Msg("{} has no value “{}”", Label(*column, true), value),
                               {"", 1, Words(*text).begin + 1},
                               Label(*column, true),
                               DidYouMean(value, Info(*column).samples)});
    }
    condition.column = *column;
    condition.literals = {data::QuoteText(value)};
    out->push_back(std::move(condition));
    return true;
  }
  if (is == "compare" || is == "not_compare") {
    std::optional<Column> column = column_of("c", Want::kNumber);
    if (const Phrase* twice = filter.Part("c2"); twice != nullptr)
      column = Resolve(*twice, Want::kNumber);
    if (!column) return false;
    // "zones where the total amount of sessions is over 400" is no matter of one session.
    const int first = filter.Part("c")->begin;
    if (entity_named_ && column->relation != entity_ && !ToOne(entity_, column->relation) &&
        (chart_.HasCue(first, "sum") || chart_.HasCue(first, "avg")))
      return false;
    std::vector<Condition> conditions = Bounds(*filter.Part("b"), *column, {});
    if (conditions.empty()) return false;
    if (is == "not_compare") {
      if (conditions.size() > 1) return false;
      TurnRound(conditions.front());
    }
    out->insert(out->end(), conditions.begin(), conditions.end());
    return true;
  }
  if (is == "compare_total") return AgainstAll(filter, out);
  if (is == "happened_by") {
    // "sessions paid by card": what happened is said of the rows themselves, or only evoked.
    const std::optional<Column> event = column_of("c", Want::kTime);
    const std::optional<Found> found = Values(*filter.Part("v"), std::nullopt);
    if (!event || !found || (entity_ >= 0 && found->column.relation != entity_)) return false;
    condition.column = found->column;
    for (const std::string& value : found->values)
      condition.literals.push_back(IsNumber(found->column) ? value : data::QuoteText(value));
    condition.comparison = condition.literals.size() > 1 ? Comparison::kIn : Comparison::kEqual;
    out->push_back(std::move(condition));
    if (event->relation == found->column.relation && Info(*event).null_fraction.value_or(0) > 0) {
      Condition filled;
      filled.column = *event;
      filled.comparison = Comparison::kNotNull;
      filled.words = Words(filter);
      out->push_back(std::move(filled));
    }
    return true;
  }
  if (is == "null_both") {
    for (const char* label : {"a", "b"}) {
      const std::optional<Column> column = column_of(label);
      if (!column) return false;
      Condition test = condition;
      test.column = *column;
      test.comparison = Comparison::kNull;
      out->push_back(std::move(test));
    }
    return true;
  }
  if (is == "compare_implied") return Implied(filter, out);
  if (is == "weekday" || is == "clock" || is == "ago") return Timed(filter, out);
  if (is == "nonzero") {
    const std::optional<Column> column = column_of("c", Want::kNumber);
    if (!column) return false;
    condition.column = *column;
    condition.comparison = Comparison::kNotEqual;
    condition.literals = {"0"};
    out->push_back(std::move(condition));
    return true;
  }
  if (is == "compare_expression") {
    const std::optional<Expression> expression = Product(*filter.Part("e"));
    if (!expression) return false;
    const std::vector<Condition> conditions = Bounds(*filter.Part("b"), {}, *expression);
    out->insert(out->end(), conditions.begin(), conditions.end());
    return !conditions.empty();
  }
  if (is == "compare_named") {
    // A column made in this very sentence.
    const std::string& name = TokenAt(filter.Part("w")->begin).lower;
    for (const List& list : lists_) {
      for (const Item& item : list.items) {
        if (item.kind != Item::Kind::kDerived || LowerUtf8(item.derived.name) != name) continue;
        const std::vector<Condition> conditions =
            Bounds(*filter.Part("b"), {}, item.derived.expression);
        out->insert(out->end(), conditions.begin(), conditions.end());
        return !conditions.empty();
      }
    }
    return false;
  }
  if (is == "compare_columns") {
    const std::optional<Column> left = column_of("c"), right = column_of("d");
    if (!left || !right || *left == *right) return false;
    if (!(IsNumber(*left) && IsNumber(*right)) && !(IsTime(*left) && IsTime(*right))) return false;
    if (IsIdentifier(*left) || IsIdentifier(*right)) return false;
    condition.column = *left;
    condition.with = *right;
    const std::string_view sign = filter.Part("o")->meaning;
    condition.comparison = sign == "gt"   ? Comparison::kGreater
                           : sign == "lt" ? Comparison::kLess
                           : sign == "ge" ? Comparison::kGreaterEqual
                           : sign == "le" ? Comparison::kLessEqual
                                          : Comparison::kNotEqual;
    Mention(*left);
    Mention(*right);
    out->push_back(std::move(condition));
    return true;
  }
  if (is == "date") {
    std::optional<Column> column = column_of("c", Want::kTime);
    if (!column) column = DateColumn(filter);
    return column && Dated(*filter.Part("w"), *column, out);
  }
  if (is == "null" || is == "not_null" || is == "not_null_all") {
    std::vector<Column> columns;
    if (is == "null") {
      // "users with no requests": what has no row has no column either.
      const std::optional<Column> column = column_of("c");
      if (column && entity_ >= 0 && column->relation != entity_ &&
          Distance(entity_, column->relation) == 1 &&
          Info(*column).null_fraction.value_or(0) == 0) {
        Partner partner;
        partner.relation = column->relation;
        partner.words = Words(filter);
        out_.intent.partners.push_back(std::move(partner));
        Report(filter, "without/" + Rel(column->relation).name);
        return true;
      }
      // "without a discount": of numbers that are always there and begin with nought.
      if (column && FromNought(*column)) {
        condition.column = *column;
        condition.literals = {"0"};
        out->push_back(std::move(condition));
        return true;
      }
      if (column && Info(*column).null_fraction && *Info(*column).null_fraction == 0 &&
          (IsTime(*column) || IsNumber(*column)))
        out_.penalty += 0.6;
    }
    if (is == "not_null" && filter.Part("c") != nullptr) {
      if (const std::optional<Column> column = column_of("c"); column && FromNought(*column)) {
        condition.column = *column;
        condition.comparison = Comparison::kGreater;
        condition.literals = {"0"};
        out->push_back(std::move(condition));
        return true;
      }
    }
    if (is == "not_null_all") {
      columns = ColumnsOf(*filter.Part("cs"));
    } else if (const std::optional<Column> column = column_of("c")) {
      columns = {*column};
    }
    for (const Column& column : columns) {
      Condition test;
      test.column = column;
      test.comparison = is == "null" ? Comparison::kNull : Comparison::kNotNull;
      test.words = Words(filter);
      // "none" and the like, as the data spells it, are nothing, too.
      for (const std::string& sample : Info(column).samples) {
        for (const std::string_view nothing : {"none", "n/a", "na", "нет", "-", "null"}) {
          if (LowerUtf8(sample) == nothing) test.literals.push_back(data::QuoteText(sample));
        }
      }
      out->push_back(std::move(test));
    }
    return !columns.empty();
  }
  if (is == "table_happened") {
    const std::optional<int> relation = Table(*filter.Part("t"));
    const std::optional<Column> column =
        relation ? Resolve(*filter.Part("c"), Want::kTime, *relation) : std::nullopt;
    if (!column || Info(*column).null_fraction.value_or(0) <= 0) return false;
    condition.column = *column;
    condition.comparison = Comparison::kNotNull;
    out->push_back(std::move(condition));
    return true;
  }
  if (is == "ongoing" || is == "ended") {
    std::optional<Column> column;
    for (const int relation : spoken_) {
      if (!column) column = EndColumn(relation);
    }
    if (!column) return false;
    condition.column = *column;
    condition.comparison = is == "ongoing" ? Comparison::kNull : Comparison::kNotNull;
    out->push_back(std::move(condition));
    return true;
  }
  if (is == "flag" || is == "not_flag") {
    const std::optional<Column> column = column_of("c");
    if (!column) return false;
    condition.column = *column;
    condition.literals = {FlagLiteral(Info(*column), is == "flag")};
    out->push_back(std::move(condition));
    return true;
  }
  if (is == "contains" || is == "not_contains" || is == "starts" || is == "ends") {
    std::optional<Column> column = column_of("c");
    const Phrase& text = *filter.Part("t");
    const Token& token = TokenAt(text.rule < 0 ? text.begin : text.parts.front().second->begin);
    if (!column) {
      // The only text column that has such a value; else the longest free text.
      std::vector<std::pair<Column, double>> having;
      for (const int relation : spoken_) {
        const auto& columns = Rel(relation).info.columns;
        for (size_t c = 0; c < columns.size(); ++c) {
          if (!columns[c].type.IsText()) continue;
          const bool has = std::any_of(
              columns[c].samples.begin(), columns[c].samples.end(), [&](const std::string& sample) {
                return LowerUtf8(sample).find(LowerUtf8(token.text)) != std::string::npos;
              });
          if (has) having.emplace_back(Column{relation, static_cast<int>(c)}, 1);
        }
        if (!having.empty()) break;
      }
      column = Choose(having, filter, "text");
    }
    if (!column || !Info(*column).type.IsText()) return false;
    condition.column = *column;
    condition.comparison = is == "starts" ? Comparison::kStarts
                           : is == "ends" ? Comparison::kEnds
                                          : Comparison::kContains;
    condition.negated = is == "not_contains";
    condition.literals = {data::QuoteText(token.text)};
    out->push_back(std::move(condition));
    return true;
  }
  return false;
}

// A bound without a column: what its unit, its word ("dearer", "older") or the rows measure.
bool Assembler::Implied(const Phrase& filter, std::vector<Condition>* out) {
  const Phrase& bound = *filter.Part("b");
  // "more than ten people", "over 5 orders": of them, not of some column.
  if (CountsWhatFollows(filter.end)) return false;
  if (last_measure_ != nullptr && bound.argument.empty() &&
      last_measure_->end + 3 >= filter.begin && last_measure_->end <= filter.begin)
    return false;
  const Phrase* amount = bound.Part("n") != nullptr ? bound.Part("n") : bound.Part("a");
  const Phrase* unit = amount != nullptr ? amount->Part("u") : nullptr;
  const UnitOfMeasure* said = unit != nullptr ? UnitOf(TokenAt(unit->begin).lower) : nullptr;
  if (bound.argument == "age") return Aged(filter, bound, out);
  // Months and years are no amount of anything but age.
  if (unit != nullptr &&
      (chart_.HasCue(unit->begin, "unit_month") || chart_.HasCue(unit->begin, "unit_year") ||
       chart_.HasCue(unit->begin, "unit_quarter")))
    return false;
  std::optional<Column> column;
  if (bound.argument.empty() && bare_numbers_.size() == 1) column = bare_numbers_.front();
  if (!column && said != nullptr) column = Measured(*said, filter);
  if (!column && said != nullptr && bound.argument.empty())
    column = Topic(said->dimension == Dimension::kTime ? "duration" : "weight", filter);
  if (!column && said != nullptr && said->dimension == Dimension::kTime &&
      (bound.argument.empty() || bound.argument == "duration"))
    return Lasting(bound, *said, out);
  if (!column && !(said != nullptr && bound.argument.empty()))
    column = Topic(bound.argument.empty() ? "money" : bound.argument, filter);
  if (!column && bound.argument.empty() && said == nullptr) column = Topic("size", filter);
  if (!column) return false;
  const std::vector<Condition> conditions = Bounds(bound, *column, {});
  out->insert(out->end(), conditions.begin(), conditions.end());
  return !conditions.empty();
}

// "above the average amount": against an aggregate over all rows of the column's table.
bool Assembler::AgainstAll(const Phrase& filter, std::vector<Condition>* out) {
  const Phrase* named = filter.Part("c") != nullptr ? filter.Part("c") : filter.Part("d");
  const std::string_view sign = filter.Part("o")->meaning, topic = filter.Part("o")->argument;
  std::optional<Column> column;
  if (named != nullptr) {
    column = Resolve(*named, Want::kNumber);
  } else if (topic.empty() && bare_numbers_.size() == 1) {
    column = bare_numbers_.front();
  } else {
    column = Topic(topic.empty() ? "money" : topic, filter);
    if (!column && topic.empty()) column = Topic("size", filter);
  }
  if (!column || IsIdentifier(*column) || !stacked_.empty()) return false;
  Condition condition;
  condition.words = Words(filter);
  condition.column = *column;
  condition.comparison = sign == "gt"   ? Comparison::kGreater
                         : sign == "lt" ? Comparison::kLess
                         : sign == "ge" ? Comparison::kGreaterEqual
                                        : Comparison::kLessEqual;
  condition.literals = {fmt::format("(SELECT {}({}) FROM {})", filter.Part("a")->meaning,
                                    data::NameForPeople(Info(*column).name),
                                    data::NameForPeople(Rel(column->relation).name))};
  Mention(*column);
  out->push_back(std::move(condition));
  return true;
}

// The number column that is kept in a unit of this kind: area_ha for hectares.
std::optional<Column> Assembler::Measured(const UnitOfMeasure& unit, const Phrase& about) {
  std::vector<int> relations;
  if (entity_ >= 0) relations.push_back(entity_);
  relations.insert(relations.end(), spoken_.begin(), spoken_.end());
  for (const int relation : relations) {
    std::vector<std::pair<Column, double>> candidates;
    for (size_t c = 0; c < Rel(relation).own_columns(); ++c) {
      const Column column{relation, static_cast<int>(c)};
      const UnitOfMeasure* held = IsNumber(column) ? UnitOfName(Info(column).name) : nullptr;
      if (held != nullptr && held->dimension == unit.dimension) candidates.emplace_back(column, 1);
    }
    if (!candidates.empty()) return Choose(std::move(candidates), about, "unit");
  }
  return std::nullopt;
}

bool Assembler::CountsWhatFollows(int at) const {
  if (at >= chart_.size() || chart_.Taken(at) || TokenAt(at).kind != TokenKind::kWord) return false;
  for (const std::string_view aggregate : {"sum", "avg", "min", "max", "median", "count"}) {
    if (chart_.HasCue(at, aggregate) && chart_.Names(at + 1)) return true;
  }
  return chart_.HasCue(at, "people") || chart_.HasCue(at, "rows") ||
         chart_.HasCue(at, "times_counted") || chart_.NamesCounted(at);
}

void Assembler::AddConditions(std::vector<Condition> conditions, const Phrase& about) {
  for (Condition& condition : conditions) {
    // «ходит пешком, ездит на автобусе»: values of one column in two places are alternatives.
    const auto listed = [](const Condition& one) {
      return one.column.valid() && !one.negated && one.any_group < 0 && !one.with.valid() &&
             (one.comparison == Comparison::kEqual || one.comparison == Comparison::kIn);
    };
    const auto same = std::find_if(
        out_.intent.conditions.begin(), out_.intent.conditions.end(), [&](const Condition& other) {
          return listed(other) && listed(condition) && other.column == condition.column;
        });
    if (same != out_.intent.conditions.end()) {
      // "number of logins (login events)" says it twice.
      if (same->literals == condition.literals) out_.repeated.push_back(Words(about));
      for (const std::string& literal : condition.literals) {
        if (std::find(same->literals.begin(), same->literals.end(), literal) ==
            same->literals.end())
          same->literals.push_back(literal);
      }
      if (same->literals.size() > 1) same->comparison = Comparison::kIn;
      Report(about, "where/" + Info(condition.column).name);
      continue;
    }
    if (condition.column.valid()) {
      Mention(condition.column);
      Report(about, "where/" + Info(condition.column).name);
    } else {
      Report(about, "where");
    }
    out_.intent.conditions.push_back(std::move(condition));
  }
}

// Whether a verb is about rows of a table: one of its names or values, a word that means the same,
// or a verb that means little by itself ("made", "came").
bool Assembler::SpeaksOf(int at, int relation) const {
  if (chart_.HasCue(at, "light") || chart_.HasCue(at, "happened")) return true;
  const std::vector<Reading>& readings = chart_.Readings(at);
  if (std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        return reading.kind == LinkKind::kTable ? reading.relation == relation
                                                : reading.column.relation == relation;
      }))
    return true;
  return false;
}

void Assembler::Partners(const Phrase& fragment) {
  Partner partner;
  partner.absent = fragment.meaning != "present";
  partner.words = Words(fragment);
  if (fragment.meaning == "absent_verb") {
    const std::optional<int> child = entity_ >= 0 ? OnlyChild(entity_) : std::nullopt;
    if (!child || !SpeaksOf(fragment.Part("w")->begin, *child)) {
      out_.penalty += 2;
      out_.leftover.push_back(Words(fragment));
      return;
    }
    partner.relation = *child;
    out_.certainty *= 0.8;
  } else {
    const std::optional<int> relation = Table(*fragment.Part("t"));
    if (!relation) return;
    partner.relation = *relation;
    if (fragment.meaning == "absent_verb_of") {
      // "tariffs no subscriber uses"
      partner.relation = *relation;
    }
  }
  if (partner.relation == entity_ || entity_ < 0 || Distance(entity_, partner.relation) < 0) {
    out_.penalty += 2.5;
    out_.leftover.push_back(Words(fragment));
    return;
  }
  const Phrase* when = fragment.Part(fragment.meaning == "absent_verb" ? "p" : "w");
  if (when != nullptr && when->rule >= 0) {
    // «заказы без курьера за май»: what the rows refer to has no part in when they were.
    const bool refers = Refers(entity_, partner.relation);
    std::optional<Column> column = StartColumn(refers ? entity_ : partner.relation);
    if (!column) column = DateColumn(fragment, refers ? entity_ : partner.relation);
    if (!column || !Dated(*when, *column, refers ? &out_.intent.conditions : &partner.conditions))
      out_.leftover.push_back(Words(*when));
  }
  // "no paid orders": which of them.
  if (const Phrase* which = fragment.Part("f"); which != nullptr) {
    std::vector<Condition> conditions;
    const bool understood = Filter(*which, &conditions);
    const bool theirs =
        std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
          return condition.column.valid() && condition.column.relation == partner.relation;
        });
    if (!understood || !theirs) {
      out_.penalty += 2.5;
      out_.leftover.push_back(Words(fragment));
      return;
    }
    partner.conditions.insert(partner.conditions.end(), conditions.begin(), conditions.end());
  }
  Report(fragment, "without/" + Rel(partner.relation).name);
  // Said twice: "never came in, i.e. there is no order for them".
  for (Partner& known : out_.intent.partners) {
    if (known.relation != partner.relation || known.absent != partner.absent) continue;
    if (partner.conditions.empty()) return;
    if (known.conditions.empty()) {
      known = std::move(partner);
      return;
    }
  }
  out_.intent.partners.push_back(std::move(partner));
}

}  // namespace aietl::synthesis
