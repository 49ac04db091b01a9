"""An energy supplier on the Rhine: customers (German export), meters, tariffs, readings, bills, outages."""
from worldlib import *

TOWNS = [("50667", "Köln"), ("50823", "Köln"), ("53111", "Bonn"), ("53721", "Siegburg"),
         ("53840", "Troisdorf"), ("50354", "Hürth")]
FIRST = ["Anke", "Bernd", "Çelik", "Doris", "Emil", "Frauke", "Gregor", "Heike", "Ingo", "Jutta"]
LAST = ["Brandt", "Esser", "Klöckner", "Müller", "Schmitz", "Özdemir", "Weiß"]
FIRMS = ["Bäckerei Esser", "Kiosk am Ring", "Hotel Rheinblick", "Autohaus Nolden", "Café Sülz",
         "Druckerei Pohl", "Reinigung Blitz", "Spedition Kurz", "Zahnarzt Dr. Lenz", "Fitness 24"]
TARIFFS = [["HT1", "Strom Basis", 31.9, 9.9, False, None], ["HT2", "Strom Natur", 34.2, 10.9, True, None],
           ["HT3", "Strom Nacht", 27.45, 12.5, False, "2025-06-30"],
           ["GT1", "Gas Komfort", 10.8, 11.0, False, None],
           ["GT2", "Biogas 10", 12.35, 11.0, True, None],
           ["XT9", "Altvertrag 2012", 22.1, 6.0, False, "2023-12-31"]]
INVOICE_COLUMNS = ("inv_no TEXT PRIMARY KEY, customer_id TEXT, period_from TEXT, period_to TEXT, kwh INTEGER, "
                   "net_eur REAL, vat_pct INTEGER, due_date TEXT, paid_on TEXT")


def later(d, days):
    return d + datetime.timedelta(days=days)


def outage(rng, number, first, last):
    begin = moment(rng, first, last).replace(second=0)
    minutes = rng.randrange(9, 700)
    return {"outage_id": f"ST-{number}", "started": str(begin),
            "ended": None if rng.random() < 0.08 else str(begin + datetime.timedelta(minutes=minutes)),
            "plz": rng.choice(TOWNS)[0], "cause": rng.choice(
                ["storm", "digger", "digger", "planned", "planned", "overload", "unknown"]),
            "customers_hit": rng.randrange(12, 2400)}


