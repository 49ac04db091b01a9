// A dialect as data: how it is lexed, what its keywords may be, how strongly its operators bind,
// which syntax it has, how it quotes. One file a dialect in dialect/; a new one is a new file and a
// line in dialect.cc.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>

#include "sql/expr.h"
#include "sql/keyword.h"

namespace aietl::sql {

enum class DialectId : uint8_t {
  kPostgres,
  kMysql,
  kSqlite,
  kDuckdb,
  kSnowflake,
  kClickhouse,
  kSpark
};
constexpr size_t kDialects = 7;

enum class OperatorLexing : uint8_t {
  kListed,
  kGreedy
};  // kGreedy: PostgreSQL's runs of operator characters

struct LexRules {
  bool double_quotes_identifier = true;  // "a" is a name, else a string
  bool backtick_identifier = false;
  bool bracket_identifier = false;     // [a]
  bool backslash_escapes = false;      // in '…'
  bool backslash_names = false;        // and in "…", `…`
  bool escape_strings = false;         // E'…'
  bool unicode_strings = false;        // U&'…', U&"…"
  bool national_strings = false;       // N'…'
  bool dollar_strings = false;         // $$…$$, $tag$…$tag$
  bool dollar_tags = true;             // … with tags
  bool dollar_braces = false;          // ${a}
  bool hex_strings = false;            // X'…'
  bool bit_strings = false;            // B'…'
  bool byte_strings = false;           // b'…' with text in it
  bool raw_strings = false;            // r'…'
  bool charset_introducers = false;    // _utf8'…'
  bool string_concatenation = false;   // 'a' 'b' anywhere
  bool newline_concatenation = false;  // 'a'⏎'b'
  bool nested_comments = false;
  bool hash_comments = false;        // # …
  bool hash_needs_space = false;     // ClickHouse: # only before a blank or !
  bool slash_comments = false;       // // …
  bool dash_needs_space = false;     // MySQL: -- only before white space
  bool open_comment_at_end = false;  // SQLite: /* may end with the text
  bool version_comments = false;     // /*!50000 … */ is code
  bool hints = false;                // /*+ … */
  bool dollar_in_names = false;      // a$b
  bool dollar_starts_names = false;
  bool hash_in_names = false;
  bool at_in_names = false;
  bool dotted_names = false;         // a word right before a dot is no keyword: table.x
  bool ascii_names = false;          // letters of other alphabets need quotes
  bool digit_starts_names = false;   // 1a
  bool number_underscores = false;   // 1_000
  bool hex_numbers = false;          // 0x1F is a number
  bool hex_bytes = false;            // 0x1F is a string of bytes
  bool binary_numbers = false;       // 0b101
  bool octal_numbers = false;        // 0o17
  bool number_suffixes = false;      // 1L, 1.5BD
  bool strict_numbers = false;       // 1a is an error; else two tokens
  bool question_parameters = false;  // ?
  bool numbered_questions = false;   // ?1
  bool dollar_numbers = false;       // $1
  bool dollar_names = false;         // $a
  bool colon_names = false;          // :a
  bool at_names = false;             // @a
  bool double_at_names = false;      // @@a
  bool hash_numbers = false;
  bool arrow_operators = false;   // -> ->>
  bool null_safe_equal = false;   // <=>
  bool double_ampersand = false;  // && is a token of its own (kListed)
  bool shifts = false;            // << >>
  bool unsigned_shift = false;    // >>>
  bool double_equal = false;      // ==
  bool fat_arrow = false;         // =>
  bool colon_equals = false;      // :=
  bool double_colon = false;      // ::
  bool double_slash = false;      // //
  bool tilde_operators = false;   // ~ ~* !~ !~*
  bool pipe_greater = false;      // |>
  bool not_less = false;          // !< !>
  OperatorLexing operators = OperatorLexing::kListed;
};

// Binding powers; higher binds tighter, 0: the dialect has no such operator. Infix operators of one
// level associate to the left.
struct Precedences {
  uint8_t assign = 0, lambda = 0, ternary = 0, or_ = 0, xor_ = 0, and_ = 0, not_ = 0, is = 0,
          equality = 0, comparison = 0, like = 0, between = 0, in = 0, escape = 0, other = 0,
          bit_or = 0, bit_xor = 0, bit_and = 0, shift = 0, additive = 0, multiplicative = 0,
          concat = 0, arrow = 0, power = 0, at_time_zone = 0, collate = 0, unary = 0, not_sign = 0,
          cast = 0, subscript = 0;
  bool comparison_chains = true;  // a < b < c
  bool equality_chains = true;    // a = b = c
  bool like_chains = true;
  bool is_chains = true;
  bool power_right = false;
  bool one_predicate = false;  // a IS NULL IS NULL is refused
};

// What a dialect's syntax has. Named by what it allows.
enum class Feature : uint8_t {
#define AIETL_SQL_FEATURE(name, why) k##name,
#include "sql/features.inc"
#undef AIETL_SQL_FEATURE
  kCount,
};
using Features = std::bitset<static_cast<size_t>(Feature::kCount)>;

struct Dialect {
  DialectId id;
  std::string_view name;   // as CONTRACT has it
  std::string_view title;  // as people know it
  LexRules lex;
  Precedences precedence;
  Features features;
  std::array<KeywordRights, static_cast<size_t>(Kw::kCount)> rights;
  char quote = '"';          // what names are quoted with
  bool folds_upper = false;  // unquoted names are upper case (Snowflake), else lower or as written

  bool Has(Feature feature) const { return features[static_cast<size_t>(feature)]; }
  KeywordRights RightsOf(Kw keyword) const { return rights[static_cast<size_t>(keyword)]; }
};

// All live for ever.
const Dialect& DialectOf(DialectId id);
// "postgres", "mysql", … and the usual other names (postgresql, mariadb, sqlite3, databricks …);
// null if unknown.
const Dialect* FindDialect(std::string_view name);

}  // namespace aietl::sql
