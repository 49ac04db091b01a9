// What an existing target has on it, and what that allows.
#include <charconv>

#include "base/text.h"
#include "connectors/postgres/catalog.h"

namespace aietl::connectors {
namespace {

// (kind, text) of everything that a table made anew under the same name would lack. {} is the
// table's number.
constexpr const char* kDress = R"(
SELECT 'constraint', conname::text FROM pg_constraint WHERE conrelid = {}
UNION ALL SELECT 'index', c.relname::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE i.indrelid = {} AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid AND conrelid = {})
UNION ALL SELECT 'trigger', tgname::text FROM pg_trigger WHERE tgrelid = {} AND NOT tgisinternal
UNION ALL SELECT 'rule', rulename::text FROM pg_rewrite WHERE ev_class = {}
UNION ALL SELECT 'policy', polname::text FROM pg_policy WHERE polrelid = {}
UNION ALL SELECT 'view', v.oid::regclass::text FROM (SELECT DISTINCT r.ev_class AS oid FROM pg_depend d
  JOIN pg_rewrite r ON r.oid = d.objid WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass
  AND d.refobjid = {} AND r.ev_class <> {}) v
UNION ALL SELECT 'function', d.objid::regprocedure::text FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
  AND d.refclassid = 'pg_class'::regclass AND d.refobjid = {}
UNION ALL SELECT 'type', d.objid::regtype::text FROM pg_depend d JOIN pg_type t ON t.oid = {type}
  WHERE d.classid = 'pg_type'::regclass AND d.refclassid = 'pg_type'::regclass AND d.refobjid = t.oid AND d.deptype = 'n'
UNION ALL SELECT 'grants', '' FROM pg_class WHERE oid = {} AND relacl IS NOT NULL
UNION ALL SELECT 'grants', attname::text FROM pg_attribute WHERE attrelid = {} AND attacl IS NOT NULL AND NOT attisdropped
UNION ALL SELECT 'comment', '' FROM pg_description WHERE objoid = {} AND classoid = 'pg_class'::regclass
UNION ALL SELECT 'default', attname::text FROM pg_attribute WHERE attrelid = {} AND attnum > 0 AND NOT attisdropped
  AND (atthasdef OR attidentity <> '')
UNION ALL SELECT 'not_null', attname::text FROM pg_attribute WHERE attrelid = {} AND attnum > 0 AND NOT attisdropped AND attnotnull
UNION ALL SELECT 'referred', conrelid::regclass::text || ' (' || conname || ')' FROM pg_constraint
  WHERE confrelid = {} AND conrelid <> {} AND conparentid = 0
UNION ALL SELECT 'partition', inhparent::regclass::text FROM pg_inherits WHERE inhrelid = {}
UNION ALL SELECT 'partitions', '' FROM pg_class WHERE oid = {} AND (relkind = 'p' OR relhassubclass)
UNION ALL SELECT 'publication', p.pubname::text FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid WHERE r.prrelid = {}
UNION ALL SELECT 'statistics', stxname::text FROM pg_statistic_ext WHERE stxrelid = {}
UNION ALL SELECT 'owner', pg_get_userbyid(relowner)::text FROM pg_class WHERE oid = {} AND pg_get_userbyid(relowner) <> current_user
UNION ALL SELECT 'storage', '' FROM pg_class WHERE oid = {} AND (reloptions IS NOT NULL OR reltablespace <> 0 OR reloftype <> 0
  OR relpersistence <> 'p' OR relreplident <> 'd' OR relrowsecurity)
UNION ALL SELECT 'label', provider FROM pg_seclabel WHERE objoid = {} AND classoid = 'pg_class'::regclass)";

