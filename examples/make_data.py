#!/usr/bin/env python3
"""Makes examples/data anew: a small shop, always the same, with the blemishes that real data has.

orders.csv      3,000 orders of 2024, some without an amount, statuses paid, new, cancelled and refunded
customers.json  250 customers in eight countries
products.csv    semicolons and decimal commas, as a German spreadsheet writes them
visits/*.csv.gz one file a month
"""
import csv
import datetime
import gzip
import io
import json
import pathlib
import random

FOLDER = pathlib.Path(__file__).resolve().parent / "data"
COUNTRIES = ["Germany", "France", "Italy", "Spain", "Poland", "Norway", "Kazakhstan", "Japan"]
CITIES = {"Germany": ["Berlin", "Köln"], "France": ["Paris", "Lyon"], "Italy": ["Roma", "Torino"], "Spain": ["Madrid", "Bilbao"],
          "Poland": ["Kraków", "Gdańsk"], "Norway": ["Oslo", "Bergen"], "Kazakhstan": ["Алматы", "Астана"], "Japan": ["東京", "大阪"]}
FIRST = ["Anna", "Luca", "Marie", "Jonas", "Zofia", "Ingrid", "Aigerim", "Haruka", "Pablo", "Elena", "Timur", "Claire"]
LAST = ["Weber", "Rossi", "Martin", "Kowalska", "Hansen", "Nurlan", "Sato", "García", "Smirnova", "Dubois", "Larsen", "Ito"]
STATUSES = ["paid"] * 14 + ["new"] * 3 + ["cancelled"] * 2 + ["refunded"]


def orders(chance):
    for number in range(1, 3001):
        at = datetime.datetime(2024, 1, 1) + datetime.timedelta(minutes=chance.randrange(366 * 24 * 60))
        amount = "" if chance.random() < 0.004 else f"{chance.lognormvariate(3.6, 0.9):.2f}"
        yield [number, chance.randint(1, 250), chance.randint(1, 40), chance.choice(STATUSES), amount, at.strftime("%Y-%m-%d %H:%M:%S")]


def customers(chance):
    for number in range(1, 251):
        country = chance.choice(COUNTRIES)
        yield {"customer_id": number, "name": f"{chance.choice(FIRST)} {chance.choice(LAST)}", "country": country, "city": chance.choice(CITIES[country]),
               "email": f"customer{number}@example.org" if chance.random() > 0.05 else None}


def products(chance):
    for number in range(1, 41):
        yield [f"{number:05}", f"Article {number}", f"{chance.uniform(2, 400):.2f}".replace(".", ",")]


def write_csv(name, header, rows, delimiter=","):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    path = FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.getvalue().encode()
    path.write_bytes(gzip.compress(data, mtime=0) if name.endswith(".gz") else data)


def main():
    chance = random.Random(7)
    write_csv("orders.csv", ["order_id", "customer_id", "product_id", "status", "amount", "created_at"], orders(chance))
    (FOLDER / "customers.json").write_text("[\n" + ",\n".join(json.dumps(c, ensure_ascii=False) for c in customers(chance)) + "\n]\n", encoding="utf-8")
    write_csv("products.csv", ["product_id", "title", "price"], products(chance), ";")
    for month in (1, 2, 3):
        rows = ([f"2024-{month:02}-{chance.randint(1, 28):02}", chance.randint(1, 250), chance.choice(["web", "app"]), chance.randint(1, 30)] for _ in range(200))
        write_csv(f"visits/2024-{month:02}.csv.gz", ["day", "customer_id", "channel", "pages"], rows)


main()
