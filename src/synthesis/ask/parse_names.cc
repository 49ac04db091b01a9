#include <algorithm>
#include <set>

#include "base/text.h"
#include "synthesis/ask/join_path.h"
#include "synthesis/ask/parser.h"

namespace aietl::synthesis {
namespace {

constexpr double kTie = 0.05;        // readings this close are rivals
constexpr double kShakyScore = 0.8;  // below this the whole answer is less certain

bool HasConcept(const std::string& name, std::initializer_list<std::string_view> ids) {
  for (const std::string& word : NameWords(name)) {
    std::vector<Lexicon::Match> matches = Lexicon::Concepts().FindWord(word);
    const std::string russian = word.size() >= 4 ? FromTranslit(word) : "";
    if (!russian.empty()) {
      for (const Lexicon::Match& match : Lexicon::Concepts().FindWord(russian))
        matches.push_back(match);
    }
    for (const Lexicon::Match& match : matches) {
      if (match.weight == 1 && std::find(ids.begin(), ids.end(), match.id) != ids.end())
        return true;
    }
  }
  return false;
}

}  // namespace

const connectors::ColumnInfo& Parser::Info(const Column& column) const {
  return catalog_.relations[static_cast<size_t>(column.relation)]
      .info.columns[static_cast<size_t>(column.column)];
}
bool Parser::IsNumber(const Column& column) const {
  return Info(column).type.IsNumber();
}
bool Parser::IsTime(const Column& column) const {
  return Info(column).type.id == data::TypeId::kDate || Info(column).type.IsTimestamp();
}

// Numbers that name things and measure nothing: never summed or compared unless they are called by
// their very name.
bool Parser::IsIdentifier(const Column& column) const {
  for (const std::string& word : NameWords(Info(column).name)) {
    if (word == "id" || word == "ид" || word == "uuid" || word == "guid" || word == "code" ||
        word == "код")
      return true;
  }
  const std::vector<std::string> key =
      RowKey(catalog_.relations[static_cast<size_t>(column.relation)]);
  return key.size() == 1 && key.front() == Info(column).name;
}

void Parser::Mention(int relation) {
  std::vector<int>& relations = out_.intent.relations;
  if (std::find(relations.begin(), relations.end(), relation) == relations.end())
    relations.push_back(relation);
}

const Reading* Parser::BestReading(int at) const {
  if (at >= size() || readings_[static_cast<size_t>(at)].empty()) return nullptr;
  const Reading* best = nullptr;
  for (const Reading& reading : readings_[static_cast<size_t>(at)]) {
    bool free = true;
    for (int i = reading.begin; i < reading.end; ++i)
      free = free && Free(i);
    if (free && reading.score >= 0.7 && (best == nullptr || reading.score > best->score))
      best = &reading;
  }
  return best;
}

// Two columns that a key makes equal say the same.
bool Parser::SameByKey(const Column& a, const Column& b) const {
  const std::string& left = catalog_.relations[static_cast<size_t>(a.relation)].name;
  const std::string& right = catalog_.relations[static_cast<size_t>(b.relation)].name;
  for (const auto& [from, key] : catalog_.keys) {
    for (size_t i = 0; i < key.columns.size() && i < key.references.size(); ++i) {
      if (from == left && key.table == right && key.columns[i] == Info(a).name &&
          key.references[i] == Info(b).name)
        return true;
      if (from == right && key.table == left && key.columns[i] == Info(b).name &&
          key.references[i] == Info(a).name)
        return true;
    }
  }
  return false;
}

int Parser::Prefer(const std::vector<Column>& columns) const {
  std::vector<int> relations = out_.intent.relations;
  relations.insert(relations.end(), hints_.begin(), hints_.end());
  for (const int relation : relations) {
    int found = -1, count = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].relation != relation) continue;
      found = static_cast<int>(i);
      ++count;
    }
    if (count == 1) return found;
    if (count > 1) return -1;
  }
  return -1;
}

std::string Parser::Label(const Column& column, bool with_table) const {
  return with_table ? catalog_.relations[static_cast<size_t>(column.relation)].name + "." +
                          Info(column).name
                    : Info(column).name;
}

std::optional<std::string> Parser::Answered(const std::string& key) const {
  const auto found = request_.answers.find(key);
  if (found == request_.answers.end()) return std::nullopt;
  return found->second;
}

