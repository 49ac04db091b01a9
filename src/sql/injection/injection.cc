#include "sql/injection/injection.h"

#include <algorithm>

#include "base/text.h"
#include "sql/effect.h"
#include "sql/injection/decode.h"
#include "sql/injection/parameters.h"
#include "sql/injection/structure.h"
#include "sql/lexer.h"
#include "sql/parser.h"

namespace aietl::sql {
namespace {

constexpr size_t kLongestValue = size_t{1} << 20;

// Where a value goes: before it, behind it, and the quote that it stands in (0: none).
struct Context {
  std::string before, behind;
  char quote = 0;
};

// The template's question mark, and whether it stands in quotes.
bool FindPlace(std::string_view text, const Dialect& dialect, Context* context) {
  const Tokens lexed = Lex(text, dialect);
  for (const Token& token : lexed.tokens) {
    const std::string_view spelling = text.substr(token.begin, token.end - token.begin);
    const size_t mark = spelling.find('?');
    const bool string = token.kind == Tok::kString || token.kind == Tok::kEscapeString ||
                        token.kind == Tok::kQuoted;
    const bool bare = token.kind == Tok::kParameter || token.kind == Tok::kQuestion ||
                      token.kind == Tok::kOperator || token.kind == Tok::kBad;
    if (mark == std::string_view::npos || (!string && !bare)) continue;
    context->before = text.substr(0, token.begin + mark);
    context->behind = text.substr(token.begin + mark + 1);
    context->quote = string ? (token.kind == Tok::kEscapeString ? '\'' : spelling[0]) : '\0';
    return true;
  }
  return false;
}

std::vector<Context> UsualContexts(const Dialect& dialect) {
  std::vector<Context> contexts;
  const bool double_quotes = dialect.id == DialectId::kMysql || dialect.id == DialectId::kSpark;
  for (const char quote : {'\'', '"', '\0'}) {
    if (quote == '"' && !double_quotes) continue;
    const std::string mark = quote ? std::string(1, quote) : std::string();
    contexts.push_back({"SELECT a FROM t WHERE b = " + mark, mark + " AND c = 1", quote});
    contexts.push_back({"SELECT a FROM t WHERE (b = " + mark, mark + ") AND c = 1", quote});
    contexts.push_back({"SELECT a FROM t WHERE ((b = " + mark, mark + ") AND c = 1)", quote});
    if (quote)
      contexts.push_back({"SELECT a FROM t WHERE b LIKE " + mark + "%", "%" + mark, quote});
    else
      contexts.push_back({"SELECT a FROM t ORDER BY a LIMIT ", "", quote});
    contexts.push_back({"INSERT INTO t (a, b) VALUES (" + mark, mark + ", 1)", quote});
  }
  return contexts;
}

class Judgement {
 public:
  Judgement(std::string_view value, const Context& context, const Dialect& dialect)
      : value_(value),
        context_(context),
        dialect_(dialect),
        text_(context.before + std::string(value) + context.behind),
        from_(static_cast<uint32_t>(context.before.size())),
        to_(static_cast<uint32_t>(context.before.size() + value.size())) {}

  std::vector<Sign> Run() {
    const Tokens lexed = Lex(text_, dialect_);
    if (context_.quote ? StaysString(lexed) : StaysLiteral(lexed)) return {};
    const std::string harmless = context_.before + (context_.quote ? "x" : "1") + context_.behind;
    const Script base = Parse(harmless, dialect_);
    const Script attack = Parse(text_, dialect_);
    Compare(base, attack, lexed);
    return std::move(signs_);
  }

 private:
  // One string token holds the whole value.
  bool StaysString(const Tokens& lexed) const {
    for (const Token& token : lexed.tokens) {
      if (token.begin < from_ && token.end > to_) return token.kind != Tok::kBad;
      if (token.begin >= from_) break;
    }
    return false;
  }
  // One number, string or word, perhaps with a sign.
  bool StaysLiteral(const Tokens& lexed) const {
    size_t inside = 0;
    bool sign = false;
    for (const Token& token : lexed.tokens) {
      if (token.kind == Tok::kEnd || token.begin >= to_ || token.end <= from_) continue;
      if (token.begin < from_ || token.end > to_) return false;
      if (inside == 0 && !sign && (token.kind == Tok::kMinus || token.kind == Tok::kPlus)) {
        sign = true;
        continue;
      }
      if (token.kind == Tok::kSemicolon) return false;
      ++inside;
    }
    const bool comment =
        std::any_of(lexed.comments.begin(), lexed.comments.end(),
                    [&](const Comment& one) { return one.begin < to_ && one.end > from_; });
    return inside <= 1 && !comment;
  }

  void Add(std::string code, std::string message, uint32_t begin) {
    signs_.push_back({std::move(code), std::move(message), begin, true});
  }

