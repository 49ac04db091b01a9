// One error type for the whole program, so that every failure can be shown, mapped to an exit code
// and retried alike.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aietl {

// The closed set of failure classes. One table (error.cc) maps each to an exit code, an HTTP status
// and a retry class.
enum class Code : uint8_t {
  kInvalid,       // the user's document, sentence, option or SQL is wrong
  kNotFound,      // a named thing does not exist
  kExists,        // a thing that must not exist does
  kPrecondition,  // refused in the present state (locked, destructive without --yes, newer run in
                  // the way)
  kRange,         // a value does not fit
  kDenied,        // not permitted (file modes, read-only target, sandbox)
  kUnauthenticated,  // credentials missing or wrong
  kExhausted,        // disk, memory or quota used up
  kCancelled,        // stopped by the user
  kDeadline,         // a time limit passed
  kUnavailable,      // the other side cannot be reached now
  kConflict,         // somebody else changed or holds the thing
  kDataLoss,         // bytes are corrupt or truncated, or a verification failed
  kUnsupported,      // understood, but cannot be done
  kInternal,         // a defect of ours
  kCheckFailed,      // a data check of severity fail failed
};

enum class Retry : uint8_t { kNever, kBackoff };

enum class Severity : uint8_t { kError, kWarning, kInfo };

// Where in the user's text something stands. Lines and columns count from 1; 0 means unknown.
// Columns count characters.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

// One finding about the user's input, as CONTRACT prints it.
struct Problem {
  std::string code;  // stable identifier in snake_case, e.g. "unknown_column"
  Severity severity = Severity::kError;
  std::string message;  // what is wrong, in the user's language
  Place place;
  std::string object;  // the thing spoken of, e.g. "orders.custmer_id"
  std::string hint;    // what to do, e.g. "did you mean customer_id?"
};
using Problems = std::vector<Problem>;

bool HasErrors(const Problems& problems);

// "file:line:column: message", with what is known of the place; a file that the message begins with
// is not said twice.
std::string WithPlace(const Place& place, const std::string& message);

// A failure. `id` and `place`, `object`, `hint` mean the same as in Problem; `notes` add context on
// the way up. Never holds row values or secrets.
struct Error {
  Code code = Code::kInternal;
  std::string id;
  std::string message;
  Place place;
  std::string object;
  std::string hint;
  std::vector<std::string> notes;
  Problems problems;  // when several findings are reported at once, all of them (the message then
                      // sums up)

  Error() = default;
  Error(Code c, std::string identifier, std::string text)
      : code(c), id(std::move(identifier)), message(std::move(text)) {}

  Error&& At(Place where) && {
    place = std::move(where);
    return std::move(*this);
  }
  Error&& About(std::string what) && {
    object = std::move(what);
    return std::move(*this);
  }
  Error&& Hint(std::string text) && {
    hint = std::move(text);
    return std::move(*this);
  }
  Error&& Note(std::string text) && {
    notes.push_back(std::move(text));
    return std::move(*this);
  }

  Problem ToProblem() const;
  Retry retry() const;
  // One line: place, message, hint, notes.
  std::string ToString() const;
};

// Sums several problems up in one error of class `code` (at least one problem).
Error ErrorOf(Code code, Problems problems);

template <class T>
using Result = std::expected<T, Error>;

std::string_view CodeName(Code code);
int ExitCode(Code code);    // 1, 2, 4 or 130 as in CONTRACT
int HttpStatus(Code code);  // for the REST API

inline std::unexpected<Error> Fail(Error error) {
  return std::unexpected<Error>(std::move(error));
}
inline std::unexpected<Error> Fail(Code code, std::string id, std::string message) {
  return std::unexpected<Error>(Error(code, std::move(id), std::move(message)));
}
// The error of `code` that errno describes: disk full, permission, missing file and so on, naming
// `what` (a path).
Error ErrnoError(int error_number, std::string_view what);

[[noreturn]] void CheckFailed(const char* expression, const char* file, int line);

}  // namespace aietl

// A broken invariant of ours: prints and aborts. Never on input, network or model output.
#define AIETL_CHECK(expression) \
  ((expression) ? void(0) : ::aietl::CheckFailed(#expression, __FILE__, __LINE__))

#define AIETL_CONCAT_INNER(a, b) a##b
#define AIETL_CONCAT(a, b) AIETL_CONCAT_INNER(a, b)

// Returns the error of a Result<…> to the caller.
#define AIETL_TRY(expression)                                                   \
  do {                                                                          \
    auto aietl_result = (expression);                                           \
    if (!aietl_result) return std::unexpected(std::move(aietl_result.error())); \
  } while (false)

// NOLINTBEGIN(bugprone-macro-parentheses): a declaration takes none
// `AIETL_ASSIGN(auto x, F())`: x is F's value, or the error goes to the caller.
#define AIETL_ASSIGN(declaration, expression) \
  AIETL_ASSIGN_INNER(AIETL_CONCAT(aietl_result_, __LINE__), declaration, expression)
#define AIETL_ASSIGN_INNER(temporary, declaration, expression)          \
  auto temporary = (expression);                                        \
  if (!temporary) return std::unexpected(std::move(temporary.error())); \
  declaration = std::move(*temporary)
// NOLINTEND(bugprone-macro-parentheses)
