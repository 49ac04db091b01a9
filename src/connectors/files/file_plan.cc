#include "connectors/files/file_plan.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "base/text.h"
#include "base/utf8.h"
#include "connectors/files/file_sql.h"
#include "connectors/files/glob.h"
#include "connectors/files/read.h"
#include "connectors/ledger.h"
#include "connectors/load_state.h"
#include "connectors/schema_match.h"

namespace aietl::connectors::files {
namespace {

using data::QuoteName;
using data::TypeId;
using spec::Mode;

Problem Obstacle(std::string code, std::string message, std::string object, std::string hint) {
  return {std::move(code),   Severity::kError, std::move(message), {},
          std::move(object), std::move(hint)};
}

// A target that cannot be written, before anything is read.
void CheckPlace(const WriteRequest& request, const LoadPaths& paths, WritePlan* plan) {
  const std::string folder = FolderOf(paths.target);
  if (IsGlob(paths.target)) {
    plan->problems.push_back(Obstacle("glob_target",
                                      Msg("{}: a pattern cannot be written to", request.table),
                                      request.table, Tr("name one file")));
  } else if (!FileExists(folder)) {
    plan->problems.push_back(Obstacle("no_such_folder", Msg("the folder {} does not exist", folder),
                                      request.table, Msg("make it: mkdir -p {}", folder)));
  } else if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    plan->problems.push_back(Obstacle("read_only", Msg("the folder {} is not writable", folder),
                                      request.table,
                                      Tr("change its permissions, or choose another folder")));
  } else if (FileExists(paths.target) && ::access(paths.target.c_str(), W_OK) != 0) {
    plan->problems.push_back(Obstacle("read_only", Msg("{} is read-only", request.table),
                                      request.table,
                                      Tr("change its permissions, or choose another name")));
  }
  struct stat st{};
  if (::stat(paths.target.c_str(), &st) == 0 && S_ISDIR(st.st_mode)) {
    plan->problems.push_back(Obstacle("is_a_folder",
                                      Msg("{}: is a folder, not a file", request.table),
                                      request.table, Tr("name a file in it")));
  }
}

// What the target's options say about reading it.
ReadOptions OldOptions(const TargetFormat& format) {
  ReadOptions options;
  options.format = format.kind.format;
  options.compression = format.kind.compression;
  if (!IsDelimited(format.kind.format)) return options;
  options.delimiter = format.delimiter;
  options.quote = format.quote;
  options.header = format.header;
  options.sample = kSampleAll;
  return options;
}

// The type that a column will have, given what it has in the old file and what arrives. Text
// formats have no types of their own: a column without values is whatever arrives.
std::optional<data::Type> NewType(const data::Type& old_type, const data::Type& batch,
                                  bool text_format) {
  if (const auto wider = Widen(old_type, batch)) return wider;
  if (text_format && batch.id == TypeId::kVarchar) return batch;
  return std::nullopt;
}

// Which of the old file's columns hold no value at all.
Result<std::vector<bool>> EmptyColumns(data::Connection& connection, const Relation& old_rows,
                                       const std::vector<std::string>& names) {
  if (names.empty()) return std::vector<bool>();
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "" : ", ") + ("count(" + QuoteName(name) + ")");
  AIETL_ASSIGN(const data::Rows counts,
               connection.Fetch("SELECT " + list + " FROM " + old_rows.sql, 1));
  std::vector<bool> empty;
  for (const auto& value : counts.rows[0])
    empty.push_back(value == "0");
  return empty;
}

const data::Column* Arriving(const data::Schema& batch, const std::string& name) {
  const int index = batch.Find(name);
  return index < 0 ? nullptr : &batch.columns[static_cast<size_t>(index)];
}

