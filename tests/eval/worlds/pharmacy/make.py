"""A pharmacy chain: pharmacies, goods, batches in stock, monthly receipts, loyalty cards, purchases."""
import re

from worldlib import *

APTEKI = [("Здоровье на Баумана", "Казань", "ул. Баумана, 12"), ("Здоровье на Вокзальной", "Казань", "ул. Вокзальная, 3"),
          ("Здоровье у Кремля", "Казань", "пл. Тысячелетия, 1"), ("Добрый доктор", "Самара", "ул. Ленинградская, 40"),
          ("Добрый доктор на Победе", "Самара", "ул. Победы, 87"), ("Ромашка", "Ульяновск", "ул. Гончарова, 21"),
          ("Ромашка у моста", "Ульяновск", "пр. Нариманова, 5"), ("Волжская", "Саратов", "ул. Волжская, 9"),
          ("Волжская-2", "Саратов", "ул. Чапаева, 54")]
ZAV = ["Гараева Л.Р.", "Петрова О.И.", "Сафина Д.М.", "Кузьмина Е.А.", "Орлова Н.П."]
GOODS = [("Аспирин Кардио", "acetylsalicylic acid", "tab", "Bayer", "N", 10, 312.5),
         ("Аспирин Экспресс", "acetylsalicylic acid", "eff tab", "Bayer", "N", 10, 445),
         ("Тромбо АСС", "acetylsalicylic acid", "tab", "Lannacher", "N", 10, 168.9),
         ("Нурофен", "ibuprofen", "tab", "Reckitt", "N", 10, 289), ("Нурофен для детей", "ibuprofen", "susp", "Reckitt", "N", 10, 341.7),
         ("МИГ 400", "ibuprofen", "tab", "Berlin-Chemie", "N", 10, 215), ("Амоксиклав", "amoxicillin/clavulanate", "tab", "Sandoz", "Y", 10, 498.4),
         ("Флемоксин Солютаб", "amoxicillin", "tab", "Astellas", "Y", 10, 527), ("Азитромицин-Тева", "azithromycin", "caps", "Teva", "Y", 10, 534.6),
         ("Сумамед", "azithromycin", "caps", "Teva", "Y", 10, 712), ("Ципролет", "ciprofloxacin", "tab", "Dr. Reddy's", "Y", 10, 147.3),
         ("Омез", "omeprazole", "caps", "Dr. Reddy's", "Y", 10, 236), ("Нексиум", "esomeprazole", "tab", "AstraZeneca", "Y", 10, 1490),
         ("Ксарелто", "rivaroxaban", "tab", "Bayer", "Y", 10, 3280), ("Вальсартан-Тева", "valsartan", "tab", "Teva", "Y", 10, 387.2),
         ("Адалат", "nifedipine", "tab", "Bayer", "Y", 10, 505), ("Називин", "oxymetazoline", "spray", "Bayer", "N", 10, 227.8),
         ("Тизин", "xylometazoline", "spray", "J&J", "N", 10, 164), ("Терафлю", None, "powder", "GSK", "N", 10, 519),
         ("Витрум", None, "tab", "Unipharm", "N", 20, 986), ("Компливит", None, "tab", "Фармстандарт", "N", 20, 243),
         ("Тонометр M2 Basic", None, "device", "Omron", "N", 10, 2890), ("Термометр Gentle", None, "device", "Omron", "N", 10, 640),
         ("Маска медицинская", None, "device", "Latio", "N", 0, 12), ("Крем Atoderm", None, "cream", "Bioderma", "N", 20, 1375),
         ("Пантенол", None, "cream", "Фармстандарт", "N", 20, 198.5)]
FIO = ["Ахметова Гульнара", "Волков Сергей", "Ермакова Инна", "Галиев Ринат", "Дёмина Полина", "Зайцев Павел", "Иванова Мария",
       "Карпов Илья", "Лаптева Вера", "Минаев Олег", "Носова Юлия", "Осипов Глеб", "Панина Нина", "Рябов Артём"]
