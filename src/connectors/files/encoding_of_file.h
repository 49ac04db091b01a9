// The encoding of a text file: what its beginning says where that settles it, else all of it.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/stop.h"
#include "connectors/files/format.h"

namespace aietl::connectors::files {

// `head` is the beginning of the file, decompressed, and `complete` says whether that is all.
// `thorough`: a plain file of up to some gigabytes is looked at to its end even when its beginning
// is UTF-8; otherwise the beginning settles it. ICU's name, or an error that asks for it when none
// stands out.
Result<std::string> FindEncoding(const std::string& path, Compression compression,
                                 std::string_view head, bool complete, bool thorough,
                                 StopToken stop);

// Whether a plain file is UTF-8 without NUL bytes, on several threads.
Result<bool> IsUtf8File(const std::string& path, StopToken stop);

// The name that a document would use: "cp1251".
std::string EncodingForPeople(const std::string& icu_name);

}  // namespace aietl::connectors::files
