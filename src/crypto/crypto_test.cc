#include "crypto/crypto.h"

#include <doctest/doctest.h>

#include <set>

namespace aietl {
namespace {

const std::string& Key() {
  static const std::string key = *crypto::RandomBytes(32);
  return key;
}

bool IsRefused(std::string_view key, std::string_view context, std::string_view sealed) {
  const Result<std::string> opened = crypto::Unseal(key, context, sealed);
  return !opened && opened.error().code == Code::kDataLoss && !opened.error().message.empty();
}

}  // namespace

// FIPS 180-4 examples.
TEST_CASE("SHA-256 gives the standard's own digests") {
  CHECK(crypto::Sha256Hex("") ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(crypto::Sha256Hex("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(crypto::Sha256Hex(std::string(1000000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("random bytes differ each time") {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i)
    seen.insert(*crypto::RandomBytes(16));
  CHECK(seen.size() == 100);
  CHECK(crypto::RandomBytes(0)->empty());
}

TEST_CASE("what is sealed is opened with the same key and context") {
  for (const std::string& plain : {std::string(), std::string("postgresql://u:p@h/d"),
                                   std::string("a\0b", 3), std::string(100000, 'x')}) {
    const Result<std::string> sealed = crypto::Seal(Key(), "shop", plain);
    REQUIRE(sealed.has_value());
    CHECK(sealed->size() == plain.size() + 29);
    CHECK(sealed->at(0) == 1);
    if (plain.size() > 3) CHECK(sealed->find(plain.substr(0, 4)) == std::string::npos);
    CHECK(crypto::Unseal(Key(), "shop", *sealed) == plain);
  }
}

TEST_CASE("sealing twice gives different bytes") {
  CHECK(*crypto::Seal(Key(), "a", "x") != *crypto::Seal(Key(), "a", "x"));
}

TEST_CASE("another key or context does not open it") {
  const std::string sealed = *crypto::Seal(Key(), "shop", "secret");
  CHECK(IsRefused(std::string(32, 'k'), "shop", sealed));
  CHECK(IsRefused(Key(), "shopp", sealed));
  CHECK(IsRefused(Key(), "", sealed));
}

TEST_CASE("a change of any byte is noticed, and so is a missing end") {
  const std::string sealed = *crypto::Seal(Key(), "shop", "secret");
  for (size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK(IsRefused(Key(), "shop", changed));
    CHECK(IsRefused(Key(), "shop", sealed.substr(0, i)));
  }
  CHECK(IsRefused(Key(), "shop", sealed + "x"));
}

// AES-256-GCM test case 16 of McGrew and Viega, as our layout holds it: version, nonce, ciphertext,
// tag.
TEST_CASE("a sealed value follows the published test vector") {
  const auto bytes = [](std::string_view hex) {
    std::string out;
    for (size_t i = 0; i < hex.size(); i += 2)
      out.push_back(static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
    return out;
  };
  const std::string key = bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
  const std::string sealed = bytes(
      "01cafebabefacedbaddecaf888"
      "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b105682"
      "8838c5f61e6393ba7a0abcc9f662"
      "76fc6ece0f4e1768cddf8853bb2d551b");
  const std::string plain = bytes(
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6"
      "b525b16aedf5aa0de657ba637b39");
  CHECK(crypto::Unseal(key, bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"), sealed) == plain);
}

}  // namespace aietl
