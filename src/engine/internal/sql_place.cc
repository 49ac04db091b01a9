#include "engine/internal/sql_place.h"

#include <algorithm>

#include "base/utf8.h"

namespace aietl::engine {
namespace {

bool IsContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

bool IsWordByte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

// Behind the string, comment or quoted name that begins at `at`, or `at` itself. A quoted name is
// not skipped.
size_t SkipHidden(std::string_view sql, size_t at) {
  const auto behind = [&](std::string_view end, size_t from) {
    const size_t found = sql.find(end, from);
    return found == std::string_view::npos ? sql.size() : found + end.size();
  };
  if (sql[at] == '\'') return behind("'", at + 1);
  if (sql.substr(at).starts_with("--")) return behind("\n", at);
  if (sql.substr(at).starts_with("/*")) return behind("*/", at + 2);
  return at;
}

}  // namespace

Place PlaceOf(std::optional<size_t> offset, bool in_characters, std::string_view sql,
              const spec::SqlPlace& sql_place) {
  if (!offset) return spec::PlaceInSql(sql_place, 1, 1);
  int line = 1;
  int column = 1;
  size_t characters = 0;
  for (size_t byte = 0; byte < sql.size(); ++byte) {
    if (IsContinuation(sql[byte])) continue;
    if ((in_characters ? characters : byte) >= *offset) break;
    ++characters;
    ++column;
    if (sql[byte] == '\n') {
      ++line;
      column = 1;
    }
  }
  return spec::PlaceInSql(sql_place, line, column);
}

std::optional<size_t> FindName(std::string_view name, std::string_view sql) {
  if (name.empty()) return std::nullopt;
  const std::string wanted = LowerUtf8(name);
  for (size_t at = 0; at < sql.size();) {
    const size_t behind = SkipHidden(sql, at);
    if (behind != at) {
      at = behind;
      continue;
    }
    if (!IsWordByte(sql[at])) {
      if (sql[at] == '"') {
        const size_t end = std::min(sql.find('"', at + 1), sql.size());
        if (LowerUtf8(sql.substr(at + 1, end - at - 1)) == wanted) return at;
        at = end + 1;
      } else {
        ++at;
      }
      continue;
    }
    const size_t begin = at;
    while (at < sql.size() && IsWordByte(sql[at]))
      ++at;
    if (LowerUtf8(sql.substr(begin, at - begin)) == wanted) return begin;
  }
  return std::nullopt;
}

}  // namespace aietl::engine
