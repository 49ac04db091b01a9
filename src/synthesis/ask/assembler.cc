#include "synthesis/ask/assembler.h"

#include <algorithm>
#include <cmath>
#include <deque>

#include "base/text.h"
#include "synthesis/ask/join_path.h"

namespace aietl::synthesis {

Assembler::Assembler(const QueryRequest& request, const Linker& linker, const PhraseChart& chart)
    : request_(request),
      linker_(linker),
      catalog_(linker.catalog()),
      chart_(chart),
      tokens_(request.tokens) {
  // Joins between any two relations, by breadth first search from each.
  const size_t count = catalog_.relations.size();
  std::vector<std::vector<int>> near(count);
  for (const auto& [from, key] : catalog_.keys) {
    int left = -1, right = -1;
    for (size_t r = 0; r < count; ++r) {
      if (catalog_.relations[r].name == from) left = static_cast<int>(r);
      if (catalog_.relations[r].name == key.table) right = static_cast<int>(r);
    }
    if (left < 0 || right < 0) continue;
    near[static_cast<size_t>(left)].push_back(right);
    near[static_cast<size_t>(right)].push_back(left);
  }
  distances_.assign(count, std::vector<int>(count, -1));
  for (size_t r = 0; r < count; ++r) {
    std::deque<int> queue{static_cast<int>(r)};
    distances_[r][r] = 0;
    while (!queue.empty()) {
      const int at = queue.front();
      queue.pop_front();
      for (const int next : near[static_cast<size_t>(at)]) {
        if (distances_[r][static_cast<size_t>(next)] >= 0) continue;
        distances_[r][static_cast<size_t>(next)] = distances_[r][static_cast<size_t>(at)] + 1;
        queue.push_back(next);
      }
    }
  }
}

Span Assembler::Words(const Phrase& phrase) const {
  return {TokenAt(phrase.begin).span.begin,
          TokenAt(std::max(phrase.begin, phrase.end - 1)).span.end};
}

std::string Assembler::Text(int begin, int end) const {
  std::string out;
  for (int i = begin; i < end; ++i)
    out += (out.empty() ? "" : " ") + TokenAt(i).text;
  return out;
}

void Assembler::Report(const Phrase& phrase, std::string part) {
  out_.links.push_back({Words(phrase), Text(phrase), std::move(part)});
}

bool Assembler::Says(std::string_view cue) const {
  for (int at = 0; at < chart_.size(); ++at) {
    if (!chart_.Taken(at) && chart_.HasCue(at, cue)) return true;
  }
  return false;
}

Understanding Assembler::Assemble(const Cover& cover) {
  out_ = {};
  cover_ = &cover;
  spoken_.clear();
  entity_ = -1;
  lists_.clear();
  joined_.clear();
  table_groups_.clear();
  evoked_.clear();
  bare_numbers_.clear();
  resolved_.clear();
  last_measure_ = nullptr;
  top_ = {};
  top_count_ = nullptr;
  ties_.clear();
  having_.clear();
  latest_kept_ = case_blind_ = space_blind_ = percent_ = false;
  pivot_signs_ = 0;
  latest_order_.reset();
  cells_.reset();
  Tables(cover);
  for (const Phrase* phrase : cover.phrases) {
    if (phrase->meaning != "list") continue;
    const Phrase& items = *phrase->Part("i");
    const Phrase* leaf = items.Part("more") == nullptr ? items.Part("i")->Part("c") : nullptr;
    if (leaf == nullptr) continue;
    const std::optional<Column> column = Resolve(*leaf);
    if (column && IsNumber(*column) && !IsCode(*column)) bare_numbers_.push_back(*column);
  }
  static constexpr std::string_view kRanking[] = {"superlative", "top",       "bottom", "extreme",
                                                  "keep",        "dedup",     "spent",  "order",
                                                  "limit",       "tie_break", "most"};
  ranked_ = std::any_of(cover.phrases.begin(), cover.phrases.end(), [](const Phrase* phrase) {
    return std::any_of(std::begin(kRanking), std::end(kRanking), [&](std::string_view ranking) {
      return phrase->meaning.starts_with(ranking);
    });
  });
  for (const Phrase* phrase : cover.phrases)
    One(*phrase);
  for (const int at : cover.missed)
    out_.leftover.push_back(TokenAt(at).span);
  // "per destination region": two names without a word between, of which the first only resembles a
  // column, are one name that is not known.
  for (size_t i = 1; i < cover.phrases.size(); ++i) {
    const Phrase &before = *cover.phrases[i - 1], &after = *cover.phrases[i];
    if ((before.meaning != "group" && before.meaning != "list") || after.meaning != "list" ||
        before.end != after.begin)
      continue;
    const Phrase* leaf = before.Part("i")->Part("i")->Part("c");
    if (before.Part("i")->Part("more") != nullptr || leaf == nullptr || leaf->readings.empty())
      continue;
    double best = 0;
    for (const Reading* reading : leaf->readings)
      best =
          std::max(best, reading->column.valid() && IsTime(reading->column) ? 1 : reading->score);
    if (best < 0.9) {
      out_.penalty += 1;
      out_.leftover.push_back(Words(*leaf));
    }
  }
  Finish();
  return std::move(out_);
}

// Every table named in a phrase, in order. What the rows are is the first that is more than
// somebody's attribute.
void Assembler::Tables(const Cover& cover) {
  struct Named {
    int at;
    int relation;
    bool main;
    bool lacking = false;
  };
  std::vector<Named> named;
  for (const std::string& source : request_.sources) {
    for (size_t r = 0; r < catalog_.relations.size(); ++r) {
      const Relation& relation = catalog_.relations[r];
      if (relation.name != source) continue;
      int at = 1000;
      for (int i = 0; i < chart_.size(); ++i) {
        const std::string& text = TokenAt(i).text;
        if (text == relation.path ||
            (!relation.path.empty() && relation.path.ends_with("/" + text)))
          at = std::min(at, i);
      }
      named.push_back({at, static_cast<int>(r), true});
    }
  }
  bool lacking = false;
  const auto collect = [&](const auto& self, const Phrase& phrase, bool main) -> void {
    if (phrase.rule < 0) {
      if (phrase.slot != Slot::kTable) {
        for (const Reading* reading : phrase.readings) {
          if (reading->kind == LinkKind::kColumn && IsTime(reading->column))
            evoked_.push_back(reading->column);
        }
        // Named with its column, a table is spoken of, too.
        for (const Reading* reading : phrase.readings) {
          if (reading->of_table && reading->kind == LinkKind::kColumn) {
            named.push_back({phrase.begin, reading->column.relation, false});
            break;
          }
        }
        return;
      }
      if (const std::optional<int> relation = Table(phrase))
        named.push_back({phrase.begin, *relation, main, lacking});
      return;
    }
    const bool aside = phrase.meaning == "absent" || phrase.meaning == "present" ||
                       phrase.meaning == "table_column" || phrase.meaning == "count_of" ||
                       phrase.meaning == "count_distinct_of" || phrase.meaning == "having_count" ||
                       phrase.meaning == "added" || phrase.meaning == "group" ||
                       phrase.meaning == "per" || phrase.meaning == "told_list" ||
                       phrase.meaning == "with_list" || phrase.meaning == "aggregate_of" ||
                       phrase.meaning == "share" || phrase.meaning == "pivot_rows" ||
                       phrase.meaning == "pivot_columns" || phrase.meaning == "absent_verb_of" ||
                       phrase.meaning == "left_join" || phrase.meaning == "attached";
    for (const auto& [label, part] : phrase.parts) {
      // Whose column it is, is no subject.
      if (label == "of_table") continue;
      self(self, *part, main && !aside);
    }
  };
  for (const Phrase* phrase : cover.phrases) {
    lacking = phrase->meaning == "absent" || phrase->meaning == "absent_verb_of";
    collect(collect, *phrase, true);
  }
  std::stable_sort(named.begin(), named.end(),
                   [](const Named& a, const Named& b) { return a.at < b.at; });
  for (const Named& one : named) {
    if (one.main && entity_ < 0) entity_ = one.relation;
  }
  entity_named_ = entity_ >= 0;
  if (entity_ < 0) entity_ = Computed(cover);
  // "who never bought a membership": the rows are anything but memberships.
  for (const Named& one : named) {
    if (entity_ < 0 && !one.lacking) entity_ = one.relation;
  }
  if (entity_ < 0) entity_ = Home(cover);
  // "number of orders": they are the rows as long as nothing else is.
  if (entity_ >= 0) Mention(entity_);
  for (const Named& one : named)
    Mention(one.relation);
  // "join A with B": both are in the result. Two files that are named are joined, too, unless they
  // are alike.
  const bool joined = Says("join");
  for (const Named& one : named) {
    const bool fixed = one.at < chart_.size() && TokenAt(one.at).kind == TokenKind::kPath;
    if (one.relation != entity_ && entity_ >= 0 && (joined || fixed) && one.main &&
        std::none_of(joined_.begin(), joined_.end(), [&](int r) { return r == one.relation; }))
      joined_.push_back(one.relation);
  }
  Stack();
}

// "… with customers by customer_id": what joins the tables, no group.
bool Assembler::JoinKey(const Phrase& fragment) {
  if (!Says("join") && !Says("beside")) return false;
  const Phrase& items = *fragment.Part("i");
  const Phrase* leaf = items.Part("more") == nullptr ? items.Part("i")->Part("c") : nullptr;
  if (leaf == nullptr) return false;
  int holders = 0;
  bool key = false;
  for (const Reading* reading : leaf->readings) {
    if (reading->kind != LinkKind::kColumn || reading->score < 0.9 ||
        !Mentioned(reading->column.relation))
      continue;
    ++holders;
    for (const auto& [from, foreign] : catalog_.keys) {
      const bool from_here = from == Rel(reading->column.relation).name &&
                             std::find(foreign.columns.begin(), foreign.columns.end(),
                                       Info(reading->column).name) != foreign.columns.end();
      const bool to_here = foreign.table == Rel(reading->column.relation).name &&
                           std::find(foreign.references.begin(), foreign.references.end(),
                                     Info(reading->column).name) != foreign.references.end();
      key = key || from_here || to_here;
    }
  }
  if (holders < 2 || !key) return false;
  // The words "for each" never join.
  if (chart_.HasCue(fragment.begin, "group_by") && !chart_.HasCue(fragment.begin, "by"))
    return false;
  Report(fragment, "join/on");
  return true;
}

// The table of the first number that is computed, where no other has a column called so.
int Assembler::Computed(const Cover& cover) const {
  const Phrase* leaf = nullptr;
  const auto find = [&](const auto& self, const Phrase& phrase, bool measure) -> void {
    if (phrase.rule < 0) {
      if (measure && leaf == nullptr &&
          (phrase.slot == Slot::kColumn || phrase.slot == Slot::kNumberColumn))
        leaf = &phrase;
      return;
    }
    measure = measure || PhraseGrammar::Builtin().Name(phrase.rule) == "measure";
    for (const auto& [label, part] : phrase.parts)
      self(self, *part, measure);
  };
  for (const Phrase* phrase : cover.phrases)
    find(find, *phrase, false);
  if (leaf == nullptr) return -1;
  constexpr double kClearly = 0.05;
  std::map<int, double> best;
  for (const Reading* reading : leaf->readings) {
    if (reading->column.valid() && IsNumber(reading->column))
      best[reading->column.relation] = std::max(best[reading->column.relation], reading->score);
  }
  int found = -1;
  for (const auto& [relation, score] : best) {
    if (found >= 0 && std::abs(best[found] - score) < kClearly) return -1;
    if (found < 0 || score > best[found]) found = relation;
  }
  return found;
}

// No table is named: the one whose columns and values are, most of all.
int Assembler::Home(const Cover& cover) const {
  std::map<int, double> votes;
  const auto collect = [&](const auto& self, const Phrase& phrase) -> void {
    std::map<int, double> best;
    for (const Reading* reading : phrase.readings) {
      if (reading->column.valid())
        best[reading->column.relation] = std::max(best[reading->column.relation], reading->score);
    }
    for (const auto& [relation, score] : best)
      votes[relation] += score;
    for (const auto& [label, part] : phrase.parts)
      self(self, *part);
  };
  for (const Phrase* phrase : cover.phrases)
    collect(collect, *phrase);
  int home = -1;
  double most = 0, second = 0;
  for (const auto& [relation, score] : votes) {
    if (score > most) {
      second = most;
      most = score;
      home = relation;
    } else {
      second = std::max(second, score);
    }
  }
  return most > second + 0.3 ? home : -1;
}

// Several sources of the same columns are one: their rows follow each other.
void Assembler::Stack() {
  stacked_.clear();
  std::vector<int> fixed;
  for (const std::string& source : request_.sources) {
    for (size_t r = 0; r < catalog_.relations.size(); ++r) {
      if (catalog_.relations[r].name == source) fixed.push_back(static_cast<int>(r));
    }
  }
  if (fixed.size() < 2) return;
  const auto names = [&](int relation) {
    std::vector<std::string> out;
    for (size_t c = 0; c < Rel(relation).own_columns(); ++c)
      out.push_back(Rel(relation).info.columns[c].name);
    std::sort(out.begin(), out.end());
    return out;
  };
  const std::vector<std::string> first = names(fixed.front());
  if (first.size() < 2) return;
  for (const int relation : fixed) {
    if (names(relation) != first) return;
  }
  stacked_ = fixed;
  entity_ = fixed.front();
  joined_.clear();
  std::erase_if(spoken_, [&](int relation) {
    return relation != entity_ && std::find(fixed.begin(), fixed.end(), relation) != fixed.end();
  });
}

// Columns that can be equal: of one kind, and sharing values where both are known.
bool Assembler::Alike(const Column& a, const Column& b) const {
  const connectors::ColumnInfo &left = Info(a), &right = Info(b);
  if (left.type.IsNumber() != right.type.IsNumber() || IsTime(a) != IsTime(b)) return false;
  if (left.samples.empty() || right.samples.empty()) return true;
  return std::any_of(left.samples.begin(), left.samples.end(), [&](const std::string& value) {
    return std::find(right.samples.begin(), right.samples.end(), value) != right.samples.end();
  });
}

void Assembler::One(const Phrase& fragment) {
  const std::string_view is = fragment.meaning;
  if (is == "filter") {
    std::vector<Condition> conditions;
    if (Filter(*fragment.Part("f"), &conditions)) {
      AddConditions(std::move(conditions), fragment);
    } else {
      out_.penalty += 1;
      out_.leftover.push_back(Words(fragment));
    }
  } else if (is == "absent" || is == "absent_verb" || is == "absent_verb_of" || is == "present") {
    Partners(fragment);
  } else if (is == "left_join") {
    // "policies without an agent stay, too"
    out_.intent.left_join = true;
    Report(fragment, "join/left");
  } else if (is == "attached") {
    // "subscriptions with the customer attached"
    if (const std::optional<int> relation = Table(*fragment.Part("t"))) {
      if (*relation != entity_) joined_.push_back(*relation);
      Report(fragment, "join/" + Rel(*relation).name);
    }
  } else if (is == "zero_too") {
    out_.intent.keep_all_groups = true;
  } else if (is == "nothing") {
    // Words that frame the sentence.
  } else if (is == "by_date") {
    (void)DateColumn(fragment);
  } else if (is == "group_named") {
    Groups(*fragment.Part("i"));
  } else if (is == "group") {
    if (!JoinKey(fragment)) Groups(*fragment.Part("i"));
  } else if (is == "group_bucket") {
    const Phrase* column = fragment.Part("c");
    Bucket(std::string(fragment.Part("b")->meaning),
           column != nullptr ? Resolve(*column, Want::kTime) : std::nullopt, fragment);
    if (const Phrase* more = fragment.Part("more")) Groups(*more);
  } else if (is == "bucket_within") {
    // "in which months of 2023"
    std::vector<Condition> conditions;
    const std::optional<Column> time = DateColumn(fragment);
    if (!time || !Dated(*fragment.Part("w"), *time, &conditions)) {
      out_.penalty += 1;
      out_.leftover.push_back(Words(fragment));
      return;
    }
    AddConditions(std::move(conditions), fragment);
    Bucket(std::string(fragment.Part("b")->meaning), time, fragment);
  } else if (is == "explained") {
    std::vector<Condition> conditions;
    if (Filter(*fragment.Part("f"), &conditions))
      AddConditions(std::move(conditions), fragment);
    else
      out_.leftover.push_back(Words(fragment));
  } else if (is == "list" || is == "with_list" || is == "told_list" || is == "only_list" ||
             is == "added") {
    List list;
    list.kind = is;
    list.phrase = &fragment;
    // "with the mechanic's name": a name of theirs.
    if (const Phrase* of = fragment.Part("t");
        of != nullptr && of->begin < fragment.Part("i")->begin)
      list.within = Table(*of);
    ReadList(*fragment.Part("i"), &list);
    lists_.push_back(std::move(list));
  } else if (is == "added_named") {
    List list;
    list.kind = "added";
    list.phrase = &fragment;
    if (const std::optional<Expression> expression = Product(*fragment.Part("e"))) {
      Item item;
      item.kind = Item::Kind::kDerived;
      item.derived.expression = *expression;
      item.derived.name = TokenAt(fragment.Part("n")->begin).text;
      item.derived.words = Words(fragment);
      item.phrase = &fragment;
      list.items.push_back(std::move(item));
      lists_.push_back(std::move(list));
    }
  } else if (is == "table" || is == "join") {
    for (const auto& [label, part] : fragment.parts) {
      if (const std::optional<int> relation =
              part->slot == Slot::kTable ? Table(*part) : std::nullopt)
        Report(*part, "from/" + Rel(*relation).name);
    }
  } else if (is == "join_key") {
    std::optional<Column> key = Resolve(*fragment.Part("k"));
    if (!key) return;
    for (const char* label : {"t", "u"}) {
      if (const Phrase* table = fragment.Part(label)) {
        if (const std::optional<int> relation = Table(*table))
          Report(*table, "from/" + Rel(*relation).name);
      }
    }
    // A key only where both sides have it; "by country" is a group.
    int holders = 0;
    bool unique = false;
    for (const Reading* reading : fragment.Part("k")->readings) {
      if (reading->score < 0.9 || !Mentioned(reading->column.relation)) continue;
      ++holders;
      const std::vector<std::string> row_key = RowKey(Rel(reading->column.relation));
      unique = unique || (row_key.size() == 1 && row_key.front() == Info(reading->column).name) ||
               IsIdentifier(reading->column);
    }
    if (holders < 2 || !unique) {
      out_.penalty += 3;
      out_.leftover.push_back(Words(fragment));
    }
    Report(fragment, "join/on");
  } else if (is == "join_on") {
    const std::optional<Column> a = Resolve(*fragment.Part("a")), b = Resolve(*fragment.Part("b"));
    bool sign = false;
    for (int at = fragment.begin; at < fragment.end; ++at) {
      for (const std::string_view one : {"=", "->", "→"})
        sign = sign || TokenAt(at).text == one;
    }
    const bool joins = sign || Says("join") || Says("beside") || Says("key_word");
    if (!a || !b || a->relation == b->relation || !joins || !Alike(*a, *b)) {
      out_.penalty += 3;
      out_.leftover.push_back(Words(fragment));
      return;
    }
    out_.intent.join_on.push_back({*a, *b});
    Mention(*a);
    Mention(*b);
    Report(fragment, "join/on");
  } else if (is == "union") {
    Report(fragment, "union");
    if (stacked_.empty() && request_.sources.size() > 1 && !Says("join")) {
      out_.problems.push_back({"not_alike",
                               Severity::kError,
                               Tr("the files do not have the same columns: their rows cannot be "
                                  "put one after the other"),
                               {"", 1, Words(fragment).begin + 1},
                               "",
                               Tr("name the column that joins them if they are to be joined")});
    }
  } else if (is == "order" || is == "order_by_dir") {
    const Phrase* keys = fragment.Part("k");
    const Phrase* dir = fragment.Part("d");
    const bool descending = dir != nullptr && dir->meaning == "desc";
    if (keys != nullptr) {
      if (!Keys(*keys, descending)) out_.penalty += 1;
    } else if (!out_.intent.orders.empty()) {
      out_.intent.orders.back().descending = descending;
    } else {
      // "by descending": of what is computed.
      Order order;
      order.measure = -2;
      order.descending = descending;
      out_.intent.orders.push_back(order);
    }
    Report(fragment, "order");
  } else if (is == "order_dir") {
    Order order;
    order.measure = -2;
    order.descending = fragment.Part("d")->meaning == "desc";
    out_.intent.orders.push_back(order);
    Report(fragment, "order");
  } else if (is == "limit" || is == "sample") {
    for (const auto& [label, part] : fragment.parts) {
      if (label == "n")
        (is == "limit" ? out_.intent.limit : out_.intent.sample) =
            static_cast<int64_t>(*TokenAt(part->begin).number);
    }
    Report(fragment, "limit");
  } else if (is == "having" || is == "having_sum" || is == "having_count" || is == "having_rows") {
    Having(fragment);
  } else if (is == "tie" && !ranked_ && fragment.Part("k")->Part("d") == nullptr) {
    // Nothing is ranked: "(by kind of activity)" groups.
    for (const Phrase* at = fragment.Part("k"); at != nullptr; at = at->Part("more")) {
      const Phrase& key = *at->Part("k");
      const std::optional<Column> column =
          key.meaning == "column" ? Resolve(*key.Part("c")) : std::nullopt;
      if (key.meaning == "bucket") {
        Bucket(std::string(key.Part("b")->meaning), std::nullopt, key);
      } else if (column) {
        Group group;
        group.column = *column;
        group.words = Words(key);
        Report(key, "group/" + Info(*column).name);
        AddGroup(std::move(group));
      } else {
        out_.penalty += 1;
      }
    }
  } else if (is.starts_with("superlative") || is == "top" || is == "top_by" || is == "bottom_by" ||
             is == "extreme" || is == "extreme_bucket" || is == "spent_most" || is == "most_of" ||
             is == "top_count") {
    Top(fragment);
  } else if (is == "not_null_last") {
    // "the email in lower case, empty ones are not needed": of the column before.
    const Phrase* last = nullptr;
    for (const auto& [leaf, column] : resolved_) {
      if (column && leaf->end <= fragment.begin && (last == nullptr || leaf->end > last->end))
        last = leaf;
    }
    if (last == nullptr) {
      out_.penalty += 2;
      out_.leftover.push_back(Words(fragment));
      return;
    }
    Condition filled;
    filled.column = *resolved_[last];
    filled.comparison = Comparison::kNotNull;
    filled.words = Words(fragment);
    AddConditions({filled}, fragment);
  } else if (is == "defined") {
    // "margin by genre: (price minus cost) times quantity"
    if (chart_.Names(fragment.Part("n")->begin)) out_.penalty += 1;
    Groups(*fragment.Part("i"));
    List list;
    list.kind = "list";
    list.phrase = &fragment;
    if (const std::optional<Expression> expression = Product(*fragment.Part("e"))) {
      Item item;
      item.kind = Item::Kind::kDerived;
      item.derived.expression = *expression;
      item.derived.name = TokenAt(fragment.Part("n")->begin).text;
      item.derived.words = Words(fragment);
      item.phrase = &fragment;
      list.items.push_back(std::move(item));
      lists_.push_back(std::move(list));
    } else {
      out_.penalty += 2;
      out_.leftover.push_back(Words(fragment));
    }
  } else if (is == "bands") {
    Bands(fragment);
  } else if (is == "order_sup" || is == "order_most" || is == "order_more") {
    OrderFirst(fragment);
  } else if (is == "dedup" || is == "dedup_latest" || is == "dedup_whole" || is == "keep_per" ||
             is == "keep_latest" || is == "tie" || is == "tie_pair" || is == "tie_break" ||
             is == "distinct" || is == "case_insensitive" || is == "space_insensitive") {
    Dedup(fragment);
  } else if (is == "pivot" || is == "pivot_rows" || is == "pivot_columns" || is == "cells" ||
             is == "cells_column") {
    Pivot(fragment);
  } else if (is == "clean" || is == "clean_all" || is == "fill" || is == "fill_zero" ||
             is == "round" || is == "cast" || is == "cast_last" || is == "rename" ||
             is == "drop_columns" || is == "nothing") {
    Cleaning(fragment);
  }
}

}  // namespace aietl::synthesis
