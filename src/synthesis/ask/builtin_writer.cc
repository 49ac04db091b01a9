#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "synthesis/ask/assembler.h"
#include "synthesis/ask/linker.h"
#include "synthesis/ask/query_writer.h"
#include "synthesis/ask/sql_writer.h"

namespace aietl::synthesis {
namespace {

// Names a person may have meant by a word that was not understood.
std::vector<std::string> KnownNames(const Catalog& catalog) {
  std::vector<std::string> names;
  for (const Relation& relation : catalog.relations) {
    names.push_back(relation.name);
    for (const connectors::ColumnInfo& column : relation.info.columns)
      names.push_back(column.name);
  }
  return names;
}

std::string Explain(const Intent& intent, const Catalog& catalog, const Written& written) {
  const std::string& spoken_of =
      catalog.relations[static_cast<size_t>(intent.relations.front())].name;
  if (written.sql.empty()) return Msg("Takes {} as it is.", spoken_of);
  const std::string& rows = written.used.empty() ? spoken_of : written.used.front();
  std::string text =
      intent.measures.empty()
          ? Msg("Takes rows of {}", rows)
          : Msg("Computes {} over {}",
                Plural(static_cast<int64_t>(intent.measures.size()), "{} number", "{} numbers"),
                rows);
  if (!intent.groups.empty()) {
    text += " " + std::string(Tr("per")) + " ";
    for (size_t i = 0; i < intent.groups.size(); ++i) {
      const Column& column = intent.groups[i].column;
      if (!column.valid()) continue;
      text += (i > 0 ? ", " : "") + (intent.groups[i].bucket.empty()
                                         ? catalog.relations[static_cast<size_t>(column.relation)]
                                               .info.columns[static_cast<size_t>(column.column)]
                                               .name
                                         : intent.groups[i].bucket);
    }
  }
  if (!intent.conditions.empty())
    text += ", " +
            Plural(static_cast<int64_t>(intent.conditions.size()), "{} condition", "{} conditions");
  std::string joined;
  for (size_t i = 1; i < written.used.size(); ++i)
    joined += (i > 1 ? ", " : "") + written.used[i];
  if (!joined.empty()) text += ", " + Msg("joined with {}", joined);
  return text + ".";
}

constexpr size_t kReadings = 8;        // covers that are assembled
constexpr double kQuestionCost = 0.6;  // a reading that must ask …
constexpr double kProblemCost = 2.5;   // … or that has no SQL is taken only when no other is near
constexpr double kLeftoverCost = 2.0;

// One way to understand the sentence, all through.
struct Attempt {
  Understanding understood;
  Result<Written> written = Fail(Code::kInvalid, "not_written", "");
  std::vector<JoinEdge> rivals;
  double score = 0;
};

// What is left of "unpaid", «необжалованный» without its negation; empty: it has none.
std::string WithoutNegation(const Token& token) {
  static constexpr std::string_view kEnglish[] = {"non-", "un", "in"};
  constexpr size_t kShortest = 4;
  if (token.cyrillic) {
    constexpr std::string_view kRussian = "не";
    return token.lower.starts_with(kRussian) &&
                   token.lower.size() >= kRussian.size() + 2 * kShortest
               ? token.lower.substr(kRussian.size())
               : "";
  }
  for (const std::string_view prefix : kEnglish) {
    if (token.lower.starts_with(prefix) && token.lower.size() >= prefix.size() + kShortest)
      return token.lower.substr(prefix.size());
  }
  return {};
}

// A negated word that the data does not know, where it knows the word itself, becomes two: "unpaid"
// over a column paid_on, «необжалованные» over a flag.
void SplitNegations(QueryRequest& request, const Linker& linker) {
  request.taken.resize(request.tokens.size(), false);
  for (size_t i = 0; i < request.tokens.size(); ++i) {
    const Token whole = request.tokens[i];
    if (whole.kind != TokenKind::kWord || request.taken[i] ||
        whole.text.size() != whole.lower.size())
      continue;
    const std::string rest = WithoutNegation(whole);
    if (rest.empty() || !Lexicon::Cues().FindWord(whole.lower).empty() ||
        !linker.Link({whole}).front().empty())
      continue;
    Token no = whole, word = whole;
    const size_t cut = whole.lower.size() - rest.size();
    no.text = whole.text.substr(0, cut);
    no.lower = no.stem = whole.cyrillic ? "не" : "not";
    word.text = whole.text.substr(cut);
    word.lower = rest;
    word.stem = StemOf(rest);
    no.span.end = word.span.begin = whole.span.begin + static_cast<int>(whole.cyrillic ? 2 : cut);
    const std::vector<Reading> readings = linker.Link({word}).front();
    const bool meant = std::any_of(readings.begin(), readings.end(),
                                   [&](const Reading& reading) { return linker.IsState(reading); });
    if (!meant) continue;
    request.tokens[i] = std::move(no);
    request.tokens.insert(request.tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                          std::move(word));
    request.taken.insert(request.taken.begin() + static_cast<std::ptrdiff_t>(i) + 1, false);
    ++i;
  }
}

// Words that nothing knows, put right where they are a slip of one that is known.
std::vector<Token> PutRight(const QueryRequest& request, const Linker& linker) {
  std::vector<Token> tokens = request.tokens;
  for (size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (token.kind != TokenKind::kWord || (i < request.taken.size() && request.taken[i]) ||
        token.lower.size() < 5)
      continue;
    if (linker.Knows(token) || !Lexicon::Cues().FindWord(token.lower).empty() ||
        !Lexicon::Concepts().FindWord(token.lower).empty() ||
        Lexicon::Cues().IsPart(token.lower, token.stem) ||
        Lexicon::Concepts().IsPart(token.lower, token.stem))
      continue;
    std::string meant = linker.Meant(token);
    if (meant.empty() && linker.Resembles(token)) continue;
    if (meant.empty()) meant = Lexicon::Cues().Meant(token.lower, token.stem);
    if (meant.empty()) meant = Lexicon::Concepts().Meant(token.lower, token.stem);
    if (meant.empty()) continue;
    token.lower = meant;
    token.stem = StemOf(meant);
  }
  return tokens;
}

class BuiltinWriter final : public QueryWriter {
 public:
  Result<QueryAnswer> Write(const QueryRequest& asked) override {
    AIETL_CHECK(asked.catalog != nullptr);
    const Linker linker(*asked.catalog);
    QueryRequest request = asked;
    SplitNegations(request, linker);
    request.tokens = PutRight(request, linker);
    PhraseChart chart(PhraseGrammar::Builtin(), request.tokens, request.taken, linker);
    Assembler assembler(request, linker, chart);
    std::vector<Attempt> attempts;
    for (const Cover& cover : chart.Covers(kReadings)) {
      Attempt attempt;
      attempt.understood = assembler.Assemble(cover);
      attempt.written = WriteSql(*request.catalog, attempt.understood.intent, &attempt.rivals);
      attempt.score = cover.score - attempt.understood.penalty -
                      kLeftoverCost * static_cast<double>(attempt.understood.leftover.size()) -
                      kQuestionCost * static_cast<double>(attempt.understood.questions.size()) -
                      kProblemCost * static_cast<double>(attempt.understood.problems.size()) -
                      (attempt.written ? 0 : kProblemCost);
      if (attempt.written) {
        for (const Span& span : WithoutEffect(request, assembler, cover, attempt)) {
          attempt.understood.leftover.push_back(span);
          attempt.score -= kLeftoverCost;
        }
      }
      attempts.push_back(std::move(attempt));
    }
    if (attempts.empty()) return QueryAnswer();
    std::stable_sort(attempts.begin(), attempts.end(),
                     [](const Attempt& a, const Attempt& b) { return a.score > b.score; });
    if (getenv("AIETL_TRACE_ASK") != nullptr) Trace(request, chart, attempts);
    return Answer(request, attempts.front());
  }

