// libpq, loaded by the first call: it brings twenty libraries (TLS, Kerberos, LDAP) that a program
// which speaks to no PostgreSQL would load at every start. The names below hide libpq's own within
// this namespace, so that calls read as they always do.
#pragma once

#include <libpq-fe.h>

#include <atomic>

#include "base/error.h"

namespace aietl::connectors {

// Finds the library, once for the process and from any thread. An error says that it is not
// installed; no function below may be called before this has succeeded.
Result<void> LoadLibpq();

// The address of `name`; the library has been loaded.
void* LibpqSymbol(const char* name);

template <class Function>
class LibpqFunction;

template <class Returned, class... Arguments>
class LibpqFunction<Returned (*)(Arguments...)> {
 public:
  explicit constexpr LibpqFunction(const char* name) : name_(name) {}
  Returned operator()(Arguments... arguments) const {
    // One address for a name: which thread stores it does not matter.
    void* address = address_.load(std::memory_order_relaxed);
    if (address == nullptr) {
      address = LibpqSymbol(name_);
      address_.store(address, std::memory_order_relaxed);
    }
    return reinterpret_cast<Returned (*)(Arguments...)>(address)(arguments...);
  }

 private:
  const char* name_;
  mutable std::atomic<void*> address_{nullptr};
};

#define AIETL_LIBPQ(name)                                  \
  inline constinit LibpqFunction<decltype(&::name)> name { \
    #name                                                  \
  }
AIETL_LIBPQ(PQcancel);
AIETL_LIBPQ(PQclear);
AIETL_LIBPQ(PQcmdTuples);
AIETL_LIBPQ(PQconndefaults);
AIETL_LIBPQ(PQconnectdbParams);
AIETL_LIBPQ(PQconnectionNeedsPassword);
AIETL_LIBPQ(PQconninfoFree);
AIETL_LIBPQ(PQconninfoParse);
AIETL_LIBPQ(PQconsumeInput);
AIETL_LIBPQ(PQdb);
AIETL_LIBPQ(PQerrorMessage);
AIETL_LIBPQ(PQexec);
AIETL_LIBPQ(PQfinish);
AIETL_LIBPQ(PQfreeCancel);
AIETL_LIBPQ(PQfreemem);
AIETL_LIBPQ(PQgetCancel);
AIETL_LIBPQ(PQgetCopyData);
AIETL_LIBPQ(PQgetResult);
AIETL_LIBPQ(PQgetisnull);
AIETL_LIBPQ(PQgetlength);
AIETL_LIBPQ(PQgetvalue);
AIETL_LIBPQ(PQhost);
AIETL_LIBPQ(PQisBusy);
AIETL_LIBPQ(PQnfields);
AIETL_LIBPQ(PQntuples);
AIETL_LIBPQ(PQport);
AIETL_LIBPQ(PQputCopyData);
AIETL_LIBPQ(PQputCopyEnd);
AIETL_LIBPQ(PQresultErrorField);
AIETL_LIBPQ(PQresultStatus);
AIETL_LIBPQ(PQsendQuery);
AIETL_LIBPQ(PQserverVersion);
AIETL_LIBPQ(PQsetNoticeReceiver);
AIETL_LIBPQ(PQsocket);
AIETL_LIBPQ(PQstatus);
AIETL_LIBPQ(PQuser);
#undef AIETL_LIBPQ

}  // namespace aietl::connectors
