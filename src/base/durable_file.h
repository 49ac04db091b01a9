// The few system calls that make a file change survive a power cut or kill -9.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/stop.h"

namespace aietl {

// What identifies one content of a file: a rename keeps all three, a rewrite changes at least one.
struct FileStamp {
  std::string path;
  uint64_t inode = 0;
  int64_t size = 0;
  int64_t mtime_ns = 0;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

Result<FileStamp> StampFile(const std::string& path);
bool FileExists(const std::string& path);

Result<std::string> ReadFile(const std::string& path);
// Temporary name in the same folder, write, fsync, rename, fsync of the folder; mode 0600 when
// `secret`.
Result<void> WriteFileAtomically(const std::string& path, std::string_view content,
                                 bool secret = false);
Result<void> SyncFile(const std::string& path);
// rename(2) and fsync of the folder.
Result<void> RenameDurably(const std::string& from, const std::string& to);
// unlink(2); a missing file is no error.
Result<void> RemoveFile(const std::string& path);
// Makes the folder and its parents.
Result<void> MakeFolder(const std::string& path);
// A hard link, or, where the file system has none or differs, a synced copy.
Result<void> KeepCopy(const std::string& from, const std::string& to);

std::string AbsolutePath(const std::string& path, const std::string& base);

// An advisory lock on a file of its own; released by the destructor and by the death of the
// process.
class FileLock {
 public:
  // Waits until it is free or `stop` (kCancelled). `waiting` is called once if it has to wait.
  static Result<std::unique_ptr<FileLock>> Acquire(const std::string& path, const StopToken& stop,
                                                   void (*waiting)(void*) = nullptr,
                                                   void* argument = nullptr);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  explicit FileLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace aietl
