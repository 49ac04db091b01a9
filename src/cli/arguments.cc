#include "cli/arguments.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "config/options.h"

namespace aietl::cli {
namespace {

constexpr const char* kVersion = "aietl 0.1.0";

Language LanguageFrom(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
      return std::strcmp(argv[i + 1], "ru") == 0 ? Language::kRussian : Language::kEnglish;
    if (std::strncmp(argv[i], "--lang=", 7) == 0)
      return std::strcmp(argv[i] + 7, "ru") == 0 ? Language::kRussian : Language::kEnglish;
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && value[0] != '\0')
      return std::strncmp(value, "ru", 2) == 0 ? Language::kRussian : Language::kEnglish;
  }
  return Language::kEnglish;
}

// `--json` is a flag, but where a command writes results of its own.
void AddCommon(CLI::App* app, Arguments& a, bool json = true) {
  if (json) {
    app->add_flag("--json", a.json,
                  Tr("one JSON object a line on standard output; the last is the result"));
  }
  app->add_flag("--yes,-y", a.yes, Tr("do not ask before something is destroyed"));
  app->add_flag("--quiet,-q", a.quiet, Tr("no text but answers and problems"));
  app->add_option("--lang", a.lang, Tr("language of texts: en or ru"))
      ->check(CLI::IsMember({"en", "ru"}));
  app->add_flag("--no-color", a.no_color, Tr("no colours"));
}

void AddAnswers(CLI::App* app, Arguments& a) {
  app->add_option("--answer", a.answers, Tr("answers a question: ID=CHOICE, as often as needed"));
}

void AddRunFlags(CLI::App* app, Arguments& a) {
  AddAnswers(app, a);
  app->add_flag("--full-refresh", a.full_refresh,
                Tr("forget the watermark and build the targets anew"));
  app->add_option("--backfill", a.backfill,
                  Tr("load a range of the watermark again, slice by slice: A..B, both inclusive"));
  app->add_option("--sample", a.sample,
                  Tr("dry run: read so many rows of each source, check and show, write nothing"))
      ->check(CLI::PositiveNumber);
  app->add_option("--limit", a.limit, Tr("write at most so many rows to each target"))
      ->check(CLI::Range(int64_t{0}, std::numeric_limits<int64_t>::max(), "NUMBER"));
  app->add_option("--param", a.params, Tr("sets a parameter of the document: k=v"));
  app->add_option("--memory", a.memory,
                  Tr("memory for the engine, e.g. 300MB; beyond it work spills to disk"));
  app->add_option("--threads", a.threads, Tr("threads of the engine"))->check(CLI::PositiveNumber);
  app->add_option("--verify", a.verify,
                  Tr("full: counts and column checksums; counts: a later rollback of a DuckDB "
                     "table then tells "
                     "changes by the number of rows only; off"))
      ->check(CLI::IsMember({"full", "counts", "off"}));
}

struct Subverb {
  const char* name;
  const char* text;  // key of the catalogue
};

struct Verb {
  const char* name;
  const char* text;
  std::vector<Subverb> subverbs = {};
};

const std::vector<Verb>& Verbs() {
  static const std::vector<Verb> verbs = {
      {.name = "generate", .text = "turns a sentence into a pipeline document"},
      {.name = "validate", .text = "checks a document without opening any source"},
      {.name = "plan",
       .text = "shows what a run would read, write, create and cost; changes nothing"},
      {.name = "run", .text = "runs a document or a sentence"},
      {.name = "runs",
       .text = "the history of runs",
       .subverbs = {{.name = "list", .text = "earlier runs, newest first"},
                    {.name = "show", .text = "one run in full"},
                    {.name = "resume", .text = "goes on with an interrupted or failed run"},
                    {.name = "diff", .text = "what differs between two runs"}}},
      {.name = "rollback", .text = "puts the previous content of a run's targets back"},
      {.name = "connect",
       .text = "named connections",
       .subverbs = {{.name = "add", .text = "keeps a connection under a name, encrypted"},
                    {.name = "list", .text = "the known connections"},
                    {.name = "check", .text = "opens a connection and closes it"},
                    {.name = "discover", .text = "its tables, columns and keys"},
                    {.name = "preview", .text = "first rows of a table"},
                    {.name = "remove", .text = "forgets a connection"}}},
      {.name = "sql",
       .text = "questions answered, and the SQL core on its own",
       .subverbs = {{.name = "ask", .text = "answers a question with a SELECT and its rows"},
                    {.name = "parse",
                     .text = "the kinds and effects of statements, or what is wrong with them"},
                    {.name = "format", .text = "the same statements, laid out"},
                    {.name = "bind",
                     .text = "the output columns and their types, names looked up in a schema"},
                    {.name = "lineage", .text = "where each column comes from"},
                    {.name = "lint",
                     .text = "what is likely wrong or slow, and how to write it instead"},
                    {.name = "translate",
                     .text = "the same statements in another dialect, and what is lost"},
                    {.name = "guard",
                     .text = "whether statements only read, what they touch, and what may run"},
                    {.name = "injection", .text = "whether a statement carries injected SQL"},
                    {.name = "batch",
                     .text =
                         "JSON lines in and out: "
                         "{\"id\":1,\"op\":\"parse\",\"dialect\":\"postgres\",\"sql\":\"…\"}"}}},
      {.name = "bench",
       .text = "measures how well questions are answered",
       .subverbs = {{.name = "nl2sql",
                     .text = "answers a set of questions and compares with its gold queries"},
                    {.name = "compare",
                     .text = "whether two measured runs differ by more than chance"}}},
      {.name = "reference",
       .text = "the document's keys as a page, or its JSON Schema with --json"},
      {.name = "completion", .text = "prints completion for bash, zsh or fish"},
  };
  return verbs;
}

