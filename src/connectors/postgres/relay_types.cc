// Whether types that two servers call by one name are the same, and in which form of COPY their
// values can go over.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "connectors/postgres/relay.h"

namespace aietl::connectors {
namespace {

using data::QuoteText;

// A type with all that it is made of, one row each. {} stands for numbers of types. What the server
// brings itself is the same everywhere; of the rest the parts are compared by their names.
constexpr const char* kMadeOf = R"(
WITH RECURSIVE made(oid) AS (
  SELECT unnest(ARRAY[{}]::oid[])
  UNION SELECT part.oid FROM made JOIN pg_type t ON t.oid = made.oid CROSS JOIN LATERAL (
    SELECT t.typelem AS oid WHERE t.typelem <> 0
    UNION ALL SELECT t.typbasetype WHERE t.typbasetype <> 0
    UNION ALL SELECT a.atttypid FROM pg_attribute a WHERE t.typrelid <> 0 AND a.attrelid = t.typrelid
      AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL SELECT r.rngsubtype FROM pg_range r WHERE r.rngtypid = t.oid
    UNION ALL SELECT r.rngtypid FROM pg_range r WHERE r.rngmultitypid = t.oid) part),
known AS (SELECT t.*, quote_ident(n.nspname) || '.' || quote_ident(t.typname) AS called, n.nspname = 'pg_catalog' AS builtin
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace)
SELECT k.called, k.builtin, k.typname, k.typsend <> 0 AND k.typreceive <> 0,
  k.typtype::text || coalesce(CASE k.typtype
    WHEN 'c' THEN (SELECT string_agg(quote_ident(a.attname) || ' ' || p.called || ' ' || a.atttypmod, ', ' ORDER BY a.attnum)
      FROM pg_attribute a JOIN known p ON p.oid = a.atttypid WHERE a.attrelid = k.typrelid AND a.attnum > 0 AND NOT a.attisdropped)
    WHEN 'd' THEN (SELECT p.called || ' ' || k.typtypmod FROM known p WHERE p.oid = k.typbasetype)
    WHEN 'r' THEN (SELECT p.called || ' ' || r.rngcanonical::regproc FROM pg_range r JOIN known p ON p.oid = r.rngsubtype
      WHERE r.rngtypid = k.oid) END, '')
FROM made JOIN known k USING (oid) ORDER BY k.called)";

struct PgMadeOf {
  std::set<std::string> own;  // "public.mood e": of types that are not the server's
  bool money = false;
  bool numbered = false;  // regclass and its like: numbers that mean something in one database only
  bool binary = true;     // all of them can travel so
};

Result<PgMadeOf> MadeOf(PgConnection& connection, const std::vector<std::string>& oids) {
  std::string list;
  for (const std::string& oid : oids)
    list += (list.empty() ? "" : ", ") + oid;
  AIETL_ASSIGN(const PgRows rows, connection.Fetch(PgFilled(kMadeOf, list)));
  PgMadeOf made;
  for (const PgRow& row : rows) {
    const std::string called = row[0].value_or(""), name = row[2].value_or("");
    if (row[1] != "t") {
      made.own.insert(called + " " + row[4].value_or(""));
    } else {
      made.money = made.money || name == "money";
      made.numbered = made.numbered || name.starts_with("reg");
    }
    // 15.18 and its like refuse the empty tsquery that they sent themselves ("operand not found").
    made.binary = made.binary && row[3] == "t" && name != "tsquery";
  }
  return made;
}

// What tells a user's view of one database of one running server from all others.
Result<std::string> IdentityOf(PgConnection& connection) {
  AIETL_ASSIGN(
      const auto text,
      connection.Scalar("SELECT (SELECT system_identifier FROM pg_control_system()) || '.'"
                        " || oid || '.' || pg_postmaster_start_time() || '.' || current_user FROM"
                        " pg_database WHERE datname = current_database()"));
  return text.value_or("");
}

// What is stored for one unit of money depends on the server's locale.
Result<std::string> MoneyOf(PgConnection& connection) {
  AIETL_ASSIGN(const auto text,
               connection.Scalar("SELECT encode(cash_send(1::numeric::money), 'hex')"));
  return text.value_or("");
}

struct PgColumnType {
  std::string oid, called, send;
  bool builtin = false;
};

Result<std::map<std::string, PgColumnType>> ColumnTypes(PgConnection& source,
                                                        const PgTable& table) {
  AIETL_ASSIGN(
      const PgRows rows,
      source.Fetch("SELECT a.attname, t.oid, quote_ident(n.nspname) || '.' || "
                   "quote_ident(t.typname), n.nspname = 'pg_catalog', p.proname"
                   " FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid JOIN pg_namespace n "
                   "ON n.oid = t.typnamespace LEFT JOIN pg_proc p ON p.oid = t.typsend"
                   " WHERE a.attrelid = " +
                   table.relation.oid + " AND a.attnum > 0 AND NOT a.attisdropped"));
  std::map<std::string, PgColumnType> types;
  for (const PgRow& row : rows)
    types[row[0].value_or("")] = {row[1].value_or(""), row[2].value_or(""), row[4].value_or(""),
                                  row[3] == "t"};
  return types;
}

// Types whose equality is that of what is stored.
bool EqualIsSame(const std::string& name) {
  static const std::set<std::string> kNames = {
      "bool",      "int2", "int4",  "int8",        "oid",  "date", "time",
      "timestamp", "uuid", "bytea", "timestamptz", "text", "name", "varchar"};
  return kNames.contains(name);
}

std::string ExactPattern(const PgColumnType& type, const PgType& known) {
  if (!type.builtin) return "{}::text";
  if (known.element == 0 && EqualIsSame(known.name))
    return known.loose_collation ? "{} COLLATE \"C\"" : "{}";
  return type.send.empty() ? "{}::text" : "pg_catalog." + type.send + "({})";
}

// As a table of another server names the type: with its schema, and with what format_type puts in
// brackets.
std::string DeclaredAs(const PgColumnType& type, const PgType& known) {
  if (type.builtin) return known.shown;
  const bool limited = known.shown.starts_with(known.bare);
  return type.called + (limited ? known.shown.substr(known.bare.size()) : "");
}

// The numbers that the target's server has for types of these names; one that it lacks is named.
Result<std::vector<std::string>> SameNames(PgConnection& target,
                                           const std::vector<std::string>& names,
                                           std::string* lacking) {
  std::vector<std::string> oids;
  for (const std::string& name : names) {
    AIETL_ASSIGN(const auto oid, target.Scalar("SELECT to_regtype(" + QuoteText(name) + ")::oid"));
    if (!oid) {
      *lacking = name;
      return oids;
    }
    oids.push_back(*oid);
  }
  return oids;
}

}  // namespace

