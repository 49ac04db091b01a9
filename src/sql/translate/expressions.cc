// Expressions: functions by functions.map, and what operators and literals mean in each dialect.
#include <string>
#include <vector>

#include "sql/printer.h"
#include "sql/translate/internal/job.h"
#include "sql/translate/internal/kinds.h"
#include "sql/translate/internal/rules.h"
#include "sql/visit.h"

namespace aietl::sql {
namespace {

using enum DialectId;

// What stands beside a call's arguments and is carried over to what replaces the call.
struct CallDress {
  bool distinct = false;
  Span<OrderItem*> order_by;
  Expr* filter = nullptr;
  WindowSpec* over = nullptr;
  NullTreatment nulls = NullTreatment::kNone;

  bool any() const {
    return distinct || !order_by.empty() || filter != nullptr || over != nullptr ||
           nulls != NullTreatment::kNone;
  }
  static CallDress Take(Call& call) {
    CallDress dress{call.distinct, call.order_by, call.filter, call.over, call.nulls};
    call.distinct = false;
    call.order_by = {};
    call.filter = nullptr;
    call.over = nullptr;
    call.nulls = NullTreatment::kNone;
    return dress;
  }
  void Put(Call& call) const {
    call.distinct = distinct;
    call.order_by = order_by;
    call.filter = filter;
    call.over = over;
    call.nulls = nulls;
  }
};

// The call inside a spelling that holds the first argument: the aggregate that a dress belongs to.
Call* DressedCall(Expr* spelling, const Expr* first) {
  Call* found = nullptr;
  Walk(*spelling, [&](Node& node) {
    if (found != nullptr || &node == first) return false;
    Call* call = As<Call>(&node);
    if (call == nullptr) return true;
    for (Argument* argument : call->args) {
      const Expr* value = argument->value;
      if (value != nullptr && Unparen(value) == Unparen(first)) found = call;
    }
    return found == nullptr;
  });
  return found;
}

// sum(x) FILTER (WHERE c) → sum(CASE WHEN c THEN x END)
bool FilterToCase(Call& call, Job& job) {
  if (call.filter == nullptr || !job.To({kMysql, kSnowflake})) return true;
  if (call.args.size() != 1 || call.args[0]->value == nullptr) {
    job.Refuse(call, "FILTER", Tr("it has no single argument to be put under a condition"));
    return false;
  }
  Expr* value = call.args[0]->value;
  if (value->kind == NodeKind::kStar) value = job.Number("1");
  auto* argument = job.arena.New<Argument>();
  argument->value = job.CaseWhen(call.filter, value, nullptr);
  call.args = job.arena.One(argument);
  call.filter = nullptr;
  return true;
}

void TranslateDress(CallDress& dress, Job& job) {
  for (OrderItem* item : dress.order_by)
    TranslateExprsBelow(*item, job);
  if (dress.filter != nullptr) dress.filter = TranslateExpr(dress.filter, job);
  if (dress.over != nullptr) TranslateExprsBelow(*dress.over, job);
}

// The arguments of a match, translated; false when there were problems before the rule could be
// used.
void TranslateBindings(TemplateBindings& bindings, Job& job) {
  for (Expr*& bound : bindings.expr) {
    if (bound != nullptr) bound = TranslateExpr(bound, job);
  }
  for (Argument* argument : bindings.rest)
    argument->value = TranslateExpr(argument->value, job);
}

// MySQL's group_concat(x SEPARATOR 'text') under the name that functions.map has for it …
void ReadSeparator(Call& call, Job& job) {
  if (job.from.id != kMysql || call.name.size() != 1 || call.args.size() != 2) return;
  if (!SameWordOf(call.name[0].text, "group_concat") || call.args[1]->keyword != "SEPARATOR")
    return;
  call.args[1]->keyword = {};
  call.name[0].text = std::string_view("group_concat_separator");
}

// … and back.
void WriteSeparator(Expr& expr, Job& job) {
  if (job.to.id != kMysql) return;
  Walk(expr, [&](Node& node) {
    Call* call = As<Call>(&node);
    if (call == nullptr || call->name.size() != 1 || call->name[0].text != "group_concat_separator")
      return true;
    call->name[0].text = std::string_view("group_concat");
    call->args[1]->keyword = "SEPARATOR";
    if (call->args[1]->value->kind != NodeKind::kLiteral)
      job.Refuse(expr, "group_concat()", Tr("its separator is no literal"));
    return true;
  });
}

Expr* BySpelling(Expr* expr, Job& job) {
  Call* call = As<Call>(expr);
  CallDress dress;
  if (call != nullptr) dress = CallDress::Take(*call);
  TemplateBindings bindings;
  const SpellingRule* rule = SpellingRules::Get().Find(*expr, job.from.id, bindings);
  if (rule == nullptr) {
    if (call != nullptr) dress.Put(*call);
    return nullptr;
  }
  const size_t from = static_cast<size_t>(job.from.id), to = static_cast<size_t>(job.to.id);
  const std::string written = Print(*expr, job.from);
  if (!rule->none[to].empty()) {
    job.Refuse(*expr, written, Tr(rule->none[to].c_str()));
    if (call != nullptr) dress.Put(*call);
    return expr;
  }
  if (rule->spellings[to].empty()) {
    job.Refuse(*expr, written, Tr("there is no function for it"));
    if (call != nullptr) dress.Put(*call);
    return expr;
  }
  if (!rule->loss[to].empty()) job.Lose(Tr(rule->loss[to].c_str()));
  if (!rule->from[from].empty()) job.Lose(Tr(rule->from[from].c_str()));
  TranslateBindings(bindings, job);
  const Expr* spelling = nullptr;
  for (const Expr* candidate : rule->spellings[to]) {
    if (FitTemplate(*candidate, bindings, job.arena)) {
      spelling = candidate;
      break;
    }
  }
  if (spelling == nullptr) {
    job.Refuse(*expr, written, Tr("it has another number of arguments there"));
    if (call != nullptr) dress.Put(*call);
    return expr;
  }
  Expr* filled = FillTemplate(*spelling, bindings, job.arena);
  if (dress.any()) {
    TranslateDress(dress, job);
    Call* dressed =
        bindings.expr[1] != nullptr ? DressedCall(filled, bindings.expr[1]) : As<Call>(filled);
    if (dressed == nullptr || (dress.over != nullptr && dressed != As<Call>(filled))) {
      // An OVER belongs to the aggregate, wherever it stands in the spelling.
      if (dressed == nullptr) {
        job.Refuse(*expr, written, Tr("its FILTER, DISTINCT, ORDER BY or OVER has no place there"));
        return expr;
      }
    }
    if (dressed->filter != nullptr && dress.filter != nullptr) {
      job.Refuse(*expr, written, Tr("its FILTER has no place there"));
      return expr;
    }
    if (dress.filter == nullptr) dress.filter = dressed->filter;
    dress.Put(*dressed);
    if (!FilterToCase(*dressed, job)) return expr;
  }
  WriteSeparator(*filled, job);
  filled->begin = expr->begin;
  filled->end = expr->end;
  return MadeParens(filled, job.arena);
}

// --- concatenation
// ---------------------------------------------------------------------------------------------------------------

void CollectConcat(Expr* expr, std::vector<Expr*>& parts) {
  Binary* binary = As<Binary>(Unparen(expr));
  if (binary != nullptr && binary->op == Op::kConcat) {
    CollectConcat(binary->left, parts);
    CollectConcat(binary->right, parts);
    return;
  }
  parts.push_back(expr);
}

// a || b for MySQL, where || is OR; concat() leaves no NULL out there either.
Expr* Concatenation(Binary& binary, Job& job) {
  std::vector<Expr*> parts;
  CollectConcat(&binary, parts);
  std::vector<Argument*> args;
  for (Expr* part : parts) {
    args.push_back(job.arena.New<Argument>());
    args.back()->value = TranslateExpr(Unparen(part), job);
  }
  Call* call = job.Function("concat", {});
  call->args = job.arena.List(args);
  return call;
}

// concat(), which in PostgreSQL and DuckDB leaves NULL out and elsewhere is NULL when an argument
// is.
Expr* ConcatCall(Call& call, Job& job) {
  if (call.name.size() != 1 || call.args.empty() || !SameWordOf(call.name[0].text, "concat"))
    return nullptr;
  const bool skips = job.From({kPostgres, kDuckdb}), target_skips = job.To({kPostgres, kDuckdb});
  for (Argument* argument : call.args) {
    if (argument->value == nullptr || !argument->keyword.empty()) return nullptr;
  }
  for (Argument* argument : call.args)
    argument->value = TranslateExpr(argument->value, job);
  if (skips == target_skips && !job.To({kSqlite})) return &call;
  if (skips && job.To({kMysql, kSpark})) {
    // concat_ws leaves NULL out.
    std::vector<Argument*> args{job.arena.New<Argument>()};
    args[0]->value = job.Text("");
    args.insert(args.end(), call.args.begin(), call.args.end());
    Call* joined = job.Function("concat_ws", {});
    joined->args = job.arena.List(args);
    return joined;
  }
  Expr* sum = nullptr;
  for (Argument* argument : call.args) {
    Expr* part = argument->value;
    const Literal* literal = As<Literal>(part);
    if (skips && (literal == nullptr || literal->type == LiteralKind::kNull))
      part =
          job.Function("coalesce", {job.To({kSqlite}) ? part : Textual(part, job), job.Text("")});
    if (!skips && job.To({kPostgres, kDuckdb})) part = Textual(part, job);
    part = MadeParens(part, job.arena);
    sum = sum == nullptr ? part : job.Operation(Op::kConcat, sum, part);
  }
  return MadeParens(sum, job.arena);
}

// Where a part of a text begins: PostgreSQL counts from the place before the first character, the
// others from the end when the start is negative, and at 0 all differ.
void CheckTextStart(const Call& call, Job& job) {
  if (call.name.size() != 1 || call.args.size() < 2 || job.from.id == job.to.id) return;
  const std::string_view name = call.name[0].text;
  if (!SameWordOf(name, "substr") && !SameWordOf(name, "substring") && !SameWordOf(name, "mid"))
    return;
  const Expr* start = Unparen(call.args[1]->value);
  if (start == nullptr || call.args[1]->keyword == "FOR") return;
  const bool postgres = (job.from.id == kPostgres) != (job.to.id == kPostgres);
  if (const Literal* literal = As<Literal>(start)) {
    if (literal->text.find_first_not_of('0') == std::string_view::npos)
      job.Refuse(call, std::string(name) + "()", Tr("a text that begins at 0 is another there"));
    return;
  }
  if (!postgres) return;
  const Unary* negated = As<Unary>(start);
  if (negated != nullptr && As<Literal>(negated->operand) != nullptr)
    return job.Refuse(call, std::string(name) + "()",
                      Tr("a negative start counts from the end in one of them only"));
  job.Lose(Msg("{}() with a start below 1: {} and {} differ", name, job.from.title, job.to.title));
}

// --- division
// --------------------------------------------------------------------------------------------------------------------

// How whole numbers divide: PostgreSQL and SQLite cut the quotient off, the others give its
// fraction.
bool CutsQuotients(DialectId id) {
  return id == kPostgres || id == kSqlite;
}

bool NeverZero(const Expr* expr) {
  expr = Unparen(expr);
  if (const Literal* literal = As<Literal>(expr))
    return literal->text.find_first_of("123456789") != std::string_view::npos;
  const Call* call = As<Call>(expr);
  return call != nullptr && call->name.size() == 1 && SameWordOf(call->name[0].text, "nullif");
}

Expr* Division(Binary& binary, Job& job) {
  if (!NeverZero(binary.right) && ZeroDivision(job.from.id) != ZeroDivision(job.to.id)) {
    job.Lose(Msg("division by zero: {} gives {}, {} gives {}", job.from.title,
                 Tr(ZeroDivisionText(job.from.id)), job.to.title, Tr(ZeroDivisionText(job.to.id))));
  }
  const Number left = NumberKind(binary.left, job.from.id),
               right = NumberKind(binary.right, job.from.id);
  binary.left = TranslateExpr(binary.left, job);
  binary.right = TranslateExpr(binary.right, job);
  if (CutsQuotients(job.from.id) == CutsQuotients(job.to.id) || left == Number::kFraction ||
      right == Number::kFraction)
    return &binary;
  const bool whole = left == Number::kWhole && right == Number::kWhole;
  if (CutsQuotients(job.from.id)) {
    if (!whole) {
      job.Lose(
          Msg("{} cuts the quotient of two whole numbers off, {} does not; if both sides of “{}” "
              "are whole, write a whole division",
              job.from.title, job.to.title, Print(binary, job.to)));
      return &binary;
    }
    if (job.to.id == kClickhouse) return job.Function("intDiv", {binary.left, binary.right});
    if (job.to.id == kSnowflake) return job.Function("trunc", {&binary});
    binary.op = Op::kIntDivide;
    binary.symbol = {};
    return &binary;
  }
  if (!whole) {
    job.Lose(
        Msg("{} cuts the quotient of two whole numbers off, {} does not; here the left side is "
            "made a fraction",
            job.to.title, job.from.title));
  }
  // A fraction on the left makes the quotient one.
  Expr* one = job.Number("1.0");
  binary.left = job.Operation(Op::kMultiply, MadeParens(binary.left, job.arena), one);
  return &binary;
}

// --- other operators
// -------------------------------------------------------------------------------------------------------------

// Where LIKE looks at case.
bool LikeIgnoresCase(DialectId id) {
  return id == kMysql || id == kSqlite;
}

void TranslateLike(Like& like, Job& job) {
  if (like.op == LikeKind::kILike && job.To({kMysql, kSqlite})) {
    like.op = LikeKind::kLike;
    if (job.to.id == kMysql)
      job.Lose(Tr("LIKE of MySQL decides about case by the collation; case is ignored by default"));
    if (job.to.id == kSqlite) job.Lose(Tr("LIKE of SQLite ignores case of ASCII letters only"));
    return;
  }
  if (like.op != LikeKind::kLike || LikeIgnoresCase(job.from.id) == LikeIgnoresCase(job.to.id))
    return;
  const bool has_letters = HasCasedLetters(like.pattern);
  if (!has_letters) return;
  if (LikeIgnoresCase(job.from.id)) {
    like.op = LikeKind::kILike;
    if (job.from.id == kMysql)
      job.Lose(
          Tr("LIKE of MySQL decides about case by the collation; ILIKE ignores it, as by default"));
    if (job.from.id == kSqlite)
      job.Lose(Tr("LIKE of SQLite ignores case of ASCII letters only, ILIKE of all"));
    return;
  }
  job.Lose(Msg("LIKE of {} ignores case, LIKE of {} does not", job.to.title, job.from.title));
}

// TRUE and FALSE compared and summed are numbers in some systems; the words themselves all have.
void TranslateCast(Cast& cast, Job& job) {
  if (cast.expr != nullptr) cast.expr = TranslateExpr(cast.expr, job);
  if (cast.style == CastStyle::kConvertUsing) {
    if (job.to.id != kMysql)
      job.Refuse(cast, "CONVERT … USING", Tr("texts have one character set"));
    return;
  }
  if (cast.type_text != nullptr || cast.type == nullptr) {
    if (job.to.id != job.from.id) job.Refuse(cast, "CAST", Tr("its type is a text"));
    return;
  }
  if (cast.format != nullptr) job.Refuse(cast, "CAST … FORMAT", Tr("a cast takes no format"));
  const bool tries = cast.style == CastStyle::kTryCast || cast.style == CastStyle::kSafeCast;
  if (tries && !job.To({kDuckdb, kSnowflake, kSpark}))
    job.Refuse(cast, "TRY_CAST", Tr("a cast that fails is an error"));
  cast.style = tries ? CastStyle::kTryCast : CastStyle::kCast;
  if (job.from.id == kMysql) FromMysqlCast(*cast.type, job);
  TranslateType(*cast.type, job);
  if (job.to.id == kMysql) ToMysqlCast(*cast.type, job);
}

// Unit names of date_trunc and the like are compared as written in the map: in lower case.
void LowerUnits(Call& call, Job& job) {
  if (call.name.size() != 1 || call.args.empty() || call.args[0]->value == nullptr) return;
  bool unit = false;
  for (const std::string_view name :
       {"date_trunc", "date_part", "date_diff", "datediff", "datetrunc", "datepart"})
    unit = unit || SameWordOf(call.name[0].text, name);
  Literal* literal = As<Literal>(call.args[0]->value);
  if (!unit || literal == nullptr || literal->type != LiteralKind::kString) return;
  std::string text(literal->text);
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  if (text.size() > 2 && text.ends_with('s')) text.pop_back();
  literal->text = job.arena.Text(text);
}

// coalesce(a, b, c), nvl and the like with more arguments than the map's two.
void Unknown(const Call& call, Job& job) {
  std::string name;
  for (const Ident& part : call.name)
    name += (name.empty() ? "" : ".") + std::string(part.text);
  // min() and max() of several arguments are other functions, where there are such.
  const bool several =
      call.args.size() > 1 && call.name.size() == 1 &&
      (SameWordOf(call.name[0].text, "min") || SameWordOf(call.name[0].text, "max"));
  if (call.name.size() == 1 && !several &&
      SpellingRules::Get().Shared(call.name[0].text, job.from.id, job.to.id))
    return;
  // VALUES(a) was made of EXCLUDED.a.
  if (job.To({kMysql}) && call.name.size() == 1 && SameWordOf(call.name[0].text, "values")) return;
  job.Refuse(call, name + "()", Tr("no function there is known to compute the same"));
}

Expr* TranslateCall(Call& call, Job& job) {
  LowerUnits(call, job);
  ReadSeparator(call, job);
  if (Expr* moved = TranslateDateArithmetic(&call, job)) return moved;
  if (Expr* format = TranslateTimeFormat(call, job)) return format;
  if (Expr* concat = ConcatCall(call, job)) return concat;
  CheckTextStart(call, job);
  if (Expr* done = BySpelling(&call, job)) return done;
  Unknown(call, job);
  TranslateExprsBelow(call, job);
  FilterToCase(call, job);
  return &call;
}

Expr* TranslateBinary(Binary& binary, Job& job) {
  if (Expr* moved = TranslateDateArithmetic(&binary, job)) return moved;
  if (binary.op == Op::kDivide) return Division(binary, job);
  if (binary.op == Op::kConcat && job.to.id == kMysql) return Concatenation(binary, job);
  if (Expr* done = BySpelling(&binary, job)) return done;
  if (binary.op == Op::kIs && job.to.id != kSqlite) binary.op = Op::kIsNotDistinct;
  if (binary.op == Op::kIsNot && job.to.id != kSqlite) binary.op = Op::kIsDistinct;
  binary.left = TranslateExpr(binary.left, job);
  binary.right = TranslateExpr(binary.right, job);
  return &binary;
}

}  // namespace

Expr* TranslateExpr(Expr* expr, Job& job) {
  if (expr == nullptr) return nullptr;
  switch (expr->kind) {
    case NodeKind::kCall: return TranslateCall(static_cast<Call&>(*expr), job);
    case NodeKind::kBinary: return TranslateBinary(static_cast<Binary&>(*expr), job);
    case NodeKind::kCast: {
      if (Expr* done = BySpelling(expr, job); done != nullptr && done->kind != NodeKind::kCast)
        return done;
      TranslateCast(static_cast<Cast&>(*expr), job);
      return expr;
    }
    case NodeKind::kTypedLiteral: {
      auto& literal = static_cast<TypedLiteral&>(*expr);
      TranslateType(*literal.type, job);
      literal.braces = false;
      // A literal with a type's name is not known everywhere for every type; a cast is.
      if (job.To({kSqlite})) return literal.value;
      if (job.To({kMysql, kClickhouse})) {
        auto* cast = job.arena.New<Cast>();
        cast->expr = literal.value;
        cast->type = literal.type;
        if (job.to.id == kMysql) ToMysqlCast(*cast->type, job);
        return cast;
      }
      return expr;
    }
    case NodeKind::kLike: {
      auto& like = static_cast<Like&>(*expr);
      if (Expr* done = BySpelling(expr, job)) return done;
      TranslateLike(like, job);
      TranslateExprsBelow(like, job);
      return expr;
    }
    case NodeKind::kUnary:
    case NodeKind::kCase: {
      if (Expr* done = BySpelling(expr, job); done != nullptr && done->kind != expr->kind)
        return done;
      if (expr->kind == NodeKind::kCase) static_cast<Case&>(*expr).ternary = false;
      TranslateExprsBelow(*expr, job);
      return expr;
    }
    case NodeKind::kIntervalExpr:
      job.Refuse(*expr, "INTERVAL", Tr("a span of time that is not added to a time stands alone"));
      return expr;
    default: TranslateExprsBelow(*expr, job); return expr;
  }
}

void TranslateExprsBelow(Node& root, Job& job) {
  RewriteChildren(root, [&](Node* child) -> Node* {
    if (IsExpr(child->kind)) return TranslateExpr(static_cast<Expr*>(child), job);
    if (child->kind == NodeKind::kTypeName) {
      TranslateType(static_cast<TypeName&>(*child), job);
      return child;
    }
    TranslateExprsBelow(*child, job);
    return child;
  });
}

}  // namespace aietl::sql