  void Compare(const Script& base, const Script& attack, const Tokens& lexed) {
    if (attack.statements.empty()) return;
    // The first statement must stand: else the value is only text that breaks it.
    const Statement& first = *attack.statements[0];
    const bool broken = !attack.ok() && attack.problems.front().code != "set_operation_columns" &&
                        FirstProblem(attack) <= StatementEnd(first, lexed);
    if (first.begin > from_ || broken) return;
    const Structure was = StructureOf(base, 0, static_cast<uint32_t>(text_.size()));
    const Structure is = StructureOf(attack, from_, to_);
    const bool bare = context_.quote == 0;
    const bool literal_first = !bare || BeginsLikeLiteral(lexed);
    for (const Sign& sign : is.signs) {
      if (!bare || sign.strong || literal_first) signs_.push_back(sign);
    }
    if (attack.statements.size() > was.statements) {
      const Statement& second = *attack.statements[1];
      if (second.begin >= from_ && second.begin < to_ &&
          (literal_first || EffectOf(second) != Effect::kRead)) {
        Add("stacked_query", Tr("a second statement was added"), second.begin);
      }
    } else if (!attack.ok() && attack.statements.size() == 1) {
      LookForUnfinished(lexed);
    }
    const Comment* comment = CommentInside(lexed);
    if (comment && (literal_first || !signs_.empty()))
      Add("comment_truncation", Tr("a comment cuts the rest of the statement off"), comment->begin);
    // Out of the quotes, and still a statement: whatever it became, it is not the text that was
    // meant.
    if (signs_.empty() && !bare && attack.ok() && attack.statements.size() == 1)
      Add("structure", Tr("the value ends the string and becomes SQL"), from_);
    // At a bare place numbers with signs are dates and telephone numbers; clauses and calls are
    // not.
    if (signs_.empty() && bare && literal_first && attack.ok() && attack.statements.size() == 1 &&
        HasClauseOrCall(lexed))
      Add("structure", Tr("the value brings SQL of its own"), from_);
  }

  bool HasClauseOrCall(const Tokens& lexed) const {
    for (size_t i = 0; i + 1 < lexed.tokens.size(); ++i) {
      const Token& token = lexed.tokens[i];
      if (token.begin < from_ || token.end > to_ || token.kind != Tok::kWord) continue;
      switch (token.keyword) {
        case Kw::kOrder:
        case Kw::kGroup:
        case Kw::kHaving:
        case Kw::kLimit:
        case Kw::kOffset:
        case Kw::kCase: return true;
        default: break;
      }
      const Token& next = lexed.tokens[i + 1];
      if (next.kind == Tok::kLeftParen && next.end <= to_) return true;
    }
    return false;
  }