// Reads the existing target in the types that both it and the batch fit; its columns then are what
// MatchSchema compares with.
Result<void> PlanOldRows(data::Connection& connection, const WriteRequest& request,
                         const data::Schema& stored, const std::string& path, StopToken stop,
                         FilePlan* plan) {
  const bool text_format = plan->format.kind.format != Format::kParquet;
  ReadOptions options = OldOptions(plan->format);
  const auto open = [&] {
    const ReadContext context{connection, options, FolderOf(path), "", false, stop};
    return OpenRelation(path, context);
  };
  AIETL_ASSIGN(Relation old_rows, open());
  plan->write.rows_before = old_rows.rows;
  const std::string encoding = old_rows.sniffed["encoding"].AsString();
  if (!encoding.empty() && encoding != "utf-8") {
    plan->write.problems.push_back(Obstacle(
        "bad_encoding",
        Msg("{} is in {}, and rows can be added to UTF-8 files only", request.table, encoding),
        request.table, Tr("convert it to UTF-8 first, or write another file")));
    return {};
  }
  std::vector<std::string> doubtful;
  for (const data::Column& column : old_rows.schema.columns) {
    const data::Column* arriving = Arriving(stored, column.name);
    if (arriving != nullptr && !NewType(column.type, arriving->type, text_format) &&
        column.type.id == TypeId::kVarchar && text_format)
      doubtful.push_back(column.name);
  }
  AIETL_ASSIGN(const std::vector<bool> empty, EmptyColumns(connection, old_rows, doubtful));

  data::Schema types;
  std::vector<TargetColumn> target;
  for (const data::Column& column : old_rows.schema.columns) {
    data::Type type = column.type;
    if (const data::Column* arriving = Arriving(stored, column.name)) {
      const auto at = std::find(doubtful.begin(), doubtful.end(), column.name);
      const bool without_values =
          at != doubtful.end() && empty[static_cast<size_t>(at - doubtful.begin())];
      const auto wider = NewType(type, arriving->type, text_format);
      if (wider || without_values) type = wider ? *wider : arriving->type;
    }
    for (const data::Column& own : ModeColumns(request.mode)) {
      if (LowerUtf8(own.name) == LowerUtf8(column.name)) type = own.type;
    }
    if (type != column.type) {
      if (!text_format)
        plan->write.changes.push_back(Msg("column {} of {} becomes {} instead of {}",
                                          data::NameForPeople(column.name), request.table,
                                          type.ToSql(), column.type.ToSql()));
      if (text_format) options.types.emplace_back(column.name, type);
    }
    types.columns.push_back({column.name, type});
    target.push_back({{column.name, type, true}});
    plan->old_columns.push_back(column.name);
  }
  // Types that the document could give are read as such, so that a value that does not fit names
  // its line; Parquet is cast.
  if (text_format && !options.types.empty()) {
    AIETL_ASSIGN(old_rows, open());
  }
  std::string list;
  for (const data::Column& column : types.columns) {
    const std::string name = QuoteName(column.name);
    list += (list.empty() ? "" : ", ") +
            ("CAST(" + name + " AS " + column.type.ToSql() + ") AS " + name);
  }
  plan->old_rows = "(SELECT " + list + " FROM " + old_rows.sql + ")";
  plan->old_paths = old_rows.paths;

  data::Schema batch = stored;
  SchemaMatch match = MatchSchema(batch, target, request.table, request.evolve);
  plan->write.stage_schema = std::move(match.stage);
  plan->write.added_columns = std::move(match.added);
  plan->names = std::move(match.target_names);
  for (std::string& change : match.changes)
    plan->write.changes.push_back(std::move(change));
  for (Problem& problem : match.problems)
    plan->write.problems.push_back(std::move(problem));
  for (Problem& problem : CheckModeColumns(request, target, request.table))
    plan->write.problems.push_back(std::move(problem));
  plan->content = types;
  for (const data::Column& column : plan->write.added_columns)
    plan->content.columns.push_back(column);
  return {};
}

// The old file's rows and columns, for a replace that says what is lost.
void DescribeReplaced(data::Connection& connection, const WriteRequest& request,
                      const std::string& path, StopToken stop, FilePlan* plan) {
  ReadOptions options = OldOptions(plan->format);
  options.sample.reset();
  const ReadContext context{connection, options, FolderOf(path), "", true, stop};
  const auto old_rows = OpenRelation(path, context);
  if (!old_rows) return;  // whatever it is, it is replaced
  plan->write.rows_before = old_rows->rows;
  for (const data::Column& column : old_rows->schema.columns) {
    if (request.schema.Find(column.name) < 0)
      plan->write.drops.push_back(
          Msg("column {} of {}", data::NameForPeople(column.name), request.table));
  }
}

}  // namespace

LoadPaths PathsOf(const WriteRequest& request) {
  LoadPaths paths;
  paths.target = AbsolutePath(request.table, request.folder);
  std::error_code error;
  if (std::filesystem::is_symlink(paths.target,
                                  error)) {  // the file behind a link is replaced, not the link
    const std::filesystem::path real = std::filesystem::weakly_canonical(paths.target, error);
    if (!error) paths.target = real.string();
  }
  const std::string name = FileName(paths.target);
  const std::string load = SafeName(request.load_id);
  const std::string hidden = FolderOf(paths.target) + "/." + name + ".aietl-" + load;
  const std::string undo = request.undo_folder.empty()
                               ? hidden
                               : request.undo_folder + "/" + load + "." + SafeName(name);
  paths.staged = hidden + ".tmp";
  paths.batch = hidden + ".batch";
  paths.kept = undo + ".kept";
  paths.record = undo + ".staged.json";
  paths.made = request.undo_folder.empty()
                   ? ""
                   : request.undo_folder + "/made-" +
                         std::to_string(std::hash<std::string>()(paths.target)) + ".json";
  return paths;
}

