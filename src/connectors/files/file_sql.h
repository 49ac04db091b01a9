// How rows are written to files: the types that a format holds, and COPY with every choice explicit
// so that they read back as they were.
#pragma once

#include <string>
#include <vector>

#include "connectors/files/options.h"
#include "data/type.h"

namespace aietl::connectors::files {

// The type in which a column of type `type` is stored by this format. `note` says what a person
// should know when it differs in kind.
data::Type StoredType(const data::Type& type, Format format, std::string* note);

// COPY of a SELECT into `path`.
std::string CopySql(const std::string& select, const TargetFormat& target, const std::string& path);

// The SELECT with values in the form that survives writing and reading: JSON text normalised,
// numbers that JSON lacks refused.
std::string WritableSql(const std::string& select, const data::Schema& schema,
                        const TargetFormat& target, const std::string& shown);

// A relation that reads what CopySql wrote, with exactly these types.
std::string ReadBackSql(const data::Schema& schema, const TargetFormat& target,
                        const std::string& path);

}  // namespace aietl::connectors::files
