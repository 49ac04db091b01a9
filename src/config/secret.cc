#include "config/secret.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/durable_file.h"
#include "base/text.h"

namespace aietl::config {
namespace {

constexpr std::string_view kMask = "***";
constexpr size_t kMaxSecretBytes = 1U << 20U;

Result<std::string> FromEnvironment(const std::string& name) {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing in this program changes the environment
  const char* value = std::getenv(name.c_str());
  if (value != nullptr) return std::string(value);
  return Fail(
      Error(Code::kNotFound, "unknown_secret", Msg("the environment variable {} is not set", name))
          .About("${env:" + name + "}")
          .Hint(Tr("set it, or use another reference")));
}

Result<std::string> FromFile(const std::string& path) {
  Result<std::string> content = ReadFile(path);
  if (!content) return Fail(std::move(content.error()).About("${file:" + path + "}"));
  if (content->size() > kMaxSecretBytes) {
    return Fail(Error(Code::kInvalid, "unknown_secret", Msg("{}: too large for a secret", path))
                    .About("${file:" + path + "}"));
  }
  if (content->ends_with('\n')) content->pop_back();
  if (content->ends_with('\r')) content->pop_back();
  return content;
}

bool IsBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool IsNameCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

// Whether a parameter of this name holds a secret: "sslpassword", "X-Amz-Signature", "AccountKey".
bool IsSecretName(std::string_view name) {
  std::string lower;
  for (const char c : name)
    lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  static constexpr std::array<std::string_view, 12> endings{
      "password", "passwd",    "passphrase", "pwd",  "pass",        "token",
      "secret",   "signature", "credential", "auth", "credentials", "key"};
  if (lower == "sig" || lower == "sas") return true;
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

// Shows "***" for what stands between the first ':' and the last '@' of each
// "scheme://user:password@host". A password may hold '/', '@' or ':' when nobody encoded it, so
// everything up to a blank or quote counts as its URI.
std::string MaskUserInfo(std::string_view text) {
  std::string out;
  for (;;) {
    const size_t scheme = text.find("://");
    if (scheme == std::string_view::npos) return out.append(text);
    const size_t start = scheme + 3;
    size_t end = std::min(text.find_first_of(" \t\r\n\"'<>", start), text.size());
    end = std::min(end, text.find("://", start));
    const std::string_view part = text.substr(start, end - start);
    const size_t at = part.rfind('@');
    const size_t colon = part.find(':');
    if (at != std::string_view::npos && colon < at && !part.substr(colon + 1).starts_with("${")) {
      out.append(text.substr(0, start + colon + 1)).append(kMask).append(part.substr(at));
    } else {
      out.append(text.substr(0, end));
    }
    text.remove_prefix(end);
  }
}

// The length of a parameter's value at the front of `text`: quoted, or up to what separates
// parameters.
size_t ValueLength(std::string_view text) {
  if (text.empty()) return 0;
  const char quote = text.front();
  if (quote == '\'' || quote == '"') {
    for (size_t i = 1; i < text.size(); ++i) {
      if (text[i] == '\\') {
        ++i;
      } else if (text[i] == quote) {
        return i + 1;
      }
    }
    return text.size();
  }
  return std::min(text.find_first_of("&; \t\r\n,)\"'"), text.size());
}

std::string MaskParameters(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    if (!IsNameCharacter(text[i])) {
      out.push_back(text[i++]);
      continue;
    }
    const size_t start = i;
    while (i < text.size() && IsNameCharacter(text[i]))
      ++i;
    const std::string_view name = text.substr(start, i - start);
    out.append(name);
    // `name = value`, `"name": value`; "key: [id]" of a document is no secret.
    size_t value = i;
    if (value < text.size() && (text[value] == '"' || text[value] == '\'')) ++value;
    while (value < text.size() && (text[value] == ' ' || text[value] == '\t'))
      ++value;
    const bool assigned = value < text.size() && text[value] == '=';
    const bool named = value + 1 < text.size() && text[value] == ':' &&
                       (IsBlank(text[value + 1]) || text[value + 1] == '"') && name != "key";
    if ((!assigned && !named) || !IsSecretName(name)) continue;
    ++value;
    while (value < text.size() && (text[value] == ' ' || text[value] == '\t'))
      ++value;
    const std::string_view rest = text.substr(value);
    const size_t length = ValueLength(rest);
    if (length == 0 || rest.starts_with("${")) continue;
    out.append(text.substr(i, value - i));
    const bool quoted = rest.front() == '"' || rest.front() == '\'';
    out.append(quoted ? rest.substr(0, 1) : "")
        .append(kMask)
        .append(quoted ? rest.substr(0, 1) : "");
    i = value + length;
  }
  return out;
}

// "Authorization: Bearer abc" and its kin.
std::string MaskSchemes(std::string text) {
  for (const std::string_view scheme : {"Bearer ", "Basic ", "bearer ", "basic "}) {
    for (size_t at = text.find(scheme); at != std::string::npos;
         at = text.find(scheme, at + scheme.size())) {
      const size_t start = at + scheme.size();
      const size_t length = ValueLength(std::string_view(text).substr(start));
      if (length >= 8) text.replace(start, length, kMask);
    }
  }
  return text;
}

}  // namespace

Result<std::string> ResolveSecrets(std::string_view text) {
  std::string out;
  for (;;) {
    const size_t env = text.find("${env:");
    const size_t file = text.find("${file:");
    const size_t start = std::min(env, file);
    if (start == std::string_view::npos) return out.append(text);
    const size_t name = start + (start == env ? 6 : 7);
    const size_t end = text.find('}', name);
    if (end == std::string_view::npos || end == name) {
      return Fail(Error(Code::kInvalid, "bad_secret_reference",
                        Tr("a reference to a secret is not complete"))
                      .Hint(Tr("write ${env:NAME} or ${file:/path}")));
    }
    const std::string what(text.substr(name, end - name));
    AIETL_ASSIGN(const std::string value, start == env ? FromEnvironment(what) : FromFile(what));
    out.append(text.substr(0, start)).append(value);
    text.remove_prefix(end + 1);
  }
}

std::string MaskSecrets(std::string_view text) {
  return MaskSchemes(MaskParameters(MaskUserInfo(text)));
}

}  // namespace aietl::config
