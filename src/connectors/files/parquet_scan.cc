#include "connectors/files/parquet_scan.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "base/utf8.h"

namespace aietl::connectors::files {
namespace {

using data::QuoteName;
using data::QuoteText;

struct ParquetFile {
  std::string path;
  data::Schema schema;
};

// The engine names the file in some messages and not in others; here there is but one.
Error AboutFile(Error error, const std::string& shown) {
  if (error.place.file.empty() || error.place.file.front() == '/') error.place.file = shown;
  if (error.id == "engine_error" || error.id == "conversion" || error.code == Code::kInternal) {
    error = Error(Code::kDataLoss, "corrupt_file", Tr("the Parquet file is damaged or is none"));
    error.place.file = shown;
  }
  if (error.hint.empty()) error.hint = Tr("fetch or make the file again");
  error.object = shown;
  return error;
}

Result<void> Footer(const std::string& path, const ReadContext& context, Relation* relation,
                    data::Schema* schema) {
  const std::string shown = ShownPath(path, context.folder);
  AIETL_ASSIGN(const FileStamp stamp, StampFile(path));
  AIETL_ASSIGN([[maybe_unused]] const FileKind kind,
               RecogniseFile(path, Format::kParquet, context.options.compression));
  auto rows = context.connection.Scalar("SELECT num_rows FROM parquet_file_metadata(" +
                                        QuoteText(path) + ")");
  if (!rows) return Fail(AboutFile(std::move(rows.error()), shown));
  auto columns = context.connection.Describe("SELECT * FROM read_parquet(" + QuoteText(path) +
                                             ", hive_partitioning=false)");
  if (!columns) return Fail(AboutFile(std::move(columns.error()), shown));
  *schema = std::move(*columns);
  relation->rows =
      relation->rows.value_or(0) + static_cast<double>(std::stoll(rows->value_or("0")));
  relation->bytes += static_cast<double>(stamp.size);
  relation->stamps.push_back(stamp);
  relation->paths.push_back(path);
  return {};
}

struct ParquetColumn {
  data::Column column;
  std::string from;
  bool everywhere_equal = true;
  size_t files = 0;
};

Result<std::vector<ParquetColumn>> UnifyParquet(const std::vector<ParquetFile>& files,
                                                const std::string& folder) {
  std::vector<ParquetColumn> columns;
  std::map<std::string, size_t> index;
  for (const ParquetFile& file : files) {
    const std::string shown = ShownPath(file.path, folder);
    for (const data::Column& column : file.schema.columns) {
      const auto [at, added] = index.try_emplace(LowerUtf8(column.name), columns.size());
      if (added) columns.push_back({column, shown, true, 0});
      ParquetColumn& unified = columns[at->second];
      ++unified.files;
      if (unified.column.type == column.type) continue;
      const auto wider = Widen(unified.column.type, column.type);
      if (!wider) {
        return Fail(
            Error(Code::kInvalid, "mixed_types",
                  Msg("column {} is {} in {} and {} in {}", column.name,
                      unified.column.type.ToSql(), unified.from, column.type.ToSql(), shown))
                .About(column.name)
                .Hint(Tr("read these files as two sources and cast the column in a step")));
      }
      unified.column.type = *wider;
      unified.everywhere_equal = false;
    }
  }
  return columns;
}

}  // namespace

Result<Relation> ParquetRelation(const std::vector<std::string>& paths,
                                 const ReadContext& context) {
  Relation relation;
  relation.rows = 0;
  relation.rows_exact = true;
  std::vector<ParquetFile> files;
  for (const std::string& path : paths) {
    AIETL_TRY(context.stop.Check());
    ParquetFile file{path, {}};
    AIETL_TRY(Footer(path, context, &relation, &file.schema));
    files.push_back(std::move(file));
  }
  AIETL_ASSIGN(std::vector<ParquetColumn> columns, UnifyParquet(files, context.folder));
  std::vector<std::string> names;
  for (const ParquetColumn& unified : columns)
    names.push_back(unified.column.name);
  AIETL_TRY(CheckTypeNames(context.options, names));
  std::string read = "read_parquet(" + SqlList(paths) + ", hive_partitioning=false";
  if (paths.size() > 1) read += ", union_by_name=true";
  if (context.options.filename) read += ", filename='aietl_file'";
  if (context.options.row_number) read += ", file_row_number=true";
  read += ")";
  std::string list;
  bool plain = !context.options.filename && !context.options.row_number;
  for (ParquetColumn& unified : columns) {
    bool cast = !unified.everywhere_equal;
    for (const auto& [name, type] : context.options.types) {
      if (LowerUtf8(name) != LowerUtf8(unified.column.name) || type == unified.column.type)
        continue;
      unified.column.type = type;
      cast = true;
    }
    const std::string name = QuoteName(unified.column.name);
    list += (list.empty() ? "" : ", ") +
            (cast ? "CAST(" + name + " AS " + unified.column.type.ToSql() + ") AS " + name : name);
    plain = plain && !cast;
    relation.schema.columns.push_back(unified.column);
  }
  if (context.options.filename) {
    list += ", " + ShownPathSql("aietl_file", context.folder) + " AS filename";
    relation.schema.columns.push_back({"filename", data::MakeType(data::TypeId::kVarchar)});
  }
  if (context.options.row_number) {
    list += ", file_row_number + 1 AS row_number";
    relation.schema.columns.push_back({"row_number", data::MakeType(data::TypeId::kBigInt)});
  }
  relation.sql = plain ? read : "(SELECT " + list + " FROM " + read + ")";
  relation.work = "read parquet";
  relation.note = "Parquet";
  if (paths.size() > 1)
    relation.note += "; " + Plural(static_cast<int64_t>(paths.size()), "{} file", "{} files");
  relation.sniffed.Set("format", "parquet");
  return relation;
}

}  // namespace aietl::connectors::files
