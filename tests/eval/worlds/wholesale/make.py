"""A wholesale food distributor: assortment from 1C, customers, orders and their lines, lots in stock, two price lists."""
from worldlib import *

GOODS = [("Молоко 3,2% 1 л", "молочка", 10), ("Кефир 1% 0,9 л", "молочка", 12), ("Творог 9% 200 г", "молочка", 14),
         ("Сыр Российский", "молочка", 90), ("Масло сливочное 82,5%", "молочка", 60), ("Йогурт клубника", "молочка", 35),
         ("Пельмени домашние", "заморозка", 180), ("Блины с мясом", "заморозка", 180), ("Овощная смесь", "заморозка", 540),
         ("Мороженое пломбир", "заморозка", 365), ("Гречка ядрица", "бакалея", 600), ("Рис круглый", "бакалея", 540),
         ("Макароны рожки", "бакалея", 730), ("Сахар-песок", "бакалея", None), ("Соль йодированная", "бакалея", None),
         ("Мука в/с", "бакалея", 365), ("Вода газ. 0,5 л", "напитки", 365), ("Сок яблочный 1 л", "напитки", 270),
         ("Квас 1,5 л", "напитки", 120), ("Колбаса Докторская", "мясо", 25), ("Сосиски молочные", "мясо", 20),
         ("Фарш говяжий", "мясо", 7), ("Ветчина", "мясо", 30), ("Курица тушка", "мясо", 6), ("Бананы", "овощи-фрукты", 12),
         ("Яблоки Гала", "овощи-фрукты", 60), ("Картофель мытый", "овощи-фрукты", 90), ("Морковь", "овощи-фрукты", 60)]
REGIONS = ["Санкт-Петербург", "СПб", "спб", " Санкт-Петербург", "Москва", "МОСКВА", "Москва ", "Псков", "Тверь"]
SHOPS = ["Уголок", "Берёзка", "Продукты 24", "У дома", "Фасоль", "Столовая №5", "Кафе Ветерок", "Лакомка",
         "Садко", "Меридиан", "Пятачок", "Гермес"]
AGENTS = ["Рябов", "Шилова", "Тихонов", "Мамедова", "Юдин"]
LOT_COLUMNS = "lot TEXT PRIMARY KEY, sku TEXT, wh TEXT, made_on TEXT, best_before TEXT, qty_box INTEGER"


def comma(value):
    return f"{value:.2f}".replace(".", ",")


def make(folder, rng):
    goods = []
    for i, (name, group, days) in enumerate(GOODS):
        goods.append([f"{'МЗБНМО'['молочка заморозка бакалея напитки мясо овощи-фрукты'.split().index(group)]}{100 + i * 7}", name,
                      group, rng.choice([6, 8, 10, 12, 20]), comma(rng.randrange(20, 1600) / 100), days,
                      rng.choice(["ООО Луга", "ИП Саркисян", "Мясной двор", "АгроСевер"]), rng.choice([10, 10, 20])])
    write_csv(f"{folder}/номенклатура.csv", ["артикул", "наименование", "группа", "шт_в_коробе", "вес_короба_кг", "срок_дн",
                                             "поставщик", "ндс"], goods, delimiter=";")
    cost = {g[0]: rng.randrange(300, 4200) for g in goods}

    customers = []
    for i in range(46):
        inn = f"78{(i * 7654321 + 10203040) % 10**8:08d}"
        if i >= 42:
            inn = customers[i * 3 - 120][2]           # a second card of the same legal entity
        customers.append([f"C{5001 + i}", SHOPS[i % 12] + ("" if i < 12 else f" {i // 12 + 1}"), inn,
                          rng.choice(["Дикси", "Магнит", None, None, None]), rng.choice(REGIONS),
                          None if rng.random() < 0.2 else (i * 13 % 46 + 4) * 25000, rng.choice([0, 7, 14, 14, 30]),
                          AGENTS[rng.randrange(5)], "Y" if i % 9 in (4, 8) else "N"])
    write_csv(f"{folder}/cust.tsv", ["cust_cd", "trade_name", "inn", "net", "region", "credit_lim", "pay_days", "agent",
                                     "blocked"], customers, delimiter="\t")

    orders, lines = [], []
    for i in range(210):
        at = moment(rng, "2024-07-01", "2024-11-27")
        state = rng.choices(["shipped", "partial", "cancelled", "draft"], [66, 14, 14, 6])[0]
        orders.append([70001 + i, customers[rng.randrange(39)][0], at, at.date() + datetime.timedelta(days=rng.choice([1, 1, 2, 3, 6])),
                       rng.choice(["Шушары", "Шушары", "Химки"]), state])
        for n, g in enumerate(rng.sample(goods[:26], rng.randrange(1, 5))):
            if at.month == 11 and g[0] in (goods[2][0], goods[10][0], goods[19][0]):
                continue
            ordered = rng.randrange(1, 41)
            shipped = 0 if state in ("cancelled", "draft") else ordered
            if state == "partial" and n == 0:
                shipped = ordered - rng.randrange(1, ordered + 1)
            lines.append([70001 + i, n + 1, g[0], ordered, shipped, f"{cost[g[0]] + rng.randrange(-20, 60)}.{rng.randrange(0, 100):02d}",
                          rng.choice([None, None, 3, 5, 10])])
    write_csv(f"{folder}/_raw/orders.csv", ["ord_no", "cust", "ord_ts", "deliv_dt", "wh", "state"], orders)
    write_csv(f"{folder}/_raw/lines.csv", ["ord_no", "line", "art", "qty_ord", "qty_shp", "price_box", "disc_pct"], lines)

    lots = []
    for i in range(90):
        g = goods[rng.randrange(28)]
        made = day(rng, "2024-10-01", "2024-11-28")
        until = made + datetime.timedelta(days=g[5]) if g[5] else None
        if i == 40:
            until = made - datetime.timedelta(days=3)
        lots.append([f"L{2400 + i}", g[0], rng.choice(["Шушары", "Химки", "Псков"]), str(made), str(until) if until else None,
                     rng.randrange(1, 60)])
    write_sqlite(f"{folder}/stock.db", f"CREATE TABLE lots({LOT_COLUMNS});", {"lots": lots})

    october = [[g[0], f"{cost[g[0]]}.{rng.randrange(0, 100):02d}", rng.choice(["", "акция", ""])] for g in goods[:26]]
    november = []
    for row in october[2:]:
        change = rng.choice([0, 0, 1, 1, -1])
        november.append([row[0], f"{float(row[1]) + change * rng.randrange(5, 160):.2f}", row[2]])
    november += [[g[0], f"{cost[g[0]]}.50", ""] for g in goods[26:]]
    write_csv(f"{folder}/price_2024-10.csv", ["art", "price_box", "remark"], october)
    write_csv(f"{folder}/price_2024-11.csv", ["art", "price_box", "remark"], november)


def mutate_delivery(folder, rng):
    """Lots: some boxes have gone, one lot is used up (no row any more), four arrive."""
    db = sqlite3.connect(f"{folder}/stock.db")
    for i in (3, 11, 26, 57):
        db.execute("UPDATE lots SET qty_box = qty_box - 1 WHERE lot=?", [f"L{2400 + i}"])
    db.execute("DELETE FROM lots WHERE lot='L2433'")
    for i in range(4):
        db.execute("INSERT INTO lots SELECT ?, sku, 'Химки', '2024-11-30', '2025-03-0' || ?, 25 FROM lots WHERE lot=?",
                   [f"L{2490 + i}", i + 1, f"L{2401 + i}"])
    db.commit()
    db.close()
