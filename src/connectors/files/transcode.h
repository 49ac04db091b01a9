// Text in another encoding, or with line ends that the engine does not take, becomes UTF-8: in
// memory for sniffing, as a copy for reading.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/files/byte_source.h"

namespace aietl::connectors::files {

// Decodes pieces of a text one after the other. Bytes that the encoding does not have are an error.
class Decoder {
 public:
  static Result<std::unique_ptr<Decoder>> Open(const std::string& encoding,
                                               const std::string& path);
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  // Appends the UTF-8 of `bytes` to `out`; `last`: nothing follows. Drops a byte order mark at the
  // very beginning.
  Result<void> Decode(std::string_view bytes, bool last, std::string* out);

 private:
  struct State;
  Decoder(std::unique_ptr<State> state, std::string path);
  std::unique_ptr<State> state_;
  std::string path_;
};

// A ByteSource whose bytes are UTF-8 without a byte order mark. Takes the source over; "UTF-8" only
// drops the mark and is not checked.
Result<std::unique_ptr<ByteSource>> DecodeSource(std::unique_ptr<ByteSource> source,
                                                 const std::string& encoding,
                                                 const std::string& path);

// The bytes [begin, end) of another source; end -1: to its end.
std::unique_ptr<ByteSource> RangeSource(std::unique_ptr<ByteSource> source, int64_t begin,
                                        int64_t end);

struct CopyRequest {
  std::string from;
  Compression compression = Compression::kNone;
  std::string encoding = "UTF-8";
  bool unify_line_ends = false;  // \r\n and lone \r outside of quotes become \n
  char quote = '"';
  std::string number_key;  // JSON: a field of that name gets the number of the record, from 1
  int64_t begin = 0;       // of the decoded text
  int64_t end = -1;        // -1: all
  std::string to;
};
// Writes the copy in bounded memory; mode 0600, since it is a second copy of the user's data.
Result<void> CopyAsUtf8(const CopyRequest& request, StopToken stop);

}  // namespace aietl::connectors::files