OTCH = {"а": ["Петровна", "Ивановна", "Олеговна"], "в": ["Петрович", "Иванович", "Олегович"]}
CHECK_HEADER = ["chk_no", "dt", "apt", "sku", "qty", "price", "disc_pct", "card"]
GOODS_HEADER = ["sku", "trade_name", "inn", "form", "mfr", "rx", "vat_pct", "price_max"]


def sku(i):
    return f"T{1001 + i * 7}"


def receipts(rng, first_no, year, month, n):
    rows, last = [], (datetime.date(year, month % 12 + 1, 1) - datetime.timedelta(days=1) if month < 12
                      else datetime.date(year, 12, 31))
    for no in range(n):
        when = moment(rng, f"{year}-{month:02d}-01", str(last))
        apt, card = 101 + rng.randrange(9), rng.choice(["", f"C{5000 + rng.randrange(42)}"])
        disc = rng.choice([0, 0, 5, 10]) if card else 0
        for g in sorted(rng.sample(range(25), rng.choice([1, 1, 2, 2, 3, 4, 5]))):
            rows.append([first_no + no, str(when), apt, sku(g), rng.choice([1, 1, 1, 2, 2, 3, 5]),
                         f"{GOODS[g][6] * rng.choice([0.9, 0.95, 1]):.2f}", disc, card])
    return rows


def phone(rng, digits):
    a, b, c, d = digits[:3], digits[3:6], digits[6:8], digits[8:]
    return rng.choice([f"+7{digits}", f"8{digits}", f"8 ({a}) {b}-{c}-{d}", f"+7 {a} {b} {c} {d}", f"7-{a}-{b}-{c}-{d}"])


