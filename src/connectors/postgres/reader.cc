#include <algorithm>

#include "base/text.h"
#include "connectors/postgres/read.h"
#include "connectors/postgres/row_format.h"
#include "data/vector.h"

namespace aietl::connectors {
namespace {

using data::QuoteName;

// 4 MiB to 64 MiB of pages: many more partitions than readers, so that none works alone at the end.
constexpr int64_t kFewestPages = 512;
constexpr int64_t kMostPages = 8192;
constexpr int kPartitionsAReader = 8;

}  // namespace

std::vector<PgPartition> CutPgPartitions(const PgReadRequest& request) {
  std::vector<PgPartition> partitions;
  if (request.limit || request.leaves.empty()) return {{request.table, ""}};
  int64_t pages = 0;
  for (const PgLeaf& leaf : request.leaves)
    pages += leaf.pages;
  const int64_t wanted = pages / (static_cast<int64_t>(request.connections) * kPartitionsAReader);
  const int64_t width = std::clamp(wanted, kFewestPages, kMostPages);
  for (const PgLeaf& leaf : request.leaves) {
    const std::string from = (leaf.only ? "ONLY " : "") + leaf.table;
    if (!leaf.ctid || leaf.pages <= width) {
      partitions.push_back({from, ""});
      continue;
    }
    for (int64_t page = 0; page < leaf.pages; page += width) {
      std::string condition;
      if (page > 0) condition = "ctid >= '(" + std::to_string(page) + ",0)'::tid";
      // The last one takes what was added between counting and the moment that is read.
      if (page + width < leaf.pages)
        condition += (condition.empty() ? "" : " AND ") + std::string("ctid < '(") +
                     std::to_string(page + width) + ",0)'::tid";
      partitions.push_back({from, std::move(condition)});
    }
  }
  if (partitions.empty()) partitions.push_back({request.table, ""});
  return partitions;
}

std::string PgPartSql(const PgReadRequest& request, const PgPartition& part,
                      const std::string& list) {
  std::string where = request.conditions;
  if (!part.condition.empty()) where += (where.empty() ? "" : " AND ") + part.condition;
  return "SELECT " + list + " FROM " + part.from + (where.empty() ? "" : " WHERE " + where) +
         (request.limit ? " LIMIT " + std::to_string(*request.limit) : "");
}

namespace {

std::string Selected(const PgReadColumn& column) {
  std::string sql = column.read.select;
  const std::string name = QuoteName(column.name);
  for (size_t at = sql.find("{}"); at != std::string::npos; at = sql.find("{}", at + name.size()))
    sql.replace(at, 2, name);
  return sql;
}

std::string MisfitReason(PgMisfit misfit, const data::Type& type) {
  switch (misfit) {
    case PgMisfit::kNotUtf8: return Tr("a text is not valid UTF-8");
    case PgMisfit::kTooManyDigits:
      return Msg("a number has more digits than {} holds", type.ToSql());
    case PgMisfit::kNotANumber:
      return Msg("a value is NaN or infinite, which {} cannot hold", type.ToSql());
    case PgMisfit::kOutOfRange: return Msg("a time is beyond what {} can hold", type.ToSql());
    case PgMisfit::kDimensions: return Tr("an array has several dimensions or does not begin at 1");
    default: return Tr("the server sent a row in an unknown form");
  }
}

class PgReader : public data::BatchReader {
 public:
  PgReader(std::shared_ptr<PgReadPool> pool, std::unique_ptr<PgConnection> connection,
           std::vector<PgReadColumn> columns, std::string shown, StopToken stop)
      : pool_(std::move(pool)),
        connection_(std::move(connection)),
        columns_(std::move(columns)),
        decoder_(Decoded(columns_)),
        shown_(std::move(shown)),
        stop_(std::move(stop)) {}
  ~PgReader() override {
    if (connection_) pool_->Give(std::move(connection_));
  }

  Result<void> Begin(const std::string& sql) {
    return connection_->BeginCopyOut("COPY (" + sql + ") TO STDOUT (FORMAT binary)", stop_);
  }

