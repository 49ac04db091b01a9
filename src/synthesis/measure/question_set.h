// Sets of questions with their gold queries, as public benchmarks publish them.
//
// spider: a JSON list of {db_id, question, query}; databases are DIR/<db_id>/<db_id>.sqlite. Also
// read: lists with question_en,
//   question_ru, query_en, query_ru (PAUQ), of which `language` chooses.
// wikisql: JSON lines of {table_id, question, agg, sel, conds}, tables as JSON lines of {id,
// header}; one database file holds them all, a
//   table's name is t_<id with _ for ->.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace aietl::synthesis {

struct SetQuestion {
  std::string id;        // "id" of the set, or its number from 0
  std::string database;  // path of the SQLite file
  std::string table;     // only this table may be spoken of; empty: the whole database
  std::string question;
  std::string gold;  // SQLite's SQL
};

enum class SetFormat : unsigned char { kSpider, kWikisql };

struct QuestionSetRequest {
  SetFormat format = SetFormat::kSpider;
  std::string questions;  // file
  std::string tables;     // file; wikisql only
  std::string databases;  // folder (spider), or the database file (wikisql)
  std::string language = "en";
};

// Errors name the file and the item.
Result<std::vector<SetQuestion>> ReadQuestionSet(const QuestionSetRequest& request);

}  // namespace aietl::synthesis
