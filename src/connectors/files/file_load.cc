#include "connectors/files/file_load.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/failpoint.h"
#include "base/text.h"
#include "connectors/files/file_plan.h"
#include "connectors/files/file_sql.h"
#include "connectors/files/glob.h"
#include "connectors/ledger.h"
#include "connectors/load_state.h"

namespace aietl::connectors::files {
namespace {

using data::QuoteName;
using spec::Mode;

json::Value StampToJson(const FileStamp& stamp) {
  return json::Object{{"inode", static_cast<int64_t>(stamp.inode)},
                      {"size", stamp.size},
                      {"mtime_ns", stamp.mtime_ns}};
}

FileStamp StampFromJson(const std::string& path, const json::Value& value) {
  return {path, static_cast<uint64_t>(value["inode"].AsInt()), value["size"].AsInt(),
          value["mtime_ns"].AsInt()};
}

bool SameContent(const std::string& path, const FileStamp& stamp) {
  const auto now = StampFile(path);
  return now && now->inode == stamp.inode && now->size == stamp.size &&
         now->mtime_ns == stamp.mtime_ns;
}

// What Prepare found out, kept beside the undo file so that another process can commit.
struct Staged {
  FileStamp stamp;                  // of the staged file
  std::optional<FileStamp> before;  // of the target that its content was made from
  Committed counts;
  bool ours = false;         // all rows of the new content are this product's
  std::string maker_before;  // pipeline that made the previous content
};

json::Value ToJson(const Staged& staged) {
  json::Value value = json::Object{
      {"staged", StampToJson(staged.stamp)},   {"written", staged.counts.rows_written},
      {"deleted", staged.counts.rows_deleted}, {"unchanged", staged.counts.rows_unchanged},
      {"bytes", staged.counts.bytes},          {"ours", staged.ours},
      {"maker_before", staged.maker_before}};
  if (staged.before) value.Set("before", StampToJson(*staged.before));
  return value;
}

Result<Staged> ReadStagedRecord(const LoadPaths& paths, const std::string& target) {
  const auto text = ReadFile(paths.record);
  if (!text) return Fail(StageLostError(target));
  AIETL_ASSIGN(const json::Value value, json::Parse(*text));
  Staged staged;
  staged.stamp = StampFromJson(paths.target, value["staged"]);
  if (value.Find("before") != nullptr) staged.before = StampFromJson(paths.target, value["before"]);
  staged.counts.rows_written = value["written"].AsInt();
  staged.counts.rows_deleted = value["deleted"].AsInt();
  staged.counts.rows_unchanged = value["unchanged"].AsInt();
  staged.counts.bytes = value["bytes"].AsInt();
  staged.ours = value["ours"].AsBool();
  staged.maker_before = value["maker_before"].AsString();
  return staged;
}

// The ledger's entry for a target as it stands now.
Result<void> WriteMaker(const std::string& ledger, const std::string& target,
                        const std::string& pipeline) {
  if (ledger.empty()) return {};
  AIETL_ASSIGN(const FileStamp stamp, StampFile(target));
  json::Value entry = StampToJson(stamp);
  entry.Set("path", target);
  entry.Set("pipeline", pipeline);
  AIETL_TRY(MakeFolder(FolderOf(ledger)));
  return WriteFileAtomically(ledger, json::Write(entry), true);
}

// The new file can be read by whom the old one could; a file of its own is as the process's mask
// says.
void TakeOverMode(const std::string& from, const std::string& to) {
  struct stat st{};
  if (::stat(from.c_str(), &st) != 0) return;
  static_cast<void>(::chmod(to.c_str(), st.st_mode & 07777U));
  static_cast<void>(::chown(to.c_str(), st.st_uid,
                            st.st_gid));  // only root can; else the owner stays who runs this
}

class FileLoad : public Load {
 public:
  FileLoad(data::Connection& connection, WriteRequest request, FilePlan plan)
      : connection_(connection),
        request_(std::move(request)),
        plan_(std::move(plan)),
        paths_(PathsOf(request_)) {}

  std::vector<std::string> paths() const override {
    std::vector<std::string> all{paths_.staged, paths_.batch, paths_.target};
    all.insert(all.end(), plan_.old_paths.begin(), plan_.old_paths.end());
    return all;
  }

