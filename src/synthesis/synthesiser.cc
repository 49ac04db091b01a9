#include "synthesis/synthesiser.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "base/text.h"
#include "base/utf8.h"
#include "engine/binder.h"
#include "spec/parse.h"
#include "synthesis/ask/linker.h"
#include "synthesis/ask/phrase_grammar.h"
#include "synthesis/pipeline/catalog_builder.h"
#include "synthesis/pipeline/check_words.h"
#include "synthesis/pipeline/load_words.h"
#include "synthesis/pipeline/places.h"
#include "synthesis/pipeline/schedule.h"
#include "synthesis/text/lexicon.h"

namespace aietl::synthesis {
namespace {

// Words of things that a pipeline does not do.
bool IsOutOfScope(const std::vector<Token>& tokens, Span* words) {
  for (size_t i = 0; i < tokens.size(); ++i) {
    const std::string& w = tokens[i].lower;
    const bool send =
        w == "send" || w.starts_with("отправ") || w.starts_with("пришли") || w == "mail";
    if (send) {
      for (size_t k = i + 1; k < std::min(tokens.size(), i + 6); ++k) {
        for (const std::string_view beginning : {"email", "e-mail", "slack", "telegram", "телеграм",
                                                 "почт", "mail", "письм", "sms", "смс"}) {
          if (tokens[k].lower.starts_with(beginning)) {
            *words = {tokens[i].span.begin, tokens[k].span.end};
            return true;
          }
        }
      }
    }
    if (w == "train" || w.starts_with("обучи") || w == "predict" || w.starts_with("предскаж") ||
        w.starts_with("спрогноз") || w == "forecast" || w == "truncate") {
      *words = tokens[i].span;
      return true;
    }
    if ((w == "delete" || w.starts_with("удали") || w == "drop" || w.starts_with("снеси")) &&
        i + 1 < tokens.size()) {
      size_t next = i + 1;
      while (next < tokens.size() &&
             (tokens[next].lower == "the" || tokens[next].lower == "file" ||
              tokens[next].lower == "table" || tokens[next].lower.starts_with("файл") ||
              tokens[next].lower.starts_with("таблиц") || tokens[next].lower == "source")) {
        ++next;
      }
      if (next < tokens.size() &&
          (tokens[next].kind == TokenKind::kPath ||
           (next > i + 1 &&
            (tokens[next - 1].lower.starts_with("таблиц") || tokens[next - 1].lower == "table" ||
             tokens[next - 1].lower == "file" || tokens[next - 1].lower.starts_with("файл"))))) {
        *words = {tokens[i].span.begin, tokens[next].span.end};
        return true;
      }
    }
  }
  return false;
}

class DocumentBuilder {
 public:
  DocumentBuilder(const SynthesisRequest& request, const SynthesisContext& context, StopToken stop)
      : request_(request), context_(context), stop_(stop) {}

  Result<Synthesis> Write() {
    // What the words mean is read while the sources are looked at.
    const std::jthread reads_words([] {
      (void)Lexicon::Cues();
      (void)Lexicon::Concepts();
      (void)PhraseGrammar::Builtin();
    });
    query_.tokens = Tokenise(request_.sentence);
    query_.taken.assign(query_.tokens.size(), false);
    query_.language = request_.language.value_or(GuessLanguage(query_.tokens));
    // The rest of the process speaks the user's language, too: the sentence's, unless --lang says
    // otherwise.
    if (!request_.language) SetLanguage(query_.language);
    if (query_.tokens.empty())
      return Refuse("empty_sentence", Tr("the sentence is empty"),
                    Tr("say what to do, for example: aietl run \"paid orders from orders.csv into "
                       "paid.parquet\""),
                    {});
    Span words;
    if (IsOutOfScope(query_.tokens, &words)) {
      return Refuse("out_of_scope",
                    Tr("that is not something a pipeline does: it reads data, transforms it and "
                       "writes it to files and tables"),
                    Tr("say what to read, what to do with it and where to write it"), words);
    }
    schedule_ = FindSchedule(query_.tokens, &query_.taken);
    places_ = FindPlaces(query_.tokens, request_, &query_.taken);
    AIETL_ASSIGN(built_, BuildCatalog(places_, query_.tokens, request_, context_, stop_));
    out_.problems = built_.problems;
    if (HasErrors(out_.problems)) return std::move(out_);
    // What the sentence names outright usually suffices; what else lies about is looked at only
    // when it does not.
    const BuiltCatalog all = built_;
    if (!all.fixed.empty() && all.fixed.size() < all.catalog.relations.size()) {
      built_ = OnlyFixed(all);
      AIETL_TRY(UnderstandOver());
      if (HasErrors(out_.problems)) {
        built_ = all;
        AIETL_TRY(UnderstandOver());
      }
    } else {
      AIETL_TRY(UnderstandOver());
    }
    if (HasErrors(out_.problems)) {
      out_.questions.clear();
      return std::move(out_);
    }
    if (!out_.questions.empty()) {
      for (size_t i = 0; i < out_.questions.size(); ++i)
        out_.questions[i].id = "q" + std::to_string(i + 1);
      return std::move(out_);
    }
    if (!UsesAllNamed()) return std::move(out_);
    AIETL_TRY(Assemble());
    AIETL_TRY(Prove());
    return std::move(out_);
  }

