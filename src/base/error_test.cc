#include "base/error.h"

#include <doctest/doctest.h>

#include <cerrno>

#include "base/stop.h"
#include "base/text.h"

namespace aietl {
namespace {

Result<int> Half(int number) {
  if (number % 2 != 0)
    return Fail(
        Error(Code::kRange, "odd", "the number is odd").About("number").Hint("take an even one"));
  return number / 2;
}

Result<int> Quarter(int number) {
  AIETL_ASSIGN(const int half, Half(number));
  AIETL_TRY(Half(half));
  return half / 2;
}

class InRussian {
 public:
  InRussian() { SetLanguage(Language::kRussian); }
  ~InRussian() { SetLanguage(Language::kEnglish); }
  InRussian(const InRussian&) = delete;
  InRussian& operator=(const InRussian&) = delete;
};

}  // namespace

TEST_CASE("an error goes to the caller, a value goes on") {
  CHECK(Quarter(8) == 2);
  CHECK(Quarter(3).error().id == "odd");
  CHECK(Quarter(6).error().hint == "take an even one");
}

TEST_CASE("an error tells place, message, hint and notes in one line") {
  const Error error =
      Error(Code::kInvalid, "x", "wrong").At({"a.yaml", 3, 5}).Hint("do that").Note("in step s");
  CHECK(error.ToString() == "a.yaml:3:5: wrong (do that); in step s");
  CHECK(Error(Code::kInvalid, "x", "wrong").ToString() == "wrong");
  CHECK(error.ToProblem().code == "x");
  CHECK(Error(Code::kDataLoss, "", "wrong").ToProblem().code == "data_loss");
}

TEST_CASE("the class decides on exit code, HTTP status and retry") {
  CHECK(ExitCode(Code::kInvalid) == 2);
  CHECK(ExitCode(Code::kCheckFailed) == 4);
  CHECK(ExitCode(Code::kCancelled) == 130);
  CHECK(ExitCode(Code::kExhausted) == 1);
  CHECK(HttpStatus(Code::kNotFound) == 404);
  CHECK(Error(Code::kUnavailable, "", "").retry() == Retry::kBackoff);
  CHECK(Error(Code::kInvalid, "", "").retry() == Retry::kNever);
}

TEST_CASE("several problems are summed up by the first error among them") {
  Problem warning{"w", Severity::kWarning, "careful", {}, "", ""};
  Problem wrong{"e", Severity::kError, "wrong", {"f", 2, 1}, "o", "h"};
  const Error error = ErrorOf(Code::kInvalid, {warning, wrong});
  CHECK(error.id == "e");
  CHECK(error.place.line == 2);
  CHECK(error.problems.size() == 2);
  CHECK(HasErrors({warning, wrong}));
  CHECK_FALSE(HasErrors({warning}));
}

TEST_CASE("errno says what is wrong with a path") {
  CHECK(ErrnoError(ENOENT, "/x").code == Code::kNotFound);
  CHECK(ErrnoError(ENOSPC, "/x").code == Code::kExhausted);
  CHECK(ErrnoError(EROFS, "/x").code == Code::kDenied);
  CHECK(ErrnoError(EIO, "/x").code == Code::kUnavailable);
  CHECK(ErrnoError(12345, "/x").message == "/x: error 12345");
  CHECK(ErrnoError(EACCES, "/data/x").message.find("/data/x") != std::string::npos);
}

TEST_CASE("a token stops when its source does") {
  const StopSource source;
  const StopToken token = source.token();
  CHECK(token.Check().has_value());
  source.Stop();
  CHECK(token.stopped());
  CHECK(token.Check().error().code == Code::kCancelled);
  CHECK_FALSE(StopToken().stopped());
}

TEST_CASE("texts are shown in the language of the user") {
  CHECK(Msg("did you mean {}?", "x") == "did you mean x?");
  CHECK(Plural(1, "{} row of nothing", "{} rows of nothing") == "1 row of nothing");
  const InRussian russian;
  CHECK(Msg("did you mean {}?", "x") == "возможно, вы имели в виду x?");
  CHECK(std::string(Tr("a text without a translation")) == "a text without a translation");
  CHECK(Plural(2, "{} row of nothing", "{} rows of nothing") == "2 rows of nothing");
}

}  // namespace aietl
