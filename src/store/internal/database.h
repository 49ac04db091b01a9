// The one place where the store's SQLite file is opened and its transactions begin and end. SOCI's
// exceptions stop here.
#pragma once

#include <soci/soci.h>

#include <exception>
#include <memory>
#include <string>
#include <type_traits>

#include "base/error.h"

namespace aietl::store {

// Thrown inside a body to end its transaction with an error of ours.
struct Refused {
  Error error;
};

// One thread at a time.
class Database {
 public:
  // Opens `folder`/aietl.db, makes both where they are missing, and applies the migrations that the
  // file lacks.
  static Result<std::unique_ptr<Database>> Open(const std::string& folder);

  // Runs SOCI code without a transaction: one statement, or several reads that need not agree.
  template <class Body>
  auto Read(const Body& body) -> Result<std::invoke_result_t<Body, soci::session&>> {
    return Catching([&] { return body(sql_); });
  }

  // One transaction. After kill -9 it is there or it is not; a power cut may take back the last
  // ones.
  Result<void> Write(const auto& body) {
    return Catching([&] { Transaction(body); });
  }

  // The same, on the disk before it returns, and with it everything written before.
  Result<void> WriteDurably(const auto& body) {
    return Catching([&] {
      sql_ << "PRAGMA synchronous=FULL";
      Transaction(body);
      sql_ << "PRAGMA synchronous=NORMAL";
    });
  }

  const std::string& path() const { return path_; }

 private:
  explicit Database(std::string path) : path_(std::move(path)) {}

  Result<void> Connect();
  Result<void> Migrate();
  // What an exception of SOCI or of ours means to the user. Call in a handler.
  Error Explain() const;

  void Transaction(const auto& body) {
    // Immediate: a transaction that reads first and writes later could not wait for another
    // process.
    sql_ << "BEGIN IMMEDIATE";
    try {
      body(sql_);
      sql_ << "COMMIT";
    } catch (...) {
      RollBack();
      throw;
    }
  }
  void RollBack() noexcept;

  template <class Body>
  auto Catching(const Body& body) -> Result<std::invoke_result_t<Body>> {
    try {
      if constexpr (std::is_void_v<std::invoke_result_t<Body>>) {
        body();
        return {};
      } else {
        return body();
      }
    } catch (...) {
      return Fail(Explain());
    }
  }

  std::string path_;
  soci::session sql_;
};

}  // namespace aietl::store
