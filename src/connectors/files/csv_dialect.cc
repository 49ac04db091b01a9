// Delimiter, quote, escape and the lines before the table.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "connectors/files/csv_header.h"
#include "connectors/files/csv_sniff.h"

namespace aietl::connectors::files {
namespace {

constexpr size_t kMostRecords = 500;
constexpr size_t kMostBytes = 128 * 1024;

// How well the text falls into a table with a dialect.
struct DialectFit {
  size_t records = 0;
  size_t columns = 0;   // the commonest number of fields
  size_t agreeing = 0;  // records that have it
  size_t leading = 0;   // records of one field before the first that has it
  bool broken = false;  // quotes do not close
  bool quotes = false;  // some field is quoted
  bool Clean() const { return !broken && records > 0 && agreeing + leading == records; }
};

DialectFit Try(std::string_view head, bool complete, const Dialect& dialect) {
  DialectFit fit;
  CsvParser parser(dialect);
  parser.SetText(head, complete);
  if (!parser.SkipLines(dialect.skip)) return fit;
  std::vector<Field> fields;
  std::vector<size_t> counts;
  while (counts.size() < kMostRecords) {
    const CsvEvent event = parser.Next(&fields, false);
    if (event == CsvEvent::kOpenQuote || event == CsvEvent::kAfterQuote) fit.broken = true;
    if (event != CsvEvent::kRecord) break;
    counts.push_back(fields.size());
    fit.quotes = fit.quotes ||
                 std::any_of(fields.begin(), fields.end(), [](const Field& f) { return f.quoted; });
  }
  std::map<size_t, size_t> histogram;
  for (const size_t count : counts)
    ++histogram[count];
  for (const auto& [columns, times] : histogram) {
    if (times > fit.agreeing || (times == fit.agreeing && columns > fit.columns)) {
      fit.agreeing = times;
      fit.columns = columns;
    }
  }
  fit.records = counts.size();
  while (fit.leading < counts.size() && counts[fit.leading] == 1 && fit.columns > 1)
    ++fit.leading;
  return fit;
}

// Whether `a` explains the text better than `b`. Earlier candidates win ties.
bool Better(const DialectFit& a, const DialectFit& b) {
  const auto table = [](const DialectFit& fit) { return fit.columns > 1 && !fit.broken; };
  if (table(a) != table(b)) return table(a);
  if (!table(a)) return false;
  if (a.Clean() != b.Clean()) return a.Clean();
  if (a.Clean()) return (a.leading == 0) != (b.leading == 0) ? a.leading == 0 : false;
  const double share_a = static_cast<double>(a.agreeing) / static_cast<double>(a.records);
  const double share_b = static_cast<double>(b.agreeing) / static_cast<double>(b.records);
  return share_a > share_b + 0.05;
}

bool HasEscapedQuote(std::string_view head, char quote) {
  for (size_t at = head.find('\\'); at != std::string_view::npos && at + 1 < head.size();
       at = head.find('\\', at + 2)) {
    if (head[at + 1] == quote) return true;
  }
  return false;
}

// Fields that begin and end with an apostrophe, and no field in double quotes.
bool QuotedByApostrophes(std::string_view head, char delimiter) {
  size_t opened = 0;
  size_t closed = 0;
  for (size_t i = 0; i < head.size(); ++i) {
    if (head[i] != '\'') continue;
    const bool starts = i == 0 || head[i - 1] == delimiter || head[i - 1] == '\n';
    const bool ends = i + 1 == head.size() || head[i + 1] == delimiter || head[i + 1] == '\n' ||
                      head[i + 1] == '\r';
    opened += starts ? 1 : 0;
    closed += ends ? 1 : 0;
  }
  return opened >= 2 && opened == closed;
}

bool FirstLineNamesColumns(std::string_view head, bool complete, const Dialect& dialect) {
  CsvParser parser(dialect);
  parser.SetText(head, complete);
  std::vector<Field> fields;
  if (!parser.SkipLines(dialect.skip)) return false;
  if (parser.Next(&fields, false) != CsvEvent::kRecord || fields.size() < 2) return false;
  return std::all_of(fields.begin(), fields.end(), [](const Field& field) {
    const bool blanks = field.text.starts_with(' ') || field.text.ends_with(' ');
    return !blanks && LooksLikeName(field.text);
  });
}

void ChooseDelimiter(std::string_view head, bool complete, bool tabs, Dialect* dialect) {
  std::vector<std::string> candidates{"\t", ";", "|", ","};
  if (!tabs) candidates = {";", "\t", "|", ","};
  DialectFit best;
  std::string chosen = ",";
  for (const std::string& delimiter : candidates) {
    dialect->delimiter = delimiter;
    const DialectFit fit = Try(head, complete, *dialect);
    if (Better(fit, best)) {
      best = fit;
      chosen = delimiter;
    }
  }
  // A sprinkling of some mark in free text is no table.
  const bool table = best.columns > 1 && best.agreeing * 3 >= best.records * 2;
  dialect->delimiter = table ? chosen : tabs ? "\t" : ",";
  if (table || tabs) return;
  // Lines of many widths below what is a list of names: a table with broken lines, which must be
  // told and not taken for one wide column.
  for (const std::string& delimiter : candidates) {
    dialect->delimiter = delimiter;
    if (FirstLineNamesColumns(head, complete, *dialect)) return;
  }
  // One column: a mark that does not occur, so that nothing is cut.
  for (const char* unused : {",", ";", "\t", "|", "\x1F"}) {
    if (head.find(unused) == std::string_view::npos) {
      dialect->delimiter = unused;
      return;
    }
  }
}

}  // namespace

Dialect SniffDialect(std::string_view head, bool complete, const ReadOptions& options, bool tabs,
                     Problems* problems) {
  if (head.size() > kMostBytes) {
    head = head.substr(0, kMostBytes);
    complete = false;
  }
  Dialect dialect;
  dialect.comment = options.comment.empty() ? '\0' : options.comment[0];
  dialect.skip = options.skip.value_or(0);
  if (options.quote)
    dialect.quote = dialect.escape = options.quote->empty() ? '\0' : (*options.quote)[0];
  if (options.escape && !options.escape->empty()) dialect.escape = (*options.escape)[0];
  if (options.delimiter) {
    dialect.delimiter = *options.delimiter;
  } else {
    ChooseDelimiter(head, complete, tabs, &dialect);
  }
  DialectFit fit = Try(head, complete, dialect);
  if (!options.quote && !fit.quotes && QuotedByApostrophes(head, dialect.delimiter[0])) {
    Dialect apostrophes = dialect;
    apostrophes.quote = apostrophes.escape = '\'';
    if (Try(head, complete, apostrophes).Clean()) dialect = apostrophes;
  }
  if (!options.escape && !fit.Clean() && dialect.quote != 0 &&
      HasEscapedQuote(head, dialect.quote)) {
    Dialect backslash = dialect;
    backslash.escape = '\\';
    if (!options.delimiter) ChooseDelimiter(head, complete, tabs, &backslash);
    if (Try(head, complete, backslash).Clean()) dialect = backslash;
  }
  fit = Try(head, complete, dialect);
  // Titles above the table: lines of one field, then a table without a gap.
  constexpr size_t kMostTitles = 10;
  if (!options.skip && fit.Clean() && fit.leading > 0 && fit.leading <= kMostTitles &&
      fit.columns >= 3 && fit.agreeing >= 2) {
    CsvParser parser(dialect);
    parser.SetText(head, complete);
    std::vector<Field> fields;
    for (size_t i = 0; i <= fit.leading; ++i)
      parser.Next(&fields, false);
    dialect.skip = parser.line() - 1;
    if (problems != nullptr) {
      problems->push_back({"lines_skipped",
                           Severity::kWarning,
                           Plural(dialect.skip, "{} line before the table is left out",
                                  "{} lines before the table are left out"),
                           {},
                           "",
                           Tr("say `skip: 0` if they belong to the data")});
    }
  }
  return dialect;
}

}  // namespace aietl::connectors::files
