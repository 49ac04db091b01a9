// One database of a question set: what can be spoken of, and a connection that runs both queries.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/stop.h"
#include "connectors/sqlite/database.h"
#include "synthesis/catalog.h"
#include "synthesis/measure/question_set.h"
#include "synthesis/measure/result_rows.h"
#include "synthesis/synthesiser.h"

namespace aietl::synthesis {

class MeasuredDatabase {
 public:
  // That of `question`, or its one table. Opened read-only.
  static Result<std::unique_ptr<MeasuredDatabase>> Open(const SetQuestion& question,
                                                        const SynthesisContext& context,
                                                        StopToken stop);

  const Catalog& catalog() const { return catalog_; }

  // nullopt when it fails, takes too long or gives too many rows.
  std::optional<ResultRows> Run(const std::string& sql) const;

 private:
  std::unique_ptr<connectors::SqliteConnection> connection_;
  Catalog catalog_;
};

}  // namespace aietl::synthesis
