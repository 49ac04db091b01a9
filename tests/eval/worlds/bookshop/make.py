"""A bookshop that sends parcels: books, readers, orders and their lines, stock by month."""
from worldlib import *

AUTHORS = ["Anna Kern", "Boris Lang", "Clara Voss", "Dmitri Orlov", "Ella Wood", "Felix Hart"]
GENRES = ["novel", "poetry", "history", "science", "children"]
WORDS = ["River", "Winter", "Glass", "Silent", "Golden", "Northern", "Broken", "Paper"]
NOUNS = ["House", "Garden", "Letters", "Atlas", "Harbour", "Sky"]
FIRST = ["Adam", "Beth", "Colin", "Dora", "Ewan", "Flora", "Graham", "Hazel"]
LAST = ["Barker", "Cole", "Dunn", "Foster", "Marsh", "Reed", "Thorne"]
CITIES = ["Leeds", "York", "Hull", "Bath", "Derby"]


def make(folder, rng):
    books = []
    for i in range(40):
        price = round(rng.uniform(6, 60), 2)
        books.append([f"B{i + 1:03d}", f"{WORDS[i % 8]} {NOUNS[i // 8]}", rng.choice(AUTHORS),
                      rng.choice(GENRES), price, round(price * rng.uniform(0.4, 0.8), 2),
                      rng.randrange(60, 900), rng.randrange(150, 1400)])
    write_csv(f"{folder}/books.csv", ["book_id", "title", "author", "genre", "price",
                                      "purchase_cost", "pages", "weight_g"], books)

    readers = []
    for i in range(50):
        email = f"{FIRST[i % 8]}.{LAST[i % 7]}{i % 23}@mail.example"
        readers.append([i + 1, FIRST[i % 8], LAST[(i * 3 + i // 8) % 7],
                        None if i % 9 == 4 else f"  {email} " if i % 4 == 0 else email,
                        rng.choice(CITIES), day(rng, "1950-01-05", "2008-12-20"),
                        day(rng, "2019-02-01", "2024-05-30"), rng.randrange(0, 900)])
    write_csv(f"{folder}/readers.csv", ["reader_id", "first_name", "last_name", "email", "city",
                                        "birth_date", "registered_on", "points"], readers)

    orders, lines = [], []
    for i in range(160):
        ordered = day(rng, "2024-01-03", "2024-06-24")
        shipped = None
        if rng.random() < 0.85:
            shipped = day(rng, str(ordered), "2024-06-30")
        orders.append([1000 + i, rng.randrange(1, 46), ordered, shipped,
                       rng.choice(["courier", "post", "pickup"]),
                       rng.choice(["paid", "paid", "new", "cancelled"]),
                       rng.choice([0, 3.5, 5, None])])
        for b in rng.sample(range(38), rng.choice([1, 1, 2, 3])):
            lines.append([len(lines) + 1, 1000 + i, books[b][0], rng.randrange(1, 6),
                          books[b][4], rng.choice([0, 0, 5, 10])])
    write_csv(f"{folder}/orders.csv", ["order_id", "reader_id", "ordered_on", "shipped_on",
                                       "delivery", "status", "shipping_fee"], orders)
    write_csv(f"{folder}/order_lines.csv", ["line_id", "order_id", "book_id", "quantity",
                                            "unit_price", "discount_pct"], lines)

    changes = []
    for i in range(90):
        changes.append([i + 1, books[rng.randrange(30)][0], moment(rng, "2024-01-01", "2024-06-20"),
                        rng.randrange(0, 120), rng.choice(["main", "north"])])
    write_csv(f"{folder}/stock_counts.csv", ["count_id", "book_id", "counted_at", "on_shelf",
                                             "room"], changes)


def mutate_more(folder, rng):
    with open(f"{folder}/readers.csv", "a", encoding="utf-8") as f:
        f.write("51,Nina,Cole,nina@mail.example,Hull,1990-05-05,2024-06-01,10\n")