 private:
  Synthesis Refuse(const char* code, std::string message, std::string hint, Span words) {
    out_.problems.push_back({code,
                             Severity::kError,
                             std::move(message),
                             {"", 1, words.begin + 1},
                             "",
                             std::move(hint)});
    return std::move(out_);
  }

  static BuiltCatalog OnlyFixed(const BuiltCatalog& all) {
    BuiltCatalog out;
    for (const int relation : all.fixed) {
      out.fixed.push_back(static_cast<int>(out.catalog.relations.size()));
      out.catalog.relations.push_back(all.catalog.relations[static_cast<size_t>(relation)]);
    }
    const auto has = [&](const std::string& name) {
      return std::any_of(out.catalog.relations.begin(), out.catalog.relations.end(),
                         [&](const Relation& relation) { return relation.name == name; });
    };
    for (const auto& key : all.catalog.keys) {
      if (has(key.first) && has(key.second.table)) out.catalog.keys.push_back(key);
    }
    return out;
  }

  Result<void> UnderstandOver() {
    query_.catalog = &built_.catalog;
    query_.sources.clear();
    query_.answers.clear();
    answered_ = 0;
    for (const int relation : built_.fixed)
      query_.sources.push_back(built_.catalog.relations[static_cast<size_t>(relation)].name);
    NumberAnswers();
    return Understand();
  }

  // Questions are numbered in the order in which they come up. Earlier answers are given in that
  // order, so the numbers are found again by asking with what is answered so far, one question
  // after the other.
  void NumberAnswers() { pending_answers_ = request_.answers; }

  Result<void> Understand() {
    for (size_t round = 0;; ++round) {
      out_.questions.clear();
      out_.problems = built_.problems;
      Read();
      AIETL_ASSIGN(answer_, writer_->Write(Asked()));
      out_.problems.insert(out_.problems.end(), answer_.problems.begin(), answer_.problems.end());
      out_.questions.insert(out_.questions.end(), answer_.questions.begin(),
                            answer_.questions.end());
      const bool applied = ApplyAnswers();
      if (!applied || round > 10) return {};
    }
  }

  // Turns "q1=b" into the answer of the first question still open; true when one was applied.
  bool ApplyAnswers() {
    bool applied = false;
    for (size_t i = 0; i < out_.questions.size(); ++i) {
      const Question& question = out_.questions[i];
      const std::string id = "q" + std::to_string(answered_ + i + 1);
      const auto found = pending_answers_.find(id);
      if (found == pending_answers_.end()) continue;
      const bool known =
          std::any_of(question.choices.begin(), question.choices.end(),
                      [&](const Choice& choice) { return choice.id == found->second; });
      if (!known) continue;
      query_.answers[question.key] = found->second;
      pending_answers_.erase(found);
      applied = true;
    }
    if (applied) answered_ = query_.answers.size();
    return applied;
  }

  QueryRequest Asked() const {
    QueryRequest request = query_;
    request.taken = taken_;
    return request;
  }

