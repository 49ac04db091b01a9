#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "synthesis/ask/linker.h"
#include "synthesis/ask/parser.h"
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
  const std::string& rows = catalog.relations[static_cast<size_t>(intent.relations.front())].name;
  if (written.sql.empty()) return Msg("Takes {} as it is.", rows);
  std::string text = intent.measures.empty()
                         ? Msg("Takes rows of {}", rows)
                         : Msg("Computes {} over {}",
                               std::to_string(intent.measures.size()) + " " + Tr("measures"), rows);
  if (!intent.groups.empty()) {
    text += " " + std::string(Tr("per")) + " ";
    for (size_t i = 0; i < intent.groups.size(); ++i) {
      const Column& column = intent.groups[i].column;
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
  if (written.used.size() > 1) text += ", " + Msg("joined with {}", written.used.back());
  return text + ".";
}

class BuiltinWriter final : public QueryWriter {
 public:
  Result<QueryAnswer> Write(const QueryRequest& request) override {
    AIETL_CHECK(request.catalog != nullptr);
    const Linker linker(*request.catalog);
    ParseOutcome parsed = Parser(request, linker).Parse();
    QueryAnswer answer;
    answer.questions = std::move(parsed.questions);
    answer.problems = std::move(parsed.problems);
    answer.not_understood = std::move(parsed.leftover);
    for (const Span& span : answer.not_understood) {
      for (const Token& token : request.tokens) {
        if (!(token.span == span)) continue;
        answer.problems.push_back(
            {"not_understood",
             Severity::kError,
             Msg("“{}” was not understood: nothing in the data is called that", token.text),
             {"", 1, span.begin + 1},
             token.text,
             DidYouMean(token.lower, KnownNames(*request.catalog))});
      }
    }
    if (!answer.questions.empty() || HasErrors(answer.problems)) return answer;
    Result<Written> written = WriteSql(*request.catalog, parsed.intent);
    if (!written) {
      answer.problems.push_back(written.error().ToProblem());
      return answer;
    }
    QueryCandidate candidate;
    candidate.explanation = Explain(parsed.intent, *request.catalog, *written);
    candidate.sql = std::move(written->sql);
    candidate.relation = std::move(written->relation);
    candidate.columns = std::move(written->columns);
    candidate.used = std::move(written->used);
    candidate.name = std::move(written->name);
    candidate.confidence = parsed.certainty;
    candidate.links = std::move(parsed.links);
    answer.candidates.push_back(std::move(candidate));
    return answer;
  }
};

}  // namespace

std::unique_ptr<QueryWriter> MakeBuiltinWriter() {
  return std::make_unique<BuiltinWriter>();
}

}  // namespace aietl::synthesis