void Group(CLI::App* command) {
  command->group(Tr("Commands"));
  command->get_help_ptr()->group(Tr("Options"));
}

void Declare(CLI::App& root, Arguments& a) {
  for (const Verb& verb : Verbs()) {
    CLI::App* app = root.add_subcommand(verb.name, Tr(verb.text));
    Group(app);
    if (!verb.subverbs.empty()) {
      AddCommon(app, a);
      app->require_subcommand(1);
      for (const auto& [name, text] : verb.subverbs) {
        CLI::App* sub = app->add_subcommand(name, Tr(text));
        Group(sub);
        AddCommon(sub, a, std::string_view(name) != "nl2sql");
      }
    } else {
      AddCommon(app, a);
    }
  }
  const auto operand = [&](const char* path, const char* name, const char* text, int least = 1,
                           int most = 1) {
    CLI::App* app = &root;
    std::string_view rest(path);
    while (!rest.empty()) {
      const size_t blank = rest.find(' ');
      app = app->get_subcommand(std::string(rest.substr(0, blank)));
      rest = blank == std::string_view::npos ? std::string_view() : rest.substr(blank + 1);
    }
    auto* option = app->add_option(name, a.operands, text);
    if (least > 0) option->required()->expected(least, most);
    return app;
  };
  CLI::App* generate =
      operand("generate", "SENTENCE", Tr("what the pipeline shall do, in English or Russian"));
  generate->add_option("-o,--output", a.output,
                       Tr("file for the document (otherwise it is printed)"));
  AddAnswers(generate, a);
  operand("validate", "FILE", Tr("the document"))
      ->add_option("--param", a.params, Tr("sets a parameter of the document: k=v"));
  AddRunFlags(operand("plan", "TARGET", Tr("a document (.yaml, .yml, .json) or a sentence")), a);
  AddRunFlags(operand("run", "TARGET", Tr("a document (.yaml, .yml, .json) or a sentence")), a);
  CLI::App* list = root.get_subcommand("runs")->get_subcommand("list");
  list->add_option("--most", a.most, Tr("how many"))->check(CLI::PositiveNumber);
  list->add_option("--pipeline", a.pipeline, Tr("only this pipeline's"));
  operand("runs show", "RUN", Tr("a run's id or the beginning of it"));
  CLI::App* resume = operand("runs resume", "RUN", Tr("a run's id or the beginning of it"));
  resume->add_option("--memory", a.memory,
                     Tr("memory for the engine, e.g. 300MB; beyond it work spills to disk"));
  resume->add_option("--threads", a.threads, Tr("threads of the engine"))
      ->check(CLI::PositiveNumber);
  operand("runs diff", "RUN", Tr("two runs"), 2, 2);
  operand("rollback", "RUN", Tr("a run's id or the beginning of it"));
  operand("connect add", "NAME_URI", Tr("a name and a URI: shop sqlite:///shop.db"), 2, 2)
      ->add_flag("--replace", a.replace, Tr("replace an existing connection"));
  for (const char* path : {"connect check", "connect discover"})
    operand(path, "NAME", Tr("the connection's name, a URI or a file"));
  operand("connect remove", "NAME", Tr("the connection's name"));
  operand("connect preview", "NAME_TABLE", Tr("the connection's name and a table; or a file"), 1, 2)
      ->add_option("--rows", a.rows, Tr("how many rows"))
      ->check(CLI::PositiveNumber);
  root.get_subcommand("sql")
      ->get_subcommand("translate")
      ->add_option("--to", a.to,
                   Tr("postgres, mysql, sqlite, duckdb, snowflake, clickhouse or spark"))
      ->required();
  for (const char* path : {"sql parse", "sql format", "sql bind", "sql lineage", "sql lint",
                           "sql translate", "sql guard", "sql injection"}) {
    operand(path, "SQL", Tr("SQL, a file of it, or - for standard input"), 0)
        ->add_option("--dialect", a.dialect,
                     Tr("postgres, mysql, sqlite, duckdb, snowflake, clickhouse or spark"));
  }
  for (const char* name : {"bind", "lineage", "lint", "guard"}) {
    root.get_subcommand("sql")->get_subcommand(name)->add_option(
        "--schema", a.sql_schema, Tr("a JSON file of tables, columns and types"));
  }
  root.get_subcommand("sql")->get_subcommand("lineage")->add_flag("--dot", a.dot,
                                                                  Tr("as a Graphviz graph"));
  root.get_subcommand("sql")->get_subcommand("guard")->add_option(
      "--policy", a.policy,
      Tr("a JSON file: allow, functions, deny_functions, tables (columns, rows), limit, "
         "statements"));
  root.get_subcommand("sql")
      ->get_subcommand("injection")
      ->add_option("--value", a.value,
                   Tr("a value from outside; the SQL then has ? where it goes"));
  CLI::App* ask =
      operand("sql ask", "QUESTION", Tr("a question about the data, in English or Russian"));
  ask->add_option(
      "--db", a.database,
      Tr("the database: a connection's name or a URI; otherwise the folder's data files"));
  ask->add_option("--rows", a.rows, Tr("how many rows"))->check(CLI::PositiveNumber);
  AddAnswers(ask, a);
  CLI::App* nl2sql = root.get_subcommand("bench")->get_subcommand("nl2sql");
  nl2sql->add_option("--format", a.format, Tr("how the set is written: spider or wikisql"))
      ->check(CLI::IsMember({"spider", "wikisql"}));
  nl2sql->add_option("--questions", a.questions, Tr("file with the questions"))->required();
  nl2sql->add_option("--tables", a.tables, Tr("file with the tables (wikisql)"));
  nl2sql
      ->add_option("--databases", a.databases,
                   Tr("folder of the SQLite databases, or the one database file (wikisql)"))
      ->required();
  nl2sql->add_option("--limit", a.limit, Tr("only the first so many questions"))
      ->check(CLI::PositiveNumber);
  nl2sql->add_option("--json", a.output, Tr("file for one JSON object a question"));
  operand("bench compare", "RESULTS", Tr("two files that bench nl2sql --json wrote"), 2, 2);
  operand("completion", "SHELL", Tr("bash, zsh or fish"));
}

