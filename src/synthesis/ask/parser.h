// Linked words → Intent. Cues ("per", «больше», "without") say what the words around them do; every
// content word ends in the intent or in `leftover`.
//
// The parser walks over the tokens once; at each place the handlers are tried in a fixed order and
// the first that recognises something consumes it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "synthesis/ask/intent.h"
#include "synthesis/ask/linker.h"
#include "synthesis/ask/query_writer.h"
#include "synthesis/text/lexicon.h"

namespace aietl::synthesis {

struct ParseOutcome {
  Intent intent;
  std::vector<Link> links;
  std::vector<Question> questions;
  Problems problems;
  std::vector<Span> leftover;
  double certainty = 1;  // product of how sure the chosen readings are
};

class Parser {
 public:
  Parser(const QueryRequest& request, const Linker& linker);
  ParseOutcome Parse();

 private:
  // --- words (parser.cc)
  int size() const { return static_cast<int>(tokens_.size()); }
  bool Free(int at) const { return at >= 0 && at < size() && !used_[static_cast<size_t>(at)]; }
  // Length of the cue at `at` (0: it is not there).
  int Cue(int at, std::string_view id) const;
  bool AnyCue(int at) const;
  bool IsNoise(int at) const;
  bool IsComma(int at) const;
  int SkipNoise(int at) const;
  void Use(int begin, int end);
  Span Words(int begin, int end) const;
  std::string Text(int begin, int end) const;
  void Report(int begin, int end, std::string part);

  // --- readings (parse_names.cc)
  struct Found {
    Column column;
    int end = 0;
    double score = 0;
  };
  // The column that the words at `at` name, asking when several fit alike. `numeric`: only columns
  // that can be summed; `temporal`: only dates.
  enum class Want : unsigned char { kAny, kNumber, kTime };
  std::optional<Found> ColumnAt(int at, Want want = Want::kAny, double least = 0.7);
  struct FoundTable {
    int relation = -1;
    int end = 0;
    double score = 0;
  };
  std::optional<FoundTable> TableAt(int at, double least = 0.8) const;
  struct FoundValue {
    Column column;
    std::vector<std::string> values;
    int end = 0;
    double score = 0;
  };
  std::optional<FoundValue> ValueAt(int at, std::optional<Column> of = std::nullopt);
  const Reading* BestReading(int at) const;
  std::optional<Column> DateColumn(
      int begin, int end);  // the one date column of the relations spoken of, else asks
  std::optional<Column> AmountColumn(int begin, int end);  // the one money-like column
  std::optional<Column> Choose(std::vector<Column> columns, int begin, int end,
                               const std::string& topic);
  int Prefer(
      const std::vector<Column>& columns) const;  // index of the one in relations spoken of, or -1
  bool SameByKey(const Column& a, const Column& b) const;
  std::string Label(const Column& column, bool with_table) const;
  std::optional<std::string> Answered(const std::string& key) const;
  void Ask(const std::string& key, std::string text, int begin, int end,
           const std::vector<std::string>& choices);
  const connectors::ColumnInfo& Info(const Column& column) const;
  bool IsNumber(const Column& column) const;
  bool IsTime(const Column& column) const;
  bool IsIdentifier(const Column& column) const;
  void Mention(int relation);

  // --- handlers: tokens consumed from `at`, 0 when it is not theirs
  int Cleaning(int at);  // parse_cleaning.cc
  int Rename(int at);
  int DropRows(int at);
  int Dedup(int at);  // parse_shape.cc
  int OrderBy(int at);
  int Top(int at);
  int Pivot(int at);
  int JoinWords(int at);
  int GroupBy(int at);  // parse_measures.cc
  int AggregateAt(int at);
  int Product(int at);
  int Revenue(int at);
  int Anti(int at);  // parse_filters.cc
  int NullTest(int at);
  int ComparisonAt(int at);
  int DateFilter(int at);
  int ValueFilter(int at);
  int TableName(int at);
  int ColumnName(int at);

  // --- parts of handlers
  std::optional<Group> GroupItemAt(int at, int* end);
  std::string BucketAt(int at, int* end) const;
  std::optional<Comparison> ComparatorAt(int at, int* end) const;
  struct Operand {
    std::vector<std::string> literals;
    int end = 0;
    bool date = false;
    std::string from, to;  // of a date
  };
  std::optional<Operand> LiteralAt(int at, const Column& column);
  std::string_view ComparedTopic(int at) const;
  bool NearMeasure(int at) const;
  bool AddComparison(Column column, int measure, Comparison comparison, const Operand& operand,
                     bool negated, int begin, int end);
  int AddMeasure(Measure measure);
  std::vector<Column> ColumnList(int at, int* end);
  void Complete();
  void Finish();

  const QueryRequest& request_;
  const Linker& linker_;
  const Catalog& catalog_;
  const std::vector<Token>& tokens_;
  std::vector<std::string> lower_, stems_;
  std::vector<std::vector<Lexicon::Match>> cues_;
  std::vector<std::vector<Reading>> readings_;
  std::vector<bool> used_;
  ParseOutcome out_;
  std::vector<int> hints_;      // relations named anywhere in the sentence
  bool selecting_ = false;      // columns named now belong to the output
  bool explicit_list_ = false;  // the output's columns are listed
};

// The literal as SQL for a column of this type; nullopt when it cannot be one.
std::optional<std::string> SqlLiteral(const data::Type& type, const Token& token);

}  // namespace aietl::synthesis
