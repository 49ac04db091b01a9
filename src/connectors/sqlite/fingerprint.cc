#include "connectors/sqlite/fingerprint.h"

#include <fmt/core.h>

#include <cstring>

namespace aietl::connectors {
namespace {

constexpr uint64_t kPrime1 = 0x9E3779B185EBCA87, kPrime2 = 0xC2B2AE3D27D4EB4F;

// The finaliser of xxHash64: every bit of the input moves about half of the output's.
uint64_t Mix(uint64_t x) {
  x ^= x >> 33;
  x *= kPrime2;
  x ^= x >> 29;
  x *= 0x165667B19E3779F9;
  return x ^ (x >> 32);
}

uint64_t HashBytes(const void* bytes, size_t size, uint64_t seed) {
  const auto* at = static_cast<const unsigned char*>(bytes);
  uint64_t hash = seed ^ (size * kPrime1);
  for (; size >= 8; size -= 8, at += 8) {
    uint64_t word;
    std::memcpy(&word, at, 8);
    hash = Mix(hash ^ (word * kPrime1)) + kPrime2;
  }
  uint64_t rest = 0;
  for (size_t i = 0; i < size; ++i)
    rest |= static_cast<uint64_t>(at[i]) << (8 * i);
  return Mix(hash ^ (rest * kPrime1));
}

uint64_t HashValue(sqlite3_value* value, uint64_t seed) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      return Mix(seed + 1 + static_cast<uint64_t>(sqlite3_value_int64(value)) * kPrime1);
    case SQLITE_FLOAT: {
      const double number = sqlite3_value_double(value);
      // A whole number is stored as an integer or as a binary one, as the column likes it.
      if (number >= -9.2e18 && number <= 9.2e18 &&
          static_cast<double>(static_cast<int64_t>(number)) == number) {
        return Mix(seed + 1 + static_cast<uint64_t>(static_cast<int64_t>(number)) * kPrime1);
      }
      return HashBytes(&number, sizeof(number), seed + 2);
    }
    case SQLITE_TEXT: {
      const void* text = sqlite3_value_text(value);
      return HashBytes(text, static_cast<size_t>(sqlite3_value_bytes(value)), seed + 3);
    }
    case SQLITE_BLOB: {
      const void* bytes = sqlite3_value_blob(value);
      return HashBytes(bytes, static_cast<size_t>(sqlite3_value_bytes(value)), seed + 4);
    }
    default: return Mix(seed + 5);
  }
}

struct BagState {
  uint64_t low, high;  // sums modulo 2^64 of two hashes of each row
};

void BagStep(sqlite3_context* context, int arguments, sqlite3_value** values) {
  auto* state = static_cast<BagState*>(sqlite3_aggregate_context(context, sizeof(BagState)));
  if (state == nullptr) return sqlite3_result_error_nomem(context);
  uint64_t row = kPrime1;
  for (int i = 0; i < arguments; ++i)
    row = HashValue(values[i], row * 31);
  state->low += row;
  state->high += Mix(row ^ kPrime2);
}

void BagFinal(sqlite3_context* context) {
  const auto* state = static_cast<BagState*>(sqlite3_aggregate_context(context, 0));
  const std::string text =
      state == nullptr ? "0" : fmt::format("{:016x}{:016x}", state->high, state->low);
  sqlite3_result_text(context, text.c_str(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

}  // namespace

Result<void> RegisterBag(const SqliteConnection& connection) {
  const int code = sqlite3_create_function_v2(
      connection.handle(), "aietl_bag", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
      nullptr, nullptr, BagStep, BagFinal, nullptr);
  if (code != SQLITE_OK) return Fail(connection.ErrorNow(code));
  return {};
}

}  // namespace aietl::connectors