 private:
  // The account: words that filter, choose or rank must change what is written. Those without which
  // the SQL is the same were not understood.
  static std::vector<Span> WithoutEffect(const QueryRequest& request, Assembler& assembler,
                                         const Cover& cover, const Attempt& attempt) {
    static constexpr std::string_view kMustAct[] = {
        "filter", "having", "absent", "present", "superlative", "top",  "bottom", "extreme",
        "spent",  "most",   "dedup",  "keep",    "distinct",    "fill", "tie_"};
    std::vector<Span> idle;
    for (size_t i = 0; i < cover.phrases.size(); ++i) {
      const Phrase& phrase = *cover.phrases[i];
      const bool must = std::any_of(
          std::begin(kMustAct), std::end(kMustAct),
          [&](std::string_view meaning) { return phrase.meaning.starts_with(meaning); });
      if (!must) continue;
      const Span words{request.tokens[static_cast<size_t>(phrase.begin)].span.begin,
                       request.tokens[static_cast<size_t>(phrase.end) - 1].span.end};
      const std::vector<Span>& repeated = attempt.understood.repeated;
      if (std::find(repeated.begin(), repeated.end(), words) != repeated.end()) continue;
      Cover without = cover;
      without.phrases.erase(without.phrases.begin() + static_cast<std::ptrdiff_t>(i));
      const Understanding rest = assembler.Assemble(without);
      const Result<Written> written = WriteSql(*request.catalog, rest.intent, nullptr);
      if (!written || written->sql != attempt.written->sql ||
          written->relation != attempt.written->relation)
        continue;
      idle.push_back(words);
    }
    return idle;
  }