Result<bool> SamePgDatabase(PgConnection& a, PgConnection& b) {
  AIETL_ASSIGN(const std::string one, IdentityOf(a));
  AIETL_ASSIGN(const std::string other, IdentityOf(b));
  return !one.empty() && one == other;
}

Result<PgRelayTypes> CompareRelayTypes(PgConnection& source, PgConnection& target,
                                       const PgTable& table,
                                       const std::vector<PgReadColumn>& columns) {
  PgRelayTypes out;
  using Types = std::map<std::string, PgColumnType>;
  AIETL_ASSIGN(const Types types, ColumnTypes(source, table));
  std::vector<std::string> oids, own;
  for (const PgReadColumn& column : columns) {
    const auto found = types.find(column.name);
    const PgColumn* known = table.Find(column.name);
    if (found == types.end() || known == nullptr) {
      out.why_not = Msg("the columns of {} changed just now", table.relation.name);
      return out;
    }
    oids.push_back(found->second.oid);
    if (!found->second.builtin) own.push_back(found->second.called);
    out.columns.push_back({known->type, DeclaredAs(found->second, known->type)});
    out.exact.push_back(ExactPattern(found->second, known->type));
  }
  AIETL_ASSIGN(const PgMadeOf here, MadeOf(source, oids));
  AIETL_ASSIGN(out.one_database, SamePgDatabase(source, target));
  if (!here.binary || (!out.one_database && (!own.empty() || here.numbered)))
    out.format = PgCopyFormat::kText;
  if (out.one_database) return out;
  if (here.money) {
    AIETL_ASSIGN(const std::string paid, MoneyOf(source));
    AIETL_ASSIGN(const std::string got, MoneyOf(target));
    if (paid != got) out.why_not = Tr("money means different amounts to the two servers");
  }
  if (own.empty() || !out.why_not.empty()) return out;
  std::string lacking;
  AIETL_ASSIGN(const std::vector<std::string> there_oids, SameNames(target, own, &lacking));
  if (!lacking.empty()) {
    out.why_not = Msg("there is no type {} in {}", lacking, target.place());
    return out;
  }
  AIETL_ASSIGN(const PgMadeOf there, MadeOf(target, there_oids));
  for (const std::string& one : here.own) {
    if (there.own.contains(one)) continue;
    out.why_not = Msg("type {} is another one in {}", one.substr(0, one.find(' ')), target.place());
    break;
  }
  return out;
}

}  // namespace aietl::connectors
