#include "synthesis/learned/form_sql.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "base/utf8.h"
#include "data/database.h"

namespace aietl::synthesis::learned {
namespace {

constexpr std::string_view kAggregateNames[] = {"", "count", "count", "sum", "avg", "min", "max"};
constexpr std::string_view kArithmeticSigns[] = {"", " + ", " - ", " * ", " / "};
constexpr std::string_view kComparisonSigns[] = {" = ", " <> ", " < ", " <= ", " > ", " >= "};
constexpr std::string_view kSetWords[] = {"", " UNION ", " INTERSECT ", " EXCEPT "};

bool IsNumber(const std::string& text) {
  if (text.empty() || text.find_first_not_of("0123456789.-") != std::string::npos) return false;
  char* end = nullptr;
  std::strtod(text.c_str(), &end);
  return *end == '\0';
}

// A text as LIKE's pattern matches it.
std::string Escaped(const std::string& text, bool& escaped) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') {
      out += '\\';
      escaped = true;
    }
    out += c;
  }
  return out;
}

class CorePrinter {
 public:
  CorePrinter(const Core& core, const Schema& schema, int& aliases)
      : core_(core), schema_(schema), aliases_(aliases) {}

  std::optional<std::string> Print() {
    const std::optional<CoreJoins> joins = JoinsOf(core_, schema_);
    if (!joins) return std::nullopt;
    joins_ = *joins;
    if (joins_.tables.size() > 1) first_alias_ = aliases_ + 1;
    if (joins_.tables.size() > 1) aliases_ += static_cast<int>(joins_.tables.size());
    std::string out = "SELECT ";
    if (core_.distinct) out += "DISTINCT ";
    const bool extreme = IsExtreme();
    for (size_t i = 0; i < core_.items.size(); ++i) {
      Item item = core_.items[i];
      if (extreme) item.left.aggregate = Aggregate::kNone;
      out += (i > 0 ? ", " : "") + Print(item);
    }
    out += " FROM " + From();
    if (!core_.where.empty()) out += " WHERE " + Print(core_.where);
    if (const std::vector<ColumnId> group = Grouped(); !group.empty()) {
      out += " GROUP BY ";
      for (size_t i = 0; i < group.size(); ++i)
        out += (i > 0 ? ", " : "") + Name(group[i]);
    }
    if (!core_.having.empty()) out += " HAVING " + Print(core_.having);
    if (extreme) {
      out += Extreme();
    } else {
      for (size_t i = 0; i < core_.order.size(); ++i) {
        out += (i == 0 ? " ORDER BY " : ", ") + Print(core_.order[i].item);
        if (core_.order[i].descending) out += " DESC";
      }
      if (!core_.limit.empty()) out += " LIMIT " + core_.limit;
    }
    if (!nested_ok_) return std::nullopt;
    return out;
  }

 private:
  static bool Aggregates(const Item& item) {
    return item.left.aggregate != Aggregate::kNone ||
           (item.op != Arithmetic::kNone && item.right.aggregate != Aggregate::kNone);
  }
  bool Aggregating() const {
    return std::any_of(core_.items.begin(), core_.items.end(), Aggregates) ||
           std::any_of(core_.order.begin(), core_.order.end(),
                       [](const Order& order) { return Aggregates(order.item); });
  }

  // SELECT name, max(age) FROM t: the row of the largest, as SQLite has it.
  bool IsExtreme() const {
    if (!core_.group.empty() || !core_.order.empty() || !core_.having.empty() ||
        core_.items.size() < 2 || core_.distinct)
      return false;
    size_t extremes = 0;
    for (const Item& item : core_.items) {
      if (item.op != Arithmetic::kNone) return false;
      const Aggregate aggregate = item.left.aggregate;
      if (aggregate == Aggregate::kMin || aggregate == Aggregate::kMax)
        ++extremes;
      else if (aggregate != Aggregate::kNone)
        return false;
    }
    return extremes == 1;
  }
  std::string Extreme() const {
    for (const Item& item : core_.items) {
      if (item.left.aggregate == Aggregate::kNone) continue;
      const std::string name = Name(item.left.column);
      return " ORDER BY " + name + " IS NULL, " + name +
             (item.left.aggregate == Aggregate::kMax ? " DESC" : "") + " LIMIT 1";
    }
    return "";
  }

  // The grouping columns, and the plain ones that are shown or ordered by: they are the same in a
  // group mostly, and must be said outside SQLite.
  std::vector<ColumnId> Grouped() const {
    std::vector<ColumnId> out = core_.group;
    if (out.empty() && !Aggregating()) return out;
    const auto add = [&](const Operand& operand) {
      if (operand.aggregate == Aggregate::kNone && operand.column >= 0 &&
          std::find(out.begin(), out.end(), operand.column) == out.end())
        out.push_back(operand.column);
    };
    const auto add_item = [&](const Item& item) {
      add(item.left);
      if (item.op != Arithmetic::kNone) add(item.right);
    };
    if (core_.group.empty() && !IsExtreme() && !core_.order.empty()) {
      for (const Item& item : core_.items)
        add_item(item);
      return out;
    }
    if (core_.group.empty()) return out;
    for (const Item& item : core_.items)
      add_item(item);
    for (const Order& order : core_.order)
      add_item(order.item);
    for (const Condition& condition : core_.having)
      add(condition.left);
    return out;
  }

