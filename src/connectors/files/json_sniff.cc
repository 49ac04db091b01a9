#include "connectors/files/json_sniff.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "base/utf8.h"

namespace aietl::connectors::files {
namespace {

constexpr int kMostDepth = 100;
constexpr size_t kMostInner = 32;

// A reader of JSON tokens over text that comes in pieces.
class Reader {
 public:
  Reader(ByteSource& source, std::string file, StopToken stop)
      : source_(source), file_(std::move(file)), stop_(std::move(stop)) {}

  // The next byte that is no blank; 0 at the end (or on a failure, which error() then holds).
  char Peek() {
    for (;;) {
      while (at_ < end_) {
        const char c = buffer_[at_];
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
          last_line_ = line_;
          return c;
        }
        line_ += c == '\n';
        ++at_;
      }
      if (!Fill(at_)) return 0;
    }
  }
  void Skip() { ++at_; }

  // A string from its opening quote on; escapes are resolved only where `wanted`.
  bool String(bool wanted, std::string_view* text) {
    const size_t begin = at_ + 1;
    size_t from = begin;
    bool escaped = false;
    size_t at = begin;
    for (;;) {
      const size_t stop = FindStringEnd(at);
      if (stop == end_) {
        const size_t shift = Grow(&from);
        if (shift == std::string::npos) return Broken(Tr("a string does not end"));
        at = stop - shift;
        continue;
      }
      if (buffer_[stop] == '"') {
        at = stop;
        break;
      }
      if (static_cast<unsigned char>(buffer_[stop]) < 0x20)
        return Broken(Tr("a string holds a line end or another control character"));
      escaped = true;
      if (stop + 1 >= end_) {
        const size_t shift = Grow(&from);
        if (shift == std::string::npos) return Broken(Tr("a string does not end"));
        at = stop - shift;
        continue;
      }
      at = stop + 2;
    }
    *text = std::string_view(buffer_.data() + from, at - from);
    at_ = at + 1;
    return !escaped || !wanted || Unescape(text);
  }

  // A number or word from its first byte on.
  bool Word(std::string_view* text) {
    size_t from = at_;
    size_t at = at_;
    for (;;) {
      while (at < end_ && IsWord(buffer_[at]))
        ++at;
      if (at < end_) break;
      const size_t shift = Grow(&from);
      if (shift == std::string::npos) break;
      at -= shift;
    }
    *text = std::string_view(buffer_.data() + from, at - from);
    at_ = at;
    return !text->empty() || Broken(Tr("a value is missing"));
  }

  bool Broken(std::string reason) {
    if (!error_) {
      error_ = Error(Code::kDataLoss, "bad_json", Msg("this is no JSON: {}", reason))
                   .At({file_, static_cast<int>(at_ < end_ ? line_ : last_line_), 0})
                   .About(file_)
                   .Hint(Tr("mend the file, or get it again"));
    }
    return false;
  }
  bool Refuse(const char* id, std::string message, std::string hint) {
    if (!error_) {
      error_ = Error(Code::kDataLoss, id, std::move(message))
                   .At({file_, static_cast<int>(line_), 0})
                   .About(file_)
                   .Hint(std::move(hint));
    }
    return false;
  }
  std::optional<Error>& error() { return error_; }
  int64_t position() const { return base_ + static_cast<int64_t>(at_); }
  int64_t line() const { return line_; }

 private:
  static bool IsWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '+' || c == '.';
  }

  // The first quote, backslash or control character at or behind `at`.
  size_t FindStringEnd(size_t at) const {
    const char* data = buffer_.data();
    for (; at + 8 <= end_; at += 8) {
      uint64_t word;
      std::memcpy(&word, data + at, 8);
      constexpr uint64_t kOnes = 0x0101010101010101ULL;
      constexpr uint64_t kHigh = 0x8080808080808080ULL;
      const auto zero = [](uint64_t x) { return (x - kOnes) & ~x & kHigh; };
      const uint64_t control = (word - kOnes * 0x20) & ~word & kHigh;
      if ((zero(word ^ kOnes * '"') | zero(word ^ kOnes * '\\') | control) != 0) break;
    }
    while (at < end_ && data[at] != '"' && data[at] != '\\' &&
           static_cast<unsigned char>(data[at]) >= 0x20)
      ++at;
    return at;
  }

  // Drops what stands before `keep` and reads more. False at the end of the text.
  bool Fill(size_t keep) {
    if (error_ || ended_) return false;
    if (auto stopped = stop_.Check(); !stopped) {
      error_ = std::move(stopped.error());
      return false;
    }
    if (end_ > keep) std::memmove(buffer_.data(), buffer_.data() + keep, end_ - keep);
    end_ -= keep;
    at_ -= keep;
    base_ += static_cast<int64_t>(keep);
    if (buffer_.size() - end_ < kPiece) buffer_.resize(end_ + 2 * kPiece);
    auto got = source_.Read(buffer_.data() + end_, buffer_.size() - end_);
    if (!got) {
      error_ = std::move(got.error());
      return false;
    }
    ended_ = *got == 0;
    end_ += *got;
    return !ended_;
  }

