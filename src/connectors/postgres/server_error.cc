#include "connectors/postgres/server_error.h"

#include <string_view>

#include "base/text.h"
#include "data/type.h"

namespace aietl::connectors {
namespace {

// "COPY t, line 17, column amount": names the column where the fields do not.
std::string ColumnInContext(std::string_view context) {
  constexpr std::string_view kColumn = ", column ";
  const size_t at = context.find(kColumn);
  if (!context.starts_with("COPY ") || at == std::string_view::npos) return "";
  const size_t begin = at + kColumn.size();
  return std::string(context.substr(begin, context.find_first_of(":\n", begin) - begin));
}

std::string ObjectOf(const PgErrorFields& fields) {
  std::string object = fields.table;
  std::string column = fields.column.empty() ? ColumnInContext(fields.context) : fields.column;
  if (column.empty()) return object;
  return object.empty() ? column : object + "." + column;
}

Error ConstraintError(const PgErrorFields& fields) {
  const std::string where = fields.table.empty() ? fields.place : fields.table;
  std::string message;
  if (fields.state == "23502")
    message = Msg("column {} of {} must have a value, and a row has none", fields.column, where);
  else if (fields.state == "23503")
    message =
        Msg("a row breaks the foreign key {} of {}; nothing was changed", fields.constraint, where);
  else if (fields.state == "23505")
    message = Msg("two rows would have the same key {} in {}; nothing was changed",
                  fields.constraint, where);
  else
    message =
        Msg("a row breaks the constraint {} of {}; nothing was changed", fields.constraint, where);
  return Error(Code::kRange, "constraint", std::move(message))
      .About(fields.constraint.empty() ? ObjectOf(fields) : fields.constraint)
      .Hint(Tr("leave such rows out in a step, or change the target"));
}

// Classes whose messages quote names and settings, never values.
bool MayBeQuoted(std::string_view state) {
  for (const std::string_view known :
       {"0A", "25", "28", "2B", "3D", "3F", "42", "53", "55", "57", "58", "XX"}) {
    if (state.starts_with(known)) return true;
  }
  return false;
}

struct StateClass {
  std::string_view prefix;
  Code code;
  const char* id;
};

// The longest prefix that fits decides; so the special ones stand first.
constexpr StateClass kClasses[] = {
    {"28", Code::kUnauthenticated, "wrong_password"},
    {"3D000", Code::kNotFound, "unknown_database"},
    {"3F000", Code::kNotFound, "unknown_schema"},
    {"42501", Code::kDenied, "permission_denied"},
    {"42P01", Code::kNotFound, "unknown_table"},
    {"42703", Code::kInvalid, "unknown_column"},
    {"42", Code::kInvalid, "sql_error"},
    {"53100", Code::kExhausted, "disk_full"},
    {"53200", Code::kExhausted, "out_of_memory"},
    {"53300", Code::kUnavailable, "too_many_connections"},
    {"53", Code::kExhausted, "server_exhausted"},
    {"54", Code::kRange, "too_large"},
    {"55P03", Code::kConflict, "locked"},
    {"40", Code::kConflict, "transaction_conflict"},
    {"25006", Code::kDenied, "read_only"},
    {"57P", Code::kUnavailable, "connection_lost"},
    {"58", Code::kUnavailable, "server_io_error"},
    {"08", Code::kUnavailable, "connection_lost"},
    {"0A", Code::kUnsupported, "not_supported"},
    {"2B", Code::kPrecondition, "dependent_objects"},
    {"22", Code::kRange, "bad_value"},
};

const StateClass& ClassOf(std::string_view state) {
  static constexpr StateClass kOther{"", Code::kUnavailable, "server_error"};
  const StateClass* best = &kOther;
  for (const StateClass& one : kClasses) {
    if (state.starts_with(one.prefix) && one.prefix.size() > best->prefix.size()) best = &one;
  }
  return *best;
}

Error ValueError(const PgErrorFields& fields) {
  const std::string object = ObjectOf(fields);
  std::string what = Tr("a value does not fit its column");
  if (fields.state == "22001") what = Tr("a text is longer than its column allows");
  if (fields.state == "22003") what = Tr("a number is out of its column's range");
  if (fields.state == "22P02" || fields.state == "22007")
    what = Tr("a text is no value of its column's type");
  if (fields.state == "22021") what = Tr("a text has characters that the server's encoding lacks");
  return Error(Code::kRange, "bad_value",
               object.empty() ? Msg("{}: {}", fields.place, what) : Msg("{}: {}", object, what))
      .About(object)
      .Hint(Tr("convert or leave out such values in a step"));
}

}  // namespace

Error PgServerError(const PgErrorFields& fields) {
  if (fields.lost || (fields.state.empty() && fields.message.empty())) {
    return Error(Code::kUnavailable, "connection_lost",
                 Msg("the connection to {} was lost", fields.place))
        .Hint(Tr("see whether the server runs, then run it again"));
  }
  if (fields.state == "57014") {
    const bool by_time = fields.message.find("timeout") != std::string::npos;
    return by_time ? Error(Code::kDeadline, "statement_timeout",
                           Msg("{}: a statement took longer than statement_timeout allows",
                               fields.place))
                   : Error(Code::kCancelled, "interrupted", Tr("stopped"));
  }
  if (fields.state.starts_with("23")) return ConstraintError(fields);
  if (fields.state.starts_with("22")) return ValueError(fields);
  const StateClass& known = ClassOf(fields.state);
  Error error(known.code, known.id,
              MayBeQuoted(fields.state) ? Msg("{}: {}", fields.place, fields.message)
                                        : Msg("{}: the server refused a statement (SQLSTATE {})",
                                              fields.place, fields.state));
  error.object = ObjectOf(fields);
  if (known.id == std::string_view("locked"))
    error.hint =
        Tr("somebody else holds a lock on the table; run it again when they have finished");
  if (known.id == std::string_view("disk_full"))
    error.hint = Tr("make room on the server, then run it again");
  return error;
}

Error PgConnectError(const PgConnectFailure& failure) {
  const auto has = [&](std::string_view part) {
    return failure.message.find(part) != std::string::npos;
  };
  const std::string host = failure.host.empty() ? "localhost" : failure.host;
  const std::string where = host + ":" + (failure.port.empty() ? "5432" : failure.port);
  if (failure.needed_password) {
    return Error(Code::kUnauthenticated, "password_missing",
                 Msg("{} wants a password of {}", where, failure.user))
        .Hint(Tr("put it into the URI as ${env:NAME} or ${file:/path}, into PGPASSWORD, or into "
                 "~/.pgpass"));
  }
  if (has("password authentication failed") || has("Peer authentication failed") ||
      has("authentication failed")) {
    return Error(Code::kUnauthenticated, "wrong_password",
                 Msg("{} refuses user {}: the password is wrong, or there is no such user", where,
                     failure.user))
        .About(failure.user);
  }
  if (has("no pg_hba.conf entry")) {
    return Error(Code::kDenied, "not_admitted",
                 Msg("{} does not admit user {} to database {} from here", where, failure.user,
                     failure.database))
        .Hint(Tr("its administrator must add a line to pg_hba.conf; some servers admit TLS only: "
                 "add ?sslmode=require"));
  }
  if (has("role \"") && has("does not exist"))
    return Error(Code::kUnauthenticated, "unknown_user",
                 Msg("{} has no user {}", where, failure.user))
        .About(failure.user);
  if (has("database \"") && has("does not exist")) {
    return Error(Code::kNotFound, "unknown_database",
                 Msg("{} has no database {}", where, failure.database))
        .About(failure.database);
  }
  if (has("could not translate host name"))
    return Error(Code::kUnavailable, "unknown_host", Msg("there is no host named {}", host))
        .About(host);
  if (has("Connection refused") || has("No such file or directory")) {
    return Error(Code::kUnavailable, "connection_refused", Msg("nothing listens at {}", where))
        .About(where)
        .Hint(Tr("see whether the server runs and whether host and port are right"));
  }
  if (has("timeout expired"))
    return Error(Code::kUnavailable, "connect_timeout", Msg("{} does not answer", where))
        .About(where);
  if (has("does not support SSL") || has("SSL") || has("certificate")) {
    return Error(Code::kUnavailable, "tls_failed", Msg("no TLS connection to {}", where))
        .About(where)
        .Hint(Tr("see sslmode, sslrootcert and sslcert in the URI; the server may not offer TLS"));
  }
  if (has("definition of service")) {
    return Error(Code::kInvalid, "unknown_service",
                 Tr("the service that the URI names is not in the service file"))
        .Hint(Tr("see ~/.pg_service.conf or PGSERVICEFILE"));
  }
  if (has("too many") || has("remaining connection slots"))
    return Error(Code::kUnavailable, "too_many_connections",
                 Msg("{} has no free connection", where))
        .About(where);
  if (has("starting up") || has("shutting down"))
    return Error(Code::kUnavailable, "server_starting",
                 Msg("{} is starting up or shutting down", where))
        .About(where);
  return Error(Code::kUnavailable, "connect_failed", Msg("no connection to {}", where))
      .About(where);
}

}  // namespace aietl::connectors