  std::string Alias(int32_t table) const {
    for (size_t i = 0; i < joins_.tables.size(); ++i) {
      if (joins_.tables[i] == table)
        return "t" + std::to_string(first_alias_ + static_cast<int>(i));
    }
    return "";
  }
  std::string Name(ColumnId column) const {
    if (column == kStarColumn) return "*";
    const SchemaColumn& in = schema_.columns[static_cast<size_t>(column)];
    const std::string name = data::QuoteName(in.name);
    return joins_.tables.size() > 1 ? Alias(in.table) + "." + name : name;
  }

  std::string From() const {
    std::string out;
    for (size_t i = 0; i < joins_.tables.size(); ++i) {
      const int32_t table = joins_.tables[i];
      if (i > 0) out += " JOIN ";
      out += data::QuoteName(schema_.tables[static_cast<size_t>(table)].name);
      if (joins_.tables.size() == 1) break;
      out += " AS " + Alias(table);
      if (i == 0) continue;
      const SchemaKey& key = joins_.keys[i - 1];
      out += " ON " + Name(key.from) + " = " + Name(key.to);
    }
    return out;
  }

  std::string Print(const Operand& operand) const {
    if (operand.aggregate == Aggregate::kNone) {
      if (operand.column == kStarColumn && joins_.tables.size() > 1) {
        return Alias(core_.tables.empty() ? joins_.tables.front() : core_.tables.front()) + ".*";
      }
      return Name(operand.column);
    }
    std::string out(kAggregateNames[static_cast<size_t>(operand.aggregate)]);
    return out + (operand.aggregate == Aggregate::kCountDistinct ? "(DISTINCT " : "(") +
           Name(operand.column) + ")";
  }
  std::string Print(const Item& item) const {
    if (item.op == Arithmetic::kNone) return Print(item.left);
    return Print(item.left) + std::string(kArithmeticSigns[static_cast<size_t>(item.op)]) +
           Print(item.right);
  }

  std::string Literal(const Value& value, const Operand& left) const {
    const bool counted = left.aggregate != Aggregate::kNone && left.aggregate != Aggregate::kMin &&
                         left.aggregate != Aggregate::kMax;
    const ColumnType type = counted || left.column < 0
                                ? ColumnType::kNumber
                                : schema_.columns[static_cast<size_t>(left.column)].type;
    if (type == ColumnType::kBoolean) {
      const std::string lower = LowerUtf8(value.text);
      if (lower == "true" || lower == "1") return "TRUE";
      if (lower == "false" || lower == "0") return "FALSE";
    }
    const bool bare = type == ColumnType::kNumber || (type == ColumnType::kOther && value.number);
    return bare && IsNumber(value.text) ? value.text : data::QuoteText(value.text);
  }

  std::string Nested(const Core& core) {
    std::optional<std::string> inner = CorePrinter(core, schema_, aliases_).Print();
    if (!inner) {
      nested_ok_ = false;
      return "";
    }
    return "(" + *inner + ")";
  }

  std::string Pattern(const Condition& condition) const {
    bool escaped = false;
    std::string text = Escaped(condition.values.front().text, escaped);
    if (condition.op != Comparison::kStartsWith && condition.op != Comparison::kLike)
      text = "%" + text;
    if (condition.op != Comparison::kEndsWith && condition.op != Comparison::kLike) text += "%";
    return data::QuoteText(text) + (escaped ? " ESCAPE '\\'" : "");
  }

  std::string Print(const Condition& condition) {
    const std::string left = Print(condition.left);
    const auto& values = condition.values;
    switch (condition.op) {
      case Comparison::kIsNull: return left + " IS NULL";
      case Comparison::kIsNotNull: return left + " IS NOT NULL";
      case Comparison::kIn: return left + " IN " + Nested(*values.front().core);
      case Comparison::kNotIn: return left + " NOT IN " + Nested(*values.front().core);
      case Comparison::kBetween:
        return left + " BETWEEN " + Literal(values[0], condition.left) + " AND " +
               Literal(values[1], condition.left);
      case Comparison::kContains:
      case Comparison::kStartsWith:
      case Comparison::kEndsWith:
      case Comparison::kLike: return left + " ILIKE " + Pattern(condition);
      case Comparison::kNotContains: return left + " NOT ILIKE " + Pattern(condition);
      default: break;
    }
    if (values.size() > 1) {
      std::string out = left + (condition.op == Comparison::kNotEqual ? " NOT IN (" : " IN (");
      for (size_t i = 0; i < values.size(); ++i)
        out += (i > 0 ? ", " : "") + Literal(values[i], condition.left);
      return out + ")";
    }
    const Value& value = values.front();
    return left + std::string(kComparisonSigns[static_cast<size_t>(condition.op)]) +
           (value.core          ? Nested(*value.core)
            : value.column >= 0 ? Name(value.column)
                                : Literal(value, condition.left));
  }

  std::string Print(const std::vector<Condition>& conditions) {
    std::string out;
    for (size_t i = 0; i < conditions.size(); ++i) {
      if (i > 0) out += conditions[i].or_before ? " OR " : " AND ";
      out += Print(conditions[i]);
    }
    return out;
  }

  const Core& core_;
  const Schema& schema_;
  CoreJoins joins_;
  int& aliases_;
  int first_alias_ = 0;
  bool nested_ok_ = true;
};

}  // namespace

std::optional<std::string> SqlOf(const QueryForm& form, const Schema& schema) {
  int aliases = 0;
  std::optional<std::string> out = CorePrinter(form.left, schema, aliases).Print();
  if (!out || form.op == SetOperation::kNone) return out;
  const std::optional<std::string> right = CorePrinter(form.right, schema, aliases).Print();
  if (!right) return std::nullopt;
  return *out + std::string(kSetWords[static_cast<size_t>(form.op)]) + *right;
}

}  // namespace aietl::synthesis::learned
