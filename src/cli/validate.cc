#include <filesystem>

#include "base/durable_file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/pipeline_target.h"
#include "cli/show.h"

namespace aietl::cli {

int Validate(Command& command) {
  const std::string& file = command.arguments.operands.front();
  Result<std::string> text = ReadFile(file);
  if (!text) {
    Error error = std::move(text.error());
    if (error.code != Code::kNotFound) error.code = Code::kInvalid;
    return Report(command, error);
  }
  std::error_code ignored;
  const std::string folder = AbsolutePath(std::filesystem::path(file).parent_path().string(),
                                          std::filesystem::current_path(ignored).string());
  Problems warnings;
  const Result<spec::Pipeline> pipeline = LoadDocument(*text, file, folder, command, &warnings);
  if (!pipeline) return Report(command, pipeline.error());
  for (const Problem& warning : warnings)
    command.terminal.Complain(Show(warning, command.terminal));
  command.terminal.Say(
      Msg("{} is a valid pipeline: {}, {}, {}", file,
          Plural(static_cast<int64_t>(pipeline->sources.size()), "{} source", "{} sources"),
          Plural(static_cast<int64_t>(pipeline->steps.size()), "{} step", "{} steps"),
          Plural(static_cast<int64_t>(pipeline->targets.size()), "{} target", "{} targets")));
  PrintResult(command, "succeeded", warnings);
  return 0;
}

}  // namespace aietl::cli
