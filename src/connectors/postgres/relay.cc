#include "connectors/postgres/relay.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/text.h"
#include "connectors/load_sql.h"
#include "connectors/postgres/row_format.h"
#include "connectors/postgres/stage_writer.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;

constexpr size_t kRelayBytes = 1 << 20;
constexpr int kFirstShared = 140000;  // ranges of ctid, and hashes of rows

// Order-independent, of the rows of one server: modulo 2^128.
struct PgRowSum {
  int64_t rows = 0;
  unsigned __int128 hashes = 0;
  friend bool operator==(const PgRowSum&, const PgRowSum&) = default;
};

unsigned __int128 WholeNumber(const std::string& text) {
  unsigned __int128 number = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return text.starts_with('-') ? -number : number;
}

Result<PgRowSum> SumOf(PgConnection& connection, const std::string& sql, const StopToken& stop) {
  AIETL_ASSIGN(const PgRows rows, connection.Fetch(sql, stop));
  PgRowSum sum;
  sum.rows = std::strtoll(rows.at(0).at(0).value_or("0").c_str(), nullptr, 10);
  sum.hashes = WholeNumber(rows.at(0).at(1).value_or("0"));
  return sum;
}

// What the readers of one transfer share.
struct PgRelayWork {
  std::vector<PgPartition> partitions;
  std::atomic<size_t> next = 0;
  std::atomic<int64_t> sent = 0;  // rows, so far
  std::atomic<bool> failed = false;

  std::mutex mutex;  // of what follows
  std::condition_variable changed;
  std::unique_ptr<PgSender> sender;
  std::optional<Error> error;
  PgRowSum read;
  int running = 0;

  void Fail(Error reason) {
    const std::lock_guard lock(mutex);
    if (!error) error = std::move(reason);
    failed = true;
  }
};

class PgRelay : public Transfer {
 public:
  PgRelay(const PgTransferSource& source, std::shared_ptr<PgServer> target, PgReadPlan read,
          PgRelayTypes types, PgLoadPlan plan)
      : name_(source.name),
        source_(source.server),
        target_(std::move(target)),
        read_(std::move(read)),
        types_(std::move(types)),
        plan_(std::move(plan)) {
    plan_.load.write.work = work_;
    note_ = stays() ? Tr("stays in the database: both ends are there, so it selects the rows into "
                         "the staging table")
            : types_.format == PgCopyFormat::kBinary
                ? Tr("passes through by binary COPY: no value is decoded")
                : Tr("passes through by COPY of texts, for types that go over only so: no value is "
                     "decoded");
    for (const PgReadColumn& column : read_.read.columns)
      list_ += (list_.empty() ? "" : ", ") + QuoteName(column.name);
  }

  const WritePlan& plan() const override { return plan_.load.write; }
  const std::string& note() const override { return note_; }
  const std::string& work() const override { return work_; }

  Result<std::unique_ptr<Load>> Write(const WriteRequest& request, StopToken stop) override {
    AIETL_TRY(stop.Check());
    load_id_ = request.load_id;
    shown_ = request.table;
    return MakePgLoad(target_, request, plan_, true, &staging_);
  }

  Result<int64_t> Stage(bool full, const std::function<void(int64_t)>& progress,
                        StopToken stop) override;
  Result<bool> Verify(StopToken stop) override;
  std::map<std::string, int64_t> rows_read() const override { return {{name_, sum_.rows}}; }

 private:
  void RunReader(PgRelayWork& work, bool full, const StopToken& stop) const;
  Result<void> Read(PgRelayWork& work, bool full, const StopToken& stop) const;
  Result<void> CopyPart(PgRelayWork& work, PgConnection& connection, const PgPartition& part,
                        std::string* buffer, const StopToken& stop) const;
  static Result<void> Send(PgRelayWork& work, std::string* buffer);
  // SELECT of count and sum of hashes of the columns under these names.
  std::string SumList(const std::vector<std::string>& names) const;
  std::vector<std::string> SourceNames() const {
    std::vector<std::string> names;
    for (const PgReadColumn& column : read_.read.columns)
      names.push_back(column.name);
    return names;
  }
  // What a view calls might write, so that it is read where nothing can be written.
  bool stays() const {
    const char kind = read_.table.relation.kind;
    return types_.one_database && (kind == 'r' || kind == 'p' || kind == 'm');
  }
  std::vector<std::string> StagedNames() const {
    std::vector<std::string> names;
    for (const PgStageColumn& column : staging_.columns)
      names.push_back(column.name);
    return names;
  }
  Result<int64_t> StageInside(bool full, const StopToken& stop);
  bool binary() const { return types_.format == PgCopyFormat::kBinary; }

