#include "store/store.h"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>

#include <cstdlib>
#include <functional>

#include "base/did_you_mean.h"
#include "base/durable_file.h"
#include "base/text.h"
#include "config/secret.h"
#include "crypto/crypto.h"
#include "store/migrations.h"

namespace aietl::store {
namespace {

constexpr size_t kKeyBytes = 32;
constexpr double kNewWeight = 0.3;  // of a fresh measurement in the running mean

Error StoreError(const std::exception& error, const std::string& path) {
  const std::string text = error.what();
  if (text.find("malformed") != std::string::npos || text.find("not a database") != std::string::npos) {
    return Error(Code::kDataLoss, "store_corrupt", Msg("the store {} is damaged", path))
        .Hint(Tr("move it away: history and state are lost, data is not; a copy of the file may be put in its place"));
  }
  if (text.find("locked") != std::string::npos || text.find("busy") != std::string::npos) {
    return Error(Code::kUnavailable, "store_busy", Msg("the store {} is in use", path));
  }
  if (text.find("full") != std::string::npos) return ErrnoError(ENOSPC, path);
  if (text.find("readonly") != std::string::npos || text.find("unable to open") != std::string::npos) {
    return Error(Code::kDenied, "store_denied", Msg("the store {} cannot be written", path)).Hint(Tr("set AIETL_HOME to a folder that you may write"));
  }
  return Error(Code::kInternal, "store_error", Msg("the store {}: {}", path, text));
}

}  // namespace

struct Store::State {
  std::string home, path;
  soci::session sql;

  // Runs SOCI code; its exceptions end here.
  template <class T>
  Result<T> Do(const std::function<T()>& body) {
    try {
      return body();
    } catch (const std::exception& error) {
      return Fail(StoreError(error, path));
    }
  }
  Result<void> Run(const std::function<void()>& body) {
    try {
      body();
      return {};
    } catch (const std::exception& error) {
      return Fail(StoreError(error, path));
    }
  }
  // One transaction that survives a power cut.
  Result<void> Durably(const std::function<void()>& body) {
    return Run([&] {
      sql << "PRAGMA synchronous=FULL";
      sql << "BEGIN IMMEDIATE";
      try {
        body();
        sql << "COMMIT";
      } catch (...) {
        try {
          sql << "ROLLBACK";
        } catch (const std::exception&) {
          // The transaction is over already; the first error is the one to tell.
        }
        throw;
      }
      sql << "PRAGMA synchronous=NORMAL";
    });
  }

