#include "synthesis/learned/question_graph.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "synthesis/learned/name_links.h"
#include "synthesis/learned/value_index.h"
#include "synthesis/text/lexicon.h"

namespace aietl::synthesis::learned {
namespace {

constexpr size_t kMostCues = 3;
constexpr size_t kMostGlosses = 3;
constexpr double kSureConcept = 0.9;
constexpr int kFarthest = 5;  // distance of words that is told

// By NameFit, kNone last; a column's relation to a word, and a table's.
constexpr NodeRelation kOfColumn[] = {
    NodeRelation::kWordColumnExact,   NodeRelation::kWordColumnWithoutTable,
    NodeRelation::kWordColumnMeaning, NodeRelation::kWordColumnPartial,
    NodeRelation::kWordColumnNear,    NodeRelation::kWordColumnGeneric,
    NodeRelation::kWordColumn};
constexpr NodeRelation kOfTable[] = {
    NodeRelation::kWordTableExact,   NodeRelation::kWordTableExact, NodeRelation::kWordTableMeaning,
    NodeRelation::kWordTablePartial, NodeRelation::kWordTableNear,  NodeRelation::kWordTablePartial,
    NodeRelation::kWordTable};
constexpr uint32_t kFlagOf[] = {
    kFlagExact, kFlagWithoutTable, kFlagMeaning, kFlagPartial, kFlagNear, kFlagGeneric, 0};
constexpr double kScoreOf[] = {10, 7, 4, 3, 2, 1, 0};

NodeRelation Mirror(NodeRelation of, NodeRelation first, NodeRelation mirrored) {
  return static_cast<NodeRelation>(static_cast<int>(of) - static_cast<int>(first) +
                                   static_cast<int>(mirrored));
}

void AddStems(std::string_view name, std::vector<std::string>& out, size_t most) {
  for (const std::string& word : NameWords(name)) {
    const std::string stem = StemOf(word);
    if (out.size() < most && std::find(out.begin(), out.end(), stem) == out.end())
      out.push_back(stem);
  }
}

class GraphMaker {
 public:
  GraphMaker(const std::vector<Token>& tokens, const Schema& schema, const ValueIndex& index)
      : tokens_(tokens),
        schema_(schema),
        names_(LinkNames(tokens, schema)),
        values_(index.Link(tokens, schema)) {}

  QuestionGraph Make() {
    graph_.schema = &schema_;
    AddWords();
    AddStar();
    AddColumns();
    AddTables();
    AddValues();
    MarkWords();
    MarkBest();
    Relate();
    return std::move(graph_);
  }

 private:
  size_t size() const { return graph_.nodes.size(); }
  Node& Add(NodeKind kind) {
    Node& node = graph_.nodes.emplace_back();
    node.kind = kind;
    return node;
  }

  void AddWords() {
    std::vector<std::string> lower, stems;
    for (const Token& token : tokens_) {
      lower.push_back(token.lower);
      stems.push_back(token.stem);
    }
    std::vector<std::vector<std::string>> cues(tokens_.size()), glosses(tokens_.size());
    for (size_t t = 0; t < tokens_.size(); ++t) {
      if (tokens_[t].kind == TokenKind::kQuoted) continue;
      for (const Lexicon::Match& match : Lexicon::Cues().Find(lower, stems, t)) {
        for (size_t i = t; i < t + static_cast<size_t>(match.words); ++i) {
          if (cues[i].size() < kMostCues &&
              std::find(cues[i].begin(), cues[i].end(), match.id) == cues[i].end())
            cues[i].emplace_back(match.id);
        }
      }
      for (const Lexicon::Match& match : Lexicon::Concepts().Find(lower, stems, t)) {
        if (match.weight < kSureConcept) continue;
        for (size_t i = t; i < t + static_cast<size_t>(match.words); ++i)
          AddStems(match.id, glosses[i], kMostGlosses);
      }
    }
    for (size_t t = 0; t < tokens_.size() && size() < kMostWords; ++t) {
      const Token& token = tokens_[t];
      if (token.kind == TokenKind::kPunctuation && token.text != ",") continue;
      Node& node = Add(NodeKind::kWord);
      node.begin = static_cast<int32_t>(t);
      node.end = node.begin + 1;
      node.stems = {token.kind == TokenKind::kDate                        ? "<date>"
                    : token.kind == TokenKind::kQuoted                    ? "<text>"
                    : token.kind == TokenKind::kNumber && !IsSpelt(token) ? "<number>"
                                                                          : token.stem};
      node.cues = std::move(cues[t]);
      node.glosses = std::move(glosses[t]);
      if (token.cyrillic) node.flags |= kFlagCyrillic;
      if (token.kind == TokenKind::kNumber) node.flags |= kFlagNumberWord;
      if (token.kind == TokenKind::kQuoted) node.flags |= kFlagQuoted;
      const std::u32string text = DecodeUtf8(token.text);
      if (t > 0 && !text.empty() && LowerCodePoint(text[0]) != text[0]) node.flags |= kFlagCapital;
    }
    words_ = size();
  }
  static bool IsSpelt(const Token& token) {
    return !token.text.empty() && (token.text[0] < '0' || token.text[0] > '9') &&
           token.text[0] != '-' && token.text[0] != '.';
  }