  std::string name_;
  std::shared_ptr<PgServer> source_, target_;
  PgReadPlan read_;
  PgRelayTypes types_;
  PgLoadPlan plan_;
  PgStaging staging_;
  std::string list_, note_, load_id_, shown_;
  const std::string work_ = "pass postgres";
  PgRowSum sum_;
};

std::string PgRelay::SumList(const std::vector<std::string>& names) const {
  std::string values;
  for (size_t i = 0; i < names.size(); ++i)
    values += (i > 0 ? ", " : "") + PgFilled(types_.exact.at(i), QuoteName(names[i]));
  return "count(*), sum(hash_record_extended(ROW(" + values + "), 0)::numeric)";
}

Result<void> PgRelay::Send(PgRelayWork& work, std::string* buffer) {
  const std::lock_guard lock(work.mutex);
  if (work.failed || buffer->empty()) return {};
  return work.sender->Send(buffer);
}

// Whole messages go on as they came; a part begins with COPY's header and ends with its trailer,
// which the staging table's own COPY has once.
Result<void> PgRelay::CopyPart(PgRelayWork& work, PgConnection& connection, const PgPartition& part,
                               std::string* buffer, const StopToken& stop) const {
  AIETL_TRY(connection.BeginCopyOut("COPY (" + PgPartSql(read_.read, part, list_) +
                                        ") TO STDOUT (FORMAT " + (binary() ? "binary" : "text") +
                                        ")",
                                    stop));
  bool header = !binary(), trailer = !binary();
  int64_t rows = 0;
  while (!work.failed) {
    AIETL_ASSIGN(const auto message, connection.NextCopyData(stop));
    if (!message) break;
    std::string_view data = *message;
    if (!header) {
      const size_t size = PgRowDecoder::HeaderSize(data);
      if (size == 0) break;
      header = true;
      data.remove_prefix(size);
      if (data.empty()) continue;
    }
    if (binary() && PgRowDecoder::IsTrailer(data)) {
      trailer = true;
      continue;
    }
    buffer->append(data);
    ++rows;
    if (buffer->size() < kRelayBytes) continue;
    work.sent += rows;
    rows = 0;
    AIETL_TRY(Send(work, buffer));
  }
  work.sent += rows;
  if (work.failed) return {};
  if (header && trailer) return {};
  return Fail(Error(Code::kDataLoss, "bad_copy_data",
                    Msg("{}: the server sent a row in an unknown form", read_.read.shown))
                  .About(read_.read.shown));
}

Result<void> PgRelay::Read(PgRelayWork& work, bool full, const StopToken& stop) const {
  AIETL_ASSIGN(auto connection, read_.pool->Take());
  PgRowSum read;
  std::string buffer;
  buffer.reserve(kRelayBytes + kRelayBytes / 2);
  const std::string sums = SumList(SourceNames());
  Result<void> done;
  for (size_t part = work.next++; part < work.partitions.size() && !work.failed;
       part = work.next++) {
    done = CopyPart(work, *connection, work.partitions[part], &buffer, stop);
    if (!done || work.failed) break;
    read.rows += connection->copied_rows();
    if (!full) continue;
    // The same moment, so the same rows.
    const auto sum = SumOf(*connection, PgPartSql(read_.read, work.partitions[part], sums), stop);
    if (!sum) {
      done = Fail(sum.error());
      break;
    }
    read.hashes += sum->hashes;
  }
  read_.pool->Give(std::move(connection));
  AIETL_TRY(std::move(done));
  AIETL_TRY(Send(work, &buffer));
  const std::lock_guard lock(work.mutex);
  work.read.rows += read.rows;
  work.read.hashes += read.hashes;
  return {};
}

void PgRelay::RunReader(PgRelayWork& work, bool full, const StopToken& stop) const {
  Result<void> done = Read(work, full, stop);
  if (!done) work.Fail(std::move(done.error()));
  const std::lock_guard lock(work.mutex);
  --work.running;
  work.changed.notify_all();
}

