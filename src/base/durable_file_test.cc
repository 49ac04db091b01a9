#include "base/durable_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "base/log.h"

namespace aietl {
namespace {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    char name[] = "/tmp/aietl_base_XXXXXX";
    AIETL_CHECK(::mkdtemp(name) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

int CountFiles(const std::string& folder) {
  int count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder))
    ++count;
  return count;
}

mode_t Mode(const std::string& path) {
  struct stat st{};
  REQUIRE(::stat(path.c_str(), &st) == 0);
  return st.st_mode & 0777U;
}

}  // namespace

TEST_CASE("a file is replaced at once and leaves nothing beside it") {
  const TemporaryFolder folder;
  const std::string path = folder / "f";
  REQUIRE(WriteFileAtomically(path, "one").has_value());
  REQUIRE(WriteFileAtomically(path, std::string("two\0", 4), true).has_value());
  CHECK(ReadFile(path) == std::string("two\0", 4));
  CHECK(Mode(path) == 0600);
  CHECK(CountFiles(folder.path()) == 1);
}

TEST_CASE("a file that cannot be written is an error that names it, and leaves nothing") {
  const TemporaryFolder folder;
  CHECK(WriteFileAtomically(folder / "none/f", "x").error().code == Code::kNotFound);
  std::filesystem::create_directory(folder / "sub");
  std::filesystem::create_directory(folder / "sub/inner");
  CHECK_FALSE(WriteFileAtomically(folder / "sub", "x").has_value());
  CHECK(CountFiles(folder.path()) == 1);
  CHECK(ReadFile(folder / "missing").error().message.find("missing") != std::string::npos);
  CHECK(RemoveFile(folder / "missing").has_value());
}

TEST_CASE("a stamp changes with the content and not with a rename") {
  const TemporaryFolder folder;
  const std::string a = folder / "a", b = folder / "b";
  REQUIRE(WriteFileAtomically(a, "one").has_value());
  const FileStamp before = *StampFile(a);
  REQUIRE(RenameDurably(a, b).has_value());
  const FileStamp moved = *StampFile(b);
  CHECK(moved.inode == before.inode);
  CHECK(moved.mtime_ns == before.mtime_ns);
  REQUIRE(WriteFileAtomically(b, "two").has_value());
  CHECK_FALSE(*StampFile(b) == moved);
  CHECK_FALSE(StampFile(a).has_value());
}

TEST_CASE("a kept copy survives the replacement of the original") {
  const TemporaryFolder folder;
  REQUIRE(WriteFileAtomically(folder / "f", "old").has_value());
  REQUIRE(KeepCopy(folder / "f", folder / "kept").has_value());
  REQUIRE(WriteFileAtomically(folder / "f", "new").has_value());
  CHECK(ReadFile(folder / "kept") == "old");
}

TEST_CASE("paths are made absolute without touching the disk") {
  CHECK(AbsolutePath("a/../b.csv", "/data") == "/data/b.csv");
  CHECK(AbsolutePath("/x/./y", "/data") == "/x/y");
}

TEST_CASE("a lock keeps another process out until it is released") {
  const TemporaryFolder folder;
  const std::string path = folder / "lock";
  Result<std::unique_ptr<FileLock>> lock = FileLock::Acquire(path, StopToken());
  REQUIRE(lock.has_value());
  const auto try_in_child = [&] {
    const pid_t child = ::fork();
    if (child == 0) {
      const StopSource stop;
      stop.Stop();
      ::_exit(FileLock::Acquire(path, stop.token()).has_value() ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WEXITSTATUS(status);
  };
  CHECK(try_in_child() == 1);
  lock->reset();
  CHECK(try_in_child() == 0);
}

TEST_CASE("the log holds one JSON object a line and only the user can read it") {
  const TemporaryFolder folder;
  const std::string path = folder / "log";
  OpenLog(path)->Emit(
      {"run_started",
       {{"name", std::string("a \"b\"\n")}, {"rows", int64_t{3}}, {"share", 0.5}, {"ok", true}}});
  OpenLog(path)->Emit({"odd", {{"rate", 1.0 / 0.0}}});
  const Result<std::string> log = ReadFile(path);
  REQUIRE(log.has_value());
  CHECK(log->find(R"("type":"run_started","name":"a \"b\"\u000a","rows":3,"share":0.5,"ok":true})"
                  "\n") != std::string::npos);
  CHECK(log->find(R"("rate":null})") != std::string::npos);
  CHECK(Mode(path) == 0600);
  OpenLog(folder / "none/log")->Emit({"lost", {}});
}

}  // namespace aietl
