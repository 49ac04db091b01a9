"""Склад стройматериалов: русские столбцы, точка с запятой, отгрузки и остатки."""
from worldlib import *

GOODS = ["Цемент", "Кирпич", "Доска", "Гвозди", "Краска", "Плитка", "Клей", "Труба"]


def make(folder, rng):
    goods = [[f"А-{100 + i}", GOODS[i % 8] + f" №{i // 8 + 1}",
              ["Смеси", "Кладка", "Дерево", "Крепёж"][i % 4], rng.randrange(50, 900),
              rng.choice(["мешок", "шт", "упаковка"])] for i in range(32)]
    write_csv(f"{folder}/товары.csv", ["Артикул", "Наименование", "Группа", "Цена", "Упаковка"],
              goods, ";")
    write_csv(f"{folder}/остатки.csv", ["Артикул", "Склад", "Количество", "Проверен"],
              [[f"А-{100 + i}", place, rng.choice([0, rng.randrange(1, 400)]),
                "" if rng.randrange(6) == 0 else day(rng, "2024-03-01", "2024-05-31")]
               for i in range(32) for place in ("Север", "Юг")], ";")
    write_csv(f"{folder}/отгрузки.csv",
              ["Номер", "Дата", "Артикул", "Штук", "Клиент", "Статус", "Водитель"],
              [[f"О{i:04d}", day(rng, "2024-01-09", "2024-06-20"), f"А-{100 + rng.randrange(28)}",
                rng.randrange(1, 60), rng.choice(["СтройДом", "Ремонт+", "Мастер", "Фасад"]),
                rng.choice(["отгружено", "в пути", "возврат", "отменено"]),
                rng.choice(["Котов", "Белов", "Рыжов", ""])] for i in range(180)], ";")


def mutate_july(folder, rng):
    """Новые отгрузки после 20 июня; прежние остаются."""
    header, rows = read_csv(f"{folder}/отгрузки.csv", ";")
    for i in range(15):
        rows.append([f"О{900 + i:04d}", day(rng, "2024-07-01", "2024-07-15"),
                     f"А-{100 + rng.randrange(28)}", rng.randrange(1, 60), "Мастер", "в пути",
                     "Котов"])
    write_csv(f"{folder}/отгрузки.csv", header, rows, ";")
