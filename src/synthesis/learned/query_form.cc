#include "synthesis/learned/query_form.h"

#include <algorithm>

namespace aietl::synthesis::learned {
namespace {

bool SameValue(const Value& a, const Value& b) {
  if ((a.core == nullptr) != (b.core == nullptr)) return false;
  if (a.core) return Same(*a.core, *b.core);
  return a.text == b.text && a.column == b.column;
}

bool EqualConditions(const std::vector<Condition>& a, const std::vector<Condition>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Condition& x, const Condition& y) {
                      return x.or_before == y.or_before && x.left == y.left && x.op == y.op &&
                             std::equal(x.values.begin(), x.values.end(), y.values.begin(),
                                        y.values.end(), SameValue);
                    });
}

std::vector<Condition> CopyConditions(const std::vector<Condition>& conditions) {
  std::vector<Condition> out;
  for (const Condition& condition : conditions) {
    Condition& copy = out.emplace_back();
    copy.or_before = condition.or_before;
    copy.left = condition.left;
    copy.op = condition.op;
    for (const Value& value : condition.values) {
      copy.values.push_back({value.text, value.number, value.column, nullptr});
      if (value.core) copy.values.back().core = std::make_unique<Core>(Copy(*value.core));
    }
  }
  return out;
}

void AddCores(const Core& core, std::vector<const Core*>& out) {
  out.push_back(&core);
  for (const std::vector<Condition>* conditions : {&core.where, &core.having}) {
    for (const Condition& condition : *conditions) {
      for (const Value& value : condition.values) {
        if (value.core) AddCores(*value.core, out);
      }
    }
  }
}

}  // namespace

bool Same(const Core& a, const Core& b) {
  const auto same_order = [](const Order& x, const Order& y) {
    return x.item == y.item && x.descending == y.descending;
  };
  return a.distinct == b.distinct && a.items == b.items && EqualConditions(a.where, b.where) &&
         a.group == b.group && EqualConditions(a.having, b.having) &&
         std::equal(a.order.begin(), a.order.end(), b.order.begin(), b.order.end(), same_order) &&
         a.limit == b.limit && a.tables == b.tables && a.via == b.via;
}

bool Same(const QueryForm& a, const QueryForm& b) {
  return a.op == b.op && Same(a.left, b.left) &&
         (a.op == SetOperation::kNone || Same(a.right, b.right));
}

Core Copy(const Core& core) {
  Core out;
  out.distinct = core.distinct;
  out.items = core.items;
  out.where = CopyConditions(core.where);
  out.group = core.group;
  out.having = CopyConditions(core.having);
  out.order = core.order;
  out.limit = core.limit;
  out.tables = core.tables;
  out.via = core.via;
  return out;
}

QueryForm Copy(const QueryForm& form) {
  return {Copy(form.left), form.op, Copy(form.right)};
}

std::vector<const Core*> CoresOf(const QueryForm& form) {
  std::vector<const Core*> out;
  AddCores(form.left, out);
  if (form.op != SetOperation::kNone) AddCores(form.right, out);
  return out;
}

std::vector<ColumnId> ColumnsOf(const Core& core) {
  std::vector<ColumnId> out;
  const auto add = [&](ColumnId column) {
    if (column >= 0 && std::find(out.begin(), out.end(), column) == out.end())
      out.push_back(column);
  };
  const auto add_item = [&](const Item& item) {
    add(item.left.column);
    if (item.op != Arithmetic::kNone) add(item.right.column);
  };
  for (const Item& item : core.items)
    add_item(item);
  for (const std::vector<Condition>* conditions : {&core.where, &core.having}) {
    for (const Condition& condition : *conditions) {
      add(condition.left.column);
      for (const Value& value : condition.values)
        add(value.column);
    }
  }
  for (const ColumnId column : core.group)
    add(column);
  for (const Order& order : core.order)
    add_item(order.item);
  return out;
}

}  // namespace aietl::synthesis::learned
