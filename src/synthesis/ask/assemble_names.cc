// Which column or table a word means in the company of the others.
#include <algorithm>
#include <deque>
#include <set>

#include "base/text.h"
#include "synthesis/ask/assembler.h"
#include "synthesis/ask/join_path.h"

namespace aietl::synthesis {
namespace {

constexpr double kTie = 0.045;         // readings this close are rivals
constexpr double kShaky = 0.8;         // below this the whole answer is less certain
constexpr double kPerJoin = 0.05;      // each join away from what is spoken of
constexpr double kPerManyJoin = 0.09;  // … when it makes many rows of one
constexpr double kUnreachable = 0.4;

bool NamedAfter(const std::string& name, std::initializer_list<std::string_view> ids) {
  std::vector<std::string> lower = NameWords(name), stems;
  for (const std::string& word : lower)
    stems.push_back(StemOf(word));
  for (size_t i = 0; i < lower.size(); ++i) {
    std::vector<Lexicon::Match> matches = Lexicon::Concepts().Find(lower, stems, i);
    const std::string russian = lower[i].size() >= 4 ? FromTranslit(lower[i]) : "";
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

bool Assembler::IsTime(const Column& column) const {
  return IsTimeColumn(Info(column));
}

bool Assembler::IsIdentifier(const Column& column) const {
  for (const std::string& word : NameWords(Info(column).name)) {
    if (word == "id" || word == "ид" || word == "uuid" || word == "guid" || word == "code" ||
        word == "код" || word == "no" || word == "num" || word == "номер" || word == "nomer" ||
        word == "инн" || word == "inn")
      return true;
  }
  const std::vector<std::string> key = RowKey(Rel(column.relation));
  return key.size() == 1 && key.front() == Info(column).name;
}

bool Assembler::IsCode(const Column& column) const {
  if (!IsNumber(column)) return true;
  if (IsIdentifier(column)) return true;
  for (const std::string& word : NameWords(Info(column).name)) {
    if (word == "year" || word == "month" || word == "год" || word == "месяц" || word == "floor" ||
        word == "этаж" || word == "room" || word == "status" || word == "class" ||
        word == "phone" || word == "телефон" || word == "grade")
      return true;
  }
  return false;
}

bool Assembler::HasConcept(const Column& column,
                           std::initializer_list<std::string_view> ids) const {
  return NamedAfter(Info(column).name, ids);
}

void Assembler::Mention(int relation) {
  if (relation >= 0 && !Mentioned(relation)) spoken_.push_back(relation);
}

bool Assembler::Mentioned(int relation) const {
  return std::find(spoken_.begin(), spoken_.end(), relation) != spoken_.end();
}

int Assembler::Distance(int from, int to) const {
  return distances_[static_cast<size_t>(from)][static_cast<size_t>(to)];
}

// Whether keys lead from rows of one to at most one row of the other each.
bool Assembler::ToOne(int from, int to) const {
  std::set<int> seen{from};
  std::deque<int> queue{from};
  while (!queue.empty()) {
    const int at = queue.front();
    queue.pop_front();
    if (at == to) return true;
    for (const auto& [child, key] : catalog_.keys) {
      if (child != Rel(at).name) continue;
      for (size_t r = 0; r < catalog_.relations.size(); ++r) {
        if (catalog_.relations[r].name == key.table && seen.insert(static_cast<int>(r)).second)
          queue.push_back(static_cast<int>(r));
      }
    }
  }
  return false;
}

double Assembler::Nearness(int relation) const {
  if (spoken_.empty()) return 0;
  double best = -kUnreachable;
  for (size_t i = 0; i < spoken_.size(); ++i) {
    const int distance = Distance(spoken_[i], relation);
    if (distance < 0) continue;
    // What the rows are comes before what is joined with them.
    const bool many = distance > 0 && spoken_[i] == entity_ && !ToOne(entity_, relation);
    best = std::max(best, 0.12 - kPerJoin * distance - (many ? kPerManyJoin : 0) -
                              (distance == 0 && spoken_[i] != entity_ ? 0.05 : 0) -
                              (distance > 0 ? 0.02 : 0));
  }
  return best;
}

// Two columns that a key makes equal say the same.
bool Assembler::SameByKey(const Column& a, const Column& b) const {
  if (!a.valid() || !b.valid()) return false;
  const std::string &left = Rel(a.relation).name, &right = Rel(b.relation).name;
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
  // Through a third: two tables that refer to the same key.
  if (Info(a).name != Info(b).name) return false;
  std::set<std::string> of_a, of_b;
  for (const auto& [from, key] : catalog_.keys) {
    for (size_t i = 0; i < key.columns.size() && i < key.references.size(); ++i) {
      if (from == left && key.columns[i] == Info(a).name)
        of_a.insert(key.table + "." + key.references[i]);
      if (from == right && key.columns[i] == Info(b).name)
        of_b.insert(key.table + "." + key.references[i]);
    }
  }
  return std::any_of(of_a.begin(), of_a.end(),
                     [&](const std::string& one) { return of_b.contains(one); });
}

std::optional<int> Assembler::Table(const Phrase& leaf) {
  double best = -1;
  std::optional<int> found;
  for (const Reading* reading : leaf.readings) {
    if (reading->kind != LinkKind::kTable) continue;
    double score = reading->score;
    const std::string& name = Rel(reading->relation).name;
    if (std::find(request_.sources.begin(), request_.sources.end(), name) != request_.sources.end())
      score += 0.1;
    if (Mentioned(reading->relation)) score += 0.03;
    if (score > best) {
      best = score;
      found = reading->relation;
    }
  }
  if (best < kShaky) out_.certainty *= std::max(best, 0.5);
  return found;
}

std::string Assembler::Label(const Column& column, bool with_table) const {
  return with_table ? Rel(column.relation).name + "." + Info(column).name : Info(column).name;
}

std::optional<std::string> Assembler::Answered(const std::string& key) const {
  const auto found = request_.answers.find(key);
  if (found == request_.answers.end()) return std::nullopt;
  return found->second;
}

std::string Assembler::Ask(const std::string& key, std::string text, const Phrase& about,
                           const std::vector<std::string>& choices) {
  if (const std::optional<std::string> answer = Answered(key)) return *answer;
  for (const Question& question : out_.questions) {
    if (question.key == key) return {};
  }
  Question question;
  question.key = key;
  question.text = std::move(text);
  question.words = Words(about);
  for (size_t i = 0; i < choices.size() && i < 26; ++i)
    question.choices.push_back({std::string(1, static_cast<char>('a' + i)), choices[i]});
  out_.questions.push_back(std::move(question));
  return {};
}

std::optional<Column> Assembler::Choose(std::vector<std::pair<Column, double>> candidates,
                                        const Phrase& about, const std::string& topic) {
  if (candidates.empty()) return std::nullopt;
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<Column> rivals;
  for (const auto& [column, score] : candidates) {
    if (score < candidates.front().second - kTie) break;
    const bool same = std::any_of(rivals.begin(), rivals.end(), [&](const Column& other) {
      return other == column || SameByKey(other, column);
    });
    if (!same) rivals.push_back(column);
  }
  if (rivals.size() == 1) return rivals.front();
  std::set<int> relations;
  for (const Column& column : rivals)
    relations.insert(column.relation);
  std::vector<std::string> choices;
  for (const Column& column : rivals)
    choices.push_back(Label(column, relations.size() > 1));
  const std::string key = topic + "@" + std::to_string(TokenAt(about.begin).span.begin);
  const std::string answer =
      Ask(key, Msg("Which column do you mean by “{}”?", Text(about)), about, choices);
  if (!answer.empty()) {
    const size_t index = static_cast<size_t>(answer[0] - 'a');
    if (index < rivals.size()) return rivals[index];
  }
  return rivals.front();
}

std::optional<Column> Assembler::Resolve(const Phrase& leaf, Want want, int within) {
  if (within < 0 && want == Want::kAny) {
    if (const auto known = resolved_.find(&leaf); known != resolved_.end()) return known->second;
  }
  std::vector<std::pair<Column, double>> candidates;
  double link = 0;
  for (const Reading* reading : leaf.readings) {
    if (reading->kind != LinkKind::kColumn) continue;
    if (!stacked_.empty() && reading->column.relation != stacked_.front() &&
        std::find(stacked_.begin(), stacked_.end(), reading->column.relation) != stacked_.end())
      continue;
    if (within >= 0 && reading->column.relation != within) continue;
    if (want == Want::kNumber && !IsNumber(reading->column)) continue;
    if (want == Want::kTime && !IsTime(reading->column)) continue;
    double score = reading->score + Nearness(reading->column.relation);
    // "number and name" of what the rows are, where they have them.
    if (leaf.end == leaf.begin + 1 && reading->column.relation == entity_ && entity_named_ &&
        reading->score < 0.97 && reading->score >= 0.7) {
      const std::string& word = TokenAt(leaf.begin).lower;
      for (const Lexicon::Match& match : Lexicon::Concepts().FindWord(word)) {
        if (match.weight == 1 && (match.id == "number" || match.id == "name" || match.id == "id" ||
                                  match.id == "title" || match.id == "code")) {
          score += 0.1;
          break;
        }
      }
    }
    if (reading->score < 0.97 && IsIdentifier(reading->column) && leaf.slot == Slot::kNumberColumn)
      score -= 0.15;
    // Housekeeping columns are meant only when they are called by their own word.
    if (reading->score < 0.95 && HasConcept(reading->column, {"updated"})) score -= 0.06;
    candidates.emplace_back(reading->column, score);
    link = std::max(link, reading->score);
  }
  std::optional<Column> column =
      Choose(std::move(candidates), leaf, "column:" + TokenAt(leaf.begin).lower);
  if (column && link < kShaky) {
    out_.certainty *= link;
    out_.penalty += kShaky - link;
  }
  if (column && Nearness(column->relation) <= -kUnreachable + 0.001) out_.penalty += 0.8;
  // A word that only resembles a column of a table nobody spoke of, and that multiplies the rows.
  if (column && link < 0.9 && entity_named_ && !Mentioned(column->relation) &&
      !ToOne(entity_, column->relation))
    out_.penalty += 0.6;
  const bool direct =
      column &&
      std::any_of(leaf.readings.begin(), leaf.readings.end(), [&](const Reading* reading) {
        return reading->column == *column && !reading->via.valid();
      });
  if (column && !direct) {
    for (const Reading* reading : leaf.readings) {
      if (!(reading->column == *column) || !reading->via.valid() ||
          !Mentioned(reading->via.relation))
        continue;
      Via(reading->via, column->relation);
      break;
    }
  }
  if (within < 0 && want == Want::kAny) resolved_[&leaf] = column;
  return column;
}

// "destination city": joined by what the destination refers by.
void Assembler::Via(const Column& reference, int relation) {
  for (const auto& [from, key] : catalog_.keys) {
    if (from != Rel(reference.relation).name || key.table != Rel(relation).name ||
        key.columns.size() != 1 || key.columns.front() != Info(reference).name)
      continue;
    for (size_t c = 0; c < Rel(relation).info.columns.size(); ++c) {
      if (Rel(relation).info.columns[c].name != key.references.front()) continue;
      const JoinOn on{reference, {relation, static_cast<int>(c)}};
      for (const JoinOn& known : out_.intent.join_on) {
        if (known.left == on.left && known.right == on.right) return;
        if (known.right.relation == relation && known.left.relation == reference.relation)
          out_.penalty += 3;  // one table in two parts
      }
      out_.intent.join_on.push_back(on);
      Mention(reference.relation);
      return;
    }
  }
}

std::vector<Column> Assembler::ColumnsOf(const Phrase& list) {
  std::vector<Column> columns;
  for (const Phrase* at = &list; at != nullptr; at = at->Part("more")) {
    if (const Phrase* table = at->Part("t")) {
      const std::optional<int> relation = Table(*table);
      if (relation && *relation == entity_) out_.penalty += 2;  // one row per row
      if (const std::optional<Column> key = relation ? ReferenceTo(*relation) : std::nullopt)
        columns.push_back(*key);
      continue;
    }
    const Phrase* leaf = at->Part("c");
    if (leaf == nullptr) break;
    if (const std::optional<Column> column = Resolve(*leaf)) columns.push_back(*column);
  }
  return columns;
}

std::vector<Column> Assembler::About(int relation, std::string_view topic) const {
  std::vector<Column> strong, weak;
  const auto& columns = Rel(relation).info.columns;
  for (size_t c = 0; c < columns.size(); ++c) {
    const Column column{relation, static_cast<int>(c)};
    if (topic == "time") {
      if (IsTime(column)) strong.push_back(column);
      continue;
    }
    if (!IsNumber(column) || IsIdentifier(column)) continue;
    if (topic == "price" && HasConcept(column, {"price"})) strong.push_back(column);
    if (topic == "price" &&
        HasConcept(column, {"amount", "cost", "total", "salary", "value", "fee"}))
      weak.push_back(column);
    if (topic == "any_money" &&
        HasConcept(column, {"revenue", "amount", "total", "cost", "value", "salary", "payment",
                            "fee", "income", "expense", "price", "charge", "budget"}))
      strong.push_back(column);
    if (topic == "money" && HasConcept(column, {"revenue"})) strong.push_back(column);
    if (topic == "money" &&
        HasConcept(column, {"amount", "total", "cost", "value", "salary", "payment", "fee",
                            "income", "price", "charge", "budget"}))
      weak.push_back(column);
    if (topic == "salary" && HasConcept(column, {"salary"})) strong.push_back(column);
    if (topic == "size" &&
        HasConcept(column, {"amount", "total", "revenue", "value", "size", "volume", "quantity",
                            "area", "capacity", "population", "employee", "budget"}))
      weak.push_back(column);
    if (topic == "weight" && HasConcept(column, {"weight", "mass"})) strong.push_back(column);
    if (topic == "duration" && HasConcept(column, {"duration", "length", "minutes", "second",
                                                   "hour", "time", "minute", "day"}))
      strong.push_back(column);
    if (topic == "latency" && HasConcept(column, {"latency", "duration", "delay", "response_time"}))
      strong.push_back(column);
    if (topic == "age" && HasConcept(column, {"age"})) strong.push_back(column);
    if (topic == "score" && HasConcept(column, {"score", "rating", "grade", "mark", "rank"}))
      strong.push_back(column);
  }
  if (strong.empty() && weak.empty() && topic == "size") {
    // The only number there is.
    for (size_t c = 0; c < columns.size(); ++c) {
      const Column column{relation, static_cast<int>(c)};
      if (IsNumber(column) && !IsCode(column)) weak.push_back(column);
    }
    if (weak.size() > 1) weak.clear();
  }
  return strong.empty() ? weak : strong;
}

std::optional<Column> Assembler::Topic(std::string_view topic, const Phrase& about, int within) {
  if (topic == "time") return DateColumn(about, within);
  std::vector<int> relations;
  if (within >= 0) {
    relations = {within};
  } else {
    if (entity_ >= 0) relations.push_back(entity_);
    relations.insert(relations.end(), spoken_.begin(), spoken_.end());
  }
  for (const int relation : relations) {
    std::vector<std::pair<Column, double>> candidates;
    for (const Column& column : About(relation, topic))
      candidates.emplace_back(column, 1);
    if (!candidates.empty()) return Choose(std::move(candidates), about, std::string(topic));
  }
  return std::nullopt;
}

std::optional<Column> Assembler::DateColumn(const Phrase& about, int within) {
  std::vector<int> relations;
  if (within >= 0) {
    relations = {within};
  } else {
    if (entity_ >= 0) relations.push_back(entity_);
    relations.insert(relations.end(), spoken_.begin(), spoken_.end());
    if (relations.empty()) {
      for (size_t r = 0; r < catalog_.relations.size(); ++r)
        relations.push_back(static_cast<int>(r));
    }
  }
  std::vector<std::pair<Column, double>> candidates;
  for (const int relation : relations) {
    const auto& columns = Rel(relation).info.columns;
    bool any_other = false;
    for (size_t c = 0; c < columns.size(); ++c) {
      const Column column{relation, static_cast<int>(c)};
      if (!IsTime(column)) continue;
      const bool housekeeping = HasConcept(column, {"updated", "birth_date"});
      any_other = any_other || !housekeeping;
      candidates.emplace_back(column, housekeeping ? 0.5 : 1);
    }
    if (any_other) break;
  }
  // "orders by month": by what is named after them, ordered_on, where there is just one.
  std::vector<std::pair<Column, double>> own;
  for (const auto& candidate : candidates) {
    std::set<std::string> stems;
    for (const std::string& word : NameWords(Rel(candidate.first.relation).name))
      stems.insert(StemOf(word));
    const std::vector<std::string> words = NameWords(Info(candidate.first).name);
    if (std::any_of(words.begin(), words.end(), [&](const std::string& word) {
          return word.size() > 3 && stems.contains(StemOf(word));
        }))
      own.push_back(candidate);
  }
  // One that the sentence evokes elsewhere ("shipments … by week of shipping").
  std::vector<std::pair<Column, double>> evoked;
  for (const auto& candidate : candidates) {
    if (std::find(evoked_.begin(), evoked_.end(), candidate.first) != evoked_.end())
      evoked.push_back(candidate);
  }
  if (!evoked.empty()) return Choose(std::move(evoked), about, "date");
  if (own.size() == 1) return own.front().first;
  return Choose(std::move(candidates), about, "date");
}

// Days between the two times of a row, where there are just two: from the start to the end.
std::optional<Expression> Assembler::DurationOf(int relation) const {
  std::vector<Column> times;
  const auto& columns = Rel(relation).info.columns;
  for (size_t c = 0; c < columns.size(); ++c) {
    const Column column{relation, static_cast<int>(c)};
    if (IsTime(column) && !HasConcept(column, {"updated", "created", "birth_date", "deadline",
                                               "planned_date", "expiry_date"}))
      times.push_back(column);
  }
  if (times.size() != 2) return std::nullopt;
  const auto nulls = [&](const Column& column) { return Info(column).null_fraction.value_or(0); };
  const auto least = [&](const Column& column) { return Info(column).min.value_or(""); };
  const bool swapped = nulls(times[0]) != nulls(times[1]) ? nulls(times[0]) > nulls(times[1])
                                                          : least(times[0]) > least(times[1]);
  if (swapped) std::swap(times[0], times[1]);
  Expression days;
  days.kind = Expression::Kind::kCall;
  days.text = "days";
  for (const Column& column : {times[1], times[0]}) {
    Expression one;
    one.kind = Expression::Kind::kColumn;
    one.column = column;
    days.arguments.push_back(one);
  }
  return days;
}

// The one time that every row has, where others end it or keep house.
std::optional<Column> Assembler::StartColumn(int relation) const {
  std::optional<Column> found;
  const auto& columns = Rel(relation).info.columns;
  for (size_t c = 0; c < columns.size(); ++c) {
    const Column column{relation, static_cast<int>(c)};
    if (!IsTime(column) || columns[c].null_fraction.value_or(0) > 0 ||
        HasConcept(column, {"updated", "birth_date", "end", "deadline", "expiry_date",
                            "planned_date", "valid"}))
      continue;
    if (found) return std::nullopt;
    found = column;
  }
  return found;
}

std::optional<Column> Assembler::EndColumn(int relation) const {
  const auto& columns = Rel(relation).info.columns;
  std::vector<Column> ends;
  for (size_t c = 0; c < columns.size(); ++c) {
    const Column column{relation, static_cast<int>(c)};
    if (!IsTime(column) || columns[c].null_fraction.value_or(0) <= 0) continue;
    if (HasConcept(column, {"updated", "created", "birth_date"})) continue;
    // The last time of something that goes on ends nothing: last_login_at.
    const std::vector<std::string> words = NameWords(columns[c].name);
    if (std::any_of(words.begin(), words.end(), [](const std::string& word) {
          return word == "last" || word == "latest" || word == "next" || word.starts_with("послед");
        }))
      continue;
    ends.push_back(column);
  }
  if (ends.size() != 1) return std::nullopt;
  return ends.front();
}

std::optional<Column> Assembler::KeyColumn(int relation) const {
  const std::vector<std::string> key = RowKey(Rel(relation));
  const auto& columns = Rel(relation).info.columns;
  const auto find = [&](const std::string& name) -> std::optional<Column> {
    for (size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].name == name) return Column{relation, static_cast<int>(c)};
    }
    return std::nullopt;
  };
  if (key.size() == 1) return find(key.front());
  // What others refer to, else what is called id.
  for (const auto& [from, foreign] : catalog_.keys) {
    if (foreign.table == Rel(relation).name && foreign.references.size() == 1)
      return find(foreign.references.front());
  }
  return std::nullopt;
}

// What the rows refer by to those of `relation`; its own key where they do not.
std::optional<Column> Assembler::ReferenceTo(int relation) const {
  const std::optional<Column> key = KeyColumn(relation);
  if (!key || entity_ < 0 || entity_ == relation) return key;
  for (size_t c = 0; c < Rel(entity_).own_columns(); ++c) {
    const Column column{entity_, static_cast<int>(c)};
    if (SameByKey(column, *key)) return column;
  }
  return key;
}

bool Assembler::Refers(int from, int to) const {
  return std::any_of(catalog_.keys.begin(), catalog_.keys.end(), [&](const auto& key) {
    return key.first == Rel(from).name && key.second.table == Rel(to).name;
  });
}

std::optional<Column> Assembler::NameColumn(int relation) const {
  const auto& columns = Rel(relation).info.columns;
  for (size_t c = 0; c < columns.size(); ++c) {
    const Column column{relation, static_cast<int>(c)};
    if (columns[c].type.IsText() && HasConcept(column, {"name", "full_name", "title"}))
      return column;
  }
  return std::nullopt;
}

std::optional<int> Assembler::OnlyChild(int relation) const {
  std::set<int> children;
  for (const auto& [from, key] : catalog_.keys) {
    if (key.table != Rel(relation).name) continue;
    for (size_t r = 0; r < catalog_.relations.size(); ++r) {
      if (catalog_.relations[r].name == from && static_cast<int>(r) != relation)
        children.insert(static_cast<int>(r));
    }
  }
  if (children.size() == 1) return *children.begin();
  std::set<int> spoken;
  for (const int child : children) {
    if (Mentioned(child)) spoken.insert(child);
  }
  if (spoken.size() == 1) return *spoken.begin();
  return std::nullopt;
}

}  // namespace aietl::synthesis