def make(folder, rng):
    customers, starts = [], rng.sample(range(3600), 64)
    for i in range(64):
        plz, town = TOWNS[rng.randrange(6)]
        segment = "GW" if i % 4 == 2 else "LW" if i % 16 == 5 else "HH"
        name = FIRMS[i // 4 % 10] + (" II" if i > 40 else "") if segment == "GW" else f"{FIRST[i % 10]} {LAST[i % 7]}"
        begin = later(datetime.date(2014, 2, 1), starts[i])
        end = later(begin, 365 * rng.randrange(1, 4) - 1) if rng.random() < 0.35 else None
        mail = None if i % 7 == 3 else f"kunde{i}@{rng.choice(['web.de', 'gmx.de', 'posteo.de'])}"
        if i in (40, 47, 55, 61):              # registered again under the same address
            mail = f" {customers[i - 29][8].strip().upper()} " if customers[i - 29][8] else "DOPPELT@web.de"
        elif mail and i % 9 == 1:
            mail = mail.replace("kunde", "Kunde") + " "
        customers.append([f"K{10001 + i}", name, plz, town, segment, ru_date(begin), ru_date(end),
                          rng.choice("JJN"), mail])
    write_csv(f"{folder}/kunden.csv", ["kd_nr", "name", "plz", "ort", "segment", "vertrag_ab",
                                       "vertrag_bis", "sepa", "email"], customers, delimiter=";")
    write_json(f"{folder}/tariffs.json", ["code", "tariff_name", "ct_kwh", "grundpreis", "green", "valid_to"],
               TARIFFS)

    meters = []
    for i in range(84):
        gas = i % 3 == 1
        installed = day(rng, "2009-01-10", "2023-11-30")
        owner = None if i % 21 == 20 else customers[(i * 7 + i // 9) % 58][0]
        meters.append([("7GMT" if gas else "1EBZ") + f"{4000 + i * 37:06d}", owner,
                       rng.choice(["GT1", "GT1", "GT2"] if gas else ["HT1", "HT1", "HT2", "HT3", "XT9"]),
                       "GAS" if gas else "EL", installed,
                       day(rng, "2024-02-10", "2024-11-20") if i % 12 == 7 else None,
                       installed.year + (8 if gas else 16) + rng.choice([0, 0, 5])])
    write_csv(f"{folder}/meters.csv", ["meter_no", "cust_no", "tariff_cd", "medium", "installed_on",
                                       "removed_on", "eichfrist"], meters)

    readings = []
    for i, m in enumerate(meters):
        level = rng.randrange(900, 52000)
        for month in range(1, 13):
            if (m[5] and month > m[5].month) or rng.random() < 0.22 or (month == 12 and i % 8 == 3):
                continue
            for again in range(2 if rng.random() < 0.06 else 1):
                level += rng.randrange(60, 900) if again == 0 else rng.randrange(0, 3)
                at = datetime.datetime(2024, month, 1 + (i * 5 + month) % 28, 6 + again * 7 + rng.randrange(5),
                                       rng.randrange(60), rng.randrange(60))
                readings.append([len(readings) + 1, m[0], at,
                                 None if rng.random() < 0.03 else level + rng.randrange(10) / 10,
                                 rng.choices(["remote", "customer", "estimate"], [60, 20, 20])[0]])
    rng.shuffle(readings)
    write_csv(f"{folder}/_raw/readings.csv", ["read_id", "mtr_no", "read_at", "zaehlerstand", "src"], readings)

    invoices, dunning = [], []
    for i in range(170):
        begin = datetime.date(2024, 1 + i % 12, 1)
        due = later(begin, 44 + rng.randrange(10))
        kwh = rng.randrange(90, 5200)
        paid = None if rng.random() < 0.2 else later(due, rng.randrange(-14, 20))
        number = f"R24-{3001 + i}"
        invoices.append([number, customers[(i * 11 + rng.randrange(3)) % 60][0], str(begin),
                         str(later((begin.replace(day=28) + datetime.timedelta(days=4)).replace(day=1), -1)),
                         kwh, round(kwh * rng.uniform(0.09, 0.36) + 9.9, 2), 19 if i % 5 else 7,
                         str(due), str(paid) if paid else None])
        if (paid is None or paid > later(due, 7)) and i % 3:
            for level in range(1, rng.choice([1, 1, 2, 3]) + 1):
                dunning.append([number, level, str(later(due, 12 * level)), [0.0, 2.5, 5.0, 9.5][level]])
    write_sqlite(f"{folder}/billing.db", f"CREATE TABLE invoices({INVOICE_COLUMNS});"
                 "CREATE TABLE dunning(inv TEXT, lvl INTEGER, sent_on TEXT, fee_eur REAL);",
                 {"invoices": invoices, "dunning": dunning})
    out = sorted((outage(rng, 0, "2024-01-02", "2024-12-20") for _ in range(70)), key=lambda o: o["started"])
    for i, o in enumerate(out):
        o["outage_id"] = f"ST-{101 + i}"
    write_ndjson(f"{folder}/outages.ndjson", out)


def mutate_january(folder, rng):
    """Outages of January come, two of the old ones are corrected and the oldest are gone."""
    with open(f"{folder}/outages.ndjson", encoding="utf-8") as f:
        old = [json.loads(line) for line in f]
    old[10]["customers_hit"] += 500
    old[30]["cause"] = "sabotage"
    fresh = sorted((outage(rng, 0, "2025-01-01", "2025-01-29") for _ in range(6)), key=lambda o: o["started"])
    for i, o in enumerate(fresh):
        o["outage_id"] = f"ST-{171 + i}"
    write_ndjson(f"{folder}/outages.ndjson", old[5:] + fresh)


def mutate_paid(folder, rng):
    """Some open bills are paid, one is cancelled (gone), three are new."""
    db = sqlite3.connect(f"{folder}/billing.db")
    open_ = [r[0] for r in db.execute("SELECT inv_no FROM invoices WHERE paid_on IS NULL ORDER BY inv_no")]
    for number in open_[:6]:
        db.execute("UPDATE invoices SET paid_on='2025-01-15' WHERE inv_no=?", [number])
    db.execute("DELETE FROM invoices WHERE inv_no=?", [open_[8]])
    for i in range(3):
        db.execute("INSERT INTO invoices VALUES (?,?,?,?,?,?,?,?,?)",
                   [f"R25-{1 + i:04d}", f"K{10004 + i * 9}", "2025-01-01", "2025-01-31", 300 + i * 77,
                    120.55 + i * 31, 19, "2025-02-20", None])
    db.commit()
    db.close()
