#include "synthesis/pipeline/catalog_builder.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <thread>
#include <unordered_set>

#include "base/did_you_mean.h"
#include "base/durable_file.h"
#include "base/text.h"
#include "base/utf8.h"
#include "connectors/relationships.h"
#include "synthesis/ask/word_match.h"
#include "synthesis/text/lexicon.h"

namespace aietl::synthesis {
namespace {

constexpr size_t kMostLooseFiles = 40;

// What samples say of containment: nothing while they do not show all of the parent's values, or
// while it is in between (rows of the past may be gone).
class SampleContainment {
 public:
  std::optional<double> operator()(const connectors::TableInfo& child, const std::string& column,
                                   const connectors::TableInfo& parent, const std::string& key) {
    constexpr double kChance = 0.3, kProof = 0.95;
    const auto find = [](const connectors::TableInfo& table, const std::string& name) {
      return std::find_if(table.columns.begin(), table.columns.end(),
                          [&](const connectors::ColumnInfo& info) { return info.name == name; });
    };
    const auto referring = find(child, column), referred = find(parent, key);
    if (referring == child.columns.end() || referred == parent.columns.end() ||
        referring->samples.empty() || !referred->distinct ||
        static_cast<int64_t>(referred->samples.size()) < *referred->distinct)
      return std::nullopt;
    const auto [values, fresh] = values_.try_emplace(&*referred);
    if (fresh) values->second.insert(referred->samples.begin(), referred->samples.end());
    const auto inside =
        std::count_if(referring->samples.begin(), referring->samples.end(),
                      [&](const std::string& value) { return values->second.contains(value); });
    const double share =
        static_cast<double>(inside) / static_cast<double>(referring->samples.size());
    if (share > kChance && share < kProof) return std::nullopt;
    return share;
  }

 private:
  std::map<const connectors::ColumnInfo*, std::unordered_set<std::string_view>> values_;
};

// "курьер" and "couriers": each word of one means a word of the other.
bool MeansSame(const std::string& base, const std::string& relation) {
  const std::vector<NameWord> asked = WordsOfName(base), named = WordsOfName(relation);
  return !asked.empty() && asked.size() == named.size() &&
         std::equal(asked.begin(), asked.end(), named.begin(),
                    [](const NameWord& a, const NameWord& b) {
                      return a.stem == b.stem || SharedConcept(a.concepts, b.concepts) >= 1;
                    });
}

class CatalogBuilder {
 public:
  CatalogBuilder(const SynthesisRequest& request, const SynthesisContext& context, StopToken stop)
      : request_(request), context_(context), stop_(stop) {}

  Result<BuiltCatalog> Build(const std::vector<PlaceMention>& places,
                             const std::vector<Token>& tokens, bool loose) {
    std::set<std::string> targets;
    bool named = false;
    for (const PlaceMention& place : places) {
      if (place.target) {
        targets.insert(place.path);
        continue;
      }
      named = true;
      AIETL_TRY(AddPlace(place, tokens));
    }
    if (loose && !HasErrors(out_.problems)) AIETL_TRY(AddLoose(targets, named));
    Relate();
    for (Relation& relation : out_.catalog.relations)
      AddParts(relation);
    return std::move(out_);
  }

 private:
  Result<connectors::Session*> Open(const std::string& uri) {
    auto found = sessions_.find(uri);
    if (found == sessions_.end()) {
      const connectors::Connector* connector = context_.registry.ForType("files");
      if (!uri.empty()) {
        AIETL_ASSIGN(connector, context_.registry.ForUri(uri));
      }
      AIETL_ASSIGN(std::unique_ptr<connectors::Session> session,
                   connector->Open(uri, {context_.database, request_.folder}));
      found = sessions_.emplace(uri, std::move(session)).first;
    }
    return found->second.get();
  }

  std::string UriOf(const std::string& connection) const {
    for (const NamedConnection& known : request_.connections) {
      if (known.name == connection) return known.uri;
    }
    return connection;
  }

  Result<std::vector<connectors::TableInfo>> Discover(const std::string& uri,
                                                      const std::string& table, bool samples) {
    AIETL_ASSIGN(connectors::Session * session, Open(uri));
    return session->Discover(Request(table, samples), stop_);
  }

  connectors::DiscoverRequest Request(const std::string& table, bool samples) const {
    connectors::DiscoverRequest discover;
    discover.table = table;
    discover.sample_values = samples ? request_.sample_values : 0;
    discover.value_rows = request_.sample_rows;
    return discover;
  }

  void Complain(Error error, const PlaceMention& place, const std::vector<Token>& tokens) {
    Problem problem = error.ToProblem();
    problem.place = {"", 1, tokens[static_cast<size_t>(place.begin)].span.begin + 1};
    out_.problems.push_back(std::move(problem));
  }