  void AddStar() { Add(NodeKind::kStar).ref = kStarColumn; }

  void AddName(Node& node, const std::vector<int32_t>& words) const {
    for (const int32_t w : words) {
      const NameWord& word = schema_.words[static_cast<size_t>(w)];
      node.stems.push_back(word.stem);
      for (const auto& [id, weight] : word.concepts) {
        if (weight >= kSureConcept) AddStems(id, node.glosses, kMostGlosses * 2);
      }
    }
  }

  static uint32_t FlagsOf(const NameFits& fits) {
    uint32_t flags = 0;
    for (const NameFit fit : fits)
      flags |= kFlagOf[static_cast<size_t>(fit)];
    return flags;
  }
  static double ScoreOf(const NameFits& fits) {
    double score = 0;
    for (const NameFit fit : fits)
      score = std::max(score, kScoreOf[static_cast<size_t>(fit)]);
    return score;
  }

  void AddColumns() {
    std::vector<double> scores(schema_.columns.size());
    std::vector<bool> cell(schema_.columns.size(), false);
    for (const ValueLink& value : values_) {
      if (value.fit == ValueFit::kFree || value.type == ValueType::kNumber) continue;
      for (const ColumnId column : value.columns)
        cell[static_cast<size_t>(column)] = true;
    }
    std::vector<double> tables(schema_.tables.size());
    for (size_t t = 0; t < tables.size(); ++t)
      tables[t] = ScoreOf(names_.tables[t]);
    for (size_t c = 0; c < scores.size(); ++c) {
      const SchemaColumn& column = schema_.columns[c];
      scores[c] = ScoreOf(names_.columns[c]) + (cell[c] ? 5 : 0) + (column.primary ? 1 : 0) +
                  (column.foreign ? 1 : 0) + 0.4 * tables[static_cast<size_t>(column.table)];
    }
    std::vector<ColumnId> order(scores.size());
    for (size_t i = 0; i < order.size(); ++i)
      order[i] = static_cast<ColumnId>(i);
    if (order.size() > kMostColumns) {
      std::stable_sort(order.begin(), order.end(), [&](ColumnId a, ColumnId b) {
        return scores[static_cast<size_t>(a)] > scores[static_cast<size_t>(b)];
      });
      order.resize(kMostColumns);
      std::sort(order.begin(), order.end());
    }
    for (const ColumnId c : order) {
      const SchemaColumn& column = schema_.columns[static_cast<size_t>(c)];
      Node& node = Add(NodeKind::kColumn);
      node.ref = c;
      node.type = static_cast<uint8_t>(column.type);
      AddName(node, column.words);
      node.flags = FlagsOf(names_.columns[static_cast<size_t>(c)]);
      if (column.primary) node.flags |= kFlagPrimary;
      if (column.foreign) node.flags |= kFlagForeign;
      if (cell[static_cast<size_t>(c)]) node.flags |= kFlagCell;
    }
    columns_end_ = size();
  }

  void AddTables() {
    std::vector<double> scores(schema_.tables.size());
    for (size_t t = 0; t < scores.size(); ++t)
      scores[t] = ScoreOf(names_.tables[t]);
    for (size_t i = words_ + 1; i < columns_end_; ++i)
      scores[static_cast<size_t>(TableOf(i))] += 0.1;
    std::vector<int32_t> order(scores.size());
    for (size_t i = 0; i < order.size(); ++i)
      order[i] = static_cast<int32_t>(i);
    if (order.size() > kMostTables) {
      std::stable_sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
        return scores[static_cast<size_t>(a)] > scores[static_cast<size_t>(b)];
      });
      order.resize(kMostTables);
      std::sort(order.begin(), order.end());
    }
    for (const int32_t t : order) {
      Node& node = Add(NodeKind::kTable);
      node.ref = t;
      AddName(node, schema_.tables[static_cast<size_t>(t)].words);
      node.flags = FlagsOf(names_.tables[static_cast<size_t>(t)]);
    }
    tables_end_ = size();
  }

