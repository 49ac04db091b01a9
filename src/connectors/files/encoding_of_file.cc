#include "connectors/files/encoding_of_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <thread>
#include <vector>

#include "base/durable_file.h"
#include "base/text.h"
#include "base/utf8.h"
#include "connectors/files/byte_source.h"
#include "connectors/files/encoding.h"

namespace aietl::connectors::files {
namespace {

// Gives the whole file to `take`, which says whether it wants more.
template <class Take>
Result<void> ForAll(const std::string& path, Compression compression, StopToken stop, Take take) {
  AIETL_ASSIGN(const std::unique_ptr<ByteSource> source, OpenBytes(path, compression));
  std::vector<char> buffer(256 * 1024);
  for (;;) {
    AIETL_ASSIGN(const size_t got, source->Read(buffer.data(), buffer.size()));
    if (got == 0 || !take(std::string_view(buffer.data(), got))) return {};
    AIETL_TRY(stop.Check());
  }
}

// A file cut into segments that begin with characters.
class SegmentCheck {
 public:
  SegmentCheck(int fd, int64_t size, StopToken stop)
      : fd_(fd), size_(size), stop_(std::move(stop)) {}

  // Takes segments until there are none; called on several threads.
  void Work() {
    std::vector<char> buffer(static_cast<size_t>(kSegment) + kLongest);
    for (;;) {
      const int64_t begin = next_.fetch_add(kSegment);
      if (begin >= size_ || !good_ || error_number_ != 0 || stop_.stopped()) return;
      Check(begin, &buffer);
    }
  }

  bool good() const { return good_; }
  int error_number() const { return error_number_; }

 private:
  static constexpr int64_t kSegment = 4 << 20;
  static constexpr size_t kLongest = 4;  // bytes of a character

  // A segment goes from its first byte that begins a character up to the next one's.
  void Check(int64_t begin, std::vector<char>* buffer) {
    size_t have = 0;
    while (have < buffer->size()) {
      const ssize_t got = ::pread(fd_, buffer->data() + have, buffer->size() - have,
                                  begin + static_cast<int64_t>(have));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) error_number_ = errno;
      if (got <= 0) break;
      have += static_cast<size_t>(got);
    }
    const std::string_view bytes(buffer->data(), have);
    const bool last = begin + kSegment >= size_;
    const size_t from = begin == 0 ? 0 : FirstOfCharacter(bytes, 0);
    const size_t to = last ? have : FirstOfCharacter(bytes, std::min<size_t>(kSegment, have));
    Utf8Check check;
    if (!check.Add(bytes.substr(from, to - from)) || !check.complete()) good_ = false;
  }

  static size_t FirstOfCharacter(std::string_view bytes, size_t at) {
    size_t steps = 0;
    while (at < bytes.size() && steps < kLongest &&
           (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U) {
      ++at;
      ++steps;
    }
    return at;
  }

  int fd_;
  int64_t size_;
  StopToken stop_;
  std::atomic<int64_t> next_{0};
  std::atomic<bool> good_{true};
  std::atomic<int> error_number_{0};
};

}  // namespace

Result<bool> IsUtf8File(const std::string& path, StopToken stop) {
  AIETL_ASSIGN(const FileStamp stamp, StampFile(path));
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Fail(ErrnoError(errno, path));
  SegmentCheck check(fd, stamp.size, stop);
  {
    std::vector<std::jthread> threads;
    const unsigned helpers = std::clamp(std::thread::hardware_concurrency(), 1U, 4U) - 1;
    for (unsigned i = 0; i < helpers; ++i)
      threads.emplace_back([&check] { check.Work(); });
    check.Work();
  }
  ::close(fd);
  AIETL_TRY(stop.Check());
  if (check.error_number() != 0) return Fail(ErrnoError(check.error_number(), path));
  return check.good();
}

std::string EncodingForPeople(const std::string& icu_name) {
  if (icu_name == "windows-1251") return "cp1251";
  if (icu_name == "windows-1252") return "latin1";
  if (icu_name == "IBM866") return "cp866";
  return LowerUtf8(icu_name);
}

Result<std::string> FindEncoding(const std::string& path, Compression compression,
                                 std::string_view head, bool complete, bool thorough,
                                 StopToken stop) {
  if (const Encoding marked = ByteOrderMark(head); marked.mark > 0) return marked.name;
  Utf8Check check;
  bool utf8 = check.Add(head) && (!complete || check.complete());
  constexpr int64_t kMostChecked = 4LL << 30;
  if (utf8 && thorough && !complete && compression == Compression::kNone) {
    AIETL_ASSIGN(const FileStamp stamp, StampFile(path));
    if (stamp.size <= kMostChecked) {
      AIETL_ASSIGN(utf8, IsUtf8File(path, stop));
    }
  }
  if (utf8) return std::string("UTF-8");
  ByteCounts counts;
  Utf8Check with_nul(true);
  bool utf8_with_nul = true;
  const auto add = [&](std::string_view bytes) {
    counts.Add(bytes);
    utf8_with_nul = utf8_with_nul && with_nul.Add(bytes);
    return true;
  };
  if (complete) {
    add(head);
  } else {
    AIETL_TRY(ForAll(path, compression, stop, add));
  }
  const Encoding guess = counts.Guess();
  const bool wide = guess.certain && guess.name.starts_with("UTF-16");
  if (!wide && utf8_with_nul && with_nul.complete()) return std::string("UTF-8");
  if (guess.certain) return guess.name;
  return Fail(
      Error(Code::kInvalid, "unknown_encoding",
            Msg("{}: the text is not UTF-8, and its encoding cannot be told for certain", path))
          .About(path)
          .Hint(Msg("say which it is, for example encoding: {}", EncodingForPeople(guess.name))));
}

}  // namespace aietl::connectors::files
