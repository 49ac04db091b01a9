"""A web shop: orders, their items, products, customers. An order's amount is the sum of its items.
Five customers never ordered, two orders name a customer who is not there."""
from worldlib import *

COUNTRIES = {"Germany": ["Berlin", "Hamburg", "Munich"], "France": ["Paris", "Lyon"],
             "Spain": ["Madrid", "Valencia"], "Poland": ["Warsaw", "Gdansk"],
             "Italy": ["Rome", "Milan"], "USA": ["Boston", "Austin"]}
STATUSES = ["paid", "paid", "paid", "new", "shipped", "refunded", "cancelled"]
FIRST = ["Anna", "Bruno", "Carla", "David", "Elena", "Felix", "Greta", "Hugo", "Irene", "Jonas"]
LAST = ["Keller", "Lopez", "Martin", "Novak", "Rossi"]
PRODUCTS = [("Desk lamp", "Lighting"), ("Floor lamp", "Lighting"), ("Office chair", "Furniture"),
            ("Bookshelf", "Furniture"), ("Standing desk", "Furniture"), ("Notebook", "Stationery"),
            ("Fountain pen", "Stationery"), ("Monitor arm", "Electronics"),
            ("USB hub", "Electronics"), ("Keyboard", "Electronics"), ("Mouse", "Electronics"),
            ("Wall clock", "Decor")]
ORDER = ["order_id", "customer_id", "status", "amount", "coupon", "created_at", "updated_at"]


def make(folder, rng):
    customers = []
    for i in range(1, 41):
        country = rng.choice(list(COUNTRIES))
        name = f"{FIRST[(i - 1) % 10]} {LAST[(i - 1) // 10]}" if i <= 40 else ""
        customers.append([i, name, name.lower().replace(" ", ".") + "@example.com", country,
                          rng.choice(COUNTRIES[country]), str(day(rng, "2022-01-01", "2023-12-31")),
                          rng.random() < 0.5])
    write_json(f"{folder}/customers.json", ["customer_id", "name", "email", "country", "city",
                                            "registered_on", "newsletter"], customers)
    prices = [money(rng, 5, 300) for _ in PRODUCTS]
    write_csv(f"{folder}/products.csv", ["product_id", "title", "category", "price"],
              [[f"P{i:02d}", t, c, prices[i]] for i, (t, c) in enumerate(PRODUCTS)])
    orders, items = [], []
    for n in range(180):
        order_id, cents = 1001 + n, 0
        for k in rng.sample(range(len(PRODUCTS) - 1), rng.randrange(1, 4)):
            qty = rng.randrange(1, 5)
            cents += qty * int(prices[k].replace(".", ""))
            items.append([order_id, f"P{k:02d}", qty, prices[k]])
        made = moment(rng, "2024-01-01", "2024-06-30")
        changed = made + datetime.timedelta(hours=rng.randrange(1, 60))
        customer = 999 if n in (50, 120) else rng.randrange(1, 36)
        orders.append([order_id, customer, rng.choice(STATUSES), f"{cents / 100:.2f}",
                       rng.choice(["", "", "SPRING", "WELCOME10"]), made, changed])
    write_csv(f"{folder}/orders.csv", ORDER, orders)
    write_csv(f"{folder}/order_items.csv", ["order_id", "product_id", "qty", "unit_price"], items)


def mutate_new_day(folder, rng):
    """Eight orders change status, twelve arrive; all are updated after everything before."""
    header, rows = read_csv(f"{folder}/orders.csv")
    for row in rng.sample(rows, 8):
        row[2] = "refunded" if row[2] != "refunded" else "paid"
        row[6] = str(moment(rng, "2024-07-05", "2024-07-06"))
    for n in range(12):
        rows.append([str(1181 + n), str(rng.randrange(1, 36)), "new", money(rng, 20, 500), "",
                     str(moment(rng, "2024-07-04", "2024-07-04")),
                     str(moment(rng, "2024-07-05", "2024-07-06"))])
    write_csv(f"{folder}/orders.csv", header, rows)


def mutate_purged(folder, rng):
    """As new_day, and the twenty oldest rows are gone from the file."""
    mutate_new_day(folder, rng)
    header, rows = read_csv(f"{folder}/orders.csv")
    write_csv(f"{folder}/orders.csv", header, rows[20:])


def mutate_moved(folder, rng):
    """Four customers move to Portugal, two are new."""
    with open(f"{folder}/customers.json", encoding="utf-8") as f:
        rows = json.load(f)
    for row in rng.sample(rows, 4):
        row["country"], row["city"] = "Portugal", "Porto"
    for i in (41, 42):
        rows.append({"customer_id": i, "name": f"Zoe Number{i}", "email": f"zoe{i}@example.com",
                     "country": "Spain", "city": "Madrid", "registered_on": "2024-07-01",
                     "newsletter": True})
    with open(f"{folder}/customers.json", "w", encoding="utf-8") as f:
        json.dump(rows, f, indent=1)
