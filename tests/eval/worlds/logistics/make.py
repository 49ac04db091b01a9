"""Shipments between warehouses as TSV: two roads to the warehouses, two costs, two dates."""
from worldlib import *

CITIES = [("MSK", "Moscow", "Central"), ("SPB", "Saint Petersburg", "North-West"),
          ("KZN", "Kazan", "Volga"), ("NSK", "Novosibirsk", "Siberia"),
          ("EKB", "Yekaterinburg", "Ural"), ("SAM", "Samara", "Volga"),
          ("TUL", "Tula", "Central"), ("VLG", "Volgograd", "South")]
CARRIERS = [("DHL", "Germany", 4.6), ("DPD", "France", 4.1), ("CDEK", "Russia", 4.4),
            ("Boxberry", "Russia", 3.7), ("PEK", "Russia", 3.2)]


def make(folder, rng):
    rows = []
    for n in range(200):
        a, b = rng.sample(CITIES[:7], 2)
        sent = day(rng, "2024-01-03", "2024-04-20")
        status = rng.choices(["delivered", "in transit", "lost", "returned"], [80, 10, 4, 6])[0]
        came = sent + datetime.timedelta(days=rng.randrange(1, 12))
        rows.append([f"SH{n:05d}", a[0], b[0], rng.choice(CARRIERS[:4])[0],
                     f"{rng.randrange(5, 9000) / 10:.1f}", rng.randrange(1, 9), sent,
                     came if status == "delivered" else "", money(rng, 300, 9000),
                     money(rng, 10, 400), status])
    write_csv(f"{folder}/shipments.tsv",
              ["shipment_no", "origin_wh", "dest_wh", "carrier", "weight_kg", "pallets",
               "shipped_dt", "delivered_dt", "freight_cost", "insurance_cost", "status"],
              rows, "\t")
    write_csv(f"{folder}/warehouses.csv", ["wh_code", "city", "region", "capacity_m3"],
              [[*c, rng.randrange(20, 90) * 100] for c in CITIES])
    write_csv(f"{folder}/carriers.csv", ["carrier_name", "country", "rating"], CARRIERS)


def mutate_april(folder, rng):
    """The file holds April only: what was shipped then is settled now, and one day is new."""
    header, rows = read_csv(f"{folder}/shipments.tsv", "\t")
    rows = [r for r in rows if r[6] >= "2024-04-01"]
    for row in rows:
        if row[10] == "in transit":
            row[7], row[10] = "2024-04-25", "delivered"
    rows += [[f"SH{900 + n:05d}", "MSK", "SPB", "DHL", "10.5", "1", "2024-04-22", "", "500.00",
              "20.00", "in transit"] for n in range(6)]
    write_csv(f"{folder}/shipments.tsv", header, rows, "\t")
