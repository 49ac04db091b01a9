#include "base/text.h"
#include "store/internal/parts.h"

namespace aietl::store {
namespace {

const std::string kRunColumns =
    "run_id, pipeline, status, sentence, document, file, folder, options, outcome, started, "
    "finished, pid, owner_start, "
    "expected_seconds, actual_seconds";
constexpr int kMostCandidates = 2;  // enough to know that a prefix is ambiguous

RunRecord ReadRun(const soci::row& row) {
  RunRecord run;
  run.run_id = row.get<std::string>(0);
  run.pipeline = row.get<std::string>(1);
  run.status = row.get<std::string>(2);
  run.sentence = row.get<std::string>(3, "");
  run.document = row.get<std::string>(4, "");
  run.file = row.get<std::string>(5, "");
  run.folder = row.get<std::string>(6, "");
  run.options = row.get<std::string>(7, "");
  run.outcome = row.get<std::string>(8, "");
  run.started = row.get<long long>(9);
  run.finished = row.get<long long>(10);
  run.pid = row.get<long long>(11);
  run.owner_start = row.get<std::string>(12, "");
  run.expected_seconds = row.get<double>(13);
  run.actual_seconds = row.get<double>(14);
  return run;
}

std::string DocumentContext(const std::string& run_id) {
  return "document of " + run_id;
}
std::string SentenceContext(const std::string& run_id) {
  return "sentence of " + run_id;
}

Error UnknownRun(const std::string& run_id) {
  return Error(Code::kNotFound, "unknown_run", Msg("there is no run {}", run_id))
      .About(run_id)
      .Hint(Tr("see the runs: aietl runs list"));
}

}  // namespace

Result<void> Store::InsertRun(const RunRecord& run) {
  AIETL_ASSIGN(const std::string document,
               state_->keyring.Protect(DocumentContext(run.run_id), run.document));
  AIETL_ASSIGN(const std::string sentence,
               state_->keyring.Protect(SentenceContext(run.run_id), run.sentence));
  return state_->database->Write([&](soci::session& sql) {
    const long long started = run.started, finished = run.finished, pid = run.pid;
    sql << "INSERT INTO runs(" + kRunColumns +
               ") VALUES (:a,:b,:c,:d,:e,:f,:g,:h,:i,:j,:k,:l,:m,:n,:o)",
        soci::use(run.run_id), soci::use(run.pipeline), soci::use(run.status), soci::use(sentence),
        soci::use(document), soci::use(run.file), soci::use(run.folder), soci::use(run.options),
        soci::use(run.outcome), soci::use(started), soci::use(finished), soci::use(pid),
        soci::use(run.owner_start), soci::use(run.expected_seconds), soci::use(run.actual_seconds);
  });
}

Result<void> Store::UpdateRun(const RunRecord& run) {
  return state_->database->Write([&](soci::session& sql) {
    const long long finished = run.finished, pid = run.pid;
    soci::statement update =
        (sql.prepare << "UPDATE runs SET status=:s, outcome=:o, finished=:f, pid=:p, "
                        "owner_start=:w, expected_seconds=:e, "
                        "actual_seconds=:a WHERE run_id=:r",
         soci::use(run.status), soci::use(run.outcome), soci::use(finished), soci::use(pid),
         soci::use(run.owner_start), soci::use(run.expected_seconds), soci::use(run.actual_seconds),
         soci::use(run.run_id));
    update.execute(true);
    if (update.get_affected_rows() == 0) throw Refused{UnknownRun(run.run_id)};
  });
}

Result<std::vector<RunRecord>> Store::ListRuns(const std::string& pipeline, int most) {
  AIETL_ASSIGN(std::vector<RunRecord> runs, state_->database->Read([&](soci::session& sql) {
    std::vector<RunRecord> out;
    const std::string filter = pipeline.empty() ? " WHERE :p = ''" : " WHERE pipeline = :p";
    const soci::rowset<soci::row> rows =
        (sql.prepare << "SELECT " + kRunColumns + " FROM runs" + filter +
                            " ORDER BY started DESC, run_id DESC LIMIT :n",
         soci::use(pipeline), soci::use(most));
    for (const soci::row& row : rows)
      out.push_back(ReadRun(row));
    return out;
  }));
  for (RunRecord& run : runs) {
    // A list must not fail because of one run whose key is lost: it is shown without its text.
    run.document = state_->keyring.Reveal(DocumentContext(run.run_id), run.document).value_or("");
    run.sentence = state_->keyring.Reveal(SentenceContext(run.run_id), run.sentence).value_or("");
  }
  return runs;
}

Result<RunRecord> Store::GetRun(const std::string& id_or_prefix) {
  if (id_or_prefix.empty()) return Fail(UnknownRun(id_or_prefix));
  AIETL_ASSIGN(std::vector<RunRecord> found, state_->database->Read([&](soci::session& sql) {
    std::vector<RunRecord> out;
    const soci::rowset<soci::row> rows =
        (sql.prepare << "SELECT " + kRunColumns +
                            " FROM runs WHERE substr(run_id, 1, length(:p)) = :q ORDER BY run_id = "
                            ":r DESC, started DESC, run_id DESC LIMIT :n",
         soci::use(id_or_prefix, "p"), soci::use(id_or_prefix, "q"), soci::use(id_or_prefix, "r"),
         soci::use(kMostCandidates, "n"));
    for (const soci::row& row : rows)
      out.push_back(ReadRun(row));
    return out;
  }));
  if (found.empty()) return Fail(UnknownRun(id_or_prefix));
  RunRecord run = std::move(found.front());
  if (found.size() > 1 && run.run_id != id_or_prefix) {
    return Fail(
        Error(Code::kInvalid, "ambiguous_run", Msg("several runs begin with {}", id_or_prefix))
            .About(id_or_prefix)
            .Hint(Msg("for example {} and {}", run.run_id, found[1].run_id)));
  }
  AIETL_ASSIGN(run.document, state_->keyring.Reveal(DocumentContext(run.run_id), run.document));
  AIETL_ASSIGN(run.sentence, state_->keyring.Reveal(SentenceContext(run.run_id), run.sentence));
  return run;
}

}  // namespace aietl::store
