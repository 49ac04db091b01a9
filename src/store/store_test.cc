#include "store/store.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "base/clock.h"
#include "base/durable_file.h"
#include "store/internal/database.h"

namespace aietl::store {
namespace {

class TemporaryHome {
 public:
  TemporaryHome() {
    char name[] =
        "/tmp/aietl store XXXXXX";  // with blanks: the path goes through a connection string
    AIETL_CHECK(::mkdtemp(name) != nullptr);
    folder_ = name;
  }
  ~TemporaryHome() { std::filesystem::remove_all(folder_); }
  TemporaryHome(const TemporaryHome&) = delete;
  TemporaryHome& operator=(const TemporaryHome&) = delete;

  std::string path() const { return folder_ + "/deep/home"; }
  std::string file() const { return path() + "/aietl.db"; }

 private:
  std::string folder_;
};

std::unique_ptr<Store> OpenStore(const TemporaryHome& home) {
  Result<std::unique_ptr<Store>> store = Store::Open(home.path());
  if (!store) FAIL(store.error().ToString());
  return std::move(*store);
}

mode_t ModeOf(const std::string& path) {
  struct stat st{};
  REQUIRE(::stat(path.c_str(), &st) == 0);
  return st.st_mode & 0777U;
}

void Good(const Result<void>& result) {
  if (!result) FAIL(result.error().ToString());
}

template <class T>
Error ErrorFrom(const Result<T>& result) {
  REQUIRE_FALSE(result.has_value());
  CHECK_FALSE(result.error().message.empty());
  return result.error();
}

RunRecord RunOf(const std::string& run_id, const std::string& pipeline = "p") {
  RunRecord run;
  run.run_id = run_id;
  run.pipeline = pipeline;
  run.status = "running";
  run.document = "version: 1\n";
  run.started = 1;
  return run;
}

LoadRecord LoadOf(const std::string& load_id, const std::string& run_id,
                  const std::string& target = "t", int number = 0) {
  LoadRecord load;
  load.load_id = load_id;
  load.run_id = run_id;
  load.target = target;
  load.phase = "staging";
  load.number = number;
  load.descriptor = "{}";
  return load;
}

// One load through all phases; the state of source s becomes `value`.
void CommitOne(Store& store, const std::string& run_id, const std::string& value) {
  const LoadRecord load = LoadOf(run_id + "-1", run_id);
  Good(store.InsertRun(RunOf(run_id)));
  Good(store.InsertLoad(load));
  Good(store.Decide(run_id, {load}, {{"s", value}}));
  Good(store.SetCommitted(load.load_id, "{\"undo\":1}"));
  Good(store.Finish(run_id, "p"));
}

std::string PhaseOf(Store& store, const std::string& run_id) {
  const Result<std::vector<LoadRecord>> loads = store.LoadsOf(run_id);
  REQUIRE(loads.has_value());
  std::string phases;
  for (const LoadRecord& load : *loads)
    phases += (phases.empty() ? "" : " ") + load.phase;
  return phases;
}

std::string StateOf(Store& store) {
  const Result<std::optional<std::string>> state = store.GetState("p", "s");
  REQUIRE(state.has_value());
  return state->value_or("none");
}

// Whether these bytes stand anywhere in the store's files.
bool IsInClear(const TemporaryHome& home, const std::string& secret) {
  for (const auto& entry : std::filesystem::directory_iterator(home.path())) {
    const Result<std::string> content = ReadFile(entry.path());
    if (content && content->find(secret) != std::string::npos) return true;
  }
  return false;
}

void Overwrite(const std::string& path, long offset, const std::string& bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY);
  REQUIRE(fd >= 0);
  REQUIRE(::pwrite(fd, bytes.data(), bytes.size(), offset) == static_cast<ssize_t>(bytes.size()));
  ::close(fd);
}

}  // namespace

TEST_CASE("a new home is private to the user") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  Good(store->AddConnection("shop", "sqlite:///x", false));
  CHECK(ModeOf(home.path()) == 0700);
  CHECK(ModeOf(home.file()) == 0600);
  CHECK(ModeOf(home.file() + "-wal") == 0600);
  CHECK(ModeOf(home.path() + "/key") == 0600);
}

TEST_CASE("a home that is there already keeps its mode") {
  const TemporaryHome home;
  std::filesystem::create_directories(home.path());
  REQUIRE(::chmod(home.path().c_str(), 0755) == 0);
  OpenStore(home);
  CHECK(ModeOf(home.path()) == 0755);
}

