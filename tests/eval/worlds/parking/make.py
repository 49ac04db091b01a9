"""City parking: zones, drivers, what they parked and what they were fined."""
from datetime import timedelta

from worldlib import *

DISTRICTS = ["Harbour", "Old Town", "Northside", "Mill Hill", "Station"]
FIRST = ["Marta", "Peter", "Olga", "Nils", "Mona", "Igor", "Sara", "Max", "Tina", "Bruno", "Milan",
         "Vera"]
LAST = ["Adler", "Brandt", "Castle", "Dahl", "Ehrlich", "Falk", "Grau", "Holm"]
REASONS = ["expired ticket", "no ticket", "disabled bay", "blocked exit", "no permit",
           "disabled bay without badge"]


def make(folder, rng):
    zones = [[f"Z{i + 1:02d}", f"{DISTRICTS[i % 5]} {['North', 'South', 'Garage', 'Square'][i // 5]}",
              DISTRICTS[i % 5], 40 + (i * 37) % 190, rng.choice(["yes", "no", "no"]),
              round(1 + (i * 7 % 11) * 0.45, 2), day(rng, "2009-01-01", "2021-12-01")]
             for i in range(18)]
    write_csv(f"{folder}/zones.csv", ["zone_id", "zone_name", "district", "spaces", "covered",
                                      "hourly_rate", "opened_on"], zones)
    drivers = []
    for i in range(60):
        name = f"{FIRST[i % 12]} {LAST[(i * 5 + i // 12) % 8]}"
        drivers.append([501 + i, name,
                        None if i % 5 == 2 else name.lower().replace(" ", ".") + rng.choice(["@mail.com", "@post.org"]),
                        None if i % 7 in (2, 4) else f"+49 30 55{rng.randrange(1000, 9999)}",
                        DISTRICTS[rng.randrange(5)], day(rng, "1940-01-01", "2005-12-01"),
                        day(rng, "2018-01-01", "2024-05-01"), rng.choice(["true", "false", "false", "false"]),
                        rng.choice(["standard", "standard", "resident", "business"])])
    write_csv(f"{folder}/drivers.csv", ["driver_id", "full_name", "email", "phone", "district",
                                        "birth_date", "registered_on", "blocked", "card_type"],
              drivers)
    sessions = []
    for i in range(420):
        start = moment(rng, "2024-01-01", "2024-06-30")
        end = None if rng.random() < 0.06 else start + timedelta(minutes=rng.randrange(15, 600))
        sessions.append([9000 + i, 501 + rng.randrange(52), f"Z{1 + rng.randrange(16):02d}",
                         f"B-{rng.choice(['KA', 'MX', 'TR'])} {rng.randrange(10, 99)}{rng.choice(['77', '12', '05'])}",
                         start, end, round(rng.uniform(1, 28), 2), rng.choice(["app", "app", "card", "cash"]),
                         rng.choice([0, 0, 0.5, 1.5])])
    write_csv(f"{folder}/sessions.csv", ["session_id", "driver_id", "zone_id", "plate", "started_at",
                                         "ended_at", "amount", "pay_method", "discount"], sessions)
    fines = []
    for i in range(150):
        issued = day(rng, "2023-06-01", "2024-11-20")
        due = issued + timedelta(days=30)
        status = rng.choice(["unpaid", "paid", "paid", "paid", "cancelled"])
        paid = issued + timedelta(days=rng.randrange(3, 60)) if status == "paid" else None
        fines.append([3001 + i, 501 + rng.randrange(1 + rng.randrange(44)), f"Z{1 + rng.randrange(18):02d}",
                      REASONS[rng.randrange(6)], issued, due, paid, rng.choice([25, 40, 55, 60, 80, 120, 250]),
                      rng.choice([0, 0, 0, 1]), status])
    write_csv(f"{folder}/fines.csv", ["fine_id", "driver_id", "zone_id", "reason", "issued_on",
                                      "due_on", "paid_on", "amount", "appealed", "status"], fines)