  void AddValues() {
    for (const ValueLink& value : values_) {
      Node& node = Add(value.type == ValueType::kNumber ? NodeKind::kNumber : NodeKind::kText);
      node.begin = value.begin;
      node.end = value.end;
      node.text = value.text;
      node.type = value.type == ValueType::kNumber ? 1 : value.type == ValueType::kDate ? 2 : 0;
      constexpr uint32_t kFits[] = {kFlagCellExact, kFlagCellStem, kFlagCellNear, kFlagFree};
      node.flags = kFits[static_cast<size_t>(value.fit)];
      if (value.quoted) node.flags |= kFlagQuoted;
      if (value.type == ValueType::kDate) node.flags |= kFlagDate;
      if (value.type != ValueType::kNumber) continue;
      node.stems = {"<number>"};
      if (value.text.find('.') == std::string::npos) {
        node.flags |= kFlagWhole;
        if (value.text.size() == 4 && (value.text[0] == '1' || value.text[0] == '2'))
          node.flags |= kFlagYear;
      }
    }
  }

  bool IsWord(size_t i) const { return i < words_; }
  bool IsColumn(size_t i) const { return i > words_ && i < columns_end_; }
  bool IsTable(size_t i) const { return i >= columns_end_ && i < tables_end_; }
  bool IsValue(size_t i) const { return i >= tables_end_; }
  size_t TokenOf(size_t word) const { return static_cast<size_t>(graph_.nodes[word].begin); }
  int32_t TableOf(size_t column) const {
    return schema_.columns[static_cast<size_t>(graph_.nodes[column].ref)].table;
  }
  NameFit FitOf(size_t word, size_t name) const {
    const auto ref = static_cast<size_t>(graph_.nodes[name].ref);
    return (IsColumn(name) ? names_.columns : names_.tables)[ref][TokenOf(word)];
  }
  bool Inside(size_t word, size_t value) const {
    const Node& node = graph_.nodes[value];
    const int32_t token = graph_.nodes[word].begin;
    return node.begin <= token && token < node.end;
  }

  void MarkWords() {
    for (size_t w = 0; w < words_; ++w) {
      Node& word = graph_.nodes[w];
      for (size_t i = words_ + 1; i < tables_end_; ++i) {
        if (FitOf(w, i) <= NameFit::kWithoutTable)
          word.flags |= IsColumn(i) ? kFlagInColumn : kFlagInTable;
      }
      for (size_t i = tables_end_; i < size(); ++i) {
        if (Inside(w, i) && (graph_.nodes[i].flags & kFlagFree) == 0) word.flags |= kFlagInValue;
      }
    }
  }

  // Of the names that a word fits, those that it fits best.
  void MarkBest() {
    for (size_t w = 0; w < words_; ++w) {
      for (const bool columns : {true, false}) {
        const size_t begin = columns ? words_ + 1 : columns_end_;
        const size_t end = columns ? columns_end_ : tables_end_;
        NameFit best = NameFit::kNear;
        for (size_t i = begin; i < end; ++i)
          best = std::min(best, FitOf(w, i));
        if (best == NameFit::kNear) continue;
        for (size_t i = begin; i < end; ++i) {
          if (FitOf(w, i) == best) graph_.nodes[i].flags |= kFlagBest;
        }
      }
    }
    for (size_t i = tables_end_; i < size(); ++i) {
      Node& node = graph_.nodes[i];
      const bool beaten = std::any_of(
          graph_.nodes.begin() + static_cast<std::ptrdiff_t>(tables_end_), graph_.nodes.end(),
          [&](const Node& other) {
            const bool apart = other.end <= node.begin || node.end <= other.begin;
            return !apart && (other.end - other.begin > node.end - node.begin ||
                              (other.begin == node.begin && other.end == node.end &&
                               (other.flags & kFlagCellExact) > (node.flags & kFlagCellExact)));
          });
      if (!beaten) node.flags |= kFlagBest;
    }
  }

