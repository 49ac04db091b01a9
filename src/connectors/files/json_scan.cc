#include "connectors/files/json_scan.h"

#include <algorithm>
#include <functional>
#include <map>

#include "base/text.h"
#include "base/utf8.h"
#include "connectors/files/encoding_of_file.h"
#include "connectors/files/json_plan.h"
#include "connectors/files/sniff_cache.h"
#include "connectors/files/transcode.h"

namespace aietl::connectors::files {
namespace {

using data::QuoteName;
using data::QuoteText;
using data::TypeId;

constexpr char kJsonFileColumn[] = "aietl_file";
constexpr char kNumberColumn[] = "aietl_row";

const char* LayoutName(JsonLayout layout) {
  if (layout == JsonLayout::kArray) return "array";
  return layout == JsonLayout::kLines ? "newline_delimited" : "unstructured";
}

// The file as the engine can read it: UTF-8 without a mark, records at the top, numbers inside.
Result<std::string> Copied(const JsonFile& file, const ReadContext& context) {
  const bool needed =
      file.encoding != "UTF-8" || file.marked || file.inside || context.options.row_number;
  if (!needed || context.temp_folder.empty()) return file.stamp.path;
  CopyRequest copy;
  copy.from = file.stamp.path;
  copy.compression = file.compression;
  copy.encoding = file.encoding;
  if (file.inside) {
    copy.begin = file.inside->begin;
    copy.end = file.inside->end;
  }
  if (context.options.row_number) copy.number_key = kNumberColumn;
  AIETL_TRY(MakeFolder(context.temp_folder));
  const std::string identity = copy.from + "\n" + copy.encoding + "\n" + std::to_string(copy.begin);
  copy.to = context.temp_folder + "/aietl_copy_" +
            std::to_string(std::hash<std::string>()(identity)) + ".json";
  AIETL_TRY(CopyAsUtf8(copy, context.stop));
  return copy.to;
}

// One call of the engine's reader takes files of one layout.
struct JsonGroup {
  JsonLayout layout = JsonLayout::kLines;
  Compression compression = Compression::kNone;
  std::vector<std::string> paths;
  std::string shown;   // SQL of the column `filename`
  bool alone = false;  // takes no further file: `shown` is the name of this one
};

std::string ReadJson(const JsonGroup& group, const std::vector<data::Column>& columns,
                     int64_t longest, bool with_file) {
  // The engine's buffers are twice the largest record that is allowed, per thread.
  constexpr int64_t kLeast = 4 << 20;
  const int64_t size = std::max(kLeast, longest * 2 + 65536);
  const char* compression =
      group.compression == Compression::kNone ? "uncompressed" : CompressionName(group.compression);
  return "read_json(" + SqlList(group.paths) + ", auto_detect=false, records=true, format='" +
         LayoutName(group.layout) + "', compression='" + compression +
         "', maximum_object_size=" + std::to_string(size) + ", columns=" + SqlStruct(columns) +
         (with_file ? std::string(", filename='") + kJsonFileColumn + "'" : std::string()) + ")";
}

Result<JsonPlan> PlanOf(const std::vector<std::string>& paths, const ReadContext& context) {
  std::vector<FileStamp> stamps;
  for (const std::string& path : paths) {
    AIETL_ASSIGN(FileStamp stamp, StampFile(path));
    stamps.push_back(std::move(stamp));
  }
  const std::string key = SniffCache::Key(stamps, context.options, context.quick);
  if (context.cache != nullptr) {
    if (auto known = context.cache->FindJson(key)) return std::move(*known);
  }
  AIETL_ASSIGN(JsonPlan plan, PlanJson(paths, context));
  if (context.cache != nullptr) context.cache->Keep(key, plan);
  return plan;
}

// The type that the document gives a column, over what was found.
data::Type GivenType(const ReadOptions& options, const data::Column& column) {
  for (const auto& [name, type] : options.types) {
    if (LowerUtf8(name) == LowerUtf8(column.name)) return type;
  }
  return column.type;
}

void DescribeJson(const JsonPlan& plan, Relation* relation) {
  relation->rows = plan.complete ? static_cast<double>(plan.rows) : plan.estimated_rows;
  relation->rows_exact = plan.complete;
  relation->sampled = !plan.complete;
  relation->sampled_rows = plan.complete ? 0 : plan.rows;
  relation->problems = plan.problems;
  const JsonFile& first = plan.files[0];
  const bool lines = first.layout == JsonLayout::kLines && plan.rows > 1;
  relation->sniffed.Set("format", lines ? "ndjson" : "json");
  if (first.compression != Compression::kNone)
    relation->sniffed.Set("compression", CompressionName(first.compression));
  if (first.encoding != "UTF-8")
    relation->sniffed.Set("encoding", EncodingForPeople(first.encoding));
  if (!plan.records.empty()) relation->sniffed.Set("records", plan.records);
  relation->note = lines ? Tr("JSON, one record a line") : Tr("JSON");
  if (!plan.records.empty()) relation->note += "; " + Msg("records inside {}", plan.records);
  if (plan.files.size() > 1)
    relation->note += "; " + Plural(static_cast<int64_t>(plan.files.size()), "{} file", "{} files");
  relation->work = "read json";
}

}  // namespace

Result<Relation> JsonRelation(const std::vector<std::string>& paths, const ReadContext& context) {
  AIETL_ASSIGN(const JsonPlan plan, PlanOf(paths, context));
  Relation relation;
  DescribeJson(plan, &relation);
  AIETL_TRY(CheckTypeNames(context.options, plan.schema.Names()));
  if (plan.schema.columns.empty()) {
    return Fail(Error(Code::kInvalid, "empty_file",
                      Msg("{} holds no record with a field", ShownPath(paths[0], context.folder)))
                    .About(paths[0])
                    .Hint(Tr("without a record nobody can say what the columns are")));
  }
  std::vector<JsonGroup> groups;
  const bool shown = context.options.filename;
  for (const JsonFile& file : plan.files) {
    relation.stamps.push_back(file.stamp);
    relation.bytes += static_cast<double>(file.stamp.size);
    AIETL_ASSIGN(const std::string path, Copied(file, context));
    const bool copied = path != file.stamp.path;
    const Compression compression = copied ? Compression::kNone : file.compression;
    const auto fits = [&](const JsonGroup& group) {
      return group.layout == file.layout && group.compression == compression &&
             !(shown && (copied || group.alone));
    };
    auto group = std::find_if(groups.begin(), groups.end(), fits);
    if (group == groups.end()) {
      groups.push_back({file.layout, compression, {}, "", copied});
      group = groups.end() - 1;
      group->shown = copied ? QuoteText(ShownPath(file.stamp.path, context.folder))
                            : ShownPathSql(QuoteName(kJsonFileColumn), context.folder);
    }
    group->paths.push_back(path);
    relation.paths.push_back(path);
  }
  std::vector<data::Column> columns;
  for (const data::Column& column : plan.schema.columns)
    columns.push_back({column.name, GivenType(context.options, column)});
  relation.schema.columns = columns;
  if (context.options.row_number)
    columns.push_back({kNumberColumn, data::MakeType(TypeId::kBigInt)});
  for (const JsonGroup& group : groups) {
    std::string sql = ReadJson(group, columns, plan.longest, shown);
    if (shown || context.options.row_number) {
      std::string list;
      for (const data::Column& column : relation.schema.columns)
        list += (list.empty() ? "" : ", ") + QuoteName(column.name);
      if (shown) list += ", " + group.shown + " AS filename";
      if (context.options.row_number) list += std::string(", ") + kNumberColumn + " AS row_number";
      sql = "(SELECT " + list + " FROM " + sql + ")";
    }
    relation.sql += groups.size() == 1
                        ? sql
                        : (relation.sql.empty() ? "(" : " UNION ALL ") + ("SELECT * FROM " + sql);
  }
  if (groups.size() > 1) relation.sql += ")";
  if (shown) relation.schema.columns.push_back({"filename", data::MakeType(TypeId::kVarchar)});
  if (context.options.row_number)
    relation.schema.columns.push_back({"row_number", data::MakeType(TypeId::kBigInt)});
  return relation;
}

}  // namespace aietl::connectors::files
