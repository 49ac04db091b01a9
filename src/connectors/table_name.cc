#include "connectors/table_name.h"

#include "base/text.h"
#include "data/type.h"

namespace aietl::connectors {
namespace {

bool IsNameByte(char c, bool first) {
  const auto byte = static_cast<unsigned char>(c);
  if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') return true;
  if (c == '_' || byte >= 0x80) return true;
  return !first && ((c >= '0' && c <= '9') || c == '$');
}

Error BadName(std::string_view text, std::string message) {
  return Error(Code::kInvalid, "bad_table_name", std::move(message)).About(std::string(text));
}

// `"a""b"` from `position` (at the opening quote) on; moves behind the closing one.
Result<NamePart> ReadQuoted(std::string_view text, size_t* position) {
  NamePart part{.text = {}, .quoted = true};
  for (size_t i = *position + 1; i < text.size(); ++i) {
    if (text[i] == '\0') break;
    if (text[i] != '"') {
      part.text += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == '"') {
      part.text += text[i++];
    } else {
      *position = i + 1;
      if (part.text.empty())
        return Fail(BadName(text, Msg("the table name {} has an empty part", text)));
      return part;
    }
  }
  return Fail(BadName(text, Msg("the table name {} lacks a closing quote", text)));
}

Result<NamePart> ReadPlain(std::string_view text, size_t* position) {
  NamePart part;
  size_t i = *position;
  while (i < text.size() && IsNameByte(text[i], i == *position))
    part.text += text[i++];
  if (i < text.size() && text[i] != '.') {
    const size_t begin = *position;
    const size_t end = std::min(text.find('.', begin), text.size());
    return Fail(
        BadName(text, Msg("the table name {} has a character that an unquoted name cannot have, at "
                          "position {}",
                          text, i + 1))
            .Hint(Msg("quote that part: {}", data::QuoteName(text.substr(begin, end - begin)))));
  }
  if (part.text.empty())
    return Fail(BadName(text, Msg("the table name {} has an empty part", text)));
  *position = i;
  return part;
}

}  // namespace

std::string TableName::ToSql() const {
  std::string sql;
  for (const NamePart& part : parts)
    sql += (sql.empty() ? "" : ".") + data::QuoteName(part.text);
  return sql;
}

std::string TableName::ForPeople() const {
  std::string text;
  for (const NamePart& part : parts)
    text += (text.empty() ? "" : ".") + data::NameForPeople(part.text);
  return text;
}

Result<TableName> ParseTableName(std::string_view text, int most_parts) {
  TableName name;
  if (text.empty()) return Fail(BadName(text, Tr("the table name is empty")));
  size_t position = 0;
  while (true) {
    const bool quoted = position < text.size() && text[position] == '"';
    AIETL_ASSIGN(NamePart part, quoted ? ReadQuoted(text, &position) : ReadPlain(text, &position));
    name.parts.push_back(std::move(part));
    if (position == text.size()) break;
    if (text[position] != '.') {
      return Fail(BadName(text, Msg("the table name {} goes on after a closing quote", text))
                      .Hint(Tr("parts are joined by dots; a quote inside a name is doubled")));
    }
    ++position;
  }
  if (name.parts.size() > static_cast<size_t>(most_parts)) {
    return Fail(BadName(text, Msg("the table name {} has {} parts; at most {} are possible here",
                                  text, name.parts.size(), most_parts))
                    .Hint(Tr("a dot inside a name must be quoted")));
  }
  return name;
}

std::string WriteTableName(std::string_view schema, std::string_view table) {
  if (schema.empty()) return data::NameForPeople(table);
  return data::NameForPeople(schema) + "." + data::NameForPeople(table);
}

}  // namespace aietl::connectors