std::string WithSuggestion(std::string text, const std::string& suggestion) {
  return suggestion.empty() ? text : text + ": " + suggestion;
}

// "unknown command explian: did you mean explain?" for the first word that is none.
std::string Suggestion(int argc, const char* const* argv) {
  std::string verb;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--lang") {
      ++i;
      continue;
    }
    if (word.starts_with("--")) {
      const std::string name = word.substr(0, word.find('='));
      const std::vector<std::string> flags = FlagNames(verb);
      if (!verb.empty() && std::find(flags.begin(), flags.end(), name) == flags.end()) {
        return WithSuggestion(Msg("unknown option {}", name), DidYouMean(name, flags));
      }
      continue;
    }
    if (word.starts_with("-")) continue;
    if (verb.empty()) {
      const std::vector<std::string> verbs = VerbNames();
      if (std::find(verbs.begin(), verbs.end(), word) == verbs.end()) {
        return WithSuggestion(Msg("unknown command {}", word), DidYouMean(word, verbs));
      }
      verb = word;
      continue;
    }
    const std::vector<std::string> subverbs = SubverbNames(verb);
    if (!subverbs.empty() && std::find(subverbs.begin(), subverbs.end(), word) == subverbs.end()) {
      return WithSuggestion(Msg("unknown command {} {}", verb, word), DidYouMean(word, subverbs));
    }
    if (!subverbs.empty()) verb += " " + word;
  }
  return {};
}

std::string_view Before(std::string_view text, std::string_view mark) {
  return text.substr(0, text.find(mark));
}

std::string_view After(std::string_view text, std::string_view mark) {
  const size_t at = text.find(mark);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
}

std::string UnexpectedWords(const std::string& verb, const std::string& words) {
  const bool takes_sentence = verb == "run" || verb == "plan" || verb == "generate";
  if (takes_sentence)
    return Tr("there are several words where one is taken. Put a sentence into quotation marks");
  return Msg("not expected here: {}", words);
}

