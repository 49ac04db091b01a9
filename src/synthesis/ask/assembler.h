// Phrases that cover a sentence → Intent: which column a word means in this company, what is
// counted, what the rows are, what is shown.
//
// A cover says only how words hang together. The assembler settles the rest in three passes: tables
// first (they say what is spoken of), then every phrase into the draft, then the draft as a whole
// (a column beside sums is a group, a number beside groups is summed, "total" in a list is the sum
// computed before).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "synthesis/ask/intent.h"
#include "synthesis/ask/linker.h"
#include "synthesis/ask/phrase_chart.h"
#include "synthesis/ask/query_writer.h"
#include "synthesis/text/units.h"

namespace aietl::synthesis {

struct Understanding {
  Intent intent;
  std::vector<Link> links;
  std::vector<Question> questions;
  Problems problems;
  std::vector<Span> leftover;
  std::vector<Span> repeated;  // conditions that other words said before
  double certainty = 1;        // product of how sure the chosen readings are
  double penalty = 0;          // what speaks against this reading as a whole
};

class Assembler {
 public:
  Assembler(const QueryRequest& request, const Linker& linker, const PhraseChart& chart);
  Understanding Assemble(const Cover& cover);

 private:
  enum class Want : unsigned char { kAny, kNumber, kTime };

  // --- words
  Span Words(const Phrase& phrase) const;
  std::string Text(int begin, int end) const;
  std::string Text(const Phrase& phrase) const { return Text(phrase.begin, phrase.end); }
  const Token& TokenAt(int at) const { return tokens_[static_cast<size_t>(at)]; }
  void Report(const Phrase& phrase, std::string part);
  bool Says(std::string_view cue) const;  // anywhere in the sentence

  // --- names (assemble_names.cc)
  const Relation& Rel(int relation) const {
    return catalog_.relations[static_cast<size_t>(relation)];
  }
  const connectors::ColumnInfo& Info(const Column& column) const {
    return Rel(column.relation).info.columns[static_cast<size_t>(column.column)];
  }
  bool IsNumber(const Column& column) const { return Info(column).type.IsNumber(); }
  bool IsTime(const Column& column) const;
  bool IsIdentifier(const Column& column) const;
  bool IsCode(const Column& column) const;  // a number that names something: never summed
  bool HasConcept(const Column& column, std::initializer_list<std::string_view> ids) const;
  void Mention(int relation);
  void Mention(const Column& column) { Mention(column.relation); }
  bool Mentioned(int relation) const;
  int Distance(int from, int to) const;  // joins between two relations; -1: no way
  bool ToOne(int from, int to) const;
  double Nearness(int relation) const;  // of a relation to what is spoken of
  bool SameByKey(const Column& a, const Column& b) const;
  std::optional<int> Table(const Phrase& leaf);
  std::optional<Column> Resolve(const Phrase& leaf, Want want = Want::kAny, int within = -1);
  std::optional<Column> Choose(std::vector<std::pair<Column, double>> candidates,
                               const Phrase& about, const std::string& topic);
  void Via(const Column& reference, int relation);
  std::vector<Column> ColumnsOf(const Phrase& list);  // rule "columns"
  std::vector<Column> About(int relation, std::string_view topic)
      const;  // number columns about price, weight, duration, …
  std::optional<Column> Topic(std::string_view topic, const Phrase& about, int within = -1);
  std::optional<Column> DateColumn(const Phrase& about, int within = -1);
  std::optional<Expression> DurationOf(int relation) const;
  std::optional<Column> StartColumn(int relation) const;
  std::optional<Column> EndColumn(int relation) const;
  std::optional<Column> KeyColumn(int relation) const;
  std::optional<Column> NameColumn(int relation) const;
  std::optional<int> OnlyChild(
      int relation) const;  // the one relation whose rows belong to rows of this
  std::string Label(const Column& column, bool with_table) const;
  std::optional<std::string> Answered(const std::string& key) const;
  std::string Ask(const std::string& key, std::string text, const Phrase& about,
                  const std::vector<std::string>& choices);  // the answer, or empty and asked

