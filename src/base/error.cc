#include "base/error.h"

#include <string.h>  // strerrordesc_np is glibc's

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"

namespace aietl {
namespace {

struct CodeRow {
  std::string_view name;
  int exit_code;
  int http_status;
  Retry retry;
};

constexpr std::array<CodeRow, 16> kCodes{{
    {"invalid", 2, 400, Retry::kNever},
    {"not_found", 2, 404, Retry::kNever},
    {"exists", 2, 409, Retry::kNever},
    {"precondition", 2, 412, Retry::kNever},
    {"range", 1, 422, Retry::kNever},
    {"denied", 1, 403, Retry::kNever},
    {"unauthenticated", 1, 401, Retry::kNever},
    {"exhausted", 1, 507, Retry::kNever},
    {"cancelled", 130, 499, Retry::kNever},
    {"deadline", 1, 504, Retry::kBackoff},
    {"unavailable", 1, 503, Retry::kBackoff},
    {"conflict", 1, 409, Retry::kBackoff},
    {"data_loss", 1, 500, Retry::kNever},
    {"unsupported", 2, 501, Retry::kNever},
    {"internal", 1, 500, Retry::kNever},
    {"check_failed", 4, 422, Retry::kNever},
}};

// The system's English words; unlike strerror, safe in any thread.
std::string Describe(int error_number) {
  const char* words = ::strerrordesc_np(error_number);
  return words == nullptr ? "error " + std::to_string(error_number) : words;
}

const CodeRow& Row(Code code) {
  return kCodes[static_cast<size_t>(code)];
}

}  // namespace

bool HasErrors(const Problems& problems) {
  for (const Problem& problem : problems) {
    if (problem.severity == Severity::kError) return true;
  }
  return false;
}

std::string WithPlace(const Place& place, const std::string& message) {
  if (place.line <= 0 && (place.file.empty() || message.starts_with(place.file))) return message;
  std::string text = place.file;
  if (!place.file.empty()) text += ':';
  if (place.line > 0) text += std::to_string(place.line) + ":";
  if (place.line > 0 && place.column > 0) text += std::to_string(place.column) + ":";
  return text + " " + message;
}

Problem Error::ToProblem() const {
  return Problem{id.empty() ? std::string(CodeName(code)) : id,
                 Severity::kError,
                 message,
                 place,
                 object,
                 hint};
}

Retry Error::retry() const {
  return Row(code).retry;
}

std::string Error::ToString() const {
  std::string text = WithPlace(place, message);
  if (!hint.empty()) text += " (" + hint + ")";
  for (const std::string& note : notes)
    text += "; " + note;
  return text;
}

Error ErrorOf(Code code, Problems problems) {
  AIETL_CHECK(!problems.empty());
  const Problem* first = &problems.front();
  for (const Problem& problem : problems) {
    if (problem.severity == Severity::kError) {
      first = &problem;
      break;
    }
  }
  Error error(code, first->code, first->message);
  error.place = first->place;
  error.object = first->object;
  error.hint = first->hint;
  error.problems = std::move(problems);
  return error;
}

std::string_view CodeName(Code code) {
  return Row(code).name;
}
int ExitCode(Code code) {
  return Row(code).exit_code;
}
int HttpStatus(Code code) {
  return Row(code).http_status;
}

Error ErrnoError(int error_number, std::string_view what) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR:
      return Error(Code::kNotFound, "no_such_file", Msg("{}: no such file or folder", what));
    case EACCES:
    case EPERM:
      return Error(Code::kDenied, "permission_denied", Msg("{}: permission denied", what));
    case EROFS:
      return Error(Code::kDenied, "read_only", Msg("{}: the file system is read-only", what));
    case ENOSPC:
    case EDQUOT:
      return Error(Code::kExhausted, "disk_full", Msg("{}: no space left on the disk", what))
          .Hint(Tr("free some space and run again; nothing was lost"));
    case EEXIST: return Error(Code::kExists, "exists", Msg("{}: exists already", what));
    case EISDIR:
      return Error(Code::kInvalid, "is_a_folder", Msg("{}: is a folder, not a file", what));
    case EMFILE:
    case ENFILE:
    case ENOMEM:
      return Error(Code::kExhausted, "out_of_resources",
                   Msg("{}: {}", what, Describe(error_number)));
    default:
      return Error(Code::kUnavailable, "io_error", Msg("{}: {}", what, Describe(error_number)));
  }
}

void CheckFailed(const char* expression, const char* file, int line) {
  std::fprintf(stderr, "aietl: broken invariant %s at %s:%d\n", expression, file, line);
  std::abort();
}

}  // namespace aietl
