// Patterns of times: %Y-%m-%d, YYYY-MM-DD and yyyy-MM-dd say the same.
#include <optional>
#include <string>
#include <vector>

#include "sql/translate/internal/job.h"
#include "sql/translate/internal/kinds.h"

namespace aietl::sql {
namespace {

using enum DialectId;

enum class Style : uint8_t { kPercent, kMysqlPercent, kClickhousePercent, kWords, kJava };

// One part of a pattern in each style; empty where a style has none.
struct FormatPart {
  std::string_view percent, mysql, clickhouse, words, java;
};
constexpr FormatPart kParts[] = {
    {"%Y", "%Y", "%Y", "YYYY", "yyyy"},    {"%m", "%m", "%m", "MM", "MM"},
    {"%d", "%d", "%d", "DD", "dd"},        {"%H", "%H", "%H", "HH24", "HH"},
    {"%M", "%i", "%i", "MI", "mm"},        {"%S", "%s", "%S", "SS", "ss"},
    {"%y", "%y", "%y", "YY", "yy"},        {"%j", "%j", "%j", "DDD", "DDD"},
    {"%B", "%M", "%M", "FMMonth", "MMMM"}, {"%b", "%b", "%b", "Mon", "MMM"},
    {"%A", "%W", "%W", "FMDay", "EEEE"},   {"%a", "%a", "%a", "Dy", "EEE"},
    {"%I", "%h", "%h", "HH12", "hh"},      {"%p", "%p", "%p", "AM", "a"},
    {"%f", "%f", "%f", "US", "SSSSSS"},    {"%V", "%v", "%V", "IW", ""},
    {"%G", "%x", "%G", "IYYY", ""},        {"%-d", "%e", "", "FMDD", "d"},
    {"%-m", "%c", "", "FMMM", "M"},        {"%%", "%%", "%%", "", ""},
};

std::string_view InStyle(const FormatPart& part, Style style) {
  switch (style) {
    case Style::kPercent: return part.percent;
    case Style::kMysqlPercent: return part.mysql;
    case Style::kClickhousePercent: return part.clickhouse;
    case Style::kWords: return part.words;
    case Style::kJava: return part.java;
  }
  return {};
}

bool IsPatternLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The pattern in another style; nullopt when a part of it has no equal.
std::optional<std::string> TranslatePattern(std::string_view pattern, Style from, Style to) {
  std::string out;
  while (!pattern.empty()) {
    const FormatPart* best = nullptr;
    for (const FormatPart& part : kParts) {
      const std::string_view text = InStyle(part, from);
      const bool fits = !text.empty() && pattern.starts_with(text);
      if (fits && (best == nullptr || text.size() > InStyle(*best, from).size())) best = &part;
    }
    if (best != nullptr) {
      pattern.remove_prefix(InStyle(*best, from).size());
      if (InStyle(*best, to).empty() && best->percent != "%%") return std::nullopt;
      out += best->percent == "%%" && InStyle(*best, to).empty() ? "%" : InStyle(*best, to);
      continue;
    }
    const char c = pattern.front();
    // A part that is not in the table, or text that is quoted: nothing is guessed.
    const bool percent = from == Style::kPercent || from == Style::kMysqlPercent ||
                         from == Style::kClickhousePercent;
    if (percent ? c == '%' : IsPatternLetter(c) || c == '"' || c == '\'') return std::nullopt;
    // Letters of the text itself would be read as parts in the styles of words.
    if (IsPatternLetter(c) && (to == Style::kWords || to == Style::kJava)) return std::nullopt;
    out += c;
    pattern.remove_prefix(1);
  }
  return out;
}

struct FormatCall {
  Style style;
  Expr* time = nullptr;
  Literal* pattern = nullptr;
  bool is_format = false;  // a format call whose pattern is no literal has is_format and no pattern
};

FormatCall ReadFormatCall(Call& call, const Job& job) {
  FormatCall out{Style::kPercent};
  if (call.name.size() != 1 || call.args.size() != 2 || call.args[0]->value == nullptr ||
      call.args[1]->value == nullptr)
    return out;
  const std::string_view name = call.name[0].text;
  const auto is = [&](std::string_view wanted, std::initializer_list<DialectId> ids) {
    return SameWordOf(name, wanted) && job.From(ids);
  };
  uint32_t pattern = 1;
  if (is("strftime", {kSqlite})) {
    pattern = 0;
  } else if (is("strftime", {kDuckdb})) {
    // DuckDB takes both orders.
    pattern = As<Literal>(call.args[0]->value) != nullptr ? 0 : 1;
  } else if (is("date_format", {kMysql})) {
    out.style = Style::kMysqlPercent;
  } else if (is("formatDateTime", {kClickhouse})) {
    out.style = Style::kClickhousePercent;
  } else if (is("to_char", {kPostgres, kSnowflake}) || is("to_varchar", {kSnowflake})) {
    out.style = Style::kWords;
  } else if (is("date_format", {kSpark})) {
    out.style = Style::kJava;
  } else {
    return out;
  }
  out.is_format = true;
  out.pattern = As<Literal>(call.args[pattern]->value);
  if (out.pattern != nullptr && out.pattern->type != LiteralKind::kString) out.pattern = nullptr;
  out.time = call.args[1 - pattern]->value;
  return out;
}

}  // namespace

Expr* TranslateTimeFormat(Call& call, Job& job) {
  const FormatCall read = ReadFormatCall(call, job);
  if (!read.is_format) return nullptr;
  const std::string shown(call.name[0].text);
  if (read.pattern == nullptr) {
    job.Refuse(call, shown + "()", Tr("its pattern is no literal"));
    return &call;
  }
  Style style = Style::kPercent;
  switch (job.to.id) {
    case kMysql: style = Style::kMysqlPercent; break;
    case kClickhouse: style = Style::kClickhousePercent; break;
    case kPostgres:
    case kSnowflake: style = Style::kWords; break;
    case kSpark: style = Style::kJava; break;
    default: break;
  }
  const std::optional<std::string> pattern =
      TranslatePattern(read.pattern->text, read.style, style);
  // SQLite knows a part of the patterns only.
  const bool sqlite_lacks =
      job.to.id == kSqlite && pattern &&
      (pattern->find("%B") != std::string::npos || pattern->find("%b") != std::string::npos ||
       pattern->find("%A") != std::string::npos || pattern->find("%a") != std::string::npos ||
       pattern->find("%-") != std::string::npos || pattern->find("%y") != std::string::npos ||
       pattern->find("%I") != std::string::npos || pattern->find("%p") != std::string::npos ||
       pattern->find("%V") != std::string::npos || pattern->find("%G") != std::string::npos);
  if (!pattern || sqlite_lacks) {
    job.Refuse(call, shown + "()", Tr("a part of its pattern has no equal"));
    return &call;
  }
  Expr* time = TranslateExpr(read.time, job);
  Expr* text = job.Text(*pattern);
  switch (job.to.id) {
    case kSqlite: return job.Function("strftime", {text, time});
    case kDuckdb: return job.Function("strftime", {time, text});
    case kMysql:
    case kSpark: return job.Function("date_format", {time, text});
    case kClickhouse: return job.Function("formatDateTime", {time, text});
    default: return job.Function("to_char", {time, text});
  }
}

}  // namespace aietl::sql
