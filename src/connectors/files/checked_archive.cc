#include "connectors/files/checked_archive.h"

#include <zstd.h>

#include <duckdb.hpp>
#include <duckdb/common/gzip_file_system.hpp>
#include <duckdb/common/virtual_file_system.hpp>
#include <duckdb/main/capi/capi_internal.hpp>

#include "base/text.h"
#include "connectors/files/byte_source.h"
#include "data/database.h"

namespace aietl::connectors::files {
namespace {

using EngineFile = duckdb::unique_ptr<duckdb::FileHandle>;

// Errors cross the engine as exceptions; ClassifyEngineError gives them back.
[[noreturn]] void Raise(const Error& error) {
  throw duckdb::IOException(data::EngineErrorText(error));
}

// A file that a ByteSource of ours decompresses, from the beginning to the end.
struct CheckedFile : duckdb::FileHandle {
  CheckedFile(duckdb::FileSystem& system, EngineFile file, Compression kind)
      : FileHandle(system, file->GetPath(), file->GetFlags()),
        child(std::move(file)),
        compression(kind) {}

  void Close() override {
    source.reset();
    if (child) child->Close();
  }
  duckdb::idx_t GetProgress() override {
    return source ? static_cast<duckdb::idx_t>(source->position()) : 0;
  }

  int64_t ReadSome(char* out, size_t size) {
    if (!source) {
      auto opened = OpenBytes(GetPath(), compression);
      if (!opened) Raise(opened.error());
      source = std::move(*opened);
    }
    auto got = source->Read(out, size);
    if (!got) Raise(got.error());
    return static_cast<int64_t>(*got);
  }

  EngineFile child;  // the engine's own: it passed the sandbox, and knows sizes
  Compression compression;
  std::unique_ptr<ByteSource> source;
};

// A zstd frame being written, with a checksum at its end.
struct ZstdWriter : duckdb::FileHandle {
  ZstdWriter(duckdb::FileSystem& system, EngineFile file)
      : FileHandle(system, file->GetPath(), file->GetFlags()),
        child(std::move(file)),
        context(::ZSTD_createCCtx()) {
    if (context == nullptr) Raise(ErrnoError(ENOMEM, GetPath()));
    ::ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  }
  ~ZstdWriter() override { ::ZSTD_freeCCtx(context); }

  void WriteSome(const void* data, size_t size, ZSTD_EndDirective end) {
    ZSTD_inBuffer in{data, size, 0};
    for (size_t left = 1; left != 0 || in.pos < in.size;) {
      ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
      left = ::ZSTD_compressStream2(context, &out, &in, end);
      if (::ZSTD_isError(left) != 0)
        Raise(Error(Code::kInternal, "zstd", Msg("{}: could not be compressed", GetPath())));
      if (out.pos > 0) child->Write(duckdb::QueryContext(), buffer.data(), out.pos);
      if (end == ZSTD_e_continue && in.pos == in.size) break;
    }
  }
  void Close() override {
    if (closed) return;
    closed = true;
    WriteSome(nullptr, 0, ZSTD_e_end);
    child->Close();
  }

  EngineFile child;
  ZSTD_CCtx* context;
  std::vector<char> buffer = std::vector<char>(256 * 1024);
  bool closed = false;
};

// gzip is written by the engine's own system, zstd by ours (the engine's is not in its headers).
struct GzipSystem : duckdb::GZipFileSystem {
  EngineFile OpenCompressedFile(duckdb::QueryContext context, EngineFile file,
                                bool write) override {
    if (write) return GZipFileSystem::OpenCompressedFile(context, std::move(file), write);
    return duckdb::make_uniq<CheckedFile>(*this, std::move(file), Compression::kGzip);
  }
  int64_t Read(duckdb::FileHandle& file, void* out, int64_t size) override {
    return file.Cast<CheckedFile>().ReadSome(static_cast<char*>(out), static_cast<size_t>(size));
  }
  void Reset(duckdb::FileHandle& file) override {
    auto* ours = dynamic_cast<CheckedFile*>(&file);
    if (ours == nullptr) return GZipFileSystem::Reset(file);
    ours->child->Reset();
    ours->source.reset();
  }
  int64_t GetFileSize(duckdb::FileHandle& file) override {
    auto* ours = dynamic_cast<CheckedFile*>(&file);
    return ours == nullptr ? GZipFileSystem::GetFileSize(file)
                           : static_cast<int64_t>(ours->child->GetFileSize());
  }
  bool OnDiskFile(duckdb::FileHandle& file) override {
    auto* ours = dynamic_cast<CheckedFile*>(&file);
    return ours == nullptr ? GZipFileSystem::OnDiskFile(file) : ours->child->OnDiskFile();
  }
};

struct ZstdSystem : duckdb::FileSystem {
  EngineFile OpenCompressedFile(duckdb::QueryContext, EngineFile file, bool write) override {
    if (write) return duckdb::make_uniq<ZstdWriter>(*this, std::move(file));
    return duckdb::make_uniq<CheckedFile>(*this, std::move(file), Compression::kZstd);
  }
  int64_t Read(duckdb::FileHandle& file, void* out, int64_t size) override {
    return file.Cast<CheckedFile>().ReadSome(static_cast<char*>(out), static_cast<size_t>(size));
  }
  int64_t Write(duckdb::FileHandle& file, void* data, int64_t size) override {
    file.Cast<ZstdWriter>().WriteSome(data, static_cast<size_t>(size), ZSTD_e_continue);
    return size;
  }
  void Reset(duckdb::FileHandle& file) override {
    auto& ours = file.Cast<CheckedFile>();
    ours.child->Reset();
    ours.source.reset();
  }
  int64_t GetFileSize(duckdb::FileHandle& file) override {
    auto* ours = dynamic_cast<CheckedFile*>(&file);
    EngineFile& child = ours != nullptr ? ours->child : file.Cast<ZstdWriter>().child;
    return static_cast<int64_t>(child->GetFileSize());
  }
  bool OnDiskFile(duckdb::FileHandle&) override { return true; }
  bool CanSeek() override { return false; }
  std::string GetName() const override { return "ZStdFileSystem"; }
};

}  // namespace

void UseCheckedArchives(_duckdb_database* database) {
  auto& wrapper = *reinterpret_cast<duckdb::DatabaseWrapper*>(database);
  auto& system = wrapper.database->GetFileSystem();
  system.RegisterSubSystem(duckdb::FileCompressionType::GZIP, duckdb::make_uniq<GzipSystem>());
  system.RegisterSubSystem(duckdb::FileCompressionType::ZSTD, duckdb::make_uniq<ZstdSystem>());
}

}  // namespace aietl::connectors::files