  // Mode, key, checks, target: what is not asked of the data.
  void Read() {
    taken_ = query_.taken;
    const Linker linker(built_.catalog);
    std::vector<int> sources = built_.fixed;
    if (sources.empty()) sources = Loose(linker);
    QueryRequest request = query_;
    request.taken = taken_;
    load_ = FindLoad(request, linker, sources, &taken_);
    request.taken = taken_;
    checks_ = FindChecks(request, linker, sources, &taken_);
    out_.problems.insert(out_.problems.end(), checks_.problems.begin(), checks_.problems.end());
    out_.questions.insert(out_.questions.end(), load_.questions.begin(), load_.questions.end());
    if (std::none_of(places_.begin(), places_.end(),
                     [](const PlaceMention& place) { return place.target; }))
      AskTarget();
    const bool needs_key = load_.mode == spec::Mode::kMerge || load_.mode == spec::Mode::kScd2 ||
                           load_.mode == spec::Mode::kDeleteInsert;
    if (needs_key && load_.key.empty()) {
      out_.problems.push_back(
          {"missing_key",
           Severity::kError,
           Msg("mode {} needs a key, and the sentence names none that is a column",
               spec::ModeName(load_.mode)),
           {"", 1, load_.words.begin + 1},
           "",
           Tr("say it like “merge … by customer_id”")});
    }
  }

  // Relations that the words name, best first.
  std::vector<int> Loose(const Linker& linker) const {
    std::vector<int> relations;
    const std::vector<std::vector<Reading>> readings = linker.Link(query_.tokens);
    for (size_t i = 0; i < readings.size(); ++i) {
      if (query_.taken[i]) continue;
      for (const Reading& reading : readings[i]) {
        if (reading.kind != LinkKind::kTable || reading.score < 0.85) continue;
        if (std::find(relations.begin(), relations.end(), reading.relation) == relations.end())
          relations.push_back(reading.relation);
      }
    }
    if (relations.empty() && built_.catalog.relations.size() == 1) relations.push_back(0);
    return relations;
  }

  void AskTarget() {
    Question question;
    question.key = "target";
    question.text = Tr("Where should the result go?");
    question.words = {0, static_cast<int>(Utf8Length(request_.sentence))};
    question.choices = {{"a", "result.parquet"}, {"b", "result.csv"}, {"c", "result.json"}};
    const auto answer = query_.answers.find("target");
    if (answer == query_.answers.end()) {
      out_.questions.push_back(std::move(question));
      return;
    }
    for (const Choice& choice : question.choices) {
      if (choice.id == answer->second) chosen_target_ = choice.text;
    }
  }

  const Relation& Rel(int relation) const {
    return built_.catalog.relations[static_cast<size_t>(relation)];
  }
  const std::string& ColumnName(const Column& column) const {
    return Rel(column.relation).info.columns[static_cast<size_t>(column.column)].name;
  }

  // What the sentence names outright is read: a query that does without it answers another
  // sentence.
  bool UsesAllNamed() {
    const QueryCandidate& candidate = answer_.candidates.front();
    for (const int relation : built_.fixed) {
      const std::string& name = Rel(relation).name;
      if (std::find(candidate.used.begin(), candidate.used.end(), name) != candidate.used.end())
        continue;
      out_.problems.push_back({"source_not_used",
                               Severity::kError,
                               Msg("{} is named, but nothing of it is asked for", name),
                               {"", 1, 1},
                               name,
                               Tr("say what to take from it, or leave it out")});
    }
    return !HasErrors(out_.problems);
  }

  Result<void> Assemble() {
    AIETL_CHECK(!answer_.candidates.empty());
    candidate_ = answer_.candidates.front();
    const bool copy = candidate_.sql.empty();
    std::vector<std::string> used = candidate_.used;
    step_ = copy ? candidate_.relation : candidate_.name;
    for (const Relation& relation : built_.catalog.relations) {
      if (step_ == relation.name && !copy) step_ += "_result";
    }
    json::Object sources;
    for (const std::string& name : used)
      AddSource(name, sources);
    for (const CheckMention& check : checks_.checks) {
      if (check.relation >= 0) AddSource(Rel(check.relation).name, sources);
    }
    json::Value document(
        json::Object{{"version", 1}, {"name", step_}, {"description", request_.sentence}});
    document.Set("sources", json::Value(std::move(sources)));
    if (!copy) document.Set("steps", json::Object{{step_, candidate_.sql}});
    if (!checks_.checks.empty()) document.Set("checks", Checks());
    document.Set("targets", Targets());
    if (schedule_)
      document.Set("schedule", json::Object{{"cron", schedule_->cron},
                                            {"timezone", schedule_->timezone},
                                            {"catchup", false}});
    out_.document = std::move(document);
    out_.confidence = candidate_.confidence;
    Links();
    Explain();
    return {};
  }

