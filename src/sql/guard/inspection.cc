#include "sql/guard/inspection.h"

#include <algorithm>

#include "base/text.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

constexpr uint32_t kNoFrame = 0xffffffff;

// Names that are visible at a place: CTEs, and the relations of a FROM. Frames nest.
struct Frame {
  uint32_t parent = kNoFrame;
  std::vector<std::string> ctes;
  struct Relation {
    std::string alias;               // what columns are qualified with
    std::vector<std::string> parts;  // the table's own name
    int table = -1;                  // its number in Inspection::tables, -1: a subquery or function
  };
  std::vector<Relation> relations;
};

struct Visit {
  const Node* node;
  uint32_t frame;
};

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return lower;
}

bool IsOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<std::string> PartsOf(const Name& name) {
  std::vector<std::string> parts;
  for (const Ident& ident : name)
    parts.emplace_back(ident.text);
  return parts;
}

std::string Dotted(const std::vector<std::string>& parts) {
  std::string name;
  for (const std::string& part : parts)
    name += (name.empty() ? "" : ".") + part;
  return name;
}

// DuckDB reads files that a name looks like, quoted or not; Spark's format.`path`.
bool NamesFile(const Name& name, const Dialect& dialect) {
  const std::string full = Lower(Dotted(PartsOf(name)));
  if (dialect.id == DialectId::kDuckdb) {
    if (!name.empty() && name.back().quote == '\'') return true;
    if (full.find_first_of("/\\*?:") != std::string::npos) return true;
    for (const std::string_view suffix :
         {".csv", ".tsv",    ".parquet", ".json", ".jsonl",  ".ndjson", ".gz",  ".zst",
          ".db",  ".duckdb", ".sqlite",  ".xlsx", ".arrow",  ".arrows", ".txt", ".avro",
          ".shp", ".fgb",    ".geojson", ".gpkg", ".vortex", ".lance"}) {
      if (full.ends_with(suffix)) return true;
    }
    return false;
  }
  if (dialect.id == DialectId::kSpark && name.size() == 2 && name[1].quoted()) {
    return IsOneOf(Lower(name[0].text), {"parquet", "csv", "json", "orc", "text", "avro", "delta",
                                         "binaryfile", "iceberg", "xml", "jdbc", "kafka", "hudi"});
  }
  return false;
}

// Catalog relations that show secrets, files or large objects.
std::optional<FunctionClass> ClassOfTable(const Name& name, const Dialect& dialect) {
  if (name.empty()) return std::nullopt;
  const std::string last = Lower(name.back().text);
  const std::string schema = name.size() > 1 ? Lower(name[name.size() - 2].text) : std::string();
  if (dialect.id == DialectId::kPostgres && (schema.empty() || schema == "pg_catalog")) {
    if (IsOneOf(last, {"pg_authid", "pg_shadow", "pg_user_mapping", "pg_user_mappings",
                       "pg_subscription", "pg_settings", "pg_stat_activity"}))
      return FunctionClass::kSecret;
    if (IsOneOf(last,
                {"pg_file_settings", "pg_hba_file_rules", "pg_ident_file_mappings", "pg_config"}))
      return FunctionClass::kFile;
    if (IsOneOf(last, {"pg_largeobject", "pg_largeobject_metadata"}))
      return FunctionClass::kLargeObject;
  }
  if (dialect.id == DialectId::kMysql &&
      (schema == "mysql" || schema == "performance_schema" || schema == "sys"))
    return FunctionClass::kSecret;
  if (dialect.id == DialectId::kMysql && schema == "information_schema" &&
      IsOneOf(last, {"processlist", "user_privileges", "global_variables", "files",
                     "system_variables"})) {
    return FunctionClass::kSecret;
  }
  if (dialect.id == DialectId::kClickhouse && schema == "system" &&
      !IsOneOf(last, {"one", "numbers", "tables", "columns", "databases", "parts", "functions",
                      "zeros"})) {
    return FunctionClass::kSecret;
  }
  if (dialect.id == DialectId::kSqlite &&
      (last == "sqlite_dbpage" || last == "dbstat" || last == "fsdir" || last == "sqlite_stmt"))
    return FunctionClass::kSecret;
  return std::nullopt;
}

