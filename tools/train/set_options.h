// The options that say which questions, shared by the programs of this folder.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

#include "synthesis/measure/question_set.h"

namespace aietl::synthesis {

struct SetOptions {
  std::string format = "spider", questions, tables, databases, language = "en";
  size_t limit = 0;  // 0: all

  void AddTo(CLI::App& app) {
    app.add_option("--format", format, "spider, wikisql or pauq");
    app.add_option("--questions", questions, "the set's file");
    app.add_option("--tables", tables, "of wikisql");
    app.add_option("--databases", databases, "folder, or wikisql's file");
    app.add_option("--lang", language, "of pauq: en or ru");
    app.add_option("--limit", limit, "so many questions");
  }

  QuestionSetRequest Request() const {
    QuestionSetRequest request;
    request.format = format == "wikisql" ? SetFormat::kWikisql : SetFormat::kSpider;
    request.questions = questions;
    request.tables = tables;
    request.databases = databases;
    request.language = language;
    return request;
  }
};

}  // namespace aietl::synthesis