  void AddSource(const std::string& name, json::Object& sources) {
    for (const auto& [known, source] : sources) {
      if (known == name) return;
    }
    for (const Relation& relation : built_.catalog.relations) {
      if (relation.name != name) continue;
      json::Value source{json::Object{}};
      if (relation.path.empty()) {
        source.Set("connection", relation.connection);
        source.Set("table", relation.table);
      } else {
        source.Set("path", relation.path);
      }
      if (load_.incremental && load_.watermark && Rel(load_.watermark->relation).name == name) {
        source.Set("incremental", json::Object{{"watermark", ColumnName(*load_.watermark)}});
      }
      sources.emplace_back(name, std::move(source));
    }
  }

  json::Value Checks() const {
    json::Array list;
    for (const CheckMention& mention : checks_.checks) {
      json::Object check{{"on", mention.relation >= 0 ? Rel(mention.relation).name : step_}};
      for (const auto& [key, value] : mention.check.AsObject())
        check.emplace_back(key, value);
      list.emplace_back(std::move(check));
    }
    return list;
  }

  json::Value Targets() const {
    json::Array list;
    const auto finish = [&](json::Value target) {
      target.Set("mode", spec::ModeName(load_.mode));
      const bool keyed = load_.mode == spec::Mode::kMerge || load_.mode == spec::Mode::kScd2 ||
                         load_.mode == spec::Mode::kDeleteInsert;
      if (keyed) {
        json::Array key;
        for (const Column& column : load_.key)
          key.emplace_back(ColumnName(column));
        target.Set("key", std::move(key));
      }
      list.push_back(std::move(target));
    };
    for (const PlaceMention& place : places_) {
      if (!place.target) continue;
      json::Value target(json::Object{{"from", step_}});
      if (place.path.empty()) {
        target.Set("connection", place.connection);
        target.Set("table", place.table.empty() ? step_ : data::NameForPeople(place.table));
      } else {
        target.Set("path", place.path);
      }
      finish(std::move(target));
    }
    if (!chosen_target_.empty()) finish(json::Object{{"from", step_}, {"path", chosen_target_}});
    return list;
  }

  void Links() {
    const std::string prefix = candidate_.sql.empty() ? "/sources/" + step_ : "/steps/" + step_;
    for (const Link& link : candidate_.links)
      out_.links.push_back({link.words, link.text, prefix + "/" + link.part});
    const std::vector<Token>& tokens = query_.tokens;
    int target = 0;
    for (const PlaceMention& place : places_) {
      const Span words{tokens[static_cast<size_t>(place.begin)].span.begin,
                       tokens[static_cast<size_t>(place.end - 1)].span.end};
      const std::string text =
          place.path.empty() ? place.connection + " " + place.table : place.path;
      std::string part = "/targets/" + std::to_string(target);
      if (place.target) {
        ++target;
      } else {
        part = "/sources";
        for (const Relation& relation : built_.catalog.relations) {
          if (relation.path == place.path && relation.connection == place.connection &&
              (place.path.empty() ? relation.table == place.table : true))
            part = "/sources/" + relation.name;
        }
      }
      out_.links.push_back({words, text, std::move(part)});
    }
    if (load_.said)
      out_.links.push_back({load_.words, spec::ModeName(load_.mode), "/targets/0/mode"});
    if (schedule_) out_.links.push_back({schedule_->words, schedule_->cron, "/schedule"});
    for (size_t i = 0; i < checks_.checks.size(); ++i)
      out_.links.push_back({checks_.checks[i].words, "", "/checks/" + std::to_string(i)});
  }

  void Explain() {
    out_.explanation = candidate_.explanation;
    if (load_.said)
      out_.explanation += " " + Msg("Loads with mode {}.", spec::ModeName(load_.mode));
    if (!checks_.checks.empty())
      out_.explanation += " " + Plural(static_cast<int64_t>(checks_.checks.size()),
                                       "{} check guards it.", "{} checks guard it.");
    if (schedule_)
      out_.explanation +=
          " " + Msg("Meant to run at {} ({}).", schedule_->cron, schedule_->timezone);
  }