  Result<std::string> Key() {
    const std::string key_path = home + "/key";
    if (FileExists(key_path)) return ReadFile(key_path);
    AIETL_ASSIGN(const std::string key, crypto::RandomBytes(kKeyBytes));
    AIETL_TRY(WriteFileAtomically(key_path, key, true));
    return key;
  }
};

namespace {

LoadRecord ReadLoad(const soci::row& row) {
  LoadRecord load;
  load.load_id = row.get<std::string>(0);
  load.run_id = row.get<std::string>(1);
  load.target = row.get<std::string>(2);
  load.phase = row.get<std::string>(3);
  load.number = row.get<int>(4);
  load.descriptor = row.get<std::string>(5, "");
  load.undo = row.get<std::string>(6, "");
  load.rows = row.get<long long>(7);
  return load;
}

constexpr const char* kLoadColumns = "load_id, run_id, target, phase, number, descriptor, undo, row_count";
constexpr const char* kRunColumns =
    "run_id, pipeline, status, sentence, document, file, folder, options, outcome, started, finished, pid, owner_start, expected_seconds, actual_seconds";

RunRecord ReadRun(const soci::row& row) {
  RunRecord run;
  run.run_id = row.get<std::string>(0);
  run.pipeline = row.get<std::string>(1);
  run.status = row.get<std::string>(2);
  run.sentence = row.get<std::string>(3, "");
  run.document = row.get<std::string>(4, "");
  run.file = row.get<std::string>(5, "");
  run.folder = row.get<std::string>(6, "");
  run.options = row.get<std::string>(7, "");
  run.outcome = row.get<std::string>(8, "");
  run.started = row.get<long long>(9);
  run.finished = row.get<long long>(10);
  run.pid = row.get<long long>(11);
  run.owner_start = row.get<std::string>(12, "");
  run.expected_seconds = row.get<double>(13);
  run.actual_seconds = row.get<double>(14);
  return run;
}

}  // namespace

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::Open(const std::string& home) {
  AIETL_TRY(MakeFolder(home));
  ::chmod(home.c_str(), 0700);
  auto state = std::make_unique<State>();
  state->home = home;
  state->path = home + "/aietl.db";
  Result<void> opened = state->Run([&] {
    state->sql.open(soci::sqlite3, "db=" + state->path + " timeout=10");
    state->sql << "PRAGMA journal_mode=WAL";
    state->sql << "PRAGMA synchronous=NORMAL";
  });
  if (!opened) return Fail(std::move(opened.error()));
  ::chmod(state->path.c_str(), 0600);
  int version = 0;
  AIETL_TRY(state->Run([&] { state->sql << "PRAGMA user_version", soci::into(version); }));
  if (version > static_cast<int>(kMigrations.size())) {
    return Fail(Error(Code::kPrecondition, "store_newer", Msg("the store {} was written by a newer version of this program", state->path))
                    .Hint(Tr("update the program, or set AIETL_HOME to another folder")));
  }
  if (version < static_cast<int>(kMigrations.size())) {
    AIETL_TRY(state->Durably([&] {
      int current = 0;  // another process may have been first
      state->sql << "PRAGMA user_version", soci::into(current);
      for (size_t i = static_cast<size_t>(current); i < kMigrations.size(); ++i) {
        for (const char* statement : kMigrations[i]) state->sql << statement;
      }
      state->sql << "PRAGMA user_version = " + std::to_string(kMigrations.size());
    }));
  }
  return std::unique_ptr<Store>(new Store(std::move(state)));
}

// --- connections

Result<void> Store::AddConnection(const std::string& name, const std::string& uri, bool replace) {
  AIETL_ASSIGN(const std::string key, state_->Key());
  AIETL_ASSIGN(const std::string sealed, crypto::Seal(key, name, uri));
  std::string hex;
  for (const char byte : sealed) {
    constexpr const char* kDigits = "0123456789abcdef";
    hex += kDigits[static_cast<unsigned char>(byte) >> 4U];
    hex += kDigits[static_cast<unsigned char>(byte) & 15U];
  }
  const std::string masked = config::MaskSecrets(uri);
  int known = 0;
  AIETL_TRY(state_->Run([&] { state_->sql << "SELECT count(*) FROM connections WHERE name = :n", soci::use(name), soci::into(known); }));
  if (known > 0 && !replace) {
    return Fail(Error(Code::kExists, "connection_exists", Msg("there is a connection named {} already", name)).Hint(Tr("use --replace, or another name")));
  }
  return state_->Durably([&] {
    state_->sql << "INSERT OR REPLACE INTO connections(name, sealed, masked) VALUES (:n, :s, :m)", soci::use(name), soci::use(hex), soci::use(masked);
  });
}

Result<std::vector<ConnectionInfo>> Store::ListConnections() {
  return state_->Do<std::vector<ConnectionInfo>>([&] {
    std::vector<ConnectionInfo> out;
    const soci::rowset<soci::row> rows = (state_->sql.prepare << "SELECT name, masked FROM connections ORDER BY name");
    for (const soci::row& row : rows) out.push_back({row.get<std::string>(0), row.get<std::string>(1)});
    return out;
  });
}

Result<std::string> Store::GetConnection(const std::string& name) {
  std::string hex;
  bool found = false;
  AIETL_TRY(state_->Run([&] {
    state_->sql << "SELECT sealed FROM connections WHERE name = :n", soci::use(name), soci::into(hex);
    found = state_->sql.got_data();
  }));
  if (!found) {
    AIETL_ASSIGN(const std::vector<ConnectionInfo> known, ListConnections());
    std::vector<std::string> names;
    for (const ConnectionInfo& info : known) names.push_back(info.name);
    return Fail(Error(Code::kNotFound, "unknown_connection", Msg("there is no connection named {}", name)).About(name).Hint(DidYouMean(name, names)));
  }
  std::string sealed;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) sealed += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  AIETL_ASSIGN(const std::string key, state_->Key());
  Result<std::string> uri = crypto::Unseal(key, name, sealed);
  if (uri) return uri;
  return Fail(Error(Code::kDataLoss, "connection_unreadable", Msg("the stored connection {} cannot be decrypted: the key in {} is another one", name, state_->home))
                  .Hint(Msg("add it again: aietl connect add {} URI --replace", name)));
}