TEST_CASE("what was written is there after the store is opened again") {
  const TemporaryHome home;
  CommitOne(*OpenStore(home), "20240101-000000-aa", "v1");
  const std::unique_ptr<Store> store = OpenStore(home);
  CHECK(store->GetRun("20240101-000000-aa")->status == "running");
  CHECK(StateOf(*store) == "v1");
}

TEST_CASE("opening an existing store is cheap") {
  const TemporaryHome home;
  CommitOne(*OpenStore(home), "r1", "v");
  double best = 1;
  for (int i = 0; i < 20; ++i) {
    const double begin = MonotonicSeconds();
    const std::unique_ptr<Store> store = OpenStore(home);
    best = std::min(best, MonotonicSeconds() - begin);
  }
  MESSAGE("best of 20: ", best * 1000, " ms");
  CHECK(best < 0.005);
}

TEST_CASE("a store of a newer version is refused with the way out") {
  const TemporaryHome home;
  OpenStore(home);
  {
    Result<std::unique_ptr<Database>> database = Database::Open(home.path());
    REQUIRE(database.has_value());
    Good((*database)->Write([](soci::session& sql) { sql << "PRAGMA user_version = 999"; }));
  }
  const Error error = ErrorFrom(Store::Open(home.path()));
  CHECK(error.id == "store_newer");
  CHECK(error.message.find(home.file()) != std::string::npos);
  CHECK(error.hint.find("AIETL_HOME") != std::string::npos);
}

TEST_CASE("a damaged store is reported with the way out") {
  const TemporaryHome home;
  OpenStore(home);
  std::filesystem::remove(home.file() + "-wal");
  SUBCASE("not a database") {
    REQUIRE(WriteFileAtomically(home.file(), std::string(8192, 'x')).has_value());
  }
  SUBCASE("a torn header") {
    Overwrite(home.file(), 0, std::string(100, '\0'));
  }
  const Error error = ErrorFrom(Store::Open(home.path()));
  CHECK(error.code == Code::kDataLoss);
  CHECK(error.id == "store_corrupt");
  CHECK(error.hint.find("data is not") != std::string::npos);
}

TEST_CASE("damage found while working is reported alike") {
  const TemporaryHome home;
  {
    const std::unique_ptr<Store> store = OpenStore(home);
    for (int i = 0; i < 50; ++i)
      Good(store->InsertRun(RunOf("r" + std::to_string(100 + i))));
    const Result<std::unique_ptr<Database>> database = Database::Open(home.path());
    REQUIRE(database.has_value());
    Good((*database)->Read([](soci::session& sql) { sql << "PRAGMA wal_checkpoint(TRUNCATE)"; }));
  }
  const auto size = static_cast<long>(std::filesystem::file_size(home.file()));
  for (long page = 4096; page < size; page += 4096)
    Overwrite(home.file(), page, std::string(200, '\xEE'));
  Result<std::unique_ptr<Store>> store = Store::Open(home.path());
  const Error error = store ? ErrorFrom((*store)->ListRuns("", 100)) : store.error();
  CHECK(error.id == "store_corrupt");
}

TEST_CASE("a new store does not take up the log of one that was removed") {
  const TemporaryHome home;
  CommitOne(*OpenStore(home), "r1", "v1");
  REQUIRE(FileExists(home.file() + "-wal"));
  std::filesystem::remove(home.file());
  const std::unique_ptr<Store> store = OpenStore(home);
  CHECK(store->ListRuns("", 10)->empty());
  CommitOne(*store, "r2", "v2");
  CHECK(StateOf(*OpenStore(home)) == "v2");
}

TEST_CASE("a store that cannot be made says where and what to do") {
  const TemporaryHome home;
  std::filesystem::create_directories(std::filesystem::path(home.path()).parent_path());
  REQUIRE(WriteFileAtomically(home.path(), "a file").has_value());
  const Error error = ErrorFrom(Store::Open(home.path()));
  CHECK(error.message.find(home.path()) != std::string::npos);
}

