#include "synthesis/pipeline/schedule.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "synthesis/text/letters.h"

namespace aietl::synthesis {
namespace {

// Cron's weekday (Monday 1 … Sunday 7 → 0) or -1.
int Weekday(const std::string& word) {
  static constexpr std::pair<std::string_view, int> kDays[] = {
      {"monday", 1},   {"tuesday", 2}, {"wednesday", 3},   {"thursday", 4},  {"friday", 5},
      {"saturday", 6}, {"sunday", 0},  {"понедельник", 1}, {"вторник", 2},   {"сред", 3},
      {"четверг", 4},  {"пятниц", 5},  {"суббот", 6},      {"воскресень", 0}};
  for (const auto& [stem, day] : kDays) {
    if (word.starts_with(stem) && !word.starts_with("средн")) return day;
  }
  return -1;
}

class ScheduleFinder {
 public:
  ScheduleFinder(const std::vector<Token>& tokens, std::vector<bool>& taken)
      : tokens_(tokens), taken_(taken) {}

  std::optional<ScheduleMention> Find() {
    for (int at = 0; at < size(); ++at) {
      if (taken_[static_cast<size_t>(at)]) continue;
      int end = Frequency(at);
      if (end == 0) continue;
      // "per day" groups; a frequency of running stands with a verb or a time, or begins the
      // sentence.
      int cursor = end;
      const bool timed = Clock(cursor);
      if (!timed && !strong_) {
        Reset();
        continue;
      }
      end = std::max(end, cursor);
      end = Zone(end);
      for (int i = at; i < end; ++i)
        taken_[static_cast<size_t>(i)] = true;
      return ScheduleMention{Cron(), zone_, {At(at).span.begin, At(end - 1).span.end}};
    }
    return std::nullopt;
  }

 private:
  enum class Every { kNone, kMinutes, kHours, kDay, kWeekday, kWorkdays, kMonth };

  int size() const { return static_cast<int>(tokens_.size()); }
  const Token& At(int i) const { return tokens_[static_cast<size_t>(i)]; }
  std::string Lower(int i) const { return i >= 0 && i < size() ? At(i).lower : ""; }

  void Reset() {
    every_ = Every::kNone;
    strong_ = false;
    hour_ = 0;
    minute_ = 0;
  }

