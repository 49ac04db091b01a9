#include "spec/reading.h"

#include "base/text.h"
#include "spec/names.h"

namespace aietl::spec {

std::vector<std::string> ReadColumns(const Reading& reading, const Part& part, const char* key) {
  if (!part.options.Has(key)) return {};
  std::vector<std::string> out;
  const json::Node* list = part.node.Find(key);
  size_t position = 0;
  for (std::string& column : part.options.List(key)) {
    const bool listed = list != nullptr && position < list->items.size();
    const Place place =
        listed ? reading.findings.PlaceOf(list->items[position]) : part.options.PlaceOf(key);
    ++position;
    if (column.find_first_not_of(" \t") == std::string::npos) {
      reading.findings
          .Error("empty_value", place, part.Object(key), Msg("{} holds an empty name", key))
          .hint = Tr("write the column's name");
      continue;
    }
    bool repeated = false;
    for (const std::string& earlier : out)
      repeated = repeated || SameName(earlier, column);
    if (repeated) {
      reading.findings
          .Error("duplicate_column", place, part.Object(key), Msg("{} names {} twice", key, column))
          .hint = Tr("name each column once");
      continue;
    }
    out.push_back(std::move(column));
  }
  if (position == 0) {
    reading.findings
        .Error("empty_list", part.options.PlaceOf(key), part.Object(key),
               Msg("{} is an empty list", key))
        .hint = Tr("name at least one column, or leave the key out");
  }
  return out;
}

std::string ReadText(const Reading& reading, const Part& part, const char* key) {
  if (!part.options.Has(key)) return {};
  std::string text = part.options.String(key);
  if (text.find_first_not_of(" \t\r\n") != std::string::npos) return text;
  reading.findings
      .Error("empty_value", part.options.PlaceOf(key), part.Object(key), Msg("{} is empty", key))
      .hint = Tr("write a value, or leave the key out");
  return {};
}

SqlPlace PlaceOfSql(const Reading& reading, const json::Node& node) {
  const auto replaced = reading.document.scalars.find({node.line, node.column});
  if (replaced == reading.document.scalars.end())
    return AlignSql(reading.lines, reading.findings.file(), node, node.text, {});
  return AlignSql(reading.lines, reading.findings.file(), replaced->second.raw, node.text,
                  replaced->second.replacements);
}

std::vector<Step> ReadSteps(const Reading& reading) {
  std::vector<Step> out;
  const json::Node* steps = reading.document.root.Find("steps");
  if (steps == nullptr) return out;
  for (const auto& [name, sql] : steps->members) {
    Step step;
    step.name = name.text;
    step.place = reading.findings.PlaceOf(name);
    if (sql.kind == json::NodeKind::kScalar) {
      step.sql = sql.text;
      step.sql_place = PlaceOfSql(reading, sql);
    }
    if (sql.kind == json::NodeKind::kScalar && IsBlankSql(sql.text)) {
      reading.findings
          .Error("blank_sql", reading.findings.PlaceOf(sql), "steps." + step.name,
                 Msg("step {} holds no SQL", step.name))
          .hint = Tr("write a SELECT, or remove the step");
    }
    out.push_back(std::move(step));
  }
  return out;
}

}  // namespace aietl::spec
