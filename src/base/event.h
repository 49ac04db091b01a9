// What happens is told to one sink as typed events, so that lower modules need not know who listens
// (progress, log, lineage, audit).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace aietl {

using FieldValue = std::variant<std::string, int64_t, double, bool>;

// `type` in snake_case ("run_started", "load_committed"). Fields never hold row values or secrets.
struct Event {
  std::string_view type;
  std::vector<std::pair<std::string_view, FieldValue>> fields;
};

// Emit may be called from any thread and must not block for long.
class EventSink {
 public:
  virtual ~EventSink() = default;
  virtual void Emit(const Event& event) = 0;
};

}  // namespace aietl
