"""Restaurants with delivery: half of the files with Russian names and columns, half with English."""
from worldlib import *

REST = ["Тверская", "Арбат", "Лиговский", "Садовая", "Невский"]
DISHES = [("Борщ", "супы"), ("Том ям", "супы"), ("Солянка", "супы"), ("Куриный бульон", "супы"),
          ("Цезарь", "салаты"), ("Греческий", "салаты"), ("Оливье", "салаты"),
          ("Маргарита", "пицца"), ("Пепперони", "пицца"), ("Четыре сыра", "пицца"),
          ("Гавайская", "пицца"), ("Филадельфия", "роллы"), ("Калифорния", "роллы"),
          ("Ролл с угрём", "роллы"), ("Карбонара", "паста"), ("Болоньезе", "паста"),
          ("Стейк рибай", "горячее"), ("Пельмени", "горячее"), ("Котлета по-киевски", "горячее"),
          ("Чизкейк", "десерты"), ("Тирамису", "десерты"), ("Медовик", "десерты"),
          ("Морс", "напитки"), ("Лимонад", "напитки"), ("Капучино", "напитки"), ("Чай", "напитки")]
FIRST = ["Анна", "Олег", "Мария", "Сергей", "Ирина", "Денис", "Юлия", "Артём", "Ольга", "Никита"]
LAST = ["Ким", "Шевченко", "Коваленко", "Бондаренко", "Лысенко", "Романенко"]
PRICES = {"супы": (25, 60), "салаты": (35, 70), "пицца": (55, 95), "роллы": (40, 85), "паста": (45, 75),
          "горячее": (48, 160), "десерты": (28, 55), "напитки": (12, 35)}
COURIERS = ["Рустам", "Илья", "Женя", "Фёдор", "Азамат", "Кирилл", "Вадим", "Тимур", "Лёша", "Гена",
            "Марат", "Степан"]
COMMENTS = ["остыло", "очень вкусно", "забыли приборы", "курьер опоздал на час", "всё супер",
            "нормально", "мало соуса"]
ORDER_HEADER = ["номер_заказа", "дата", "ресторан", "гость_id", "курьер_id", "сумма", "чаевые",
                "оплата", "статус"]


def comma(value):
    return f"{value:.2f}".replace(".", ",")


def order(rng, number, when):
    status = rng.choices(["доставлен", "отменён", "в пути", "возврат"], [74, 14, 6, 6])[0]
    courier = "" if rng.random() < 0.2 else 1 + rng.randrange(10)
    tip = comma(rng.randrange(30, 400)) if courier and status == "доставлен" and rng.random() < 0.5 else ""
    return [number, ru_date(when), rng.choice(REST), 1 + rng.randrange(50), courier,
            comma(rng.randrange(45000, 640000) / 100), tip,
            rng.choice(["карта", "наличные", "онлайн"]), status]


def make(folder, rng):
    first = datetime.date(2024, 3, 1)
    orders = [order(rng, 7001 + i, first + datetime.timedelta(days=i * 122 // 280)) for i in range(280)]
    write_csv(f"{folder}/заказы.csv", ORDER_HEADER, orders, delimiter=";")
    dishes = [[f"Б{i + 101}", name, cat, rng.randrange(*PRICES[cat]) * 10, rng.randrange(15, 60) * 10,
               "да" if rng.random() < 0.3 else "нет"] for i, (name, cat) in enumerate(DISHES)]
    write_csv(f"{folder}/блюда.csv", ["код_блюда", "название", "категория", "цена", "вес_г", "стоп_лист"],
              dishes, delimiter=";")
    lines = []
    for o in orders:
        for d in rng.sample(range(26), rng.choice([1, 1, 1, 2])):
            lines.append([o[0], dishes[d][0], rng.choice([1, 1, 2, 3]), dishes[d][3] - rng.choice([0, 0, 20])])
    write_csv(f"{folder}/состав_заказов.csv", ["номер_заказа", "код_блюда", "кол_во", "цена"],
              lines, delimiter=";")
    guests, start = [], datetime.date(2022, 1, 10)
    for i in range(60):
        same = guests[i * 5 - 255] if i >= 52 else None      # the last eight registered twice
        name = same[1] if same else f"{FIRST[i % 10]} {LAST[i // 10]}"
        phone = same[2] if same else f"+7921{1000000 + i * 13577}"
        mail = "" if i % 4 == 1 else f"user{i + 1}@mail.ru"
        guests.append([i + 1, name, phone, mail, start + datetime.timedelta(days=(i * 37) % 601 + i),
                       "true" if i % 5 in (1, 4) else "false", rng.randrange(0, 900)])
    write_csv(f"{folder}/guests.csv", ["guest_id", "name", "phone", "email", "signup_date", "is_vip",
                                       "bonus_points"], guests)
    write_json(f"{folder}/couriers.json", ["courier_id", "courier_name", "transport", "hired_on", "active"],
               [[i + 1, name, rng.choice(["bike", "car", "foot", "scooter"]),
                 str(day(rng, "2021-05-01", "2024-06-15")), i % 4 != 3] for i, name in enumerate(COURIERS)])
    delivered = [o for o in orders if o[8] in ("доставлен", "возврат")]
    write_ndjson(f"{folder}/reviews.ndjson", [
        {"review_id": 301 + i, "order_no": o[0], "rating": rng.choices([1, 2, 3, 4, 5], [12, 12, 16, 28, 32])[0],
         "comment": rng.choice(COMMENTS) if rng.random() < 0.65 else None,
         "created_at": str(datetime.datetime.strptime(o[1], "%d.%m.%Y")
                           + datetime.timedelta(hours=rng.randrange(12, 60), minutes=rng.randrange(60)))}
        for i, o in enumerate(rng.sample(delivered, 120))])


def mutate_july(folder, rng):
    """The next export: the last orders of June once more, unchanged, and those of July."""
    header, rows = read_csv(f"{folder}/заказы.csv", delimiter=";")
    fresh = [order(rng, 7281 + i, datetime.date(2024, 7, 1) + datetime.timedelta(days=i // 3))
             for i in range(24)]
    write_csv(f"{folder}/заказы.csv", header, rows[-12:] + fresh, delimiter=";")
