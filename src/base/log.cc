#include "base/log.h"

#include <fmt/format.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <cmath>

#include "base/clock.h"

namespace aietl {
namespace {

void AppendJsonString(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  out += '"';
}

struct FieldPrinter {
  std::string& out;
  void operator()(const std::string& text) const { AppendJsonString(out, text); }
  void operator()(int64_t number) const { out += std::to_string(number); }
  void operator()(double number) const {
    out += std::isfinite(number) ? fmt::format("{}", number) : std::string("null");
  }
  void operator()(bool flag) const { out += flag ? "true" : "false"; }
};

class FileLog final : public EventSink {
 public:
  explicit FileLog(std::shared_ptr<spdlog::logger> logger) : logger_(std::move(logger)) {}

  void Emit(const Event& event) override {
    std::string line = "{\"at\":\"" + FormatTimestamp(SystemClock().Now()) + "\",\"type\":";
    AppendJsonString(line, event.type);
    for (const auto& [name, value] : event.fields) {
      line += ',';
      AppendJsonString(line, name);
      line += ':';
      std::visit(FieldPrinter{line}, value);
    }
    logger_->info("{}}}", line);
  }

 private:
  std::shared_ptr<spdlog::logger> logger_;  // shared: spdlog's own type
};

class NoLog final : public EventSink {
 public:
  void Emit(const Event&) override {}
};

}  // namespace

std::unique_ptr<EventSink> OpenLog(const std::string& path) {
  try {
    auto sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(path);
    auto logger = std::make_shared<spdlog::logger>("aietl", std::move(sink));
    logger->set_pattern("%v");
    logger->flush_on(spdlog::level::info);
    logger->set_error_handler([](const std::string&) {});
    ::chmod(path.c_str(), 0600);
    return std::make_unique<FileLog>(std::move(logger));
  } catch (const std::exception&) {
    return std::make_unique<NoLog>();
  }
}

}  // namespace aietl