  // Number of tokens' end, 0 when nothing starts here. `strong_`: it can only be a schedule.
  int Frequency(int at) {
    const std::string& w = At(at).lower;
    const bool each = Among(w, {"every", "each"}) || w.starts_with("кажд");
    if (each && at + 1 < size()) {
      const std::string& next = At(at + 1).lower;
      if (At(at + 1).number && at + 2 < size()) {
        count_ = static_cast<int>(*At(at + 1).number);
        const std::string unit = Lower(at + 2);
        if (unit.starts_with("min") || unit.starts_with("минут"))
          return Set(Every::kMinutes, true, at + 3);
        if (unit.starts_with("hour") || unit.starts_with("час"))
          return Set(Every::kHours, true, at + 3);
        return 0;
      }
      if (Among(next, {"night", "ночь", "morning", "утро", "evening", "вечер"})) {
        period_ = next;
        return Set(Every::kDay, true, at + 2);
      }
      if (Among(next, {"day", "день"})) return Set(Every::kDay, false, at + 2);
      if (Among(next, {"hour", "час"})) {
        count_ = 1;
        return Set(Every::kHours, false, at + 2);
      }
      if (Among(next, {"weekday", "workday"}) || next.starts_with("будн") ||
          (next.starts_with("рабоч") && Lower(at + 2).starts_with("д"))) {
        return Set(Every::kWorkdays, true, next.starts_with("рабоч") ? at + 3 : at + 2);
      }
      if (const int day = Weekday(next); day >= 0) {
        weekday_ = day;
        return Set(Every::kWeekday, true, at + 2);
      }
      return 0;
    }
    if (Among(w, {"nightly", "еженощно"})) {
      period_ = "night";
      return Set(Every::kDay, true, at + 1);
    }
    if (Among(w, {"daily", "ежедневно"})) return Set(Every::kDay, OrdersRuns(at), at + 1);
    if (Among(w, {"hourly", "ежечасно"})) {
      count_ = 1;
      return Set(Every::kHours, w == "ежечасно" || OrdersRuns(at), at + 1);
    }
    // раз в сутки, once an hour, раз в 15 минут
    const bool once = w == "once" || (w == "раз" && Lower(at + 1) == "в") ||
                      (w == "один" && Lower(at + 1) == "раз" && Lower(at + 2) == "в");
    if (once) {
      int unit = w == "once" ? at + 1 : w == "раз" ? at + 2 : at + 3;
      if (Among(Lower(unit), {"a", "an", "every", "per", "each"})) ++unit;
      count_ = 1;
      if (unit < size() && At(unit).number) count_ = static_cast<int>(*At(unit++).number);
      const std::string word = Lower(unit);
      if (Among(word, {"day", "день", "сутки", "night", "ночь"}) && count_ == 1)
        return Set(Every::kDay, true, unit + 1);
      if (word.starts_with("hour") || word.starts_with("час"))
        return Set(Every::kHours, true, unit + 1);
      if (word.starts_with("min") || word.starts_with("минут"))
        return Set(Every::kMinutes, true, unit + 1);
      if (Among(word, {"week", "неделю"}) && count_ == 1) {
        weekday_ = 1;
        return Set(Every::kWeekday, true, unit + 1);
      }
      if (Among(word, {"month", "месяц"}) && count_ == 1) {
        month_day_ = 1;
        return Set(Every::kMonth, true, unit + 1);
      }
    }
    // "sessions on Mondays" are rows of some days; "refresh … on Mondays" says when it runs.
    if (w == "по" && Lower(at + 1) == "будням") return Set(Every::kWorkdays, RunsAgain(), at + 2);
    if (w == "on" && (Lower(at + 1) == "weekdays" || Lower(at + 1) == "workdays"))
      return Set(Every::kWorkdays, RunsAgain(), at + 2);
    if ((w == "on" || w == "по") && at + 1 < size()) {
      const int day = Weekday(At(at + 1).lower);
      if (day >= 0 && (At(at + 1).lower.ends_with("s") || w == "по")) {
        weekday_ = day;
        return Set(Every::kWeekday, RunsAgain(), at + 2);
      }
    }
    // on the first day of each month, первого числа каждого месяца
    int cursor = at;
    if (Among(Lower(cursor), {"on", "at"})) ++cursor;
    if (Lower(cursor) == "the") ++cursor;
    int day = 0;
    if (Among(Lower(cursor), {"first", "1st", "первого"}) || Lower(cursor).starts_with("перв"))
      day = 1;
    if (cursor < size() && At(cursor).number &&
        (Lower(cursor + 1).starts_with("числ") || Lower(cursor + 1) == "day"))
      day = static_cast<int>(*At(cursor).number);
    if (day > 0) {
      ++cursor;
      if (Among(Lower(cursor), {"day", "числа", "число", "день"})) ++cursor;
      if (Among(Lower(cursor), {"of"})) ++cursor;
      if ((Among(Lower(cursor), {"each", "every", "the"}) || Lower(cursor).starts_with("кажд")) &&
          (Lower(cursor + 1).starts_with("month") || Lower(cursor + 1).starts_with("месяц"))) {
        month_day_ = day;
        return Set(Every::kMonth, true, cursor + 2);
      }
    }
    return 0;
  }

  // "Daily merge …", "hourly: refresh …": a frequency that begins the sentence and is followed by
  // an order to load says when it runs. "Daily sales …" groups.
  bool OrdersRuns(int at) const {
    if (at != 0) return false;
    if (at + 1 < size() && At(at + 1).text == ":") return true;
    static constexpr std::string_view kOrders[] = {
        "load",     "merge", "append",  "refresh", "copy",    "save",   "export",  "update",
        "upsert",   "sync",  "rebuild", "write",   "сли",     "загру",  "обнов",   "выгру",
        "сохран",   "копир", "скопир",  "запис",   "дописыв", "допиши", "добавля", "перезапис",
        "переклад", "клади", "делай",   "снимай",  "синхрон"};
    return std::any_of(std::begin(kOrders), std::end(kOrders),
                       [&](std::string_view order) { return Lower(at + 1).starts_with(order); });
  }