Result<void> Store::RemoveConnection(const std::string& name) {
  AIETL_ASSIGN(const std::string known, GetConnection(name));
  (void)known;
  return state_->Durably([&] { state_->sql << "DELETE FROM connections WHERE name = :n", soci::use(name); });
}

// --- runs

Result<void> Store::InsertRun(const RunRecord& run) {
  return state_->Run([&] {
    const long long started = run.started, finished = run.finished, pid = run.pid;
    state_->sql << "INSERT INTO runs(" + std::string(kRunColumns) + ") VALUES (:a,:b,:c,:d,:e,:f,:g,:h,:i,:j,:k,:l,:m,:n,:o)", soci::use(run.run_id),
        soci::use(run.pipeline), soci::use(run.status), soci::use(run.sentence), soci::use(run.document), soci::use(run.file), soci::use(run.folder),
        soci::use(run.options), soci::use(run.outcome), soci::use(started), soci::use(finished), soci::use(pid), soci::use(run.owner_start),
        soci::use(run.expected_seconds), soci::use(run.actual_seconds);
  });
}

Result<void> Store::UpdateRun(const RunRecord& run) {
  return state_->Run([&] {
    const long long finished = run.finished, pid = run.pid;
    state_->sql << "UPDATE runs SET status=:s, outcome=:o, finished=:f, pid=:p, owner_start=:w, expected_seconds=:e, actual_seconds=:a WHERE run_id=:r", soci::use(run.status),
        soci::use(run.outcome), soci::use(finished), soci::use(pid), soci::use(run.owner_start), soci::use(run.expected_seconds), soci::use(run.actual_seconds), soci::use(run.run_id);
  });
}

Result<std::vector<RunRecord>> Store::ListRuns(const std::string& pipeline, int most) {
  return state_->Do<std::vector<RunRecord>>([&] {
    std::vector<RunRecord> out;
    const soci::rowset<soci::row> rows =
        (state_->sql.prepare << "SELECT " + std::string(kRunColumns) + " FROM runs WHERE :p = '' OR pipeline = :q ORDER BY run_id DESC LIMIT :n", soci::use(pipeline), soci::use(pipeline), soci::use(most));
    for (const soci::row& row : rows) out.push_back(ReadRun(row));
    return out;
  });
}

Result<RunRecord> Store::GetRun(const std::string& id_or_prefix) {
  AIETL_ASSIGN(std::vector<RunRecord> found, state_->Do<std::vector<RunRecord>>([&] {
    std::vector<RunRecord> out;
    const soci::rowset<soci::row> rows = (state_->sql.prepare << "SELECT " + std::string(kRunColumns) + " FROM runs WHERE substr(run_id, 1, length(:p)) = :q ORDER BY run_id DESC LIMIT 20",
                                          soci::use(id_or_prefix), soci::use(id_or_prefix));
    for (const soci::row& row : rows) out.push_back(ReadRun(row));
    return out;
  }));
  for (const RunRecord& run : found) {
    if (run.run_id == id_or_prefix) return run;
  }
  if (found.size() == 1) return found.front();
  if (found.empty() || id_or_prefix.empty()) {
    return Fail(Error(Code::kNotFound, "unknown_run", Msg("there is no run {}", id_or_prefix)).Hint(Tr("see the runs: aietl runs list")));
  }
  return Fail(Error(Code::kInvalid, "ambiguous_run", Msg("several runs begin with {}", id_or_prefix)).Hint(Msg("for example {} and {}", found[0].run_id, found[1].run_id)));
}