  void Set(size_t i, size_t j, NodeRelation relation) {
    graph_.relations[i * size() + j] = static_cast<uint8_t>(relation);
  }
  void SetBoth(size_t i, size_t j, NodeRelation there, NodeRelation back) {
    Set(i, j, there);
    Set(j, i, back);
  }

  void Relate() {
    graph_.relations.assign(size() * size(), 0);
    for (size_t i = 0; i < size(); ++i) {
      Set(words_, i, NodeRelation::kFromStar);
      Set(i, words_, NodeRelation::kToStar);
    }
    Set(words_, words_, NodeRelation::kStarSelf);
    RelateWords();
    RelateColumns();
    RelateTables();
    RelateValues();
    RelateKeys();
  }

  void RelateWords() {
    for (size_t w = 0; w < words_; ++w) {
      for (size_t v = 0; v < words_; ++v) {
        const int distance =
            std::clamp(static_cast<int>(v) - static_cast<int>(w), -kFarthest, kFarthest);
        Set(w, v,
            static_cast<NodeRelation>(static_cast<int>(NodeRelation::kWordFirst) + distance +
                                      kFarthest));
      }
      for (size_t i = words_ + 1; i < columns_end_; ++i) {
        NodeRelation relation = kOfColumn[static_cast<size_t>(FitOf(w, i))];
        if (relation == NodeRelation::kWordColumn && InCell(w, i))
          relation = NodeRelation::kWordColumnCell;
        SetBoth(w, i, relation,
                Mirror(relation, NodeRelation::kWordColumn, NodeRelation::kColumnWord));
      }
      for (size_t i = columns_end_; i < tables_end_; ++i) {
        const NodeRelation relation = kOfTable[static_cast<size_t>(FitOf(w, i))];
        SetBoth(w, i, relation,
                Mirror(relation, NodeRelation::kWordTable, NodeRelation::kTableWord));
      }
      for (size_t i = tables_end_; i < size(); ++i) {
        const Node& value = graph_.nodes[i];
        const int32_t token = graph_.nodes[w].begin;
        const NodeRelation relation =
            Inside(w, i)                                      ? NodeRelation::kWordValueInside
            : token < value.begin && token >= value.begin - 3 ? NodeRelation::kWordValueBefore
            : token >= value.end && token < value.end + 3     ? NodeRelation::kWordValueAfter
                                                              : NodeRelation::kWordValue;
        SetBoth(w, i, relation,
                Mirror(relation, NodeRelation::kWordValue, NodeRelation::kValueWord));
      }
    }
  }

  bool InCell(size_t word, size_t column) const {
    const ColumnId id = graph_.nodes[column].ref;
    const int32_t token = graph_.nodes[word].begin;
    return std::any_of(values_.begin(), values_.end(), [&](const ValueLink& value) {
      return value.type != ValueType::kNumber && value.begin <= token && token < value.end &&
             std::find(value.columns.begin(), value.columns.end(), id) != value.columns.end();
    });
  }

  void RelateColumns() {
    for (size_t i = words_ + 1; i < columns_end_; ++i) {
      const SchemaColumn& a = schema_.columns[static_cast<size_t>(graph_.nodes[i].ref)];
      for (size_t j = words_ + 1; j < columns_end_; ++j) {
        const SchemaColumn& b = schema_.columns[static_cast<size_t>(graph_.nodes[j].ref)];
        Set(i, j,
            i == j               ? NodeRelation::kColumnSelf
            : a.table == b.table ? NodeRelation::kColumnSameTable
            : a.words == b.words ? NodeRelation::kColumnSameName
                                 : NodeRelation::kColumnColumn);
      }
      for (size_t t = columns_end_; t < tables_end_; ++t) {
        const bool owner = graph_.nodes[t].ref == a.table;
        if (owner && a.primary)
          SetBoth(i, t, NodeRelation::kColumnKeyOf, NodeRelation::kTableKey);
        else if (owner)
          SetBoth(i, t, NodeRelation::kColumnOwner, NodeRelation::kTableOwns);
        else
          SetBoth(i, t, NodeRelation::kColumnTable, NodeRelation::kTableColumn);
      }
    }
  }

  void RelateTables() {
    for (size_t i = columns_end_; i < tables_end_; ++i) {
      for (size_t j = columns_end_; j < tables_end_; ++j)
        Set(i, j, i == j ? NodeRelation::kTableSelf : NodeRelation::kTableTable);
    }
  }

