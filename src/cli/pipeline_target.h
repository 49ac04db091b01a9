// The argument of plan and run: a document or a sentence, either way a pipeline.
#pragma once

#include <optional>
#include <string>

#include "cli/command.h"
#include "runs/run.h"
#include "spec/pipeline.h"

namespace aietl::cli {

// Where relative paths on the command line start; empty when it is gone.
std::string WorkingFolder();

struct Wanted {
  spec::Pipeline pipeline;
  std::string sentence;  // empty for a document
  Problems warnings;
};

// Reads and checks a document offline: parse, references, SQL syntax, sandbox. Everything that is
// wrong is in the error's problems.
Result<spec::Pipeline> LoadDocument(const std::string& text, const std::string& file,
                                    const std::string& folder, Command& command,
                                    Problems* warnings);

// The sentence's document. Questions are asked where somebody can answer (the answers are kept in
// `answers`), else they are returned in the synthesis.
Result<synthesis::Synthesis> Synthesise(const std::string& sentence, Command& command);

// The pipeline to plan or run, or an exit code with everything printed.
struct WantedOrExit {
  std::optional<Wanted> wanted;
  int exit_code = 0;
};
WantedOrExit ReadTarget(Command& command);

Result<runs::RunOptions> RunOptionsOf(const Arguments& arguments);
Result<runs::RunContext> ContextOf(Command& command);

}  // namespace aietl::cli
