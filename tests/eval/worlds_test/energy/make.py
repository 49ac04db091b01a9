"""Electricity meters and their daily readings as Parquet; tariffs by zone."""
from worldlib import *


def make(folder, rng):
    meters = [[f"M{i:03d}", f"{rng.choice(['Oak', 'Pine', 'Lake'])} street {i + 1}",
               rng.choice(["residential", "residential", "industrial"]),
               day(rng, "2015-01-01", "2023-06-30"), rng.choice(["East", "West", "Harbour"])]
              for i in range(16)]
    write_csv(f"{folder}/meters.csv", ["meter_id", "address", "meter_type", "installed_on",
                                       "district"], meters)
    readings = []
    for meter in meters[:14]:
        for d in range(25):
            if rng.random() < 0.95:
                big = 40 if meter[2] == "industrial" else 4
                readings.append([meter[0], datetime.date(2024, 1, 20) + datetime.timedelta(days=d),
                                 f"{rng.randrange(100, 3000) / 1000 * big:.3f}",
                                 rng.choice(["ok", "ok", "ok", "estimated"])])
    write_csv(f"{folder}/_raw/readings.csv", ["meter_id", "read_on", "kwh", "quality"], readings)
    write_csv(f"{folder}/tariffs.csv", ["meter_type", "price_per_kwh"],
              [["residential", "0.3120"], ["industrial", "0.2245"]])


def mutate_march(folder, rng):
    """One meter's readings are corrected, nine are new (mutate_march.sql)."""
