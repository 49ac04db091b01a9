// What pipelines remember between runs, and how fast this machine was.
#include "store/internal/parts.h"

namespace aietl::store {
Result<std::optional<std::string>> Store::GetState(const std::string& pipeline,
                                                   const std::string& source) {
  return state_->database->Read([&](soci::session& sql) -> std::optional<std::string> {
    std::string value;
    sql << "SELECT value FROM states WHERE pipeline=:p AND source=:s", soci::use(pipeline),
        soci::use(source), soci::into(value);
    if (!sql.got_data()) return std::nullopt;
    return value;
  });
}

Result<bool> Store::SliceDone(const std::string& run_id, const std::string& source,
                              const std::string& from, const std::string& to) {
  return state_->database->Read([&](soci::session& sql) {
    int count = 0;
    sql << "SELECT count(*) FROM slices WHERE run_id=:r AND source=:s AND from_value=:f AND "
           "to_value=:t",
        soci::use(run_id), soci::use(source), soci::use(from), soci::use(to), soci::into(count);
    return count > 0;
  });
}

Result<void> Store::RecordSlice(const std::string& run_id, const std::string& source,
                                const std::string& from, const std::string& to) {
  return state_->database->WriteDurably([&](soci::session& sql) {
    sql << "INSERT OR IGNORE INTO slices(run_id, source, from_value, to_value) VALUES "
           "(:r,:s,:f,:t)",
        soci::use(run_id), soci::use(source), soci::use(from), soci::use(to);
  });
}

Result<std::vector<CostRecord>> Store::Costs() {
  return state_->database->Read([](soci::session& sql) {
    std::vector<CostRecord> out;
    const soci::rowset<soci::row> rows =
        (sql.prepare << "SELECT work, fixed_seconds, bytes_per_second FROM costs ORDER BY work");
    for (const soci::row& row : rows)
      out.push_back({row.get<std::string>(0), row.get<double>(1), row.get<double>(2)});
    return out;
  });
}

Result<void> Store::SetCosts(const std::vector<CostRecord>& costs) {
  return state_->database->Write([&](soci::session& sql) {
    for (const CostRecord& cost : costs) {
      // NaN fails the comparisons.
      if (!(cost.bytes_per_second > 0 && cost.bytes_per_second < 1e15 && cost.fixed_seconds >= 0 &&
            cost.fixed_seconds < 1e6))
        continue;
      sql << "INSERT INTO costs(work, fixed_seconds, bytes_per_second) VALUES (:w,:f,:b) ON "
             "CONFLICT(work) DO UPDATE SET fixed_seconds = excluded.fixed_seconds, "
             "bytes_per_second = excluded.bytes_per_second",
          soci::use(cost.work), soci::use(cost.fixed_seconds), soci::use(cost.bytes_per_second);
    }
  });
}

}  // namespace aietl::store