class Inspector {
 public:
  Inspector(const Dialect& dialect, const TableColumns& schema)
      : dialect_(dialect), schema_(schema) {}

  Inspection Run(const Statement& statement) {
    out_.effect = EffectOf(statement);
    Push(&statement, NewFrame(kNoFrame));
    while (!stack_.empty()) {
      const Visit visit = stack_.back();
      stack_.pop_back();
      Enter(*visit.node, visit.frame);
    }
    for (const auto& [ref, frame] : columns_)
      Attribute(*ref, frame);
    std::stable_sort(
        out_.findings.begin(), out_.findings.end(),
        [](const GuardFinding& a, const GuardFinding& b) { return a.node->begin < b.node->begin; });
    return std::move(out_);
  }

 private:
  uint32_t NewFrame(uint32_t parent) {
    frames_.push_back({});
    frames_.back().parent = parent;
    return static_cast<uint32_t>(frames_.size() - 1);
  }
  void Push(const Node* node, uint32_t frame) {
    if (node) stack_.push_back({node, frame});
  }
  void PushChildren(const Node& node, uint32_t frame) {
    ForEachChild(node, [&](const Node& child) { Push(&child, frame); });
  }

  void Find(FunctionClass type, std::string message, const Node& node, std::string object,
            std::string code = {}) {
    GuardFinding finding;
    finding.code = code.empty() ? std::string(FunctionClassName(type)) : std::move(code);
    finding.message = std::move(message);
    finding.node = &node;
    finding.object = std::move(object);
    finding.function = type;
    out_.findings.push_back(std::move(finding));
    if (type != FunctionClass::kPure && type != FunctionClass::kCatalog &&
        type != FunctionClass::kUnknown) {
      const bool writes = type == FunctionClass::kSequence || type == FunctionClass::kLargeObject ||
                          type == FunctionClass::kWrite;
      out_.effect = std::max(out_.effect, writes ? Effect::kWrite : Effect::kAdmin);
    }
  }
  void FindEffect(Effect effect, std::string code, std::string message, const Node& node) {
    GuardFinding finding;
    finding.code = std::move(code);
    finding.message = std::move(message);
    finding.node = &node;
    finding.effect = effect;
    out_.findings.push_back(std::move(finding));
    out_.effect = std::max(out_.effect, effect);
  }

  void Enter(const Node& node, uint32_t frame) {
    switch (node.kind) {
      case NodeKind::kQuery: return EnterQuery(*As<Query>(&node), frame);
      case NodeKind::kSelect: return EnterSelect(*As<Select>(&node), frame);
      case NodeKind::kTableName: return EnterTable(*As<TableName>(&node), frame);
      case NodeKind::kTableFunction: return EnterTableFunction(*As<TableFunction>(&node), frame);
      case NodeKind::kCall: return EnterCall(*As<Call>(&node), frame, false);
      case NodeKind::kColumnRef: return EnterColumn(*As<ColumnRef>(&node), frame);
      case NodeKind::kStar: {
        const Star& star = *As<Star>(&node);
        AttributeStar(star, frame);
        return PushChildren(node, frame);
      }
      case NodeKind::kParameter: return EnterParameter(*As<Parameter>(&node));
      case NodeKind::kBinary:
        if (As<Binary>(&node)->op == Op::kAssign)
          Find(FunctionClass::kSetting, Tr("a variable is assigned"), node, {});
        return PushChildren(node, frame);
      case NodeKind::kExplain: return Push(As<Explain>(&node)->statement, frame);
      case NodeKind::kOtherStatement: return EnterOther(*As<OtherStatement>(&node), frame);
      default:
        if (IsStatement(node.kind))
          return EnterStatement(static_cast<const Statement&>(node), frame);
        return PushChildren(node, frame);
    }
  }

