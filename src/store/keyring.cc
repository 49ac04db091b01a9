#include "store/internal/keyring.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/durable_file.h"
#include "base/text.h"
#include "config/secret.h"
#include "crypto/crypto.h"

namespace aietl::store {
namespace {

constexpr size_t kKeyBytes = 32;
constexpr std::string_view kSealedMark = "sealed:";

std::string ToHex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char byte : bytes) {
    out.push_back(digits[static_cast<unsigned char>(byte) >> 4U]);
    out.push_back(digits[static_cast<unsigned char>(byte) & 15U]);
  }
  return out;
}

// Digits that are none count as 0: the seal breaks then.
std::string FromHex(std::string_view hex) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : 0;
  };
  std::string out;
  out.reserve(hex.size() / 2);
  for (size_t i = 0; i + 1 < hex.size(); i += 2)
    out.push_back(static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1])));
  return out;
}

}  // namespace

// Two processes may want the first key at once: link(2) lets one of them win, and both read the
// winner's.
Result<std::string> Keyring::MakeKey() const {
  AIETL_ASSIGN(const std::string key, crypto::RandomBytes(kKeyBytes));
  const std::string own = path_ + "." + std::to_string(::getpid());
  AIETL_TRY(WriteFileAtomically(own, key, /*secret=*/true));
  const int linked = ::link(own.c_str(), path_.c_str());
  const int reason = errno;
  AIETL_TRY(RemoveFile(own));
  if (linked != 0 && reason != EEXIST) return Fail(ErrnoError(reason, path_));
  return ReadFile(path_);
}

Result<std::string> Keyring::Key(bool make) {
  if (!key_.empty()) return key_;
  const bool exists = FileExists(path_);
  if (!exists && !make) {
    return Fail(Error(Code::kDataLoss, "key_missing", Msg("the key {} is missing", path_))
                    .Hint(Tr("put the file back, or add the connections again")));
  }
  AIETL_ASSIGN(std::string key, exists ? ReadFile(path_) : MakeKey());
  struct stat st{};
  if (::stat(path_.c_str(), &st) == 0 && (st.st_mode & 077U) != 0) {
    return Fail(Error(Code::kDenied, "key_exposed", Msg("others can read the key {}", path_))
                    .Hint(Msg("run: chmod 600 {}", path_)));
  }
  if (key.size() != kKeyBytes) {
    return Fail(Error(Code::kDataLoss, "key_damaged", Msg("the key {} is damaged", path_))
                    .Hint(Tr("put a copy of the file in its place, or remove it and add the "
                             "connections again")));
  }
  key_ = std::move(key);
  return key_;
}

Result<std::string> Keyring::Seal(std::string_view context, std::string_view plain) {
  AIETL_ASSIGN(const std::string key, Key(/*make=*/true));
  AIETL_ASSIGN(const std::string sealed, crypto::Seal(key, context, plain));
  return ToHex(sealed);
}

Result<std::string> Keyring::Unseal(std::string_view context, std::string_view hex) {
  AIETL_ASSIGN(const std::string key, Key(/*make=*/false));
  return crypto::Unseal(key, context, FromHex(hex));
}

Result<std::string> Keyring::Protect(std::string_view context, std::string_view text) {
  if (!text.starts_with(kSealedMark) && config::MaskSecrets(text) == text) return std::string(text);
  AIETL_ASSIGN(const std::string sealed, Seal(context, text));
  return std::string(kSealedMark) + sealed;
}

Result<std::string> Keyring::Reveal(std::string_view context, std::string_view stored) {
  if (!stored.starts_with(kSealedMark)) return std::string(stored);
  return Unseal(context, stored.substr(kSealedMark.size()));
}

}  // namespace aietl::store