  // More text behind a token that begins at *from; how far everything moved, or npos at the end.
  size_t Grow(size_t* from) {
    const size_t keep = std::min(at_, *from);
    if (end_ - keep > kLongestToken) return std::string::npos;
    if (!Fill(keep)) return std::string::npos;
    *from -= keep;
    return keep;
  }

  bool Unescape(std::string_view* text) {
    scratch_.clear();
    for (size_t i = 0; i < text->size(); ++i) {
      const char c = (*text)[i];
      if (c != '\\') {
        scratch_ += c;
        continue;
      }
      const char kind = (*text)[++i];
      constexpr std::string_view kFrom = "\"\\/bfnrt";
      constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
      if (const size_t found = kFrom.find(kind); found != std::string_view::npos) {
        scratch_ += kTo[found];
      } else if (kind != 'u' || !AppendCodePoint(*text, &i)) {
        return Broken(Tr("a string holds an unknown escape"));
      }
    }
    *text = scratch_;
    return true;
  }

  static bool Hex(std::string_view digits, char32_t* value) {
    *value = 0;
    if (digits.size() < 4) return false;
    for (const char c : digits.substr(0, 4)) {
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0) return false;
      *value = *value * 16 + static_cast<char32_t>(digit);
    }
    return true;
  }

  // \uXXXX, a pair of surrogates as one; *i stands on the u and ends on the last digit.
  bool AppendCodePoint(std::string_view text, size_t* i) {
    char32_t c = 0;
    if (!Hex(text.substr(*i + 1), &c)) return false;
    *i += 4;
    char32_t low = 0;
    const bool high = c >= 0xD800 && c < 0xDC00;
    if (high && text.substr(*i + 1).starts_with("\\u") && Hex(text.substr(*i + 3), &low) &&
        low >= 0xDC00 && low < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      *i += 6;
    }
    AppendUtf8(scratch_, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
    return true;
  }

  static constexpr size_t kPiece = 256 * 1024;
  static constexpr size_t kLongestToken = 256U << 20U;

  ByteSource& source_;
  std::string file_;
  StopToken stop_;
  std::vector<char> buffer_;
  size_t at_ = 0;
  size_t end_ = 0;
  int64_t base_ = 0;  // bytes dropped before the buffer
  int64_t line_ = 1;
  int64_t last_line_ =
      1;  // of the last byte that is no blank: where a text that ends too early does
  bool ended_ = false;
  std::string scratch_;
  std::optional<Error> error_;
};

bool IsNumber(std::string_view word) {
  size_t at = word.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const size_t from = at;
    while (at < word.size() && word[at] >= '0' && word[at] <= '9')
      ++at;
    return at > from;
  };
  const size_t first = at;
  if (!digits() || (word[first] == '0' && at > first + 1)) return false;
  if (at < word.size() && word[at] == '.') {
    ++at;
    if (!digits()) return false;
  }
  if (at < word.size() && (word[at] == 'e' || word[at] == 'E')) {
    ++at;
    if (at < word.size() && (word[at] == '-' || word[at] == '+')) ++at;
    if (!digits()) return false;
  }
  return at == word.size();
}

class Walker {
 public:
  Walker(Reader& reader, JsonSniff* sniff) : in_(reader), sniff_(sniff) {}

  // One value of any kind into its shape. `path` is followed for the single object of a file only.
  bool Value(JsonShape* shape, int depth, const std::string* path) {
    if (depth > kMostDepth)
      return in_.Refuse("nested_too_deep", Msg("values are nested more than {} deep", kMostDepth),
                        "");
    ++shape->count;
    switch (in_.Peek()) {
      case '{': return Object(shape, depth, path);
      case '[': return Array(shape, depth, path);
      case '"': {
        std::string_view text;
        if (!in_.String(shape->text.readings != kText, &text)) return false;
        AddString(text, shape);
        return true;
      }
      case 0: return in_.Broken(Tr("it ends too early"));
      default: return Word(shape);
    }
  }

