#include "connectors/files/json_shape.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "base/utf8.h"

namespace aietl::connectors::files {
namespace {

using data::MakeDecimal;
using data::MakeType;
using data::Type;
using data::TypeId;

constexpr size_t kManyFields = 24;  // from so many on, fields are found by hash

// Objects as maps: so many different keys, and each in so few of the objects.
constexpr size_t kMapKeys = 200;
constexpr double kMapShare = 0.1;

void Warn(Problems* problems, const char* code, const std::string& path, std::string message,
          std::string hint) {
  if (problems == nullptr) return;
  problems->push_back({code, Severity::kWarning, std::move(message), {}, path, std::move(hint)});
}

Type JsonNumberType(const JsonShape& shape, const std::string& path, Problems* problems) {
  const Shape& number = shape.number;
  if (number.exponent) return MakeType(TypeId::kDouble);
  if (!number.decimals[0]) {
    if (!number.beyond_int64) return MakeType(TypeId::kBigInt);
    // The engine reads longer integers as they are written; beyond its own they stay text.
    return MakeType(number.most_integer_digits <= 38 ? TypeId::kHugeInt : TypeId::kVarchar);
  }
  // The engine reads decimals through a double, which holds 15 digits exactly.
  constexpr uint32_t kMoneyScale = 4;
  constexpr uint32_t kExactDigits = 15;
  const uint32_t width = number.most_integer_digits + number.most_scale[0];
  if (number.most_scale[0] <= kMoneyScale && width <= kExactDigits)
    return MakeDecimal(18, static_cast<uint8_t>(number.most_scale[0]));
  if (number.most_scale[0] <= kMoneyScale) {
    Warn(problems, "rounded_numbers", path,
         Msg("{} has numbers of more than 15 digits, which are rounded", path),
         Tr("let the system that writes the file put such numbers into quotes"));
  }
  return MakeType(TypeId::kDouble);
}

Type StringType(const Shape& text) {
  if ((text.readings & kDateIso) != 0) {
    if (text.with_zone) {
      const bool mixed = text.without_zone || text.without_time || text.most_fraction > 6;
      return MakeType(mixed ? TypeId::kVarchar : TypeId::kTimestampTz);
    }
    return MakeType(text.most_fraction > 6 ? TypeId::kTimestampNs
                    : text.with_time       ? TypeId::kTimestamp
                                           : TypeId::kDate);
  }
  if ((text.readings & kTime) != 0 && text.with_seconds && !text.without_seconds &&
      text.most_fraction <= 6)
    return MakeType(TypeId::kTime);
  return MakeType(TypeId::kVarchar);
}

bool LooksLikeMap(const JsonShape& shape) {
  if (shape.fields.size() < kMapKeys) return false;
  int64_t present = 0;
  for (const auto& field : shape.fields)
    present += field->shape.count;
  return static_cast<double>(present) <
         kMapShare * static_cast<double>(shape.objects) * static_cast<double>(shape.fields.size());
}

bool HasTwins(const JsonShape& shape) {
  std::vector<std::string> names;
  for (const auto& field : shape.fields)
    names.push_back(LowerUtf8(field->name));
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

// One type for all values of a map.
Type MapValueType(const JsonShape& shape, const std::string& path, Problems* problems) {
  Type value = MakeType(TypeId::kNull);
  for (const auto& field : shape.fields) {
    if (field->shape.count == field->shape.nulls) continue;
    const Type type = TypeOf(field->shape, path, problems);
    if (value.id == TypeId::kNull || value == type) {
      value = type;
    } else if (value.IsNumber() && type.IsNumber()) {
      value = MakeType(TypeId::kDouble);
    } else {
      return MakeType(TypeId::kJson);
    }
  }
  return value.id == TypeId::kNull ? MakeType(TypeId::kVarchar) : value;
}

Type ObjectType(const JsonShape& shape, const std::string& path, Problems* problems) {
  if (shape.fields.empty() || HasTwins(shape)) return MakeType(TypeId::kJson);
  if (LooksLikeMap(shape)) {
    Type map = MakeType(TypeId::kMap);
    map.fields = {{"key", MakeType(TypeId::kVarchar)},
                  {"value", MapValueType(shape, path, problems)}};
    return map;
  }
  Type type = MakeType(TypeId::kStruct);
  for (const auto& field : shape.fields)
    type.fields.emplace_back(field->name, TypeOf(field->shape, path + "." + field->name, problems));
  return type;
}

}  // namespace

JsonShape::Field& JsonShape::At(std::string_view name, size_t guess) {
  if (guess < fields.size() && fields[guess]->name == name) return *fields[guess];
  if (index.empty()) {
    for (const auto& field : fields) {
      if (field->name == name) return *field;
    }
  } else if (const auto found = index.find(name); found != index.end()) {
    return *fields[found->second];
  }
  fields.push_back(std::make_unique<Field>());
  Field& field = *fields.back();
  field.name = name;
  if (!index.empty()) index.emplace(field.name, fields.size() - 1);
  if (index.empty() && fields.size() == kManyFields) {
    for (size_t i = 0; i < fields.size(); ++i)
      index.emplace(fields[i]->name, i);
  }
  return field;
}

void AddNumber(std::string_view text, JsonShape* shape) {
  ++shape->numbers;
  constexpr size_t kLongest = 40;
  if (text.size() <= kLongest) return Narrow(text, &shape->number);
  if (text.find_first_of(".eE") == std::string_view::npos) {
    shape->number.beyond_int64 = true;
    shape->number.most_integer_digits = kLongest;
  } else {
    shape->number.exponent = true;  // a double, whatever its digits
  }
}

void AddString(std::string_view text, JsonShape* shape) {
  ++shape->strings;
  if (shape->text.readings == kText) return;
  if (text.empty() || text.size() > 40) {
    shape->text.readings = kText;
    return;
  }
  shape->text.readings &= kDateIso | kTime;
  Narrow(text, &shape->text);
}

Type TypeOf(const JsonShape& shape, const std::string& path, Problems* problems) {
  const int scalars = (shape.booleans > 0) + (shape.numbers > 0) + (shape.strings > 0);
  const int kinds = scalars + (shape.objects > 0) + (shape.arrays > 0);
  if (kinds == 0) return MakeType(TypeId::kVarchar);
  if (kinds > 1) {
    const bool text = kinds == scalars;
    Warn(problems, "mixed_types", path,
         Msg(text ? "{} holds values of different kinds and is read as text"
                  : "{} holds values of different kinds and is read as JSON",
             path),
         Tr("say what it is under `types`, or convert it in a step"));
    return MakeType(text ? TypeId::kVarchar : TypeId::kJson);
  }
  if (shape.booleans > 0) return MakeType(TypeId::kBoolean);
  if (shape.numbers > 0) return JsonNumberType(shape, path, problems);
  if (shape.strings > 0) return StringType(shape.text);
  if (shape.objects > 0) return ObjectType(shape, path, problems);
  Type list = MakeType(TypeId::kList);
  const bool known = shape.element != nullptr && shape.element->count > shape.element->nulls;
  list.fields.emplace_back(
      "", known ? TypeOf(*shape.element, path + "[]", problems) : MakeType(TypeId::kJson));
  return list;
}

}  // namespace aietl::connectors::files