std::string MakerOf(const LoadPaths& paths) {
  if (paths.made.empty()) return {};
  const auto text = ReadFile(paths.made);
  const auto stamp = StampFile(paths.target);
  if (!text || !stamp) return {};
  const auto entry = json::Parse(*text);
  if (!entry || (*entry)["path"].AsString() != paths.target) return {};
  const bool same = static_cast<uint64_t>((*entry)["inode"].AsInt()) == stamp->inode &&
                    (*entry)["size"].AsInt() == stamp->size &&
                    (*entry)["mtime_ns"].AsInt() == stamp->mtime_ns;
  return same ? (*entry)["pipeline"].AsString() : std::string();
}

void FitRowGroups(const WriteRequest& request, TargetFormat* format) {
  if (request.memory == 0 || format->kind.format != Format::kParquet || format->row_group_rows > 0)
    return;
  constexpr int64_t kShare = 16, kLeast = 4'000'000, kUsual = 60'000'000;
  const int64_t bytes = std::max(request.memory / kShare, kLeast);
  if (bytes >= kUsual) return;
  // The engine cuts by bytes only where order is given up.
  constexpr int64_t kFewRows = 10 * 2048;
  if (request.keep_order) {
    format->row_group_rows = kFewRows;
  } else {
    format->row_group_bytes = bytes;
  }
}

Result<FilePlan> MakeFilePlan(data::Connection& connection, const WriteRequest& request,
                              StopToken stop) {
  FilePlan plan;
  const LoadPaths paths = PathsOf(request);
  AIETL_ASSIGN(plan.format, ParseTargetFormat(request.options, request.table));
  FitRowGroups(request, &plan.format);
  const Format format = plan.format.kind.format;
  WritePlan& write = plan.write;
  write.work = std::string("write ") + FormatName(format);
  write.problems = CheckRequest(request);
  if (request.mode == Mode::kCdc) {
    write.problems.push_back(
        Obstacle("unsupported_mode",
                 Msg("{}: files cannot take mode {}", request.table, spec::ModeName(request.mode)),
                 request.table, Tr("use merge, or a database as target")));
    return plan;
  }
  CheckPlace(request, paths, &write);
  data::Schema stored;
  for (const data::Column& column : request.schema.columns) {
    std::string note;
    const data::Type type = StoredType(column.type, format, &note);
    if (!note.empty())
      write.changes.push_back(
          Msg("column {} ({}): {}", data::NameForPeople(column.name), column.type.ToSql(), note));
    stored.columns.push_back({column.name, type, column.nullable});
  }
  write.stage_schema = stored;
  plan.content = stored;
  plan.names = stored.Names();
  write.exists = FileExists(paths.target);
  if (HasErrors(write.problems)) return plan;
  if (write.exists) {
    AIETL_ASSIGN(plan.before, StampFile(paths.target));
    const std::string maker = MakerOf(paths);
    write.made_by_us = !maker.empty();
    if (request.mode == Mode::kReplace) {
      DescribeReplaced(connection, request, paths.target, stop, &plan);
      write.destroys = (!write.made_by_us || maker != request.pipeline) && plan.before->size > 0 &&
                       write.rows_before.value_or(1) > 0;
      write.changes.push_back(
          write.rows_before
              ? Msg("replaces the content of {} ({} now)", request.table,
                    Plural(static_cast<int64_t>(*write.rows_before), "{} row", "{} rows"))
              : Msg("replaces the content of {}", request.table));
    } else if (plan.before->size > 0) {
      AIETL_TRY(PlanOldRows(connection, request, stored, paths.target, stop, &plan));
    }
  } else {
    write.creates.push_back(Msg("file {}", request.table));
  }
  for (const data::Column& own : ModeColumns(request.mode)) {
    if (plan.content.Find(own.name) < 0) plan.content.columns.push_back(own);
  }
  return plan;
}

LoadSqlRequest SqlRequest(const WriteRequest& request, const FilePlan& plan,
                          const std::string& stage) {
  LoadSqlRequest sql;
  sql.mode = request.mode;
  sql.names.target = plan.old_rows;
  sql.names.stage = stage;
  sql.columns = plan.names;
  sql.target_columns = plan.old_columns;
  const auto spelt = [&](const std::vector<std::string>& names) {
    std::vector<std::string> out;
    for (const std::string& name : names) {
      const int index = request.schema.Find(name);
      out.push_back(index < 0 ? name : plan.names[static_cast<size_t>(index)]);
    }
    return out;
  };
  sql.key = spelt(request.key);
  sql.partition = spelt(request.partition);
  sql.at = request.snapshot_at;
  if (request.slice) sql.slice = SliceSql(*request.slice);
  return sql;
}

}  // namespace aietl::connectors::files
