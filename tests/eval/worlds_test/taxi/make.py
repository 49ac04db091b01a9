"""Drivers in SQLite, trips as a CSV a week, zones for both ends of a trip."""
from worldlib import *


def make(folder, rng):
    drivers = [(i + 1, f"Driver {chr(65 + i)}", rng.choice(["economy", "comfort", "business"]),
                round(3.5 + rng.random() * 1.5, 2), str(day(rng, "2020-01-01", "2023-12-31")))
               for i in range(18)]
    write_sqlite(f"{folder}/fleet.sqlite",
                 "CREATE TABLE drivers(driver_id INTEGER PRIMARY KEY, driver_name TEXT, "
                 "car_class TEXT, rating REAL, hired_on TEXT);"
                 "CREATE TABLE fines(fine_id INTEGER PRIMARY KEY, driver_id INTEGER REFERENCES "
                 "drivers(driver_id), amount REAL, issued_on TEXT);",
                 {"drivers": drivers,
                  "fines": [(i + 1, rng.randrange(1, 12), float(rng.choice([15, 30, 75])),
                             str(day(rng, "2024-02-01", "2024-02-29"))) for i in range(30)]})
    zones = [[f"Z{i}", n, b] for i, (n, b) in enumerate([
        ("Airport", "South"), ("Old Town", "Centre"), ("Station", "Centre"), ("Docks", "North"),
        ("Campus", "East"), ("Hillside", "North")])]
    write_csv(f"{folder}/zones.csv", ["zone_id", "zone_name", "borough"], zones)
    for week in range(1, 5):
        rows = []
        for n in range(45):
            start = datetime.datetime(2024, 2, 7 * week - 6) + datetime.timedelta(
                minutes=rng.randrange(7 * 1440))
            minutes = rng.randrange(5, 55)
            rows.append([week * 1000 + n, rng.randrange(1, 17), rng.choice(zones[:5])[0],
                         rng.choice(zones[:5])[0], start,
                         start + datetime.timedelta(minutes=minutes),
                         f"{minutes * 0.45 + rng.random():.2f}", f"{minutes * 0.9 + 3:.2f}",
                         f"{rng.randrange(0, 600) / 100:.2f}",
                         rng.choice(["cash", "card", "card", "app"])])
        write_csv(f"{folder}/trips_w{week}.csv",
                  ["trip_id", "driver_id", "pickup_zone", "dropoff_zone", "started_at",
                   "ended_at", "distance_km", "fare", "tip", "payment"], rows)


def mutate_week5(folder, rng):
    """One more week, made of the first week's trips four weeks later."""
    header, rows = read_csv(f"{folder}/trips_w1.csv")
    for n, row in enumerate(rows):
        row[0] = str(5000 + n)
        for k in (4, 5):
            row[k] = str(datetime.datetime.fromisoformat(row[k]) + datetime.timedelta(days=28))
    write_csv(f"{folder}/trips_w5.csv", header, rows)
