#include "connectors/files/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "base/text.h"

namespace aietl::connectors::files {
namespace {

constexpr size_t kInput = 256 * 1024;

Error Corrupt(const std::string& path) {
  return Error(Code::kDataLoss, "corrupt_file", Msg("{}: the archive is corrupt", path))
      .About(path)
      .Hint(Tr("get the file again: its bytes were damaged on the way"));
}

Error Truncated(const std::string& path) {
  return Error(Code::kDataLoss, "truncated_file",
               Msg("{}: the archive is cut off before its end", path))
      .About(path)
      .Hint(Tr("get the file again: a copy or download did not finish"));
}

class PlainSource : public ByteSource {
 public:
  PlainSource(int fd, std::string path) : fd_(fd), path_(std::move(path)) {}
  ~PlainSource() override { ::close(fd_); }
  PlainSource(const PlainSource&) = delete;
  PlainSource& operator=(const PlainSource&) = delete;

  Result<size_t> Read(char* out, size_t size) override {
    for (;;) {
      const ssize_t got = ::read(fd_, out, size);
      if (got >= 0) {
        position_ += got;
        return static_cast<size_t>(got);
      }
      if (errno != EINTR) return Fail(ErrnoError(errno, path_));
    }
  }
  int64_t position() const override { return position_; }

 private:
  int fd_;
  int64_t position_ = 0;
  std::string path_;
};

// RFC 1952, any number of members one after the other; zero bytes after the last are padding.
class GzipSource : public ByteSource {
 public:
  GzipSource(std::unique_ptr<PlainSource> file, std::string path)
      : file_(std::move(file)), path_(std::move(path)) {}
  ~GzipSource() override {
    if (open_) ::inflateEnd(&stream_);
  }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  Result<size_t> Read(char* out, size_t size) override {
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out > 0 && !done_) {
      AIETL_TRY(Fill());
      if (!open_) {
        if (stream_.avail_in == 0 || SkippedPadding()) {
          done_ = true;
          break;
        }
        AIETL_TRY(Begin());
      }
      if (stream_.avail_in == 0) return Fail(Truncated(path_));
      const int status = ::inflate(&stream_, Z_NO_FLUSH);
      if (status == Z_STREAM_END) {
        ::inflateEnd(&stream_);
        open_ = false;
        members_ = true;
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        return Fail(Corrupt(path_));
      }
    }
    return size - stream_.avail_out;
  }
  int64_t position() const override { return file_->position(); }

 private:
  Result<void> Fill() {
    if (stream_.avail_in > 0 || ended_) return {};
    AIETL_ASSIGN(const size_t got, file_->Read(input_.data(), input_.size()));
    ended_ = got == 0;
    stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
    stream_.avail_in = static_cast<uInt>(got);
    return {};
  }

  Result<void> Begin() {
    constexpr int kGzipOnly = 16 + MAX_WBITS;
    if (::inflateInit2(&stream_, kGzipOnly) != Z_OK) return Fail(ErrnoError(ENOMEM, path_));
    open_ = true;
    return {};
  }

  // After a member: whether only zero bytes follow.
  bool SkippedPadding() {
    if (!members_) return false;
    while (stream_.avail_in > 0 && *stream_.next_in == 0) {
      ++stream_.next_in;
      if (--stream_.avail_in == 0 && (!Fill() || stream_.avail_in == 0)) return true;
    }
    return false;
  }

  std::unique_ptr<PlainSource> file_;
  std::string path_;
  std::vector<char> input_ = std::vector<char>(kInput);
  z_stream stream_{};
  bool open_ = false;     // inside a member
  bool members_ = false;  // at least one was complete
  bool ended_ = false;    // no more input
  bool done_ = false;
};

// RFC 8878, any number of frames.
class ZstdSource : public ByteSource {
 public:
  ZstdSource(std::unique_ptr<PlainSource> file, std::string path)
      : file_(std::move(file)), path_(std::move(path)), stream_(::ZSTD_createDStream()) {
    if (stream_ != nullptr) ::ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, 31);
  }
  ~ZstdSource() override { ::ZSTD_freeDStream(stream_); }
  ZstdSource(const ZstdSource&) = delete;
  ZstdSource& operator=(const ZstdSource&) = delete;

  Result<size_t> Read(char* out, size_t size) override {
    if (stream_ == nullptr) return Fail(ErrnoError(ENOMEM, path_));
    ZSTD_outBuffer output{out, size, 0};
    while (output.pos < output.size) {
      if (in_.pos == in_.size && !ended_) {
        AIETL_ASSIGN(const size_t got, file_->Read(input_.data(), input_.size()));
        ended_ = got == 0;
        in_ = {input_.data(), got, 0};
      }
      if (in_.pos == in_.size && pending_ == 0) break;
      const size_t before = output.pos;
      const size_t consumed = in_.pos;
      pending_ = ::ZSTD_decompressStream(stream_, &output, &in_);
      if (::ZSTD_isError(pending_) != 0) return Fail(Corrupt(path_));
      const bool stuck = output.pos == before && in_.pos == consumed;
      if (stuck && ended_ && pending_ != 0) return Fail(Truncated(path_));
    }
    return output.pos;
  }
  int64_t position() const override { return file_->position(); }

 private:
  std::unique_ptr<PlainSource> file_;
  std::string path_;
  std::vector<char> input_ = std::vector<char>(kInput);
  ZSTD_DStream* stream_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  size_t pending_ = 0;  // what the decoder still expects of the present frame; 0 between frames
  bool ended_ = false;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> OpenBytes(const std::string& path, Compression compression) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Fail(ErrnoError(errno, path));
  auto plain = std::make_unique<PlainSource>(fd, path);
  struct stat st{};
  if (::fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) return Fail(ErrnoError(EISDIR, path));
  if (compression == Compression::kGzip)
    return std::unique_ptr<ByteSource>(std::make_unique<GzipSource>(std::move(plain), path));
  if (compression == Compression::kZstd)
    return std::unique_ptr<ByteSource>(std::make_unique<ZstdSource>(std::move(plain), path));
  return std::unique_ptr<ByteSource>(std::move(plain));
}

Result<std::string> ReadHead(const std::string& path, Compression compression, size_t most,
                             bool* complete) {
  AIETL_ASSIGN(const std::unique_ptr<ByteSource> source, OpenBytes(path, compression));
  std::string head;
  constexpr size_t kPiece = 256 * 1024;
  *complete = false;
  while (head.size() <= most) {
    const size_t had = head.size();
    head.resize(had + std::min(kPiece, most + 1 - had));
    AIETL_ASSIGN(const size_t got, source->Read(head.data() + had, head.size() - had));
    head.resize(had + got);
    if (got == 0) {
      *complete = true;
      return head;
    }
  }
  head.resize(most);
  return head;
}

Result<int64_t> CheckArchive(const std::string& path, Compression compression, StopToken stop) {
  AIETL_ASSIGN(const std::unique_ptr<ByteSource> source, OpenBytes(path, compression));
  std::vector<char> buffer(kInput);
  for (int64_t size = 0;;) {
    AIETL_ASSIGN(const size_t got, source->Read(buffer.data(), buffer.size()));
    if (got == 0) return size;
    size += static_cast<int64_t>(got);
    AIETL_TRY(stop.Check());
  }
}

}  // namespace aietl::connectors::files
