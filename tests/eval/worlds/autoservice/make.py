"""A chain of car repair shops: clients, their cars, work orders and mechanics (SQLite), parts used."""
from worldlib import *

LAST = ["Орлов", "Белов", "Гусев", "Титов", "Жуков", "Фомин", "Дроздов", "Ершов", "Лапин", "Сомов",
        "Котов", "Мухин", "Панов", "Рябов", "Седов"]
FIRST = ["Андрей", "Виктор", "Игорь", "Павел"]
COMPANIES = ["ООО Вектор", "ООО Такси-Люкс", "АО Хлебокомбинат", "ИП Савченко", "ООО Курьер-Экспресс",
             "ООО Ремстрой", "АО Горсвет", "ООО Аптека 36"]
MECHS = ["Сидоренко П.", "Абрамов К.", "Юсупов Р.", "Кравец Д.", "Мельник О.", "Зайцев Л.",
         "Бондарь С.", "Галиев Т.", "Носов Е.", "Щукин А.", "Ильин В.", "Чернов Г."]
MODELS = [("Toyota", "Camry"), ("Toyota", "Corolla"), ("Kia", "Rio"), ("Kia", "Sportage"),
          ("Lada", "Vesta"), ("Lada", "Granta"), ("Skoda", "Octavia"), ("Hyundai", "Solaris"),
          ("Renault", "Logan"), ("Renault", "Duster")]
BRANCHES = ["MSK-1", "MSK-2", "KZN-1", "SAM-1"]
PARTS = [("OF", "oil filter", "filters"), ("AF", "air filter", "filters"),
         ("CF", "cabin filter", "filters"), ("FF", "fuel filter", "filters"),
         ("BP", "brake pads front", "brakes"), ("BR", "brake pads rear", "brakes"),
         ("BD", "brake disc", "brakes"), ("BF", "brake fluid", "fluids"),
         ("EO", "engine oil 5W-30", "fluids"), ("EP", "engine oil 0W-20", "fluids"),
         ("AN", "antifreeze", "fluids"), ("GO", "gear oil", "fluids"),
         ("SA", "shock absorber", "suspension"), ("BJ", "ball joint", "suspension"),
         ("ST", "stabilizer link", "suspension"), ("SB", "silent block", "suspension"),
         ("SP", "spark plug", "electrics"), ("BT", "battery 60Ah", "electrics"),
         ("LH", "lamp H7", "electrics"), ("AL", "alternator belt", "electrics"),
         ("TB", "timing belt kit", "engine"), ("WP", "water pump", "engine"),
         ("TH", "thermostat", "engine"), ("GS", "head gasket", "engine")]
WO_DDL = """
CREATE TABLE mechanics (mech_id INTEGER PRIMARY KEY, mech_name TEXT, grade INTEGER, branch_cd TEXT,
                        hired_on TEXT, hourly_rate REAL);
CREATE TABLE work_orders (wo_id INTEGER PRIMARY KEY, car_id INTEGER, mech_id INTEGER, branch_cd TEXT,
                          opened_on TEXT, closed_on TEXT, status TEXT, labor_amt REAL);
"""


def client_rows(rng):
    rows = []
    for i in range(48):
        corp = i % 6 == 5
        name = COMPANIES[i // 6] if corp else f"{LAST[i % 15]} {FIRST[i // 15]}"
        phone = "" if i % 7 in (3, 5) else f"+7 9{rng.randrange(10, 99)} {rng.randrange(100, 999)}-{i:02d}-{rng.randrange(10, 99)}"
        rows.append([500 + i, name, phone, rng.choice(["Москва", "Казань", "Самара", "Тверь"]),
                     int(corp), day(rng, "2019-02-01", "2024-05-30")])
    return rows


CLIENT_HEADER = ["client_id", "full_name", "phone", "city", "is_corp", "reg_dt"]


def make(folder, rng):
    write_csv(f"{folder}/clients.csv", CLIENT_HEADER, client_rows(rng))
    cars = []
    for i in range(70):
        brand, model = rng.choice(MODELS)
        cars.append({"car_id": 9000 + i, "client_id": 500 + rng.randrange(44), "brand": brand,
                     "model": model, "prod_year": rng.randrange(2006, 2024),
                     "vin": f"XTA{rng.randrange(10**8, 10**9)}{i:05d}",
                     "mileage_km": None if i % 11 == 4 else rng.randrange(8000, 340000)})
    write_ndjson(f"{folder}/cars.ndjson", cars)

    mechs = [[i + 1, MECHS[i], rng.randrange(3, 7), BRANCHES[i % 4],
              str(day(rng, "2016-03-01", "2023-10-15")), rng.randrange(80, 180) * 10 + 0.5]
             for i in range(12)]
    orders, lines = [], []
    for i in range(260):
        status = rng.choices(["closed", "in_progress", "new", "cancelled"], [70, 14, 6, 10])[0]
        opened = day(rng, "2023-11-01", "2024-08-20")
        closed = opened + datetime.timedelta(days=rng.randrange(0, 15)) if status == "closed" else None
        mech = rng.randrange(12)
        labor = None if status in ("new", "cancelled") else round(rng.uniform(900, 28000), 2)
        orders.append([20001 + i, 9000 + rng.randrange(61), mech + 1, BRANCHES[mech % 4], str(opened),
                       str(closed) if closed else None, status, labor])
        if status in ("closed", "in_progress"):
            for p in rng.sample(range(22), rng.choice([0, 1, 1, 2, 3])):
                price = f"{rng.randrange(15000, 900000) / 100:.2f}".replace(".", ",")
                lines.append([20001 + i, f"{PARTS[p][0]}-{1000 + p * 7}", rng.randrange(1, 5), price])
    write_sqlite(f"{folder}/service.db", WO_DDL, {"mechanics": mechs, "work_orders": orders})
    write_csv(f"{folder}/wo_parts.csv", ["wo_id", "part_no", "qty", "unit_price"], lines, delimiter=";")
    write_csv(f"{folder}/parts.csv", ["part_no", "part_name", "category", "supplier", "stock_qty",
                                      "min_qty", "purch_price"],
              [[f"{code}-{1000 + i * 7}", name, cat, rng.choice(["Bosch", "Mann", "Valeo", "TRW"]),
                rng.randrange(0, 60), rng.choice([5, 10, 15, 20]), money(rng, 90, 4200)]
               for i, (code, name, cat) in enumerate(PARTS)])


def mutate_fresh_export(folder, rng):
    """The next export of clients holds only those that changed and those that are new."""
    header, rows = read_csv(f"{folder}/clients.csv")
    changed = rows[4:9]
    for row in changed:
        row[2] = f"+7 900 {rng.randrange(100, 999)}-00-{rng.randrange(10, 99)}"
        row[3] = "Тула"
    changed += [[601, "Крылов Олег", "+7 901 555-10-10", "Тверь", 0, "2024-08-21"],
                [602, "ООО Северный парк", "", "Казань", 1, "2024-08-22"]]
    write_csv(f"{folder}/clients.csv", header, changed)