  Result<std::vector<std::string>> StageStatements(const std::string& batch_select,
                                                   Observer& observer) override {
    AIETL_TRY(RemoveFile(paths_.staged));
    AIETL_TRY(RemoveFile(paths_.batch));
    if (request_.mode == Mode::kReplace) {
      const std::string rows = WritableSql(Cast(batch_select, plan_.write.stage_schema),
                                           plan_.content, plan_.format, request_.table);
      return std::vector<std::string>{
          CopySql(observer.Observe(rows, Slot::kContent), plan_.format, paths_.staged)};
    }
    TargetFormat batch;
    batch.kind.format = Format::kParquet;
    batch.codec = "zstd";
    FitRowGroups(request_, &batch);
    const std::string delivered =
        observer.Observe(Cast(batch_select, plan_.write.stage_schema), Slot::kBatch);
    const std::string content = WritableSql(
        Cast(NewContentSql(SqlRequest(request_, plan_, StageRelation())), plan_.content),
        plan_.content, plan_.format, request_.table);
    return std::vector<std::string>{
        CopySql(delivered, batch, paths_.batch),
        CopySql(observer.Observe(content, Slot::kContent), plan_.format, paths_.staged)};
  }

  Result<std::unique_ptr<data::BatchWriter>> OpenWriter() override {
    return Fail(Code::kUnsupported, "engine_stage",
                Tr("files are written by statements of the engine"));
  }

  Result<void> Prepare(StopToken stop) override {
    AIETL_TRY(Failpoint("files.after_stage"));
    AIETL_TRY(stop.Check());
    Staged staged;
    staged.before = plan_.before;
    // Rows that others put there stay others' where a load only adds to them.
    staged.ours = request_.mode == Mode::kReplace || !plan_.before || plan_.write.made_by_us;
    staged.maker_before = MakerOf(paths_);
    if (request_.mode == Mode::kReplace) {
      AIETL_ASSIGN(staged.counts.rows_written,
                   Count(ReadBackSql(plan_.content, plan_.format, paths_.staged)));
    } else {
      AIETL_TRY(CheckKeys());
      AIETL_ASSIGN(staged.counts, CountChanges());
    }
    if (FileExists(paths_.target)) TakeOverMode(paths_.target, paths_.staged);
    AIETL_TRY(SyncFile(paths_.staged));
    AIETL_ASSIGN(staged.stamp, StampFile(paths_.staged));
    staged.counts.bytes = staged.stamp.size;
    AIETL_TRY(MakeFolder(FolderOf(paths_.record)));
    AIETL_TRY(WriteFileAtomically(paths_.record, json::Write(ToJson(staged)), true));
    return RemoveFile(paths_.batch);
  }

  Result<Scan> ReadStaged() override {
    Scan scan;
    scan.schema = plan_.content;
    scan.relation = ReadBackSql(plan_.content, plan_.format, paths_.staged);
    scan.paths = {paths_.staged};
    scan.work = std::string("read ") + FormatName(plan_.format.kind.format);
    if (const auto stamp = StampFile(paths_.staged)) scan.bytes = static_cast<double>(stamp->size);
    return scan;
  }

  // The content was compared while it was staged, and a rename keeps it: `verify` asks for nothing
  // more.
  Result<Committed> Commit(bool, StopToken) override {
    AIETL_ASSIGN(Staged staged, ReadStagedRecord(paths_, request_.table));
    if (!FileExists(paths_.staged)) {
      if (!SameContent(paths_.target, staged.stamp)) return Fail(StageLostError(request_.table));
      AIETL_TRY(RememberMaker(staged));
      staged.counts.repeated = true;
      return staged.counts;
    }
    if (!SameContent(paths_.staged, staged.stamp)) {
      return Fail(Error(Code::kDataLoss, "stage_changed",
                        Msg("the staged file {} was changed by somebody", paths_.staged))
                      .About(request_.table)
                      .Hint(Tr("run it again")));
    }
    AIETL_TRY(KeepPrevious(staged));
    AIETL_TRY(Failpoint("files.before_rename"));
    AIETL_TRY(RenameDurably(paths_.staged, paths_.target));
    AIETL_TRY(Failpoint("files.after_rename"));
    AIETL_TRY(RememberMaker(staged));
    return staged.counts;
  }

  Result<void> Abort() override {
    const auto staged = ReadStagedRecord(paths_, request_.table);
    const bool committed =
        staged && !FileExists(paths_.staged) && SameContent(paths_.target, staged->stamp);
    AIETL_TRY(RemoveFile(paths_.batch));
    if (committed) return {};
    AIETL_TRY(RemoveFile(paths_.staged));
    AIETL_TRY(RemoveFile(paths_.kept));
    return RemoveFile(paths_.record);
  }

