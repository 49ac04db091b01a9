// Paths with wildcards become lists of files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace aietl::connectors::files {

// Whether the path has *, ? or […]; a path that exists as written is none even so.
bool IsGlob(const std::string& path);

// Whether `name` (one path component) matches `pattern`: *, ?, [a-z], [!x]. Case-sensitive, on
// bytes of UTF-8 for ?: one character.
bool MatchName(std::string_view pattern, std::string_view name);

// Absolute paths of the regular files that match, sorted; `**` stands for any number of folders.
// Hidden files and our own temporary files match only where the pattern itself begins with a dot.
// No match, a missing file and a folder are errors that name the nearest files. `folder` is the
// base of relative paths.
Result<std::vector<std::string>> ExpandPath(const std::string& path, const std::string& folder);

// kNotFound for a missing file, with the nearest names in its folder.
Error NoSuchFile(const std::string& absolute, const std::string& as_written);

std::string FolderOf(const std::string& path);  // "/a/b" of "/a/b/c.csv"
std::string FileName(const std::string& path);  // "c.csv"

}  // namespace aietl::connectors::files
