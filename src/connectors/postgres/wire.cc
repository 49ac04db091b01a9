#include "connectors/postgres/wire.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "connectors/postgres/libpq.h"
#include "connectors/postgres/server_error.h"
#include "connectors/uri.h"
#include "data/type.h"

namespace aietl::connectors {
namespace {

// How long a wait for the server goes on before the wish to stop is looked at.
constexpr int kPollMilliseconds = 50;

struct ConninfoDeleter {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using Conninfo = std::unique_ptr<PQconninfoOption, ConninfoDeleter>;

std::vector<std::string> KnownParameters() {
  std::vector<std::string> names;
  const Conninfo defaults(PQconndefaults());
  for (const PQconninfoOption* option = defaults.get(); option != nullptr && option->keyword;
       ++option)
    names.emplace_back(option->keyword);
  return names;
}

Problem UriProblem(std::string message, std::string hint, std::string object = "") {
  Problem problem;
  problem.code = "bad_uri";
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  problem.object = std::move(object);
  return problem;
}

std::string PgText(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

Problems CheckPort(const PQconninfoOption* options) {
  for (; options->keyword != nullptr; ++options) {
    if (std::string_view(options->keyword) != "port" || options->val == nullptr) continue;
    const std::string_view port(options->val);  // several, where there are several hosts
    if (port.find_first_not_of("0123456789,") == std::string_view::npos) continue;
    return {UriProblem(Tr("the port in the URI is no number"),
                       Tr("special characters of a password are written as %40 for @, %2F for /"))};
  }
  return {};
}

// SET values of ours: what values look like as text must not depend on the server's settings.
constexpr const char* kSettings =
    "SET standard_conforming_strings = on; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = "
    "postgres;"
    " SET TimeZone = 'UTC'; SET extra_float_digits = 1; SET bytea_output = hex; SET xmloption = "
    "content;"
    " SET row_security = on; SET idle_in_transaction_session_timeout = 0;"
    " SET client_min_messages = warning";

void IgnoreNotice(void*, const PGresult*) {}

PgErrorFields FieldsOf(const PGresult* result) {
  PgErrorFields fields;
  const auto field = [&](int code) { return PgText(PQresultErrorField(result, code)); };
  fields.state = field(PG_DIAG_SQLSTATE);
  fields.message = field(PG_DIAG_MESSAGE_PRIMARY);
  fields.hint = field(PG_DIAG_MESSAGE_HINT);
  fields.schema = field(PG_DIAG_SCHEMA_NAME);
  fields.table = field(PG_DIAG_TABLE_NAME);
  fields.column = field(PG_DIAG_COLUMN_NAME);
  fields.type = field(PG_DIAG_DATATYPE_NAME);
  fields.constraint = field(PG_DIAG_CONSTRAINT_NAME);
  fields.context = field(PG_DIAG_CONTEXT);
  return fields;
}

pg_conn* Connect(const std::string& uri, const std::string& database) {
  // What the URI says wins over what stands before it, and loses against what stands behind.
  std::vector<const char*> keys = {"connect_timeout", "keepalives_idle", "dbname",
                                   "fallback_application_name", "client_encoding"};
  std::vector<const char*> values = {"15", "60", uri.c_str(), "aietl", "UTF8"};
  if (!database.empty()) {
    keys.push_back("dbname");
    values.push_back(database.c_str());
  }
  keys.push_back(nullptr);
  values.push_back(nullptr);
  return PQconnectdbParams(keys.data(), values.data(), 1);
}

std::vector<std::string> DatabaseNames(const std::string& uri) {
  std::vector<std::string> names;
  for (const char* through : {"postgres", "template1"}) {
    pg_conn* handle = Connect(uri, through);
    if (PQstatus(handle) == CONNECTION_OK) {
      PGresult* result = PQexec(handle, "SELECT datname FROM pg_database WHERE datallowconn");
      for (int i = 0; i < PQntuples(result); ++i)
        names.emplace_back(PQgetvalue(result, i, 0));
      PQclear(result);
    }
    PQfinish(handle);
    if (!names.empty()) break;
  }
  return names;
}

// libpq tells why a connection failed in words only; the parts that people need are in its options.
Error ConnectError(pg_conn* handle, const std::string& uri) {
  PgConnectFailure failure;
  failure.message = PgText(PQerrorMessage(handle));
  failure.host = PgText(PQhost(handle));
  failure.port = PgText(PQport(handle));
  failure.user = PgText(PQuser(handle));
  failure.database = PgText(PQdb(handle));
  failure.needed_password = PQconnectionNeedsPassword(handle) != 0;
  Error error = PgConnectError(failure);
  if (error.id == "unknown_database") error.hint = DidYouMean(failure.database, DatabaseNames(uri));
  return error;
}

}  // namespace

Problems CheckPgUri(const std::string& uri) {
  const char* form = "postgresql://user@host:5432/database?sslmode=require";
  const auto scheme = SchemeOf(uri);
  if (!scheme) {
    return {UriProblem(Tr("this is no URI of a PostgreSQL database"), Msg("write it as {}", form))};
  }
  if (Result<void> loaded = LoadLibpq(); !loaded) return {loaded.error().ToProblem()};
  char* message = nullptr;
  const Conninfo parsed(PQconninfoParse(uri.c_str(), &message));
  if (message != nullptr) PQfreemem(message);
  if (parsed) return CheckPort(parsed.get());
  // The parser's own words repeat parts of the URI, which may hold a password.
  const size_t question = uri.find('?');
  if (question != std::string::npos) {
    const std::vector<std::string> known = KnownParameters();
    size_t at = question + 1;
    while (at <= uri.size()) {
      const size_t end = std::min(uri.find('&', at), uri.size());
      const std::string name = uri.substr(at, std::min(uri.find('=', at), end) - at);
      if (std::find(known.begin(), known.end(), name) == known.end() && name != "ssl") {
        return {UriProblem(Msg("{} is no parameter of a PostgreSQL URI", name),
                           DidYouMean(name, known), name)};
      }
      at = end + 1;
    }
  }
  return {UriProblem(
      Tr("this is no URI of a PostgreSQL database"),
      Msg("write it as {}; special characters of a password are written as %40 for @, %2F for /",
          form))};
}

PgConnection::PgConnection(pg_conn* handle) : handle_(handle) {
  database_ = PgText(PQdb(handle_));
  user_ = PgText(PQuser(handle_));
  place_ = Msg("{} on {}", database_, PgText(PQhost(handle_)));
  PQsetNoticeReceiver(handle_, IgnoreNotice, nullptr);
}

PgConnection::~PgConnection() {
  FreeCopyRow();
  if (copying_out_) Cancel();
  PQfinish(handle_);
}

Result<std::unique_ptr<PgConnection>> PgConnection::Open(const std::string& uri,
                                                         const PgOpenOptions& options) {
  if (Problems problems = CheckPgUri(uri); !problems.empty())
    return Fail(ErrorOf(Code::kInvalid, std::move(problems)));
  pg_conn* handle = Connect(uri, "");
  if (PQstatus(handle) != CONNECTION_OK) {
    Error error = ConnectError(handle, uri);
    PQfinish(handle);
    return Fail(std::move(error));
  }
  std::unique_ptr<PgConnection> connection(new PgConnection(handle));
  std::string settings = kSettings;
  if (!options.statement_timeout.empty())
    settings += "; SET statement_timeout = " + data::QuoteText(options.statement_timeout);
  if (!options.lock_timeout.empty())
    settings += "; SET lock_timeout = " + data::QuoteText(options.lock_timeout);
  AIETL_TRY(connection->Execute(settings));
  return connection;
}

void PgConnection::ResultDeleter::operator()(pg_result* result) const {
  PQclear(result);
}

Error PgConnection::ErrorFrom(const pg_result* result) const {
  PgErrorFields fields;
  if (result != nullptr) fields = FieldsOf(result);
  fields.place = place_;
  fields.lost = PQstatus(handle_) != CONNECTION_OK;
  return PgServerError(fields);
}

Result<void> PgConnection::Wait(const StopToken& stop) const {
  pollfd ready = {PQsocket(handle_), POLLIN, 0};
  if (ready.fd < 0) return Fail(ErrorFrom(nullptr));
  while (poll(&ready, 1, kPollMilliseconds) <= 0)
    AIETL_TRY(stop.Check());
  if (PQconsumeInput(handle_) == 0) return Fail(ErrorFrom(nullptr));
  return {};
}

Result<void> PgConnection::Send(const std::string& sql) {
  if (PQsendQuery(handle_, sql.c_str()) == 0) return Fail(ErrorFrom(nullptr));
  return {};
}

Result<PgConnection::OwnedResult> PgConnection::NextResult(const StopToken& stop) {
  while (PQisBusy(handle_) != 0) {
    auto waited = Wait(stop);
    if (!waited) {
      Cancel();
      Drain();
      return Fail(std::move(waited.error()));
    }
  }
  return OwnedResult(PQgetResult(handle_));
}

// After an error or a cancel: what the server still sends.
void PgConnection::Drain() {
  while (PGresult* result = PQgetResult(handle_)) {
    const ExecStatusType status = PQresultStatus(result);
    PQclear(result);
    if (status == PGRES_COPY_IN) PQputCopyEnd(handle_, "cancelled");
    if (status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH || PQstatus(handle_) != CONNECTION_OK)
      break;
  }
}

Result<PgConnection::OwnedResult> PgConnection::Run(const std::string& sql, const StopToken& stop) {
  AIETL_TRY(stop.Check());
  AIETL_TRY(Send(sql));
  OwnedResult last;
  std::optional<Error> error;
  for (;;) {
    AIETL_ASSIGN(OwnedResult result, NextResult(stop));
    if (!result) break;
    switch (PQresultStatus(result.get())) {
      case PGRES_TUPLES_OK:
      case PGRES_COMMAND_OK:
      case PGRES_EMPTY_QUERY: break;
      case PGRES_COPY_IN:
      case PGRES_COPY_OUT: return result;
      default:
        if (!error) error = ErrorFrom(result.get());
    }
    last = std::move(result);
  }
  if (error) return Fail(std::move(*error));
  if (!last) return Fail(ErrorFrom(nullptr));
  return last;
}

Result<int64_t> PgConnection::Execute(const std::string& sql, const StopToken& stop) {
  AIETL_ASSIGN(const OwnedResult result, Run(sql, stop));
  const char* text = PQcmdTuples(result.get());
  int64_t rows = 0;
  std::from_chars(text, text + std::strlen(text), rows);
  return rows;
}

Result<PgRows> PgConnection::Fetch(const std::string& sql, const StopToken& stop) {
  AIETL_ASSIGN(const OwnedResult result, Run(sql, stop));
  const int count = PQntuples(result.get()), columns = PQnfields(result.get());
  PgRows rows(static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) {
    PgRow& row = rows[static_cast<size_t>(i)];
    row.resize(static_cast<size_t>(columns));
    for (int j = 0; j < columns; ++j) {
      if (PQgetisnull(result.get(), i, j) != 0) continue;
      row[static_cast<size_t>(j)].emplace(PQgetvalue(result.get(), i, j),
                                          static_cast<size_t>(PQgetlength(result.get(), i, j)));
    }
  }
  return rows;
}

Result<std::optional<std::string>> PgConnection::Scalar(const std::string& sql,
                                                        const StopToken& stop) {
  AIETL_ASSIGN(PgRows rows, Fetch(sql, stop));
  if (rows.empty() || rows[0].empty()) return std::optional<std::string>();
  return std::move(rows[0][0]);
}

Result<int64_t> PgConnection::Number(const std::string& sql, const StopToken& stop) {
  AIETL_ASSIGN(const auto text, Scalar(sql, stop));
  int64_t number = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}

Result<void> PgConnection::BeginCopyOut(const std::string& sql, const StopToken& stop) {
  AIETL_ASSIGN(const OwnedResult result, Run(sql, stop));
  AIETL_CHECK(PQresultStatus(result.get()) == PGRES_COPY_OUT);
  copying_out_ = true;
  return {};
}

void PgConnection::FreeCopyRow() {
  if (row_ != nullptr) PQfreemem(row_);
  row_ = nullptr;
}

Result<std::optional<std::string_view>> PgConnection::NextCopyData(const StopToken& stop) {
  FreeCopyRow();
  for (;;) {
    const int size = PQgetCopyData(handle_, &row_, 1);
    if (size > 0)
      return std::optional<std::string_view>(std::string_view(row_, static_cast<size_t>(size)));
    if (size == 0) {
      AIETL_TRY(Wait(stop));
      continue;
    }
    // The end, or an error that the result holds.
    copying_out_ = false;
    if (size == -2) return Fail(ErrorFrom(nullptr));
    std::optional<Error> error;
    for (;;) {
      AIETL_ASSIGN(const OwnedResult result, NextResult(stop));
      if (!result) break;
      if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
        if (!error) error = ErrorFrom(result.get());
        continue;
      }
      const char* text = PQcmdTuples(result.get());
      std::from_chars(text, text + std::strlen(text), copied_rows_);
    }
    if (error) return Fail(std::move(*error));
    return std::optional<std::string_view>();
  }
}

Result<void> PgConnection::BeginCopyIn(const std::string& sql, const StopToken& stop) {
  AIETL_ASSIGN(const OwnedResult result, Run(sql, stop));
  AIETL_CHECK(PQresultStatus(result.get()) == PGRES_COPY_IN);
  copying_in_ = true;
  return {};
}

Result<void> PgConnection::SendCopyData(std::string_view data) {
  AIETL_CHECK(copying_in_);
  if (PQputCopyData(handle_, data.data(), static_cast<int>(data.size())) == 1) return {};
  return Fail(ErrorFrom(nullptr));
}

Result<int64_t> PgConnection::EndCopyIn() {
  AIETL_CHECK(copying_in_);
  copying_in_ = false;
  // After an error of the server the result says what it was.
  (void)PQputCopyEnd(handle_, nullptr);
  std::optional<Error> error;
  int64_t rows = 0;
  bool ended = false;
  while (PGresult* raw = PQgetResult(handle_)) {
    const OwnedResult result(raw);
    ended = true;
    if (PQresultStatus(raw) == PGRES_COMMAND_OK) {
      const char* text = PQcmdTuples(raw);
      std::from_chars(text, text + std::strlen(text), rows);
    } else if (!error) {
      error = ErrorFrom(raw);
    }
  }
  if (!ended && !error) error = ErrorFrom(nullptr);
  if (error) return Fail(std::move(*error));
  return rows;
}

void PgConnection::Cancel() const {
  PGcancel* cancel = PQgetCancel(handle_);
  if (cancel == nullptr) return;
  char message[256];
  PQcancel(cancel, message, sizeof message);
  PQfreeCancel(cancel);
}

bool PgConnection::usable() const {
  return PQstatus(handle_) == CONNECTION_OK && !copying_out_ && !copying_in_;
}

int PgConnection::server_version() const {
  return PQserverVersion(handle_);
}

Result<std::unique_ptr<PgTransaction>> PgTransaction::Begin(PgConnection& connection,
                                                            const std::string& how) {
  AIETL_TRY(connection.Execute("BEGIN " + how));
  return std::unique_ptr<PgTransaction>(new PgTransaction(connection));
}

PgTransaction::~PgTransaction() {
  // Where it fails, the server has rolled back already.
  if (open_) (void)connection_.Execute("ROLLBACK");
}

Result<void> PgTransaction::Commit() {
  open_ = false;
  AIETL_TRY(connection_.Execute("COMMIT"));
  return {};
}

}  // namespace aietl::connectors
