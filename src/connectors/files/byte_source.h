// The bytes of a file, decompressed, a piece at a time; a truncated or corrupt archive is an error
// and never an early end.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/files/format.h"

namespace aietl::connectors::files {

// One thread at a time.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Up to `size` bytes into `out`; 0 is the true end, with every checksum of the archive verified.
  virtual Result<size_t> Read(char* out, size_t size) = 0;
  // Bytes of the file itself that were read so far.
  virtual int64_t position() const = 0;
};

Result<std::unique_ptr<ByteSource>> OpenBytes(const std::string& path, Compression compression);

// The first `most` bytes after decompression; `complete` says whether that was everything.
Result<std::string> ReadHead(const std::string& path, Compression compression, size_t most,
                             bool* complete);

// Decompresses to the end and throws the bytes away: whether the archive is whole. Returns its
// uncompressed size.
Result<int64_t> CheckArchive(const std::string& path, Compression compression, StopToken stop = {});

}  // namespace aietl::connectors::files
