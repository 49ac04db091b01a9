#include "connectors/files/csv_scan.h"

#include <algorithm>
#include <functional>
#include <map>

#include "base/text.h"
#include "base/utf8.h"
#include "connectors/files/encoding_of_file.h"
#include "connectors/files/glob.h"
#include "connectors/files/misfit.h"
#include "connectors/files/sniff_cache.h"
#include "connectors/files/transcode.h"

namespace aietl::connectors::files {
namespace {

using data::QuoteName;
using data::QuoteText;
using data::TypeId;

constexpr char kFileColumn[] = "aietl_file";
constexpr char kSpool[] = "aietl_copy_";

// The columns of all files together.
struct Unified {
  std::string name;
  data::Type type = data::MakeType(TypeId::kNull);
  std::string from;  // file that the type is from, for messages
  uint32_t integer_digits = 0;
};

// Files that one read_csv call can take.
struct Group {
  std::vector<const CsvFile*> files;
  std::vector<ColumnPlan> plans;  // in the order of the files' columns; flags of all files together
};

bool SameFamily(const ColumnPlan& a, const ColumnPlan& b) {
  return LowerUtf8(a.name) == LowerUtf8(b.name) && a.way == b.way && a.decimal == b.decimal &&
         a.groups == b.groups && a.formats == b.formats && a.given == b.given;
}

bool Fits(const Group& group, const CsvFile& file) {
  const CsvFile& first = *group.files[0];
  Dialect a = first.sniff.dialect;
  Dialect b = file.sniff.dialect;
  a.crlf = b.crlf = false;
  if (a != b || first.compression != file.compression || first.copied || file.copied ||
      first.sniff.whole != file.sniff.whole)
    return false;
  return std::equal(group.plans.begin(), group.plans.end(), file.sniff.columns.begin(),
                    file.sniff.columns.end(), SameFamily);
}

void Merge(const ColumnPlan& from, ColumnPlan* into) {
  into->padded = into->padded || from.padded;
  into->quoted_empty_is_null = into->quoted_empty_is_null || from.quoted_empty_is_null;
  for (const std::string& spelling : from.spelled) {
    if (std::find(into->spelled.begin(), into->spelled.end(), spelling) == into->spelled.end())
      into->spelled.push_back(spelling);
  }
}

Result<void> Unify(const ColumnPlan& plan, const std::string& file, Unified* column,
                   Problems* problems) {
  const data::Type type = plan.no_values ? data::MakeType(TypeId::kNull) : plan.type;
  if (column->type.id == TypeId::kNull && type.id != TypeId::kNull) column->from = file;
  column->integer_digits = std::max(column->integer_digits, plan.integer_digits);
  if (const auto wider = Widen(column->type, type)) {
    const bool sniffed = !plan.given && column->type != type;
    column->type = *wider;
    // What was sniffed has room to spare; what is needed is what was seen.
    if (sniffed && wider->id == TypeId::kDecimal && column->integer_digits + wider->scale <= 18)
      column->type = data::MakeDecimal(18, wider->scale);
    return {};
  }
  const bool text = column->type.id == TypeId::kVarchar || type.id == TypeId::kVarchar;
  const std::string hint = Msg("say `types: {{{}: VARCHAR}}`", column->name);
  if (!text) {
    return Fail(Error(Code::kInvalid, "mixed_types",
                      Msg("column {} is {} in {} and {} in {}", column->name, column->type.ToSql(),
                          column->from, type.ToSql(), file))
                    .About(column->name)
                    .Hint(hint));
  }
  problems->push_back({"mixed_types",
                       Severity::kWarning,
                       Msg("column {} is {} in {} and {} in {}, so it is read as text",
                           column->name, column->type.ToSql(), column->from, type.ToSql(), file),
                       {},
                       column->name,
                       Msg("say what it is, for example `types: {{{}: BIGINT}}`", column->name)});
  column->type = data::MakeType(TypeId::kVarchar);
  return {};
}

Result<std::vector<Unified>> UnifyAll(const std::vector<CsvFile>& files, const std::string& folder,
                                      Problems* problems) {
  std::vector<Unified> columns;
  std::map<std::string, size_t> index;
  for (const CsvFile& file : files) {
    for (const ColumnPlan& plan : file.sniff.columns) {
      const auto [at, added] = index.try_emplace(LowerUtf8(plan.name), columns.size());
      if (added) columns.push_back({plan.name, data::MakeType(TypeId::kNull), {}, 0});
      AIETL_TRY(Unify(plan, ShownPath(file.stamp.path, folder), &columns[at->second], problems));
    }
  }
  for (Unified& column : columns) {
    if (column.type.id == TypeId::kNull) column.type = data::MakeType(TypeId::kVarchar);
  }
  return columns;
}

// --- SQL of one column
// -----------------------------------------------------------------------------------------------------------

bool ReadsNatively(const ColumnPlan& plan, const data::Type& type, bool whole) {
  if (!plan.nulls.empty()) return false;
  if (type.id == TypeId::kVarchar) return true;
  const bool plain = plan.way == ColumnPlan::Way::kNative && plan.spelled.empty() &&
                     !plan.quoted_empty_is_null && !plan.padded;
  // An integer that the document asks for must not be rounded from decimals.
  return plain && whole && !(plan.given && type.IsInteger());
}

// A condition that says the text `x` is what a value of this type looks like, over what the
// engine's casts let through: they take 007 for 7, 1.5 for 2, and drop the time of day and the
// zone.
std::string Guard(const ColumnPlan& plan, const data::Type& type, const std::string& x,
                  const std::string& cast) {
  if (plan.given) return type.IsInteger() ? "strpos(" + x + ", '.') = 0" : "";
  if (type.IsInteger()) return "CAST(" + cast + " AS VARCHAR) = " + x;
  const std::string no_zeros =
      "NOT (" + x + " >= '00' AND " + x + " < '0:') AND NOT prefix(" + x + ", '+')";
  if (type.id == TypeId::kDecimal) {
    return no_zeros + " AND (strpos(" + x + ", '.') = 0 OR length(" + x + ") - strpos(" + x +
           ", '.') <= " + std::to_string(type.scale) + ")";
  }
  if (type.id == TypeId::kDouble) return no_zeros;
  if (plan.way == ColumnPlan::Way::kStrptime) return "";
  if (type.id == TypeId::kDate) return "length(" + x + ") <= 10";
  if (type.id == TypeId::kTimestamp)
    return "strpos(substr(" + x + ", 12), '-') = 0 AND strpos(" + x + ", '+') = 0 AND NOT suffix(" +
           x + ", 'Z')";
  if (type.id == TypeId::kBoolean) return "lower(" + x + ") IN ('true', 'false')";
  return "";
}

struct FileNames {
  std::string read;   // SQL giving the path that the engine reads
  std::string shown;  // SQL giving the path to show
};

std::string ColumnSql(const ColumnPlan& plan, size_t index, const data::Type& type,
                      const CsvFile& file, const FileNames& names) {
  const std::string raw = QuoteName(plan.name);
  if (ReadsNatively(plan, type, file.sniff.whole)) return raw;
  std::vector<std::string> nulls = plan.nulls;
  const bool text = type.id == TypeId::kVarchar;
  if (!text) nulls.insert(nulls.end(), plan.spelled.begin(), plan.spelled.end());
  if (!text && (plan.quoted_empty_is_null || plan.padded)) nulls.emplace_back();
  const std::string x = !text && plan.padded ? "trim(" + raw + ", ' \t')" : raw;
  std::string in;
  for (const std::string& spelling : nulls)
    in += (in.empty() ? "" : ", ") + QuoteText(spelling);
  const std::string is_null =
      raw + " IS NULL" + (in.empty() ? "" : " OR " + x + " IN (" + in + ")");
  if (text) return "CASE WHEN " + is_null + " THEN NULL ELSE " + raw + " END";

  std::string clean = x;
  std::string cast;
  const std::string sql_type = type.ToSql();
  if (plan.way == ColumnPlan::Way::kStrptime) {
    cast = "CAST(try_strptime(" + x + ", " +
           (plan.formats.size() == 1 ? QuoteText(plan.formats[0]) : SqlList(plan.formats)) +
           ") AS " + sql_type + ")";
  } else {
    if (plan.way == ColumnPlan::Way::kNumber) {
      if (!plan.groups.empty())
        clean = "replace(" + clean + ", " + QuoteText(plan.groups) + ", '')";
      if (plan.decimal == ',') clean = "replace(" + clean + ", ',', '.')";
    }
    cast = "TRY_CAST(" + clean + " AS " + sql_type + ")";
  }
  const std::string guard = file.sniff.whole && !plan.given ? "" : Guard(plan, type, clean, cast);
  MisfitColumn misfit{index,
                      plan.name,
                      sql_type,
                      file.sniff.dialect,
                      file.compression,
                      !file.sniff.whole && !plan.given};
  const std::string fail =
      "CAST(" + MisfitSql(misfit, names.read, names.shown, raw) + " AS " + sql_type + ")";
  const std::string value = guard.empty() ? cast : "CASE WHEN " + guard + " THEN " + cast + " END";
  return "CASE WHEN " + is_null + " THEN NULL ELSE coalesce(" + value + ", " + fail + ") END";
}

// --- SQL of one group
// ------------------------------------------------------------------------------------------------------------

std::string CharacterText(char c) {
  return QuoteText(c == 0 ? std::string() : std::string(1, c));
}

std::string ReadCsv(const Group& group, const std::vector<data::Column>& columns,
                    const ReadContext& context, bool with_file, bool in_order) {
  const CsvFile& file = *group.files[0];
  const Dialect& dialect = file.sniff.dialect;
  std::vector<std::string> paths;
  for (const CsvFile* each : group.files)
    paths.push_back(each->read_path);
  std::string sql =
      "read_csv(" + SqlList(paths) + ", auto_detect=false, delim=" + QuoteText(dialect.delimiter) +
      ", quote=" + CharacterText(dialect.quote) + ", escape=" + CharacterText(dialect.escape) +
      ", header=" + (dialect.header ? "true" : "false") + ", columns=" + SqlStruct(columns) +
      ", nullstr='', allow_quoted_nulls=false, compression='" +
      (file.copied ? "none" : CompressionName(file.compression)) + "'";
  if (dialect.skip > 0) sql += ", skip=" + std::to_string(dialect.skip);
  if (dialect.comment != 0) sql += ", comment=" + CharacterText(dialect.comment);
  if (!context.options.strict) sql += ", null_padding=true";
  if (with_file) sql += ", filename=" + QuoteText(kFileColumn);
  if (in_order) sql += ", parallel=false";
  // The engine holds several buffers of 32 MB, which alone would be half of a small limit.
  constexpr int64_t kLeastBuffer = 4'000'000, kUsualBuffer = 32'000'000, kShare = 25;
  if (context.memory > 0 && context.memory / kShare < kUsualBuffer)
    sql += ", buffer_size=" + std::to_string(std::max(context.memory / kShare, kLeastBuffer));
  return sql + ")";
}

std::string GroupSql(const Group& group, const std::vector<Unified>& unified,
                     const ReadContext& context) {
  const CsvFile& file = *group.files[0];
  const bool one = group.files.size() == 1;
  FileNames names;
  names.read = one ? QuoteText(file.read_path) : QuoteName(kFileColumn);
  names.shown = one ? QuoteText(ShownPath(file.stamp.path, context.folder))
                    : ShownPathSql(QuoteName(kFileColumn), context.folder);
  std::vector<data::Column> columns;
  std::string list;
  bool expressions = false;
  for (const Unified& column : unified) {
    const auto found = std::find_if(
        group.plans.begin(), group.plans.end(),
        [&](const ColumnPlan& p) { return LowerUtf8(p.name) == LowerUtf8(column.name); });
    list += list.empty() ? "" : ", ";
    if (found == group.plans.end()) {
      list += "CAST(NULL AS " + column.type.ToSql() + ") AS " + QuoteName(column.name);
      continue;
    }
    const std::string sql = ColumnSql(*found, static_cast<size_t>(found - group.plans.begin()),
                                      column.type, file, names);
    expressions = expressions || sql != QuoteName(found->name);
    list += sql + " AS " + QuoteName(column.name);
  }
  for (const ColumnPlan& plan : group.plans) {
    const auto found = std::find_if(unified.begin(), unified.end(), [&](const Unified& u) {
      return LowerUtf8(u.name) == LowerUtf8(plan.name);
    });
    const bool native = ReadsNatively(plan, found->type, file.sniff.whole);
    columns.push_back({plan.name, native ? found->type : data::MakeType(TypeId::kVarchar)});
  }
  const bool with_file = !one && (expressions || context.options.filename);
  const std::string read = ReadCsv(group, columns, context, with_file, context.options.row_number);
  if (context.options.filename) list += ", " + names.shown + " AS filename";
  if (context.options.row_number) list += ", row_number() OVER () AS row_number";
  const bool plain =
      !expressions && !with_file && !context.options.filename && !context.options.row_number &&
      unified.size() == group.plans.size() &&
      std::equal(unified.begin(), unified.end(), group.plans.begin(),
                 [](const Unified& u, const ColumnPlan& p) { return u.name == p.name; });
  return plain ? read : "(SELECT " + list + " FROM " + read + ")";
}

// --- The files
// -------------------------------------------------------------------------------------------------------------------

Result<CsvFile> Sniffed(const std::string& path, const ReadContext& context,
                        const SniffLimits& limits) {
  CsvFile file;
  AIETL_ASSIGN(file.stamp, StampFile(path));
  AIETL_ASSIGN(const FileKind kind,
               RecogniseFile(path,
                             context.options.format ? context.options.format
                                                    : std::optional<Format>(Format::kCsv),
                             context.options.compression));
  file.compression = kind.compression;
  file.read_path = path;
  const std::string key = SniffCache::Key({file.stamp}, context.options, context.quick) +
                          std::to_string(limits.whole_bytes);
  if (context.cache != nullptr) {
    if (auto known = context.cache->FindCsv(key)) {
      file.sniff = std::move(*known);
      return file;
    }
  }
  AIETL_ASSIGN(file.sniff, SniffCsv(path, file.compression, context.options, limits, context.stop));
  if (context.cache != nullptr) context.cache->Keep(key, file.sniff);
  return file;
}

// The engine reads UTF-8 with one kind of line end; anything else is copied first.
Result<void> CopyIfNeeded(const ReadContext& context, CsvFile* file) {
  const bool needed = file->sniff.encoding != "UTF-8" || file->sniff.mixed_line_ends;
  if (!needed || context.temp_folder.empty()) return {};
  CopyRequest copy;
  copy.from = file->stamp.path;
  copy.compression = file->compression;
  copy.encoding = file->sniff.encoding;
  copy.unify_line_ends = file->sniff.mixed_line_ends;
  copy.quote = file->sniff.dialect.quote;
  AIETL_TRY(MakeFolder(context.temp_folder));
  copy.to = context.temp_folder + "/" + kSpool +
            std::to_string(std::hash<std::string>()(copy.from + "\n" + copy.encoding)) + ".csv";
  AIETL_TRY(CopyAsUtf8(copy, context.stop));
  file->read_path = copy.to;
  file->copied = true;
  file->compression = Compression::kNone;
  return {};
}

// What was sniffed, as the document's keys.
json::Value SniffedKeys(const CsvFile& file) {
  const CsvSniff& sniff = file.sniff;
  json::Value keys;
  keys.Set("format", sniff.dialect.delimiter == "\t" ? "tsv" : "csv");
  if (file.compression != Compression::kNone)
    keys.Set("compression", CompressionName(file.compression));
  keys.Set("delimiter",
           sniff.dialect.delimiter == "\t" ? std::string("tab") : sniff.dialect.delimiter);
  if (sniff.dialect.quote != '"')
    keys.Set("quote",
             sniff.dialect.quote == 0 ? std::string("none") : std::string(1, sniff.dialect.quote));
  if (sniff.dialect.escape != sniff.dialect.quote)
    keys.Set("escape", std::string(1, sniff.dialect.escape));
  keys.Set("header", sniff.dialect.header);
  keys.Set("encoding", EncodingForPeople(sniff.encoding));
  if (sniff.dialect.skip > 0) keys.Set("skip", sniff.dialect.skip);
  for (const ColumnPlan& plan : sniff.columns) {
    if (plan.way == ColumnPlan::Way::kNumber) keys.Set("decimal", std::string(1, plan.decimal));
    if (plan.way == ColumnPlan::Way::kNumber && !plan.groups.empty())
      keys.Set("thousands", plan.groups);
    if (plan.way == ColumnPlan::Way::kStrptime)
      keys.Set(plan.type.id == TypeId::kDate ? "date_format" : "timestamp_format", plan.formats[0]);
  }
  return keys;
}

std::string NoteOf(const CsvFile& file, size_t files) {
  const CsvSniff& sniff = file.sniff;
  const std::string delimiter = sniff.dialect.delimiter == "\t"
                                    ? std::string(Tr("tab"))
                                    : "'" + sniff.dialect.delimiter + "'";
  std::string note = Msg("CSV, {} between fields, {}, {}", delimiter,
                         sniff.dialect.header ? Tr("with header") : Tr("without header"),
                         EncodingForPeople(sniff.encoding));
  if (files > 1) note += "; " + Plural(static_cast<int64_t>(files), "{} file", "{} files");
  if (!sniff.whole)
    note += "; " + Plural(sniff.sampled_rows, "types from a sample of {} row",
                          "types from a sample of {} rows");
  return note;
}

}  // namespace

Result<Relation> CsvRelation(const std::vector<std::string>& paths, const ReadContext& context) {
  Relation relation;
  std::vector<CsvFile> files;
  SniffLimits limits;
  if (context.quick) limits.whole_bytes = 4 << 20;
  limits.whole_encoding = !context.quick;
  // Many files share what one may cost.
  limits.whole_bytes =
      std::max<int64_t>(limits.whole_bytes / static_cast<int64_t>(paths.size()), 256 << 10);
  limits.head_bytes = std::min(limits.head_bytes, limits.whole_bytes);
  limits.places = std::max(2, limits.places / static_cast<int>(std::min<size_t>(paths.size(), 12)));
  for (const std::string& path : paths) {
    AIETL_TRY(context.stop.Check());
    AIETL_ASSIGN(CsvFile file, Sniffed(path, context, limits));
    relation.stamps.push_back(file.stamp);
    relation.bytes += static_cast<double>(file.stamp.size);
    for (Problem& problem : file.sniff.problems) {
      problem.place.file = ShownPath(path, context.folder);
      relation.problems.push_back(std::move(problem));
    }
    if (file.sniff.empty) {
      if (paths.size() > 1) {
        relation.problems.push_back({"empty_file",
                                     Severity::kWarning,
                                     Msg("{} is empty", ShownPath(path, context.folder)),
                                     {ShownPath(path, context.folder), 0, 0},
                                     path,
                                     ""});
      }
      continue;
    }
    AIETL_TRY(CopyIfNeeded(context, &file));
    files.push_back(std::move(file));
  }
  if (files.empty()) {
    return Fail(
        Error(
            Code::kInvalid, "empty_file",
            Msg("{} is empty: it has neither header nor rows", ShownPath(paths[0], context.folder)))
            .About(paths[0])
            .Hint(Tr("a file without rows still needs the line with the names of the columns")));
  }
  AIETL_ASSIGN(const std::vector<Unified> unified,
               UnifyAll(files, context.folder, &relation.problems));
  std::vector<std::string> names;
  for (const Unified& column : unified)
    names.push_back(column.name);
  AIETL_TRY(CheckTypeNames(context.options, names));

  std::vector<Group> groups;
  double rows = 0;
  relation.rows_exact = true;
  for (const CsvFile& file : files) {
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) {
      return !context.options.row_number && Fits(g, file);
    });
    if (group == groups.end()) {
      groups.push_back({{&file}, file.sniff.columns});
    } else {
      group->files.push_back(&file);
      for (size_t i = 0; i < group->plans.size(); ++i)
        Merge(file.sniff.columns[i], &group->plans[i]);
    }
    relation.paths.push_back(file.read_path);
    rows += file.sniff.rows;
    relation.rows_exact = relation.rows_exact && file.sniff.whole;
    relation.sampled = relation.sampled || !file.sniff.whole;
    relation.sampled_rows += file.sniff.sampled_rows;
  }
  if (!relation.sampled) relation.sampled_rows = 0;
  relation.rows = rows;
  for (const Group& group : groups) {
    const std::string sql = GroupSql(group, unified, context);
    if (groups.size() == 1) {
      relation.sql = sql;
    } else {
      relation.sql += (relation.sql.empty() ? "(" : " UNION ALL ") + ("SELECT * FROM " + sql);
    }
  }
  if (groups.size() > 1) relation.sql += ")";
  for (const Unified& column : unified)
    relation.schema.columns.push_back({column.name, column.type});
  if (context.options.filename)
    relation.schema.columns.push_back({"filename", data::MakeType(TypeId::kVarchar)});
  if (context.options.row_number)
    relation.schema.columns.push_back({"row_number", data::MakeType(TypeId::kBigInt)});
  relation.sniffed = SniffedKeys(files[0]);
  relation.note = NoteOf(files[0], files.size());
  const Compression compression = KindByEnding(paths[0]).compression;
  relation.work = compression == Compression::kGzip   ? "read csv.gz"
                  : compression == Compression::kZstd ? "read csv.zst"
                                                      : "read csv";
  return relation;
}

}  // namespace aietl::connectors::files
