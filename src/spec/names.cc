#include "spec/names.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace aietl::spec {
namespace {

// duckdb_keywords() of 1.5, categories reserved and type_function, as far as they fail behind FROM.
constexpr std::array<std::string_view, 105> kReserved = {
    "all",           "analyse",     "analyze",   "and",        "anti",         "any",
    "array",         "as",          "asc",       "asof",       "asymmetric",   "at",
    "authorization", "binary",      "both",      "by",         "case",         "cast",
    "check",         "collate",     "collation", "column",     "concurrently", "constraint",
    "create",        "cross",       "default",   "deferrable", "desc",         "describe",
    "distinct",      "do",          "else",      "end",        "except",       "false",
    "fetch",         "for",         "foreign",   "freeze",     "from",         "full",
    "glob",          "group",       "having",    "ilike",      "in",           "initially",
    "inner",         "intersect",   "into",      "is",         "isnull",       "join",
    "lambda",        "lateral",     "leading",   "left",       "like",         "limit",
    "natural",       "not",         "notnull",   "null",       "offset",       "on",
    "only",          "or",          "order",     "outer",      "overlaps",     "pivot",
    "pivot_longer",  "pivot_wider", "placing",   "positional", "primary",      "qualify",
    "references",    "returning",   "right",     "select",     "semi",         "show",
    "similar",       "some",        "summarize", "symmetric",  "table",        "tablesample",
    "then",          "to",          "trailing",  "true",       "union",        "unique",
    "unpack",        "unpivot",     "using",     "variadic",   "verbose",      "when",
    "where",         "window",      "with"};

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// One part of a SQL name off the front of `rest`.
std::optional<std::string> TakePart(std::string_view& rest) {
  std::string part;
  if (rest.starts_with('"')) {
    size_t i = 1;
    for (; i < rest.size(); ++i) {
      if (rest[i] == '"') {
        if (i + 1 >= rest.size() || rest[i + 1] != '"') break;
        ++i;
      }
      part += rest[i];
    }
    if (i >= rest.size() || part.empty()) return std::nullopt;
    rest.remove_prefix(i + 1);
    return part;
  }
  size_t size = 0;
  while (size < rest.size() && (IsWordByte(rest[size]) || rest[size] == '$'))
    ++size;
  if (size == 0 || (rest[0] >= '0' && rest[0] <= '9') || rest[0] == '$') return std::nullopt;
  part = LowerUtf8(rest.substr(0, size));
  rest.remove_prefix(size);
  return part;
}

}  // namespace

bool IsName(std::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9') || !IsValidUtf8(text)) return false;
  const std::u32string letters = DecodeUtf8(text);
  return std::all_of(letters.begin(), letters.end(), [](char32_t c) {
    if (c < 0x80) return IsWordByte(static_cast<char>(c));
    // Not letters: Latin-1 signs, general punctuation, arrows to dingbats, private and special
    // planes.
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
           !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xE000 && c <= 0xF8FF) &&
           !(c >= 0xFE00 && c <= 0xFFFF) && c < 0x1F000;
  });
}

bool IsReserved(std::string_view word) {
  const std::string lower = LowerUtf8(word);
  return std::binary_search(kReserved.begin(), kReserved.end(), std::string_view(lower));
}

bool SameName(std::string_view a, std::string_view b) {
  return LowerUtf8(a) == LowerUtf8(b);
}

std::string Quoted(std::string_view text) {
  return '"' + std::string(text) + '"';
}

std::optional<std::vector<std::string>> TableNameParts(std::string_view table) {
  std::vector<std::string> parts;
  while (parts.size() < 3) {
    std::optional<std::string> part = TakePart(table);
    if (!part) return std::nullopt;
    parts.push_back(std::move(*part));
    if (table.empty()) return parts;
    if (table[0] != '.') return std::nullopt;
    table.remove_prefix(1);
  }
  return std::nullopt;
}

std::string QuotedTableName(std::string_view table) {
  std::string out;
  size_t begin = 0;
  for (size_t i = 0; i <= table.size(); ++i) {
    if (i < table.size() && table[i] != '.') continue;
    std::string part(table.substr(begin, i - begin));
    std::erase_if(part, [](char c) { return c == '"' || c == '`' || c == '[' || c == ']'; });
    std::string_view rest = part;
    if (!TakePart(rest) || !rest.empty()) part = '"' + part + '"';
    out += (begin > 0 ? "." : "") + part;
    begin = i + 1;
  }
  return out;
}

bool IsBlankSql(std::string_view sql) {
  while (true) {
    const size_t text = sql.find_first_not_of(" \t\r\n;");
    if (text == std::string_view::npos) return true;
    sql.remove_prefix(text);
    size_t end;
    if (sql.starts_with("--")) {
      end = sql.find('\n');
    } else if (sql.starts_with("/*")) {
      end = sql.find("*/", 2);
      if (end != std::string_view::npos) end += 2;
    } else {
      return false;
    }
    if (end == std::string_view::npos) return true;
    sql.remove_prefix(end);
  }
}

}  // namespace aietl::spec