  void RelateValues() {
    for (size_t v = tables_end_; v < size(); ++v) {
      const Node& value = graph_.nodes[v];
      const ValueLink& link = values_[v - tables_end_];
      std::set<int32_t> tables;
      for (size_t i = words_ + 1; i < columns_end_; ++i) {
        const ColumnId id = graph_.nodes[i].ref;
        const bool held =
            std::find(link.columns.begin(), link.columns.end(), id) != link.columns.end();
        const ColumnType type = schema_.columns[static_cast<size_t>(id)].type;
        const bool fits = link.type == ValueType::kNumber ? type == ColumnType::kNumber
                          : link.type == ValueType::kDate ? type == ColumnType::kTime
                                                          : type == ColumnType::kText;
        if (held) tables.insert(TableOf(i));
        const NodeRelation relation =
            held   ? (link.fit <= ValueFit::kStem ? NodeRelation::kValueColumnExact
                                                  : NodeRelation::kValueColumnNear)
            : fits ? NodeRelation::kValueColumnType
                   : NodeRelation::kValueColumn;
        SetBoth(v, i, relation,
                Mirror(relation, NodeRelation::kValueColumn, NodeRelation::kColumnValue));
      }
      for (size_t t = columns_end_; t < tables_end_; ++t) {
        if (tables.contains(graph_.nodes[t].ref))
          SetBoth(v, t, NodeRelation::kValueTableCell, NodeRelation::kTableValueCell);
        else
          SetBoth(v, t, NodeRelation::kValueTable, NodeRelation::kTableValue);
      }
      for (size_t u = tables_end_; u < size(); ++u) {
        const Node& other = graph_.nodes[u];
        const bool same = other.begin == value.begin && other.end == value.end;
        Set(v, u,
            u == v                     ? NodeRelation::kValueSelf
            : same                     ? NodeRelation::kValueSameWords
            : other.begin >= value.end ? NodeRelation::kValueBefore
            : other.end <= value.begin ? NodeRelation::kValueAfter
                                       : NodeRelation::kValueValue);
      }
    }
  }

  void RelateKeys() {
    for (const SchemaKey& key : schema_.keys) {
      const int32_t from = graph_.NodeOfColumn(key.from), to = graph_.NodeOfColumn(key.to);
      const int32_t from_table = schema_.columns[static_cast<size_t>(key.from)].table;
      const int32_t to_table = schema_.columns[static_cast<size_t>(key.to)].table;
      const int32_t child = graph_.NodeOfTable(from_table);
      const int32_t parent = graph_.NodeOfTable(to_table);
      if (from >= 0 && to >= 0) {
        SetBoth(static_cast<size_t>(from), static_cast<size_t>(to), NodeRelation::kColumnRefersTo,
                NodeRelation::kColumnReferredBy);
      }
      if (from >= 0 && parent >= 0 && parent != child) {
        SetBoth(static_cast<size_t>(from), static_cast<size_t>(parent),
                NodeRelation::kColumnRefersToTable, NodeRelation::kTableReferredByColumn);
      }
      if (child < 0 || parent < 0 || child == parent) continue;
      const auto i = static_cast<size_t>(child), j = static_cast<size_t>(parent);
      const auto known = static_cast<NodeRelation>(graph_.relations[i * size() + j]);
      if (known == NodeRelation::kTableReferredBy || known == NodeRelation::kTableBoth)
        SetBoth(i, j, NodeRelation::kTableBoth, NodeRelation::kTableBoth);
      else
        SetBoth(i, j, NodeRelation::kTableRefersTo, NodeRelation::kTableReferredBy);
    }
  }

  const std::vector<Token>& tokens_;
  const Schema& schema_;
  const NameLinks names_;
  const std::vector<ValueLink> values_;
  QuestionGraph graph_;
  size_t words_ = 0, columns_end_ = 0, tables_end_ = 0;
};

}  // namespace

int32_t QuestionGraph::NodeOfColumn(ColumnId column) const {
  const NodeKind kind = column == kStarColumn ? NodeKind::kStar : NodeKind::kColumn;
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind == kind && nodes[i].ref == column) return static_cast<int32_t>(i);
  }
  return -1;
}

int32_t QuestionGraph::NodeOfTable(int32_t table) const {
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind == NodeKind::kTable && nodes[i].ref == table) return static_cast<int32_t>(i);
  }
  return -1;
}

QuestionGraph MakeQuestionGraph(const std::vector<Token>& question, const Schema& schema,
                                const ValueIndex& values) {
  return GraphMaker(question, schema, values).Make();
}

}  // namespace aietl::synthesis::learned