  // --- passes
  void Tables(const Cover& cover);
  void Stack();
  bool JoinKey(const Phrase& fragment);
  int Home(const Cover& cover) const;
  int Computed(const Cover& cover) const;
  bool Alike(const Column& a, const Column& b) const;
  void One(const Phrase& fragment);
  void Finish();

  // --- filters (assemble_filters.cc)
  bool Filter(const Phrase& filter, std::vector<Condition>* out);
  bool FromNought(const Column& column) const;
  bool SaysBoth(const Phrase& values) const;
  struct Found {
    Column column;
    std::vector<std::string> values;
  };
  std::optional<Found> Values(const Phrase& values, std::optional<Column> of);
  std::vector<Condition> Bounds(const Phrase& bounds, const Column& column, const Expression& left);
  std::optional<std::vector<Condition>> Bound(const Phrase& bound, const Column& column,
                                              const Expression& left);
  std::string Amount(const Phrase& amount, const Column& column) const;
  double UnitFactor(const std::string& said,
                    const Column& column) const;  // column's unit → said unit
  struct Period {
    std::string from, to;  // half-open; empty: open
  };
  std::optional<Period> When(const Phrase& when, const Column& column);
  std::optional<Period> PeriodOf(const Phrase& period, const Column& column);
  bool Implied(const Phrase& filter, std::vector<Condition>* out);
  bool AgainstAll(const Phrase& filter, std::vector<Condition>* out);
  std::optional<Column> Measured(const UnitOfMeasure& unit, const Phrase& about);

  // --- times (assemble_times.cc)
  bool Dated(const Phrase& when, const Column& column, std::vector<Condition>* out);
  bool Timed(const Phrase& filter, std::vector<Condition>* out);
  std::optional<Column> TimeOf(const Phrase& filter, bool of_day);
  bool HoldsTimeOfDay(const Column& column) const;
  std::optional<int> YearOf(const Phrase* said, const Phrase& about, const Column& column);
  bool OnWeekdays(const Phrase& days, Condition condition, std::vector<Condition>* out) const;
  bool AtHours(const Phrase& hours, const Condition& condition, std::vector<Condition>* out) const;
  std::optional<std::string> Clock(const Phrase& clock, bool afternoon) const;
  bool Ago(const Phrase& bound, const Column& column, std::vector<Condition>* out);
  bool Aged(const Phrase& filter, const Phrase& bound, std::vector<Condition>* out);
  bool Lasting(const Phrase& bound, const UnitOfMeasure& unit, std::vector<Condition>* out);
  void Partners(const Phrase& fragment);
  void AddConditions(std::vector<Condition> conditions, const Phrase& about);
  bool CountsWhatFollows(int at) const;
  bool SpeaksOf(int at, int relation) const;
  std::optional<Column> ReferenceTo(int relation) const;
  bool Refers(int from, int to) const;  // a row of the first to one of the second

  // --- numbers (assemble_numbers.cc)
  std::optional<Expression> Product(const Phrase& product);
  std::optional<std::vector<Measure>> MeasuresOf(const Phrase& measure);
  std::optional<Expression> DaysOf(const Phrase& days);
  std::optional<Expression> MoneyOf(const Phrase& about, int relation);
  int AddMeasure(Measure measure);
  bool CountedBeside(const Phrase& measure) const;
  bool Computes() const;
  void OrderFirst(const Phrase& fragment);
  std::optional<Group> GroupItem(const Phrase& item);
  void Groups(const Phrase& items, bool first = true);
  void AddGroup(Group group);
  void Bucket(const std::string& bucket, std::optional<Column> time, const Phrase& about);
  void Having(const Phrase& fragment);
  void Top(const Phrase& fragment);
  bool Keys(const Phrase& keys, bool descending);
  void EntityGroup(int relation, const Phrase& about);

