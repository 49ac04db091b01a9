#include "base/durable_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <thread>

#include "base/text.h"

namespace aietl {
namespace {

namespace fs = std::filesystem;

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  bool ok() const { return fd_ >= 0; }

 private:
  int fd_;
};

std::string FolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

Result<void> SyncFolder(const std::string& folder) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd.ok()) return Fail(ErrnoError(errno, folder));
  if (::fsync(fd.get()) != 0 && errno != EINVAL) return Fail(ErrnoError(errno, folder));
  return {};
}

Result<void> WriteAll(int fd, std::string_view content, const std::string& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return Fail(ErrnoError(errno, path));
    content.remove_prefix(static_cast<size_t>(written));
  }
  return {};
}

}  // namespace

Result<FileStamp> StampFile(const std::string& path) {
  struct stat st{};
  if (::stat(path.c_str(), &st) != 0) return Fail(ErrnoError(errno, path));
  return FileStamp{path, st.st_ino, st.st_size,
                   st.st_mtim.tv_sec * 1'000'000'000LL + st.st_mtim.tv_nsec};
}

bool FileExists(const std::string& path) {
  return ::access(path.c_str(), F_OK) == 0;
}

Result<std::string> ReadFile(const std::string& path) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd.ok()) return Fail(ErrnoError(errno, path));
  std::string content;
  char buffer[65536];
  for (;;) {
    const ssize_t got = ::read(fd.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Fail(ErrnoError(errno, path));
    if (got == 0) return content;
    content.append(buffer, static_cast<size_t>(got));
  }
}

Result<void> WriteFileAtomically(const std::string& path, std::string_view content, bool secret) {
  const std::string temporary = path + ".aietl-" + std::to_string(::getpid()) + ".tmp";
  {
    const Descriptor fd(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, secret ? 0600 : 0666));
    if (!fd.ok()) return Fail(ErrnoError(errno, path));
    Result<void> written = WriteAll(fd.get(), content, path);
    if (written && ::fsync(fd.get()) != 0) written = Fail(ErrnoError(errno, path));
    if (!written) {
      ::unlink(temporary.c_str());
      return written;
    }
  }
  Result<void> renamed = RenameDurably(temporary, path);
  if (!renamed) ::unlink(temporary.c_str());
  return renamed;
}

Result<void> SyncFile(const std::string& path) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd.ok()) return Fail(ErrnoError(errno, path));
  if (::fsync(fd.get()) != 0) return Fail(ErrnoError(errno, path));
  return {};
}

Result<void> RenameDurably(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return Fail(ErrnoError(errno, to));
  return SyncFolder(FolderOf(to));
}

Result<void> RemoveFile(const std::string& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return Fail(ErrnoError(errno, path));
  return {};
}

Result<void> MakeFolder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return Fail(ErrnoError(error.value(), path));
  return {};
}

Result<void> KeepCopy(const std::string& from, const std::string& to) {
  AIETL_TRY(RemoveFile(to));
  if (::link(from.c_str(), to.c_str()) == 0) return SyncFolder(FolderOf(to));
  if (errno != EXDEV && errno != EPERM && errno != EMLINK && errno != EOPNOTSUPP)
    return Fail(ErrnoError(errno, to));
  std::error_code error;
  fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
  if (error) return Fail(ErrnoError(error.value(), to));
  AIETL_TRY(SyncFile(to));
  return SyncFolder(FolderOf(to));
}

std::string AbsolutePath(const std::string& path, const std::string& base) {
  fs::path joined = fs::path(path).is_absolute() ? fs::path(path) : fs::path(base) / path;
  std::error_code error;
  if (!joined.is_absolute()) joined = fs::absolute(joined, error);
  return joined.lexically_normal().string();
}

Result<std::unique_ptr<FileLock>> FileLock::Acquire(const std::string& path, const StopToken& stop,
                                                    void (*waiting)(void*), void* argument) {
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return Fail(ErrnoError(errno, path));
  std::unique_ptr<FileLock> lock(new FileLock(fd));
  for (bool told = false; ::flock(fd, LOCK_EX | LOCK_NB) != 0;) {
    if (errno != EWOULDBLOCK && errno != EINTR) return Fail(ErrnoError(errno, path));
    if (!told && waiting != nullptr) waiting(argument);
    told = true;
    AIETL_TRY(stop.Check());
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return lock;
}

FileLock::~FileLock() {
  ::close(fd_);
}

}  // namespace aietl