// CLI11's complaints in our own words, in the user's language: it names the option, then what it
// had expected.
std::string UsageProblem(const CLI::ParseError& error, const std::string& verb) {
  const std::string what = error.what(), kind = error.get_name();
  const std::string subject(Before(what, ":"));
  if (kind == "RequiredError") {
    const std::string missing(Before(what, " is required"));
    return missing == "A subcommand" ? std::string(Tr("a command is missing"))
                                     : Msg("{} is missing", missing);
  }
  if (kind == "ExtrasError") return UnexpectedWords(verb, std::string(After(what, ": ")));
  if (kind == "ArgumentMismatch") {
    // Words of a sentence that were not kept together.
    if (what.find("At Most") != std::string::npos) return UnexpectedWords(verb, subject);
    return Msg("{} lacks a value", subject);
  }
  if (kind == "ConversionError" || kind == "ValidationError") {
    const std::string_view choices = After(what, " not in {");
    if (!choices.empty())
      return Msg("{} takes one of these: {}; not {}", subject, Before(choices, "}"),
                 After(Before(what, " not in {"), ": "));
    const std::string option(kind == "ConversionError" && subject == "Could not convert"
                                 ? Before(After(what, ": "), " = ")
                                 : std::string_view(subject));
    const bool zero_allowed = what.find("not in range 0 to ") != std::string::npos;
    return zero_allowed ? Msg("{} takes zero or a number above it", option)
                        : Msg("{} takes a number above zero", option);
  }
  return what;
}

// CLI11's own words in help.
void NameParts(CLI::App* app) {
  app->get_formatter()->label("Usage", Tr("Usage"));
  app->get_formatter()->label("OPTIONS", Tr("OPTIONS"));
  app->get_formatter()->label("SUBCOMMAND", Tr("COMMAND"));
  app->get_formatter()->label("Positionals", Tr("Arguments"));
  app->get_formatter()->label("REQUIRED", Tr("REQUIRED"));
  app->get_formatter()->column_width(34);
}

}  // namespace

Parsed ParseArguments(int argc, const char* const* argv) {
  SetLanguage(LanguageFrom(argc, argv));
  Arguments a;
  CLI::App root{
      Tr("A sentence becomes a data pipeline: proved before it touches data, run fast, verified."),
      "aietl"};
  root.require_subcommand(1);
  NameParts(&root);
  root.option_defaults()->group(Tr("Options"));
  root.set_version_flag("--version", kVersion, Tr("the program's version"));
  root.set_help_flag("-h,--help", Tr("this help"));
  AddCommon(&root, a);
  Declare(root, a);
  try {
    root.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return {std::nullopt, root.help(), 0};
  } catch (const CLI::CallForAllHelp&) {
    return {std::nullopt, root.help("", CLI::AppFormatMode::All), 0};
  } catch (const CLI::CallForVersion&) {
    return {std::nullopt, kVersion, 0};
  } catch (const CLI::ParseError& error) {
    std::string text = Suggestion(argc, argv);
    if (text.empty()) text = UsageProblem(error, argc > 1 ? argv[1] : "");
    return {std::nullopt, text + "\n" + Tr("See: aietl --help"), 2};
  }
  const CLI::App* app = root.get_subcommands().front();
  a.verb = app->get_name();
  if (!app->get_subcommands().empty()) a.verb += " " + app->get_subcommands().front()->get_name();
  return {std::move(a), "", 0};
}

std::vector<std::string> VerbNames() {
  std::vector<std::string> names;
  for (const Verb& verb : Verbs())
    names.emplace_back(verb.name);
  return names;
}

std::vector<std::string> SubverbNames(const std::string& name) {
  std::vector<std::string> names;
  for (const Verb& verb : Verbs()) {
    if (name != verb.name) continue;
    for (const auto& [subverb, text] : verb.subverbs)
      names.emplace_back(subverb);
  }
  return names;
}

std::vector<std::string> FlagNames(const std::string& verb) {
  Arguments a;
  CLI::App root{"", "aietl"};
  Declare(root, a);
  CLI::App* app = &root;
  try {
    std::string_view rest(verb);
    while (!rest.empty()) {
      const size_t blank = rest.find(' ');
      app = app->get_subcommand(std::string(rest.substr(0, blank)));
      rest = blank == std::string_view::npos ? std::string_view() : rest.substr(blank + 1);
    }
  } catch (const CLI::OptionNotFound&) {
    return {};
  }
  std::vector<std::string> names;
  for (const CLI::Option* option : app->get_options()) {
    for (const std::string& name : option->get_lnames())
      names.push_back("--" + name);
  }
  return names;
}

}  // namespace aietl::cli
