#include "synthesis/ask/sql_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"

namespace aietl::synthesis {
namespace {

using data::NameForPeople;

const char* FunctionName(Aggregate aggregate) {
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

class SqlWriter {
 public:
  SqlWriter(const Catalog& catalog, const Intent& intent) : catalog_(catalog), intent_(intent) {}

  Result<Written> Write() {
    if (intent_.relations.empty())
      return Fail(Code::kInvalid, "no_source", Tr("the sentence names no data that is known here"));
    Roots();
    if (intent_.stacked.empty()) AIETL_TRY(Join());
    AIETL_TRY(CheckFanOut());
    AIETL_TRY(CheckWithout());
    Aliases();
    Output();
    if (IsPlainCopy()) {
      out_.relation = Rel(root_).name;
      out_.used = {out_.relation};
      return std::move(out_);
    }
    std::string sql = Body();
    for (const int relation : tree_.relations)
      out_.used.push_back(Rel(relation).name);
    for (const int relation : intent_.without)
      out_.used.push_back(Rel(relation).name);
    out_.sql = std::move(sql);
    out_.name = StepName();
    return std::move(out_);
  }

 private:
  const Relation& Rel(int relation) const {
    return catalog_.relations[static_cast<size_t>(relation)];
  }
  const connectors::ColumnInfo& Info(const Column& column) const {
    return Rel(column.relation).info.columns[static_cast<size_t>(column.column)];
  }

  bool Grouped() const { return !intent_.groups.empty() || !intent_.measures.empty(); }

  std::vector<int> Needed() const {
    std::vector<int> needed;
    const auto add = [&](int relation) {
      if (relation >= 0 && std::find(needed.begin(), needed.end(), relation) == needed.end())
        needed.push_back(relation);
    };
    const auto column = [&](const Column& c) {
      if (c.valid()) add(c.relation);
    };
    for (const int relation : intent_.relations) {
      if (std::find(intent_.without.begin(), intent_.without.end(), relation) ==
          intent_.without.end())
        add(relation);
    }
    for (const Column& c : intent_.select)
      column(c);
    for (const Group& group : intent_.groups)
      column(group.column);
    for (const Measure& measure : intent_.measures) {
      column(measure.column);
      column(measure.other);
      add(measure.counted);
    }
    for (const Condition& condition : intent_.conditions) {
      column(condition.column);
      column(condition.with);
    }
    for (const Order& order : intent_.orders)
      column(order.column);
    for (const Derived& derived : intent_.derived) {
      column(derived.left);
      column(derived.right);
    }
    for (const Column& c : intent_.limit_per)
      column(c);
    for (const Column& c : intent_.dedup)
      column(c);
    if (intent_.pivot) column(*intent_.pivot);
    return needed;
  }

  // Rows are those of the finest relation: the one from which keys lead to all the others.
  void Roots() {
    const std::vector<int> needed = Needed();
    root_ = intent_.relations.front();
    size_t best = SIZE_MAX;
    for (const int candidate : needed) {
      const JoinTree tree = FindJoins(catalog_, candidate, needed);
      if (!tree.complete) continue;
      const auto many = static_cast<size_t>(std::count_if(
          tree.edges.begin(), tree.edges.end(), [](const JoinEdge& edge) { return !edge.to_one; }));
      const size_t cost = many * 100 + tree.edges.size();
      if (cost < best) {
        best = cost;
        root_ = candidate;
      }
    }
    // Rows spoken of stay the root when nothing is computed over a finer relation.
    if (!Grouped() && intent_.select.empty()) {
      const JoinTree tree = FindJoins(catalog_, intent_.relations.front(), needed);
      const bool finer = std::any_of(tree.edges.begin(), tree.edges.end(),
                                     [](const JoinEdge& edge) { return !edge.to_one; });
      if (tree.complete && !finer) root_ = intent_.relations.front();
    }
  }

  Result<void> Join() {
    tree_ = FindJoins(catalog_, root_, Needed());
    if (!tree_.complete) {
      return Fail(Error(Code::kInvalid, "no_join",
                        Msg("nothing says how {} and {} belong together", Rel(root_).name,
                            Rel(tree_.unreachable).name))
                      .Hint(Tr("name the column that joins them, or declare a key")));
    }
    return {};
  }

  // A sum over rows that a join repeats would be wrong: every measure must come from the root's
  // side.
  Result<void> CheckFanOut() {
    std::set<int> repeated;  // relations whose rows may occur several times
    for (const JoinEdge& edge : tree_.edges) {
      if (edge.to_one) {
        repeated.insert(edge.right);
      } else {
        repeated.insert(tree_.relations.begin(), tree_.relations.end());
        repeated.erase(edge.right);
      }
    }
    for (const Measure& measure : intent_.measures) {
      const int relation = measure.column.valid() ? measure.column.relation : measure.counted;
      if (relation < 0 || repeated.find(relation) == repeated.end()) continue;
      const bool harmless = measure.aggregate == Aggregate::kMin ||
                            measure.aggregate == Aggregate::kMax ||
                            measure.aggregate == Aggregate::kCountDistinct;
      if (harmless) continue;
      if (measure.aggregate == Aggregate::kCount && measure.counted >= 0 &&
          !RowKey(Rel(relation)).empty())
        continue;  // counted by key
      return Fail(Error(Code::kInvalid, "fan_out",
                        Msg("joined with {}, rows of {} repeat, and the sum would be too large",
                            Rel(root_).name, Rel(relation).name))
                      .Hint(Tr("ask for it without the finer table, or in two pipelines")));
    }
    return {};
  }

  Result<void> CheckWithout() {
    for (const int relation : intent_.without) {
      const JoinTree path = FindJoins(catalog_, root_, {relation});
      bool reachable = path.complete && !path.edges.empty();
      for (size_t i = 1; reachable && i < path.edges.size(); ++i)
        reachable = path.edges[i].to_one;
      if (reachable) continue;
      return Fail(Error(Code::kInvalid, "no_join",
                        Msg("nothing says how {} and {} belong together", Rel(root_).name,
                            Rel(relation).name))
                      .Hint(Tr("name the column that joins them, or declare a key")));
    }
    return {};
  }

  void Aliases() {
    std::set<std::string> taken;
    for (const int relation : tree_.relations) {
      std::string alias = Rel(relation).name.substr(0, 1);
      if (!(alias[0] >= 'a' && alias[0] <= 'z')) alias = "t";
      std::string unique = alias;
      for (int n = 2; !taken.insert(unique).second; ++n)
        unique = alias + std::to_string(n);
      aliases_[relation] = unique;
    }
  }

  bool Single() const { return tree_.relations.size() <= 1; }

  std::string Ref(const Column& column) const {
    const std::string name = NameForPeople(Info(column).name);
    return Single() ? name : aliases_.at(column.relation) + "." + name;
  }

  // Only told apart by it, not shown: the output is listed without it.
  bool Hidden(const Group& group) const {
    return group.implicit && intent_.groups.size() > 1 &&
           std::any_of(intent_.groups.begin(), intent_.groups.end(),
                       [](const Group& other) { return !other.implicit; });
  }

  std::string GroupList() const {
    if (std::none_of(intent_.groups.begin(), intent_.groups.end(),
                     [&](const Group& group) { return Hidden(group); }))
      return "ALL";
    std::vector<std::string> list;
    for (const Group& group : intent_.groups)
      list.push_back(GroupExpression(group));
    return fmt::format("{}", fmt::join(list, ", "));
  }

  std::string GroupExpression(const Group& group) const {
    const std::string column = Ref(group.column);
    if (group.bucket.empty()) return column;
    if (group.bucket == "day") return fmt::format("CAST({} AS DATE)", column);
    const std::string truncated = fmt::format("date_trunc('{}', {})", group.bucket, column);
    return group.bucket == "hour" ? truncated : fmt::format("CAST({} AS DATE)", truncated);
  }

  std::string MeasureExpression(const Measure& measure) const {
    if (measure.aggregate == Aggregate::kCount && !measure.column.valid()) {
      if (measure.counted >= 0 && measure.counted != root_ && !Single()) {
        const std::vector<std::string> key = RowKey(Rel(measure.counted));
        if (!key.empty())
          return fmt::format("count(DISTINCT {}.{})", aliases_.at(measure.counted),
                             NameForPeople(key.front()));
      }
      return "count(*)";
    }
    if (measure.aggregate == Aggregate::kCountDistinct)
      return fmt::format("count(DISTINCT {})", Ref(measure.column));
    std::string inside = Ref(measure.column);
    if (measure.operation != 0)
      inside += fmt::format(" {} {}", measure.operation, Ref(measure.other));
    std::string text = fmt::format("{}({})", FunctionName(measure.aggregate), inside);
    if (measure.share) text = fmt::format("{0} * 1.0 / sum({0}) OVER ()", text);
    return text;
  }

  std::string Unique(std::string name) {
    std::string unique = name;
    for (int n = 2; !names_.insert(unique).second; ++n)
      unique = name + "_" + std::to_string(n);
    return unique;
  }

  std::string MeasureName(const Measure& measure) const {
    if (!measure.name.empty()) return measure.name;
    if (!measure.column.valid())
      return measure.counted >= 0 ? Rel(measure.counted).name + "_count" : "row_count";
    const std::string column = Info(measure.column).name;
    switch (measure.aggregate) {
      case Aggregate::kSum: return "total_" + column;
      case Aggregate::kAvg: return "avg_" + column;
      case Aggregate::kMin: return "min_" + column;
      case Aggregate::kMax: return "max_" + column;
      case Aggregate::kMedian: return "median_" + column;
      case Aggregate::kCountDistinct: return "distinct_" + column;
      default: return column + "_count";
    }
  }

  std::string Treated(const Column& column, std::string expression) const {
    for (const Cleaning& cleaning : intent_.cleanings) {
      const bool all_text = !cleaning.column.valid() && Info(column).type.IsText();
      if (!all_text && !(cleaning.column == column)) continue;
      switch (cleaning.treatment) {
        case Treatment::kTrim: expression = fmt::format("trim({})", expression); break;
        case Treatment::kLower: expression = fmt::format("lower({})", expression); break;
        case Treatment::kUpper: expression = fmt::format("upper({})", expression); break;
        case Treatment::kFill:
          expression = fmt::format("coalesce({}, {})", expression, cleaning.argument);
          break;
        case Treatment::kRound:
          expression = fmt::format("round({}, {})", expression, cleaning.argument);
          break;
        case Treatment::kCast:
          expression = fmt::format("CAST({} AS {})", expression, cleaning.argument);
          break;
        default: break;
      }
    }
    return expression;
  }

  bool Dropped(const Column& column) const {
    return std::any_of(intent_.cleanings.begin(), intent_.cleanings.end(),
                       [&](const Cleaning& cleaning) {
                         return cleaning.treatment == Treatment::kDrop && cleaning.column == column;
                       });
  }

  std::string OutputName(const Column& column) const {
    for (const Cleaning& cleaning : intent_.cleanings) {
      if (cleaning.treatment == Treatment::kRename && cleaning.column == column)
        return cleaning.argument;
    }
    return Info(column).name;
  }

  void AddColumn(const Column& column) {
    if (Dropped(column)) return;
    const std::string name = Unique(OutputName(column)), reference = Ref(column),
                      expression = Treated(column, reference);
    const bool plain = expression == reference && name == Info(column).name;
    items_.push_back(plain ? reference : expression + " AS " + NameForPeople(name));
    out_.columns.push_back(name);
  }

  void AddAll(int relation, bool without_keys_of_joins) {
    for (size_t c = 0; c < Rel(relation).info.columns.size(); ++c) {
      if (without_keys_of_joins) {
        const std::string& name = Rel(relation).info.columns[c].name;
        const bool joined =
            std::any_of(tree_.edges.begin(), tree_.edges.end(), [&](const JoinEdge& edge) {
              return edge.right == relation && edge.left_columns == edge.right_columns &&
                     std::find(edge.right_columns.begin(), edge.right_columns.end(), name) !=
                         edge.right_columns.end();
            });
        if (joined) continue;
      }
      AddColumn({relation, static_cast<int>(c)});
    }
  }

  void Output() {
    if (Grouped()) {
      for (const Group& group : intent_.groups) {
        if (Hidden(group)) continue;
        const std::string name = Unique(
            group.name.empty() ? (group.bucket.empty() ? OutputName(group.column) : group.bucket)
                               : group.name);
        const std::string expression = GroupExpression(group);
        const bool plain = group.bucket.empty() && name == Info(group.column).name;
        items_.push_back(plain ? expression : expression + " AS " + NameForPeople(name));
        out_.columns.push_back(name);
      }
      for (const Column& column : intent_.select) {
        const bool group = std::any_of(intent_.groups.begin(), intent_.groups.end(),
                                       [&](const Group& g) { return g.column == column; });
        if (!group) AddColumn(column);
      }
      for (const Measure& measure : intent_.measures) {
        const std::string name = Unique(MeasureName(measure));
        items_.push_back(MeasureExpression(measure) + " AS " + NameForPeople(name));
        out_.columns.push_back(name);
      }
      return;
    }
    if (!intent_.select.empty()) {
      if (intent_.extend) AddAll(intent_.relations.front(), false);
      for (const Column& column : intent_.select)
        AddColumn(column);
    } else {
      AddAll(root_, false);
      for (size_t i = 1; i < tree_.relations.size(); ++i) {
        const bool spoken = std::find(intent_.relations.begin(), intent_.relations.end(),
                                      tree_.relations[i]) != intent_.relations.end();
        if (spoken && JoinWanted(tree_.relations[i])) AddAll(tree_.relations[i], true);
      }
    }
    for (const Derived& derived : intent_.derived) {
      const std::string name =
          Unique(derived.name.empty()
                     ? Info(derived.left).name + (derived.operation == '*' ? "_times_" : "_and_") +
                           Info(derived.right).name
                     : derived.name);
      items_.push_back(fmt::format("{} {} {} AS {}", Ref(derived.left), derived.operation,
                                   Ref(derived.right), NameForPeople(name)));
      out_.columns.push_back(name);
    }
  }

  // A relation that is only filtered by gives no columns to the output; one that is joined does.
  bool JoinWanted(int relation) const {
    if (!intent_.joins.empty()) return true;
    const bool filtered = std::any_of(
        intent_.conditions.begin(), intent_.conditions.end(),
        [&](const Condition& c) { return c.column.valid() && c.column.relation == relation; });
    return !filtered;
  }

  bool IsPlainCopy() const {
    return Single() && !Grouped() && intent_.select.empty() && intent_.derived.empty() &&
           intent_.cleanings.empty() && intent_.conditions.empty() && intent_.orders.empty() &&
           !intent_.limit && intent_.dedup.empty() && !intent_.dedup_whole && !intent_.distinct &&
           intent_.without.empty() && !intent_.pivot && intent_.stacked.empty();
  }

  std::string ConditionText(const Condition& condition) const {
    std::string left =
        condition.measure >= 0
            ? MeasureExpression(intent_.measures[static_cast<size_t>(condition.measure)])
            : Ref(condition.column);
    if (condition.comparison == Comparison::kNull) {
      const bool text = Info(condition.column).type.IsText();
      if (!condition.literals.empty())
        return fmt::format("({0} IS NULL OR trim({0}) IN ('', {1}))", left,
                           fmt::join(condition.literals, ", "));
      return text ? fmt::format("({0} IS NULL OR trim({0}) = '')", left) : left + " IS NULL";
    }
    if (condition.comparison == Comparison::kNotNull) {
      const bool text = Info(condition.column).type.IsText();
      return text ? fmt::format("{0} IS NOT NULL AND trim({0}) <> ''", left)
                  : left + " IS NOT NULL";
    }
    const std::string right =
        condition.with.valid() ? Ref(condition.with) : condition.literals.front();
    std::string text;
    switch (condition.comparison) {
      case Comparison::kEqual:
        text = fmt::format("{} {} {}", left, condition.negated ? "<>" : "=", right);
        break;
      case Comparison::kNotEqual:
        text = fmt::format("{} {} {}", left, condition.negated ? "=" : "<>", right);
        break;
      case Comparison::kLess:
        text = fmt::format("{} {} {}", left, condition.negated ? ">=" : "<", right);
        break;
      case Comparison::kLessEqual:
        text = fmt::format("{} {} {}", left, condition.negated ? ">" : "<=", right);
        break;
      case Comparison::kGreater:
        text = fmt::format("{} {} {}", left, condition.negated ? "<=" : ">", right);
        break;
      case Comparison::kGreaterEqual:
        text = fmt::format("{} {} {}", left, condition.negated ? "<" : ">=", right);
        break;
      case Comparison::kIn:
        text = fmt::format("{} {} ({})", left, condition.negated ? "NOT IN" : "IN",
                           fmt::join(condition.literals, ", "));
        break;
      case Comparison::kContains:
        text = fmt::format("{}contains(lower({}), lower({}))", condition.negated ? "NOT " : "",
                           left, right);
        break;
      case Comparison::kStarts:
        text = fmt::format("{}starts_with({}, {})", condition.negated ? "NOT " : "", left, right);
        break;
      case Comparison::kEnds:
        text = fmt::format("{}ends_with({}, {})", condition.negated ? "NOT " : "", left, right);
        break;
      default: break;
    }
    // "not paid" and "except paid" keep rows that have no value at all.
    if (condition.negated && condition.measure < 0)
      text = fmt::format("({} OR {} IS NULL)", text, left);
    return text;
  }

  std::string OrderText() const {
    std::vector<std::string> parts;
    for (const Order& order : intent_.orders) {
      std::string expression;
      if (order.measure >= 0) {
        expression = NameForPeople(out_.columns[out_.columns.size() - intent_.measures.size() +
                                                static_cast<size_t>(order.measure)]);
      } else {
        expression = Ref(order.column);
        for (const Group& group : intent_.groups) {
          if (group.column == order.column && !group.bucket.empty())
            expression = NameForPeople(group.bucket);
        }
      }
      parts.push_back(expression + (order.descending ? " DESC NULLS LAST" : ""));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  std::string Body() {
    const bool star = !Grouped() && intent_.select.empty() && intent_.cleanings.empty() && Single();
    std::string list = star ? "*" : fmt::format("{}", fmt::join(items_, ", "));
    if (star) {
      for (const Derived& derived : intent_.derived) {
        list += fmt::format(", {} {} {} AS {}", Ref(derived.left), derived.operation,
                            Ref(derived.right), NameForPeople(out_.columns.back()));
      }
    }
    if (intent_.pivot) return PivotText();
    const bool distinct = intent_.distinct || intent_.dedup_whole;
    std::string sql = fmt::format("SELECT {}{}\nFROM {}", distinct ? "DISTINCT " : "", list,
                                  NameForPeople(Rel(root_).name));
    if (!Single()) sql += " " + aliases_.at(root_);
    for (const JoinEdge& edge : tree_.edges)
      sql += "\n" + JoinText(edge);
    sql += WhereText();
    if (!intent_.groups.empty()) sql += "\nGROUP BY " + GroupList();
    std::vector<std::string> having;
    for (const Condition& condition : intent_.conditions) {
      if (condition.measure >= 0) having.push_back(ConditionText(condition));
    }
    if (!having.empty()) sql += fmt::format("\nHAVING {}", fmt::join(having, " AND "));
    return sql + Tail();
  }

  std::string Tail() const {
    const auto list = [&](const std::vector<Column>& columns) {
      std::vector<std::string> names;
      for (const Column& column : columns)
        names.push_back(Ref(column));
      return fmt::format("{}", fmt::join(names, ", "));
    };
    if (!intent_.dedup.empty()) {
      const std::string order = intent_.orders.empty() ? "" : " ORDER BY " + OrderText();
      return fmt::format("\nQUALIFY row_number() OVER (PARTITION BY {}{}) = 1", list(intent_.dedup),
                         order);
    }
    if (!intent_.limit_per.empty()) {
      return fmt::format("\nQUALIFY row_number() OVER (PARTITION BY {} ORDER BY {}) <= {}",
                         list(intent_.limit_per), OrderText(), *intent_.limit);
    }
    std::string text;
    if (!intent_.orders.empty()) text += "\nORDER BY " + OrderText();
    if (intent_.limit) text += fmt::format("\nLIMIT {}", *intent_.limit);
    return text;
  }

  std::string JoinText(const JoinEdge& edge) const {
    std::string text =
        fmt::format("JOIN {} {}", NameForPeople(Rel(edge.right).name), aliases_.at(edge.right));
    std::vector<std::string> on;
    for (size_t i = 0; i < edge.left_columns.size(); ++i) {
      on.push_back(fmt::format("{}.{} = {}.{}", aliases_.at(edge.left),
                               NameForPeople(edge.left_columns[i]), aliases_.at(edge.right),
                               NameForPeople(edge.right_columns[i])));
    }
    return text + fmt::format(" ON {}", fmt::join(on, " AND "));
  }

  std::string WhereText() const {
    std::vector<std::string> parts;
    for (const Condition& condition : intent_.conditions) {
      if (condition.measure < 0) parts.push_back(ConditionText(condition));
    }
    for (const int relation : intent_.without) {
      // Checked by CheckWithout: the first step leads to rows that each have one of what is missed.
      const JoinTree path = FindJoins(catalog_, root_, {relation});
      const JoinEdge& edge = path.edges.front();
      std::vector<std::string> on;
      for (size_t i = 0; i < edge.left_columns.size(); ++i) {
        on.push_back(fmt::format("x.{} = {}.{}", NameForPeople(edge.right_columns[i]),
                                 Single() ? NameForPeople(Rel(root_).name) : aliases_.at(root_),
                                 NameForPeople(edge.left_columns[i])));
      }
      parts.push_back(fmt::format("NOT EXISTS (SELECT 1 FROM {} x WHERE {})",
                                  NameForPeople(Rel(edge.right).name), fmt::join(on, " AND ")));
    }
    return parts.empty() ? "" : fmt::format("\nWHERE {}", fmt::join(parts, "\n  AND "));
  }

  // One column per value: spelt out, so that the output's columns are known before it runs.
  std::string PivotText() const {
    const connectors::ColumnInfo& info = Info(*intent_.pivot);
    std::vector<std::string> values = info.samples, list;
    std::sort(values.begin(), values.end());
    for (const Group& group : intent_.groups) {
      if (!(group.column == *intent_.pivot))
        list.push_back(GroupExpression(group) +
                       (group.bucket.empty() ? "" : " AS " + group.bucket));
    }
    Measure measure;
    if (!intent_.measures.empty()) measure = intent_.measures.front();
    for (const std::string& value : values) {
      list.push_back(fmt::format("{} FILTER (WHERE {} = {}) AS {}", MeasureExpression(measure),
                                 Ref(*intent_.pivot), data::QuoteText(value),
                                 data::QuoteName(value)));
    }
    std::string sql =
        fmt::format("SELECT {}\nFROM {}", fmt::join(list, ", "), NameForPeople(Rel(root_).name));
    if (!Single()) sql += " " + aliases_.at(root_);
    for (const JoinEdge& edge : tree_.edges)
      sql += "\n" + JoinText(edge);
    return sql + WhereText() + (intent_.groups.empty() ? "" : "\nGROUP BY ALL");
  }

  std::string StepName() const {
    std::string name;
    if (!intent_.measures.empty()) {
      name = MeasureName(intent_.measures.front());
      for (const Group& group : intent_.groups)
        name += "_by_" + (group.bucket.empty() ? Info(group.column).name : group.bucket);
    } else {
      name = Rel(root_).name + "_result";
    }
    std::string clean;
    for (const char c : name)
      clean += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ? c
               : (c >= 'A' && c <= 'Z') ? static_cast<char>(c + 32)
                                        : '_';
    if (clean.empty() || !(clean[0] >= 'a' && clean[0] <= 'z')) clean = "result";
    return clean.substr(0, 60);
  }

  const Catalog& catalog_;
  const Intent& intent_;
  Written out_;
  int root_ = 0;
  JoinTree tree_;
  std::map<int, std::string> aliases_;
  std::vector<std::string> items_;
  std::set<std::string> names_;
};

}  // namespace

Result<Written> WriteSql(const Catalog& catalog, const Intent& intent) {
  return SqlWriter(catalog, intent).Write();
}

}  // namespace aietl::synthesis