  json::Value descriptor() const override {
    json::Value value =
        json::Object{{"connector", "files"}, {"request", connectors::ToJson(request_)}};
    if (request_.options != nullptr) value.Set("options", request_.options->ToJson());
    return value;
  }

  json::Value undo() const override {
    json::Value value = json::Object{{"connector", "files"},
                                     {"target", paths_.target},
                                     {"name", request_.table},
                                     {"kept", paths_.kept},
                                     {"record", paths_.record}};
    const auto staged = ReadStagedRecord(paths_, request_.table);
    if (staged) {
      value.Set("committed", StampToJson(staged->stamp));
      value.Set("maker_before", staged->maker_before);
    }
    value.Set("made", paths_.made);
    value.Set("existed", FileExists(paths_.kept));
    return value;
  }

 private:
  static std::string Cast(const std::string& select, const data::Schema& schema) {
    std::string list;
    for (const data::Column& column : schema.columns) {
      const std::string name = QuoteName(column.name);
      list += (list.empty() ? "" : ", ") +
              ("CAST(" + name + " AS " + column.type.ToSql() + ") AS " + name);
    }
    return "SELECT " + list + " FROM (" + select + ")";
  }

  // The delivered rows, with the target's spelling of the names.
  std::string StageRelation() const {
    std::string list;
    for (size_t i = 0; i < plan_.names.size(); ++i) {
      const data::Column& column = plan_.write.stage_schema.columns[i];
      list +=
          (list.empty() ? "" : ", ") + ("CAST(" + QuoteName(column.name) + " AS " +
                                        column.type.ToSql() + ") AS " + QuoteName(plan_.names[i]));
    }
    return "(SELECT " + list + " FROM read_parquet(" + data::QuoteText(paths_.batch) +
           ", hive_partitioning=false))";
  }

  Result<int64_t> Number(const std::string& sql) {
    AIETL_ASSIGN(const std::optional<std::string> text, connection_.Scalar(sql));
    return text ? std::stoll(*text) : 0;
  }
  Result<int64_t> Count(const std::string& relation) {
    return Number("SELECT count(*) FROM " + relation);
  }

  Result<void> CheckKeys() {
    const LoadSqlRequest sql = SqlRequest(request_, plan_, StageRelation());
    const std::vector<std::string>& key = KeyOf(request_.mode, sql.key, sql.partition);
    if (!key.empty()) {
      AIETL_ASSIGN(const data::Rows counts,
                   connection_.Fetch(KeyCheckSql(StageRelation(), key), 1));
      AIETL_TRY(JudgeKeys(request_.mode, key, std::stoll(counts.rows[0][0].value_or("0")),
                          std::stoll(counts.rows[0][1].value_or("0")), request_.table));
    }
    if (plan_.old_rows.empty()) return {};
    for (const LoadConflict& conflict : MakeLoadSql(sql).conflicts) {
      AIETL_ASSIGN(const int64_t count, Number(conflict.count));
      if (count > 0) return Fail(ConflictError(conflict, count, request_.table));
    }
    return {};
  }

  // How many rows of the batch are new or changed, and how many of the old ones went.
  Result<Committed> CountChanges() {
    Committed counts;
    AIETL_ASSIGN(const int64_t batch, Count(StageRelation()));
    counts.rows_written = batch;
    if (plan_.old_rows.empty()) return counts;
    const LoadSql sql = MakeLoadSql(SqlRequest(request_, plan_, StageRelation()));
    if (!sql.unchanged.empty()) {
      AIETL_ASSIGN(counts.rows_unchanged, Number(sql.unchanged));
    }
    counts.rows_written = batch - counts.rows_unchanged;
    AIETL_ASSIGN(const int64_t before, Count(plan_.old_rows));
    AIETL_ASSIGN(const int64_t after,
                 Count(ReadBackSql(plan_.content, plan_.format, paths_.staged)));
    if (request_.mode == Mode::kDeleteInsert || request_.mode == Mode::kAppend)
      counts.rows_deleted = before + batch - after;
    return counts;
  }

