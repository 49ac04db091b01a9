"""Библиотека: заголовки по-русски, точка с запятой, метка порядка байтов, даты дд.мм.гггг."""
from worldlib import *

AUTHORS = ["Чехов А.П.", "Толстой Л.Н.", "Булгаков М.А.", "Стругацкие", "Лем С.", "Остен Дж."]
GENRES = ["роман", "рассказы", "фантастика", "учебник"]


def make(folder, rng):
    books = [[f"{i + 1:06d}", f"Книга {i + 1}", rng.choice(AUTHORS), rng.choice(GENRES),
              rng.randrange(1965, 2024), f"{rng.randrange(90, 2400)},{i % 100:02d}"]
             for i in range(70)]
    write_csv(f"{folder}/книги.csv", ["Инвентарный номер", "Название", "Автор", "Жанр",
                                      "Год издания", "Цена"], books, ";", "utf-8-sig")
    readers = [[f"Б-{i + 1}", f"Читатель {i + 1}", ru_date(day(rng, "1950-01-01", "2014-12-31")),
                rng.choice(["студент", "взрослый", "пенсионер", "школьник"])] for i in range(45)]
    write_csv(f"{folder}/читатели.csv", ["Номер билета", "ФИО", "Дата рождения", "Категория"],
              readers, ";", "utf-8-sig")
    loans = []
    for n in range(190):
        taken = day(rng, "2024-01-09", "2024-06-25")
        back = taken + datetime.timedelta(days=rng.randrange(2, 40))
        loans.append([n + 1, readers[rng.randrange(39)][0], books[rng.randrange(62)][0],
                      ru_date(taken), ru_date(back) if rng.random() < 0.85 else ""])
    write_csv(f"{folder}/выдачи.csv", ["№ выдачи", "Номер билета", "Инвентарный номер",
                                       "Дата выдачи", "Дата возврата"], loans, ";", "utf-8-sig")


def mutate_returned(folder, rng):
    """Все книги возвращены, есть восемь новых выдач."""
    header, rows = read_csv(f"{folder}/выдачи.csv", ";", "utf-8-sig")
    for row in rows:
        row[4] = row[4] or "01.07.2024"
    for n in range(8):
        rows.append([str(191 + n), "Б-1", f"{n + 1:06d}", "02.07.2024", ""])
    write_csv(f"{folder}/выдачи.csv", header, rows, ";", "utf-8-sig")
