#include "connectors/postgres/catalog.h"

#include <algorithm>
#include <charconv>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "connectors/ledger.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;
using data::QuoteText;

int64_t PgNumber(const std::optional<std::string>& text) {
  int64_t number = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}
bool PgTrue(const std::optional<std::string>& text) {
  return text && *text == "t";
}
char PgChar(const std::optional<std::string>& text) {
  return text && !text->empty() ? (*text)[0] : '\0';
}

constexpr const char* kRelationColumns =
    "c.oid, n.nspname, c.relname, c.relkind, c.relhassubclass OR c.relkind = 'p', c.relrowsecurity,"
    " has_table_privilege(c.oid, 'SELECT'),"
    " CASE WHEN c.relkind IN ('r', 'm') THEN pg_relation_size(c.oid) / "
    "current_setting('block_size')::int ELSE 0 END";

PgRelation RelationFrom(const PgRow& row) {
  PgRelation relation;
  relation.oid = row[0].value_or("");
  relation.schema = row[1].value_or("");
  relation.name = row[2].value_or("");
  relation.kind = PgChar(row[3]);
  relation.children = PgTrue(row[4]);
  relation.row_security = PgTrue(row[5]);
  relation.readable = PgTrue(row[6]);
  relation.pages = PgNumber(row[7]);
  return relation;
}

}  // namespace

std::string PgFold(const NamePart& part) {
  if (part.quoted) return part.text;
  std::string folded = part.text;
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return folded;
}

Result<TableName> ParsePgName(std::string_view text) {
  AIETL_ASSIGN(TableName name, ParseTableName(text));
  for (const NamePart& part : name.parts) {
    if (part.text.size() <= kPgNameBytes) continue;
    return Fail(
        Error(Code::kInvalid, "name_too_long",
              Msg("{} is longer than the 63 bytes that PostgreSQL keeps of a name", part.text))
            .About(part.text));
  }
  return name;
}

std::string PgNameForPeople(const std::string& schema, const std::string& table) {
  return WriteTableName(schema == "public" ? "" : schema, table);
}

std::string PgQualified(const std::string& schema, const std::string& table) {
  return QuoteName(schema) + "." + QuoteName(table);
}

std::string PgRelation::Sql() const {
  return PgQualified(schema, name);
}

const PgColumn* PgTable::Find(const std::string& column) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const PgColumn& one) { return one.name == column; });
  return found == columns.end() ? nullptr : &*found;
}

Result<std::optional<PgRelation>> PgCatalog::Find(const TableName& name) {
  const std::string table = PgFold(name.parts.back());
  std::string sql = std::string("SELECT ") + kRelationColumns +
                    " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relname = " +
                    QuoteText(table);
  if (name.parts.size() > 1)
    sql += " AND n.nspname = " + QuoteText(PgFold(name.parts[name.parts.size() - 2]));
  else
    sql +=
        " AND n.nspname = ANY (current_schemas(false))"
        " ORDER BY array_position(current_schemas(false), n.nspname) LIMIT 1";
  AIETL_ASSIGN(const PgRows rows, connection_.Fetch(sql));
  if (rows.empty()) return std::optional<PgRelation>();
  return std::optional<PgRelation>(RelationFrom(rows[0]));
}

Result<PgTable> PgCatalog::Get(const TableName& name) {
  AIETL_ASSIGN(auto found, Find(name));
  if (found) return Describe(std::move(*found));
  AIETL_ASSIGN(
      const PgRows rows,
      connection_.Fetch(
          "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = "
          "c.relnamespace"
          " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND n.nspname <> "
          "'information_schema'"
          " AND n.nspname NOT LIKE 'pg\\_%' AND c.relname NOT LIKE '\\_aietl\\_%' LIMIT 20000"));
  std::vector<std::string> names;
  for (const PgRow& row : rows)
    names.push_back(PgNameForPeople(row[0].value_or(""), row[1].value_or("")));
  return Fail(Error(Code::kNotFound, "unknown_table",
                    Msg("{} has no table {}", connection_.place(), name.ForPeople()))
                  .About(name.ForPeople())
                  .Hint(DidYouMean(name.ForPeople(), names)));
}