  void EnterWith(const With& with, uint32_t frame, uint32_t own) {
    for (const Cte* cte : with.ctes) {
      const std::string name = Lower(cte->name.text);
      // Each sees the ones before it; itself only where it may be recursive.
      const uint32_t inner = NewFrame(frame);
      frames_[inner].ctes = frames_[own].ctes;
      if (with.recursive) {
        for (const Cte* other : with.ctes)
          frames_[inner].ctes.push_back(Lower(other->name.text));
      }
      if (cte->statement) {
        const Effect effect = EffectOf(*cte->statement);
        if (effect != Effect::kRead)
          FindEffect(effect, std::string(EffectName(effect)), Tr("a WITH part changes data"),
                     *cte->statement);
        Push(cte->statement, inner);
      }
      Push(cte->query, inner);
      Push(cte->expr, inner);
      Push(cte->cycle_to, inner);
      Push(cte->cycle_default, inner);
      frames_[own].ctes.push_back(name);
    }
  }

  void EnterQuery(const Query& query, uint32_t frame) {
    const uint32_t own = NewFrame(frame);
    if (query.with) EnterWith(*query.with, frame, own);
    for (const LockClause* lock : query.locks)
      Find(FunctionClass::kLock, Tr("rows are locked"), *lock, {});
    if (query.outfile)
      Find(FunctionClass::kFile, Tr("the result is written to a file"), *query.outfile, {});
    if (query.into)
      FindEffect(Effect::kWrite, "write", Tr("SELECT … INTO makes a table"), *query.into);
    for (const Expr* target : query.into_targets)
      Find(FunctionClass::kSetting, Tr("a variable is assigned"), *target, {});
    for (const Option* option : query.settings)
      Find(FunctionClass::kSetting, Tr("settings are changed"), *option, std::string(option->name));
    ForEachChild(query, [&](const Node& child) {
      if (&child != query.with) Push(&child, own);
    });
  }

  void EnterSelect(const Select& select, uint32_t frame) {
    const uint32_t own = NewFrame(frame);
    for (const TableRef* table : select.from)
      AddRelations(table, own);
    if (select.into)
      FindEffect(Effect::kWrite, "write", Tr("SELECT … INTO makes a table"), *select.into);
    if (select.outfile)
      Find(FunctionClass::kFile, Tr("the result is written to a file"), *select.outfile, {});
    for (const Expr* target : select.into_targets)
      Find(FunctionClass::kSetting, Tr("a variable is assigned"), *target, {});
    if (select.transform)
      Find(FunctionClass::kProcess, Tr("a program is run"), *select.transform, "TRANSFORM");
    for (const std::string_view hint : select.hints) {
      if (Lower(hint).find("set_var") != std::string::npos)
        Find(FunctionClass::kSetting, Tr("settings are changed"), select, "SET_VAR");
    }
    ForEachChild(select, [&](const Node& child) {
      if (&child != select.into) Push(&child, own);
    });
  }

  bool IsCte(const Name& name, uint32_t frame) const {
    if (name.size() != 1) return false;
    const std::string lower = Lower(name[0].text);
    for (; frame != kNoFrame; frame = frames_[frame].parent) {
      const auto& ctes = frames_[frame].ctes;
      if (std::find(ctes.begin(), ctes.end(), lower) != ctes.end()) return true;
    }
    return false;
  }

  // The relations that a FROM brings in, through joins and parentheses.
  void AddRelations(const TableRef* root, uint32_t frame) {
    std::vector<const Node*> open = {root};
    while (!open.empty()) {
      const Node* node = open.back();
      open.pop_back();
      if (!node) continue;
      if (const TableName* table = As<TableName>(node)) {
        AddRelation(*table, frame);
      } else if (node->kind == NodeKind::kDerivedTable || node->kind == NodeKind::kTableFunction ||
                 node->kind == NodeKind::kJsonTable) {
        Frame::Relation relation;
        if (const TableAlias* alias = AliasOf(static_cast<const TableRef*>(node)))
          relation.alias = Lower(alias->name.text);
        frames_[frame].relations.push_back(std::move(relation));
      } else if (IsTableRef(node->kind)) {
        ForEachChild(*node, [&](const Node& child) {
          if (IsTableRef(child.kind)) open.push_back(&child);
        });
      }
    }
  }