def make(folder, rng):
    rows = []
    for i, (name, town, adr) in enumerate(APTEKI):
        rows.append([101 + i, name, town, adr, ZAV[i % 5], ru_date(day(rng, "2012-03-01", "2023-09-30")),
                     "да" if i in (0, 3, 5, 7) else "нет", f"{rng.randrange(380, 1900) / 10:.1f}".replace(".", ",")])
    write_csv(f"{folder}/apteki.csv", ["apt_no", "nazvanie", "gorod", "adres", "zav", "otkryta", "kruglosut", "plosh_m2"],
              rows, delimiter=";")
    write_csv(f"{folder}/goods.csv", GOODS_HEADER, [[sku(i), *g] for i, g in enumerate(GOODS)])

    stock = []
    for apt in range(101, 110):
        for g in range(26):
            if g in (2, 10, 17) or rng.random() < 0.35:
                continue
            for _ in range(rng.choice([1, 1, 2])):
                stock.append([apt, sku(g), f"{rng.choice('ABKLS')}{rng.randrange(10000, 99999)}",
                              day(rng, "2024-11-10", "2027-06-30") if len(stock) % 6 else day(rng, "2024-11-20", "2025-02-10"),
                              rng.choice([0, 0, rng.randrange(1, 9), rng.randrange(3, 60), 25]),
                              f"{GOODS[g][6] * rng.uniform(0.6, 0.85):.2f}"])
    stock[12][3], stock[12][4] = datetime.date(2025, 1, 31), 4
    stock[72][3], stock[72][4] = datetime.date(2024, 12, 1), 9
    stock[40][4] = -2                       # sold before it was booked in
    for k, i in enumerate((7, 55, 90, 120)):       # counted twice, with another quantity
        again = list(stock[i])
        again[4] = stock[i][4] + 3 + k
        stock.insert(i * 2 % len(stock), again)
    write_csv(f"{folder}/_raw/stock.csv", ["PharmacyNo", "SkuCode", "BatchNo", "ExpDate", "Qty", "PurchPrice"], stock)

    no = 880001
    for month, n in ((9, 70), (10, 85), (11, 95)):
        write_csv(f"{folder}/checks_2024-{month:02d}.csv", CHECK_HEADER, receipts(rng, no, 2024, month, n))
        no += n

    cards = []
    for i in range(54):
        name = FIO[i % 14]
        name += " " + OTCH["а" if name.split()[1][-1] in "ая" else "в"][i // 14 % 3]
        if i % 6 == 2:
            name = "  " + name
        if i % 6 == 5:
            name = name.replace(" ", "   ", 1) + " "
        cards.append([f"C{5000 + i}", name, phone(rng, f"9{rng.randrange(17, 88)}{rng.randrange(1000000, 9999999)}"),
                      str(day(rng, "1948-02-01", "2004-12-01")), str(day(rng, "2019-01-10", "2024-11-01")), rng.randrange(0, 4200)])
    write_json(f"{folder}/cards.json", ["card_no", "fio", "tel", "birth_dt", "issued", "pts"], cards)

    suppliers = [[1, "Протек", "RU", 45], [2, "Катрен", "RU", 60], [3, "Пульс", "RU", 30], [4, "Фармкомплект", "RU", 30],
                 [5, "Phoenix Pharma", "DE", 90], [6, "Берлин-Фарма", "DE", 75], [7, "Гранд Капитал", "RU", 45]]
    po = []
    for i in range(150):
        g = rng.randrange(26)
        ordered = day(rng, "2024-08-01", "2024-11-25")
        came = rng.random() > 0.12
        qty, sup = rng.randrange(10, 300), rng.choice([1, 1, 2, 2, 3, 4, 5, 6])
        po.append([f"PO-{24001 + i}", sup, sku(g), str(ordered), str(ordered + datetime.timedelta(days=rng.randrange(3, 12))),
                   str(ordered + datetime.timedelta(days=rng.randrange(1 + sup, 12 + sup * 2))) if came else None, qty,
                   (qty if rng.random() < 0.8 else qty - rng.randrange(1, 9)) if came else None,
                   round(GOODS[g][6] * rng.uniform(0.6, 0.85), 2)])
    write_sqlite(f"{folder}/zakup.db", """
        CREATE TABLE suppliers(sup_id INTEGER PRIMARY KEY, sup_name TEXT, country TEXT, pay_days INTEGER);
        CREATE TABLE po(po_no TEXT PRIMARY KEY, sup INTEGER, sku TEXT, ord_dt TEXT, exp_dt TEXT, recv_dt TEXT,
                        qty_ord INTEGER, qty_recv INTEGER, price REAL);""", {"suppliers": suppliers, "po": po})


def gold(folder, out):
    """Phones as they should be."""
    with open(f"{folder}/cards.json", encoding="utf-8") as f:
        rows = [[c["card_no"], " ".join(c["fio"].split()), "+7" + re.sub(r"\D", "", c["tel"])[-10:]] for c in json.load(f)]
    write_csv(f"{out}/clean.csv", ["card_no", "fio", "tel"], rows)


def mutate_december(folder, rng):
    """The files of September and October are archived; December comes, and November got three late receipts."""
    for month in ("09", "10"):
        os.remove(f"{folder}/checks_2024-{month}.csv")
    header, rows = read_csv(f"{folder}/checks_2024-11.csv")
    write_csv(f"{folder}/checks_2024-11.csv", header, rows + receipts(rng, 890001, 2024, 11, 3))
    write_csv(f"{folder}/checks_2024-12.csv", header, receipts(rng, 900001, 2024, 12, 30))


def mutate_reprice(folder, rng):
    """New prices for some goods, two goods are gone, one is new."""
    header, rows = read_csv(f"{folder}/goods.csv")
    for i in (1, 4, 9, 13):
        rows[i][7] = f"{float(rows[i][7]) * 1.08:.2f}"
    rows[5][4] = "Menarini"
    rows = [r for i, r in enumerate(rows) if i not in (17, 20)]
    rows.append(["T1400", "Эликвис", "apixaban", "tab", "Pfizer", "Y", "10", "2610"])
    write_csv(f"{folder}/goods.csv", header, rows)