// --- the coordinator's log

Result<void> Store::InsertLoad(const LoadRecord& load) {
  return state_->Run([&] {
    const long long rows = load.rows;
    state_->sql << "INSERT OR REPLACE INTO loads(" + std::string(kLoadColumns) + ") VALUES (:a,:b,:c,:d,:e,:f,:g,:h)", soci::use(load.load_id), soci::use(load.run_id),
        soci::use(load.target), soci::use(load.phase), soci::use(load.number), soci::use(load.descriptor), soci::use(load.undo), soci::use(rows);
  });
}

Result<void> Store::SetPhase(const std::string& load_id, const std::string& phase) {
  return state_->Run([&] { state_->sql << "UPDATE loads SET phase=:p WHERE load_id=:l", soci::use(phase), soci::use(load_id); });
}

Result<void> Store::Decide(const std::string& run_id, const std::vector<LoadRecord>& loads, const std::vector<StateRecord>& states) {
  return state_->Durably([&] {
    for (const LoadRecord& load : loads) {
      const long long rows = load.rows;
      state_->sql << "UPDATE loads SET phase='decided', descriptor=:d, row_count=:r WHERE load_id=:l", soci::use(load.descriptor), soci::use(rows), soci::use(load.load_id);
    }
    state_->sql << "DELETE FROM pending_states WHERE run_id=:r", soci::use(run_id);
    for (const StateRecord& state : states) {
      state_->sql << "INSERT INTO pending_states(run_id, source, value) VALUES (:r,:s,:v)", soci::use(run_id), soci::use(state.source), soci::use(state.value);
    }
  });
}

Result<void> Store::SetCommitted(const std::string& load_id, const std::string& undo) {
  return state_->Durably([&] { state_->sql << "UPDATE loads SET phase='committed', undo=:u WHERE load_id=:l", soci::use(undo), soci::use(load_id); });
}

Result<void> Store::Finish(const std::string& run_id, const std::string& pipeline) {
  return state_->Durably([&] {
    // Of a run of many slices only what was before the first counts.
    state_->sql << "INSERT OR IGNORE INTO replaced_states(run_id, source, value) SELECT p.run_id, p.source, s.value FROM pending_states p "
                   "LEFT JOIN states s ON s.pipeline=:p AND s.source=p.source WHERE p.run_id=:r",
        soci::use(pipeline), soci::use(run_id);
    state_->sql << "INSERT OR REPLACE INTO states(pipeline, source, value) SELECT :p, source, value FROM pending_states WHERE run_id=:r", soci::use(pipeline), soci::use(run_id);
    state_->sql << "DELETE FROM pending_states WHERE run_id=:r", soci::use(run_id);
  });
}

Result<bool> Store::HasPendingStates(const std::string& run_id) {
  return state_->Do<bool>([&] {
    int count = 0;
    state_->sql << "SELECT count(*) FROM pending_states WHERE run_id=:r", soci::use(run_id), soci::into(count);
    return count > 0;
  });
}

Result<std::vector<LoadRecord>> Store::LoadsOf(const std::string& run_id) {
  return state_->Do<std::vector<LoadRecord>>([&] {
    std::vector<LoadRecord> out;
    const soci::rowset<soci::row> rows = (state_->sql.prepare << "SELECT " + std::string(kLoadColumns) + " FROM loads WHERE run_id=:r ORDER BY load_id", soci::use(run_id));
    for (const soci::row& row : rows) out.push_back(ReadLoad(row));
    return out;
  });
}

Result<std::vector<LoadRecord>> Store::Unfinished() {
  return state_->Do<std::vector<LoadRecord>>([&] {
    std::vector<LoadRecord> out;
    const soci::rowset<soci::row> rows = (state_->sql.prepare << "SELECT " + std::string(kLoadColumns) + " FROM loads WHERE phase IN ('staging','decided') OR (phase='committed' AND run_id IN (SELECT run_id FROM pending_states)) ORDER BY load_id");
    for (const soci::row& row : rows) out.push_back(ReadLoad(row));
    return out;
  });
}

