"""A municipal library network: branches, catalogue, copies, readers, loans of two years, events."""
import re

from worldlib import *

BRANCHES = [(1, "Центральная библиотека им. Пушкина", "Ленинский", "пр. Мира, 2", "1957-05-20", 1), (2, "Библиотека на Садовой", "Ленинский", "ул. Садовая, 14", "1974-09-01", 0),
            (3, "Детская библиотека Алые паруса", "Кировский", "ул. Гайдара, 8", "1981-06-01", 1), (5, "Библиотека им. Чехова", "Кировский", "ул. Чехова, 31", "1966-01-29", 0),
            (6, "Библиотека Горизонт", "Заречный", "ул. Речная, 3", "2003-10-10", 1), (7, "Заречная библиотека", "Заречный", "ул. Лесная, 19", "1988-04-12", 1),
            (9, "Медиатека", "Октябрьский", "ул. Связи, 1", "2016-12-05", 0), (11, "Книжная гостиная", "Октябрьский", "ул. Полевая, 7", "1993-02-15", 0)]
TITLES = [("Мастер и Маргарита", "Булгаков М. А.", "ru", "классика", 480), ("Белая гвардия", "Булгаков М. А.", "ru", "классика", 320), ("Собачье сердце", "Булгаков М. А.", "ru", "классика", 190),
          ("Анна Каренина", "Толстой Л. Н.", "ru", "классика", 864), ("Вишнёвый сад", "Чехов А. П.", "ru", "классика", 96), ("Палата № 6", "Чехов А. П.", "ru", "классика", 128),
          ("Азазель", "Акунин Б.", "ru", "детектив", 352), ("Турецкий гамбит", "Акунин Б.", "ru", "детектив", 288), ("The Hound of the Baskervilles", "Doyle A. C.", "en", "детектив", 256),
          ("Murder on the Orient Express", "Christie A.", "en", "детектив", 274), ("Der Richter und sein Henker", "Dürrenmatt F.", "de", "детектив", 128), ("Пикник на обочине", "Стругацкий А.", "ru", "фантастика", 224),
          ("Трудно быть богом", "Стругацкий А.", "ru", "фантастика", 256), ("Dune", "Herbert F.", "en", "фантастика", 688), ("Neuromancer", "Gibson W.", "en", "фантастика", 271),
          ("Der Schwarm", "Schätzing F.", "de", "фантастика", 1000), ("Solaris", "Lem S.", "pl", "фантастика", 340), ("Денискины рассказы", "Драгунский В. Ю.", "ru", "детская", 160),
          ("Мойдодыр", "Чуковский К. И.", "ru", "детская", 32), ("Приключения Незнайки", "Носов Н. Н.", "ru", "детская", 208), ("The Gruffalo", "Donaldson J.", "en", "детская", 24),
          ("Matilda", "Dahl R.", "en", "детская", 240), ("Emil und die Detektive", "Kästner E.", "de", "детская", 176), ("Краткая история времени", "Хокинг С.", "ru", "наука", 232),
          ("Sapiens", "Harari Y. N.", "en", "наука", 512), ("Эгоистичный ген", "Докинз Р.", "ru", "наука", 496), ("Кулинария для начинающих", None, "ru", "дом и быт", 150),
          ("Сад и огород", None, "ru", "дом и быт", 210), ("Вязание спицами", "Котова И.", "ru", "дом и быт", 144), ("Ремонт своими руками", None, "ru", "дом и быт", 300)]
LAST = ["Алексеев", "Борисов", "Власов", "Герасимов", "Дмитриев", "Ефимов", "Жданов", "Зотов", "Ильин", "Козлов", "Логинов"]
MEN, WOMEN = ["Иван", "Пётр", "Егор", "Лев"], ["Анна", "Дарья", "Софья", "Вера", "Ольга"]
LOAN_HEADER = ["loan_id", "inv", "reader", "out_dt", "due_dt", "back_dt", "renewed"]
COPY_HEADER = ["inv_no", "bib_id", "filial", "sost", "cena", "postupil", "spisan"]


def loans(rng, first_id, n, first, last, copies, readers):
    rows = []
    for i in range(n):
        out = day(rng, first, last)
        due = out + datetime.timedelta(days=14 if rng.random() < 0.3 else 30)
        back = out + datetime.timedelta(days=rng.randrange(1, 48))
        if back > datetime.date(2024, 11, 30) or rng.random() < 0.04:
            back = None
        rows.append([first_id + i, rng.choice(copies), rng.choice(readers), out, due, back, rng.choice([0, 0, 0, 1, 2])])
    return rows


