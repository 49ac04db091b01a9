#include "connectors/duckdb/attachment.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>

#include "base/durable_file.h"
#include "base/text.h"
#include "data/type.h"

namespace aietl::connectors {
namespace {

struct Key {
  data::Database* database;
  std::string path;
  friend auto operator<=>(const Key&, const Key&) = default;
};

struct AttachedFile {
  std::string alias;
  int users = 0;
  bool writable = false;
  bool made = false;
  bool failed = false;  // a statement that wrote into it
};

// All attached files of the process: the engine attaches a file once, whoever asks.
struct AttachedFiles {
  std::mutex mutex;
  std::map<Key, AttachedFile> files;
  int next = 1;
};

AttachedFiles& Files() {
  static AttachedFiles* files =
      new AttachedFiles;  // never destroyed: sessions may end after static objects
  return *files;
}

Result<void> Attach(data::Connection& connection, const Key& key, const AttachedFile& file) {
  AIETL_TRY(connection.Execute("ATTACH " + data::QuoteText(key.path) + " AS " +
                               data::QuoteName(file.alias) +
                               (file.writable ? " (TYPE duckdb)" : " (TYPE duckdb, READ_ONLY)")));
  return {};
}

// Whether the file holds no table and no view.
bool HoldsNothing(data::Connection& connection, const std::string& alias) {
  const std::string of_ours =
      " WHERE database_name = " + data::QuoteText(alias) + " AND NOT internal";
  const auto count = connection.Scalar("SELECT (SELECT count(*) FROM duckdb_tables()" + of_ours +
                                       ") + (SELECT count(*) FROM duckdb_views()" + of_ours + ")");
  return count && *count == "0";
}

// Blocks written by a transaction that never came through (killed, or the disk was full) stay at
// the end of the file, beyond what the engine counts as the file: on a full disk there would be no
// room for the log of the next, smaller load. The file is just attached for writing, alone: nobody
// else writes it, and nothing of ours is in it yet. By path, because closing another descriptor of
// the file would give up the engine's lock.
void CutOffLostBlocks(data::Connection& connection, const std::string& alias,
                      const std::string& path) {
  constexpr uintmax_t kHeaders = 3 * 4096;  // DuckDB storage: one file header, two database headers
  std::error_code error;
  const uintmax_t size = std::filesystem::file_size(path, error);
  if (error || size <= kHeaders) return;
  const auto counted = connection.Scalar(
      "SELECT CAST(block_size * total_blocks AS VARCHAR) FROM pragma_database_size() WHERE "
      "database_name = " +
      data::QuoteText(alias) + " AND wal_size = '0 bytes'");
  if (!counted || !*counted) return;
  const uintmax_t used = kHeaders + std::strtoull((*counted)->c_str(), nullptr, 10);
  // Where that fails the file is larger than it need be, and right.
  if (used > kHeaders && size > used) (void)!::truncate(path.c_str(), static_cast<off_t>(used));
}

class Share : public Attachment {
 public:
  Share(Key key, std::string alias) : key_(std::move(key)), alias_(std::move(alias)) {}
  ~Share() override { Release(); }
  const std::string& alias() const override { return alias_; }
  void WriteFailed() override;

 private:
  void Release();
  Key key_;
  std::string alias_;
};

void Share::WriteFailed() {
  AttachedFiles& files = Files();
  const std::lock_guard lock(files.mutex);
  const auto found = files.files.find(key_);
  if (found != files.files.end()) found->second.failed = true;
}

void Share::Release() {
  AttachedFiles& files = Files();
  const std::lock_guard lock(files.mutex);
  const auto found = files.files.find(key_);
  if (found == files.files.end() || --found->second.users > 0) return;
  const AttachedFile file = found->second;
  files.files.erase(found);
  auto connection = key_.database->Connect();
  if (!connection) return;  // the database goes as well and takes the file with it
  const bool remove = file.made && HoldsNothing(**connection, file.alias);
  // Detaching writes the log into the file. If somebody still reads it, the end of the database
  // does that.
  if (!(*connection)->Execute("DETACH " + data::QuoteName(file.alias))) return;
  if (!remove) {
    if (!file.failed || !Attach(**connection, key_, file)) return;
    CutOffLostBlocks(**connection, file.alias, key_.path);
    // As above: the end of the database detaches it otherwise.
    (void)(*connection)->Execute("DETACH " + data::QuoteName(file.alias));
    return;
  }
  for (const char* ending : {"", ".wal"}) {
    if (!RemoveFile(key_.path + ending)) return;  // an empty database stays: it does no harm
  }
}

Result<void> AttachAnewForWriting(data::Connection& connection, const Key& key,
                                  AttachedFile* file) {
  AIETL_TRY(connection.Execute("DETACH " + data::QuoteName(file->alias)));
  file->writable = true;
  Result<void> attached = Attach(connection, key, *file);
  if (attached) {
    CutOffLostBlocks(connection, file->alias, key.path);
    return attached;
  }
  file->writable = false;
  AIETL_TRY(Attach(connection, key, *file));
  return attached;
}

std::string Canonical(const std::string& path) {
  std::error_code error;
  const std::filesystem::path canonical = std::filesystem::weakly_canonical(path, error);
  return error ? path : canonical.string();
}

}  // namespace

Result<std::shared_ptr<Attachment>> Attachment::Acquire(data::Database& database,
                                                        const std::string& path, bool for_writing) {
  AttachedFiles& files = Files();
  const Key key{&database, Canonical(path)};
  AIETL_ASSIGN(const auto connection, database.Connect());
  const std::lock_guard lock(files.mutex);
  const auto found = files.files.find(key);
  if (found != files.files.end()) {
    AttachedFile& file = found->second;
    if (for_writing && !file.writable) AIETL_TRY(AttachAnewForWriting(*connection, key, &file));
    ++file.users;
    return std::make_shared<Share>(key, file.alias);
  }
  AttachedFile file{.alias = "_aietl_db_" + std::to_string(files.next++),
                    .users = 1,
                    .writable = for_writing,
                    .made = !FileExists(key.path)};
  if (file.made && !for_writing) {
    return Fail(Error(Code::kNotFound, "no_such_file", Msg("there is no database file {}", path))
                    .About(path));
  }
  if (file.made) AIETL_TRY(MakeFolder(std::filesystem::path(key.path).parent_path().string()));
  AIETL_TRY(Attach(*connection, key, file));
  if (file.writable && !file.made) CutOffLostBlocks(*connection, file.alias, key.path);
  auto share = std::make_shared<Share>(key, file.alias);
  files.files.emplace(key, std::move(file));
  return share;
}

}  // namespace aietl::connectors