  // Nothing leaves here that the rest of the program would refuse.
  Result<void> Prove() {
    spec::ParseRequest parse;
    parse.text = spec::ToYaml(out_.document);
    parse.folder = request_.folder;
    Problems problems;
    const Result<spec::Pipeline> pipeline =
        spec::Parse(parse, context_.registry.endpoint_options(), &problems);
    if (pipeline) {
      const std::vector<size_t> order = engine::CheckPipelineSql(*pipeline, &problems);
      if (!HasErrors(problems)) {
        std::map<std::string, data::Schema> schemas;
        for (const Relation& relation : built_.catalog.relations) {
          data::Schema& schema = schemas[relation.name];
          for (size_t c = 0; c < relation.own_columns(); ++c) {
            const connectors::ColumnInfo& column = relation.info.columns[c];
            schema.columns.push_back({column.name, column.type, column.nullable});
          }
        }
        const Result<engine::Bound> bound =
            engine::BindPipeline(*pipeline, order, schemas, &problems, &context_.database);
        if (!bound) problems.push_back(bound.error().ToProblem());
      }
    } else if (!HasErrors(problems)) {
      problems.push_back(pipeline.error().ToProblem());
    }
    if (!HasErrors(problems)) return {};
    out_.document = json::Value();
    for (Problem& problem : problems) {
      problem.place = {};
      out_.problems.push_back(std::move(problem));
    }
    return {};
  }

  const SynthesisRequest& request_;
  const SynthesisContext& context_;
  StopToken stop_;
  std::unique_ptr<QueryWriter> writer_ = MakeBuiltinWriter();
  Synthesis out_;
  QueryRequest query_;
  std::vector<bool> taken_;
  std::optional<ScheduleMention> schedule_;
  std::vector<PlaceMention> places_;
  BuiltCatalog built_;
  LoadMention load_;
  CheckWords checks_;
  QueryAnswer answer_;
  QueryCandidate candidate_;
  std::string step_, chosen_target_;
  std::map<std::string, std::string> pending_answers_;
  size_t answered_ = 0;
};

class BuiltinSynthesiser final : public Synthesiser {
 public:
  Result<Synthesis> Write(const SynthesisRequest& request, const SynthesisContext& context,
                          StopToken stop) override {
    return DocumentBuilder(request, context, stop).Write();
  }
};

const char* SeverityName(Severity severity) {
  return severity == Severity::kError     ? "error"
         : severity == Severity::kWarning ? "warning"
                                          : "info";
}

}  // namespace

std::unique_ptr<Synthesiser> MakeBuiltinSynthesiser() {
  return std::make_unique<BuiltinSynthesiser>();
}

json::Value ToJson(const Synthesis& synthesis) {
  json::Array links, questions, problems;
  for (const Link& link : synthesis.links) {
    links.emplace_back(json::Object{{"words", json::Array{link.words.begin, link.words.end}},
                                    {"text", link.text},
                                    {"part", link.part}});
  }
  for (const Question& question : synthesis.questions) {
    json::Array choices;
    for (const Choice& choice : question.choices)
      choices.emplace_back(json::Object{{"id", choice.id}, {"text", choice.text}});
    questions.emplace_back(
        json::Object{{"id", question.id},
                     {"text", question.text},
                     {"words", json::Array{question.words.begin, question.words.end}},
                     {"choices", std::move(choices)}});
  }
  for (const Problem& problem : synthesis.problems) {
    json::Value out(json::Object{{"code", problem.code},
                                 {"severity", SeverityName(problem.severity)},
                                 {"message", problem.message}});
    if (problem.place.line > 0) out.Set("line", problem.place.line);
    if (problem.place.column > 0) out.Set("column", problem.place.column);
    if (!problem.object.empty()) out.Set("object", problem.object);
    if (!problem.hint.empty()) out.Set("hint", problem.hint);
    problems.push_back(std::move(out));
  }
  return json::Object{{"spec", synthesis.document},           {"confidence", synthesis.confidence},
                      {"explanation", synthesis.explanation}, {"links", std::move(links)},
                      {"questions", std::move(questions)},    {"problems", std::move(problems)}};
}

}  // namespace aietl::synthesis
