#include "connectors/files/discover.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/text.h"
#include "base/utf8.h"
#include "connectors/files/column_stats.h"
#include "connectors/files/glob.h"
#include "connectors/files/read.h"

namespace aietl::connectors::files {
namespace {

namespace fs = std::filesystem;

constexpr int kDepth = 2;
constexpr size_t kMostFiles = 1000;

// A folder for copies of files in other encodings, gone when this is.
class TempFolder {
 public:
  TempFolder() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "aietl-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~TempFolder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void ListFolder(const fs::path& folder, int depth, std::vector<std::string>* files) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
       !error && at != end; at.increment(error))
    entries.push_back(*at);
  std::sort(entries.begin(), entries.end());
  for (const fs::directory_entry& entry : entries) {
    const std::string name = entry.path().filename().string();
    if (name[0] == '.' || files->size() >= kMostFiles) continue;
    if (entry.is_directory(error)) {
      if (depth > 0) ListFolder(entry.path(), depth - 1, files);
    } else if (HasDataEnding(name) && entry.is_regular_file(error)) {
      files->push_back(entry.path().string());
    }
  }
}

// "data/orders_2024-01.csv" → "data/orders_*.csv": from the first digit to the last. Empty without
// digits.
std::string SeriesPattern(const std::string& path, const char* wildcard) {
  const std::string name = FileName(path);
  const size_t first = name.find_first_of("0123456789");
  if (first == std::string::npos) return {};
  const size_t dot = name.find('.', first);
  const size_t last = name.find_last_of("0123456789", dot == std::string::npos ? name.size() : dot);
  if (last == std::string::npos) return {};
  const std::string folder = path.substr(0, path.size() - name.size());
  return folder + name.substr(0, first) + wildcard + name.substr(last + 1);
}

std::vector<std::string> ColumnKey(const TableInfo& info) {
  std::vector<std::string> names;
  for (const ColumnInfo& column : info.columns)
    names.push_back(LowerUtf8(column.name));
  return names;
}

TableInfo Describe(data::Connection& connection, const DiscoverRequest& request,
                   const std::string& name, const ReadContext& context) {
  TableInfo info;
  info.name = name;
  info.kind = IsGlob(AbsolutePath(name, context.folder)) ? "files" : "file";
  if (!request.columns) {
    const auto paths = ExpandPath(name, context.folder);
    if (!paths) info.problems.push_back(paths.error().ToProblem());
    for (const std::string& path : paths ? *paths : std::vector<std::string>()) {
      if (const auto stamp = StampFile(path)) info.bytes += stamp->size;
    }
    return info;
  }
  auto relation = OpenRelation(name, context);
  if (!relation) {
    info.problems.push_back(relation.error().ToProblem());
    return info;
  }
  info.rows = relation->rows;
  info.rows_exact = relation->rows_exact;
  info.bytes = static_cast<int64_t>(relation->bytes);
  info.sampled_rows = relation->sampled_rows;
  info.options = relation->sniffed;
  info.problems = std::move(relation->problems);
  for (const data::Column& column : relation->schema.columns) {
    info.columns.emplace_back();
    info.columns.back().name = column.name;
    info.columns.back().type = column.type;
  }
  if (request.sample_values > 0) {
    const auto done = AddStatistics(connection, relation->sql, request, &info);
    if (!done && relation->sampled && context.quick) {
      // Rows behind the quick look's are of other types.
      ReadContext thorough = context;
      thorough.quick = false;
      return Describe(connection, request, name, thorough);
    }
    if (!done) info.problems.push_back(done.error().ToProblem());
  }
  return info;
}

// Files that go on in one another: the same name but for digits, the same columns.
std::vector<std::string> FindSeries(const std::vector<TableInfo>& files) {
  std::map<std::string, std::vector<const TableInfo*>> groups;
  for (const TableInfo& info : files) {
    const std::string pattern = SeriesPattern(info.name, "*");
    if (!pattern.empty()) groups[pattern].push_back(&info);
  }
  std::vector<std::string> series;
  for (const auto& [pattern, members] : groups) {
    const bool same = std::all_of(members.begin(), members.end(), [&](const TableInfo* m) {
      return ColumnKey(*m) == ColumnKey(*members[0]);
    });
    if (members.size() < 2 || !same) continue;
    // The pattern must match these files and no others.
    const auto matches = [&](const std::string& glob) {
      return std::count_if(files.begin(), files.end(), [&](const TableInfo& f) {
        return FolderOf(f.name) == FolderOf(glob) && MatchName(FileName(glob), FileName(f.name));
      });
    };
    const auto wanted = static_cast<std::ptrdiff_t>(members.size());
    std::string glob = pattern;
    if (matches(glob) != wanted) glob = SeriesPattern(members[0]->name, "[0-9]*");
    if (matches(glob) == wanted) series.push_back(glob);
  }
  return series;
}

}  // namespace

Result<std::vector<TableInfo>> DiscoverFiles(data::Connection& connection,
                                             const DiscoverRequest& request,
                                             const std::string& folder, SniffCache* cache,
                                             StopToken stop) {
  AIETL_ASSIGN(const ReadOptions options, ParseReadOptions(request.options));
  const TempFolder temporary;
  std::error_code error;
  const bool one_file = !request.table.empty() || !fs::is_directory(folder, error);
  const std::string base = fs::is_directory(folder, error) ? folder : FolderOf(folder);
  const ReadContext context{connection, options, base, temporary.path(), !one_file, stop, cache};
  std::vector<TableInfo> tables;
  if (one_file) {
    const std::string name = request.table.empty() ? FileName(folder) : request.table;
    AIETL_TRY(ExpandPath(name, base));
    tables.push_back(Describe(connection, request, name, context));
    return tables;
  }
  std::vector<std::string> files;
  ListFolder(base, kDepth, &files);
  for (const std::string& path : files) {
    AIETL_TRY(stop.Check());
    tables.push_back(Describe(connection, request, ShownPath(path, base), context));
  }
  for (const std::string& glob : FindSeries(tables))
    tables.push_back(Describe(connection, request, glob, context));
  return tables;
}

}  // namespace aietl::connectors::files