Result<int64_t> PgRelay::Stage(bool full, const std::function<void(int64_t)>& progress,
                               StopToken stop) {
  AIETL_CHECK(staging_.stage != nullptr);
  if (stays()) return StageInside(full, stop);
  AIETL_ASSIGN(auto copy, staging_.stage->OpenCopy(types_.format, staging_.durable,
                                                   staging_.makes_schema, load_id_));
  PgRelayWork work;
  work.partitions = CutPgPartitions(read_.read);
  work.sender = std::make_unique<PgSender>(std::move(copy));
  std::string edge;
  if (binary()) {
    PgRowEncoder::AppendHeader(&edge);
    AIETL_TRY(work.sender->Send(&edge));
  }
  const int readers =
      std::clamp(read_.read.connections, 1, static_cast<int>(work.partitions.size()));
  work.running = readers;
  std::vector<std::thread> threads;
  for (int i = 0; i < readers; ++i)
    threads.emplace_back([&] { RunReader(work, full, stop); });
  {
    std::unique_lock lock(work.mutex);
    while (work.running > 0) {
      work.changed.wait_for(lock, std::chrono::milliseconds(200));
      lock.unlock();
      progress(work.sent);
      lock.lock();
    }
  }
  for (std::thread& thread : threads)
    thread.join();
  if (work.error) return Fail(std::move(*work.error));
  edge.clear();
  if (binary()) {
    PgRowEncoder::AppendTrailer(&edge);
    AIETL_TRY(work.sender->Send(&edge));
  }
  AIETL_ASSIGN(const int64_t taken, work.sender->Finish());
  if (taken != work.read.rows)
    return Fail(VerificationError(std::abs(taken - work.read.rows), shown_));
  staging_.stage->Filled(taken);
  sum_ = work.read;
  source_->EndReads();
  return taken;
}

Result<int64_t> PgRelay::StageInside(bool full, const StopToken& stop) {
  std::string list;
  const std::vector<std::string> from = SourceNames(), to = StagedNames();
  for (size_t i = 0; i < from.size(); ++i)
    list += (i > 0 ? ", " : "") + QuoteName(from[i]) + " AS " + QuoteName(to.at(i));
  const PgPartition whole = {read_.read.table, ""};
  AIETL_ASSIGN(const auto connection,
               staging_.stage->OpenAs(PgPartSql(read_.read, whole, list), staging_.durable,
                                      staging_.makes_schema, load_id_, stop));
  source_->EndReads();
  // The SELECT is one statement of one server, so its own count proves nothing: the table is
  // counted once more, at the same moment.
  AIETL_ASSIGN(
      sum_,
      SumOf(*connection, PgPartSql(read_.read, whole, full ? SumList(from) : "count(*), 0"), stop));
  AIETL_ASSIGN(const int64_t held,
               connection->Number("SELECT count(*) FROM " + staging_.names.stage_sql, stop));
  if (held != sum_.rows) return Fail(VerificationError(std::abs(held - sum_.rows), shown_));
  return held;
}

Result<bool> PgRelay::Verify(StopToken stop) {
  AIETL_ASSIGN(PgConnection * control, target_->Control());
  AIETL_ASSIGN(
      const PgRowSum held,
      SumOf(*control, "SELECT " + SumList(StagedNames()) + " FROM " + staging_.names.stage_sql,
            stop));
  return held == sum_;
}

bool SameColumns(const PgReadRequest& read, const WriteRequest& write) {
  return std::equal(read.columns.begin(), read.columns.end(), write.schema.columns.begin(),
                    write.schema.columns.end(),
                    [](const PgReadColumn& a, const data::Column& b) { return a.name == b.name; });
}

}  // namespace

Result<TransferOffer> OfferPgRelay(const PgTransferSource& source, std::shared_ptr<PgServer> target,
                                   const WriteRequest& write, StopToken stop) {
  const ReadRequest& read = source.read;
  TransferOffer offer;
  // Somebody wants to see the values in other types.
  if (read.options != nullptr && !read.options->Map("types").empty()) return offer;
  AIETL_ASSIGN(PgReadPlan from, PlanPgRead(*source.server, read, stop));
  AIETL_ASSIGN(PgConnection * here, source.server->Control());
  AIETL_ASSIGN(PgConnection * there, target->Control());
  if (here->server_version() < kFirstShared || there->server_version() < kFirstShared) {
    offer.why_not = Tr("a server is older than 14");
    return offer;
  }
  if (!SameColumns(from.read, write)) return offer;
  AIETL_ASSIGN(PgRelayTypes types, CompareRelayTypes(*here, *there, from.table, from.read.columns));
  offer.why_not = types.why_not;
  if (!types.why_not.empty()) return offer;
  AIETL_ASSIGN(PgLoadPlan plan, PlanPgLoad(*there, write, &types.columns));
  offer.why_not = plan.conversion;
  // What is wrong besides, the usual plan says.
  if (!plan.conversion.empty() || HasErrors(plan.load.write.problems)) return offer;
  offer.transfer = std::make_unique<PgRelay>(source, std::move(target), std::move(from),
                                             std::move(types), std::move(plan));
  return offer;
}

}  // namespace aietl::connectors
