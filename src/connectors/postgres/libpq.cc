#include "connectors/postgres/libpq.h"

#include <dlfcn.h>

#include "base/text.h"

namespace aietl::connectors {
namespace {

constexpr const char* kLibpq = "libpq.so.5";  // the ABI's name since PostgreSQL 8.2

void* LibpqHandle() {
  static void* const handle = dlopen(kLibpq, RTLD_NOW | RTLD_LOCAL);  // stays loaded
  return handle;
}

}  // namespace

Result<void> LoadLibpq() {
  if (LibpqHandle() != nullptr) return {};
  return Fail(Error(Code::kPrecondition, "libpq_missing",
                    Msg("PostgreSQL cannot be reached without {}, which is not installed", kLibpq))
                  .Hint(Tr("on Debian: apt-get install libpq5")));
}

void* LibpqSymbol(const char* name) {
  void* const address = dlsym(LibpqHandle(), name);
  AIETL_CHECK(address != nullptr);
  return address;
}

}  // namespace aietl::connectors
