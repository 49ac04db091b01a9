#include "json/value.h"

#include <limits>

namespace aietl::json {
namespace {

const std::string kNoString;
const Array kNoArray;
const Object kNoObject;
const Value kNoValue;

}  // namespace

Value::Value(uint64_t i) {
  if (i <= static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) {
    data_ = static_cast<int64_t>(i);
  } else {
    data_ = static_cast<double>(i);
  }
}

bool Value::AsBool(bool otherwise) const {
  const bool* b = std::get_if<bool>(&data_);
  return b == nullptr ? otherwise : *b;
}

int64_t Value::AsInt(int64_t otherwise) const {
  if (const int64_t* i = std::get_if<int64_t>(&data_)) return *i;
  if (const double* d = std::get_if<double>(&data_)) {
    constexpr double limit = 9223372036854775808.0;  // 2^63: the first double above every int64
    if (*d >= -limit && *d < limit) return static_cast<int64_t>(*d);
  }
  return otherwise;
}

double Value::AsDouble(double otherwise) const {
  if (const double* d = std::get_if<double>(&data_)) return *d;
  if (const int64_t* i = std::get_if<int64_t>(&data_)) return static_cast<double>(*i);
  return otherwise;
}

const std::string& Value::AsString() const {
  const std::string* s = std::get_if<std::string>(&data_);
  return s == nullptr ? kNoString : *s;
}

const Array& Value::AsArray() const {
  const Array* a = std::get_if<Array>(&data_);
  return a == nullptr ? kNoArray : *a;
}

const Object& Value::AsObject() const {
  const Object* o = std::get_if<Object>(&data_);
  return o == nullptr ? kNoObject : *o;
}

const Value* Value::Find(std::string_view key) const {
  for (const auto& [name, value] : AsObject()) {
    if (name == key) return &value;
  }
  return nullptr;
}

const Value& Value::operator[](std::string_view key) const {
  const Value* found = Find(key);
  return found == nullptr ? kNoValue : *found;
}

Value& Value::Set(std::string_view key, Value value) {
  if (!is_object()) {
    AIETL_CHECK(is_null());
    data_ = Object{};
  }
  Object& members = std::get<Object>(data_);
  for (auto& [name, old] : members) {
    if (name == key) {
      old = std::move(value);
      return old;
    }
  }
  return members.emplace_back(std::string(key), std::move(value)).second;
}

void Value::Push(Value value) {
  if (!is_array()) {
    AIETL_CHECK(is_null());
    data_ = Array{};
  }
  std::get<Array>(data_).push_back(std::move(value));
}

}  // namespace aietl::json
