// The key of AIETL_HOME, and texts that are sealed with it.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace aietl::store {

class Keyring {
 public:
  explicit Keyring(const std::string& folder) : path_(folder + "/key") {}

  // Hexadecimal. The key is made (mode 0600) when there is none.
  Result<std::string> Seal(std::string_view context, std::string_view plain);
  // kDataLoss where the key is missing, another one, or the text was changed.
  Result<std::string> Unseal(std::string_view context, std::string_view hex);

  // The text itself unless it seems to hold a secret: then sealed, and marked as such.
  Result<std::string> Protect(std::string_view context, std::string_view text);
  Result<std::string> Reveal(std::string_view context, std::string_view stored);

  const std::string& path() const { return path_; }

 private:
  Result<std::string> Key(bool make);
  Result<std::string> MakeKey() const;

  std::string path_;
  std::string key_;  // empty: not read yet
};

}  // namespace aietl::store
