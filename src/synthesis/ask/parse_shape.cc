// Order, top-N, de-duplication, pivot, joins, tables and plain columns.
#include <algorithm>

#include "base/text.h"
#include "synthesis/ask/join_path.h"
#include "synthesis/ask/parser.h"

namespace aietl::synthesis {

std::vector<Column> Parser::ColumnList(int at, int* end) {
  std::vector<Column> columns;
  int cursor = at;
  for (;;) {
    const std::optional<Found> found = ColumnAt(cursor);
    if (!found) break;
    columns.push_back(found->column);
    *end = found->end;
    cursor = found->end;
    const int before = cursor;
    while (cursor < size() &&
           ((IsComma(cursor) && (tokens_[static_cast<size_t>(cursor)].text == "," ||
                                 tokens_[static_cast<size_t>(cursor)].text == "+")) ||
            Cue(cursor, "and")))
      ++cursor;
    if (cursor == before) break;
    cursor = SkipNoise(cursor);
  }
  return columns;
}

// sorted by X descending, Y
int Parser::OrderBy(int at) {
  const int length = Cue(at, "order_by");
  int cursor = at + length;
  bool descending = false;
  if (length == 0) {
    // «по убыванию суммы», "descending by amount"
    const int desc = Cue(at, "desc"), asc = Cue(at, "asc");
    if (desc == 0 && asc == 0) return 0;
    descending = desc > 0;
    cursor = at + std::max(desc, asc);
    if (!out_.intent.orders.empty() && !ColumnAt(SkipNoise(cursor))) {
      out_.intent.orders.back().descending = descending;
      return cursor - at;
    }
  }
  int end = cursor;
  bool any = false;
  for (;;) {
    int item = cursor;
    while (item < size() && (IsNoise(item) || Cue(item, "by")))
      ++item;
    if (const int desc = Cue(item, "desc")) {
      descending = true;
      item = SkipNoise(item + desc);
    } else if (const int asc = Cue(item, "asc")) {
      descending = false;
      item = SkipNoise(item + asc);
    }
    Order order;
    int item_end = 0;
    // A measure named before ("sorted by revenue", «по убыванию суммы»).
    for (size_t m = 0; m < out_.intent.measures.size() && item_end == 0; ++m) {
      const Measure& measure = out_.intent.measures[m];
      const std::optional<Found> named = ColumnAt(item, Want::kNumber, 0.75);
      if (named && named->column == measure.column) {
        order.measure = static_cast<int>(m);
        item_end = named->end;
      } else if (measure.aggregate == Aggregate::kCount && Cue(item, "count")) {
        order.measure = static_cast<int>(m);
        item_end = item + Cue(item, "count");
        if (const std::optional<FoundTable> table = TableAt(SkipNoise(item_end)))
          item_end = table->end;
      } else if (measure.aggregate == Aggregate::kSum && Cue(item, "sum")) {
        order.measure = static_cast<int>(m);
        item_end = item + Cue(item, "sum");
      } else if (measure.aggregate == Aggregate::kAvg && Cue(item, "avg")) {
        order.measure = static_cast<int>(m);
        item_end = item + Cue(item, "avg");
      } else if (measure.name == "revenue") {
        for (const Lexicon::Match& match : Lexicon::Concepts().Find(
                 lower_, stems_, static_cast<size_t>(std::min(item, size() - 1)))) {
          if (item < size() && match.id == "revenue" && match.weight == 1) {
            order.measure = static_cast<int>(m);
            item_end = item + match.words;
          }
        }
      }
    }
    if (item_end == 0) {
      int bucket_end = 0;
      const std::string bucket = BucketAt(item, &bucket_end);
      bool matched = false;
      for (const Group& group : out_.intent.groups) {
        if (!bucket.empty() && group.bucket == bucket) {
          order.column = group.column;
          item_end = bucket_end;
          matched = true;
        }
      }
      if (!matched) {
        const std::optional<Found> column = ColumnAt(item);
        if (!column) break;
        order.column = column->column;
        item_end = column->end;
        Mention(column->column.relation);
      }
    }
    end = item_end;
    order.descending = descending;
    if (const int desc = Cue(SkipNoise(end), "desc")) {
      order.descending = true;
      end = SkipNoise(end) + desc;
    } else if (const int asc = Cue(SkipNoise(end), "asc")) {
      order.descending = false;
      end = SkipNoise(end) + asc;
    }
    order.words = Words(at, end);
    out_.intent.orders.push_back(order);
    any = true;
    int more = end;
    while (more < size() && (tokens_[static_cast<size_t>(more)].text == "," || Cue(more, "and")))
      ++more;
    if (more == end) break;
    cursor = more;
    descending = false;
  }
  if (!any) return 0;
  Report(at, end, "order");
  return end - at;
}

// top 5 customers by revenue; the two most expensive products in each category; first 10 rows;
// latest order per customer
int Parser::Top(int at) {
  int cursor = at;
  std::optional<int64_t> count;
  bool descending = true;
  bool superlative = false;
  std::optional<Column> by;
  const auto number = [&](int i) -> bool {
    if (i >= size() || used_[static_cast<size_t>(i)] ||
        tokens_[static_cast<size_t>(i)].kind != TokenKind::kNumber)
      return false;
    const double value = *tokens_[static_cast<size_t>(i)].number;
    if (value < 1 || value != static_cast<double>(static_cast<int64_t>(value))) return false;
    count = static_cast<int64_t>(value);
    return true;
  };
  int length = 0;
  if ((length = Cue(at, "limit")) > 0) {
    if (!number(SkipNoise(at + length))) return 0;
    int end = SkipNoise(at + length) + 1;
    if (const int rows = Cue(end, "rows")) end += rows;
    out_.intent.limit = count;
    Report(at, end, "limit");
    return end - at;
  }
  if (number(at)) cursor = at + 1;  // "5 largest orders", «два самых дорогих товара»
  const int after_number = cursor;
  if ((length = Cue(cursor, "bottom")) > 0) {
    descending = false;
  } else {
    length = Cue(cursor, "top");
  }
  const int latest = Cue(cursor, "latest"), earliest = Cue(cursor, "earliest"),
            most = Cue(cursor, "most"), fewest = Cue(cursor, "fewest");
  bool time = false;
  if (latest > length) {
    length = latest;
    time = true;
    descending = true;
  }
  if (earliest > length) {
    length = earliest;
    time = true;
    descending = false;
  }
  if (length == 0 && (most > 0 || fewest > 0)) {
    length = std::max(most, fewest);
    descending = most > 0;
    superlative = true;
  }
  if (length == 0) {
    if (Cue(cursor, "first") > 0 && cursor == at) {
      const int next = at + Cue(at, "first");
      if (!number(next)) return 0;
      int end = next + 1;
      if (const int rows = Cue(end, "rows")) end += rows;
      out_.intent.limit = count;
      Report(at, end, "limit");
      return end - at;
    }
    return 0;
  }
  cursor += length;
  if (!count && number(cursor)) ++cursor;
  // An adjective that names what to order by: most expensive, самые дорогие.
  if (superlative || Cue(after_number, "top") || Cue(after_number, "bottom")) {
    static constexpr std::pair<std::string_view, int> kAdjectives[] = {
        {"expensive", 1}, {"costly", 1}, {"дорог", 1}, {"cheap", -1},        {"дешев", -1},
        {"long", 2},      {"длин", 2},   {"длинн", 2}, {"продолжительн", 2}, {"short", -2},
        {"коротк", -2},   {"heavi", 3},  {"тяжел", 3}, {"old", 4},           {"стар", 4},
        {"young", -4},    {"молод", -4}};
    for (const auto& [stem, kind] : kAdjectives) {
      if (cursor >= size() ||
          !std::string_view(lower_[static_cast<size_t>(cursor)]).starts_with(stem))
        continue;
      if (kind < 0) descending = !descending;
      const std::string_view wanted = std::abs(kind) == 1   ? "price"
                                      : std::abs(kind) == 2 ? "duration"
                                      : std::abs(kind) == 3 ? "weight"
                                                            : "age";
      int table_at = SkipNoise(cursor + 1);
      if (const std::optional<FoundTable> table = TableAt(table_at)) Mention(table->relation);
      std::vector<Column> fitting;
      for (const int r : out_.intent.relations) {
        const auto& columns = catalog_.relations[static_cast<size_t>(r)].info.columns;
        for (size_t c = 0; c < columns.size(); ++c) {
          for (const std::string& word : NameWords(columns[c].name)) {
            for (const Lexicon::Match& match : Lexicon::Concepts().FindWord(word)) {
              const Column column{r, static_cast<int>(c)};
              if ((match.id == wanted || (wanted == "price" && match.id == "amount")) &&
                  IsNumber(column) &&
                  std::find(fitting.begin(), fitting.end(), column) == fitting.end())
                fitting.push_back(column);
            }
          }
        }
        if (!fitting.empty()) break;
      }
      by = Choose(fitting, cursor, cursor + 1, "superlative");
      if (!by) return 0;
      ++cursor;
      break;
    }
    if (superlative && !by) return 0;
  }
  cursor = SkipNoise(cursor);
  // A word that is both a cue and an aggregate ("highest salary") belongs to the aggregate unless
  // rows are counted.
  const std::optional<FoundTable> table = TableAt(cursor);
  int end = cursor;
  if (table) {
    Mention(table->relation);
    end = table->end;
  } else if (!count && !by && !time) {
    return 0;
  }
  if (time && !table) return 0;
  if (time && !by) {
    by = DateColumn(at, end);
    if (!by) return 0;
  }
  // by WHAT
  int clause = SkipNoise(end);
  if (const int by_cue = Cue(clause, "by"); by_cue > 0 && !by) {
    int item = SkipNoise(clause + by_cue);
    const size_t measures_before = out_.intent.measures.size();
    int used = AggregateAt(item);
    if (used == 0) used = Revenue(item);
    if (used > 0 && out_.intent.measures.size() >= measures_before) {
      Order order;
      order.measure = static_cast<int>(out_.intent.measures.size()) - 1;
      order.descending = descending;
      order.words = Words(at, item + used);
      out_.intent.orders.push_back(order);
      out_.intent.limit = count.value_or(1);
      if (table && out_.intent.groups.empty()) {
        int group_end = 0;
        const int where = at + (cursor - at);
        if (std::optional<Group> group = GroupItemAt(where, &group_end)) {
          group->implicit = true;
          out_.intent.groups.push_back(*group);
        }
      }
      Report(at, item + used, "order");
      return item + used - at;
    }
    if (const std::optional<Found> column = ColumnAt(item)) {
      by = column->column;
      end = column->end;
    }
  }
  if (!by) {
    // "top 10 customers": by what?
    if (!count && !table) return 0;
    Ask("top-by@" + std::to_string(tokens_[static_cast<size_t>(at)].span.begin),
        Msg("“{}”: the top by what? Say, for example, “top 10 customers by revenue”.",
            Text(at, std::max(end, at + 1))),
        at, std::max(end, at + 1), {Tr("by the number of rows"), Tr("by a sum")});
    return std::max(end - at, 1);
  }
  Mention(by->relation);
  Order order;
  order.column = *by;
  order.descending = descending;
  order.words = Words(at, end);
  out_.intent.orders.push_back(order);
  out_.intent.limit = count.value_or(1);
  // in each category, per customer
  clause = SkipNoise(end);
  if (const int per = Cue(clause, "group_by")) {
    int group_end = 0;
    if (const std::optional<Group> group = GroupItemAt(SkipNoise(clause + per), &group_end);
        group && group->bucket.empty()) {
      out_.intent.limit_per.push_back(group->column);
      Mention(group->column.relation);
      end = group_end;
    }
  } else if (const int by_cue = Cue(clause, "by"); by_cue > 0 && time) {
    int group_end = 0;
    if (const std::optional<Group> group = GroupItemAt(SkipNoise(clause + by_cue), &group_end);
        group && group->bucket.empty()) {
      out_.intent.limit_per.push_back(group->column);
      end = group_end;
    }
  }
  Report(at, end, "order");
  return end - at;
}

// without duplicates [by id] [keeping the latest by updated_at]; one row per customer
int Parser::Dedup(int at) {
  const int length = Cue(at, "dedup");
  if (length == 0) {
    if (const int distinct = Cue(at, "distinct");
        distinct > 0 && (at == 0 || !Cue(at - 1, "count"))) {
      int end = 0;
      const std::vector<Column> columns = ColumnList(SkipNoise(at + distinct), &end);
      if (columns.empty()) return 0;
      for (const Column& column : columns) {
        out_.intent.select.push_back(column);
        Mention(column.relation);
      }
      out_.intent.distinct = true;
      Report(at, end, "distinct");
      return end - at;
    }
    return 0;
  }
  int cursor = at + length;
  while (cursor < size() && (IsNoise(cursor) || Cue(cursor, "by") || Cue(cursor, "on_key")))
    ++cursor;
  int end = at + length;
  const std::vector<Column> key = ColumnList(cursor, &end);
  if (key.empty()) {
    if (const std::optional<FoundTable> table = TableAt(cursor)) {
      Mention(table->relation);
      end = table->end;
      int more = end;
      while (more < size() && (IsNoise(more) || Cue(more, "by") || Cue(more, "on_key")))
        ++more;
      int key_end = 0;
      const std::vector<Column> behind =
          more > end ? ColumnList(more, &key_end) : std::vector<Column>();
      if (!behind.empty()) {
        out_.intent.dedup = behind;
        end = key_end;
      } else {
        out_.intent.dedup_whole = true;
      }
    } else {
      out_.intent.dedup_whole = true;
    }
  } else {
    out_.intent.dedup = key;
    for (const Column& column : key)
      Mention(column.relation);
  }
  // keeping the latest [by updated_at]
  int look = end;
  for (int steps = 0; look < size() && steps < 6; ++look, ++steps) {
    const int latest = Cue(look, "latest"), earliest = Cue(look, "earliest");
    if (latest == 0 && earliest == 0) {
      if (!IsNoise(look) && !IsComma(look) && !Cue(look, "only") && !Cue(look, "all") &&
          !Cue(look, "and"))
        break;
      continue;
    }
    int by = look + std::max(latest, earliest);
    while (by < size() && (IsNoise(by) || Cue(by, "rows") || Cue(by, "by") ||
                           tokens_[static_cast<size_t>(by)].lower == "version" ||
                           tokens_[static_cast<size_t>(by)].lower.starts_with("верси")))
      ++by;
    Order order;
    order.descending = latest > 0;
    if (const std::optional<Found> column = ColumnAt(by)) {
      order.column = column->column;
      end = column->end;
    } else {
      const std::optional<Column> date = DateColumn(look, look + 1);
      if (!date) break;
      order.column = *date;
      end = look + std::max(latest, earliest);
    }
    order.words = Words(look, end);
    out_.intent.orders.push_back(order);
    break;
  }
  Report(at, end, "dedup");
  return end - at;
}

// pivot STATUS into columns; a column for each status
int Parser::Pivot(int at) {
  const int length = Cue(at, "pivot");
  if (length == 0) return 0;
  int cursor = SkipNoise(at + length);
  const std::optional<Found> column = ColumnAt(cursor);
  if (!column) {
    if (const std::optional<FoundTable> table = TableAt(cursor)) {
      Mention(table->relation);
      return table->end - at;
    }
    return out_.intent.pivot ? length : 0;
  }
  out_.intent.pivot = column->column;
  Mention(column->column.relation);
  Report(at, column->end, "pivot");
  return column->end - at;
}

// join A with B on K: the tables are found by themselves, the key's words are consumed here
int Parser::JoinWords(int at) {
  const int length = Cue(at, "on_key") > 0                                   ? Cue(at, "on_key")
                     : Cue(at, "by") > 0 && out_.intent.relations.size() > 1 ? Cue(at, "by")
                                                                             : 0;
  if (length == 0) return 0;
  int end = 0;
  const int cursor = SkipNoise(at + length);
  const Reading* best = BestReading(cursor);
  if (best == nullptr) return 0;
  // Only a column that both sides share is a join key.
  std::vector<int> holders;
  for (const Reading& reading : readings_[static_cast<size_t>(cursor)]) {
    if (reading.kind != LinkKind::kColumn || reading.score < 0.97) continue;
    const std::vector<int>& relations = out_.intent.relations;
    if (std::find(relations.begin(), relations.end(), reading.column.relation) == relations.end())
      continue;
    if (std::find(holders.begin(), holders.end(), reading.column.relation) == holders.end())
      holders.push_back(reading.column.relation);
    end = std::max(end, reading.end);
  }
  if (holders.size() < 2) return 0;
  // A key, not a group: it is unique in one of them.
  bool key = false;
  for (const Reading& reading : readings_[static_cast<size_t>(cursor)]) {
    if (reading.kind != LinkKind::kColumn || reading.score < 0.97) continue;
    const Relation& relation = catalog_.relations[static_cast<size_t>(reading.column.relation)];
    const std::vector<std::string> row_key = RowKey(relation);
    key = key || (row_key.size() == 1 && row_key.front() == Info(reading.column).name);
  }
  if (!key) return 0;
  Report(at, end, "join/on");
  return end - at;
}

int Parser::TableName(int at) {
  std::optional<FoundTable> table = TableAt(at);
  if (!table && BestReading(at) != nullptr && BestReading(at)->kind == LinkKind::kTable)
    table = TableAt(at, 0.74);
  if (!table) return 0;
  const std::optional<Found> column = ColumnAt(at, Want::kAny, table->score + 0.02);
  if (column && column->end >= table->end) return 0;
  Mention(table->relation);
  Report(at, table->end, "from/" + catalog_.relations[static_cast<size_t>(table->relation)].name);
  return table->end - at;
}

int Parser::ColumnName(int at) {
  const std::optional<Found> column = ColumnAt(at);
  if (!column) return 0;
  // "months as columns"
  if (const int pivot = Cue(column->end, "pivot"); pivot > 0 && !out_.intent.pivot) {
    out_.intent.pivot = column->column;
    Mention(column->column.relation);
    Report(at, column->end + pivot, "pivot");
    return column->end + pivot - at;
  }
  // "grades with the pupil's name": all of the rows, and that beside them.
  if (out_.intent.select.empty() && !out_.intent.relations.empty() &&
      column->column.relation != out_.intent.relations.front()) {
    for (int before = at - 1; before >= std::max(0, at - 5); --before) {
      for (const Lexicon::Match& match : cues_[static_cast<size_t>(before)]) {
        out_.intent.extend =
            out_.intent.extend || match.id == "join" ||
            (match.id == "where" && (lower_[static_cast<size_t>(before)] == "with" ||
                                     lower_[static_cast<size_t>(before)] == "с" ||
                                     lower_[static_cast<size_t>(before)] == "со"));
      }
    }
  }
  Mention(column->column.relation);
  std::vector<Column>& select = out_.intent.select;
  if (std::find(select.begin(), select.end(), column->column) == select.end()) {
    select.push_back(column->column);
    out_.intent.select_words.push_back(Words(at, column->end));
  }
  Report(at, column->end, "select/" + Info(column->column).name);
  return column->end - at;
}

}  // namespace aietl::synthesis