  Result<void> KeepPrevious(const Staged& staged) {
    const auto now = StampFile(paths_.target);
    if (request_.mode != Mode::kReplace) {
      // The new content was made from the old one: whatever was written since would be lost.
      const bool same = staged.before ? SameContent(paths_.target, *staged.before) : !now;
      if (!same) {
        return Fail(Error(Code::kConflict, "target_changed",
                          Msg("{} was changed by somebody else during the run", request_.table))
                        .About(request_.table)
                        .Hint(Tr("run it again")));
      }
    }
    if (!now) return RemoveFile(paths_.kept);
    return KeepCopy(paths_.target, paths_.kept);
  }

  Result<void> RememberMaker(const Staged& staged) const {
    if (!staged.ours) return {};
    return WriteMaker(paths_.made, paths_.target, request_.pipeline);
  }

  data::Connection& connection_;
  WriteRequest request_;
  FilePlan plan_;
  LoadPaths paths_;
};

// Recover's WriteRequest points to options that live with the load.
class RecoveredLoad : public FileLoad {
 public:
  RecoveredLoad(data::Connection& connection, WriteRequest request, FilePlan plan,
                std::unique_ptr<config::Options> options)
      : FileLoad(connection, std::move(request), std::move(plan)), options_(std::move(options)) {}

 private:
  std::unique_ptr<config::Options> options_;
};

}  // namespace

Result<WritePlan> PlanFileWrite(data::Connection& connection, const WriteRequest& request,
                                StopToken stop) {
  AIETL_ASSIGN(FilePlan plan, MakeFilePlan(connection, request, stop));
  return std::move(plan.write);
}

Result<std::unique_ptr<Load>> StartFileLoad(data::Connection& connection,
                                            const WriteRequest& request, StopToken stop) {
  AIETL_ASSIGN(FilePlan plan, MakeFilePlan(connection, request, stop));
  if (HasErrors(plan.write.problems))
    return Fail(ErrorOf(Code::kInvalid, std::move(plan.write.problems)));
  return std::unique_ptr<Load>(std::make_unique<FileLoad>(connection, request, std::move(plan)));
}

Result<std::unique_ptr<Load>> RecoverFileLoad(data::Connection& connection,
                                              const json::Value& descriptor) {
  AIETL_ASSIGN(WriteRequest request, WriteRequestFromJson(descriptor["request"]));
  auto options = std::make_unique<config::Options>();
  for (const auto& [name, value] : descriptor["options"].AsObject())
    options->Set(name, value);
  request.options = options.get();
  FilePlan plan;
  AIETL_ASSIGN(plan.format, ParseTargetFormat(request.options, request.table));
  return std::unique_ptr<Load>(std::make_unique<RecoveredLoad>(
      connection, std::move(request), std::move(plan), std::move(options)));
}

Result<void> RollbackFile(const json::Value& undo) {
  const std::string target = undo["target"].AsString();
  const std::string name = undo["name"].AsString();
  const std::string kept = undo["kept"].AsString();
  const FileStamp committed = StampFromJson(target, undo["committed"]);
  const bool existed = undo["existed"].AsBool();
  if (!SameContent(target, committed)) {
    // A rollback that was cut off has put the kept file back already.
    const auto now = StampFile(target);
    const auto before = StampFile(kept);
    const bool done =
        existed ? now && before && now->size == before->size && now->mtime_ns == before->mtime_ns
                : !now;
    if (done) return {};
    return Fail(ChangedSinceError(name));
  }
  if (!existed) return RemoveFile(target);
  if (!FileExists(kept)) return Fail(StageLostError(name));
  const std::string temporary = FolderOf(target) + "/." + FileName(target) + ".aietl-rollback.tmp";
  AIETL_TRY(KeepCopy(kept, temporary));
  // A copy gets the kept file's time, so that a rollback cut off after the rename is recognised.
  struct stat st{};
  if (::stat(kept.c_str(), &st) == 0) {
    const timespec times[2] = {st.st_atim, st.st_mtim};
    static_cast<void>(::utimensat(AT_FDCWD, temporary.c_str(), times, 0));
  }
  AIETL_TRY(RenameDurably(temporary, target));
  const std::string maker = undo["maker_before"].AsString();
  if (maker.empty()) return {};
  return WriteMaker(undo["made"].AsString(), target, maker);
}

Result<void> DropFileUndo(const json::Value& undo) {
  AIETL_TRY(RemoveFile(undo["kept"].AsString()));
  return RemoveFile(undo["record"].AsString());
}

}  // namespace aietl::connectors::files