def make(folder, rng):
    write_csv(f"{folder}/branches.csv", ["fil_no", "fil_name", "rayon", "adr", "opened", "kids_room"], BRANCHES)
    catalog = []
    for i, (title, author, lang, genre, pages) in enumerate(TITLES):
        isbn = f"978{rng.randrange(10 ** 9, 10 ** 10)}"
        shape = i % 5
        if shape == 1:
            isbn = f"{isbn[:3]}-{isbn[3]}-{isbn[4:6]}-{isbn[6:12]}-{isbn[12]}"
        elif shape == 2:
            isbn = f"{isbn[:3]} {isbn[3:8]} {isbn[8:]}"
        elif i in (8, 18):
            isbn = f"{isbn[3]}-{isbn[4:8]}-{isbn[8:12]}-X"
        elif i in (13, 28):
            isbn = None
        catalog.append({"bib_id": 100 + i * 3, "title": title, "author": author, "year_pub": 2015 if i in (9, 16) else rng.randrange(1988, 2024), "lang": lang,
                        "genre": genre, "isbn": isbn, "pages": pages})
    write_ndjson(f"{folder}/catalog.ndjson", catalog)

    copies, fils = [], [b[0] for b in BRANCHES]
    for i, c in enumerate(catalog):
        if i in (16, 25):                        # described but never bought
            continue
        one = rng.choice(fils)
        for k in range([1, 3, 5, 8, 4][i % 5]):
            came = day(rng, "2009-01-15", "2024-03-20")
            gone = i in (10, 22) or rng.random() < 0.12
            copies.append([f"{len(copies) * 7 + 20011}", c["bib_id"], one if i in (4, 9, 14, 21) else rng.choice(fils), rng.choice(["новая", "хорошая", "хорошая", "ветхая"]),
                           f"{rng.randrange(9000, 145000) / 100:.2f}".replace(".", ","), ru_date(came), ru_date(day(rng, "2024-04-01", "2024-11-20")) if gone else ""])
    write_csv(f"{folder}/copies.csv", COPY_HEADER, copies, delimiter=";")

    readers = []
    for i in range(70):
        woman = rng.random() < 0.6
        year = rng.randrange(1940, 2017)
        cat = "child" if year > 2010 else "student" if 2002 <= year <= 2010 else "pensioner" if year < 1962 else "adult"
        row = [f"Ч-{3001 + i}", LAST[i % 11] + ("а" if woman else ""), rng.choice(WOMEN if woman else MEN), day(rng, f"{year}-01-02", f"{year}-12-28"),
               "" if i % 9 == 3 else f"8-903-{rng.randrange(100, 999)}-{rng.randrange(10, 99)}-{rng.randrange(10, 99)}",
               "" if i % 4 == 2 else [f"reader{i}@mail.ru", f" Reader{i}@Gmail.com", f"READER{i}@YANDEX.RU "][i % 3], day(rng, "2016-01-10", "2023-12-25"), cat, rng.choice(fils)]
        if i >= 64:                               # registered once more, elsewhere
            row[1:4] = readers[(i - 64) * 9 + 5][1:4]
            row[7] = readers[(i - 64) * 9 + 5][7]
        readers.append(row)
    write_csv(f"{folder}/readers.csv", ["ticket_no", "surname", "name", "birth", "tel", "email", "reg_date", "cat", "home_br"], readers)

    numbers, takers = [c[0] for c in copies if c[1] not in (130, 166)], [r[0] for i, r in enumerate(readers) if i % 7 != 4]
    write_csv(f"{folder}/_raw/l23.csv", LOAN_HEADER, loans(rng, 50001, 230, "2023-01-09", "2023-12-29", numbers, takers))
    write_csv(f"{folder}/_raw/l24.csv", LOAN_HEADER, loans(rng, 50231, 290, "2024-01-09", "2024-11-29", numbers, takers))

    kinds = ["встреча с автором", "мастер-класс", "лекция", "кинопоказ", "громкие чтения"]
    events, visits = [], []
    for i in range(32):
        at = datetime.datetime.combine(day(rng, "2023-11-01", "2024-11-24"), datetime.time(rng.choice([11, 12, 15, 17, 18, 19]), rng.choice([0, 30])))
        events.append((i + 1, f"{kinds[i % 5].capitalize()} № {i // 5 + 1}", rng.choice([1, 1, 2, 3, 3, 5, 6, 9]), str(at), kinds[i % 5], rng.choice([15, 20, 30, 60])))
        visits += [(i + 1, r[0], 1 if rng.random() < 0.7 else 0) for r in rng.sample(readers, rng.randrange(3, 12))]
    write_sqlite(f"{folder}/events.db", """
        CREATE TABLE events(ev_id INTEGER PRIMARY KEY, ev_title TEXT, branch INTEGER, starts TEXT, kind TEXT, seats INTEGER);
        CREATE TABLE visits(ev_id INTEGER, ticket TEXT, came INTEGER, PRIMARY KEY(ev_id, ticket));""", {"events": events, "visits": visits})


def gold(folder, out):
    """ISBNs as they should be."""
    with open(f"{folder}/catalog.ndjson", encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    for r in rows:
        digits = re.sub(r"[- ]", "", r["isbn"] or "")
        r["isbn"] = digits if len(digits) == 13 else None
    write_csv(f"{out}/isbn.csv", ["bib_id", "title", "isbn"], [[r["bib_id"], r["title"], r["isbn"]] for r in rows])


def mutate_inventory(folder, rng):
    """After the stocktaking: states and write-offs changed, some numbers are gone, fresh books have come."""
    header, rows = read_csv(f"{folder}/copies.csv", delimiter=";")
    for i in (3, 17, 40, 66):
        rows[i][3], rows[i][6] = "ветхая", "05.12.2024"
    rows[20][2] = "9" if rows[20][2] != "9" else "5"
    rows = [r for i, r in enumerate(rows) if i not in (8, 51)]
    rows += [[f"{30001 + i}", 100 + i * 9, 1 + i % 3, "новая", f"{410 + i * 35},50", "04.12.2024", ""] for i in range(8)]
    write_csv(f"{folder}/copies.csv", header, rows, delimiter=";")
