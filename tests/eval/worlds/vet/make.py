"""A veterinary practice: owners, their animals, appointments with nested notes, what was sold."""
from worldlib import *

NAMES = ["Alma Reyes", "Bruno Vance", "Carla Stone", "Derek Holt", "Elsa Quinn", "Frank Moss"]
VETS = ["Dr. Hale", "Dr. Pryce", "Dr. Soto"]


def make(folder, rng):
    owners = [[f"OW{i:02d}", NAMES[i % 6] + (" Jr" if i > 11 else ""),
               rng.choice(["Leeds", "York", "Hull"]), "" if i % 5 == 2 else f"0113-55{i:02d}"]
              for i in range(24)]
    write_csv(f"{folder}/owners.csv", ["owner_id", "full_name", "town", "phone"], owners)
    animals = [[100 + i, f"OW{rng.randrange(20):02d}",
                ["Rex", "Milo", "Luna", "Coco", "Nala"][i % 5] + str(i),
                rng.choice(["dog", "cat", "rabbit"]), round(rng.uniform(1, 40), 1),
                day(rng, "2012-01-01", "2023-12-31")] for i in range(40)]
    write_csv(f"{folder}/animals.csv",
              ["animal_id", "owner_id", "animal_name", "species", "weight_kg", "born_on"], animals)
    write_ndjson(f"{folder}/appointments.ndjson", [
        {"appointment_id": 1000 + i, "animal_id": 100 + rng.randrange(34),
         "held_on": str(day(rng, "2024-01-02", "2024-06-28")), "vet": rng.choice(VETS),
         "fee": round(rng.uniform(20, 180), 2), "minutes": rng.choice([10, 20, 30, 45]),
         "note": {"kind": rng.choice(["checkup", "surgery", "vaccination"]),
                  "urgent": rng.choice(["yes", "no"])}} for i in range(150)])
    write_csv(f"{folder}/sales.csv", ["sale_id", "owner_id", "article", "pieces", "unit_price",
                                      "sold_at"],
              [[i + 1, f"OW{rng.randrange(22):02d}", rng.choice(["leash", "kibble", "shampoo"]),
                rng.randrange(1, 6), round(rng.uniform(3, 60), 2),
                day(rng, "2024-01-02", "2024-06-28")] for i in range(90)])


def mutate_moved(folder, rng):
    """Three owners move, one is new."""
    header, rows = read_csv(f"{folder}/owners.csv")
    for row in rows[3:6]:
        row[2] = "Bath"
    rows.append(["OW90", "Gail North", "York", "0113-9999"])
    write_csv(f"{folder}/owners.csv", header, rows)
