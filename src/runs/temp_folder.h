// A folder that disappears with its owner.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/durable_file.h"

namespace aietl::runs {

class TempFolder {
 public:
  static Result<std::unique_ptr<TempFolder>> Make(const std::string& path) {
    AIETL_TRY(MakeFolder(path));
    return std::unique_ptr<TempFolder>(new TempFolder(path));
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  explicit TempFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

}  // namespace aietl::runs
