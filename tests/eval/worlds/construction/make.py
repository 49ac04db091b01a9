"""A construction contractor: sites, estimates, acts of work done, staff, timesheets, the store of materials."""
from worldlib import *

OBJECTS = [("ЖК Северный, корпус 1", "СЗ Девелопмент", "Тверь", 184, "сдан"), ("ЖК Северный, корпус 2", "СЗ Девелопмент", "Тверь", 191.5, "строится"),
           ("Школа № 14", "Администрация г. Тверь", "Тверь", 96.2, "строится"), ("Склад Логопарк", "Логопарк ООО", "Клин", 58.75, "сдан"),
           ("Торговый центр Меридиан", "Меридиан АО", "Клин", 240, "заморожен"), ("Детский сад Ромашка", "Администрация г. Клин", "Клин", 41.3, "сдан"),
           ("Котельная", "Теплосеть", "Торжок", 17.9, "строится"), ("Физкультурный центр", "Администрация г. Торжок", "Торжок", 63, "строится"),
           ("Ремонт моста", "Автодор", "Ржев", 29.4, "сдан"), ("Офис Меридиан", "Меридиан АО", "Тверь", 35.6, "строится")]
WORKS = [("земляные", "разработка грунта", "м3", 640), ("земляные", "обратная засыпка", "м3", 310), ("фундамент", "бетонирование фундамента", "м3", 8900),
         ("фундамент", "гидроизоляция", "м2", 720), ("каркас", "монтаж колонн", "шт", 15400), ("каркас", "монтаж перекрытий", "м2", 3100),
         ("стены", "кладка кирпича", "м3", 5200), ("стены", "утепление фасада", "м2", 1850), ("кровля", "устройство кровли", "м2", 2450),
         ("отделка", "штукатурка", "м2", 690), ("отделка", "покраска", "м2", 340), ("сети", "прокладка кабеля", "м", 210)]
FIO = ["Абрамов И.П.", "Белов С.А.", "Виноградов Н.Н.", "Громов К.Л.", "Данилов Р.Т.", "Егоров В.В.", "Жуков М.И.", "Захаров А.А.", "Ильин Ф.С.",
       "Комаров Д.Д.", "Лазарев П.Е.", "Макаров О.Г.", "Никитин Б.Р.", "Орехов Т.К.", "Павлов Л.М.", "Романов Ю.С.", "Соболев Г.Г.", "Тарасов Е.Н.",
       "Уваров А.К.", "Фомин В.Д.", "Хохлов С.С.", "Цветков И.А.", "Чернов Р.Р.", "Шаров М.Т.", "Щукин Н.В.", "Юдин К.К.", "Яшин П.П.", "Антонов Д.С.",
       "Борисов Е.Е.", "Васильев Ж.Л.", "Гусев О.О.", "Дроздов А.Р.", "Ершов С.К.", "Зимин В.Т.", "Исаев Л.Л.", "Котов Н.Д."]
PROF = ["каменщик", "каменщик", "сварщик", "бетонщик", "бетонщик", "крановщик", "монтажник", "электрик", "прораб"]
MATS = [("CEM-42", "Цемент М500 мешок 50кг", "шт", 80), ("BET-25", " Бетон B25", "М3", 10), ("ARM-12", "Арматура 12 мм", "т", 4), ("KIR-150", "Кирпич М150 ", "Шт.", 3000),
        ("PES-01", "Песок карьерный", "м3", 25), ("UTEP-100", "Утеплитель 100 мм", "М2", 120), ("KAB-3X2", " Кабель ВВГ 3x2.5 ", "м.", 400), ("KRASKA-W", "Краска белая", "Кг", 60),
        ("SHTUK-G", "Штукатурка гипсовая ", "кг.", 500), ("GIDRO-1", "Гидроизол", "м2", 90), ("SVAI-8", " Сваи 8 м", "шт.", 12), ("EL-3", "Электроды 3 мм", "КГ", 15), ("LES-50", "Доска 50x150", "м3", 5)]
PRICE = {"CEM-42": 480, "BET-25": 5600, "ARM-12": 61000, "KIR-150": 23.5, "PES-01": 890, "UTEP-100": 640, "KAB-3X2": 96, "KRASKA-W": 310,
         "SHTUK-G": 14.8, "GIDRO-1": 255, "SVAI-8": 11800, "EL-3": 290, "LES-50": 17200}


