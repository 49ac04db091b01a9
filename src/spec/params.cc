#include "spec/params.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "spec/names.h"

namespace aietl::spec {
namespace {

struct Param {
  std::string name;
  std::optional<std::string> value;  // none: must be given
  bool quoted = false;
  Place place;
  bool used = false;
};

std::vector<std::string> NamesOf(const std::vector<Param>& params) {
  std::vector<std::string> out;
  for (const Param& param : params)
    out.push_back(param.name);
  return out;
}

std::vector<Param> DeclaredParams(const json::Node& root, Findings& findings) {
  std::vector<Param> out;
  const json::Node* params = root.Find("params");
  if (params == nullptr || params->kind != json::NodeKind::kMapping) return out;
  for (const auto& [key, value] : params->members) {
    const Place place = findings.PlaceOf(key);
    if (!IsName(key.text)) {
      findings
          .Error("bad_name", place, "params." + key.text,
                 Msg("{} cannot be the name of a parameter", Quoted(key.text)))
          .hint = Tr("use letters, digits and underscores, and start with a letter");
    }
    Param param{key.text, std::nullopt, value.quoted, place};
    if (value.kind == json::NodeKind::kScalar) param.value = value.text;
    out.push_back(std::move(param));
  }
  return out;
}

void Override(std::vector<Param>& params,
              const std::vector<std::pair<std::string, std::string>>& given, Findings& findings) {
  for (const auto& [name, value] : given) {
    const auto found =
        std::find_if(params.begin(), params.end(), [&](const Param& p) { return p.name == name; });
    if (found != params.end()) {
      found->value = value;
      continue;
    }
    Problem& problem = findings.Error(
        "unknown_param", {findings.file(), 0, 0}, name,
        Msg("--param {} is given, but the document declares no such parameter", name));
    problem.hint = params.empty() ? Msg("declare it: params: {{{}: …}}", name)
                                  : DidYouMeanOrList(name, NamesOf(params));
  }
}

// Which quotes a place in a SQL text stands in: ', " or 0. Comments hide quotes.
class SqlQuotes {
 public:
  void Pass(std::string_view text) {
    for (size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      const char next = i + 1 < text.size() ? text[i + 1] : '\0';
      if (comment_ == '-') {
        if (c == '\n') comment_ = 0;
      } else if (comment_ == '*') {
        if (c == '*' && next == '/') comment_ = 0, ++i;
      } else if (quote_ != 0) {
        if (c == quote_) quote_ = 0;
      } else if (c == '\'' || c == '"') {
        quote_ = c;
      } else if (c == '-' && next == '-') {
        comment_ = '-';
      } else if (c == '/' && next == '*') {
        comment_ = '*', ++i;
      }
    }
  }
  std::string Escape(const std::string& value) const {
    if (quote_ == 0) return value;
    std::string out;
    for (const char c : value)
      out.append(c == quote_ ? 2 : 1, c);
    return out;
  }

 private:
  char quote_ = 0;
  char comment_ = 0;
};

// What kind of text stands at a path of the document.
enum class Context { kPlain, kSql, kSecretsAllowed, kName };

// A path like {"checks", "[0]", "sql"}.
Context ContextOf(const std::vector<std::string>& path) {
  if (path.empty()) return Context::kPlain;
  if (path[0] == "steps" || (path[0] == "checks" && path.back() == "sql") ||
      path.back() == "order_by")
    return Context::kSql;
  if (path[0] == "sources" || path[0] == "targets") return Context::kSecretsAllowed;
  if (path[0] == "name" || path[0] == "version") return Context::kName;
  return Context::kPlain;
}

class Substituter {
 public:
  Substituter(std::vector<Param> params, const FileLines& file, Findings& findings,
              SubstitutedDocument& document)
      : params_(std::move(params)), file_(file), findings_(findings), document_(document) {}

  void Walk(json::Node& node) {
    if (path_.size() == 1 && path_[0] == "params") return CheckParamValues(node);
    if (node.kind == json::NodeKind::kScalar && node.text.find('$') != std::string::npos)
      return Replace(node);
    for (auto& [key, value] : node.members)
      Enter(key.text, value);
    for (size_t i = 0; i < node.items.size(); ++i)
      Enter("[" + std::to_string(i) + "]", node.items[i]);
  }

  std::vector<Param> Take() { return std::move(params_); }

 private:
  void Enter(std::string step, json::Node& node) {
    path_.push_back(std::move(step));
    Walk(node);
    path_.pop_back();
  }

  std::string Object() const {
    std::string out;
    for (const std::string& step : path_)
      out += (out.empty() || step.starts_with('[') ? "" : ".") + step;
    return out;
  }

  void CheckParamValues(const json::Node& params) {
    for (const auto& [key, value] : params.members) {
      const size_t at = value.text.find("${");
      if (at == std::string::npos || IsSecret(value.text.substr(at + 2))) continue;
      findings_
          .Error("param_in_param", findings_.PlaceOf(value), "params." + key.text,
                 Tr("a parameter's value cannot use other parameters"))
          .hint = Tr("write the value out");
    }
  }

  static bool IsSecret(std::string_view reference) {
    return reference.starts_with("env:") || reference.starts_with("file:");
  }