  // An order that is only given for something done again and again: "refresh", «выгружай».
  bool RunsAgain() const {
    static constexpr std::string_view kAgain[] = {
        "refresh",  "sync",          "rebuild",      "rerun",         "schedule",
        "обновляй", "кажд",          "запуска",      "загружай",      "выгружай",
        "сохраняй", "присылай",      "пересчитывай", "перезаписывай", "дописывай",
        "копируй",  "синхронизируй", "собирай",      "делай",         "складывай"};
    for (int at = 0; at < size(); ++at) {
      if (std::any_of(std::begin(kAgain), std::end(kAgain),
                      [&](std::string_view order) { return Lower(at).starts_with(order); }))
        return true;
    }
    return false;
  }

  int Set(Every every, bool strong, int end) {
    every_ = every;
    strong_ = strong;
    return end;
  }

  // "at 2", "at 6:30 am", «в 8:30 утра», "at 02:00"
  bool Clock(int& cursor) {
    int at = cursor;
    if (!Among(Lower(at), {"at", "в", "во"})) {
      if (period_.starts_with("night") || period_ == "ночь") hour_ = 2;
      if (period_ == "morning" || period_ == "утро") hour_ = 6;
      if (period_ == "evening" || period_ == "вечер") hour_ = 20;
      return false;
    }
    ++at;
    if (Among(Lower(at), {"midnight", "полночь"})) {
      cursor = at + 1;
      return true;
    }
    if (Among(Lower(at), {"noon", "полдень"})) {
      hour_ = 12;
      cursor = at + 1;
      return true;
    }
    if (at >= size() || !At(at).number) return false;
    hour_ = static_cast<int>(*At(at).number);
    ++at;
    if (at + 1 < size() && (At(at).text == ":" || At(at).text == ".") && At(at + 1).number) {
      minute_ = static_cast<int>(*At(at + 1).number);
      at += 2;
    }
    if (Among(Lower(at), {"pm", "p.m", "вечера", "дня"}) && hour_ < 12) {
      hour_ += 12;
      ++at;
    } else if (Among(Lower(at),
                     {"am", "a.m", "утра", "ночи", "часа", "часов", "час", "o'clock", "oclock"})) {
      ++at;
      if (Among(Lower(at), {"утра", "ночи"})) ++at;
      if (Among(Lower(at), {"вечера", "дня"})) {
        if (hour_ < 12) hour_ += 12;
        ++at;
      }
    }
    if (hour_ > 23 || minute_ > 59) return false;
    cursor = at;
    return true;
  }

  int Zone(int at) {
    if (at < size() && At(at).text == "(") ++at;
    if (Lower(at) == "utc" || Lower(at) == "gmt") return at + 1;
    if (Among(Lower(at), {"msk", "мск"}) || (Lower(at) == "moscow" && Lower(at + 1) == "time") ||
        (Lower(at) == "по" && (Lower(at + 1).starts_with("москв") ||
                               Lower(at + 1).starts_with("московск") || Lower(at + 1) == "мск"))) {
      zone_ = "Europe/Moscow";
      int end = Among(Lower(at), {"msk", "мск"}) ? at + 1 : at + 2;
      if (Lower(end).starts_with("времен")) ++end;
      return end;
    }
    if (at < size() && At(at).text.find('/') != std::string::npos && At(at).text.size() > 4 &&
        At(at).text[0] >= 'A' && At(at).text[0] <= 'Z') {
      zone_ = At(at).text;
      return at + 1;
    }
    return at;
  }

  std::string Cron() const {
    switch (every_) {
      case Every::kMinutes: return fmt::format("*/{} * * * *", count_);
      case Every::kHours:
        return count_ == 1 ? fmt::format("{} * * * *", minute_)
                           : fmt::format("{} */{} * * *", minute_, count_);
      case Every::kWeekday: return fmt::format("{} {} * * {}", minute_, hour_, weekday_);
      case Every::kWorkdays: return fmt::format("{} {} * * 1-5", minute_, hour_);
      case Every::kMonth: return fmt::format("{} {} {} * *", minute_, hour_, month_day_);
      default: return fmt::format("{} {} * * *", minute_, hour_);
    }
  }

  const std::vector<Token>& tokens_;
  std::vector<bool>& taken_;
  Every every_ = Every::kNone;
  bool strong_ = false;
  int count_ = 1, weekday_ = 0, month_day_ = 1, hour_ = 0, minute_ = 0;
  std::string period_, zone_ = "UTC";
};

}  // namespace

std::optional<ScheduleMention> FindSchedule(const std::vector<Token>& tokens,
                                            std::vector<bool>* taken) {
  return ScheduleFinder(tokens, *taken).Find();
}

}  // namespace aietl::synthesis
