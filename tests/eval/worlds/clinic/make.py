"""A clinic: two dates a visit, coded sex, phones with leading plus, patients without visits."""
from worldlib import *

SPECIALTIES = ["Cardiology", "Neurology", "Pediatrics", "Surgery", "Dermatology"]
CODES = ["I10", "J06.9", "M54.5", "G43.9", "L20.8", "K29.7"]
FIRST = ["Maria", "Peter", "Susan", "Ahmed", "Olga", "Liam", "Nora", "Victor"]
LAST = ["Brown", "Ivanova", "Haddad", "Olsen", "Stone", "Weber", "Young", "Price"]


def make(folder, rng):
    patients = []
    for i in range(64):
        patients.append([500 + i, f"{FIRST[i % 8]} {LAST[i // 8]}",
                         day(rng, "1940-01-01", "2019-12-31"), rng.choice("MF"),
                         f"+49{rng.randrange(10**9, 10**10)}" if rng.random() < 0.8 else "",
                         rng.choice(["public", "private", "none"])])
    write_csv(f"{folder}/patients.csv",
              ["patient_id", "full_name", "birth_date", "sex", "phone", "insurance"], patients)
    write_json(f"{folder}/doctors.json", ["doctor_id", "doctor_name", "specialty", "room"],
               [[i + 1, f"Dr. {LAST[i % 8]} {'AB'[i // 8]}.", SPECIALTIES[i % 5], 100 + i]
                for i in range(11)])
    visits = []
    for n in range(210):
        came = day(rng, "2023-09-01", "2024-08-31")
        left = came + datetime.timedelta(days=rng.randrange(0, 9))
        visits.append([f"V{n:04d}", 500 + rng.randrange(56), rng.randrange(1, 11), came,
                       left if rng.random() < 0.93 else "", rng.choice(CODES),
                       money(rng, 40, 2500)])
    write_csv(f"{folder}/visits.csv",
              ["visit_id", "patient_id", "doctor_id", "admission_date", "discharge_date",
               "diagnosis_code", "cost"], visits)


def mutate_next_week(folder, rng):
    """Open stays are closed, ten visits are new."""
    header, rows = read_csv(f"{folder}/visits.csv")
    for row in rows:
        row[4] = row[4] or "2024-09-02"
    for n in range(10):
        rows.append([f"V{300 + n:04d}", str(500 + rng.randrange(56)), str(rng.randrange(1, 11)),
                     f"2024-09-0{rng.randrange(1, 8)}", "", "I10", money(rng, 40, 2500)])
    write_csv(f"{folder}/visits.csv", header, rows)
