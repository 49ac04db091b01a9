#include <algorithm>

#include "base/text.h"
#include "sql/internal/characters.h"
#include "sql/parse/parser.h"
#include "sql/parser.h"

namespace aietl::sql {

LineIndex::LineIndex(std::string_view source) : source_(source), starts_{0} {
  for (size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '\n') starts_.push_back(static_cast<uint32_t>(i + 1));
  }
}

Place LineIndex::At(uint32_t offset) const {
  offset = std::min(offset, static_cast<uint32_t>(source_.size()));
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const uint32_t start = *(next - 1);
  Place place;
  place.line = static_cast<int>(next - starts_.begin());
  place.column = 1;
  for (uint32_t i = start; i < offset; ++i) {
    if ((static_cast<unsigned char>(source_[i]) & 0xC0) != 0x80) ++place.column;
  }
  return place;
}

Script Parse(std::string_view sql, const Dialect& dialect, const ParseLimits& limits) {
  Script script;
  script.dialect = &dialect;
  script.arena = std::make_unique<Arena>();
  if (sql.size() > std::min(limits.bytes, size_t{0xfffffff0})) {
    Problem problem;
    problem.code = "too_long";
    problem.message =
        Msg("the text has {} bytes, more than the {} that are allowed", sql.size(), limits.bytes);
    script.problems.push_back(std::move(problem));
    return script;
  }
  script.source = script.arena->Text(sql);
  Parser parser(script.source, dialect, *script.arena, limits);
  script.statements = parser.ParseScript();
  script.comments = std::move(parser.comments());
  script.problems = std::move(parser.problems());
  script.steps = parser.steps();
  if (!script.problems.empty()) {
    // The parser left offsets.
    const LineIndex lines(script.source);
    for (Problem& problem : script.problems)
      problem.place = lines.At(static_cast<uint32_t>(problem.place.line));
  }
  return script;
}

Result<Script> ParseOne(std::string_view sql, const Dialect& dialect, const ParseLimits& limits) {
  Script script = Parse(sql, dialect, limits);
  if (!script.problems.empty()) return Fail(ErrorOf(Code::kInvalid, std::move(script.problems)));
  if (script.statements.size() != 1) {
    return Fail(Code::kInvalid, "syntax_error",
                script.statements.empty()
                    ? std::string(Tr("there is no statement"))
                    : Msg("{} statements where one is expected", script.statements.size()));
  }
  return script;
}

Result<Expr*> ParseExpression(std::string_view sql, const Dialect& dialect, Arena& arena,
                              const ParseLimits& limits) {
  const std::string_view source = arena.Text(sql);
  Parser parser(source, dialect, arena, limits);
  Expr* expr = parser.ParseWholeExpression();
  Problems& problems = parser.problems();
  if (problems.empty()) return expr;
  const LineIndex lines(source);
  for (Problem& problem : problems)
    problem.place = lines.At(static_cast<uint32_t>(problem.place.line));
  return Fail(ErrorOf(Code::kInvalid, std::move(problems)));
}

}  // namespace aietl::sql