  Result<int64_t> Next(_duckdb_data_chunk* out) override {
    std::vector<data::VectorWriter> writers;
    writers.reserve(columns_.size());
    for (size_t i = 0; i < columns_.size(); ++i)
      writers.emplace_back(out, static_cast<int>(i), columns_[i].read.type);
    int64_t rows = 0;
    while (!ended_ && rows < data::kVectorRows) {
      AIETL_ASSIGN(const auto message, connection_->NextCopyData(stop_));
      if (!message) {
        // Without the trailer the server broke off.
        if (!trailer_) return Fail(Misfit({PgMisfit::kBroken, -1}));
        ended_ = true;
        break;
      }
      std::string_view data = *message;
      if (!header_) {
        const size_t size = PgRowDecoder::HeaderSize(data);
        if (size == 0) return Fail(Misfit({PgMisfit::kBroken, -1}));
        header_ = true;
        data.remove_prefix(size);
        if (data.empty()) continue;
      }
      if (PgRowDecoder::IsTrailer(data)) {
        trailer_ = true;
        continue;
      }
      const PgRowStatus status = decoder_.Decode(data, writers, rows);
      if (status.misfit != PgMisfit::kNone) return Fail(Misfit(status));
      ++rows;
    }
    data::SetRows(out, rows);
    return rows;
  }

 private:
  static std::vector<PgDecodedColumn> Decoded(const std::vector<PgReadColumn>& columns) {
    std::vector<PgDecodedColumn> decoded;
    for (const PgReadColumn& column : columns)
      decoded.push_back({column.read.type, column.read.wire, column.read.element});
    return decoded;
  }

  Error Misfit(const PgRowStatus& status) const {
    if (status.column < 0)
      return Error(Code::kDataLoss, "bad_copy_data",
                   Msg("{}: the server sent a row in an unknown form", shown_))
          .About(shown_);
    const PgReadColumn& column = columns_[static_cast<size_t>(status.column)];
    const std::string plain = data::NameForPeople(column.name), name = shown_ + "." + plain;
    const bool broken = status.misfit == PgMisfit::kBroken;
    return Error(broken ? Code::kDataLoss : Code::kRange,
                 broken ? "bad_copy_data" : "value_does_not_fit",
                 Msg("column {}: {}", name, MisfitReason(status.misfit, column.read.type)))
        .About(name)
        .Hint(status.misfit == PgMisfit::kNotUtf8
                  ? Tr("repair the row, or convert it in a view of the database")
                  : Msg("read it as text with types: {{{}: VARCHAR}}, or leave such rows out",
                        plain));
  }

  std::shared_ptr<PgReadPool> pool_;
  std::unique_ptr<PgConnection> connection_;
  std::vector<PgReadColumn> columns_;
  PgRowDecoder decoder_;
  std::string shown_;
  StopToken stop_;
  bool header_ = false, trailer_ = false, ended_ = false;
};

class PgPartitionedRead : public data::PartitionedRead {
 public:
  PgPartitionedRead(std::shared_ptr<PgReadPool> pool, PgReadRequest request)
      : pool_(std::move(pool)),
        request_(std::move(request)),
        partitions_(CutPgPartitions(request_)) {
    for (const PgReadColumn& column : request_.columns)
      schema_.columns.push_back({column.name, column.read.type, column.nullable});
  }
  const data::Schema& schema() const override { return schema_; }
  int partitions() const override { return static_cast<int>(partitions_.size()); }
  int max_parallel() const override { return std::max(1, request_.connections); }

  Result<std::unique_ptr<data::BatchReader>> Open(int partition,
                                                  const std::vector<int>& columns) override {
    std::vector<PgReadColumn> wanted;
    std::string list;
    for (const int column : columns) {
      wanted.push_back(request_.columns.at(static_cast<size_t>(column)));
      list += (list.empty() ? "" : ", ") + Selected(wanted.back());
    }
    const std::string sql =
        PgPartSql(request_, partitions_.at(static_cast<size_t>(partition)), list);
    AIETL_ASSIGN(auto connection, pool_->Take());
    auto reader = std::make_unique<PgReader>(pool_, std::move(connection), std::move(wanted),
                                             request_.shown, request_.stop);
    AIETL_TRY(reader->Begin(sql));
    return reader;
  }

 private:
  std::shared_ptr<PgReadPool> pool_;
  PgReadRequest request_;
  std::vector<PgPartition> partitions_;
  data::Schema schema_;
};

}  // namespace

std::unique_ptr<data::PartitionedRead> MakePgRead(std::shared_ptr<PgReadPool> pool,
                                                  PgReadRequest request) {
  return std::make_unique<PgPartitionedRead>(std::move(pool), std::move(request));
}

}  // namespace aietl::connectors