  void AddRelation(const TableName& table, uint32_t frame) {
    Frame::Relation relation;
    relation.parts = PartsOf(table.name);
    relation.alias =
        Lower(table.alias && !table.alias->name.empty() ? std::string_view(table.alias->name.text)
              : table.name.empty()                      ? std::string_view()
                                                        : std::string_view(table.name.back().text));
    if (!IsCte(table.name, frame)) relation.table = UseOf(table);
    frames_[frame].relations.push_back(std::move(relation));
  }

  // The use's number; each TableName is one.
  int UseOf(const TableName& table) {
    for (size_t i = 0; i < out_.tables.size(); ++i) {
      if (out_.tables[i].node == &table) return static_cast<int>(i);
    }
    if (table.name.empty()) return -1;
    Inspection::Table use;
    use.parts = PartsOf(table.name);
    use.name = Dotted(use.parts);
    use.node = &table;
    const auto target = targets_.find(&table);
    if (target != targets_.end()) use.access = target->second;
    out_.tables.push_back(std::move(use));
    return static_cast<int>(out_.tables.size() - 1);
  }

  void EnterTable(const TableName& table, uint32_t frame) {
    if (!table.stage.empty()) {
      Find(FunctionClass::kFile, Tr("files of a stage are read"), table, std::string(table.stage));
    } else if (table.identifier_call) {
      Find(FunctionClass::kDynamic, Tr("the table's name is computed"), table, "IDENTIFIER");
    } else if (NamesFile(table.name, dialect_)) {
      Find(FunctionClass::kFile, Msg("{} is a file", Dotted(PartsOf(table.name))), table,
           Dotted(PartsOf(table.name)));
    } else if (!IsCte(table.name, frame)) {
      UseOf(table);
      if (const auto type = ClassOfTable(table.name, dialect_)) {
        Find(*type, Msg("{} shows more than data", Dotted(PartsOf(table.name))), table,
             Dotted(PartsOf(table.name)));
      }
    }
    PushChildren(table, frame);
  }

  void EnterTableFunction(const TableFunction& function, uint32_t frame) {
    for (const Expr* call : function.calls) {
      if (const Call* plain = As<Call>(call))
        EnterCall(*plain, frame, true);
      else
        Push(call, frame);
    }
    ForEachChild(function, [&](const Node& child) {
      if (std::none_of(function.calls.begin(), function.calls.end(),
                       [&](const Expr* call) { return call == &child; }))
        Push(&child, frame);
    });
  }

  void EnterCall(const Call& call, uint32_t frame, bool in_from) {
    PushChildren(call, frame);
    if (call.name.empty()) return;
    const std::string_view last = call.name.back().text;
    const std::string schema =
        call.name.size() > 1 ? Lower(call.name[call.name.size() - 2].text) : std::string();
    FunctionClass type = ClassOf(last, dialect_.id, in_from);
    // A schema of the user's may have a function of any name; what is dangerous stays so.
    const bool own =
        !schema.empty() && !IsOneOf(schema, {"pg_catalog", "main", "system", "information_schema",
                                             "builtin", "snowflake"});
    const bool method = own && dialect_.id == DialectId::kDuckdb;  // a.lower()
    if (own && !method && type == FunctionClass::kPure) type = FunctionClass::kUnknown;
    std::string name = Dotted(PartsOf(call.name));
    Find(type, FunctionMessage(type, name), call, std::move(name),
         type == FunctionClass::kUnknown ? "unknown_function" : "");
  }

  void EnterColumn(const ColumnRef& ref, uint32_t frame) {
    if (ref.name.empty()) return;
    const std::string last = Lower(ref.name.back().text);
    if (ref.name.size() > 1 && IsOneOf(last, {"nextval", "currval"}) &&
        (dialect_.id == DialectId::kSnowflake || dialect_.id == DialectId::kMysql)) {
      return Find(FunctionClass::kSequence,
                  FunctionMessage(FunctionClass::kSequence, Dotted(PartsOf(ref.name))), ref,
                  Dotted(PartsOf(ref.name)));
    }
    columns_.emplace_back(&ref, frame);
  }

