// Digests, random bytes and authenticated encryption.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace aietl::crypto {

// Lower-case hexadecimal SHA-256.
std::string Sha256Hex(std::string_view bytes);
Result<std::string> RandomBytes(size_t count);

// AES-256-GCM with a random 96-bit nonce: "v1" byte, nonce, ciphertext, tag. `key` is 32 bytes;
// `context` is authenticated, not stored (e.g. the connection's name, so that values cannot be
// swapped). A wrong key or changed bytes give kDataLoss.
Result<std::string> Seal(std::string_view key, std::string_view context, std::string_view plain);
Result<std::string> Unseal(std::string_view key, std::string_view context, std::string_view sealed);

}  // namespace aietl::crypto
