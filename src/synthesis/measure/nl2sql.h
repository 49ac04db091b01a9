// Measures a QueryWriter on a set of questions by execution: its SQL and the gold query run on the
// same database and must give the same rows. Scoring: bags of rows, lists where the gold has ORDER
// BY; columns in any order; SQL that fails never equals an empty gold.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/stop.h"
#include "synthesis/ask/query_writer.h"
#include "synthesis/measure/hardness.h"
#include "synthesis/measure/question_set.h"
#include "synthesis/synthesiser.h"

namespace aietl::synthesis {

struct ScoredQuestion {
  std::string id, database, question, gold, sql;  // `sql`: SQLite's; empty when none was given
  GoldShape shape;
  bool correct = false;
  bool asked = false;       // a question back; `sql` is then the reading offered first, if any
  int64_t gold_rows = 0;    // -1: the gold query does not run
  double milliseconds = 0;  // from the question to SQL, the catalogue known
  double confidence = 0;
  std::string
      reason;  // of what is not right: "asked", "refused", "no equal", "fails", "columns", "rows"
};

// Questions one after another; `each` hears of every one as it is done. Databases are opened
// read-only.
Result<std::vector<ScoredQuestion>> MeasureQuestions(
    const std::vector<SetQuestion>& questions, QueryWriter& writer, const SynthesisContext& context,
    const std::function<void(const ScoredQuestion&)>& each, StopToken stop);

}  // namespace aietl::synthesis
