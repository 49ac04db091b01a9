"""A software company: accounts and users in a DuckDB file, subscriptions, invoices, events."""
from worldlib import *

COMPANIES = ["Acorn", "Bluefin", "Cobalt", "Driftwood", "Ember", "Foxglove", "Granite", "Harbor",
             "Ironbark", "Juniper", "Kestrel", "Lumen", "Mosaic", "Nimbus", "Orchid", "Pioneer",
             "Quarry", "Redwood", "Sable", "Tundra"]
FIRST = ["Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ivo", "Jill", "Kai", "Lea",
         "Max"]
LAST = ["Adler", "Brandt", "Cole", "Dietz", "Ekman", "Frost", "Grant", "Hale", "Iles", "Jonas",
        "Kern"]


def make(folder, rng):
    accounts = [[f"AC-{i + 1:03d}", COMPANIES[i % 20] + [" Labs", " Systems"][i // 20],
                 rng.choice(["US", "US", "DE", "GB", "FR", None]),
                 rng.choice(["fintech", "retail", "education", "media"]),
                 moment(rng, "2022-03-01", "2024-03-31"), rng.randrange(5, 900),
                 "true" if rng.random() < 0.25 else "false"] for i in range(40)]
    write_csv(f"{folder}/_raw/accounts.csv",
              ["account_id", "company_name", "country", "industry", "signed_up_at", "employees",
               "is_trial"], accounts)
    users = [[501 + i, f"AC-{int(40 * rng.random() ** 1.7) + 1:03d}",
              f"{FIRST[i % 13]} {LAST[(i * 5 + i // 13) % 11]}", f"user{501 + i}@corp.example",
              rng.choice(["admin", "editor", "editor", "viewer"]),
              None if rng.random() < 0.2 else moment(rng, "2024-01-01", "2024-06-20"),
              "true" if rng.random() < 0.85 else "false"] for i in range(140)]
    write_csv(f"{folder}/_raw/users.csv",
              ["user_id", "account_id", "full_name", "email", "role", "last_login_at", "is_active"],
              users)
    prices = {"Starter": 9, "Team": 19, "Business": 35, "Enterprise": 60}
    subscriptions = []
    for i in range(70):
        plan, seats = rng.choice(list(prices)), rng.choice([3, 5, 8, 12, 25, 40, 75])
        start = day(rng, "2022-06-01", "2024-05-31")
        end = start + datetime.timedelta(days=rng.randrange(30, 400))
        over = rng.random() < 0.6 and end < datetime.date(2024, 6, 20)
        subscriptions.append([f"S{9001 + i}", f"AC-{rng.randrange(34) + 1:03d}", plan, seats,
                              f"{prices[plan] * seats:.2f}", start, end if over else None])
    write_csv(f"{folder}/subscriptions.csv",
              ["subscriptionId", "accountId", "planName", "seats", "monthlyPrice", "startedOn",
               "cancelledOn"], subscriptions)
    invoices = []
    for i in range(180):
        issued = day(rng, "2023-07-01", "2024-06-10")
        due = issued + datetime.timedelta(days=30)
        status = rng.choice(["paid", "paid", "paid", "open", "overdue", "void"])
        late = rng.choice([-20, -11, -6, -2, 3, 9, 17])
        paid = due + datetime.timedelta(days=late)
        total = round(rng.uniform(80, 4000), 2)
        invoices.append([f"INV-{i + 1:05d}", f"AC-{rng.randrange(36) + 1:03d}", issued, due,
                         f"{paid} {rng.randrange(8, 20):02d}:{rng.randrange(60):02d}:00"
                         if status == "paid" else None,
                         f"{total:.2f}", f"{total / 6:.2f}", status])
    write_csv(f"{folder}/_raw/invoices.csv",
              ["inv_id", "inv_account", "inv_issued_on", "inv_due_on", "inv_paid_at", "inv_total",
               "inv_tax", "inv_status"], invoices)
    write_ndjson(f"{folder}/events.ndjson", [
        {"event_id": 1 + i, "user_id": 501 + int(120 * rng.random() ** 2.2),
         "event_name": rng.choice(["login", "login", "export", "invite_sent", "report_created"]),
         "occurred_at": str(moment(rng, "2024-01-01", "2024-06-20")),
         "platform": rng.choice(["web", "web", "ios", "android"]),
         "duration_ms": None if rng.random() < 0.1 else rng.randrange(20, 9000)}
        for i in range(300)])
