// What is shown, what is done to values on the way, and the draft as a whole.
#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "synthesis/ask/assembler.h"
#include "synthesis/ask/join_path.h"

namespace aietl::synthesis {
namespace {

Expression OfColumn(const Column& column) {
  Expression out;
  out.kind = Expression::Kind::kColumn;
  out.column = column;
  return out;
}

Expression Called(std::string name, std::vector<Expression> arguments) {
  Expression out;
  out.kind = Expression::Kind::kCall;
  out.text = std::move(name);
  out.arguments = std::move(arguments);
  return out;
}

// Sums of what a row-wise expression is made of: a ratio of sums, a sum of products.
Expression OverRows(const Expression& expression) {
  if (expression.kind == Expression::Kind::kCall && expression.text == "round") {
    Expression out = expression;
    out.arguments.front() = OverRows(expression.arguments.front());
    return out;
  }
  if (expression.kind == Expression::Kind::kCall && expression.text == "/") {
    Expression out = expression;
    for (Expression& argument : out.arguments)
      argument = argument.kind == Expression::Kind::kLiteral ? argument : OverRows(argument);
    return out;
  }
  if (expression.kind == Expression::Kind::kLiteral) return expression;
  Expression sum;
  sum.kind = Expression::Kind::kAggregate;
  sum.aggregate = Aggregate::kSum;
  sum.arguments = {expression};
  return sum;
}

// The call that shows one row's part of a date.
std::string PartOfDate(const std::string& bucket) {
  if (bucket == "year" || bucket == "quarter" || bucket == "month") return bucket;
  if (bucket == "weekday") return "isodow";
  return bucket == "hour_of_day" ? "hour" : "date";
}

bool ForgetsOrder(const Order& order) {
  return order.measure <= -2;
}

}  // namespace

std::optional<Derived> Assembler::DerivedOf(const Phrase& phrase) {
  Derived derived;
  derived.words = Words(phrase);
  const std::string_view is = phrase.meaning;
  if (const Phrase* name = phrase.Part("n")) derived.name = TokenAt(name->begin).text;
  if (const Phrase* second = phrase.Part("n2")) derived.name += "_" + TokenAt(second->begin).text;
  if (is == "duration") {
    const std::optional<Expression> days = entity_ >= 0 ? DurationOf(entity_) : std::nullopt;
    if (!days) return std::nullopt;
    derived.expression = *days;
    derived.name = "days";
    return derived;
  }
  if (is == "named" || is == "plain") {
    const std::optional<Expression> expression = Product(*phrase.Part("e"));
    if (!expression) return std::nullopt;
    derived.expression = *expression;
    return derived;
  }
  if (is == "rounded") {
    std::optional<Derived> inner = DerivedOf(*phrase.Part("d2"));
    if (!inner) return std::nullopt;
    Expression digits;
    digits.kind = Expression::Kind::kLiteral;
    digits.text = TokenAt(phrase.Part("r")->begin).number_text;
    inner->expression = Called("round", {inner->expression, digits});
    if (!derived.name.empty()) inner->name = derived.name;
    return inner;
  }
  if (is == "explained") {
    // "price per page, rounded to 2 digits (price / pages)": the formula says what it is.
    std::optional<Derived> inner = DerivedOf(*phrase.Part("d2"));
    const std::optional<Expression> formula = Product(*phrase.Part("e"));
    if (!inner || !formula) return std::nullopt;
    Expression& expression = inner->expression;
    (expression.text == "round" ? expression.arguments.front() : expression) = *formula;
    return inner;
  }
  if (is == "cleaned") {
    const std::optional<Column> column = Resolve(*phrase.Part("c"));
    if (!column) return std::nullopt;
    derived.expression = OfColumn(*column);
    for (const Phrase* at = phrase.Part("k"); at != nullptr; at = at->Part("more"))
      derived.expression = Called(std::string(at->Part("k")->meaning), {derived.expression});
    derived.name = Info(*column).name;
    return derived;
  }
  if (is == "rank" || is == "rank_by") return RankOf(phrase);
  if (is == "days" || is == "days_named") {
    const std::optional<Expression> days = DaysOf(*phrase.Part("d"));
    if (!days) return std::nullopt;
    derived.expression = *days;
    if (derived.name.empty()) derived.name = "days";
    return derived;
  }
  if (is == "year" || is == "month") {
    const std::optional<Column> time = Resolve(*phrase.Part("c"), Want::kTime);
    if (!time) return std::nullopt;
    derived.expression = Called(std::string(is), {OfColumn(*time)});
    if (derived.name.empty()) derived.name = is;
    return derived;
  }
  if (is == "age") {
    std::optional<Column> born;
    for (const int relation : spoken_) {
      const auto& columns = Rel(relation).info.columns;
      for (size_t c = 0; c < columns.size() && !born; ++c) {
        const Column column{relation, static_cast<int>(c)};
        if (IsTime(column) && HasConcept(column, {"birth_date"})) born = column;
      }
    }
    if (!born) return std::nullopt;
    derived.expression = Called("age", {OfColumn(*born)});
    derived.name = "age";
    return derived;
  }
  if (is == "concat") {
    const std::optional<Column> a = Resolve(*phrase.Part("a")), b = Resolve(*phrase.Part("b"));
    if (!a || !b) return std::nullopt;
    derived.expression = Called("concat", {OfColumn(*a), OfColumn(*b)});
    if (derived.name.empty()) derived.name = "full_name";
    return derived;
  }
  if (is == "lower" || is == "upper" || is == "trim") {
    const std::optional<Column> column = Resolve(*phrase.Part("c"));
    if (!column) return std::nullopt;
    derived.expression = Called(std::string(is), {OfColumn(*column)});
    derived.name = Info(*column).name;
    return derived;
  }
  return std::nullopt;
}

// A reference called without its "id" ("owner", «менеджер») is shown by the name of what it refers
// to.
Column Assembler::ByName(const Phrase& leaf, const Column& column) const {
  double link = 0;
  for (const Reading* reading : leaf.readings) {
    if (reading->column == column) link = std::max(link, reading->score);
  }
  if (link >= 0.97 || !IsIdentifier(column)) return column;
  for (int at = leaf.begin; at < leaf.end; ++at) {
    const std::string& word = TokenAt(at).lower;
    if (word == "id" || word == "ids" || word == "key" || word == "code" || word == "number" ||
        word.starts_with("код") || word.starts_with("номер") || word.starts_with("идент"))
      return column;
  }
  if (leaf.begin > 0 &&
      (TokenAt(leaf.begin - 1).lower == "id" || TokenAt(leaf.begin - 1).lower.starts_with("номер")))
    return column;
  for (const auto& [from, key] : catalog_.keys) {
    if (from != Rel(column.relation).name || key.columns.size() != 1 ||
        key.columns.front() != Info(column).name)
      continue;
    for (size_t r = 0; r < catalog_.relations.size(); ++r) {
      if (catalog_.relations[r].name != key.table) continue;
      if (const std::optional<Column> name = NameColumn(static_cast<int>(r))) return *name;
    }
  }
  return column;
}

void Assembler::ReadItem(const Phrase& phrase, List* list) {
  Item item;
  item.phrase = &phrase;
  const std::string_view is = phrase.meaning;
  const auto lost = [&] {
    out_.penalty += 1.5;
    out_.leftover.push_back(Words(phrase));
  };
  if (is == "column" || is == "column_named") {
    std::optional<int> within;
    if (const Phrase* table = phrase.Part("t")) within = Table(*table);
    std::optional<Column> theirs = !within && list->within
                                       ? Resolve(*phrase.Part("c"), Want::kAny, *list->within)
                                       : std::nullopt;
    std::optional<Column> column = theirs   ? theirs
                                   : within ? Resolve(*phrase.Part("c"), Want::kAny, *within)
                                            : std::nullopt;
    if (!column) {
      column = Resolve(*phrase.Part("c"));
      // "machine type" is no type of the fuel.
      if (column && within && column->relation != *within) out_.penalty += 1.2;
    }
    if (!column) return lost();
    if (within && column->relation != *within) out_.penalty += 0.5;  // not this table's
    column = ByName(*phrase.Part("c"), *column);
    item.kind = Item::Kind::kColumn;
    item.column = *column;
    if (const Phrase* name = phrase.Part("n")) {
      // "hosts as rows, methods as columns" gives no names.
      if (chart_.HasCue(name->begin, "rows_columns")) return lost();
      item.name = TokenAt(name->begin).text;
    }
    list->items.push_back(std::move(item));
    return;
  }
  if (is == "measure") {
    const Phrase& named = *phrase.Part("m");
    const Phrase& measure = *named.Part("m");
    last_measure_ = &phrase;
    std::optional<std::vector<Measure>> measures = MeasuresOf(named);
    const bool bare = measure.meaning == "aggregate_bare" || measure.meaning == "count" ||
                      measure.meaning == "share" || measure.meaning == "revenue" ||
                      measure.meaning == "sold_bare" || measure.meaning == "running" ||
                      measure.meaning == "previous" || measure.meaning == "change" ||
                      measure.meaning == "growth";
    if (measure.meaning == "sold_bare") item.aggregates = {Aggregate::kSum};
    if (!measures && measure.meaning == "aggregate_bare") {
      for (const Phrase* at = measure.Part("a"); at != nullptr; at = at->Part("more")) {
        const Phrase* agg = at->Part("a");
        const std::string_view word = agg != nullptr ? agg->meaning : at->meaning;
        item.aggregates.push_back(word == "avg"      ? Aggregate::kAvg
                                  : word == "min"    ? Aggregate::kMin
                                  : word == "max"    ? Aggregate::kMax
                                  : word == "median" ? Aggregate::kMedian
                                  : word == "stddev" ? Aggregate::kStddev
                                                     : Aggregate::kSum);
      }
    }
    if (!measures && !bare) return lost();
    if (!measures) {
      Measure unknown;
      unknown.aggregate = item.aggregates.empty() ? Aggregate::kSum : item.aggregates.front();
      unknown.words = Words(phrase);
      measures = {unknown};
      item.relation = -2;  // only a reference
    }
    for (Measure& one : *measures) {
      Item copy = item;
      copy.kind = Item::Kind::kMeasure;
      copy.measure = std::move(one);
      copy.bare = bare;
      list->items.push_back(std::move(copy));
    }
    return;
  }
  if (is == "new_name") {
    // The name of what was computed without one: "… in days (a minus b), keep id and stay_days".
    Item* nameless = nullptr;
    for (List& other : lists_) {
      for (Item& one : other.items) {
        if (one.kind == Item::Kind::kDerived &&
            (one.derived.name.empty() || one.derived.name == "days"))
          nameless = &one;
        // … or one that has this name already.
        if ((one.kind == Item::Kind::kDerived &&
             StemOf(LowerUtf8(one.derived.name)) == TokenAt(phrase.Part("n")->begin).stem) ||
            (one.kind == Item::Kind::kMeasure &&
             StemOf(LowerUtf8(one.measure.name)) == TokenAt(phrase.Part("n")->begin).stem)) {
          list->items.push_back(one);
          other.items.erase(other.items.begin() + (&one - other.items.data()));
          return;
        }
      }
    }
    if (nameless == nullptr) return lost();
    nameless->derived.name = TokenAt(phrase.begin).text;
    item = *nameless;
    nameless->kind = Item::Kind::kTable;  // it stands here now
    nameless->relation = entity_;
    list->items.push_back(std::move(item));
    return;
  }
  if (is == "date") {
    const std::optional<Column> time = DateColumn(phrase);
    if (!time) return lost();
    item.kind = Item::Kind::kColumn;
    item.column = *time;
    list->items.push_back(std::move(item));
    return;
  }
  if (is == "derived") {
    const std::optional<Derived> derived = DerivedOf(*phrase.Part("d"));
    if (!derived) return lost();
    if (derived->expression.text == "rank") {
      // "with their place by price: title, place": the same, told where it stands.
      for (List& other : lists_) {
        for (Item& one : other.items) {
          if (one.kind != Item::Kind::kDerived || !one.derived.expression.text.starts_with("rank_"))
            continue;
          list->items.push_back(one);
          one.kind = Item::Kind::kTable;
          one.relation = entity_;
          return;
        }
      }
    }
    item.kind = Item::Kind::kDerived;
    item.derived = *derived;
    list->items.push_back(std::move(item));
    return;
  }
  if (is == "bucket" || is == "bucket_of") {
    if (const Phrase* of = phrase.Part("c")) {
      const std::optional<Column> time = Resolve(*of, Want::kTime);
      if (!time) return lost();
      item.column = *time;
    }
    item.kind = Item::Kind::kBucket;
    item.bucket = std::string(phrase.Part("b")->meaning);
    list->items.push_back(std::move(item));
    return;
  }
  if (is == "table") {
    const std::optional<int> relation = Table(*phrase.Part("t"));
    if (!relation) return lost();
    item.kind = Item::Kind::kTable;
    item.relation = *relation;
    list->items.push_back(std::move(item));
    return;
  }
  item.kind = is == "all" ? Item::Kind::kAll : Item::Kind::kFile;
  if (is == "file") out_.intent.file_name = true;
  list->items.push_back(std::move(item));
}

void Assembler::ReadList(const Phrase& items, List* list) {
  for (const Phrase* at = &items; at != nullptr; at = at->Part("more"))
    ReadItem(*at->Part("i"), list);
}

void Assembler::Cleaning(const Phrase& fragment) {
  const std::string_view is = fragment.meaning;
  const auto add = [&](Treatment treatment, const Column& column, std::string argument) {
    synthesis::Cleaning cleaning;
    cleaning.treatment = treatment;
    cleaning.column = column;
    cleaning.argument = std::move(argument);
    cleaning.words = Words(fragment);
    if (column.valid()) Mention(column);
    out_.intent.cleanings.push_back(std::move(cleaning));
    Report(fragment, column.valid() ? "select/" + Info(column).name : "select");
  };
  if (is == "clean_all") return add(Treatment::kTrim, {}, "");
  if (is == "nothing") return;
  if (is == "clean") {
    for (const Column& column : ColumnsOf(*fragment.Part("c"))) {
      for (const Phrase* at = fragment.Part("k"); at != nullptr; at = at->Part("more")) {
        const std::string_view kind = at->Part("k")->meaning;
        add(kind == "trim"    ? Treatment::kTrim
            : kind == "lower" ? Treatment::kLower
                              : Treatment::kUpper,
            column, "");
      }
    }
    return;
  }
  if (is == "fill" || is == "fill_zero") {
    const Phrase& value = *fragment.Part("v");
    for (const Column& column : ColumnsOf(*fragment.Part("c"))) {
      std::string argument = is == "fill_zero" || value.meaning == "zero" ? "0"
                             : value.meaning == "number"
                                 ? TokenAt(value.Part("n")->begin).number_text
                                 : data::QuoteText(TokenAt(value.begin).text);
      if (Info(column).type.IsText() &&
          (is == "fill_zero" || value.meaning == "zero" || value.meaning == "number"))
        argument = data::QuoteText(argument);
      add(Treatment::kFill, column, argument);
    }
    return;
  }
  if (is == "round") {
    const Phrase* digits = fragment.Part("n");
    for (const Column& column : ColumnsOf(*fragment.Part("c")))
      add(Treatment::kRound, column, digits != nullptr ? TokenAt(digits->begin).number_text : "0");
    return;
  }
  if (is == "cast" || is == "cast_last") {
    const std::string_view type = fragment.Part("t")->meaning;
    const std::string sql = type == "integer"  ? "BIGINT"
                            : type == "number" ? "DECIMAL(18,4)"
                            : type == "date"   ? "DATE"
                            : type == "text"   ? "VARCHAR"
                                               : "BOOLEAN";
    std::vector<Column> columns;
    if (const Phrase* list = fragment.Part("c")) {
      if (list->rule < 0) {
        if (const std::optional<Column> column = Resolve(*list)) columns = {*column};
      } else {
        columns = ColumnsOf(*list);
      }
    } else {
      // The column before: "registration date is written day/month/year, make it a real date".
      for (const auto& [leaf, column] : resolved_) {
        if (column && leaf->end <= fragment.begin &&
            (type != "date" || HasConcept(*column, {"date"}) || IsTime(*column)))
          columns = {*column};
      }
      if (columns.empty()) {
        out_.penalty += 1;
        return;
      }
    }
    for (const Column& column : columns)
      add(Treatment::kCast, column, sql);
    return;
  }
  if (is == "rename") {
    const std::optional<Column> column = Resolve(*fragment.Part("c"));
    if (!column) return;
    add(Treatment::kRename, *column, TokenAt(fragment.Part("n")->begin).text);
    return;
  }
  for (const Column& column : ColumnsOf(*fragment.Part("cs")))
    add(Treatment::kDrop, column, "");
}

void Assembler::Dedup(const Phrase& fragment) {
  const std::string_view is = fragment.meaning;
  Report(fragment, "dedup");
  Intent& intent = out_.intent;
  const auto keep = [&](const Phrase* sup, const Phrase* tied, const Phrase* columns) {
    Order order;
    order.descending = sup == nullptr || sup->meaning == "desc";
    order.words = Words(fragment);
    if (columns != nullptr) {
      const std::vector<Column> by = ColumnsOf(*columns);
      if (!by.empty()) order.column = by.front();
    } else if (tied != nullptr) {
      const Phrase* keys = tied->Part("k");
      bool first = true;
      for (const Phrase* at = keys; at != nullptr; at = at->Part("more")) {
        const Phrase& key = *at->Part("k");
        if (key.meaning != "column") continue;
        const std::optional<Column> column = Resolve(*key.Part("c"));
        if (!column) continue;
        if (first) {
          order.column = *column;
        } else {
          Order tie;
          tie.column = *column;
          tie.descending = true;
          ties_.push_back(tie);
        }
        first = false;
      }
    }
    latest_kept_ = true;
    if (!order.column.valid() && sup != nullptr && sup->argument != "time") {
      // "the heaviest of each species", "keep the youngest"
      std::optional<Column> by = Topic(sup->argument, fragment, entity_);
      if (!by && sup->argument == "age" && entity_ >= 0) {
        for (size_t c = 0; c < Rel(entity_).own_columns() && !by; ++c) {
          const Column column{entity_, static_cast<int>(c)};
          if (IsTime(column) && HasConcept(column, {"birth_date"})) by = column;
        }
        order.descending = !order.descending;  // the oldest was born first
      }
      if (!by) {
        out_.penalty += 2;
        out_.leftover.push_back(Words(fragment));
        return;
      }
      order.column = *by;
    }
    if (!order.column.valid()) {
      std::optional<Column> date;
      const int relation = entity_;
      if (relation >= 0) {
        // What was updated last is the latest version.
        const auto& all = Rel(relation).info.columns;
        for (size_t c = 0; c < all.size(); ++c) {
          const Column column{relation, static_cast<int>(c)};
          if (IsTime(column) && HasConcept(column, {"updated"})) date = column;
        }
      }
      if (!date) date = DateColumn(fragment);
      if (!date) {
        out_.penalty += 1;
        return;
      }
      order.column = *date;
    }
    latest_order_ = order;
  };
  if (is == "dedup_whole") {
    intent.dedup_whole = true;
  } else if (is == "dedup" || is == "dedup_latest") {
    if (const Phrase* columns = fragment.Part("k")) {
      for (const Column& column : ColumnsOf(*columns))
        intent.dedup.push_back(column);
    } else if (is == "dedup") {
      intent.dedup_whole = true;
    }
    if (const Phrase* latest = fragment.Part("l"))
      keep(latest->Part("s"), latest->Part("t"), nullptr);
  } else if (is == "keep_per") {
    const Phrase* sup = fragment.Part("s");
    std::optional<Column> newest;
    for (const Column& column : ColumnsOf(*fragment.Part("k"))) {
      // «оставь последний по updated_at»: the newest by it, not one for each.
      if (IsTime(column) && sup != nullptr && sup->argument == "time") {
        newest = column;
        continue;
      }
      if (std::find(intent.dedup.begin(), intent.dedup.end(), column) == intent.dedup.end())
        intent.dedup.push_back(column);
    }
    keep(sup, fragment.Part("t2"), fragment.Part("o"));
    if (newest && latest_order_ && fragment.Part("o") == nullptr) latest_order_->column = *newest;
  } else if (is == "keep_latest") {
    const Phrase* table = fragment.Part("of");
    const std::optional<int> relation = table != nullptr ? Table(*table) : std::nullopt;
    const bool time = fragment.Part("s")->argument == "time";
    if (relation && time && entity_ >= 0 && *relation != entity_ &&
        Distance(entity_, *relation) == 1) {
      JoinLatest(fragment, *relation);
      return;
    }
    // "the main location" keeps no row.
    if (!time && intent.dedup.empty()) out_.penalty += 2;
    keep(fragment.Part("s"), fragment.Part("t"), nullptr);
  } else if (is == "tie" || is == "tie_break" || is == "tie_pair") {
    std::vector<const Phrase*> all;
    for (const char* label : {"k", "k2"}) {
      for (const Phrase* at = fragment.Part(label); at != nullptr; at = at->Part("more"))
        all.push_back(at);
    }
    for (const Phrase* at : all) {
      const Phrase& key = *at->Part("k");
      if (key.meaning != "column") continue;
      Order order;
      const std::optional<Column> column = Resolve(*key.Part("c"));
      if (!column) continue;
      order.column = *column;
      order.descending = true;
      order.words = Words(fragment);
      ties_.push_back(order);
    }
  } else if (is == "distinct") {
    for (const Column& column : ColumnsOf(*fragment.Part("cs"))) {
      intent.select.push_back(column);
      Mention(column);
    }
    intent.distinct = true;
  } else if (is == "case_insensitive") {
    case_blind_ = true;
  } else if (is == "space_insensitive") {
    space_blind_ = true;
  }
}

// "items with their latest price (by valid_from)": of the other table's rows the newest of each.
void Assembler::JoinLatest(const Phrase& fragment, int relation) {
  Latest latest;
  latest.relation = relation;
  latest.descending = fragment.Part("s")->meaning == "desc";
  std::optional<Column> by;
  if (const Phrase* tied = fragment.Part("t")) {
    const Phrase& key = *tied->Part("k")->Part("k");
    if (key.meaning == "column") by = Resolve(*key.Part("c"), Want::kTime, relation);
  }
  if (!by) by = DateColumn(fragment, relation);
  if (!by) {
    out_.penalty += 2;
    return;
  }
  latest.by = *by;
  out_.intent.latest.push_back(latest);
  Mention(relation);
  joined_.push_back(relation);
  Report(fragment, "join/latest");
}

void Assembler::Pivot(const Phrase& fragment) {
  Report(fragment, "pivot");
  const std::string_view is = fragment.meaning;
  const auto column_of = [&](const Phrase& item) -> std::optional<Column> {
    if (item.meaning == "column" || item.meaning == "column_values")
      return Resolve(*item.Part("c"));
    if (item.meaning == "table") {
      const std::optional<int> relation = Table(*item.Part("t"));
      return relation ? KeyColumn(*relation) : std::nullopt;
    }
    return DateColumn(item);
  };
  ++pivot_signs_;
  if (is == "pivot_rows") {
    const Phrase& rows = *fragment.Part("r");
    const Phrase& item = *rows.Part("i");
    Group group;
    std::optional<Column> column =
        rows.Part("c2") != nullptr ? Resolve(*rows.Part("c2")) : column_of(item);
    if (!column) return;
    group.column = *column;
    if (item.meaning == "bucket") group.bucket = std::string(item.Part("b")->meaning);
    group.words = Words(fragment);
    AddGroup(group);
  } else if (is == "pivot_columns") {
    const Phrase& item = *fragment.Part("c")->Part("i");
    const std::optional<Column> column = column_of(item);
    if (!column) return;
    out_.intent.pivot = *column;
    if (item.meaning == "bucket") {
      Group group;
      group.column = *column;
      group.bucket = std::string(item.Part("b")->meaning);
      AddGroup(group);
    }
    Mention(*column);
  } else if (is == "cells") {
    const std::optional<std::vector<Measure>> measures = MeasuresOf(*fragment.Part("m"));
    if (measures) cells_ = measures->front();
  } else if (is == "cells_column") {
    const std::optional<Column> column = Resolve(*fragment.Part("c"));
    if (column) {
      Measure measure;
      measure.aggregate = IsNumber(*column) ? Aggregate::kSum : Aggregate::kMax;
      measure.column = *column;
      cells_ = measure;
      Mention(*column);
    }
  }
}

int Assembler::GroupIndex(const Column& column, const std::string& bucket) const {
  for (size_t i = 0; i < out_.intent.groups.size(); ++i) {
    const Group& group = out_.intent.groups[i];
    if (bucket.empty()
            ? group.column == column || (group.bucket.empty() && SameByKey(group.column, column))
            : group.bucket == bucket)
      return static_cast<int>(i);
  }
  return -1;
}

// The computed number that a bare word ("total", "count") speaks of again; -1: none.
int Assembler::FindMeasure(const Item& item) const {
  const std::vector<Measure>& measures = out_.intent.measures;
  int found = -1;
  for (size_t i = 0; i < measures.size(); ++i) {
    const Measure& measure = measures[i];
    if (!measure.only.empty()) continue;  // counts a part
    if (measure.window != Window::kNone) continue;
    Aggregate aggregate = measure.aggregate;
    if (measure.expression.kind == Expression::Kind::kAggregate)
      aggregate = measure.expression.aggregate;
    const bool count = item.measure.aggregate == Aggregate::kCount ||
                       item.measure.aggregate == Aggregate::kCountDistinct;
    const bool counts = aggregate == Aggregate::kCount || aggregate == Aggregate::kCountDistinct;
    const bool ratio =
        measure.expression.kind == Expression::Kind::kCall && measure.expression.text == "/";
    if (item.measure.share && (measure.share || ratio)) return static_cast<int>(i);
    const bool alike = item.measure.share == measure.share && !ratio &&
                       (aggregate == item.measure.aggregate || (count && counts));
    if (alike) {
      if (found >= 0) return found;
      found = static_cast<int>(i);
    }
  }
  return found;
}

int Assembler::AddDerived(const Derived& derived) {
  out_.intent.derived.push_back(derived);
  return static_cast<int>(out_.intent.derived.size()) - 1;
}

bool Assembler::Grouped() const {
  if (!out_.intent.groups.empty() || !having_.empty() || top_.measure || !top_.bucket.empty() ||
      pivot_signs_ > 1 || out_.intent.pivot.has_value() || out_.intent.file_name)
    return true;
  for (const List& list : lists_) {
    for (const Item& item : list.items) {
      if (item.kind == Item::Kind::kMeasure) return true;
    }
  }
  return false;
}

// "for every book: its title and margin": a group of each row by itself, with nothing computed over
// several, is the row.
bool Assembler::RowByRow() const {
  if (entity_ < 0 || out_.intent.groups.size() != 1 || lists_.empty()) return false;
  const Group& group = out_.intent.groups.front();
  const std::vector<std::string> key = RowKey(Rel(entity_));
  if (!group.column.valid() || group.column.relation != entity_ || !group.bucket.empty() ||
      group.expression.set() || key.size() != 1 || key.front() != Info(group.column).name)
    return false;
  if (!having_.empty() || top_.set || pivot_signs_ > 0 || !out_.intent.measures.empty())
    return false;
  size_t shown = 0;
  for (const List& list : lists_) {
    for (const Item& item : list.items) {
      if (item.kind == Item::Kind::kMeasure) return false;
      // A column of finer rows would be added up.
      if (item.kind == Item::Kind::kColumn && item.column.relation != entity_ &&
          !ToOne(entity_, item.column.relation))
        return false;
      ++shown;
    }
  }
  return shown > 0;
}

// The best of something: its order, its limit, and within what.
void Assembler::FinishTop() {
  Intent& intent = out_.intent;
  if (top_count_ != nullptr) {
    const double value = *TokenAt(top_count_->Part("n")->begin).number;
    if (value < 1 || value > 1e9 || value != static_cast<double>(static_cast<int64_t>(value)))
      out_.penalty += 2;
    const auto count = static_cast<int64_t>(value);
    if (top_.set) {
      if (top_.count && *top_.count != count) out_.penalty += 2;
      top_.count = count;
    } else if (!intent.orders.empty()) {
      intent.limit = count;
    } else {
      top_.set = true;
      top_.count = count;
      top_.phrase = top_count_;
    }
  }
  if (!top_.set) return;
  const Phrase& about = *top_.phrase;
  if (!top_.column && !top_.measure) {
    // Ordered elsewhere in the sentence, or by the only number computed.
    for (const List& list : lists_) {
      for (const Item& item : list.items) {
        if (item.kind == Item::Kind::kMeasure && !item.bare && !top_.measure)
          top_.measure = item.measure;
      }
    }
    if (!top_.measure && intent.orders.empty()) {
      Ask("top-by@" + std::to_string(TokenAt(about.begin).span.begin),
          Msg("“{}”: the top by what? Say, for example, “top 10 customers by revenue”.",
              Text(about)),
          about, {Tr("by the number of rows"), Tr("by a sum")});
      return;
    }
  }
  if (!top_.count) {
    const std::string& first = TokenAt(about.begin).lower;
    bool plural = first.starts_with("сам") && (first == "самые" || first == "самых");
    if (const Phrase* table = about.Part("t")) {
      const std::string& word = TokenAt(table->end - 1).lower;
      plural = plural || (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") &&
                          word != StemOf(word) && top_.descending);
    }
    const bool time = top_.column && IsTime(*top_.column);
    if (plural && !time && !top_.per && intent.groups.empty()) {
      const std::string answer =
          Ask("top-count@" + std::to_string(TokenAt(about.begin).span.begin),
              Msg("“{}”: how many of them?", Text(about)), about, {"1", "5", "10"});
      if (!answer.empty()) top_.count = answer == "a" ? 1 : answer == "b" ? 5 : 10;
    }
  }
  // "the best score per subject: subject and maximum": a number, no row.
  if (top_.column && IsNumber(*top_.column) && !top_.count) {
    for (List& list : lists_) {
      for (Item& item : list.items) {
        const bool extreme = item.kind == Item::Kind::kMeasure && item.bare &&
                             (item.measure.aggregate == Aggregate::kMax ||
                              item.measure.aggregate == Aggregate::kMin);
        if (!extreme) continue;
        item.measure.column = *top_.column;
        item.measure.expression = {};
        item.bare = false;
        item.relation = -1;
        if (top_.per) AddGroup(*top_.per);
        top_ = {};
        return;
      }
    }
  }
  const int64_t count = top_.count.value_or(1);
  const bool computed = top_.measure.has_value() || !top_.bucket.empty();
  std::vector<Group> per;
  if (top_.per) per.push_back(*top_.per);
  // Groups told elsewhere are within what the best are taken, but for what is ranked itself.
  for (const Group& group : intent.groups) {
    const bool itself =
        computed && top_.relation >= 0 && group.column.relation == top_.relation &&
        group.bucket.empty() &&
        (KeyColumn(top_.relation) == group.column || NameColumn(top_.relation) == group.column);
    if (!itself) per.push_back(group);
  }
  intent.limit = count;
  for (const Group& group : per) {
    intent.limit_per.push_back(group.column);
    Mention(group.column);
  }
  Order order;
  order.descending = top_.descending;
  order.words = Words(about);
  if (computed) {
    for (const Group& group : per)
      AddGroup(group);
    if (!top_.bucket.empty()) {
      Group group;
      std::optional<Column> time = DateColumn(about, top_.column ? top_.column->relation : -1);
      if (time) {
        group.column = *time;
        group.bucket = top_.bucket;
        AddGroup(group);
      }
      if (!top_.measure && top_.column) {
        Measure measure;
        measure.aggregate = Aggregate::kSum;
        measure.column = *top_.column;
        top_.measure = measure;
      }
    } else if (top_.subject) {
      Group group;
      group.column = *top_.subject;
      AddGroup(group);
    } else if (top_.relation >= 0) {
      EntityGroup(top_.relation, about);
    }
    if (top_.measure) order.measure = AddMeasure(*top_.measure);
  } else if (top_.column) {
    order.column = *top_.column;
    intent.groups.clear();
    Mention(*top_.column);
  }
  // "(by date, ties: the higher id)" names the time itself first.
  std::erase_if(
      ties_, [&](const Order& tie) { return tie.column == order.column && order.column.valid(); });
  if (order.column.valid() || order.measure >= 0)
    intent.orders.insert(intent.orders.begin(), order);
  for (const Order& tie : ties_)
    intent.orders.push_back(tie);
  ties_.clear();
}

void Assembler::FinishGrouped() {
  Intent& intent = out_.intent;
  const Phrase* about = nullptr;
  // "hours missed per reason, total and average": of the number that stands alone.
  for (List& list : lists_) {
    std::vector<Item> items;
    for (Item& item : list.items) {
      if (item.kind != Item::Kind::kMeasure || item.relation != -2 || item.aggregates.empty()) {
        items.push_back(std::move(item));
        continue;
      }
      std::vector<Column> alone;
      for (const List& other : lists_) {
        if (&other != &list && other.items.size() == 1 &&
            other.items[0].kind == Item::Kind::kColumn && IsNumber(other.items[0].column) &&
            !IsCode(other.items[0].column))
          alone.push_back(other.items[0].column);
      }
      if (alone.size() != 1) {
        items.push_back(std::move(item));
        continue;
      }
      for (const Aggregate aggregate : item.aggregates) {
        Item made = item;
        made.measure = {};
        made.measure.aggregate = aggregate;
        made.measure.column = alone.front();
        made.bare = false;
        made.relation = -1;
        items.push_back(std::move(made));
      }
    }
    list.items = std::move(items);
  }
  // "total sales per category (quantity times price)": what stands in brackets is what is added up.
  for (List& list : lists_) {
    if (list.items.size() != 1 || list.items[0].kind != Item::Kind::kDerived ||
        !list.items[0].derived.name.empty())
      continue;
    if (list.phrase->begin == 0 || TokenAt(list.phrase->begin).text != "(") {
      if (list.phrase->begin == 0 || TokenAt(list.phrase->begin - 1).text != "(") continue;
    }
    for (List& other : lists_) {
      for (Item& item : other.items) {
        const bool sums = item.kind == Item::Kind::kMeasure && item.bare &&
                          (item.measure.aggregate == Aggregate::kSum ||
                           item.measure.aggregate == Aggregate::kAvg);
        if (!sums || list.items.empty() || list.items[0].kind != Item::Kind::kDerived) continue;
        Expression inside;
        inside.kind = Expression::Kind::kAggregate;
        inside.aggregate = item.measure.aggregate;
        inside.arguments = {list.items[0].derived.expression};
        item.measure.expression = inside;
        item.measure.column = {};
        item.bare = false;
        item.relation = -1;
        list.items.clear();
      }
    }
  }
  // Numbers told in lists come first, so that bare words find them.
  for (const List& list : lists_) {
    for (const Item& item : list.items) {
      if (item.kind == Item::Kind::kMeasure && !item.bare) AddMeasure(item.measure);
    }
  }
  const bool having_any = std::any_of(having_.begin(), having_.end(), [](const HavingDraft& draft) {
    return draft.bounds != nullptr;
  });
  std::vector<int> having_index;
  for (const HavingDraft& draft : having_) {
    Item item;
    item.measure = draft.measure;
    int index = -1;
    if (draft.bounds == nullptr) index = FindMeasure(item);
    having_index.push_back(index >= 0 ? index : AddMeasure(draft.measure));
  }
  std::vector<bool> told(intent.measures.size(), false);
  // What is shown: lists in order.
  std::vector<Output> output;
  const auto show = [&](Output::Kind kind, int index, const std::string& name) {
    const bool known = std::any_of(output.begin(), output.end(), [&](const Output& one) {
      return one.kind == kind && one.index == index;
    });
    if (known) return;
    Output one;
    one.kind = kind;
    one.index = index;
    one.name = name;
    output.push_back(one);
  };
  const bool explicit_groups =
      std::any_of(intent.groups.begin(), intent.groups.end(),
                  [](const Group& group) { return !group.implicit; }) ||
      std::any_of(lists_.begin(), lists_.end(), [](const List& list) {
        return std::any_of(list.items.begin(), list.items.end(),
                           [](const Item& item) { return item.kind == Item::Kind::kBucket; });
      });
  bool listed = false;
  // A list that names groups and numbers says their order; what other words computed comes behind.
  std::vector<const List*> in_order;
  for (const bool whole_lists : {true, false}) {
    for (const List& list : lists_) {
      if (SaysAll(list) == whole_lists) in_order.push_back(&list);
    }
  }
  for (const List* of : in_order) {
    const List& list = *of;
    for (const Item& item : list.items) {
      about = item.phrase;
      switch (item.kind) {
        case Item::Kind::kMeasure: {
          int index = -1;
          if (item.measure.window != Window::kNone) {
            Measure window = item.measure;
            if (!Windowed(&window, *item.phrase)) break;
            show(Output::Kind::kMeasure, AddMeasure(window), item.measure.name);
            break;
          }
          if (item.bare) {
            index = FindMeasure(item);
            // A word for a number that another phrase computes: "revenue … : country, total".
            if (index < 0 && item.relation == -2 && intent.measures.size() == 1) index = 0;

            if (index < 0 && item.relation == -2) {
              out_.penalty += 1.5;
              out_.leftover.push_back(Words(*item.phrase));
              break;
            }
          }
          if (index < 0) index = AddMeasure(item.measure);
          show(Output::Kind::kMeasure, index,
               item.measure.name == "revenue" ? "" : item.measure.name);
          break;
        }
        case Item::Kind::kColumn: {
          // "city, number and share": of the rows.
          if (explicit_groups && TokenAt(item.phrase->begin).lower == "number" &&
              item.phrase->end == item.phrase->begin + 1 && IsIdentifier(item.column) &&
              GroupIndex(item.column, "") < 0) {
            Measure count;
            count.counted = entity_;
            count.words = Words(*item.phrase);
            show(Output::Kind::kMeasure, AddMeasure(count), item.name);
            break;
          }
          // «количество» in a list is the count made before, even where a column is called so.
          if (chart_.HasCue(item.phrase->begin, "count") &&
              item.phrase->end == item.phrase->begin + 1) {
            Item reference;
            reference.measure.aggregate = Aggregate::kCount;
            if (const int count = FindMeasure(reference); count >= 0) {
              show(Output::Kind::kMeasure, count, item.name);
              break;
            }
            // … or one of the rows, where no table that is spoken of has such a column.
            const bool computed =
                std::any_of(intent.measures.begin(), intent.measures.end(),
                            [&](const Measure& measure) { return measure.column == item.column; });
            if (explicit_groups && entity_ >= 0 && item.column.relation != entity_ && !computed) {
              Measure count;
              count.counted = entity_;
              count.words = Words(*item.phrase);
              show(Output::Kind::kMeasure, AddMeasure(count), item.name);
              break;
            }
          }
          if (const int group = GroupIndex(item.column, ""); group >= 0) {
            intent.groups[static_cast<size_t>(group)].implicit = false;
            listed = true;
            show(Output::Kind::kGroup, group, item.name);
            break;
          }
          int measured = -1;
          for (size_t m = 0; m < intent.measures.size(); ++m) {
            if (intent.measures[m].column == item.column) measured = static_cast<int>(m);
          }
          if (measured >= 0) {
            show(Output::Kind::kMeasure, measured, item.name);
            break;
          }
          if (IsNumber(item.column) && !IsCode(item.column) &&
              (explicit_groups || !intent.measures.empty())) {
            // Within a top or beside computed numbers of a coarser thing it is one of its
            // attributes.
            const std::optional<Column> own_key = KeyColumn(item.column.relation);
            const bool attribute =
                std::any_of(intent.groups.begin(), intent.groups.end(), [&](const Group& g) {
                  if (!explicit_groups && g.column.relation == item.column.relation) return true;
                  return own_key && item.column.relation != entity_ &&
                         (g.column == *own_key || SameByKey(g.column, *own_key));
                });
            if (!attribute) {
              Measure measure;
              measure.aggregate = Aggregate::kSum;
              measure.column = item.column;
              measure.words = Words(*item.phrase);
              show(Output::Kind::kMeasure, AddMeasure(measure), item.name);
              break;
            }
          }
          // "errors 500 per day, count": the noun in front says what the rows are.
          if (list.items.size() == 1 && list.kind == "list" && !IsNumber(item.column) &&
              list.phrase->begin <= First() && !intent.measures.empty() && explicit_groups)
            break;
          // Verbs that recall a time column ("moved", "created") say nothing of their own.
          if (IsTime(item.column) && list.kind == "list" && &item == &list.items.front() &&
              TokenAt(item.phrase->begin).lower.ends_with("ed") && item.phrase->begin > 0 &&
              TokenAt(item.phrase->begin - 1).kind == TokenKind::kWord &&
              chart_.Names(item.phrase->begin - 1))
            break;
          if (IsTime(item.column) && list.items.size() == 1 && list.kind == "list" &&
              item.phrase->score < 1)
            break;
          // "requests per plan": what stands alone before its groups is counted.
          if (list.items.size() == 1 && list.kind == "list" && explicit_groups &&
              intent.measures.empty()) {
            if (Info(item.column).type.IsNested() || IsIdentifier(item.column)) break;
            const std::string answer =
                Ask("role:" + Info(item.column).name,
                    Msg("{}: count rows, or list its values?", Info(item.column).name),
                    *item.phrase, {Tr("count rows"), Tr("list its values")});
            if (answer != "b") break;
          }
          // "days with more than 3 receipts: date and count"
          if (IsTime(item.column)) {
            int bucketed = -1;
            for (size_t g = 0; g < intent.groups.size(); ++g) {
              if (intent.groups[g].column == item.column && !intent.groups[g].bucket.empty())
                bucketed = static_cast<int>(g);
            }
            if (bucketed >= 0) {
              listed = true;
              show(Output::Kind::kGroup, bucketed, item.name);
              break;
            }
          }
          // A reference to another table's row is shown by its name.
          Group group;
          group.column = item.column;
          group.words = Words(*item.phrase);
          if (IsTime(item.column)) {
            if (const int bucketed = GroupIndex(item.column, ""); bucketed >= 0) {
              show(Output::Kind::kGroup, bucketed, item.name);
              break;
            }
          }
          AddGroup(group);
          listed = true;
          show(Output::Kind::kGroup, GroupIndex(item.column, ""), item.name);
          break;
        }
        case Item::Kind::kBucket: {
          int group = GroupIndex({}, item.bucket);
          if (group < 0) {
            Bucket(item.bucket,
                   item.column.valid() ? std::optional<Column>(item.column) : std::nullopt,
                   *item.phrase);
            group = GroupIndex({}, item.bucket);
          }
          if (group >= 0) show(Output::Kind::kGroup, group, item.name);
          break;
        }
        case Item::Kind::kTable: {
          // "orders by status": the rows. In a list: what is grouped by, else counted, else by its
          // name.
          if (item.relation == entity_ && list.items.size() == 1) break;
          const bool itself =
              std::any_of(intent.groups.begin(), intent.groups.end(), [&](const Group& known) {
                return known.column.valid() && (known.column == KeyColumn(item.relation) ||
                                                known.column == NameColumn(item.relation));
              });
          if (item.relation == entity_ && explicit_groups && !itself && list.items.size() > 1 &&
              std::any_of(list.items.begin(), list.items.end(), [](const Item& other) {
                return other.kind == Item::Kind::kMeasure && !other.bare;
              })) {
            // "tickets and average price per channel": among numbers, rows are counted.
            Measure count;
            count.counted = item.relation;
            count.words = Words(*item.phrase);
            show(Output::Kind::kMeasure, AddMeasure(count), item.name);
            break;
          }
          int group = -1;
          for (size_t g = 0; g < intent.groups.size(); ++g) {
            if (intent.groups[g].column.relation == item.relation &&
                intent.groups[g].bucket.empty())
              group = static_cast<int>(g);
          }
          if (group >= 0 && !intent.groups[static_cast<size_t>(group)].implicit) {
            show(Output::Kind::kGroup, group, item.name);
            break;
          }
          int counted = -1;
          for (size_t m = 0; m < intent.measures.size(); ++m) {
            const Measure& measure = intent.measures[m];
            if (!measure.only.empty()) continue;
            if (measure.counted == item.relation && !measure.column.valid())
              counted = static_cast<int>(m);
            // "how many distinct users …: industry and users"
            if (measure.aggregate == Aggregate::kCountDistinct && measure.column.valid() &&
                KeyColumn(item.relation) &&
                (measure.column == *KeyColumn(item.relation) ||
                 SameByKey(measure.column, *KeyColumn(item.relation))))
              counted = static_cast<int>(m);
          }
          if (counted >= 0) {
            show(Output::Kind::kMeasure, counted, item.name);
            break;
          }
          if (group >= 0) {
            const std::optional<Column> name = NameColumn(item.relation);
            if (name) {
              Group named;
              named.column = *name;
              AddGroup(named);
              group = GroupIndex(*name, "");
            }
            show(Output::Kind::kGroup, group, item.name);
            break;
          }
          if (item.relation == entity_) break;
          if (list.items.size() > 1) {
            if (const std::optional<Column> name = NameColumn(item.relation)) {
              Group named;
              named.column = *name;
              AddGroup(named);
              show(Output::Kind::kGroup, GroupIndex(*name, ""), item.name);
            }
          }
          break;
        }
        case Item::Kind::kDerived: {
          if (item.derived.expression.text == "rank") {
            const std::optional<Measure> rank = RankMeasure(item.derived);
            if (rank)
              show(Output::Kind::kMeasure, AddMeasure(*rank), item.derived.name);
            else
              out_.leftover.push_back(Words(*item.phrase));
            break;
          }
          Measure measure;
          measure.expression = OverRows(item.derived.expression);
          measure.aggregate = Aggregate::kSum;
          measure.name = item.derived.name;
          measure.words = Words(*item.phrase);
          show(Output::Kind::kMeasure, AddMeasure(measure), item.derived.name);
          break;
        }
        default: break;
      }
    }
  }
  // "per owner: owner's name, …": the key only tells them apart.
  for (Group& group : intent.groups) {
    if (std::find(table_groups_.begin(), table_groups_.end(), group.column) == table_groups_.end())
      continue;
    const bool shown = std::any_of(output.begin(), output.end(), [&](const Output& one) {
      return one.kind == Output::Kind::kGroup &&
             &intent.groups[static_cast<size_t>(one.index)] == &group;
    });
    const bool sibling = std::any_of(output.begin(), output.end(), [&](const Output& one) {
      return one.kind == Output::Kind::kGroup &&
             !(intent.groups[static_cast<size_t>(one.index)].column == group.column) &&
             intent.groups[static_cast<size_t>(one.index)].column.relation == group.column.relation;
    });
    if (!shown && sibling) group.implicit = true;
  }
  // Customers with more than five orders: told apart by themselves.
  if (intent.groups.empty() && having_any && entity_ >= 0) {
    const Phrase nobody{};
    bool by_entity = false;
    for (const HavingDraft& draft : having_) {
      const int of =
          draft.measure.column.valid() ? draft.measure.column.relation : draft.measure.counted;
      by_entity = by_entity || (of >= 0 && of != entity_) || draft.measure.expression.set();
    }
    if (by_entity) {
      EntityGroup(entity_, about != nullptr ? *about : nobody);
      if (!output.empty() || true) {
        // Without a list the rows themselves are wanted.
        if (output.empty()) {
          for (size_t c = 0; c < Rel(entity_).own_columns(); ++c) {
            Group group;
            group.column = {entity_, static_cast<int>(c)};
            AddGroup(group);
            show(Output::Kind::kGroup, GroupIndex(group.column, ""), "");
          }
        }
      }
    }
  } else if (having_any && entity_ >= 0 && !explicit_groups) {
    // Listed by attributes: the thing itself still tells its rows apart.
    const bool of_entity =
        std::any_of(intent.groups.begin(), intent.groups.end(),
                    [&](const Group& g) { return g.column.relation == entity_; });
    bool finer = false;
    for (const HavingDraft& draft : having_) {
      const int of =
          draft.measure.column.valid() ? draft.measure.column.relation : draft.measure.counted;
      finer = finer || (of >= 0 && of != entity_);
    }
    if (of_entity && finer && about != nullptr) EntityGroup(entity_, *about);
  }
  if (intent.groups.empty() && having_any) {
    // One number that is compared says nothing of anything.
    out_.penalty += 2;
    for (const HavingDraft& draft : having_) {
      if (draft.bounds != nullptr) out_.leftover.push_back(draft.measure.words);
    }
  }
  // "visits per month": what is counted are the rows.
  if (intent.measures.empty()) {
    Measure count;
    count.counted = entity_;
    AddMeasure(count);
  }
  for (size_t i = 0; i < having_.size(); ++i) {
    if (having_[i].bounds == nullptr) continue;
    for (Condition& condition : Bounds(*having_[i].bounds, {}, {})) {
      condition.measure = having_index[i];
      intent.conditions.push_back(std::move(condition));
    }
  }
  for (Order& order : intent.orders) {
    if (order.measure <= -3) order.measure = having_index[static_cast<size_t>(-3 - order.measure)];
    if (order.measure == -2) order.measure = 0;
    if (order.measure < 0 && order.column.valid() && !order.expression.set()) {
      for (size_t m = 0; m < intent.measures.size(); ++m) {
        if (intent.measures[m].column == order.column) order.measure = static_cast<int>(m);
      }
    }
  }
  if (std::none_of(lists_.begin(), lists_.end(), SaysAll)) {
    std::stable_partition(output.begin(), output.end(),
                          [](const Output& one) { return one.kind == Output::Kind::kGroup; });
  }
  // An order by what is neither grouped by nor computed orders nothing.
  for (const Order& order : intent.orders) {
    if (order.measure >= 0 || !order.column.valid() || intent.pivot) continue;
    const bool of_group =
        std::any_of(intent.groups.begin(), intent.groups.end(), [&](const Group& group) {
          return group.column.valid() && group.column.relation == order.column.relation;
        });
    if (of_group) continue;
    out_.penalty += 1;
    if (order.words.end > order.words.begin) out_.leftover.push_back(order.words);
  }
  // Groups that nobody listed come first, numbers that nobody listed last.
  std::vector<Output> whole;
  for (size_t g = 0; g < intent.groups.size(); ++g) {
    const bool shown = std::any_of(output.begin(), output.end(), [&](const Output& one) {
      return one.kind == Output::Kind::kGroup && one.index == static_cast<int>(g);
    });
    if (shown || (intent.groups[g].implicit && listed)) continue;
    // The list says everything when it names a group at all.
    const bool complete = std::any_of(lists_.begin(), lists_.end(),
                                      [](const List& list) {
                                        return list.kind != "list" || list.items.size() > 1;
                                      }) &&
                          listed && intent.groups[g].implicit;
    if (complete) continue;
    Output one;
    one.kind = Output::Kind::kGroup;
    one.index = static_cast<int>(g);
    whole.push_back(one);
  }
  whole.insert(whole.end(), output.begin(), output.end());
  for (size_t m = 0; m < intent.measures.size(); ++m) {
    const bool shown = std::any_of(whole.begin(), whole.end(), [&](const Output& one) {
      return one.kind == Output::Kind::kMeasure && one.index == static_cast<int>(m);
    });
    if (shown) continue;
    // Only filtered or ordered by: shown when no other number is, or no list says otherwise.
    const bool asked = std::find(having_index.begin(), having_index.end(), static_cast<int>(m)) !=
                           having_index.end() ||
                       (top_.set && !intent.orders.empty() &&
                        intent.orders.front().measure == static_cast<int>(m));
    // "top 5 products by quantity with their titles": beside what they are ranked by.
    const bool beside = std::all_of(lists_.begin(), lists_.end(), [](const List& list) {
      return list.kind == "with_list" || list.kind == "added";
    });
    if (asked && !output.empty() && !beside) continue;
    Output one;
    one.kind = Output::Kind::kMeasure;
    one.index = static_cast<int>(m);
    whole.push_back(one);
  }
  intent.output = std::move(whole);
  (void)told;
}

bool Assembler::Conditioned(const Column& column) const {
  return std::any_of(out_.intent.conditions.begin(), out_.intent.conditions.end(),
                     [&](const Condition& c) { return c.column == column; });
}

// Whether a column named by itself only says which rows are meant: «операции», "expenses over 100",
// «уволенные».
bool Assembler::OnlyRecalled(const Item& item) {
  const Column column = item.column;
  std::vector<Condition>& conditions = out_.intent.conditions;
  if (Conditioned(column)) return true;
  const double nulls = Info(column).null_fraction.value_or(0);
  double link = 0;
  if (const Phrase* leaf = item.phrase->Part("c")) {
    for (const Reading* reading : leaf->readings) {
      if (reading->column == column) link = std::max(link, reading->score);
    }
  }
  const bool event = IsTime(column) && link < 0.97;
  if (!event && !(IsNumber(column) && nulls > 0.02)) return false;
  if (nulls > 0) {
    Condition filled;
    filled.column = column;
    filled.comparison = Comparison::kNotNull;
    filled.words = Words(*item.phrase);
    conditions.push_back(std::move(filled));
  }
  return true;
}

// "country, number of orders": columns and numbers in one list.
bool Assembler::SaysAll(const List& list) {
  const auto is = [](std::initializer_list<Item::Kind> kinds) {
    return [kinds](const Item& item) {
      return std::find(kinds.begin(), kinds.end(), item.kind) != kinds.end();
    };
  };
  return std::any_of(list.items.begin(), list.items.end(),
                     is({Item::Kind::kColumn, Item::Kind::kBucket, Item::Kind::kTable})) &&
         std::any_of(list.items.begin(), list.items.end(),
                     is({Item::Kind::kMeasure, Item::Kind::kDerived}));
}

// Where the first group or computed number is told.
int Assembler::First() const {
  int first = chart_.size();
  for (const Group& group : out_.intent.groups) {
    for (int at = 0; at < chart_.size(); ++at) {
      if (TokenAt(at).span.begin == group.words.begin) first = std::min(first, at);
    }
  }
  return first;
}

void Assembler::FinishRows() {
  Intent& intent = out_.intent;
  std::vector<Output> output;
  bool told = false, extends = false, other_relation = false;
  size_t columns = 0;
  const auto show_column = [&](const Column& column, const std::string& name) {
    for (Output& one : output) {
      if (one.kind != Output::Kind::kColumn || !(one.column == column)) continue;
      if (one.name.empty()) one.name = name;
      return;
    }
    Output one;
    one.column = column;
    one.name = name;
    output.push_back(one);
    Mention(column);
  };
  for (const List& list : lists_) {
    bool adds = list.kind == "added";
    if (adds && std::all_of(list.items.begin(), list.items.end(), [&](const Item& item) {
          return item.kind == Item::Kind::kColumn && item.column.relation == entity_;
        }))
      adds = false;  // «со столбцами ФИО, Город» adds nothing that is not there: it chooses
    if (list.kind == "with_list") {
      // "orders with the customer's name" adds; "orders with id and amount" chooses.
      adds = std::all_of(list.items.begin(), list.items.end(), [&](const Item& item) {
        return item.kind != Item::Kind::kColumn || item.column.relation != entity_;
      });
    }
    size_t shown = 0;
    // "reviews with a comment": whole rows hold it anyway, so those are meant that have one.
    if ((list.kind == "with_list" || (list.kind == "added" && !Says("columns_word"))) &&
        list.items.size() == 1 && list.items[0].kind == Item::Kind::kColumn &&
        list.items[0].column.relation == entity_ &&
        (Info(list.items[0].column).null_fraction.value_or(0) > 0 ||
         FromNought(list.items[0].column))) {
      if (!Conditioned(list.items[0].column)) {
        Condition filled;
        filled.column = list.items[0].column;
        filled.comparison = Comparison::kNotNull;
        if (FromNought(filled.column)) {
          filled.comparison = Comparison::kGreater;
          filled.literals = {"0"};
        }
        filled.words = Words(*list.items[0].phrase);
        intent.conditions.push_back(std::move(filled));
        Report(*list.items[0].phrase, "where/" + Info(list.items[0].column).name);
      }
      continue;
    }
    // «только оплата картой»: the column whose value is asked for.
    if (list.kind == "only_list" && list.items.size() == 1 &&
        list.items[0].kind == Item::Kind::kColumn && Conditioned(list.items[0].column))
      continue;
    for (const Item& item : list.items) {
      if (item.kind == Item::Kind::kColumn) {
        Report(*item.phrase, "select/" + Info(item.column).name);
        show_column(item.column, item.name);
        ++columns;
        ++shown;
        other_relation = other_relation || item.column.relation != entity_;
      } else if (item.kind == Item::Kind::kDerived) {
        Derived derived = item.derived;
        if (!FinishRank(&derived)) {
          out_.leftover.push_back(Words(*item.phrase));
          continue;
        }
        Output one;
        one.kind = Output::Kind::kDerived;
        one.index = AddDerived(derived);
        one.name = item.derived.name;
        output.push_back(one);
        ++shown;
        Report(*item.phrase, "select/derived");
      } else if (item.kind == Item::Kind::kTable) {
        // In a list of columns a table stands for its name.
        if (list.items.size() < 2) continue;
        if (item.relation == entity_ && list.kind != "told_list" && list.kind != "only_list")
          continue;
        const std::optional<Column> name =
            NameColumn(item.relation) ? NameColumn(item.relation) : KeyColumn(item.relation);
        if (!name) continue;
        show_column(*name, item.name);
        ++columns;
        ++shown;
      } else if (item.kind == Item::Kind::kMeasure) {
        // A computed number among rows: nothing to show it beside.
        out_.penalty += 1.5;
        out_.leftover.push_back(Words(*item.phrase));
      } else if (item.kind == Item::Kind::kAll) {
        extends = true;
      } else if (item.kind == Item::Kind::kBucket) {
        // "year and month of the order date": of the one that is named.
        std::optional<Column> time;
        for (const Item& other : list.items) {
          if (other.kind == Item::Kind::kBucket && other.column.valid()) time = other.column;
        }
        if (!time) time = DateColumn(*item.phrase);
        if (time) {
          Derived derived;
          derived.expression = Called(PartOfDate(item.bucket), {OfColumn(*time)});
          derived.name = item.bucket;
          Output one;
          one.kind = Output::Kind::kDerived;
          one.index = AddDerived(derived);
          output.push_back(one);
        }
      }
    }
    if (shown == 0) continue;
    // «к отпускам … ФИО и отдел»: columns of another table alone go beside the rows that are named.
    if (list.kind == "list" && entity_named_ && lists_.size() == 1 &&
        std::all_of(list.items.begin(), list.items.end(), [&](const Item& item) {
          return item.kind == Item::Kind::kColumn && item.column.relation != entity_;
        }))
      adds = true;
    if (adds) {
      extends = true;
    } else if (list.kind != "list" || list.items.size() > 1) {
      told = true;
    }
  }
  if (output.empty()) return;
  const bool derived_any = !intent.derived.empty();
  // An added column beside listed ones belongs to the list.
  if (extends && told) {
    const bool list_of_columns = std::any_of(lists_.begin(), lists_.end(), [](const List& list) {
      return list.kind != "added" && list.items.size() > 1;
    });
    if (list_of_columns) extends = false;
  }
  // Columns that stand by themselves, outside of a list: events, filters' subjects, or the wish for
  // just them.
  if (!extends && !told && columns >= 1 && !derived_any && !intent.distinct) {
    std::vector<const Item*> wished;
    for (const List& list : lists_) {
      for (const Item& item : list.items) {
        if (item.kind == Item::Kind::kColumn && !OnlyRecalled(item)) wished.push_back(&item);
      }
    }
    if (wished.empty()) return;
    if (wished.size() == 1) {
      const Column column = wished.front()->column;
      if (column.relation != entity_ && entity_ >= 0) {
        extends = true;  // "orders with the customer's name"
      } else {
        const std::string answer =
            Ask("only:" + Info(column).name,
                Msg("Only the column {}, or whole rows?", Info(column).name),
                *wished.front()->phrase, {Msg("only {}", Info(column).name), Tr("whole rows")});
        if (answer == "b") return;
      }
    }
    std::erase_if(output, [&](const Output& one) {
      return one.kind == Output::Kind::kColumn &&
             std::none_of(wished.begin(), wished.end(),
                          [&](const Item* item) { return item->column == one.column; });
    });
  }
  if (derived_any && columns == 0 && intent.derived.size() == 1 &&
      std::none_of(lists_.begin(), lists_.end(), [](const List& list) {
        return list.kind == "told_list" || list.kind == "only_list";
      }))
    extends = true;
  (void)other_relation;
  if (extends) {
    intent.extend = true;
    intent.output.clear();
    std::vector<Output> whole;
    if (entity_ >= 0) {
      for (size_t c = 0; c < Rel(entity_).own_columns(); ++c) {
        Output one;
        one.column = {entity_, static_cast<int>(c)};
        whole.push_back(one);
      }
    }
    for (Output& one : output) {
      const bool known = one.kind == Output::Kind::kColumn &&
                         std::any_of(whole.begin(), whole.end(), [&](const Output& other) {
                           return other.kind == Output::Kind::kColumn && other.column == one.column;
                         });
      if (!known) whole.push_back(std::move(one));
    }
    output = std::move(whole);
  }
  intent.output = std::move(output);
}

void Assembler::Finish() {
  Intent& intent = out_.intent;
  if (entity_ < 0) {
    // Nothing named: what the columns belong to.
    for (const auto& [leaf, column] : resolved_) {
      if (column) Mention(*column);
    }
    for (const Condition& condition : intent.conditions) {
      if (condition.column.valid()) Mention(condition.column);
    }
    if (!spoken_.empty()) entity_ = spoken_.front();
    if (entity_ < 0 && catalog_.relations.size() == 1) {
      entity_ = 0;
      Mention(0);
    }
  }
  percent_ = Says("percent");
  if (pivot_signs_ > 0 && (!intent.pivot || intent.groups.empty())) out_.penalty += 2.5;
  if (intent.pivot && cells_) AddMeasure(*cells_);
  FinishTop();
  const bool row_top = top_.set && !top_.measure && top_.bucket.empty();
  if (latest_order_) {
    // "the latest … per …": groups say per what.
    if (intent.dedup.empty()) {
      for (const Group& group : intent.groups)
        intent.dedup.push_back(group.column);
    }
    intent.groups.clear();
    intent.orders.insert(intent.orders.begin(), *latest_order_);
    if (intent.dedup.empty()) out_.penalty += 1;
  }
  for (const Order& tie : ties_)
    intent.orders.push_back(tie);
  if (RowByRow()) intent.groups.clear();
  if (!row_top && !latest_order_ && intent.dedup.empty() && Grouped()) {
    FinishGrouped();
  } else {
    FinishRows();
  }
  std::erase_if(intent.orders, ForgetsOrder);
  // "5 longest films, the longest first": the same order twice.
  for (size_t i = 1; i < intent.orders.size();) {
    const Order &first = intent.orders.front(), &again = intent.orders[i];
    if (first.column == again.column && first.measure == again.measure && !again.expression.set() &&
        !first.expression.set()) {
      if (first.descending != again.descending && again.words.end > again.words.begin) {
        out_.penalty += 1;
        out_.leftover.push_back(again.words);
      }
      intent.orders.erase(intent.orders.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  if (case_blind_ || space_blind_) {
    for (Group& group : intent.groups) {
      if (!group.column.valid() || !Info(group.column).type.IsText()) continue;
      Expression expression = OfColumn(group.column);
      if (space_blind_) expression = Called("trim", {expression});
      if (case_blind_) expression = Called("lower", {expression});
      group.expression = expression;
    }
    for (const Column& column : intent.dedup) {
      if (!Info(column).type.IsText()) continue;
      for (const Treatment treatment : {Treatment::kTrim, Treatment::kLower}) {
        if ((treatment == Treatment::kTrim && !space_blind_) ||
            (treatment == Treatment::kLower && !case_blind_))
          continue;
        const bool known = std::any_of(intent.cleanings.begin(), intent.cleanings.end(),
                                       [&](const synthesis::Cleaning& c) {
                                         return c.column == column && c.treatment == treatment;
                                       });
        if (known) continue;
        // Compared so, shown as it is: the writer partitions by it.
        out_.intent.dedup_blind.push_back({column, treatment});
      }
    }
  }
  intent.stacked = stacked_;
  if (stacked_.empty()) {
    for (const int relation : joined_) {
      // What is lacking (or only must be there) is not joined, even where its file is named.
      const bool partner =
          std::any_of(intent.partners.begin(), intent.partners.end(),
                      [&](const Partner& one) { return one.relation == relation; });
      if (relation != entity_ && Distance(entity_, relation) >= 0 && !partner)
        intent.joins.emplace_back(entity_, relation);
    }
  }
  intent.relations.clear();
  if (entity_ >= 0) intent.relations.push_back(entity_);
  for (const int relation : spoken_) {
    if (relation == entity_) continue;
    const bool partner = std::any_of(intent.partners.begin(), intent.partners.end(),
                                     [&](const Partner& one) { return one.relation == relation; });
    if (!partner) intent.relations.push_back(relation);
  }
  // "fields from which nothing was harvested in season 2024": of rows that are not there, a
  // condition can only say which of them are not.
  for (Partner& partner : intent.partners) {
    if (!partner.absent || partner.relation == entity_) continue;
    std::vector<Condition> rest;
    for (Condition& condition : intent.conditions) {
      const bool theirs =
          condition.column.valid() && !condition.left.set() && condition.measure < 0 &&
          !condition.with.valid() && condition.any_group < 0 &&
          condition.column.relation == partner.relation && !ToOne(entity_, partner.relation);
      (theirs ? partner.conditions : rest).push_back(std::move(condition));
    }
    intent.conditions = std::move(rest);
  }
  if (intent.relations.empty()) out_.penalty += 3;
}

}  // namespace aietl::synthesis
