// Conditions: values, numbers, periods, empty columns, rows with and without partners.
#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "synthesis/ask/assembler.h"
#include "synthesis/text/dates.h"

namespace aietl::synthesis {
namespace {

std::string DayLiteral(const data::Type& type, const std::string& iso) {
  if (type.IsText()) return "'" + iso + "'";  // ISO dates kept as text order like dates
  return (type.id == data::TypeId::kDate          ? "DATE '"
          : type.id == data::TypeId::kTimestampTz ? "TIMESTAMPTZ '"
                                                  : "TIMESTAMP '") +
         iso + "'";
}

// The samples are all there is: a column of few distinct values.
bool KnowsAll(const connectors::ColumnInfo& info) {
  return !info.samples.empty() && info.distinct &&
         static_cast<size_t>(*info.distinct) <= info.samples.size();
}

std::string FilterMonthStart(int year, int month) {
  return fmt::format("{:04}-{:02}-01", year + (month - 1) / 12, (month - 1) % 12 + 1);
}

struct UnitWord {
  std::string_view beginning;
  char dimension;
  double factor;
};
// In seconds and kilograms. Beginnings of words in both languages; "m" and "t" alone are too short
// to tell.
constexpr UnitWord kUnits[] = {
    {"millisec", 't', 0.001}, {"ms", 't', 0.001},   {"мс", 't', 0.001},    {"миллисек", 't', 0.001},
    {"sec", 't', 1},          {"сек", 't', 1},      {"min", 't', 60},      {"мин", 't', 60},
    {"hour", 't', 3600},      {"час", 't', 3600},   {"day", 't', 86400},   {"ден", 't', 86400},
    {"дн", 't', 86400},       {"kg", 'w', 1},       {"кг", 'w', 1},        {"килограмм", 'w', 1},
    {"kilogram", 'w', 1},     {"gram", 'w', 0.001}, {"грамм", 'w', 0.001}, {"tonne", 'w', 1000},
    {"ton", 'w', 1000},       {"тонн", 'w', 1000}};

const UnitWord* FilterUnitOf(const std::string& word) {
  if (word == "month" || word == "months" || word == "minimum" || word == "месяц") return nullptr;
  for (const UnitWord& unit : kUnits) {
    if (word.starts_with(unit.beginning)) return &unit;
  }
  return nullptr;
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

// The number as SQL, in the column's unit where both are told ("10 minutes", dur_sec).
std::string Assembler::Amount(const Phrase& amount, const Column& column) const {
  const Token& token = TokenAt(amount.Part("n")->begin);
  const Phrase* unit = amount.Part("u");
  if (unit == nullptr || !column.valid()) return token.number_text;
  const UnitWord* said = FilterUnitOf(TokenAt(unit->begin).lower);
  if (said == nullptr) return token.number_text;
  for (const std::string& word : NameWords(Info(column).name)) {
    const UnitWord* held = FilterUnitOf(word);
    if (held == nullptr || held->dimension != said->dimension || held->factor == said->factor)
      continue;
    return fmt::format("{:.12g}", *token.number * said->factor / held->factor);
  }
  return token.number_text;
}

double Assembler::UnitFactor(const std::string& said, const Column& column) const {
  const UnitWord* wanted = FilterUnitOf(said);
  if (wanted == nullptr) return 1;
  for (const std::string& word : NameWords(Info(column).name)) {
    const UnitWord* held = FilterUnitOf(word);
    if (held != nullptr && held->dimension == wanted->dimension)
      return held->factor / wanted->factor;
  }
  return 1;
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
  const bool alternatives = bounds.Part("more") != nullptr;
  for (const Phrase* at = &bounds; at != nullptr; at = at->Part("more")) {
    const Phrase* bound = at->meaning == "one" || at->meaning == "or" ? at->Part("b") : at;
    std::optional<std::vector<Condition>> conditions = Bound(*bound, column, left);
    if (!conditions || (alternatives && conditions->size() > 1)) return {};
    for (Condition& condition : *conditions) {
      if (alternatives) condition.any_group = bounds.begin;
      out.push_back(std::move(condition));
    }
  }
  return out;
}

std::optional<Assembler::Period> Assembler::PeriodOf(const Phrase& period, const Column& column) {
  const auto simple = [&](const Phrase& leaf) -> std::optional<Period> {
    const Phrase* date = leaf.Part("p");
    if (date != nullptr) return Period{date->from, date->to};
    const Phrase* month = leaf.Part("m");
    if (month == nullptr) return std::nullopt;
    // A month without its year: the one year that the data knows.
    const connectors::ColumnInfo& info = Info(column);
    if (!info.min || !info.max || info.min->substr(0, 4) != info.max->substr(0, 4))
      return std::nullopt;
    const int year = std::stoi(info.min->substr(0, 4)), m = MonthOf(TokenAt(month->begin));
    return Period{FilterMonthStart(year, m), FilterMonthStart(year, m + 1)};
  };
  if (period.meaning == "date" || period.meaning == "month") return simple(period);
  if (period.meaning == "one") {
    const Phrase* quarter = period.Part("q");
    if (quarter == nullptr) return simple(*period.Part("p"));
    const int q = quarter->argument[0] - '0';
    const int year = static_cast<int>(*TokenAt(quarter->Part("y")->begin).number);
    return Period{FilterMonthStart(year, q * 3 - 2), FilterMonthStart(year, q * 3 + 1)};
  }
  if (period.meaning == "half") {
    const int year = static_cast<int>(*TokenAt(period.Part("y")->begin).number);
    const bool first = period.argument == "first";
    return Period{FilterMonthStart(year, first ? 1 : 7), FilterMonthStart(year, first ? 7 : 13)};
  }
  if (period.meaning == "range") {
    const std::optional<Period> a = simple(*period.Part("a")), b = simple(*period.Part("b"));
    if (!a || !b || b->to < a->from) return std::nullopt;
    return Period{a->from, b->to};
  }
  if (period.meaning == "days" || period.meaning == "months") {
    const Phrase* date = period.Part("p");
    if (period.meaning == "months") {
      const int month = MonthOf(TokenAt(period.Part("a")->begin));
      return Period{FilterMonthStart(std::stoi(date->from.substr(0, 4)), month), date->to};
    }
    const int day = static_cast<int>(*TokenAt(period.Part("n")->begin).number);
    if (day < 1 || day > 31 || date->from.substr(0, 7) != date->to.substr(0, 7)) {
      if (day < 1 || day > 31 || std::stoi(date->from.substr(8)) < day) return std::nullopt;
    }
    return Period{fmt::format("{}-{:02}", date->from.substr(0, 7), day), date->to};
  }
  return std::nullopt;
}

std::optional<Assembler::Period> Assembler::When(const Phrase& when, const Column& column) {
  const std::string_view is = when.meaning;
  if (is == "days") {
    const Phrase* date = when.Part("p");
    const int day = static_cast<int>(*TokenAt(when.Part("n")->begin).number);
    if (day < 1 || day > 31) return std::nullopt;
    return Period{fmt::format("{}-{:02}", date->from.substr(0, 7), day), date->to};
  }
  if (is == "between") {
    // The period's own rules, with a and b.
    std::optional<Period> out;
    Phrase a, b;
    const Phrase *first = when.Part("a"), *second = when.Part("b");
    const std::optional<Period> from = PeriodOf(*first, column), to = PeriodOf(*second, column);
    if (!from || !to || to->to < from->from) return std::nullopt;
    return Period{from->from, to->to};
  }
  const std::optional<Period> period = PeriodOf(*when.Part("p"), column);
  if (!period) return std::nullopt;
  if (is == "in") return period;
  if (is == "in_list") {
    // Months that follow each other are one period; others would need an alternative.
    const std::optional<Period> more = When(*when.Part("more"), column);
    if (!more || more->from != period->to) return std::nullopt;
    return Period{period->from, more->to};
  }
  if (is == "in_twice") {
    // "the first week of April (1–7 April)": what stands in brackets is more exact.
    return PeriodOf(*when.Part("q"), column);
  }
  if (is == "from") return Period{period->from, ""};
  if (is == "before") return Period{"", period->from};
  if (is == "after") return Period{period->to, ""};
  if (is == "until") return Period{"", period->to};
  return std::nullopt;
}

bool Assembler::Dated(const Phrase& when, const Column& column, std::vector<Condition>* out) {
  const std::optional<Period> period = When(when, column);
  if (!period) return false;
  const auto add = [&](Comparison comparison, const std::string& day) {
    Condition condition;
    condition.column = column;
    condition.comparison = comparison;
    condition.literals = {DayLiteral(Info(column).type, day)};
    condition.words = Words(when);
    out->push_back(std::move(condition));
  };
  if (!period->from.empty()) add(Comparison::kGreaterEqual, period->from);
  if (!period->to.empty()) add(Comparison::kLess, period->to);
  return true;
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
    if (IsNumber(*column) && !IsCode(*column)) out_.penalty += 1.2;
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
    std::vector<Condition> conditions = Bounds(*filter.Part("b"), *column, {});
    if (conditions.empty()) return false;
    if (is == "not_compare") {
      if (conditions.size() > 1) return false;
      TurnRound(conditions.front());
    }
    out->insert(out->end(), conditions.begin(), conditions.end());
    return true;
  }
  if (is == "compare_implied") {
    const Phrase& bound = *filter.Part("b");
    // "more than ten people", "over 5 orders": of them, not of some column.
    if (CountsWhatFollows(filter.end)) return false;
    if (last_measure_ != nullptr && bound.argument.empty() &&
        last_measure_->end + 3 >= filter.begin && last_measure_->end <= filter.begin)
      return false;
    const Phrase* amount = bound.Part("n") != nullptr ? bound.Part("n") : bound.Part("a");
    const Phrase* unit = amount != nullptr ? amount->Part("u") : nullptr;
    const UnitWord* said = unit != nullptr ? FilterUnitOf(TokenAt(unit->begin).lower) : nullptr;
    std::optional<Column> column;
    if (bound.argument.empty() && bare_numbers_.size() == 1) column = bare_numbers_.front();
    if (!column && said != nullptr && bound.argument.empty())
      column = Topic(said->dimension == 't' ? "duration" : "weight", filter);
    // "took more than ten days": between the two times of a row.
    if (!column && said != nullptr && said->factor == 86400 && entity_ >= 0) {
      if (const std::optional<Expression> days = DurationOf(entity_)) {
        const std::vector<Condition> conditions = Bounds(bound, {}, *days);
        out->insert(out->end(), conditions.begin(), conditions.end());
        return !conditions.empty();
      }
    }
    if (!column && !(said != nullptr && bound.argument.empty()))
      column = Topic(bound.argument.empty() ? "money" : bound.argument, filter);
    if (!column && bound.argument.empty() && said == nullptr) column = Topic("size", filter);
    if (!column) return false;
    const std::vector<Condition> conditions = Bounds(bound, *column, {});
    out->insert(out->end(), conditions.begin(), conditions.end());
    return !conditions.empty();
  }
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
      if (column && Info(*column).null_fraction && *Info(*column).null_fraction == 0 &&
          (IsTime(*column) || IsNumber(*column)))
        out_.penalty += 0.6;
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

bool Assembler::CountsWhatFollows(int at) const {
  if (at >= chart_.size() || chart_.Taken(at) || TokenAt(at).kind != TokenKind::kWord) return false;
  for (const std::string_view aggregate : {"sum", "avg", "min", "max", "median", "count"}) {
    if (chart_.HasCue(at, aggregate) && chart_.Names(at + 1)) return true;
  }
  return chart_.HasCue(at, "people") || chart_.HasCue(at, "rows") ||
         chart_.HasCue(at, "times_counted") || chart_.Names(at);
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

void Assembler::Partners(const Phrase& fragment) {
  Partner partner;
  partner.absent = fragment.meaning != "present";
  partner.words = Words(fragment);
  if (fragment.meaning == "absent_verb") {
    const std::optional<int> child = entity_ >= 0 ? OnlyChild(entity_) : std::nullopt;
    if (!child) {
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
  if (const Phrase* when = fragment.Part("w"); when != nullptr && when->rule >= 0) {
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
