// Tokens: what the lexer cuts a text into.
#pragma once

#include <cstdint>

#include "sql/keyword.h"

namespace aietl::sql {

enum class Tok : uint8_t {
  kEnd,
  kWord,            // an unquoted identifier or keyword: `keyword` says which
  kQuoted,          // "a", `a`, [a]
  kUnicodeQuoted,   // U&"a"
  kString,          // '…' (and "…" where that is a string)
  kEscapeString,    // E'…'
  kUnicodeString,   // U&'…'
  kNationalString,  // N'…'
  kRawString,       // r'…'
  kDollarString,    // $tag$…$tag$
  kBytes,           // X'…'
  kBits,            // B'…'
  kByteString,      // b'…' that holds text
  kInteger,
  kDecimal,
  kHex,        // 0x1F
  kBinary,     // 0b101
  kParameter,  // ?, ?1, $1, :a, $a, #1
  kVariable,   // @a, @@a
  kHint,       // /*+ … */ after SELECT and the like
  kLeftParen,
  kRightParen,
  kLeftBracket,
  kRightBracket,
  kLeftBrace,
  kRightBrace,
  kComma,
  kSemicolon,
  kDot,
  kColon,
  kQuestion,
  kPlus,
  kMinus,
  kStar,
  kSlash,
  kPercent,
  kCaret,
  kTilde,
  kBang,
  kAmpersand,
  kPipe,
  kAt,
  kEq,
  kEqEq,
  kNotEq,
  kLess,
  kLessEq,
  kGreater,
  kGreaterEq,
  kNullSafeEq,  // = == (<> or !=) < <= > >= <=>
  kConcat,
  kAnd,
  kShiftLeft,
  kShiftRight,
  kShiftRightUnsigned,  // || && << >> >>>
  kCast,
  kAssign,
  kFatArrow,
  kArrow,
  kArrowText,  // :: := => -> ->>
  kDotDot,
  kPipeGreater,
  kIntDivide,  // .. |> //
  kOperator,   // another operator; its text says which
  kBad,        // not a token: `error` says why
};

enum class LexError : uint8_t {
  kNone,
  kUnterminatedString,
  kUnterminatedQuoted,
  kUnterminatedComment,
  kUnterminatedDollar,
  kBadCharacter,
  kBadNumber,
  kEmptyQuoted,
  kBadEscape,
  kTooLong,
  kTakenForName,  // no error: a keyword that stands for a name
};

struct Token {
  uint32_t begin = 0;
  uint32_t end = 0;
  Tok kind = Tok::kEnd;
  LexError error = LexError::kNone;
  Kw keyword = Kw::kNotKeyword;
};

struct Comment {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t token = 0;  // the number of the token that follows
  bool line = false;   // -- …, # …: ends with the line
  bool alone = false;  // nothing but white space before it on its line
};

}  // namespace aietl::sql