Result<void> PgCatalog::LoadTypes() {
  if (!types_.empty()) return {};
  // Row types of tables and arrays of them travel as text and need no name.
  AIETL_ASSIGN(
      const PgRows rows,
      connection_.Fetch(
          "SELECT t.oid, t.typname, n.nspname = 'pg_catalog', t.typtype, t.typbasetype, "
          "t.typtypmod,"
          " CASE WHEN t.typcategory = 'A' AND t.typlen = -1 THEN t.typelem ELSE 0 END"
          " FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
          " WHERE t.typtype IN ('b', 'd', 'e', 'r', 'm') AND t.typname NOT IN ('int2vector', "
          "'oidvector')"
          " AND NOT EXISTS (SELECT FROM pg_type e WHERE e.oid = t.typelem AND e.typtype = 'c')"));
  for (const PgRow& row : rows) {
    KnownType type;
    type.name = row[1].value_or("");
    type.builtin = PgTrue(row[2]);
    type.kind = PgChar(row[3]);
    type.base = static_cast<uint32_t>(PgNumber(row[4]));
    type.modifier = static_cast<int32_t>(PgNumber(row[5]));
    type.element = static_cast<uint32_t>(PgNumber(row[6]));
    types_.emplace(static_cast<uint32_t>(PgNumber(row[0])), std::move(type));
  }
  return {};
}

PgType PgCatalog::TypeOf(uint32_t oid, int32_t modifier, int dimensions, std::string shown) const {
  PgType type;
  type.shown = std::move(shown);
  type.dimensions = dimensions;
  auto found = types_.find(oid);
  while (found != types_.end() && found->second.kind == 'd') {
    type.domain = true;
    if (found->second.modifier >= 0) modifier = found->second.modifier;
    oid = found->second.base;
    found = types_.find(oid);
  }
  type.oid = oid;
  type.modifier = modifier;
  if (found == types_.end()) {
    type.kind = 'c';
    return type;
  }
  const KnownType& known = found->second;
  type.name = known.name;
  type.builtin = known.builtin;
  type.kind = known.kind;
  type.element = known.element;
  if (const auto element = types_.find(known.element); element != types_.end()) {
    type.element_name = element->second.name;
    type.element_builtin = element->second.builtin && element->second.kind == 'b';
    type.element_kind = element->second.kind;
  }
  return type;
}

Result<PgTable> PgCatalog::Describe(PgRelation relation) {
  AIETL_TRY(LoadTypes());
  AIETL_ASSIGN(
      const PgRows rows,
      connection_.Fetch(
          "SELECT a.attname, a.atttypid, a.atttypmod, a.attndims, format_type(a.atttypid, "
          "a.atttypmod),"
          " a.attnotnull, a.atthasdef OR a.attidentity <> '', a.attgenerated, a.attidentity,"
          " coalesce(col_description(a.attrelid, a.attnum), ''),"
          " coalesce((SELECT NOT l.collisdeterministic FROM pg_collation l WHERE l.oid = "
          "a.attcollation), false),"
          " format_type(a.atttypid, -1)"
          " FROM pg_attribute a WHERE a.attrelid = " +
          relation.oid + " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"));
  PgTable table;
  table.relation = std::move(relation);
  for (const PgRow& row : rows) {
    PgColumn column;
    column.name = row[0].value_or("");
    column.type =
        TypeOf(static_cast<uint32_t>(PgNumber(row[1])), static_cast<int32_t>(PgNumber(row[2])),
               static_cast<int>(PgNumber(row[3])), row[4].value_or(""));
    column.nullable = !PgTrue(row[5]);
    column.has_default = PgTrue(row[6]);
    column.identity_always = PgChar(row[8]) == 'a';
    column.generated = PgChar(row[7]) != '\0';
    column.comment = row[9].value_or("");
    column.type.loose_collation = PgTrue(row[10]);
    column.type.bare = row[11].value_or("");
    table.columns.push_back(std::move(column));
  }
  return table;
}

