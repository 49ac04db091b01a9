// The engine takes a broken archive's end for the end of the data (DuckDB 1.5.6: a truncated gzip
// file is read as a shorter one, its checksum is never looked at). This puts readers of ours in
// place of the engine's, which fail instead.
#pragma once

struct _duckdb_database;

namespace aietl::connectors::files {

// Once per database, before files are open.
void UseCheckedArchives(_duckdb_database* database);

}  // namespace aietl::connectors::files
