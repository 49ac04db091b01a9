#include "synthesis/ask/sql_expression.h"

#include <fmt/format.h>

#include <map>

namespace aietl::synthesis {
namespace {

const char* FunctionOf(Aggregate aggregate) {
  switch (aggregate) {
    case Aggregate::kSum: return "sum";
    case Aggregate::kAvg: return "avg";
    case Aggregate::kMin: return "min";
    case Aggregate::kMax: return "max";
    case Aggregate::kMedian: return "median";
    case Aggregate::kStddev: return "stddev_samp";
    default: return "count";
  }
}

}  // namespace

void Visit(const Expression& expression, const std::function<void(const Column&)>& column,
           const std::function<void(int)>& counted) {
  if (expression.column.valid()) column(expression.column);
  if (expression.counted >= 0) counted(expression.counted);
  for (const Expression& argument : expression.arguments)
    Visit(argument, column, counted);
  for (const Condition& condition : expression.only) {
    if (condition.column.valid()) column(condition.column);
    if (condition.with.valid()) column(condition.with);
    Visit(condition.left, column, counted);
  }
}

std::string ExpressionPrinter::Filtered(std::string text,
                                        const std::vector<Condition>& only) const {
  if (only.empty()) return text;
  return fmt::format("{} FILTER (WHERE {})", text, fmt::join(All(only), " AND "));
}

std::string ExpressionPrinter::Bands(const Expression& expression) const {
  const std::string value = Print(expression.arguments.front());
  std::string text = "CASE WHEN " + value + " IS NULL THEN NULL";
  for (size_t i = 1; i < expression.arguments.size(); ++i) {
    const std::string& limit = expression.arguments[i].text;
    const std::string label =
        i == 1 ? "up to " + limit : expression.arguments[i - 1].text + "-" + limit;
    text += fmt::format(" WHEN {} {} {} THEN {}", value, i == 1 ? "<" : "<=", limit,
                        data::QuoteText(label));
  }
  return text +
         fmt::format(" ELSE {} END", data::QuoteText("over " + expression.arguments.back().text));
}

// A column as date or timestamp, where it is kept as text, too.
std::string ExpressionPrinter::Moment(const Expression& expression) const {
  const std::string text = Print(expression);
  const bool kept_as_text =
      expression.kind == Expression::Kind::kColumn && Info(expression.column).type.IsText();
  return kept_as_text ? fmt::format("CAST({} AS TIMESTAMP)", text) : text;
}

std::string ExpressionPrinter::Ranges(const Expression& expression) const {
  const std::string value = Print(expression.arguments.front());
  std::string text = "CASE";
  for (size_t i = 1; i < expression.arguments.size(); ++i) {
    const Expression& range = expression.arguments[i];
    const std::string &lower = range.arguments[0].text, &upper = range.arguments[1].text;
    std::vector<std::string> holds;
    if (!lower.empty())
      holds.push_back(fmt::format("{} {} {}", value, range.text[0] == '[' ? ">=" : ">", lower));
    if (!upper.empty())
      holds.push_back(fmt::format("{} {} {}", value, range.text[1] == ']' ? "<=" : "<", upper));
    text += fmt::format(" WHEN {} THEN {}", fmt::join(holds, " AND "),
                        data::QuoteText(range.arguments[2].text));
  }
  return text + " END";
}

std::string ExpressionPrinter::Print(const Expression& expression) const {
  const auto argument = [&](size_t i) { return Print(expression.arguments[i]); };
  switch (expression.kind) {
    case Expression::Kind::kColumn: return ref_(expression.column);
    case Expression::Kind::kLiteral: return expression.text;
    case Expression::Kind::kAggregate: {
      if (expression.arguments.empty()) return Filtered(rows_(expression.counted), expression.only);
      if (expression.aggregate == Aggregate::kCountDistinct)
        return Filtered(fmt::format("count(DISTINCT {})", argument(0)), expression.only);
      return Filtered(fmt::format("{}({})", FunctionOf(expression.aggregate), argument(0)),
                      expression.only);
    }
    default: break;
  }
  const std::string& call = expression.text;
  if (call == "/") return fmt::format("({} / nullif({}, 0))", argument(0), argument(1));
  if (call == "+" || call == "-" || call == "*")
    return fmt::format("({} {} {})", argument(0), call, argument(1));
  if (call == "days")
    return fmt::format("date_diff('day', CAST({} AS DATE), CAST({} AS DATE))", argument(1),
                       argument(0));
  if (call == "seconds")
    return fmt::format("date_diff('second', {}, {})", Moment(expression.arguments[1]),
                       Moment(expression.arguments[0]));
  if (call == "isodow") return fmt::format("isodow({})", Moment(expression.arguments[0]));
  if (call == "clock") return fmt::format("CAST({} AS TIME)", Moment(expression.arguments[0]));
  if (call == "age")
    return fmt::format("date_part('year', age(current_date, CAST({} AS DATE)))", argument(0));
  if (call == "date") return fmt::format("CAST({} AS DATE)", argument(0));
  if (call == "bands") return Bands(expression);
  if (call == "ranges") return Ranges(expression);
  if (call == "rank_desc") return fmt::format("rank() OVER (ORDER BY {} DESC)", argument(0));
  if (call == "rank_asc") return fmt::format("rank() OVER (ORDER BY {})", argument(0));
  std::vector<std::string> arguments;
  for (const Expression& one : expression.arguments)
    arguments.push_back(Print(one));
  if (call == "concat") return fmt::format("concat_ws(' ', {})", fmt::join(arguments, ", "));
  return fmt::format("{}({})", call, fmt::join(arguments, ", "));
}

std::string ExpressionPrinter::Print(const Measure& measure) const {
  std::string text;
  if (measure.expression.set()) {
    text = Print(measure.expression);
  } else if (measure.aggregate == Aggregate::kCount && !measure.column.valid()) {
    text = rows_(measure.counted);
  } else {
    std::string inside = ref_(measure.column);
    if (measure.operation != 0)
      inside += fmt::format(" {} {}", measure.operation, ref_(measure.other));
    text = measure.aggregate == Aggregate::kCountDistinct
               ? fmt::format("count(DISTINCT {})", inside)
               : fmt::format("{}({})", FunctionOf(measure.aggregate), inside);
  }
  text = Filtered(text, measure.only);
  if (measure.share)
    return fmt::format("{0}{1} / sum({1}) OVER ()", measure.percent ? "100.0 * " : "1.0 * ", text);
  if (measure.percent && measure.expression.set()) return "100.0 * " + text;
  return text;
}

std::string ExpressionPrinter::Print(const Condition& condition, const std::string& over) const {
  const bool of_column = over.empty() && !condition.left.set();
  const std::string left = !over.empty()          ? over
                           : condition.left.set() ? Print(condition.left)
                                                  : ref_(condition.column);
  if (condition.comparison == Comparison::kNull || condition.comparison == Comparison::kNotNull) {
    const bool text = of_column && Info(condition.column).type.IsText();
    std::string is_null = left + " IS NULL";
    if (text) {
      is_null = condition.literals.empty() ? fmt::format("({0} IS NULL OR trim({0}) = '')", left)
                                           : fmt::format("({0} IS NULL OR trim({0}) IN ('', {1}))",
                                                         left, fmt::join(condition.literals, ", "));
    }
    if (condition.comparison == Comparison::kNull) return is_null;
    return text ? fmt::format("NOT {}", is_null) : left + " IS NOT NULL";
  }
  const std::string right =
      condition.with.valid() ? ref_(condition.with) : condition.literals.front();
  const bool no = condition.negated;
  std::string text;
  switch (condition.comparison) {
    case Comparison::kEqual: text = fmt::format("{} {} {}", left, no ? "<>" : "=", right); break;
    case Comparison::kNotEqual: text = fmt::format("{} {} {}", left, no ? "=" : "<>", right); break;
    case Comparison::kLess: text = fmt::format("{} {} {}", left, no ? ">=" : "<", right); break;
    case Comparison::kLessEqual:
      text = fmt::format("{} {} {}", left, no ? ">" : "<=", right);
      break;
    case Comparison::kGreater: text = fmt::format("{} {} {}", left, no ? "<=" : ">", right); break;
    case Comparison::kGreaterEqual:
      text = fmt::format("{} {} {}", left, no ? "<" : ">=", right);
      break;
    case Comparison::kIn:
      text = fmt::format("{} {} ({})", left, no ? "NOT IN" : "IN",
                         fmt::join(condition.literals, ", "));
      break;
    case Comparison::kContains:
      text = fmt::format("{}contains(lower({}), lower({}))", no ? "NOT " : "", left, right);
      break;
    case Comparison::kStarts:
      text = fmt::format("{}starts_with(lower({}), lower({}))", no ? "NOT " : "", left, right);
      break;
    case Comparison::kEnds:
      text = fmt::format("{}ends_with(lower({}), lower({}))", no ? "NOT " : "", left, right);
      break;
    default: break;
  }
  // "not paid" and "except paid" keep rows that have no value at all.
  if (no && of_column) text = fmt::format("({} OR {} IS NULL)", text, left);
  return text;
}

std::vector<std::string> ExpressionPrinter::All(const std::vector<Condition>& conditions) const {
  std::vector<std::string> parts;
  std::map<int, size_t> places;
  for (const Condition& condition : conditions) {
    std::string text = Print(condition);
    if (condition.any_group < 0) {
      parts.push_back(std::move(text));
      continue;
    }
    const auto [place, fresh] = places.emplace(condition.any_group, parts.size());
    if (fresh) {
      parts.push_back("(" + text + ")");
    } else {
      std::string& known = parts[place->second];
      known.insert(known.size() - 1, " OR " + text);
    }
  }
  return parts;
}

}  // namespace aietl::synthesis