TEST_CASE("a connection comes back as it was added and is listed without its secret") {
  const TemporaryHome home;
  const std::string uri = "postgresql://ann:s3cr3t-word@db/shop";
  {
    const std::unique_ptr<Store> store = OpenStore(home);
    Good(store->AddConnection("shop", uri, false));
    Good(store->AddConnection("склад", "duckdb:///d", false));
    CHECK(store->GetConnection("shop") == uri);
    CHECK(ErrorFrom(store->AddConnection("shop", "sqlite:///x", false)).id == "connection_exists");
    CHECK(store->GetConnection("shop") == uri);
    CHECK(store->ListConnections()->at(0).masked_uri == "postgresql://ann:***@db/shop");
    CHECK(store->ListConnections()->at(1).name == "склад");
  }
  CHECK_FALSE(IsInClear(home, "s3cr3t-word"));
  const std::unique_ptr<Store> store = OpenStore(home);
  CHECK(store->GetConnection("shop") == uri);
  Good(store->AddConnection("shop", "sqlite:///x", true));
  CHECK(store->GetConnection("shop") == "sqlite:///x");
  Good(store->RemoveConnection("shop"));
  CHECK(ErrorFrom(store->GetConnection("shop")).id == "unknown_connection");
  CHECK(ErrorFrom(store->RemoveConnection("shop")).id == "unknown_connection");
}

TEST_CASE("an unknown connection is named with the nearest one") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  Good(store->AddConnection("warehouse", "sqlite:///x", false));
  CHECK(ErrorFrom(store->GetConnection("warehose")).hint == "did you mean warehouse?");
}

TEST_CASE("what could be taken for a path or a URI does not name a connection") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  for (const char* name : {"", "a b", "a/b", "a.csv", "s3://x", "a\nb", "${x}", "\xFF"}) {
    INFO("name: ", name);
    CHECK(ErrorFrom(store->AddConnection(name, "sqlite:///x", false)).id == "bad_connection_name");
  }
}

TEST_CASE("without its key a connection is refused, listed and can be removed") {
  const TemporaryHome home;
  const std::string key = home.path() + "/key";
  Good(OpenStore(home)->AddConnection("shop", "sqlite:///x", false));
  std::string id;
  SUBCASE("missing") {
    REQUIRE(RemoveFile(key).has_value());
    id = "key_missing";
  }
  SUBCASE("another one") {
    REQUIRE(WriteFileAtomically(key, std::string(32, 'k'), true).has_value());
    id = "connection_unreadable";
  }
  SUBCASE("damaged") {
    REQUIRE(WriteFileAtomically(key, "short", true).has_value());
    id = "key_damaged";
  }
  SUBCASE("readable by others") {
    REQUIRE(::chmod(key.c_str(), 0644) == 0);
    id = "key_exposed";
  }
  const std::unique_ptr<Store> store = OpenStore(home);
  const Error error = ErrorFrom(store->GetConnection("shop"));
  CHECK(error.id == id);
  CHECK_FALSE(error.hint.empty());
  CHECK(store->ListConnections()->size() == 1);
  Good(store->RemoveConnection("shop"));
}

TEST_CASE("a sealed connection cannot be moved to another name") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  Good(store->AddConnection("test", "sqlite:///test", false));
  Good(store->AddConnection("live", "sqlite:///live", false));
  Result<std::unique_ptr<Database>> database = Database::Open(home.path());
  REQUIRE(database.has_value());
  Good((*database)->Write([](soci::session& sql) {
    sql << "UPDATE connections SET sealed = (SELECT sealed FROM connections WHERE name='live') "
           "WHERE name='test'";
  }));
  CHECK(ErrorFrom(store->GetConnection("test")).id == "connection_unreadable");
}