  void EnterParameter(const Parameter& parameter) {
    if (parameter.text.starts_with("@@"))
      Find(FunctionClass::kSecret,
           Msg("{} is a setting of the server", std::string(parameter.text)), parameter,
           std::string(parameter.text));
  }

  const Frame::Relation* RelationNamed(const std::string& alias, uint32_t frame) const {
    for (; frame != kNoFrame; frame = frames_[frame].parent) {
      for (const Frame::Relation& relation : frames_[frame].relations) {
        if (relation.alias == alias) return &relation;
      }
    }
    return nullptr;
  }

  // After the walk, because relations of later statements parts may be added then.
  void Attribute(const ColumnRef& ref, uint32_t frame) {
    const std::vector<std::string> parts = PartsOf(ref.name);
    if (parts.size() > 1) {
      // t.c or s.t.c; else a field of a column.
      for (size_t qualifier = std::min<size_t>(parts.size() - 1, 3); qualifier >= 1; --qualifier) {
        const Frame::Relation* relation = RelationNamed(Lower(parts[qualifier - 1]), frame);
        if (!relation) continue;
        if (relation->table >= 0)
          out_.tables[static_cast<size_t>(relation->table)].columns.insert(parts[qualifier]);
        return;
      }
    }
    AttributeBare(parts[0], frame);
  }

  void AttributeBare(const std::string& column, uint32_t frame) {
    for (; frame != kNoFrame; frame = frames_[frame].parent) {
      const auto& relations = frames_[frame].relations;
      if (relations.empty()) continue;
      if (relations.size() == 1) {
        if (relations[0].table >= 0 && !Lacks(relations[0].parts, column)) {
          out_.tables[static_cast<size_t>(relations[0].table)].columns.insert(column);
        }
        return;
      }
      for (const Frame::Relation& relation : relations) {
        if (relation.table >= 0 && Has(relation.parts, column)) {
          out_.tables[static_cast<size_t>(relation.table)].columns.insert(column);
          return;
        }
      }
    }
  }

  const std::vector<std::string>* ColumnsOf(const std::vector<std::string>& parts) const {
    for (const auto& [name, columns] : schema_) {
      const std::vector<std::string> known = SplitName(name);
      bool same = true;
      for (size_t i = 1; i <= std::min(known.size(), parts.size()); ++i)
        same = same && SameName(known[known.size() - i], parts[parts.size() - i]);
      if (same) return &columns;
    }
    return nullptr;
  }
  bool Has(const std::vector<std::string>& parts, const std::string& column) const {
    const std::vector<std::string>* columns = ColumnsOf(parts);
    return columns && std::any_of(columns->begin(), columns->end(),
                                  [&](const std::string& one) { return SameName(one, column); });
  }
  bool Lacks(const std::vector<std::string>& parts, const std::string& column) const {
    return ColumnsOf(parts) && !Has(parts, column);
  }

  void AttributeStar(const Star& star, uint32_t frame) {
    if (star.base) return;
    if (!star.qualifier.empty()) {
      const Frame::Relation* relation = RelationNamed(Lower(star.qualifier.back().text), frame);
      if (relation && relation->table >= 0)
        out_.tables[static_cast<size_t>(relation->table)].all_columns = true;
      return;
    }
    for (; frame != kNoFrame; frame = frames_[frame].parent) {
      if (frames_[frame].relations.empty()) continue;
      for (const Frame::Relation& relation : frames_[frame].relations) {
        if (relation.table >= 0)
          out_.tables[static_cast<size_t>(relation.table)].all_columns = true;
      }
      return;
    }
  }

  void Target(const TableRef* root, Effect effect) {
    if (!root) return;
    Walk(*root, [&](const Node& node) {
      if (node.kind == NodeKind::kTableName) targets_[&node] = effect;
      return IsTableRef(node.kind);
    });
  }

