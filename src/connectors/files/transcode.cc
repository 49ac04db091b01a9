#include "connectors/files/transcode.h"

#include <fcntl.h>
#include <unicode/ucnv.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <vector>

#include "base/text.h"
#include "connectors/files/encoding.h"

namespace aietl::connectors::files {

struct Decoder::State {
  UConverter* from = nullptr;
  UConverter* to = nullptr;
  std::array<UChar, 16384> pivot{};
  UChar* pivot_source = nullptr;
  UChar* pivot_target = nullptr;
  bool first = true;
  std::string name;

  ~State() {
    if (from != nullptr) ::ucnv_close(from);
    if (to != nullptr) ::ucnv_close(to);
  }
};

Decoder::Decoder(std::unique_ptr<State> state, std::string path)
    : state_(std::move(state)), path_(std::move(path)) {}
Decoder::~Decoder() = default;

Result<std::unique_ptr<Decoder>> Decoder::Open(const std::string& encoding,
                                               const std::string& path) {
  auto state = std::make_unique<State>();
  UErrorCode status = U_ZERO_ERROR;
  state->name = encoding;
  state->from = ::ucnv_open(encoding.c_str(), &status);
  state->to = ::ucnv_open("UTF-8", &status);
  if (U_FAILURE(status)) {
    return Fail(Error(Code::kInvalid, "unknown_encoding", Msg("unknown encoding {}", encoding))
                    .About(encoding));
  }
  ::ucnv_setToUCallBack(state->from, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  state->pivot_source = state->pivot_target = state->pivot.data();
  return std::unique_ptr<Decoder>(new Decoder(std::move(state), path));
}

Result<void> Decoder::Decode(std::string_view bytes, bool last, std::string* out) {
  State& s = *state_;
  const char* in = bytes.data();
  const char* in_end = in + bytes.size();
  std::array<char, 32768> buffer;
  for (;;) {
    char* target = buffer.data();
    UErrorCode status = U_ZERO_ERROR;
    ::ucnv_convertEx(s.to, s.from, &target, buffer.data() + buffer.size(), &in, in_end,
                     s.pivot.data(), &s.pivot_source, &s.pivot_target,
                     s.pivot.data() + s.pivot.size(), 0, last ? 1 : 0, &status);
    std::string_view made(buffer.data(), static_cast<size_t>(target - buffer.data()));
    if (s.first && !made.empty()) {
      if (made.starts_with("\xEF\xBB\xBF")) made.remove_prefix(3);
      s.first = false;
    }
    out->append(made);
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_SUCCESS(status)) return {};
    return Fail(Error(Code::kInvalid, "bad_encoding",
                      Msg("{}: some bytes are not of its encoding {}", path_, s.name))
                    .About(path_)
                    .Hint(Tr("name the right one, for example encoding: cp1251")));
  }
}

namespace {

class DecodedSource : public ByteSource {
 public:
  DecodedSource(std::unique_ptr<ByteSource> source, std::unique_ptr<Decoder> decoder)
      : source_(std::move(source)), decoder_(std::move(decoder)) {}

  Result<size_t> Read(char* out, size_t size) override {
    while (at_ == text_.size() && !ended_) {
      AIETL_ASSIGN(const size_t got, source_->Read(bytes_.data(), bytes_.size()));
      ended_ = got == 0;
      text_.clear();
      at_ = 0;
      AIETL_TRY(decoder_->Decode(std::string_view(bytes_.data(), got), ended_, &text_));
    }
    const size_t some = std::min(size, text_.size() - at_);
    std::copy_n(text_.data() + at_, some, out);
    at_ += some;
    return some;
  }
  int64_t position() const override { return source_->position(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<Decoder> decoder_;
  std::vector<char> bytes_ = std::vector<char>(64 * 1024);
  std::string text_;
  size_t at_ = 0;
  bool ended_ = false;
};

class UnmarkedSource : public ByteSource {
 public:
  explicit UnmarkedSource(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  Result<size_t> Read(char* out, size_t size) override {
    if (!started_) {
      started_ = true;
      head_.resize(3);
      size_t have = 0;
      while (have < 3) {
        AIETL_ASSIGN(const size_t got, source_->Read(head_.data() + have, 3 - have));
        if (got == 0) break;
        have += got;
      }
      head_.resize(have);
      if (head_ == "\xEF\xBB\xBF") head_.clear();
    }
    if (!head_.empty()) {
      const size_t some = std::min(size, head_.size());
      std::copy_n(head_.data(), some, out);
      head_.erase(0, some);
      return some;
    }
    return source_->Read(out, size);
  }
  int64_t position() const override { return source_->position(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::string head_;
  bool started_ = false;
};

class PartSource : public ByteSource {
 public:
  PartSource(std::unique_ptr<ByteSource> source, int64_t begin, int64_t end)
      : source_(std::move(source)), skip_(begin), left_(end < 0 ? -1 : end - begin) {}

  Result<size_t> Read(char* out, size_t size) override {
    std::vector<char> passed(skip_ > 0 ? 256 * 1024 : 0);
    while (skip_ > 0) {
      const auto most =
          static_cast<size_t>(std::min<int64_t>(skip_, static_cast<int64_t>(passed.size())));
      AIETL_ASSIGN(const size_t got, source_->Read(passed.data(), most));
      if (got == 0) return size_t{0};
      skip_ -= static_cast<int64_t>(got);
    }
    if (left_ >= 0)
      size = static_cast<size_t>(std::min<int64_t>(left_, static_cast<int64_t>(size)));
    if (size == 0) return size_t{0};
    AIETL_ASSIGN(const size_t got, source_->Read(out, size));
    if (left_ >= 0) left_ -= static_cast<int64_t>(got);
    return got;
  }
  int64_t position() const override { return source_->position(); }

 private:
  std::unique_ptr<ByteSource> source_;
  int64_t skip_;
  int64_t left_;  // -1: no end
};

class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : fd_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)), path_(path) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  bool ok() const { return fd_ >= 0; }

  Result<void> Write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t put = ::write(fd_, text.data(), text.size());
      if (put < 0 && errno != EINTR) return Fail(ErrnoError(errno, path_));
      if (put > 0) text.remove_prefix(static_cast<size_t>(put));
    }
    return {};
  }

