#include "connectors/files/encoding_of_file.h"

#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "connectors/files/byte_source.h"
#include "connectors/files/encoding.h"

namespace aietl::connectors::files {
namespace {

Result<ByteCounts> CountAll(const std::string& path, Compression compression, StopToken stop) {
  AIETL_ASSIGN(const std::unique_ptr<ByteSource> source, OpenBytes(path, compression));
  ByteCounts counts;
  std::vector<char> buffer(256 * 1024);
  for (;;) {
    AIETL_ASSIGN(const size_t got, source->Read(buffer.data(), buffer.size()));
    if (got == 0) return counts;
    counts.Add(std::string_view(buffer.data(), got));
    AIETL_TRY(stop.Check());
  }
}

}  // namespace

std::string EncodingForPeople(const std::string& icu_name) {
  if (icu_name == "windows-1251") return "cp1251";
  if (icu_name == "windows-1252") return "latin1";
  if (icu_name == "IBM866") return "cp866";
  return LowerUtf8(icu_name);
}

Result<std::string> FindEncoding(const std::string& path, Compression compression,
                                 std::string_view head, bool complete, StopToken stop) {
  ByteCounts counts;
  counts.Add(head);
  Encoding guess = counts.Guess();
  if (guess.certain && guess.name.starts_with("UTF")) return guess.name;
  if (!complete) {
    AIETL_ASSIGN(counts, CountAll(path, compression, stop));
    guess = counts.Guess();
  }
  if (guess.certain) return guess.name;
  return Fail(
      Error(Code::kInvalid, "unknown_encoding",
            Msg("{}: the text is not UTF-8, and its encoding cannot be told for certain", path))
          .About(path)
          .Hint(Msg("say which it is, for example encoding: {}", EncodingForPeople(guess.name))));
}

}  // namespace aietl::connectors::files