  void EnterStatement(const Statement& statement, uint32_t frame) {
    const uint32_t own = NewFrame(frame);
    const With* with = nullptr;
    const auto from = [&](const Span<TableRef*>& tables) {
      for (const TableRef* table : tables)
        AddRelations(table, own);
    };
    if (const Insert* insert = As<Insert>(&statement)) {
      with = insert->with;
      Target(insert->table, Effect::kWrite);
      if (insert->from_infile)
        Find(FunctionClass::kFile, Tr("a file is read"), *insert->from_infile, {});
      for (const Option* option : insert->settings)
        Find(FunctionClass::kSetting, Tr("settings are changed"), *option,
             std::string(option->name));
      AddRelations(insert->table, own);
      for (const Name& column : insert->columns)
        NameColumn(column, own);
    } else if (const Update* update = As<Update>(&statement)) {
      with = update->with;
      for (const TableRef* table : update->tables)
        Target(table, Effect::kWrite);
      from(update->tables);
      from(update->from);
    } else if (const Delete* remove = As<Delete>(&statement)) {
      with = remove->with;
      Target(remove->table, Effect::kWrite);
      for (const TableRef* table : remove->targets)
        Target(table, Effect::kWrite);
      AddRelations(remove->table, own);
      from(remove->from);
      from(remove->using_tables);
    } else if (const Merge* merge = As<Merge>(&statement)) {
      with = merge->with;
      Target(merge->target, Effect::kWrite);
      AddRelations(merge->target, own);
      AddRelations(merge->source, own);
    } else if (const CreateTable* table = As<CreateTable>(&statement)) {
      Define(table->name, statement);
      if (!table->like.empty()) Use(table->like, statement, Effect::kRead);
    } else if (const CreateView* view = As<CreateView>(&statement)) {
      Define(view->name, statement);
    }
    InspectDefinition(statement);
    if (with) EnterWith(*with, frame, own);
    ForEachChild(statement, [&](const Node& child) {
      if (&child != with) Push(&child, own);
    });
  }

  // Statements that name their objects without relations.
  void InspectDefinition(const Statement& statement) {
    if (const Drop* drop = As<Drop>(&statement)) {
      for (const Name& name : drop->names)
        Define(name, statement);
    } else if (const Alter* alter = As<Alter>(&statement)) {
      Define(alter->name, statement);
    } else if (const CreateIndex* index = As<CreateIndex>(&statement)) {
      Define(index->table, statement);
    } else if (const Rename* rename = As<Rename>(&statement)) {
      for (const Name& name : rename->from)
        Define(name, statement);
    } else if (const Truncate* truncate = As<Truncate>(&statement)) {
      for (const TableRef* table : truncate->tables)
        Target(table, Effect::kDdl);
    } else if (const Copy* copy = As<Copy>(&statement)) {
      if (!copy->to) Target(copy->table, Effect::kWrite);
      if (copy->program)
        out_.needs = FunctionClass::kProcess;
      else if (copy->stream.empty())
        out_.needs = FunctionClass::kFile;
    }
  }

  void NameColumn(const Name& column, uint32_t frame) {
    if (!column.empty()) AttributeBare(std::string(column.back().text), frame);
  }

  void Use(const Name& name, const Node& node, Effect access) {
    Inspection::Table use;
    use.parts = PartsOf(name);
    use.name = Dotted(use.parts);
    use.node = &node;
    use.access = access;
    if (!use.parts.empty()) out_.tables.push_back(std::move(use));
  }
  void Define(const Name& name, const Node& node) { Use(name, node, Effect::kDdl); }

  void EnterOther(const OtherStatement& other, uint32_t frame) {
    const std::string_view verb = other.verb;
    const Effect effect = EffectOf(other);
    const std::string text = Lower(other.raw ? other.raw->text : std::string_view());
    if (IsOneOf(verb, {"copy_from", "copy_to", "copy_into", "copy_out", "copy_database", "load",
                       "export", "import", "put", "get", "list", "remove", "backup", "restore",
                       "load_index", "resource"})) {
      const bool program = text.find("program") != std::string::npos;
      const bool stream =
          text.find("stdin") != std::string::npos || text.find("stdout") != std::string::npos;
      if (!stream) out_.needs = program ? FunctionClass::kProcess : FunctionClass::kFile;
    }
    if (IsOneOf(verb,
                {"attach", "detach", "install", "update_extensions", "plugin", "create_extension"}))
      out_.needs = FunctionClass::kFile;
    if (IsOneOf(verb, {"create_secret", "drop_secret"})) out_.needs = FunctionClass::kSecret;
    if (IsOneOf(verb, {"do", "call", "execute", "block", "execute_task"}))
      out_.needs = FunctionClass::kDynamic;
    if (verb == "pragma") InspectPragma(other, text);
    if (verb == "show" && !ShowsCatalog(text)) out_.needs = FunctionClass::kSecret;
    if (verb != "pragma" && verb != "show") {
      for (const Name& name : other.tables)
        Use(name, other, effect);
    }
    for (const Node* part : other.parts)
      Push(part, frame);
  }

