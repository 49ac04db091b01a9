"""Оплаты и договоры, столбцы транслитом."""
from worldlib import *

CLIENTS = ["Ivanov I.I.", "Petrova A.S.", "Sidorov K.V.", "OOO Luch", "OOO Zarya", "IP Belov",
           "Kuznetsova M.", "OOO Sever", "IP Gromova", "Orlov D.D."]


def make(folder, rng):
    contracts = [[f"D-{100 + i}", CLIENTS[i % 10], rng.choice(["baza", "plus", "premium"]),
                  day(rng, "2022-01-01", "2024-01-31"),
                  rng.choice(["Ershova", "Kirillov", "Mironov"]), rng.choice(["da", "da", "net"])]
                 for i in range(36)]
    write_csv(f"{folder}/dogovory.csv", ["nomer_dogovora", "klient", "tarif", "data_nachala",
                                         "menedzher", "aktiven"], contracts)
    write_csv(f"{folder}/oplaty.csv", ["id_oplaty", "nomer_dogovora", "summa_oplaty",
                                       "data_oplaty", "sposob_oplaty", "gorod"],
              [[n + 1, contracts[rng.randrange(31)][0], money(rng, 300, 15000),
                day(rng, "2023-10-01", "2024-05-31"),
                rng.choice(["karta", "karta", "nalichnye", "perevod"]),
                rng.choice(["Moskva", "Kazan", "Omsk", "Sochi"])] for n in range(210)])


def mutate_iyun(folder, rng):
    """Пришли оплаты за июнь, пять старых исправлены."""
    header, rows = read_csv(f"{folder}/oplaty.csv")
    for row in rng.sample(rows, 5):
        row[2] = "777.00"
    for n in range(18):
        rows.append([str(211 + n), "D-101", money(rng, 300, 900), f"2024-06-{n + 1:02d}", "karta",
                     "Omsk"])
    write_csv(f"{folder}/oplaty.csv", header, rows)
