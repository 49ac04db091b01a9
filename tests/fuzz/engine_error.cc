// The engine's messages, which hold rows of users' files, on arbitrary bytes: never crashes, always
// says something, and the row that a CSV message quotes does not come through.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "data/database.h"

namespace aietl {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (data::ClassifyEngineError(text).message.empty()) std::abort();
  const Error row = data::ClassifyEngineError(
      "Invalid Input Error: CSV Error on Line: 7\nOriginal Line: " + text +
      "\nExpected Number of Columns: 3 Found: 4\nPossible fixes:\n\n  file = /data/a.csv\n  "
      "delimiter = , (Set By User)\n");
  if (row.place.line != 7 || row.place.file != "/data/a.csv" || row.id.empty()) std::abort();
  return 0;
}

}  // namespace aietl
