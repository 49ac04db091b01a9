#include "connectors/files/glob.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/durable_file.h"
#include "base/text.h"

namespace aietl::connectors::files {
namespace {

struct Entry {
  std::string name;
  bool folder = false;
};

bool IsFolder(const std::string& path) {
  struct stat st{};
  return ::stat(path.c_str(), &st) == 0 && S_ISDIR(st.st_mode);
}

// Names in a folder, sorted; empty when it cannot be read.
std::vector<Entry> List(const std::string& folder) {
  std::vector<Entry> entries;
  DIR* dir = ::opendir(folder.empty() ? "/" : folder.c_str());
  if (dir == nullptr) return entries;
  while (const dirent* entry = ::readdir(dir)) {
    const std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    const bool known = entry->d_type == DT_REG || entry->d_type == DT_DIR;
    entries.push_back({name, known ? entry->d_type == DT_DIR : IsFolder(folder + "/" + name)});
  }
  ::closedir(dir);
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

bool HasWildcard(std::string_view text) {
  return text.find_first_of("*?[") != std::string_view::npos;
}

size_t CharacterSize(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return std::min(size, text.size());
}

// Matches […] at the start of `pattern` against `c`; the length of the class, or 0 when it is not
// closed.
size_t MatchClass(std::string_view pattern, char c, bool* matches) {
  size_t at = 1;
  const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (negated) ++at;
  bool found = false;
  for (const size_t first = at; at < pattern.size(); ++at) {
    if (pattern[at] == ']' && at > first) {
      *matches = found != negated;
      return at + 1;
    }
    if (at + 2 < pattern.size() && pattern[at + 1] == '-' && pattern[at + 2] != ']') {
      found = found || (pattern[at] <= c && c <= pattern[at + 2]);
      at += 2;
    } else {
      found = found || pattern[at] == c;
    }
  }
  return 0;
}

// Files below `folder` that match the components from `at` on.
void Walk(const std::string& folder, const std::vector<std::string>& parts, size_t at, int depth,
          std::vector<std::string>* found) {
  constexpr int kMostDepth = 32;
  if (depth > kMostDepth) return;
  const std::string& part = parts[at];
  const bool last = at + 1 == parts.size();
  if (part == "**") {
    if (!last) Walk(folder, parts, at + 1, depth + 1, found);
    for (const Entry& entry : List(folder)) {
      if (entry.name[0] == '.') continue;
      if (entry.folder) {
        Walk(folder + "/" + entry.name, parts, at, depth + 1, found);
      } else if (last) {
        found->push_back(folder + "/" + entry.name);
      }
    }
    return;
  }
  if (!HasWildcard(part)) {
    const std::string path = folder + "/" + part;
    if (!last) {
      Walk(path, parts, at + 1, depth + 1, found);
    } else if (FileExists(path) && !IsFolder(path)) {
      found->push_back(path);
    }
    return;
  }
  for (const Entry& entry : List(folder)) {
    if (entry.name[0] == '.' && part[0] != '.') continue;
    if (!MatchName(part, entry.name)) continue;
    if (last && !entry.folder) found->push_back(folder + "/" + entry.name);
    if (!last && entry.folder) Walk(folder + "/" + entry.name, parts, at + 1, depth + 1, found);
  }
}

std::vector<std::string> FilesBeside(const std::string& absolute) {
  std::vector<std::string> names;
  for (const Entry& entry : List(FolderOf(absolute))) {
    if (!entry.folder && entry.name[0] != '.') names.push_back(entry.name);
  }
  return names;
}

}  // namespace

std::string FolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string FileName(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

bool IsGlob(const std::string& path) {
  return HasWildcard(path) && !FileExists(path);
}

bool MatchName(std::string_view pattern, std::string_view name) {
  size_t p = 0;
  size_t n = 0;
  size_t star = std::string_view::npos;
  size_t resume = 0;
  while (n < name.size()) {
    bool matches = false;
    size_t step = 1;
    size_t width = 1;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = n;
      continue;
    }
    if (p < pattern.size()) {
      if (pattern[p] == '?') {
        matches = true;
        width = CharacterSize(name.substr(n));
      } else if (pattern[p] == '[') {
        step = MatchClass(pattern.substr(p), name[n], &matches);
        if (step == 0) {
          step = 1;
          matches = name[n] == '[';
        }
      } else {
        matches = pattern[p] == name[n];
      }
    }
    if (matches) {
      p += step;
      n += width;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*')
    ++p;
  return p == pattern.size();
}

Error NoSuchFile(const std::string& absolute, const std::string& as_written) {
  Error error(Code::kNotFound, "no_such_file", Msg("{}: no such file", as_written));
  error.object = as_written;
  const std::string folder = FolderOf(absolute);
  if (!IsFolder(folder)) {
    error.hint = Msg("the folder {} does not exist", folder);
    return error;
  }
  error.hint = DidYouMean(FileName(absolute), FilesBeside(absolute));
  if (error.hint.empty()) error.hint = Msg("looked in {}", folder);
  return error;
}

Result<std::vector<std::string>> ExpandPath(const std::string& path, const std::string& folder) {
  const std::string absolute = AbsolutePath(path, folder);
  if (IsFolder(absolute)) {
    return Fail(Error(Code::kInvalid, "is_a_folder", Msg("{}: is a folder, not a file", path))
                    .About(path)
                    .Hint(Msg("name its files with a pattern, e.g. {}/*.csv", path)));
  }
  if (!IsGlob(absolute)) {
    if (!FileExists(absolute)) return Fail(NoSuchFile(absolute, path));
    return std::vector<std::string>{absolute};
  }
  std::vector<std::string> parts;
  for (size_t at = 1; at <= absolute.size();) {
    const size_t slash = std::min(absolute.find('/', at), absolute.size());
    if (slash > at) parts.push_back(absolute.substr(at, slash - at));
    at = slash + 1;
  }
  std::vector<std::string> found;
  Walk("", parts, 0, 0, &found);
  std::erase_if(found, [](const std::string& file) {
    return FileName(file).find(".aietl-") != std::string::npos;
  });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (!found.empty()) return found;
  Error error(Code::kNotFound, "no_such_file", Msg("{}: no file matches", path));
  error.object = path;
  std::vector<std::string> names = FilesBeside(absolute);
  const std::vector<std::string> near = NearestNames(FileName(absolute), names);
  if (!near.empty()) {
    error.hint = DidYouMean(FileName(absolute), names);
  } else if (!names.empty()) {
    error.hint = Msg("{} has {} and {} more", FolderOf(absolute), names.front(), names.size() - 1);
  } else {
    error.hint = Msg("looked in {}", FolderOf(absolute));
  }
  return Fail(std::move(error));
}

}  // namespace aietl::connectors::files
