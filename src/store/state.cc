// What pipelines remember between runs, and how fast this machine was.
#include "store/internal/parts.h"

namespace aietl::store {
namespace {

constexpr int kTimings = 200;

}  // namespace
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

Result<std::vector<TimingRecord>> Store::Timings() {
  return state_->database->Read([](soci::session& sql) {
    std::vector<TimingRecord> out;
    const soci::rowset<soci::row> rows =
        (sql.prepare << "SELECT work, seconds FROM timings ORDER BY number");
    for (const soci::row& row : rows)
      out.push_back({row.get<std::string>(0), row.get<double>(1)});
    return out;
  });
}

Result<void> Store::AddTiming(const TimingRecord& timing) {
  return state_->database->Write([&](soci::session& sql) {
    sql << "INSERT INTO timings(work, seconds) VALUES (:w,:s)", soci::use(timing.work),
        soci::use(timing.seconds);
    sql << "DELETE FROM timings WHERE number <= (SELECT max(number) FROM timings) - :kept",
        soci::use(kTimings);
  });
}

}  // namespace aietl::store