TEST_CASE("runs are listed newest first and found by the beginning of their id") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  RunRecord run = RunOf("20240101-000000-aaaa", "first");
  run.sentence = "продажи по странам";
  run.options = "{\"yes\":true}";
  run.file = "f.yaml";
  run.folder = "/d";
  run.pid = 1LL << 40;
  run.owner_start = "77";
  run.started = 1'700'000'000'000'000;
  Good(store->InsertRun(run));
  // Both of one second, whose random parts sort the other way round.
  RunRecord earlier = RunOf("20240102-000000-cccc", "first"),
            later = RunOf("20240102-000000-bbbb", "second");
  earlier.started = run.started + 1'000'000;
  later.started = earlier.started + 1000;
  Good(store->InsertRun(earlier));
  Good(store->InsertRun(later));

  run.status = "succeeded";
  run.outcome = "{}";
  run.finished = run.started + 5;
  run.expected_seconds = 1.5;
  run.actual_seconds = 0.25;
  Good(store->UpdateRun(run));
  const Result<RunRecord> read = store->GetRun("20240101");
  REQUIRE(read.has_value());
  CHECK(read->sentence == run.sentence);
  CHECK(read->document == "version: 1\n");
  CHECK(read->options == run.options);
  CHECK(read->pid == run.pid);
  CHECK(read->owner_start == "77");
  CHECK(read->started == run.started);
  CHECK(read->finished == run.finished);
  CHECK(read->status == "succeeded");
  CHECK(read->expected_seconds == 1.5);
  CHECK(read->actual_seconds == 0.25);

  const std::vector<RunRecord> all = *store->ListRuns("", 2);
  REQUIRE(all.size() == 2);
  CHECK(all[0].run_id == later.run_id);
  CHECK(all[1].run_id == earlier.run_id);
  CHECK(store->ListRuns("first", 50)->size() == 2);
  CHECK(store->ListRuns("none", 50)->empty());

  CHECK(ErrorFrom(store->GetRun("20240102")).id == "ambiguous_run");
  CHECK(ErrorFrom(store->GetRun("2025")).id == "unknown_run");
  CHECK(ErrorFrom(store->GetRun("")).id == "unknown_run");
  CHECK(ErrorFrom(store->GetRun("%")).id == "unknown_run");
  CHECK(ErrorFrom(store->UpdateRun(RunOf("x"))).id == "unknown_run");
  CHECK_FALSE(store->InsertRun(run).has_value());
}

TEST_CASE("an id that begins another one is still found") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  Good(store->InsertRun(RunOf("r1")));
  Good(store->InsertRun(RunOf("r11")));
  Good(store->InsertRun(RunOf("r12")));
  CHECK(store->GetRun("r1")->run_id == "r1");
}

TEST_CASE("secrets in documents and descriptors are not kept in the clear") {
  const TemporaryHome home;
  {
    const std::unique_ptr<Store> store = OpenStore(home);
    RunRecord run = RunOf("r1");
    run.document = "sources: {a: {connection: 'postgresql://u:s3cr3t-word@h/d', table: t}}\n";
    Good(store->InsertRun(run));
    LoadRecord load = LoadOf("l1", "r1");
    load.descriptor = R"({"uri":"postgresql://u:s3cr3t-word@h/d"})";
    Good(store->InsertLoad(load));
    Good(store->Decide("r1", {load}, {}));
    Good(store->SetCommitted("l1", load.descriptor));
    CHECK(store->GetRun("r1")->document == run.document);
    CHECK(store->LoadsOf("r1")->at(0).descriptor == load.descriptor);
    CHECK(store->WithUndo("t")->at(0).undo == load.descriptor);
  }
  CHECK_FALSE(IsInClear(home, "s3cr3t-word"));
  REQUIRE(RemoveFile(home.path() + "/key").has_value());
  const std::unique_ptr<Store> store = OpenStore(home);
  CHECK(store->ListRuns("", 5)->at(0).document.empty());
  CHECK(ErrorFrom(store->GetRun("r1")).id == "key_missing");
}

TEST_CASE("a decided state becomes the state with Finish and not before") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  Good(store->InsertRun(RunOf("r1")));
  const std::vector<LoadRecord> loads = {LoadOf("l1", "r1", "a", 0), LoadOf("l2", "r1", "b", 1)};
  for (const LoadRecord& load : loads)
    Good(store->InsertLoad(load));
  CHECK(store->Unfinished()->size() == 2);
  Good(store->Decide("r1", loads, {{"s", "v1"}}));
  CHECK(PhaseOf(*store, "r1") == "decided decided");
  CHECK(*store->HasPendingStates("r1"));
  CHECK(StateOf(*store) == "none");
  Good(store->SetCommitted("l1", ""));
  Good(store->SetCommitted("l2", "{}"));
  CHECK(store->Unfinished()->size() == 2);  // the state is still waiting
  CHECK(StateOf(*store) == "none");
  Good(store->Finish("r1", "p"));
  CHECK(StateOf(*store) == "v1");
  CHECK(store->Unfinished()->empty());
  Good(store->Finish("r1", "p"));
  CHECK(StateOf(*store) == "v1");
}

