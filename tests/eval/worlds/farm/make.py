"""An agricultural cooperative: fields, crops, what was harvested, machines, fuel, workers."""
from worldlib import *

VILLAGES = ["Oakley", "Brimford", "Stony Hollow", "Lower Mead", "Upper Mead"]
PLOTS = ["Long Acre", "Mill Field", "Mill Field East", "Church Ground", "Fox Covert", "The Leys",
         "Ten Acre", "Barn Close", "River Meadow", "Hill Top", "Hill Bottom", "Old Orchard",
         "Gravel Pit", "Pond Field"]
CROPS = [["WW", "winter wheat", "cereal", 212.5], ["SW", "spring wheat", "cereal", 224.0],
         ["BAR", "barley", "cereal", 178.25], ["MZ", "maize", "cereal", 189.9],
         ["OSR", "oilseed rape", "oilseed", 455.0], ["SUN", "sunflower", "oilseed", 402.75],
         ["SB", "sugar beet", "root", 41.3], ["PEA", "peas", "legume", 268.0],
         ["LUP", "lupin", "legume", None]]
MODELS = [("MTZ-82", "tractor", 24000), ("MTZ-82.1", "tractor", 27000),
          ("John Deere 8R 310", "tractor", 310000), ("John Deere 8R 340", "tractor", 345000),
          ("Claas Lexion 770", "combine", 420000), ("Claas Tucano 450", "combine", 265000),
          ("Amazone Pantera", "sprayer", 190000), ("Horsch Pronto 6", "seeder", 88000),
          ("Vaderstad Rapid", "seeder", 97000)]
FIRST = ["Adam", "Beth", "Colin", "Dora", "Ewan", "Flora", "Graham", "Hazel", "Ivor", "Jane"]
LAST = ["Barker", "Cole", "Dunn", "Foster", "Marsh", "Reed", "Thorne"]


def make(folder, rng):
    fields = []
    for i in range(28):
        leased = i % 3 != 0
        fields.append([f"F-{i + 1:02d}", PLOTS[i % 14] + (" II" if i > 13 else ""),
                       VILLAGES[rng.randrange(5)], round(rng.uniform(6, 95), 2),
                       rng.choice(["loam", "clay", "sandy loam", "chernozem"]),
                       rng.choice("YNN"), day(rng, "2025-01-10", "2029-11-30") if leased else None])
    fields[3][6], fields[6][6] = None, None
    write_csv(f"{folder}/fields.csv", ["field_id", "field_name", "village", "area_ha", "soil_type",
                                       "irrigated", "lease_until"], fields)
    write_csv(f"{folder}/crops.csv", ["crop_code", "crop_name", "crop_group", "price_per_t"], CROPS)

    harvests = []
    for season in (2022, 2023, 2024):
        for i in range(28):
            if rng.random() < 0.15 or (season == 2024 and i in (5, 17)):
                continue
            crop = CROPS[rng.randrange(8)][0]
            per_ha = rng.uniform(40, 62) if crop == "SB" else rng.uniform(2, 9)
            passes = rng.choice([1, 2, 2, 3])
            for _ in range(passes):
                harvests.append([len(harvests) + 1, fields[i][0], crop, season,
                                 day(rng, f"{season}-07-05", f"{season}-10-20"),
                                 round(fields[i][3] * per_ha / passes * rng.uniform(0.8, 1.2), 2),
                                 None if rng.random() < 0.1 else round(rng.uniform(8, 19), 1),
                                 rng.choice(["A", "B", "B", "feed", None])])
    write_csv(f"{folder}/_raw/harvests.csv", ["harvest_id", "field_id", "crop_code", "season",
                                              "harvested_on", "tonnes", "moisture_pct", "grade"],
              harvests)

    machines = []
    for i in range(24):
        model, kind, price = MODELS[(i * 5 + i // 9) % 9]
        machines.append([f"M{201 + i}", model, kind, day(rng, "2008-03-01", "2023-10-01"),
                         price + rng.randrange(-7000, 7000), rng.choice(["North yard", "South yard", "Brimford barn"]),
                         rng.choice(["active", "active", "active", "in repair", "written off"])])
    write_csv(f"{folder}/machines.csv", ["machine_id", "model", "mach_type", "bought_on",
                                         "purchase_price", "depot", "status"], machines)

    workers = []
    for i in range(34):
        position = ["machine operator", "machine operator", "loader", "agronomist", "mechanic",
                    "seasonal picker", "accountant"][i % 7]
        hired = day(rng, "2005-01-15", "2023-12-20")
        workers.append([f"W{i + 1:03d}", f"{FIRST[i % 10]} {LAST[i % 7]}", position, hired,
                        day(rng, "2024-02-01", "2024-12-15") if i % 8 == 6 or i in (5, 12) else None,
                        round(rng.uniform(9, 31), 2),
                        None if position in ("accountant", "agronomist") else f"Crew {rng.choice('ABC')}",
                        "" if i % 4 == 1 else f"+44 7700 90{i:04d}"])
    write_csv(f"{folder}/workers.csv", ["worker_id", "full_name", "position", "hired_on", "left_on",
                                        "hourly_rate", "brigade", "phone"], workers)

    drivers = [w[0] for w in workers if w[2] in ("machine operator", "loader")]
    fuel = []
    for i in range(240):
        kind = rng.choice(["diesel", "diesel", "diesel", "petrol", "AdBlue"])
        fuel.append({"issue_id": 5001 + i, "machine_id": f"M{201 + rng.randrange(21)}",
                     "driver_id": rng.choice(drivers),
                     "issued_at": str(moment(rng, "2023-09-01", "2024-11-30")), "fuel_type": kind,
                     "litres": round(rng.uniform(4, 30) if kind == "AdBlue" else rng.uniform(20, 380), 1),
                     "price_per_l": round({"diesel": 1.42, "petrol": 1.55, "AdBlue": 0.6}[kind]
                                          + rng.randrange(-9, 10) / 100, 2)})
    write_ndjson(f"{folder}/fuel_issues.ndjson", fuel)


def mutate_autumn(folder, rng):
    """Two machines are new, three change their state or depot, one has left the list."""
    header, rows = read_csv(f"{folder}/machines.csv")
    rows[2][6] = "written off"
    rows[7][5] = "Brimford barn" if rows[7][5] != "Brimford barn" else "South yard"
    rows[11][6] = "in repair" if rows[11][6] != "in repair" else "active"
    del rows[15]
    rows.append(["M301", "Claas Lexion 770", "combine", "2024-09-03", "431500", "North yard", "active"])
    rows.append(["M302", "MTZ-82.1", "tractor", "2024-09-17", "29800", "South yard", "active"])
    write_csv(f"{folder}/machines.csv", header, rows)