Result<std::vector<LoadRecord>> Store::WithUndo(const std::string& target) {
  return state_->Do<std::vector<LoadRecord>>([&] {
    std::vector<LoadRecord> out;
    const soci::rowset<soci::row> rows =
        (state_->sql.prepare << "SELECT " + std::string(kLoadColumns) + " FROM loads WHERE target=:t AND phase='committed' AND undo <> '' ORDER BY rowid DESC", soci::use(target));
    for (const soci::row& row : rows) out.push_back(ReadLoad(row));
    return out;
  });
}

Result<void> Store::ClearUndo(const std::string& load_id) {
  return state_->Run([&] { state_->sql << "UPDATE loads SET undo='' WHERE load_id=:l", soci::use(load_id); });
}

// --- state

Result<std::optional<std::string>> Store::GetState(const std::string& pipeline, const std::string& source) {
  return state_->Do<std::optional<std::string>>([&]() -> std::optional<std::string> {
    std::string value;
    state_->sql << "SELECT value FROM states WHERE pipeline=:p AND source=:s", soci::use(pipeline), soci::use(source), soci::into(value);
    if (!state_->sql.got_data()) return std::nullopt;
    return value;
  });
}

Result<void> Store::RestoreStates(const std::string& run_id, const std::string& pipeline) {
  return state_->Durably([&] {
    state_->sql << "DELETE FROM states WHERE pipeline=:p AND source IN (SELECT source FROM replaced_states WHERE run_id=:r)", soci::use(pipeline), soci::use(run_id);
    state_->sql << "INSERT INTO states(pipeline, source, value) SELECT :p, source, value FROM replaced_states WHERE run_id=:r AND value IS NOT NULL", soci::use(pipeline), soci::use(run_id);
    state_->sql << "DELETE FROM replaced_states WHERE run_id=:r", soci::use(run_id);
  });
}

// --- slices

Result<bool> Store::SliceDone(const std::string& run_id, const std::string& source, const std::string& from, const std::string& to) {
  return state_->Do<bool>([&] {
    int count = 0;
    state_->sql << "SELECT count(*) FROM slices WHERE run_id=:r AND source=:s AND from_value=:f AND to_value=:t", soci::use(run_id), soci::use(source), soci::use(from), soci::use(to), soci::into(count);
    return count > 0;
  });
}

Result<void> Store::RecordSlice(const std::string& run_id, const std::string& source, const std::string& from, const std::string& to) {
  return state_->Durably([&] {
    state_->sql << "INSERT OR IGNORE INTO slices(run_id, source, from_value, to_value) VALUES (:r,:s,:f,:t)", soci::use(run_id), soci::use(source), soci::use(from), soci::use(to);
  });
}

// --- rates

Result<std::vector<std::pair<std::string, double>>> Store::Rates() {
  return state_->Do<std::vector<std::pair<std::string, double>>>([&] {
    std::vector<std::pair<std::string, double>> out;
    const soci::rowset<soci::row> rows = (state_->sql.prepare << "SELECT work, bytes_per_second FROM rates");
    for (const soci::row& row : rows) out.emplace_back(row.get<std::string>(0), row.get<double>(1));
    return out;
  });
}

Result<void> Store::LearnRate(const std::string& work, double bytes_per_second) {
  return state_->Run([&] {
    state_->sql << "INSERT INTO rates(work, bytes_per_second) VALUES (:w,:b) ON CONFLICT(work) DO UPDATE SET bytes_per_second = bytes_per_second * (1 - :k) + excluded.bytes_per_second * :k2",
        soci::use(work), soci::use(bytes_per_second), soci::use(kNewWeight), soci::use(kNewWeight);
  });
}

std::string DefaultHome() {
  if (const char* home = std::getenv("AIETL_HOME"); home != nullptr && home[0] != '\0') return AbsolutePath(home, ".");
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && data[0] == '/') return std::string(data) + "/aietl";
  const char* user = std::getenv("HOME");
  return std::string(user == nullptr ? "/tmp" : user) + "/.local/share/aietl";
}

}  // namespace aietl::store
