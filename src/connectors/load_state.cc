#include "connectors/load_state.h"

#include "base/text.h"

namespace aietl::connectors {
namespace {

json::Value NamesToJson(const std::vector<std::string>& names) {
  json::Array array;
  for (const std::string& name : names)
    array.emplace_back(name);
  return array;
}

std::vector<std::string> NamesFromJson(const json::Value& value) {
  std::vector<std::string> names;
  for (const json::Value& name : value.AsArray())
    names.push_back(name.AsString());
  return names;
}

Error DamagedRecord() {
  return Error(Code::kInvalid, "bad_descriptor", Tr("the record of an earlier load is damaged"));
}

json::Value BoundToJson(const Bound& bound) {
  return json::Object{{"column", bound.column}, {"op", bound.op}, {"value", bound.value}};
}

// Bound::op points to a constant.
Result<Bound> BoundFromJson(const json::Value& value) {
  for (const char* op : {">=", ">", "<", "<="}) {
    if (value["op"].AsString() == op)
      return Bound{value["column"].AsString(), op, value["value"].AsString()};
  }
  return Fail(DamagedRecord());
}

Result<spec::Mode> ModeFromJson(const json::Value& value) {
  if (const auto mode = spec::ParseMode(value.AsString())) return *mode;
  return Fail(DamagedRecord());
}

constexpr const char* kUndoKinds[] = {"created", "swap", "rows"};

}  // namespace

json::Value ToJson(const WriteRequest& request) {
  json::Array columns;
  for (const data::Column& column : request.schema.columns) {
    columns.push_back(json::Object{
        {"name", column.name}, {"type", column.type.ToSql()}, {"nullable", column.nullable}});
  }
  json::Value value = json::Object{{"table", request.table},
                                   {"mode", spec::ModeName(request.mode)},
                                   {"key", NamesToJson(request.key)},
                                   {"partition", NamesToJson(request.partition)},
                                   {"columns", std::move(columns)},
                                   {"evolve", request.evolve},
                                   {"run_id", request.run_id},
                                   {"load_id", request.load_id},
                                   {"snapshot_at", request.snapshot_at},
                                   {"folder", request.folder},
                                   {"undo_folder", request.undo_folder},
                                   {"pipeline", request.pipeline}};
  if (request.slice)
    value.Set("slice",
              json::Array{BoundToJson(request.slice->first), BoundToJson(request.slice->second)});
  return value;
}

Result<WriteRequest> WriteRequestFromJson(const json::Value& value) {
  WriteRequest request;
  request.table = value["table"].AsString();
  AIETL_ASSIGN(request.mode, ModeFromJson(value["mode"]));
  request.key = NamesFromJson(value["key"]);
  request.partition = NamesFromJson(value["partition"]);
  for (const json::Value& column : value["columns"].AsArray()) {
    AIETL_ASSIGN(data::Type type, data::ParseType(column["type"].AsString()));
    request.schema.columns.push_back(
        {column["name"].AsString(), std::move(type), column["nullable"].AsBool(true)});
  }
  request.evolve = value["evolve"].AsBool();
  request.run_id = value["run_id"].AsString();
  request.load_id = value["load_id"].AsString();
  request.snapshot_at = value["snapshot_at"].AsString();
  request.folder = value["folder"].AsString();
  request.undo_folder = value["undo_folder"].AsString();
  request.pipeline = value["pipeline"].AsString();
  if (const json::Array& slice = value["slice"].AsArray(); slice.size() == 2) {
    AIETL_ASSIGN(Bound from, BoundFromJson(slice[0]));
    AIETL_ASSIGN(Bound to, BoundFromJson(slice[1]));
    request.slice.emplace(std::move(from), std::move(to));
  }
  if (request.table.empty() || request.load_id.empty() || request.schema.columns.empty())
    return Fail(DamagedRecord());
  return request;
}

json::Value ToJson(const UndoState& state) {
  return json::Object{{"kind", kUndoKinds[static_cast<size_t>(state.kind)]},
                      {"load_id", state.load_id},
                      {"table", state.table},
                      {"mode", spec::ModeName(state.mode)},
                      {"columns", NamesToJson(state.columns)},
                      {"target_columns", NamesToJson(state.target_columns)},
                      {"key", NamesToJson(state.key)},
                      {"partition", NamesToJson(state.partition)},
                      {"added", NamesToJson(state.added)},
                      {"at", state.at},
                      {"slice", state.slice},
                      {"made_schema", state.made_schema},
                      {"kept_stage", state.kept_stage},
                      {"rows", state.rows},
                      {"fingerprint", state.fingerprint},
                      {"only_changes", state.only_changes}};
}

Result<UndoState> UndoStateFromJson(const json::Value& value) {
  UndoState state;
  bool known = false;
  for (size_t i = 0; i < std::size(kUndoKinds); ++i) {
    if (value["kind"].AsString() != kUndoKinds[i]) continue;
    state.kind = static_cast<UndoKind>(i);
    known = true;
  }
  AIETL_ASSIGN(state.mode, ModeFromJson(value["mode"]));
  state.load_id = value["load_id"].AsString();
  state.table = value["table"].AsString();
  state.columns = NamesFromJson(value["columns"]);
  state.target_columns = NamesFromJson(value["target_columns"]);
  state.key = NamesFromJson(value["key"]);
  state.partition = NamesFromJson(value["partition"]);
  state.added = NamesFromJson(value["added"]);
  state.at = value["at"].AsString();
  state.slice = value["slice"].AsString();
  state.made_schema = value["made_schema"].AsBool();
  state.kept_stage = value["kept_stage"].AsString();
  state.rows = value["rows"].AsInt();
  state.fingerprint = value["fingerprint"].AsString();
  state.only_changes = value["only_changes"].AsBool();
  if (!known || state.load_id.empty() || state.table.empty()) return Fail(DamagedRecord());
  return state;
}

std::string BoundSql(const Bound& bound) {
  return data::QuoteName(bound.column) + " " + bound.op + " " + data::QuoteText(bound.value);
}

std::string SliceSql(const std::pair<Bound, Bound>& slice) {
  return BoundSql(slice.first) + " AND " + BoundSql(slice.second);
}

}  // namespace aietl::connectors
