// Types: types.map at work.
#include <array>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "sql/translate/internal/job.h"
#include "sql/translate/internal/map_file.h"
#include "sql/translate/internal/maps.h"

namespace aietl::sql {
namespace {

// A name of types.map with the arguments that belong to it.
struct TypeSpelling {
  std::string name;                // as printed
  int arguments = 0;               // (1), (2): so many are kept at most
  bool bare = false;               // (0): stands alone only
  std::vector<std::string> fixed;  // (=10,2), or (6): written out
  bool exact = false;              // (=38,0): these arguments and no others
};

struct TypeEntry {
  std::string_view name;
  std::array<std::vector<TypeSpelling>, kDialects> spellings;
  std::array<std::string, kDialects> none, loss;
};

std::string LowerWords(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

// "varchar(1)", "decimal(=38,0)", "DateTime64(6, 'UTC')", "text"
TypeSpelling ReadTypeSpelling(std::string_view text) {
  TypeSpelling spelling;
  const size_t open = text.find('(');
  spelling.name = std::string(text.substr(0, open));
  if (open == std::string_view::npos) return spelling;
  std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  if (inside == "0") {
    spelling.bare = true;
  } else if (inside == "1" || inside == "2") {
    spelling.arguments = inside[0] - '0';
  } else {
    spelling.exact = inside.starts_with('=');
    if (spelling.exact) inside.remove_prefix(1);
    while (!inside.empty()) {
      const size_t comma = inside.find(',');
      std::string_view one = inside.substr(0, comma);
      while (one.starts_with(' '))
        one.remove_prefix(1);
      spelling.fixed.emplace_back(one);
      inside = comma == std::string_view::npos ? std::string_view() : inside.substr(comma + 1);
    }
  }
  return spelling;
}

class TypeEntries {
 public:
  static const TypeEntries& Get() {
    static const TypeEntries* const rules = new TypeEntries();
    return *rules;
  }

  struct Read {
    const TypeEntry* rule = nullptr;
    const TypeSpelling* spelling = nullptr;
  };
  // The rule of a type written in `from` with these arguments.
  Read Find(const std::string& name, const Span<TypeArg*>& args, DialectId from) const {
    const size_t arguments = args.size();
    const auto& names = by_name_[static_cast<size_t>(from)];
    const auto found = names.find(name);
    if (found == names.end()) return {};
    const Read* plain = nullptr;
    for (const Read& read : found->second) {
      const TypeSpelling& spelling = *read.spelling;
      if (!spelling.fixed.empty() ? AreFixed(spelling, args)
          : spelling.bare         ? arguments == 0
                                  : static_cast<size_t>(spelling.arguments) >= arguments) {
        // varchar(1) reads varchar(10); a bare name that has an entry of its own goes there.
        if (arguments > 0 || spelling.bare || spelling.arguments == 0) return read;
        if (plain == nullptr) plain = &read;
      }
    }
    if (plain != nullptr) return *plain;
    for (const Read& read : found->second) {
      if (arguments > 0 && !read.spelling->exact) return read;
    }
    return {};
  }

 private:
  // decimal(=38,0) is read where 38 and 0 stand, and nowhere else.
  static bool AreFixed(const TypeSpelling& spelling, const Span<TypeArg*>& args) {
    if (spelling.fixed.size() != args.size()) return false;
    for (uint32_t i = 0; spelling.exact && i < args.size(); ++i) {
      const Literal* literal = As<Literal>(args[i]->value);
      if (literal == nullptr || literal->text != spelling.fixed[i]) return false;
    }
    return true;
  }

  TypeEntries() {
    for (const MapEntry& entry : ReadMap(kTypesMap)) {
      AIETL_CHECK(entry.head == "type");
      rules_.push_back(std::make_unique<TypeEntry>());
      TypeEntry& rule = *rules_.back();
      rule.name = entry.name;
      for (const MapLine& line : entry.lines) {
        for (size_t d = 0; d < kDialects; ++d) {
          if (!line.dialects[d]) continue;
          if (line.word == MapWord::kNone) rule.none[d] = std::string(line.text);
          if (line.word == MapWord::kLoss) rule.loss[d] = std::string(line.text);
          if (line.word == MapWord::kSpelling) AddSpellings(rule, d, line.text);
        }
      }
    }
    for (const auto& rule : rules_) {
      for (size_t d = 0; d < kDialects; ++d) {
        for (const TypeSpelling& spelling : rule->spellings[d])
          by_name_[d][LowerWords(spelling.name)].push_back({rule.get(), &spelling});
      }
    }
  }

  static void AddSpellings(TypeEntry& rule, size_t dialect, std::string_view text) {
    // Commas inside of parentheses do not separate.
    size_t begin = 0;
    int depth = 0;
    for (size_t i = 0; i <= text.size(); ++i) {
      if (i < text.size() && text[i] == '(') ++depth;
      if (i < text.size() && text[i] == ')') --depth;
      if (i < text.size() && (text[i] != ',' || depth > 0)) continue;
      std::string_view one = text.substr(begin, i - begin);
      while (one.starts_with(' '))
        one.remove_prefix(1);
      rule.spellings[dialect].push_back(ReadTypeSpelling(one));
      begin = i + 1;
    }
  }

  std::vector<std::unique_ptr<TypeEntry>> rules_;
  std::array<std::unordered_map<std::string, std::vector<Read>>, kDialects> by_name_;
};

// "timestamp with time zone", "int unsigned": the words that decide.
std::string FullTypeName(const TypeName& type) {
  std::string name;
  for (const Ident& part : type.name)
    name += (name.empty() ? "" : ".") + LowerWords(part.text);
  if (name == "pg_catalog.numeric") name = "numeric";
  if (!type.time_zone.empty()) name += " " + LowerWords(type.time_zone);
  if (type.is_unsigned) name += " unsigned";
  return name;
}

// What a name of our own says, put into the node.
void SetTypeName(TypeName& type, const std::string& name, Job& job) {
  std::string_view rest = name;
  type.is_unsigned = type.is_signed = type.zerofill = false;
  type.time_zone = {};
  if (rest.ends_with(" unsigned")) {
    type.is_unsigned = true;
    rest.remove_suffix(std::string_view(" unsigned").size());
  }
  for (const std::string_view zone : {" with time zone", " without time zone"}) {
    if (!rest.ends_with(zone)) continue;
    type.time_zone = job.arena.Text(zone.substr(1));
    rest.remove_suffix(zone.size());
  }
  Ident ident;
  ident.text = job.arena.Text(rest);
  type.name = job.arena.One(ident);
}

TypeArg* TypeArgument(const std::string& text, Job& job) {
  auto* arg = job.arena.New<TypeArg>();
  arg->value =
      text.starts_with('\'') ? job.Text(text.substr(1, text.size() - 2)) : job.Number(text);
  return arg;
}

// Types with other types inside: arrays, maps, structs.
bool TranslateNested(TypeName& type, const std::string& name, Job& job) {
  const bool element =
      name == "array" || name == "list" || name == "nullable" || name == "lowcardinality";
  if (name == "nullable" || name == "lowcardinality") {
    // ClickHouse says in the type whether NULL is allowed; elsewhere it always is.
    if (type.args.size() != 1 || type.args[0]->type == nullptr) return false;
    if (job.To({DialectId::kClickhouse})) {
      TranslateType(*type.args[0]->type, job);
      return true;
    }
    const uint32_t begin = type.begin, end = type.end;
    const Span<Expr*> dims = type.dims;
    type = *type.args[0]->type;
    type.begin = begin;
    type.end = end;
    if (!dims.empty()) type.dims = dims;
    TranslateType(type, job);
    return true;
  }
  if (!type.dims.empty() || (element && type.args.size() == 1 && type.args[0]->type != nullptr)) {
    auto* inner = job.arena.New<TypeName>();
    uint32_t depth = 1;
    if (!type.dims.empty()) {
      *inner = type;
      depth = type.dims.size();
      inner->dims = {};
      inner->array_word = false;
    } else {
      *inner = *type.args[0]->type;
    }
    TranslateType(*inner, job);
    if (job.To({DialectId::kMysql, DialectId::kSqlite})) {
      job.Refuse(type, name + "[]", Tr("there are no arrays"));
      return true;
    }
    if (job.To({DialectId::kPostgres, DialectId::kDuckdb})) {
      std::vector<Expr*> dims(inner->dims.begin(), inner->dims.end());
      dims.resize(dims.size() + depth, nullptr);
      const uint32_t begin = type.begin, end = type.end;
      type = *inner;
      type.begin = begin;
      type.end = end;
      type.dims = job.arena.List(dims);
      return true;
    }
    for (uint32_t i = 0; i < depth; ++i) {
      auto* arg = job.arena.New<TypeArg>();
      arg->type = inner;
      auto* outer = job.arena.New<TypeName>();
      Ident ident;
      ident.text = job.To({DialectId::kClickhouse}) ? "Array" : "array";
      outer->name = job.arena.One(ident);
      outer->args = job.arena.One(arg);
      outer->angle = job.To({DialectId::kSpark});
      inner = outer;
    }
    inner->begin = type.begin;
    inner->end = type.end;
    type = *inner;
    return true;
  }
  return false;
}

}  // namespace

void TranslateType(TypeName& type, Job& job) {
  if (job.from.id == job.to.id) return;
  const std::string name = FullTypeName(type);
  if (TranslateNested(type, name, job)) return;
  const TypeEntries::Read read = TypeEntries::Get().Find(name, type.args, job.from.id);
  const size_t to = static_cast<size_t>(job.to.id);
  if (read.rule == nullptr) {
    job.Refuse(type, name, Tr("it is no type that both have"));
    return;
  }
  if (!read.rule->none[to].empty()) {
    job.Refuse(type, name, Tr(read.rule->none[to].c_str()));
    return;
  }
  AIETL_CHECK(!read.rule->spellings[to].empty());
  if (!read.rule->loss[to].empty()) job.Lose(Tr(read.rule->loss[to].c_str()));
  const TypeSpelling& spelling = read.rule->spellings[to].front();
  SetTypeName(type, spelling.name, job);
  type.charset = type.collation = {};
  std::vector<TypeArg*> args;
  if (!spelling.fixed.empty()) {
    for (const std::string& text : spelling.fixed)
      args.push_back(TypeArgument(text, job));
  } else {
    for (uint32_t i = 0; i < type.args.size() && i < static_cast<uint32_t>(spelling.arguments); ++i)
      args.push_back(type.args[i]);
  }
  // DECIMAL without digits means something else in each system; PostgreSQL's holds anything.
  if (read.rule->name == "exact number" && args.empty()) {
    if (job.from.id == DialectId::kPostgres &&
        !job.To({DialectId::kPostgres, DialectId::kSqlite})) {
      args = {TypeArgument("38", job), TypeArgument("10", job)};
      job.Lose(
          Tr("numeric without digits holds any number in PostgreSQL; here 38 digits, 10 of them "
             "behind the point"));
    } else if (job.From({DialectId::kMysql, DialectId::kSpark})) {
      args = {TypeArgument("10", job), TypeArgument("0", job)};
    } else if (job.From({DialectId::kSnowflake})) {
      args = {TypeArgument("38", job), TypeArgument("0", job)};
    } else if (job.From({DialectId::kDuckdb})) {
      args = {TypeArgument("18", job), TypeArgument("3", job)};
    } else if (job.From({DialectId::kClickhouse})) {
      args = {TypeArgument("10", job), TypeArgument("0", job)};
    }
  } else if (read.rule->name == "exact number" && args.size() == 1 &&
             job.To({DialectId::kClickhouse, DialectId::kDuckdb})) {
    args.push_back(TypeArgument("0", job));
  }
  // Lengths that the source leaves out where the target needs them.
  if (read.rule->name == "text of a fixed length" && args.empty() && spelling.arguments == 1)
    args = {TypeArgument("1", job)};
  type.args = job.arena.List(args);
  type.angle = false;
}

}  // namespace aietl::sql
