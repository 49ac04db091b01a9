#include "synthesis/pipeline/check_words.h"

#include <algorithm>

#include "base/text.h"
#include "synthesis/text/lexicon.h"

namespace aietl::synthesis {
namespace {

class CheckWordFinder {
 public:
  CheckWordFinder(const QueryRequest& request, const Linker& linker,
                  const std::vector<int>& sources, std::vector<bool>& taken)
      : tokens_(request.tokens),
        linker_(linker),
        sources_(sources),
        taken_(taken),
        readings_(linker.Link(request.tokens)) {
    for (const Token& token : tokens_) {
      lower_.push_back(token.lower);
      stems_.push_back(token.stem);
    }
    for (size_t i = 0; i < tokens_.size(); ++i)
      cues_.push_back(Lexicon::Cues().Find(lower_, stems_, i));
  }

  CheckWords Find() {
    for (int at = 0; at < size(); ++at) {
      if (taken_[static_cast<size_t>(at)]) continue;
      bool warn = false, fails_if = false;
      const int begin = Opening(at, &warn, &fails_if);
      if (begin > 0) {
        const int done = Clause(at, begin, warn, fails_if);
        if (done > 0) Otherwise(done);
        continue;
      }
      // «email пустой — остановиться», "must be filled, otherwise fail"
      if (const auto must = Must(at); must > 0) at = must;
    }
    return std::move(out_);
  }

