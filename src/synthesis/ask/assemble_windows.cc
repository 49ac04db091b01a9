// Numbers beside others: running totals, the period before, places, and bands of a number.
#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "synthesis/ask/assembler.h"
#include "synthesis/ask/join_path.h"

namespace aietl::synthesis {
namespace {

Expression Literal(std::string text) {
  Expression out;
  out.kind = Expression::Kind::kLiteral;
  out.text = std::move(text);
  return out;
}

Expression Calling(std::string name, std::vector<Expression> arguments) {
  Expression out;
  out.kind = Expression::Kind::kCall;
  out.text = std::move(name);
  out.arguments = std::move(arguments);
  return out;
}

Expression Of(const Column& column) {
  Expression out;
  out.kind = Expression::Kind::kColumn;
  out.column = column;
  return out;
}

// The unit of time that words like "the previous month" name; empty: none.
std::string UnitSaid(const std::string& lower) {
  static constexpr std::pair<std::string_view, std::string_view> kUnits[] = {
      {"month", "month"}, {"месяц", "month"},     {"week", "week"},
      {"недел", "week"},  {"year", "year"},       {"год", "year"},
      {"day", "day"},     {"quarter", "quarter"}, {"квартал", "quarter"}};
  for (const auto& [word, unit] : kUnits) {
    if (lower.find(word) != std::string::npos) return std::string(unit);
  }
  return {};
}

std::string PeriodBack(const std::string& unit) {
  if (unit == "quarter") return "3 month";
  return "1 " + unit;
}

// One band as it was said, its limits as numbers.
struct Band {
  std::optional<double> lower, upper;
  bool lower_in = true, upper_in = true;
  std::string lower_text, upper_text, label;
};

}  // namespace

std::optional<std::vector<Measure>> Assembler::WindowOf(const Phrase& phrase) {
  const std::string_view is = phrase.meaning;
  Measure measure;
  if (const Phrase* inner = phrase.Part("m")) {
    const std::optional<std::vector<Measure>> of = MeasuresOf(*inner);
    if (!of || of->size() != 1) return std::nullopt;
    measure = of->front();
    measure.name.clear();
  }
  measure.words = Words(phrase);
  measure.window = is == "previous" ? Window::kPrevious
                   : is == "change" ? Window::kChange
                   : is == "growth" ? Window::kGrowth
                                    : Window::kRunning;
  // "the difference to May" is none to the period before.
  if (is == "change" || is == "growth" || is == "previous") {
    const std::string words = LowerUtf8(Text(phrase));
    bool before = false;
    for (const std::string_view word : {"prev", "last", "before", "прошл", "предыдущ", "over"})
      before = before || words.find(word) != std::string::npos;
    if (!before) return std::nullopt;
  }
  if (const std::string unit = UnitSaid(LowerUtf8(Text(phrase))); !unit.empty())
    measure.period = unit;
  return std::vector<Measure>{measure};
}

// Puts the number that is meant into a window that was told without one; false: the words are left
// over.
bool Assembler::Windowed(Measure* window, const Phrase& about) {
  const auto lost = [&] {
    out_.penalty += 1.5;
    out_.leftover.push_back(Words(about));
    return false;
  };
  if (about.meaning == "measure" && window->aggregate == Aggregate::kCount &&
      !window->column.valid() && !window->expression.set() && window->counted < 0) {
    const Measure* of = nullptr;
    size_t known = 0;
    for (const Measure& measure : out_.intent.measures) {
      if (measure.window != Window::kNone) continue;
      of = &measure;
      ++known;
    }
    if (known != 1) return lost();
    Measure made = *of;
    made.window = window->window;
    made.period = window->period;
    made.words = window->words;
    made.name.clear();
    *window = made;
  }
  // What is no sum cannot be added up.
  Aggregate aggregate = window->aggregate;
  if (window->expression.kind == Expression::Kind::kAggregate)
    aggregate = window->expression.aggregate;
  const bool adds = window->expression.kind != Expression::Kind::kCall && !window->share &&
                    (aggregate == Aggregate::kSum || aggregate == Aggregate::kCount);
  if (window->window == Window::kRunning && !adds) return lost();
  const Group* time = nullptr;
  for (const Group& group : out_.intent.groups) {
    if (!group.column.valid() || !IsTime(group.column) || group.expression.set()) continue;
    if (time != nullptr) return lost();
    time = &group;
  }
  if (time == nullptr || time->bucket == "weekday" || time->bucket == "hour_of_day") return lost();
  if (window->window != Window::kRunning) {
    const std::string bucket = time->bucket.empty() ? "day" : time->bucket;
    const std::string unit = window->period.empty() ? bucket : window->period;
    // The month before of days, or the week before of months, is nothing that can be told apart.
    if (unit != bucket && unit != "year") return lost();
    window->period = PeriodBack(unit);
  }
  if (out_.intent.orders.empty()) {
    Order order;
    order.column = time->column;
    out_.intent.orders.push_back(order);
  }
  return true;
}

std::optional<std::vector<Measure>> Assembler::RoundedMeasure(const Phrase& phrase) {
  std::optional<std::vector<Measure>> inner = MeasuresOf(*phrase.Part("m"));
  if (!inner) return std::nullopt;
  Measure& last = inner->back();
  if (last.share || last.window != Window::kNone || !last.only.empty() || last.operation != 0)
    return std::nullopt;
  if (!last.expression.set()) {
    last.expression.kind = Expression::Kind::kAggregate;
    last.expression.aggregate = last.aggregate;
    last.expression.counted = last.counted;
    if (last.column.valid()) last.expression.arguments = {Of(last.column)};
  }
  if (last.percent) {
    last.expression = Calling("*", {Literal("100.0"), last.expression});
    last.percent = false;
  }
  last.expression =
      Calling("round", {last.expression, Literal(TokenAt(phrase.Part("r")->begin).number_text)});
  last.column = {};
  return inner;
}

std::optional<Derived> Assembler::RankOf(const Phrase& phrase) {
  Derived derived;
  derived.words = Words(phrase);
  derived.name = "rank";
  derived.expression = Calling("rank", {});
  if (phrase.meaning == "rank") {
    // A column of that name is meant, where there is one.
    if (chart_.Names(phrase.begin)) return std::nullopt;
    return derived;
  }
  const std::optional<Column> column = Resolve(*phrase.Part("c"), Want::kNumber);
  if (!column) return std::nullopt;
  Mention(*column);
  const Phrase* dir = phrase.Part("d");
  derived.expression =
      Calling(dir != nullptr && dir->meaning == "asc" ? "rank_asc" : "rank_desc", {Of(*column)});
  return derived;
}

// The place of a row by what the rows are ordered by; false: by nothing.
bool Assembler::FinishRank(Derived* derived) {
  if (derived->expression.text != "rank") return true;
  const std::vector<Order>& orders = out_.intent.orders;
  if (orders.size() != 1 || !orders.front().column.valid()) return false;
  const bool ascending = !orders.front().descending && Says("asc");
  derived->expression = Calling(ascending ? "rank_asc" : "rank_desc", {Of(orders.front().column)});
  return true;
}

std::optional<Measure> Assembler::RankMeasure(const Derived& derived) {
  const Measure* of = nullptr;
  size_t known = 0;
  for (const Measure& measure : out_.intent.measures) {
    if (measure.window != Window::kNone) continue;
    of = &measure;
    ++known;
  }
  if (known != 1) return std::nullopt;
  Measure rank = *of;
  rank.window = Window::kRank;
  rank.ascending = Says("asc") && !Says("desc");
  rank.words = derived.words;
  rank.name.clear();
  return rank;
}

// "under 18, 18-30, older": groups of a number. Bands that overlap, or that share a limit of which
// nobody can say where it belongs, are not understood.
void Assembler::Bands(const Phrase& fragment) {
  const auto lost = [&] {
    out_.penalty += 2;
    out_.leftover.push_back(Words(fragment));
  };
  const Phrase& key = *fragment.Part("k");
  Expression value;
  Group group;
  if (key.meaning == "age") {
    std::optional<Column> born;
    for (const int relation : spoken_) {
      for (size_t c = 0; c < Rel(relation).own_columns() && !born; ++c) {
        const Column column{relation, static_cast<int>(c)};
        if (IsTime(column) && HasConcept(column, {"birth_date"})) born = column;
      }
    }
    if (!born) return lost();
    value = Calling("age", {Of(*born)});
    group.name = "age_group";
    Mention(*born);
  } else {
    const std::optional<Column> column = Resolve(*key.Part("c"), Want::kNumber);
    if (!column) return lost();
    value = Of(*column);
    group.name = Info(*column).name + "_group";
    Mention(*column);
  }
  std::vector<const Phrase*> said;
  for (const Phrase* at = fragment.Part("bs"); at != nullptr; at = at->Part("more")) {
    said.push_back(at->Part("b"));
    if (const Phrase* last = at->Part("m")) said.push_back(last);
  }
  std::vector<Band> bands;
  for (const Phrase* one : said) {
    Band band;
    band.label = Text(*one);
    const Phrase* n = one->Part("n");
    const Phrase* m = one->Part("m");
    const auto number = [&](const Phrase& leaf) { return *TokenAt(leaf.begin).number; };
    const auto text = [&](const Phrase& leaf) { return TokenAt(leaf.begin).number_text; };
    if (one->meaning == "rest") {
      if (bands.empty() || one != said.back() || !bands.back().upper) return lost();
      band.lower = bands.back().upper;
      band.lower_text = bands.back().upper_text;
      band.lower_in = !bands.back().upper_in;
    } else if (one->meaning == "below" || one->meaning == "until") {
      band.upper = number(*n);
      band.upper_text = text(*n);
      band.upper_in = one->meaning == "until";
    } else if (one->meaning == "range") {
      band.lower = number(*n);
      band.lower_text = text(*n);
      band.upper = number(*m);
      band.upper_text = text(*m);
      band.label = text(*n) + "-" + text(*m);
    } else {
      band.lower = number(*n);
      band.lower_text = text(*n);
      band.lower_in = one->meaning == "from";
    }
    if (!bands.empty()) {
      Band& before = bands.back();
      if (!before.upper || !band.lower || *band.lower < *before.upper) return lost();
      if (*band.lower == *before.upper) {
        // "up to 18, 18-30" and "18-30, over 30" say where the limit belongs; "18-30, 30-50" does
        // not.
        if (before.upper_in && band.lower_in) {
          if (before.lower || one->meaning != "range") return lost();
          before.upper_in = false;
        }
      } else if (*band.lower == *before.upper + 1) {
        // "200-499, 500 and more" leaves no 499.5 out.
        before.upper = band.lower;
        before.upper_text = band.lower_text;
        before.upper_in = false;
      }
    }
    bands.push_back(std::move(band));
  }
  std::vector<Expression> arguments{value};
  for (const Band& band : bands) {
    arguments.push_back(
        Calling(std::string(band.lower_in ? "[" : "(") + (band.upper_in ? "]" : ")"),
                {Literal(band.lower_text), Literal(band.upper_text), Literal(band.label)}));
  }
  group.expression = Calling("ranges", std::move(arguments));
  group.words = Words(fragment);
  Report(fragment, "group/bands");
  AddGroup(std::move(group));
}

// "those with most orders first"
void Assembler::OrderMost(const Phrase& fragment) {
  Order order;
  const Phrase* most = fragment.Part("x");
  order.descending = most == nullptr || most->meaning == "desc";
  order.words = Words(fragment);
  const Phrase& ranked = *fragment.Part("k");
  HavingDraft draft;
  draft.bounds = nullptr;
  if (ranked.meaning == "table") {
    const std::optional<int> relation = Table(*ranked.Part("t"));
    if (!relation) return;
    draft.measure.counted = *relation;
  } else if (ranked.meaning == "column") {
    const std::optional<Column> column = Resolve(*ranked.Part("c"), Want::kNumber);
    if (!column) return;
    order.column = *column;
    Mention(*column);
  } else {
    const std::optional<std::vector<Measure>> measures = MeasuresOf(*ranked.Part("m"));
    if (!measures || measures->size() != 1) return;
    draft.measure = measures->front();
  }
  if (!order.column.valid()) {
    order.measure = -3 - static_cast<int>(having_.size());
    having_.push_back(std::move(draft));
  }
  out_.intent.orders.push_back(std::move(order));
  Report(fragment, "order");
}

}  // namespace aietl::synthesis
