#include "connectors/files/read.h"

#include "base/text.h"
#include "connectors/files/csv_scan.h"
#include "connectors/files/glob.h"
#include "connectors/files/json_scan.h"
#include "connectors/files/parquet_scan.h"

namespace aietl::connectors::files {
namespace {

Error MixedFormats(const std::string& path, const std::string& a, Format a_format,
                   const std::string& b, Format b_format) {
  return Error(Code::kInvalid, "mixed_formats",
               Msg("{} matches files of different formats: {} is {}, {} is {}", path, a,
                   FormatName(a_format), b, FormatName(b_format)))
      .About(path)
      .Hint(Tr("name one ending in the pattern, for example data/*.csv"));
}

bool SameKindOfFormat(Format a, Format b) {
  return a == b || (IsDelimited(a) && IsDelimited(b)) || (IsJson(a) && IsJson(b));
}

}  // namespace

Result<Relation> OpenRelation(const std::string& path, const ReadContext& context) {
  AIETL_ASSIGN(const std::vector<std::string> paths, ExpandPath(path, context.folder));
  Format format = Format::kCsv;
  for (size_t i = 0; i < paths.size(); ++i) {
    AIETL_ASSIGN(const FileKind kind,
                 RecogniseFile(paths[i], context.options.format, context.options.compression));
    if (i == 0) format = kind.format;
    if (!SameKindOfFormat(format, kind.format)) {
      return Fail(MixedFormats(path, ShownPath(paths[0], context.folder), format,
                               ShownPath(paths[i], context.folder), kind.format));
    }
  }
  if (format == Format::kParquet) return ParquetRelation(paths, context);
  if (IsJson(format)) return JsonRelation(paths, context);
  return CsvRelation(paths, context);
}

Result<Scan> ReadFiles(data::Connection& connection, const ReadRequest& request,
                       const std::string& folder, SniffCache* cache, StopToken stop) {
  AIETL_ASSIGN(const ReadOptions options, ParseReadOptions(request.options));
  const ReadContext context{connection, options, folder, request.temp_folder,
                            false,      stop,    cache,  request.memory};
  AIETL_ASSIGN(Relation relation, OpenRelation(request.table, context));
  return Narrowed(std::move(relation), request);
}

}  // namespace aietl::connectors::files
