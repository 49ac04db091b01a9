// A JSON value with ordered object members: what the program reads from and prints to the outside.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/error.h"

namespace aietl::json {

class Value;
using Array = std::vector<Value>;
using Member = std::pair<std::string, Value>;
using Object = std::vector<Member>;  // order of insertion; keys are unique

// Value semantics. Integers keep 64 bits; larger numbers become double.
class Value {
 public:
  Value() = default;  // null
  // NOLINTBEGIN(google-explicit-constructor): values are written as literals
  Value(std::nullptr_t) {}
  Value(bool b) : data_(b) {}
  Value(int i) : data_(static_cast<int64_t>(i)) {}
  Value(int64_t i) : data_(i) {}
  Value(uint64_t i);  // beyond int64: a double
  Value(double d) : data_(d) {}
  Value(const char* s) : data_(std::string(s)) {}
  Value(std::string s) : data_(std::move(s)) {}
  Value(std::string_view s) : data_(std::string(s)) {}
  Value(Array a) : data_(std::move(a)) {}
  Value(Object o) : data_(std::move(o)) {}
  // NOLINTEND(google-explicit-constructor)

  bool is_null() const { return data_.index() == 0; }
  bool is_bool() const { return std::holds_alternative<bool>(data_); }
  bool is_int() const { return std::holds_alternative<int64_t>(data_); }
  bool is_number() const { return is_int() || std::holds_alternative<double>(data_); }
  bool is_string() const { return std::holds_alternative<std::string>(data_); }
  bool is_array() const { return std::holds_alternative<Array>(data_); }
  bool is_object() const { return std::holds_alternative<Object>(data_); }

  // The value, or a default when it is of another kind.
  bool AsBool(bool otherwise = false) const;
  int64_t AsInt(int64_t otherwise = 0) const;
  double AsDouble(double otherwise = 0) const;
  const std::string& AsString() const;  // "" when it is none
  const Array& AsArray() const;         // empty when it is none
  const Object& AsObject() const;       // empty when it is none

  // Object access: null Value / nullptr when it is no object or lacks the key.
  const Value* Find(std::string_view key) const;
  const Value& operator[](std::string_view key) const;
  // Sets or replaces a member; null becomes an object first.
  Value& Set(std::string_view key, Value value);
  // Appends to an array; null becomes an array first.
  void Push(Value value);

  friend bool operator==(const Value&, const Value&) = default;

 private:
  std::variant<std::nullptr_t, bool, int64_t, double, std::string, Array, Object> data_ = nullptr;
};

// RFC 8259; depth limited to 100. Errors carry line and column.
Result<Value> Parse(std::string_view text);

// One line, or indented by two blanks. Invalid UTF-8 in strings is replaced by U+FFFD, so that the
// output always parses; non-finite numbers become null.
std::string Write(const Value& value, bool pretty = false);

}  // namespace aietl::json
