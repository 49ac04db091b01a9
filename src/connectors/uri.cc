#include "connectors/uri.h"

#include "base/text.h"

namespace aietl::connectors {
namespace {

Error BadUri(std::string message) {
  return Error(Code::kInvalid, "bad_uri", std::move(message));
}

bool IsSchemeByte(char c, bool first) {
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return true;
  return !first && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') return (c | 0x20) - 'a' + 10;
  return -1;
}

// The length of `scheme` in "scheme:…", or 0.
size_t SchemeLength(std::string_view text) {
  size_t length = 0;
  while (length < text.size() && IsSchemeByte(text[length], length == 0))
    ++length;
  return length < text.size() && text[length] == ':' ? length : 0;
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

Result<void> ReadParameters(std::string_view query, Uri* uri) {
  while (!query.empty()) {
    const size_t end = std::min(query.find('&'), query.size());
    const std::string_view pair = query.substr(0, end);
    const size_t equals = std::min(pair.find('='), pair.size());
    AIETL_ASSIGN(std::string name, PercentDecode(pair.substr(0, equals)));
    AIETL_ASSIGN(std::string value, PercentDecode(equals < pair.size() ? pair.substr(equals + 1)
                                                                       : std::string_view()));
    uri->parameters.emplace_back(std::move(name), std::move(value));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return {};
}

}  // namespace

std::optional<std::string> SchemeOf(std::string_view text) {
  const size_t length = SchemeLength(text);
  if (length == 0 || text.substr(length, 3) != "://") return std::nullopt;
  return Lower(text.substr(0, length));
}

Result<std::string> PercentDecode(std::string_view text) {
  std::string decoded;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? HexDigit(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? HexDigit(text[i + 2]) : -1;
    if (high < 0 || low < 0 || (high == 0 && low == 0)) {
      return Fail(BadUri(Tr("a '%' in the URI is not followed by two hexadecimal digits"))
                      .Hint(Tr("write %25 for a percent sign")));
    }
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return decoded;
}

std::string PercentEncodePath(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && c != '%' && c != '?' && c != '#' && byte != 0x7F) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += kDigits[byte >> 4];
      encoded += kDigits[byte & 15];
    }
  }
  return encoded;
}

Result<Uri> ParseUri(std::string_view text) {
  const size_t length = SchemeLength(text);
  if (length == 0) return Fail(BadUri(Tr("this is no URI: a scheme such as sqlite:// is missing")));
  Uri uri;
  uri.scheme = Lower(text.substr(0, length));
  std::string_view rest = text.substr(length + 1);
  if (!rest.starts_with("//")) {
    return Fail(BadUri(Msg("the URI lacks two slashes after {}:", uri.scheme))
                    .Hint(Msg("write {}://…", uri.scheme)));
  }
  rest.remove_prefix(2);
  if (const size_t fragment = rest.find('#'); fragment != std::string_view::npos)
    rest = rest.substr(0, fragment);
  std::string_view query;
  if (const size_t mark = rest.find('?'); mark != std::string_view::npos) {
    query = rest.substr(mark + 1);
    rest = rest.substr(0, mark);
  }
  const size_t slash = std::min(rest.find('/'), rest.size());
  uri.authority = std::string(rest.substr(0, slash));
  AIETL_ASSIGN(uri.path, PercentDecode(rest.substr(slash)));
  AIETL_TRY(ReadParameters(query, &uri));
  return uri;
}

Result<std::string> DatabaseFile(std::string_view uri, const std::string& scheme) {
  if (uri.empty()) return Fail(BadUri(Tr("the path of the database is empty")));
  const size_t length = SchemeLength(uri);
  const bool ours = length > 0 && Lower(uri.substr(0, length)) == scheme;
  std::string path(uri);
  if (ours) {
    const std::string spelling = Msg("{0}:///relative/path or {0}:////absolute/path", scheme);
    if (!SchemeOf(uri))
      return Fail(
          BadUri(Msg("the slashes after {}: are missing", scheme)).Hint(Msg("write {}", spelling)));
    AIETL_ASSIGN(const Uri parsed, ParseUri(uri));
    if (!parsed.authority.empty()) {
      return Fail(BadUri(Msg("a {} database is a file and has no host, but something stands "
                             "between the second and the third slash",
                             scheme))
                      .Hint(Msg("write {}", spelling)));
    }
    if (!parsed.parameters.empty()) {
      return Fail(BadUri(Msg("a {} URI takes no parameters; found {}", scheme,
                             parsed.parameters.front().first))
                      .Hint(Tr("a question mark in a file name is written %3F")));
    }
    path = parsed.path.empty() ? std::string() : parsed.path.substr(1);
  } else if (const auto other = SchemeOf(uri)) {
    return Fail(BadUri(Msg("{}:// is no scheme of {}", *other, scheme)));
  }
  if (path.find('\0') != std::string::npos)
    return Fail(BadUri(Tr("the path of the database holds a zero byte")));
  if (path.empty() || path.back() == '/')
    return Fail(BadUri(Tr("the path of the database names no file")));
  if (path == ":memory:") {
    return Fail(
        BadUri(
            Tr("a database in memory would be empty: nothing could be read from it or stay in it"))
            .Hint(Tr("name a file")));
  }
  return path;
}

}  // namespace aietl::connectors