def code(i):
    return f"OB-{i + 1:02d}"


def act(rng, no, first="2024-03-01", last="2024-11-28"):
    w = WORKS[rng.randrange(12)]
    when = day(rng, first, last)
    volume = rng.randrange(50, 4000) / 10
    signed = rng.random() < 0.75
    paid = str(when + datetime.timedelta(days=rng.randrange(8, 60))) if signed and rng.random() < 0.6 else None
    return {"act_no": f"КС2-{no:03d}", "act_dt": str(when), "object": code(rng.randrange(9)), "rabota": w[1], "vol_fact": volume,
            "sum_wo_vat": round(volume * w[3] * rng.uniform(0.9, 1.15), 2), "signed": signed, "paid_on": paid}


def make(folder, rng):
    objects = []
    for i, (name, customer, city, mln, stat) in enumerate(OBJECTS):
        start = day(rng, "2023-02-01", "2024-02-15")
        planned = day(rng, "2024-05-15", "2024-12-25") if i != 6 else datetime.date(2024, 10, 1)
        if i == 3:
            planned = datetime.date(2024, 6, 14)
        fact = planned + datetime.timedelta(days={0: -9, 3: 21, 5: 0, 8: 47}[i]) if stat == "сдан" else None
        objects.append([code(i), name, customer, city, start, planned, fact, f"{mln * 1e6:.2f}",
                        f"{1009 + 9 * (i % 4)}", stat])
    objects[1][5], objects[2][5] = datetime.date(2024, 8, 31), datetime.date(2024, 9, 30)
    write_csv(f"{folder}/objects.csv", ["obj_code", "obj_name", "customer", "city", "start_pl", "finish_pl", "finish_fact",
                                        "contract_sum", "foreman_tn", "stat"], objects)
    lines = []
    for i in range(10):
        for w in sorted(rng.sample(range(12), rng.choice([5, 6, 7]))):
            lines.append([code(i), *WORKS[w][:3], f"{rng.randrange(400, 9000) / 10:.1f}".replace(".", ","),
                          f"{WORKS[w][3] * rng.uniform(0.9, 1.1):.2f}".replace(".", ",")])
    write_csv(f"{folder}/smeta.csv", ["obj", "razdel", "rabota", "ed", "vol_plan", "cena_ed"], lines, delimiter=";")
    write_ndjson(f"{folder}/ks2.ndjson", [act(rng, i + 1) for i in range(120)])

    staff = []
    for i in range(45):
        again = staff[(i - 40) * 7 + 3] if i >= 40 else None       # left and came back: a second number
        hired = day(rng, "2015-04-01", "2023-08-30") if not again else day(rng, "2024-01-10", "2024-09-01")
        left = str(day(rng, "2024-03-01", "2024-09-20")) if i % 11 == 4 else ""
        if again:
            again[6], left = str(day(rng, "2023-09-01", "2023-12-25")), ""
        staff.append([1001 + i, again[1] if again else FIO[i] if i < 36 else "Ж" + FIO[i - 36].lower(), again[2] if again else PROF[i % 9],
                      rng.randrange(2, 7), None if PROF[i % 9] == "прораб" and not again else f"БР-{1 + rng.randrange(4)}", hired, left,
                      "" if i % 7 == 5 else f"+7 930 {rng.randrange(100, 999)}-{rng.randrange(10, 99)}-{rng.randrange(10, 99)}"])
    for i, name in zip(range(36, 40), ("Кузнецов А.А.", "Лебедев И.И.", "Морозов Т.Т.", "Новиков С.В.")):
        staff[i][1] = name
    write_csv(f"{folder}/staff.csv", ["tab_no", "fio", "prof", "razryad", "brig_no", "hired", "fired", "tel"], staff)
    write_csv(f"{folder}/subpodryad.csv", ["person", "speciality", "firm", "since"],
              [[f"{a} {b}.", p, f, ru_date(day(rng, "2024-02-01", "2024-11-01"))] for a, b, p, f in (
                  ("Рахимов", "Б", "бетонщик", "СтройИнвест"), ("Юсупов", "А", "бетонщик", "СтройИнвест"), ("Климов", "Д", "кровельщик", "Кровля-Сервис"),
                  ("Мельник", "О", "кровельщик", "Кровля-Сервис"), ("Саидов", "Х", "каменщик", "СтройИнвест"), ("Титов", "Г", "электрик", "ЭнергоМонтаж"),
                  ("Власов", "Е", "электрик", "ЭнергоМонтаж"), ("Гордеев", "П", "сварщик", "Металлист"))], delimiter=";")

    here = [s for s in staff if not s[6] and s[0] not in (1012, 1022, 1031)]
    sheet = []
    for d in range(61):
        when = datetime.date(2024, 10, 1) + datetime.timedelta(days=d)
        for s in here:
            if rng.random() < (0.24 if when.isoweekday() < 6 else 0.06):
                sheet.append([s[0], code(rng.choice([1, 2, 4, 6, 7, 7, 9, 3])), when, rng.choice([8, 8, 8, 7.5, 6, 4]), rng.choice([0, 0, 0, rng.randrange(3, 35) / 10])])
    for t in (1012, 1031):                     # only in November
        sheet.append([t, code(1), "2024-11-14", 8, 1])
    write_csv(f"{folder}/_raw/tabel.csv", ["tn", "obj_code", "wdate", "hrs", "ovt_hrs"], sheet)

    moves = [move(rng, i, "2024-08-01", "2024-11-25") for i in range(210)]
    for i, (m, _, _, least) in enumerate(MATS):       # what was bought first: enough for all that was issued, and a little or much more
        issued = sum(-v[5] if v[2] == "in" else v[5] for v in moves if v[1] == m)
        rest = least * (0.5 if i % 5 == 2 else 3)
        moves.append((8900 + i, m, "in", f"2024-08-{i + 2:02d}", None, max(issued, 0) + rest, PRICE[m], "Метснаб", f"УПД-{700 + i}"))
    write_sqlite(f"{folder}/sklad.db", """
        CREATE TABLE mats(mat_cd TEXT PRIMARY KEY, mat_name TEXT, unit TEXT, min_qty REAL);
        CREATE TABLE moves(mv_id INTEGER PRIMARY KEY, mat TEXT, kind TEXT, mv_dt TEXT, obj TEXT, qty REAL, price REAL, supplier TEXT, doc_no TEXT);""",
                 {"mats": MATS, "moves": moves})


