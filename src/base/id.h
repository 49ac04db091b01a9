// Identifiers that sort by time and can be read aloud.
#pragma once

#include <string>

#include "base/clock.h"

namespace aietl {

// "20240131-120000-3f9a1c2b": UTC second and 32 random bits. Unique enough for runs of one store.
std::string NewRunId(const Clock& clock);

}  // namespace aietl
