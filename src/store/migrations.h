// The store's schema, one list of statements per version; PRAGMA user_version counts those that
// were applied. Never change a list that has been released.
#pragma once

#include <vector>

namespace aietl::store {

inline const std::vector<std::vector<const char*>> kMigrations = {
    {
        R"(CREATE TABLE connections(name TEXT PRIMARY KEY, sealed TEXT NOT NULL, masked TEXT NOT NULL))",
        R"(CREATE TABLE runs(
             run_id TEXT PRIMARY KEY, pipeline TEXT NOT NULL, status TEXT NOT NULL, sentence TEXT, document TEXT,
             file TEXT, folder TEXT, options TEXT, outcome TEXT, started BIGINT NOT NULL, finished BIGINT NOT NULL,
             pid BIGINT NOT NULL, owner_start TEXT, expected_seconds DOUBLE NOT NULL, actual_seconds DOUBLE NOT NULL))",
        R"(CREATE INDEX runs_by_pipeline ON runs(pipeline, started))",
        R"(CREATE TABLE loads(
             load_id TEXT PRIMARY KEY, run_id TEXT NOT NULL, target TEXT NOT NULL, phase TEXT NOT NULL,
             number INTEGER NOT NULL, descriptor TEXT, undo TEXT, row_count BIGINT NOT NULL))",
        R"(CREATE INDEX loads_by_run ON loads(run_id))",
        R"(CREATE INDEX loads_by_target ON loads(target, phase))",
        R"(CREATE TABLE states(
             pipeline TEXT NOT NULL, source TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(pipeline, source)))",
        R"(CREATE TABLE pending_states(
             run_id TEXT NOT NULL, source TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(run_id, source)))",
        R"(CREATE TABLE replaced_states(
             run_id TEXT NOT NULL, source TEXT NOT NULL, value TEXT, PRIMARY KEY(run_id, source)))",
        R"(CREATE TABLE slices(
             run_id TEXT NOT NULL, source TEXT NOT NULL, from_value TEXT NOT NULL, to_value TEXT NOT NULL,
             PRIMARY KEY(run_id, source, from_value)))",
        R"(CREATE TABLE rates(work TEXT PRIMARY KEY, bytes_per_second DOUBLE NOT NULL))",
    },
    {
        R"(DROP TABLE rates)",
        R"(CREATE TABLE timings(number INTEGER PRIMARY KEY AUTOINCREMENT, work TEXT NOT NULL, seconds DOUBLE NOT NULL))",
    },
};

}  // namespace aietl::store
