// Credentials by reference, so that documents and the store never hold them in the clear.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace aietl::config {

// Resolves `${env:NAME}`, `${file:/path}` inside a text (file content without a trailing newline);
// anything else stays. Unknown references are errors that name the reference.
Result<std::string> ResolveSecrets(std::string_view text);

// A URI or text with passwords and other secret parts shown as "***" (user:password@, password=,
// token=, key= …).
std::string MaskSecrets(std::string_view text);

}  // namespace aietl::config
