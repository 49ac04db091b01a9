// A DuckDB file inside the engine: attached once however many sessions use it, under a name that no
// SQL of a user's says.
#pragma once

#include <memory>
#include <string>

#include "base/error.h"
#include "data/database.h"

namespace aietl::connectors {

// Any thread. The file stays attached (and locked against other processes: shared for reading,
// alone for writing) while one is alive.
class Attachment {
 public:
  // `path` is absolute. For writing a missing file is made, and a file attached for reading is
  // attached anew. A file that was made and still holds nothing when the last user goes is removed
  // again.
  static Result<std::shared_ptr<Attachment>> Acquire(data::Database& database,
                                                     const std::string& path, bool for_writing);
  virtual ~Attachment() = default;
  // The catalog's name, not quoted.
  virtual const std::string& alias() const = 0;
  // What a failed statement has written into the file is cut off when the last user goes.
  virtual void WriteFailed() = 0;
};

}  // namespace aietl::connectors
