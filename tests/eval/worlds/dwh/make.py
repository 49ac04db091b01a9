"""A warehouse in a DuckDB file, prices as Parquet. setup.sql makes both out of _raw/."""
from worldlib import *

SUPPLIERS = [("SP1", "Northwind", "Norway", 12), ("SP2", "Eastgate", "Turkey", 30),
             ("SP3", "Metalia", "Italy", 18), ("SP4", "Plastex", "China", 45),
             ("SP5", "Dormant Ltd", "Spain", 7)]
WORDS = ["bolt", "nut", "hinge", "bracket", "valve", "hose", "clamp", "gasket"]


def make(folder, rng):
    items = [[f"SKU-{i:03d}", f"{rng.choice(['steel', 'brass', 'rubber'])} {WORDS[i % 8]} {i}",
              rng.choice(["fasteners", "plumbing", "tools"]), rng.choice(SUPPLIERS[:4])[0]]
             for i in range(40)]
    write_csv(f"{folder}/_raw/suppliers.csv", ["supplier_id", "supplier_name", "country",
                                               "lead_days"], SUPPLIERS)
    write_csv(f"{folder}/_raw/items.csv", ["sku", "item_name", "category", "supplier_id"], items)
    stock = []
    for item in items[:36]:
        for place in ("main", "outlet", "returns"):
            if rng.random() < 0.7:
                stock.append([item[0], place, rng.randrange(0, 400), rng.randrange(0, 30),
                              moment(rng, "2024-05-01", "2024-05-31")])
    write_csv(f"{folder}/_raw/stock.csv", ["sku", "location", "on_hand", "reserved",
                                           "counted_at"], stock)
    moves = [[n + 1, rng.choice(items[:30])[0], rng.choice(["in", "out", "out"]),
              rng.randrange(1, 60), moment(rng, "2024-01-01", "2024-05-31")] for n in range(300)]
    write_csv(f"{folder}/_raw/movements.csv", ["movement_id", "sku", "kind", "qty", "moved_at"],
              moves)
    write_csv(f"{folder}/_raw/prices.csv", ["sku", "price", "valid_from"],
              [[i[0], money(rng, 1, 90), d] for i in items
               for d in ("2023-01-01", "2024-01-01") if rng.random() < 0.9])