  static uint32_t FirstProblem(const Script& script) {
    const LineIndex lines(script.source);
    // Places are lines and columns; what counts is the order.
    const Place place = script.problems.front().place;
    uint32_t low = 0, high = static_cast<uint32_t>(script.source.size());
    while (low < high) {
      const uint32_t middle = low + (high - low) / 2;
      const Place at = lines.At(middle);
      if (at.line < place.line || (at.line == place.line && at.column < place.column))
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }
  // Behind the statement: its semicolon.
  uint32_t StatementEnd(const Statement& statement, const Tokens& lexed) const {
    for (const Token& token : lexed.tokens) {
      if (token.begin >= statement.end) return token.begin;
    }
    return statement.end;
  }

  // A second statement that only the rest of the string spoils: …'; DROP TABLE t
  void LookForUnfinished(const Tokens& lexed) {
    for (size_t i = 0; i + 1 < lexed.tokens.size(); ++i) {
      const Token& token = lexed.tokens[i];
      if (token.kind != Tok::kSemicolon || token.begin < from_ || token.begin >= to_) continue;
      const Script rest = Parse(text_.substr(token.end, to_ - token.end), dialect_);
      if (rest.ok() && !rest.statements.empty())
        Add("stacked_query", Tr("a second statement was added"), lexed.tokens[i + 1].begin);
      return;
    }
  }

  bool BeginsLikeLiteral(const Tokens& lexed) const {
    for (const Token& token : lexed.tokens) {
      if (token.begin < from_) continue;
      switch (token.kind) {
        case Tok::kInteger:
        case Tok::kDecimal:
        case Tok::kHex:
        case Tok::kString:
        case Tok::kLeftParen:
        case Tok::kRightParen:
        case Tok::kMinus:
        case Tok::kPlus:
        case Tok::kSemicolon: return true;
        default:
          return token.keyword == Kw::kNull || token.keyword == Kw::kTrue ||
                 token.keyword == Kw::kFalse || token.keyword == Kw::kCase;
      }
    }
    return false;
  }

  const Comment* CommentInside(const Tokens& lexed) const {
    for (const Comment& comment : lexed.comments) {
      const std::string_view text =
          std::string_view(text_).substr(comment.begin, comment.end - comment.begin);
      const bool inside = comment.begin >= from_ && comment.begin < to_;
      // A comment that ends inside of the value cuts nothing off, but for one that says nothing and
      // stands last: it waits for what other templates have behind.
      const bool empty = comment.line && comment.end >= to_ && comment.begin > from_ &&
                         text.find_first_not_of("-# \t") == std::string_view::npos;
      if (inside && (comment.end > to_ || empty) && !text.starts_with("/*+")) return &comment;
    }
    return nullptr;
  }

  std::string_view value_;
  const Context& context_;
  const Dialect& dialect_;
  const std::string text_;
  const uint32_t from_, to_;
  std::vector<Sign> signs_;
};

Place AtStart() {
  Place place;
  place.line = place.column = 1;
  return place;
}

void AddFindings(const std::vector<Sign>& signs, std::string_view value, uint32_t offset,
                 InjectionVerdict* verdict) {
  const LineIndex lines(value);
  for (const Sign& sign : signs) {
    const bool known =
        std::any_of(verdict->findings.begin(), verdict->findings.end(),
                    [&](const InjectionFinding& one) { return one.code == sign.code; });
    if (known) continue;
    const uint32_t at =
        sign.begin >= offset
            ? std::min<uint32_t>(sign.begin - offset, static_cast<uint32_t>(value.size()))
            : 0;
    verdict->findings.push_back({sign.code, sign.message, lines.At(at)});
  }
}

void JudgeValue(std::string_view value, const std::vector<Context>& contexts,
                const Dialect& dialect, InjectionVerdict* verdict) {
  for (const Context& context : contexts) {
    AddFindings(Judgement(value, context, dialect).Run(), value,
                static_cast<uint32_t>(context.before.size()), verdict);
  }
}

}  // namespace

InjectionVerdict InjectionByValue(std::string_view value, std::string_view template_sql,
                                  const Dialect& dialect) {
  InjectionVerdict verdict;
  std::vector<Context> contexts;
  Context context;
  if (!template_sql.empty() && FindPlace(template_sql, dialect, &context)) {
    verdict.parameterised = ParameterisedTemplate(template_sql, dialect);
    contexts.push_back(context);
    // A bare place may be meant for text, which some program puts in quotes.
    if (context.quote == 0) contexts.push_back({context.before + "'", "'" + context.behind, '\''});
  } else {
    contexts = UsualContexts(dialect);
  }
  if (value.size() <= kLongestValue) JudgeValue(value, contexts, dialect, &verdict);
  if (verdict.findings.empty()) {
    // Encoded once or twice, as gateways and filters miss it.
    std::string decoded(value);
    for (int round = 0; round < 2 && verdict.findings.empty(); ++round) {
      const std::string next = Decode(decoded);
      if (next == decoded || next.size() > kLongestValue) break;
      decoded = next;
      InjectionVerdict inner;
      JudgeValue(decoded, contexts, dialect, &inner);
      if (inner.findings.empty()) continue;
      verdict.findings = std::move(inner.findings);
      for (InjectionFinding& finding : verdict.findings)
        finding.place = AtStart();
      verdict.findings.push_back(
          {"encoded", Tr("the value is encoded so that filters miss it"), AtStart()});
    }
  }
  verdict.injection = !verdict.findings.empty();
  return verdict;
}

InjectionVerdict InjectionInStatement(std::string_view sql, const Dialect& dialect) {
  InjectionVerdict verdict;
  const Script script = Parse(sql, dialect);
  const Structure structure = StructureOf(script, 0, static_cast<uint32_t>(sql.size()) + 1);
  std::vector<Sign> signs;
  for (const Sign& sign : structure.signs) {
    // What a program writes itself is no sign here: conditions, subqueries, unions, catalogs.
    if (sign.code == "tautology" || sign.code == "union_probe" || sign.code == "time_delay" ||
        sign.code == "error_probe" || sign.code == "file_access")
      signs.push_back(sign);
  }
  const Tokens lexed = Lex(sql, dialect);
  for (const Comment& comment : lexed.comments) {
    const std::string_view text = sql.substr(comment.begin, comment.end - comment.begin);
    // A line comment with one half of a pair of quotes: the string's other half was cut off.
    const auto odd = [&](char quote) {
      return std::count(text.begin(), text.end(), quote) % 2 == 1;
    };
    const bool after_string = comment.token > 0 &&
                              lexed.tokens[comment.token - 1].kind == Tok::kString &&
                              lexed.tokens[comment.token - 1].end + 2 >= comment.begin;
    if (comment.line && (odd('\'') || odd('"')) &&
        (after_string || !signs.empty() || script.statements.size() > 1)) {
      signs.push_back({"comment_truncation", Tr("a comment cuts the rest of the statement off"),
                       comment.begin, true});
    }
  }
  const bool one_line = sql.find('\n') == std::string_view::npos;
  if (one_line && script.statements.size() > 1 &&
      script.statements[0]->kind == NodeKind::kSelectStatement && !lexed.comments.empty()) {
    for (size_t i = 1; i < script.statements.size(); ++i) {
      if (EffectOf(*script.statements[i]) == Effect::kRead) continue;
      signs.push_back(
          {"stacked_query", Tr("a second statement was added"), script.statements[i]->begin, true});
      break;
    }
  }
  AddFindings(signs, sql, 0, &verdict);
  verdict.injection = !verdict.findings.empty();
  verdict.parameterised = ParameterisedStatement(script);
  return verdict;
}

}  // namespace aietl::sql
