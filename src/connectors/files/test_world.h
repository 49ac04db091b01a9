// A folder of files and a session over it, for the tests of this folder.
#pragma once

#include <doctest/doctest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "connectors/files/files.h"
#include "json/value.h"

namespace aietl::connectors::files {

class World {
 public:
  World() : World(MakeFolder(), true) {}
  // Over a folder that another World made and removes.
  explicit World(const std::string& folder, bool own = false) : folder_(folder), own_(own) {
    std::filesystem::create_directories(folder_ + "/data");
    auto database = data::Database::Open({"", 2, folder_ + "/spill"});
    REQUIRE(database.has_value());
    database_ = std::move(*database);
    connector_ = MakeFilesConnector();
    auto session = connector_->Open("", {*database_, data_folder()});
    REQUIRE(session.has_value());
    session_ = std::move(*session);
    auto connection = database_->Connect();
    REQUIRE(connection.has_value());
    connection_ = std::move(*connection);
  }
  ~World() {
    session_.reset();
    std::error_code error;
    if (own_) std::filesystem::remove_all(folder_, error);
  }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const std::string& folder() const { return folder_; }
  std::string data_folder() const { return folder_ + "/data"; }
  std::string undo_folder() const { return folder_ + "/undo"; }
  std::string Path(const std::string& name) const { return data_folder() + "/" + name; }
  Session& session() { return *session_; }
  data::Connection& connection() { return *connection_; }

  void Put(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(std::filesystem::path(Path(name)).parent_path());
    std::ofstream(Path(name), std::ios::binary) << bytes;
  }
  std::string Get(const std::string& name) const {
    std::ifstream in(Path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // Names of everything in the data folder, hidden files among them.
  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(data_folder()))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

  static config::Options Options(const std::string& json_text) {
    config::Options options;
    const auto value = json::Parse(json_text.empty() ? "{}" : json_text);
    REQUIRE(value.has_value());
    for (const auto& [name, member] : value->AsObject())
      options.Set(name, member);
    return options;
  }

  Result<Scan> TryScan(const std::string& path, const std::string& options_json = "") {
    const config::Options options = Options(options_json);
    ReadRequest request;
    request.table = path;
    request.options = &options;
    request.folder = data_folder();
    request.temp_folder = folder_ + "/copies";
    return session_->Read(request, {});
  }

  // "a BIGINT, b VARCHAR" and then the rows, one a line, NULL as ∅; or "error ID: message
  // @file:line".
  std::string Read(const std::string& path, const std::string& options_json = "",
                   const std::string& sql = "SELECT * FROM $ AS t") {
    auto scan = TryScan(path, options_json);
    if (!scan) return Text(scan.error());
    std::string text;
    for (const data::Column& column : scan->schema.columns)
      text += (text.empty() ? "" : ", ") + column.name + " " + column.type.ToSql();
    std::string query = sql;
    query.replace(query.find('$'), 1, scan->relation);
    auto rows = connection_->Fetch(query);
    if (!rows) return Text(rows.error());
    std::vector<std::string> lines;
    for (const auto& row : rows->rows) {
      std::string line;
      for (const auto& value : row)
        line += (line.empty() ? "" : "|") + value.value_or("∅");
      lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines)
      text += "\n" + line;
    return text;
  }

  static std::string Text(const Error& error) {
    std::string text = "error " + error.id + ": " + error.message;
    if (!error.place.file.empty())
      text += " @" + std::filesystem::path(error.place.file).filename().string() + ":" +
              std::to_string(error.place.line);
    return text;
  }

  // The columns that are sniffed: "a BIGINT, b VARCHAR".
  std::string Types(const std::string& path, const std::string& options_json = "") {
    const std::string text = Read(path, options_json, "SELECT 1 FROM $ AS t LIMIT 0");
    return text.substr(0, text.find('\n'));
  }

 private:
  static std::string MakeFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "aietl_files_XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    return name;
  }

  std::string folder_;
  bool own_;
  std::unique_ptr<data::Database> database_;
  std::unique_ptr<Connector> connector_;
  std::unique_ptr<Session> session_;
  std::unique_ptr<data::Connection> connection_;
};

}  // namespace aietl::connectors::files