  void Replace(json::Node& node) {
    const std::string text = node.text;
    const Context context = ContextOf(path_);
    SqlQuotes quotes;
    Substituted record{node, {}};
    std::string out;
    std::optional<ScalarPlaces> places;
    const auto keep = [&](std::string_view piece) {
      out += piece;
      if (context == Context::kSql) quotes.Pass(piece);
    };
    size_t at = 0;
    while (at < text.size()) {
      const size_t dollar = text.find('$', at);
      keep(std::string_view(text).substr(at, dollar - at));
      if (dollar == std::string::npos) break;
      const std::string_view rest = std::string_view(text).substr(dollar);
      size_t size = 1;
      std::string value = "$";
      if (rest.starts_with("$$")) {
        size = 2;
      } else if (rest.starts_with("${")) {
        size = std::min(rest.find('}'), rest.size() - 1) + 1;
        value = Value({record.raw, places, dollar}, rest.substr(0, size), context, quotes);
      }
      if (size > 1) record.replacements.push_back({dollar, size, out.size(), value.size()});
      keep(value);
      at = dollar + size;
    }
    const bool alone = record.replacements.size() == 1 &&
                       record.replacements[0].raw_size == text.size() && text.starts_with("${");
    if (alone && context != Context::kSql) node.quoted = alone_quoted_;
    node.text = std::move(out);
    if (context == Context::kSql && !record.replacements.empty()) {
      document_.scalars.emplace(std::pair(node.line, node.column), std::move(record));
    }
  }

  // Where a `${…}` stands: its scalar, whose alignment is made when the first problem needs it.
  struct Reference {
    const json::Node& scalar;
    std::optional<ScalarPlaces>& places;
    size_t byte;
  };

  // The text for `${…}`; an error is reported once and the reference stays.
  std::string Value(const Reference& at, std::string_view reference, Context context,
                    const SqlQuotes& quotes) {
    const auto place = [&] {
      if (!at.places) at.places.emplace(file_, findings_.file(), at.scalar);
      return at.places->At(at.byte);
    };
    alone_quoted_ = true;
    if (!reference.ends_with('}')) {
      findings_
          .Error("unclosed_param", place(), Object(),
                 Msg("{} is not closed", Quoted(reference.substr(0, 24))))
          .hint = Tr("write ${name}, or $$ for a dollar sign");
      return std::string(reference);
    }
    const std::string name(reference.substr(2, reference.size() - 3));
    if (IsSecret(name)) {
      CheckSecretPlace(reference, place(), context);
      return std::string(reference);
    }
    if (context == Context::kName) {
      findings_
          .Error("param_not_allowed", place(), Object(),
                 Msg("{} cannot hold a parameter", path_[0]))
          .hint = Tr("history and state belong to the name: write it out");
      return std::string(reference);
    }
    const auto found = std::find_if(params_.begin(), params_.end(),
                                    [&](const Param& p) { return p.name == name; });
    if (found == params_.end()) {
      ReportUnknown(name, place());
      return std::string(reference);
    }
    found->used = true;
    if (!found->value) {
      if (missing_.insert(name).second) {
        findings_.Error("missing_param", place(), name, Msg("parameter {} has no value", name))
            .hint = Msg("give one: --param {}=…, or write a default under params", name);
      }
      return std::string(reference);
    }
    const size_t secret = found->value->find("${");
    if (secret != std::string::npos)
      CheckSecretPlace(std::string_view(*found->value).substr(secret), place(), context);
    alone_quoted_ = found->quoted;
    return quotes.Escape(*found->value);
  }

  void CheckSecretPlace(std::string_view reference, const Place& place, Context context) {
    if (context == Context::kSecretsAllowed) return;
    findings_
        .Error("secret_not_allowed", place, Object(),
               Msg("{} stands outside of sources and targets",
                   Quoted(reference.substr(0, reference.find('}') + 1))))
        .hint = Tr("secrets belong into a connection; use a parameter for other values");
  }

  void ReportUnknown(const std::string& name, const Place& place) {
    Problem& problem = findings_.Error("unknown_param", place, name,
                                       Msg("no parameter {} is declared", Quoted(name)));
    if (name.empty() || name.find(':') != std::string::npos) {
      problem.hint =
          Tr("write ${name} for a parameter, ${env:NAME} or ${file:PATH} for a secret, $$ for a "
             "dollar sign");
    } else {
      problem.hint = DidYouMean(name, NamesOf(params_));
      if (problem.hint.empty()) problem.hint = Msg("declare it: params: {{{}: …}}", name);
    }
  }

  std::vector<Param> params_;
  const FileLines& file_;
  Findings& findings_;
  SubstitutedDocument& document_;
  std::vector<std::string> path_;
  std::set<std::string> missing_;
  bool alone_quoted_ = true;  // of the last value: whether it counts as quoted when it stands alone
};

}  // namespace

SubstitutedDocument SubstituteParams(const json::Node& root,
                                     const std::vector<std::pair<std::string, std::string>>& given,
                                     const FileLines& file, Findings& findings) {
  SubstitutedDocument document{root, {}, {}};
  std::vector<Param> params = DeclaredParams(root, findings);
  Override(params, given, findings);
  Substituter substituter(std::move(params), file, findings, document);
  substituter.Walk(document.root);
  for (Param& param : substituter.Take()) {
    if (!param.used && !HasErrors(*findings.problems())) {
      findings
          .Warning("unused_param", param.place, param.name,
                   Msg("parameter {} is not used", param.name))
          .hint = Msg("write ${{{}}} where its value belongs, or leave it out", param.name);
    }
    document.params.emplace_back(param.name, param.value.value_or(""));
  }
  return document;
}

}  // namespace aietl::spec