  static void Trace(const QueryRequest& request, PhraseChart& chart,
                    const std::vector<Attempt>& attempts) {
    const auto text = [&](int begin, int end) {
      std::string out;
      for (int i = begin; i < end; ++i)
        out += (out.empty() ? "" : " ") + request.tokens[static_cast<size_t>(i)].text;
      return out;
    };
    const auto show = [&](const auto& self, const Phrase& phrase, std::string_view label,
                          int depth) -> void {
      fmt::print(stderr, "{:{}}{}:{} {} [{}] {:.2f}", "", depth * 2, label,
                 phrase.rule >= 0 ? PhraseGrammar::Builtin().Name(phrase.rule) : "leaf",
                 phrase.meaning, text(phrase.begin, phrase.end), phrase.score);
      for (const Reading* reading : phrase.readings) {
        if (reading->kind == LinkKind::kTable)
          fmt::print(stderr, " T:{}={:.2f}",
                     request.catalog->relations[static_cast<size_t>(reading->relation)].name,
                     reading->score);
        else
          fmt::print(stderr, " {}{}.{}={:.2f}",
                     reading->value.empty() ? "" : "'" + reading->value + "' in ",
                     request.catalog->relations[static_cast<size_t>(reading->column.relation)].name,
                     request.catalog->relations[static_cast<size_t>(reading->column.relation)]
                         .info.columns[static_cast<size_t>(reading->column.column)]
                         .name,
                     reading->score);
      }
      fmt::print(stderr, "\n");
      for (const auto& [name, part] : phrase.parts)
        self(self, *part, name, depth + 1);
    };
    size_t n = 0;
    for (const Cover& cover : chart.Covers(kReadings)) {
      if (n++ >= 2) break;
      fmt::print(stderr, "-- cover {:.2f} missed:", cover.score);
      for (const int at : cover.missed)
        fmt::print(stderr, " {}", text(at, at + 1));
      fmt::print(stderr, "\n");
      for (const Phrase* phrase : cover.phrases)
        show(show, *phrase, "", 1);
    }
    for (const Attempt& attempt : attempts) {
      fmt::print(stderr, "== {:.2f} penalty {:.2f} questions {} leftover {} {}\n", attempt.score,
                 attempt.understood.penalty, attempt.understood.questions.size(),
                 attempt.understood.leftover.size(),
                 attempt.written ? attempt.written->sql : attempt.written.error().message);
    }
  }

  static QueryAnswer Answer(const QueryRequest& request, Attempt& best) {
    QueryAnswer answer;
    answer.questions = std::move(best.understood.questions);
    answer.problems = std::move(best.understood.problems);
    answer.not_understood = std::move(best.understood.leftover);
    for (const Span& span : answer.not_understood) {
      std::string text, lower;
      for (const Token& token : request.tokens) {
        if (token.span.begin < span.begin || token.span.end > span.end) continue;
        text += (text.empty() ? "" : " ") + token.text;
        lower += (lower.empty() ? "" : " ") + token.lower;
      }
      answer.problems.push_back(
          {"not_understood",
           Severity::kError,
           Msg("“{}” was not understood: nothing in the data is called that", text),
           {"", 1, span.begin + 1},
           text,
           DidYouMean(lower, KnownNames(*request.catalog))});
    }
    if (!answer.questions.empty() || HasErrors(answer.problems)) return answer;
    if (!best.written) {
      answer.problems.push_back(best.written.error().ToProblem());
      return answer;
    }
    Written& written = *best.written;
    QueryCandidate candidate;
    candidate.explanation = Explain(best.understood.intent, *request.catalog, written);
    candidate.sql = std::move(written.sql);
    candidate.relation = std::move(written.relation);
    candidate.columns = std::move(written.columns);
    candidate.used = std::move(written.used);
    candidate.name = std::move(written.name);
    candidate.confidence = best.understood.certainty;
    candidate.links = std::move(best.understood.links);
    answer.candidates.push_back(std::move(candidate));
    return answer;
  }
};

}  // namespace

std::unique_ptr<QueryWriter> MakeBuiltinWriter() {
  return std::make_unique<BuiltinWriter>();
}

}  // namespace aietl::synthesis
