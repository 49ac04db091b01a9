#include "synthesis/ask/parser.h"

#include <algorithm>

#include "base/text.h"
#include "synthesis/ask/join_path.h"

namespace aietl::synthesis {

Parser::Parser(const QueryRequest& request, const Linker& linker)
    : request_(request), linker_(linker), catalog_(linker.catalog()), tokens_(request.tokens) {
  for (const Token& token : tokens_) {
    lower_.push_back(token.lower);
    stems_.push_back(token.stem);
  }
  for (size_t i = 0; i < tokens_.size(); ++i)
    cues_.push_back(Lexicon::Cues().Find(lower_, stems_, i));
  readings_ = linker.Link(tokens_);
  used_ = request.taken;
  used_.resize(tokens_.size(), false);
}

int Parser::Cue(int at, std::string_view id) const {
  if (!Free(at)) return 0;
  for (const Lexicon::Match& match : cues_[static_cast<size_t>(at)]) {
    if (match.id != id) continue;
    bool free = true;
    for (int i = at; i < at + match.words; ++i)
      free = free && Free(i);
    if (free) return match.words;
  }
  return 0;
}

bool Parser::AnyCue(int at) const {
  if (!Free(at)) return false;
  return std::any_of(cues_[static_cast<size_t>(at)].begin(), cues_[static_cast<size_t>(at)].end(),
                     [](const Lexicon::Match& match) { return match.id != "noise"; });
}

bool Parser::IsNoise(int at) const {
  return Cue(at, "noise") > 0;
}

bool Parser::IsComma(int at) const {
  return at < size() && tokens_[static_cast<size_t>(at)].kind == TokenKind::kPunctuation;
}

int Parser::SkipNoise(int at) const {
  const auto opens = [&](int i) {
    return std::any_of(
        cues_[static_cast<size_t>(i)].begin(), cues_[static_cast<size_t>(i)].end(),
        [](const Lexicon::Match& match) { return match.words > 1 && match.id != "noise"; });
  };
  while (at < size() && (used_[static_cast<size_t>(at)] ||
                         (IsNoise(at) && !BestReading(at) && !opens(at) && !Cue(at, "by"))))
    ++at;
  return at;
}

void Parser::Use(int begin, int end) {
  for (int i = begin; i < end && i < size(); ++i)
    used_[static_cast<size_t>(i)] = true;
}

Span Parser::Words(int begin, int end) const {
  return {tokens_[static_cast<size_t>(begin)].span.begin,
          tokens_[static_cast<size_t>(std::max(begin, end - 1))].span.end};
}

std::string Parser::Text(int begin, int end) const {
  std::string out;
  for (int i = begin; i < end && i < size(); ++i)
    out += (out.empty() ? "" : " ") + tokens_[static_cast<size_t>(i)].text;
  return out;
}

void Parser::Report(int begin, int end, std::string part) {
  out_.links.push_back({Words(begin, end), Text(begin, end), std::move(part)});
}

ParseOutcome Parser::Parse() {
  // What the sentence fixes as source comes first: its rows are what is spoken of.
  for (const std::string& name : request_.sources) {
    for (size_t r = 0; r < catalog_.relations.size(); ++r) {
      if (catalog_.relations[r].name == name) Mention(static_cast<int>(r));
    }
  }
  // Tables named anywhere are what loose words ("revenue", "last month") are about.
  for (int at = 0; at < size(); ++at) {
    if (!Free(at)) continue;
    if (const std::optional<FoundTable> table = TableAt(at, 0.85);
        table && std::find(hints_.begin(), hints_.end(), table->relation) == hints_.end())
      hints_.push_back(table->relation);
  }
  using Handler = int (Parser::*)(int);
  static constexpr Handler kHandlers[] = {
      &Parser::Cleaning,  &Parser::Rename,       &Parser::DropRows,   &Parser::Dedup,
      &Parser::OrderBy,   &Parser::Top,          &Parser::Pivot,      &Parser::Anti,
      &Parser::NullTest,  &Parser::JoinWords,    &Parser::Product,    &Parser::AggregateAt,
      &Parser::GroupBy,   &Parser::ComparisonAt, &Parser::DateFilter, &Parser::ValueFilter,
      &Parser::TableName, &Parser::Revenue,      &Parser::ColumnName,
  };
  for (int at = 0; at < size();) {
    if (!Free(at)) {
      ++at;
      continue;
    }
    int consumed = 0;
    for (const Handler handler : kHandlers) {
      // A handler that finds nothing leaves no trace: its questions and doubts were about a reading
      // that is not taken.
      const size_t questions = out_.questions.size(), problems = out_.problems.size();
      const double certainty = out_.certainty;
      consumed = (this->*handler)(at);
      if (consumed > 0) break;
      out_.questions.resize(std::min(questions, out_.questions.size()));
      out_.problems.resize(std::min(problems, out_.problems.size()));
      out_.certainty = certainty;
    }
    if (consumed > 0) {
      Use(at, at + consumed);
      at += consumed;
      continue;
    }
    if (Cue(at, "select") > 0) {
      selecting_ = true;
      const std::string& word = lower_[static_cast<size_t>(at)];
      for (const std::string_view beginning :
           {"column", "field", "колонк", "столб", "поля", "полей"})
        explicit_list_ = explicit_list_ || std::string_view(word).starts_with(beginning);
    }
    if (tokens_[static_cast<size_t>(at)].kind == TokenKind::kPunctuation &&
        tokens_[static_cast<size_t>(at)].text == ":")
      selecting_ = true;
    ++at;
  }
  Complete();
  Finish();
  return std::move(out_);
}

// Groups and measures as people mean them: numbers named beside groups are summed, other columns
// beside numbers are groups.
void Parser::Complete() {
  Intent& intent = out_.intent;
  const auto is_measured = [&](const Column& column) {
    return std::any_of(intent.measures.begin(), intent.measures.end(),
                       [&](const Measure& m) { return m.column == column || m.other == column; });
  };
  const auto is_grouped = [&](const Column& column) {
    return std::any_of(intent.groups.begin(), intent.groups.end(),
                       [&](const Group& g) { return g.column == column; });
  };
  const auto is_key = [&](const Column& column) {
    if (Info(column).distinct.value_or(0) <= 1) return false;
    for (const std::string& word : NameWords(Info(column).name)) {
      if (word == "id" || word == "code" || word == "no" || word == "num" || word == "year" ||
          word == "month" || word == "номер" || word == "код" || word == "год" || word == "инн" ||
          word == "inn")
        return true;
    }
    const std::vector<std::string> key =
        RowKey(catalog_.relations[static_cast<size_t>(column.relation)]);
    return key.size() == 1 && key.front() == Info(column).name;
  };
  if (explicit_list_) intent.extend = false;
  if (intent.pivot) return;
  if (intent.groups.empty() && intent.measures.empty()) {
    // One column by itself is as often what the rows are called: better ask.
    if (intent.select.size() == 1 && !selecting_ && !intent.distinct && !intent.extend &&
        intent.dedup.empty() && intent.cleanings.empty() && !intent.select_words.empty()) {
      const std::string key = "only:" + Info(intent.select[0]).name;
      const std::optional<std::string> answer = Answered(key);
      if (!answer) {
        Question question;
        question.key = key;
        question.text = Msg("Only the column {}, or whole rows?", Info(intent.select[0]).name);
        question.words = intent.select_words[0];
        question.choices = {{"a", Msg("only {}", Info(intent.select[0]).name)},
                            {"b", Tr("whole rows")}};
        out_.questions.push_back(std::move(question));
      } else if (*answer == "b") {
        intent.select.clear();
        intent.select_words.clear();
      }
    }
    return;
  }
  std::vector<Column> kept;
  std::vector<Span> kept_words;
  for (size_t i = 0; i < intent.select.size(); ++i) {
    const Column column = intent.select[i];
    const Span words = i < intent.select_words.size() ? intent.select_words[i] : Span{};
    if (is_measured(column) || is_grouped(column)) {
      if (is_grouped(column)) {
        kept.push_back(column);
        kept_words.push_back(words);
      }
      continue;
    }
    if (IsNumber(column) && !is_key(column) && !intent.groups.empty()) {
      Measure measure;
      measure.aggregate = Aggregate::kSum;
      measure.column = column;
      measure.words = words;
      intent.measures.push_back(measure);
      continue;
    }
    if (!selecting_ && !intent.groups.empty() && intent.measures.empty()) {
      // "requests per plan": counted or told apart?
      const std::string key = "role:" + Info(column).name;
      const std::optional<std::string> answer = Answered(key);
      if (!answer) {
        Question question;
        question.key = key;
        question.text = Msg("{}: count rows, or list its values?", Info(column).name);
        question.words = words;
        question.choices = {{"a", Tr("count rows")}, {"b", Tr("list its values")}};
        out_.questions.push_back(std::move(question));
        continue;
      }
      if (*answer == "a") continue;
    }
    Group group;
    group.column = column;
    group.words = words;
    intent.groups.push_back(group);
    kept.push_back(column);
    kept_words.push_back(words);
  }
  intent.select = kept;
  intent.select_words = kept_words;
  // "orders per week": what is counted are the rows.
  if (intent.measures.empty()) {
    Measure count;
    if (!intent.relations.empty()) count.counted = intent.relations.front();
    intent.measures.push_back(count);
  }
}

// What nobody consumed: cues and noise carry no content of their own, everything else was not
// understood.
void Parser::Finish() {
  for (int at = 0; at < size(); ++at) {
    if (!Free(at)) continue;
    const Token& token = tokens_[static_cast<size_t>(at)];
    if (token.kind == TokenKind::kPunctuation) continue;
    const bool soft = IsNoise(at) || Cue(at, "select") || Cue(at, "only") || Cue(at, "all") ||
                      Cue(at, "where") || Cue(at, "and") || Cue(at, "or") || Cue(at, "rows") ||
                      Cue(at, "join") || Cue(at, "on_key") || Cue(at, "union") ||
                      Cue(at, "during") || Cue(at, "by") || Cue(at, "with_value") ||
                      Cue(at, "as_name") || Cue(at, "since") || Cue(at, "equal") ||
                      Cue(at, "zero_too") || Cue(at, "sum") || Cue(at, "at_least");
    if (!soft) out_.leftover.push_back(token.span);
  }
}

}  // namespace aietl::synthesis
