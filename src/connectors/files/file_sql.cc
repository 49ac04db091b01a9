#include "connectors/files/file_sql.h"

#include "base/text.h"
#include "connectors/files/relation.h"
#include "data/database.h"

namespace aietl::connectors::files {
namespace {

using data::MakeType;
using data::QuoteName;
using data::QuoteText;
using data::TypeId;

// JSON's reader and writer want the long word for none, CSV's take either.
std::string CompressionText(Compression compression) {
  return compression == Compression::kNone ? "'uncompressed'"
                                           : std::string("'") + CompressionName(compression) + "'";
}

bool IsFloating(const data::Type& type) {
  return type.id == TypeId::kFloat || type.id == TypeId::kDouble;
}

}  // namespace

data::Type StoredType(const data::Type& type, Format format, std::string* note) {
  switch (type.id) {
    case TypeId::kNull: return MakeType(TypeId::kVarchar);
    case TypeId::kHugeInt:
    case TypeId::kUHugeInt:
      // Parquet has no such integer; the engine would write a rounded double.
      return data::MakeDecimal(38, 0);
    case TypeId::kEnum: return MakeType(TypeId::kVarchar);
    case TypeId::kBit:
    case TypeId::kTimeTz: *note = Tr("written as text"); return MakeType(TypeId::kVarchar);
    case TypeId::kInterval:
      if (format != Format::kParquet) return type;
      *note = Tr("written as text, because Parquet drops microseconds");
      return MakeType(TypeId::kVarchar);
    case TypeId::kTimestampS:
    case TypeId::kTimestampMs: return MakeType(TypeId::kTimestamp);
    case TypeId::kUnion:
    case TypeId::kOther: *note = Tr("written as JSON text"); return MakeType(TypeId::kJson);
    case TypeId::kBlob:
      if (format == Format::kParquet) return type;
      *note = Tr("bytes are written as text with escapes such as \\xFF");
      return MakeType(TypeId::kVarchar);
    default: break;
  }
  if (type.IsNested() && IsDelimited(format)) {
    *note = Tr("written as JSON text");
    return MakeType(TypeId::kJson);
  }
  if (type.id == TypeId::kArray) {  // reads back as a list
    data::Type list = MakeType(TypeId::kList);
    list.fields = type.fields;
    return list;
  }
  return type;
}

std::string CopySql(const std::string& select, const TargetFormat& target,
                    const std::string& path) {
  std::string options;
  switch (target.kind.format) {
    case Format::kParquet:
      options = "FORMAT parquet, COMPRESSION " +
                QuoteText(target.codec == "none" ? "uncompressed" : target.codec);
      if (target.codec == "zstd") options += ", COMPRESSION_LEVEL 1";
      if (target.row_group_rows > 0)
        options += ", ROW_GROUP_SIZE " + std::to_string(target.row_group_rows);
      if (target.row_group_bytes > 0)
        options += ", ROW_GROUP_SIZE_BYTES " + std::to_string(target.row_group_bytes);
      break;
    case Format::kCsv:
    case Format::kTsv:
      options = std::string("FORMAT csv, HEADER ") + (target.header ? "true" : "false") +
                ", DELIMITER " + QuoteText(target.delimiter) + ", QUOTE " +
                QuoteText(target.quote) + ", ESCAPE " + QuoteText(target.quote) + ", NULLSTR ''";
      break;
    case Format::kJson: options = "FORMAT json, ARRAY true"; break;
    case Format::kNdjson: options = "FORMAT json, ARRAY false"; break;
  }
  if (target.kind.format != Format::kParquet)
    options += ", COMPRESSION " + CompressionText(target.kind.compression);
  return "COPY (" + select + ") TO " + QuoteText(path) + " (" + options + ")";
}

std::string WritableSql(const std::string& select, const data::Schema& schema,
                        const TargetFormat& target, const std::string& shown) {
  if (!IsJson(target.kind.format)) return select;
  std::string list;
  bool plain = true;
  for (const data::Column& column : schema.columns) {
    const std::string name = QuoteName(column.name);
    std::string value = name;
    if (column.type.id == TypeId::kJson) {
      value = "nullif(json(" + name + "), 'null')";
    } else if (IsFloating(column.type)) {
      const Error error =
          Error(Code::kRange, "value_does_not_fit",
                Msg("{}: column {} holds infinity or NaN, which JSON does not have", shown,
                    column.name))
              .About(column.name)
              .Hint(Tr("turn such values into NULL in a step, or write CSV or Parquet"));
      value = "CASE WHEN " + name + " IS NULL OR isfinite(" + name + ") THEN " + name +
              " ELSE CAST(error(" + QuoteText(data::EngineErrorText(error)) + ") AS " +
              column.type.ToSql() + ") END";
    }
    plain = plain && value == name;
    list += (list.empty() ? "" : ", ") + value + (value == name ? "" : " AS " + name);
  }
  return plain ? select : "SELECT " + list + " FROM (" + select + ")";
}

std::string ReadBackSql(const data::Schema& schema, const TargetFormat& target,
                        const std::string& path) {
  const std::string file = QuoteText(path);
  const std::string compression = "compression=" + CompressionText(target.kind.compression);
  switch (target.kind.format) {
    case Format::kParquet: return "read_parquet(" + file + ", hive_partitioning=false)";
    case Format::kJson:
    case Format::kNdjson:
      return "read_json(" + file + ", auto_detect=false, records=true, format='" +
             (target.kind.format == Format::kJson ? "array" : "newline_delimited") +
             "', maximum_object_size=268435456, " + compression +
             ", columns=" + SqlStruct(schema.columns) + ")";
    default:
      return "read_csv(" + file + ", auto_detect=false, delim=" + QuoteText(target.delimiter) +
             ", quote=" + QuoteText(target.quote) + ", escape=" + QuoteText(target.quote) +
             ", header=" + (target.header ? "true" : "false") +
             ", nullstr='', allow_quoted_nulls=false, " + compression +
             ", columns=" + SqlStruct(schema.columns) + ")";
  }
}

}  // namespace aietl::connectors::files
