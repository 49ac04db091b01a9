#include "synthesis/ask/sql_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "synthesis/ask/sql_expression.h"

namespace aietl::synthesis {
namespace {

using data::NameForPeople;

bool Contains(const std::vector<int>& list, int one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

// The strptime format that every sample of a text column has; empty: none.
std::string DateFormatOf(const std::vector<std::string>& samples) {
  const auto shape = [](const std::string& text) {
    std::string out;
    for (const char c : text.substr(0, 10))
      out += c >= '0' && c <= '9' ? '9' : c;
    return out;
  };
  static constexpr std::pair<const char*, const char*> kShapes[] = {{"99/99/9999", "%d/%m/%Y"},
                                                                    {"99.99.9999", "%d.%m.%Y"},
                                                                    {"99-99-9999", "%d-%m-%Y"},
                                                                    {"9999/99/99", "%Y/%m/%d"},
                                                                    {"9999.99.99", "%Y.%m.%d"}};
  if (samples.empty()) return {};
  for (const auto& [wanted, format] : kShapes) {
    bool all = true, month_first = false;
    for (const std::string& sample : samples) {
      all = all && shape(sample) == wanted;
      if (all && wanted[0] == '9' && wanted[2] != '9')
        month_first = month_first || std::stoi(sample.substr(3, 2)) > 12;
    }
    if (!all) continue;
    return month_first ? "%m" + std::string(1, wanted[2]) + "%d" + std::string(1, wanted[2]) + "%Y"
                       : format;
  }
  return {};
}

class SqlWriter {
 public:
  SqlWriter(const Catalog& catalog, const Intent& intent)
      : catalog_(catalog),
        intent_(intent),
        print_(
            catalog, [this](const Column& c) { return Ref(c); },
            [this](int relation) { return RowCount(relation); }) {}

  Result<Written> Write() {
    if (intent_.file_name)
      return Fail(Code::kInvalid, "file_name", Tr("rows cannot be told apart by their file yet"));
    if (intent_.relations.empty())
      return Fail(Code::kInvalid, "no_source", Tr("the sentence names no data that is known here"));
    Roots();
    if (intent_.stacked.empty())
      AIETL_TRY(Join());
    else
      tree_.relations = {root_};
    AIETL_TRY(CheckFanOut());
    AIETL_TRY(CheckPartners());
    Aliases();
    AIETL_TRY(Body());
    if (copy_) {
      out_.relation = Rel(root_).name;
      out_.used = {out_.relation};
      return std::move(out_);
    }
    const auto use = [&](int relation) {
      const std::string& name = Rel(relation).name;
      if (std::find(out_.used.begin(), out_.used.end(), name) == out_.used.end())
        out_.used.push_back(name);
    };
    for (const int relation : tree_.relations)
      use(relation);
    for (const int relation : intent_.stacked)
      use(relation);
    for (const Partner& partner : intent_.partners) {
      for (const int relation : PathTo(partner.relation).relations)
        use(relation);
    }
    out_.name = StepName();
    return std::move(out_);
  }

  const std::vector<JoinEdge>& rivals() const { return tree_.rivals; }

 private:
  const Relation& Rel(int relation) const {
    return catalog_.relations[static_cast<size_t>(relation)];
  }
  const connectors::ColumnInfo& Info(const Column& column) const {
    return Rel(column.relation).info.columns[static_cast<size_t>(column.column)];
  }
  bool Grouped() const {
    return !intent_.groups.empty() || !intent_.measures.empty() || intent_.file_name;
  }

  // --- relations and joins

  std::vector<int> Needed() const {
    std::vector<int> needed;
    const auto add = [&](int relation) {
      if (relation >= 0 && !Contains(needed, relation)) needed.push_back(relation);
    };
    const auto column = [&](const Column& c) {
      if (c.valid()) add(c.relation);
    };
    const auto expression = [&](const Expression& e) { Visit(e, column, add); };
    const auto conditions = [&](const std::vector<Condition>& list) {
      for (const Condition& condition : list) {
        column(condition.column);
        column(condition.with);
        expression(condition.left);
      }
    };
    // What is computed or shown decides; a relation that is only named is joined where the sentence
    // joins.
    for (const Output& one : intent_.output)
      column(one.column);
    for (const Column& c : intent_.select)
      column(c);
    for (const Group& group : intent_.groups) {
      column(group.column);
      expression(group.expression);
    }
    for (const Measure& measure : intent_.measures) {
      column(measure.column);
      column(measure.other);
      add(measure.counted);
      expression(measure.expression);
      conditions(measure.only);
    }
    conditions(intent_.conditions);
    for (const Order& order : intent_.orders) {
      column(order.column);
      expression(order.expression);
    }
    for (const Derived& derived : intent_.derived) {
      column(derived.left);
      column(derived.right);
      expression(derived.expression);
    }
    for (const Column& c : intent_.limit_per)
      column(c);
    for (const Column& c : intent_.dedup)
      column(c);
    if (intent_.pivot) column(*intent_.pivot);
    for (const auto& [left, right] : intent_.joins) {
      add(left);
      add(right);
    }
    for (const JoinOn& on : intent_.join_on) {
      column(on.left);
      column(on.right);
    }
    for (const Latest& latest : intent_.latest)
      add(latest.relation);
    const bool nothing = needed.empty();
    if (nothing || !Grouped()) add(intent_.relations.front());
    return needed;
  }

  // Rows are those of the finest relation: the one from which keys lead to all the others.
  void Roots() {
    const std::vector<int> needed = Needed();
    root_ = intent_.relations.front();
    if (!intent_.stacked.empty()) {
      root_ = intent_.stacked.front();
      return;
    }
    if (intent_.keep_all_groups && !intent_.groups.empty()) {
      root_ = intent_.groups.front().column.relation;
      return;
    }
    size_t best = SIZE_MAX;
    std::vector<int> candidates = needed;
    // A finer relation on the way between two coarser ones has the rows ("patients per doctor":
    // visits).
    for (const int relation : FindJoins(catalog_, root_, needed, intent_.join_on).relations) {
      if (!Contains(candidates, relation)) candidates.push_back(relation);
    }
    for (const int candidate : candidates) {
      const JoinTree tree = FindJoins(catalog_, candidate, needed, intent_.join_on);
      if (!tree.complete) continue;
      const auto many = static_cast<size_t>(std::count_if(
          tree.edges.begin(), tree.edges.end(),
          [&](const JoinEdge& edge) { return !edge.to_one && !IsLatest(edge.right); }));
      const size_t cost =
          many * 100 + tree.edges.size() * 2 + (candidate == intent_.relations.front() ? 0 : 1);
      if (cost < best) {
        best = cost;
        root_ = candidate;
      }
    }
  }

  bool IsLatest(int relation) const {
    return std::any_of(intent_.latest.begin(), intent_.latest.end(),
                       [&](const Latest& latest) { return latest.relation == relation; });
  }

  Result<void> Join() {
    tree_ = FindJoins(catalog_, root_, Needed(), intent_.join_on);
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
    // Rows of a relation occur once when every join leads from it to at most one row.
    std::set<int> repeated;
    for (const int relation : tree_.relations) {
      std::set<int> seen{relation};
      bool once = true;
      for (bool more = true; more;) {
        more = false;
        for (const JoinEdge& edge : tree_.edges) {
          const bool forward = seen.contains(edge.left), backward = seen.contains(edge.right);
          if (forward == backward) continue;
          once = once && (forward ? edge.to_one || IsLatest(edge.right) : !edge.to_one);
          seen.insert(forward ? edge.right : edge.left);
          more = true;
        }
      }
      if (!once) repeated.insert(relation);
    }
    // Two finer tables on one coarser row: each row of one with each of the other.
    if (repeated.size() == tree_.relations.size()) {
      return Fail(Error(Code::kInvalid, "fan_out",
                        Msg("joined with {}, rows of {} repeat", Rel(tree_.relations.back()).name,
                            Rel(root_).name))
                      .Hint(Tr("ask for it without the finer table, or in two pipelines")));
    }
    const auto check = [&](Aggregate aggregate, int relation) -> Result<void> {
      if (relation < 0 || !repeated.contains(relation)) return {};
      if (aggregate == Aggregate::kMin || aggregate == Aggregate::kMax ||
          aggregate == Aggregate::kCountDistinct)
        return {};
      return Fail(Error(Code::kInvalid, "fan_out",
                        Msg("joined with {}, rows of {} repeat, and the sum would be too large",
                            Rel(root_).name, Rel(relation).name))
                      .Hint(Tr("ask for it without the finer table, or in two pipelines")));
    };
    const auto walk = [&](const auto& self, const Expression& expression) -> Result<void> {
      if (expression.kind == Expression::Kind::kAggregate && !expression.arguments.empty()) {
        // A product over several relations has the rows of the finest.
        std::vector<int> relations;
        Visit(
            expression.arguments.front(),
            [&](const Column& column) { relations.push_back(column.relation); }, [](int) {});
        const bool fine = std::any_of(relations.begin(), relations.end(),
                                      [&](int relation) { return !repeated.contains(relation); });
        if (!fine && !relations.empty()) return check(expression.aggregate, relations.front());
      }
      for (const Expression& argument : expression.arguments)
        AIETL_TRY(self(self, argument));
      return {};
    };
    for (const Measure& measure : intent_.measures) {
      if (measure.expression.set()) {
        AIETL_TRY(walk(walk, measure.expression));
      } else if (measure.column.valid()) {
        AIETL_TRY(check(measure.aggregate, measure.column.relation));
      } else if (measure.counted >= 0 && repeated.contains(measure.counted) &&
                 RowKey(Rel(measure.counted)).empty()) {
        AIETL_TRY(check(measure.aggregate, measure.counted));
      }
    }
    return {};
  }

  JoinTree PathTo(int relation) const {
    return FindJoins(catalog_, intent_.relations.front(), {relation}, intent_.join_on);
  }

  Result<void> CheckPartners() {
    for (const Partner& partner : intent_.partners) {
      const JoinTree path = PathTo(partner.relation);
      const bool reachable = path.complete && !path.edges.empty() &&
                             (Contains(tree_.relations, intent_.relations.front()));
      if (reachable) continue;
      return Fail(Error(Code::kInvalid, "no_join",
                        Msg("nothing says how {} and {} belong together", Rel(root_).name,
                            Rel(partner.relation).name))
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

  bool IsPart(const Column& column) const {
    return static_cast<size_t>(column.column) >= Rel(column.relation).own_columns();
  }

  std::string Ref(const Column& column) const {
    std::string name = Info(column).name;
    if (IsPart(column)) {
      const size_t dot = name.rfind('.');
      name = NameForPeople(name.substr(0, dot)) + "." + NameForPeople(name.substr(dot + 1));
    } else {
      name = NameForPeople(name);
    }
    if (const auto inside = inside_.find(column.relation); inside != inside_.end())
      return inside->second + "." + name;
    if (Single()) return name;
    const auto alias = aliases_.find(column.relation);
    return alias == aliases_.end() ? name : alias->second + "." + name;
  }

  std::string RowCount(int relation) const {
    if (relation < 0 || Single()) return "count(*)";
    if (intent_.keep_all_groups && relation != root_) {
      for (const JoinEdge& edge : tree_.edges) {
        if (edge.right == relation)
          return fmt::format("count({}.{})", aliases_.at(relation),
                             NameForPeople(edge.right_columns.front()));
      }
    }
    if (relation == root_ || !Contains(tree_.relations, relation)) return "count(*)";
    const std::vector<std::string> key = RowKey(Rel(relation));
    if (key.size() == 1)
      return fmt::format("count(DISTINCT {}.{})", aliases_.at(relation),
                         NameForPeople(key.front()));
    return "count(*)";
  }

  // --- output

  std::string Unique(std::string name) {
    std::string unique = name;
    for (int n = 2; !names_.insert(LowerAscii(unique)).second; ++n)
      unique = name + "_" + std::to_string(n);
    return unique;
  }

  static std::string LowerAscii(std::string text) {
    for (char& c : text)
      c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
  }

  std::string MeasureName(const Measure& measure) const {
    if (!measure.name.empty()) return measure.name;
    if (measure.share) return "share";
    switch (measure.window) {
      case Window::kRunning: return "running_total";
      case Window::kPrevious: return "previous";
      case Window::kChange: return "change";
      case Window::kGrowth: return "growth_percent";
      case Window::kRank: return "rank";
      default: break;
    }
    if (!measure.column.valid()) {
      if (measure.expression.set()) {
        std::string columns;
        Visit(
            measure.expression,
            [&](const Column& column) {
              columns += (columns.empty() ? "" : "_") + Info(column).name;
            },
            [](int) {});
        return columns.empty() ? "value" : Prefix(measure.expression.aggregate) + columns;
      }
      return measure.counted >= 0 ? Rel(measure.counted).name + "_count" : "row_count";
    }
    return measure.aggregate == Aggregate::kCount
               ? OutputName(measure.column) + "_count"
               : Prefix(measure.aggregate) + OutputName(measure.column);
  }

  static std::string Prefix(Aggregate aggregate) {
    switch (aggregate) {
      case Aggregate::kSum: return "total_";
      case Aggregate::kAvg: return "avg_";
      case Aggregate::kMin: return "min_";
      case Aggregate::kMax: return "max_";
      case Aggregate::kMedian: return "median_";
      case Aggregate::kStddev: return "stddev_";
      case Aggregate::kCountDistinct: return "distinct_";
      default: return "";
    }
  }

  const Cleaning* Find(const Column& column, Treatment treatment) const {
    for (const Cleaning& cleaning : intent_.cleanings) {
      if (cleaning.treatment != treatment) continue;
      if (cleaning.column == column || (!cleaning.column.valid() && Info(column).type.IsText()))
        return &cleaning;
    }
    return nullptr;
  }

  // Cleaned in an order that makes sense whatever order it was said in: spaces, case, type, empty
  // places, digits.
  std::string Treated(const Column& column, std::string expression) const {
    const data::Type& type = Info(column).type;
    bool text = type.IsText();
    if (text && Find(column, Treatment::kTrim) != nullptr)
      expression = fmt::format("trim({})", expression);
    if (text && Find(column, Treatment::kLower) != nullptr)
      expression = fmt::format("lower({})", expression);
    if (text && Find(column, Treatment::kUpper) != nullptr)
      expression = fmt::format("upper({})", expression);
    if (const Cleaning* cast = Find(column, Treatment::kCast); cast != nullptr) {
      const std::string format =
          text && cast->argument == "DATE" ? DateFormatOf(Info(column).samples) : "";
      if (!format.empty()) {
        expression = fmt::format("CAST(strptime({}, '{}') AS DATE)", expression, format);
      } else if (cast->argument != type.ToSql()) {
        if (text && cast->argument != "VARCHAR")
          expression = fmt::format("nullif(trim({}), '')", expression);
        expression = fmt::format("CAST({} AS {})", expression, cast->argument);
      }
      text = cast->argument == "VARCHAR";
    }
    if (const Cleaning* fill = Find(column, Treatment::kFill); fill != nullptr) {
      std::string value = fill->argument;
      const bool number = value.size() > 2 && value.front() == '\'' &&
                          value.find_first_not_of("0123456789.-'") == std::string::npos;
      if (!text && number) value = value.substr(1, value.size() - 2);
      if (!text && type.IsNumber() && value.front() == '\'') {
        expression = fmt::format("coalesce(CAST({} AS VARCHAR), {})", expression, value);
      } else {
        expression = text ? fmt::format("coalesce(nullif({}, ''), {})", expression, value)
                          : fmt::format("coalesce({}, {})", expression, value);
      }
    }
    if (const Cleaning* round = Find(column, Treatment::kRound); round != nullptr)
      expression = fmt::format("round({}, {})", expression, round->argument);
    return expression;
  }

  bool Dropped(const Column& column) const { return Find(column, Treatment::kDrop) != nullptr; }

  std::string OutputName(const Column& column) const {
    const Cleaning* rename = Find(column, Treatment::kRename);
    if (rename != nullptr) return rename->argument;
    const std::string& name = Info(column).name;
    return IsPart(column) ? name.substr(name.rfind('.') + 1) : name;
  }

  void AddColumn(const Column& column, const std::string& as) {
    if (Dropped(column)) return;
    const std::string name = Unique(as.empty() ? OutputName(column) : as), reference = Ref(column),
                      expression = Treated(column, reference);
    const bool plain = expression == reference && name == Info(column).name;
    items_.push_back(plain ? reference : expression + " AS " + NameForPeople(name));
    out_.columns.push_back(name);
  }

  void AddAll(int relation, bool without_keys_of_joins) {
    for (size_t c = 0; c < Rel(relation).own_columns(); ++c) {
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
      AddColumn({relation, static_cast<int>(c)}, "");
    }
  }

  std::string GroupExpression(const Group& group) const {
    if (group.expression.set()) return print_.Print(group.expression);
    std::string column =
        group.bucket.empty() ? Treated(group.column, Ref(group.column)) : Ref(group.column);
    if (group.bucket.empty()) return column;
    if (Info(group.column).type.IsText()) column = fmt::format("CAST({} AS TIMESTAMP)", column);
    if (group.bucket == "day") return fmt::format("CAST({} AS DATE)", column);
    if (group.bucket == "weekday") return fmt::format("isodow({})", column);
    if (group.bucket == "hour_of_day") return fmt::format("date_part('hour', {})", column);
    const std::string truncated = fmt::format("date_trunc('{}', {})", group.bucket, column);
    return group.bucket == "hour" ? truncated : fmt::format("CAST({} AS DATE)", truncated);
  }

  void AddGroup(const Group& group, const std::string& as) {
    std::string name = as.empty() ? group.name : as;
    if (name.empty())
      name = group.bucket.empty() || group.bucket == "day"
                 ? (group.column.valid() ? OutputName(group.column) : "band")
                 : group.bucket;
    name = Unique(name);
    const std::string expression = GroupExpression(group);
    const bool plain = group.bucket.empty() && !group.expression.set() &&
                       expression == Ref(group.column) && name == Info(group.column).name;
    items_.push_back(plain ? expression : expression + " AS " + NameForPeople(name));
    out_.columns.push_back(name);
    shown_groups_.insert(&group);
  }

  // A number beside those of the other groups: of the same other groups, in the order of time.
  std::string Windowed(const Measure& measure, const std::string& text) const {
    if (measure.window == Window::kNone) return text;
    if (measure.window == Window::kRank)
      return fmt::format("rank() OVER (ORDER BY {}{})", text, measure.ascending ? "" : " DESC");
    std::string time;
    std::vector<std::string> others;
    for (const Group& group : intent_.groups) {
      if (group.column.valid() && IsTimeColumn(Info(group.column)) && !group.expression.set())
        time = GroupExpression(group);
      else
        others.push_back(GroupExpression(group));
    }
    const std::string over =
        (others.empty() ? "" : fmt::format("PARTITION BY {} ", fmt::join(others, ", "))) +
        "ORDER BY " + time;
    if (measure.window == Window::kRunning) return fmt::format("sum({}) OVER ({})", text, over);
    const std::string previous = fmt::format(
        "any_value({0}) OVER ({1} RANGE BETWEEN INTERVAL {2} PRECEDING AND INTERVAL {2} PRECEDING)",
        text, over, measure.period);
    if (measure.window == Window::kPrevious) return previous;
    if (measure.window == Window::kChange) return fmt::format("{} - {}", text, previous);
    return fmt::format("100.0 * ({0} - {1}) / nullif({1}, 0)", text, previous);
  }

  void AddMeasure(const Measure& measure, const std::string& as) {
    const std::string name = Unique(as.empty() ? MeasureName(measure) : as);
    std::string text = Windowed(measure, print_.Print(measure));
    if (intent_.keep_all_groups && measure.column.valid() && measure.aggregate == Aggregate::kSum)
      text = fmt::format("coalesce({}, 0)", text);
    items_.push_back(text + " AS " + NameForPeople(name));
    out_.columns.push_back(name);
    measure_names_[&measure] = name;
  }

  void AddDerived(const Derived& derived, const std::string& as) {
    std::string expression =
        derived.expression.set()
            ? print_.Print(derived.expression)
            : fmt::format("{} {} {}", Ref(derived.left), derived.operation, Ref(derived.right));
    if (expression.size() > 2 && expression.front() == '(' && expression.back() == ')' &&
        expression.find('(', 1) == std::string::npos)
      expression = expression.substr(1, expression.size() - 2);
    std::string name = as.empty() ? derived.name : as;
    if (name.empty()) {
      if (derived.expression.set()) {
        Visit(
            derived.expression,
            [&](const Column& column) { name += (name.empty() ? "" : "_") + Info(column).name; },
            [](int) {});
      } else {
        name = Info(derived.left).name + (derived.operation == '*' ? "_times_" : "_and_") +
               Info(derived.right).name;
      }
    }
    name = Unique(name.empty() ? "value" : name);
    items_.push_back(expression + " AS " + NameForPeople(name));
    out_.columns.push_back(name);
  }

  void Select() {
    if (!intent_.output.empty()) {
      for (const Output& one : intent_.output) {
        switch (one.kind) {
          case Output::Kind::kColumn: AddColumn(one.column, one.name); break;
          case Output::Kind::kGroup:
            AddGroup(intent_.groups[static_cast<size_t>(one.index)], one.name);
            break;
          case Output::Kind::kMeasure:
            AddMeasure(intent_.measures[static_cast<size_t>(one.index)], one.name);
            break;
          case Output::Kind::kDerived:
            AddDerived(intent_.derived[static_cast<size_t>(one.index)], one.name);
            break;
        }
      }
      return;
    }
    if (Grouped()) {
      for (const Group& group : intent_.groups) {
        if (!group.implicit || intent_.groups.size() == 1) AddGroup(group, "");
      }
      for (const Measure& measure : intent_.measures)
        AddMeasure(measure, "");
      return;
    }
    if (!intent_.select.empty()) {
      if (intent_.extend) AddAll(intent_.relations.front(), false);
      for (const Column& column : intent_.select)
        AddColumn(column, "");
    } else {
      AddAll(intent_.stacked.empty() ? intent_.relations.front() : root_, false);
      for (const auto& [left, right] : intent_.joins) {
        if (right != intent_.relations.front() && Contains(tree_.relations, right))
          AddAll(right, true);
      }
    }
    for (const Derived& derived : intent_.derived)
      AddDerived(derived, "");
  }

  bool IsPlainCopy() const {
    return Single() && !Grouped() && intent_.output.empty() && intent_.select.empty() &&
           intent_.derived.empty() && intent_.cleanings.empty() && intent_.conditions.empty() &&
           intent_.orders.empty() && !intent_.limit && !intent_.sample && intent_.dedup.empty() &&
           !intent_.dedup_whole && !intent_.distinct && intent_.partners.empty() &&
           !intent_.pivot && intent_.stacked.empty();
  }

  // --- statement

  std::string OrderText(bool inside_window) const {
    std::vector<std::string> parts;
    for (const Order& order : intent_.orders) {
      std::string expression;
      if (order.expression.set()) {
        expression = print_.Print(order.expression);
      } else if (order.measure >= 0 &&
                 static_cast<size_t>(order.measure) < intent_.measures.size()) {
        const Measure& measure = intent_.measures[static_cast<size_t>(order.measure)];
        const auto named = measure_names_.find(&measure);
        expression = named != measure_names_.end() && !inside_window ? NameForPeople(named->second)
                                                                     : print_.Print(measure);
      } else if (order.column.valid()) {
        expression = Ref(order.column);
        for (const Group& group : intent_.groups) {
          if (group.column == order.column) expression = GroupExpression(group);
        }
        if (Grouped() &&
            std::none_of(intent_.groups.begin(), intent_.groups.end(),
                         [&](const Group& group) { return group.column == order.column; }))
          expression = "any_value(" + expression + ")";
      } else {
        continue;
      }
      parts.push_back(expression + (order.descending ? " DESC NULLS LAST" : ""));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  std::string From() const {
    if (!intent_.stacked.empty()) {
      std::vector<std::string> parts;
      for (const int relation : intent_.stacked)
        parts.push_back("SELECT * FROM " + NameForPeople(Rel(relation).name));
      return fmt::format("\nFROM ({}) AS {}", fmt::join(parts, " UNION ALL BY NAME "), "stacked");
    }
    std::string sql = "\nFROM " + NameForPeople(Rel(root_).name);
    if (!Single()) sql += " " + aliases_.at(root_);
    for (const JoinEdge& edge : tree_.edges)
      sql += "\n" + JoinText(edge);
    return sql;
  }

  std::string JoinText(const JoinEdge& edge) const {
    const bool left = intent_.left_join || intent_.keep_all_groups;
    std::string table = NameForPeople(Rel(edge.right).name);
    for (const Latest& latest : intent_.latest) {
      if (latest.relation != edge.right) continue;
      std::vector<std::string> key;
      for (const std::string& column : edge.right_columns)
        key.push_back(NameForPeople(column));
      table = fmt::format(
          "(SELECT * FROM {} QUALIFY row_number() OVER (PARTITION BY {} ORDER BY {}{}) = 1)", table,
          fmt::join(key, ", "), NameForPeople(Info(latest.by).name),
          latest.descending ? " DESC NULLS LAST" : "");
    }
    std::vector<std::string> on;
    for (size_t i = 0; i < edge.left_columns.size(); ++i) {
      on.push_back(fmt::format("{}.{} = {}.{}", aliases_.at(edge.left),
                               NameForPeople(edge.left_columns[i]), aliases_.at(edge.right),
                               NameForPeople(edge.right_columns[i])));
    }
    return fmt::format("{}JOIN {} {} ON {}", left ? "LEFT " : "", table, aliases_.at(edge.right),
                       fmt::join(on, " AND "));
  }

  // (NOT) EXISTS, along the path of keys; by every key that leads there where there are several.
  std::string PartnerText(const Partner& partner) {
    const JoinTree path = PathTo(partner.relation);
    const int home = intent_.relations.front();
    const std::string outer = Single() ? NameForPeople(Rel(root_).name) : aliases_.at(home);
    std::vector<JoinEdge> firsts{path.edges.front()};
    if (path.edges.size() == 1) {
      for (const JoinEdge& rival : path.rivals) {
        if (rival.left == path.edges.front().left && rival.right == path.edges.front().right)
          firsts.push_back(rival);
      }
    }
    std::vector<std::string> tests;
    for (const JoinEdge& first : firsts) {
      const auto x = [](size_t i) {
        return i == 0 ? std::string("x") : "x" + std::to_string(i + 1);
      };
      std::string from = NameForPeople(Rel(first.right).name) + " x";
      std::vector<std::string> where;
      for (size_t i = 0; i < first.left_columns.size(); ++i)
        where.push_back(fmt::format("x.{} = {}.{}", NameForPeople(first.right_columns[i]), outer,
                                    NameForPeople(first.left_columns[i])));
      inside_.clear();
      inside_[first.right] = "x";
      for (size_t e = 1; e < path.edges.size(); ++e) {
        const JoinEdge& edge = path.edges[e];
        std::vector<std::string> on;
        for (size_t i = 0; i < edge.left_columns.size(); ++i)
          on.push_back(fmt::format("{}.{} = {}.{}", inside_.at(edge.left),
                                   NameForPeople(edge.left_columns[i]), x(e),
                                   NameForPeople(edge.right_columns[i])));
        from += fmt::format(" JOIN {} {} ON {}", NameForPeople(Rel(edge.right).name), x(e),
                            fmt::join(on, " AND "));
        inside_[edge.right] = x(e);
      }
      for (std::string& condition : print_.All(partner.conditions))
        where.push_back(std::move(condition));
      inside_.clear();
      tests.push_back(fmt::format("{}EXISTS (SELECT 1 FROM {} WHERE {})",
                                  partner.absent ? "NOT " : "", from, fmt::join(where, " AND ")));
    }
    if (tests.size() == 1) return tests.front();
    return fmt::format("({})", fmt::join(tests, partner.absent ? " AND " : " OR "));
  }

  std::string Where() {
    std::vector<Condition> rows;
    for (const Condition& condition : intent_.conditions) {
      if (condition.measure < 0 && !HasAggregate(condition.left)) rows.push_back(condition);
    }
    std::vector<std::string> parts = print_.All(rows);
    for (const Partner& partner : intent_.partners)
      parts.push_back(PartnerText(partner));
    return parts.empty() ? "" : fmt::format("\nWHERE {}", fmt::join(parts, "\n  AND "));
  }

  static bool HasAggregate(const Expression& expression) {
    return expression.kind == Expression::Kind::kAggregate ||
           std::any_of(expression.arguments.begin(), expression.arguments.end(),
                       [](const Expression& one) { return HasAggregate(one); });
  }

  std::string Having() const {
    std::vector<std::string> parts;
    std::map<int, size_t> places;  // alternatives of one group
    for (const Condition& condition : intent_.conditions) {
      std::string text;
      if (condition.measure >= 0)
        text = print_.Print(condition,
                            print_.Print(intent_.measures[static_cast<size_t>(condition.measure)]));
      else if (HasAggregate(condition.left))
        text = print_.Print(condition);
      else
        continue;
      const auto [place, fresh] = places.emplace(
          condition.any_group < 0 ? -1 - static_cast<int>(parts.size()) : condition.any_group,
          parts.size());
      if (fresh)
        parts.push_back(condition.any_group < 0 ? text : "(" + text + ")");
      else
        parts[place->second].insert(parts[place->second].size() - 1, " OR " + text);
    }
    return parts.empty() ? "" : fmt::format("\nHAVING {}", fmt::join(parts, " AND "));
  }

  std::string GroupBy() const {
    if (intent_.groups.empty()) return {};
    const bool hidden =
        std::any_of(intent_.groups.begin(), intent_.groups.end(),
                    [&](const Group& group) { return !shown_groups_.contains(&group); });
    // QUALIFY and windows want the groups spelt out
    const bool ranked = !intent_.limit_per.empty() || !intent_.dedup.empty() ||
                        std::any_of(intent_.measures.begin(), intent_.measures.end(),
                                    [](const Measure& m) { return m.window != Window::kNone; });
    if (!hidden && !ranked) return "\nGROUP BY ALL";
    std::vector<std::string> list;
    for (const Group& group : intent_.groups)
      list.push_back(GroupExpression(group));
    return fmt::format("\nGROUP BY {}", fmt::join(list, ", "));
  }

  std::string Blind(const Column& column) const {
    std::string text = Ref(column);
    for (const auto& [blind, treatment] : intent_.dedup_blind) {
      if (blind == column)
        text = fmt::format("{}({})", treatment == Treatment::kTrim ? "trim" : "lower", text);
    }
    return Info(column).type.IsText() ? Treated(column, text) : text;
  }

  std::string Tail() const {
    if (!intent_.dedup.empty()) {
      std::vector<std::string> names;
      for (const Column& column : intent_.dedup)
        names.push_back(Blind(column));
      const std::string order = intent_.orders.empty() ? "" : " ORDER BY " + OrderText(true);
      return fmt::format("\nQUALIFY row_number() OVER (PARTITION BY {}{}) = 1",
                         fmt::join(names, ", "), order);
    }
    if (!intent_.limit_per.empty() && intent_.limit) {
      std::vector<std::string> names;
      for (const Column& column : intent_.limit_per) {
        std::string text = Ref(column);
        for (const Group& group : intent_.groups) {
          if (group.column == column) text = GroupExpression(group);
        }
        names.push_back(text);
      }
      return fmt::format("\nQUALIFY {}() OVER (PARTITION BY {} ORDER BY {}) <= {}",
                         intent_.rank_ties ? "rank" : "row_number", fmt::join(names, ", "),
                         OrderText(true), *intent_.limit);
    }
    std::string text;
    const std::string order = OrderText(false);
    if (!order.empty()) text += "\nORDER BY " + order;
    if (intent_.limit) text += fmt::format("\nLIMIT {}", *intent_.limit);
    if (intent_.sample) text += fmt::format("\nUSING SAMPLE {} ROWS", *intent_.sample);
    return text;
  }

  Result<void> Body() {
    if (IsPlainCopy()) {
      copy_ = true;
      for (size_t c = 0; c < Rel(root_).own_columns(); ++c)
        out_.columns.push_back(Rel(root_).info.columns[c].name);
      return {};
    }
    if (intent_.pivot) return Pivoted();
    Select();
    if (items_.empty())
      return Fail(Code::kInvalid, "no_columns",
                  Tr("nothing is left to write: every column is dropped"));
    bool all = Single() && !Grouped() && intent_.derived.empty() && intent_.cleanings.empty() &&
               items_.size() == Rel(root_).own_columns();
    for (size_t c = 0; all && c < items_.size(); ++c)
      all = items_[c] == NameForPeople(Rel(root_).info.columns[c].name);
    if (!intent_.stacked.empty() && intent_.output.empty() && !Grouped() &&
        intent_.cleanings.empty())
      all = true;
    const bool distinct = intent_.distinct || intent_.dedup_whole;
    const std::string list = all ? "*" : fmt::format("{}", fmt::join(items_, ", "));
    // Identical rows are dropped before anything is ranked.
    const bool first_distinct =
        intent_.dedup_whole && (!intent_.dedup.empty() || Grouped() || intent_.limit);
    std::string from = From();
    if (first_distinct && Single() && intent_.stacked.empty())
      from = fmt::format("\nFROM (SELECT DISTINCT * FROM {}) AS {}", NameForPeople(Rel(root_).name),
                         NameForPeople(Rel(root_).name));
    out_.sql = fmt::format("SELECT {}{}", distinct && !first_distinct ? "DISTINCT " : "", list) +
               from + Where() + GroupBy() + Having() + Tail();
    return {};
  }

  // One column per value: spelt out, so that the output's columns are known before it runs.
  Result<void> Pivoted() {
    const Column pivot = *intent_.pivot;
    const connectors::ColumnInfo& info = Info(pivot);
    const Group* bucketed = nullptr;
    for (const Group& group : intent_.groups) {
      if (group.column == pivot && !group.bucket.empty()) bucketed = &group;
    }
    std::vector<std::pair<std::string, std::string>> values;  // condition's right side, name
    const std::string left = bucketed != nullptr ? GroupExpression(*bucketed) : Ref(pivot);
    if (bucketed != nullptr) {
      AIETL_TRY(Buckets(info, bucketed->bucket, &values));
    } else {
      std::vector<std::string> list = info.samples;
      for (const Condition& condition : intent_.conditions) {
        if (condition.column == pivot && !condition.negated &&
            (condition.comparison == Comparison::kIn ||
             condition.comparison == Comparison::kEqual)) {
          list.clear();
          for (const std::string& literal : condition.literals)
            list.push_back(literal.size() > 1 && literal.front() == '\''
                               ? literal.substr(1, literal.size() - 2)
                               : literal);
        }
      }
      std::sort(list.begin(), list.end());
      if (list.empty() || list.size() > 150)
        return Fail(
            Code::kInvalid, "pivot_values",
            Msg("{} has too many values, or none that are known, to become columns", info.name));
      for (const std::string& value : list)
        values.emplace_back(info.type.IsNumber() ? value : data::QuoteText(value), value);
    }
    for (const Group& group : intent_.groups) {
      if (group.column == pivot) continue;
      AddGroup(group, "");
    }
    Measure measure;
    if (!intent_.measures.empty()) measure = intent_.measures.front();
    const std::string base = print_.Print(measure);
    for (const auto& [value, name] : values) {
      const std::string unique = Unique(name);
      items_.push_back(fmt::format("{} FILTER (WHERE {} = {}) AS {}", base, left, value,
                                   data::QuoteName(unique)));
      out_.columns.push_back(unique);
    }
    std::vector<std::string> keys;
    for (const Group& group : intent_.groups) {
      if (!(group.column == pivot)) keys.push_back(GroupExpression(group));
    }
    out_.sql = fmt::format("SELECT {}", fmt::join(items_, ", ")) + From() + Where() +
               (keys.empty() ? "" : fmt::format("\nGROUP BY {}", fmt::join(keys, ", ")));
    return {};
  }

  // Months, quarters or years between the column's least and greatest value.
  static Result<void> Buckets(const connectors::ColumnInfo& info, const std::string& bucket,
                              std::vector<std::pair<std::string, std::string>>* values) {
    const int step = bucket == "month" ? 1 : bucket == "quarter" ? 3 : bucket == "year" ? 12 : 0;
    if (step == 0 || !info.min || !info.max || info.min->size() < 7 || info.max->size() < 7)
      return Fail(
          Code::kInvalid, "pivot_values",
          Msg("{} has too many values, or none that are known, to become columns", info.name));
    const auto index = [&](const std::string& date) {
      return std::atoi(date.substr(0, 4).c_str()) * 12 + std::atoi(date.substr(5, 2).c_str()) - 1;
    };
    const int first = index(*info.min) / step * step, last = index(*info.max);
    if (last - first > 240)
      return Fail(
          Code::kInvalid, "pivot_values",
          Msg("{} has too many values, or none that are known, to become columns", info.name));
    for (int at = first; at <= last; at += step) {
      const std::string day = fmt::format("{:04}-{:02}-01", at / 12, at % 12 + 1);
      const std::string name = step == 12  ? day.substr(0, 4)
                               : step == 3 ? fmt::format("{}-Q{}", at / 12, at % 12 / 3 + 1)
                                           : day.substr(0, 7);
      values->emplace_back("DATE '" + day + "'", name);
    }
    return {};
  }

  std::string StepName() const {
    std::string name;
    if (!intent_.measures.empty()) {
      name = MeasureName(intent_.measures.front());
      for (const Group& group : intent_.groups) {
        if (!group.implicit && group.column.valid())
          name += "_by_" + (group.bucket.empty() ? Info(group.column).name : group.bucket);
      }
    } else {
      name = Rel(root_).name + "_result";
    }
    return Identifier(name).substr(0, 60);
  }

  const Catalog& catalog_;
  const Intent& intent_;
  ExpressionPrinter print_;
  Written out_;
  int root_ = 0;
  bool copy_ = false;
  JoinTree tree_;
  std::map<int, std::string> aliases_, inside_;  // inside: of a subquery being written
  std::vector<std::string> items_;
  std::set<std::string> names_;
  std::set<const Group*> shown_groups_;
  std::map<const Measure*, std::string> measure_names_;
};

}  // namespace

Result<Written> WriteSql(const Catalog& catalog, const Intent& intent,
                         std::vector<JoinEdge>* rivals) {
  SqlWriter writer(catalog, intent);
  Result<Written> written = writer.Write();
  if (rivals != nullptr) *rivals = writer.rivals();
  return written;
}

}  // namespace aietl::synthesis
