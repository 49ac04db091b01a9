// What can be said of an expression without a schema, and where the dialects' values differ.
#pragma once

#include <string>
#include <string_view>

#include "sql/ast.h"
#include "sql/dialect.h"
#include "sql/translate/internal/job.h"
#include "sql/translate/internal/template.h"

namespace aietl::sql {

bool SameWordOf(std::string_view a, std::string_view b);  // without case

enum class Number : uint8_t { kUnknown, kWhole, kFraction };
// Literals, casts, counts, and what is computed from them.
Number NumberKind(const Expr* expr, DialectId dialect);

enum class Zero : uint8_t { kError, kNull, kInfinity };
Zero ZeroDivision(DialectId dialect);
const char* ZeroDivisionText(DialectId dialect);

// Whether a pattern holds letters that have a case; a pattern that is no literal may.
bool HasCasedLetters(const Expr* pattern);

// `expr` as a text, if it is not known to be one.
Expr* Textual(Expr* expr, Job& job);

// A date without a time of day, as far as can be seen.
bool IsDate(const Expr* expr);
std::string Upper(std::string_view text);

// MySQL casts to SIGNED, CHAR and a few more, not to the types of columns.
void FromMysqlCast(TypeName& type, Job& job);
void ToMysqlCast(TypeName& type, Job& job);

}  // namespace aietl::sql