 private:
  int fd_;
  std::string path_;
};

// Line ends outside of quotes become \n; what \r is followed by may come with the next piece.
class LineEnds {
 public:
  explicit LineEnds(char quote) : quote_(quote) {}
  void Unify(std::string_view text, std::string* out) {
    for (const char c : text) {
      if (c == quote_ && quote_ != 0) inside_ = !inside_;
      if (inside_) {
        out->push_back(c);
      } else if (c == '\r') {
        out->push_back('\n');
      } else if (c != '\n' || !after_cr_) {
        out->push_back(c);
      }
      after_cr_ = c == '\r' && !inside_;
    }
  }

 private:
  char quote_;
  bool inside_ = false;
  bool after_cr_ = false;
};

// Puts a running number into each record of JSON as its first field. Records are the objects at the
// outermost level, or inside the outermost array.
class RecordNumbers {
 public:
  void Insert(std::string_view text, const std::string& key, std::string* out) {
    for (const char c : text) {
      if (inside_string_) {
        inside_string_ = escaped_ || c != '"';
        escaped_ = !escaped_ && c == '\\';
        out->push_back(c);
        continue;
      }
      const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (opened_ && !blank) {  // the first byte inside a record
        if (c != '}') out->push_back(',');
        opened_ = false;
      }
      out->push_back(c);
      if (c == '"') inside_string_ = true;
      if (c == '{' || c == '[') {
        const bool record = c == '{' && (depth_ == 0 || (depth_ == 1 && in_array_));
        if (depth_ == 0) in_array_ = c == '[';
        ++depth_;
        if (record) {
          *out += "\"" + key + "\":" + std::to_string(++number_);
          opened_ = true;
        }
      }
      if (c == '}' || c == ']') --depth_;
    }
  }

 private:
  int64_t number_ = 0;
  int depth_ = 0;
  bool in_array_ = false;
  bool inside_string_ = false;
  bool escaped_ = false;
  bool opened_ = false;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> DecodeSource(std::unique_ptr<ByteSource> source,
                                                 const std::string& encoding,
                                                 const std::string& path) {
  if (encoding.empty() || encoding == "UTF-8")
    return std::unique_ptr<ByteSource>(std::make_unique<UnmarkedSource>(std::move(source)));
  AIETL_ASSIGN(std::unique_ptr<Decoder> decoder, Decoder::Open(encoding, path));
  return std::unique_ptr<ByteSource>(
      std::make_unique<DecodedSource>(std::move(source), std::move(decoder)));
}

std::unique_ptr<ByteSource> RangeSource(std::unique_ptr<ByteSource> source, int64_t begin,
                                        int64_t end) {
  return std::make_unique<PartSource>(std::move(source), begin, end);
}

Result<void> CopyAsUtf8(const CopyRequest& request, StopToken stop) {
  AIETL_ASSIGN(std::unique_ptr<ByteSource> bytes, OpenBytes(request.from, request.compression));
  AIETL_ASSIGN(std::unique_ptr<ByteSource> text,
               DecodeSource(std::move(bytes), request.encoding, request.from));
  if (request.begin > 0 || request.end >= 0)
    text = RangeSource(std::move(text), request.begin, request.end);
  Descriptor to(request.to);
  if (!to.ok()) return Fail(ErrnoError(errno, request.to));
  LineEnds line_ends(request.quote);
  RecordNumbers numbers;
  std::vector<char> buffer(256 * 1024);
  std::string changed;
  for (;;) {
    AIETL_ASSIGN(const size_t got, text->Read(buffer.data(), buffer.size()));
    if (got == 0) return {};
    AIETL_TRY(stop.Check());
    std::string_view piece(buffer.data(), got);
    if (request.unify_line_ends || !request.number_key.empty()) {
      changed.clear();
      if (request.unify_line_ends) line_ends.Unify(piece, &changed);
      if (!request.number_key.empty()) numbers.Insert(piece, request.number_key, &changed);
      piece = changed;
    }
    AIETL_TRY(to.Write(piece));
  }
}

}  // namespace aietl::connectors::files
