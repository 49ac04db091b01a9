// What a sentence may speak of: relations with their columns, keys and sample values, wherever they
// come from.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "connectors/connector.h"

namespace aietl::synthesis {

struct Relation {
  std::string name;            // identifier under which SQL sees it (unique, lower_snake)
  std::string connection;      // name or URI; empty for files
  std::string table;           // in the connection
  std::string path;            // as the user would write it (relative to the working folder)
  connectors::TableInfo info;  // columns, keys, relationships, samples
  size_t parts = 0;            // the last of the columns that are parts of nested ones ("a.b")
  bool mentioned = false;      // the sentence names it outright (path, connection + table)

  size_t own_columns() const { return info.columns.size() - parts; }
};

// Relations with relationships between all of them (declared and inferred across sources).
struct Catalog {
  std::vector<Relation> relations;
  std::vector<std::pair<std::string, connectors::ForeignKey>>
      keys;  // (relation name, key; `table` is a relation name)
};

}  // namespace aietl::synthesis
