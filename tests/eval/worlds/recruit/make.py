"""A recruitment agency: clients (cp1251 from the accounting), vacancies, candidates, applications, placements."""
from worldlib import *

SURNAMES = ["Абрамов", "Белкин", "Власов", "Гусев", "Демин", "Ершов", "Жуков", "Зимин", "Исаев", "Королёв",
            "Лаптев", "Мухин"]
NAMES = ["Антон", "Борис", "Глеб", "Егор", "Захар", "Лев", "Марк", "Павел", "Роман", "Тимур"]
SKILLS = ["Python", "SQL", "Airflow", "Spark", "Java", "Kafka", "Excel", "1С", "Figma", "Kubernetes", "English B2"]
CITIES = ["Москва", "Москва", "Санкт-Петербург", "Казань", "удалёнка"]
CLIENTS = ["Ромашка", "ТехноСфера", "Банк Восток", "Гастроном №1", "ЛогистикПро", "МедЛаб", "АйТи Фабрика", "Стройдвор",
           "Агрохолдинг Юг", "Игродром", "Телеком-Плюс", "Северсталь-Сервис"]
JOBS = ["Data Engineer", "Data Analyst", "Java-разработчик", "Главный бухгалтер", "DevOps", "UX-дизайнер",
        "Менеджер по продажам", "HR BP", "QA Engineer"]
SOURCES = ["hh.ru", "hh.ru", "LinkedIn", "referral", "telegram", "career site"]
VACANCY_COLUMNS = ["vac_id", "client_cd", "position", "city", "sal_from", "sal_to", "cur", "opened", "closed",
                   "owner", "status"]


def person(i):
    return f"{SURNAMES[i * 5 % 12]} {NAMES[(i * 3 + i // 12) % 10]}"


def candidate(rng, number, i, when):
    digits = f"9{(i * 7919371 + 160000003) % 10**9:09d}"
    shown = rng.choice([f"+7{digits}", f"8{digits}", f"+7 ({digits[:3]}) {digits[3:6]}-{digits[6:8]}-{digits[8:]}",
                        f"8 {digits[:3]} {digits[3:6]} {digits[6:]}"])
    return {"cand_id": number, "fio": person(i), "email": None if rng.random() < 0.2 else f"cand{i}@mail.test",
            "phone": shown, "city": rng.choice(CITIES[:4]), "exp_years": rng.randrange(0, 16),
            "skills": ", ".join(rng.sample(SKILLS, rng.randrange(2, 6))),
            "salary_wish": None if rng.random() < 0.25 else rng.randrange(8, 42) * 10000,
            "source": rng.choice(SOURCES), "created": str(when)}