  // --- numbers beside others: windows, bands, places (assemble_windows.cc)
  std::optional<std::vector<Measure>> WindowOf(const Phrase& measure);
  std::optional<std::vector<Measure>> RoundedMeasure(const Phrase& measure);
  std::optional<Derived> RankOf(const Phrase& derived);
  bool FinishRank(Derived* derived);
  bool Windowed(Measure* window, const Phrase& about);
  std::optional<Measure> RankMeasure(const Derived& derived);
  void Bands(const Phrase& fragment);
  void OrderMost(const Phrase& fragment);

  // --- output (assemble_output.cc)
  struct Item {
    enum class Kind : unsigned char { kColumn, kMeasure, kDerived, kBucket, kTable, kAll, kFile };
    Kind kind = Kind::kColumn;
    Column column;
    Measure measure;
    bool bare = false;                  // "total", "count": may be one computed elsewhere
    std::vector<Aggregate> aggregates;  // bare ones that still need their column
    Derived derived;
    std::string bucket, name;
    int relation = -1;
    const Phrase* phrase = nullptr;
  };
  struct List {
    std::vector<Item> items;
    std::string_view kind;  // "list", "told_list", "only_list", "added"
    const Phrase* phrase = nullptr;
    std::optional<int> within;  // whose columns they are
  };
  void ReadList(const Phrase& items, List* list);
  Column ByName(const Phrase& leaf, const Column& column) const;
  void ReadItem(const Phrase& item, List* list);
  std::optional<Derived> DerivedOf(const Phrase& derived);
  void Cleaning(const Phrase& fragment);
  void Dedup(const Phrase& fragment);
  void JoinLatest(const Phrase& fragment, int relation);
  void Pivot(const Phrase& fragment);
  bool Grouped() const;
  bool RowByRow() const;
  void FinishGrouped();
  void FinishRows();
  void FinishTop();
  bool OnlyRecalled(const Item& item);
  bool Conditioned(const Column& column) const;
  static bool SaysAll(const List& list);
  int First() const;
  int FindMeasure(const Item& item) const;
  int AddDerived(const Derived& derived);
  int GroupIndex(const Column& column, const std::string& bucket) const;

  const QueryRequest& request_;
  const Linker& linker_;
  const Catalog& catalog_;
  const PhraseChart& chart_;
  const std::vector<Token>& tokens_;
  std::vector<std::vector<int>> distances_;

  // of one cover
  const Cover* cover_ = nullptr;
  Understanding out_;
  std::vector<int> spoken_;  // relations in the order in which they are named
  int entity_ = -1;          // what the rows are, as far as the sentence says it
  std::vector<int> joined_, stacked_;
  std::vector<Column> evoked_;        // times that some word recalls ("shipped", "admissions")
  std::vector<Column> bare_numbers_;  // number columns named by themselves
  std::vector<Column> table_groups_;  // keys that stand for their table: "per customer"
  std::vector<List> lists_;
  std::map<const Phrase*, std::optional<Column>> resolved_;
  const Phrase* last_measure_ = nullptr;
  struct TopDraft {
    bool set = false;
    std::optional<int64_t> count;
    bool descending = true;
    int relation = -1;               // of which the best are taken; -1: rows
    std::optional<Column> column;    // ordered by it
    std::optional<Measure> measure;  // or by this
    std::optional<Group> per;
    std::optional<Column> subject;  // the best values of a column rather than rows of a table
    std::string bucket;             // the best day, month
    const Phrase* phrase = nullptr;
  } top_;
  const Phrase* top_count_ = nullptr;  // "top 3" by itself
  std::vector<Order> ties_;
  struct HavingDraft {
    Measure measure;
    const Phrase* bounds;
  };
  std::vector<HavingDraft> having_;
  bool latest_kept_ = false, case_blind_ = false, space_blind_ = false, percent_ = false;
  std::optional<Order> latest_order_;
  std::optional<Measure> cells_;
  int pivot_signs_ = 0;
  bool entity_named_ = false;
  bool ranked_ = false;  // the cover holds words that rank or order
};

}  // namespace aietl::synthesis
