#include "base/utf8.h"

#include <doctest/doctest.h>

#include "base/did_you_mean.h"

namespace aietl {

TEST_CASE("code points go to UTF-8 and back") {
  const std::u32string points = U"a\u007f\u0080ж\uffff\U00010000\U0010ffff";
  CHECK(DecodeUtf8(EncodeUtf8(points)) == points);
  CHECK(IsValidUtf8(EncodeUtf8(points)));
  CHECK(Utf8Length(EncodeUtf8(points)) == points.size());
}

TEST_CASE("each byte that is no UTF-8 becomes one replacement character") {
  for (const char* text :
       {"\xFF", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80"}) {
    const std::string bytes(text);
    INFO("first byte: ", static_cast<int>(static_cast<unsigned char>(bytes[0])));
    CHECK_FALSE(IsValidUtf8(bytes));
    CHECK(DecodeUtf8(bytes) == std::u32string(bytes.size(), 0xFFFD));
    CHECK(DecodeUtf8("a" + bytes + "b").size() == bytes.size() + 2);
  }
}

TEST_CASE("lower case in Latin, Greek and Cyrillic") {
  CHECK(LowerUtf8("ABZ Éß ΑΩ ЁЖЯ Іє 12") == "abz éß αω ёжя іє 12");
}

TEST_CASE("the nearest names come first") {
  const std::vector<std::string> names = {"customer_id", "custom", "amount", "created_at", "город"};
  CHECK(NearestNames("custmer_id", names).at(0) == "customer_id");
  CHECK(NearestNames("AMUONT", names).at(0) == "amount");
  CHECK(NearestNames("горд", names).at(0) == "город");
  CHECK(NearestNames("xyz", names).empty());
  CHECK(DidYouMean("amunt", names) == "did you mean amount?");
  CHECK(DidYouMean("xyz", names).empty());
  CHECK(DidYouMean("ab", {"aa", "ac", "ad"}) == "did you mean aa, ac or ad?");
}

}  // namespace aietl
