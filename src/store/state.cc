// What pipelines remember between runs, and how fast this machine was.
#include "store/internal/parts.h"

namespace aietl::store {
namespace {

constexpr double kNewWeight = 0.3;  // of a fresh measurement in the running mean

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

Result<std::vector<std::pair<std::string, double>>> Store::Rates() {
  return state_->database->Read([](soci::session& sql) {
    std::vector<std::pair<std::string, double>> out;
    const soci::rowset<soci::row> rows =
        (sql.prepare << "SELECT work, bytes_per_second FROM rates ORDER BY work");
    for (const soci::row& row : rows)
      out.emplace_back(row.get<std::string>(0), row.get<double>(1));
    return out;
  });
}

Result<void> Store::LearnRate(const std::string& work, double bytes_per_second) {
  // A measurement without work or time says nothing; NaN fails the comparison.
  if (!(bytes_per_second > 0 && bytes_per_second < 1e15)) return {};
  return state_->database->Write([&](soci::session& sql) {
    sql << "INSERT INTO rates(work, bytes_per_second) VALUES (:w,:b) ON CONFLICT(work) DO UPDATE "
           "SET "
           "bytes_per_second = bytes_per_second * (1 - :k) + excluded.bytes_per_second * :k",
        soci::use(work, "w"), soci::use(bytes_per_second, "b"), soci::use(kNewWeight, "k");
  });
}

}  // namespace aietl::store
