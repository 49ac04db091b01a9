// Questions of a public set as the network sees them, one JSON line each: what training reads
// (docs in tools/train/README.md). With --oracle it counts instead what the query form can say:
// gold → form → SQL → the same rows, and the same with only what the question's words link to.

#include <CLI/CLI.hpp>

#include <cstdio>
#include <map>
#include <memory>
#include <string>

#include "base/text.h"
#include "connectors/registry.h"
#include "data/database.h"
#include "json/value.h"
#include "sql/translate/translate.h"
#include "synthesis/learned/actions.h"
#include "synthesis/learned/form_sql.h"
#include "synthesis/learned/gold_form.h"
#include "synthesis/learned/value_index.h"
#include "synthesis/measure/hardness.h"
#include "synthesis/measure/measured_database.h"
#include "tools/train/set_options.h"

namespace {

using namespace aietl;
using namespace aietl::synthesis;
using namespace aietl::synthesis::learned;

std::string Base64(const std::vector<uint8_t>& bytes) {
  static constexpr char kLetters[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    const auto at = [&](size_t k) { return i + k < bytes.size() ? bytes[i + k] : 0u; };
    const unsigned three = at(0) << 16 | at(1) << 8 | at(2);
    out += kLetters[three >> 18];
    out += kLetters[three >> 12 & 63];
    out += i + 1 < bytes.size() ? kLetters[three >> 6 & 63] : '=';
    out += i + 2 < bytes.size() ? kLetters[three & 63] : '=';
  }
  return out;
}

json::Value Texts(const std::vector<std::string>& texts) {
  json::Array out;
  for (const std::string& text : texts)
    out.push_back(text);
  return out;
}

json::Value NodeJson(const Node& node) {
  return json::Array{static_cast<int64_t>(node.kind),
                     static_cast<int64_t>(node.type),
                     static_cast<int64_t>(node.flags),
                     Texts(node.stems),
                     Texts(node.cues),
                     Texts(node.glosses),
                     static_cast<int64_t>(node.ref),
                     static_cast<int64_t>(node.begin),
                     static_cast<int64_t>(node.end),
                     node.text};
}

json::Value AllowedJson(const std::vector<Step>& steps, const learned::QuestionGraph& graph) {
  json::Array out;
  Decoder decoder;
  for (const Step step : steps) {
    const Allowed allowed = decoder.Next();
    out.push_back(json::Array{static_cast<int64_t>(allowed.actions & 0xffffffff),
                              static_cast<int64_t>(allowed.actions >> 32),
                              static_cast<int64_t>(allowed.kinds)});
    decoder.Apply(step, step >= kPointer ? graph.nodes[static_cast<size_t>(step - kPointer)].kind
                                         : NodeKind::kWord);
  }
  return out;
}

json::Value Meta() {
  json::Array actions;
  for (int a = 0; a < kGrammarActions; ++a)
    actions.push_back(std::string(ActionName(static_cast<Action>(a))));
  json::Value out = json::Object{};
  out.Set("actions", std::move(actions));
  out.Set("pointer", static_cast<int64_t>(kPointer));
  out.Set("kinds", static_cast<int64_t>(kNodeKinds));
  out.Set("types", int64_t{5});
  out.Set("flags", static_cast<int64_t>(kNodeFlags));
  out.Set("relations", static_cast<int64_t>(kRelations));
  return out;
}

// One database with what is learned of it.
struct Prepared {
  std::unique_ptr<MeasuredDatabase> database;
  std::unique_ptr<Schema> schema;
  std::unique_ptr<ValueIndex> values;
};

std::string DatabaseName(const SetQuestion& question) {
  if (!question.table.empty()) return question.table;
  const size_t slash = question.database.rfind('/');
  const std::string file = question.database.substr(slash + 1);
  return file.substr(0, file.rfind('.'));
}

std::optional<ResultRows> RunForm(const QueryForm& form, const Prepared& prepared,
                                  std::string& sql) {
  const std::optional<std::string> duck = SqlOf(form, *prepared.schema);
  if (!duck) return std::nullopt;
  sql = *duck;
  const sql::Translation translation = sql::Translate(
      *duck, sql::DialectOf(sql::DialectId::kDuckdb), sql::DialectOf(sql::DialectId::kSqlite));
  if (!translation.problems.empty()) return std::nullopt;
  return prepared.database->Run(translation.sql);
}

class Oracle {
 public:
  void Count(const SetQuestion& question, const GoldForm& gold, const learned::QuestionGraph& graph,
             const std::optional<std::vector<Step>>& steps, const Prepared& prepared) {
    ++all_;
    if (!gold.form) {
      ++why_[gold.why];
      return;
    }
    ++sayable_;
    const std::optional<ResultRows> wanted = prepared.database->Run(question.gold);
    const bool ordered = ShapeOf(question.gold).ordered;
    std::string sql;
    const std::optional<ResultRows> got = RunForm(*gold.form, prepared, sql);
    const bool equal = wanted && got && SameRows(*wanted, *got, ordered);
    equal_ += equal;
    if (!equal) Tell("printed", question, sql);
    if (!steps) {
      ++why_["not linked"];
      Tell("not linked", question, sql);
      return;
    }
    ++linked_;
    const std::optional<QueryForm> again = FormOf(*steps, graph);
    const std::optional<ResultRows> back = again ? RunForm(*again, prepared, sql) : std::nullopt;
    const bool same = wanted && back && SameRows(*wanted, *back, ordered);
    linked_equal_ += same;
    if (equal && !same) Tell("linked", question, sql);
  }

