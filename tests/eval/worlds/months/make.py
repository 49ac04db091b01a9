"""Receipts of a chain of shops, a file a month, and the shops. The files from April on have one
column more. plan.csv has one row a shop and month."""
from worldlib import *

STORES = [("S01", "Arbat", "Moscow"), ("S02", "Nevsky", "Saint Petersburg"),
          ("S03", "Kremlin", "Kazan"), ("S04", "Taganka", "Moscow"), ("S05", "Lenina", "Perm")]
GOODS = [("MLK1", 89), ("BRD2", 45), ("CHS3", 320), ("APL4", 130), ("TEA5", 210)]


def month_rows(rng, month, count, first):
    rows = []
    for n in range(count):
        sku, price = rng.choice(GOODS)
        row = [first + n, rng.choice(STORES[:4])[0], sku, rng.randrange(1, 9),
               f"{price + rng.randrange(0, 50) / 100:.2f}", f"2024-{month:02d}-{rng.randrange(1, 29):02d}"]
        rows.append(row + ([rng.choice(["card", "cash"])] if month >= 4 else []))
    return rows


def write_month(folder, month, rows):
    header = ["check_no", "store_cd", "sku", "qty", "price", "sale_dt"]
    write_csv(f"{folder}/sales_2024-{month:02d}.csv",
              header + (["pay_type"] if month >= 4 else []), rows)


def make(folder, rng):
    first = 1
    for month in range(1, 7):
        rows = month_rows(rng, month, 40, first)
        first += 40
        write_month(folder, month, rows)
    write_csv(f"{folder}/stores.csv", ["store_cd", "store_name", "city"], STORES)
    write_csv(f"{folder}/plan.csv", ["store_cd", "month", "target"],
              [[s[0], f"2024-{m:02d}-01", rng.randrange(20, 60) * 500]
               for s in STORES for m in range(1, 7)])


def mutate_july(folder, rng):
    """July arrives, June was corrected, January to May are archived away."""
    for month in range(1, 6):
        os.remove(f"{folder}/sales_2024-{month:02d}.csv")
    header, rows = read_csv(f"{folder}/sales_2024-06.csv")
    for row in rows[:10]:
        row[3] = str(int(row[3]) + 10)
    write_month(folder, 6, rows)
    write_month(folder, 7, month_rows(rng, 7, 30, 300))


def mutate_only_july(folder, rng):
    """One more file, the others as before."""
    write_month(folder, 7, month_rows(rng, 7, 30, 300))
