#include <fmt/format.h>

#include <filesystem>

#include "base/durable_file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/pipeline_target.h"
#include "cli/show.h"
#include "config/options.h"
#include "config/secret.h"
#include "spec/connection.h"

namespace aietl::cli {
namespace {

bool IsName(const std::string& name) {
  if (name.empty() || name.size() > 63 ||
      !((name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z')))
    return false;
  return name.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") ==
         std::string::npos;
}

// A relative database path is kept as an absolute one, so that the name works from every folder.
std::string Absolute(const std::string& uri) {
  const size_t scheme = uri.find(":///");
  if (!spec::IsFileDatabase(uri) || uri.compare(scheme, 5, ":////") == 0) return uri;
  return uri.substr(0, scheme) + ":///" + AbsolutePath(uri.substr(scheme + 4), WorkingFolder());
}

int Add(Command& command, store::Store& store) {
  const std::string& name = command.arguments.operands[0];
  const std::string uri = Absolute(command.arguments.operands[1]);
  if (!IsName(name)) {
    return Report(command,
                  Error(Code::kInvalid, "bad_name", Msg("{} is no name for a connection", name))
                      .Hint(Tr("use letters, digits, - and _, beginning with a letter")));
  }
  const Result<const connectors::Connector*> connector = command.parts.registry.ForUri(uri);
  if (!connector) return Report(command, connector.error());
  const Problems problems = (*connector)->Validate(uri);
  if (HasErrors(problems)) return Report(command, ErrorOf(Code::kInvalid, problems));
  const Result<void> added = store.AddConnection(name, uri, command.arguments.replace);
  if (!added) return Report(command, added.error());
  command.terminal.Say(Msg("{} is kept, encrypted. Try it: aietl connect check {}", name, name));
  PrintResult(command, "succeeded", problems);
  return 0;
}

int PrintConnections(Command& command, store::Store& store) {
  const Result<std::vector<store::ConnectionInfo>> known = store.ListConnections();
  if (!known) return Report(command, known.error());
  json::Array list;
  std::vector<std::vector<std::string>> rows;
  for (const store::ConnectionInfo& info : *known) {
    list.emplace_back(json::Object{{"name", info.name}, {"uri", info.masked_uri}});
    rows.push_back({info.name, info.masked_uri});
  }
  PrintResult(command, "succeeded", {}, {{"connections", std::move(list)}});
  if (command.terminal.json()) return 0;
  if (rows.empty()) {
    command.terminal.Say(Tr("No connections yet. Add one: aietl connect add NAME URI"));
  } else {
    command.terminal.Answer(FormatTable({Tr("name"), "URI"}, rows, {}, command.terminal.width()));
  }
  return 0;
}

json::Value TableToJson(const connectors::TableInfo& table) {
  json::Array columns, keys;
  for (const connectors::ColumnInfo& column : table.columns) {
    json::Value out(json::Object{
        {"name", column.name}, {"type", column.type.ToSql()}, {"nullable", column.nullable}});
    if (column.min) out.Set("min", *column.min);
    if (column.max) out.Set("max", *column.max);
    if (column.distinct) out.Set("distinct", *column.distinct);
    if (!column.comment.empty()) out.Set("comment", column.comment);
    json::Array samples;
    for (const std::string& sample : column.samples)
      samples.emplace_back(sample);
    if (!samples.empty()) out.Set("samples", std::move(samples));
    columns.push_back(std::move(out));
  }
  const auto names = [](const std::vector<std::string>& list) {
    json::Array out;
    for (const std::string& name : list)
      out.emplace_back(name);
    return out;
  };
  for (const connectors::ForeignKey& key : table.foreign_keys) {
    keys.emplace_back(json::Object{{"columns", names(key.columns)},
                                   {"table", key.table},
                                   {"references", names(key.references)},
                                   {"inferred", key.inferred}});
  }
  json::Value out(json::Object{{"name", table.name},
                               {"kind", table.kind},
                               {"bytes", table.bytes},
                               {"columns", std::move(columns)},
                               {"primary_key", names(table.primary_key)},
                               {"foreign_keys", std::move(keys)}});
  if (!table.comment.empty()) out.Set("comment", table.comment);
  if (table.rows) out.Set("rows", static_cast<int64_t>(*table.rows));
  return out;
}

void Print(Command& command, const connectors::TableInfo& table) {
  Terminal& terminal = command.terminal;
  terminal.Answer(fmt::format(
      "{} ({}{})", terminal.Styled(Style::kBold, table.name), table.kind,
      table.rows ? fmt::format(", {}{} {}", table.rows_exact ? "" : "~",
                               FormatCount(static_cast<int64_t>(*table.rows)), Tr("rows"))
                 : ""));
  std::vector<std::vector<std::string>> rows;
  for (const connectors::ColumnInfo& column : table.columns) {
    std::string samples, key;
    for (size_t i = 0; i < column.samples.size() && i < 3; ++i)
      samples += (i > 0 ? ", " : "") + column.samples[i];
    for (const std::string& name : table.primary_key)
      key += name == column.name ? Tr("key") : "";
    for (const connectors::ForeignKey& foreign : table.foreign_keys) {
      for (size_t i = 0; i < foreign.columns.size(); ++i) {
        if (foreign.columns[i] == column.name)
          key += fmt::format("{}→ {}.{}{}", key.empty() ? "" : " ", foreign.table,
                             foreign.references[i], foreign.inferred ? "?" : "");
      }
    }
    rows.push_back({column.name, column.type.ToSql(), key, samples});
  }
  terminal.Answer(FormatTable({Tr("column"), Tr("type"), Tr("key"), Tr("examples")}, rows, {},
                              terminal.width()) +
                  "\n");
}

struct Opened {
  std::unique_ptr<connectors::Session> session;
  std::string file;  // of a connection that is a path or a pattern
};

// A name, or what a document could name instead: a URI, a database file, a path or pattern of
// files; a folder stands for its data files.
Result<Opened> Open(Command& command, store::Store& store, const std::string& name) {
  std::string stored = Absolute(name);
  std::error_code ignored;
  if (IsName(name)) {
    Result<std::string> known = store.GetConnection(name);
    if (!known && !std::filesystem::is_directory(name, ignored)) return Fail(known.error());
    if (known) stored = *known;
  }
  AIETL_ASSIGN(const std::string uri, config::ResolveSecrets(stored));
  AIETL_ASSIGN(const connectors::Connector* connector, command.parts.registry.ForUri(uri));
  AIETL_ASSIGN(data::Database * database, command.parts.database({}));
  const bool file = !connector->info().capabilities.tables;
  const bool folder = file && std::filesystem::is_directory(uri, ignored);
  Opened opened;
  const std::string base =
      folder ? std::filesystem::canonical(uri, ignored).string() : WorkingFolder();
  AIETL_ASSIGN(opened.session, connector->Open(file ? "" : uri, {*database, base}));
  if (file && !folder) opened.file = uri;
  return opened;
}

int Check(Command& command, Opened& opened) {
  const Result<void> checked = opened.session->Check(command.parts.stop);
  if (!checked) return Report(command, checked.error());
  if (!opened.file.empty()) {
    connectors::DiscoverRequest request;
    request.table = opened.file;
    const auto tables = opened.session->Discover(request, command.parts.stop);
    if (!tables) return Report(command, tables.error());
  }
  command.terminal.Say(Msg("{} answers.", config::MaskSecrets(command.arguments.operands.front())));
  PrintResult(command, "succeeded", {});
  return 0;
}

int Discover(Command& command, Opened& opened) {
  connectors::DiscoverRequest request;
  request.sample_values = 5;
  request.table = opened.file;
  const Result<std::vector<connectors::TableInfo>> tables =
      opened.session->Discover(request, command.parts.stop);
  if (!tables) return Report(command, tables.error());
  json::Array list;
  Problems problems;
  for (const connectors::TableInfo& table : *tables) {
    list.push_back(TableToJson(table));
    problems.insert(problems.end(), table.problems.begin(), table.problems.end());
    for (const Problem& problem : table.problems)
      command.terminal.Complain(Show(problem, command.terminal));
    if (!command.terminal.json() && !HasErrors(table.problems)) Print(command, table);
  }
  // One thing was asked for, and it cannot be read: that is no success.
  const bool unreadable = tables->size() == 1 && HasErrors(problems);
  PrintResult(command, unreadable ? "failed" : "succeeded", problems,
              {{"tables", std::move(list)}});
  return unreadable ? 1 : 0;
}

}  // namespace

int Preview(Command& command, connectors::Session& session);

int Connect(Command& command) {
  const Result<store::Store*> store = command.parts.store();
  if (!store) return Report(command, store.error());
  const std::string verb = command.arguments.verb.substr(8);
  if (verb == "add") return Add(command, **store);
  if (verb == "list") return PrintConnections(command, **store);
  const std::string& name = command.arguments.operands.front();
  if (verb == "remove") {
    const Result<void> removed = (*store)->RemoveConnection(name);
    if (!removed) return Report(command, removed.error());
    command.terminal.Say(Msg("{} is forgotten.", name));
    PrintResult(command, "succeeded", {});
    return 0;
  }
  Result<Opened> opened = Open(command, **store, name);
  if (!opened) return Report(command, opened.error());
  if (verb == "check") return Check(command, *opened);
  if (verb == "discover") return Discover(command, *opened);
  if (opened->file.empty() && command.arguments.operands.size() < 2) {
    return Report(command, Error(Code::kInvalid, "bad_usage", Tr("which table?"))
                               .Hint(Msg("see them: aietl connect discover {}", name)));
  }
  return Preview(command, *opened->session);
}

}  // namespace aietl::cli