void Parser::Ask(const std::string& key, std::string text, int begin, int end,
                 const std::vector<std::string>& choices) {
  for (const Question& question : out_.questions) {
    if (question.key == key) return;
  }
  Question question;
  question.key = key;
  question.text = std::move(text);
  question.words = Words(begin, end);
  for (size_t i = 0; i < choices.size(); ++i)
    question.choices.push_back({std::string(1, static_cast<char>('a' + i)), choices[i]});
  out_.questions.push_back(std::move(question));
}

std::optional<Column> Parser::Choose(std::vector<Column> columns, int begin, int end,
                                     const std::string& topic) {
  if (columns.empty()) return std::nullopt;
  // Columns equal by a key count once: the one in a relation spoken of.
  std::vector<Column> distinct;
  for (const Column& column : columns) {
    const auto same = std::find_if(distinct.begin(), distinct.end(), [&](const Column& other) {
      return other == column || SameByKey(other, column);
    });
    if (same == distinct.end()) {
      distinct.push_back(column);
    } else if (const int preferred = Prefer({*same, column}); preferred == 1) {
      *same = column;
    }
  }
  if (distinct.size() == 1) return distinct[0];
  if (const int preferred = Prefer(distinct); preferred >= 0)
    return distinct[static_cast<size_t>(preferred)];
  const std::string key =
      topic + "@" + std::to_string(tokens_[static_cast<size_t>(begin)].span.begin);
  if (const std::optional<std::string> answer = Answered(key)) {
    const size_t index = static_cast<size_t>((*answer)[0] - 'a');
    if (index < distinct.size()) return distinct[index];
  }
  std::vector<std::string> choices;
  std::set<int> relations;
  for (const Column& column : distinct)
    relations.insert(column.relation);
  for (const Column& column : distinct)
    choices.push_back(Label(column, relations.size() > 1));
  Ask(key, Msg("Which column do you mean by “{}”?", Text(begin, end)), begin, end, choices);
  return distinct[0];
}

std::optional<Parser::Found> Parser::ColumnAt(int at, Want want, double least) {
  if (!Free(at)) return std::nullopt;
  // Longest well-fitting phrase first; a longer phrase must not fit much worse than a shorter one.
  double best_score = 0;
  int best_end = 0;
  std::vector<Column> best;
  const auto fits = [&](const Reading& reading) {
    if (reading.kind != LinkKind::kColumn || reading.score < least) return false;
    for (int i = reading.begin; i < reading.end; ++i) {
      if (!Free(i)) return false;
    }
    if (want == Want::kNumber &&
        (!IsNumber(reading.column) || (reading.score < 0.97 && IsIdentifier(reading.column))))
      return false;
    return want != Want::kTime || IsTime(reading.column);
  };
  for (const Reading& reading : readings_[static_cast<size_t>(at)]) {
    if (!fits(reading)) continue;
    const double score = reading.score + 0.04 * (reading.end - reading.begin);
    if (score > best_score) {
      best_score = score;
      best_end = reading.end;
    }
  }
  if (best_end == 0) return std::nullopt;
  double top = 0;
  for (const Reading& reading : readings_[static_cast<size_t>(at)]) {
    if (fits(reading) && reading.end == best_end) top = std::max(top, reading.score);
  }
  for (const Reading& reading : readings_[static_cast<size_t>(at)]) {
    if (fits(reading) && reading.end == best_end && reading.score >= top - kTie)
      best.push_back(reading.column);
  }
  const std::optional<Column> column =
      Choose(best, at, best_end, "column:" + lower_[static_cast<size_t>(at)]);
  if (!column) return std::nullopt;
  if (top < kShakyScore) out_.certainty *= top;
  return Found{*column, best_end, top};
}

std::optional<Parser::FoundTable> Parser::TableAt(int at, double least) const {
  if (!Free(at)) return std::nullopt;
  FoundTable best;
  bool best_mentioned = false;
  for (const Reading& reading : readings_[static_cast<size_t>(at)]) {
    if (reading.kind != LinkKind::kTable || reading.score < least) continue;
    bool free = true;
    for (int i = reading.begin; i < reading.end; ++i)
      free = free && Free(i);
    if (!free) continue;
    const std::vector<int>& relations = out_.intent.relations;
    const bool mentioned =
        std::find(relations.begin(), relations.end(), reading.relation) != relations.end();
    const double score =
        reading.score + 0.05 * (reading.end - reading.begin) + (mentioned ? 0.03 : 0);
    if (best.relation >= 0 && (score < best.score || (score == best.score && best_mentioned)))
      continue;
    best = {reading.relation, reading.end, score};
    best_mentioned = mentioned;
  }
  if (best.relation < 0) return std::nullopt;
  best.score -= 0.05 * (best.end - at);
  return best;
}