  // Pragmas that only look at the schema.
  void InspectPragma(const OtherStatement& other, const std::string& text) {
    const std::string name = other.tables.empty() || other.tables[0].empty()
                                 ? std::string()
                                 : Lower(other.tables[0].back().text);
    const bool assigns = text.find('=') != std::string::npos;
    const bool looks =
        IsOneOf(name, {"table_info", "table_xinfo", "table_list", "index_list", "index_info",
                       "index_xinfo", "foreign_key_list", "function_list", "module_list",
                       "collation_list", "compile_options", "pragma_list"}) ||
        (dialect_.id == DialectId::kDuckdb &&
         IsOneOf(name, {"version", "show_tables", "show_tables_expanded", "show", "database_size",
                        "platform", "functions", "collations"})) ||
        (dialect_.id == DialectId::kSqlite && text.find('(') == std::string::npos &&
         IsOneOf(name, {"user_version", "schema_version", "encoding", "page_count", "page_size",
                        "freelist_count", "application_id", "data_version"}));
    out_.looks_only = looks && !assigns;
    if (out_.looks_only)
      out_.effect = Effect::kRead;
    else
      out_.needs = FunctionClass::kSetting;
  }

  static bool ShowsCatalog(const std::string& text) {
    if (text.starts_with("desc") || text.starts_with("summarize") || text.starts_with("explain"))
      return true;
    for (const std::string_view words : {"show tables",
                                         "show full tables",
                                         "show all tables",
                                         "show databases",
                                         "show schemas",
                                         "show columns",
                                         "show full columns",
                                         "show fields",
                                         "show full fields",
                                         "show extended columns",
                                         "show create table",
                                         "show create view",
                                         "show create database",
                                         "show create materialized",
                                         "show views",
                                         "show index",
                                         "show indexes",
                                         "show keys",
                                         "show partitions",
                                         "show functions",
                                         "show user functions",
                                         "show system functions",
                                         "show all functions",
                                         "show table status",
                                         "show table extended",
                                         "show terse tables",
                                         "show terse",
                                         "show primary keys",
                                         "show unique keys",
                                         "show imported keys",
                                         "show sequences",
                                         "show tblproperties",
                                         "show current",
                                         "show catalogs",
                                         "show namespaces",
                                         "show dictionaries",
                                         "show materialized views",
                                         "show objects",
                                         "show full tables",
                                         "show temporary tables",
                                         "show character set",
                                         "show collation",
                                         "show engines",
                                         "show warnings",
                                         "show count"}) {
      if (text.starts_with(words)) return true;
    }
    return false;
  }

  const Dialect& dialect_;
  const TableColumns& schema_;
  Inspection out_;
  std::vector<Frame> frames_;
  std::vector<Visit> stack_;
  std::vector<std::pair<const ColumnRef*, uint32_t>> columns_;
  std::map<const Node*, Effect> targets_;
};

}  // namespace

Inspection Inspect(const Statement& statement, const Dialect& dialect, const TableColumns& schema) {
  return Inspector(dialect, schema).Run(statement);
}

bool SameName(std::string_view a, std::string_view b) {
  return Lower(a) == Lower(b);
}

std::vector<std::string> SplitName(std::string_view name) {
  std::vector<std::string> parts = {""};
  char quote = 0;
  for (const char c : name) {
    if (quote) {
      if (c == quote)
        quote = 0;
      else
        parts.back() += c;
    } else if (c == '"' || c == '`') {
      quote = c;
    } else if (c == '.') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

}  // namespace aietl::sql