std::string DressText(const std::string& kind, const std::string& name) {
  if (kind == "constraint") return Msg("constraint {}", name);
  if (kind == "index") return Msg("index {}", name);
  if (kind == "trigger") return Msg("trigger {}", name);
  if (kind == "rule") return Msg("rule {}", name);
  if (kind == "policy") return Msg("policy {}", name);
  if (kind == "view") return Msg("view {}", name);
  if (kind == "function") return Msg("function {}", name);
  if (kind == "type") return Msg("type {}", name);
  if (kind == "grants") return name.empty() ? std::string(Tr("grants")) : Msg("grants on {}", name);
  if (kind == "comment") return Tr("comments");
  if (kind == "default") return Msg("default of {}", name);
  if (kind == "not_null") return Msg("NOT NULL of {}", name);
  if (kind == "referred") return Msg("reference from {}", name);
  if (kind == "partition") return Msg("membership in {}", name);
  if (kind == "partitions") return Tr("partitions");
  if (kind == "publication") return Msg("publication {}", name);
  if (kind == "statistics") return Msg("statistics {}", name);
  if (kind == "owner") return Msg("owner {}", name);
  if (kind == "label") return Tr("security labels");
  return Tr("storage settings");
}

std::string Filled(std::string pattern, const std::string& hole, const std::string& text) {
  for (size_t at = pattern.find(hole); at != std::string::npos;
       at = pattern.find(hole, at + text.size()))
    pattern.replace(at, hole.size(), text);
  return pattern;
}

}  // namespace

Result<TableShape> PgCatalog::Shape(const PgTable& table, const data::Schema& batch) {
  const PgRelation& relation = table.relation;
  TableShape shape;
  shape.exists = true;
  shape.view = relation.kind == 'v' || relation.kind == 'm' || relation.kind == 'f';
  for (const PgColumn& column : table.columns) {
    const int index = batch.Find(column.name);
    const data::Type type =
        index >= 0 ? PgTargetType(column.type, batch.columns[static_cast<size_t>(index)].type)
                   : ReadOf(column.type).type;
    shape.columns.push_back(
        {{column.name, type, column.nullable}, column.has_default, column.generated});
  }
  if (shape.view) return shape;
  AIETL_ASSIGN(
      const auto rows,
      connection_.Scalar("SELECT CASE WHEN count(*) FILTER (WHERE c.reltuples < 0 AND "
                         "pg_relation_size(c.oid) > 0) > 0 THEN NULL"
                         " ELSE sum(greatest(c.reltuples, 0)) END FROM pg_class c WHERE c.relkind "
                         "IN ('r', 'm') AND (c.oid = " +
                         relation.oid + " OR c.oid IN (SELECT relid FROM pg_partition_tree(" +
                         relation.oid + ")))"));
  double number = 0;
  if (rows && std::from_chars(rows->data(), rows->data() + rows->size(), number).ec == std::errc())
    shape.rows = number;
  // Not analysed yet, or maybe changed since: whether it is empty decides about a warning, so that
  // is looked at.
  if (shape.rows.value_or(0) == 0) {
    AIETL_ASSIGN(const auto any,
                 connection_.Scalar("SELECT 1 FROM " + relation.Sql() + " LIMIT 1"));
    if (!any)
      shape.rows = 0;
    else
      shape.rows.reset();
    if (any && relation.pages < 2000) {
      AIETL_ASSIGN(const int64_t count,
                   connection_.Number("SELECT count(*) FROM " + relation.Sql()));
      shape.rows = static_cast<double>(count);
    }
  }
  const std::string sql =
      Filled(Filled(kDress, "{type}", "(SELECT reltype FROM pg_class WHERE oid = {})"), "{}",
             relation.oid);
  AIETL_ASSIGN(const PgRows dress, connection_.Fetch(sql));
  for (const PgRow& row : dress) {
    const std::string kind = row[0].value_or(""), name = row[1].value_or("");
    shape.dress.push_back(DressText(kind, name));
    if (kind == "referred") shape.blocks_replace.push_back(DressText(kind, name));
  }
  return shape;
}

}  // namespace aietl::connectors
