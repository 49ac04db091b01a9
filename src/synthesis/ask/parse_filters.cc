// Conditions: comparisons, periods, values named outright, empty and filled columns, rows without
// partners.
#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "base/utf8.h"
#include "synthesis/ask/join_path.h"
#include "synthesis/ask/parser.h"

namespace aietl::synthesis {
namespace {

std::string DateLiteral(const data::Type& type, const std::string& iso) {
  return (type.id == data::TypeId::kDate          ? "DATE '"
          : type.id == data::TypeId::kTimestampTz ? "TIMESTAMPTZ '"
                                                  : "TIMESTAMP '") +
         iso + "'";
}

bool IsYear(const Token& token) {
  return token.kind == TokenKind::kNumber && token.number && *token.number >= 1900 &&
         *token.number <= 2100 && token.number_text.size() == 4;
}

// The samples are all there is: a column of few distinct values.
bool KnowsAllValues(const connectors::ColumnInfo& info) {
  return !info.samples.empty() && info.distinct &&
         static_cast<size_t>(*info.distinct) <= info.samples.size();
}

// Samples that differ from their trimmed lower-case form only by case or blanks: the column is
// spelt unevenly.
bool IsUneven(const connectors::ColumnInfo& info, const std::vector<std::string>& values) {
  return values.size() > 1 ||
         std::any_of(values.begin(), values.end(),
                     [&](const std::string& value) {
                       return !value.empty() && (value.front() == ' ' || value.back() == ' ');
                     }) ||
         info.samples.empty();
}

}  // namespace

std::optional<std::string> SqlLiteral(const data::Type& type, const Token& token) {
  if (token.kind == TokenKind::kNumber) {
    if (type.IsNumber()) return token.number_text;
    if (type.IsText()) return data::QuoteText(token.text);
    return std::nullopt;
  }
  if (token.kind == TokenKind::kDate && (type.id == data::TypeId::kDate || type.IsTimestamp()))
    return DateLiteral(type, token.date_from);
  if (token.kind == TokenKind::kQuoted || token.kind == TokenKind::kWord) {
    if (type.IsText()) return data::QuoteText(token.text);
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Comparison> Parser::ComparatorAt(int at, int* end) const {
  struct Sign {
    const char* cue;
    Comparison comparison;
  };
  static constexpr Sign kSigns[] = {
      {"at_least", Comparison::kGreaterEqual}, {"at_most", Comparison::kLessEqual},
      {"more_than", Comparison::kGreater},     {"less_than", Comparison::kLess},
      {"pricier", Comparison::kGreater},       {"cheaper", Comparison::kLess},
      {"heavier", Comparison::kGreater},       {"lighter", Comparison::kLess},
      {"longer", Comparison::kGreater},        {"shorter", Comparison::kLess},
      {"older", Comparison::kGreater},         {"younger", Comparison::kLess},
      {"between", Comparison::kBetween},       {"not_equal", Comparison::kNotEqual},
      {"contains", Comparison::kContains},     {"starts_with", Comparison::kStarts},
      {"ends_with", Comparison::kEnds},        {"before", Comparison::kLess},
      {"after", Comparison::kGreater},         {"since", Comparison::kGreaterEqual},
      {"equal", Comparison::kEqual},
  };
  int best = 0;
  std::optional<Comparison> comparison;
  for (const Sign& sign : kSigns) {
    const int length = Cue(at, sign.cue);
    if (length > best) {
      best = length;
      comparison = sign.comparison;
    }
  }
  if (at < size() && tokens_[static_cast<size_t>(at)].text == "=") {
    best = 1;
    comparison = Comparison::kEqual;
  } else if (at < size() && tokens_[static_cast<size_t>(at)].text == "<") {
    best = 1;
    comparison = Comparison::kLess;
  } else if (at < size() && tokens_[static_cast<size_t>(at)].text == ">") {
    best = 1;
    comparison = Comparison::kGreater;
  }
  if (best > 0) *end = at + best;
  return comparison;
}

std::optional<Parser::Operand> Parser::LiteralAt(int at, const Column& column) {
  Operand operand;
  const data::Type& type = Info(column).type;
  if (at >= size() || used_[static_cast<size_t>(at)]) return std::nullopt;
  const Token& token = tokens_[static_cast<size_t>(at)];
  if (IsTime(column)) {
    if (token.kind == TokenKind::kDate) {
      operand.date = true;
      operand.from = token.date_from;
      operand.to = token.date_to;
    } else if (IsYear(token)) {
      operand.date = true;
      operand.from = token.number_text + "-01-01";
      operand.to = std::to_string(static_cast<int>(*token.number) + 1) + "-01-01";
    } else {
      return std::nullopt;
    }
    operand.end = at + 1;
    const int next = at + 1;
    if (next < size() && (Cue(next, "unit_year") > 0)) operand.end = next + 1;
    return operand;
  }
  if (type.IsText()) {
    if (const std::optional<FoundValue> value = ValueAt(at, column)) {
      for (const std::string& text : value->values)
        operand.literals.push_back(data::QuoteText(text));
      operand.end = value->end;
      return operand;
    }
  }
  if (type.id == data::TypeId::kBoolean) {
    const bool yes = Cue(at, "noise") == 0 &&
                     (token.lower == "true" || token.lower == "yes" || token.lower == "да");
    const bool no = token.lower == "false" || token.lower == "no" || token.lower == "нет";
    if (!yes && !no) return std::nullopt;
    operand.literals = {yes ? "true" : "false"};
    operand.end = at + 1;
    return operand;
  }
  const std::optional<std::string> literal = SqlLiteral(type, token);
  if (!literal || (token.kind == TokenKind::kWord && !type.IsText())) return std::nullopt;
  if (type.IsText() && token.kind == TokenKind::kQuoted && KnowsAllValues(Info(column))) {
    // Every value of the column is known and this is none of them.
    out_.problems.push_back({"unknown_value",
                             Severity::kError,
                             Msg("{} has no value “{}”", Label(column, true), token.text),
                             {"", 1, token.span.begin + 1},
                             Label(column, true),
                             DidYouMean(token.text, Info(column).samples)});
  }
  // A bare word that is no known value is not silently compared: only quoted text is taken as it
  // stands.
  if (type.IsText() && token.kind == TokenKind::kWord) return std::nullopt;
  operand.literals = {*literal};
  operand.end = at + 1;
  return operand;
}

bool Parser::AddComparison(Column column, int measure, Comparison comparison,
                           const Operand& operand, bool negated, int begin, int end) {
  Condition condition;
  condition.column = column;
  condition.measure = measure;
  condition.comparison = comparison;
  condition.negated = negated;
  condition.words = Words(begin, end);
  if (operand.date) {
    const data::Type& type = Info(column).type;
    const std::string from = DateLiteral(type, operand.from), to = DateLiteral(type, operand.to);
    switch (comparison) {
      case Comparison::kGreater:  // after March 2024: from the period's end on
        condition.comparison = Comparison::kGreaterEqual;
        condition.literals = {to};
        break;
      case Comparison::kLess: condition.literals = {from}; break;
      case Comparison::kLessEqual:
        condition.comparison = Comparison::kLess;
        condition.literals = {to};
        break;
      case Comparison::kGreaterEqual: condition.literals = {from}; break;
      default: {  // in the period
        condition.comparison = Comparison::kGreaterEqual;
        condition.literals = {from};
        Condition upper = condition;
        upper.comparison = Comparison::kLess;
        upper.literals = {to};
        if (negated) return false;
        out_.intent.conditions.push_back(condition);
        out_.intent.conditions.push_back(upper);
        Report(begin, end, "where/" + Info(column).name);
        return true;
      }
    }
  } else {
    condition.literals = operand.literals;
    if (operand.literals.size() > 1 && comparison == Comparison::kEqual)
      condition.comparison = Comparison::kIn;
    if (operand.literals.size() > 1 && comparison == Comparison::kNotEqual) {
      condition.comparison = Comparison::kIn;
      condition.negated = !condition.negated;
    }
  }
  if (condition.literals.empty()) return false;
  out_.intent.conditions.push_back(std::move(condition));
  Report(begin, end, (measure >= 0 ? "having" : "where/" + Info(column).name));
  return true;
}

// Whether the last measure was spoken of just before: «сумма оплаченных заказов больше …» compares
// the sum.
bool Parser::NearMeasure(int at) const {
  const Span& words = out_.intent.measures.back().words;
  int between = 0;
  for (int i = at - 1; i >= 0 && tokens_[static_cast<size_t>(i)].span.begin >= words.end; --i) {
    if (IsComma(i)) return false;
    ++between;
  }
  return between <= 4;
}

// What an adjective of comparison is about.
std::string_view Parser::ComparedTopic(int at) const {
  if (Cue(at, "older") || Cue(at, "younger")) return "age";
  if (Cue(at, "heavier") || Cue(at, "lighter")) return "weight";
  if (Cue(at, "longer") || Cue(at, "shorter")) return "duration";
  return {};
}

// [not] COLUMN [is] [not] CMP VALUE [and VALUE], or CMP NUMBER [UNIT] with the column before it
// already spoken of.
int Parser::ComparisonAt(int at) {
  int sign_end = 0;
  int begin = at;
  int cursor = at;
  // CMP first: "more than 5 orders", «дороже 500», "over 100".
  if (const std::optional<Comparison> sign = ComparatorAt(cursor, &sign_end)) {
    if (*sign == Comparison::kEqual) return 0;
    if (Cue(cursor, "since") == sign_end - cursor || Cue(cursor, "before") == sign_end - cursor ||
        Cue(cursor, "after") == sign_end - cursor) {
      if (!Cue(cursor, "at_least") && !Cue(cursor, "at_most")) return 0;  // of times: DateFilter
    }
    int number_at = SkipNoise(sign_end);
    if (number_at >= size() || used_[static_cast<size_t>(number_at)]) return 0;
    const Token& token = tokens_[static_cast<size_t>(number_at)];
    if (token.kind == TokenKind::kDate ||
        (IsYear(token) && (Cue(at, "before") || Cue(at, "after") || Cue(at, "since"))))
      return 0;  // DateFilter
    if (token.kind != TokenKind::kNumber) return 0;
    // "more than 5 orders": HAVING count.
    const int next = SkipNoise(number_at + 1);
    if (const std::optional<FoundTable> table = TableAt(next)) {
      Measure count;
      count.counted = table->relation;
      count.words = Words(begin, table->end);
      const int entity = out_.intent.relations.empty() ? -1 : out_.intent.relations.front();
      if (entity >= 0 && entity != table->relation) {
        Mention(table->relation);
        const int measure = AddMeasure(count);
        Operand operand;
        operand.literals = {token.number_text};
        AddComparison({}, measure, *sign, operand, false, begin, table->end);
        return table->end - at;
      }
    }
    std::optional<Column> column;
    int end = number_at + 1;
    // "days with more than 3 receipts": rows are counted when they are what the sentence is about.
    if (out_.intent.relations.empty() == false && next < size() && Free(next) &&
        Cue(next, "rows")) {
      const int measure = AddMeasure({});
      Operand operand;
      operand.literals = {token.number_text};
      AddComparison({}, measure, *sign, operand, false, begin, next + Cue(next, "rows"));
      return next + Cue(next, "rows") - at;
    }
    if (const std::optional<Found> unit = ColumnAt(next, Want::kNumber, 0.8)) {
      column = unit->column;
      end = unit->end;
    } else if (Cue(at, "pricier") || Cue(at, "cheaper")) {
      std::vector<Column> prices;
      for (const int r : out_.intent.relations) {
        const auto& columns = catalog_.relations[static_cast<size_t>(r)].info.columns;
        for (size_t c = 0; c < columns.size(); ++c) {
          const Column candidate{r, static_cast<int>(c)};
          bool price = false;
          for (const std::string& word : NameWords(columns[c].name)) {
            for (const Lexicon::Match& match : Lexicon::Concepts().FindWord(word))
              price = price || match.id == "price" || match.id == "amount" || match.id == "cost" ||
                      match.id == "total";
          }
          if (price && IsNumber(candidate)) prices.push_back(candidate);
        }
        if (!prices.empty()) break;
      }
      column = Choose(prices, at, number_at + 1, "price");
    } else if (const std::string_view topic = ComparedTopic(at); !topic.empty()) {
      std::vector<Column> fitting;
      std::vector<int> relations = out_.intent.relations;
      relations.insert(relations.end(), hints_.begin(), hints_.end());
      for (const int r : relations) {
        const auto& columns = catalog_.relations[static_cast<size_t>(r)].info.columns;
        for (size_t c = 0; c < columns.size(); ++c) {
          const Column candidate{r, static_cast<int>(c)};
          for (const std::string& word : NameWords(columns[c].name)) {
            for (const Lexicon::Match& match : Lexicon::Concepts().FindWord(word)) {
              if (match.id == topic && match.weight == 1 && IsNumber(candidate) &&
                  std::find(fitting.begin(), fitting.end(), candidate) == fitting.end())
                fitting.push_back(candidate);
            }
          }
        }
        if (!fitting.empty()) break;
      }
      column = Choose(fitting, at, number_at + 1, std::string(topic));
      if (end < size() && Free(end) &&
          (lower_[static_cast<size_t>(end)] == "kg" || lower_[static_cast<size_t>(end)] == "кг" ||
           lower_[static_cast<size_t>(end)] == "minutes" ||
           lower_[static_cast<size_t>(end)].starts_with("минут") ||
           lower_[static_cast<size_t>(end)] == "seconds" ||
           lower_[static_cast<size_t>(end)].starts_with("секунд") ||
           lower_[static_cast<size_t>(end)] == "years" ||
           lower_[static_cast<size_t>(end)] == "лет")) {
        ++end;
      }
    } else if (!out_.intent.measures.empty() && NearMeasure(begin)) {
      Operand operand;
      operand.literals = {token.number_text};
      AddComparison({}, static_cast<int>(out_.intent.measures.size()) - 1, *sign, operand, false,
                    begin, end);
      return end - at;
    } else {
      // The only money-like column of what is spoken of.
      column = AmountColumn(at, number_at + 1);
    }
    if (!column) return 0;
    const std::optional<Operand> operand = LiteralAt(number_at, *column);
    if (!operand) return 0;
    Mention(column->relation);
    return AddComparison(*column, -1, *sign, *operand, false, begin, end) ? end - at : 0;
  }
  const std::optional<Found> found = ColumnAt(cursor);
  if (!found || (found->score < 0.97 && IsIdentifier(found->column))) return 0;
  cursor = found->end;
  bool negated = false;
  int next = cursor;
  while (next < size() && !used_[static_cast<size_t>(next)] &&
         (Cue(next, "not") || (Cue(next, "equal") && !IsComma(next)) ||
          lower_[static_cast<size_t>(next)] == "of")) {
    int longer = 0;
    if (ComparatorAt(next, &longer) && longer - next > 1) break;  // «не меньше» is one comparison
    if (const int not_equal = Cue(next, "not_equal")) {
      negated = true;
      next += not_equal;
      continue;
    }
    if (Cue(next, "not")) negated = true;
    int ahead = 0;
    if (ComparatorAt(next, &ahead) && ahead - next > 1) break;
    ++next;
  }
  const std::optional<Comparison> sign = ComparatorAt(next, &sign_end);
  int value_at = SkipNoise(sign ? sign_end : next);
  const Comparison comparison = sign.value_or(Comparison::kEqual);
  const std::optional<Operand> first = LiteralAt(value_at, found->column);
  if (!first) {
    // COLUMN CMP COLUMN
    const bool of_time =
        Cue(next, "since") || Cue(next, "before") || Cue(next, "after") || Cue(next, "during");
    if (sign && comparison != Comparison::kEqual && (!of_time || IsTime(found->column))) {
      Use(at, sign_end);
      const std::optional<Found> other = ColumnAt(value_at);
      if (other) {
        Condition condition;
        condition.column = found->column;
        condition.comparison = comparison;
        condition.with = other->column;
        condition.negated = negated;
        condition.words = Words(at, other->end);
        out_.intent.conditions.push_back(condition);
        Mention(found->column.relation);
        Mention(other->column.relation);
        return other->end - at;
      }
      for (int i = at; i < sign_end; ++i)
        used_[static_cast<size_t>(i)] = false;
    }
    return 0;
  }
  Mention(found->column.relation);
  if (comparison == Comparison::kBetween) {
    int second_at = first->end;
    while (second_at < size() &&
           (Cue(second_at, "and") || lower_[static_cast<size_t>(second_at)] == "to" ||
            lower_[static_cast<size_t>(second_at)] == "до" ||
            tokens_[static_cast<size_t>(second_at)].text == "-"))
      ++second_at;
    const std::optional<Operand> second = LiteralAt(second_at, found->column);
    if (!second) return 0;
    AddComparison(found->column, -1, Comparison::kGreaterEqual, *first, negated, at, second->end);
    AddComparison(found->column, -1, Comparison::kLessEqual, *second, negated, at, second->end);
    return second->end - at;
  }
  Operand operand = *first;
  int end = first->end;
  // VALUE, VALUE or VALUE
  while (!operand.date && end < size() &&
         (comparison == Comparison::kEqual || comparison == Comparison::kNotEqual)) {
    int more = end;
    while (more < size() && (IsComma(more) || Cue(more, "or") || Cue(more, "and")))
      ++more;
    if (more == end) break;
    const std::optional<Operand> another = LiteralAt(more, found->column);
    if (!another || another->date) break;
    operand.literals.insert(operand.literals.end(), another->literals.begin(),
                            another->literals.end());
    end = another->end;
  }
  return AddComparison(found->column, -1, comparison, operand, negated, at, end) ? end - at : 0;
}

// in 2024, since March 2024, before 2024-05-01, from 1.1.2024 to 31.3.2024, last month
int Parser::DateFilter(int at) {
  int cursor = at;
  Comparison comparison = Comparison::kEqual;
  int end = 0;
  if (const int length = Cue(at, "before")) {
    comparison = Comparison::kLess;
    cursor = at + length;
  } else if (const int after = Cue(at, "after")) {
    comparison = Comparison::kGreater;
    cursor = at + after;
  } else if (const int from = Cue(at, "since")) {
    comparison = Comparison::kGreaterEqual;
    cursor = at + from;
  } else if (Cue(at, "between")) {
    comparison = Comparison::kBetween;
    cursor = at + Cue(at, "between");
  } else if (const int during = Cue(at, "during")) {
    cursor = at + during;
  }
  while (cursor < size() && IsNoise(cursor) &&
         tokens_[static_cast<size_t>(cursor)].kind == TokenKind::kWord)
    ++cursor;
  if (cursor >= size() || used_[static_cast<size_t>(cursor)]) return 0;
  const Token& token = tokens_[static_cast<size_t>(cursor)];
  if (token.kind != TokenKind::kDate &&
      !(IsYear(token) && (cursor > at || Cue(cursor + 1, "unit_year"))))
    return 0;
  const std::optional<Column> column = DateColumn(at, cursor + 1);
  if (!column) return 0;
  Mention(column->relation);
  const std::optional<Operand> first = LiteralAt(cursor, *column);
  if (!first) return 0;
  end = first->end;
  int second_at = end;
  while (second_at < size() && (lower_[static_cast<size_t>(second_at)] == "to" ||
                                lower_[static_cast<size_t>(second_at)] == "до" ||
                                lower_[static_cast<size_t>(second_at)] == "по" ||
                                lower_[static_cast<size_t>(second_at)] == "until" ||
                                lower_[static_cast<size_t>(second_at)] == "till" ||
                                lower_[static_cast<size_t>(second_at)] == "through" ||
                                (comparison == Comparison::kBetween && Cue(second_at, "and")) ||
                                tokens_[static_cast<size_t>(second_at)].text == "-" ||
                                tokens_[static_cast<size_t>(second_at)].text == ".." ||
                                tokens_[static_cast<size_t>(second_at)].text == "–" ||
                                tokens_[static_cast<size_t>(second_at)].text == "—")) {
    ++second_at;
  }
  if (second_at > end && (comparison == Comparison::kGreaterEqual ||
                          comparison == Comparison::kBetween || comparison == Comparison::kEqual)) {
    if (const std::optional<Operand> second = LiteralAt(second_at, *column)) {
      AddComparison(*column, -1, Comparison::kGreaterEqual, *first, false, at, second->end);
      AddComparison(*column, -1, Comparison::kLessEqual, *second, false, at, second->end);
      return second->end - at;
    }
  }
  if (comparison == Comparison::kBetween) return 0;
  return AddComparison(*column, -1, comparison, *first, false, at, end) ? end - at : 0;
}

// paid orders, from Moscow, except cancelled and refunded, not active
int Parser::ValueFilter(int at) {
  int cursor = at;
  bool negated = false;
  if (const int except = Cue(at, "except")) {
    negated = true;
    cursor = SkipNoise(at + except);
  } else if (const int with_not = Cue(at, "not")) {
    negated = true;
    cursor = SkipNoise(at + with_not);
  }
  // A whole table or a column fits these words at least as well: not a value.
  const std::optional<FoundValue> value = ValueAt(cursor);
  if (!value) {
    // A flag: "active customers", "not verified".
    const std::optional<Found> flag = ColumnAt(cursor, Want::kAny, 0.7);
    // "dismissed employees": those whose date of dismissal is set.
    if (flag && !selecting_ && IsTime(flag->column) &&
        Info(flag->column).null_fraction.value_or(0) > 0 && flag->score < 0.97 &&
        tokens_[static_cast<size_t>(cursor)].kind == TokenKind::kWord && TableAt(flag->end)) {
      Condition condition;
      condition.column = flag->column;
      condition.comparison = negated ? Comparison::kNull : Comparison::kNotNull;
      condition.words = Words(at, flag->end);
      out_.intent.conditions.push_back(condition);
      Mention(flag->column.relation);
      Report(at, flag->end, "where/" + Info(flag->column).name);
      return flag->end - at;
    }
    if (!flag || Info(flag->column).type.id != data::TypeId::kBoolean || selecting_) return 0;
    Operand operand;
    operand.literals = {negated ? "false" : "true"};
    Mention(flag->column.relation);
    return AddComparison(flag->column, -1, Comparison::kEqual, operand, false, at, flag->end)
               ? flag->end - at
               : 0;
  }
  if (cursor == at) {
    const Reading* best = BestReading(at);
    if (best != nullptr && best->kind != LinkKind::kValue &&
        (best->end > value->end || (best->end == value->end && best->score > value->score + 0.02)))
      return 0;
  }
  Operand operand;
  for (const std::string& text : value->values)
    operand.literals.push_back(data::QuoteText(text));
  int end = value->end;
  while (end < size()) {
    int more = end;
    while (more < size() && (IsComma(more) || Cue(more, "or") || Cue(more, "and") ||
                             (more > end && (IsNoise(more) || Cue(more, "not")))))
      ++more;
    if (more == end) break;
    const std::optional<FoundValue> another = ValueAt(more, value->column);
    if (!another) break;
    for (const std::string& text : another->values)
      operand.literals.push_back(data::QuoteText(text));
    end = another->end;
  }
  Mention(value->column.relation);
  const bool uneven = IsUneven(Info(value->column), value->values);
  if (!AddComparison(value->column, -1, Comparison::kEqual, operand, negated, at, end)) return 0;
  (void)uneven;
  return end - at;
}

// without email, email is empty, with no phone, «телефон не указан», with an email
int Parser::NullTest(int at) {
  int cursor = at;
  bool null = true;
  int length = 0;
  if ((length = Cue(at, "without")) > 0) {
    cursor = SkipNoise(at + length);
    const std::optional<FoundTable> table = TableAt(cursor, 0.9);
    const std::optional<Found> column = ColumnAt(cursor, Want::kAny, 0.85);
    if (!column || (table && table->score >= column->score && !out_.intent.relations.empty() &&
                    table->relation != out_.intent.relations.front()))
      return 0;
    Condition condition;
    condition.column = column->column;
    condition.comparison = Comparison::kNull;
    // "none" and the like, as the data spells it, are nothing, too.
    for (const std::string& sample : Info(column->column).samples) {
      for (const std::string_view nothing : {"none", "no", "n/a", "na", "нет", "-", "null"}) {
        if (LowerUtf8(sample) == nothing) condition.literals.push_back(data::QuoteText(sample));
      }
    }
    condition.words = Words(at, column->end);
    out_.intent.conditions.push_back(condition);
    Mention(column->column.relation);
    Report(at, column->end, "where/" + Info(column->column).name);
    return column->end - at;
  }
  // «не заполнен» and "is not empty" turn it round.
  const auto test = [&](int from, bool* is_null) -> int {
    int c = from;
    bool negated = false;
    for (; c < size(); ++c) {
      if (const int filled = Cue(c, "not_null")) {
        *is_null = negated;
        return c + filled;
      }
      if (const int empty = Cue(c, "is_null")) {
        *is_null = !negated;
        return c + empty;
      }
      if (Cue(c, "not")) {
        negated = true;
      } else if (!Cue(c, "equal") && !IsNoise(c)) {
        return 0;
      }
    }
    return 0;
  };
  const auto add = [&](const Column& column, int end) {
    Condition condition;
    condition.column = column;
    condition.comparison = null ? Comparison::kNull : Comparison::kNotNull;
    condition.words = Words(at, end);
    out_.intent.conditions.push_back(condition);
    Mention(column.relation);
    Report(at, end, "where/" + Info(column).name);
    return end - at;
  };
  if (const int end = test(at, &null)) {  // empty email
    const std::optional<Found> column = ColumnAt(SkipNoise(end), Want::kAny, 0.8);
    if (!column) return 0;
    return add(column->column, column->end);
  }
  const std::optional<Found> column = ColumnAt(at, Want::kAny, 0.8);
  if (!column) return 0;
  const int end = test(column->end, &null);
  return end > 0 ? add(column->column, end) : 0;
}

// customers without orders, who never ordered, «клиенты, у которых нет заказов», "products that
// were not sold"
int Parser::Anti(int at) {
  int length = Cue(at, "without");
  bool never = false;
  if (length == 0) {
    length = Cue(at, "never");
    never = length > 0;
  }
  if (length == 0) length = Cue(at, "except") > 0 ? 0 : Cue(at, "not");
  if (length == 0) return 0;
  int cursor = at + length;
  while (cursor < size() && (IsNoise(cursor) || Cue(cursor, "not") || Cue(cursor, "distinct")))
    ++cursor;
  std::optional<FoundTable> table = TableAt(cursor, never ? 0.7 : 0.8);
  if (!table || out_.intent.relations.empty() || table->relation == out_.intent.relations.front())
    return 0;
  int end = table->end;
  while (never && end < size() && IsNoise(end))
    ++end;
  out_.intent.without.push_back(table->relation);
  Report(at, table->end,
         "without/" + catalog_.relations[static_cast<size_t>(table->relation)].name);
  return end - at;
}

}  // namespace aietl::synthesis
