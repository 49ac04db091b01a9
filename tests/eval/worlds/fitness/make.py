"""A chain of gyms: members and memberships in CSV, the class timetable, visits and trainers in SQLite."""
from worldlib import *

FIRST = ["Amy", "Brad", "Cara", "Dean", "Ella", "Fred", "Gina", "Hugo", "Iris", "Jack", "Kate",
         "Liam", "Mona"]
LAST = ["Ash", "Burke", "Cross", "Dunn", "Ellis", "Finch", "Gould", "Hurst", "Ingram", "Joyce"]
TRAINERS = ["Tom Baxter", "Vera Lind", "Carlos Mena", "Dina Falk", "Erik Stone", "Yuki Mori",
            "Lena Orr"]
CLASSES = ["Yoga", "Yoga", "Spinning", "Pilates", "Boxing", "HIIT"]


def make(folder, rng):
    members = []
    for i in range(80):
        first, last = FIRST[i % 13], LAST[(i // 13 + i) % 10]
        email = f"{first}.{last}{i}@post.example"
        email = [email.lower(), email, f"  {email.lower()}", email.upper() + " ", None][
            rng.choice([0, 0, 0, 1, 2, 3, 4])]
        members.append([1001 + i, first, last, None if rng.random() < 0.1 else rng.choice("FM"),
                        day(rng, "1960-01-01", "2006-12-31"), email,
                        None if rng.random() < 0.15 else f"+44 7700 9{i:05d}",
                        day(rng, "2022-01-03", "2024-05-30"),
                        rng.choice(["Downtown", "Riverside", "Airport"])])
    write_csv(f"{folder}/members.csv",
              ["member_id", "first_name", "last_name", "gender", "birth_date", "email", "phone",
               "joined_on", "home_club"], members)
    memberships = []
    for i in range(110):
        kind = rng.choice(["monthly", "monthly", "annual", "student", "family"])
        start = day(rng, "2023-03-01", "2024-05-31")
        days = 365 if kind in ("annual", "family") else 30 if kind == "monthly" else 180
        end = start + datetime.timedelta(days=days)
        over = end < datetime.date(2024, 5, 1)
        base = {"monthly": 45, "annual": 420, "student": 150, "family": 700}[kind]
        memberships.append([30001 + i, 1001 + rng.randrange(74), kind,
                            f"{base * rng.choice([1, 1, 0.9, 0.8]):.2f}", start, end,
                            rng.choice(["expired", "cancelled"] if over else
                                       ["active", "active", "active", "frozen", "cancelled"]),
                            rng.choice("YN")])
    write_csv(f"{folder}/memberships.csv",
              ["ms_id", "ms_member_id", "ms_type", "ms_price", "ms_start", "ms_end", "ms_status",
               "ms_auto_renew"], memberships)
    write_json(f"{folder}/classes.json",
               ["classId", "className", "trainerId", "room", "startsAt", "durationMin", "capacity"],
               [[f"C{i + 1:03d}", rng.choice(CLASSES), 11 + rng.randrange(6),
                 rng.choice(["Studio A", "Studio B", "Main hall"]),
                 f"{day(rng, '2024-03-01', '2024-05-31')} {rng.randrange(7, 21):02d}:"
                 f"{rng.choice(['00', '30'])}:00",
                 rng.choice([45, 60, 90]), rng.choice([10, 12, 16, 20])] for i in range(60)])
    visits = []
    for i in range(300):
        came = moment(rng, "2024-03-01", "2024-05-31").replace(second=0, hour=rng.randrange(6, 22))
        left = came + datetime.timedelta(minutes=rng.randrange(20, 150))
        visits.append([i + 1, 1001 + int(70 * rng.random() ** 1.6),
                       f"C{rng.randrange(60) + 1:03d}" if rng.random() < 0.55 else None,
                       str(came), None if rng.random() < 0.12 else str(left)])
    write_sqlite(f"{folder}/gym.db", """
        CREATE TABLE trainers(trainer_id INTEGER PRIMARY KEY, full_name TEXT, specialty TEXT,
                              hourly_rate REAL, hired_on TEXT);
        CREATE TABLE visits(visit_id INTEGER PRIMARY KEY, member_id INTEGER, class_id TEXT,
                            checked_in_at TEXT, checked_out_at TEXT);""",
        {"trainers": [[11 + i, name, rng.choice(["yoga", "strength", "cardio"]),
                       rng.choice([28.0, 35.0, 40.0, 42.5, 55.0]),
                       str(day(rng, "2016-01-01", "2023-12-31"))]
                      for i, name in enumerate(TRAINERS)], "visits": visits})
