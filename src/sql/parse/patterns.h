// The long tail of statements as data: a dialect's rules (rules/*.inc) say what may follow what,
// and Parser::MatchRule plays them.
//
//     name := pattern             a part that other patterns use by its name
//     kind/effect: pattern        a statement, by what it begins with
//     WORD 'sym'                  a word in any case; punctuation between quotes
//     [x] {x} (x | y) <x>         optional; any number; one of; one or more with commas between
//     ident label name table …    what the parser reads itself: see PatternPart
//
// Alternatives are tried in order and the first that matches wins; what got furthest is what an
// error speaks of.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sql/dialect.h"
#include "sql/token.h"

namespace aietl::sql {

enum class PatternPart : uint8_t {
  kSequence,
  kChoice,
  kOptional,
  kRepeat,
  kList,  // of `children`
  kWord,
  kSymbol,       // `keyword` or `text`; `symbol`
  kIdent,        // ident: a name of one part
  kLabel,        // label: any word or quoted name
  kUnreserved,   // unreserved: a word that is not reserved, or a quoted name
  kName,         // name: a.b.c
  kTable,        // table: the same, and the statement names it as its object
  kString,       // string
  kInteger,      // int
  kNumber,       // number: with a sign, with decimals
  kExpr,         // expr
  kQuery,        // query
  kStatement,    // statement: a whole one of any sort
  kDml,          // dml: SELECT, INSERT, UPDATE, DELETE, MERGE, VALUES
  kType,         // type
  kParens,       // parens: ( … ) with anything in it
  kRaw,          // raw: at least one token, up to the end or to a closing parenthesis
  kAny,          // any: one token
  kVariable,     // variable: @a, @@a, :a, $a, ?
  kUser,         // user: a name or string, with @host
  kStage,        // stage: Snowflake's @stage/path
  kCall,         // call: f(…)
  kColumn,       // column: a column's definition
  kIndexColumn,  // index_column: a column or expression of a key, with its direction
  kPlainWord,    // word: a word but those between parts: ON, TO, FROM, IN, AS
  kBlock,        // block: [DECLARE …] BEGIN … END
  kBlockEnd,     // block_end: … END, behind a BEGIN
  kOrder,        // order: an element of ORDER BY
};

struct Pattern {
  PatternPart part = PatternPart::kSequence;
  Kw keyword = Kw::kNotKeyword;
  Tok symbol = Tok::kEnd;
  std::string text;                // the word in lower case, or the symbol's spelling
  std::vector<uint32_t> children;  // numbers of patterns
};

struct PatternRule {
  std::string kind;
  std::string effect;  // read, write, ddl, admin
  uint32_t pattern = 0;
};

// A dialect's rules, compiled once. Unknown names in the data are our own mistakes: AIETL_CHECK,
// and a test that compiles all.
class PatternSet {
 public:
  explicit PatternSet(std::initializer_list<std::string_view> texts);

  const Pattern& At(uint32_t number) const { return patterns_[number]; }
  // The rules that can begin with this word, in order; for a word that is no keyword, by its
  // lower-case text.
  const std::vector<uint32_t>& RulesFor(Kw keyword, std::string_view lower) const;
  const PatternRule& Rule(uint32_t number) const { return rules_[number]; }
  // A named part, or null.
  const Pattern* Named(std::string_view name) const;

 private:
  class Compiler;
  void AddRule(std::string_view line);
  void FirstWords(uint32_t pattern, std::vector<std::string>* words, bool* may_be_empty) const;

  std::vector<Pattern> patterns_;
  std::vector<PatternRule> rules_;
  std::map<std::string, uint32_t, std::less<>> named_;
  std::unordered_map<std::string, std::vector<uint32_t>> by_word_;
  std::vector<uint32_t> none_;
};

const PatternSet& RulesOf(DialectId dialect);

}  // namespace aietl::sql