def make(folder, rng):
    clients = [[f"З-{i + 1:02d}", f"ООО «{name}»" if i % 3 else f"АО «{name}»",
                rng.choice(["ИТ", "финансы", "ритейл", "логистика", "производство"]),
                f"{rng.choice([15, 16.5, 18, 20, 22.5])}".replace(".", ","), ru_date(day(rng, "2021-03-01", "2024-05-20")),
                f"+7 495 {rng.randrange(100, 999)}-00-{i + 10}" if i % 4 else None] for i, name in enumerate(CLIENTS)]
    write_csv(f"{folder}/заказчики.csv", ["код", "наименование", "отрасль", "комиссия_проц", "договор_от", "телефон"],
              clients, delimiter=";", encoding="cp1251")

    recruiters = [["irina.s", "Ирина Сомова", "IT", "2020-02-03", None], ["oleg.t", "Олег Титов", "IT", "2021-06-15", None],
                  ["nina.k", "Нина Ким", "IT", "2023-01-09", None], ["vera.p", "Вера Панина", "Mass", "2019-11-11", None],
                  ["gleb.r", "Глеб Рощин", "Mass", "2022-04-04", "2024-08-30"],
                  ["dina.f", "Дина Фокс", "Executive", "2018-09-01", None], ["egor.n", "Егор Ныров", "Executive", "2024-10-07", None]]
    write_csv(f"{folder}/_raw/recruiters.csv", ["login", "full_name", "team", "hired_on", "fired_on"], recruiters)

    vacancies = []
    for i in range(76):
        opened = day(rng, "2024-01-09", "2024-11-15")
        status = rng.choices(["open", "closed", "frozen", "cancelled"], [40, 42, 8, 10])[0]
        cur = rng.choices(["RUB", "USD", "KZT"], [82, 12, 6])[0]
        low = {"RUB": rng.randrange(8, 36) * 10000, "USD": rng.randrange(15, 50) * 100, "KZT": rng.randrange(5, 14) * 100000}[cur]
        vacancies.append([f"V-{2401 + i}", clients[rng.randrange(11)][0], rng.choice(JOBS), rng.choice(CITIES),
                          None if rng.random() < 0.1 else low, None if rng.random() < 0.2 else low * rng.choice([12, 13, 15]) // 10,
                          cur, opened, opened + datetime.timedelta(days=rng.randrange(9, 95)) if status == "closed" else None,
                          rng.choice(recruiters[:6])[0], status])
    write_csv(f"{folder}/vacancies.csv", VACANCY_COLUMNS, vacancies)

    seconds = sorted(rng.sample(range(300 * 86400), 130))
    begin = datetime.datetime(2024, 1, 10)
    people = []
    for i in range(130):
        twin = i - 45 if i > 100 and i % 4 == 0 else i          # the same person left a CV once more
        people.append(candidate(rng, 60001 + i, twin, begin + datetime.timedelta(seconds=seconds[i])))
    write_ndjson(f"{folder}/candidates.ndjson", people)

    applications, placements = [], []
    for i in range(290):
        stage = rng.choices(["new", "screening", "interview", "offer", "hired", "rejected", "withdrawn"],
                            [10, 14, 14, 5, 17, 30, 10])[0]
        at = moment(rng, "2024-02-01", "2024-11-29")
        applications.append([f"A{i + 1:04d}", people[rng.randrange(108)]["cand_id"], vacancies[rng.randrange(66)][0], stage, at,
                             rng.choice(["salary", "skills", "skills", "no show", None]) if stage == "rejected" else None])
        if stage == "hired":
            start = at.date() + datetime.timedelta(days=rng.randrange(5, 30))
            placements.append([len(placements) + 1, f"A{i + 1:04d}", start, rng.randrange(90000, 620000),
                               start + datetime.timedelta(days=rng.choice([60, 90])),
                               start + datetime.timedelta(days=rng.randrange(5, 120)) if rng.random() < 0.22 else None])
    write_csv(f"{folder}/_raw/applications.csv", ["app_id", "cand", "vac", "stage", "stage_ts", "reject_reason"], applications)
    write_csv(f"{folder}/_raw/placements.csv", ["plc_no", "app", "start_on", "fee_rub", "guarantee_to", "left_on"], placements)


def gold(folder, out):
    header, rows = read_csv(f"{folder}/заказчики.csv", delimiter=";", encoding="cp1251")
    write_csv(f"{out}/заказчики.csv", header, rows, delimiter=";")


def mutate_monday(folder, rng):
    """Vacancies: four get closed or frozen, two disappear, three are new."""
    header, rows = read_csv(f"{folder}/vacancies.csv")
    is_open = [r for r in rows if r[10] == "open"]
    for i, r in enumerate(is_open[:4]):
        r[10] = "frozen" if i == 2 else "closed"
        r[8] = "" if i == 2 else "2024-12-02"
    rows.remove(is_open[7])
    rows.remove(is_open[9])
    for i in range(3):
        rows.append([f"V-{2477 + i}", f"З-0{i + 2}", JOBS[i], "Казань", 120000 + i * 10000, 180000, "RUB", "2024-12-02", "",
                     "egor.n", "open"])
    write_csv(f"{folder}/vacancies.csv", header, rows)


def mutate_week(folder, rng):
    """Candidates: five new ones, one old one edited."""
    with open(f"{folder}/candidates.ndjson", encoding="utf-8") as f:
        people = [json.loads(line) for line in f]
    people[12]["salary_wish"] = 555000
    people += [candidate(rng, 60131 + i, 130 + i, datetime.datetime(2024, 12, 1 + i, 9, 15)) for i in range(5)]
    write_ndjson(f"{folder}/candidates.ndjson", people)