TEST_CASE("a run is decided whole or not at all") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  Good(store->InsertRun(RunOf("r1")));
  Good(store->InsertLoad(LoadOf("l1", "r1")));
  Good(store->InsertLoad(LoadOf("l2", "r1")));
  Good(store->SetPhase("l2", "aborted"));  // as a recovering process does
  const Error error =
      ErrorFrom(store->Decide("r1", {LoadOf("l1", "r1"), LoadOf("l2", "r1")}, {{"s", "v1"}}));
  CHECK(error.id == "load_not_staged");
  CHECK(PhaseOf(*store, "r1") == "staging aborted");
  CHECK_FALSE(*store->HasPendingStates("r1"));
}

// A backfill whose second slice failed after its decision: finishing the first slice's loads again
// must not bring the second one's state.
TEST_CASE("a decision of which every load was aborted never comes true") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  CommitOne(*store, "r1", "v1");
  const LoadRecord second = LoadOf("r1-2", "r1");
  Good(store->InsertLoad(second));
  Good(store->Decide("r1", {second}, {{"s", "v2"}}));
  Good(store->SetPhase(second.load_id, "aborted"));
  CHECK_FALSE(*store->HasPendingStates("r1"));
  CHECK(store->Unfinished()->empty());
  Good(store->Finish("r1", "p"));
  CHECK(StateOf(*store) == "v1");
}

TEST_CASE("rolling a run back restores the state before it") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  SUBCASE("none before") {
    CommitOne(*store, "r1", "v1");
    Good(store->SetPhase("r1-1", "rolled_back"));
    CHECK(StateOf(*store) == "none");
  }
  SUBCASE("the first slice's counts") {
    CommitOne(*store, "r0", "v0");
    CommitOne(*store, "r1", "v1");
    const LoadRecord second = LoadOf("r1-2", "r1");
    Good(store->InsertLoad(second));
    Good(store->Decide("r1", {second}, {{"s", "v2"}}));
    Good(store->SetCommitted(second.load_id, "{}"));
    Good(store->Finish("r1", "p"));
    Good(store->RecordSlice("r1", "s", "a", "b"));
    CHECK(StateOf(*store) == "v2");
    Good(store->SetPhase("r1-2", "rolled_back"));
    CHECK(StateOf(*store) == "v2");  // one target still holds the run's rows
    Good(store->SetPhase("r1-1", "rolled_back"));
    CHECK(StateOf(*store) == "v0");
    CHECK_FALSE(*store->SliceDone("r1", "s", "a", "b"));
    Good(store->RestoreStates("r1", "p"));
    CHECK(StateOf(*store) == "v0");
  }
}

TEST_CASE("undo of earlier loads is found and given up") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  CommitOne(*store, "r1", "v1");
  CommitOne(*store, "r2", "v2");
  std::vector<LoadRecord> kept = *store->WithUndo("t");
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].run_id == "r2");
  CHECK(kept[1].undo == "{\"undo\":1}");
  Good(store->ClearUndo("r1-1"));
  CHECK(store->WithUndo("t")->size() == 1);
  CHECK(store->WithUndo("other")->empty());
}

TEST_CASE("an unknown load is an error") {
  const TemporaryHome home;
  CHECK(ErrorFrom(OpenStore(home)->SetPhase("nope", "aborted")).id == "unknown_load");
}

TEST_CASE("slices are remembered per run and source") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  Good(store->RecordSlice("r1", "s", "2024-01-01", "2024-01-02"));
  Good(store->RecordSlice("r1", "s", "2024-01-01", "2024-01-02"));
  CHECK(*store->SliceDone("r1", "s", "2024-01-01", "2024-01-02"));
  CHECK_FALSE(*store->SliceDone("r1", "s", "2024-01-02", "2024-01-03"));
  CHECK_FALSE(*store->SliceDone("r2", "s", "2024-01-01", "2024-01-02"));
}

TEST_CASE("the latest timings are kept in their order") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  CHECK(store->Timings()->empty());
  for (int i = 0; i < 205; ++i)
    Good(store->AddTiming({"{\"read csv\": " + std::to_string(i) + "}", i / 2.0}));
  const auto timings = *store->Timings();
  REQUIRE(timings.size() == 200);
  CHECK(timings.front().work == "{\"read csv\": 5}");
  CHECK(timings.back().seconds == 102);
}

