#include "crypto/crypto.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <limits>
#include <memory>

#include "base/text.h"

namespace aietl::crypto {
namespace {

constexpr char kVersion = 1;
constexpr size_t kKeyBytes = 32;
constexpr size_t kNonceBytes = 12;
constexpr size_t kTagBytes = 16;

struct FreeContext {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

unsigned char* Bytes(std::string& text, size_t from = 0) {
  return reinterpret_cast<unsigned char*>(text.data()) + from;
}
const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::unexpected<Error> LibraryFailed() {
  return Fail(Code::kInternal, "crypto_failed", Tr("the cryptographic library failed"));
}

std::unexpected<Error> NotSealedHere() {
  return Fail(Code::kDataLoss, "unseal_failed",
              Tr("a sealed value cannot be opened: it was changed, or the key is another one"));
}

bool TooLong(std::string_view text) {
  return text.size() > static_cast<size_t>(std::numeric_limits<int>::max()) - 64;
}

// NIST SP 800-38D: one 96-bit random nonce a message; good for 2^32 messages of one key.
class Gcm {
 public:
  Gcm(std::string_view key, std::string_view nonce, bool encrypt)
      : context_(EVP_CIPHER_CTX_new()), encrypt_(encrypt) {
    ok_ = context_ != nullptr && key.size() == kKeyBytes &&
          EVP_CipherInit_ex2(context_.get(), EVP_aes_256_gcm(), Bytes(key), Bytes(nonce),
                             encrypt ? 1 : 0, nullptr) == 1;
  }

  bool Authenticate(std::string_view text) {
    int length = 0;
    if (!text.empty())
      ok_ = ok_ && EVP_CipherUpdate(context_.get(), nullptr, &length, Bytes(text),
                                    static_cast<int>(text.size())) == 1;
    return ok_;
  }

  bool Transform(std::string_view from, unsigned char* to) {
    int length = 0;
    if (!from.empty())
      ok_ = ok_ && EVP_CipherUpdate(context_.get(), to, &length, Bytes(from),
                                    static_cast<int>(from.size())) == 1;
    return ok_;
  }

  // Writes the tag, or compares it with the one given.
  bool Finish(unsigned char* tag) {
    int length = 0;
    unsigned char none[EVP_MAX_BLOCK_LENGTH];
    if (!ok_) return false;
    if (!encrypt_ && EVP_CIPHER_CTX_ctrl(context_.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag) != 1)
      return false;
    if (EVP_CipherFinal_ex(context_.get(), none, &length) != 1) return false;
    return !encrypt_ ||
           EVP_CIPHER_CTX_ctrl(context_.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, tag) == 1;
  }

 private:
  CipherContext context_;
  bool encrypt_;
  bool ok_ = false;
};

}  // namespace

std::string Sha256Hex(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  AIETL_CHECK(EVP_Digest(bytes.data(), bytes.size(), digest, &length, EVP_sha256(), nullptr) == 1);
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(size_t{2} * length);
  for (unsigned int i = 0; i < length; ++i) {
    out.push_back(digits[digest[i] >> 4U]);
    out.push_back(digits[digest[i] & 15U]);
  }
  return out;
}

Result<std::string> RandomBytes(size_t count) {
  std::string out(count, '\0');
  if (count > static_cast<size_t>(std::numeric_limits<int>::max()) ||
      RAND_bytes(Bytes(out), static_cast<int>(count)) != 1) {
    return LibraryFailed();
  }
  return out;
}

Result<std::string> Seal(std::string_view key, std::string_view context, std::string_view plain) {
  AIETL_CHECK(key.size() == kKeyBytes);
  if (TooLong(plain) || TooLong(context))
    return Fail(Code::kRange, "out_of_range", Tr("the value is too long to be sealed"));
  AIETL_ASSIGN(const std::string nonce, RandomBytes(kNonceBytes));
  std::string sealed = kVersion + nonce;
  const size_t at = sealed.size();
  sealed.resize(at + plain.size() + kTagBytes);
  Gcm gcm(key, nonce, /*encrypt=*/true);
  if (!gcm.Authenticate(context) || !gcm.Transform(plain, Bytes(sealed, at)) ||
      !gcm.Finish(Bytes(sealed, at + plain.size()))) {
    return LibraryFailed();
  }
  return sealed;
}

Result<std::string> Unseal(std::string_view key, std::string_view context,
                           std::string_view sealed) {
  AIETL_CHECK(key.size() == kKeyBytes);
  if (sealed.size() < 1 + kNonceBytes + kTagBytes || sealed[0] != kVersion || TooLong(sealed) ||
      TooLong(context)) {
    return NotSealedHere();
  }
  const std::string_view nonce = sealed.substr(1, kNonceBytes);
  const std::string_view body =
      sealed.substr(1 + kNonceBytes, sealed.size() - 1 - kNonceBytes - kTagBytes);
  std::string tag(sealed.substr(sealed.size() - kTagBytes));
  std::string plain(body.size(), '\0');
  Gcm gcm(key, nonce, /*encrypt=*/false);
  if (!gcm.Authenticate(context) || !gcm.Transform(body, Bytes(plain)) || !gcm.Finish(Bytes(tag)))
    return NotSealedHere();
  return plain;
}

}  // namespace aietl::crypto