def move(rng, i, first, last):
    m = rng.choice([x[0] for x in MATS if x[0] not in ("GIDRO-1", "SVAI-8", "LES-50")])
    coming = rng.random() < 0.25
    return (9001 + i, m, "in" if coming else "out", str(day(rng, first, last)), None if coming else code(rng.choice([1, 2, 6, 7, 9])),
            rng.randrange(2, 90) + (rng.randrange(10) / 2 if m != "SVAI-8" else 0), round(PRICE[m] * rng.uniform(0.95, 1.1), 2) if coming else None,
            rng.choice(["Метснаб", "СтройБаза", "Кирпичный завод"]) if coming else None, f"{'УПД' if coming else 'М15'}-{100 + i}")


def mutate_december(folder, rng):
    """The store: old lines were archived away, an old one was corrected, December has begun."""
    db = sqlite3.connect(f"{folder}/sklad.db")
    db.execute("DELETE FROM moves WHERE mv_dt < '2024-09-01'")
    db.execute("UPDATE moves SET qty = qty + 1 WHERE mv_id IN (9007, 9044, 9101)")
    db.executemany("INSERT INTO moves VALUES (?,?,?,?,?,?,?,?,?)", [move(rng, 300 + i, "2024-11-26", "2024-12-08") for i in range(17)])
    db.commit()
    db.close()


def mutate_signed(folder, rng):
    """Some acts were signed or paid meanwhile, new ones came, the first ten are no longer in the export."""
    with open(f"{folder}/ks2.ndjson", encoding="utf-8") as f:
        acts = [json.loads(line) for line in f]
    for i in (14, 30, 31, 55, 78, 99):
        acts[i]["signed"], acts[i]["paid_on"] = True, "2024-12-03"
    write_ndjson(f"{folder}/ks2.ndjson", acts[10:] + [act(rng, 121 + i, "2024-11-29", "2024-12-10") for i in range(9)])