std::optional<Parser::FoundValue> Parser::ValueAt(int at, std::optional<Column> of) {
  if (!Free(at)) return std::nullopt;
  int best_end = 0;
  double best_score = 0;
  for (const Reading& reading : readings_[static_cast<size_t>(at)]) {
    if (reading.kind != LinkKind::kValue || (of && !(reading.column == *of))) continue;
    bool free = true;
    for (int i = reading.begin; i < reading.end; ++i)
      free = free && Free(i);
    if (!free) continue;
    if (reading.end > best_end || (reading.end == best_end && reading.score > best_score)) {
      best_end = reading.end;
      best_score = reading.score;
    }
  }
  if (best_end == 0) return std::nullopt;
  std::vector<Column> columns;
  for (const Reading& reading : readings_[static_cast<size_t>(at)]) {
    if (reading.kind != LinkKind::kValue || reading.end != best_end ||
        reading.score < best_score - kTie || (of && !(reading.column == *of)))
      continue;
    if (std::find(columns.begin(), columns.end(), reading.column) == columns.end())
      columns.push_back(reading.column);
  }
  const std::optional<Column> column =
      of ? of : Choose(columns, at, best_end, "value:" + lower_[static_cast<size_t>(at)]);
  if (!column) return std::nullopt;
  FoundValue found{*column, {}, best_end, best_score};
  for (const Reading& reading : readings_[static_cast<size_t>(at)]) {
    if (reading.kind != LinkKind::kValue || reading.end != best_end ||
        !(reading.column == *column) || reading.score < best_score - kTie)
      continue;
    found.values.push_back(reading.value);
  }
  return found;
}

std::optional<Column> Parser::DateColumn(int begin, int end) {
  std::vector<Column> dates, created;
  const auto collect = [&](int r) {
    const auto& columns = catalog_.relations[static_cast<size_t>(r)].info.columns;
    for (size_t c = 0; c < columns.size(); ++c) {
      const Column column{r, static_cast<int>(c)};
      if (!IsTime(column)) continue;
      dates.push_back(column);
      if (HasConcept(columns[c].name, {"created"})) created.push_back(column);
    }
  };
  std::vector<int> relations = out_.intent.relations;
  relations.insert(relations.end(), hints_.begin(), hints_.end());
  for (const int relation : relations) {
    collect(relation);
    if (!dates.empty()) break;
  }
  if (dates.empty() && relations.empty()) {
    for (size_t r = 0; r < catalog_.relations.size(); ++r)
      collect(static_cast<int>(r));
  }
  // "Updated" is housekeeping: rows belong to the time at which they came about.
  std::vector<Column> business;
  for (const Column& column : dates) {
    if (!HasConcept(Info(column).name, {"updated", "birth_date"})) business.push_back(column);
  }
  if (!business.empty()) dates = business;
  (void)created;
  return Choose(dates, begin, end, "date");
}

std::optional<Column> Parser::AmountColumn(int begin, int end) {
  std::vector<Column> amounts, revenue;
  std::vector<int> relations = out_.intent.relations;
  relations.insert(relations.end(), hints_.begin(), hints_.end());
  for (const int r : relations) {
    const auto& columns = catalog_.relations[static_cast<size_t>(r)].info.columns;
    for (size_t c = 0; c < columns.size(); ++c) {
      const Column column{r, static_cast<int>(c)};
      if (!IsNumber(column)) continue;
      if (HasConcept(columns[c].name, {"revenue"})) revenue.push_back(column);
      if (HasConcept(columns[c].name, {"amount", "total", "revenue"})) amounts.push_back(column);
    }
    if (!amounts.empty()) break;
  }
  if (!revenue.empty()) return Choose(revenue, begin, end, "revenue");
  return Choose(amounts, begin, end, "revenue");
}

}  // namespace aietl::synthesis