TEST_CASE("texts of any bytes come back") {
  const TemporaryHome home;
  const std::unique_ptr<Store> store = OpenStore(home);
  const std::string value = std::string("{\"w\":\"'\\\"; DROP TABLE runs; -- ж\",\"x\":\"") +
                            std::string(300000, 'z') + "\"}";
  CommitOne(*store, "r1", value);
  CHECK(StateOf(*store) == value);
}

TEST_CASE("several processes write at once and wait for each other") {
  const TemporaryHome home;
  constexpr int processes = 4;
  constexpr int runs = 15;
  std::vector<pid_t> children;
  for (int p = 0; p < processes; ++p) {
    const pid_t child = ::fork();
    if (child == 0) {
      // Opening races, too: nobody has made the store yet.
      const Result<std::unique_ptr<Store>> store = Store::Open(home.path());
      bool good =
          store.has_value() &&
          (*store)->AddConnection("c" + std::to_string(p), "sqlite:///" + std::to_string(p), false);
      for (int i = 0; i < runs && good; ++i)
        good = (*store)->InsertRun(RunOf(std::to_string(p) + "-" + std::to_string(i))).has_value();
      ::_exit(good ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  const std::unique_ptr<Store> store = OpenStore(home);
  CHECK(store->ListRuns("", 1000)->size() == processes * runs);
  for (int p = 0; p < processes; ++p)
    CHECK(store->GetConnection("c" + std::to_string(p)) == "sqlite:///" + std::to_string(p));
}

namespace {

// Commits run after run until it is killed; source s remembers the last run.
[[noreturn]] void WriteUntilKilled(const TemporaryHome& home, int round) {
  const Result<std::unique_ptr<Store>> opened = Store::Open(home.path());
  if (!opened) ::_exit(1);
  Store& store = **opened;
  for (int i = 0;; ++i) {
    const std::string run_id = std::to_string(round) + "-" + std::to_string(i);
    const LoadRecord a = LoadOf(run_id + "-a", run_id, "a"), b = LoadOf(run_id + "-b", run_id, "b");
    const bool good = store.InsertRun(RunOf(run_id)) && store.InsertLoad(a) &&
                      store.InsertLoad(b) && store.Decide(run_id, {a, b}, {{"s", run_id}}) &&
                      store.SetCommitted(a.load_id, "{}") && store.SetCommitted(b.load_id, "{}") &&
                      store.Finish(run_id, "p");
    if (!good) ::_exit(1);
  }
}

// At most the run that was going on when the writer died is open; brings it to its end as recovery
// does. True if there was one.
bool RollForwardOrAbort(Store& store) {
  const std::vector<LoadRecord> open = *store.Unfinished();
  if (open.empty()) return false;
  const std::string run_id = open.front().run_id;
  const std::string phases = PhaseOf(store, run_id);
  const bool decided = *store.HasPendingStates(run_id);
  INFO("phases: ", phases);
  for (const LoadRecord& load : open)
    CHECK(load.run_id == run_id);
  // Decided together, and with the decision.
  CHECK((phases.find("staging") == std::string::npos) == decided);
  CHECK(StateOf(store) != run_id);
  for (const LoadRecord& load : open) {
    if (load.phase == "decided") Good(store.SetCommitted(load.load_id, "{}"));
    if (load.phase == "staging") Good(store.SetPhase(load.load_id, "aborted"));
  }
  if (decided) {
    Good(store.Finish(run_id, "p"));
    CHECK(StateOf(store) == run_id);
  }
  const std::vector<LoadRecord> left = *store.Unfinished();
  CHECK(left.empty());
  return true;
}

}  // namespace

TEST_CASE("a writer killed at any moment leaves a store that is whole") {
  const TemporaryHome home;
  int open = 0;
  for (int round = 0; round < 30; ++round) {
    const pid_t child = ::fork();
    if (child == 0) WriteUntilKilled(home, round);
    std::this_thread::sleep_for(std::chrono::microseconds(5000 + round * 1700));
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    const std::unique_ptr<Store> store = OpenStore(home);
    open += RollForwardOrAbort(*store) ? 1 : 0;
    // The last run that was decided is the one that the state names.
    const std::vector<LoadRecord> kept = *store->WithUndo("b");
    CHECK(StateOf(*store) == (kept.empty() ? "none" : kept.front().run_id));
  }
  MESSAGE("killed with a run open: ", open, " of 30");
  CHECK(open > 0);
}

}  // namespace aietl::store
