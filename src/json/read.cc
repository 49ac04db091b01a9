#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <cmath>
#include <map>

#include "base/text.h"
#include "base/utf8.h"
#include "json/number.h"
#include "json/text_position.h"
#include "json/value.h"

namespace aietl::json {
namespace {

namespace bj = boost::json;

constexpr size_t kMaxDepth = 100;

// Keeps the last of several members with one name, at the place of the first, as most readers do.
void KeepLastOfEachName(Object& members) {
  std::map<std::string_view, size_t> first;
  bool repeated = false;
  for (const Member& member : members)
    repeated |= !first.emplace(member.first, first.size()).second;
  if (!repeated) return;
  first.clear();
  Object kept;
  kept.reserve(members.size());
  for (Member& member : members) {
    const auto [at, is_new] = first.emplace(member.first, kept.size());
    if (is_new) {
      kept.push_back(std::move(member));
      // The view must point at the text that stays; `kept` never grows beyond what it reserved.
      auto node = first.extract(at);
      node.key() = kept.back().first;
      first.insert(std::move(node));
    } else {
      kept[at->second].second = std::move(member.second);
    }
  }
  members = std::move(kept);
}

// Receives the parser's events and builds Values; numbers are converted from their text, because
// Boost.JSON 1.81 does not round doubles exactly.
struct Builder {
  // NOLINTBEGIN(readability-identifier-naming): basic_parser asks for these names
  static constexpr size_t max_object_size = static_cast<size_t>(-1);
  static constexpr size_t max_array_size = static_cast<size_t>(-1);
  static constexpr size_t max_key_size = static_cast<size_t>(-1);
  static constexpr size_t max_string_size = static_cast<size_t>(-1);
  // NOLINTEND(readability-identifier-naming)

  struct Open {
    bool is_object = false;
    std::string key;
    Array items;
    Object members;
  };

  Value result;
  std::vector<Open> open;
  std::string text;

  bool Put(Value value) {
    if (open.empty()) {
      result = std::move(value);
    } else if (open.back().is_object) {
      open.back().members.emplace_back(std::move(open.back().key), std::move(value));
    } else {
      open.back().items.push_back(std::move(value));
    }
    return true;
  }
  bool Number(bj::string_view rest, bj::error_code& ec) {
    text.append(rest.data(), rest.size());
    Value number = NumberOf(text);
    text.clear();
    if (!std::isfinite(number.AsDouble())) {
      ec = bj::error::exponent_overflow;
      return false;
    }
    return Put(std::move(number));
  }
  bool Part(bj::string_view part) {
    text.append(part.data(), part.size());
    return true;
  }
  std::string TakeText(bj::string_view rest) {
    Part(rest);
    return std::exchange(text, {});
  }

  bool on_document_begin(bj::error_code&) { return true; }
  bool on_document_end(bj::error_code&) { return true; }
  bool on_object_begin(bj::error_code&) {
    open.emplace_back().is_object = true;
    return true;
  }
  bool on_object_end(size_t, bj::error_code&) {
    Object members = std::move(open.back().members);
    open.pop_back();
    KeepLastOfEachName(members);
    return Put(Value(std::move(members)));
  }
  bool on_array_begin(bj::error_code&) {
    open.emplace_back();
    return true;
  }
  bool on_array_end(size_t, bj::error_code&) {
    Array items = std::move(open.back().items);
    open.pop_back();
    return Put(Value(std::move(items)));
  }
  bool on_key_part(bj::string_view part, size_t, bj::error_code&) { return Part(part); }
  bool on_key(bj::string_view part, size_t, bj::error_code&) {
    open.back().key = TakeText(part);
    return true;
  }
  bool on_string_part(bj::string_view part, size_t, bj::error_code&) { return Part(part); }
  bool on_string(bj::string_view part, size_t, bj::error_code&) {
    return Put(Value(TakeText(part)));
  }
  bool on_number_part(bj::string_view part, bj::error_code&) { return Part(part); }
  bool on_int64(int64_t, bj::string_view rest, bj::error_code& ec) { return Number(rest, ec); }
  bool on_uint64(uint64_t, bj::string_view rest, bj::error_code& ec) { return Number(rest, ec); }
  bool on_double(double, bj::string_view rest, bj::error_code& ec) { return Number(rest, ec); }
  bool on_bool(bool b, bj::error_code&) { return Put(Value(b)); }
  bool on_null(bj::error_code&) { return Put(Value()); }
  bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
  bool on_comment(bj::string_view, bj::error_code&) { return true; }
};

std::string Reason(const bj::error_code& ec, std::string_view text, size_t offset) {
  if (ec == bj::error::incomplete)
    return Tr("the JSON ends too early: a bracket, a quote or a value is missing");
  if (ec == bj::error::too_deep) return Msg("nested deeper than {} levels", kMaxDepth);
  if (ec == bj::error::extra_data) return Tr("there is more text after the end of the JSON value");
  if (ec == bj::error::exponent_overflow) return Tr("the number is too large");
  if (!IsValidUtf8(text)) return Tr("the text is not valid UTF-8");
  if (offset < text.size()) {
    const auto c = static_cast<unsigned char>(text[offset]);
    if (c < 0x20) return Msg("not JSON: unexpected control character {}", static_cast<int>(c));
    return Msg("not JSON: unexpected '{}'",
               EncodeUtf8(DecodeUtf8(text.substr(offset, 4)).substr(0, 1)));
  }
  return Tr("not JSON");
}

}  // namespace

Result<Value> Parse(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  bj::parse_options options;
  options.max_depth = kMaxDepth;
  bj::basic_parser<Builder> parser(options);
  bj::error_code ec;
  size_t used = parser.write_some(false, text.data(), text.size(), ec);
  if (!ec && used < text.size()) {
    const size_t more = text.find_first_not_of(" \t\r\n", used);
    if (more != std::string_view::npos) {
      used = more;
      ec = bj::error::extra_data;
    }
  }
  if (!ec) return std::move(parser.handler().result);
  const LineColumn at = TextPositions(text).At(used);
  return Fail(
      Error(Code::kInvalid, "invalid_json", Reason(ec, text, used)).At({"", at.line, at.column}));
}

}  // namespace aietl::json