  Result<void> AddPlace(const PlaceMention& place, const std::vector<Token>& tokens) {
    if (!place.path.empty()) {
      Result<std::vector<connectors::TableInfo>> infos = Discover("", place.path, true);
      if (!infos || infos->empty()) {
        Error error = infos ? ErrnoError(ENOENT, place.path) : std::move(infos.error());
        if (error.hint.empty()) error.hint = DidYouMean(place.path, FileNames());
        Complain(std::move(error), place, tokens);
        return {};
      }
      out_.fixed.push_back(Add("", place.path, std::move(infos->front()), true));
      return {};
    }
    const std::string uri = UriOf(place.connection);
    Result<std::vector<connectors::TableInfo>> infos = Discover(uri, place.table, true);
    if (!infos) {
      Complain(std::move(infos.error()), place, tokens);
      return {};
    }
    if (infos->empty() && !place.table.empty()) {
      Complain(Error(Code::kNotFound, "unknown_table",
                     Msg("{} has no table {}", place.connection, place.table)),
               place, tokens);
      return {};
    }
    for (connectors::TableInfo& info : *infos) {
      const int relation = Add(place.connection, "", std::move(info), true);
      if (!place.table.empty()) out_.fixed.push_back(relation);
    }
    return {};
  }

  std::vector<std::string> FileNames() const {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(request_.folder, error)) {
      if (entry.is_regular_file(error)) names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  // Data files of the folder and tables of database files and known connections: what "orders" may
  // mean.
  Result<void> AddLoose(const std::set<std::string>& targets, bool named) {
    std::map<std::string, std::vector<std::string>> series;  // names that differ in digits only
    for (const std::string& name : FileNames()) {
      if (!targets.contains(name) && IsDataFile(name)) series[WithoutDigits(name)].push_back(name);
    }
    std::vector<std::string> paths;
    std::set<std::string> serial;
    for (const auto& [pattern, names] : series) {
      if (names.size() < 2 || std::any_of(names.begin(), names.end(),
                                          [&](const std::string& name) { return Known(name); }))
        continue;
      serial.insert(names.begin(), names.end());
      if (std::string glob = GlobOf(names); !Known(glob)) paths.push_back(std::move(glob));
    }
    std::vector<std::string> databases;
    const size_t most = paths.size() + kMostLooseFiles;
    for (const std::string& name : FileNames()) {
      if (name.starts_with('.') || targets.contains(name) || Known(name) || serial.contains(name))
        continue;
      if (!DatabaseUri(name).empty()) {
        databases.push_back(DatabaseUri(name));
      } else if (IsDataFile(name) && paths.size() < most) {
        paths.push_back(name);
      }
    }
    std::vector<std::vector<connectors::TableInfo>> found = DiscoverFiles(paths);
    for (size_t i = 0; i < paths.size(); ++i) {
      if (!found[i].empty() && !found[i].front().columns.empty())
        Add("", paths[i], std::move(found[i].front()), false);
    }
    if (named) return {};
    for (const std::string& uri : databases)
      AddTables(uri, uri);
    for (const NamedConnection& connection : request_.connections)
      AddTables(connection.name, connection.uri);
    return {};
  }

  void AddTables(const std::string& connection, const std::string& uri) {
    Result<std::vector<connectors::TableInfo>> infos = Discover(uri, "", true);
    for (size_t i = 0; infos && i < infos->size(); ++i)
      Add(connection, "", std::move((*infos)[i]), false);
  }

  // Looks at files with all cores; nothing where one cannot be read.
  std::vector<std::vector<connectors::TableInfo>> DiscoverFiles(
      const std::vector<std::string>& paths) {
    std::vector<std::vector<connectors::TableInfo>> found(paths.size());
    std::atomic<size_t> next = 0;
    const auto work = [&] {
      Result<std::unique_ptr<connectors::Session>> session =
          context_.registry.ForType("files")->Open("", {context_.database, request_.folder});
      for (size_t i = next++; session && i < paths.size(); i = next++) {
        Result<std::vector<connectors::TableInfo>> infos =
            (*session)->Discover(Request(paths[i], true), stop_);
        if (infos) found[i] = std::move(*infos);
      }
    };
    const size_t threads =
        std::min<size_t>(paths.size(), std::max(1u, std::thread::hardware_concurrency()));
    std::vector<std::jthread> helpers;
    for (size_t t = 1; t < threads; ++t)
      helpers.emplace_back(work);
    work();
    return found;
  }

  static std::string WithoutDigits(const std::string& name) {
    std::string out;
    for (const char c : name) {
      const bool digit = c >= '0' && c <= '9';
      if (!digit) out += c;
      if (digit && !out.ends_with('#')) out += '#';
    }
    return out.find('#') == std::string::npos ? name : out;
  }

  // What all names begin and end with, a star between.
  static std::string GlobOf(const std::vector<std::string>& names) {
    std::string head = names.front(), tail = names.front();
    for (const std::string& name : names) {
      size_t front = 0, back = 0;
      while (front < head.size() && front < name.size() && head[front] == name[front])
        ++front;
      head.resize(front);
      while (back < tail.size() && back < name.size() - front &&
             tail[tail.size() - 1 - back] == name[name.size() - 1 - back])
        ++back;
      tail = tail.substr(tail.size() - back);
    }
    return head + "*" + tail;
  }

  static bool IsDataFile(const std::string& name) {
    std::string lower = LowerUtf8(name);
    for (const std::string_view ending : {".gz", ".zst"}) {
      if (lower.ends_with(ending)) lower.resize(lower.size() - ending.size());
    }
    for (const std::string_view ending :
         {".csv", ".tsv", ".json", ".ndjson", ".jsonl", ".parquet", ".pq"}) {
      if (lower.ends_with(ending)) return true;
    }
    return false;
  }

  bool Known(const std::string& path) const {
    return std::any_of(out_.catalog.relations.begin(), out_.catalog.relations.end(),
                       [&](const Relation& r) { return r.path == path; });
  }

  int Add(const std::string& connection, const std::string& path, connectors::TableInfo info,
          bool mentioned) {
    Relation relation;
    relation.connection = connection;
    relation.table = path.empty() ? info.name : "";
    relation.path = path;
    std::string base = path.empty() ? info.name : std::filesystem::path(path).filename().string();
    if (!path.empty()) {
      base = base.substr(0, base.find('.'));
    } else if (const size_t dot = base.rfind('.'); dot != std::string::npos) {
      base = base.substr(dot + 1);
    }
    std::string name = Identifier(base);
    const auto taken = [&](const std::string& candidate) {
      return std::any_of(out_.catalog.relations.begin(), out_.catalog.relations.end(),
                         [&](const Relation& r) { return r.name == candidate; });
    };
    for (int n = 2; taken(name); ++n)
      name = Identifier(base) + "_" + std::to_string(n);
    relation.name = std::move(name);
    relation.info = std::move(info);
    relation.mentioned = mentioned;
    out_.catalog.relations.push_back(std::move(relation));
    return static_cast<int>(out_.catalog.relations.size()) - 1;
  }

  // Keys between all relations: declared ones by table, inferred ones across sources.
  void Relate() {
    std::vector<connectors::TableInfo> tables;
    for (const Relation& relation : out_.catalog.relations) {
      tables.push_back(relation.info);
      tables.back().name = relation.name;
      tables.back().foreign_keys.clear();
      for (connectors::ForeignKey key : relation.info.foreign_keys) {
        for (const Relation& other : out_.catalog.relations) {
          if (other.connection != relation.connection || other.table != key.table) continue;
          key.table = other.name;
          tables.back().foreign_keys.push_back(key);
          break;
        }
      }
    }
    SampleContainment contained;
    connectors::InferRelationships(&tables, {std::ref(contained), {}, MeansSame, true});
    for (size_t i = 0; i < tables.size(); ++i) {
      for (const connectors::ForeignKey& key : tables[i].foreign_keys)
        out_.catalog.keys.emplace_back(out_.catalog.relations[i].name, key);
    }
  }

  // What stands inside nested columns can be spoken of, too: request.path.
  static void AddParts(Relation& relation) {
    std::vector<connectors::ColumnInfo> parts;
    for (const connectors::ColumnInfo& column : relation.info.columns) {
      if (column.type.id != data::TypeId::kStruct) continue;
      for (size_t f = 0; f < column.type.fields.size(); ++f) {
        const auto& [name, type] = column.type.fields[f];
        if (type.IsNested()) continue;
        connectors::ColumnInfo part;
        part.name = column.name + "." + name;
        part.type = type;
        for (const std::string& whole : column.samples) {
          const std::string value = PartOf(whole, column.type, f);
          if (!value.empty() && value != "NULL" &&
              std::find(part.samples.begin(), part.samples.end(), value) == part.samples.end())
            part.samples.push_back(value);
        }
        part.distinct = static_cast<int64_t>(part.samples.size());
        parts.push_back(std::move(part));
      }
    }
    relation.parts = parts.size();
    for (connectors::ColumnInfo& part : parts)
      relation.info.columns.push_back(std::move(part));
  }

  // {'method': GET, 'path': /home} as the engine prints it.
  static std::string PartOf(const std::string& whole, const data::Type& type, size_t field) {
    const auto mark = [&](size_t f) { return "'" + type.fields[f].first + "': "; };
    const size_t begin = whole.find(mark(field));
    if (begin == std::string::npos) return {};
    const size_t from = begin + mark(field).size();
    const size_t to = field + 1 < type.fields.size() ? whole.find(", " + mark(field + 1), from)
                                                     : whole.size() - 1;
    return to == std::string::npos || to < from ? "" : whole.substr(from, to - from);
  }

  const SynthesisRequest& request_;
  const SynthesisContext& context_;
  StopToken stop_;
  BuiltCatalog out_;
  std::map<std::string, std::unique_ptr<connectors::Session>> sessions_;
};

}  // namespace

Result<BuiltCatalog> BuildCatalog(const std::vector<PlaceMention>& places,
                                  const std::vector<Token>& tokens, const SynthesisRequest& request,
                                  const SynthesisContext& context, StopToken stop, bool loose) {
  return CatalogBuilder(request, context, stop).Build(places, tokens, loose);
}

}  // namespace aietl::synthesis