  void Print() const {
    const auto percent = [&](int64_t n) {
      return 100.0 * static_cast<double>(n) / static_cast<double>(all_);
    };
    std::printf(
        "questions %ld\nsayable %.1f %%\nprinted equal %.1f %%\nlinked %.1f %%\n"
        "linked and equal %.1f %%\n",
        static_cast<long>(all_), percent(sayable_), percent(equal_), percent(linked_),
        percent(linked_equal_));
    for (const auto& [why, count] : why_)
      std::printf("  %5ld %s\n", static_cast<long>(count), why.c_str());
  }
  bool tell = false;

 private:
  void Tell(const char* what, const SetQuestion& question, const std::string& sql) const {
    if (!tell) return;
    std::printf("%s\t%s\t%s\n\tgold %s\n\tform %s\n", what, DatabaseName(question).c_str(),
                question.question.c_str(), question.gold.c_str(), sql.c_str());
  }

  int64_t all_ = 0, sayable_ = 0, equal_ = 0, linked_ = 0, linked_equal_ = 0;
  std::map<std::string, int64_t> why_;
};

struct Options {
  SetOptions set;
  bool oracle = false, tell = false;
};

Result<void> Export(const Options& options) {
  AIETL_ASSIGN(std::vector<SetQuestion> questions, ReadQuestionSet(options.set.Request()));
  if (options.set.limit > 0 && options.set.limit < questions.size())
    questions.resize(options.set.limit);
  const std::unique_ptr<connectors::Registry> registry = connectors::MakeRegistry();
  AIETL_ASSIGN(const std::unique_ptr<data::Database> database, data::Database::Open({}));
  const SynthesisContext context{*registry, *database};
  Oracle oracle;
  oracle.tell = options.tell;
  Prepared prepared;
  std::string opened;
  for (const SetQuestion& question : questions) {
    if (const std::string key = question.database + "\n" + question.table; key != opened) {
      AIETL_ASSIGN(prepared.database, MeasuredDatabase::Open(question, context, {}));
      prepared.schema = std::make_unique<Schema>(SchemaOf(prepared.database->catalog()));
      prepared.values =
          std::make_unique<ValueIndex>(prepared.database->catalog(), *prepared.schema);
      opened = key;
    }
    const learned::QuestionGraph graph =
        MakeQuestionGraph(Tokenise(question.question), *prepared.schema, *prepared.values);
    const GoldForm gold = FormOfSql(question.gold, *prepared.schema);
    const std::optional<std::vector<Step>> steps =
        gold.form ? StepsOf(*gold.form, graph) : std::nullopt;
    if (options.oracle) {
      oracle.Count(question, gold, graph, steps, prepared);
      continue;
    }
    json::Array nodes;
    for (const Node& node : graph.nodes)
      nodes.push_back(NodeJson(node));
    json::Value line = json::Object{};
    line.Set("id", question.id);
    line.Set("db", DatabaseName(question));
    line.Set("question", question.question);
    line.Set("gold", question.gold);
    line.Set("nodes", std::move(nodes));
    line.Set("rel", Base64(graph.relations));
    line.Set("steps", json::Value());
    line.Set("allow", json::Value());
    if (steps) {
      json::Array list;
      for (const Step step : *steps)
        list.push_back(static_cast<int64_t>(step));
      line.Set("steps", std::move(list));
      line.Set("allow", AllowedJson(*steps, graph));
    }
    const std::string text = json::Write(line) + "\n";
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  if (options.oracle) oracle.Print();
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Questions as the network sees them");
  Options options;
  bool meta = false;
  options.set.AddTo(app);
  app.add_flag("--oracle", options.oracle, "count what the form can say");
  app.add_flag("--tell", options.tell, "with --oracle: each question that is lost");
  app.add_flag("--meta", meta, "print sizes and names");
  CLI11_PARSE(app, argc, argv);
  if (meta) {
    std::printf("%s\n", json::Write(Meta()).c_str());
    return 0;
  }
  const Result<void> done = Export(options);
  if (done) return 0;
  std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return 1;
}
