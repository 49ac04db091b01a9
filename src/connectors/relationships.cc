#include "connectors/relationships.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace aietl::connectors {
namespace {

// Below this share of known values a name alone does not make a relationship: real data have a few
// orphans, coincidence has many.
constexpr double kContained = 0.95;

// "customerId", "CustomerID", "customer_id" → "customer_id".
std::string SnakeCase(std::string_view name) {
  std::string snake;
  for (size_t i = 0; i < name.size(); ++i) {
    const bool upper = name[i] >= 'A' && name[i] <= 'Z';
    const bool after_lower = i > 0 && ((name[i - 1] >= 'a' && name[i - 1] <= 'z') ||
                                       (name[i - 1] >= '0' && name[i - 1] <= '9'));
    if (upper && after_lower) snake += '_';
    snake += name[i] == ' ' || name[i] == '-' ? '_' : name[i];
  }
  return LowerUtf8(snake);
}

// The name in front of an id ("customer" of customer_id); empty when the column is no reference by
// name.
std::string ReferenceBase(const std::string& snake) {
  for (const std::string_view ending : {"_id", "_key", "_code", "_uuid", "_fk", "_no"}) {
    if (snake.size() > ending.size() && snake.ends_with(ending))
      return snake.substr(0, snake.size() - ending.size());
  }
  if (snake.size() > 4 && snake.ends_with("id")) return snake.substr(0, snake.size() - 2);
  // Elsewhere the id comes first: номер_заказа, id_klienta.
  for (const std::string_view beginning :
       {"id_", "код_", "номер_", "ид_", "kod_", "nomer_", "артикул_"}) {
    if (snake.size() > beginning.size() && snake.starts_with(beginning))
      return snake.substr(beginning.size());
  }
  return "";
}

// Columns that may identify a row where they hold no value twice, by the last word of their name.
bool NamesIdentifier(const std::string& snake) {
  static constexpr std::array<std::string_view, 20> kIdentifiers{
      "id",   "key", "code", "uuid", "guid",    "no",   "number", "sku",   "inn", "vin",
      "isbn", "ean", "upc",  "iata", "barcode", "slug", "login",  "номер", "код", "артикул"};
  const size_t cut = snake.rfind('_');
  const std::string_view last =
      cut == std::string::npos ? std::string_view(snake) : std::string_view(snake).substr(cut + 1);
  return std::find(kIdentifiers.begin(), kIdentifiers.end(), last) != kIdentifiers.end() ||
         !ReferenceBase(snake).empty();
}

bool NamesTitle(const std::string& snake) {
  return snake == "name" || snake == "title" || snake == "название" || snake == "имя";
}

bool IsGeneric(const std::string& snake) {
  static constexpr std::array<std::string_view, 12> kGeneric{"id",   "key",    "code",   "name",
                                                             "uuid", "no",     "number", "date",
                                                             "type", "status", "value",  "title"};
  return std::find(kGeneric.begin(), kGeneric.end(), snake) != kGeneric.end();
}

// Whether `base` names rows of the relation: customer, customers; also endings of other languages
// (zakaz: zakazy, заказ: заказы).
bool NamesRowsOf(const std::string& base, const std::string& relation) {
  if (base == relation || base == SingularOf(relation)) return true;
  const size_t letters = Utf8Length(base);
  if (letters >= 4 && relation.starts_with(base) && Utf8Length(relation) - letters <= 2)
    return true;
  // Both are inflected: заказа, заказы.
  constexpr size_t kLetter = 2, kFewest = 4;  // bytes of a Cyrillic letter; letters
  const bool cyrillic = base.size() == letters * kLetter;
  return cyrillic && letters > kFewest &&
         relation.starts_with(base.substr(0, base.size() - kLetter)) &&
         Utf8Length(relation) <= letters + 1;
}

// What every column of a table begins with ("cl_" of cl_id, cl_amount, cl_policy), unless it is
// what its rows are called (customer_id, customer_name: customers).
std::string CommonPrefix(const TableInfo& table, const std::string& relation) {
  constexpr size_t kFewest = 3;
  if (table.columns.size() < kFewest) return "";
  const std::string first = SnakeCase(table.columns.front().name);
  const std::string prefix = first.substr(0, first.find('_') + 1);
  if (prefix.empty() || NamesRowsOf(prefix.substr(0, prefix.size() - 1), relation)) return "";
  const bool all = std::all_of(table.columns.begin(), table.columns.end(), [&](const auto& column) {
    const std::string snake = SnakeCase(column.name);
    return snake.size() > prefix.size() && snake.starts_with(prefix);
  });
  return all ? prefix : "";
}

// Roles that people play in other tables' rows, and what tables of people are called.
bool NamesRole(std::string_view base) {
  static constexpr std::array<std::string_view, 44> kRoles{
      "driver",     "seller",   "salesperson", "sales_rep", "rep",        "manager",
      "owner",      "author",   "editor",      "courier",   "operator",   "assignee",
      "reporter",   "reviewer", "approver",    "creator",   "teacher",    "trainer",
      "instructor", "doctor",   "nurse",       "mechanic",  "technician", "cashier",
      "waiter",     "cook",     "agent",       "inspector", "foreman",    "supervisor",
      "boss",       "head",     "lead",        "mentor",    "engineer",   "officer",
      "clerk",      "picker",   "packer",      "guide",     "coach",      "responsible",
      "performer",  "executor"};
  if (const size_t cut = base.rfind('_'); cut != std::string_view::npos) {
    if (NamesRole(base.substr(cut + 1))) return true;
  }
  return std::find(kRoles.begin(), kRoles.end(), base) != kRoles.end();
}

bool NamesPeople(const std::string& relation) {
  static constexpr std::array<std::string_view, 16> kPeople{
      "worker", "employee", "staff",  "user",      "person",    "people",  "personnel", "member",
      "crew",   "team",     "player", "colleague", "personell", "contact", "human",     "emp"};
  return std::find(kPeople.begin(), kPeople.end(), relation) != kPeople.end() ||
         std::find(kPeople.begin(), kPeople.end(), SingularOf(relation)) != kPeople.end();
}

// Texts that identify: most hold a digit, as PL-10013 does and Riverside does not.
bool HoldsCodes(const ColumnInfo& column) {
  constexpr size_t kFewest = 5;
  const auto coded =
      std::count_if(column.samples.begin(), column.samples.end(), [](const std::string& value) {
        return value.find_first_of("0123456789") != std::string::npos && value.size() >= 3;
      });
  return column.samples.size() >= kFewest &&
         static_cast<size_t>(coded) * 10 >= column.samples.size() * 9;
}

enum class Kind { kNone, kNumber, kText };
Kind KindOf(const data::Type& type) {
  using data::TypeId;
  if (type.IsInteger() || (type.id == TypeId::kDecimal && type.scale == 0)) return Kind::kNumber;
  return type.IsText() || type.id == TypeId::kUuid ? Kind::kText : Kind::kNone;
}

const ColumnInfo* FindIn(const TableInfo& table, const std::string& name) {
  for (const ColumnInfo& column : table.columns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

struct Candidate {
  const TableInfo* parent = nullptr;
  std::string key;
  int rank = 0;              // smaller is better
  bool needs_proof = false;  // names alone are too weak
  double contained = -1;
};

class Inference {
 public:
  Inference(std::vector<TableInfo>* tables, const RelationshipProbe& probe)
      : tables_(*tables), probe_(probe) {
    for (const TableInfo& table : tables_) {
      relations_.push_back(SnakeCase(RelationName(table.name)));
      prefixes_.push_back(CommonPrefix(table, relations_.back()));
      keys_.push_back(KeysOf(table, relations_.back(), prefixes_.back()));
    }
  }

  void Run() {
    std::vector<std::vector<ForeignKey>> found(tables_.size());
    for (size_t child = 0; child < tables_.size(); ++child) {
      for (const ColumnInfo& column : tables_[child].columns)
        InferColumn(child, column, &found[child]);
      InferComposite(child, &found[child]);
    }
    for (size_t child = 0; child < tables_.size(); ++child) {
      for (ForeignKey& key : found[child])
        tables_[child].foreign_keys.push_back(std::move(key));
    }
  }

 private:
  // Single columns that identify a row: declared; named like an identifier of the table and without
  // a value twice; or named like any identifier or title and known to have no value twice.
  std::vector<std::string> KeysOf(const TableInfo& table, const std::string& relation,
                                  const std::string& prefix) const {
    std::vector<std::string> keys;
    if (table.primary_key.size() == 1) keys.push_back(table.primary_key.front());
    for (const auto& unique : table.unique_keys) {
      if (unique.size() == 1 && std::find(keys.begin(), keys.end(), unique.front()) == keys.end())
        keys.push_back(unique.front());
    }
    for (const ColumnInfo& column : table.columns) {
      const std::string snake = SnakeCase(column.name).substr(prefix.size());
      const bool own = table.primary_key.empty() &&
                       (snake == "id" || NamesRowsOf(ReferenceBase(snake), relation));
      if ((!own && !NamesIdentifier(snake) && !NamesTitle(snake)) ||
          std::find(keys.begin(), keys.end(), column.name) != keys.end())
        continue;
      if (IsUnique(table, column).value_or(own)) keys.push_back(column.name);
    }
    return keys;
  }

  // nullopt: nobody has looked.
  std::optional<bool> IsUnique(const TableInfo& table, const ColumnInfo& column) const {
    if (probe_.unique) {
      if (const auto unique = probe_.unique(table, column.name)) return *unique;
    }
    const double looked_at =
        table.sampled_rows > 0 ? static_cast<double>(table.sampled_rows) : table.rows.value_or(0);
    if (!column.distinct || looked_at <= 0) return std::nullopt;
    // Estimates of the number of distinct values err by a few percent.
    return static_cast<double>(*column.distinct) >=
           0.95 * looked_at * (1 - column.null_fraction.value_or(0));
  }

  bool HasDeclared(const TableInfo& table, const std::string& column) const {
    return std::any_of(
        table.foreign_keys.begin(), table.foreign_keys.end(), [&](const ForeignKey& key) {
          return std::find(key.columns.begin(), key.columns.end(), column) != key.columns.end();
        });
  }

  // How well `column` of a child names `key` of a parent; rank 0: not at all.
  Candidate Match(const std::string& column, const std::string& key, const std::string& relation,
                  bool same_table) const {
    Candidate candidate;
    const std::string base = ReferenceBase(column);
    if (same_table) {
      if (base == "parent" || base == "parent_" + SingularOf(relation))
        candidate = {nullptr, {}, 4, true};
      return candidate;
    }
    const bool own_key = key == "id" || NamesRowsOf(ReferenceBase(key), relation);
    const bool title = NamesTitle(key);
    if (column == key && !IsGeneric(column)) return {nullptr, {}, 1, false};
    // The table's name and the key's: product_sku, from_warehouse_code.
    if (column.size() > key.size() + 1 && column.ends_with("_" + key)) {
      const std::string whose = column.substr(0, column.size() - key.size() - 1);
      if (NamesRowsOf(whose, relation)) return {nullptr, {}, title ? 6 : 2, title};
      for (size_t cut = whose.find('_'); cut != std::string::npos; cut = whose.find('_', cut + 1)) {
        if (NamesRowsOf(whose.substr(cut + 1), relation))
          return {nullptr, {}, title ? 6 : 3, title};
      }
    }
    // The same thing in another language or by another word: курьер_id, couriers.courier_id.
    if (own_key && probe_.means && !base.empty() && !NamesRowsOf(base, relation) &&
        probe_.means(base, relation))
      return {nullptr, {}, 4, true};
    if (base.empty()) {
      if (NamesRowsOf(column, relation)) return {nullptr, {}, own_key ? 5 : 6, true};
      return candidate;
    }
    if (!own_key) return candidate;
    if (NamesRowsOf(base, relation)) return {nullptr, {}, 2, false};
    // A role in front of the name: ship_customer_id.
    for (size_t cut = base.find('_'); cut != std::string::npos; cut = base.find('_', cut + 1)) {
      if (NamesRowsOf(base.substr(cut + 1), relation)) return {nullptr, {}, 3, false};
    }
    return candidate;
  }

  void InferColumn(size_t child, const ColumnInfo& column, std::vector<ForeignKey>* found) const {
    const TableInfo& table = tables_[child];
    if (HasDeclared(table, column.name) || KindOf(column.type) == Kind::kNone) return;
    const std::string snake = Snake(child, column.name);
    std::optional<Candidate> best;
    for (size_t parent = 0; parent < tables_.size(); ++parent) {
      for (const std::string& key : keys_[parent]) {
        const ColumnInfo* referenced = FindIn(tables_[parent], key);
        if (referenced == nullptr || referenced == &column ||
            KindOf(referenced->type) != KindOf(column.type))
          continue;
        Candidate candidate = Match(snake, Snake(parent, key), relations_[parent], parent == child);
        if (candidate.rank == 0) continue;
        candidate.parent = &tables_[parent];
        candidate.key = key;
        if (!Proved(table, column.name, &candidate)) continue;
        if (!best || std::pair(candidate.rank, -candidate.contained) <
                         std::pair(best->rank, -best->contained))
          best = candidate;
      }
    }
    if (!best && probe_.by_values) best = ByValues(child, column, snake);
    // A key of the same name on both sides is one relationship, from the table that the name does
    // not describe.
    if (!best || (best->rank == 1 && OwnsName(child, snake))) return;
    found->push_back({{column.name}, best->parent->name, {best->key}, true});
  }

  // The one table whose key holds every value of the column, where the values are codes or the name
  // is a role of people. Nothing where there are several.
  std::optional<Candidate> ByValues(size_t child, const ColumnInfo& column,
                                    const std::string& snake) const {
    const std::string base = ReferenceBase(snake);
    const bool role = NamesRole(base.empty() ? snake : base);
    const bool codes = KindOf(column.type) == Kind::kText && HoldsCodes(column);
    const std::vector<std::string>& own = keys_[child];
    if ((!role && !codes) || std::find(own.begin(), own.end(), column.name) != own.end())
      return std::nullopt;
    std::optional<Candidate> found;
    for (size_t parent = 0; parent < tables_.size(); ++parent) {
      if (parent == child || (!codes && !NamesPeople(relations_[parent]))) continue;
      for (const std::string& key : keys_[parent]) {
        const ColumnInfo* referenced = FindIn(tables_[parent], key);
        if (referenced == nullptr || KindOf(referenced->type) != KindOf(column.type) ||
            NamesTitle(Snake(parent, key)))
          continue;
        Candidate candidate{&tables_[parent], key, 7, true};
        if (!Proved(tables_[child], column.name, &candidate)) continue;
        if (found) return std::nullopt;
        found = candidate;
      }
    }
    return found;
  }

  // The name of a column without what all columns of its table begin with.
  std::string Snake(size_t table, const std::string& column) const {
    return SnakeCase(column).substr(prefixes_[table].size());
  }

  bool OwnsName(size_t child, const std::string& snake) const {
    if (!NamesRowsOf(ReferenceBase(snake), relations_[child])) return false;
    return std::any_of(keys_[child].begin(), keys_[child].end(),
                       [&](const std::string& key) { return Snake(child, key) == snake; });
  }

  bool Proved(const TableInfo& child, const std::string& column, Candidate* candidate) const {
    std::optional<double> share;
    if (probe_.contained)
      share = probe_.contained(child, column, *candidate->parent, candidate->key);
    if (share) candidate->contained = *share;
    return share ? *share >= kContained : !candidate->needs_proof;
  }

  // All columns of a composite primary key under the same names.
  void InferComposite(size_t child, std::vector<ForeignKey>* found) const {
    const TableInfo& table = tables_[child];
    for (const TableInfo& parent : tables_) {
      const auto& key = parent.primary_key;
      if (&parent == &table || key.size() < 2 || key == table.primary_key) continue;
      bool all = true;
      for (const std::string& name : key) {
        const ColumnInfo* own = FindIn(table, name);
        const ColumnInfo* referenced = FindIn(parent, name);
        Candidate candidate{&parent, name, 1, true};
        all = all && own != nullptr && referenced != nullptr &&
              KindOf(own->type) == KindOf(referenced->type) && KindOf(own->type) != Kind::kNone &&
              !HasDeclared(table, name) && Proved(table, name, &candidate);
      }
      if (all) found->push_back({key, parent.name, key, true});
    }
  }

  std::vector<TableInfo>& tables_;
  const RelationshipProbe& probe_;
  std::vector<std::string> relations_;          // per table: its name in snake case
  std::vector<std::string> prefixes_;           // per table: what all its columns begin with
  std::vector<std::vector<std::string>> keys_;  // per table: single columns that identify a row
};

}  // namespace

std::string SingularOf(std::string_view name) {
  static constexpr std::array<std::array<std::string_view, 2>, 6> kIrregular{
      {{"people", "person"},
       {"children", "child"},
       {"men", "man"},
       {"women", "woman"},
       {"addresses", "address"},
       {"statuses", "status"}}};
  for (const auto& [plural, singular] : kIrregular) {
    if (name.ends_with(plural))
      return std::string(name.substr(0, name.size() - plural.size())) + std::string(singular);
  }
  const auto without = [&](size_t letters) {
    return std::string(name.substr(0, name.size() - letters));
  };
  if (name.size() > 4 && name.ends_with("ies")) return without(3) + "y";
  for (const std::string_view ending : {"ches", "shes", "sses", "xes", "zes"}) {
    if (name.size() > 4 && name.ends_with(ending)) return without(2);
  }
  if (name.size() > 2 && name.ends_with('s') && !name.ends_with("ss") && !name.ends_with("us") &&
      !name.ends_with("is"))
    return without(1);
  return std::string(name);
}

std::string RelationName(std::string_view name) {
  if (const size_t slash = name.rfind('/'); slash != std::string_view::npos) {
    name.remove_prefix(slash + 1);
    name = name.substr(
        0, std::min(name.find('.', 1), name.size()));  // a file: all endings go (.csv.gz)
  } else if (const size_t dot = name.rfind('.'); dot != std::string_view::npos && dot > 0) {
    static constexpr std::array<std::string_view, 9> kEndings{
        ".csv", ".tsv", ".json", ".ndjson", ".jsonl", ".parquet", ".gz", ".zst", ".txt"};
    const std::string lower = LowerUtf8(name.substr(dot));
    if (std::find(kEndings.begin(), kEndings.end(), lower) != kEndings.end()) {
      name = name.substr(0, std::min(name.find('.', 1), name.size()));
    } else {
      name.remove_prefix(dot + 1);  // a schema
    }
  }
  std::string relation;
  for (const char c : name) {
    if (c != '"' && c != '*' && c != '?') relation += c;
  }
  // What numbers and dates stand behind says which part it is, not what a row is.
  while (!relation.empty() && (relation.back() == '_' || relation.back() == '-' ||
                               (relation.back() >= '0' && relation.back() <= '9')))
    relation.pop_back();
  const std::string lower = SnakeCase(relation);
  for (const std::string_view prefix :
       {"dim_", "fact_", "fct_", "tbl_", "stg_", "raw_", "ref_", "lookup_"}) {
    if (lower.size() > prefix.size() && lower.starts_with(prefix))
      return lower.substr(prefix.size());
  }
  return lower;
}

void InferRelationships(std::vector<TableInfo>* tables, const RelationshipProbe& probe) {
  Inference(tables, probe).Run();
}

}  // namespace aietl::connectors
