"""Выписка из банка: cp1251, точка с запятой, десятичная запятая, пробел между тысячами, даты
дд.мм.гггг, ИНН с ведущими нулями, одна строка иногда повторена."""
from worldlib import *

FIRMS = ["ООО «Ромашка»", "АО «Вектор»", "ИП Сидоров А.В.", "ООО «ТехноСнаб»", "ПАО «Энергосбыт»",
         "ООО «Логистик Плюс»", "ИП Орлова М.П.", "АО «Бумпром»", "ООО «Чистый дом»", "ООО «Альфа»"]
PURPOSE_IN = ["Оплата по счёту", "Аванс по договору", "Возврат переплаты"]
PURPOSE_OUT = ["Аренда офиса", "Оплата поставщику", "Электроэнергия", "Канцтовары", "Комиссия банка"]
HEADER = ["Дата операции", "Номер документа", "Контрагент", "ИНН", "Приход", "Расход",
          "Назначение платежа"]


def ru_money(rng, low, high):
    cents = rng.randrange(low * 100, high * 100)
    return f"{cents // 100:,}".replace(",", " ") + f",{cents % 100:02d}"


def make(folder, rng):
    firms = [(f, ("0" if i % 3 == 0 else "7") + f"{rng.randrange(10**8, 10**9)}")
             for i, f in enumerate(FIRMS)]
    rows = []
    for n in range(140):
        name, inn = firms[rng.randrange(9)]
        comes = rng.random() < 0.45
        rows.append([day(rng, "2024-01-09", "2024-06-28"), 200 + n, name, inn,
                     ru_money(rng, 900, 250000) if comes else "",
                     "" if comes else ru_money(rng, 300, 90000),
                     rng.choice(PURPOSE_IN if comes else PURPOSE_OUT)])
    rows.sort(key=lambda r: (r[0], r[1]))
    rows = [[ru_date(r[0])] + r[1:] for r in rows]
    for n in (20, 61, 99):
        rows.insert(n + 1, list(rows[n]))
    write_csv(f"{folder}/выписка.csv", HEADER, rows, ";", "cp1251")
    write_csv(f"{folder}/контрагенты.csv", ["ИНН", "Наименование", "Категория", "Регион"],
              [[inn, name, rng.choice(["поставщик", "покупатель", "услуги"]),
                rng.choice(["Москва", "Тверь", "Калуга"])] for name, inn in firms], ";", "cp1251")
    rates = []
    for d in range(1, 13):
        rates.append([f"{d * 2:02d}.06.2024", "USD", f"{88 + rng.random():.4f}".replace(".", ",")])
        rates.append([f"{d * 2:02d}.06.2024", "EUR", f"{95 + rng.random():.4f}".replace(".", ",")])
    write_csv(f"{folder}/курсы.csv", ["Дата", "Валюта", "Курс"], rates, ";")


def gold(folder, out):
    for name in ("выписка.csv", "контрагенты.csv"):
        with open(f"{folder}/{name}", encoding="cp1251") as f, \
                open(f"{out}/{name}", "w", encoding="utf-8") as g:
            g.write(f.read())


def mutate_july(folder, rng):
    """Выписка дополнена операциями за июль, одной старой исправлено назначение."""
    header, rows = read_csv(f"{folder}/выписка.csv", ";", "cp1251")
    rows[0][6] = "Возврат переплаты"
    for n in range(9):
        rows.append([f"{n + 1:02d}.07.2024", str(900 + n), "ООО «Альфа»", "0696638233",
                     f"1 000,{n:02d}", "", "Оплата по счёту"])
    write_csv(f"{folder}/выписка.csv", header, rows, ";", "cp1251")
