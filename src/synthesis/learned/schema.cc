#include "synthesis/learned/schema.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "base/utf8.h"
#include "synthesis/ask/linker.h"
#include "synthesis/text/lexicon.h"

namespace aietl::synthesis::learned {
namespace {

std::string Unquoted(std::string_view name) {
  if (name.size() < 2 || name.front() != '"' || name.back() != '"') return std::string(name);
  std::string out;
  for (size_t i = 1; i + 1 < name.size(); ++i) {
    if (name[i] == '"' && name[i + 1] == '"') ++i;
    out += name[i];
  }
  return out;
}

// "shop"."orders" → orders; a name with a dot of its own stays quoted and so whole.
std::string LastPart(std::string_view name) {
  bool quoted = false;
  size_t begin = 0;
  for (size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '"') quoted = !quoted;
    if (name[i] == '.' && !quoted) begin = i + 1;
  }
  return Unquoted(name.substr(begin));
}

ColumnType TypeOf(const connectors::ColumnInfo& column) {
  if (column.type.id == data::TypeId::kBoolean) return ColumnType::kBoolean;
  if (column.type.IsNumber()) return ColumnType::kNumber;
  if (column.type.IsTemporal() || IsTimeColumn(column)) return ColumnType::kTime;
  return column.type.IsText() ? ColumnType::kText : ColumnType::kOther;
}

class SchemaBuilder {
 public:
  explicit SchemaBuilder(const Catalog& catalog) : catalog_(catalog) {}

  Schema Build() {
    for (const Relation& relation : catalog_.relations) {
      for (const std::string& word : NameWords(TitleOf(relation)))
        known_.insert(word);
      for (const connectors::ColumnInfo& column : relation.info.columns) {
        for (const std::string& word : NameWords(column.name))
          known_.insert(word);
      }
    }
    for (const Relation& relation : catalog_.relations)
      AddTable(relation);
    for (const auto& [name, key] : catalog_.keys)
      AddKey(name, key);
    return std::move(schema_);
  }

 private:
  void AddTable(const Relation& relation) {
    const auto number = static_cast<int32_t>(schema_.tables.size());
    SchemaTable table;
    table.name = relation.name;
    table.source = relation.path.empty() ? LastPart(relation.table) : relation.name;
    table.words = Words(TitleOf(relation));
    table.first = static_cast<ColumnId>(schema_.columns.size());
    for (size_t c = 0; c < relation.own_columns(); ++c) {
      const connectors::ColumnInfo& info = relation.info.columns[c];
      SchemaColumn column;
      column.table = number;
      column.name = info.name;
      column.words = Words(info.name);
      for (const int32_t word : column.words) {
        column.table_word.push_back(
            std::any_of(table.words.begin(), table.words.end(), [&](int32_t own) {
              return schema_.words[Index(own)].stem == schema_.words[Index(word)].stem;
            }));
      }
      column.type = TypeOf(info);
      column.primary = std::find(relation.info.primary_key.begin(), relation.info.primary_key.end(),
                                 info.name) != relation.info.primary_key.end();
      schema_.columns.push_back(std::move(column));
    }
    table.last = static_cast<ColumnId>(schema_.columns.size());
    schema_.tables.push_back(std::move(table));
  }

  void AddKey(const std::string& relation, const connectors::ForeignKey& key) {
    const int32_t from = schema_.FindTable(relation), to = schema_.FindTable(key.table);
    if (from < 0 || to < 0) return;
    for (size_t i = 0; i < key.columns.size() && i < key.references.size(); ++i) {
      const ColumnId column = schema_.FindColumn(from, key.columns[i]);
      const ColumnId target = schema_.FindColumn(to, key.references[i]);
      if (column < 0 || target < 0 || column == target) continue;
      schema_.keys.push_back({column, target, key.inferred});
      schema_.columns[Index(column)].foreign = true;
    }
  }

  static size_t Index(int32_t i) { return static_cast<size_t>(i); }

  std::vector<int32_t> Words(const std::string& name) {
    std::string cut;
    for (const std::string& word : NameWords(name))
      cut += (cut.empty() ? "" : " ") + Cut(word);
    std::vector<int32_t> out;
    for (NameWord& word : WordsOfName(cut)) {
      const auto [found, added] =
          numbers_.emplace(word.lower, static_cast<int32_t>(schema_.words.size()));
      if (added) schema_.words.push_back(std::move(word));
      out.push_back(found->second);
    }
    return out;
  }

  bool IsWord(const std::string& word) const {
    return known_.contains(word) || !Lexicon::Concepts().FindWord(word).empty();
  }

  // "airportcode" → "airport code", "fname" → "first name".
  std::string Cut(const std::string& word) const {
    constexpr size_t kShortest = 3;
    if (word.size() < 4 || static_cast<unsigned char>(word[0]) >= 0x80) return word;
    if (word == "fname") return "first name";
    if (word == "lname") return "last name";
    if (!Lexicon::Concepts().FindWord(word).empty()) return word;
    std::string best;
    size_t best_size = 0;
    for (size_t at = kShortest; at + 2 <= word.size(); ++at) {
      const std::string left = word.substr(0, at), right = word.substr(at);
      const bool ending = right == "id" || right == "no";
      if (!ending && right.size() < kShortest) continue;
      if (!IsWord(left) || (!ending && !IsWord(right))) continue;
      const size_t size = std::max(left.size(), right.size());
      if (size <= best_size) continue;
      best_size = size;
      best = left + " " + right;
    }
    return best.empty() ? word : best;
  }

  const Catalog& catalog_;
  Schema schema_;
  std::unordered_set<std::string> known_;
  std::unordered_map<std::string, int32_t> numbers_;
};

}  // namespace

int32_t Schema::FindTable(std::string_view name) const {
  const std::string wanted = LowerUtf8(name);
  for (size_t i = 0; i < tables.size(); ++i) {
    if (LowerUtf8(tables[i].name) == wanted || LowerUtf8(tables[i].source) == wanted)
      return static_cast<int32_t>(i);
  }
  return -1;
}

ColumnId Schema::FindColumn(int32_t table, std::string_view name) const {
  const std::string wanted = LowerUtf8(name);
  const SchemaTable& in = tables[static_cast<size_t>(table)];
  for (ColumnId c = in.first; c < in.last; ++c) {
    if (LowerUtf8(columns[static_cast<size_t>(c)].name) == wanted) return c;
  }
  return kNoColumn;
}

Schema SchemaOf(const Catalog& catalog) {
  return SchemaBuilder(catalog).Build();
}

}  // namespace aietl::synthesis::learned