  bool Object(JsonShape* shape, int depth, const std::string* path) {
    const int64_t number = shape->objects++;
    in_.Skip();
    if (in_.Peek() == '}') {
      in_.Skip();
      return true;
    }
    for (size_t guess = 0;; ++guess) {
      if (in_.Peek() != '"') return in_.Broken(Tr("a key in quotes is missing"));
      std::string_view name;
      if (!in_.String(true, &name)) return false;
      JsonShape::Field& field = shape->At(name, guess);
      if (field.seen_in == number) {
        return in_.Refuse("duplicate_key", Msg("the key {} occurs twice in one record", field.name),
                          Tr("mend the file: nobody can say which of the two values counts"));
      }
      field.seen_in = number;
      if (in_.Peek() != ':') return in_.Broken(Tr("a colon is missing behind a key"));
      in_.Skip();
      std::string inner;
      if (path != nullptr) inner = path->empty() ? field.name : *path + "." + field.name;
      if (!Value(&field.shape, depth + 1, path == nullptr ? nullptr : &inner)) return false;
      const char c = in_.Peek();
      if (c != ',' && c != '}') return in_.Broken(Tr("a comma or closing brace is missing"));
      in_.Skip();
      if (c == '}') return true;
    }
  }

  bool Array(JsonShape* shape, int depth, const std::string* path) {
    ++shape->arrays;
    if (!shape->element) shape->element = std::make_unique<JsonShape>();
    JsonShape& element = *shape->element;
    const int64_t begin = in_.position();
    const int64_t objects = element.objects;
    const int64_t count = element.count;
    in_.Skip();
    if (in_.Peek() == ']') {
      in_.Skip();
      return true;
    }
    for (;;) {
      if (!Value(&element, depth + 1, nullptr)) return false;
      const char c = in_.Peek();
      if (c != ',' && c != ']') return in_.Broken(Tr("a comma or closing bracket is missing"));
      in_.Skip();
      if (c == ']') break;
    }
    const bool only_objects = element.count - count == element.objects - objects;
    if (path != nullptr && only_objects && sniff_->inner.size() < kMostInner)
      sniff_->inner.push_back({*path, {begin, in_.position()}});
    return true;
  }

  bool Word(JsonShape* shape) {
    std::string_view word;
    if (!in_.Word(&word)) return false;
    if (word == "null") {
      ++shape->nulls;
    } else if (word == "true" || word == "false") {
      ++shape->booleans;
    } else if (IsNumber(word)) {
      AddNumber(word, shape);
    } else {
      return in_.Broken(Tr("a word that is neither number, true, false nor null"));
    }
    return true;
  }

 private:
  Reader& in_;
  JsonSniff* sniff_;
};

}  // namespace

Result<void> SniffJson(ByteSource& source, const std::string& file, int64_t most_bytes,
                       StopToken stop, JsonSniff* into) {
  Reader in(source, file, stop);
  Walker walker(in, into);
  const auto failed = [&] { return Fail(std::move(*in.error())); };
  const char first = in.Peek();
  const bool array = first == '[';
  if (array) in.Skip();
  into->layout = array ? JsonLayout::kArray : JsonLayout::kLines;
  const bool empty_array = array && in.Peek() == ']';
  if (empty_array) in.Skip();
  int64_t last_line = 0;
  const std::string root;
  for (int64_t rows = 0; !empty_array;) {
    const char c = in.Peek();
    if (in.error()) return failed();
    if (c == 0 && !array) break;
    if (c == 0) {
      in.Broken(Tr("it ends too early"));
      return failed();
    }
    if (c != '{') {
      const bool value = c == '[' || c == '"' || c == '-' || (c >= '0' && c <= '9') || c == 't' ||
                         c == 'f' || c == 'n';
      if (!value) in.Broken(Tr("a record in braces is missing"));
      in.Refuse("no_records", Tr("the file holds values, where records in braces are expected"),
                Tr("write each row as an object: {\"column\": value}"));
      return failed();
    }
    const int64_t begin = in.position();
    if (!array && (in.line() == last_line)) into->layout = JsonLayout::kConcatenated;
    const int64_t first_line = in.line();
    ++into->records.count;
    if (!walker.Object(&into->records, 1, !array && rows == 0 ? &root : nullptr)) return failed();
    last_line = in.line();
    if (!array && last_line != first_line) into->layout = JsonLayout::kConcatenated;
    ++rows;
    ++into->rows;
    into->longest = std::max(into->longest, in.position() - begin);
    if (array) {
      const char next = in.Peek();
      if (next != ',' && next != ']') {
        in.Broken(next == 0 ? Tr("it ends too early")
                            : Tr("a comma or closing bracket is missing"));
        return failed();
      }
      in.Skip();
      if (next == ']') break;
    } else if (rows > 1) {
      into->inner.clear();
    }
    if (most_bytes >= 0 && in.position() > most_bytes) {
      into->complete = false;
      break;
    }
  }
  if (into->complete && in.Peek() != 0)
    in.Broken(Tr("something follows behind the closing bracket"));
  if (in.error()) return failed();
  into->looked_at += in.position();
  return {};
}

}  // namespace aietl::connectors::files