 private:
  int size() const { return static_cast<int>(tokens_.size()); }
  std::string Lower(int i) const {
    return i >= 0 && i < size() ? lower_[static_cast<size_t>(i)] : "";
  }
  bool Starts(int i, std::string_view beginning) const {
    return i >= 0 && i < size() &&
           std::string_view(lower_[static_cast<size_t>(i)]).starts_with(beginning);
  }
  static bool Among(const std::string& word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  int Cue(int at, std::string_view id) const {
    if (at < 0 || at >= size()) return 0;
    for (const Lexicon::Match& match : cues_[static_cast<size_t>(at)]) {
      if (match.id == id) return match.words;
    }
    return 0;
  }

  // The index behind words that open a check; 0 when there is none.
  int Opening(int at, bool* warn, bool* fails_if) const {
    const std::string& w = lower_[static_cast<size_t>(at)];
    const bool warning = Starts(at, "warn") || Starts(at, "предупре") || Starts(at, "alert");
    const bool failure = Among(w, {"fail", "stop", "abort", "error", "raise", "refuse"}) ||
                         Starts(at, "останов") || Starts(at, "упасть") || Starts(at, "упади") ||
                         Starts(at, "ошибк") || Starts(at, "прерв") || Starts(at, "прерыв") ||
                         Starts(at, "падай") || Starts(at, "отказ") || Starts(at, "заверши");
    if (warning || failure) {
      int next = at + 1;
      while (next < size() && (Among(Lower(next), {"with", "an", "error", "me", "the", "run", "с",
                                                   "ошибкой", "меня", ",", "загрузку", "загрузка",
                                                   "import", "load", "job", "pipeline", "and"})))
        ++next;
      if (Among(Lower(next), {"if", "when", "unless", "если", "когда", "whenever", "in"})) {
        *warn = warning;
        *fails_if = Lower(next) != "unless";
        ++next;
        if (Lower(next) == "case") ++next;
        return next;
      }
      return 0;
    }
    if (Among(w, {"check", "verify", "ensure", "validate", "assert"}) || Starts(at, "провер") ||
        Starts(at, "убед") || Starts(at, "контролир") || (w == "make" && Lower(at + 1) == "sure") ||
        (w == "if" && false)) {
      int next = w == "make" ? at + 2 : at + 1;
      while (next < size() &&
             Among(Lower(next), {"that", "what", "что", "чтобы", ",", "the", "all", "все", "каждый",
                                 "whether", "в", "столбец", "column"}))
        ++next;
      *warn = false;
      *fails_if = false;
      return next;
    }
    return 0;
  }

  // "…, otherwise fail": what a check does anyway.
  int Otherwise(int at) {
    int end = at;
    while (
        end < size() && !taken_[static_cast<size_t>(end)] &&
        (Among(Lower(end), {",",   ";",  "or", "else",  "otherwise", "иначе", "а",   "то",  "with",
                            "an",  "it", "is", "error", "fail",      "stop",  "if",  "not", "если",
                            "нет", "—",  "-",  "and",   "и",         "the",   "load"}) ||
         Starts(end, "ошибк") || Starts(end, "останов") || Starts(end, "упасть") ||
         Starts(end, "падай") || Starts(end, "упади")))
      ++end;
    const bool says = std::any_of(lower_.begin() + at, lower_.begin() + end, [](const auto& word) {
      return word == "otherwise" || word == "else" || word == "or" || word == "иначе" ||
             word == "not" || word == "нет";
    });
    if (!says) return at;
    for (int i = at; i < end; ++i)
      taken_[static_cast<size_t>(i)] = true;
    return end;
  }

  // "no empty emails", «нет пустых email», "somebody's email is empty", "there are duplicate ids":
  // the index behind, 0 when it is not said so.
  int Stated(int begin, int from, bool warn, bool fails_if) {
    int at = from;
    bool none = false;
    while (at < size()) {
      if (Among(Lower(at), {"no", "нет", "without", "без"})) {
        none = true;
      } else if (!Among(Lower(at),
                        {"there", "are", "is", "a", "an", "any", "have", "has", "rows", "не",
                         "должно", "быть", "есть", "строк", "хоть", "хотя", "бы"})) {
        break;
      } else if (Lower(at) == "не") {
        none = true;
      }
      ++at;
    }
    const int empty = Cue(at, "is_null");
    const bool repeats = Starts(at, "повторя") || Starts(at, "duplicat") || Starts(at, "дублир") ||
                         Starts(at, "одинаков");
    if ((empty == 0 && !repeats) || none == fails_if) return 0;
    std::vector<Column> columns;
    int end = at + std::max(empty, 1);
    for (auto column = ColumnAt(end); column; column = ColumnAt(end)) {
      columns.push_back(column->first);
      end = column->second;
      if (Among(Lower(end), {",", "and", "и", "or", "или"}) && ColumnAt(end + 1)) ++end;
    }
    if (columns.empty()) return 0;
    json::Array names;
    for (const Column& column : columns)
      names.emplace_back(Name(column));
    Emit(columns.front().relation, json::Object{{repeats ? "unique" : "not_null", names}}, warn,
         begin, end);
    return end;
  }

  // COLUMN … — остановиться / "must be filled (otherwise error)" / «если email пустой —
  // остановиться»
  int Must(int at) {
    if (Among(Lower(at), {"if", "если", "when"})) {
      // if CONDITION, stop
      for (int end = at + 2; end < std::min(size(), at + 12); ++end) {
        if (Starts(end, "останов") || Among(Lower(end), {"stop", "fail", "abort"}) ||
            Starts(end, "упасть") || Starts(end, "упади") || Starts(end, "ошибк") ||
            Starts(end, "прерв")) {
          const int done = Clause(at, at + 1, false, true);
          if (done > 0) {
            for (int i = done; i <= end; ++i)
              taken_[static_cast<size_t>(i)] = true;
            return end;
          }
          return 0;
        }
      }
      return 0;
    }
    const auto column = ColumnAt(at);
    if (!column) return 0;
    int next = column->second;
    while (next < size() && (Among(Lower(next), {"(", ")", "and", "и", ","}) || ColumnAt(next)))
      ++next;
    if (!(Among(Lower(next), {"must", "should"}) || Starts(next, "долж") || Starts(next, "обязан")))
      return 0;
    const int done = Clause(at, at, false, false);
    if (done == 0) return 0;
    int end = done;
    end = Otherwise(end);
    return end - 1;
  }

  std::optional<std::pair<Column, int>> ColumnAt(int at) const {
    if (at >= size() || taken_[static_cast<size_t>(at)]) return std::nullopt;
    const Reading* best = nullptr;
    double best_score = 0;
    for (const Reading& reading : readings_[static_cast<size_t>(at)]) {
      if (reading.kind != LinkKind::kColumn || reading.score < 0.72) continue;
      const bool fixed =
          std::find(sources_.begin(), sources_.end(), reading.column.relation) != sources_.end();
      const double score = reading.score + (fixed ? 0.2 : 0) + 0.04 * (reading.end - reading.begin);
      if (score <= best_score) continue;
      best = &reading;
      best_score = score;
    }
    if (best == nullptr) return std::nullopt;
    return std::make_pair(best->column, best->end);
  }

  const std::string& Name(const Column& column) const {
    return linker_.catalog()
        .relations[static_cast<size_t>(column.relation)]
        .info.columns[static_cast<size_t>(column.column)]
        .name;
  }

  void Emit(int relation, json::Value check, bool warn, int begin, int end) {
    if (warn) check.Set("severity", "warn");
    out_.checks.push_back({relation,
                           std::move(check),
                           {tokens_[static_cast<size_t>(begin)].span.begin,
                            tokens_[static_cast<size_t>(end - 1)].span.end}});
    for (int i = begin; i < end; ++i)
      taken_[static_cast<size_t>(i)] = true;
  }

  std::optional<json::Value> Number(int at) const {
    if (at >= size() || tokens_[static_cast<size_t>(at)].kind != TokenKind::kNumber)
      return std::nullopt;
    const std::string& text = tokens_[static_cast<size_t>(at)].number_text;
    if (text.find('.') == std::string::npos && text.size() < 18)
      return json::Value(static_cast<int64_t>(std::stoll(text)));
    return json::Value(*tokens_[static_cast<size_t>(at)].number);
  }

  // One or more conditions from `from`; returns the index behind them, 0 when nothing was
  // understood (then a problem is noted).
  int Clause(int begin, int from, bool warn, bool fails_if) {
    int at = from, done = 0;
    // "if anybody's salary is below …"
    while (at < size() &&
           (Among(Lower(at), {"у", "anyone", "anybody", "someone", "somebody", "кого", "кого-то",
                              "кого-нибудь", "кого-либо", "то", "нибудь", "какого", "какой",
                              "какого-то", "какой-то", "одного"}) ||
            (at > from && Among(Lower(at), {"-", "'s", "has", "have"})) ||
            (Lower(at) == "хоть" && Lower(at + 1) == "у")))
      ++at;
    from = at;
    if (const int stated = Stated(begin, at, warn, fails_if); stated > 0) return stated;
    // at least N rows
    if (Cue(at, "at_least") && Number(at + Cue(at, "at_least"))) {
      const int number = at + Cue(at, "at_least");
      if (Cue(number + 1, "rows")) {
        Emit(-1, json::Object{{"rows", json::Object{{"min", *Number(number)}}}}, warn, begin,
             number + 2);
        return number + 2;
      }
    }
    while (at < size()) {
      std::vector<Column> columns;
      int cursor = at;
      while (cursor < size() &&
             (Cue(cursor, "noise") || Among(Lower(cursor), {"any", "some", "column", "поле",
                                                            "столбец", "field", "все", "all"})) &&
             !ColumnAt(cursor))
        ++cursor;
      for (auto column = ColumnAt(cursor); column; column = ColumnAt(cursor)) {
        columns.push_back(column->first);
        cursor = column->second;
        int more = cursor;
        while (more < size() && Among(Lower(more), {",", "and", "и", "+", "(", ")"}))
          ++more;
        if (more == cursor || !ColumnAt(more)) break;
        cursor = more;
      }
      if (columns.empty()) break;
      int end = Predicate(columns, cursor, warn, fails_if, done == 0 ? begin : at);
      if (end == 0) break;
      done = end;
      at = end;
      while (at < size() &&
             Among(Lower(at), {"and", "и", ",", "or", "или", "а", "that", "что", "also", "также"}))
        ++at;
    }
    if (done == 0) {
      const int stop = std::min(size(), from + 4);
      out_.problems.push_back(
          {"check_not_understood",
           Severity::kError,
           Tr("a check is asked for here, but what it should check was not understood"),
           {"", 1, tokens_[static_cast<size_t>(begin)].span.begin + 1},
           "",
           Tr("say it like “fail if email is empty” or “check that id is unique”")});
      for (int i = begin; i < stop; ++i)
        taken_[static_cast<size_t>(i)] = true;
    }
    return done;
  }

  // "one of", «одно из», «только из списка»: the index behind it, 0 when it does not stand here.
  int OneOf(int at) const {
    if (Among(Lower(at), {"only", "только", "always"})) ++at;
    if (Among(Lower(at), {"one", "either", "among", "any"}))
      return Among(Lower(at + 1), {"of", "the"}) ? at + 2 : at + 1;
    if (Starts(at, "один") || Starts(at, "одн") || Starts(at, "одно"))
      return Lower(at + 1) == "из" ? at + 2 : 0;
    return 0;
  }

  // The values that the data or the sentence spells, as far as the list goes.
  int Values(int at, const Column& column, json::Array* out) const {
    const connectors::ColumnInfo& info = linker_.catalog()
                                             .relations[static_cast<size_t>(column.relation)]
                                             .info.columns[static_cast<size_t>(column.column)];
    int end = at;
    for (int i = at; i < size(); ++i) {
      if (taken_[static_cast<size_t>(i)]) break;
      const Token& token = tokens_[static_cast<size_t>(i)];
      if (Among(Lower(i), {",", "and", "or", "и", "или", "(", ")", ":"})) continue;
      const bool known =
          std::find(info.samples.begin(), info.samples.end(), token.text) != info.samples.end();
      if (token.kind != TokenKind::kQuoted && !known) break;
      out->emplace_back(token.text);
      end = i + 1;
    }
    return end;
  }

  int Predicate(const std::vector<Column>& columns, int at, bool warn, bool fails_if, int begin) {
    bool negated = false;
    const int relation = columns.front().relation;
    json::Array names;
    for (const Column& column : columns)
      names.emplace_back(Name(column));
    for (; at < size(); ++at) {
      if (Among(Lower(at), {"not", "isn't", "не", "aren't", "never", "no", "without"})) {
        // "not empty" is a cue of its own.
        if (Cue(at, "not_null") > 1) break;
        negated = !negated;
        continue;
      }
      if (Among(Lower(at),
                {"is",        "are",    "be",   "has",  "have",       "must",  "should",
                 "есть",      "был",    "была", "быть", "где-нибудь", "где",   "anywhere",
                 "всегда",    "always", "in",   "в",    "any",        "all",   "везде",
                 "somewhere", "хоть",   ")",    "(",    "values",     "value", "значения"}) ||
          Starts(at, "долж"))
        continue;
      break;
    }
    const auto emit = [&](json::Value check, int end) {
      Emit(relation, std::move(check), warn, begin, end);
      return end;
    };
    if (at >= size()) return 0;
    const bool repeats = Starts(at, "повторя") || Starts(at, "repeat") || Starts(at, "duplicat") ||
                         Starts(at, "дублир");
    if (Cue(at, "distinct") || Starts(at, "uniq") || Starts(at, "уникал") || repeats) {
      const bool wants_unique =
          repeats ? (fails_if ? !negated : negated) : (fails_if ? negated : !negated);
      if (!wants_unique) return 0;
      return emit(json::Object{{"unique", names}}, at + 1);
    }
    if (const int empty = Cue(at, "is_null")) {
      if (fails_if == negated) return 0;
      return emit(json::Object{{"not_null", names}}, at + empty);
    }
    if (const int filled = Cue(at, "not_null")) {
      if (fails_if && !negated) return 0;
      return emit(json::Object{{"not_null", names}}, at + filled);
    }
    const auto range = [&](json::Object bounds, int end) {
      json::Object by_column;
      for (const Column& column : columns)
        by_column.emplace_back(Name(column), json::Value(bounds));
      return emit(json::Object{{"range", json::Value(std::move(by_column))}}, end);
    };
    if (Starts(at, "negative") || Starts(at, "отрицател")) {
      if (fails_if == negated) return 0;
      return range({{"min", 0}}, at + 1);
    }
    if (Starts(at, "non-negative") || Starts(at, "неотрицател")) return range({{"min", 0}}, at + 1);
    if (Starts(at, "positive") || Starts(at, "положительн")) {
      if (fails_if && !negated) return 0;
      // Strictly above zero has no closed bound: rows at zero or below fail.
      const std::string& relation_name =
          linker_.catalog().relations[static_cast<size_t>(relation)].name;
      return emit(
          json::Object{{"sql", "SELECT * FROM " + data::NameForPeople(relation_name) + " WHERE " +
                                   data::NameForPeople(Name(columns.front())) + " <= 0"}},
          at + 1);
    }
    if (const int list = OneOf(at); list > 0) {
      if (fails_if != negated) return 0;
      json::Array values;
      const int end = Values(list, columns.front(), &values);
      if (values.empty() || columns.size() > 1) return 0;
      return emit(json::Object{{"accepted", json::Object{{names.front().AsString(),
                                                          json::Value(std::move(values))}}}},
                  end);
    }
    const bool outside = Among(Lower(at), {"outside", "вне"}) || Starts(at, "выходит");
    if (outside || Cue(at, "between") || Starts(at, "within")) {
      if (fails_if != (outside != negated)) return 0;
      int number = at + (outside ? 1 : std::max(1, Cue(at, "between")));
      while (number < size() && !Number(number)) {
        if (number > at + 5) return 0;
        ++number;
      }
      int second = number + 1;
      while (second < size() &&
             (Among(Lower(second), {"and", "и", "to", "до", "..", "-", "–", "."})))
        ++second;
      if (!Number(number) || !Number(second)) return 0;
      return range({{"min", *Number(number)}, {"max", *Number(second)}}, second + 1);
    }
    struct Bound {
      const char* cue;
      bool lower;  // value above the number
      bool closed;
    };
    static constexpr Bound kBounds[] = {{"at_least", true, true},
                                        {"at_most", false, true},
                                        {"more_than", true, false},
                                        {"less_than", false, false}};
    for (const Bound& bound : kBounds) {
      const int length = Cue(at, bound.cue);
      if (length == 0) continue;
      const std::optional<json::Value> number = Number(at + length);
      if (!number) return 0;
      const bool holds = fails_if == negated;  // the condition is what must hold
      const bool closed = holds ? bound.closed : !bound.closed;
      const bool lower = holds ? bound.lower : !bound.lower;
      if (!closed) {
        const std::string& relation_name =
            linker_.catalog().relations[static_cast<size_t>(relation)].name;
        return emit(
            json::Object{{"sql", "SELECT * FROM " + data::NameForPeople(relation_name) + " WHERE " +
                                     data::NameForPeople(Name(columns.front())) +
                                     (lower ? " <= " : " >= ") + json::Write(*number)}},
            at + length + 1);
      }
      return range(lower ? json::Object{{"min", *number}} : json::Object{{"max", *number}},
                   at + length + 1);
    }
    return 0;
  }

  const std::vector<Token>& tokens_;
  const Linker& linker_;
  const std::vector<int>& sources_;
  std::vector<bool>& taken_;
  std::vector<std::vector<Reading>> readings_;
  std::vector<std::string> lower_, stems_;
  std::vector<std::vector<Lexicon::Match>> cues_;
  CheckWords out_;
};

}  // namespace

CheckWords FindChecks(const QueryRequest& request, const Linker& linker,
                      const std::vector<int>& sources, std::vector<bool>* taken) {
  return CheckWordFinder(request, linker, sources, *taken).Find();
}

}  // namespace aietl::synthesis
