// The one file that sees valijson: it takes ten seconds to compile.
#define VALIJSON_USE_EXCEPTIONS 1  // else it aborts the process on a bad schema

#include <boost/json.hpp>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/text.h"
#include "json/node.h"

namespace aietl::json {
namespace {

namespace bj = boost::json;

bj::value ToBoost(const Value& value, const bj::storage_ptr& storage) {
  if (value.is_bool()) return bj::value(value.AsBool(), storage);
  if (value.is_int()) return bj::value(value.AsInt(), storage);
  if (value.is_number()) return bj::value(value.AsDouble(), storage);
  if (value.is_string()) return bj::value(bj::string(value.AsString(), storage));
  if (value.is_array()) {
    bj::array array(storage);
    array.reserve(value.AsArray().size());
    for (const Value& item : value.AsArray())
      array.push_back(ToBoost(item, storage));
    return bj::value(std::move(array));
  }
  if (value.is_object()) {
    bj::object object(storage);
    for (const auto& [key, member] : value.AsObject())
      object.insert_or_assign(key, ToBoost(member, storage));
    return bj::value(std::move(object));
  }
  return bj::value(nullptr, storage);
}

// RFC 6901 from valijson's "<root>", "[key]", "[0]".
std::string PointerOf(const std::vector<std::string>& context) {
  std::string pointer;
  for (const std::string& step : context) {
    if (step == "<root>") continue;
    const bool bracketed = step.size() >= 2 && step.front() == '[' && step.back() == ']';
    pointer.push_back('/');
    for (const char c : bracketed ? step.substr(1, step.size() - 2) : step) {
      if (c == '~') {
        pointer += "~0";
      } else if (c == '/') {
        pointer += "~1";
      } else {
        pointer.push_back(c);
      }
    }
  }
  return pointer;
}

}  // namespace

Result<Problems> CheckSchema(const Value& schema, const Value& value) {
  const bj::storage_ptr storage = bj::make_shared_resource<bj::monotonic_resource>();
  try {
    const bj::value schema_json = ToBoost(schema, storage);
    const bj::value value_json = ToBoost(value, storage);
    valijson::Schema parsed;
    valijson::SchemaParser().populateSchema(valijson::adapters::BoostJsonAdapter(schema_json),
                                            parsed);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    Problems problems;
    if (validator.validate(parsed, valijson::adapters::BoostJsonAdapter(value_json), &results))
      return problems;
    for (const auto& finding : results) {
      problems.push_back({"schema_mismatch",
                          Severity::kError,
                          Msg("does not match the schema: {}", finding.description),
                          {},
                          PointerOf(finding.context),
                          ""});
    }
    return problems;
  } catch (const std::exception& e) {
    return Fail(Code::kInvalid, "invalid_schema", Msg("not a usable JSON Schema: {}", e.what()));
  }
}

}  // namespace aietl::json
