// Wiring only: which store, engine and connectors this process uses.
#include <csignal>
#include <future>
#include <memory>

#include "base/durable_file.h"
#include "base/log.h"
#include "base/stop.h"
#include "cli/main.h"
#include "connectors/registry.h"
#include "store/store.h"
#include "synthesis/synthesiser.h"

namespace {

const aietl::StopSource* g_stop = nullptr;

// The first signal asks politely; the second one ends the process at once, which every write
// survives.
void OnSignal(int number) {
  if (g_stop != nullptr) g_stop->Stop();
  std::signal(number, SIG_DFL);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace aietl;
  const StopSource stop;
  g_stop = &stop;
  std::signal(SIGINT, OnSignal);
  std::signal(SIGTERM, OnSignal);
  std::signal(SIGPIPE, SIG_IGN);

  const std::unique_ptr<connectors::Registry> registry = connectors::MakeRegistry();
  const std::unique_ptr<synthesis::Synthesiser> synthesiser = synthesis::MakeBuiltinSynthesiser();
  const std::string home = store::DefaultHome();
  std::unique_ptr<store::Store> store;
  std::unique_ptr<data::Database> database;
  std::future<Result<std::unique_ptr<data::Database>>> opening;
  std::unique_ptr<EventSink> log;
  cli::Parts parts{
      *registry,
      *synthesiser,
      SystemClock(),
      home,
      [&]() -> Result<store::Store*> {
        if (!store) {
          AIETL_ASSIGN(store, store::Store::Open(home));
        }
        return store.get();
      },
      [&](const data::DatabaseOptions& options) -> Result<data::Database*> {
        if (!database) {
          AIETL_ASSIGN(database, opening.valid() ? opening.get() : data::Database::Open(options));
        }
        return database.get();
      },
      [&](const data::DatabaseOptions& options) {
        if (database || opening.valid()) return;
        opening = std::async(std::launch::async, data::Database::Open, options);
      },
      [&]() -> EventSink& {
        if (!log) log = OpenLog(home + "/log.jsonl");
        return *log;
      },
      stop.token(),
  };
  return cli::Main(argc, argv, parts);
}
