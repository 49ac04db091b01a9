// What was sniffed of files, kept while the process lives: a plan and the run behind it look once.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/durable_file.h"
#include "connectors/files/csv_sniff.h"
#include "connectors/files/json_plan.h"

namespace aietl::connectors::files {

// Any thread. Keys hold the files' stamps, so that a changed file is looked at anew.
class SniffCache {
 public:
  static std::string Key(const std::vector<FileStamp>& stamps, const ReadOptions& options,
                         bool quick);
  std::optional<CsvSniff> FindCsv(const std::string& key) { return Find(csv_, key); }
  std::optional<JsonPlan> FindJson(const std::string& key) { return Find(json_, key); }
  void Keep(const std::string& key, const CsvSniff& sniff) { Put(&csv_, key, sniff); }
  void Keep(const std::string& key, const JsonPlan& plan) { Put(&json_, key, plan); }

 private:
  template <class T>
  std::optional<T> Find(const std::map<std::string, T>& entries, const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = entries.find(key);
    return found == entries.end() ? std::nullopt : std::optional<T>(found->second);
  }
  template <class T>
  void Put(std::map<std::string, T>* entries, const std::string& key, const T& value) {
    constexpr size_t kMost = 2000;
    const std::lock_guard lock(mutex_);
    if (entries->size() >= kMost) entries->clear();
    entries->insert_or_assign(key, value);
  }

  std::mutex mutex_;
  std::map<std::string, CsvSniff> csv_;
  std::map<std::string, JsonPlan> json_;
};

inline std::string SniffCache::Key(const std::vector<FileStamp>& stamps, const ReadOptions& options,
                                   bool quick) {
  std::string key = quick ? "quick\n" : "\n";
  for (const FileStamp& stamp : stamps) {
    key += stamp.path + "\n" + std::to_string(stamp.inode) + " " + std::to_string(stamp.size) +
           " " + std::to_string(stamp.mtime_ns) + "\n";
  }
  return key + Fingerprint(options);
}

}  // namespace aietl::connectors::files