Result<std::string> PgCatalog::SchemaFor(const TableName& name) {
  if (name.parts.size() > 1) return PgFold(name.parts[name.parts.size() - 2]);
  AIETL_ASSIGN(const auto schema, connection_.Scalar("SELECT current_schema()"));
  if (schema) return *schema;
  return Fail(Error(Code::kNotFound, "unknown_schema",
                    Msg("no schema of the search path of {} exists", connection_.place()))
                  .Hint(Msg("name one: table: public.{}", name.table())));
}

Result<bool> PgCatalog::SchemaExists(const std::string& schema) {
  AIETL_ASSIGN(
      const int64_t count,
      connection_.Number("SELECT count(*) FROM pg_namespace WHERE nspname = " + QuoteText(schema)));
  return count > 0;
}

Result<bool> PgCatalog::Exists(const std::string& schema, const std::string& table) {
  AIETL_ASSIGN(const int64_t count,
               connection_.Number(
                   "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                   " WHERE n.nspname = " +
                   QuoteText(schema) + " AND c.relname = " + QuoteText(table)));
  return count > 0;
}

Result<std::vector<PgLeaf>> PgCatalog::Leaves(const PgRelation& relation) {
  std::vector<PgLeaf> leaves;
  const bool plain = (relation.kind == 'r' || relation.kind == 'm') && !relation.children;
  if (plain) {
    // Without the right to the whole table there is no ctid.
    if (relation.readable) leaves.push_back({relation.Sql(), relation.pages, true, true});
    return leaves;
  }
  if (relation.kind != 'p' && relation.kind != 'r') return leaves;
  AIETL_ASSIGN(
      const PgRows rows,
      connection_.Fetch(
          std::string("WITH RECURSIVE tree(oid) AS (SELECT ") + relation.oid +
          "::oid UNION SELECT i.inhrelid FROM tree JOIN pg_inherits i ON i.inhparent = tree.oid)"
          " SELECT " +
          kRelationColumns +
          " FROM tree JOIN pg_class c ON c.oid = tree.oid JOIN pg_namespace n ON n.oid = "
          "c.relnamespace ORDER BY c.oid"));
  for (const PgRow& row : rows) {
    const PgRelation leaf = RelationFrom(row);
    // Rights and row security of the parent do not count where a leaf is read by itself.
    if (!leaf.readable || leaf.row_security) return std::vector<PgLeaf>();
    if (leaf.kind == 'p') continue;
    leaves.push_back({leaf.Sql(), leaf.pages, leaf.kind == 'r', leaf.kind == 'r'});
  }
  return leaves;
}

Result<bool> PgCatalog::HasUniqueIndex(const PgRelation& relation,
                                       const std::vector<std::string>& key) {
  std::string names;
  for (const std::string& name : key)
    names += (names.empty() ? "" : ", ") + QuoteText(name);
  AIETL_ASSIGN(
      const int64_t count,
      connection_.Number("SELECT count(*) FROM pg_index i WHERE i.indrelid = " + relation.oid +
                         " AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indpred IS "
                         "NULL AND i.indexprs IS NULL AND"
                         " (SELECT array_agg(a.attname::text ORDER BY a.attname::text) FROM "
                         "unnest(i.indkey[0:i.indnkeyatts - 1]) k"
                         " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k)"
                         " = (SELECT array_agg(n ORDER BY n) FROM unnest(ARRAY[" +
                         names + "]::text[]) n)"));
  return count > 0;
}

}  // namespace aietl::connectors
