#include "connectors/files/json_scan.h"

#include "base/text.h"

namespace aietl::connectors::files {

Result<Relation> JsonRelation(const std::vector<std::string>& paths, const ReadContext& context) {
  Relation relation;
  for (const std::string& path : paths) {
    AIETL_ASSIGN(const FileStamp stamp, StampFile(path));
    relation.stamps.push_back(stamp);
    relation.bytes += static_cast<double>(stamp.size);
    relation.paths.push_back(path);
  }
  const std::string read = "read_json(" + SqlList(paths) +
                           ", sample_size=-1, union_by_name=true, maximum_object_size=268435456)";
  AIETL_ASSIGN(relation.schema, context.connection.Describe("SELECT * FROM " + read));
  relation.sql =
      "read_json(" + SqlList(paths) +
      ", auto_detect=false, format='auto', records=true, maximum_object_size=268435456, columns=" +
      SqlStruct(relation.schema.columns) + ")";
  relation.work = "read json";
  relation.note = "JSON";
  relation.sniffed.Set("format", "json");
  return relation;
}

}  // namespace aietl::connectors::files
